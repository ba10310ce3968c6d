"""The window of an author: a dilemma page by page, and again after every save."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.preview.asking import page_names
from dilemmaspel.desktop.preview.watching import Watcher
from dilemmaspel.desktop.preview.window import PreviewWindow
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.glimpses import glimpses
from dilemmaspel.scenario.starting import new_scenario
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme
from tests.desktop.looking import dressed
from tests.desktop.samples import scenario
from tests.desktop.start.house import controls, cut

EN = Texts("en")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return new_scenario("De lege winkel", tmp_path / "mine", EN)


@pytest.fixture
def window(qtbot: QtBot, file: Path) -> Iterator[PreviewWindow]:
    made = PreviewWindow(EN, load_theme(), file)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def spoil(file: Path, old: str = "question: Wat doen", new: str = "qestion: Wat doen") -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def press(window: PreviewWindow, key: Qt.Key) -> None:
    none = Qt.KeyboardModifier.NoModifier
    window.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, none))


def said(window: PreviewWindow, name: str) -> list[str]:
    return [one.text() for one in window.findChildren(QLabel, name) if one.isVisible()]


def go_to(window: PreviewWindow, page: Page) -> None:
    window.show_page(page)
    assert window.glimpse is not None
    assert window.glimpse.view.page is page


def test_it_opens_on_the_story_of_the_first_dilemma(window: PreviewWindow) -> None:
    view = window.canvas.view
    assert view is not None
    assert view.page is Page.STORY
    assert said(window, "previewTitle") == ["De lege winkel"]
    assert not said(window, "problemPlace")


def test_it_opens_on_the_dilemma_that_was_asked(qtbot: QtBot, file: Path) -> None:
    window = PreviewWindow(EN, load_theme(), file, DilemmaId("d2"))
    qtbot.addWidget(window)

    assert window.glimpse is not None
    assert window.glimpse.view.dilemma is not None
    assert window.glimpse.view.dilemma.id == "d2"


def test_every_page_can_be_shown(window: PreviewWindow) -> None:
    for row, one in enumerate(window._glimpses):
        window.asking.pages.setCurrentRow(row)
        assert window.canvas.view == one.view


def test_keys_go_from_page_to_page(window: PreviewWindow) -> None:
    press(window, Qt.Key.Key_PageDown)
    assert window.asking.pages.currentRow() == 1
    press(window, Qt.Key.Key_PageUp)
    press(window, Qt.Key.Key_PageUp)
    assert window.asking.pages.currentRow() == 0


def test_the_author_decides_what_the_group_chooses(window: PreviewWindow) -> None:
    go_to(window, Page.DECISION)
    box = window.findChild(QComboBox, "previewPick")
    assert box is not None
    for option in ("a", "b"):
        box.setCurrentIndex(box.findData(option))
        box.activated.emit(box.currentIndex())
        assert window.glimpse is not None
        (taken,) = window._glimpses[-1].state.flow.decisions.values()
        assert taken.chosen.options == (option,)
        assert window.glimpse.view.page is Page.DECISION


def test_a_save_shows_the_same_page_with_the_new_words(
    qtbot: QtBot, window: PreviewWindow, file: Path
) -> None:
    go_to(window, Page.VOTE)

    spoil(file, "Wat doen we met de lege winkel?", "Wat wordt de winkel?")

    def shows_the_new_question() -> None:
        view = window.canvas.view
        assert view is not None
        assert view.dilemma is not None
        assert view.dilemma.question == "Wat wordt de winkel?"
        assert view.phase is Phase.VOTE1

    qtbot.waitUntil(shows_the_new_question)


def test_an_error_is_shown_beside_the_last_version_without_one(
    qtbot: QtBot, window: PreviewWindow, file: Path
) -> None:
    before = window.canvas.view

    spoil(file)

    qtbot.waitUntil(lambda: bool(said(window, "problemPlace")))
    assert any("qestion" in one for one in said(window, "problemMessage"))
    assert said(window, "problemMend")
    assert window.canvas.view == before
    assert "last version" in said(window, "previewState")[0]

    spoil(file, "qestion", "question")
    qtbot.waitUntil(lambda: not said(window, "problemPlace"))


def test_a_file_with_errors_from_the_start_shows_what_to_mend(qtbot: QtBot, file: Path) -> None:
    spoil(file)
    window = PreviewWindow(EN, load_theme(), file)
    qtbot.addWidget(window)
    window.show()

    assert window.glimpse is None
    assert said(window, "problemPlace")
    assert not window.asking.isEnabled()


def test_the_controls_are_a_picture_that_nothing_can_be_pressed_in(
    qtbot: QtBot, window: PreviewWindow
) -> None:
    window.controls_tab.click()

    qtbot.waitUntil(lambda: not window.controls.picture.image.isNull())
    assert window.controls.isVisible()
    assert not window.canvas.isVisible()
    buttons = {one.objectName() for one in controls(window)}
    assert "advance" not in buttons


def test_nothing_is_logged(window: PreviewWindow, home: Path) -> None:
    go_to(window, Page.DECISION)

    assert not [one for one in home.rglob("*") if one.is_file()]


@pytest.mark.parametrize("points", [10.0, 20.0])
def test_everything_fits_and_has_a_name(qtbot: QtBot, file: Path, points: float) -> None:
    spoil(file)
    with dressed(points):
        window = PreviewWindow(Texts("nl"), load_theme(), file)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        assert [one for one in cut(window) if "problemLine" not in one] == []
        nameless = [one.objectName() for one in controls(window) if not one.accessibleName()]
        assert nameless == []
        window.close()


def test_pages_of_one_name_are_numbered() -> None:
    names = page_names(EN, glimpses(scenario(), DilemmaId("d1")))

    assert len(set(names)) == len(names)
    assert "News and story · The story (1/3)" in names
    assert "Talk within the roles" in names


# ------------------------------------------------------------------ the watcher


@pytest.fixture
def watched(tmp_path: Path) -> Path:
    file = tmp_path / "watched" / "scenario.yaml"
    (file.parent / "pictures").mkdir(parents=True)
    file.write_text("een", encoding="utf-8")
    return file


@pytest.fixture
def watcher(qtbot: QtBot, watched: Path) -> Watcher:
    made = Watcher()
    made.watch((watched,), (watched.parent / "pictures",))
    return made


def test_a_plain_save_is_heard_once(qtbot: QtBot, watcher: Watcher, watched: Path) -> None:
    heard: list[int] = []
    watcher.changed.connect(lambda: heard.append(1))
    with qtbot.waitSignal(watcher.changed):
        watched.write_text("twee", encoding="utf-8")
        watched.write_text("drie", encoding="utf-8")
    assert heard == [1]


def test_an_editor_that_replaces_the_file_is_heard_every_time(
    qtbot: QtBot, watcher: Watcher, watched: Path
) -> None:
    for text in ("twee", "drie"):
        beside = watched.with_name("scenario.yaml.tmp")
        beside.write_text(text, encoding="utf-8")
        with qtbot.waitSignal(watcher.changed):
            beside.replace(watched)


def test_an_editor_that_moves_the_old_file_away_first_is_heard(
    qtbot: QtBot, watcher: Watcher, watched: Path
) -> None:
    for text in ("twee", "drie"):
        with qtbot.waitSignal(watcher.changed):
            watched.rename(watched.with_name("scenario.yaml~"))
            watched.write_text(text, encoding="utf-8")


def test_a_new_picture_is_heard(qtbot: QtBot, watcher: Watcher, watched: Path) -> None:
    with qtbot.waitSignal(watcher.changed):
        (watched.parent / "pictures" / "nieuw.png").write_bytes(b"png")


def test_another_file_in_the_folder_is_no_change(
    qtbot: QtBot, watcher: Watcher, watched: Path
) -> None:
    with qtbot.assertNotEmitted(watcher.changed, wait=400):
        (watched.parent / ".scenario.yaml.swp").write_text("x", encoding="utf-8")
