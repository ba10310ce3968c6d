"""Before the vote: the news, the story with its picture, the role card, and how we decide."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainterPath

from dilemmaspel.desktop.beamer import frame
from dilemmaspel.desktop.beamer.layout import FLOOR, Block, Kind, Type
from dilemmaspel.desktop.beamer.sheet import CENTRE, LEFT, MIDDLE, RIGHT, Sheet
from dilemmaspel.desktop.figures.marks import draw_mark
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.scenario import Picture
from dilemmaspel.game.terms import QuestionType, Rule
from dilemmaspel.game.views import DilemmaView, OptionView, PublicView
from dilemmaspel.words import RULES, fallback_sentence, money, rule_sentence

_TABLE: Final = Type(Kind.AXIS, 48, 48, QFont.Weight.Bold, 1.0)
_PICTURE: Final = QRectF(96, 148, 720, 450)


def paint_story(sheet: Sheet, view: PublicView) -> None:
    """Paint a frame of the story, with the picture and the title at the left."""
    dilemma = view.dilemma
    if dilemma is None:
        return
    frame.header(sheet, view)
    left = QRectF(_PICTURE)
    sheet.say(dilemma.title)
    picture = dilemma.picture
    if picture is not None:
        draw_picture(sheet, picture, _PICTURE)
        left = QRectF(96, _PICTURE.bottom() + 28, _PICTURE.width(), 1000 - _PICTURE.bottom() - 28)
    frame.title(sheet, dilemma.title, left, 96, 64)
    words = QRectF(872, 140, 952, 860)
    sheet.say(view.frame)
    kind = sheet.text_type.sized(80, 64)
    block = sheet.measure(view.frame, kind, words.width(), words.height())
    question = _closing_question(sheet, view, dilemma, words.height() - block.height - 64)
    if question is None:
        sheet.put(block, words, words.top() + _lift(words.height() - block.height))
        return
    told = sheet.put(block, words, words.top())
    sheet.say(dilemma.question)
    sheet.write(dilemma.question, frame.below(words, told, 48), question, "accent")


def _lift(spare: float) -> float:
    """Short texts stand a little lower, at the height of the picture's middle."""
    return max(0.0, min(spare * 0.32, 120.0))


def _closing_question(
    sheet: Sheet, view: PublicView, dilemma: DilemmaView, spare: float
) -> Type | None:
    """The type for the question under the last frame, if it fits there in its full size."""
    if not dilemma.frames or view.frame != dilemma.frames[-1]:
        return None
    words = len(view.frame.split()) + len(dilemma.question.split()) + len(dilemma.title.split())
    kind = sheet.question(dilemma.question)
    block = sheet.measure(dilemma.question, kind, 952, max(1.0, spare))
    return kind if block.size >= kind.least and words <= 40 else None


def draw_picture(sheet: Sheet, picture: Picture, box: QRectF, radius: float = 16) -> None:
    """Draw a picture that fills a box, or say in words what it would show."""
    sheet.say(picture.alt)
    image = sheet.look.pictures.image(picture, QSize(round(box.width()), round(box.height())))
    if image is None:
        _stand_in(sheet, picture.alt, box)
        return
    clip = QPainterPath()
    clip.addRoundedRect(box, radius, radius)
    sheet.painter.save()
    sheet.painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    sheet.painter.drawImage(box, image, _middle_of(image, box))
    sheet.painter.restore()


def _stand_in(sheet: Sheet, alt: str, box: QRectF) -> None:
    sheet.panel(box)
    inner = box.adjusted(72, 40, -72, -40)
    sheet.write(alt, inner, sheet.axis, "muted", CENTRE, MIDDLE)


def _middle_of(image: QImage, box: QRectF) -> QRectF:
    """The part of an image with the proportions of a box."""
    scale = min(image.width() / box.width(), image.height() / box.height())
    wide, high = box.width() * scale, box.height() * scale
    return QRectF((image.width() - wide) / 2, (image.height() - high) / 2, wide, high)


def paint_news(sheet: Sheet, view: PublicView) -> None:
    """Paint a newspaper's front page: what happened since the last decision."""
    t = sheet.look.t
    lines = view.news or (t("A quiet year. There is no news from earlier choices."),)
    place = view.place.split(",")[0]
    front_page(sheet, t("News from {place}", place=place) if place else t("News"), view, lines)


