"""Names: each given once, and every use of one leads somewhere."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from dilemmaspel.problems import Word
from dilemmaspel.scenario import meaning_words as words
from dilemmaspel.scenario.checks.survey import Survey
from dilemmaspel.scenario.findings import Findings, nearest
from dilemmaspel.scenario.nodes import MapNode, Scalar, text_at, texts_of
from dilemmaspel.scenario.schema import INDICATORS
from dilemmaspel.scenario.walk import Walk
from dilemmaspel.texts import mark
from dilemmaspel.words import POCKETS

_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dilemma": mark("dilemma"),
        "option": mark("option"),
        "role": mark("role"),
        "indicator": mark("indicator"),
        "source": mark("source"),
    }
)


def check_names(survey: Survey) -> None:
    """Check every name of a scenario."""
    walk = survey.walk
    for kind in ("dilemma", "source", "ending"):
        check_unique(walk.names.get(f"{kind}!", ()), walk.findings)
    for dilemma in survey.dilemmas:
        own = [found for one in dilemma.choices if (found := text_at(one, "id"))]
        check_unique(own, walk.findings)
    ids = [one.text for one in walk.names.get("dilemma!", ())]
    _check_known(walk, "dilemma", ids)
    _check_known(walk, "dilemma", ids, used_as="dilemma in sequence")
    if survey.roles is not None:
        _check_known(walk, "role", [str(role.id) for role in survey.roles])
    check_indicators(walk)
    _check_sources(walk)
    _check_flags(walk)
    _check_pockets(walk)
    _check_options_of_others(survey)


def check_indicators(walk: Walk) -> None:
    """Check the names of indicators."""
    _check_known(walk, "indicator", INDICATORS)


def check_unique(given: Iterable[Scalar], findings: Findings) -> None:
    """Note every name that was given before."""
    first: dict[str, Scalar] = {}
    for name in given:
        earlier = first.setdefault(name.text, name)
        if earlier is not name:
            findings.add(words.DUPLICATE_ID, name, text=name.text, first=earlier.line)


def check_option(dilemma_options: Iterable[str], used: Scalar, findings: Findings) -> None:
    """Note the use of an option that the dilemma does not have."""
    known = tuple(dilemma_options)
    if used.text not in known:
        _unknown(findings, "option", used, known)


def _check_known(walk: Walk, kind: str, known: Iterable[str], used_as: str | None = None) -> None:
    names = dict.fromkeys(known)
    for used in walk.names.get(used_as or kind, ()):
        if used.text not in names:
            _unknown(walk.findings, kind, used, names)


def _unknown(findings: Findings, kind: str, used: Scalar, known: Iterable[str]) -> None:
    names, text = tuple(known), used.text[:60]
    kind_word = Word(_KINDS[kind])
    near = nearest(text, names, cutoff=0.5)
    if near is not None:
        fixed = findings.corrected(used, used.text, near)
        values = {"kind": kind_word, "text": text, "near": near, "fixed": fixed}
        findings.add(words.UNKNOWN_NAME_NEAR, used, **values)
    elif names:
        listed = ", ".join(names[:20])
        findings.add(words.UNKNOWN_NAME, used, kind=kind_word, text=text, known=listed)
    else:
        findings.add(words.NO_SUCH_NAMES, used, kind=kind_word, text=text)


def _check_sources(walk: Walk) -> None:
    given = walk.names.get("source!", [])
    _check_known(walk, "source", [one.text for one in given])
    used = {one.text for one in walk.names.get("source", ())}
    for one in given:
        if one.text not in used:
            walk.findings.add(words.UNUSED_SOURCE, one, text=one.text)


def _check_flags(walk: Walk) -> None:
    given = {one.text for one in walk.names.get("flag!", ())}
    for used in walk.names.get("flag", ()):
        if used.text in given:
            continue
        text, near = used.text[:60], nearest(used.text[:60], given, cutoff=0.5)
        if near is None:
            walk.findings.add(words.FLAG_NEVER_SET, used, text=text)
        else:
            fixed = walk.findings.corrected(used, used.text, near)
            walk.findings.add(words.FLAG_NEVER_SET_NEAR, used, text=text, near=near, fixed=fixed)


def _check_pockets(walk: Walk) -> None:
    named = {one.text for one in walk.names.get("pocket!", ())}
    known = (*POCKETS, *sorted(named.difference(POCKETS)))
    seen: set[str] = set()
    for used in walk.names.get("pocket", ()):
        if used.text not in known and used.text not in seen:
            seen.add(used.text)
            listed = ", ".join(known)
            walk.findings.add(words.UNNAMED_POCKET, used, text=used.text[:60], known=listed)


def _check_options_of_others(survey: Survey) -> None:
    """Check the options in conditions on what another dilemma chose."""
    for test in survey.walk.groups.get("chosen", ()):
        name = text_at(test, "dilemma")
        dilemma = survey.by_id.get(name.text) if name else None
        if dilemma is not None:
            for used in _option_names(test):
                check_option(dilemma.choice_ids, used, survey.findings)


def _option_names(test: MapNode) -> tuple[Scalar, ...]:
    alone = text_at(test, "option")
    return (alone,) if alone else texts_of(test.child("option"))
