"""Names for the ids that travel through the game, and an immutable map."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NewType, TypeVar

SessionId = NewType("SessionId", str)
SeatId = NewType("SeatId", int)
RoleId = NewType("RoleId", str)
DilemmaId = NewType("DilemmaId", str)
OptionId = NewType("OptionId", str)
IndicatorId = NewType("IndicatorId", str)
FlagId = NewType("FlagId", str)
PocketId = NewType("PocketId", str)
EndingId = NewType("EndingId", str)

K = TypeVar("K")
V = TypeVar("V")


def frozen(mapping: Mapping[K, V] | None = None) -> Mapping[K, V]:
    """Return a read-only copy of `mapping`, keeping its order."""
    return MappingProxyType(dict(mapping or {}))


def updated(mapping: Mapping[K, V], key: K, value: V) -> Mapping[K, V]:
    """Return a read-only copy of `mapping` with one entry set."""
    copy = mapping.copy() if isinstance(mapping, MappingProxyType) else dict(mapping)
    copy[key] = value
    return MappingProxyType(copy)
