"""The moving picture: what our writer makes, another reader sees exactly."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QImageReader
from PySide6.QtWidgets import QApplication

from dilemmaspel.desktop.beamer.canvas import BeamerCanvas
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme
from tools.picturing.animation import STAND, STEP, STEPS, frames, views
from tools.picturing.gif import Frame, save_gif


def dotted(seed: int, wide: int = 150, high: int = 90) -> QImage:
    """A picture with at most 16 colours in no order, so that the table of codes fills up."""
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    for y in range(high):
        for x in range(wide):
            shade = (x * x * 7 + y * y * y * 3 + seed * x * y) % 16
            image.setPixelColor(x, y, QColor(shade * 16, 255 - shade * 16, 40 + shade))
    return image


def test_another_reader_sees_the_same_dots_and_times(tmp_path: Path) -> None:
    first, changed = dotted(1), dotted(1)
    changed.setPixelColor(70, 30, first.pixelColor(0, 0))
    images = [first, changed, changed, dotted(5)]
    path = tmp_path / "some.gif"
    save_gif([Frame(one, 7) for one in images], path, [first])
    reader = QImageReader(str(path))
    assert reader.loopCount() == -1, "it goes on for ever"
    for image in images:
        read = reader.read().convertToFormat(QImage.Format.Format_RGB32)
        assert read == image
        assert reader.nextImageDelay() == 70
    assert reader.read().isNull()


def test_a_frame_that_changes_little_costs_little(tmp_path: Path) -> None:
    first, changed = dotted(1), dotted(1)
    changed.setPixelColor(70, 30, first.pixelColor(0, 0))
    sizes = []
    for images in ([first], [first, changed]):
        path = tmp_path / f"{len(images)}.gif"
        save_gif([Frame(one, 7) for one in images], path, [first])
        sizes.append(path.stat().st_size)
    assert sizes[1] - sizes[0] < 60


def test_a_moving_picture_without_a_frame_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="needs a frame"):
        save_gif([], tmp_path / "none.gif", [])


def test_a_page_grows_from_nothing_and_then_stands(qapp: QApplication) -> None:
    canvas = BeamerCanvas(load_theme("light"), Texts("nl"), int)
    canvas.resize(480, 270)
    shown = list(frames(canvas, views()[0]))
    assert [one.hundredths for one in shown] == [STEP] * STEPS + [STAND]
    assert all(a.image != b.image for a, b in pairwise(shown))
    canvas.deleteLater()
