"""The pages that claim something by the name of a test name tests that exist."""

import re
from functools import cache

import pytest

from tests.contracts.code import ROOT

TESTS = ROOT / "tests"
DEFINED = re.compile(r"^ *(?:async )?def (test_\w+)", re.MULTILINE)
CITED = re.compile(r"`(test_\w+)`")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+)([^|]*)\|(.+)\|$", re.MULTILINE)
PAGES = ("accessibility.md", "asvs.md", "architecture.md")

WCAG_A = """1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2
2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7
4.1.2"""
WCAG_AA = """1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7
2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3"""
EXCEPTIONS = {"3.3.1", "3.4.1", "4.4.1", "12.1.1", "12.2.1", "12.2.2"}
"""What cannot be met on a private address; 12 is TLS as a whole."""

ASVS_L1 = """1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.2 2.1.1 2.2.1 2.2.2 2.3.1 3.2.1 3.2.2 3.3.1 3.4.1
3.4.2 3.5.1 3.5.2 3.5.3 4.1.1 4.4.1 5.2.1 5.2.2 5.3.1 5.3.2 7.2.1 7.2.2 7.2.3 7.2.4 7.4.1 7.4.2
8.1.1 8.2.1 8.2.2 8.3.1 11.4.1 12.1.1 12.2.1 12.2.2 13.4.1 14.2.1 14.3.1 15.1.1 15.2.1 15.3.1"""
"""Level 1 of ASVS 5.0, without what the page says does not apply."""


@cache
def defined() -> frozenset[str]:
    files = TESTS.rglob("*.py")
    return frozenset(name for file in files for name in DEFINED.findall(file.read_text("utf-8")))


def rows(page: str) -> dict[str, str]:
    text = (ROOT / "docs" / page).read_text("utf-8").split("## The table")[-1]
    found = ROW.findall(text)
    assert len({number for number, _, _ in found}) == len(found)
    return {number: rest for number, _, rest in found}


@pytest.mark.parametrize("page", PAGES)
def test_every_test_that_a_page_names_exists(page: str) -> None:
    cited = set(CITED.findall((ROOT / "docs" / page).read_text("utf-8")))
    assert cited - defined() == set()


def test_every_criterion_of_wcag_a_and_aa_has_its_row() -> None:
    assert set(rows("accessibility.md")) == {*WCAG_A.split(), *WCAG_AA.split()}


def test_a_criterion_names_a_test_or_says_why_not() -> None:
    told = ("not applicable", "by review")
    bare = [
        number
        for number, rest in rows("accessibility.md").items()
        if not CITED.search(rest) and not rest.strip().endswith(told)
    ]
    assert bare == []


def test_at_least_thirty_criteria_are_tested_by_machine() -> None:
    tested = [rest for rest in rows("accessibility.md").values() if CITED.search(rest)]
    assert len(tested) >= 30


def test_every_requirement_of_level_one_that_applies_has_its_row() -> None:
    level_one = {n for n, rest in rows("asvs.md").items() if rest.split("|")[0].strip() == "1"}
    assert level_one == set(ASVS_L1.split())


def test_exceptions_are_the_named_ones_and_everything_else_is_met_or_told() -> None:
    status = {number: rest.split("|")[2].strip() for number, rest in rows("asvs.md").items()}
    assert {number for number, how in status.items() if how == "exception"} == EXCEPTIONS
    assert set(status.values()) == {"met", "exception", "open"}
    assert [number for number, how in status.items() if how == "open"] == ["15.2.1"]


def test_the_map_of_the_house_names_rooms_that_are_there() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    places = set(re.findall(r"`((?:\w+/)*\w+(?:\.py|/))`", text))
    inside, roots = ROOT / "dilemmaspel", (ROOT, ROOT / "dilemmaspel")
    missing = [one for one in places if not any((root / one).exists() for root in roots)]
    assert missing == []
    rooms = {f"{one.name}/" for one in inside.iterdir() if (one / "__init__.py").is_file()}
    assert rooms - places == set()
