"""Role cards: four to a sheet, two cuts make them A6."""

from typing import Final

from dilemmaspel.desktop.printing.blocks import (
    Barred,
    Beside,
    Block,
    Line,
    Points,
    Stack,
    Title,
    Words,
    fitting,
)
from dilemmaspel.desktop.printing.flow import shortened
from dilemmaspel.desktop.printing.job import PrintJob, roles_of
from dilemmaspel.desktop.printing.lettering import BODY, EYEBROW, HEADING, TINY
from dilemmaspel.desktop.printing.marks import cut_across, cut_down, role_picture
from dilemmaspel.desktop.printing.page import HEIGHT, WIDTH, Area, Page
from dilemmaspel.game.scenario import Role
from dilemmaspel.texts import Texts

_CARD: Final = (WIDTH / 2, HEIGHT / 2)
_PLACES: Final = ((0, 0), (1, 0), (0, 1), (1, 1))
_MOST_LINE: Final = 30.0
_TEXT: Final = BODY.sized(11.5)
_NAME: Final = HEADING.sized(17)


def role_cards(job: PrintJob, t: Texts) -> tuple[Page, ...]:
    """Lay out a card for everybody; those of one role lie next to each other."""
    cards = [role for role in roles_of(job) for _ in range(job.cards_of(role))]
    sheets = [cards[start : start + 4] for start in range(0, len(cards), 4)]
    pages = []
    for number, roles in enumerate(sheets, 1):
        page = Page()
        cut_down(page, WIDTH / 2)
        cut_across(page, HEIGHT / 2, t)
        where = t("page {n} of {total}", n=number, total=len(sheets))
        for role, (column, row) in zip(roles, _PLACES, strict=False):
            area = Area(column * _CARD[0], row * _CARD[1], *_CARD)
            _draw_card(page, role, area.inset(10, 10), job, t, where)
        pages.append(page)
    return tuple(pages)


def _draw_card(page: Page, role: Role, area: Area, job: PrintJob, t: Texts, where: str) -> None:
    foot = area.bottom - TINY.line
    title = shortened(job.scenario.title, area.width - 24, TINY)
    page.write(title, area.left, foot, TINY)
    page.write_right(where, area.right, foot, TINY)
    low = foot - 4
    if role.red_line:
        line = fitting(_red_line(role, t), area.width, _MOST_LINE)
        low -= line.height(area.width)
        line.draw(page, area.left, low, area.width)
        low -= 3
    card = fitting(_card(role, t), area.width, low - area.top)
    card.draw(page, area.left, area.top, area.width)


def _card(role: Role, t: Texts) -> Block:
    """Who you are, what you have, what worries you, what you ask."""
    head = Beside(role_picture(role, 15), 15, _named(role, t), 4)
    parts: list[Block] = [head, Line(0.5, "ink"), Words(role.interest, _TEXT.strong())]
    for name, points in ((t("What you have"), role.means), (t("Your worries"), role.worries)):
        if points:
            parts.append(_part(name, Points(points, _TEXT, gap=0.2)))
    if role.key_question:
        parts.append(_part(t("Your question"), Words(f'"{role.key_question}"', _TEXT.slanted())))
    return Stack(tuple(parts), 3.2)


def _named(role: Role, t: Texts) -> Block:
    kind = t("Your role") if role.voting else t("Your role – you do not vote")
    return Stack((Words(kind, EYEBROW), Title(role.name, _NAME)), 0.6)


def _red_line(role: Role, t: Texts) -> Block:
    return Barred(_part(t("Your red line"), Words(role.red_line, _TEXT.bold())), "ink", 1.2)


def _part(name: str, block: Block) -> Block:
    return Stack((Words(name, EYEBROW), block), 0.5)
