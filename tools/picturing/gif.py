"""Moving pictures as GIF: one palette, and per frame only the box in which something changed.

The format is that of GIF89a (CompuServe, 1990); its appendix F describes the compression.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from struct import pack
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from tools.picturing.png import palette

BITS: Final = 8
_CLEAR: Final = 1 << BITS
_END: Final = _CLEAR + 1
_MOST_CODES: Final = 4096
_FOREVER: Final = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
_BLOCK: Final = 255


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture and how long it stands, in hundredths of a second."""

    image: QImage
    hundredths: int


def save_gif(frames: Sequence[Frame], path: Path, telling: Sequence[QImage]) -> None:
    """Write frames of one size as a GIF that repeats; its colours are those of `telling`."""
    if not frames:
        raise ValueError("a moving picture needs a frame")
    colours = palette(_sheet(telling))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(_parts(frames, colours)))


def _sheet(images: Sequence[QImage]) -> QImage:
    """Put pictures below each other, to count their colours together."""
    size = images[0].size()
    sheet = QImage(size.width(), size.height() * len(images), QImage.Format.Format_RGB32)
    painter = QPainter(sheet)
    for row, image in enumerate(images):
        painter.drawImage(0, row * size.height(), image)
    painter.end()
    return sheet


def _parts(frames: Sequence[Frame], colours: Sequence[int]) -> Iterator[bytes]:
    width, height = frames[0].image.width(), frames[0].image.height()
    yield b"GIF89a" + pack("<HHBBB", width, height, 0x80 | (BITS - 1) << 4 | (BITS - 1), 0, 0)
    yield b"".join(bytes((c >> 16 & 255, c >> 8 & 255, c & 255)) for c in colours)
    yield bytes(3 * ((1 << BITS) - len(colours)))
    yield _FOREVER
    for rows, box, hundredths in _changes(frames, colours):
        yield pack("<BBBBHBB", 0x21, 0xF9, 4, 0x04, hundredths, 0, 0)
        yield pack("<BHHHHB", 0x2C, box.x(), box.y(), box.width(), box.height(), 0)
        cut = (row[box.left() : box.right() + 1] for row in rows[box.top() : box.bottom() + 1])
        yield bytes((BITS,)) + _blocks(compressed(b"".join(cut)))
    yield b"\x3b"


Rows = list[bytes]


def _changes(frames: Iterable[Frame], colours: Sequence[int]) -> Iterator[tuple[Rows, QRect, int]]:
    """The rows of each frame, and the box outside of which it is like the frame before."""
    before: Rows = []
    for frame in frames:
        rows = _rows(frame.image, colours)
        yield rows, _box(before, rows), frame.hundredths
        before = rows


def _rows(image: QImage, colours: Sequence[int]) -> Rows:
    few = image.convertToFormat(QImage.Format.Format_RGB32).convertToFormat(
        QImage.Format.Format_Indexed8, list(colours), Qt.ImageConversionFlag.AvoidDither
    )
    dots, line = bytes(few.constBits()), few.bytesPerLine()
    return [dots[y * line : y * line + few.width()] for y in range(few.height())]


def _box(before: Rows, rows: Rows) -> QRect:
    """The smallest box around what differs; one dot when nothing does."""
    wide = len(rows[0])
    if not before:
        return QRect(0, 0, wide, len(rows))
    changed = [y for y, (old, new) in enumerate(zip(before, rows, strict=True)) if old != new]
    if not changed:
        return QRect(0, 0, 1, 1)
    left = min(_same(before[y], rows[y]) for y in changed)
    right = min(_same(before[y][::-1], rows[y][::-1]) for y in changed)
    return QRect(left, changed[0], wide - left - right, changed[-1] - changed[0] + 1)


def _same(old: bytes, new: bytes) -> int:
    """How many bytes two different rows have in common at their start."""
    return next(x for x, (a, b) in enumerate(zip(old, new, strict=True)) if a != b)


def _blocks(data: bytes) -> bytes:
    cut = [data[at : at + _BLOCK] for at in range(0, len(data), _BLOCK)]
    return b"".join(bytes((len(one),)) + one for one in cut) + b"\x00"


def compressed(dots: bytes) -> bytes:
    """Compress dots with the variable-length codes of Lempel, Ziv and Welch."""
    out = bytearray()
    held = filled = 0
    for code, width in _codes(dots):
        held |= code << filled
        filled += width
        while filled >= 8:
            out.append(held & 255)
            held >>= 8
            filled -= 8
    if filled:
        out.append(held)
    return bytes(out)


def _codes(dots: bytes) -> Iterator[tuple[int, int]]:
    """The codes with their widths in bits; the table starts anew when it is full."""
    known: dict[tuple[int, int], int] = {}
    width, following = BITS + 1, _END + 1
    yield _CLEAR, width
    last = dots[0]
    for dot in dots[1:]:
        pair = (last, dot)
        if pair in known:
            last = known[pair]
            continue
        yield last, width
        known[pair] = following
        following += 1
        if following > 1 << width:
            width += 1
        if following == _MOST_CODES:
            yield _CLEAR, min(width, 12)
            known.clear()
            width, following = BITS + 1, _END + 1
        last = dot
    yield last, width
    yield _END, width
