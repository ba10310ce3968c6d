"""The timeline of a session in words: what moved it, and when."""

from typing import Final

from PySide6.QtCore import QDateTime

from dilemmaspel.desktop.archive.summary import outcome_words
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.state import State
from dilemmaspel.storage.replay import Moment, Replay
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words import PHASES

_OTHER: Final = {
    "DecisionTaken": mark("Decided: {outcome}"),
    "Undone": mark("A step was taken back"),
    "YearPassed": mark("A year went by"),
    "SessionClosed": mark("Closed"),
}


def timeline(t: Texts, replay: Replay) -> tuple[tuple[int, str], ...]:
    """Every line: the place in the session, and its time and words."""
    return tuple(
        (moment.place, f"{clock(moment.at)}  {_said(t, replay, moment)}")
        for moment in replay.moments
    )


def clock(at: int) -> str:
    """The time of day of a moment in milliseconds since the epoch."""
    return QDateTime.fromMSecsSinceEpoch(at).toString("HH:mm")


def place_words(t: Texts, replay: Replay, place: int) -> tuple[str, str]:
    """Where the session is at a place, and which of its events that is."""
    state, at = replay.at(place)
    where = _phase(t, state, state.flow.phase)
    number = t(
        "{time} · event {n} of {whole}",
        time=QDateTime.fromMSecsSinceEpoch(at).toString("HH:mm:ss"),
        n=place,
        whole=len(replay),
    )
    return where, number


def _said(t: Texts, replay: Replay, moment: Moment) -> str:
    if moment.is_phase:
        return _phase(t, replay.at(moment.place)[0], moment.phase)
    if moment.kind != "DecisionTaken" or moment.dilemma is None:
        return t(_OTHER[moment.kind])
    state = replay.at(moment.place)[0]
    dilemma = state.scenario.dilemma(moment.dilemma)
    taken = state.flow.decisions.get(moment.dilemma)
    outcome = outcome_words(t, dilemma, taken) if dilemma and taken else ""
    return t(_OTHER[moment.kind], outcome=outcome)


def _phase(t: Texts, state: State, phase: Phase) -> str:
    dilemma = state.dilemma
    words = t(PHASES[phase])
    return f"{words} · {dilemma.title}" if dilemma is not None else words
