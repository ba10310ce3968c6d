"""Small picture files: as few colours as a picture can do with."""

import math
from collections import Counter
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage

LARGE: Final = 150_000
"""A picture of more bytes than this gives up colours that the eye misses least."""
COLOURS: Final = 256
EXACT: Final = 24
"""Of them the ones that are kept as they are: those of large even surfaces."""

_KEEP: Final = 0xFEFEFE
"""Colours that agree in these bits are counted as one."""


def save(image: QImage, path: Path, large: int = LARGE) -> None:
    """Save a picture as small as PNG can be, or stop with the path that could not be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    plain.setDevicePixelRatio(1)
    data = encoded(plain)
    if len(data) > large:
        data = encoded(with_palette(plain))
    try:
        path.write_bytes(data)
    except OSError as error:
        raise SystemExit(f"Could not write {path}: {error}") from error


def encoded(image: QImage) -> bytes:
    """Return a picture as the bytes of a PNG file."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 0)  # type: ignore[call-overload] # the stub wants bytes
    return bytes(kept.data())


def with_palette(image: QImage) -> QImage:
    """Return a picture with at most 256 colours, those that it has most of."""
    return image.convertToFormat(
        QImage.Format.Format_Indexed8, palette(image), Qt.ImageConversionFlag.AvoidDither
    )


def palette(image: QImage) -> list[int]:
    """Choose the colours of a picture by halving the box with the widest colours, again and again.

    Colours are weighed by how often they occur, so large even surfaces keep theirs exactly.
    """
    counted = Counter(memoryview(image.constBits()).cast("I"))
    exact = [colour for colour, _ in counted.most_common(EXACT)]
    rest = Counter[int]()
    for colour, count in counted.items():
        rest[colour & _KEEP] += count
    boxes = [list(rest.items())]
    while len(boxes) < COLOURS - len(exact):
        widest = max(boxes, key=_spread)
        if len(widest) < 2:
            break
        boxes.remove(widest)
        boxes.extend(_halves(widest))
    return [0xFF000000 | c for c in exact] + [0xFF000000 | _mean(box) for box in boxes]


Box = list[tuple[int, int]]
"""Colours with how often they occur."""


def _spread(box: Box) -> float:
    """How much is lost when a box becomes one colour: its width, and how much stands in it."""
    if len(box) < 2:
        return 0.0
    _, width = _axis(box)
    return width * math.sqrt(sum(count for _, count in box))


def _axis(box: Box) -> tuple[int, int]:
    """The bit shift of the channel that varies most, and by how much."""
    spans = []
    for shift in (16, 8, 0):
        values = [colour >> shift & 0xFF for colour, _ in box]
        spans.append((max(values) - min(values), shift))
    width, shift = max(spans)
    return shift, width


def _halves(box: Box) -> tuple[Box, Box]:
    shift, _ = _axis(box)
    ordered = sorted(box, key=lambda one: one[0] >> shift & 0xFF)
    half, seen, cut = sum(count for _, count in box) / 2, 0, 1
    for place, (_, count) in enumerate(ordered[:-1], start=1):
        seen += count
        cut = place
        if seen >= half:
            break
    return ordered[:cut], ordered[cut:]


def _mean(box: Box) -> int:
    whole = sum(count for _, count in box)
    mixed = 0
    for shift in (16, 8, 0):
        mixed |= round(sum((c >> shift & 0xFF) * n for c, n in box) / whole) << shift
    return mixed
