"""Plays whole sessions with bots and tells what came of them."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from fractions import Fraction
from typing import Final, Protocol, TypedDict
from uuid import UUID, uuid5

from dilemmaspel.bots import Pick, ballots_to_cast, deal_evenly
from dilemmaspel.game.advancing import facilitators_candidates
from dilemmaspel.game.ballots import Channel, Vote
from dilemmaspel.game.commands import (
    Advance,
    CastBallot,
    ChooseOutcome,
    CloseSession,
    Command,
    Join,
    StartSession,
)
from dilemmaspel.game.ids import OptionId, RoleId, SessionId
from dilemmaspel.game.people import roles_in_play
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.seeing import waits_for_facilitator
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.state import State
from dilemmaspel.game.steps import final_ending
from dilemmaspel.game.tally import Tally
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.scenario.library import Loaded
from dilemmaspel.session import Receipt, Session

_NAMESPACE: Final = UUID("5f2f0c0e-6b0d-5d1f-9f65-7a3b1f1d2c10")

Told = Callable[[State], None]


class Crowd(Protocol):
    """The way in which simulated participants take part."""

    def join(self, roles: Sequence[RoleId]) -> None:
        """Take a seat for each role, in this order; returns when all have one."""

    def cast(self, ballots: Sequence[CastBallot]) -> None:
        """Cast these ballots; returns when all were counted."""


class InPerson:
    """Simulated participants that speak to the session itself."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def join(self, roles: Sequence[RoleId]) -> None:
        _wait([self._session.submit(Join(role, Channel.BOT)) for role in roles])

    def cast(self, ballots: Sequence[CastBallot]) -> None:
        _wait([self._session.submit(ballot) for ballot in ballots])


class Decided(TypedDict, total=False):
    """A decision in the answer of `simulate --json`."""

    dilemma: str
    chosen: list[str]
    shares: dict[str, float]
    rule: str
    vote1: dict[str, float]
    vote2: dict[str, float]


def start_command(loaded: Loaded, setup: Setup, session: SessionId, version: str) -> StartSession:
    """Return the command that starts a session with a loaded scenario.

    Raises ValueError for a scenario that cannot be played.
    """
    if loaded.scenario is None:
        raise ValueError(f"{loaded.path} has problems and cannot be played")
    return StartSession(
        scenario=loaded.scenario,
        setup=setup,
        scenario_text=loaded.text,
        roles_text=loaded.roles_text,
        session=session,
        app_version=version,
    )


def simulated_id(scenario_sha: str, seed: int, participants: int) -> SessionId:
    """Return a session id that is the same for the same simulation."""
    return SessionId(str(uuid5(_NAMESPACE, f"{scenario_sha}|{seed}|{participants}")))


def simulated_setup(seed: int) -> Setup:
    """Return the set-up of a simulation: the whole path, nothing extra."""
    return Setup(profile=Profile.HALF_DAY, seed=seed, practice=True)


def play(
    session: Session,
    seed: int,
    participants: int,
    picks: Mapping[str, Pick] | None = None,
    told: Told | None = None,
    crowd: Crowd | None = None,
) -> State:
    """Play a started session from the lobby to its close, as facilitator and as everybody.

    `told` hears the state after every step.
    """
    people = crowd or InPerson(session)
    people.join(deal_evenly(roles_in_play(session.latest), participants))
    while session.latest.flow.phase is not Phase.CLOSED:
        for command in next_commands(session.latest, seed, picks):
            session.submit(command).result()
        people.cast(ballots_to_cast(session.latest, seed, picks))
        if told is not None:
            told(session.latest)
    return session.latest


def _wait(answers: list[Future[Receipt]]) -> None:
    for answer in answers:
        answer.result()


def next_commands(
    state: State, seed: int, picks: Mapping[str, Pick] | None = None
) -> tuple[Command, ...]:
    """Return what a facilitator without opinions does next."""
    if state.flow.phase is Phase.LOBBY and not state.seats:
        return (CloseSession(),)
    if waits_for_facilitator(state) and state.dilemma is not None:
        candidates = facilitators_candidates(state.dilemma, state.flow.proposal)
        wanted = picks_of(picks, state.dilemma.id)
        preferred = [o for o in wanted if o in candidates] or [candidates[seed % len(candidates)]]
        proposal = state.flow.proposal
        seats = proposal.seats if proposal else 1
        return (ChooseOutcome(tuple(preferred[: max(seats, 1)]), "simulate"),)
    return (Advance(state.step, count_anyway=True),)


def picks_of(picks: Mapping[str, Pick] | None, dilemma: str) -> tuple[OptionId, ...]:
    """Return the options a pick names."""
    pick = (picks or {}).get(dilemma, ())
    named = (pick,) if isinstance(pick, str) else tuple(pick)
    return tuple(OptionId(o) for o in named)


def summary(state: State, seed: int, participants: int) -> dict[str, object]:
    """Return the answer of `simulate --json` (documented in docs/log.md)."""
    world = state.flow.world
    found = final_ending(state)
    return {
        "scenario": state.scenario.id,
        "seed": seed,
        "participants": participants,
        "decisions": [_decided(state, d) for d in state.flow.played],
        "years": [
            {
                "year": s.round,
                "indicators": dict(s.indicators),
                "reserve": s.reserve,
                "free": s.free,
            }
            for s in world.snapshots
        ],
        "benefits": dict(world.benefits),
        "flags": sorted(world.flags),
        "ending": found[0] if found else None,
    }


def _decided(state: State, dilemma_id: str) -> Decided:
    dilemma = state.scenario.dilemma(dilemma_id)
    taken = next(t for d, t in state.flow.decisions.items() if d == dilemma_id)
    points = dilemma is not None and dilemma.type is QuestionType.POINTS
    told = Decided(
        dilemma=dilemma_id,
        chosen=[str(o) for o in taken.chosen.options],
        rule=str(taken.rule),
        vote1=_counts(state, dilemma_id, Vote.FIRST),
        vote2=_counts(state, dilemma_id, Vote.SECOND),
    )
    if points:
        told["shares"] = {str(o): number(n) for o, n in taken.chosen.shares.items()}
    return told


def _counts(state: State, dilemma_id: str, vote: Vote) -> dict[str, float]:
    """Return counts per option or scale point, mean points, or Borda points."""
    result = next((t for k, t in state.flow.results.items() if k == (dilemma_id, vote)), None)
    return written(result) if result else {}


def written(result: Tally) -> dict[str, float]:
    """Write a result as plain numbers."""
    if result.scale:
        return {str(point): n for point, n in enumerate(result.scale, start=1)}
    figures = result.borda if result.is_ranking else result.means or result.counts
    return {str(o): number(Fraction(n)) for o, n in figures.items()}


def number(value: Fraction) -> float:
    """Write an exact number: whole when it is, else rounded to six decimals."""
    return int(value) if value.denominator == 1 else round(float(value), 6)
