"""The page about faults names every number that a test carries, and no other."""

import re

from tests.contracts.code import ROOT

PAGE = ROOT / "docs" / "faults.md"


def numbers_tested() -> set[str]:
    found = set()
    for file in (ROOT / "tests").rglob("test_*.py"):
        for name in re.findall(r"^def test_((?:[ft]\d+_)+)", file.read_text(encoding="utf-8"), re.M):
            found |= {number.upper() for number in name.strip("_").split("_")}
    return found - KEYS


KEYS = {"F1", "F5", "F6", "F11"}
"""Keys of the keyboard that tests are named after; three of them are faults too."""


def test_every_number_of_a_test_is_on_the_page_and_the_other_way_round() -> None:
    tables = PAGE.read_text(encoding="utf-8").split("## Not tested")[0]
    told = set(re.findall(r"\b[FT]\d+\b", "".join(re.findall(r"^\| ([FT][^|]*)\|", tables, re.M))))
    assert told - KEYS == numbers_tested()
