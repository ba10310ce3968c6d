"""Every figure: inside its box, large enough, never colour alone, on every kind of paper."""

import xml.etree.ElementTree as ET
from fractions import Fraction
from itertools import product

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from dilemmaspel.debrief import figures as f
from dilemmaspel.debrief.saying import said
from dilemmaspel.desktop.beamer.look import Look
from dilemmaspel.desktop.beamer.sheet import Sheet
from dilemmaspel.desktop.figures.kit import draw_piece, mark_of, pattern, read_down
from dilemmaspel.desktop.figures.matrix import READABLE, shade
from dilemmaspel.desktop.figures.painting import PAINTERS, draw_figure, height_of
from dilemmaspel.desktop.figures.rendering import (
    LETTER,
    figure_png,
    figure_size,
    figure_svg,
    paint_figure,
)
from dilemmaspel.desktop.style import load_fonts
from dilemmaspel.texts import Texts
from dilemmaspel.theme import THEMES, contrast, load_theme
from tests.desktop.figures.made import every, flow, labels, places, roles, shares

NL = Texts("nl")
BEAMER = QRectF(96, 270, 1728, 640)
"""The room for a figure under its question."""
ROUND = 40
"""The ground around it, to see whether anything is drawn outside."""
FIGURES = [(key, n) for key, found in every().items() for n in range(len(found))]
LEAST = 30
"""At the beamer a label wants 48 pixels and has 40; the longest shipped words go this far."""


def sheet_on(image: QImage, painter: QPainter, theme: str = "light") -> Sheet:
    load_fonts()
    sheet = Sheet(painter, Look(load_theme(theme), NL))
    image.fill(sheet.colour("ground"))
    return sheet


def made(key: str, number: int) -> f.Figure:
    return every()[key][number]


def test_every_kind_of_figure_has_a_painter_and_a_sample() -> None:
    kinds = {one.key for one in vars(f).values() if isinstance(getattr(one, "key", None), str)}
    assert kinds == set(PAINTERS) == set(every())


@pytest.mark.parametrize(("key", "number"), FIGURES)
def test_nothing_is_drawn_outside_the_box_and_the_words_can_be_read(
    qtbot: QtBot, key: str, number: int
) -> None:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sheet = sheet_on(image, painter)
    draw_figure(sheet, made(key, number), BEAMER)
    painter.end()
    outside = [one.text for one in sheet.drawn if not _round(BEAMER, 4).contains(one.box)]
    assert outside == []
    assert [(one.size, one.text) for one in sheet.drawn if one.size < LEAST] == []
    assert _ink_outside(image, BEAMER) == []


def _round(box: QRectF, edge: float) -> QRectF:
    return box.adjusted(-edge, -edge, edge, edge)


def _ink_outside(image: QImage, box: QRectF) -> list[tuple[int, int]]:
    """Places just outside a box that are not as the ground."""
    ground = image.pixelColor(2, 2)
    edge = _round(box, 10)
    across = [(x, y) for x in range(0, 1920, 3) for y in (int(edge.top()), int(edge.bottom()))]
    down = [(x, y) for y in range(0, 1080, 3) for x in (int(edge.left()), int(edge.right()))]
    return [(x, y) for x, y in (*across, *down) if image.pixelColor(x, y) != ground]


@pytest.mark.parametrize("key", list(PAINTERS))
def test_without_data_one_calm_sentence_says_so(qtbot: QtBot, key: str) -> None:
    empty = every()[key][-1]
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sheet = sheet_on(image, painter)
    has_data = draw_figure(sheet, empty, BEAMER)
    painter.end()
    if not has_data:
        (only,) = sheet.drawn
        assert only.text == said(NL, empty.sentence())
        assert only.size >= 48
    else:
        assert key in {"shares", "flow", "method"}  # their last sample has data


@pytest.mark.parametrize(("key", "theme"), list(product(PAINTERS, THEMES)))
def test_a_figure_is_a_whole_svg_with_text_title_and_description(
    qtbot: QtBot, key: str, theme: str
) -> None:
    figure = every()[key][0]
    root = ET.fromstring(figure_svg(figure, NL, theme=theme, name=f"x-{key}"))
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    assert root.find(f"{space}title") is not None
    told = root.find(f"{space}desc")
    assert told is not None
    assert told.text == said(NL, figure.sentence())
    texts = root.findall(f".//{space}text")
    assert len(texts) >= 2
    assert all("sans-serif" in (one.get("font-family") or "") for one in texts)
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert all(str(own).startswith(f"x-{key}") for own in ids)
    assert root.findall(f".//{space}image") == []


