"""Every kind of question, and every way that another rule can end."""

from dataclasses import replace
from fractions import Fraction

import pytest

from dilemmaspel.debrief.builders.alignment import alignment
from dilemmaspel.debrief.builders.closeness import label
from dilemmaspel.debrief.builders.rules import rules_of
from dilemmaspel.debrief.builders.votes import flow, shares
from dilemmaspel.debrief.figures import Came, DilemmaRules, Label, Shares, VoteFlow
from dilemmaspel.debrief.record import DilemmaRecord, record
from dilemmaspel.debrief.saying import said
from dilemmaspel.debrief.whatif import worlds
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.conditions import Op
from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.scenario import Band, Dilemma, Option, Scenario
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.state import State
from dilemmaspel.game.terms import Rule
from dilemmaspel.texts import Texts
from tests.game import voting as v
from tests.game.playing import SCHAKEL, Play, flagship

EN = Texts("en")
BANDS = (
    Band(Option(OptionId("yes"), "Doen"), Op.AT_LEAST, Fraction(7, 2)),
    Band(Option(OptionId("no"), "Niet doen"), Op.AT_MOST, Fraction(5, 2)),
    Band(Option(OptionId("perhaps"), "Later"), None, Fraction(0)),
)
SIX = ("inwoner", "inwoner", "inwoner", "huisarts", "huisarts", "ondernemer")


def only(dilemma: Dilemma) -> Scenario:
    return replace(flagship(SCHAKEL), dilemmas=(dilemma,), profiles={}, endings=())


def decided(dilemma: Dilemma, first: tuple[object, ...], second: tuple[object, ...]) -> State:
    """Play one dilemma with these ballots, in the order of the seats."""
    play = Play(only(dilemma), Setup(profile=Profile.HALF_DAY)).people(*SIX)
    play.until(Phase.VOTE1).votes(*first).until(Phase.VOTE2).votes(*second)
    return play.until(Phase.DEBRIEF).state


def shares_of(state: State) -> Shares:
    found = shares(state, state.scenario.dilemmas[0], Vote.SECOND)
    assert found is not None
    return found


def flow_of(state: State) -> VoteFlow:
    found = flow(state, state.scenario.dilemmas[0])
    assert found is not None
    return found


def label_of(state: State) -> Label:
    found = label(state, state.scenario.dilemmas[0], Vote.SECOND)
    assert found is not None
    return found


def rules(state: State) -> DilemmaRules:
    return rules_of(state, state.scenario.dilemmas[0], worlds(state))


def outcome(state: State, name: str) -> tuple[Came, str, bool]:
    one = next(one for one in rules(state).outcomes if said(EN, one.name) == name)
    return one.came, "".join(place.sign for place in one.chosen), one.differs


def page(state: State) -> DilemmaRecord:
    (one,) = record(state).dilemmas
    return one


# ------------------------------------------------------------------- a statement


def test_a_statement_has_scale_points_a_mean_shift_and_every_index() -> None:
    state = decided(v.agreement(BANDS), (1, 2, 3, 4, 5, None), (2, 3, 3, 4, 5, 5))
    found = shares_of(state)
    assert [place.sign for place in found.places] == ["1", "2", "3", "4", "5"]
    assert (found.counts, found.chosen) == ((0, 1, 2, 1, 2), ("4", "5"))
    moved = flow_of(state)
    assert (moved.mean_shift, moved.up, moved.down, moved.n) == (Fraction(2, 5), 2, 0, 6)
    assert moved.places[-1].index == -1
    word = label_of(state)
    assert (word.ordered, word.number, word.reynal_querol) == (True, 4, None)
    assert None not in (word.consensus, word.agreement, word.polarisation, word.esteban_ray)


def test_a_statement_can_be_counted_by_its_median_and_with_equal_roles() -> None:
    state = decided(v.agreement(BANDS), (5,) * 6, (1, 1, 1, 4, 4, 5))
    assert outcome(state, "The middle answer (median)") == (Came.DECIDED, "B", True)
    assert outcome(state, "One role, one vote")[0] is Came.DECIDED
    assert outcome(state, "Broad agreement")[0] is Came.NOT_REACHED
    assert page(state).smallest == ()


def test_roles_on_a_scale_are_alike_by_their_means() -> None:
    matrix = alignment(decided(v.agreement(BANDS), (3,) * 6, (1, 1, 3, 5, 5, 1)))
    assert [role.id for role in matrix.roles] == ["inwoner", "ondernemer", "huisarts"]
    assert matrix.cells[0][0] == Fraction(2, 3)
    assert matrix.cells[2][2] == 1
    assert matrix.cells[1][1] is None
    assert matrix.same[0][1] == 1
    assert matrix.common[0][2] == 1


