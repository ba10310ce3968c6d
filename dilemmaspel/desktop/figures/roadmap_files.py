"""Writes a map to a file: SVG with a title and a description, or PNG with both in its texts."""

import os
import re
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from dilemmaspel.desktop.figures.roadmap import RoadmapPainter, title_of
from dilemmaspel.desktop.style import load_fonts
from dilemmaspel.problems import EnvironmentTrouble, reason_of
from dilemmaspel.scenario.roadmap import Roadmap
from dilemmaspel.scenario.roadmap_text import roadmap_text
from dilemmaspel.texts import Texts, mark
from dilemmaspel.theme import Theme

KINDS: Final = (".svg", ".png")
"""The endings of the files that a map can be written to."""

_DPI: Final = 96
_PNG_TEXTS: Final = ("Title", "Description")
"""The keywords of PNG (12.2 of its standard) for what names and describes a picture."""
_HEAD: Final = re.compile(
    r"(<svg\b[^>]*?)>\s*(?:<title>.*?</title>\s*)?(?:<desc>.*?</desc>)?", re.DOTALL
)


def ready_to_draw() -> object:
    """Make letters possible where there may be no screen; keep what it gives while drawing."""
    app = QGuiApplication.instance()
    if app is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        app = QGuiApplication(["dilemmaspel"])
    load_fonts()
    return app


def write_roadmap(of: Roadmap, theme: Theme, texts: Texts, file: Path) -> QSize:
    """Write a map to a file of one of the `KINDS`; gives its size in pixels.

    Another kind, or a disk that refuses, raises EnvironmentTrouble.
    """
    writers = {".svg": _svg, ".png": _png}
    writer = writers.get(file.suffix.lower())
    if writer is None:
        raise EnvironmentTrouble(
            mark("A map cannot be written as “{name}”."),
            "",
            mark("Give a name that ends in .svg or .png."),
            name=file.name,
        )
    painter = RoadmapPainter(of, theme, texts)
    try:
        file.write_bytes(writer(painter, title_of(of, texts), roadmap_text(texts, of)))
    except OSError as error:
        raise EnvironmentTrouble(
            mark("“{file}” cannot be written ({reason})."),
            "",
            mark("Make room, or choose another folder."),
            file=file,
            reason=reason_of(error),
        ) from error
    return painter.size


def _svg(of: RoadmapPainter, title: str, description: str) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(of.size)
    generator.setViewBox(QRect(0, 0, of.size.width(), of.size.height()))
    generator.setResolution(_DPI)
    painter = QPainter(generator)
    of.paint(painter)
    painter.end()
    buffer.close()
    return _described(bytes(data.data()).decode(), title, description).encode()


def _described(drawing: str, title: str, description: str) -> str:
    """Let a drawing be read out: its role, and what names and describes it."""
    named = 'role="img" aria-labelledby="map-title map-desc"'
    words = (
        f'<title id="map-title">{escape(title)}</title>'
        f'<desc id="map-desc">{escape(description)}</desc>'
    )
    head = _HEAD.search(drawing)
    if head is None:
        raise ValueError("Qt wrote no SVG.")
    return f"{drawing[: head.start()]}{head[1]} {named}>{words}{drawing[head.end() :]}"


def _png(of: RoadmapPainter, title: str, description: str) -> bytes:
    image = QImage(of.size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    of.paint(painter)
    painter.end()
    for key, words in zip(_PNG_TEXTS, (title, description), strict=True):
        image.setText(key, words)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stub wants bytes
    buffer.close()
    return bytes(data.data())
