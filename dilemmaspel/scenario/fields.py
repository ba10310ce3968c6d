"""Reading values out of a checked mapping: each key as the type that the schema gave it."""

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Final, TypeVar

from dilemmaspel.game.ids import IndicatorId, frozen
from dilemmaspel.scenario.nodes import ListNode, MapNode, Node, Scalar, is_nothing
from dilemmaspel.scenario.quotes import typeset

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

WHOLE: Final = re.compile(r"[+-]?(?:0|[1-9][0-9]{0,8})")
"""A whole number as the format writes it."""
EXACT: Final = re.compile(r"[+-]?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,9}|/[1-9][0-9]{0,8})?")
"""A number that may have decimals or be a fraction such as 2/3."""

_PARAGRAPHS: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_WRAPPED: Final = re.compile(r"[ \t]*\n[ \t]*(?!- )")


class Fields:
    """A mapping whose keys were checked; a key that is missing gives its default."""

    def __init__(self, node: MapNode | None) -> None:
        self._node = node

    def text(self, key: str, default: str = "") -> str:
        """A text for people: wrapped lines joined, quotation marks as in print."""
        scalar = self._scalar(key)
        return default if scalar is None else typeset(flowing(scalar.text))

    def name(self, key: str) -> str:
        """A title or a name as it was typed: the tables of the log keep those."""
        scalar = self._scalar(key)
        return "" if scalar is None else flowing(scalar.text)

    def word(self, key: str) -> str | None:
        """An id or another short word, or None."""
        scalar = self._scalar(key)
        return None if scalar is None else scalar.text.strip()

    def whole(self, key: str, default: int = 0) -> int:
        """A whole number."""
        scalar = self._scalar(key)
        return default if scalar is None else int(scalar.text)

    def exact(self, key: str, default: T) -> Fraction | T:
        """A number as the exact fraction of its text."""
        scalar = self._scalar(key)
        return default if scalar is None else Fraction(scalar.text)

    def truth(self, key: str, *, default: bool) -> bool:
        """True or false."""
        scalar = self._scalar(key)
        return default if scalar is None else scalar.text == "true"

    def choice(self, key: str, default: E) -> E:
        """One of a closed list."""
        scalar = self._scalar(key)
        return default if scalar is None else type(default)(scalar.text)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text alone counts as a list of one."""
        return tuple(typeset(flowing(one.text)) for one in self._scalars(key))

    def words(self, key: str, make: Callable[[str], T]) -> tuple[T, ...]:
        """A list of ids or other short words."""
        return tuple(make(one.text.strip()) for one in self._scalars(key))

    def inner(self, key: str) -> "Fields | None":
        """The mapping under a key, or None."""
        child = self.node(key)
        return Fields(child) if isinstance(child, MapNode) else None

    def group(self, key: str) -> "Fields":
        """The mapping under a key; an empty one when the key is missing."""
        return self.inner(key) or Fields(None)

    def each(self, key: str) -> Iterator["Fields"]:
        """The mappings of a list."""
        child = self.node(key)
        items = child.items if isinstance(child, ListNode) else ()
        return (Fields(item) for item in items if isinstance(item, MapNode))

    def named(self, key: str) -> Iterator[tuple[str, "Fields"]]:
        """The mappings under the keys of a mapping."""
        for name, value in self.group(key).pairs():
            if isinstance(value, MapNode):
                yield name, Fields(value)

    def pairs(self) -> Iterator[tuple[str, Node]]:
        """The keys that have a value, with their nodes."""
        entries = self._node.entries if self._node else {}
        return ((name, entry.value) for name, entry in entries.items() if not _is_empty(entry))

    def amounts(self, key: str, make: Callable[[str], T]) -> Mapping[T, int]:
        """A mapping of ids to whole numbers."""
        found = self.group(key).pairs()
        return frozen({make(n): int(v.text) for n, v in found if isinstance(v, Scalar)})

    def effects(self, key: str) -> Mapping[IndicatorId, int]:
        """A mapping of indicators to whole numbers."""
        return self.amounts(key, IndicatorId)

    def node(self, key: str) -> Node | None:
        """What stands under a key, or None when nothing does."""
        child = self._node.child(key) if self._node else None
        return None if is_nothing(child) else child

    def _scalar(self, key: str) -> Scalar | None:
        child = self.node(key)
        return child if isinstance(child, Scalar) else None

    def _scalars(self, key: str) -> tuple[Scalar, ...]:
        child = self.node(key)
        if isinstance(child, Scalar):
            return (child,)
        items = child.items if isinstance(child, ListNode) else ()
        return tuple(item for item in items if isinstance(item, Scalar))


def flowing(text: str) -> str:
    """Join wrapped lines: an empty line starts a paragraph, a dash starts a line of a list."""
    if "\n" not in text:
        return text.strip()
    paragraphs = _PARAGRAPHS.split(text.strip())
    return "\n\n".join(_WRAPPED.sub(" ", one) for one in paragraphs)


def _is_empty(entry: object) -> bool:
    return is_nothing(getattr(entry, "value", None))
