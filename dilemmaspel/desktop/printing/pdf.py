"""Writing a PDF of A4 pages, one page at a time and whole or not at all."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from dilemmaspel.desktop.printing.ink import paint
from dilemmaspel.desktop.printing.lettering import DOTS
from dilemmaspel.desktop.printing.page import Page
from dilemmaspel.desktop.stepping import Steps
from dilemmaspel.placing import put_file

LayOut = Callable[[QPdfWriter], Sequence[Callable[[QPainter], None]]]
"""Lays a document out for a writer, and gives for each of its pages what paints it."""


def pdf_steps(pages: Sequence[Page], path: Path, title: str) -> Steps:
    """Write pages as a PDF in steps; raises EnvironmentTrouble when the file cannot be written."""
    painted = [partial(paint, page=page) for page in pages]
    yield from laid_out_steps(lambda _writer: painted, path, title)


def laid_out_steps(lay_out: LayOut, path: Path, title: str) -> Steps:
    """Do as `pdf_steps` does with pages that are laid out for the writer itself."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, title)
    pages = lay_out(writer)
    yield (0, len(pages))
    painter = QPainter(writer)
    try:
        for number, paint_page in enumerate(pages, 1):
            if number > 1:
                writer.newPage()
            paint_page(painter)
            yield (number, len(pages))
    finally:
        painter.end()
        buffer.close()
    put_file(path, bytes(data.data()))


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    writer.setTitle(title)
    writer.setCreator("Dilemmaspel")
    return writer
