"""`dilemmaspel report`: five forms of every flagship, each read again by a foreign reader.

What they are compared with is asked of the log in plain SQL.
"""

import csv
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache
from io import StringIO
from itertools import pairwise
from pathlib import Path
from shutil import which
from typing import Any
from zipfile import ZipFile

import html5lib
import jsonschema
import openpyxl
import pytest
from click.testing import CliRunner
from PySide6.QtGui import QGuiApplication

from dilemmaspel.cli import main
from dilemmaspel.debrief.export.jsonfile import json_schema
from dilemmaspel.game.commands import AddNote
from dilemmaspel.game.ids import SessionId
from dilemmaspel.game.setup import Inputs, Kind
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.library import find, load
from dilemmaspel.session import Session
from dilemmaspel.simulate import play, simulated_setup, start_command
from dilemmaspel.storage.log import open_log
from tests.debrief.export.payloads import PAYLOADS
from tests.debrief.logged import FLAGSHIPS, rows_in

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
ENDINGS = ("html", "pdf", "xlsx", "zip", "json")
EVIL = '<script>alert(1)</script> & "Welzijn"'


def typed(*words: str, language: str = "nl") -> Any:
    result = CliRunner().invoke(main, list(words), env={"DILEMMASPEL_LANGUAGE": language})
    assert "Traceback" not in result.output
    return result


@dataclass(frozen=True)
class Made:
    """The five files of one session."""

    log: Path
    session: str
    folder: Path

    def file(self, ending: str) -> Path:
        return self.folder / f"r.{ending}"

    def ask(self, query: str) -> list[dict[str, Any]]:
        return rows_in(self.log, query, self.session)


@pytest.fixture(scope="module")
def reports(
    played_log: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QGuiApplication
) -> dict[str, Made]:
    made = {}
    for row in rows_in(played_log, "SELECT id, scenario_id FROM sessions"):
        one = Made(played_log, row["id"], tmp_path_factory.mktemp("reports"))
        for ending in ENDINGS:
            asked = ("report", one.session[:13], "-o", str(one.file(ending)))
            assert typed(*asked, "--db", str(played_log)).exit_code == 0
        made[row["scenario_id"]] = one
    return made


@pytest.fixture(params=FLAGSHIPS)
def made(request: pytest.FixtureRequest, reports: dict[str, Made]) -> Made:
    return reports[request.param]


# ---------------------------------------------------------------- what the log says

ROLLUPS = """
    SELECT r.dilemma, r.round, r.question_type, o.vote, o.role, o.choice, o.ballots, o.points
    FROM rollups o JOIN sessions s USING (session)
    JOIN rounds r ON r.session = o.session AND r.round = o.round
    WHERE s.id = ? AND o.vote IN (1, 2)
"""
Votes = dict[tuple[int, str], tuple[Counter[str], Counter[str]]]
"""By round and role ("*" all): the numbers per choice of both votes."""


def votes_in_log(made: Made) -> Votes:
    """Counts per choice, of points the sum; "*" the valid ballots, "" who abstained."""
    found: Votes = {}
    for row in made.ask(ROLLUPS):
        points = row["question_type"] == "points" and row["choice"] not in {"*", ""}
        number = row["points"] if points else row["ballots"]
        for role in (row["role"], "*"):
            both = found.setdefault((row["round"], role), (Counter(), Counter()))
            both[row["vote"] - 1][row["choice"]] += number
    return found


def places_in_log(made: Made) -> dict[int, list[str]]:
    """The choices of every round in the order of the ballot, from the text of the scenario."""
    (session,) = made.ask("SELECT scenario_id FROM sessions WHERE id = ?")
    scenario = load(find(session["scenario_id"], scenarios_dir())).scenario
    assert scenario is not None
    found = {}
    for row in made.ask(
        "SELECT r.* FROM rounds r JOIN sessions s USING (session) WHERE s.id = ?"
        " AND r.status = 'decided'"
    ):
        dilemma = scenario.dilemma(row["dilemma"])
        assert dilemma is not None
        points = dilemma.agreement.points if dilemma.agreement else 0
        found[row["round"]] = (
            [str(n) for n in range(1, points + 1)]
            if points
            else [str(option.id) for option in dilemma.options]
        )
    return found


