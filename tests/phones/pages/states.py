"""Every state of a phone, from flagships that are really played; for tests and for pictures."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from dilemmaspel.game import commands as c
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.ids import RoleId, SeatId, frozen
from dilemmaspel.game.phases import Overlay, Page, Phase
from dilemmaspel.game.presenting import seat_view
from dilemmaspel.game.setup import Inputs, Kind, Profile, Setup, Voting
from dilemmaspel.game.views import SeatView
from dilemmaspel.phones.screen import (
    Asked,
    Door,
    Extras,
    Frame,
    JoinForm,
    Place,
    RoleMode,
    Screen,
    ScreenKind,
    Why,
)
from dilemmaspel.phones.showing import problem_screen, screen_of
from dilemmaspel.texts import Texts
from dilemmaspel.words import notice
from tests.game.playing import EVERYTHING, SCHAKEL, WACHTKAMER, WIJKTEAM, Play

ROLES = (
    "inwoner",
    "buurtvrijwilliger",
    "sociaal_werker",
    "beleidsmedewerker",
    "zorgaanbieder",
    "woningcorporatie",
    "ondernemer",
    "onderzoeker",
)
ME = SeatId(1)
QUIET = Inputs(conditions=True, arguments=True)


@dataclass(frozen=True)
class Shown:
    """A screen, and what its frame has beside the usual."""

    screen: Screen
    frame: Mapping[str, Any] = field(default_factory=frozen)

    def framed(self, language: str = "nl", **more: Any) -> Frame:
        usual: dict[str, Any] = {
            "word": "reiger",
            "seat": "4",
            "notice": notice(Texts(language), Kind.ROLE_PLAY),
            "content_language": "nl",
            "form": "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
            "once": "5a69788796a5b4c3",
            "version": 7,
        }
        return Frame(language=language, **{**usual, **self.frame, **more})


def playing(
    scenario: str = SCHAKEL, inputs: Inputs = QUIET, me: str = "inwoner", **setup: Any
) -> Play:
    others = [role for role in ROLES if role != me]
    play = Play(scenario, Setup(profile=Profile.HALF_DAY, inputs=inputs, **setup))
    return play.people(me, *others, "inwoner", "sociaal_werker", "buurtvrijwilliger")


def view_of(play: Play, seat: SeatId = ME) -> SeatView:
    view = seat_view(play.state, seat)
    assert view is not None
    return view


def of(play: Play, seat: SeatId = ME, **extras: Any) -> Screen:
    view = view_of(play, seat)
    return screen_of(view, Extras(public=view.public, **extras))


def others_vote(play: Play) -> None:
    """Let two thirds of the others vote."""
    from dilemmaspel.bots import ballots_to_cast

    for ballot in [b for b in ballots_to_cast(play.state, 1) if b.seat != ME][:6]:
        play.do(ballot)


def voting(scenario: str, dilemma: str, inputs: Inputs = QUIET, phase: Phase = Phase.VOTE1) -> Play:
    play = playing(scenario, inputs).until(phase, dilemma)
    others_vote(play)
    return play


def _join_states(play: Play) -> Iterator[tuple[str, Shown]]:
    public = view_of(play).public
    roles = tuple(Place(one.role, free=one.seats < 2) for one in public.roles)

    def door(form: JoinForm, **frame: Any) -> Shown:
        return Shown(screen_of(None, Extras(public=public, join=form)), frozen(frame))

    yield "join", door(JoinForm(code="k7mqz4wp", once="aa11"))
    yield "join-code", door(JoinForm(needs_code=True, once="aa11"))
    wrong = {"code": "Deze code ken ik niet. Kijk nog eens op het scherm."}
    yield (
        "join-wrong-code",
        door(
            JoinForm(needs_code=True, code="k7m qz"),
            faults=frozen(wrong),
            given=frozen({"code": ("k7m qz",)}),
        ),
    )
    yield "join-roles", door(JoinForm(mode=RoleMode.CHOSEN, places=roles, code="k7mqz4wp"))
    yield "join-given", door(JoinForm(mode=RoleMode.GIVEN, needs_code=True))
    yield "join-locked", door(JoinForm(door=Door.LOCKED))
    yield "join-full", door(JoinForm(door=Door.FULL))
    for why in (Why.LEFT, Why.TAKEN_OVER):
        extras = Extras(public=public, gone=why, join=JoinForm(code="k7mqz4wp"))
        yield f"gone-{why.value.replace('_', '-')}", Shown(screen_of(None, extras))
    yield "problem", Shown(problem_screen(public))
    yield "reconnect", Shown(replace(problem_screen(public), kind=ScreenKind.RECONNECT))


def _wait_states(play: Play) -> Iterator[tuple[str, Shown]]:
    yield "wait-lobby", Shown(of(play))
    yield "wait-roles", Shown(of(play.until(Phase.ROLES)))
    yield "wait-story", Shown(of(play.until(Page.STORY)))
    yield "card", Shown(of(play.until(Phase.BRIEFING)))
    play.until(Phase.VOTE1)
    play.do(c.Join(RoleId("inwoner")))
    late = SeatId(max(play.state.seats))
    yield "wait-late", Shown(of(play, late))
    play.do(c.Join(RoleId("observator")))
    yield "wait-watches", Shown(of(play, SeatId(max(play.state.seats))))
    play.do(c.ChangeVoting(Voting.HANDS))
    yield "wait-hands", Shown(of(play))
    play.do(c.ChangeVoting(Voting.PASSED))
    play.do(c.Lay(Overlay.PAUSED))
    yield "pause", Shown(of(play))
    play.do(c.Lay(Overlay.BREAK))
    yield "break", Shown(of(play))


_BALLOTS = (
    ("single", SCHAKEL, "d1"),
    ("points", SCHAKEL, "d2"),
    ("order", SCHAKEL, "d3"),
    ("scale", WACHTKAMER, "d3"),
    ("ticks", WIJKTEAM, "d2"),
)


def own_choice(view: SeatView, name: str) -> object:
    """A choice that fits the ballot."""
    ids = [one.id for one in view.ballot if not one.blocked]
    return {
        "single": ids[-1] if ids else None,
        "points": dict.fromkeys(ids, 100 // max(len(ids), 1)),
        "order": list(reversed(ids)),
        "scale": 4,
        "ticks": ids[1:3],
    }[name]


def _ballot_states() -> Iterator[tuple[str, Shown]]:
    for name, scenario, dilemma in _BALLOTS:
        yield f"ballot-{name}", Shown(of(voting(scenario, dilemma)))
        everything = voting(scenario, dilemma, EVERYTHING, Phase.VOTE2)
        yield f"ballot-{name}-extras", Shown(of(everything))
        play = voting(scenario, dilemma)
        play.do(play.ballot(ME, own_choice(view_of(play), name)))
        yield f"received-{name}", Shown(of(play))
        yield f"received-{name}-shown", Shown(of(play, asked=Asked.CHOICE))
        yield f"change-{name}", Shown(of(play, asked=Asked.BALLOT))
        play.vote_bots()
        closed = replace(of(play), kind=ScreenKind.CLOSED, ballot=None, progress=None)
        if name == "single":
            yield "closed", Shown(replace(closed, may_ask_time=False))
        yield f"result-{name}", Shown(of(play.until(Page.REVEAL, dilemma)))


def _fault_states() -> Iterator[tuple[str, Shown]]:
    play = voting(SCHAKEL, "d2")
    view = view_of(play)
    given = {f"points-{one.id}": (str(15),) for one in view.ballot}
    wrong = {"choice": "Verdeel precies 100 punten. Het zijn er nu 75."}
    yield (
        "ballot-points-wrong",
        Shown(of(play), frozen({"given": frozen(given), "faults": frozen(wrong)})),
    )
    single = voting(SCHAKEL, "d1")
    yield "ballot-asked-time", Shown(of(single, asked_time=True))
    said = {"said": "De spelleider ziet dat je meer tijd wilt.", "said_is_problem": False}
    yield "ballot-said", Shown(of(single), frozen(said))
    late = {
        "said": "De stemming is gesloten. Stemmen van daarvoor blijven tellen.",
        "said_is_problem": True,
    }
    yield "closed-too-late", Shown(replace(_closed(single)), frozen(late))


def _closed(play: Play) -> Screen:
    screen = of(play)
    return replace(screen, kind=ScreenKind.CLOSED, ballot=None, progress=None, may_ask_time=False)


def _other_votes() -> Iterator[tuple[str, Shown]]:
    seen: set[Vote] = set()
    for scenario in (SCHAKEL, WACHTKAMER, WIJKTEAM):
        play = playing(scenario)
        for _ in range(200):
            vote = play.state.flow.open_vote
            if vote in (Vote.CONSENT, Vote.RUNOFF) and vote not in seen:
                seen.add(vote)
                name = "consent" if vote is Vote.CONSENT else "runoff"
                yield f"ballot-{name}", Shown(of(play))
                if vote is Vote.CONSENT:
                    yield from _consent(play)
            if play.phase() is Phase.AFTERMATH:
                break
            play.vote_bots()
            for command in _next(play):
                play.do(command)


def _consent(play: Play) -> Iterator[tuple[str, Shown]]:
    wrong = {"objection": "Schrijf in een paar woorden waarom niet."}
    yield (
        "ballot-consent-wrong",
        Shown(
            of(play), frozen({"faults": frozen(wrong), "given": frozen({"choice": ("objection",)})})
        ),
    )
    play.do(play.ballot(ME, "objection", objection="Voor wie slecht ter been is, is dit te ver."))
    yield "received-consent", Shown(of(play))
    yield "received-consent-shown", Shown(of(play, asked=Asked.CHOICE))
    yield "change-consent", Shown(of(play, asked=Asked.BALLOT))


def _next(play: Play) -> tuple[Any, ...]:
    from dilemmaspel.simulate import next_commands

    return tuple(next_commands(play.state, 1))


def _after_states() -> Iterator[tuple[str, Shown]]:
    play = playing(SCHAKEL)
    yield "talk", Shown(of(play.until(Phase.TALK, "d1")))
    wrong = {
        "given": frozen({"kind": ("condition",)}),
        "faults": frozen({"text": "Schrijf eerst iets."}),
    }
    yield "talk-wrong", Shown(of(play), frozen(wrong))
    yield "shift", Shown(of(play.until(Page.SHIFT, "d1")))
    yield "decision-open", Shown(of(play.until(Page.DECISION, "d1")))
    yield "decision", Shown(of(play.until(Page.EFFECTS, "d1")))
    yield "decision-points", Shown(of(play.until(Page.EFFECTS, "d2")))
    yield "wait-ending", Shown(of(play.until(Page.ENDING)))
    screen = of(play.until(Page.QUESTION))
    yield "poll", Shown(replace(screen, kind=ScreenKind.WAIT, poll=True))
    play.until(Phase.CLOSED)
    closed = screen_of(view_of(play), Extras(public=view_of(play).public))
    yield "over", Shown(replace(closed, local_contact="Samira van het wijkteam"))


@cache
def states() -> Mapping[str, Shown]:
    """Every state by its name."""
    made: dict[str, Shown] = {}
    parts: tuple[Callable[[], Iterator[tuple[str, Shown]]], ...] = (
        lambda: _join_states(playing()),
        lambda: _wait_states(playing()),
        _ballot_states,
        _fault_states,
        _other_votes,
        _after_states,
    )
    for part in parts:
        for name, shown in part():
            assert name not in made, name
            made[name] = shown
    return frozen(made)
