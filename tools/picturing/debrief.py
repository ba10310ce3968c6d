"""Pictures of the debrief: every question on the beamer, and the cockpit on the laptop."""

from pathlib import Path
from typing import Final

from dilemmaspel.game import commands as c
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.phases import Phase
from dilemmaspel.words.debrief import SHORT
from tests.desktop.samples import FLAGSHIPS
from tools.picturing.house import House, a_house
from tools.picturing.playing import LivePlayer
from tools.picturing.png import save

PEOPLE, MANY = 12, 40
ON_THE_LAPTOP: Final = frozenset({0, 2, 3, 6, 8, 10, 15, 16})
"""Questions of which the presenter's window is taken too."""
IN_A_LARGE_ROOM: Final = frozenset({2, 3, 6})
BEAMER: Final = (1920, 1080)


def debrief_pictures(out: Path) -> list[Path]:
    """Play a session of twelve and one of forty people, and take what each debrief shows."""
    saved: list[Path] = []
    with a_house(out, people=PEOPLE) as house:
        saved += _Debrief(house, FLAGSHIPS[0]).whole()
    with a_house(out, people=MANY) as house:
        saved += _Debrief(house, FLAGSHIPS[2]).large()
    return saved


class _Debrief:
    """The debrief of one session in the real windows."""

    def __init__(self, house: House, scenario: str) -> None:
        self._house = house
        house.begin(scenario)
        self._player = LivePlayer(house)
        self._player.until(Phase.TALK)
        for role in ("inwoner", "sociaal_werker"):
            self._player.do(c.ShareInfo(RoleId(role)))
        self._player.until(Phase.DEBRIEF)
        self._saved: list[Path] = []

    def whole(self) -> list[Path]:
        """Take every question, the order of the questions, and the round of closing questions."""
        for number in self._player.state.flow.agenda:
            self._go(number)
            self._prepare(number)
            self._beamer(f"beamer-debrief-{number:02}")
            if number in ON_THE_LAPTOP:
                self._laptop(f"cockpit-{number:02}")
        self._house.press("agendaOrder")
        self._laptop("cockpit-order")
        self._house.press("orderDone")
        self._round()
        return [*self._saved, *self._house.saved]

    def large(self) -> list[Path]:
        """Take the questions that a large room makes crowded."""
        for number in sorted(IN_A_LARGE_ROOM):
            self._go(number)
            self._beamer(f"beamer-debrief-{number:02}-large")
        return self._saved

    def _go(self, number: int) -> None:
        if self._house.evening.presenter.shown is None or not SHORT[number]:
            raise LookupError(number)
        step = self._player.state.step
        if number != self._player.state.flow.agenda[self._player.state.flow.page]:
            self._player.do(c.AskQuestion(number, step))
        self._house.rest()

    def _prepare(self, number: int) -> None:
        player = self._player
        if number == 10:
            player.do(c.ShowFigure(10, "what_if:role:inwoner"))
        if number == 13:
            for word in (
                "wachtlijst bij de huisarts",
                "taal van brieven",
                "de sleutel van de zaal",
            ):
                player.do(c.AddNote(word, c.NoteKind.PARALLEL))
        if number == 15:
            for what, who, when in (
                ("Een avond in het buurthuis over de sleutels", "Bewoners", "1 maart"),
                ("De cijfers over wachttijden delen met het wijkteam", "Gemeente", "zomer"),
            ):
                player.do(c.AddAgreement(what, who, when))
        if number == 16:
            for seat in sorted(player.state.seats)[:9]:
                player.do(c.AnswerExitPoll(2 + seat % 4, 3 + seat % 3, seat))
        self._house.rest()

    def _round(self) -> None:
        self._house.press("pollStart")
        self._laptop("cockpit-round-next")
        self._house.press("pollOpen")
        self._house.press("pollPoint_talking_4")
        self._laptop("cockpit-round-asked")
        self._house.evening.polling.leave()

    def _laptop(self, name: str) -> None:
        self._house.take(name)

    def _beamer(self, name: str) -> None:
        window = self._house.evening.beamer
        window.resize(*BEAMER)
        self._house.rest()
        path = self._house.out / f"{name}.png"
        save(window.grab().toImage(), path)
        self._saved.append(path)