def front_page(sheet: Sheet, name: str, view: PublicView, lines: Sequence[str]) -> None:
    """Paint a masthead with the year, and the news lines below it, the first one largest."""
    t = sheet.look.t
    paper = QRectF(96, 48, 1728, 976)
    sheet.panel(paper, "card", 6)
    sheet.outline(paper, "faint", 3, 6)
    inner = paper.adjusted(64, 36, -64, -44)
    year = t("Year {n}", n=view.year)
    sheet.say(name, year, *lines)
    mast = Type(Kind.QUESTION, 96, 72, QFont.Weight.Bold, 1.1)
    used = sheet.write(name, QRectF(inner.left(), inner.top(), inner.width() - 280, 130), mast)
    when = QRectF(inner.right() - 280, used.top(), 280, used.height())
    sheet.write(
        year, when, Type(Kind.NUMBER, 72, 64, QFont.Weight.DemiBold), "accent", RIGHT, MIDDLE
    )
    y = used.bottom() + 14
    for offset, thick in ((0, 8), (16, 3)):
        sheet.line(
            QPointF(inner.left(), y + offset), QPointF(inner.right(), y + offset), "ink", thick
        )
    _headlines(sheet, lines, QRectF(inner.left(), y + 44, inner.width(), inner.bottom() - y - 44))


def _headlines(sheet: Sheet, lines: Sequence[str], box: QRectF) -> None:
    """News lines, one under the other, as large as all of them can be."""
    gap = 56.0
    blocks: list[Block] = []
    for size in range(120 if len(lines) == 1 else 88, FLOOR - 1, -4):
        kind = Type(Kind.TEXT, size, size, QFont.Weight.DemiBold, 1.14, balanced=len(lines) == 1)
        blocks = [sheet.measure(line, kind, box.width()) for line in lines]
        if sum(block.height for block in blocks) + gap * (len(lines) - 1) <= box.height():
            break
    y = box.top()
    for number, block in enumerate(blocks):
        if number:
            line = y - gap / 2
            sheet.line(QPointF(box.left(), line), QPointF(box.right(), line), "faint", 3)
        y = sheet.put(block, box, y).bottom() + gap
    _small_print(sheet, QRectF(box.left(), y - gap + 48, box.width(), box.bottom() - y + gap - 48))


