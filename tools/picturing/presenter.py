"""Pictures of the presenter's window: every phase, with the dilemma that has most to say."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from dilemmaspel.game import commands as c
from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.phases import Overlay, Page, Phase
from dilemmaspel.game.presenting import presenter_view
from dilemmaspel.game.state import State
from dilemmaspel.game.steps import stop_here
from dilemmaspel.game.views import PresenterView
from dilemmaspel.storage.troubles import trouble_of
from tests.desktop.samples import FLAGSHIPS, played
from tools.picturing.house import DOUBLE, House, a_house, letters
from tools.picturing.playing import LivePlayer

PEOPLE: Final = 13
PAGES: Final = {
    (Phase.LOBBY, Page.WELCOME): "lobby",
    (Phase.INTRO, Page.AGREEMENTS): "intro",
    (Phase.ROLES, Page.ROLES): "roles",
    (Phase.NEWS_STORY, Page.NEWS): "news",
    (Phase.NEWS_STORY, Page.STORY): "story",
    (Phase.NEWS_STORY, Page.RULE): "rule",
    (Phase.BRIEFING, Page.BRIEFING): "briefing",
    (Phase.VOTE1, Page.VOTE): "vote1",
    (Phase.REVEAL1, Page.REVEAL): "reveal",
    (Phase.CAUCUS, Page.CAUCUS): "caucus",
    (Phase.TALK, Page.TALK): "talk",
    (Phase.VOTE2, Page.VOTE): "vote2",
    (Phase.RUNOFF, Page.VOTE): "runoff",
    (Phase.CONSENT_CHECK, Page.VOTE): "consent",
    (Phase.DECISION, Page.SHIFT): "shift",
    (Phase.DECISION, Page.DECISION): "decision",
    (Phase.DECISION, Page.EFFECTS): "effects",
    (Phase.DECISION, Page.BUDGET): "budget",
    (Phase.REFLECT, Page.REFLECT): "reflect",
    (Phase.AFTERMATH, Page.YEAR): "years",
    (Phase.AFTERMATH, Page.LINES): "lines",
    (Phase.AFTERMATH, Page.LENSES): "lenses",
    (Phase.AFTERMATH, Page.PAYERS): "payers",
    (Phase.AFTERMATH, Page.ENDING): "ending",
    (Phase.DEBRIEF, Page.QUESTION): "debrief-question",
    (Phase.CLOSED, Page.CLOSING): "closed",
}
AGREEMENTS: Final = 15
"""The debrief question that asks what people will do."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a picture is taken: a page of a phase, in a dilemma of a scenario."""

    scenario: str
    phase: Phase
    page: Page
    dilemma: str
    number: int


@cache
def longest() -> dict[Place, str]:
    """For every page of a phase the place with the most letters, and its name."""
    best: dict[str, tuple[int, Place]] = {}
    for scenario in FLAGSHIPS:
        for moment in played(scenario, PEOPLE):
            name = name_of(moment.state)
            size = len(repr(_told(presenter_view(moment.state))))
            if name and (name not in best or size > best[name][0]):
                best[name] = (size, place_of(scenario, moment.state))
    return {place: name for name, (_, place) in best.items()}


def name_of(state: State) -> str:
    """The name of the picture of this page; empty when there is none."""
    if waits(state):
        return "decision-choice"
    if presenter_view(state).public.question == AGREEMENTS:
        return "debrief"
    return PAGES.get((state.flow.phase, stop_here(state).page), "")


def waits(state: State) -> bool:
    """Whether the facilitator has to choose here."""
    coming = presenter_view(state).next
    return coming is not None and coming.needs_choice


def place_of(scenario: str, state: State) -> Place:
    """Where a session is."""
    dilemma = state.dilemma.id if state.dilemma else ""
    stop = stop_here(state)
    return Place(scenario, state.flow.phase, stop.page, dilemma, stop.index)


def _told(view: PresenterView) -> object:
    public = view.public
    options = public.dilemma.options if public.dilemma else ()
    words = tuple((one.label, one.room) for one in options)
    return (view.notes_for_me, words, public.questions, public.decision, view.debrief)


def presenter_pictures(out: Path) -> list[Path]:
    """Play the three flagships in the real window, and take a picture of every phase."""
    saved: list[Path] = []
    for scenario in FLAGSHIPS:
        with a_house(out, people=PEOPLE) as house:
            house.begin(scenario)
            _Visit(house, scenario).whole()
            saved += house.saved
    return saved + _tied(out) + _large(out)


def _tied(out: Path) -> list[Path]:
    """A tie that also the run-off does not break: the facilitator has to choose."""
    with a_house(out, people=8) as house:
        house.begin(FLAGSHIPS[0])
        player = LivePlayer(house)
        player.until(Phase.TALK)
        while not waits(player.state):
            player.tie()
            player.on()
        house.take("presenter-decision-choice")
        return house.saved


