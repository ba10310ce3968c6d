"""Everything that has an id has words."""

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from typing import Any

import pytest

from dilemmaspel import words
from dilemmaspel.game.ballots import Channel, ValueCard, Vote
from dilemmaspel.game.lens import LensSign
from dilemmaspel.game.phases import Overlay, Page, Phase
from dilemmaspel.game.proposal import Reason as ProposalReason
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.scenario import DEFAULT_INDICATORS
from dilemmaspel.game.setup import Deal, Kind, Profile, Voting
from dilemmaspel.game.steps import QUESTIONS
from dilemmaspel.game.terms import (
    DeficitPolicy,
    QuestionType,
    Rule,
    Status,
    Theme,
    TieBreak,
)
from dilemmaspel.texts import Texts

TABLES: dict[type[Enum], Mapping[Any, object]] = {
    Phase: words.PHASES,
    Page: words.PAGES,
    Overlay: words.OVERLAYS,
    Reason: words.REASONS,
    ProposalReason: words.PROPOSALS,
    Rule: words.RULES,
    QuestionType: words.QUESTION_TYPES,
    Vote: words.VOTES,
    Profile: words.PROFILES,
    Kind: words.KINDS,
    Voting: words.VOTING,
    Channel: words.CHANNELS,
    Deal: words.DEALS,
    ValueCard: words.VALUE_CARDS,
    Theme: words.THEMES,
    Status: words.STATUSES,
    TieBreak: words.TIE_BREAKS,
    DeficitPolicy: words.DEFICIT_POLICIES,
    LensSign: words.LENS,
}

EN = Texts("en")


@pytest.mark.parametrize("names", TABLES, ids=lambda one: one.__name__)
def test_every_value_has_words(names: type[Enum]) -> None:
    assert set(TABLES[names]) == set(names)


def test_every_indicator_has_a_name_and_a_meaning() -> None:
    assert {one.id for one in DEFAULT_INDICATORS} == set(words.INDICATORS)


def test_an_unknown_indicator_or_pocket_is_written_with_spaces() -> None:
    assert words.indicator(EN, "rust_in_de_wijk") == "Rust in de wijk"
    assert words.pocket(EN, "eigen_pot") == "Eigen pot"


def test_a_pocket_goes_by_the_name_the_scenario_gives_it() -> None:
    assert words.pocket(EN, "gemeente", "De stad") == "De stad"
    assert words.pocket(EN, "gemeente") == "Municipality"


@pytest.mark.parametrize("rule", list(Rule))
def test_every_rule_is_a_sentence_without_gaps(rule: Rule) -> None:
    said = words.rule_sentence(EN, rule)
    assert said.endswith(".")
    assert "{" not in said


def test_a_threshold_is_said_in_people() -> None:
    said = words.rule_sentence(EN, Rule.CONSENSUS, Fraction(3, 4))
    assert "3 of every 4" in said
    assert "63%" in words.rule_sentence(EN, Rule.SUPERMAJORITY, Fraction(63, 100))


def test_the_role_that_decides_is_named() -> None:
    said = words.rule_sentence(EN, Rule.ONE_ROLE_DECIDES, decider="Wethouder")
    assert said.startswith("Wethouder decides")


@pytest.mark.parametrize("reason", list(Reason))
def test_a_refusal_is_at_most_two_or_three_short_sentences(reason: Reason) -> None:
    said = words.refusal(EN, Refused(reason))
    assert 1 <= said.count(".") <= 3
    assert len(said.split()) <= 35


def test_there_is_a_debrief_question_for_every_number_and_theme() -> None:
    assert len(words.QUESTIONS) == QUESTIONS + len(Theme)
    assert words.question(0).step == words.BEGINNING
    assert words.question(16).step == words.CLOSING
    with pytest.raises(IndexError):
        words.question(-1)


@pytest.mark.parametrize("kind", list(Kind))
def test_agreements_and_notice_are_short(kind: Kind) -> None:
    assert sum(len(line.split()) for line in words.agreements(EN, kind)) <= 40
    assert len(words.notice(EN, kind)) >= 3


def test_labels_follow_the_numbers_of_their_rules() -> None:
    assert words.scale_label(EN, 2) == "Two camps"
    assert words.choice_label(EN, 4) == "Divided"


def test_every_rule_that_may_decide_after_another_is_said() -> None:
    dutch = Texts("nl")
    assert words.fallback_sentence(dutch, None) == ""
    told = {rule: words.fallback_sentence(dutch, rule, "De gemeente") for rule in Rule}
    assert all(one.startswith("Lukt dat niet? Dan ") for one in told.values())
    assert told[Rule.ONE_ROLE_DECIDES] == "Lukt dat niet? Dan beslist De gemeente."
    assert told[Rule.UNANIMITY] == "Lukt dat niet? Dan proberen we: Allemaal."
