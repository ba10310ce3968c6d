"""A state machine with random commands: the promises hold whatever anybody does."""

from typing import Any

from hypothesis import Phase as Stage
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dilemmaspel.bots import ballots_to_cast
from dilemmaspel.game import commands as c
from dilemmaspel.game import events as e
from dilemmaspel.game.ballots import NO_OBJECTION, OBJECTION, Ballot, Channel, Vote
from dilemmaspel.game.choices import scale_points
from dilemmaspel.game.fingerprint import state_hash
from dilemmaspel.game.ids import DilemmaId, OptionId, RoleId, SeatId
from dilemmaspel.game.phases import PHASES, Overlay, Phase
from dilemmaspel.game.presenting import presenter_view, seat_view
from dilemmaspel.game.reasons import Refused
from dilemmaspel.game.seeing import public_view
from dilemmaspel.game.setup import Deal, Kind, Profile, Setup, Voting
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.simulate import next_commands
from tests.game.playing import (
    EVERYTHING,
    SCHAKEL,
    WACHTKAMER,
    WIJKTEAM,
    Play,
    flagship,
    with_choices,
)

OPTIONS = st.sampled_from(
    ["a", "b", "c", "d", "gemeente", "inwoners", "cijfers", "verhalen", "maatje", "zz", ""]
).map(OptionId)
DILEMMAS = st.sampled_from(["d1", "d2", "d3", "d4", "d4z", "zz"]).map(DilemmaId)
ROLES = st.sampled_from(["inwoner", "huisarts", "ondernemer", "observator", "zz"]).map(RoleId)
SEATS = st.integers(0, 12).map(SeatId)
TEXT = st.sampled_from(["", "  ", "ja, als het kan", "x" * 700])
CHOICES = st.one_of(
    st.none(),
    OPTIONS,
    st.integers(-1, 7),
    st.floats(allow_nan=False),
    st.booleans(),
    st.lists(OPTIONS, max_size=4),
    st.dictionaries(OPTIONS, st.integers(-5, 105), max_size=4),
    st.sampled_from([NO_OBJECTION, OBJECTION]),
)
ANY_COMMAND = st.one_of(
    st.builds(c.Join, st.none() | ROLES, st.sampled_from(Channel), st.integers(-1, 60)),
    st.builds(c.Leave, SEATS),
    st.builds(c.AssignRole, SEATS, ROLES),
    st.builds(
        c.CastBallot,
        dilemma=DILEMMAS,
        vote=st.sampled_from(Vote),
        choice=CHOICES,
        channel=st.sampled_from(Channel),
        seat=st.none() | SEATS,
        role=st.none() | ROLES,
        count=st.integers(-1, 9),
        confidence=st.none() | st.integers(0, 9),
        comment=TEXT,
        personal=CHOICES,
        objection=TEXT,
    ),
    st.builds(c.Advance, st.integers(0, 60), st.booleans()),
    st.builds(c.SkipPhase, st.integers(0, 60)),
    st.builds(c.SkipDilemma, st.integers(0, 60)),
    st.builds(c.ChangePlan, st.lists(DILEMMAS, max_size=3).map(tuple)),
    st.builds(c.Undo, TEXT),
    st.builds(c.Reopen, st.sampled_from(Vote)),
    st.builds(c.ChooseOutcome, st.lists(OPTIONS, max_size=2).map(tuple), TEXT),
    st.builds(c.AskConsentAgain, TEXT),
    st.builds(c.ShowRoles, st.booleans()),
    st.builds(c.Blank, st.booleans()),
    st.builds(c.Lay, st.sampled_from(Overlay)),
    st.builds(c.AskPause, st.none() | SEATS),
    st.builds(c.AskTime, st.none() | SEATS),
    st.builds(c.ChangeVoting, st.sampled_from(Voting)),
    st.builds(c.ShareInfo, ROLES, st.booleans()),
    st.builds(c.AddNote, TEXT),
    st.builds(c.AddArgument, OPTIONS, TEXT, st.none() | ROLES),
    st.builds(c.AddCondition, OPTIONS, TEXT, st.none() | ROLES),
    st.builds(c.AddAgreement, TEXT, TEXT, TEXT),
    st.builds(c.ChangeAgreement, st.integers(0, 3), TEXT, TEXT, TEXT),
    st.builds(c.RemoveAgreement, st.integers(0, 3)),
    st.builds(
        c.AnswerExitPoll,
        st.none() | st.integers(0, 6),
        st.none() | st.integers(0, 6),
        st.none() | SEATS,
    ),
    st.builds(c.CountExitPoll, st.sampled_from(c.PollAsk), st.integers(0, 6), st.integers(-1, 9)),
    st.builds(c.PlanDebrief, st.lists(st.integers(0, 20), max_size=4).map(tuple)),
    st.builds(c.AskQuestion, st.integers(-1, 20), st.integers(0, 60), st.booleans()),
    st.builds(c.MarkQuestion, st.integers(-1, 20), st.booleans()),
    st.builds(c.ShowFigure, st.integers(-1, 20), TEXT),
    st.builds(c.Peek, DILEMMAS),
    st.builds(c.ResumeSession, st.integers(0, 2_000_000)),
)
SETUPS = st.builds(
    Setup,
    kind=st.sampled_from(Kind),
    profile=st.sampled_from(Profile),
    voting=st.just(Voting.PASSED),
    deal=st.sampled_from(Deal),
    two_votes=st.booleans(),
    inputs=st.just(EVERYTHING),
    seed=st.integers(0, 9),
)


