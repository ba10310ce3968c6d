"""Words are set as a printer would: quotes, dashes, and lines that fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.desktop.printing.flow import shortened
from dilemmaspel.desktop.printing.lettering import (
    BODY,
    TITLE,
    even_lines_of,
    lines_of,
    paragraphs_of,
    typeset,
    width_of,
)
from dilemmaspel.desktop.style import load_fonts

pytestmark = pytest.mark.usefixtures("qapp")

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=60
)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('Zij zegt: "Kom maar."', "Zij zegt: “Kom maar.”"),
        ('"Ja", zegt hij ("misschien").', "“Ja”, zegt hij (“misschien”)."),
        ("Eerlijk - iedereen komt aan de beurt", "Eerlijk – iedereen komt aan de beurt"),
        ("'s avonds zo'n groepje", "’s avonds zo’n groepje"),
        ("Wacht...", "Wacht…"),
        ("Een regel\n  die doorgaat", "Een regel die doorgaat"),
        ("60.000 euro per jaar", "60.000\u00a0euro per jaar"),
        ("4 jaar lang", "4\u00a0jaar\u00a0lang"),
    ],
)
def test_a_text_is_set_with_the_signs_of_print(typed: str, printed: str) -> None:
    assert typeset(typed) == printed


def test_setting_a_text_twice_changes_nothing() -> None:
    text = typeset('Zij zegt: "Kom maar - om 8 euro." \'s Avonds...')
    assert typeset(text) == text


@given(st.lists(WORDS, max_size=30), st.floats(20, 200))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(
    words: list[str], width: float
) -> None:
    load_fonts()
    text = " ".join(words)
    lines = lines_of(text, BODY, width)
    assert all(width_of(line, BODY) <= width or len(line) == 1 for line in lines)
    assert "".join(lines).replace(" ", "") == typeset(text).replace(" ", "")


def test_the_lines_of_a_heading_are_about_equally_long() -> None:
    load_fonts()
    text = "Wat doen we met De Schakel als het project stopt?"
    usual, even = lines_of(text, TITLE, 150), even_lines_of(text, TITLE, 150)
    assert len(even) == len(usual) == 2
    assert width_of(even[1], TITLE) > width_of(usual[1], TITLE)


def test_a_heading_never_breaks_inside_a_word_that_fits() -> None:
    load_fonts()
    lines = even_lines_of("Beleidsmedewerker van de gemeente", TITLE, 90)
    assert lines[0].split()[0] == "Beleidsmedewerker"


def test_paragraphs_are_cut_at_empty_lines_only() -> None:
    assert paragraphs_of("Een\nzin.\n\n Nog een. \n\n\n") == ("Een\nzin.", "Nog een.")


def test_a_title_at_the_edge_is_shortened_with_an_ellipsis() -> None:
    load_fonts()
    assert shortened("Kort", 50) == "Kort"
    assert shortened("Een heel lange titel die niet past", 30).endswith(" …")
