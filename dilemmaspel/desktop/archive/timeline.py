"""The timeline of a session in words: what moved it, and when."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QDateTime

from dilemmaspel.desktop.archive.summary import outcome_words
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


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A line to go to: a moment, or the dilemma that begins there."""

    place: int
    words: str
    is_heading: bool = False


def timeline(t: Texts, replay: Replay) -> tuple[TimeLine, ...]:
    """Every line in its order; a dilemma has a heading above its own."""
    lines: list[TimeLine] = []
    dilemma = None
    for moment in replay.moments:
        state = replay.at(moment.place)[0]
        if moment.dilemma != dilemma and state.dilemma is not None:
            lines.append(TimeLine(moment.place, state.dilemma.title, is_heading=True))
        dilemma = moment.dilemma
        words = f"{clock(moment.at)}  {_said(t, state, moment)}"
        lines.append(TimeLine(moment.place, words))
    return tuple(lines)


def clock(at: int) -> str:
    """The time of day of a moment in milliseconds since the epoch."""
    return QDateTime.fromMSecsSinceEpoch(at).toString("HH:mm")


def place_words(t: Texts, replay: Replay, place: int) -> tuple[str, str]:
    """Where the session is at a place, and which of its events that is."""
    state, at = replay.at(place)
    words, dilemma = t(PHASES[state.flow.phase]), state.dilemma
    where = f"{words} · {dilemma.title}" if dilemma is not None else words
    number = t(
        "{time} · event {n} of {whole}",
        time=QDateTime.fromMSecsSinceEpoch(at).toString("HH:mm:ss"),
        n=place,
        whole=len(replay),
    )
    return where, number


def _said(t: Texts, state: State, moment: Moment) -> str:
    if moment.is_phase:
        return t(PHASES[moment.phase])
    if moment.kind != "DecisionTaken" or moment.dilemma is None:
        return t(_OTHER[moment.kind])
    dilemma = state.scenario.dilemma(moment.dilemma)
    taken = state.flow.decisions.get(moment.dilemma)
    outcome = outcome_words(t, dilemma, taken) if dilemma and taken else ""
    return t(_OTHER[moment.kind], outcome=outcome)
