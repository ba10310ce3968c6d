"""Reads a picks file: what the group chooses in a simulation, per dilemma."""

from pathlib import Path
from typing import Final

from dilemmaspel.bots import Pick
from dilemmaspel.game.scenario import Dilemma, PointsSpec, Scenario
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.problems import EnvironmentTrouble, Problem, reason_of
from dilemmaspel.scenario.findings import Findings, Wording
from dilemmaspel.scenario.nodes import ListNode, MapNode, Node, Scalar
from dilemmaspel.scenario.reader import MAX_BYTES, read_bytes
from dilemmaspel.texts import mark

NO_DILEMMA: Final = Wording(
    "picks-dilemma",
    mark("The scenario has no dilemma “{name}”."),
    mark("Choose from: {known}."),
)
NO_OPTION: Final = Wording(
    "picks-option",
    mark("The dilemma “{dilemma}” has no option “{name}”."),
    mark("Choose from: {known}."),
)
WRONG_SHAPE: Final = Wording(
    "picks-shape",
    mark("The dilemma “{dilemma}” is a {kind}; this is not how it is answered."),
    mark("Write one option, a list of options, or for points “{{option: points}}”."),
)
WRONG_POINTS: Final = Wording(
    "picks-points",
    mark("These points add up to {total}, not to {wanted}."),
    mark("Divide exactly {wanted} points in steps of {step}."),
)


class PicksUnreadableError(EnvironmentTrouble):
    """The picks file cannot be opened."""


def read_picks(path: Path, scenario: Scenario) -> tuple[dict[str, Pick], tuple[Problem, ...]]:
    """Read picks and what is wrong with them; raises PicksUnreadableError without a file."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise PicksUnreadableError(
            mark("The picks file {path} cannot be read ({reason})."),
            "",
            mark("Give the path of a YAML file with a pick per dilemma."),
            path=path,
            reason=reason_of(error),
        ) from None
    document = read_bytes(data, str(path))
    found: dict[str, Pick] = {}
    findings = document.findings
    for name, entry in (document.root.entries if document.root else {}).items():
        dilemma = scenario.dilemma(name)
        if dilemma is None:
            known = ", ".join(d.id for d in scenario.dilemmas)
            findings.add(NO_DILEMMA, entry.key, name=name, known=known)
        elif (pick := _pick(dilemma, entry.value, findings)) is not None:
            found[name] = pick
    return found, findings.problems()


def _pick(dilemma: Dilemma, node: Node, findings: Findings) -> Pick | None:
    several = dilemma.type in (QuestionType.APPROVAL, QuestionType.RANKING)
    if isinstance(node, MapNode) and dilemma.type is QuestionType.POINTS:
        return _points(dilemma, node, findings)
    if isinstance(node, ListNode) and several:
        return _listed(dilemma, node, findings)
    if isinstance(node, Scalar) and dilemma.type is not QuestionType.POINTS:
        if not _known(dilemma, node, findings):
            return None
        return (node.text,) if several else node.text
    findings.add(WRONG_SHAPE, node, dilemma=dilemma.id, kind=str(dilemma.type))
    return None


def _listed(dilemma: Dilemma, node: ListNode, findings: Findings) -> Pick | None:
    named = [item for item in node.items if isinstance(item, Scalar)]
    known = [_known(dilemma, scalar, findings) for scalar in named]
    picked = tuple(scalar.text for scalar in named)
    if not picked or len(named) < len(node.items) or len(set(picked)) < len(picked):
        findings.add(WRONG_SHAPE, node, dilemma=dilemma.id, kind=str(dilemma.type))
        return None
    return picked if all(known) else None


def _known(dilemma: Dilemma, name: Scalar, findings: Findings) -> bool:
    if dilemma.option(name.text) is not None:
        return True
    known = ", ".join(o.id for o in dilemma.options)
    findings.add(NO_OPTION, name, dilemma=dilemma.id, name=name.text, known=known)
    return False


def _points(dilemma: Dilemma, node: MapNode, findings: Findings) -> Pick | None:
    spec = dilemma.points or PointsSpec()
    known = [_known(dilemma, entry.key, findings) for entry in node.entries.values()]
    given = {name: _whole(entry.value) for name, entry in node.entries.items()}
    total = sum(n for n in given.values() if n is not None)
    steps = all(n is not None and n >= 0 and n % spec.step == 0 for n in given.values())
    if not steps or total != spec.total:
        findings.add(WRONG_POINTS, node, total=total, wanted=spec.total, step=spec.step)
        return None
    return {name: n for name, n in given.items() if n is not None} if all(known) else None


def _whole(node: Node) -> int | None:
    text = node.text if isinstance(node, Scalar) else ""
    return int(text) if text.isascii() and text.isdigit() else None
