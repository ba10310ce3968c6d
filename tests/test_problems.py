"""Problems of a file and troubles around the app, in words for people."""

import dataclasses

import pytest

from dilemmaspel.problems import (
    EnvironmentTrouble,
    Level,
    Problem,
    Word,
    sorted_problems,
)
from dilemmaspel.texts import Texts

ENGLISH = Texts("en")


def problem(line: int = 1, column: int = 1, **changes: object) -> Problem:
    base = Problem(
        "scenario.yaml",
        line,
        column,
        Level.ERROR,
        "unknown-key",
        "“{key}” is unknown.",
        "Did you mean “{near}”?",
        {"key": "titl", "near": "title"},
        "titl: Hallo",
    )
    return dataclasses.replace(base, **changes)  # type: ignore[arg-type] # any field of a problem


def test_a_problem_points_at_its_spot() -> None:
    assert problem(3, 7).text(ENGLISH).splitlines() == [
        "scenario.yaml, line 3, column 7: Error: “titl” is unknown.",
        "     3 | titl: Hallo",
        "       |       ^",
        "  Did you mean “title”?",
    ]


def test_the_caret_stays_under_the_spot_with_tabs_and_wide_letters() -> None:
    for excerpt, column, width in (("\ta: b", 2, 4), ("東京: b", 3, 4), ("e\u0301: b", 3, 1)):
        lines = problem(1, column, excerpt=excerpt).text(ENGLISH).splitlines()
        assert lines[2] == f"       | {' ' * width}^"


def test_a_long_line_is_shown_around_the_spot() -> None:
    lines = problem(1, 900, excerpt="x" * 899 + "!" + "x" * 900).text(ENGLISH).splitlines()

    assert len(lines[1]) < 120
    assert lines[1][lines[2].index("^")] == "!"


def test_what_a_terminal_could_obey_is_not_written() -> None:
    assert "\x1b" not in problem(excerpt="a: \x1b[31mrood").text(ENGLISH)


def test_a_problem_without_a_line_shows_none() -> None:
    assert len(problem(excerpt="").text(ENGLISH).splitlines()) == 2


def test_a_value_can_be_translated_itself() -> None:
    one = problem(values={"key": Word("Error"), "near": "x"})

    assert one.message_in(Texts("nl")).startswith(f"“{Texts('nl')('Error')}”")


def test_problems_come_by_place_and_each_once() -> None:
    later, earlier = problem(5), problem(2, 9)

    assert sorted_problems([later, earlier, later]) == (earlier, later)


def test_a_trouble_says_what_happened_what_is_lost_and_what_now() -> None:
    trouble = EnvironmentTrouble(
        "The disk “{disk}” is full.", "Nothing is lost.", "Free some space.", disk="C"
    )

    with pytest.raises(EnvironmentTrouble, match="“C” is full"):
        raise trouble
    told = trouble.message_in(ENGLISH)
    assert told == "The disk “C” is full. Nothing is lost. Free some space."


def test_a_trouble_may_leave_a_part_out() -> None:
    trouble = EnvironmentTrouble("There is no camera.", "", "Type the codes.")

    assert trouble.message_in(ENGLISH) == "There is no camera. Type the codes."
