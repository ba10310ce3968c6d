"""Whatever stands in a file: no exception, no hang, and every problem has its line."""

from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.build import UnreadableScenarioError, scenario_from_text
from dilemmaspel.scenario.checks import check_scenario
from dilemmaspel.scenario.fields import EXACT, flowing
from dilemmaspel.scenario.library import load_roles
from dilemmaspel.scenario.reader import Document, read_bytes, read_text
from dilemmaspel.texts import Texts
from tests.scenario.packs import GOOD, ROLES, SAMPLES

ROLE_VALUES = load_roles(SAMPLES / "roles.yaml").roles
FOLDER = SAMPLES / "oefenwijk"
LINES = GOOD.split("\n")
SHIPPED = (scenarios_dir() / "p1-de-volle-wachtkamer" / "scenario.yaml").read_text("utf-8")
ODD = list("\t\"'[]{}:,#&*!|>%@`-?~\\\n\r\x00\x07\xa0\u2028\ufeff“”–é🏘")
WORDS = [
    "always",
    "no",
    "true",
    "null",
    "1e999",
    "2/0",
    "-",
    "- -",
    "? ",
    "<<: *a",
    "!!int 3",
    "0x1F",
]


def checked(document: Document) -> None:
    """Check all the way, and hold every problem to what an author needs."""
    if document.root is not None:
        check_scenario(document.root, document.findings, ROLE_VALUES, FOLDER)
    last = max(1, len(document.findings.lines))
    for problem in document.problems:
        assert 1 <= problem.line <= last
        assert problem.column >= 1
        for language in ("en", "nl"):
            assert problem.text(Texts(language))
    if document.root is not None and not document.findings.has_errors:
        scenario_from_text(document.text, ROLES)


@st.composite
def mutations(draw: st.DrawFn, text: str = GOOD) -> str:
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 4))):
        number = draw(st.integers(0, len(lines) - 1))
        line = lines[number]
        column = draw(st.integers(0, len(line)))
        match draw(st.integers(0, 8)):
            case 0:
                lines[number] = line[:column] + draw(st.sampled_from(ODD)) + line[column:]
            case 1:
                lines[number] = line[:column] + line[column + 1 :]
            case 2:
                del lines[number]
                lines = lines or [""]
            case 3:
                lines.insert(number, line)
            case 4:
                other = draw(st.integers(0, len(lines) - 1))
                lines[number], lines[other] = lines[other], line
            case 5:
                lines[number] = " " + line
            case 6:
                lines[number] = line[1:]
            case 7:
                lines[number] = line.replace('"', "", 1)
            case 8:
                lines[number] = line[:column] + draw(st.sampled_from(WORDS))
    return "\n".join(lines)


@settings(max_examples=150)
@given(mutations())
def test_a_spoiled_sample_never_raises(text: str) -> None:
    checked(read_text(text, "scenario.yaml"))


@settings(max_examples=40)
@given(mutations(SHIPPED))
def test_a_spoiled_flagship_never_raises(text: str) -> None:
    checked(read_text(text, "scenario.yaml"))


@settings(max_examples=100)
@given(st.binary(max_size=200), st.integers(0, len(GOOD)))
def test_bytes_in_the_middle_of_a_file_never_raise(noise: bytes, position: int) -> None:
    data = GOOD.encode()
    checked(read_bytes(data[:position] + noise + data[position:], "scenario.yaml"))


@settings(max_examples=100)
@given(st.text())
def test_any_text_never_raises(text: str) -> None:
    checked(read_text(text, "scenario.yaml"))


@settings(max_examples=60)
@given(st.integers(0, len(LINES)), st.integers(0, 200))
def test_a_file_that_is_cut_off_never_raises(line: int, column: int) -> None:
    checked(read_text("\n".join([*LINES[:line], LINES[line % len(LINES)][:column]]), "x.yaml"))


@settings(max_examples=100)
@given(mutations())
def test_a_stored_text_is_built_or_refused(text: str) -> None:
    with suppress(UnreadableScenarioError):
        scenario_from_text(text, ROLES)


@given(st.integers(-(10**9) + 1, 10**9 - 1), st.integers(1, 10**9 - 1))
def test_a_fraction_can_be_written_and_read_back(above: int, below: int) -> None:
    assert EXACT.fullmatch(str(Fraction(above, below)))


@given(st.text(alphabet=" ab-.\n"))
def test_flowing_text_keeps_every_word_in_order(text: str) -> None:
    assert flowing(text).split() == text.split()


@pytest.mark.parametrize("size", [100, 5000])
def test_a_file_full_of_slips_is_answered_in_time(size: int, tmp_path: Path) -> None:
    document = read_text("titel:x\n@a\n" * size, "scenario.yaml")

    assert 1 <= len(document.problems) <= 40
