"""The ways through a scenario, and what is told of them."""

from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from dilemmaspel.game.conditions import (
    AllOf,
    Always,
    AnyOf,
    BudgetField,
    BudgetIs,
    Condition,
    FlagSet,
    IndicatorIs,
    NotOf,
    Op,
    RoundIs,
    ShareIs,
    VoteIs,
    VoteMeasure,
    WasChosen,
)
from dilemmaspel.game.ids import DilemmaId, FlagId, IndicatorId, OptionId
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.condition_words import condition_words, flags_in
from dilemmaspel.scenario.library import load
from dilemmaspel.scenario.roadmap import Roadmap, Way, flags_of, roadmap
from dilemmaspel.scenario.roadmap_text import flag_words, leads_to, roadmap_text, summary
from dilemmaspel.texts import Texts
from tests.scenario.packs import SAMPLES

EN = Texts("en")


@cache
def mapped(file: Path = SAMPLES / "oefenwijk" / "scenario.yaml", most: int = 20_000) -> Roadmap:
    scenario = load(file).scenario
    assert scenario is not None
    return roadmap(scenario, most)


def schakel() -> Roadmap:
    return mapped(scenarios_dir() / "f1-de-schakel" / "scenario.yaml")


def ways_from(
    of: Roadmap, source: str | None
) -> dict[str | None, tuple[str | None, tuple[str, ...]]]:
    found = (way for way in of.ways if way.source == source)
    return {way.target: (way.by, way.options) for way in found}


def test_the_choice_that_decides_a_branch_is_found_however_long_ago_it_was() -> None:
    assert ways_from(schakel(), "d3") == {"d4": ("d1", ("a", "b", "c")), "d4z": ("d1", ("d",))}


def test_dilemmas_that_exclude_each_other_stand_in_one_row() -> None:
    assert schakel().rows == (("d1",), ("d2",), ("d3",), ("d4", "d4z"))


def test_a_jump_is_a_way_past_a_row() -> None:
    assert ways_from(mapped(), "vijver") == {
        "lijst": ("vijver", ("dempen",)),
        "geld": ("vijver", ("laten",)),
    }


def test_every_map_begins_once_and_comes_to_its_end() -> None:
    for of in (schakel(), mapped()):
        assert [way.source for way in of.ways].count(None) == 1
        assert any(way.target is None for way in of.ways)
        assert Way(None, of.rows[0][0]) in of.ways


def test_every_path_ends_in_one_ending() -> None:
    for of in (schakel(), mapped()):
        assert sum(of.endings.values()) == of.paths
        assert tuple(of.endings) == tuple(one.id for one in of.scenario.endings)


def test_a_scenario_with_too_many_paths_says_so() -> None:
    of = mapped(most=10)

    assert (of.paths, of.is_whole) == (10, False)
    assert "more than 10 ways through" in summary(EN, of)


def test_flags_are_told_with_who_sets_them_and_who_asks() -> None:
    of = schakel()

    assert flag_words(EN, of, FlagId("zelfbeheer")) == "set by d1.d; asked by d4, d4z"
    assert flag_words(EN, of, FlagId("cijfers")) == "set by d3.cijfers; nobody asks for it"
    assert len(flags_of(of.scenario)) == 13


def test_the_text_names_everything_the_picture_shows() -> None:
    of = mapped()
    text = roadmap_text(EN, of)

    for dilemma in of.scenario.dilemmas:
        assert dilemma.title in text
        assert all(option.label in text for option in dilemma.options)
    assert all(f"   {one.id}: " in text for one in of.scenario.endings)
    assert "goes to geld" in text
    assert "clears gedempt" in text
    assert "only if: flag samen on" in text


def test_a_way_without_a_choice_is_told_without_one() -> None:
    assert leads_to(EN, schakel(), DilemmaId("d1")) == "d2"
    assert leads_to(EN, schakel(), DilemmaId("d3")) == (
        "d4 (d1 became a or b or c); d4z (d1 became d)"
    )


FLAG = FlagSet(FlagId("f"))
HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Always(), "always"),
        (FLAG, "flag f on"),
        (NotOf(FLAG), "flag f off"),
        (NotOf(RoundIs(Op.ABOVE, Fraction(3))), "not round > 3"),
        (AllOf((FLAG, AnyOf((FLAG, NotOf(FLAG))))), "flag f on and (flag f on or flag f off)"),
        (WasChosen(DilemmaId("d"), (OptionId("a"), OptionId("b"))), "d became a or b"),
        (IndicatorIs(IndicatorId("werkdruk"), Op.AT_LEAST, Fraction(60)), "Workload ≥ 60"),
        (BudgetIs(BudgetField.FREE, Op.BELOW, Fraction(0)), "free money < 0"),
        (ShareIs(OptionId("a"), Op.AT_MOST, Fraction(1, 3)), "share of a ≤ 1/3"),
        (VoteIs(DilemmaId("d"), VoteMeasure.CONSENSUS, Op.EQUAL, HALF), "consensus in d = 0.50"),
    ],
)
def test_a_condition_is_said_in_a_few_words(condition: Condition, words: str) -> None:
    assert condition_words(EN, condition) == words


def test_the_flags_in_a_condition_are_found_at_any_depth() -> None:
    assert list(flags_in(AllOf((FLAG, NotOf(AnyOf((FLAG,))), Always())))) == ["f", "f"]
