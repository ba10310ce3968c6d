"""The blocks of a report on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dilemmaspel.debrief.figures import VoteFlow
from dilemmaspel.debrief.report import document as d
from dilemmaspel.debrief.report.html_blocks import ARROWS, change
from dilemmaspel.desktop.printing.blocks import (
    Barred,
    Block,
    Columns,
    Framed,
    Gap,
    Points,
    Stack,
    Title,
    Words,
)
from dilemmaspel.desktop.printing.lettering import BODY, EYEBROW, HEADING, SMALL, TITLE, Style
from dilemmaspel.desktop.reports.figures import POINTS, Painted
from dilemmaspel.desktop.reports.signs import Signed
from dilemmaspel.desktop.reports.table import table_blocks
from dilemmaspel.texts import Texts

TEXT: Final = BODY.sized(9.5)
NAME: Final = Style(10.5, HEADING.weight, leading=1.2)
"""The heading of a block."""
_TONES: Final = {
    d.Tone.PLAIN: TEXT,
    d.Tone.LEAD: BODY.sized(11.5),
    d.Tone.QUIET: SMALL,
}
_IN_ONE_COLUMN: Final = 2
"""More options than this that were chosen stand in two columns."""


def blocks_of(block: d.Block, t: Texts, letter: float = POINTS) -> Iterator[Block]:
    """Lay one block out, in pieces that each stay together; `letter` is of figures, in points."""
    match block:
        case d.Words():
            yield Words(block.text, _TONES[block.tone])
        case d.Facts():
            yield facts(block)
        case d.Choices():
            yield choices(block.choices)
        case d.Verdict():
            yield verdict(block)
        case d.Bullets():
            yield Points(block.points, TEXT)
        case d.Sayings():
            yield from sayings(block)
        case d.Grid():
            yield from table_blocks(block)
        case d.Drawn():
            if block.on_paper:
                yield drawn(block, t, letter)
        case d.Effects():
            yield effects(block, t)


def opening(section: d.Section) -> Block:
    """The heading of a section."""
    above = (Words(section.eyebrow, EYEBROW),) if section.eyebrow else ()
    return Stack((*above, Title(section.title, TITLE.sized(19))), 1.0)


def facts(block: d.Facts) -> Block:
    """Pairs in two columns."""
    return in_columns(
        [Stack((Words(name, SMALL), Words(value, TEXT)), 0.2) for name, value in block.pairs]
    )


def choices(listed: Sequence[d.Choice], across: int = 2) -> Block:
    """Options in columns, read down."""
    return in_columns([Signed(choice, choice.label, TEXT) for choice in listed], across)


def in_columns(blocks: Sequence[Block], across: int = 2) -> Block:
    """Blocks in columns, read down."""
    down = -(-len(blocks) // across)
    columns = [tuple(blocks[start : start + down]) for start in range(0, len(blocks), down)]
    filled: list[Block] = [Stack(column, 0.8) for column in columns]
    return Columns((*filled, *[Gap(0)] * (across - len(columns))))


def verdict(block: d.Verdict) -> Block:
    """The decision, with a bar at its left."""
    style = BODY.sized(10.5)
    points = block.points or (None,) * len(block.choices)
    chosen = [
        Signed(choice, choice.label if n is None else f"{choice.label}: {n}", style)
        for choice, n in zip(block.choices, points, strict=True)
    ]
    told = [Words(line, SMALL) for line in block.how]
    outcome = (Words(block.outcome, TEXT),) if block.outcome else ()
    listed = chosen if len(chosen) <= _IN_ONE_COLUMN else [in_columns(chosen)]
    parts = (Words(block.title, NAME), *listed, *outcome, *told)
    return Barred(Stack(parts, 1.1), "accent")


def sayings(block: d.Sayings) -> Iterator[Block]:
    """What was said, under its heading; the heading stays with the first."""
    lines = [_saying(one) for one in block.sayings]
    yield Stack((Words(block.title, NAME), *lines[:1]), 1.0)
    yield from lines[1:]
    if block.note:
        yield Words(block.note, SMALL)


def _saying(one: d.Saying) -> Block:
    text = f"{one.text}\u00a0– {one.by}" if one.by else one.text
    if one.choice is None:
        return Points((text,), TEXT, "–")
    return Signed(replace(one.choice, chosen=False), text, TEXT)


def drawn(block: d.Drawn, t: Texts, letter: float = POINTS) -> Block:
    """A figure under its heading, with its sentence."""
    heading = f"{block.title}: {block.part}" if block.part else block.title
    figure = block.figure
    if isinstance(figure, VoteFlow):
        figure = replace(figure, roles=())  # the table beside it has them
    return Stack(
        (Words(heading, NAME), Words(block.sentence, TEXT), Painted(figure, t, letter)), 0.9
    )


def effects(block: d.Effects, t: Texts) -> Block:
    """The indicators side by side: before and after, an arrow and a word."""
    cells = tuple(_effect(one, t) for one in block.effects)
    under = tuple(Words(line, SMALL) for line in (block.money, block.note) if line)
    return Stack((Words(block.title, NAME), Framed(Columns(cells, 3.0), 2.2), *under), 1.0)


def _effect(one: d.Effect, t: Texts) -> Block:
    values = f"{t.number(one.before)} → {t.number(one.after)}"
    moved = change(t, one) if one.before != one.after else f"{ARROWS[0]} {one.word}"
    tiny = Style(7.5, leading=1.15)
    return Stack((Words(one.name, tiny), Words(values, TEXT.strong()), Words(moved, tiny)), 0.4)