def cells_in_log(made: Made) -> dict[int, list[str]]:
    """The row of everyone, per round, as a report writes it; points are left to `means`."""
    votes, found = votes_in_log(made), {}
    for number, places in places_in_log(made).items():
        both = votes[number, "*"]
        known = [place for place in places if any(place in vote for vote in both)]
        found[number] = [f"{both[0][name]} → {both[1][name]}" for name in (*known, "*", "")]
    return found


def is_points(made: Made) -> dict[int, bool]:
    asked = "SELECT round, question_type FROM rounds JOIN sessions s USING (session) WHERE s.id = ?"
    return {row["round"]: row["question_type"] == "points" for row in made.ask(asked)}


def agrees(told: list[str], cells: list[str], *, points: bool) -> bool:
    """Whether a row of a report says what the log says; points as means that add up to 100."""
    if not points:
        return told == cells
    valid = [int(n) for n in cells[-2].split(" → ")]
    for vote in (0, 1):
        means = [int(cell.split(" → ")[vote]) for cell in told[:-2]]
        exact = [float(cell.split(" → ")[vote]) / valid[vote] for cell in cells[:-2]]
        if sum(means) != 100 or any(abs(a - b) >= 1 for a, b in zip(means, exact, strict=True)):
            return False
    return told[-2:] == cells[-2:]


# ---------------------------------------------------------------- the page


@cache
def page_of(made: Made) -> Any:
    """Read the page as strictly as the standard asks."""
    parser = html5lib.HTMLParser(strict=True)
    return parser.parse(made.file("html").read_text("utf-8"))


