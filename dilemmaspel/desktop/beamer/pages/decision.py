"""The decision, what it does now, and what it means for the money."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from dilemmaspel.desktop.beamer import frame
from dilemmaspel.desktop.beamer.layout import Kind, Type
from dilemmaspel.desktop.beamer.sheet import LEFT, MIDDLE, RIGHT, Sheet
from dilemmaspel.desktop.figures.bars import Bar, draw_bars
from dilemmaspel.desktop.figures.marks import draw_arrow, draw_mark, draw_same, mark_width
from dilemmaspel.desktop.figures.stacks import draw_stacks, hatched
from dilemmaspel.game.proposal import Next, Reason, StepResult
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import DecisionView, DilemmaView, EffectView, PublicView
from dilemmaspel.texts import Texts
from dilemmaspel.words import MOVEMENTS, PROPOSALS, RULES, TIE_BREAKS, indicator, money, results

_SMALL: Final = 3
"""A change of fewer points than this counts as about the same (game model 3.2)."""
_SAID_BY_RULE: Final = frozenset(
    {
        Reason.MOST_VOTES,
        Reason.MEAN,
        Reason.ORDER,
        Reason.NO_OBJECTION,
        Reason.FACILITATOR_RULE,
    }
)
_SAID_BY_STEPS: Final = frozenset({Reason.RUNOFF_WON, Reason.STATUS_QUO, Reason.LOT})


def paint(sheet: Sheet, view: PublicView) -> None:
    """Paint what was chosen, why, and what happens now."""
    t, dilemma, decision = sheet.look.t, view.dilemma, view.decision
    if dilemma is None:
        return
    frame.header(sheet, view)
    box = QRectF(frame.CONTENT)
    decided = decision is not None and bool(decision.options)
    confirmed = decision is not None and decision.confirmed
    label = t("The decision") if decided and confirmed else t("This is what the votes say")
    if not decided:
        label = t("There is no decision yet")
    sheet.say(label)
    used = sheet.write(label, box, sheet.text_type.bold(), "accent")
    box = frame.below(box, used, 20)
    if decision is None:
        return
    box = _why(sheet, dilemma, decision, box)
    if not decided:
        _open(sheet, dilemma, decision, box)
        return
    if dilemma.type is QuestionType.POINTS and decision.shares:
        box = _shares(sheet, decision, box)
    else:
        box = _chosen(sheet, dilemma, decision, box)
    if decision.outcome:
        sheet.say(decision.outcome)
        sheet.write(decision.outcome, box, sheet.text_type.sized(72, 64))


def _open(sheet: Sheet, dilemma: DilemmaView, decision: DecisionView, box: QRectF) -> None:
    """Why there is no decision, large, and the options it is between."""
    proposal = decision.proposal
    if proposal is None:
        return
    reason = sheet.look.t(PROPOSALS[proposal.reason])
    sheet.say(reason)
    rest = frame.below(box, frame.title(sheet, reason, box, 110, 80), 36)
    between = [o for o in dilemma.options if o.id in (proposal.tied or proposal.candidates)]
    for option, row in zip(between, frame.rows(rest, len(between), 12, 110), strict=True):
        sheet.say(frame.spoken(option))
        used = draw_mark(sheet, frame.mark_of(sheet, option), row, 80)
        label = row.adjusted(used, 0, 0, 0)
        sheet.write(option.label, label, sheet.option, "ink", LEFT, MIDDLE)


def _chosen(sheet: Sheet, dilemma: DilemmaView, decision: DecisionView, box: QRectF) -> QRectF:
    """The chosen options, large; return the room below them."""
    count = len(decision.options)
    wanted = Type(Kind.OPTION, 128 if count == 1 else 88, 72, QFont.Weight.Bold, 1.06)
    for option in decision.options:
        row = QRectF(box)
        used = 0.0
        marked = dilemma.type is not QuestionType.AGREEMENT
        mark = frame.mark_of(sheet, option)
        most = mark_width(sheet, mark, wanted.size) if marked else 0.0
        block = sheet.measure(option.label, wanted, box.width() - most, box.height() * 0.6)
        if marked:
            line = QRectF(row.left(), row.top(), row.width(), block.line_height)
            used = draw_mark(sheet, mark, line, block.size)
            sheet.say(frame.spoken(option))
        else:
            sheet.say(option.label)
        told = sheet.put(block, row.adjusted(used, 0, 0, 0), row.top())
        box = frame.below(box, told, 20)
    return frame.below(box, QRectF(box.left(), box.top(), 1, 0), 12)


def _shares(sheet: Sheet, decision: DecisionView, box: QRectF) -> QRectF:
    """How the points were divided; return the room below the bars."""
    outcome = sheet.measure(decision.outcome, sheet.text_type, box.width()).height
    area = QRectF(box)
    area.setHeight(max(box.height() * 0.72, box.height() - outcome - 28))
    most = max(decision.shares.values(), default=1) or 1
    bars = tuple(
        Bar(
            frame.mark_of(sheet, option),
            option.label,
            decision.shares.get(option.id, 0) / most,
            str(decision.shares.get(option.id, 0)),
            strong=decision.shares.get(option.id, 0) == most,
        )
        for option in sorted(decision.options, key=lambda one: one.index)
    )
    for bar in bars:
        sheet.say(f"{bar.label}: {bar.number}")
    draw_bars(sheet, bars, area, 110)
    return frame.below(box, area, 28)


def _why(sheet: Sheet, dilemma: DilemmaView, decision: DecisionView, box: QRectF) -> QRectF:
    """Write the rule and its steps at the bottom; return the room above."""
    t = sheet.look.t
    lines = why(t, dilemma, decision)
    sheet.say(*lines)
    text = " ".join(lines)
    block = sheet.measure(text, sheet.axis, box.width())
    sheet.put(block, box, box.bottom() - block.height, "muted")
    return QRectF(box.left(), box.top(), box.width(), box.height() - block.height - 24)


def why(t: Texts, dilemma: DilemmaView, decision: DecisionView) -> tuple[str, ...]:
    """Say by which rule it was decided, which steps it took, and what another weighing says."""
    proposal = decision.proposal
    rule = t(RULES[decision.rule].name)
    name = rule[:1].lower() + rule[1:]
    decided = t("How we decided: {rule}.", rule=name)
    lines = [decided if decision.options else t("How we decide: {rule}.", rule=name)]
    if decision.fallback_used:
        first = t(RULES[dilemma.rule].name)
        lines.append(t("“{rule}” did not work out.", rule=first))
    if decision.by_facilitator and decision.reason:
        lines.append(t("Reason: {reason}", reason=decision.reason))
    elif proposal is not None:
        quiet = _SAID_BY_RULE | _SAID_BY_STEPS
        said = proposal.reason in quiet or not decision.options
        lines.append("" if said else t(PROPOSALS[proposal.reason]))
    if proposal is not None:
        lines.extend(_steps(t, decision))
        if proposal.differs and proposal.next is Next.DECIDED:
            lines.append(_otherwise(t, dilemma, decision))
    return tuple(dict.fromkeys(line for line in lines if line))


def _steps(t: Texts, decision: DecisionView) -> list[str]:
    proposal = decision.proposal
    if proposal is None:
        return []
    return [t(TIE_BREAKS[one.step]) for one in proposal.steps if one.result is StepResult.BROKEN]


def _otherwise(t: Texts, dilemma: DilemmaView, decision: DecisionView) -> str:
    """What wins under the weighing that was not used."""
    proposal = decision.proposal
    if proposal is None:
        return ""
    by_heads = set(proposal.chosen) == set(proposal.raw_winner)
    other = proposal.weighted_winner if by_heads else proposal.raw_winner
    options = [option for option in dilemma.options if option.id in other]
    if not options:
        return ""
    named = results.letters(t, options)
    if by_heads:
        return t("When every role counts equally, {options} is on top.", options=named)
    return t("When every person counts equally, {options} is on top.", options=named)


def paint_effects(sheet: Sheet, view: PublicView) -> None:
    """Paint what the decision does at once to the seven measures."""
    t, decision = sheet.look.t, view.decision
    frame.header(sheet, view)
    frame.footnote(sheet)
    heading = t("What it does now")
    sheet.say(heading)
    box = frame.above_footnote()
    used = frame.title(sheet, heading, box, 80, 80)
    effects = decision.effects if decision else ()
    places = frame.rows(frame.below(box, used, 12), len(effects), 6, 108)
    for effect, row in zip(effects, places, strict=True):
        _effect(sheet, effect, row, numbers=view.show_numbers)


def _effect(sheet: Sheet, effect: EffectView, row: QRectF, *, numbers: bool) -> None:
    t = sheet.look.t
    moved = effect.delta != 0
    if moved:
        sheet.panel(row, "panel", 10)
    inner = row.adjusted(28, 0, -28, 0)
    name = indicator(t, effect.indicator)
    kind = Type(Kind.AXIS, 60, 48, QFont.Weight.Bold if moved else QFont.Weight.Normal, 1.0)
    colour = "ink" if moved else "muted"
    words = QRectF(inner.left(), inner.top(), 740, inner.height())
    sheet.write(name, words, kind, colour, LEFT, MIDDLE)
    arrows = QRectF(inner.left() + 770, inner.top(), 190, inner.height())
    _arrows(sheet, effect, arrows)
    said = movement(t, effect)
    word = QRectF(arrows.right() + 24, inner.top(), 340, inner.height())
    sheet.write(said, word, kind, colour, LEFT, MIDDLE)
    if not numbers:
        sheet.say(f"{name}: {said}")
        return
    change = f"{effect.before} → {effect.after}" if moved else f"{effect.after}"
    sheet.say(f"{name}: {said}, {change}")
    sheet.write(change, inner, kind, colour, RIGHT, MIDDLE)


def movement(t: Texts, effect: EffectView) -> str:
    """Say in a word or two what happened to an indicator."""
    if not effect.delta:
        return t(MOVEMENTS[None])
    if abs(effect.delta) < _SMALL:
        return t("a little better") if effect.better else t("a little worse")
    return t(MOVEMENTS[effect.better])


def _arrows(sheet: Sheet, effect: EffectView, box: QRectF) -> None:
    """One to three triangles in the direction it moved, a small one for a little; or two lines."""
    size = abs(effect.delta)
    middle = box.center().y()
    if not size:
        draw_same(sheet, QPointF(box.left() + 30, middle), 30)
        return
    count = 1 if size <= 5 else 2 if size <= 9 else 3
    radius = 18 if size < _SMALL else 28
    for number in range(count):
        centre = QPointF(box.left() + 30 + number * 62, middle)
        draw_arrow(sheet, centre, radius, up=effect.delta > 0, solid=bool(effect.better))


def paint_budget(sheet: Sheet, view: PublicView) -> None:
    """Paint what is fixed and what is free in the next four years, and the pot."""
    t, decision = sheet.look.t, view.decision
    frame.header(sheet, view)
    frame.footnote(sheet)
    box = frame.above_footnote()
    heading = t("Fixed and free")
    sheet.say(heading)
    used = frame.title(sheet, heading, box, 80, 80)
    rest = frame.below(box, used, 24)
    if decision is None:
        return
    names = [t("year {n}", n=room.year) for room in decision.room]
    for room, name in zip(decision.room, names, strict=True):
        sheet.say(
            t(
                "{year}: {fixed} fixed, {free} free",
                year=name,
                fixed=money.euros(t, room.committed),
                free=money.euros(t, room.free),
            )
        )
    chart = QRectF(rest.left(), rest.top(), 1030, rest.height())
    draw_stacks(sheet, decision.room, names, chart)
    _money_words(sheet, decision, QRectF(1180, rest.top(), 644, rest.height()))


def _money_words(sheet: Sheet, decision: DecisionView, box: QRectF) -> None:
    t = sheet.look.t
    words = (t("fixed"), t("free"), t("short"))
    y = box.top()
    short = money.first_shortage(t, decision.room)
    hatches = any(room.short for room in decision.room)
    for number, word in enumerate(words if hatches else words[:2]):
        swatch = QRectF(box.left(), y + 6, 64, 48)
        if number == 0:
            sheet.panel(swatch, "accent", 6)
        elif number == 1:
            sheet.panel(swatch, "accent_soft", 6)
            sheet.outline(swatch.adjusted(2, 2, -2, -2), "accent", 4, 6)
        else:
            hatched(sheet, swatch)
        label = QRectF(box.left() + 88, y, box.width() - 88, 60)
        sheet.write(word, label, sheet.axis, "ink", LEFT, MIDDLE)
        y += 72
    unit = sheet.write(
        t("in thousands of euros a year"),
        QRectF(box.left(), y, box.width(), 130),
        sheet.axis,
        "muted",
    )
    rest = frame.below(box, unit, 28)
    pot = t("In the pot: {amount}", amount=money.euros(t, decision.reserve))
    sheet.say(pot)
    used = sheet.write(pot, rest, sheet.text_type.bold())
    if short:
        sheet.say(short)
        sheet.write(short, frame.below(rest, used, 20), sheet.text_type, "danger")
