"""Casting a ballot: who may, on what, with which extra answers."""

from dataclasses import replace

import pytest

from dilemmaspel.game import commands as c
from dilemmaspel.game import events as e
from dilemmaspel.game.ballots import NO_OBJECTION, OBJECTION, Channel, ValueCard, Vote
from dilemmaspel.game.ids import DilemmaId, OptionId, RoleId, SeatId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.reasons import Reason
from dilemmaspel.game.scenario import Budget
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.terms import DeficitPolicy
from dilemmaspel.game.voting import ballots_in
from tests.game.playing import (
    EVERYTHING,
    SCHAKEL,
    WACHTKAMER,
    WIJKTEAM,
    Play,
    flagship,
)

TEAM = ("inwoner", "inwoner", "inwoner", "sociaal_werker", "beleidsmedewerker")
D1, D2 = DilemmaId("d1"), DilemmaId("d2")


def voting(
    dilemma: str = "d1",
    vote: Phase = Phase.VOTE1,
    scenario: str = SCHAKEL,
    setup: Setup | None = None,
) -> Play:
    setup = setup or Setup(profile=Profile.HALF_DAY)
    return Play(scenario, setup).people(*TEAM).until(vote, dilemma)


def test_a_vote_can_change_until_the_close_and_counts_once() -> None:
    play = voting().votes("a")
    play.do(play.ballot(1, "b"))
    box = play.state.box(D1, Vote.FIRST)
    assert box is not None
    assert [b.choice for b in box.ballots.values()] == ["b"]


def test_a_ballot_is_for_the_vote_that_is_open() -> None:
    play = voting()
    other = c.CastBallot(D2, Vote.FIRST, "a", seat=SeatId(1))
    assert play.refuses(other) is Reason.NOT_THIS_VOTE
    later = c.CastBallot(D1, Vote.SECOND, "a", seat=SeatId(1))
    assert play.refuses(later) is Reason.NOT_THIS_VOTE
    play.on()
    assert play.refuses(c.CastBallot(D1, Vote.FIRST, "a", seat=SeatId(1))) is Reason.VOTE_CLOSED


def test_a_ballot_needs_a_seat() -> None:
    play = voting()
    assert play.refuses(play.ballot(99, "a")) is Reason.UNKNOWN_SEAT
    nobody = c.CastBallot(D1, Vote.FIRST, "a")
    assert play.refuses(nobody) is Reason.UNKNOWN_SEAT


@pytest.mark.parametrize(
    ("scenario", "dilemma", "good", "bad"),
    [
        (SCHAKEL, "d1", "b", "z"),
        (SCHAKEL, "d1", None, 3),
        (
            SCHAKEL,
            "d2",
            {"gemeente": 40, "zorgverzekeraar": 60},
            {"gemeente": 40, "zorgverzekeraar": 50},
        ),
        (SCHAKEL, "d3", ["cijfers", "verhalen", "meelopen", "doorrekenen"], ["cijfers"]),
        (WACHTKAMER, "d3", 5, 6),
        (WIJKTEAM, "d2", ["maatje", "vrije_keuze"], ["maatje", "maatje"]),
        (WIJKTEAM, "d2", [], "maatje"),
    ],
)
def test_every_question_takes_its_own_kind_of_answer(
    scenario: str, dilemma: str, good: object, bad: object
) -> None:
    play = voting(dilemma, scenario=scenario)
    assert play.refuses(play.ballot(1, bad)) is Reason.WRONG_CHOICE
    play.do(play.ballot(1, good))


def test_an_approval_is_kept_in_ballot_order() -> None:
    play = voting("d2", scenario=WIJKTEAM)
    (cast,) = play.do(play.ballot(1, ["maatje", "vrije_keuze"]))
    assert isinstance(cast, e.BallotCast)
    assert cast.choice == ("vrije_keuze", "maatje")


def test_points_get_their_zeros() -> None:
    play = voting("d2")
    (cast,) = play.do(play.ballot(1, {"gemeente": 100}))
    assert isinstance(cast, e.BallotCast)
    assert cast.choice == {
        "gemeente": 100,
        "zorgverzekeraar": 0,
        "woningcorporatie": 0,
        "ondernemers": 0,
        "inwoners": 0,
    }


# ---------------------------------------------------------------- a show of hands