def words_in(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def vote_rows(page: Any) -> Iterator[list[list[str]]]:
    """Of every dilemma the rows of the table with both votes."""
    for section in page.iter(f"{XHTML}section"):
        tables = [t for t in section.iter(f"{XHTML}table") if "→" in words_in(t)]
        captions = [
            words_in(t.find(f"{XHTML}caption"))
            for t in tables
            if t.find(f"{XHTML}caption") is not None
        ]
        if section.get("id", "").startswith("dilemma-") and captions:
            body = tables[0].find(f"{XHTML}tbody")
            yield [[words_in(cell) for cell in row] for row in body]


def test_the_page_tells_the_votes_of_the_log(made: Made) -> None:
    votes, expected, points = votes_in_log(made), cells_in_log(made), is_points(made)
    tables = list(vote_rows(page_of(made)))
    assert len(tables) == len(expected)
    for (number, cells), rows in zip(expected.items(), tables, strict=True):
        assert rows[-1][0] == "Iedereen"
        assert agrees(rows[-1][1:], cells, points=points[number])
        valid = Counter(row[-2] for row in rows[:-1])
        roles = [both for (place, role), both in votes.items() if place == number and role != "*"]
        assert valid == Counter(f"{a['*']} → {b['*']}" for a, b in roles)


def test_the_page_tells_the_years_and_the_code_of_the_log(made: Made) -> None:
    page = page_of(made)
    years = next(s for s in page.iter(f"{XHTML}section") if s.get("id") == "years")
    table = next(years.iter(f"{XHTML}tbody"))
    ours = [[words_in(cell) for cell in row] for row in table][::2]
    asked = "SELECT i.* FROM indicator_values i JOIN sessions s USING (session) WHERE s.id = ?"
    lines: dict[str, list[str]] = {}
    for row in made.ask(asked + " ORDER BY year"):
        lines.setdefault(row["indicator"], []).append(str(row["value"]))
    assert sorted(row[3:] for row in ours) == sorted(lines.values())
    checked = typed("verify", str(made.log)).output
    code = re.search(rf"{made.session} · .* · (\w+)", checked)
    assert code is not None
    assert code[1] in words_in(page)


def test_the_page_is_built_for_everybody(made: Made) -> None:
    page = page_of(made)
    assert page.get("lang") == "nl"
    levels = [int(e.tag[-1]) for e in page.iter() if re.fullmatch(rf"{XHTML}h[1-6]", str(e.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [e.get("id") for e in page.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    pointed = [
        e.get(name, "") for e in page.iter() for name in ("aria-labelledby", "aria-describedby")
    ]
    links = [e.get("href", "") for e in page.iter(f"{XHTML}a")]
    assert {name for names in pointed for name in names.split()} <= set(ids)
    assert {link.removeprefix("#") for link in links} <= set(ids)
    for landmark in ("header", "nav", "main", "footer"):
        assert len(list(page.iter(f"{XHTML}{landmark}"))) == 1


def test_every_figure_of_the_page_is_told_and_stands_there_as_a_table(made: Made) -> None:
    drawn = [e for e in page_of(made).iter(f"{XHTML}div") if e.get("class") == "drawn"]
    assert len(drawn) > 10
    for one in drawn:
        (picture,) = one.iter(f"{SVG}svg")
        assert picture.get("role") == "img"
        assert words_in(picture.find(f"{SVG}title"))
        assert words_in(picture.find(f"{SVG}desc"))
        tables = list(one.iter(f"{XHTML}table"))
        assert tables
        for table in tables:
            assert all(head.get("scope") for head in table.iter(f"{XHTML}th"))


def test_the_page_needs_nothing_else(made: Made) -> None:
    text = made.file("html").read_text("utf-8")
    page = page_of(made)
    assert not list(page.iter(f"{XHTML}script"))
    addresses = [
        value
        for e in page.iter()
        for name, value in e.attrib.items()
        if str(name).rpartition("}")[2] in {"href", "src", "srcset", "action", "data"}
    ]
    assert all(address.startswith("#") for address in addresses)
    assert re.findall(r"url\((?!\"?(?:data:|#))", text) == []
    policies = [e for e in page.iter(f"{XHTML}meta") if e.get("http-equiv")]
    assert "default-src 'none'" in policies[0].get("content")
    assert len(text) < 1_500_000


# ---------------------------------------------------------------- the paper


@cache
def paper_of(made: Made) -> list[str]:
    """The words of every page, as poppler reads them."""
    if which("pdftotext") is None:
        pytest.skip("pdftotext is not installed: apt-get install poppler-utils")
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(made.file("pdf")), "-"]
    read = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return read.removesuffix("\f").split("\f")


def test_the_paper_has_a_page_per_dilemma_with_the_votes_of_the_log(made: Made) -> None:
    expected, points = cells_in_log(made), is_points(made)
    pages = paper_of(made)
    for place, (number, cells) in enumerate(expected.items(), start=1):
        page = pages[place]
        assert f"Dilemma {place} van {len(expected)}" in page
        (line,) = [one for one in page.splitlines() if re.match(r"\s*Iedereen .*→", one)]
        told = [" → ".join(pair) for pair in re.findall(r"([\d–]+) ?→ ?([\d–]+)", line)]
        assert agrees(told, cells, points=points[number])
        for word in ("Het besluit", "Wie schoof op?", "Speelwaarden"):
            assert word in page


def test_the_paper_ends_with_how_it_was_made_and_numbers_its_pages(made: Made) -> None:
    pages = paper_of(made)
    assert f"pagina {len(pages)} van {len(pages)}" in pages[-1]
    assert "Deelnemers speelden een rol. Dit zijn geen meningen van echte" in pages[-1]
    method = next(page for page in pages if "Hoe dit verslag gemaakt is" in page)
    asked = "SELECT people FROM sessions WHERE id = ?"
    assert str(made.ask(asked)[0]["people"]) in method


def test_the_paper_has_a_title(made: Made) -> None:
    if which("pdfinfo") is None:
        pytest.skip("pdfinfo is not installed: apt-get install poppler-utils")
    told = subprocess.run(["pdfinfo", str(made.file("pdf"))], capture_output=True, check=True)
    (session,) = made.ask("SELECT scenario_title FROM sessions WHERE id = ?")
    assert f"{session['scenario_title']} – Verslag" in told.stdout.decode()
    assert "A4" in told.stdout.decode()


# ---------------------------------------------------------------- the tables


def in_workbook(made: Made, table: str) -> list[dict[str, Any]]:
    with closing(openpyxl.load_workbook(made.file("xlsx"), read_only=True)) as book:
        head, *rows = book[table].values
    return [dict(zip(head, row, strict=True)) for row in rows]


def in_csv(made: Made, table: str) -> list[dict[str, Any]]:
    with ZipFile(made.file("zip")) as zipped:
        text = zipped.read(f"{table}.csv").decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";", strict=True))


def in_json(made: Made, table: str) -> list[dict[str, Any]]:
    read = json.loads(made.file("json").read_text("utf-8"))
    rows: list[dict[str, Any]] = read["sessions"][0]["tables"][table]
    return rows


def as_text(rows: list[dict[str, Any]], *leaving: str) -> list[dict[str, str]]:
    """Numbers and texts alike, so that forms without types can be compared."""
    return [
        {k: "" if v is None else str(v) for k, v in row.items() if k not in leaving} for row in rows
    ]


TABLES = ("participants", "rollups", "effects_log", "indicator_values", "budget_values", "benefits")


@pytest.mark.parametrize("table", TABLES)
def test_the_tables_hold_what_the_log_holds(made: Made, table: str) -> None:
    asked = f"SELECT t.* FROM {table} t JOIN sessions s USING (session) WHERE s.id = ?"
    for read in (in_workbook, in_csv, in_json):
        rows = as_text(read(made, table), "points")
        assert rows == as_text(made.ask(asked), "points")


def test_the_ballots_in_the_tables_add_up_to_the_votes_of_the_log(made: Made) -> None:
    asked = "SELECT * FROM ballot_list WHERE session = ?"
    expected = Counter(
        (str(r["dilemma"]), r["vote"], r["role"], r["seat"]) for r in made.ask(asked)
    )
    for read in (in_workbook, in_csv, in_json):
        rows = read(made, "ballot_list")
        told = Counter((r["dilemma"], r["vote"], r["role"], int(r["seat"])) for r in rows)
        assert told == expected


def test_the_json_holds_to_its_schema_and_has_the_check_code(made: Made) -> None:
    read = json.loads(made.file("json").read_text("utf-8"))
    jsonschema.validate(read, json_schema())
    assert read["sessions"][0]["id"] == made.session
    assert read["sessions"][0]["check_code"] in typed("verify", str(made.log)).output


# ---------------------------------------------------------------- which session, and all of them


def test_the_newest_session_is_the_latest(played_log: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    assert typed("report", "latest", "-o", str(path), "--db", str(played_log)).exit_code == 0
    newest = rows_in(played_log, "SELECT id FROM sessions ORDER BY started_at DESC LIMIT 1")
    assert json.loads(path.read_text("utf-8"))["sessions"][0]["id"] == newest[0]["id"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("report", "zzz", "-o", "r.json"), 2, "no session zzz"),
        (("report", "", "-o", "r.json"), 2, "no session"),
        (("report", "latest", "-o", "r.doc"), 2, ".pdf, .html"),
        (("report", "--all", "-o", "r.pdf"), 2, ".xlsx, .zip, .json"),
        (("report", "--all", "-o", "r.json"), 1, "--practice"),
        (("report", "-o", "r.json"), 2, "--all"),
        (("report", "latest", "--all", "-o", "r.json"), 2, "--all"),
    ],
)
def test_what_cannot_be_made_is_said_in_words(
    played_log: Path, tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    path = str(tmp_path / words[-1])
    told = typed(*words[:-1], path, "--db", str(played_log), language="en")
    assert told.exit_code == code
    assert said in told.output
    assert not Path(path).exists()


def test_a_beginning_that_two_sessions_have_is_not_enough(tmp_path: Path) -> None:
    path = own_voices(tmp_path, "aa-1", "aa-2")
    told = typed("report", "aa", "-o", str(tmp_path / "r.json"), "--db", str(path), language="en")
    assert told.exit_code == 2
    assert "2 sessions" in told.output
    exact = typed("report", "aa-1", "-o", str(tmp_path / "r.json"), "--db", str(path))
    assert exact.exit_code == 0


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
def test_all_sessions_go_into_one_file(played_log: Path, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"all.{ending}"
    words = ("report", "--all", "--practice", "-o", str(path), "--db", str(played_log))
    assert typed(*words).exit_code == 0
    if ending == "json":
        read = json.loads(path.read_text("utf-8"))
        jsonschema.validate(read, json_schema())
        assert len(read["sessions"]) == len(FLAGSHIPS)
    elif ending == "csv":
        with ZipFile(path) as zipped:
            lines = zipped.read("sessions.csv").decode("utf-8-sig").splitlines()
        assert len(lines) == 1 + len(FLAGSHIPS)
    else:
        with closing(openpyxl.load_workbook(path)) as book:
            assert book["sessions"].max_row == 1 + len(FLAGSHIPS)


# ---------------------------------------------------------------- what people type


def test_a_formula_that_somebody_typed_stays_as_it_is_in_the_log(tmp_path: Path) -> None:
    path = tmp_path / "typed.sqlite"
    log = open_log(path)
    loaded = load(find(FLAGSHIPS[0], scenarios_dir()))
    session = Session(log)
    name = SessionId("typed")
    session.submit(start_command(loaded, simulated_setup(1), name, "0.1")).result()
    kept = [text for text in PAYLOADS if text.strip() == text and text.isprintable() and text]
    for text in kept:
        session.submit(AddNote(text)).result()
    session.stop()
    log.close()
    assert len(kept) > 100
    made = Made(path, "typed", tmp_path)
    for ending in ("xlsx", "zip", "json"):
        file = str(made.file(ending))
        assert typed("report", "typed", "-o", file, "--db", str(path)).exit_code == 0
    asked = "SELECT n.text FROM notes n JOIN sessions s USING (session) WHERE s.id = ?"
    assert [row["text"] for row in made.ask(asked)] == kept
    assert [row["text"] for row in in_csv(made, "notes")] == [f"'{text}" for text in kept]
    assert [row["text"] for row in in_json(made, "notes")] == kept
    with closing(openpyxl.load_workbook(made.file("xlsx"))) as book:
        cells = [row[-1] for row in book["notes"].iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    shown = [cell.value.replace("_x005F_", "_") for cell in cells]  # as Excel reads it
    assert shown == kept


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_session_that_has_only_begun_has_a_report(
    tmp_path: Path, qapp: QGuiApplication, ending: str
) -> None:
    log = open_log(tmp_path / "begun.sqlite")
    session = Session(log)
    loaded = load(find(FLAGSHIPS[0], scenarios_dir()))
    session.submit(start_command(loaded, simulated_setup(1), SessionId("begun"), "0.1")).result()
    session.stop()
    log.close()
    made = Made(log.path, "begun", tmp_path)
    path = str(made.file(ending))
    assert typed("report", "begun", "-o", path, "--db", str(log.path)).exit_code == 0
    if ending == "html":
        assert "nog niet afgesloten" in words_in(page_of(made))


# ---------------------------------------------------------------- own voices


def own_voices(folder: Path, *names: str) -> Path:
    """A log with sessions in which eleven people voted as themselves, in eight small roles."""
    path = folder / "own.sqlite"
    log = open_log(path)
    loaded = load(find(FLAGSHIPS[0], scenarios_dir()))
    inputs = Inputs(confidence=True, value_card=True, comment=True)
    setup = replace(
        simulated_setup(1), kind=Kind.OWN_VOICE, inputs=inputs, practice=False, organisation=EVIL
    )
    try:
        for name in names:
            session = Session(log)
            session.submit(start_command(loaded, setup, SessionId(name), "0.1")).result()
            play(session, 1, 11)
            session.stop()
    finally:
        log.close()
    return path


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, qapp: QGuiApplication) -> Made:
    folder = tmp_path_factory.mktemp("own")
    one = Made(own_voices(folder, "own"), "own", folder)
    for ending in ENDINGS:
        path = str(one.file(ending))
        assert typed("report", "own", "-o", path, "--db", str(one.log)).exit_code == 0
    return one


def test_a_report_of_own_voices_names_no_small_role(own: Made) -> None:
    for rows in vote_rows(page_of(own)):
        assert [row[0] for row in rows] == ["Iedereen"]
    for page in paper_of(own)[1:]:
        assert "Deelnemers speelden een rol" not in page


def test_the_tables_of_own_voices_have_no_seat_and_no_small_role(own: Made) -> None:
    for read in (in_workbook, in_csv, in_json):
        ballots = read(own, "ballot_list")
        assert len(ballots) > 40
        loose: Mapping[str, Any] = {"seat": None, "role": None, "channel": None}
        assert all(not row[name] for row in ballots for name in loose)
        assert {row["role"] for row in read(own, "rollups")} == {"*"}


def test_what_was_typed_at_the_set_up_is_words_and_nothing_else(own: Made) -> None:
    page = page_of(own)
    assert not list(page.iter(f"{XHTML}script"))
    assert EVIL in words_in(page)
    assert "<script>alert(1)</script>" in paper_of(own)[0]
