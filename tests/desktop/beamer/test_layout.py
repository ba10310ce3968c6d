"""Words fit into boxes: they become smaller within their range, and nothing is ever cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from dilemmaspel.desktop.beamer.layout import FLOOR, Block, Kind, Type, fit
from dilemmaspel.desktop.style import load_fonts
from dilemmaspel.theme import load_theme

FAMILY = load_theme().family
TITLE = Type(Kind.QUESTION, 128, 110, QFont.Weight.Bold, 1.1, balanced=True)
PLAIN = Type(Kind.TEXT, 80, 64)
QUESTION = "Wat doen we met De Schakel als het project stopt?"


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


def words_of(block: Block) -> list[str]:
    return " ".join(block.lines).split()


def test_a_short_text_has_the_size_it_wants() -> None:
    assert fit(FAMILY, "Welkom", TITLE, 1728, 300).size == 128


def test_a_longer_text_becomes_smaller_until_it_fits() -> None:
    block = fit(FAMILY, QUESTION, TITLE, 1728, 270)
    assert TITLE.least <= block.size < TITLE.size
    assert block.height <= 270


def test_lines_of_a_title_are_about_equally_long() -> None:
    even = fit(FAMILY, QUESTION, TITLE, 1728, 400)
    assert len(even.lines) == 2
    long, short = sorted((len(line) for line in even.lines), reverse=True)
    assert long - short < 20


def test_a_text_that_cannot_fit_is_smaller_rather_than_cut() -> None:
    block = fit(FAMILY, QUESTION, PLAIN, 300, 200)
    assert block.size < PLAIN.least
    assert words_of(block) == QUESTION.split()


def test_a_word_wider_than_its_box_is_broken_at_the_smallest_size() -> None:
    word = "verantwoordelijkheidsverdelingen" * 3
    block = fit(FAMILY, word, PLAIN, 200, 400)
    assert block.size == FLOOR
    assert "".join(block.lines).replace(" ", "") == word


def test_a_hard_space_keeps_words_together() -> None:
    block = fit(FAMILY, "In de pot: €\u00a090.000", PLAIN.sized(64), 420, 400)
    assert any("€\u00a090.000" in line for line in block.lines)


def test_a_line_break_is_kept() -> None:
    assert fit(FAMILY, "een\ntwee", PLAIN, 1728, 400).lines == ("een", "twee")


def test_no_text_is_no_lines() -> None:
    assert fit(FAMILY, "", PLAIN, 400, 100).height == 0


@given(
    text=st.text(st.sampled_from("abcdefg éü€…- "), max_size=120),
    width=st.integers(120, 1728),
    height=st.integers(40, 800),
)
def test_every_word_arrives_whatever_the_box(text: str, width: int, height: int) -> None:
    block = fit(FAMILY, text, PLAIN, width, height)
    assert "".join(words_of(block)) == "".join(text.split())
    assert block.width <= width + 1 or block.size == FLOOR
