"""Where people talk: in their roles, all together, about themselves, and looking back."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from dilemmaspel.desktop.beamer import frame
from dilemmaspel.desktop.beamer.layout import Kind, Type
from dilemmaspel.desktop.beamer.sheet import LEFT, MIDDLE, Sheet
from dilemmaspel.desktop.figures.marks import draw_mark
from dilemmaspel.desktop.figures.tension import draw_tension, ends, mean_on_line
from dilemmaspel.game.phases import Overlay
from dilemmaspel.game.views import DilemmaView, PublicView
from dilemmaspel.words import (
    APPLYING,
    BEGINNING,
    CLOSING,
    DESCRIBING,
    UNDERSTANDING,
    results,
)

_MOST_WORDS: Final = 40
_STEPS: Final = (BEGINNING, DESCRIBING, UNDERSTANDING, APPLYING, CLOSING)


def paint_caucus(sheet: Sheet, view: PublicView) -> None:
    """Paint the invitation to talk with those who have the same role."""
    t = sheet.look.t
    frame.header(sheet, view)
    box = QRectF(96, 200, 1728, 780)
    invitation = t("Find the people with your role")
    asks = (t("What do you want to reach?"), t("What can you give away?"))
    sheet.say(invitation, *asks)
    used = frame.title(sheet, invitation, box, 140, 110)
    rest = frame.below(box, used, 56)
    for ask in asks:
        told = sheet.write(ask, rest, sheet.text_type.sized(88, 64))
        rest = frame.below(rest, told, 20)


def paint_talk(sheet: Sheet, view: PublicView) -> None:
    """Paint what the talk is about: question, tension, who is heard first, what to ask."""
    dilemma = view.dilemma
    if dilemma is None:
        return
    frame.header(sheet, view)
    sheet.say(dilemma.question)
    box = QRectF(frame.CONTENT)
    used = frame.question(sheet, dilemma.question, box, 0.4)
    rest = _line(sheet, view, dilemma, frame.below(box, used, 36))
    rest = _first(sheet, view, rest)
    spent = sum(one.words for one in sheet.drawn)
    for text in view.questions:
        words = len(text.split())
        block = sheet.measure(text, sheet.text_type, rest.width())
        if spent + words > _MOST_WORDS or block.height > rest.height():
            continue
        spent += words
        sheet.say(text)
        rest = frame.below(rest, sheet.put(block, rest, rest.top(), "muted"), 16)


def _line(sheet: Sheet, view: PublicView, dilemma: DilemmaView, box: QRectF) -> QRectF:
    """The tension with its poles; a statement's own scale with the mean, once that is known."""
    t, result = sheet.look.t, view.result
    mean = result.tally.mean if result else None
    if result and mean is not None and dilemma.labels:
        at = mean_on_line(float(mean), len(dilemma.labels))
        sheet.say(results.result_sentence(t, dilemma, result))
        return frame.below(box, draw_tension(sheet, ends(dilemma.labels), _poles(box), at), 40)
    if not any(dilemma.tension):
        return box
    sheet.say(t("Between {left} and {right}", left=dilemma.tension[0], right=dilemma.tension[1]))
    return frame.below(box, draw_tension(sheet, dilemma.tension, _poles(box)), 40)


def _poles(box: QRectF) -> QRectF:
    """The room for the tension: it leaves room for who is heard first."""
    return QRectF(box.left(), box.top(), box.width(), max(120.0, box.height() - 160))


def _first(sheet: Sheet, view: PublicView, box: QRectF) -> QRectF:
    """The smallest side, which is heard first."""
    if not view.smallest:
        return box
    t = sheet.look.t
    label = t("We first hear:")
    sheet.say(label, *[frame.spoken(option) for option in view.smallest])
    only = view.smallest[0].label if len(view.smallest) == 1 else ""
    words = Type(Kind.TEXT, 64, 64, leading=1.05)
    wide = box.width() - sheet.width(label, sheet.text_type.bold()) - 290
    high = max(80.0, min(sheet.measure(only, words, wide).height, box.height() - 28))
    row = QRectF(box.left(), box.top(), box.width(), high + 28)
    sheet.panel(row, "accent_soft")
    inner = row.adjusted(32, 0, -24, 0)
    used = sheet.write(label, inner, sheet.text_type.bold(), "ink", LEFT, MIDDLE)
    inner.setLeft(used.right() + 36)
    for option in view.smallest:
        mark = frame.mark_of(sheet, option)
        inner.setLeft(inner.left() + draw_mark(sheet, mark, inner, 80) + (0 if only else 24))
    if only:
        sheet.write(only, inner, words, "ink", LEFT, MIDDLE)
    return frame.below(box, row, 32)


def paint_reflect(sheet: Sheet, view: PublicView) -> None:
    """Paint a moment of quiet with one question."""
    t = sheet.look.t
    frame.header(sheet, view)
    box = QRectF(96, 250, 1600, 700)
    label = t("A moment’s thought")
    ask = t("What do you notice in yourself, now that this is decided?")
    sheet.say(label, ask)
    used = sheet.write(label, box, sheet.text_type.bold(), "accent")
    frame.title(sheet, ask, frame.below(box, used, 28), 128, 110)


def paint_overlay(sheet: Sheet, view: PublicView) -> None:
    """Paint a pause or a break over the phase."""
    t = sheet.look.t
    paused = view.overlay is Overlay.PAUSED
    icon = "pause" if paused else "break"
    word = t("A moment of quiet") if paused else t("Break")
    told = t("We go on in a moment. Everything is kept.")
    sheet.say(word, told)
    frame.header(sheet, view)
    sheet.icon(icon, QRectF(96, 270, 180, 180), "accent")
    box = QRectF(96, 490, 1728, 460)
    used = sheet.write(word, box, Type(Kind.QUESTION, 160, 110, QFont.Weight.Bold, 1.05))
    sheet.write(told, frame.below(box, used, 28), sheet.text_type.sized(72, 64), "muted")
