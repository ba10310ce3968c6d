"""Events as the log keeps them: a kind, a version of its shape, and a payload in JSON.

When the shape of an event changes, its number in `VERSIONS` goes up and `LIFTERS` gets a function
that turns the old JSON object into the new one; payloads in old logs are never rewritten.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Final, get_args

from dilemmaspel.game.events import Event, SessionStarted
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.storage.shapes import ShapeError, record_reader, record_writer

Build = Callable[[str, str], Scenario]
Lifter = Callable[[dict[str, Any]], dict[str, Any]]

VERSIONS: Final[Mapping[str, int]] = MappingProxyType({})
"""The version of an event's shape, for every kind whose shape has changed since 1."""

LIFTERS: Final[Mapping[tuple[str, int], Lifter]] = MappingProxyType({})
"""(kind, version) of an old shape, and how it becomes the next version."""

_KINDS: Final = {cls.__name__: cls for cls in get_args(Event)}
_REBUILT: Final = frozenset({"scenario"})
_HASHED: Final = ("scenario_text", "roles_text")


class PayloadError(ValueError):
    """A payload that cannot be read: unknown, of a newer version, or damaged."""


@dataclass(frozen=True, slots=True)
class Packed:
    """An event as the log keeps it."""

    kind: str
    version: int
    payload: str


def text_hash(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hexadecimals."""
    return sha256(text.encode()).hexdigest()


@lru_cache(maxsize=16)
def built(scenario_text: str, roles_text: str) -> Scenario:
    """The scenario of a log, built once for all its sessions."""
    from dilemmaspel.scenario.build import scenario_from_text

    return scenario_from_text(scenario_text, roles_text)


class Codec:
    """Packs and unpacks events; `build` makes the scenario of a session from its two texts."""

    def __init__(
        self,
        build: Build = built,
        versions: Mapping[str, int] = VERSIONS,
        lifters: Mapping[tuple[str, int], Lifter] = LIFTERS,
    ) -> None:
        self._build = build
        self._lifters = lifters
        self._versions = {kind: versions.get(kind, 1) for kind in _KINDS}
        self._writers = {
            cls: (kind, self._versions[kind], record_writer(cls, _left_out(cls)))
            for kind, cls in _KINDS.items()
        }
        self._readers = {kind: record_reader(cls, _left_out(cls)) for kind, cls in _KINDS.items()}

    def pack(self, event: Event) -> Packed:
        """Write an event; of a scenario its texts and their hashes are kept."""
        kind, version, write = self._writers[type(event)]
        text = write(event)
        if isinstance(event, SessionStarted):
            text = _with_hashes(event, text)
        return Packed(kind, version, text)

    def unpack(self, packed: Packed) -> Event:
        """Read an event back; raises PayloadError when it cannot be read."""
        try:
            record = json.loads(packed.payload)
        except ValueError as error:
            raise PayloadError(f"{packed.kind} is no JSON: {error}") from None
        if not isinstance(record, dict):
            raise PayloadError(f"{packed.kind} is no object")
        record = self._lifted(packed, record)
        if packed.kind == SessionStarted.__name__:
            record = self._with_scenario(record)
        try:
            event: Event = self._readers[packed.kind](record)
        except ShapeError as error:
            raise PayloadError(f"{packed.kind}: {error}") from None
        return event

    def _lifted(self, packed: Packed, record: dict[str, Any]) -> dict[str, Any]:
        newest = self._versions.get(packed.kind)
        if newest is None or packed.version > newest:
            raise PayloadError(f"{packed.kind} version {packed.version} is newer than this program")
        for version in range(packed.version, newest):
            lift = self._lifters.get((packed.kind, version))
            if lift is None:
                raise PayloadError(f"{packed.kind} version {version} has no way up")
            record = lift(record)
        return record

    def _with_scenario(self, record: dict[str, Any]) -> dict[str, Any]:
        texts = [record.get(name) for name in _HASHED]
        for name, text in zip(_HASHED, texts, strict=True):
            if not isinstance(text, str) or record.pop(_hash_name(name), "") != text_hash(text):
                raise PayloadError(f"SessionStarted: {name} does not have its hash")
        try:
            return {**record, "scenario": self._build(*map(str, texts))}
        except ValueError as error:
            raise PayloadError(f"SessionStarted: its scenario cannot be read: {error}") from error


def _left_out(cls: type[Any]) -> frozenset[str]:
    return _REBUILT if cls is SessionStarted else frozenset()


def _hash_name(name: str) -> str:
    return name.removesuffix("_text") + "_sha256"


def _with_hashes(event: SessionStarted, text: str) -> str:
    hashes = {_hash_name(name): text_hash(getattr(event, name)) for name in _HASHED}
    return json.dumps({**json.loads(text), **hashes}, ensure_ascii=False, separators=(",", ":"))
