"""Whatever the beamer writes can be read on what lies under it, in every theme."""

from collections import Counter
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage

from dilemmaspel.desktop.beamer.layout import Block
from dilemmaspel.desktop.beamer.sheet import LEFT, Sheet
from dilemmaspel.theme import THEMES, contrast
from tests.desktop.beamer.paper import SCALE, every_kind_of_page, look, picture

EDGES = 0.4
"""The part of what lies under letters that may be the soft edge of a disc or a bar."""

put = Sheet.put


def share_under(image: QImage, box: QRectF, ink: str) -> float:
    """The part of a box of the page that letters of this colour cannot be read on."""
    scaled = QRectF(box.topLeft() * SCALE, box.size() * SCALE).toAlignedRect()
    part = image.copy(scaled.intersected(image.rect())).convertToFormat(QImage.Format.Format_RGB32)
    pixels = Counter(memoryview(bytes(part.constBits())).cast("I"))
    weak = sum(n for shade, n in pixels.items() if contrast(ink, f"#{shade & 0xFFFFFF:06x}") < 7)
    return weak / max(1, pixels.total())


class Weighed:
    """Writes as a sheet does, and weighs each text against what was painted there before."""

    def __init__(self) -> None:
        self.texts = 0
        self.weak: list[tuple[str, str]] = []

    def put(
        self,
        sheet: Sheet,
        block: Block,
        box: QRectF,
        top: float,
        colour: str = "ink",
        across: Qt.AlignmentFlag = LEFT,
    ) -> QRectF:
        device = sheet.painter.device()
        assert isinstance(device, QImage)
        before, count = device.copy(), len(sheet.drawn)
        filled = put(sheet, block, box, top, colour, across)
        for one in sheet.drawn[count:]:
            self.texts += 1
            if share_under(before, one.box, sheet.colour(colour).name()) > EDGES:
                self.weak.append((one.text, colour))
        return filled


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", THEMES)
def test_every_text_has_a_contrast_of_seven_where_it_is_painted(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    weighed, weak, pages = Weighed(), {}, 0

    def weighing(sheet: Sheet, *given: Any, **named: Any) -> QRectF:
        return weighed.put(sheet, *given, **named)

    monkeypatch.setattr(Sheet, "put", weighing)
    for name, view, dress in every_kind_of_page(look(theme)):
        picture(view, dress)
        pages += 1
        if weighed.weak:
            weak[name] = tuple(weighed.weak)
            weighed.weak.clear()
    assert weak == {}
    assert pages >= 45
    assert weighed.texts >= 500
