"""What may stand on a ballot, and the form in which it is kept."""

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.game.ballots import NO_OBJECTION, OBJECTION, Ballot, Vote
from dilemmaspel.game.choices import (
    ChoiceFault,
    ballot_options,
    canonical,
    check_ballot,
    check_choice,
    choice_key,
    scale_points,
)
from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.scenario import Band, Dilemma, Option, RankingSpec
from dilemmaspel.game.terms import QuestionType
from tests.game.voting import (
    ABC,
    ABCD,
    agreement,
    approval,
    ballot,
    dilemma,
    hands,
    ids,
    points,
    ranking,
    single,
    spread,
)

ALWAYS = (Band(Option(OptionId("all"), "all"), None, Fraction(0)),)
SCALE = agreement(ALWAYS)
ALL_KINDS = [single(), SCALE, points("abcd"), ranking(), approval()]
F = ChoiceFault


@pytest.mark.parametrize(
    ("question", "choice", "fault"),
    [
        (single(), "b", None),
        (single(), "e", F.UNKNOWN_OPTION),
        (single(), 1, F.WRONG_SHAPE),
        (single(), ["a"], F.WRONG_SHAPE),
        (SCALE, 1, None),
        (SCALE, 5, None),
        (SCALE, 0, F.NOT_A_SCALE_POINT),
        (SCALE, 6, F.NOT_A_SCALE_POINT),
        (SCALE, True, F.WRONG_SHAPE),
        (SCALE, 3.0, F.WRONG_SHAPE),
        (SCALE, "3", F.WRONG_SHAPE),
        (approval(), [], None),
        (approval(), ["c", "a"], None),
        (approval(), ("a", "a"), F.DUPLICATE),
        (approval(), ["z"], F.UNKNOWN_OPTION),
        (approval(), [["a"]], F.WRONG_SHAPE),
        (approval(), "ab", F.WRONG_SHAPE),
        (ranking(), ["d", "b", "a", "c"], None),
        (ranking(), ["d", "b", "a"], F.MISSING_OPTION),
        (ranking(), ["d", "b", "a", "a"], F.DUPLICATE),
        (ranking(), {"a": 1}, F.WRONG_SHAPE),
        (ranking(spec=RankingSpec(min_ranked=2)), ["d", "b"], None),
        (ranking(spec=RankingSpec(min_ranked=2)), ["d"], F.TOO_FEW_RANKED),
        (ranking(spec=RankingSpec(min_ranked=9)), ["d", "c", "b", "a"], None),
        (ranking(spec=RankingSpec(min_ranked=0)), [], F.TOO_FEW_RANKED),
        (points("abcd"), {"a": 40, "b": 60}, None),
        (points("abcd"), {"a": 40, "b": 55}, F.WRONG_SUM),
        (points("abcd"), {"a": 42, "b": 58}, F.WRONG_STEP),
        (points("abcd"), {"a": 105, "b": -5}, F.NEGATIVE),
        (points("abcd"), {"a": 40, "z": 60}, F.UNKNOWN_OPTION),
        (points("abcd"), {"a": 100, "z": 0}, F.UNKNOWN_OPTION),
        (points("abcd"), {"a": 40.0, "b": 60}, F.WRONG_SHAPE),
        (points("abcd"), {"a": True, "b": 100}, F.WRONG_SHAPE),
        (points("abcd"), {1: 100}, F.WRONG_SHAPE),
        (points("abcd"), [25, 25, 25, 25], F.WRONG_SHAPE),
        (points("abcd", step=0), {"a": 99, "b": 1}, None),
    ],
)
def test_a_choice_is_valid_or_says_why_not(
    question: Dilemma, choice: object, fault: ChoiceFault | None
) -> None:
    assert check_choice(question, ABCD, choice) is fault


@pytest.mark.parametrize("question", ALL_KINDS, ids=lambda d: d.type.value)
@pytest.mark.parametrize("vote", Vote)
def test_abstaining_is_always_valid(question: Dilemma, vote: Vote) -> None:
    assert check_choice(question, ABCD, None, vote) is None


@pytest.mark.parametrize("question", ALL_KINDS, ids=lambda d: d.type.value)
def test_a_run_off_asks_every_question_for_one_of_the_tied(question: Dilemma) -> None:
    tied = ids("bd")
    assert check_choice(question, tied, "b", Vote.RUNOFF) is None
    assert check_choice(question, tied, "a", Vote.RUNOFF) is F.UNKNOWN_OPTION
    assert check_choice(question, tied, ["b"], Vote.RUNOFF) is F.WRONG_SHAPE


def test_a_consent_check_knows_two_answers() -> None:
    assert check_choice(single(), ABCD, "no_objection", Vote.CONSENT) is None
    assert check_choice(single(), ABCD, "objection", Vote.CONSENT) is None
    assert check_choice(single(), ABCD, "a", Vote.CONSENT) is F.UNKNOWN_OPTION


def test_a_hidden_option_may_hold_zero_points_and_no_more() -> None:
    question = points("abcd")
    assert check_choice(question, ABC, {"a": 100, "d": 0}) is None
    assert check_choice(question, ABC, {"a": 95, "d": 5}) is F.UNKNOWN_OPTION


