"""The kind and size of a picture from its first bytes, without decoding it.

The layouts are those of the PNG specification (IHDR), of JPEG (ITU T.81, frame headers) and of
the WebP container (VP8, VP8L and VP8X chunks).
"""

from typing import Final

SHORT_HEADER: Final = 64
"""How many bytes hold the size of a PNG or a WebP."""

LONG_HEADER: Final = 512 * 1024
"""How many more are read of a JPEG, which may have large notes before its size."""

_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xDA)})


def picture_kind(header: bytes) -> str | None:
    """The kind by the first bytes: `png`, `jpg`, `webp`, or None for anything else."""
    if header.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if header.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if header.startswith(b"RIFF") and header[8:12] == b"WEBP":
        return "webp"
    return None


def picture_size(kind: str, header: bytes) -> tuple[int, int] | None:
    """Width and height in dots, or None when the file is cut off or damaged."""
    if kind == "png":
        size = _png(header)
    elif kind == "jpg":
        size = _jpg(header)
    else:
        size = _webp(header)
    return size if size and min(size) > 0 else None


def _png(header: bytes) -> tuple[int, int] | None:
    if len(header) < 33 or header[12:16] != b"IHDR":
        return None
    return int.from_bytes(header[16:20], "big"), int.from_bytes(header[20:24], "big")


def _jpg(header: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(header):
        if header[at] != 0xFF:
            return None
        marker = header[at + 1]
        if marker in _FRAMES:
            height = int.from_bytes(header[at + 5 : at + 7], "big")
            return int.from_bytes(header[at + 7 : at + 9], "big"), height
        if marker == 0xFF:
            at += 1
        elif marker in _ALONE:
            at += 2
        else:
            at += 2 + int.from_bytes(header[at + 2 : at + 4], "big")
    return None


def _webp(header: bytes) -> tuple[int, int] | None:
    if len(header) < 30:
        return None
    chunk = header[12:16]
    if chunk == b"VP8 " and header[23:26] == b"\x9d\x01\x2a":
        sizes = int.from_bytes(header[26:28], "little"), int.from_bytes(header[28:30], "little")
        return sizes[0] & 0x3FFF, sizes[1] & 0x3FFF
    if chunk == b"VP8L" and header[20] == 0x2F:
        bits = int.from_bytes(header[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8X":
        width = int.from_bytes(header[24:27], "little") + 1
        return width, int.from_bytes(header[27:30], "little") + 1
    return None
