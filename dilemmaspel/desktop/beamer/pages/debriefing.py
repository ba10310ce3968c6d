"""A debrief question: alone and large, or above the figure that goes with it."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from dilemmaspel.debrief.cockpit import Cockpit
from dilemmaspel.debrief.figures import Agreed, Agreements, Figure
from dilemmaspel.debrief.saying import said
from dilemmaspel.desktop.beamer.layout import Kind, Type
from dilemmaspel.desktop.beamer.sheet import LEFT, MIDDLE, Sheet
from dilemmaspel.desktop.figures.painting import draw_figure
from dilemmaspel.game.views import PublicView
from dilemmaspel.texts import Texts
from dilemmaspel.words import PLAY_VALUES, question
from dilemmaspel.words.debrief import APPLYING, BEGINNING, CLOSING, DESCRIBING, UNDERSTANDING

STEPS: Final = (BEGINNING, DESCRIBING, UNDERSTANDING, APPLYING, CLOSING)

_ABOVE: Final = Type(Kind.TEXT, 68, 48, QFont.Weight.Bold, 1.08, balanced=True)
_SENTENCE: Final = Type(Kind.TEXT, 64, 48, QFont.Weight.DemiBold, 1.06, balanced=True)
_TOP: Final = 132.0
_BOTTOM: Final = 1040.0
_LEAST: Final = 560.0
"""What a figure needs of the page; question and sentence make room for it."""


def paint_question(sheet: Sheet, view: PublicView) -> None:
    """Paint a debrief question with the step it belongs to, and its figure when there is one."""
    t = sheet.look.t
    if view.question is None:
        return
    asked = question(view.question)
    text = t(asked.text).replace(") ", ")\n")
    sheet.say(t(asked.step), t(asked.text))
    _steps(sheet, t, asked.step)
    cockpit = sheet.look.cockpit
    figure = _figure(sheet, cockpit) if cockpit and cockpit.number == view.question else None
    if cockpit is None or figure is None:
        box = QRectF(96, 230, 1728, 740)
        block = sheet.measure(text, sheet.question(text), box.width(), box.height())
        sheet.put(block, box, box.top() + min(120.0, (box.height() - block.height) / 2))
        return
    _with_figure(sheet, t(asked.text), cockpit, figure)


def _figure(sheet: Sheet, cockpit: Cockpit) -> Figure | None:
    """The chosen figure; agreements with the one that is being typed."""
    figure, draft = cockpit.figure, sheet.look.draft
    if isinstance(figure, Agreements) and draft is not None and draft.what:
        kept = figure.agreements
        own = Agreed(draft.what, draft.who, draft.when)
        place = draft.number - 1
        if 0 <= place < len(kept):
            return Agreements((*kept[:place], own, *kept[place + 1 :]))
        return Agreements((*kept, own))
    return figure


def _with_figure(sheet: Sheet, text: str, cockpit: Cockpit, figure: Figure) -> None:
    t = sheet.look.t
    whole = QRectF(96, _TOP, 1728, _BOTTOM - _TOP)
    used = sheet.write(text, QRectF(96, _TOP, 1728, 156), _ABOVE)
    about = _about(t, cockpit)
    top = used.bottom() + 12
    if about:
        line = QRectF(96, top, 1728, 58)
        sheet.write(about, line, Type(Kind.AXIS, 48, 40), "muted", LEFT, MIDDLE)
        top = line.bottom() + 10
    sentence = said(t, figure.sentence())
    sheet.say(about, sentence)
    plays = any(note.message == PLAY_VALUES for note in figure.table().notes)
    bottom = whole.bottom()
    if plays:
        foot = QRectF(96, bottom - 54, 1728, 54)
        sheet.write(t(PLAY_VALUES), foot, sheet.axis.sized(48, 40), "muted", LEFT, MIDDLE)
        bottom = foot.top() - 6
    room = max(70.0, min(146.0, bottom - top - _LEAST))
    block = sheet.measure(sentence, _SENTENCE, 1728, room)
    box = QRectF(96, top + 8, 1728, bottom - block.height - 20 - top - 8)
    if draw_figure(sheet, figure, box):
        sheet.put(block, whole, bottom - block.height, "ink", LEFT)


def _about(t: Texts, cockpit: Cockpit) -> str:
    """What of the figure it is: a dilemma, or another path."""
    return said(t, cockpit.choices[cockpit.at].about)


def _steps(sheet: Sheet, t: Texts, here: str) -> None:
    """The steps of the debrief in a row; the one we are in stands out."""
    plain = Type(Kind.AXIS, 48, 40)
    x, y = 96.0, 40.0
    for step in STEPS:
        name = t(step)
        kind = plain.bold() if step == here else plain
        wide = sheet.width(name, kind)
        box = QRectF(x, y, wide + 4, 64)
        sheet.write(name, box, kind, "accent" if step == here else "muted", LEFT, MIDDLE)
        if step == here:
            sheet.line(QPointF(x, y + 74), QPointF(x + wide, y + 74), "accent", 6)
        x += wide + 44