def test_hands_are_counted_per_role_and_replaced_by_a_newer_count() -> None:
    play = voting()
    play.do(play.hands("inwoner", "a", 2))
    play.do(play.hands("inwoner", "b", 1))
    play.do(play.hands("sociaal_werker", "b", 1))
    play.do(play.hands("inwoner", "a", 1))
    play.do(play.hands("inwoner", "b", 0))
    play.on()
    result = play.state.flow.results[(D1, Vote.FIRST)]
    assert (result.counts[OptionId("a")], result.counts[OptionId("b")], result.hands) == (1, 1, 2)


def test_there_are_no_more_hands_than_people() -> None:
    play = voting()
    assert play.refuses(play.hands("inwoner", "a", 4)) is Reason.MORE_HANDS_THAN_PEOPLE
    play.do(play.hands("inwoner", "a", 2))
    assert play.refuses(play.hands("inwoner", "b", 2)) is Reason.MORE_HANDS_THAN_PEOPLE
    play.do(play.hands("inwoner", "a", 3))


def test_nobody_is_counted_by_hand_and_by_ballot() -> None:
    play = voting().votes("a")
    assert play.refuses(play.hands("inwoner", "a", 3)) is Reason.MORE_HANDS_THAN_PEOPLE
    play.do(play.hands("inwoner", "a", 2))
    assert play.refuses(play.ballot(2, "b")) is Reason.VOTED_OTHERWISE
    play.do(play.ballot(1, "b"))
    box = play.state.box(D1, Vote.FIRST)
    assert box is not None
    assert ballots_in(play.state, box) == 3


def test_hands_say_which_role_they_are_of() -> None:
    play = voting()
    assert play.refuses(play.hands("koning", "a", 1)) is Reason.UNKNOWN_ROLE
    assert play.refuses(play.hands("observator", "a", 1)) is Reason.ROLE_DOES_NOT_VOTE
    assert play.refuses(play.hands("inwoner", "a", -1)) is Reason.BAD_INPUT
    assert play.refuses(play.hands("inwoner", "z", 1)) is Reason.WRONG_CHOICE


@pytest.mark.parametrize(
    ("dilemma", "choice"),
    [
        ("d2", {"gemeente": 100}),
        ("d3", ["cijfers", "verhalen", "doorrekenen", "meelopen"]),
    ],
)
def test_points_and_orders_are_not_counted_by_hand(dilemma: str, choice: object) -> None:
    play = voting(dilemma)
    hands = play.hands("inwoner", choice, 1)
    assert play.refuses(hands) is Reason.HANDS_NOT_FOR_THIS_QUESTION


def test_approving_hands_may_rise_more_than_once() -> None:
    play = voting("d2", scenario=WIJKTEAM)
    play.do(play.hands("inwoner", ["maatje"], 3))
    play.do(play.hands("inwoner", ["vrije_keuze"], 2))
    assert play.refuses(play.hands("inwoner", ["maatje"], 4)) is Reason.MORE_HANDS_THAN_PEOPLE
    assert play.refuses(play.ballot(1, ["maatje"])) is Reason.VOTED_OTHERWISE
    play.do(play.ballot(4, ["maatje"]))
    play.on()
    result = play.state.flow.results[(D2, Vote.FIRST)]
    assert (result.counts[OptionId("maatje")], result.valid) == (4, 4)


# ---------------------------------------------------------------- extra answers


def everything(vote: Phase = Phase.VOTE2) -> Play:
    setup = Setup(profile=Profile.HALF_DAY, inputs=EVERYTHING)
    return voting("d1", vote, setup=setup)


@pytest.mark.parametrize(
    "extra",
    [
        {"confidence": 3},
        {"value_card": ValueCard.TRUST},
        {"comment": "omdat"},
        {"personal": "a"},
        {"prediction": (RoleId("inwoner"), OptionId("a"))},
    ],
)
def test_an_extra_answer_is_taken_only_when_it_is_asked_for(extra: dict[str, object]) -> None:
    off = voting("d1", Phase.VOTE2)
    assert off.refuses(off.ballot(1, "a", **extra)) is Reason.INPUT_OFF
    on = everything()
    on.do(on.ballot(1, "a", **extra))


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        ({"confidence": 6}, Reason.BAD_INPUT),
        ({"comment": "x" * 201}, Reason.TEXT_TOO_LONG),
        ({"objection": "x" * 301}, Reason.TEXT_TOO_LONG),
        ({"personal": "z"}, Reason.WRONG_CHOICE),
        ({"prediction": (RoleId("koning"), OptionId("a"))}, Reason.BAD_INPUT),
        ({"prediction": (RoleId("inwoner"), OptionId("z"))}, Reason.BAD_INPUT),
    ],
)
def test_extra_answers_are_checked(extra: dict[str, object], reason: Reason) -> None:
    play = everything()
    assert play.refuses(play.ballot(1, "a", **extra)) is reason


