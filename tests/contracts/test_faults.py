"""The page about faults names every number that a test carries, and no other."""

import re

from tests.contracts.code import ROOT

PAGE = ROOT / "docs" / "faults.md"
NUMBERED = re.compile(r"^def test_((?:[ft]\d+_)+)", re.MULTILINE)
FIRST_CELL = re.compile(r"^\| ([FT][^|]*)\|", re.MULTILINE)


def numbers_tested() -> set[str]:
    found = set()
    for file in (ROOT / "tests").rglob("test_*.py"):
        for name in NUMBERED.findall(file.read_text(encoding="utf-8")):
            found |= {number.upper() for number in name.strip("_").split("_")}
    return found - KEYS


KEYS = {"F1", "F5", "F6", "F11"}
"""Keys of the keyboard that tests are named after; three of them are faults too."""


def test_every_number_of_a_test_is_on_the_page_and_the_other_way_round() -> None:
    tables = PAGE.read_text(encoding="utf-8").split("## Not tested")[0]
    told = set(re.findall(r"\b[FT]\d+\b", "".join(FIRST_CELL.findall(tables))))
    assert told - KEYS == numbers_tested()
