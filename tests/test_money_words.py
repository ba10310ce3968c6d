"""What things cost, and where money runs short, is one sentence that people can say."""

from dataclasses import replace

import pytest

from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.scenario import Cost
from dilemmaspel.game.views import OptionView
from dilemmaspel.game.world import YearRoom
from dilemmaspel.texts import Texts
from dilemmaspel.words.money import (
    cost_line,
    cost_words,
    first_shortage,
    misfit,
    price,
    shortage_words,
)

ENGLISH, DUTCH = Texts("en"), Texts("nl")
OPTION = OptionView(OptionId("a"), 0, "Gemeente")
FOUR_YEARS = tuple(YearRoom(year, 60, -25, 25) for year in (2, 3, 4, 5))


def said(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        (None, ""),
        (Cost(), ""),
        (Cost(once=70), "€ 70,000 once"),
        (Cost(yearly=20, years=None), "€ 20,000 a year, for good"),
        (Cost(yearly=20, years=1), "€ 20,000 for one year"),
        (Cost(once=25, yearly=20, years=5), "€ 25,000 once and € 20,000 a year for 5 years"),
        (Cost(yearly=-10, years=None), "saves € 10,000 a year"),
    ],
)
def test_costs_are_said_in_words(cost: Cost | None, words: str) -> None:
    assert said(cost_line(ENGLISH, cost)) == words
    sentence = (
        f"{words[:1].upper()}{words[1:]}." if words.startswith("saves") else f"Costs {words}."
    )
    assert said(cost_words(ENGLISH, replace(OPTION, cost=cost))) == (sentence if words else "")


def test_a_choice_that_only_saves_costs_nothing() -> None:
    saving = replace(OPTION, cost=Cost(yearly=-30, years=None))
    assert said(cost_words(DUTCH, saving)) == "Bespaart € 30.000 per jaar."
    both = replace(OPTION, cost=Cost(once=5, yearly=-30, years=None))
    assert said(cost_words(DUTCH, both)) == "Kost eenmalig € 5.000 en bespaart € 30.000 per jaar."


def test_equal_years_that_follow_each_other_are_one_sentence() -> None:
    short = shortage_words(DUTCH, replace(OPTION, room=FOUR_YEARS))
    told = "Past niet: in jaar 2 tot en met 5 kom je elk jaar € 25.000 tekort."
    assert said(short) == told


def test_different_years_and_the_pot_are_still_one_sentence() -> None:
    room = (YearRoom(3, 90, -24, 24, pot_short=5), YearRoom(4, 40, 10, 0), YearRoom(5, 90, -9, 9))
    assert said(shortage_words(ENGLISH, replace(OPTION, room=room))) == (
        "Does not fit: the pot is € 5,000 short, in year 3 you are € 24,000 short"
        " and in year 5 you are € 9,000 short."
    )


def test_what_cannot_be_chosen_is_said_after_it() -> None:
    blocked = replace(OPTION, room=FOUR_YEARS, blocked=True)
    assert shortage_words(ENGLISH, blocked).endswith(
        "short each year. This option cannot be chosen."
    )


def test_what_fits_is_not_said() -> None:
    fits = (YearRoom(3, 40, 10, 0),)
    assert shortage_words(ENGLISH, replace(OPTION, room=fits)) == ""
    assert misfit(ENGLISH, fits) == first_shortage(ENGLISH, fits) == ""


def test_of_points_the_money_is_that_of_all_points() -> None:
    whole = replace(OPTION, cost=Cost(yearly=60, years=4), room=FOUR_YEARS, of_all_points=True)
    assert said(cost_words(DUTCH, whole)) == (
        "Met alle punten kost dit € 60.000 per jaar, 4 jaar lang."
    )
    assert said(shortage_words(DUTCH, whole)) == (
        "Met alle punten past dit niet: in jaar 2 tot en met 5 kom je elk jaar € 25.000 tekort."
    )


@pytest.mark.parametrize(
    ("room", "few", "sentence"),
    [
        (
            FOUR_YEARS,
            "Past niet: jaar 2–5 elk € 25.000 tekort",
            "In jaar 2 tot en met 5 komen we elk jaar € 25.000 tekort.",
        ),
        (
            FOUR_YEARS[:1],
            "Past niet: € 25.000 tekort in jaar 2",
            "In jaar 2 komen we € 25.000 tekort.",
        ),
        (
            (YearRoom(2, 0, 0, 0, pot_short=5),),
            "Past niet: de pot komt € 5.000 tekort",
            "De pot komt € 5.000 tekort.",
        ),
    ],
)
def test_the_beamer_says_it_in_fewer_words(
    room: tuple[YearRoom, ...], few: str, sentence: str
) -> None:
    assert said(misfit(DUTCH, room)) == few
    assert said(first_shortage(DUTCH, room)) == sentence


def test_a_price_is_short() -> None:
    cost = Cost(once=25, yearly=20, years=5)
    assert said(price(DUTCH, cost)) == "eenmalig € 25.000, 5 jaar lang € 20.000"
    assert said(price(DUTCH, Cost(yearly=20, years=None))) == "€ 20.000 per jaar, blijvend"
    assert price(DUTCH, None) == price(DUTCH, Cost()) == ""
