"""A room for the tests of the authority and the log: a flagship, people, and votes."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import cache
from typing import Any

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.commands import (
    Advance,
    CastBallot,
    ChooseOutcome,
    Command,
    Join,
    ResumeSession,
    StartSession,
)
from dilemmaspel.game.ids import DilemmaId, SeatId, SessionId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.scenario import Dilemma, Scenario
from dilemmaspel.game.setup import Inputs, Profile, Setup
from dilemmaspel.game.state import State
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.build import scenario_from_text
from dilemmaspel.session import Receipt, Refusal, Session

FLAGSHIP = "f1-de-schakel"
MINUTE = 60_000


@cache
def texts_of(flagship: str = FLAGSHIP) -> tuple[str, str]:
    folder = scenarios_dir()
    text = (folder / flagship / "scenario.yaml").read_text(encoding="utf-8")
    return text, (folder / "roles.yaml").read_text(encoding="utf-8")


@cache
def scenario_of(flagship: str = FLAGSHIP) -> Scenario:
    return scenario_from_text(*texts_of(flagship))


def a_start(name: str = "s1", setup: Setup | None = None, flagship: str = FLAGSHIP) -> StartSession:
    text, roles = texts_of(flagship)
    setup = setup or Setup(profile=Profile.SHORT, inputs=Inputs(personal=True, comment=True))
    return StartSession(scenario_of(flagship), setup, text, roles, SessionId(name), "0.1")


class Clock:
    """A clock that stands still until it is told to go on; milliseconds since the epoch."""

    def __init__(self, now: int = 1_700_000_000_000) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now

    def pass_by(self, ms: int) -> None:
        self.now += ms


def ask(session: Session, command: Command, key: str | None = None) -> Receipt:
    return session.submit(command, key).result(timeout=30)


def advance(session: Session) -> Receipt:
    return ask(session, Advance(session.latest.step))


def go_to(session: Session, phase: Phase) -> State:
    """Go on to a phase of the running or the next dilemma; everybody votes where it is asked."""
    while session.latest.flow.phase is not phase:
        if session.latest.flow.open_vote is not None:
            everybody_votes(session)
        try:
            advance(session)
        except Refusal:
            options = session.latest.flow.proposal
            assert options is not None
            ask(session, ChooseOutcome(_first(session.latest), "a reason"))
    return session.latest


def _first(state: State) -> Any:
    assert state.dilemma is not None
    return (state.dilemma.options[0].id,)


def opened(session: Session, people: int = 6, **start: Any) -> DilemmaId:
    """Start a session, seat people, and open the first vote."""
    ask(session, a_start(**start))
    for _ in range(people):
        ask(session, Join())
    go_to(session, Phase.VOTE1)
    return session.latest.flow.dilemma or DilemmaId("")


def a_ballot(state: State, seat: int, choice: Any = None, **more: Any) -> CastBallot:
    """A ballot for the vote that is open; without a choice one that depends on the seat."""
    dilemma, vote = state.dilemma, state.flow.open_vote
    assert dilemma is not None
    assert vote is not None
    if choice is None:
        choice = usual_choice(state, dilemma, vote, seat)
    return CastBallot(dilemma.id, vote, choice, seat=SeatId(seat), **more)


def usual_choice(state: State, dilemma: Dilemma, vote: Vote, seat: int) -> Any:
    box = state.box(dilemma.id, vote)
    options = box.options if box else ()
    if vote is Vote.CONSENT:
        return "no_objection"
    if vote is Vote.RUNOFF:
        return options[0]
    by_type: dict[QuestionType, Callable[[], Any]] = {
        QuestionType.SINGLE_CHOICE: lambda: options[seat % len(options)],
        QuestionType.AGREEMENT: lambda: 1 + seat % 4,
        QuestionType.POINTS: lambda: {options[0]: 60, options[1]: 40},
        QuestionType.RANKING: lambda: list(options),
        QuestionType.APPROVAL: lambda: list(options[: 1 + seat % 2]),
    }
    return by_type[dilemma.type]()


def everybody_votes(session: Session) -> list[Receipt]:
    state = session.latest
    here = [seat.id for seat in state.seats.values() if seat.active]
    answers = [session.submit(a_ballot(state, seat)) for seat in here]
    return [answer.result(timeout=30) for answer in answers]


def resume(session: Session, last_seen: int) -> Receipt:
    return ask(session, ResumeSession(last_seen))


Submit = Callable[[Command, str | None], Future[Receipt]]
