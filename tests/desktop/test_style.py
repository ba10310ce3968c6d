"""The windows are dressed in the theme at the size of letters that the system asks for."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.style import apply_style
from dilemmaspel.theme import load_theme


@pytest.fixture(params=[10.0, 17.0, 20.0])
def asked(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[float]:
    """The system asks for letters of this size, in points; afterwards it does no more."""
    font, palette, known = qapp.font(), qapp.palette(), qapp.property("dilemmaspel_points")
    larger = qapp.font()
    larger.setPointSizeF(request.param)
    qapp.setProperty("dilemmaspel_points", None)
    qapp.setFont(larger)
    yield request.param
    qapp.setStyleSheet("")
    qapp.setProperty("dilemmaspel_points", known)
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_letters_are_as_large_as_the_system_asks(
    asked: float, qapp: QApplication, qtbot: QtBot
) -> None:
    for theme in ("light", "dark"):  # the second time it still is what the system asked for
        apply_style(qapp, load_theme(theme))
    label = QLabel("Woorden")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert qapp.font().pointSizeF() == asked
    assert label.font().pointSizeF() == asked
