"""The join page: read at eight metres, over any page, and its codes hold what stands under them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.beamer.canvas import BeamerCanvas
from dilemmaspel.desktop.beamer.layout import Kind
from dilemmaspel.desktop.beamer.page import Painted
from dilemmaspel.desktop.beamer.pages.joining import PAGE_CODE, WIFI_CODE
from dilemmaspel.desktop.figures.qr import QUIET, qr_image
from dilemmaspel.desktop.joining.info import JoinInfo, Wifi
from dilemmaspel.game.phases import Overlay, Page
from dilemmaspel.game.views import PublicView
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme
from tests.contracts.code import ROOT
from tests.desktop.beamer.paper import look, picture
from tests.desktop.samples import FLAGSHIPS, at, views
from tools.picturing.joining import JOIN

pytestmark = pytest.mark.usefixtures("qapp")

INFO = JoinInfo(
    url="http://192.168.178.120:8231/x7k2m4qa",
    typed="x7k2m4",
    word="OEVERZWALUW",
    wifi=Wifi("Buurthuis-gast", "koffie;metmelk"),
)
KINDS = {
    "wifi": INFO,
    "open wifi": replace(INFO, wifi=Wifi("Bibliotheek")),
    "no wifi": replace(INFO, wifi=None),
    "locked": replace(INFO, locked=True),
    "wide": replace(INFO, typed="mmmwww", word="KLAPEKSTER"),
    "other network": replace(INFO, url="http://172.27.203.148:8240/abcdefgh"),
}
ALL = pytest.mark.parametrize("info", KINDS.values(), ids=KINDS.keys())
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
PEOPLE = pytest.mark.parametrize("people", [1, 8, 60, 200])
LEAST = {Kind.TEXT: 64, Kind.NUMBER: 48, Kind.AXIS: 48}
INSIDE = QRectF(60, 28, 1800, 1028)


def page(
    info: JoinInfo, people: int = 8, language: str = "nl", scale: float = 0.1, theme: str = "light"
) -> tuple[QImage, Painted]:
    dress = replace(look(theme, language), join=info)
    return picture(views(FLAGSHIPS[0], people)[0], dress, scale)


@ALL
@LANGUAGES
@PEOPLE
def test_every_text_can_be_read_from_the_back_row(
    info: JoinInfo, language: str, people: int
) -> None:
    drawn = page(info, people, language)[1].drawn
    assert [(one.text, one.size) for one in drawn if one.size < LEAST[one.kind]] == []
    assert [one.text for one in drawn if not INSIDE.contains(one.box)] == []
    assert sum(one.words for one in drawn) <= 40


@ALL
@LANGUAGES
@PEOPLE
def test_nothing_lies_over_a_text_or_a_code(info: JoinInfo, language: str, people: int) -> None:
    drawn = page(info, people, language)[1].drawn
    codes = [PAGE_CODE] + ([WIFI_CODE] if info.wifi else [])
    boxes = [(one.text, one.box) for one in drawn] + [("code", code) for code in codes]
    over = [
        (one, other)
        for number, (one, box) in enumerate(boxes)
        for other, second in boxes[number + 1 :]
        if box.intersects(second)
    ]
    assert over == []


def test_the_code_to_type_is_as_large_as_a_big_number() -> None:
    drawn = page(INFO)[1].drawn
    assert {one.size for one in drawn if one.text in {"x7k 2m4", "x7k", "2m4"}} == {160}
    (address,) = (one for one in drawn if one.text == INFO.address)
    assert address.size >= 80


def test_a_locked_door_shows_no_code_to_type() -> None:
    painted = page(replace(INFO, locked=True), language="en")[1]
    assert "x7k" not in " ".join(one.text for one in painted.drawn)
    assert "The door is locked" in painted.sentences


def test_nobody_is_in_yet() -> None:
    empty = replace(views()[0], people=0, roles=())
    painted = picture(empty, replace(look(language="en"), join=INFO))[1]
    assert "Come in, take a seat." in painted.sentences


def test_somebody_who_arrives_is_seen() -> None:
    assert page(INFO, 8)[0] != page(INFO, 9)[0]


def test_the_page_is_heard_as_sentences() -> None:
    said = page(INFO, language="en")[1].sentences
    assert "Scan the code, or type this address: 192.168.178.120:8231" in said
    assert "The code is x7k 2m4." in said
    assert "Network: Buurthuis-gast" in said
    assert "OEVERZWALUW" in said


def test_themes_differ_in_colours_only() -> None:
    assert page(INFO)[1].drawn == page(INFO, theme="dark")[1].drawn


def test_a_long_password_goes_on_in_a_next_line_without_a_space() -> None:
    wifi = Wifi("Gemeente-Noorderhaven-Bezoekers", "Xy7" * 14)
    painted = page(replace(INFO, wifi=wifi))[1]
    (key,) = (one for one in painted.drawn if one.text.replace(" ", "") == wifi.password)
    assert key.size >= 48
    assert INSIDE.contains(key.box)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_code_is_black_on_white_with_room_around_it(theme: str) -> None:
    image = page(INFO, theme=theme, scale=1.0)[0]
    module = PAGE_CODE.width() / qr_image(INFO.url).width()
    for step in range(QUIET):
        edge = round(PAGE_CODE.left() + (step + 0.5) * module)
        assert image.pixelColor(edge, round(PAGE_CODE.center().y())).name() == "#ffffff"
    inside = round(PAGE_CODE.left() + (QUIET + 0.5) * module)
    top = round(PAGE_CODE.top() + (QUIET + 0.5) * module)
    assert image.pixelColor(inside, top).name() == "#000000"


# ------------------------------------------------------------------ on the canvas


@pytest.fixture
def made(qtbot: QtBot) -> Callable[[], BeamerCanvas]:
    def make() -> BeamerCanvas:
        canvas = BeamerCanvas(load_theme(), Texts("en"), lambda: 0)
        qtbot.addWidget(canvas)
        canvas.resize(480, 270)
        canvas.grab()
        return canvas

    return make


@pytest.mark.parametrize(
    "view",
    [at(Page.WELCOME), at(Page.VOTE), replace(at(Page.TALK), overlay=Overlay.PAUSED)],
    ids=["lobby", "vote", "pause"],
)
def test_it_lies_over_any_page_and_goes_away_again(
    made: Callable[[], BeamerCanvas], view: PublicView
) -> None:
    canvas = made()
    canvas.set_motion(False)
    canvas.show_view(view)
    before = canvas.grab().toImage()
    canvas.set_join(INFO, shown=False)
    assert canvas.grab().toImage() == before
    canvas.set_join(INFO, shown=True)
    assert canvas.grab().toImage() != before
    assert canvas.accessibleName() == "On the beamer: Join with your phone"
    canvas.set_join(INFO, shown=False)
    assert canvas.grab().toImage() == before


def test_a_dark_beamer_stays_dark(made: Callable[[], BeamerCanvas]) -> None:
    canvas = made()
    canvas.show_view(replace(at(Page.VOTE), blank=True))
    canvas.set_join(INFO, shown=True)
    image = canvas.grab().toImage()
    assert {image.pixelColor(x, 135).value() for x in range(0, 480, 20)} == {0}


def test_nothing_grows_under_it(made: Callable[[], BeamerCanvas]) -> None:
    canvas = made()
    canvas.set_join(INFO, shown=True)
    canvas.show_view(at(Page.REVEAL))
    assert not canvas.is_moving


# ------------------------------------------------------------------ read by a phone


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1366 / 1920, 0.5])
def test_t21_a_phone_reads_exactly_what_stands_under_the_codes(theme: str, scale: float) -> None:
    image, painted = page(INFO, theme=theme, scale=scale)
    found = codes_in(image)
    assert found == {INFO.url, r"WIFI:T:WPA;S:Buurthuis-gast;P:koffie\;metmelk;;"}
    assert f"http://{INFO.address}/" in INFO.url
    assert INFO.address in {one.text for one in painted.drawn}


def test_a_name_with_letters_of_every_kind_is_read_as_it_is() -> None:
    wifi = Wifi('Café "De; Buurt", öst', r"a\b:c")
    found = codes_in(page(replace(INFO, wifi=wifi), scale=1.0)[0])
    assert wifi.code in found


@pytest.mark.parametrize("name", ["beamer-join", "beamer-join-dark"])
def test_the_codes_in_the_pictures_of_the_manual_hold_the_printed_address(name: str) -> None:
    file = ROOT / "docs" / "pictures" / f"{name}.png"
    image = QImage(str(file))
    assert not image.isNull(), "Mend: make pictures"
    assert JOIN.wifi is not None
    assert codes_in(image) == {JOIN.url, JOIN.wifi.code}


def codes_in(image: QImage) -> set[str]:
    """What a reader finds in a picture."""
    reader = pytest.importorskip("zxingcpp", reason="no reader of QR codes is installed")
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = bytes(grey.constBits())
    lines = [
        rows[y * grey.bytesPerLine() : y * grey.bytesPerLine() + grey.width()]
        for y in range(grey.height())
    ]
    plane = memoryview(b"".join(lines)).cast("B", (grey.height(), grey.width()))
    return {one.text for one in reader.read_barcodes(plane)}
