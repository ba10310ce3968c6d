"""Briefings: a slip for every role in every dilemma, half a sheet, folded over its secret.

The top strip stays in sight and says whose it is. Under it stands what the role wants and knows;
the lowest part has room for notes and is folded up over it. Everything stands on one side of the
paper, and a slip holds the words of one role only.
"""

from typing import Final

from dilemmaspel.desktop.printing.blocks import (
    Aside,
    Beside,
    Block,
    Columns,
    Picture,
    Stack,
    Words,
    Writing,
    fitting,
)
from dilemmaspel.desktop.printing.flow import shortened
from dilemmaspel.desktop.printing.job import PrintJob, Turn, roles_of, turns_of
from dilemmaspel.desktop.printing.lettering import BODY, EYEBROW, HEADING, SMALL, TINY, Style
from dilemmaspel.desktop.printing.marks import cut_across, label_on_line, role_picture
from dilemmaspel.desktop.printing.page import HEIGHT, WIDTH, Area, Page, Rule
from dilemmaspel.game.scenario import Briefing, Role
from dilemmaspel.texts import Texts

_SLIP: Final = HEIGHT / 2
_STRIP: Final = 40.5
"""The part that stays in sight; the rest is folded in two equal halves."""
_FLAP: Final = (_SLIP - _STRIP) / 2
_ACROSS: Final = 15.0
_DOWN: Final = 8.0
_TOLD: Final = Style(14.5, leading=1.3)


def briefings(job: PrintJob, t: Texts) -> tuple[Page, ...]:
    """Lay out the slips dilemma by dilemma; every dilemma begins on a new sheet."""
    sheets = [pair for turn in turns_of(job) for pair in _pairs(job, turn)]
    pages = []
    for number, (turn, roles) in enumerate(sheets, 1):
        page = Page()
        where = t("page {n} of {total}", n=number, total=len(sheets))
        cut_across(page, _SLIP, t)
        for row, role in enumerate(roles):
            _draw_slip(page, row * _SLIP, turn, role, job, t, where)
        pages.append(page)
    return tuple(pages)


def _pairs(job: PrintJob, turn: Turn) -> list[tuple[Turn, list[Role]]]:
    roles = [role for role in roles_of(job) if _says_something(turn, role)]
    return [(turn, roles[start : start + 2]) for start in range(0, len(roles), 2)]


def _says_something(turn: Turn, role: Role) -> bool:
    briefing = turn.dilemma.briefings.get(role.id)
    return briefing is not None and bool(briefing.wants or briefing.knows)


def _draw_slip(
    page: Page, top: float, turn: Turn, role: Role, job: PrintJob, t: Texts, where: str
) -> None:
    briefing = turn.dilemma.briefings[role.id]
    wide = WIDTH - 2 * _ACROSS
    strip = Area(_ACROSS, top + _DOWN + 1, wide, _STRIP - _DOWN - 6)
    secret = Area(_ACROSS, top + _STRIP + 6, wide, _FLAP - 11)
    notes = Area(_ACROSS, top + _STRIP + _FLAP + 5, wide, _FLAP - 5 - _DOWN - 3)
    _put(page, _outside(turn, role, t), strip)
    _put(page, _inside(briefing, t), secret)
    _put(page, _notes(t), notes)
    _fold(page, top + _STRIP + _FLAP, t)
    page.add(Rule((0, top + _STRIP), (WIDTH, top + _STRIP), "faint", 0.2))
    foot = top + _SLIP - _DOWN + 1
    page.write(shortened(job.scenario.title, 110, TINY), _ACROSS, foot - TINY.line, TINY)
    page.write_right(where, WIDTH - _ACROSS, foot - TINY.line, TINY)


def _put(page: Page, block: Block, area: Area) -> None:
    fitting(block, area.width, area.height).draw(page, area.left, area.top, area.width)


def _outside(turn: Turn, role: Role, t: Texts) -> Block:
    number = t("Dilemma {number}", number=turn.label)
    title = Stack(
        (
            Words(f"{number} · {turn.dilemma.title}", SMALL.strong().sized(11)),
            Words(role.name, HEADING.sized(20)),
            Words(t("Fold open when the facilitator asks you to."), SMALL.sized(11)),
        ),
        0.8,
    )
    alone = Stack((Picture("lock", 9, "ink"), Words(t("For you alone"), BODY.bold())), 1.5)
    named = Beside(role_picture(role, 22), 22, title, 6)
    return Aside(named, alone, 33, 4)


def _inside(briefing: Briefing, t: Texts) -> Block:
    found: list[Block] = []
    if briefing.wants:
        found.append(_told(t("What you want here"), t("You may say this."), briefing.wants))
    if briefing.knows:
        hint = t("You decide whether you tell it.")
        found.append(_told(t("Only you know this"), hint, briefing.knows))
    return Columns(tuple(found), 12)


def _told(name: str, hint: str, words: str) -> Block:
    heading = Stack((Words(name, HEADING), Words(hint, SMALL)), 0.2)
    return Stack((heading, Words(words, _TOLD)), 2.5)


def _notes(t: Texts) -> Block:
    return Stack((Words(t("Room for your own notes"), EYEBROW), Writing(3, 9)), 0)


def _fold(page: Page, y: float, t: Texts) -> None:
    for start, end in ((0.0, 12.0), (WIDTH - 12, WIDTH)):
        page.add(Rule((start, y), (end, y), "line", 0.25))
    page.add(Rule((12, y), (WIDTH - 12, y), "faint", 0.2, dashed=True))
    label_on_line(page, t("fold up here, the words inside"), 16, y)
