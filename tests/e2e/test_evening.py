"""Whole evenings in the real windows; then the log is compared with what was entered."""

import json
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.storage.verify import verify
from tests.e2e.facilitator import Entered, Facilitator, by_hand

FLAGSHIPS = ("f1-de-schakel", "p1-de-volle-wachtkamer", "c1-het-wijkteam-loopt-over")
PEOPLE = 8


def answers(dilemma: Dilemma, turn: int) -> list[Any]:
    """Give every seat an answer; the second turn moves two of them and agrees on one side."""
    options = [str(option.id) for option in dilemma.options]
    match dilemma.type:
        case QuestionType.AGREEMENT:
            return [1, 2, 2, 1, 1, 2, 5, 1] if turn else [1, 2, 3, 4, 5, 4, 2, 1]
        case QuestionType.POINTS:
            whole = {options[0]: 40, options[1]: 60 - 10 * turn, options[2]: 10 * turn}
            return [whole] * (PEOPLE - 1) + [None]
        case QuestionType.RANKING:
            return [options, options[::-1], *[options[turn:] + options[:turn]] * (PEOPLE - 2)]
        case QuestionType.APPROVAL:
            return [options[:2]] * (PEOPLE - 2) + [options[2:], []]
        case _:
            first = [options[0], options[1], options[2], *[options[1]] * 4, None]
            return [options[1]] * PEOPLE if turn else first


def play_dilemma(leads: Facilitator, number: int) -> None:
    leads.until(Phase.VOTE1)
    dilemma = leads.state.dilemma
    assert dilemma is not None
    leads.pass_round(answers(dilemma, 0))
    leads.on()
    assert leads.page() is Page.REVEAL
    if number == 2:
        vote_again(leads, dilemma)
    leads.until(Phase.VOTE2)
    if by_hand(dilemma.type) and number % 2:
        roles = [seat.role for seat in leads.state.seats.values()]
        choice = 2 if dilemma.type is QuestionType.AGREEMENT else _columns(dilemma)[1]
        leads.hands({role: {choice: 1} for role in roles})
    else:
        leads.pass_round(answers(dilemma, 1))
    leads.on()
    while leads.where() in (Phase.RUNOFF, Phase.CONSENT_CHECK):
        first = leads.state.box(dilemma.id, leads.state.flow.open_vote or Vote.RUNOFF)
        assert first is not None
        consent = leads.where() is Phase.CONSENT_CHECK
        leads.pass_round(["no_objection" if consent else first.options[0]] * PEOPLE)
        leads.on()
    leads.until(Page.DECISION)
    leads.on()
    assert leads.page() is Page.EFFECTS
    if number == 1:
        leads.undo("verkeerde knop")
        assert leads.page() is Page.DECISION
        leads.on()
        assert leads.page() is Page.EFFECTS


def _columns(dilemma: Dilemma) -> list[Any]:
    return [str(option.id) for option in dilemma.options]


def vote_again(leads: Facilitator, dilemma: Dilemma) -> None:
    """Reopen the first vote; the ballots so far stay in the log as superseded."""
    leads.press("reopen_vote1")
    leads.press("answer_reopen")
    leads.wait(lambda: leads.where() is Phase.VOTE1)
    leads.settle()
    given = [key for key in leads.entered.ballots if key[0] == dilemma.id]
    for key in given:
        del leads.entered.ballots[key]
    leads.pass_round(answers(dilemma, 0))
    leads.on()


@pytest.mark.timeout(240)
@pytest.mark.parametrize("name", FLAGSHIPS)
def test_a_flagship_is_played_to_the_closing_page(leads: Facilitator, db: Path, name: str) -> None:
    leads.start(name)
    assert len(leads.state.seats) == PEOPLE
    for number in (1, 2, 3, 4):
        play_dilemma(leads, number)
    assert len(leads.state.flow.played) == 4
    leads.until(Page.CLOSING)
    state, entered = leads.state, leads.entered
    leads.evening.leave()
    assert verify(db).is_fine
    _compare(db, entered)
    with sqlite3.connect(db) as log:
        decided = [
            (row[0], tuple(json.loads(row[1])))
            for row in log.execute(
                "SELECT r.dilemma, d.options FROM decisions d JOIN rounds r USING (session, round)"
                " ORDER BY r.year"
            )
        ]
    assert decided == [(d, t.chosen.options) for d, t in state.flow.decisions.items()]


def _compare(db: Path, entered: Entered) -> None:
    """The live rows of the ballots table are what people entered, each exactly once."""
    with sqlite3.connect(db) as log:
        rows = log.execute(
            "SELECT dilemma, vote, seat, role, choice, count, channel, superseded FROM ballot_list"
        ).fetchall()
    live = [row for row in rows if not row[7]]
    passed = {(d, v, seat): choice for d, v, seat, _, choice, _, way, _ in live if way == "passed"}
    assert len(passed) == sum(1 for row in live if row[6] == "passed")
    assert passed == {key: _stored(answer) for key, answer in entered.ballots.items()}
    hands: Counter[Any] = Counter()
    for dilemma, vote, _, role, choice, count, way, _ in live:
        if way == "hands":
            hands[(dilemma, vote, role, choice)] += count
    wanted = {
        (d, v, role, _by_hand(choice)): n for (d, v, role, choice), n in entered.hands.items()
    }
    assert hands == wanted
    assert any(row[7] for row in rows), "a reopened vote leaves superseded ballots"


def _stored(answer: Any) -> Any:
    if isinstance(answer, dict):
        whole = {"gemeente", "zorgverzekeraar", "woningcorporatie", "ondernemers", "inwoners"}
        filled = {option: answer.get(option, 0) for option in whole}
        return json.dumps(filled, sort_keys=True, separators=(",", ":"))
    if isinstance(answer, list):
        return json.dumps(answer, separators=(",", ":"))
    return answer


def _by_hand(choice: Any) -> Any:
    return json.dumps([choice]) if choice in ("vrije_keuze", "maatje") else choice
