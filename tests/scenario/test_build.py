"""From a file to the game's values: exact, in order, the same without checks."""

from fractions import Fraction
from pathlib import Path

import pytest

from dilemmaspel.game.conditions import (
    AllOf,
    Always,
    AnyOf,
    BudgetField,
    BudgetIs,
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
from dilemmaspel.game.scenario import STRUCTURAL, Cost, Dilemma, Grant, Scenario
from dilemmaspel.game.terms import RankingEffects, RankingMethod, Rule, Statistic, TieBreak
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.build import UnreadableScenarioError, scenario_from_text
from dilemmaspel.scenario.library import load, scenario_files
from tests.scenario.packs import GOOD, ROLES


@pytest.fixture(name="scenario", scope="module")
def built_scenario() -> Scenario:
    return scenario_from_text(GOOD, ROLES)


def dilemma(scenario: Scenario, name: str) -> Dilemma:
    found = scenario.dilemma(name)
    assert found is not None
    return found


def test_the_dilemmas_come_in_the_order_of_the_sequence() -> None:
    old = "sequence: [vijver, lijst, geld, stelling, rondje]"
    turned = GOOD.replace(old, "sequence: [rondje, vijver]")

    scenario = scenario_from_text(turned, ROLES)

    assert [one.id for one in scenario.dilemmas] == ["rondje", "vijver"]


def test_without_a_sequence_the_order_of_the_file_counts() -> None:
    scenario = scenario_from_text(GOOD.replace("sequence: [", "# ["), ROLES)

    assert [one.id for one in scenario.dilemmas] == [
        "vijver",
        "lijst",
        "geld",
        "stelling",
        "rondje",
    ]


def test_numbers_are_the_exact_fractions_of_their_text(scenario: Scenario) -> None:
    assert scenario.budget.carry_over == Fraction(1, 4)
    assert dilemma(scenario, "vijver").decision.threshold == Fraction(3, 4)
    assert dilemma(scenario, "vijver").decision.quorum == Fraction(2, 3)
    assert dilemma(scenario, "rondje").decision.weights == {
        "inwoner": 2,
        "huisarts": Fraction(1, 2),
    }
    approval = dilemma(scenario, "rondje").approval
    assert approval is not None
    assert (approval.min_share, approval.max_selected) == (Fraction(2, 3), 2)
    assert not approval.at_least_one


def test_wrapped_lines_become_paragraphs(scenario: Scenario) -> None:
    assert (
        scenario.guide
        == "Doel: oefenen met het formaat, op een rustige plek.\n\nTijd: een half uur."
    )
    story = dilemma(scenario, "vijver").story
    assert story == "De vijver stinkt. Buren klagen erover.\n\nEr is een beetje geld."


def test_money_now_and_later_is_built(scenario: Scenario) -> None:
    option = dilemma(scenario, "vijver").options[0]

    assert option.outcome.cost == Cost(once=10, yearly=5, years=3)
    assert option.outcome.delayed[0].budget == Grant(annual=3, years=STRUCTURAL)
    assert option.outcome.delayed[0].benefits == {"speeltuin": 10, "gemeente": 5}
    event = dilemma(scenario, "vijver").event
    assert event is not None
    assert event.budget == Grant(annual=-5, years=2)


def test_every_kind_of_condition_is_built(scenario: Scenario) -> None:
    delayed = dilemma(scenario, "vijver").options[0].outcome.delayed[0]
    later = NotOf(RoundIs(Op.ABOVE, Fraction(4)))
    assert delayed.condition == AllOf((FlagSet(FlagId("gedempt")), later))
    assert dilemma(scenario, "lijst").when == AnyOf(
        (
            WasChosen(DilemmaId("vijver"), (OptionId("dempen"),)),
            IndicatorIs(IndicatorId("werkdruk"), Op.AT_LEAST, Fraction(60)),
        )
    )
    points = dilemma(scenario, "geld").points
    assert points is not None
    share = ShareIs(OptionId("stad"), Op.AT_MOST, Fraction(30))
    assert [one.condition for one in points.outcomes] == [share, Always()]
    vote = VoteIs(DilemmaId("vijver"), VoteMeasure.CONSENSUS, Op.ABOVE, Fraction(1, 2))
    assert [one.when for one in scenario.endings] == [
        BudgetIs(BudgetField.RESERVE, Op.AT_LEAST, Fraction(0)),
        vote,
        Always(),
    ]


def test_every_question_type_has_its_settings(scenario: Scenario) -> None:
    ranking, points = dilemma(scenario, "lijst").ranking, dilemma(scenario, "geld").points
    agreement = dilemma(scenario, "stelling").agreement
    assert ranking is not None
    assert points is not None
    assert agreement is not None

    assert (ranking.method, ranking.effects_mode) == (RankingMethod.SCHULZE, RankingEffects.TOP_K)
    assert (ranking.k, ranking.min_ranked) == (2, 2)
    assert (points.total, points.step, points.cost_total) == (60, 4, Cost(0, 20, 2))
    assert (agreement.points, agreement.statistic) == (4, Statistic.MEDIAN)
    bands = [(band.option.id, band.op, band.value) for band in agreement.bands]
    assert bands == [("hek", Op.AT_LEAST, Fraction(5, 2)), ("geen_hek", None, 0)]
    assert dilemma(scenario, "stelling").options == tuple(b.option for b in agreement.bands)


def test_a_dilemma_without_a_rule_gets_the_one_of_its_type(scenario: Scenario) -> None:
    rules = {str(one.id): one.decision.rule for one in scenario.dilemmas}

    assert (rules["geld"], rules["stelling"]) == (Rule.MEAN, Rule.MEAN)
    assert dilemma(scenario, "vijver").decision.tie_break == (TieBreak.STATUS_QUO, TieBreak.LOT)
    assert not dilemma(scenario, "rondje").two_votes


def test_who_pays_is_built(scenario: Scenario) -> None:
    payers = [(one.id, one.pays, one.payer) for one in dilemma(scenario, "geld").options]

    assert payers == [
        ("stad", True, None),
        ("zorg", False, "zorgverzekeraar"),
        ("wijk", False, "inwoners"),
    ]


def test_the_scenario_changes_indicators_lengths_and_minutes(scenario: Scenario) -> None:
    werkdruk = scenario.indicator("werkdruk")
    assert werkdruk is not None
    assert werkdruk.start == 70
    assert scenario.hidden_indicators == {"draagvlak"}
    assert scenario.timing == {"talk": 9}
    assert scenario.profiles["kort"] == ("vijver", "lijst")
    assert scenario.profiles["dagdeel"] == tuple(one.id for one in scenario.dilemmas)


def test_a_length_stands_for_its_minutes() -> None:
    scenario = scenario_from_text(GOOD.replace("timing: {talk: 9}", "timing: kort"), ROLES)

    assert scenario.timing["talk"] == 6
    assert "caucus" not in scenario.timing


def test_a_stored_text_that_is_no_scenario_is_refused() -> None:
    for text in ("", "geen: [scenario", GOOD.replace("vote1, vote2", "[").replace(": 90", ": ,")):
        with pytest.raises(UnreadableScenarioError):
            scenario_from_text(text, ROLES)


def test_a_stored_text_with_an_unknown_word_is_refused() -> None:
    with pytest.raises(UnreadableScenarioError):
        scenario_from_text(GOOD.replace("theme: funding", "theme: geld"), ROLES)


@pytest.mark.parametrize("file", scenario_files(scenarios_dir()), ids=lambda file: file.parent.name)
def test_a_shipped_scenario_is_the_same_from_its_stored_texts(file: Path) -> None:
    loaded = load(file)

    assert loaded.scenario == scenario_from_text(loaded.text, loaded.roles_text)


def test_spots_of_the_first_flagship_are_as_written() -> None:
    scenario = load(scenarios_dir() / "f1-de-schakel" / "scenario.yaml").scenario
    assert scenario is not None

    assert [one.id for one in scenario.dilemmas] == ["d1", "d2", "d3", "d4", "d4z"]
    option = dilemma(scenario, "d1").options[1]
    assert option.outcome.cost == Cost(yearly=55, years=5)
    late = option.outcome.delayed[1]
    assert (late.after, late.condition) == (4, NotOf(FlagSet(FlagId("afgebouwd"))))
    assert late.benefits == {"zorgverzekeraar": 40, "gemeente": 25, "woningcorporatie": 10}
    points = dilemma(scenario, "d2").points
    assert points is not None
    assert points.cost_total == Cost(yearly=60, years=4)
    payers = [one.payer for one in dilemma(scenario, "d2").options]
    assert payers == [None, "zorgverzekeraar", "woningcorporatie", "werkgevers", "inwoners"]
    assert dilemma(scenario, "d4").decision.threshold == Fraction(3, 4)
    assert len(scenario.roles) == 13
    assert scenario.cover is not None
    assert all(one.pictures for one in scenario.dilemmas)
