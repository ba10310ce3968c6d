from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.texts import DEFAULT_LANGUAGE, LANGUAGES, Texts, mark, percent

NUMBERS = st.integers() | st.fractions() | st.decimals(allow_nan=False, allow_infinity=False)


def test_dutch_is_what_people_get_by_default() -> None:
    assert Texts().language == DEFAULT_LANGUAGE == "nl"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_that_nobody_translated_stays_as_it_is(language: str) -> None:
    assert Texts(language)("Nobody says {what}", what="this") == "Nobody says this"


def test_a_marked_message_is_the_message() -> None:
    assert mark("Vote") == "Vote"


def test_without_values_braces_stay_as_they_are() -> None:
    assert Texts("en")("Open {brace") == "Open {brace"


def test_an_empty_message_is_empty_and_not_the_header_of_the_catalogue() -> None:
    assert Texts("nl")("") == ""


def test_values_may_be_called_like_the_parameters() -> None:
    assert Texts("en")("{message} {n}", message="a", n=2) == "a 2"


@pytest.mark.parametrize(("n", "said"), [(0, "0 cats"), (1, "1 cat"), (2, "2 cats")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plural_fits_the_number(language: str, n: int, said: str) -> None:
    assert Texts(language).plural("{n} cat", "{n} cats", n) == said


@pytest.mark.parametrize(("language", "said"), [("nl", "1.234 cats"), ("en", "1,234 cats")])
def test_a_count_is_written_as_a_number_of_the_language(language: str, said: str) -> None:
    assert Texts(language).plural("{n} cat", "{n} cats", 1234) == said


@pytest.mark.parametrize(("language", "said"), [("nl", "9,0 of 1.234"), ("en", "9.0 of 1,234")])
def test_a_decimal_in_a_message_keeps_its_decimals(language: str, said: str) -> None:
    values = {"mean": Decimal("9.0"), "all": Decimal(1234)}
    assert Texts(language)("{mean} of {all}", **values) == said


def test_a_year_or_a_line_number_is_not_a_count() -> None:
    assert Texts("nl")("In {year}, line {line}", year=2026, line=1500) == "In 2026, line 1500"


@pytest.mark.parametrize(
    ("share", "said"),
    [(0, "0%"), (1, "100%"), (Fraction(1, 8), "13%"), (Fraction(5, 8), "63%"), (0.125, "13%")],
)
def test_a_share_is_a_whole_percentage_without_a_space(share: float | Fraction, said: str) -> None:
    assert percent(share) == said


def test_a_plural_takes_other_values_besides_the_number() -> None:
    assert Texts("en").plural("{n} of {all}", "{n} of {all}", n=3, all=5) == "3 of 5"


def test_a_language_without_a_catalogue_is_refused_with_the_choices() -> None:
    with pytest.raises(ValueError, match=r"'de'; choose from nl, en"):
        Texts("de")


@pytest.mark.parametrize(
    ("value", "decimals", "dutch", "english"),
    [
        (0, 0, "0", "0"),
        (1234567, 0, "1.234.567", "1,234,567"),
        (1234.5, 1, "1.234,5", "1,234.5"),
        (Fraction(2, 3), 2, "0,67", "0.67"),
        (Decimal("0.5"), 0, "1", "1"),
        (-2.5, 0, "\u22123", "\u22123"),
        (Fraction(-1, 3), 0, "0", "0"),
        (-0.04, 1, "0,0", "0.0"),
        (Fraction(-1, 2), 1, "\u22120,5", "\u22120.5"),
    ],
)
def test_numbers_are_written_as_the_language_does(
    value: float | Fraction | Decimal, decimals: int, dutch: str, english: str
) -> None:
    assert Texts("nl").number(value, decimals) == dutch
    assert Texts("en").number(value, decimals) == english


@given(NUMBERS, st.integers(0, 6))
def test_a_written_number_is_at_most_half_a_unit_off(
    value: int | Fraction | Decimal, decimals: int
) -> None:
    written = Texts("en").number(value, decimals).replace(",", "").replace("\u2212", "-")
    assert abs(Fraction(written) - Fraction(value)) <= Fraction(1, 2 * 10**decimals)
