"""The facilitator's script: how to prepare, the hours, and every dilemma on its own pages."""

from dilemmaspel.desktop.printing.blocks import (
    Beside,
    Block,
    Columns,
    Gap,
    Points,
    Stack,
    Ticks,
    Title,
    Words,
)
from dilemmaspel.desktop.printing.flow import furnish, pages_of
from dilemmaspel.desktop.printing.job import PrintJob, roles_of, turns_of
from dilemmaspel.desktop.printing.lettering import (
    BODY,
    EYEBROW,
    HEADING,
    LARGE,
    SMALL,
    TITLE,
    paragraphs_of,
)
from dilemmaspel.desktop.printing.marks import role_picture
from dilemmaspel.desktop.printing.page import Page
from dilemmaspel.desktop.printing.script_dilemma import back_blocks, front_blocks
from dilemmaspel.desktop.printing.timetable import timetable
from dilemmaspel.desktop.start.lengths import total_minutes
from dilemmaspel.game.scenario import Role
from dilemmaspel.game.steps import questions_of
from dilemmaspel.texts import Texts
from dilemmaspel.words import PLAY_VALUES, PROFILES, agreements, notice, question
from dilemmaspel.words.names import capitalised

_LABEL_WIDTH = 32.0
_LONGEST_LABEL = 24
_SOURCE = SMALL.sized(8)


def script(job: PrintJob, t: Texts) -> tuple[Page, ...]:
    """Lay out the whole session, from preparing to the closing questions."""
    parts: list[list[Block]] = [_opening(job, t), _beginning(job, t)]
    for turn in turns_of(job):
        parts += [front_blocks(turn, job, t), back_blocks(turn, job, t)]
    if not job.scenario.is_trial:
        parts.append(_ending(job, t))
    pages = pages_of(parts)
    furnish(pages, job, t("Facilitator’s script"), t, t(PLAY_VALUES))
    return pages


def _opening(job: PrintJob, t: Texts) -> list[Block]:
    scenario = job.scenario
    facts = (
        t(PROFILES[job.setup.profile].name),
        t("{n} minutes", n=total_minutes(scenario, job.setup)),
        scenario.place,
    )
    found: list[Block] = [
        Stack((Title(scenario.title, TITLE.sized(28)), Words(scenario.summary, LARGE)), 2),
        Words(" · ".join(one for one in facts if one), BODY.quiet()),
    ]
    if scenario.guide:
        found += _guide(scenario.guide, t)
    if scenario.sensitivity:
        words = t("Can touch people: {what}.", what=", ".join(scenario.sensitivity))
        found.append(_labelled(t("Sensitive"), words))
    if job.setup.local_contact:
        found.append(_labelled(t("If it touches someone"), job.setup.local_contact))
    if scenario.learning_goals:
        goals = Points(scenario.learning_goals, BODY)
        found.append(Beside(Words(t("Goals"), BODY.bold()), _LABEL_WIDTH, goals))
    return found


def _guide(guide: str, t: Texts) -> list[Block]:
    paragraphs = [_guided(one) for one in paragraphs_of(guide)]
    first = Stack((Gap(1), Words(t("For you, beforehand"), HEADING), paragraphs[0]), 3)
    return [first, *paragraphs[1:]]


def _guided(paragraph: str) -> Block:
    """A paragraph that begins with a word and a colon has that word in the margin."""
    name, colon, rest = paragraph.partition(":")
    if colon and rest.strip() and len(name) <= _LONGEST_LABEL and "\n" not in name:
        return _labelled(name, rest.strip())
    return Beside(Words("", BODY), _LABEL_WIDTH, Words(paragraph, BODY))


def _labelled(name: str, words: str) -> Block:
    return Beside(Words(name, BODY.bold()), _LABEL_WIDTH, Words(capitalised(words)))


def _beginning(job: PrintJob, t: Texts) -> list[Block]:
    return [
        Words(t("The hours"), HEADING),
        timetable(job, t),
        Gap(2),
        Stack((Words(t("The roles"), HEADING), _roles(job, t)), 3),
        Gap(2),
        Stack((Words(t("To say at the start"), HEADING), _said(agreements(t, job.setup.kind))), 3),
        Stack((Words(t("What is kept"), BODY.bold()), _said(notice(t, job.setup.kind))), 2),
    ]


def _said(sentences: tuple[str, ...]) -> Block:
    return Ticks(sentences, BODY, gap=1)


def _roles(job: PrintJob, t: Texts) -> Block:
    roles = roles_of(job)
    half = -(-len(roles) // 2)
    return Columns(
        tuple(
            Stack(tuple(_role(role, job, t) for role in part), 1.2)
            for part in (roles[:half], roles[half:])
            if part
        )
    )


def _role(role: Role, job: PrintJob, t: Texts) -> Block:
    number = job.people.get(role.id, 0)
    name = f"{role.name} ({t.plural('{n} person', '{n} people', number)})" if number else role.name
    return Beside(role_picture(role, 5), 5, Words(name, BODY), 3)


def _ending(job: PrintJob, t: Texts) -> list[Block]:
    title = Stack((Words(t("Looking back"), TITLE.sized(20)), Words(_leave(t), BODY)), 2)
    steps: dict[str, list[str]] = {}
    for number in questions_of(job.scenario, job.setup):
        asked = question(number)
        steps.setdefault(asked.step, []).append(t(asked.text))
    asks = [
        Stack((Words(t(step), HEADING), Ticks(tuple(questions), BODY)), 2)
        for step, questions in steps.items()
    ]
    return [title, *asks, *_sources(job, t)]


def _leave(t: Texts) -> str:
    return t("Choose what fits the group; you need not ask everything. Silence is fine.")


def _sources(job: PrintJob, t: Texts) -> list[Block]:
    sources = tuple(one.text for one in job.scenario.sources)
    if not sources:
        return []
    return [Stack((Gap(1), Words(t("Sources"), EYEBROW), Points(sources, _SOURCE, gap=0.3)), 1)]
