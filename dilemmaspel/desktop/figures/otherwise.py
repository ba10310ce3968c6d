"""Deciding otherwise: the same ballots under other rules, and other paths through the dilemmas."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dilemmaspel.debrief.figures import (
    Came,
    OtherRules,
    Path,
    PathKind,
    PathStep,
    RuleOutcome,
    Turn,
    WhatIf,
)
from dilemmaspel.desktop.beamer.layout import Type
from dilemmaspel.desktop.beamer.sheet import BOTTOM, CENTRE, LEFT, MIDDLE, Sheet
from dilemmaspel.desktop.figures.kit import (
    columns,
    em,
    fitted,
    foot_note,
    heading,
    plain,
    rows,
    rule,
    signs,
    split,
    strong,
    under,
    widest,
    words,
)
from dilemmaspel.desktop.figures.marks import draw_arrow, draw_same
from dilemmaspel.texts import mark

_SAME: Final = 2
_UPRIGHT: Final = 0.85
"""Letters of the heads that are written upwards, in labels: they take room from the rows."""
_SHORT: Final = {
    Came.DECIDED: mark("decided"),
    Came.RUNOFF: mark("a run-off"),
    Came.TIED: mark("a tie"),
    Came.NOT_REACHED: mark("not reached"),
    Came.NO_VOTES: mark("no votes"),
}
"""What fits in a cell; the table says it whole."""


def draw_rules(sheet: Sheet, figure: OtherRules, box: QRectF) -> bool:
    """Draw a row per rule, a column per dilemma; another result than ours has a frame."""
    if not figure.dilemmas:
        return False
    t, unit = sheet.look.t, em(sheet)
    others = (words(sheet, one.name) for d in figure.dilemmas for one in d.outcomes if not one.real)
    names = [t("This is how it went"), *dict.fromkeys(others)]
    titles = [f"{d.dilemma.number}  {d.dilemma.title}" for d in figure.dilemmas]
    wide = widest(sheet, names, strong(sheet), box.width() * 0.34) + unit * 0.4
    area = QRectF(box)
    if any(outcome.differs for found in figure.dilemmas for outcome in found.outcomes):
        foot_note(sheet, t("Framed: another result than ours."), box)
        area = box.adjusted(0, 0, 0, -unit * 1.3)
    _, right = split(area, wide)
    cells = columns(right, (1,) * len(titles), unit * 0.3)
    top = heading(sheet, area, titles, cells)
    each = rows(under(area, top), len(names), unit * 1.9)
    for number, (name, row) in enumerate(zip(names, each, strict=True)):
        rule(sheet, row)
        label = QRectF(row.left(), row.top(), wide - unit * 0.4, row.height())
        sheet.write(name, label, plain(sheet) if number else strong(sheet), "ink", LEFT, MIDDLE)
        for found, place in zip(figure.dilemmas, cells, strict=True):
            cell = QRectF(place.left(), row.top(), place.width(), row.height())
            for outcome in found.outcomes:
                if name == (names[0] if outcome.real else words(sheet, outcome.name)):
                    _outcome(sheet, outcome, cell.adjusted(0, unit * 0.1, 0, -unit * 0.1))
    return True


def _outcome(sheet: Sheet, outcome: RuleOutcome, cell: QRectF) -> None:
    unit, points = em(sheet), outcome.points
    if outcome.differs:
        frame = cell.adjusted(unit * 0.05, unit * 0.05, -unit * 0.05, -unit * 0.05)
        sheet.outline(frame, "accent", unit * 0.09, unit * 0.2)
    inner = cell.adjusted(unit * 0.3, 0, -unit * 0.2, 0)
    if outcome.came is Came.DECIDED or outcome.real:
        most = max(points, default=0)
        top = [n for n in range(len(outcome.chosen)) if not points or points[n] == most]
        signs(sheet, [outcome.chosen[n] for n in top], [points[n] for n in top if points], inner)
        return
    told = sheet.look.t(_SHORT[outcome.came])
    sheet.write(told, inner, plain(sheet), "muted", LEFT, MIDDLE)


def draw_what_if(sheet: Sheet, figure: WhatIf, box: QRectF) -> bool:
    """Draw a row per path: its decisions, and how each indicator ends compared with ours."""
    if not figure.paths:
        return False
    t, unit = sheet.look.t, em(sheet)
    real = next((p for p in figure.paths if p.kind is PathKind.REAL), figure.paths[0])
    names = [
        t("Chosen otherwise") if path.kind is PathKind.BY_HAND else words(sheet, path.name)
        for path in figure.paths
    ]
    heads = [words(sheet, name) for name in figure.names]
    wide = widest(sheet, names, strong(sheet), box.width() * 0.3)
    foot_note(sheet, t("Framed: another decision. Arrows: where it ends, compared with us."), box)
    area = box.adjusted(0, 0, 0, -unit * 1.4)
    _, right = split(area, wide + unit * 0.4)
    steps = max((len(path.steps) for path in figure.paths), default=0)
    several = any(len(step.chosen) > 1 and not step.points for step in real.steps)
    parts = (*(2.1 if several else 1.5,) * steps, *(1,) * len(heads))
    cells = columns(right, parts, unit * 0.15)
    top = _heads(sheet, real, area, cells, heads)
    each = rows(under(area, top), len(names), unit * 2.3)
    kind = fitted(sheet, names, strong(sheet), wide, each[0].height())
    numbers = _numbers_fit(sheet, figure.paths, real, cells[-1].width())
    for path, name, row in zip(figure.paths, names, each, strict=True):
        rule(sheet, row)
        label = QRectF(row.left(), row.top(), wide, row.height())
        sheet.write(name, label, kind, "ink", LEFT, MIDDLE)
        on_row = [QRectF(c.left(), row.top(), c.width(), row.height()) for c in cells]
        for step, cell in zip(path.steps, on_row, strict=False):
            _step(sheet, step, cell.adjusted(0, unit * 0.12, 0, -unit * 0.12))
        for place, cell in enumerate(on_row[steps:]):
            _end(sheet, path, real, place, cell, numbers=numbers)
    return True


def _heads(
    sheet: Sheet, real: Path, area: QRectF, cells: tuple[QRectF, ...], names: list[str]
) -> float:
    """The number of each dilemma, and the names of the indicators written upwards if need be."""
    unit = em(sheet)
    numbers = [str(step.dilemma.number) for step in real.steps]
    numbers += [""] * (len(cells) - len(names) - len(numbers))
    kind = plain(sheet, _UPRIGHT)
    narrow = cells[-1].width()
    pieces = [word for name in names for word in name.split()]
    flat = widest(sheet, pieces, kind) <= narrow
    longest = widest(sheet, names, kind, unit * 5.5)
    deep = unit * 2.4 if flat else longest
    for number, cell in zip(numbers, cells, strict=False):
        head = QRectF(cell.left(), area.top(), cell.width(), deep)
        sheet.write(
            number, head.adjusted(unit * 0.3, 0, 0, 0), strong(sheet), "muted", LEFT, BOTTOM
        )
    for name, cell in zip(names, cells[len(numbers) :], strict=True):
        head = QRectF(cell.left(), area.top(), cell.width(), deep)
        if flat:
            sheet.write(name, head, kind, "muted")
        else:
            _upright(sheet, name, head, fitted(sheet, names, kind, deep, narrow))
    return area.top() + deep + unit * 0.15


def _upright(sheet: Sheet, text: str, box: QRectF, kind: Type) -> None:
    """Write a text from the bottom of a box upwards."""
    painter = sheet.painter
    painter.save()
    painter.translate(box.center().x(), box.bottom())
    painter.rotate(-90)
    room = QRectF(0, -box.width() / 2, box.height(), box.width())
    sheet.write(text, room, kind, "muted", LEFT, MIDDLE)
    painter.restore()
    turned = sheet.drawn.pop()
    wide, high = turned.box.height(), turned.box.width()
    stands = QRectF(box.center().x() - wide / 2, box.bottom() - high, wide, high)
    sheet.drawn.append(type(turned)(turned.text, turned.kind, turned.size, stands))


def _step(sheet: Sheet, step: PathStep, cell: QRectF) -> None:
    unit = em(sheet)
    if step.turn is Turn.CHANGED:
        sheet.outline(cell.adjusted(3, 3, -3, -3), "accent", unit * 0.09, unit * 0.2)
    inner = cell.adjusted(unit * 0.3, 0, -unit * 0.1, 0)
    if step.turn is Turn.MISSED or not step.chosen:
        sheet.write("–", inner, plain(sheet), "muted", LEFT, MIDDLE)
    elif step.points:
        top = step.points.index(max(step.points))
        signs(sheet, [step.chosen[top]], (), inner)
    else:
        signs(sheet, step.chosen, (), inner)


def _numbers_fit(sheet: Sheet, paths: Sequence[Path], real: Path, narrow: float) -> bool:
    """Whether there is room beside every arrow for how much; else none has it."""
    gaps = [a - b for path in paths for a, b in zip(path.end, real.end, strict=True)]
    wide = max(sheet.width(_gap(sheet, gap), plain(sheet)) for gap in gaps)
    return em(sheet) * 0.9 + wide <= narrow


def _gap(sheet: Sheet, gap: int) -> str:
    return f"{'+' if gap > 0 else ''}{sheet.look.t.number(gap)}"


def _end(sheet: Sheet, path: Path, real: Path, place: int, cell: QRectF, *, numbers: bool) -> None:
    """An arrow for another end than ours, with how much when there is room for `numbers`."""
    unit = em(sheet)
    if path is real:
        sheet.write(str(path.end[place]), cell, plain(sheet), "ink", CENTRE, MIDDLE)
        return
    gap = path.end[place] - real.end[place]
    centre = QPointF(cell.center().x(), cell.center().y())
    if abs(gap) <= _SAME:
        draw_same(sheet, centre, unit * 0.4)
        return
    text = _gap(sheet, gap)
    wide = unit * 0.9 + sheet.width(text, plain(sheet))
    if not numbers:
        draw_arrow(sheet, centre, unit * 0.38, up=gap > 0, solid=True)
        return
    left = cell.center().x() - wide / 2
    draw_arrow(sheet, QPointF(left + unit * 0.35, centre.y()), unit * 0.32, up=gap > 0, solid=True)
    room = QRectF(left + unit * 0.9, cell.top(), wide, cell.height())
    sheet.write(text, room, plain(sheet), "ink", LEFT, MIDDLE)