class Evening(RuleBasedStateMachine):
    """An evening on which everybody presses everything."""

    play: Play

    @initialize(name=st.sampled_from([SCHAKEL, WACHTKAMER, WIJKTEAM]), setup=SETUPS)
    def begin(self, name: str, setup: Setup) -> None:
        self.play = Play(flagship(name), setup)
        self.play.people("inwoner", "inwoner", "sociaal_werker", "beleidsmedewerker")

    @rule(command=ANY_COMMAND)
    def ask_anything(self, command: c.Command) -> None:
        self.attempt(command)

    @rule(seat=SEATS, choice=CHOICES)
    def vote(self, seat: SeatId, choice: object) -> None:
        dilemma, vote = self.play.state.dilemma, self.play.state.flow.open_vote
        if dilemma is not None and vote is not None:
            self.attempt(c.CastBallot(dilemma.id, vote, choice, seat=seat))

    @rule(role=ROLES, choice=CHOICES, count=st.integers(0, 5))
    def raise_hands(self, role: RoleId, choice: object, count: int) -> None:
        dilemma, vote = self.play.state.dilemma, self.play.state.flow.open_vote
        if dilemma is not None and vote is not None:
            channel = Channel.HANDS
            ballot = c.CastBallot(dilemma.id, vote, choice, channel, role=role, count=count)
            self.attempt(ballot)

    @rule()
    def let_bots_vote(self) -> None:
        for ballot in ballots_to_cast(self.play.state, 3):
            self.attempt(ballot)

    @rule(steps=st.integers(1, 6))
    def go_on(self, steps: int) -> None:
        for _ in range(steps):
            if self.play.phase() is not Phase.CLOSED:
                for command in next_commands(self.play.state, 1):
                    self.attempt(command)

    @rule()
    def go_back(self) -> None:
        self.attempt(c.Undo("terug"))

    @rule(vote=st.sampled_from(Vote))
    def again(self, vote: Vote) -> None:
        self.attempt(c.Reopen(vote))

    @precondition(lambda self: self.play.phase() is Phase.DECISION)
    @rule()
    def decide_cancel_and_decide_again(self) -> None:
        if isinstance(self.play.ask(c.Advance(self.play.state.step)), Refused):
            return
        before = state_hash(self.play.state)
        events = self.play.on()
        if not any(isinstance(event, e.DecisionTaken) for event in events):
            return
        after = state_hash(self.play.state)
        self.play.do(c.Undo("nog eens"))
        assert state_hash(self.play.state) == before
        self.play.on()
        assert state_hash(self.play.state) == after

    def attempt(self, command: c.Command) -> None:
        state = self.play.state
        answer = self.play.ask(command)
        if isinstance(answer, Refused):
            return
        for event in answer:
            if isinstance(event, e.BallotCast):
                assert state.flow.open_vote is event.vote
                assert state.flow.dilemma == event.dilemma
        self.play.do(command)

    @invariant()
    def a_vote_is_open_only_in_its_phase(self) -> None:
        flow = self.play.state.flow
        if flow.open_vote is not None:
            assert PHASES[flow.phase].vote is flow.open_vote

    @invariant()
    def nobody_counts_twice(self) -> None:
        for box in self.play.state.boxes.values():
            assert set(box.ballots) <= set(box.electorate)
            dilemma = self.play.state.scenario.dilemma(box.dilemma)
            assert dilemma is not None
            if dilemma.type is not QuestionType.APPROVAL:
                by_hand = sum(cell.count for cell in box.hands.values())
                assert len(box.ballots) + by_hand <= len(box.electorate)

    @invariant()
    def an_open_vote_has_something_to_choose(self) -> None:
        state = self.play.state
        dilemma, vote = state.dilemma, state.flow.open_vote
        box = state.box(dilemma.id, vote) if dilemma and vote else None
        if box is not None and dilemma is not None and box.vote is not Vote.CONSENT:
            assert box.options or scale_points(dilemma)
        if box is not None and box.vote is Vote.CONSENT:
            assert state.flow.proposal is not None
            assert state.flow.proposal.candidates

    @invariant()
    def results_equal_the_live_ballots(self) -> None:
        state = self.play.state
        for (dilemma, vote), result in state.flow.results.items():
            box = state.box(dilemma, vote)
            assert box is not None
            by_seat = sum(1 for b in box.ballots.values() if b.choice is not None)
            if not box.hands:
                assert result.valid == by_seat
                assert result.cast == len(box.ballots)

    @invariant()
    def every_view_can_be_made(self) -> None:
        state = self.play.state
        presenter_view(state)
        for seat in state.seats:
            seat_view(state, seat)

    @invariant()
    def the_beamer_does_not_know_an_open_vote(self) -> None:
        state = self.play.state
        dilemma, vote = state.dilemma, state.flow.open_vote
        box = state.box(dilemma.id, vote) if dilemma and vote else None
        if box is None or not box.ballots:
            return
        other = with_choices(state, _abstaining)
        assert public_view(other) == public_view(state)
        assert presenter_view(other) == presenter_view(state)

    def teardown(self) -> None:
        if hasattr(self, "play"):
            assert self.play.folded() == self.play.state


def _abstaining(ballot: Ballot) -> Ballot:
    from dataclasses import replace

    return replace(ballot, choice=None, objection="", comment="")


Evening.TestCase.settings = settings(
    max_examples=30,
    stateful_step_count=30,
    deadline=None,
    phases=(Stage.generate, Stage.shrink),  # explaining a failure traces every line: too slow
)


class TestEvening(Evening.TestCase):  # type: ignore[misc, valid-type]
    """The evening as a test."""


def test_decide_answers_anything_in_any_state() -> None:
    """Every command type has a rule, and every event type a change."""
    from typing import get_args

    from dilemmaspel.game import evolve, rules

    assert set(get_args(c.Command)) - {c.StartSession} == set(rules._RULES)
    handled: set[Any] = set(evolve._CHANGES)
    assert set(get_args(e.Event)) - {e.SessionStarted} == handled
