"""Draw the logo: two speech shapes that overlap, and a road that forks into them."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">
  <rect width="256" height="256" rx="56" fill="#0B5D6B"/>
  <path fill="#EBC34A" d="M128 232C126 196 110 178 86 168A64 64 0 1 1 154 104\
C154 152 146 184 128 232Z"/>
  <path fill="#FBF8F2" d="M128 232C130 196 146 178 170 168A64 64 0 1 0 102 104\
C102 152 110 184 128 232Z"/>
  <path fill="#F3DD9B" d="M128 52.3A64 64 0 0 1 154 104C154 152 146 184 128 232\
C110 184 102 152 102 104A64 64 0 0 1 128 52.3Z"/>
  <path fill="#14202B" d="M102 256C112 226 118 200 118 176C118 158 109 148 100 138\
C91 128 84 117 84 101A9 9 0 0 1 102 101C102 111 107 119 114 127C119 132 124 137 128 143\
C132 137 137 132 142 127C149 119 154 111 154 101A9 9 0 0 1 172 101C172 117 165 128 156 138\
C147 148 138 158 138 176C138 200 144 226 154 256Z"/>
  <path fill="none" stroke="#FBF8F2" stroke-width="4" stroke-linecap="round" \
d="M128 250V236M128 220V208M128 192V182"/>
</svg>
"""
SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_SIZES = {
    b"ic11": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}
"""What macOS calls a picture, and its pixels; two of a size are for one and two pixels a point."""
MACOS_MARGIN = 100 / 1024
"""The room that macOS leaves around an icon, as a part of its side."""


def render(size: int, margin: float = 0) -> QImage:
    """Give the logo as a square picture of ``size`` pixels with a clear ground.

    ``margin`` is the room around it, as a part of the side.
    """
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    room = size * margin
    area = QRectF(0, 0, size, size).adjusted(room, room, -room, -room)
    QSvgRenderer(QByteArray(LOGO.encode())).render(painter, area)
    painter.end()
    return image


def png(size: int, margin: float = 0) -> bytes:
    """Give the logo as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(render(size, margin))
    return bytes(buffer.data().data())


def ico() -> bytes:
    """Give a Windows icon file that holds every size as a PNG.

    A header of 6 bytes, one entry of 16 bytes per picture (0 stands for 256 pixels), the pictures.
    """
    pictures = [png(size) for size in SIZES]
    start = 6 + 16 * len(pictures)
    entries = b""
    for size, data in zip(SIZES, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), start)
        start += len(data)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures)


def icns() -> bytes:
    """Give a macOS icon file: a header of 8 bytes, then name, length and PNG of every picture."""
    entries = b""
    for name, size in ICNS_SIZES.items():
        data = png(size, MACOS_MARGIN)
        entries += name + struct.pack(">I", 8 + len(data)) + data
    return b"icns" + struct.pack(">I", 8 + len(entries)) + entries


def write_logo(out: Path) -> tuple[Path, ...]:
    """Write the logo as SVG, PNG, ICO and ICNS under ``out`` and tell which files these are."""
    files = {
        out / "assets" / "icons" / "app.svg": LOGO.encode(),
        out / "assets" / "icons" / "app-256.png": png(256),
        out / "assets" / "icons" / "app.ico": ico(),
        out / "packaging" / "macos" / "Dilemmaspel.icns": icns(),
    }
    for file, data in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return tuple(files)
