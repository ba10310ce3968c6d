"""Groups of keys: which belong together, what each holds, which cannot be left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from dilemmaspel.problems import Word
from dilemmaspel.scenario import schema_words as words
from dilemmaspel.scenario.commas import note_comma_cuts
from dilemmaspel.scenario.kinds import Kind
from dilemmaspel.scenario.nodes import MapNode, Node, is_nothing
from dilemmaspel.scenario.walk import Walk, unknown_key


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the format."""

    name: str
    kind: Kind
    meaning: str
    """One line for authors, as an English template that the catalogue translates."""
    required: bool = False
    default: str = ""
    """What counts when the key is left out, as the author would write it."""


@dataclass(frozen=True, slots=True)
class Record:
    """A group of keys; other keys are refused."""

    name: str
    """The name of the group in the reference."""
    keys: Mapping[str, Key]
    keep: str | None = None
    """Under which name the checks of meaning find every group of this kind."""
    required: tuple[Key, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        needed = tuple(key for key in self.keys.values() if key.required)
        object.__setattr__(self, "required", needed)

    def check(self, node: Node, key: str, walk: Walk) -> None:
        """Note everything about the group that does not fit."""
        if not isinstance(node, MapNode):
            walk.findings.add(words.NOT_A_MAP, node, key=key, known=", ".join(self.keys))
            return
        if self.keep is not None:
            walk.keep(self.keep, node)
        self._check_entries(node, walk)
        for needed in self.required:
            if needed.name not in node.entries and not walk.was_guessed(node, needed.name):
                meaning = Word(needed.meaning)
                walk.findings.add(words.MISSING_KEY, node, key=needed.name, meaning=meaning)

    def _check_entries(self, node: MapNode, walk: Walk) -> None:
        pieces: frozenset[str] | None = None
        for name, entry in node.entries.items():
            known = self.keys.get(name)
            if known is None and is_nothing(entry.value):
                pieces = note_comma_cuts(node, walk.findings) if pieces is None else pieces
                if name in pieces:
                    continue
            if known is None:
                elsewhere = walk.homes.get(name)
                guess = unknown_key(entry.key, self.keys, walk, elsewhere)
                if guess is not None:
                    walk.guessed.add((id(node), guess))
            elif is_nothing(entry.value):
                meaning = Word(known.meaning)
                walk.findings.add(words.NO_VALUE, entry.key, key=name, meaning=meaning)
            else:
                known.kind.check(entry.value, name, walk)


def record(name: str, *keys: Key, keep: str | None = None) -> Record:
    """Make a group of keys, in the order of the reference."""
    return Record(name, MappingProxyType({key.name: key for key in keys}), keep)


def inner_kinds(kind: Kind) -> Iterator[Kind]:
    """The kinds inside a kind, such as that of the items of a list."""
    for name in ("item", "other", "value"):
        inside = getattr(kind, name, None)
        if inside is not None:
            yield inside


def inner_records(kind: Kind) -> Iterator[Record]:
    """The groups that a kind leads to."""
    if isinstance(kind, Record):
        yield kind
        return
    for inside in inner_kinds(kind):
        yield from inner_records(inside)


def all_records(top: Record) -> Iterator[Record]:
    """Every group below a group and the group itself, each once, in the order of the keys."""
    seen: set[str] = set()
    waiting = [top]
    while waiting:
        one = waiting.pop(0)
        if one.name in seen:
            continue
        seen.add(one.name)
        yield one
        for key in one.keys.values():
            waiting.extend(inner_records(key.kind))


def homes(top: Record) -> Mapping[str, str]:
    """Per key that stands in one group only: the key under which that group stands."""
    found: dict[str, set[str]] = {}
    for one in all_records(top):
        for key in one.keys.values():
            for inside in inner_records(key.kind):
                for name in inside.keys:
                    found.setdefault(name, set()).add(key.name)
    return MappingProxyType({name: min(at) for name, at in found.items() if len(at) == 1})
