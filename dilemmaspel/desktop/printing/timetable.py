"""The hours of a session as a table: how long each part takes and when it begins."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dilemmaspel.desktop.printing.blocks import Block
from dilemmaspel.desktop.printing.flow import shortened
from dilemmaspel.desktop.printing.job import PrintJob, minutes_in, turns_of
from dilemmaspel.desktop.printing.lettering import BODY, SMALL
from dilemmaspel.desktop.printing.page import Page, Rule
from dilemmaspel.desktop.start.lengths import break_minutes, phase_minutes
from dilemmaspel.game.phases import PHASES, Phase
from dilemmaspel.texts import Texts
from dilemmaspel.words import PHASES as NAMES

_ROW: Final = 6.6
_BEFORE: Final = (Phase.INTRO, Phase.ROLES)


@dataclass(frozen=True, slots=True)
class Hour:
    """A part of the session; `minutes` 0 for a dilemma that may come in another's place."""

    name: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Timetable:
    """A row for every part: when it begins, what it is, how long it takes, the real time."""

    hours: tuple[Hour, ...]
    t: Texts

    def height(self, _width: float) -> float:
        return _ROW * (len(self.hours) + 2)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        t, begun = self.t, 0
        self._row(
            page,
            left,
            top,
            width,
            (t("Begins after"), t("Part of the session"), t("Takes"), t("Time of day")),
        )
        for hour in self.hours:
            top += _ROW
            takes = t("{n} min", n=hour.minutes) if hour.minutes else t("instead")
            self._row(page, left, top, width, (_clock(begun), hour.name, takes, ""))
            begun += hour.minutes
        self._row(page, left, top + _ROW, width, (_clock(begun), t("The end"), "", ""))

    def _row(
        self, page: Page, left: float, top: float, width: float, cells: tuple[str, str, str, str]
    ) -> None:
        after, name, takes, clock = cells
        style = BODY if not clock else SMALL.strong()
        page.write(after, left, top, style)
        page.write(shortened(name, width - 80, style), left + 18, top, style)
        page.write_right(takes, left + width - 34, top, style)
        if clock:
            page.write(clock, left + width - 26, top, style)
        y = top + _ROW - 0.6
        page.add(Rule((left, y), (left + width, y), "faint" if not clock else "ink", 0.25))


def timetable(job: PrintJob, t: Texts) -> Block:
    """Build the table of a job."""
    return Timetable(tuple(_hours(job, t)), t)


def _hours(job: PrintJob, t: Texts) -> Iterator[Hour]:
    minutes = phase_minutes(job.scenario, job.setup.profile, job.setup.minutes)
    rest = break_minutes(job.scenario, job.setup.profile)
    around = [phase for phase in minutes if not PHASES[phase].in_dilemma]
    for phase in _BEFORE:
        if minutes[phase]:
            yield Hour(t(NAMES[phase]), minutes[phase])
    yield from _dilemmas(job, t)
    if rest:
        yield Hour(t("Break, when it suits the group"), rest)
    for phase in around:
        if phase not in _BEFORE:
            yield Hour(t(NAMES[phase]), minutes[phase])


def _dilemmas(job: PrintJob, t: Texts) -> Iterator[Hour]:
    done: set[str] = set()
    for turn in turns_of(job):
        name = t("Dilemma {number}: {title}", number=turn.label, title=turn.dilemma.title)
        instead = bool(done & set(turn.others))
        yield Hour(name, 0 if instead else sum(minutes_in(job, turn.dilemma).values()))
        done.add(turn.label)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
