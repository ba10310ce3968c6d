"""The tables as CSV files in a zip, as Dutch Excel opens them and every CSV reader reads them."""

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from dilemmaspel.debrief.export.cells import harmless, moment
from dilemmaspel.debrief.export.codebook import Codebook, Column, Kind, codebook
from dilemmaspel.debrief.export.plain import Cell
from dilemmaspel.debrief.export.steps import Export, Steps
from dilemmaspel.placing import placing

CODEBOOK: Final = "codebook"
ABOUT: Final = "about.txt"
_BOM: Final = "\ufeff"


class _Sheet:
    """One CSV file; texts go through `harmless`, so that no spreadsheet calculates with them."""

    def __init__(self, path: Path, names: Iterable[str], stack: ExitStack) -> None:
        self.path = path
        file = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
        file.write(_BOM)
        self._rows = csv.writer(file, delimiter=";", lineterminator="\r\n")
        self._rows.writerow(names)

    def write(self, cells: Iterable[Cell]) -> None:
        self._rows.writerow([harmless(c) if isinstance(c, str) else c for c in cells])


def write_csv(path: Path, export: Export) -> Steps:
    """Write a zip with a CSV file per table and a codebook; raises EnvironmentTrouble."""
    with placing(path) as fresh, TemporaryDirectory(dir=path.parent, prefix=".csv-") as folder:
        with ExitStack() as stack:
            yield from _tables(export, Path(folder), stack)
        with ZipFile(fresh, "w", ZIP_DEFLATED) as zipped:
            for table in (CODEBOOK, *codebook(export.language)):
                zipped.write(Path(folder) / f"{table}.csv", f"{table}.csv")
            zipped.writestr(ABOUT, _BOM + "\r\n".join((*export.method, "")))


def _tables(export: Export, folder: Path, stack: ExitStack) -> Steps:
    book = codebook(export.language)
    _write_codebook(_Sheet(folder / f"{CODEBOOK}.csv", ("table", "column", "meaning"), stack), book)
    sheets = {
        name: _Sheet(folder / f"{name}.csv", [c.name for c in table.columns], stack)
        for name, table in book.items()
    }
    for done, session in enumerate(export.sessions):
        yield (done, export.count)
        for name, rows in session.tables.items():
            for row in rows:
                sheets[name].write(map(_cell, book[name].columns, row))
    yield (export.count, export.count)


def _write_codebook(sheet: _Sheet, book: Codebook) -> None:
    for table in book.values():
        sheet.write((table.name, None, table.meaning))
        for column in table.columns:
            sheet.write((table.name, column.name, column.meaning))


def _cell(column: Column, cell: Cell) -> Cell:
    if column.kind is Kind.MOMENT and isinstance(cell, int):
        return moment(cell).isoformat()
    return cell
