"""Reads the pictures of a scenario from its folder, within limits."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from dilemmaspel.game.scenario import Picture

MOST_BYTES: Final = 12 * 1024 * 1024
MOST_PIXELS: Final = 40_000_000
LARGEST: Final = QSize(1920, 1080)
KINDS: Final = frozenset({".png", ".jpg", ".jpeg", ".webp"})


class FolderPictures:
    """The raster pictures under one folder; anything else there, or outside it, is no picture."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder.resolve() if folder is not None else None
        self._known: dict[tuple[str, int, int], QImage | None] = {}

    def image(self, picture: Picture, size: QSize) -> QImage | None:
        """Return the picture scaled down to what covers `size`, or None when it cannot be read."""
        key = (picture.file, size.width(), size.height())
        if key not in self._known:
            self._known[key] = self._read(picture, size)
        return self._known[key]

    def _read(self, picture: Picture, size: QSize) -> QImage | None:
        path = self._path(picture)
        if path is None:
            return None
        reader = QImageReader(str(path))
        full = reader.size()
        if not full.isValid() or full.width() * full.height() > MOST_PIXELS:
            return None
        wanted = size.boundedTo(LARGEST)
        if full.width() > wanted.width() and full.height() > wanted.height():
            reader.setScaledSize(full.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
        image = reader.read()
        return None if image.isNull() else image

    def _path(self, picture: Picture) -> Path | None:
        """The file of a picture, if it is one that may be read."""
        if self._folder is None or not picture.file:
            return None
        try:
            path = (self._folder / picture.file).resolve()
            inside = path.is_relative_to(self._folder)
            fits = inside and path.is_file() and path.stat().st_size <= MOST_BYTES
        except (OSError, ValueError):
            return None
        return path if fits and path.suffix.lower() in KINDS else None
