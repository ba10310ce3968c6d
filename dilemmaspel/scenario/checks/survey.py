"""What the checks of meaning need to know of a scenario, gathered once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dilemmaspel.game.scenario import Role
from dilemmaspel.game.terms import QuestionType, Status
from dilemmaspel.scenario.fields import WHOLE
from dilemmaspel.scenario.findings import Findings
from dilemmaspel.scenario.nodes import MapNode, Node, Scalar, map_at, maps_of, text_at, texts_of
from dilemmaspel.scenario.walk import Walk


@dataclass(frozen=True, slots=True)
class DilemmaNode:
    """A dilemma in the file."""

    node: MapNode
    id: str
    type: str
    choices: tuple[MapNode, ...]
    """Its options, or the bands of its agreement."""

    @property
    def outcomes(self) -> tuple[MapNode, ...]:
        """Everything that can follow: its choices and the outcomes of its points."""
        return (*self.choices, *maps_of(self.node.child("outcomes")))

    @property
    def choice_ids(self) -> tuple[str, ...]:
        """The ids of its choices that have one."""
        return tuple(found.text for one in self.choices if (found := text_at(one, "id")))


@dataclass(frozen=True, slots=True)
class Survey:
    """A scenario under check."""

    root: MapNode
    walk: Walk
    roles: tuple[Role, ...] | None
    """None when the roles file is broken; names of roles are not checked then."""
    folder: Path
    dilemmas: tuple[DilemmaNode, ...]
    order: tuple[str, ...]
    """The ids of the dilemmas that exist, in the order in which they are played."""
    aftermath: int
    is_trial: bool
    by_id: dict[str, DilemmaNode] = field(default_factory=dict)

    @property
    def findings(self) -> Findings:
        """Where problems are noted."""
        return self.walk.findings

    def played(self) -> Iterator[tuple[int, DilemmaNode]]:
        """The dilemmas in the order of the game, with their positions from 0."""
        for position, name in enumerate(self.order):
            yield position, self.by_id[name]


def survey(root: MapNode, walk: Walk, roles: tuple[Role, ...] | None, folder: Path) -> Survey:
    """Gather what the checks need."""
    dilemmas = tuple(_dilemma(one) for one in maps_of(root.child("dilemmas")))
    by_id = {one.id: one for one in reversed(dilemmas) if one.id}
    sequence = texts_of(root.child("sequence"))
    names = [one.text for one in sequence] if sequence else [one.id for one in dilemmas]
    rounds = whole(map_at(root, "aftermath"), "rounds")
    status = text_at(root, "status")
    return Survey(
        root=root,
        walk=walk,
        roles=roles,
        folder=folder,
        dilemmas=dilemmas,
        order=tuple(name for name in dict.fromkeys(names) if name in by_id),
        aftermath=rounds or 0,
        is_trial=status is not None and status.text == Status.TRIAL,
        by_id=by_id,
    )


def whole(node: Node | None, key: str) -> int | None:
    """The whole number under a key, or None when there is none."""
    scalar = text_at(node, key)
    if scalar is None or not scalar.plain or not WHOLE.fullmatch(scalar.text):
        return None
    return int(scalar.text)


def is_always(node: Node | None) -> bool:
    """Whether a condition always holds: `always`, or none at all."""
    return node is None or (isinstance(node, Scalar) and node.text in {"always", ""})


def _dilemma(node: MapNode) -> DilemmaNode:
    name, kind = text_at(node, "id"), text_at(node, "type")
    type_name = kind.text if kind else ""
    is_agreement = type_name == QuestionType.AGREEMENT
    bands = maps_of((map_at(node, "agreement") or node).child("bands"))
    choices = bands if is_agreement else maps_of(node.child("options"))
    return DilemmaNode(node, name.text if name else "", type_name, choices)