# ------------------------------------------------------------------- points


def test_points_are_compared_on_what_got_most() -> None:
    most_a, most_b = {"a": 60, "b": 40}, {"a": 0, "b": 100}
    state = decided(v.points("ab"), (most_a,) * 6, (most_a, most_a, most_a, most_a, most_a, most_b))
    assert outcome(state, "One role, one vote")[2] is True
    assert flow_of(state).n == 0
    assert label_of(state).overlap == Fraction(4, 5)
    one = page(state)
    assert one.points is not None
    assert [(int(o.low), int(o.high)) for o in one.points.options] == [(0, 60), (40, 100)]
    assert one.decided.points == (50, 50)


# ------------------------------------------------------------------- orders and ticks


def test_an_order_is_compared_by_another_method_and_person_by_person() -> None:
    orders = (
        ("a", "b", "c"),
        ("a", "b", "c"),
        ("a", "c", "b"),
        ("c", "a", "b"),
        *(("a", "b", "c"),) * 2,
    )
    state = decided(v.ranking("abc"), orders, orders)
    assert outcome(state, "The order by Schulze") == (Came.DECIDED, "A", False)
    assert outcome(state, "More than half") == (Came.DECIDED, "A", False)
    one = page(state)
    assert one.order is not None
    assert one.order.condorcet is not None
    assert [(r.place.sign, int(r.borda), r.firsts, r.schulze) for r in one.order.ranked] == [
        ("A", 11, 5, 1),
        ("B", 4, 0, 2),
        ("C", 3, 1, 3),
    ]
    residents = alignment(state).cells[0][0]
    assert residents == Fraction(7, 9)


def test_what_all_can_live_with_is_one_of_the_rules_of_ticks() -> None:
    ticks = (("a", "b"), ("a",), ("a", "c"), ("a", "b"), ("a",), ("a", "b"))
    state = decided(v.approval("abc"), ticks, ticks)
    assert outcome(state, "What everyone can live with") == (Came.DECIDED, "A", False)
    one = page(state)
    assert one.acceptance is not None
    assert [place.sign for place in one.acceptance.for_everyone] == ["A"]
    assert said(EN, one.acceptance.sentence()) == "Everyone can live with A a."
    assert alignment(state).cells[0][0] == Fraction(5, 9)


# ------------------------------------------------------------------- ends of a rule


@pytest.mark.parametrize(
    ("ballots", "name", "came"),
    [
        ("aabbcc", "More than half", Came.RUNOFF),
        ("aabbcc", "Broad agreement", Came.NOT_REACHED),
        ("aaabbb", "One role, one vote", Came.DECIDED),
    ],
)
def test_another_rule_ends_as_it_would_have(ballots: str, name: str, came: Came) -> None:
    state = decided(v.single(Rule.FACILITATOR, "abc"), tuple("aaaaaa"), tuple(ballots))
    assert outcome(state, name)[0] is came


def test_a_tie_is_said_to_be_one() -> None:
    state = decided(v.single(Rule.FACILITATOR, "abc"), tuple("aaaaaa"), tuple("aabbcc"))
    assert outcome(state, "Most votes") == (Came.TIED, "ABC", False)
    first = rules(state).outcomes[0]
    assert (first.real, said(EN, first.name)) == (True, "The facilitator decides")


def test_nobody_with_a_valid_vote_is_said_too() -> None:
    state = decided(v.single(Rule.FACILITATOR, "ab"), (None,) * 6, (None,) * 6)
    assert outcome(state, "Most votes") == (Came.NO_VOTES, "", False)
    assert shares_of(state).shares is None
    assert said(EN, shares_of(state).sentence()) == "There are no valid votes."
    assert shares_of(state).roles[0].shares is None


def test_the_facilitators_reason_and_the_outcome_are_in_the_record() -> None:
    state = decided(v.single(Rule.FACILITATOR, "ab"), tuple("aabbbb"), tuple("aabbbb"))
    one = page(state)
    assert (one.decided.by_facilitator, one.decided.reason) == (True, "simulate")
    assert [place.sign for place in one.smallest] == ["A"]
    assert len(one.effects.effects) == len(state.scenario.indicators)


def test_consent_is_in_the_record_with_what_was_asked() -> None:
    state = decided(v.single(Rule.CONSENT, "ab"), tuple("aaaaab"), tuple("aaaaab"))
    one = page(state)
    assert one.acceptance is not None
    assert [place.sign for place in one.acceptance.asked] == ["A"]
    assert one.acceptance.answered > 0