def test_a_personal_vote_goes_with_the_deciding_vote_and_apart_from_the_ballot() -> None:
    first = everything(Phase.VOTE1)
    assert first.refuses(first.ballot(1, "a", personal="b")) is Reason.BAD_INPUT
    play = everything()
    cast, kept = play.do(play.ballot(1, "a", personal="b"))
    assert isinstance(kept, e.PersonalVoteKept)
    assert isinstance(cast, e.BallotCast)
    assert cast.choice == "a"
    assert "personal" not in e.BallotCast.__slots__
    play.votes("a", "a", "a", "a", "a")
    closed = play.on()[0]
    assert isinstance(closed, e.VoteClosed)
    assert closed.personal == 1


def test_hands_have_no_personal_vote() -> None:
    play = everything()
    assert play.refuses(play.hands("inwoner", "a", 1, personal="b")) is Reason.BAD_INPUT


def test_a_consent_check_asks_one_thing() -> None:
    play = voting("d4", Phase.VOTE2, WACHTKAMER).votes("c", "c", "c", "c", "c")
    play.on()
    assert play.phase() == Phase.CONSENT_CHECK
    assert play.refuses(play.ballot(1, "c")) is Reason.WRONG_CHOICE
    play.do(play.hands("inwoner", NO_OBJECTION, 2))
    assert play.refuses(play.hands("inwoner", OBJECTION, 1)) is Reason.REASON_REQUIRED
    play.do(play.hands("inwoner", OBJECTION, 1, objection="te snel"))


def test_what_does_not_fit_can_be_blocked() -> None:
    tight = replace(
        flagship(SCHAKEL),
        budget=Budget(annual=40, reserve=90, deficit_policy=DeficitPolicy.BLOCK),
    )
    play = Play(tight).people(*TEAM).until(Phase.VOTE1)
    assert play.refuses(play.ballot(1, "b")) is Reason.OPTION_BLOCKED
    play.do(play.ballot(1, "a"))
    assert play.refuses(play.hands("inwoner", "b", 1)) is Reason.OPTION_BLOCKED
    play.do(play.ballot(2, None))


def test_a_blocked_option_stays_in_an_order() -> None:
    tight = replace(
        flagship(SCHAKEL),
        budget=Budget(annual=900, reserve=10, deficit_policy=DeficitPolicy.BLOCK),
    )
    play = Play(tight).people(*TEAM).until(Phase.VOTE1, "d3")
    play.do(play.ballot(1, ["cijfers", "verhalen", "doorrekenen", "meelopen"]))


def test_a_blocked_arrangement_cannot_be_ticked() -> None:
    tight = replace(
        flagship(WIJKTEAM),
        budget=Budget(annual=900, reserve=5, deficit_policy=DeficitPolicy.BLOCK),
    )
    play = Play(tight).people(*TEAM).until(Phase.VOTE1, "d2")
    assert play.refuses(play.ballot(1, ["vrije_keuze", "maatje"])) is Reason.OPTION_BLOCKED
    play.do(play.ballot(1, ["vrije_keuze"]))


def test_more_time_can_be_asked_while_a_vote_is_open() -> None:
    play = voting()
    play.do(c.AskTime(SeatId(1)))
    play.do(c.AskTime())
    assert play.state.time_asked == 2
    assert play.refuses(c.AskTime(SeatId(99))) is Reason.UNKNOWN_SEAT
    play.on()
    assert play.refuses(c.AskTime()) is Reason.VOTE_CLOSED
    assert play.state.time_asked == 0


def test_the_channel_of_a_ballot_is_kept() -> None:
    play = voting()
    (cast,) = play.do(play.ballot(1, "a", channel=Channel.PAPER))
    assert isinstance(cast, e.BallotCast)
    assert cast.channel is Channel.PAPER
