"""The head of a request, read byte by byte before any framework sees it.

Whoever asks a little differently from what a browser does is refused: what two programs read in
two ways is how attacks slip through. Of the header lines only those that are needed go on.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote_to_bytes

from dilemmaspel.phones.config import Limits

END: Final = b"\r\n\r\n"

JSON: Final = "application/json"
FORM: Final = "application/x-www-form-urlencoded"

API: Final = "/api/"

PASSED_ON: Final = frozenset(
    {
        "accept",
        "accept-language",
        "content-length",
        "content-type",
        "cookie",
        "host",
        "origin",
        "x-form",
    }
)
"""What the pages are told; not what kind of phone asks, for that is nobody's business."""

_LINE: Final = re.compile(rb"([A-Z]{1,16}) ([\x21-\x7e]+) HTTP/1\.([01])")
_NAME: Final = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
_BAD_ESCAPE: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ODD_IN_URL: Final = re.compile(r'["<>\\^`{|}#]')
_LENGTH: Final = re.compile(r"[0-9]{1,9}")


class Bad(Exception):
    """A request that is refused; `status` is the answer, and the connection is closed."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why
        """One word, for counting."""


@dataclass(frozen=True, slots=True)
class Head:
    """A request that is well formed."""

    method: str
    target: str
    """The path with its query, as it was sent."""
    fields: Mapping[str, str]
    """The lines of `PASSED_ON`, by their small-letter names."""
    length: int
    """Bytes of the body that follows."""
    keeps: bool
    """Whether the connection stays open after the answer."""

    @property
    def path(self) -> str:
        """The path without its query."""
        return self.target.partition("?")[0]

    def written(self) -> bytes:
        """Write it anew, for the framework."""
        lines = [f"{self.method} {self.target} HTTP/1.1"]
        lines += [f"{name}: {value}" for name, value in self.fields.items()]
        lines += [] if self.keeps else ["connection: close"]
        return "\r\n".join([*lines, "", ""]).encode("utf-8")


def begins_badly(data: bytes | bytearray) -> bool:
    """Tell from the first bytes that this will never be a request, such as a TLS greeting."""
    return bool(data) and not 0x41 <= data[0] <= 0x5A


def parse(data: bytes, limits: Limits) -> Head:
    """Read a whole head, without the empty line that ends it; raises Bad."""
    lines = data.split(b"\r\n")
    if _CONTROL.search(b"".join(lines)):
        raise Bad(400, "control")
    method, target, version = _first_line(lines[0], limits)
    fields = _fields(lines[1:], limits)
    if method not in {"GET", "HEAD", "POST"}:
        raise Bad(405, "method")
    length = _length_of(method, fields)
    if length > limits.body_bytes:
        raise Bad(413, "body")
    said = fields.get("connection", "").lower()
    keeps = "close" not in said if version == 1 else "keep-alive" in said
    passed = {name: value for name, value in fields.items() if name in PASSED_ON}
    head = Head(method, target, passed, length, keeps)
    _check_type(head)
    return head


def too_long(data: bytes, limits: Limits) -> tuple[int, str]:
    """Tell what is too long of a head that does not end: its address, or all of it."""
    first = data.partition(b"\r\n")[0]
    return (414, "url") if len(first) > limits.url_bytes else (431, "headers")


def check_line(line: bytes, limits: Limits) -> None:
    """Check the first line, before the rest has come; raises Bad."""
    _first_line(line, limits)


def _first_line(line: bytes, limits: Limits) -> tuple[str, str, int]:
    found = _LINE.fullmatch(line)
    if found is None:
        too_long = len(line) > limits.url_bytes and line.isascii()
        raise Bad(414 if too_long else 400, "url" if too_long else "line")
    method, target, minor = found[1].decode(), found[2].decode(), int(found[3])
    if method == "TRACE":
        raise Bad(400, "method")
    if len(target) > limits.url_bytes:
        raise Bad(414, "url")
    _check_target(target)
    return method, target, minor


def _check_target(target: str) -> None:
    path = target.partition("?")[0]
    odd = _BAD_ESCAPE.search(target) or _ODD_IN_URL.search(target)
    if odd or not target.startswith("/") or target.startswith("//") or ".." in path:
        raise Bad(400, "url")
    decoded = unquote_to_bytes(target)
    if b"\0" in decoded:
        raise Bad(400, "url")
    try:
        decoded.decode("utf-8")
    except UnicodeDecodeError:
        raise Bad(400, "url") from None


def _fields(lines: list[bytes], limits: Limits) -> dict[str, str]:
    """Read the lines; those that matter may stand there once."""
    if len(lines) > limits.header_lines:
        raise Bad(431, "headers")
    fields: dict[str, str] = {}
    for line in lines:
        left, colon, right = line.partition(b":")
        if not colon or _NAME.fullmatch(left) is None:
            raise Bad(400, "header")
        name = left.decode().lower()
        try:
            value = right.strip(b" \t").decode("utf-8")
        except UnicodeDecodeError:
            raise Bad(400, "header") from None
        if name in fields:
            _check_twice(name)
            value = f"{fields[name]}, {value}"
        fields[name] = value
    return fields


def _check_twice(name: str) -> None:
    """Refuse a line that stands there twice and should not; a double host is nobody's host."""
    if name == "host":
        raise Bad(421, "host")
    if name in PASSED_ON | {"transfer-encoding", "content-encoding", "expect"}:
        raise Bad(400, "header")


def _length_of(method: str, fields: Mapping[str, str]) -> int:
    told = fields.get("content-length")
    if "transfer-encoding" in fields:
        raise Bad(400 if told is not None else 411, "framing")
    if "content-encoding" in fields:
        raise Bad(415, "encoding")
    if "expect" in fields:
        raise Bad(417, "expect")
    if told is None:
        return 0
    if not told.isascii() or not told.isdigit():
        raise Bad(400, "framing")
    if _LENGTH.fullmatch(told) is None:
        raise Bad(413, "body")
    length = int(told)
    if length and method != "POST":
        raise Bad(400, "framing")
    return length


def _check_type(head: Head) -> None:
    """Check that a script sends JSON and a form a form, so that no other page can send either."""
    if head.method != "POST":
        return
    kind, _, rest = head.fields.get("content-type", "").partition(";")
    wanted = JSON if head.path.startswith(API) else FORM
    charset = rest.strip().lower().replace('"', "")
    if kind.strip().lower() != wanted or charset not in {"", "charset=utf-8"}:
        raise Bad(415, "type")
