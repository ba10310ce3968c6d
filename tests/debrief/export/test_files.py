"""The tables in XLSX, CSV and JSON, read again by other programs."""

import csv
import errno
import json
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from io import StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import jsonschema
import openpyxl
import pytest

from dilemmaspel.debrief.export import xlsx
from dilemmaspel.debrief.export.cells import harmless
from dilemmaspel.debrief.export.codebook import codebook
from dilemmaspel.debrief.export.csvzip import write_csv
from dilemmaspel.debrief.export.jsonfile import json_schema, write_json
from dilemmaspel.debrief.export.plain import PlainSession
from dilemmaspel.debrief.export.steps import Export
from dilemmaspel.debrief.export.xlsx import write_xlsx
from dilemmaspel.problems import EnvironmentTrouble
from tests.debrief.export.payloads import PAYLOADS
from tests.debrief.logged import ballot, made, row

WRITERS = {"xlsx": write_xlsx, "zip": write_csv, "json": write_json}
MADE = datetime(2026, 3, 4, 15, 6, tzinfo=timezone(timedelta(hours=1)))
NOTES = [
    row("notes", session=1, number=n, phase="talk", kind="quick", text=text)
    for n, text in enumerate(PAYLOADS, start=1)
]
FULL = made(
    ballot_list=[ballot("inwoner", "b"), ballot("inwoner", 4), ballot("inwoner", '["a","c"]')],
    decisions=[row("decisions", session=1, round=1, options='["b"]', raw='{"a":1}')],
    rounds=[row("rounds", session=1, round=1, title="Wie betaalt?", started_at=1_772_000_000_500)],
    rollups=[row("rollups", session=1, round=1, vote=1, ballots=3, points=2.25)],
    notes=NOTES,
)


def export(*sessions: PlainSession, language: str = "nl") -> Export:
    told = ("Deelnemers speelden een rol.", "=1+1")
    return Export(iter(sessions), len(sessions), language, MADE, "0.1", told)


def write(ending: str, folder: Path, *sessions: PlainSession) -> Path:
    path = folder / f"r.{ending}"
    steps = list(WRITERS[ending](path, export(*(sessions or (FULL,)))))
    assert steps[-1] == (len(sessions) or 1, len(sessions) or 1)
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    path = write("xlsx", tmp_path_factory.mktemp("book"))
    with closing(openpyxl.load_workbook(path)) as read:
        yield read


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    path = write("zip", tmp_path_factory.mktemp("zip"))
    with ZipFile(path) as zipped:
        assert zipped.testzip() is None
        return {
            name.removesuffix(".csv"): read_csv(zipped.read(name)) for name in zipped.namelist()
        }


def read_csv(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    text = StringIO(data.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=";", strict=True))


def column(sheet: Any, name: str) -> list[Any]:
    place = [cell.value for cell in sheet[1]].index(name)
    return [cells[place] for cells in sheet.iter_rows(min_row=2)]


def test_a_workbook_has_a_sheet_per_table_with_its_head_frozen(book: Any) -> None:
    assert book.sheetnames == ["about", "codebook", *codebook()]
    for name, table in codebook().items():
        assert [cell.value for cell in book[name][1]] == [c.name for c in table.columns]
        assert book[name].freeze_panes == "A2"
        assert book[name].auto_filter.ref is not None


def test_cells_of_a_workbook_have_their_types(book: Any) -> None:
    (started,) = column(book["rounds"], "started_at")
    moment = datetime.fromtimestamp(1_772_000_000).astimezone()
    assert started.is_date
    assert started.value == moment.replace(tzinfo=None)
    assert [cell.value for cell in column(book["ballot_list"], "choice")] == ["b", 4, '["a","c"]']
    assert [c.data_type for c in column(book["ballot_list"], "choice")] == ["s", "n", "s"]
    assert column(book["rollups"], "points")[0].value == 2.25


def test_columns_of_a_workbook_are_wide_enough(book: Any) -> None:
    sheet = book["rounds"]
    assert sheet.column_dimensions["H"].width >= len("decided")
    assert sheet.column_dimensions["I"].width >= len("2026-02-25 07:13:20")


def test_a_workbook_explains_every_column(book: Any) -> None:
    told = [tuple(cell or "" for cell in line) for line in book["codebook"].values][1:]
    assert told == [
        line
        for table in codebook().values()
        for line in [
            (table.name, "", table.meaning),
            *((table.name, column.name, column.meaning) for column in table.columns),
        ]
    ]
    assert all(meaning for _, _, meaning in told)


def test_no_text_in_a_workbook_is_a_formula(book: Any) -> None:
    cells = column(book["notes"], "text")
    assert len(cells) == len(PAYLOADS) == 300
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    assert book["about"]["A2"].data_type == "s"


