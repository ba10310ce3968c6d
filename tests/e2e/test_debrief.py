"""The whole debrief in the real windows: every question, its figure, agreements, the exit poll."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from dilemmaspel.debrief.saying import said
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.steps import questions_of
from dilemmaspel.storage.verify import verify
from dilemmaspel.texts import Texts
from dilemmaspel.words import question
from tests.e2e.facilitator import Facilitator
from tests.e2e.test_evening import PEOPLE, answers

NL = Texts("nl")


def to_the_debrief(leads: Facilitator) -> None:
    """Play one dilemma with two votes, and end the session early."""
    leads.start("f1-de-schakel", "kort")
    for _ in range(PEOPLE - len(leads.state.seats)):
        leads.press("joinMore_inwoner")
    leads.settle()
    for turn, phase in enumerate((Phase.VOTE1, Phase.VOTE2)):
        leads.until(phase)
        dilemma = leads.state.dilemma
        assert dilemma is not None
        leads.pass_round(answers(dilemma, turn)[: len(leads.state.seats)])
        leads.on()
    while not leads.state.flow.decisions:
        leads.on()
    leads.press("more")
    leads.press("menuEndEarly")
    step = leads.state.step
    leads.press("answer_end")
    leads.wait(lambda: leads.state.step != step)
    leads.until(Phase.DEBRIEF)


def on_screen(leads: Facilitator) -> int:
    leads.settle()
    shown = leads.evening.presenter.shown
    assert shown is not None
    assert shown.public.question is not None
    return shown.public.question


def beamer_says(leads: Facilitator) -> str:
    leads.evening.beamer.canvas.grab()
    return leads.evening.beamer.canvas.accessibleDescription()


def _is_on_screen(leads: Facilitator, number: int) -> bool:
    return on_screen(leads) == number


def _is_said(leads: Facilitator, words: str) -> bool:
    return words in beamer_says(leads)


def _has_agreed(leads: Facilitator, count: int) -> bool:
    return len(leads.state.agreements) == count


def _is_empty(line: QLineEdit) -> bool:
    return not line.text()


def _has_polled(leads: Facilitator, count: int) -> bool:
    return len(leads.state.polled) == count


def test_a_whole_debrief(leads: Facilitator, db: Path) -> None:
    to_the_debrief(leads)
    every = questions_of(leads.state.scenario, leads.state.setup)
    seen: dict[int, str] = {}
    for number in every:
        if on_screen(leads) != number:
            leads.press(f"agenda_{number}")
            leads.wait(partial(_is_on_screen, leads, number))
        leads.wait(partial(_is_said, leads, NL(question(number).text)))
        cockpit = leads.evening.beamer.canvas._look.cockpit  # what it paints
        assert cockpit is not None
        assert cockpit.figure is not None
        assert said(NL, cockpit.figure.sentence()) in beamer_says(leads)
        seen[number] = cockpit.chosen
    assert len(set(seen)) == len(every) == 16
    _another_figure(leads)
    _agreements(leads)
    _exit_poll(leads)
    session = leads.state.session
    _close(leads)
    _compare(db, session, every)


def _another_figure(leads: Facilitator) -> None:
    leads.press("agenda_10")
    leads.wait(lambda: on_screen(leads) == 10)
    before = beamer_says(leads)
    chooser = leads.see("figureChoice", QComboBox)
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_Down)
    leads.wait(lambda: 10 in leads.state.figures)
    leads.wait(lambda: beamer_says(leads) != before)


def _agreements(leads: Facilitator) -> None:
    leads.press("agenda_15")
    leads.wait(lambda: on_screen(leads) == 15)
    for what in ("Bellen met de wijk", "Iets anders"):
        line = leads.see("agreementWhatLine", QLineEdit)
        QTest.keyClicks(line, what)
        kept = len(leads.state.agreements)
        leads.evening.beamer.canvas.grab()
        draft = leads.evening.beamer.canvas._look.draft  # what it paints
        assert draft is not None
        assert draft.what == what  # the room reads along
        QTest.keyClick(line, Qt.Key.Key_Return)
        leads.wait(partial(_has_agreed, leads, kept + 1))
        leads.wait(partial(_is_empty, line))
    leads.press("agreementRemove_2")
    leads.wait(lambda: len(leads.state.agreements) == 1)


def _exit_poll(leads: Facilitator) -> None:
    leads.press("agenda_16")
    leads.wait(lambda: on_screen(leads) == 16)
    leads.press("pollStart")
    for talking in (4, 5):
        polled = len(leads.state.polled)
        leads.press("pollOpen")
        leads.press(f"pollPoint_talking_{talking}")
        leads.press("pollPoint_understanding_3")
        leads.press("pollHand")
        leads.wait(partial(_has_polled, leads, polled + 1))
        leads.see("pollNext", QWidget)
    leads.press("pollFacilitator")
    leads.press("answer_leave")
    cell = leads.see("pollHands_talking_2", QLineEdit)
    cell.setFocus()
    QTest.keyClicks(cell, "3")
    QTest.keyClick(cell, Qt.Key.Key_Return)
    leads.wait(lambda: sum(leads.state.poll_hands.values()) == 3)


def _close(leads: Facilitator) -> None:
    while leads.where() is not Phase.CLOSED:
        leads.on()


def _compare(db: Path, session: str, every: tuple[int, ...]) -> None:
    with closing(sqlite3.connect(db)) as conn:
        used = conn.execute("SELECT question FROM debrief_questions WHERE used = 1").fetchall()
        assert {number for (number,) in used} == set(every)
        figure = conn.execute("SELECT figure FROM debrief_questions WHERE question = 10")
        assert figure.fetchone()[0].startswith("what_if:")
        assert conn.execute("SELECT number, what FROM agreements").fetchall() == [
            (1, "Bellen met de wijk")
        ]
        poll = conn.execute("SELECT talking, understanding FROM exit_poll ORDER BY 1").fetchall()
        assert poll == [(4, 3), (5, 3)]
        assert conn.execute("SELECT asks, point, count FROM exit_poll_hands").fetchall() == [
            ("talking", 2, 3)
        ]
        assert conn.execute("SELECT * FROM exit_poll_seats").fetchall() == []
    assert session
    assert verify(db).is_fine
