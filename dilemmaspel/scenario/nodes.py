"""The tree of a file: texts, lists and mappings that know where they stand."""

from collections.abc import Mapping
from typing import NamedTuple


class Scalar(NamedTuple):
    """One text, as it stands in the file; lines and columns count from 1."""

    text: str
    plain: bool
    """Whether it stands without quotes, so that it may be a number or true or false."""
    line: int
    column: int


class ListNode(NamedTuple):
    """Items in their order; the place is that of the first dash or the bracket."""

    items: tuple["Node", ...]
    line: int
    column: int


class Entry(NamedTuple):
    """A key and what stands behind its colon."""

    key: Scalar
    value: "Node"


class MapNode(NamedTuple):
    """Keys with their values; the place is that of the first key or the brace."""

    entries: Mapping[str, Entry]
    line: int
    column: int

    def child(self, name: str) -> "Node | None":
        """The value of a key, or None when the key is not there."""
        entry = self.entries.get(name)
        return entry.value if entry else None


Node = Scalar | ListNode | MapNode

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""What a plain scalar reads when there is no value behind the colon."""


def is_nothing(node: Node | None) -> bool:
    """Tell whether no value stands there: no key, an empty spot, or a plain null."""
    return node is None or (isinstance(node, Scalar) and node.plain and node.text in NOTHING)


def texts_of(node: Node | None) -> tuple[Scalar, ...]:
    """The scalars of a list, whatever else stands in it; nothing for other nodes."""
    if not isinstance(node, ListNode):
        return ()
    return tuple(item for item in node.items if isinstance(item, Scalar))


def maps_of(node: Node | None) -> tuple[MapNode, ...]:
    """The mappings of a list, whatever else stands in it; nothing for other nodes."""
    if not isinstance(node, ListNode):
        return ()
    return tuple(item for item in node.items if isinstance(item, MapNode))


def map_at(node: Node | None, name: str) -> MapNode | None:
    """The mapping under a key of a mapping, or None when there is none."""
    child = node.child(name) if isinstance(node, MapNode) else None
    return child if isinstance(child, MapNode) else None


def text_at(node: Node | None, name: str) -> Scalar | None:
    """The scalar under a key of a mapping, or None when there is none or it is empty."""
    child = node.child(name) if isinstance(node, MapNode) else None
    return child if isinstance(child, Scalar) and not is_nothing(child) else None


def entries_at(node: Node | None, name: str) -> tuple[Entry, ...]:
    """The entries of the mapping under a key, in their order."""
    child = map_at(node, name)
    return tuple(child.entries.values()) if child else ()