def test_a_table_that_fills_its_sheet_goes_on_in_the_next(out: Path) -> None:
    path = out / "r.xlsx"
    list(write_xlsx(path, export(FULL), most_rows=101))
    with closing(openpyxl.load_workbook(path)) as read:
        names = ["notes", "notes_2", "notes_3"]
        assert [name for name in read.sheetnames if name.startswith("notes")] == names
        numbers = [cell.value for name in names for cell in column(read[name], "number")]
    assert numbers == list(range(1, 301))


def test_a_text_longer_than_a_cell_is_cut_where_one_sees_it(out: Path) -> None:
    note = row("notes", session=1, number=1, text="x" * 40_000)
    with closing(openpyxl.load_workbook(write("xlsx", out, made(notes=[note])))) as read:
        (cell,) = column(read["notes"], "text")
    assert len(cell.value) == xlsx.LONGEST
    assert cell.value.endswith("…")


def test_csv_has_a_file_per_table(tables: dict[str, list[dict[str, str]]]) -> None:
    assert set(tables) == {"about.txt", "codebook", *codebook()}
    assert tables["rollups"][0]["points"] == "2.25"
    assert [r["choice"] for r in tables["ballot_list"]] == ["b", "4", '["a","c"]']
    started = datetime.fromisoformat(tables["rounds"][0]["started_at"])
    assert started.timestamp() == 1_772_000_000
    assert {r["table"] for r in tables["codebook"]} == set(codebook())


def test_no_text_in_csv_is_taken_for_a_formula(tables: dict[str, list[dict[str, str]]]) -> None:
    told = [one["text"] for one in tables["notes"]]
    assert told == [f"'{payload}" for payload in PAYLOADS]
    assert all(one["text"][:1] == "'" for one in tables["notes"])


@pytest.mark.parametrize("text", ["", "ja", "1-2", "a=b", "'=1", "  ", "(-1)"])
def test_a_text_that_is_no_formula_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_csv_is_parted_by_semicolons_with_lines_as_the_standard_asks(out: Path) -> None:
    note = row("notes", session=1, number=1, text='zegt "ja";\r\nen dan')
    with ZipFile(write("zip", out, made(notes=[note]))) as zipped:
        data = zipped.read("notes.csv").decode("utf-8-sig")
    assert data == ('session;number;round;phase;kind;text\r\n1;1;;;;"zegt ""ja"";\r\nen dan"\r\n')


def test_json_holds_to_the_schema_that_goes_with_it(out: Path) -> None:
    read = json.loads(write("json", out, FULL, made("eigen_stem")).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.validate(read, json_schema(), format_checker=jsonschema.FormatChecker())
    first, other = read["sessions"]
    assert [n["text"] for n in first["tables"]["notes"]] == list(PAYLOADS)
    assert [b["choice"] for b in first["tables"]["ballot_list"]] == ["b", 4, ["a", "c"]]
    assert first["tables"]["decisions"][0]["raw"] == {"a": 1}
    assert first["tables"]["rounds"][0]["started_at"] == 1_772_000_000_500
    assert other["tables"]["sessions"][0]["kind"] == "eigen_stem"


@pytest.mark.parametrize("broken", ["tables", "check_code"])
def test_the_schema_refuses_what_is_not_whole(out: Path, broken: str) -> None:
    read = json.loads(write("json", out).read_text("utf-8"))
    del read["sessions"][0][broken]
    with pytest.raises(jsonschema.ValidationError, match=broken):
        jsonschema.validate(read, json_schema())


@pytest.mark.parametrize("ending", WRITERS)
def test_who_stops_leaves_nothing_behind_and_the_old_file_there(out: Path, ending: str) -> None:
    path = out / f"r.{ending}"
    path.write_bytes(b"old")
    steps = WRITERS[ending](path, export(FULL, FULL))
    assert next(steps) == (0, 2)
    assert next(steps) == (1, 2)
    steps.close()
    assert path.read_bytes() == b"old"
    assert [file.name for file in out.iterdir()] == [path.name]


@pytest.mark.parametrize("ending", ["xlsx", "zip"])
def test_a_disk_that_fills_up_while_packing_is_told_and_the_old_file_stays(
    out: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = out / f"r.{ending}"
    path.write_bytes(b"old")

    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(ZipFile, "write", full)
    with pytest.raises(EnvironmentTrouble, match="disk is full"):
        list(WRITERS[ending](path, export(FULL)))
    assert path.read_bytes() == b"old"
    assert [file.name for file in out.iterdir()] == [path.name]


@pytest.mark.parametrize("ending", WRITERS)
def test_an_error_while_reading_leaves_nothing_behind(out: Path, ending: str) -> None:
    def breaks() -> Iterator[PlainSession]:
        yield FULL
        raise EnvironmentTrouble("It broke.", "", "")

    broken = Export(breaks(), 2, "nl", MADE, "0.1")
    with pytest.raises(EnvironmentTrouble, match="It broke"):
        list(WRITERS[ending](out / f"r.{ending}", broken))
    assert list(out.iterdir()) == []
