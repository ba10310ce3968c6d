"""One dilemma in the script: its minutes, the story, the options, and what to watch for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dilemmaspel.desktop.printing.blocks import (
    Barred,
    Beside,
    Block,
    Columns,
    Framed,
    Points,
    Scaled,
    Stack,
    Ticks,
    Title,
    Words,
    fitting,
)
from dilemmaspel.desktop.printing.flow import BODY_AREA
from dilemmaspel.desktop.printing.job import PrintJob, Turn, minutes_in
from dilemmaspel.desktop.printing.lettering import (
    BODY,
    EYEBROW,
    HEADING,
    LARGE,
    SMALL,
    TINY,
    TITLE,
    paragraphs_of,
)
from dilemmaspel.desktop.printing.marks import option_block
from dilemmaspel.desktop.printing.page import Area, Box, Page, Rule
from dilemmaspel.desktop.printing.posters import how_to_answer
from dilemmaspel.desktop.printing.who_knows import who_knows
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.scenario import Dilemma, FacilitatorNotes, Option
from dilemmaspel.texts import Texts
from dilemmaspel.words import PHASES, QUESTION_TYPES, RULES, rule_sentence
from dilemmaspel.words.money import cost_line, cost_sentence

_LABEL: Final = BODY.strong()
_COST: Final = BODY.sized(10).quiet()
_GAP: Final = 4.0
_SMALLEST: Final = 0.86
"""Below this size a dilemma goes on on the next page."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """The phases of a dilemma as a row of cells, each with its name and its minutes."""

    minutes: Mapping[Phase, int]
    t: Texts

    def height(self, width: float) -> float:
        return TINY.line * 0.4 + self._names(width) + LARGE.line + 2.5

    def _each(self, width: float) -> float:
        return width / max(1, len(self.minutes))

    def _names(self, width: float) -> float:
        room = self._each(width) - 3
        return max((Words(self.t(PHASES[p]), TINY).height(room) for p in self.minutes), default=0.0)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        each, high = self._each(width), self.height(width)
        page.add(Box(Area(left, top, width, high), edge="line", thick=0.25, radius=1.5))
        for number, (phase, minutes) in enumerate(self.minutes.items()):
            x = left + number * each
            if number:
                page.add(Rule((x, top), (x, top + high), "faint", 0.25))
            said = self.t("{n} min", n=minutes)
            page.write(said, x + 1.5, top + 1, BODY.bold())
            Words(self.t(PHASES[phase]), TINY).draw(page, x + 1.5, top + 1 + LARGE.line, each - 3)


def front_blocks(turn: Turn, job: PrintJob, t: Texts) -> list[Block]:
    """Build the front of the sheet: the minutes, the story, the question, the options."""
    dilemma = turn.dilemma
    head: list[Block] = [_title(turn, job, t), Minutes(minutes_in(job, dilemma), t)]
    rest = [*_story(dilemma, t), _question(dilemma, job, t), *_answers(dilemma, t)]
    return _on_one_page([*head, *rest])


def back_blocks(turn: Turn, job: PrintJob, t: Texts) -> list[Block]:
    """Build the back of the sheet: what is for the facilitator alone."""
    dilemma = turn.dilemma
    number = t("Dilemma {number}", number=turn.label)
    found: list[Block] = [
        Stack((Words(number, EYEBROW), Title(dilemma.title, TITLE.sized(16))), 0.4),
        *_notes(dilemma.facilitator, t),
        *_questions(t("To talk about"), dilemma.discussion),
        *_questions(t("For looking back"), dilemma.debrief),
        *who_knows(dilemma, job, t),
    ]
    return _on_one_page(found) if len(found) > 1 else []


def _on_one_page(blocks: list[Block]) -> list[Block]:
    whole = fitting(Stack(tuple(blocks), _GAP), BODY_AREA.width, BODY_AREA.height)
    small = isinstance(whole, Scaled) and whole.factor < _SMALLEST
    return blocks if small else [whole]


def _title(turn: Turn, job: PrintJob, t: Texts) -> Block:
    dilemma = turn.dilemma
    total = sum(minutes_in(job, dilemma).values())
    number = t("Dilemma {number}", number=turn.label)
    facts = (
        f"{number} ({dilemma.id})" if turn.others else number,
        t(QUESTION_TYPES[dilemma.type].name),
        t("{n} minutes", n=total),
    )
    name = Title(dilemma.title, TITLE.sized(20))
    parts: list[Block] = [Words(" · ".join(facts), EYEBROW), name]
    if turn.others:
        others = ", ".join(turn.others)
        words = t("The game plays this one or {others}; earlier choices decide.", others=others)
        parts.append(Words(words, SMALL))
    return Stack(tuple(parts), 0.6)


def _story(dilemma: Dilemma, t: Texts) -> list[Block]:
    paragraphs: list[Block] = [Words(one, BODY) for one in paragraphs_of(dilemma.story)]
    if dilemma.event is not None:
        news = t("News: {text}", text=dilemma.event.text)
        paragraphs.insert(0, Words(news, BODY.slanted()))
    if not paragraphs:
        return []
    head = Words(t("To read aloud"), EYEBROW)
    return [Barred(Stack((head, *paragraphs), 2), "line")]


def _question(dilemma: Dilemma, job: PrintJob, t: Texts) -> Block:
    parts: list[Block] = [Title(dilemma.question, HEADING.sized(16))]
    if any(dilemma.tension):
        left, right = dilemma.tension
        words = t("Between “{left}” and “{right}”.", left=left, right=right)
        parts.append(Words(words, BODY))
    decision = dilemma.decision
    role = job.scenario.role(decision.decider) if decision.decider else None
    rule = rule_sentence(t, decision.rule, decision.threshold, role.name if role else "")
    how = t("How we decide: {rule}. {sentence}", rule=t(RULES[decision.rule].name), sentence=rule)
    parts += [Words(how_to_answer(dilemma, t), BODY), Words(how, BODY)]
    return Stack(tuple(parts), 0.8)


def _answers(dilemma: Dilemma, t: Texts) -> list[Block]:
    if dilemma.agreement is not None:
        scale = " · ".join(f"{n} {word}" for n, word in enumerate(dilemma.agreement.labels, 1))
        return [Words(scale, LARGE.strong())]
    options: list[Block] = [_option(n, one, t) for n, one in enumerate(dilemma.options)]
    total = cost_line(t, dilemma.points.cost_total) if dilemma.points else ""
    if total:
        options.append(Words(t("Together: {cost}.", cost=total), BODY.strong()))
    return options


def _option(index: int, option: Option, t: Texts) -> Block:
    sides = [
        Points(points, BODY, sign, 0.3)
        for sign, points in (("+", option.pros), ("−", option.cons))
        if points
    ]
    under: list[Block] = [Words(option.description, BODY)] if option.description else []
    if sides:
        under.append(Columns(tuple(sides), 5))
    money = cost_sentence(t, option.outcome.cost)
    if money:
        under.append(Words(money, _COST))
    return option_block(index, option.label, LARGE.strong(), tuple(under))


def _notes(notes: FacilitatorNotes, t: Texts) -> list[Block]:
    said = (
        (t("Goal"), notes.goal),
        (t("Approach"), notes.notes),
        (t("Watch out"), notes.watch_out),
    )
    rows: list[Block] = [
        Beside(Words(name, _LABEL), 22, Words(words, BODY), 3) for name, words in said if words
    ]
    if not rows:
        return []
    return [Framed(Stack((Words(t("For you"), EYEBROW), *rows), 1.6))]


def _questions(name: str, questions: tuple[str, ...]) -> list[Block]:
    if not questions:
        return []
    return [Stack((Words(name, HEADING), Ticks(questions, BODY)), 2)]
