"""The welcome on the start screen: for who is here for the first time, and for nobody else."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.start.cards import TrialCard
from dilemmaspel.desktop.start.welcome import WelcomeCard
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.settings import Settings
from tests.desktop.looking import dressed
from tests.desktop.start.conftest import Open
from tests.desktop.start.house import DUTCH, House, cut, playable, shipped


def on_screen(house: House, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in house.window.findChildren(kind) if one.isVisible()]


@pytest.fixture
def newcomer(open_house: Open) -> House:
    made = open_house(DUTCH)
    made.foyer.show_library(shipped(), scenarios_dir())
    made.foyer.show_newcomer(empty=True)
    return made


def test_a_newcomer_is_offered_the_trial_and_nothing_is_asked(newcomer: House) -> None:
    assert newcomer.text("welcomeTitle") == "Voor het eerst?"
    assert newcomer.text("welcomeAbout") == "Speel de proefronde. Die duurt 5 minuten."
    assert on_screen(newcomer, TrialCard) == []
    assert QApplication.activeModalWidget() is None


def test_one_press_leads_to_the_trial(newcomer: House, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: newcomer.find("welcomePlay").hasFocus())
    newcomer.press("welcomePlay")
    assert newcomer.window.shown == "setup"
    assert newcomer.text("aboutTitle") == "Proefronde"


def test_its_picture_comes_after_its_words(newcomer: House, qtbot: QtBot) -> None:
    (card,) = on_screen(newcomer, WelcomeCard)
    assert isinstance(card, WelcomeCard)
    qtbot.waitUntil(lambda: card.cover.has_image)
    assert card.scenario.cover is not None
    assert card.cover.accessibleName() == card.scenario.cover.alt


def test_after_the_first_session_the_trial_has_its_own_card_back(newcomer: House) -> None:
    newcomer.foyer.show_newcomer(empty=False)
    assert on_screen(newcomer, WelcomeCard) == []
    assert len(on_screen(newcomer, TrialCard)) == 1


def test_who_erased_every_session_is_no_newcomer(open_house: Open) -> None:
    house = open_house(DUTCH, Settings(people=14))
    house.foyer.show_library(shipped(), scenarios_dir())
    house.foyer.show_newcomer(empty=True)
    assert on_screen(house, WelcomeCard) == []


def test_without_a_trial_there_is_no_welcome(newcomer: House) -> None:
    whole = [entry for entry in shipped() if not playable(entry).is_trial]
    newcomer.foyer.show_library(whole, scenarios_dir())
    assert on_screen(newcomer, WelcomeCard) == []
    newcomer.foyer.show_library(shipped(), scenarios_dir())
    assert len(on_screen(newcomer, WelcomeCard)) == 1


@pytest.mark.parametrize("points", [10.0, 20.0])
def test_the_welcome_fits_a_small_laptop_with_large_type(
    points: float, open_house: Open, qtbot: QtBot
) -> None:
    with dressed(points):
        house = open_house(DUTCH)
        house.foyer.show_library(shipped(), scenarios_dir())
        house.foyer.show_newcomer(empty=True)
        (card,) = on_screen(house, WelcomeCard)
        qtbot.waitUntil(lambda: cut(card) == [])
