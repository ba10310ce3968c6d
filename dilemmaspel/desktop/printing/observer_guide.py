"""The observer's guide: five things to look for, with room to write, dilemma by dilemma."""

from typing import Final

from dilemmaspel.desktop.printing.blocks import (
    Barred,
    Beside,
    Block,
    Gap,
    Picture,
    Points,
    Stack,
    Title,
    Words,
    Writing,
)
from dilemmaspel.desktop.printing.flow import furnish, pages_of
from dilemmaspel.desktop.printing.job import PrintJob, Turn, turns_of
from dilemmaspel.desktop.printing.lettering import BODY, EYEBROW, HEADING, LARGE, TITLE
from dilemmaspel.desktop.printing.page import Page
from dilemmaspel.texts import Texts, mark

_POINTS: Final = (
    (mark("Who speaks?"), mark("Which role spoke first? Which one most? Who hardly spoke?"), 3),
    (mark("Which argument came back?"), mark("Which reason did you hear more than once?"), 3),
    (mark("Which red line was named?"), mark("Who said: this far and no further?"), 3),
    (mark("Who changed?"), mark("Whose attitude changed? What happened just before?"), 3),
    (mark("What was not said?"), mark("Which question or which role was left out?"), 3),
)


def observer_guide(job: PrintJob, t: Texts) -> tuple[Page, ...]:
    """Lay out how to look on the first page, then a page for every dilemma."""
    parts = [_opening(t), *(_notes(turn, t) for turn in turns_of(job))]
    pages = pages_of(parts, 5)
    furnish(pages, job, t("Observer’s guide"), t, t("No names. Write down roles."))
    return pages


def _opening(t: Texts) -> list[Block]:
    title = Stack((Words(t("Observer’s guide"), TITLE), Words(_motto(t), LARGE)), 1)
    return [
        Beside(Picture("observator", 20, "ink"), 20, title, 6),
        Gap(2),
        Words(t("How you look"), HEADING),
        Points(
            (
                t("You do not vote and you do not join in the talk."),
                t("Write down what you see and hear, as literally as you can."),
                t("First describe. Only say what you make of it when you are asked."),
                t("No names: write down roles, such as “resident” or “entrepreneur”."),
            ),
            gap=1.2,
        ),
        Gap(2),
        Words(t("The five points"), HEADING),
        *(_point(n, name, hint, t) for n, (name, hint, _) in enumerate(_POINTS, 1)),
        Gap(2),
        Words(t("What do you want to tell when we look back?"), HEADING),
        Writing(5, 10),
    ]


def _motto(t: Texts) -> str:
    return t("You look along. You describe first and do not judge.")


def _point(number: int, name: str, hint: str, t: Texts) -> Block:
    words = Stack((Words(t(name), BODY.bold()), Words(t(hint), BODY)), 0)
    return Beside(Words(str(number), HEADING.sized(17)), 7, words, 3)


def _notes(turn: Turn, t: Texts) -> list[Block]:
    number = t("Dilemma {number}", number=turn.label)
    title = Stack((Words(number, EYEBROW), Title(turn.dilemma.title, TITLE.sized(20))), 0.5)
    points = [
        Stack((_point(n, name, hint, t), Writing(lines, 9)), 0)
        for n, (name, hint, lines) in enumerate(_POINTS, 1)
    ]
    return [title, Barred(Words(turn.dilemma.question, LARGE)), *points]