@pytest.mark.parametrize("kind", QuestionType)
def test_a_question_without_its_block_takes_the_defaults(kind: QuestionType) -> None:
    right: dict[QuestionType, object] = {
        QuestionType.SINGLE_CHOICE: "a",
        QuestionType.AGREEMENT: 5,
        QuestionType.POINTS: {"a": 100},
        QuestionType.RANKING: ["a", "b", "c", "d"],
        QuestionType.APPROVAL: ["a"],
    }
    assert check_choice(dilemma(kind), ABCD, right[kind]) is None


def test_only_an_agreement_has_a_scale_and_it_has_no_options() -> None:
    assert scale_points(single()) == 0
    assert scale_points(agreement(ALWAYS, points=4)) == 4
    assert ballot_options(SCALE, SCALE.options) == ()
    assert ballot_options(single(), single().options[:2]) == ids("ab")


def test_an_objection_needs_its_reason() -> None:
    bare = ballot("inwoner", OBJECTION, objection="  ")
    assert check_ballot(single(), ABCD, bare, Vote.CONSENT) is F.REASON_NEEDED
    said = ballot("inwoner", OBJECTION, objection="Te snel.")
    assert check_ballot(single(), ABCD, said, Vote.CONSENT) is None
    by_hand = hands("inwoner", OBJECTION, 2)
    assert check_ballot(single(), ABCD, by_hand, Vote.CONSENT) is F.REASON_NEEDED
    assert check_ballot(single(), ABCD, hands("i", NO_OBJECTION, 2), Vote.CONSENT) is None


@pytest.mark.parametrize(
    ("question", "one", "fault"),
    [
        (single(), ballot("r", OptionId("a")), None),
        (single(), ballot("r", OptionId("z")), F.UNKNOWN_OPTION),
        (single(), ballot("r", OptionId("a"), count=2), F.WRONG_COUNT),
        (single(), ballot("r", OptionId("a"), heads=0), F.WRONG_COUNT),
        (single(), ballot("r", OptionId("a"), heads=4), None),
        (single(), hands("r", OptionId("a"), 3), None),
        (single(), hands("r", OptionId("a"), 1), None),
        (single(), hands("r", OptionId("a"), 0), F.WRONG_COUNT),
        (SCALE, hands("r", 4, 3), None),
        (approval(), hands("r", ids("a"), 3), None),
        (approval(), hands("r", (), 3), None),
        (approval(), hands("r", None, 3), None),
        (approval(), hands("r", ids("ab"), 3), F.NOT_BY_HAND),
        (ranking(), hands("r", ids("abcd"), 3), F.NOT_BY_HAND),
        (points("abcd"), hands("r", spread(a=100), 3), F.NOT_BY_HAND),
    ],
)
def test_a_ballot_is_valid_or_says_why_not(
    question: Dilemma, one: Ballot, fault: ChoiceFault | None
) -> None:
    assert check_ballot(question, ABCD, one, Vote.FIRST) is fault


def test_a_run_off_of_any_question_can_go_by_hand() -> None:
    assert check_ballot(ranking(), ABCD, hands("r", OptionId("a"), 3), Vote.RUNOFF) is None


@pytest.mark.parametrize(
    ("question", "choice", "kept"),
    [
        (single(), "b", "b"),
        (SCALE, 4, 4),
        (SCALE, None, None),
        (SCALE, True, None),
        (SCALE, 2.5, None),
        (approval(), ["d", "a"], ("a", "d")),
        (ranking(), ["d", "a", "b", "c"], ("d", "a", "b", "c")),
        (points("abcd"), {"c": 60, "a": 40}, {"a": 40, "b": 0, "c": 60, "d": 0}),
    ],
)
def test_a_choice_is_kept_in_one_form(question: Dilemma, choice: object, kept: object) -> None:
    assert canonical(question, choice) == kept


def test_points_get_their_zeros_for_the_options_on_the_ballot_in_its_order() -> None:
    kept = canonical(points("abcd"), {"c": 100}, ABC)
    assert list(kept.items()) == [("a", 0), ("b", 0), ("c", 100)]  # type: ignore[union-attr]


def test_points_that_are_kept_cannot_be_changed() -> None:
    kept: Any = canonical(points("abcd"), {"c": 100})
    with pytest.raises(TypeError):
        kept["a"] = 5


def test_the_key_of_a_choice_does_not_depend_on_the_order_of_its_points() -> None:
    assert choice_key(spread(b=60, a=40)) == choice_key(spread(a=40, b=60)) == '{"a":40,"b":60}'
    assert [choice_key(c) for c in (OptionId("b"), 4, ids("ba"), None)] == [
        '"b"',
        "4",
        '["b","a"]',
        "null",
    ]


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from([*ABCD, "z", ""]),
    lambda inner: (
        st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from([*ABCD, "z"]), inner)
    ),
    max_leaves=8,
)


@given(json_like, st.sampled_from(ALL_KINDS), st.sampled_from(Vote))
def test_nothing_a_client_sends_raises(choice: object, question: Dilemma, vote: Vote) -> None:
    fault = check_choice(question, ABCD, choice, vote)
    kept = canonical(question, choice)
    assert fault is not None or check_choice(question, ABCD, kept, vote) is None
    if fault is None:
        assert canonical(question, kept) == kept
        json.loads(choice_key(kept))
