"""One check of a file against the schema: what was found, and the names that were met."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dilemmaspel.scenario import schema_words as words
from dilemmaspel.scenario.findings import Findings, Wording, nearest
from dilemmaspel.scenario.nodes import MapNode, Scalar


@dataclass(slots=True)
class Walk:
    """One check of one file: what was found, and the names that were met."""

    findings: Findings
    names: dict[str, list[Scalar]] = field(default_factory=dict)
    """Per kind of name: every use of it, such as the flags in conditions."""
    homes: Mapping[str, str] = field(default_factory=dict)
    """Per key that has one place in the format: the key it stands under."""
    groups: dict[str, list[MapNode]] = field(default_factory=dict)
    """Per kind of record that asks for it: every one, such as the conditions on a share."""

    guessed: set[tuple[int, str]] = field(default_factory=set)
    """Keys that an unknown one was taken for, per group of keys."""

    def was_guessed(self, group: MapNode, key: str) -> bool:
        """Whether a key is there after all, misspelt; then it is not missing as well."""
        return (id(group), key) in self.guessed

    def use(self, kind: str, scalar: Scalar) -> None:
        """Keep a use of a name."""
        self.names.setdefault(kind, []).append(scalar)

    def keep(self, kind: str, node: MapNode) -> None:
        """Keep a record for a later check."""
        self.groups.setdefault(kind, []).append(node)


def unknown_key(
    key: Scalar, known: Mapping[str, object], walk: Walk, elsewhere: str | None = None
) -> str | None:
    """Note a key that does not belong here; the nearest known one is given back."""
    name = key.text
    before, colon, after = name.partition(":")
    if colon and before in known:
        fixed = walk.findings.corrected(key, name, f"{before}: {after}")
        walk.findings.add(words.UNKNOWN_KEY_COLON, key, near=before, fixed=fixed)
        return before
    near = nearest(name[:60], known)
    if near is None:
        _unknown_without_near(key, known, walk, elsewhere)
        return None
    wording: Wording = words.UNKNOWN_KEY_NEAR
    if near == name.lower():
        wording = words.UNKNOWN_KEY_CASE
    elif elsewhere is not None:
        _unknown_without_near(key, known, walk, elsewhere)
        return None
    fixed = walk.findings.corrected(key, name, near)
    walk.findings.add(wording, key, key=name[:60], near=near, fixed=fixed)
    return near


def _unknown_without_near(
    key: Scalar, known: Mapping[str, object], walk: Walk, elsewhere: str | None
) -> None:
    name = key.text[:60]
    if elsewhere is not None:
        walk.findings.add(words.UNKNOWN_KEY_ELSEWHERE, key, key=name, parent=elsewhere)
    else:
        walk.findings.add(words.UNKNOWN_KEY, key, key=name, known=", ".join(known))
