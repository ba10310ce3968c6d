"""Before the vote: the news, the story with its picture, the role card, and how we decide."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainterPath

from dilemmaspel.desktop.beamer import frame
from dilemmaspel.desktop.beamer.layout import Kind, Type
from dilemmaspel.desktop.beamer.sheet import CENTRE, MIDDLE, RIGHT, Sheet
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.scenario import Picture
from dilemmaspel.game.terms import Rule
from dilemmaspel.game.views import DilemmaView, PublicView
from dilemmaspel.words import RULES, rule_sentence

_PICTURE: Final = QRectF(96, 148, 704, 470)


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
    words = QRectF(864, 140, 960, 860)
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
    block = sheet.measure(dilemma.question, kind, 960, max(1.0, spare))
    return kind if block.size >= kind.least and words <= 40 else None


def draw_picture(sheet: Sheet, picture: Picture, box: QRectF) -> None:
    """Draw a picture that fills a box, or say in words what it would show."""
    sheet.say(picture.alt)
    image = sheet.look.pictures.image(picture, QSize(round(box.width()), round(box.height())))
    if image is None:
        _stand_in(sheet, picture.alt, box)
        return
    clip = QPainterPath()
    clip.addRoundedRect(box, sheet.sizes.radius, sheet.sizes.radius)
    sheet.painter.save()
    sheet.painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    sheet.painter.drawImage(box, image, _middle_of(image, box))
    sheet.painter.restore()


def _stand_in(sheet: Sheet, alt: str, box: QRectF) -> None:
    sheet.panel(box)
    inner = box.adjusted(40, 40, -40, -40)
    sheet.write(alt, inner, sheet.axis, "muted", CENTRE, MIDDLE)


def _middle_of(image: QImage, box: QRectF) -> QRectF:
    """The part of an image with the proportions of a box."""
    scale = min(image.width() / box.width(), image.height() / box.height())
    wide, high = box.width() * scale, box.height() * scale
    return QRectF((image.width() - wide) / 2, (image.height() - high) / 2, wide, high)


def paint_news(sheet: Sheet, view: PublicView) -> None:
    """Paint a newspaper's front page: what happened since the last decision."""
    t = sheet.look.t
    lines = [one.text for one in view.news]
    if view.dilemma is not None and view.dilemma.event:
        lines = [view.dilemma.event, *lines]
    if not lines:
        lines = [t("A quiet year. There is no news from earlier choices.")]
    place = view.place.split(",")[0]
    front_page(sheet, t("News from {place}", place=place) if place else t("News"), view, lines)


def front_page(sheet: Sheet, name: str, view: PublicView, lines: list[str]) -> None:
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


def _headlines(sheet: Sheet, lines: list[str], box: QRectF) -> None:
    """News lines, one under the other, as large as all of them can be."""
    gap = 56.0
    for size in range(110 if len(lines) == 1 else 88, 47, -4):
        weight = QFont.Weight.DemiBold
        kinds = [Type(Kind.TEXT, size, size, weight, 1.16, balanced=len(lines) == 1)] * len(lines)
        blocks = [
            sheet.measure(line, kind, box.width()) for line, kind in zip(lines, kinds, strict=True)
        ]
        if sum(block.height for block in blocks) + gap * (len(lines) - 1) <= box.height():
            break
    y = box.top()
    for number, block in enumerate(blocks):
        if number:
            line = y - gap / 2
            sheet.line(QPointF(box.left(), line), QPointF(box.right(), line), "faint", 3)
        y = sheet.put(block, box, y).bottom() + gap


def paint_briefing(sheet: Sheet, view: PublicView) -> None:
    """Paint the invitation to read one's card: what may be said, and what is yours alone."""
    t = sheet.look.t
    frame.header(sheet, view)
    box = QRectF(96, 200, 980, 760)
    title = t("Read your role card")
    advice = t("Keep it to yourself for now. You decide later what you tell.")
    sheet.say(title, advice)
    used = frame.title(sheet, title, box, 160, 110)
    sheet.write(advice, frame.below(box, used, 40), sheet.text_type.sized(72, 64), "muted")
    card = QRectF(1180, 190, 600, 760)
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
        used = sheet.write(name, text, Type(Kind.TEXT, 64, 56, QFont.Weight.Bold, 1.1))
        rest = QRectF(text.left(), used.bottom() + 6, text.width(), 120)
        sheet.write(meaning, rest, sheet.axis, "muted")
        sheet.say(f"{name}. {meaning}")
    middle = card.top() + 372
    sheet.line(QPointF(card.left() + 48, middle), QPointF(card.right() - 48, middle), "faint", 4)


def paint_rule(sheet: Sheet, view: PublicView) -> None:
    """Paint how the group decides, in a sentence, before the first vote."""
    t, dilemma = sheet.look.t, view.dilemma
    if dilemma is None:
        return
    frame.header(sheet, view)
    label = t("How we decide")
    name = t(RULES[dilemma.rule].name)
    sentence = rule_sentence(t, dilemma.rule, dilemma.threshold, _decider(view, dilemma.decider))
    sheet.say(label, name, sentence)
    box = QRectF(96, 190, 1728, 790)
    used = sheet.write(label, box, sheet.text_type.sized(64, 64).bold(), "accent")
    rest = frame.below(box, used, 20)
    used = frame.title(sheet, name, rest, 160, 110)
    rest = frame.below(box, used, 48)
    rest.setWidth(1500)
    rest.setHeight(rest.height() - 140)
    told = sheet.write(sentence, rest, sheet.text_type.sized(88, 64))
    if dilemma.rule in _BARS:
        share = float(dilemma.threshold) if dilemma.threshold else _BARS[dilemma.rule]
        _bar(sheet, share, QRectF(96, told.bottom() + 56, 1728, 72))


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
