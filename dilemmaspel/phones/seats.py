"""Whose phone is whose seat: random tokens, of which only a hash is kept.

The hashes stand in a small file beside the log, so that the phones come back after a crash; it is
erased with the session. A token itself is kept by the phone alone.
"""

import base64
import hashlib
import json
import os
import re
import secrets
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Final

from dilemmaspel.game.ids import SeatId
from dilemmaspel.phones.joincode import PATH_LENGTH, TYPED_LENGTH, new_code, new_word
from dilemmaspel.phones.screen import Why

FOLDER: Final = "phones"
TOKEN_BYTES: Final = 16

_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{22}")
_SAFE_NAME: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Token:
    """What one phone holds: `cookie` for a browser that keeps it, `form` for one that does not."""

    cookie: str
    form: str


@dataclass(frozen=True, slots=True)
class Codes:
    """How people find in: the code of the QR, and the word on the beamer and the phones."""

    path: str
    word: str

    @property
    def typed(self) -> str:
        """The short code that people type."""
        return self.path[:TYPED_LENGTH]


def form_of(cookie: str) -> str:
    """Return the form token that goes with a cookie."""
    secret = hashlib.sha256(f"form|{cookie}".encode()).digest()[:TOKEN_BYTES]
    return base64.urlsafe_b64encode(secret).decode().rstrip("=")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


class Seats:
    """The phones of one session; safe to share between threads."""

    def __init__(self, session: str, folder: Path | None = None) -> None:
        self._file = _file_of(session, folder)
        self._session = session
        self._lock = Lock()
        self.number = 0
        """Counts the changes."""
        self.saved = 0
        """The change up to which everything is written."""
        record = _read(self._file, session)
        self._seat_of: dict[str, SeatId] = record.seats
        self._key_of = {seat: key for key, seat in self._seat_of.items()}
        self._gone: dict[str, Why] = record.gone
        self._offers: dict[str, SeatId] = {}
        """One-time codes with which another phone takes a seat over."""
        self.codes = record.codes
        self.port = record.port

    def of(self, cookie: str | None, form: str | None = None) -> SeatId | None:
        """Return the seat of a cookie, or else of a form token; None for a stranger."""
        for key in _keys(cookie, form):
            if key in self._seat_of:
                return self._seat_of[key]
        return None

    def gone(self, cookie: str | None, form: str | None = None) -> Why:
        """Tell why a token that was once good is not any more."""
        return next((self._gone[k] for k in _keys(cookie, form) if k in self._gone), Why.NONE)

    def held(self) -> frozenset[SeatId]:
        """Return the seats that a phone holds."""
        with self._lock:
            return frozenset(self._key_of)

    def bind(self, seat: SeatId) -> Token:
        """Give a seat to a phone, and return its tokens; who held it before has lost it."""
        cookie = secrets.token_urlsafe(TOKEN_BYTES)
        token = Token(cookie, form_of(cookie))
        with self._lock:
            self._let_go(seat, Why.TAKEN_OVER)
            key = _digest(token.form)
            self._seat_of[key], self._key_of[seat] = seat, key
            self.number += 1
        return token

    def let_go(self, seat: SeatId, why: Why) -> None:
        """Take a seat away from its phone, which will show why."""
        with self._lock:
            self._let_go(seat, why)

    def _let_go(self, seat: SeatId, why: Why) -> None:
        key = self._key_of.pop(seat, None)
        if key is not None:
            del self._seat_of[key]
            self._gone[key] = why
            self.number += 1

    def offer(self, seat: SeatId) -> str:
        """Return a code with which one other phone can take this seat over."""
        code = new_code(PATH_LENGTH)
        with self._lock:
            self._offers = {c: s for c, s in self._offers.items() if s != seat}
            self._offers[code] = seat
        return code

    def offered(self, code: str) -> SeatId | None:
        """Use up the code of an offer; None when there is no such offer."""
        with self._lock:
            return self._offers.pop(code, None)

    # ---------------------------------------------------------------- the file

    def save(self) -> None:
        """Write the file so that a crash leaves the old one or the new one; raises OSError."""
        with self._lock:
            number, record = self.number, self._as_record()
        if self._file is not None:
            _write(self._file, json.dumps(record))
        self.saved = max(self.saved, number)

    def changed(self) -> None:
        """Have everything written with the next `save`."""
        with self._lock:
            self.number += 1

    def erase(self) -> None:
        """Forget every phone, and remove the file; raises OSError."""
        with self._lock:
            self._seat_of.clear()
            self._key_of.clear()
            self._gone.clear()
            self._offers.clear()
            self.saved = self.number
        if self._file is not None:
            self._file.unlink(missing_ok=True)

    def _as_record(self) -> dict[str, Any]:
        return {
            "version": 1,
            "session": self._session,
            "path": self.codes.path,
            "word": self.codes.word,
            "port": self.port,
            "seats": self._seat_of,
            "gone": self._gone,
        }


def _keys(cookie: str | None, form: str | None) -> Iterable[str]:
    if cookie and _TOKEN.fullmatch(cookie):
        yield _digest(form_of(cookie))
    if form and _TOKEN.fullmatch(form):
        yield _digest(form)


@dataclass(frozen=True, slots=True)
class _Record:
    codes: Codes
    port: int
    seats: dict[str, SeatId]
    gone: dict[str, Why]


def _file_of(session: str, folder: Path | None) -> Path | None:
    if folder is None:
        return None
    name = session if _SAFE_NAME.fullmatch(session) else _digest(session)[:32]
    return folder / FOLDER / f"{name}.json"


def _read(file: Path | None, session: str) -> _Record:
    """Read the file; one that is missing, broken, or of another session is as good as none."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        record = json.loads(file.read_text(encoding="utf-8")) if file else None
        if isinstance(record, Mapping) and record["session"] == session:
            return _Record(
                Codes(str(record["path"]), str(record["word"])),
                int(record["port"]),
                {str(k): SeatId(int(seat)) for k, seat in record["seats"].items()},
                {str(k): Why(why) for k, why in record["gone"].items()},
            )
    return _Record(Codes(new_code(), new_word()), 0, {}, {})


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".seats-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as half:
            half.write(text)
            half.flush()
            os.fsync(half.fileno())
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