def _small_print(sheet: Sheet, box: QRectF) -> None:
    """The rest of a newspaper: columns of lines that nobody has to read."""
    if box.height() < 120:
        return
    lines = int(box.height() // 30)
    for column in frame.columns(box, 4, 40):
        for number in range(lines):
            y = column.top() + 15 + number * 30
            last = number == lines - 1
            right = column.left() + column.width() * (0.55 if last else 1.0)
            sheet.line(QPointF(column.left(), y), QPointF(right, y), "panel", 8)


def paint_briefing(sheet: Sheet, view: PublicView) -> None:
    """Paint the invitation to read one's card: what may be said, and what is yours alone."""
    t = sheet.look.t
    frame.header(sheet, view)
    box = QRectF(96, 200, 960, 760)
    title = t("Read your role card")
    advice = t("Keep it to yourself for now. You decide later what you tell.")
    sheet.say(title, advice)
    used = frame.title(sheet, title, box, 160, 110)
    sheet.write(advice, frame.below(box, used, 40), sheet.text_type.sized(72, 64), "muted")
    card = QRectF(1120, 190, 704, 760)
    sheet.panel(card, "card", 28)
    sheet.outline(card, "line", 4, 28)
    half = (
        ("talk", t("What you want"), t("You may say this aloud.")),
        ("hidden", t("Only you know this"), t("You choose when to tell.")),
    )
    for number, (icon, name, meaning) in enumerate(half):
        top = card.top() + 48 + number * 348
        sheet.icon(icon, QRectF(card.left() + 48, top, 88, 88), "accent")
        text = QRectF(card.left() + 48, top + 104, card.width() - 96, 92)
        used = sheet.write(name, text, Type(Kind.TEXT, 64, 64, QFont.Weight.Bold, 1.1))
        rest = QRectF(text.left(), used.bottom() + 6, text.width(), 120)
        sheet.write(meaning, rest, sheet.axis, "muted")
        sheet.say(f"{name}. {meaning}")
    middle = card.top() + 372
    sheet.line(QPointF(card.left() + 48, middle), QPointF(card.right() - 48, middle), "faint", 4)


def paint_rule(sheet: Sheet, view: PublicView) -> None:
    """Paint how the group decides, before the first vote; and what the options cost."""
    t, dilemma = sheet.look.t, view.dilemma
    if dilemma is None:
        return
    frame.header(sheet, view, t("How we decide"))
    name = t(RULES[dilemma.rule].name)
    decider = _decider(view, dilemma.decider)
    sentence = rule_sentence(t, dilemma.rule, dilemma.threshold, decider)
    otherwise = fallback_sentence(t, dilemma.fallback, decider)
    sheet.say(t("How we decide"), name, sentence, otherwise)
    costs = any(money.price(t, option.cost) for option in dilemma.options)
    priced = costs and dilemma.type is not QuestionType.POINTS
    box = QRectF(96, 130 if priced else 200, 1728, 870 if priced else 800)
    used = frame.title(sheet, name, box, 110 if priced else 160, 110)
    rest = frame.below(box, used, 12 if priced else 40)
    told = _told(sheet, (sentence, otherwise), rest, 64 if priced else 88)
    if priced:
        _prices(sheet, dilemma.options, frame.below(rest, told, 28))
    elif dilemma.rule in _BARS:
        share = float(dilemma.threshold) if dilemma.threshold else _BARS[dilemma.rule]
        _bar(sheet, share, QRectF(96, told.bottom() + 72, 1728, 72))


def _told(sheet: Sheet, sentences: tuple[str, str], box: QRectF, size: int) -> QRectF:
    """Write the rule, and under it what happens when it fails."""
    sentence, otherwise = sentences
    kind = replace(sheet.text_type.sized(size, 64), leading=1.12)
    room = QRectF(box.left(), box.top(), box.width(), box.height() * (0.34 if otherwise else 0.6))
    used = sheet.write(sentence, room, kind)
    if not otherwise:
        return used
    room.moveTop(used.bottom() + 8)
    return sheet.write(otherwise, room, kind, "muted")


def _prices(sheet: Sheet, options: Sequence[OptionView], box: QRectF) -> None:
    """A table of the options with what each costs, and whether that fits."""
    t = sheet.look.t
    for option, row in zip(options, frame.rows(box, len(options), 8, 132), strict=True):
        sheet.line(QPointF(row.left(), row.top() - 4), QPointF(row.right(), row.top() - 4), "faint")
        used = draw_mark(sheet, frame.mark_of(sheet, option), row, 64)
        label = QRectF(row.left() + used, row.top(), 776 - used, row.height())
        sheet.write(option.label, label, _TABLE, "ink", LEFT, MIDDLE)
        price = money.price(t, option.cost) or t("costs nothing extra")
        short = money.misfit(t, option.room)
        cell = QRectF(row.left() + 800, row.top(), row.width() - 800, row.height())
        sheet.say(f"{frame.spoken(option)}: {price}. {short}")
        shown = f"{price}\n{short}" if short else price
        sheet.write(shown, cell, sheet.axis, "ink", LEFT, MIDDLE)


_BARS: Final = {Rule.MAJORITY: 0.5, Rule.SUPERMAJORITY: 2 / 3, Rule.CONSENSUS: 0.75}


def _bar(sheet: Sheet, share: float, box: QRectF) -> None:
    """All votes as a bar, with the mark that has to be reached."""
    sheet.panel(box, "panel", box.height() / 2)
    part = QRectF(box)
    part.setWidth(box.width() * share)
    sheet.panel(part, "accent_soft", box.height() / 2)
    x = box.left() + box.width() * share
    sheet.line(QPointF(x, box.top() - 16), QPointF(x, box.bottom() + 16), "accent", 10)


def _decider(view: PublicView, role_id: RoleId | None) -> str:
    return next((one.role.short for one in view.roles if one.role.id == role_id), "")
