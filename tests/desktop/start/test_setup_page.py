"""The set-up page shows one draft, and every press changes that draft alone."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.start.setup_page import SetupChoice, SetupPage
from dilemmaspel.desktop.start.side import parts_of
from dilemmaspel.desktop.widgets.grid import CardGrid
from dilemmaspel.game.ballots import Channel
from dilemmaspel.game.ids import frozen
from dilemmaspel.game.setup import Deal, Kind, Profile
from dilemmaspel.opening import joins
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.settings import Settings
from tests.desktop.start.conftest import Open
from tests.desktop.start.house import House, playable, shipped


def summed_up(page: SetupPage) -> str:
    """What will start, with the spaces that keep a number and its word together as usual ones."""
    return page.summary.text().replace("\u00a0", " ")


@pytest.fixture
def page(house: House) -> SetupPage:
    house.foyer.show_library(shipped(), scenarios_dir())
    house.press("scenario_f1-de-schakel")
    shown = house.window.page("setup")
    assert isinstance(shown, SetupPage)
    return shown


@pytest.fixture
def press(page: SetupPage) -> Callable[[str], None]:
    def pressed(name: str) -> None:
        button = page.findChild(QAbstractButton, name)
        assert button is not None, name
        button.click()

    return pressed


Press = Callable[[str], None]


def number(page: SetupPage, name: str) -> QSpinBox:
    found = page.findChild(QSpinBox, name)
    assert found is not None
    return found


def test_the_lengths_say_their_minutes_and_dilemmas(page: SetupPage) -> None:
    cards = page.profiles.cards
    assert [card.accessibleName() for card in cards.values()] == [
        "60 minutes",
        "120 minutes",
        "180 minutes",
    ]
    assert cards["kort"].accessibleDescription() == "Short, 2 dilemmas"


def test_the_line_below_says_what_will_start(page: SetupPage, press: Press) -> None:
    assert summed_up(page) == "Standard · 120 minutes · 3 dilemmas · 8 people"
    press("profile_dagdeel")
    number(page, "peopleNumber").setValue(20)
    assert summed_up(page) == "Half a day · 180 minutes · 4 dilemmas · 20 people"


def test_the_total_deals_and_a_role_changes_alone(page: SetupPage, press: Press) -> None:
    number(page, "peopleNumber").setValue(16)
    assert number(page, "people_inwonerNumber").value() == 2
    press("people_inwonerMore")
    assert number(page, "peopleNumber").value() == 17
    assert page.choice.people["inwoner"] == 3  # type: ignore[index] # a role's id


def test_a_needed_role_that_nobody_plays_is_named(page: SetupPage) -> None:
    number(page, "people_inwonerNumber").setValue(0)
    shown = page.people.findChild(QAbstractButton, "people_inwonerLess")
    assert shown is not None
    assert not shown.isEnabled()
    assert "Inwoner" in page.people._missing.text()


def test_a_table_is_asked_for_its_people(page: SetupPage, press: Press) -> None:
    press("voting_table")
    assert "table" in page.people._hint.text()


def test_with_phones_one_says_how_many_are_expected_and_seats_nobody(
    page: SetupPage, press: Press
) -> None:
    press("voting_phones")
    total = number(page, "peopleNumber")
    total.setValue(40)
    assert total.accessibleName() == "People you expect"
    assert summed_up(page).endswith("about 40 people")
    assert not number(page, "people_inwonerNumber").isVisibleTo(page)
    assert page.people._missing.text() == ""
    assert joins(page.choice.setup, page.choice.people) == ()
    press("voting_passed")
    assert total.accessibleName() == "People in the room"
    assert number(page, "people_inwonerNumber").isVisibleTo(page)


def test_a_rehearsal_with_phones_seats_its_bots(house: House, page: SetupPage) -> None:
    house.press("voting_phones")
    house.press("practise")
    choice = house.last("startRequested")
    assert isinstance(choice, SetupChoice)
    seated = joins(choice.setup, choice.people)
    assert len(seated) == 8
    assert {join.channel for join in seated} == {Channel.BOT}


def test_four_ways_of_voting_stand_side_by_side_or_two_by_two(page: SetupPage) -> None:
    assert list(page.voting.cards) == ["phones", "passed", "hands", "table"]
    grid = page.voting.findChild(CardGrid)
    assert grid is not None
    assert grid.columns in {1, 2, 4}


def test_the_facilitator_sees_what_may_touch_people_and_the_guide(
    house: House, page: SetupPage
) -> None:
    scenario = playable(shipped()[0])
    assert house.text("sensitiveWords") == ", ".join(scenario.sensitivity)
    said = [label.text() for label in page.findChildren(type(page.summary))]
    for head, text in parts_of(scenario.guide.strip()):
        assert {head, text} - {""} <= set(said)


def test_more_is_made_when_it_is_asked_for(page: SetupPage, press: Press) -> None:
    assert page.findChild(QAbstractButton, "kind_eigen_stem") is None
    press("setupMore")
    press("kind_eigen_stem")
    assert page.choice.setup.kind is Kind.OWN_VOICE


def test_more_comes_into_view_when_it_opens(house: House, page: SetupPage, qtbot: QtBot) -> None:
    house.press("setupMore")
    section = house.find("kindSection")
    qtbot.waitUntil(lambda: not section.visibleRegion().isEmpty())
    assert section.visibleRegion().boundingRect().height() == section.height()


def test_own_voices_have_no_results_per_role(page: SetupPage, press: Press) -> None:
    press("setupMore")
    press("kind_eigen_stem")
    tick = page.findChild(QAbstractButton, "showRoles")
    assert tick is not None
    assert (tick.isChecked(), tick.isEnabled()) == (False, False)


def test_everything_under_more_reaches_the_choice(page: SetupPage, press: Press) -> None:
    press("setupMore")
    for name in ("deal_random", "twoVotes", "showRoles", "input_personal", "input_arguments"):
        press(name)
    press("hand_huisarts")
    number(page, "minutes_talkNumber").setValue(12)
    line = page.findChild(QLineEdit, "about_organisation")
    assert line is not None
    line.setText("")
    line.insert("Welzijn ")
    setup = page.choice.setup
    assert setup.deal is Deal.RANDOM
    assert (setup.two_votes, setup.show_roles) == (False, False)
    assert (setup.inputs.personal, setup.inputs.arguments) == (True, False)
    assert setup.minutes == {"talk": 12}
    assert "huisarts" in setup.roles
    assert summed_up(page).endswith(f"{sum(page.choice.people.values())} people")


def test_a_line_that_is_typed_reaches_the_choice_letter_by_letter(
    page: SetupPage, press: Press
) -> None:
    press("setupMore")
    line = page.findChild(QLineEdit, "about_organisation")
    assert line is not None
    line.textEdited.emit("Welzijn ")
    assert page.choice.setup.organisation == "Welzijn"


def test_dilemmas_are_left_out_and_moved(page: SetupPage, press: Press) -> None:
    press("setupMore")
    press("profile_dagdeel")
    press("play_d3")
    press("later_d1")
    assert page.choice.setup.plan == ("d2", "d1", "d4", "d4z")
    assert "3 dilemmas" in summed_up(page)


def test_another_length_brings_its_dilemmas_back(page: SetupPage, press: Press) -> None:
    press("setupMore")
    press("later_d1")
    press("profile_kort")
    assert page.choice.setup.plan == ()


def test_what_this_laptop_knows_is_filled_in(open_house: Open) -> None:
    house = open_house(settings=Settings(organisation="Welzijn Waterkant", people=11))
    house.foyer.show_library(shipped(), scenarios_dir())
    house.press("scenario_f1-de-schakel")
    house.press("setupMore")
    assert house.text("about_organisation") == "Welzijn Waterkant"
    assert house.text("setupSummary").endswith("11\u00a0people")


def test_showing_the_same_draft_again_changes_nothing(page: SetupPage, press: Press) -> None:
    press("setupMore")
    before = (page.choice, page.summary.text(), page.findChildren(QAbstractButton))
    page._show()
    assert (page.choice, page.summary.text(), page.findChildren(QAbstractButton)) == before


def test_a_trial_has_one_length_and_its_own_minutes(open_house: Open) -> None:
    own = Settings(profile=Profile.HALF_DAY, minutes=frozen({"talk": 30}))
    house = open_house(settings=own)
    house.foyer.show_library(shipped(), scenarios_dir())
    house.press("scenario_proefronde")
    page = house.window.page("setup")
    assert isinstance(page, SetupPage)
    assert not page.profiles.isVisible()
    assert page.voting.isVisible()
    assert summed_up(page) == "Short · 5 minutes · 1 dilemma · 8 people"


def test_a_trial_is_practised_first(house: House) -> None:
    house.foyer.show_library(shipped(), scenarios_dir())
    house.press("scenario_proefronde")
    page = house.window.page("setup")
    assert isinstance(page, SetupPage)
    assert (page.practise.property("kind"), page.start.property("kind")) == ("primary", "plain")
    assert page.practise.x() > page.start.x()
    assert page.practise.hasFocus()


def test_the_guide_stands_there_part_by_part(house: House) -> None:
    house.foyer.show_library(shipped(), scenarios_dir())
    house.press("scenario_f1-de-schakel")
    heads = [one.text() for one in house.window.findChildren(QLabel, "guideHead")]
    texts = [one.text() for one in house.window.findChildren(QLabel, "guideText")]
    assert heads == ["Doel", "Voorbereiding", "Gevoelig", "Tijd", "Nabespreking"]
    assert texts[0].startswith("De groep ontdekt")


def test_a_guide_without_headings_keeps_its_words() -> None:
    assert parts_of("Lees dit eerst.\n\nLet op: dit ook.") == (
        ("", "Lees dit eerst."),
        ("", "Let op: dit ook."),
    )