def _large(out: Path) -> list[Path]:
    """Two pages with letters of 200 %."""
    with letters(DOUBLE), a_house(out, people=PEOPLE) as house:
        house.begin(FLAGSHIPS[0])
        player = LivePlayer(house)
        player.until(Phase.VOTE1)
        house.take("presenter-vote1-200")
        player.until(Phase.TALK)
        house.take("presenter-talk-200")
        return house.saved


class _Visit:
    """Goes through one session and stops where a picture is wanted."""

    def __init__(self, house: House, scenario: str) -> None:
        self._house = house
        self._scenario = scenario
        self._player = LivePlayer(house)
        self._taken: set[str] = set()

    def whole(self) -> None:
        """Play to the end."""
        player = self._player
        while player.state.flow.phase is not Phase.CLOSED:
            self._look()
            if player.state.flow.open_vote is not None:
                for _ in player.votes():
                    self._look()
            if waits(player.state):
                self._look()
            self._go_on()
        self._look()

    def _go_on(self) -> None:
        view = presenter_view(self._player.state)
        if view.objections and view.consent_attempt == 0 and view.public.vote is None:
            self._house.take("presenter-consent-objection")
            again = c.AskConsentAgain(
                "We proberen het een half jaar. Wie slecht loopt, krijgt een taxipas."
            )
            self._player.do(again)
            return
        self._player.on()

    def _look(self) -> None:
        here = place_of(self._scenario, self._player.state)
        name = name_of(self._player.state)
        if longest().get(here) != name:
            return
        for ready in self._ready(name):
            self._house.take(f"presenter-{ready}")

    def _ready(self, name: str) -> Iterator[str]:
        """Make ready for a picture, and give its name; more pictures may come after it."""
        special = {
            "lobby": self._lobby,
            "reveal": self._paused,
            "talk": self._talk,
            "vote2": self._trouble,
            "debrief": self._debrief,
        }
        yield from special.get(name, lambda: iter((name,)))()

    def _lobby(self) -> Iterator[str]:
        presenter = self._house.evening.presenter
        yield "lobby"
        presenter.left.show_plan()
        yield "plan"
        presenter.left.show_menu()
        yield "more"
        presenter.left.show_road()
        presenter.middle.show_keys()
        yield "keys"
        presenter.middle.show_page(3)
        yield "people"
        presenter.middle.show_page(0)

    def _paused(self) -> Iterator[str]:
        yield "reveal"
        self._player.do(c.Lay(Overlay.PAUSED))
        yield "pause"
        self._player.do(c.Lay(Overlay.NONE))

    def _talk(self) -> Iterator[str]:
        self._say_something()
        yield "talk"
        middle = self._house.evening.presenter.middle
        for number, tab in ((1, "cards"), (2, "arguments"), (4, "notes")):
            middle.show_page(number)
            yield f"talk-{tab}"
        middle.show_page(0)

    def _say_something(self) -> None:
        dilemma = self._player.state.dilemma
        if dilemma is None or not dilemma.options:
            return
        first, last = OptionId(dilemma.options[0].id), OptionId(dilemma.options[-1].id)
        roles = sorted({seat.role for seat in self._player.state.seats.values()})
        for command in (
            c.ShareInfo(roles[0]),
            c.AddCondition(first, "er in elk gebouw een vaste beheerder blijft", roles[0]),
            c.AddCondition(last, "jongeren zelf een avond mogen invullen", roles[1]),
            c.AddArgument(first, "Als het open blijft, kan het later nog beter worden.", roles[1]),
            c.AddArgument(last, "Half geld is ook half werk: dan liever één goed.", roles[2]),
            c.AddNote("Stilte na het verhaal over de eettafel."),
        ):
            self._player.do(command)

    def _trouble(self) -> Iterator[str]:
        yield "vote2"
        presenter = self._house.evening.presenter
        full = sqlite3.OperationalError("database or disk is full")
        full.sqlite_errorcode = sqlite3.SQLITE_FULL
        presenter.show_trouble(trouble_of(full, Path("Dilemmaspel") / "dilemmaspel.sqlite"))
        yield "trouble"
        presenter.show_accepted(None, None)

    def _debrief(self) -> Iterator[str]:
        for what, who, when in (
            ("Een avond in het buurthuis over de sleutels", "Bewoners en de beheerder", "1 maart"),
            ("De cijfers over wachttijden delen met het wijkteam", "Gemeente", "voor de zomer"),
        ):
            self._player.do(c.AddAgreement(what, who, when))
        yield "debrief"
