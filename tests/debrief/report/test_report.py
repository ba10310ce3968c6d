"""What a report says, before it is a page or paper."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.debrief.figures import Column, DilemmaName, Place, RoleShare, Shares, Unit
from dilemmaspel.debrief.report.dates import day, span
from dilemmaspel.debrief.report.dilemma import context
from dilemmaspel.debrief.report.markup import el, text
from dilemmaspel.debrief.report.tabling import written
from dilemmaspel.debrief.report.votes_grid import votes_grid
from dilemmaspel.debrief.saying import say
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.ids import DilemmaId, RoleId
from dilemmaspel.game.scenario import Role
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.texts import Texts

NL, EN = Texts("nl"), Texts("en")
PLACES = (Place("a", 0, "Ja"), Place("b", 1, "Nee"))
NOON = 1_772_622_000_000  # 4 March 2026, somewhere around the middle of the day


def shares(
    vote: Vote, counts: tuple[int, ...], roles: dict[str, tuple[int, ...]], **more: int
) -> Shares:
    asked = QuestionType.POINTS if more.get("points") else QuestionType.SINGLE_CHOICE
    valid = more.get("valid", sum(counts))
    return Shares(
        dilemma=DilemmaName(DilemmaId("d1"), 1, "Geld", "Wat nu?", asked),
        vote=vote,
        places=PLACES,
        counts=counts,
        valid=valid,
        abstained=more.get("abstained", 0),
        missing=0,
        present=valid,
        weighted=None,
        roles=tuple(
            RoleShare(Role(RoleId(name), name, name), own, more.get("each", sum(own)), 0)
            for name, own in roles.items()
        ),
        hidden=0,
        by_hand=0,
        chosen=("b",),
        points_total=more.get("points", 0),
    )


def test_two_votes_stand_in_one_table() -> None:
    first = shares(Vote.FIRST, (3, 1), {"inwoner": (2, 1), "huisarts": (1, 0)})
    second = shares(Vote.SECOND, (1, 4), {"inwoner": (1, 2), "raadslid": (0, 2)}, abstained=1)
    grid = votes_grid(EN, [first, second])
    assert grid.rows == (
        ("inwoner", "2 → 1", "1 → 2", "3 → 3", "0 → 0"),
        ("huisarts", "1 → –", "0 → –", "1 → –", "0 → –"),
        ("raadslid", "– → 0", "– → 2", "– → 2", "– → 0"),
        ("Everyone", "3 → 1", "1 → 4", "4 → 5", "0 → 1"),
    )
    assert [head.choice.chosen for head in grid.heads if head.choice] == [False, True]


def test_a_role_without_a_valid_vote_has_no_number() -> None:
    grid = votes_grid(EN, [shares(Vote.FIRST, (3, 1), {"inwoner": (0, 0)})])
    assert grid.rows[0] == ("inwoner", "–", "–", "0", "0")


def test_points_are_means_that_add_up() -> None:
    only = shares(Vote.FIRST, (100, 200), {}, valid=3, points=100)
    assert votes_grid(EN, [only]).rows[-1][1:3] == ("33", "67")


@given(st.text(max_size=300))
def test_a_context_begins_the_story_and_ends_a_sentence(story: str) -> None:
    found = context(story)
    assert " ".join(story.split()).startswith(found)


def test_a_long_story_is_cut_at_a_sentence() -> None:
    story = "Een zin van acht woorden is dit wel. " * 20
    assert context(story) == ("Een zin van acht woorden is dit wel. " * 9).strip()


def test_days_and_times_are_words() -> None:
    assert day(NL, NOON) == "4 maart 2026"
    assert day(EN, NOON) == "4 March 2026"
    hour = 3_600_000
    assert span(NL, NOON, NOON + hour).startswith("4 maart 2026, ")
    assert " tot " in span(NL, NOON, NOON + hour)
    assert span(NL, NOON, None).startswith("4 maart 2026, vanaf ")
    assert span(NL, NOON, NOON + 48 * hour) == "4 maart 2026 tot en met 6 maart 2026"


@pytest.mark.parametrize(
    ("unit", "decimals", "cell", "words"),
    [
        (Unit.TEXT, 0, None, "–"),
        (Unit.TEXT, 0, "{x}", "{x}"),
        (Unit.FLAG, 0, True, "ja"),
        (Unit.FLAG, 0, False, "nee"),
        (Unit.SHARE, 1, Fraction(1, 3), "33,3%"),
        (Unit.NUMBER, 2, Fraction(-1, 3), "−0,33"),
        (Unit.COUNT, 0, 1234, "1.234"),
        (Unit.YEAR, 0, 2026, "2026"),
        (Unit.MONEY, 0, -12, "−12"),
    ],
)
def test_cells_are_written_as_their_column_asks(
    unit: Unit, decimals: int, cell: object, words: str
) -> None:
    column = Column("x", say("x"), unit, decimals)
    assert written(NL, column, cell) == words  # type: ignore[arg-type] # every kind of cell


def test_what_people_wrote_is_never_markup() -> None:
    evil = "<script>alert('x')</script>\0&"
    assert "<script" not in el("p", evil, title=evil)
    assert el("p", "<b>") == "<p>&lt;b&gt;</p>"
    assert el("p", el("b", "x")) == "<p><b>x</b></p>"
    assert "\0" not in text(evil)
