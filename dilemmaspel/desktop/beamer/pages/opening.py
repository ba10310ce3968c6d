"""The start and the end of a session: welcome, agreements, roles, the ending, good-bye."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from dilemmaspel.desktop.beamer import frame
from dilemmaspel.desktop.beamer.layout import Kind, Type
from dilemmaspel.desktop.beamer.pages.story import draw_picture
from dilemmaspel.desktop.beamer.sheet import LEFT, MIDDLE, Sheet
from dilemmaspel.desktop.figures.marks import draw_number, draw_token
from dilemmaspel.game.views import PublicView, RoleCount
from dilemmaspel.words import agreements
from dilemmaspel.words.names import capitalised

_NAME: Final = Type(Kind.OPTION, 64, 48, QFont.Weight.Bold, 1.1)
_ENDING: Final = Type(Kind.TEXT, 100, 64, QFont.Weight.DemiBold, 1.18, balanced=True)
_COVER: Final = QRectF(928, 0, 992, 620)
"""Runs off the page at the top and the right; sixteen by ten, as the pictures are."""


def paint_welcome(sheet: Sheet, view: PublicView) -> None:
    """Paint the page people see when they come in, with who is there already."""
    t = sheet.look.t
    box = QRectF(96, 96, 1728, 620)
    if view.cover is not None:
        box.setRight(_COVER.left() - 64)
        draw_picture(sheet, view.cover, _COVER, radius=0)
    name, place = frame.short_title(view.scenario), view.place.split(",")[0]
    sheet.say(t("Welcome"), view.scenario, view.place)
    used = sheet.write(
        t("Welcome"), box, Type(Kind.QUESTION, 160, 160, QFont.Weight.Bold, 1.05), "accent"
    )
    rest = frame.below(box, used, 28)
    used = frame.title(sheet, name, rest, 110, 80)
    rest = frame.below(box, used, 20)
    under = view.scenario[len(name) :].strip(" -–—:")
    if under:
        used = sheet.write(capitalised(under), rest, sheet.text_type)
        rest = frame.below(box, used, 16)
    if place:
        sheet.write(place, rest, sheet.text_type, "muted")
    _arrived(sheet, view, QRectF(96, 770, 1728, 220))


def _arrived(sheet: Sheet, view: PublicView, box: QRectF) -> None:
    """Who is in: a token for every role somebody has, and how many people there are."""
    t = sheet.look.t
    if not view.people:
        waiting = t("Come in, take a seat.")
        sheet.say(waiting)
        sheet.write(waiting, box, sheet.text_type, "muted", LEFT, MIDDLE)
        return
    count = t.plural("{n} person is here", "{n} people are here", view.people)
    names = ", ".join(one.role.short for one in view.roles)
    sheet.say(count, names)
    sheet.write(count, box, sheet.text_type.bold())
    step = min(148.0, box.width() / max(1, len(view.roles)))
    radius = min(54.0, step * 0.4)
    y = box.top() + 100 + radius
    for number, one in enumerate(view.roles):
        centre = QPointF(box.left() + radius + number * step, y)
        draw_token(sheet, one.role, centre, radius)
        _badge(sheet, one.heads, QPointF(centre.x() + radius * 0.78, centre.y() + radius * 0.7))


def _badge(sheet: Sheet, count: int, centre: QPointF) -> None:
    """How many people have a role, when it is more than one."""
    if count < 2:
        return
    box = QRectF(centre.x() - 34, centre.y() - 34, 68, 68)
    sheet.panel(box, "ground", 34)
    draw_number(sheet, str(count), centre, 30, 48)


def paint_agreements(sheet: Sheet, view: PublicView) -> None:
    """Paint the working agreements."""
    t = sheet.look.t
    frame.header(sheet, view)
    heading = t("What we agree on")
    lines = agreements(t, view.kind)
    sheet.say(heading, *lines)
    used = frame.title(sheet, heading, frame.CONTENT, 110, 110)
    rest = frame.below(frame.CONTENT, used, 36)
    words = rest.adjusted(116, 0, 0, 0)
    for size in range(76, 59, -4):
        kind = sheet.text_type.sized(size)
        blocks = [sheet.measure(line, kind, words.width()) for line in lines]
        if sum(block.height for block in blocks) + 24 * len(blocks) <= rest.height():
            break
    gap = (rest.height() - sum(block.height for block in blocks)) / len(blocks)
    y = rest.top()
    for number, block in enumerate(blocks, start=1):
        centre = QPointF(rest.left() + 40, y + block.line_height / 2)
        draw_number(sheet, str(number), centre, 40, 48)
        y = sheet.put(block, words, y).bottom() + gap


def paint_roles(sheet: Sheet, view: PublicView) -> None:
    """Paint all roles in play, with their token, name, question and number of people."""
    t = sheet.look.t
    frame.header(sheet, view)
    heading = t("Who is at the table?")
    sheet.say(heading)
    used = frame.title(sheet, heading, frame.CONTENT, 96, 80)
    rest = frame.below(frame.CONTENT, used, 32)
    roles = view.roles
    if not roles:
        told = t("The roles are handed out now.")
        sheet.say(told)
        sheet.write(told, rest, sheet.text_type, "muted")
        return
    across = 2 if len(roles) <= 14 else 3
    down = -(-len(roles) // across)
    cells = [
        cell
        for row in frame.rows(rest, down, 16, 200)
        for cell in frame.columns(row, across, 48 if across == 2 else 24)
    ]
    asks = _asks_type(sheet, roles, cells[0])
    for one, cell in zip(roles, cells, strict=False):
        _role(sheet, one, cell, asks)


def _role(sheet: Sheet, one: RoleCount, cell: QRectF, asks: Type | None) -> None:
    t, role = sheet.look.t, one.role
    radius = _token_radius(cell)
    centre = QPointF(cell.left() + radius, cell.center().y())
    draw_token(sheet, role, centre, radius)
    _badge(sheet, one.heads, QPointF(centre.x() + radius * 0.78, centre.y() + radius * 0.7))
    words = cell.adjusted(2 * radius + 32, 0, 0, 0)
    people = t.plural("{n} person", "{n} people", one.heads)
    sheet.say(f"{role.name}, {people}. {role.key_question}")
    block = sheet.measure(role.short, _NAME, words.width(), words.height())
    under = sheet.measure(role.key_question, asks, words.width()) if asks else None
    high = block.height + (under.height if under else 0)
    top = words.center().y() - high / 2
    sheet.put(block, words, top)
    if under:
        sheet.put(under, words, top + block.height, "muted")


def _token_radius(cell: QRectF) -> float:
    return min(56.0, cell.height() / 2 - 4)


def _asks_type(sheet: Sheet, roles: Sequence[RoleCount], cell: QRectF) -> Type | None:
    """The type for what each role asks itself, if that fits under all of the names."""
    width = cell.width() - 2 * _token_radius(cell) - 32
    kind = sheet.axis
    name = _NAME.size * _NAME.leading
    questions = [one.role.key_question for one in roles]
    fit = all(name + sheet.measure(q, kind, width).height <= cell.height() + 4 for q in questions)
    return kind if fit and all(questions) else None


def paint_ending(sheet: Sheet, view: PublicView) -> None:
    """Paint how it ended, in the scenario's own words."""
    t = sheet.look.t
    frame.header(sheet, view)
    label = t("How it ended")
    text = (
        view.ending[1] if view.ending else t("The story is open. What happens next is up to you.")
    )
    sheet.say(label, text)
    box = QRectF(96, 190, 1728, 790)
    used = sheet.write(label, box, sheet.text_type.bold(), "accent")
    sheet.write(text, frame.below(box, used, 28), _ENDING)


def paint_closing(sheet: Sheet, view: PublicView) -> None:
    """Paint the last page: thanks, somebody to talk with, and the session's check code."""
    t = sheet.look.t
    frame.header(sheet, view)
    box = QRectF(96, 220, 1728, 660)
    if view.cover is not None:
        box.setRight(_COVER.left() - 64)
        draw_picture(sheet, view.cover, _COVER, radius=0)
    thanks, wish = t("Thank you"), t("Take good care of what you heard here.")
    sheet.say(thanks, wish)
    used = frame.title(sheet, thanks, box, 120, 110)
    used = sheet.write(wish, frame.below(box, used, 32), sheet.text_type.sized(72, 64))
    if view.local_contact:
        told = t("Would you like to talk? Ask for {contact}.", contact=view.local_contact)
        sheet.say(told)
        sheet.write(told, frame.below(box, used, 32), sheet.text_type, "muted")
    if sheet.look.code:
        code = t("Check code of this session: {code}", code=sheet.look.code)
        sheet.say(code)
        foot = QRectF(96, 900, 1728, 90)
        sheet.write(code, foot, sheet.axis, "muted", LEFT, MIDDLE)
