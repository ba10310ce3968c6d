"""The open vote: the question, what can be answered, and how many have; never what."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from dilemmaspel.desktop.beamer import frame
from dilemmaspel.desktop.beamer.layout import Kind, Type
from dilemmaspel.desktop.beamer.sheet import CENTRE, LEFT, MIDDLE, RIGHT, TOP, Sheet
from dilemmaspel.desktop.figures.marks import draw_mark, draw_shape
from dilemmaspel.desktop.figures.seats import draw_seats
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.setup import Voting
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import ConsentView, DilemmaView, OptionView, PublicView, VoteView
from dilemmaspel.texts import Texts
from dilemmaspel.theme import Mark, Shape
from dilemmaspel.words import QUESTION_TYPES, VOTES, results

_STRIP: Final = 112
_TALLEST: Final = 150
_LEAST: Final = 76
"""The least height of an answer: one line of 64."""
_BETWEEN: Final = 12


def paint(sheet: Sheet, view: PublicView) -> None:
    """Paint the vote that is open."""
    t, dilemma, vote = sheet.look.t, view.dilemma, view.vote
    if dilemma is not None and view.consent is not None:
        _objected(sheet, view, dilemma, view.consent)
    if dilemma is None or vote is None:
        return
    frame.header(sheet, view, t(VOTES[vote.vote]))
    box = QRectF(frame.CONTENT)
    box.setHeight(box.height() - _STRIP - frame.GAP)
    if vote.vote is Vote.CONSENT:
        _consent(sheet, dilemma, vote, box)
    else:
        _ask(sheet, dilemma, vote, box)
    _strip(sheet, vote)


def _ask(sheet: Sheet, dilemma: DilemmaView, vote: VoteView, box: QRectF) -> None:
    sheet.say(dilemma.question)
    if dilemma.type is QuestionType.AGREEMENT and vote.vote is not Vote.RUNOFF:
        used = frame.question(sheet, dilemma.question, box, 0.55)
        _scale(sheet, dilemma.labels, frame.below(box, used, 40))
        return
    asked = [o for o in dilemma.options if not vote.among or o.id in vote.among]
    need = len(asked) * (_LEAST + _BETWEEN) + 20
    room = QRectF(box.left(), box.top(), box.width(), max(130.0, box.height() - need))
    used = sheet.write(dilemma.question, room, sheet.question(dilemma.question))
    rest = _told(sheet, dilemma, vote, frame.below(box, used, 28), need)
    ticks = dilemma.type is QuestionType.APPROVAL and vote.vote is not Vote.RUNOFF
    places = frame.rows(rest, len(asked), _BETWEEN, _TALLEST)
    kind = _label_type(sheet, asked, places[0]) if places else sheet.option
    for option, row in zip(asked, places, strict=True):
        _option_row(sheet, option, row, kind, ticks=ticks)


def _told(sheet: Sheet, dilemma: DilemmaView, vote: VoteView, box: QRectF, need: float) -> QRectF:
    """Say how to answer, where there is room for it; return the room for the answers."""
    how = _how(sheet.look.t, dilemma, vote)
    sheet.say(how)
    kind = sheet.text_type
    if not how or box.height() - kind.size * kind.leading - 16 < need:
        return box
    return frame.below(box, sheet.write(how, box, kind, "muted"), 16)


def _label_type(sheet: Sheet, options: Sequence[OptionView], row: QRectF) -> Type:
    """One size for all labels: the largest at which each stands on one line of its row."""
    wide = row.width() - 330
    for size in range(sheet.option.size, sheet.option.least, -4):
        kind = sheet.option.sized(size, sheet.option.least)
        fits = all(sheet.width(option.label, kind) <= wide for option in options)
        if fits and size * kind.leading <= row.height() - 8:
            return kind
    return sheet.option.sized(sheet.option.least)


def _how(t: Texts, dilemma: DilemmaView, vote: VoteView) -> str:
    if vote.vote is Vote.RUNOFF:
        return t("It was a tie. Choose one of these.")
    match dilemma.type:
        case QuestionType.POINTS:
            return t(
                "Divide {total} points, in steps of {step}.",
                total=dilemma.points_total,
                step=dilemma.points_step,
            )
        case QuestionType.RANKING | QuestionType.APPROVAL:
            return t(QUESTION_TYPES[dilemma.type].meaning)
        case _:
            return ""


def _option_row(sheet: Sheet, option: OptionView, row: QRectF, kind: Type, *, ticks: bool) -> None:
    sheet.panel(row)
    inner = row.adjusted(32, 2, -32, -2)
    size = int(min(80, max(48, row.height() * 0.7)))
    inner.setLeft(inner.left() + draw_mark(sheet, frame.mark_of(sheet, option), inner, size))
    if ticks:
        side = min(64.0, row.height() * 0.5)
        tick = QRectF(inner.right() - side, row.center().y() - side / 2, side, side)
        sheet.outline(tick, "muted", 5, 12)
        inner.setRight(tick.left() - 24)
    label = option.label
    if option.blocked:
        label = sheet.look.t("{option} (does not fit)", option=option.label)
    sheet.say(frame.spoken(option))
    sheet.write(label, inner, kind, "muted" if option.blocked else "ink", LEFT, MIDDLE)


def _scale(sheet: Sheet, labels: tuple[str, ...], box: QRectF) -> None:
    """A line with a place to stand for each answer, and its words below."""
    places = frame.columns(box, len(labels), 16)
    wide = places[0].width() if places else 0.0
    kind = Type(Kind.OPTION, 64, 64, leading=1.06)
    deep = max((sheet.measure(label, kind, wide).height for label in labels), default=0.0)
    y = box.top() + max(54.0, min(150.0, box.height() - deep - 76))
    sheet.line(QPointF(places[0].center().x(), y), QPointF(places[-1].center().x(), y), "line", 10)
    dot = Mark("", Shape.CIRCLE, sheet.theme.colour("accent"))
    number = Type(Kind.NUMBER, 64, 64, QFont.Weight.Bold, 1.0)
    for point, (label, place) in enumerate(zip(labels, places, strict=True), start=1):
        draw_shape(sheet, dot, QPointF(place.center().x(), y), 52)
        disc = QRectF(place.center().x() - 52, y - 52, 104, 104)
        sheet.write(str(point), disc, number, "on_accent", CENTRE, MIDDLE)
        below = QRectF(place.left(), y + 70, wide, box.bottom() - y - 70)
        sheet.write(label, below, kind, "ink", CENTRE, TOP)
        sheet.say(f"{point}: {label}")


def _consent(sheet: Sheet, dilemma: DilemmaView, vote: VoteView, box: QRectF) -> None:
    t = sheet.look.t
    asked = t("Can you live with this?")
    sheet.say(asked)
    used = frame.title(sheet, asked, box, 110, 110)
    rest = frame.below(box, used, 28)
    answers = QRectF(rest.left(), rest.bottom() - 240, rest.width(), 240)
    rest.setBottom(answers.top() - 28)
    _candidates(sheet, dilemma, vote, rest)
    yes, no = t("No objection"), t("An objection, with a reason")
    marks = (("check", yes), ("hand", no))
    for (icon, answer), row in zip(marks, frame.rows(answers, 2, 16, 112), strict=True):
        sheet.panel(row)
        sheet.icon(icon, QRectF(row.left() + 32, row.center().y() - 34, 68, 68), "accent")
        sheet.write(answer, row.adjusted(132, 0, -24, 0), sheet.option, "ink", LEFT, MIDDLE)
        sheet.say(answer)


def _objected(sheet: Sheet, view: PublicView, dilemma: DilemmaView, asked: ConsentView) -> None:
    """Say how many object, to what, and that other words are sought."""
    t = sheet.look.t
    frame.header(sheet, view, t(VOTES[Vote.CONSENT]))
    told = results.objections_sentence(t, asked.objections, asked.valid - asked.objections)
    sought = t("Which words can everybody live with?")
    sheet.say(told)
    box = QRectF(frame.CONTENT)
    rest = frame.below(box, frame.title(sheet, told, box, 110, 80), 56)
    rest.setBottom(box.bottom() - 120)
    _candidates(sheet, dilemma, asked, rest)
    sheet.say(sought)
    foot = QRectF(box.left(), box.bottom() - 110, box.width(), 100)
    sheet.write(sought, foot, sheet.text_type.sized(80, 64), "accent", LEFT, MIDDLE)


def _candidates(
    sheet: Sheet, dilemma: DilemmaView, vote: VoteView | ConsentView, box: QRectF
) -> None:
    chosen = [o for o in dilemma.options if o.id in vote.candidates]
    told = QRectF(box)
    tall = 110 if len(chosen) == 1 else 88
    for option, row in zip(chosen, frame.rows(box, len(chosen), 8, tall * 1.1), strict=True):
        used = draw_mark(sheet, frame.mark_of(sheet, option), row, tall - 8)
        sheet.say(frame.spoken(option))
        label = row.adjusted(used, 0, 0, 0)
        kind = sheet.option.sized(tall - 8, sheet.option.least).bold()
        sheet.write(option.label, label, kind, "ink", LEFT, MIDDLE)
        told = frame.below(box, row, 12)
    text = vote.amended or (chosen[0].description if len(chosen) == 1 else "")
    if text and sheet.measure(text, sheet.text_type, told.width()).height <= told.height():
        sheet.say(text)
        sheet.write(text, told, sheet.text_type)
    elif vote.amended:
        sheet.say(text)
        sheet.write(text, told, sheet.text_type.sized(64, 48))


def _strip(sheet: Sheet, vote: VoteView) -> None:
    """Who is in, by arrival, and the exact total."""
    t = sheet.look.t
    box = QRectF(frame.CONTENT)
    box.setTop(frame.CONTENT.bottom() - _STRIP)
    count = t("{cast} of {present}", cast=vote.cast, present=vote.present)
    number = Type(Kind.NUMBER, 110, 80, QFont.Weight.Bold, 1.0)
    wide = sheet.width(count, number)
    sheet.write(count, box, number, "ink", RIGHT, MIDDLE)
    sheet.say(
        t.plural(
            "{cast} of {present} has voted",
            "{cast} of {present} have voted",
            vote.cast,
            cast=vote.cast,
            present=vote.present,
        )
    )
    seats = box.adjusted(0, 8, -wide - 64, -8)
    if vote.voting is Voting.TABLE:
        seats.setWidth(min(seats.width(), vote.present * 120.0))
    draw_seats(sheet, seats, vote.cast, vote.present)
