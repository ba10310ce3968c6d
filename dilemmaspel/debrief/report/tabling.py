"""Tables of figures as grids of words, in one language."""

from fractions import Fraction
from typing import Final

from dilemmaspel.debrief.figures import Cell, Column, Figure, Table, Unit
from dilemmaspel.debrief.report.document import Drawn, Grid, Head
from dilemmaspel.debrief.saying import Say, said
from dilemmaspel.texts import Texts

NOTHING: Final = "–"
"""Not known, not defined, or hidden; never 0."""

_NUMBERS: Final = frozenset({Unit.COUNT, Unit.SHARE, Unit.NUMBER, Unit.MONEY, Unit.YEAR})


def grid_of(t: Texts, table: Table) -> Grid:
    """Write a table."""
    return Grid(
        title=said(t, table.title),
        heads=tuple(Head(said(t, c.head), c.unit in _NUMBERS) for c in table.columns),
        rows=tuple(
            tuple(written(t, c, cell) for c, cell in zip(table.columns, row, strict=True))
            for row in table.rows
        ),
        notes=tuple(said(t, note) for note in table.notes),
        row_heads=table.row_heads,
    )


def drawn(t: Texts, figure: Figure, *more: Table, part: str = "", on_paper: bool = True) -> Drawn:
    """Put a figure in a report, with its table and more of them."""
    grids = tuple(grid_of(t, table) for table in (figure.table(), *more) if table.rows)
    title, sentence = said(t, figure.title()), said(t, figure.sentence())
    return Drawn(figure, title, sentence, grids, part, on_paper)


def written(t: Texts, column: Column, cell: Cell) -> str:
    """Write one cell as its column asks."""
    if cell is None:
        return NOTHING
    if isinstance(cell, bool):
        return t("yes") if cell else t("no")
    if isinstance(cell, (str, Say)):
        return said(t, cell)
    if column.unit is Unit.SHARE:
        return f"{t.number(Fraction(cell) * 100, min(column.decimals, 1))}%"
    if column.unit is Unit.YEAR:
        return str(int(cell))
    return t.number(cell, column.decimals)
