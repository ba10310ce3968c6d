"""The scenarios on the start screen: sifting them, one's own among them, and the keyboard."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.start.cards import ScenarioCard, TrialCard
from dilemmaspel.desktop.start.shelf import MANY, OWN, Shelf
from dilemmaspel.game.terms import Theme
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.library import Library, Loaded
from dilemmaspel.scenario.starting import new_scenario
from tests.desktop.looking import dressed
from tests.desktop.start.house import House, T, broken_entry, playable, shipped


@pytest.fixture
def shelf(qtbot: QtBot) -> Shelf:
    made = Shelf(T)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    return made


def own(folder: Path) -> tuple[Loaded, ...]:
    new_scenario("De lege winkel", folder, T)
    return Library([folder]).entries()


def titles(shelf: Shelf) -> set[str]:
    return {card.entry.title for card in shelf.cards if card.isVisible()}


def of_theme(theme: Theme) -> set[str]:
    return {one.title for one in shipped() if playable(one).theme is theme}


def test_all_scenarios_stand_there_first(shelf: Shelf) -> None:
    shelf.show_entries(shipped(), Path("own"))

    assert len(shipped()) > MANY
    assert titles(shelf) == {one.title for one in shipped()}
    assert shelf.sieves["all"].text() == f"All ({len(shipped())})"


@pytest.mark.parametrize("theme", list(Theme))
def test_a_theme_shows_its_scenarios_only_and_all_brings_them_back(
    shelf: Shelf, theme: Theme
) -> None:
    shelf.show_entries(shipped(), Path("own"))
    before = shelf.cards

    shelf.sieves[theme].click()
    assert titles(shelf) == of_theme(theme)
    assert not shelf.trials.isVisible()

    shelf.sieves["all"].click()
    assert shelf.cards == before
    assert titles(shelf) == {one.title for one in shipped()}


def test_sifting_tells_so_that_tab_can_follow(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.show_entries(shipped(), Path("own"))
    with qtbot.waitSignal(shelf.changed):
        shelf.sieves[Theme.FUNDING].click()


def test_few_scenarios_have_nothing_to_sift(shelf: Shelf) -> None:
    shelf.show_entries(shipped()[:3], Path("own"))

    assert not shelf.sieves["all"].isVisible()


def test_ones_own_can_be_found(shelf: Shelf, tmp_path: Path) -> None:
    shelf.show_entries((*shipped(), *own(tmp_path)), tmp_path)

    shelf.sieves[OWN].click()
    assert titles(shelf) == {"De lege winkel"}


def test_without_ones_own_that_sieve_is_not_there(shelf: Shelf, tmp_path: Path) -> None:
    shelf.show_entries(shipped(), tmp_path)

    assert not shelf.sieves[OWN].isVisible()


def test_a_sieve_that_is_empty_now_lets_all_through(shelf: Shelf, tmp_path: Path) -> None:
    shelf.show_entries((*shipped(), *own(tmp_path)), tmp_path)
    shelf.sieves[OWN].click()

    shelf.show_entries(shipped(), tmp_path)

    assert shelf.sieves["all"].isChecked()
    assert titles(shelf) == {one.title for one in shipped()}


def test_a_card_that_was_sifted_out_may_go_for_good(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.show_entries(shipped(), Path("own"))
    shelf.sieves[Theme.FUNDING].click()
    rest = tuple(one for one in shipped() if playable(one).theme is Theme.FUNDING)
    shelf.show_entries(rest, Path("own"))
    QApplication.sendPostedEvents(None, 0)

    assert titles(shelf) == of_theme(Theme.FUNDING)


def test_a_broken_scenario_has_no_theme_but_is_among_all(shelf: Shelf, tmp_path: Path) -> None:
    entry = broken_entry(tmp_path)
    shelf.show_entries((*shipped(), entry), Path("own"))

    assert entry.title in titles(shelf)
    shelf.sieves[Theme.FUNDING].click()
    assert len(shelf.cards) == len(of_theme(Theme.FUNDING))


def test_the_keyboard_begins_at_a_card_and_not_at_the_trial(shelf: Shelf) -> None:
    shelf.show_entries(shipped(), Path("own"))

    assert isinstance(shelf.cards[-1], TrialCard)
    assert shelf.go_to_first()
    assert isinstance(QApplication.focusWidget(), ScenarioCard)


def test_without_cards_the_keyboard_goes_elsewhere(shelf: Shelf) -> None:
    shelf.show_entries((), Path("own"))

    assert not shelf.go_to_first()


def test_tab_brings_every_card_into_view(house: House, qtbot: QtBot) -> None:
    with dressed():
        house.foyer.show_library(shipped(), scenarios_dir())
        qtbot.wait(20)
        area = house.window.findChild(QScrollArea, "startArea")
        assert area is not None
        seen: list[str] = []
        for _ in range(len(shipped()) + 12):
            focus = QApplication.focusWidget()
            assert focus is not None
            if isinstance(focus, ScenarioCard | TrialCard):
                seen.append(focus.scenario.id)
                top = focus.mapTo(area.viewport(), focus.rect().topLeft()).y()
                assert -focus.height() < top < area.viewport().height()
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        assert set(seen) == {playable(one).id for one in shipped()}


def test_thirty_scenarios_stand_in_the_grid_as_well(shelf: Shelf) -> None:
    many = [
        replace(one, path=Path(f"/many/{n}/{one.path.parent.name}/scenario.yaml"))
        for n in range(3)
        for one in shipped()
    ]
    shelf.show_entries(many, Path("own"))

    assert len(shelf.cards) == 3 * len(shipped())
    assert all(card.isVisible() for card in shelf.cards)