def test_a_picture_has_the_size_that_was_asked_for(qtbot: QtBot) -> None:
    figure = shares(12, 4)
    image = QImage.fromData(figure_png(figure, NL, scale=0.5))
    assert image.size() == figure_size(figure) * 0.5
    own = QImage.fromData(figure_png(figure, NL, size=QSize(900, 300), theme="dark"))
    assert own.size() == QSize(900, 300)


def test_a_figure_goes_into_a_rectangle_of_a_page_and_the_painter_comes_back(qtbot: QtBot) -> None:
    load_fonts()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(kept)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(300)
    painter = QPainter(writer)
    before = painter.transform()
    unit = 300 / 25.4
    sheet = paint_figure(
        painter, flow(12, 4), QRectF(20 * unit, 30 * unit, 170 * unit, 70 * unit), NL, letter=46
    )
    assert painter.transform() == before
    painter.end()
    assert bytes(kept.data().data()).startswith(b"%PDF")
    room = QRectF(0, 0, 170 * unit * LETTER / 46, 70 * unit * LETTER / 46)
    assert all(room.contains(one.box) for one in sheet.drawn)


@pytest.mark.parametrize("key", list(PAINTERS))
def test_on_paper_a_figure_fits_the_height_it_asks_for(qtbot: QtBot, key: str) -> None:
    for figure in every()[key]:
        size = figure_size(figure)
        image = QImage(size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        box = QRectF(0, 0, size.width(), size.height())
        sheet = paint_figure(painter, figure, box, NL)
        painter.end()
        assert height_of(figure, LETTER) > LETTER
        assert all(box.contains(one.box) for one in sheet.drawn), figure.key
        assert min((one.size for one in sheet.drawn), default=LETTER) >= 0.6 * LETTER, figure.key


def test_an_option_has_its_letter_on_its_piece_and_its_words_in_the_legend(qtbot: QtBot) -> None:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sheet = sheet_on(image, painter)
    figure = shares(12, 4)
    draw_figure(sheet, figure, BEAMER)
    painter.end()
    written = [one.text for one in sheet.drawn]
    for place in figure.places:
        assert place.sign in written
        assert place.label in written
        assert any(text.startswith(f"{place.sign} ") for text in written)


def test_no_two_of_the_first_eight_options_have_one_pattern_and_lines_stay_inside() -> None:
    box, unit = QRectF(10, 20, 200, 60), 48.0
    seen = set()
    for index in range(8):
        lines = [(a.toTuple(), b.toTuple()) for a, b in pattern(index, box, unit)]
        assert all(_round(box, 0.01).contains(QPointF(*end)) for line in lines for end in line)
        seen.add(tuple(lines))
    assert len(seen) == 8


def test_an_abstention_is_hollow(qtbot: QtBot) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sheet = sheet_on(image, painter)
    draw_piece(sheet, -1, mark_of(sheet, f.not_voted()).colour, QRectF(20, 20, 160, 60))
    painter.end()
    assert image.pixelColor(100, 50).name().upper() == load_theme("light").colour("panel")


def test_the_last_label_of_a_dilemma_is_the_one_that_counts(qtbot: QtBot) -> None:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sheet = sheet_on(image, painter)
    draw_figure(sheet, labels(1), BEAMER)
    painter.end()
    first, last = (said(NL, one.words) for one in labels(1).labels if one.words)
    written = [one.text for one in sheet.drawn]
    assert last in written
    assert any(text.endswith(first) and text != first for text in written)


def test_samples_are_as_large_as_a_session(qtbot: QtBot) -> None:
    assert len(roles(8)) == 8
    assert sum(shares(40).counts) == 40
    assert all(len(place.label.split()) <= 9 for place in places())


@pytest.mark.parametrize("name", THEMES)
def test_the_percentages_of_who_chose_alike_can_be_read_on_every_shade(name: str) -> None:
    theme = load_theme(name)
    shades = [shade(theme, Fraction(percent, 100)) for percent in range(0, 101, 5)]
    assert min(contrast(theme.colour("ink"), one) for one in shades) >= READABLE
    assert len(set(shades)) == len(shades), "more is darker at every step"


@pytest.mark.parametrize(("count", "across"), [(1, 1), (5, 2), (7, 3), (10, 3), (12, 3)])
def test_cells_that_are_read_down_fill_one_column_after_the_other(count: int, across: int) -> None:
    cells = read_down(QRectF(0, 0, 300, 400), count, across, 50, (2, 6))
    assert [number for number, _ in cells] == list(range(count))
    places = [(cell.left(), cell.top()) for _, cell in cells]
    assert places == sorted(places)
    assert len(set(places)) == count
