"""Pictures of voting at the laptop: what one person sees, and what the facilitator counts."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QSpinBox

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.commands import CastBallot, ChangeVoting
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Voting
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.words import INPUTS
from tests.desktop.samples import FLAGSHIPS
from tools.picturing.house import DOUBLE, House, a_house, letters
from tools.picturing.playing import LivePlayer

PEOPLE: Final = 8
SCHAKEL, WACHTKAMER, WIJKTEAM = FLAGSHIPS
BALLOTS: Final = (
    (SCHAKEL, "d1", "ballot"),
    (SCHAKEL, "d2", "points"),
    (SCHAKEL, "d3", "ranking"),
    (WACHTKAMER, "d3", "scale"),
    (WIJKTEAM, "d2", "approval"),
)
"""Scenario, dilemma, and the name of its ballot, in the order of play."""
POINTS: Final = (35, 30, 20, 10)
HANDS: Final = ((1, 1, 0, 0), (0, 2, 0, 0), (0, 1, 1, 0), (0, 1, 0, 0))
ROOM: Final = 14


def voting_pictures(out: Path) -> list[Path]:
    """Vote in the real window, in every way and on every kind of question."""
    saved: list[Path] = []
    for scenario in FLAGSHIPS:
        with a_house(out, people=PEOPLE) as house:
            house.begin(scenario)
            _Evening(house, scenario).whole()
            saved += house.saved
    return saved + _whole_way(out) + _other_ways(out) + _large(out)


class _Evening:
    """Passes the laptop round in one scenario, for every kind of ballot that it has."""

    def __init__(self, house: House, scenario: str) -> None:
        self._house = house
        self._scenario = scenario
        self._player = LivePlayer(house)
        self._checked: set[Vote] = set()

    def whole(self) -> None:
        """Play until the last dilemma is decided."""
        names = {dilemma: name for of, dilemma, name in BALLOTS if of == self._scenario}
        player = self._player
        while player.state.flow.phase is not Phase.AFTERMATH:
            flow, dilemma = player.state.flow, player.state.dilemma
            if flow.phase is Phase.VOTE1 and dilemma is not None and dilemma.id in names:
                self._ballot(names[dilemma.id])
            elif flow.open_vote in {Vote.RUNOFF, Vote.CONSENT} and flow.open_vote:
                self._check(flow.open_vote)
            player.pass_vote()
            player.on()

    def _check(self, vote: Vote) -> None:
        if vote in self._checked or (vote is Vote.RUNOFF and self._scenario != SCHAKEL):
            return
        self._checked.add(vote)
        self._ballot("runoff" if vote is Vote.RUNOFF else "consent")

    def _ballot(self, name: str) -> None:
        house = self._house
        open_ballot(house)
        fill(house, self._player)
        house.take(f"voting-{name}")
        if name == "consent":
            house.press("ballotConsent_objection")
            house.take("voting-consent-objection")
        house.evening.take_back()
        house.rest()


def open_ballot(house: House) -> None:
    """Pass the laptop on to the first person, who goes to the ballot."""
    house.rest()
    house.press("openVoting")
    house.press("passStart")
    house.press("neutralStart")
    if house.find("cardNext", QPushButton) is not None:
        house.press("cardNext")


def fill(house: House, player: LivePlayer) -> None:
    """Answer the ballot on the screen."""
    dilemma, vote = player.state.dilemma, player.state.flow.open_vote
    if dilemma is None:
        raise LookupError("no dilemma is played")
    options = [option.id for option in dilemma.options]
    if vote is Vote.CONSENT:
        house.press("ballotConsent_no_objection")
    elif vote is Vote.RUNOFF:
        shown = [o for o in options if house.find(f"ballotOption_{o}", QPushButton)]
        house.press(f"ballotOption_{shown[0]}")
    elif dilemma.type is QuestionType.AGREEMENT:
        house.press("ballotPoint_4")
    elif dilemma.type is QuestionType.POINTS:
        for option, points in zip(options, POINTS, strict=False):
            box = house.see(f"points_{option}", QSpinBox)
            box.setValue(points)
            box.lineEdit().deselect()
        house.see("ballotNext", QPushButton).setFocus()
    elif dilemma.type is QuestionType.RANKING:
        for option in (options[1], options[0]):
            house.press(f"ballotOption_{option}")
    elif dilemma.type is QuestionType.APPROVAL:
        for option in options[:2]:
            house.press(f"ballotOption_{option}")
    else:
        house.press(f"ballotOption_{options[1]}")


def _whole_way(out: Path) -> list[Path]:
    """One person's whole way, with all the extra questions, and the end of the round."""
    with a_house(out, people=PEOPLE, received=600_000) as house:
        house.press(f"scenario_{WACHTKAMER}")
        house.press("profile_dagdeel")
        house.press("setupMore")
        for name in INPUTS:
            house.press(f"input_{name}")
        house.press("toLobby")
        house.wait(lambda: house.app.evening is not None)
        player = LivePlayer(house)
        player.until(Phase.VOTE1)
        house.rest()
        house.press("openVoting")
        house.take("voting-invite")
        house.press("passStart")
        house.take("voting-neutral")
        house.press("neutralStart")
        house.take("voting-card")
        if house.find("cardNext", QPushButton) is not None:
            house.press("cardNext")
        fill(house, player)
        house.press("ballotNext")
        house.take("voting-extras")
        house.press("extrasNext")
        house.take("voting-confirm")
        house.press("confirmYes")
        house.take("voting-received")
        while (waiting := _next_to_vote(player)) is not None:
            player.do(waiting)
        house.evening.pass_round()
        house.take("voting-done")
        return house.saved


def _next_to_vote(player: LivePlayer) -> CastBallot | None:
    """A vote of somebody who has not voted."""
    dilemma, vote = player.state.dilemma, player.state.flow.open_vote
    box = player.state.box(dilemma.id, vote) if dilemma and vote else None
    if dilemma is None or box is None:
        return None
    waiting = (seat for seat in sorted(player.state.seats) if seat not in box.ballots)
    seat = next(waiting, None)
    answer = dilemma.options[0].id
    return None if seat is None else CastBallot(dilemma.id, box.vote, answer, seat=seat)


def _other_ways(out: Path) -> list[Path]:
    """A show of hands half way, and tables that vote as one."""
    with a_house(out, people=ROOM) as house:
        house.begin(SCHAKEL)
        player = LivePlayer(house)
        player.until(Phase.VOTE1)
        house.rest()
        house.press("openVoting")
        player.do(ChangeVoting(Voting.HANDS))
        roles = list(dict.fromkeys(seat.role for seat in player.state.seats.values()))
        for role, row in zip(roles, HANDS, strict=False):
            for column, count in enumerate(row):
                cell = house.see(f"hands_{role}_{column}", QLineEdit)
                cell.setFocus()
                QTest.keyClicks(cell, str(count))
                QTest.keyClick(cell, Qt.Key.Key_Return)
                house.rest()
        house.take("voting-hands")
        saved = house.saved
    with a_house(out, people=PEOPLE) as house:
        house.begin(WIJKTEAM, voting=Voting.TABLE.value)
        player = LivePlayer(house)
        player.until(Phase.VOTE1)
        house.rest()
        house.press("openVoting")
        house.take("voting-tables")
        return saved + house.saved


def _large(out: Path) -> list[Path]:
    """A ballot with letters of 200 %."""
    with letters(DOUBLE), a_house(out, people=PEOPLE) as house:
        house.begin(SCHAKEL)
        player = LivePlayer(house)
        player.until(Phase.VOTE1)
        open_ballot(house)
        house.take("voting-ballot-200")
        return house.saved
