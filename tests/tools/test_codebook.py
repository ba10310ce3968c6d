"""The codebook of the exports says what the pages say, in both languages."""

import json

import pytest

from dilemmaspel.debrief.export.codebook import codebook
from tools.codebook import ASSETS, made, words


@pytest.mark.parametrize("name", sorted(made()))
def test_what_is_made_from_the_pages_is_up_to_date(name: str) -> None:
    told = "Run `python -m tools.codebook` and write the new words in words.nl.json."
    assert (ASSETS / name).read_text(encoding="utf-8") == made()[name], told


def test_the_dutch_codebook_is_complete() -> None:
    dutch = json.loads((ASSETS / "words.nl.json").read_text(encoding="utf-8"))
    english = words()
    told = {name: list(dutch.get(name, ())) for name in english}
    assert told == {name: list(table) for name, table in english.items()}


def test_no_explanation_refers_to_a_table_that_only_the_log_has() -> None:
    for language in ("nl", "en"):
        for table in codebook(language).values():
            for text in (table.meaning, *(column.meaning for column in table.columns)):
                assert "`ballots`" not in text
                assert "`ballots." not in text
