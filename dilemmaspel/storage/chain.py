"""The chain: every event of a session carries a hash over itself and the one before it.

The chain covers a salted hash of each payload and not the payload, so that a payload can be
erased without breaking it. `docs/log.md` writes the formula out for other programs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final

SALT_BYTES: Final = 16
FIRST_LINK: Final = bytes(32)
"""What stands before the first event of a session."""

CODE_LENGTH: Final = 10


@dataclass(frozen=True, slots=True)
class Row:
    """An event as it lies in the file; salt and payload are None once erased."""

    seq: int
    session: str
    at: int
    kind: str
    version: int
    payload_hash: bytes
    chain: bytes
    salt: bytes | None
    payload: bytes | None
    key: str | None
    blanked: bool = False
    """Its texts were erased: what is left of it stands beside the log, if anything."""


class Fault(StrEnum):
    """What can be wrong with one event."""

    LINK = "link"
    """It was changed, or something before it was taken away or put in."""
    PAYLOAD = "payload"
    """What it says was changed."""
    LEFT = "left"
    """Its texts were erased, but they are still there."""
    MISSING = "missing"
    """What it says is gone, and the session was not erased."""


def payload_hash(salt: bytes, payload: bytes) -> bytes:
    """SHA-256 over the salt and the payload in UTF-8."""
    return sha256(salt + payload).digest()


def link(before: bytes, session: str, at: int, kind: str, version: int, hashed: bytes) -> bytes:
    """SHA-256 over the link before, the fields of the event, and its payload's hash."""
    header = f"{session}\n{at}\n{kind}\n{version}\n"
    return sha256(before + header.encode() + hashed).digest()


def faults(rows: Sequence[Row], *, erased: bool = False) -> Iterator[tuple[Row, Fault]]:
    """Every event of one session that is not as it was written, where it stands."""
    before = FIRST_LINK
    for row in rows:
        wanted = link(before, row.session, row.at, row.kind, row.version, row.payload_hash)
        before = row.chain
        if row.chain != wanted:
            yield row, Fault.LINK
        elif row.blanked:
            if row.salt is not None:
                yield row, Fault.LEFT
        elif row.salt is None or row.payload is None:
            if not erased:
                yield row, Fault.MISSING
        elif payload_hash(row.salt, row.payload) != row.payload_hash:
            yield row, Fault.PAYLOAD


def check_code(chain: bytes) -> str:
    """Ten hexadecimals that change when anything in a session's events does."""
    return chain.hex()[:CODE_LENGTH]
