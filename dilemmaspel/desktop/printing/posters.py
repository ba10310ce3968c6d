"""Posters for a room without a beamer: a question and its options, large, to hang on the wall."""

from typing import Final

from PySide6.QtGui import QFont

from dilemmaspel.desktop.printing.blocks import (
    Beside,
    Block,
    Gap,
    Line,
    Sign,
    Stack,
    Title,
    Words,
    fitting,
)
from dilemmaspel.desktop.printing.flow import BODY_AREA, furnish
from dilemmaspel.desktop.printing.job import PrintJob, Turn, turns_of
from dilemmaspel.desktop.printing.lettering import Style
from dilemmaspel.desktop.printing.marks import marked, option_block
from dilemmaspel.desktop.printing.page import Page
from dilemmaspel.game.scenario import Dilemma, Option
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme
from dilemmaspel.words import QUESTION_TYPES
from dilemmaspel.words.money import cost_line

_QUESTION: Final = Style(44, QFont.Weight.Bold, leading=1.12)
_OPTION: Final = Style(32, QFont.Weight.DemiBold, leading=1.14)
_ABSTAIN: Final = Style(32, leading=1.14)
_MOST: Final = 1.25
_SMALLER: Final = Style(18, leading=1.25)


def posters(job: PrintJob, t: Texts) -> tuple[Page, ...]:
    """Lay out one page for every dilemma."""
    pages, area = [], BODY_AREA
    for turn in turns_of(job):
        page = Page()
        block = fitting(_poster(turn, t), area.width, area.height - 4, _MOST)
        block.draw(page, area.left, area.top + 4, area.width)
        pages.append(page)
    furnish(pages, job, t("Voting poster"), t)
    return tuple(pages)


def how_to_answer(dilemma: Dilemma, t: Texts) -> str:
    """Say in a sentence how the question is answered."""
    spec = dilemma.points
    if dilemma.type is QuestionType.POINTS and spec is not None:
        return t("Divide {total} points, in steps of {step}.", total=spec.total, step=spec.step)
    return t(QUESTION_TYPES[dilemma.type].meaning)


def _poster(turn: Turn, t: Texts) -> Block:
    dilemma = turn.dilemma
    number = t("Dilemma {number}", number=turn.label)
    return Stack(
        (
            Words(f"{number} · {dilemma.title}", _SMALLER.quiet()),
            Title(dilemma.question, _QUESTION),
            Gap(2),
            *_answers(dilemma, t),
            Gap(0),
            Line(0.5, "ink"),
            Words(how_to_answer(dilemma, t), _SMALLER),
        ),
        6,
    )


def _answers(dilemma: Dilemma, t: Texts) -> list[Block]:
    abstain, words = load_theme().abstain, t("I abstain")
    if dilemma.agreement is not None:
        scale = [
            Beside(Words(str(number), _OPTION.bold()), 12, Title(label, _OPTION), 4)
            for number, label in enumerate(dilemma.agreement.labels, 1)
        ]
        return [*scale, Beside(Sign(abstain, _ABSTAIN), 12, Title(words, _ABSTAIN), 4)]
    answers = [_answer(index, option, t) for index, option in enumerate(dilemma.options)]
    return [*answers, marked(abstain, words, _ABSTAIN)]


def _answer(index: int, option: Option, t: Texts) -> Block:
    money = cost_line(t, option.outcome.cost)
    under = (Words(money, _SMALLER.quiet()),) if money else ()
    return option_block(index, option.label, _OPTION, under)
