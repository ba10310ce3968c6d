"""The tables as a workbook: a sheet each, typed cells, and a text is never a formula."""

from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from dilemmaspel.debrief.export.cells import moment
from dilemmaspel.debrief.export.codebook import Codebook, Column, Kind, codebook
from dilemmaspel.debrief.export.plain import Cell, Rows
from dilemmaspel.debrief.export.steps import Export, Steps
from dilemmaspel.placing import placing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS: Final = 1_048_576
"""Rows of a sheet; what does not fit goes on in a next one."""

LONGEST: Final = 32_767
"""Characters of a cell."""

CODEBOOK: Final = "codebook"
ABOUT: Final = "about"
_DATE: Final = "yyyy-mm-dd hh:mm:ss"
_WIDEST: Final = 60
_MEASURED: Final = 100
_NARROWEST: Final = {Kind.MOMENT: 19}


def write_xlsx(path: Path, export: Export, most_rows: int = MOST_ROWS) -> Steps:
    """Write a workbook; raises EnvironmentTrouble."""
    with placing(path) as fresh, _workbook(fresh) as book:
        looks = _Looks(book)
        _about(book, looks, export)
        tables = _tables(book, looks, codebook(export.language), most_rows)
        for done, session in enumerate(export.sessions):
            yield (done, export.count)
            for name, rows in session.tables.items():
                tables[name].write(rows)
        for table in tables.values():
            table.finish()
        yield (export.count, export.count)


@contextmanager
def _workbook(path: Path) -> "Iterator[Workbook]":
    """Give a workbook that keeps its rows on the disk; one that is not finished is let go."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    with TemporaryDirectory(dir=path.parent, prefix=".xlsx-") as folder:
        options = {
            "constant_memory": True,
            "tmpdir": folder,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        book = Workbook(str(path), options)
        try:
            yield book
            book.close()
        except FileCreateError as error:
            raise error.args[0] from error
        finally:
            _let_go(book)


def _let_go(book: "Workbook") -> None:
    book.fileclosed = True
    for sheet in book.worksheets():
        if not sheet.row_data_fh_closed:
            sheet.row_data_fh.close()
            sheet.row_data_fh_closed = True


class _Looks:
    """How cells look."""

    def __init__(self, book: "Workbook") -> None:
        self.head: Format = book.add_format(
            {"bold": True, "bg_color": "#E6EEF0", "bottom": 1, "valign": "top"}
        )
        self.strong: Format = book.add_format({"bold": True})
        self.date: Format = book.add_format({"num_format": _DATE, "align": "left"})
        self.wrapped: Format = book.add_format({"text_wrap": True, "valign": "top"})


class _Table:
    """A table on as many sheets as it needs."""

    def __init__(
        self, book: "Workbook", looks: _Looks, name: str, columns: Sequence[Column], most: int
    ) -> None:
        self._book, self._looks, self._name, self._most = book, looks, name, most
        self._columns = columns
        self._sheets = 0
        self._row = 0
        self._sheet = self._new_sheet(())

    def write(self, rows: Rows) -> None:
        """Put rows under those that stand there."""
        if self._row == 1:
            self._widen(rows)
        for row in rows:
            if self._row >= self._most:
                self._filter()
                self._sheet = self._new_sheet(rows)
            for place, (column, cell) in enumerate(zip(self._columns, row, strict=True)):
                self._put(self._sheet, place, column, cell)
            self._row += 1

    def finish(self) -> None:
        """Let the last sheet be filtered."""
        self._filter()

    def _new_sheet(self, rows: Rows) -> "Worksheet":
        self._sheets += 1
        name = self._name if self._sheets == 1 else f"{self._name}_{self._sheets}"
        self._sheet = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        self._widen(rows)
        for place, column in enumerate(self._columns):
            self._sheet.write_string(0, place, column.name, self._looks.head)
        self._row = 1
        return self._sheet

    def _widen(self, rows: Rows) -> None:
        for place, column in enumerate(self._columns):
            self._sheet.set_column(place, place, _width(place, column, rows))

    def _filter(self) -> None:
        self._sheet.autofilter(0, 0, max(1, self._row - 1), len(self._columns) - 1)

    def _put(self, sheet: "Worksheet", place: int, column: Column, cell: Cell) -> None:
        if cell is None:
            return
        if isinstance(cell, str):
            sheet.write_string(self._row, place, _fitted(cell))
        elif column.kind is Kind.MOMENT:
            when = moment(int(cell)).replace(tzinfo=None)
            sheet.write_datetime(self._row, place, when, self._looks.date)
        else:
            sheet.write_number(self._row, place, cell)


def _tables(book: "Workbook", looks: _Looks, shapes: Codebook, most: int) -> dict[str, _Table]:
    return {name: _Table(book, looks, name, table.columns, most) for name, table in shapes.items()}


def _width(place: int, column: Column, rows: Rows) -> int:
    cells: Iterable[object] = (row[place] for row in rows[:_MEASURED])
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    if column.kind is Kind.MOMENT:
        longest = _NARROWEST[Kind.MOMENT]
    return min(_WIDEST, max(longest, len(column.name) + 3) + 1)


def _fitted(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _about(book: "Workbook", looks: _Looks, export: Export) -> None:
    sheet = book.add_worksheet(ABOUT)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 100)
    for number, line in enumerate(export.method):
        sheet.write_string(number, 0, line, looks.wrapped if number else looks.strong)
    sheet = book.add_worksheet(CODEBOOK)
    sheet.freeze_panes(1, 0)
    for place, (name, width) in enumerate((("table", 18), ("column", 20), ("meaning", 100))):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, looks.head)
    for number, (cells, look) in enumerate(_codebook_lines(export.language, looks), start=1):
        for place, words in enumerate(cells):
            sheet.write_string(number, place, words, look)


def _codebook_lines(language: str, looks: _Looks) -> "Iterator[tuple[tuple[str, ...], Format]]":
    for table in codebook(language).values():
        yield (table.name, "", table.meaning), looks.strong
        for column in table.columns:
            yield (table.name, column.name, column.meaning), looks.wrapped
