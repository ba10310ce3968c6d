"""The start screen: what can be played, what was interrupted, what is better mended first."""

from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.start.cards import BrokenCard, ScenarioCard, TrialCard
from dilemmaspel.desktop.start.shelf import Shelf
from dilemmaspel.desktop.start.surroundings import LEAST_FREE, look_around
from dilemmaspel.game.terms import Theme
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.storage.archive import Status
from tests.desktop.start.house import House, broken_entry, info, playable, shipped

Card = ScenarioCard | TrialCard | BrokenCard


def cards(house: House) -> list[Card]:
    """The cards that can be seen, from the top left to the bottom right."""
    buttons = house.window.findChildren(QAbstractButton)
    found = [one for one in buttons if isinstance(one, Card) and one.isVisible()]
    return sorted(found, key=lambda one: one.mapTo(house.window, QPoint()).toTuple()[::-1])


def test_before_anything_is_read_it_says_so(house: House) -> None:
    assert house.text("startReading") == "Reading the scenarios…"
    assert cards(house) == []


def test_every_scenario_has_a_card_with_its_facts(house: House) -> None:
    house.foyer.show_library(shipped(), scenarios_dir())
    whole = [entry for entry in shipped() if not playable(entry).is_trial]
    shown = [card for card in cards(house) if isinstance(card, ScenarioCard)]
    assert [card.entry for card in shown] == whole
    for card in shown:
        name = card.accessibleName()
        assert name.startswith(f"{card.entry.title}, ")
        assert name.endswith("60–180 min, 4 dilemmas, 8 roles, Nederlands")
        assert card.accessibleDescription() == card.scenario.summary


def test_the_themes_stand_together(house: House) -> None:
    house.foyer.show_library(shipped(), scenarios_dir())
    shown = [card.scenario.theme for card in cards(house) if isinstance(card, ScenarioCard)]
    assert [theme for theme, _ in groupby(shown)] == list(Theme)


def test_the_trial_stands_first_and_takes_little_room(house: House, qtbot: QtBot) -> None:
    house.foyer.show_library(shipped(), scenarios_dir())
    first, second, *_ = cards(house)
    assert isinstance(first, TrialCard)
    assert isinstance(second, ScenarioCard)
    assert first.accessibleName() == (
        "Proefronde, To learn how to vote, 5 min, 1 dilemma, 8 roles, Nederlands"
    )
    qtbot.waitUntil(lambda: first.width() > 2 * second.width())
    qtbot.waitUntil(lambda: first.height() < second.height())
    house.foyer.start.go_to_cards()
    assert second.hasFocus()
    first.click()
    assert house.window.shown == "setup"


def test_without_a_trial_there_is_no_empty_place(house: House) -> None:
    house.foyer.show_library(shipped()[:1], scenarios_dir())
    shelf = house.window.findChild(Shelf)
    assert shelf is not None
    assert not shelf.trials.isVisible()


def test_the_covers_come_after_the_cards(house: House, qtbot: QtBot) -> None:
    house.foyer.show_library(shipped(), scenarios_dir())
    shown = [card for card in cards(house) if not isinstance(card, BrokenCard)]
    assert not any(card.cover.has_image for card in shown)
    qtbot.waitUntil(lambda: all(card.cover.has_image for card in shown))
    for card in shown:
        cover = card.scenario.cover
        assert cover is not None
        assert card.cover.accessibleName() == cover.alt


def test_showing_the_same_scenarios_again_changes_nothing(house: House) -> None:
    house.foyer.show_library(shipped(), scenarios_dir())
    before = cards(house)
    before[1].setFocus()
    house.foyer.start.show_entries(list(shipped()), scenarios_dir())
    assert cards(house) == before
    assert before[1].hasFocus()


def test_a_card_stays_when_another_scenario_goes(house: House) -> None:
    house.foyer.show_library(shipped(), scenarios_dir())
    _, first, *_ = cards(house)
    house.foyer.show_library(shipped()[:1], scenarios_dir())
    assert cards(house) == [first]


