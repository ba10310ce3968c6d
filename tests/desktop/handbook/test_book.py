"""The handbook is read by subject, and words are found wherever they stand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.desktop.handbook.book import Book, anchor_of, find, load_book, plain, snippet
from dilemmaspel.paths import handbook_dir
from dilemmaspel.problems import EnvironmentTrouble

PAGE = """# Wifi die werkt

Neem een **eigen** router. Zie [de avond](02.md).

## De firewall

| wat | hoe |
|---|---|
| Windows | zet *beide* vinkjes |

```
# geen kop
sudo ufw allow 8231/tcp
```

## Café

1. Het netwerk in een café is van gasten.
"""


@pytest.fixture
def book(tmp_path: Path) -> Book:
    (tmp_path / "01-wifi.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "02-avond.md").write_text("# De avond\n\nEen router mee.\n", encoding="utf-8")
    (tmp_path / "start.en.md").write_text("# Quick start\n\nBring a router.\n", encoding="utf-8")
    return load_book(tmp_path, "nl")


def places(book: Book, query: str) -> list[tuple[str, str]]:
    return [(hit.file, hit.section.anchor) for hit in find(book, query)]


def test_a_page_is_cut_at_its_headings_and_not_inside_code(book: Book) -> None:
    titles = [section.title for section in book.subjects[0].sections]
    assert titles == ["Wifi die werkt", "De firewall", "Café"]


def test_words_are_found_without_capitals_and_accents(book: Book) -> None:
    assert places(book, "CAFE") == [("01-wifi.md", "cafe")]
    assert places(book, "Café") == [("01-wifi.md", "cafe")]


def test_every_word_has_to_be_there(book: Book) -> None:
    assert places(book, "windows vink") == [("01-wifi.md", "de-firewall")]
    assert places(book, "windows router") == []


def test_words_are_found_across_subjects(book: Book) -> None:
    assert {file for file, _ in places(book, "router")} == {"01-wifi.md", "02-avond.md"}


def test_a_heading_with_the_word_comes_first(book: Book) -> None:
    assert places(book, "avond")[0] == ("02-avond.md", "de-avond")


def test_nothing_is_found_for_nothing(book: Book) -> None:
    assert places(book, "   ") == []


def test_dutch_readers_get_no_english_page(book: Book) -> None:
    assert [one.file for one in book.subjects] == ["01-wifi.md", "02-avond.md"]


def test_english_readers_get_their_quick_start_first(book: Book) -> None:
    english = load_book(book.folder, "en")
    assert english.subjects[0].file == "start.en.md"


def test_a_handbook_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentTrouble):
        load_book(tmp_path / "nowhere", "nl")


def test_the_signs_of_markdown_are_no_words() -> None:
    assert plain("- [ ] Neem *een* **eigen** [router](a.md) mee") == "Neem een eigen router mee"
    assert plain("| a | b |\n|---|---|\n| c. | d |") == "a. b\nc. d"


def test_anchors_are_small_letters_with_lines_between() -> None:
    assert anchor_of("“Geen internet” op één telefoon?") == "geen-internet-op-een-telefoon"


@given(st.text(max_size=400), st.text(min_size=1, max_size=10))
def test_a_snippet_is_part_of_its_text_on_one_line(text: str, word: str) -> None:
    found = snippet(text, word)
    assert "\n" not in found
    inside = found.removeprefix("… ").removesuffix(" …")
    assert inside in " ".join(text.split()) or found == "…"


def test_the_shipped_handbook_tells_what_people_look_for() -> None:
    shipped = load_book(handbook_dir(), "nl")
    for words in ("firewall", "wissen", "hervatten", "handen", "stille wissel", "F6", "nieuw"):
        assert find(shipped, words), words