def test_a_broken_scenario_says_how_much_there_is_to_mend(house: House, tmp_path: Path) -> None:
    entry = broken_entry(tmp_path)
    house.foyer.show_library([*shipped(), entry], tmp_path)
    *_, card = cards(house)
    errors = sum(problem.is_error for problem in entry.problems)
    assert card.accessibleName() == f"{entry.title}, {errors} problems"
    card.click()
    assert house.window.shown == "problems"


def test_without_scenarios_it_says_where_they_go(house: House, tmp_path: Path) -> None:
    house.foyer.show_library([], tmp_path)
    assert str(tmp_path) in house.text("emptyWhere")
    house.press("emptyOpen")
    house.press("emptyLook")
    assert house.opened == [tmp_path]
    assert ("libraryRequested", None) in house.asked


def test_the_newest_interrupted_session_can_be_resumed(house: House) -> None:
    house.foyer.show_unfinished([info(1), info(3, title="De volle wachtkamer"), info(2)])
    assert house.text("resumeTitle").startswith("Resume the session of ")
    assert house.text("resumeAbout").startswith("De volle wachtkamer · ")
    assert house.text("resumeAbout").endswith("13 people")
    assert house.text("resumeOthers").startswith("2 other interrupted sessions")
    house.press("resume")
    assert house.last("resumeRequested") == "s3"


@pytest.mark.parametrize("status", [Status.CLOSED, Status.OPEN])
def test_other_sessions_are_not_offered(house: House, status: Status) -> None:
    house.foyer.show_unfinished([info(1, status)])
    assert house.window.findChild(QAbstractButton, "resume") is None


def test_a_rehearsal_is_not_offered(house: House) -> None:
    house.foyer.show_unfinished([info(1, practice=True)])
    assert house.window.findChild(QAbstractButton, "resume") is None


def test_later_puts_the_offer_away(house: House) -> None:
    house.foyer.show_unfinished([info(1)])
    house.press("resumeLater")
    assert not house.window.findChildren(QAbstractButton, "resume")[0].isVisible()
    assert house.asked == []


def test_ending_an_interrupted_session_asks_once(house: House) -> None:
    house.foyer.show_unfinished([info(1)])
    house.press("resumeEnd")
    assert house.asked == []
    house.press("answer_keepSession")
    house.press("resumeEnd")
    house.press("answer_endSession")
    assert house.asked == [("endRequested", "s1")]


def test_a_session_that_was_ended_is_no_longer_offered(house: House) -> None:
    house.foyer.show_unfinished([info(1)])
    house.foyer.show_unfinished([info(1, Status.CLOSED)])
    assert not house.window.findChildren(QAbstractButton, "resume")[0].isVisible()


def test_a_full_disk_is_told_and_can_be_lived_with(house: House, tmp_path: Path) -> None:
    concerns = look_around(tmp_path, lambda _folder: LEAST_FREE - 1)
    house.foyer.show_concerns(concerns)
    assert "199 MB" in house.text("concernWords_low_space")
    house.press("concernPast_low_space")
    house.foyer.show_concerns(concerns)
    assert not house.foyer.start.findChildren(QAbstractButton, "concernPast_low_space")


def test_a_folder_that_cannot_be_written_offers_another(house: House, tmp_path: Path) -> None:
    taken, other = tmp_path / "taken", tmp_path / "other"
    taken.write_text("", encoding="utf-8")
    house.foyer.show_concerns(look_around(taken))
    assert not house.window.findChildren(QAbstractButton, "concernPast_not_writable")[0].isVisible()
    house.foyer.start.folderChosen.emit(other)
    kept = house.last("settingsChanged")
    assert getattr(kept, "folder", None) == other
    assert not house.foyer.start.findChildren(QAbstractButton, "concernFolder_not_writable")
