"""Sessions side by side: what is equal stands together, and what is small stays hidden."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.debrief.compare import (
    LEAST_PERSONS,
    LEAST_SESSIONS,
    WHOLE_ROOM,
    Cell,
    DilemmaTable,
    Line,
    compare,
)


@dataclass(frozen=True)
class Votes:
    valid: int
    persons: int
    counts: Mapping[str, float]


@dataclass(frozen=True)
class ARound:
    votes: Mapping[tuple[int, str], Votes]
    shifts: Mapping[tuple[str, str, str], int] = field(default_factory=dict)
    dilemma: str = "d1"
    title: str = "Het project"
    question_type: str = "single_choice"
    decided: tuple[str, ...] = ("b",)


@dataclass(frozen=True)
class ASession:
    id: str
    rounds: tuple[ARound, ...]
    sha256: str = "one"


def counted(**counts: int) -> Votes:
    whole = sum(counts.values())
    return Votes(whole, whole, dict(counts))


def a_round(
    per_role: Mapping[str, tuple[Votes, Votes]],
    shifts: Mapping[tuple[str, str, str], int] | None = None,
    kind: str = "single_choice",
) -> ARound:
    """A dilemma from what each role chose twice; the room is their sum."""
    votes: dict[tuple[int, str], Votes] = {}
    for number in (1, 2):
        room: dict[str, float] = {}
        for role, pair in per_role.items():
            votes[number, role] = pair[number - 1]
            for choice, n in pair[number - 1].counts.items():
                room[choice] = room.get(choice, 0) + n
        people = sum(pair[number - 1].persons for pair in per_role.values())
        votes[number, WHOLE_ROOM] = Votes(people, people, room)
    return ARound(votes, shifts or {}, question_type=kind)


TWO_ROLES = a_round(
    {
        "inwoner": (counted(a=4, b=2), counted(a=1, b=5)),
        "huisarts": (counted(a=6, b=0), counted(a=5, b=1)),
    },
    {
        ("inwoner", "a", "a"): 1,
        ("inwoner", "a", "b"): 3,
        ("inwoner", "b", "b"): 2,
        ("huisarts", "a", "a"): 5,
        ("huisarts", "a", "b"): 1,
    },
)


def only(*sessions: ASession) -> DilemmaTable:
    (edition,) = compare(sessions)
    (table,) = edition.dilemmas
    return table


def line(table: DilemmaTable, role: str) -> Line:
    (found,) = (one for one in table.lines if one.role == role)
    return found


def test_two_sessions_stand_side_by_side_per_role() -> None:
    table = only(ASession("s1", (TWO_ROLES,)), ASession("s2", (TWO_ROLES,)))
    assert [one.role for one in table.lines] == ["", "huisarts", "inwoner"]
    assert table.choices == ("a", "b")
    room = line(table, WHOLE_ROOM).cells[0]
    assert room.first == {"a": 10 / 12, "b": 2 / 12}
    assert room.second == {"a": 0.5, "b": 0.5}
    assert (room.persons, room.moved, room.both) == (12, 4, 12)
    assert (room.label, room.decided) == (2, ("b",))
    own = line(table, "inwoner").cells[1]
    assert (own.persons, own.moved, own.label, own.decided) == (6, 3, None, ())
    assert own.second == {"a": 1 / 6, "b": 5 / 6}


def test_another_text_of_the_scenario_stands_apart() -> None:
    sessions = [ASession(f"s{n}", (TWO_ROLES,), "one" if n % 2 else "other") for n in range(1, 4)]
    editions = compare(sessions)
    assert [edition.sessions for edition in editions] == [("s1", "s3"), ("s2",)]


def test_a_dilemma_that_a_session_did_not_play_is_a_gap() -> None:
    other = ARound(TWO_ROLES.votes, TWO_ROLES.shifts, "d2")
    (edition,) = compare([ASession("s1", (TWO_ROLES, other)), ASession("s2", (other,))])
    assert [table.dilemma for table in edition.dilemmas] == ["d1", "d2"]
    gap = edition.dilemmas[0].lines[0].cells[1]
    assert gap == Cell(there=False)


def test_a_role_of_few_people_is_hidden_and_so_is_what_would_give_it_away() -> None:
    few = a_round(
        {
            "inwoner": (counted(a=2, b=2), counted(a=2, b=2)),
            "huisarts": (counted(a=3, b=2), counted(a=3, b=2)),
            "wethouder": (counted(a=9, b=2), counted(a=9, b=2)),
        }
    )
    table = only(ASession("s1", (few,)))
    hidden = {one.role for one in table.lines if one.cells[0].hidden}
    assert hidden == {"inwoner", "huisarts"}
    cell = line(table, "inwoner").cells[0]
    assert (cell.first, cell.second, cell.persons, cell.moved) == ({}, {}, 0, None)


def test_a_room_of_four_is_hidden_but_what_it_decided_is_not() -> None:
    four = a_round({"inwoner": (counted(a=4), counted(a=4))})
    room = line(only(ASession("s1", (four,))), WHOLE_ROOM).cells[0]
    assert (room.hidden, room.first, room.decided) == (True, {}, ("b",))


def test_what_is_pooled_is_the_mean_of_sessions_and_not_of_people() -> None:
    large = a_round({"inwoner": (counted(a=100), counted(a=100))})
    small = a_round({"inwoner": (counted(a=0, b=10), counted(a=0, b=10))})
    table = only(ASession("s1", (large,)), ASession("s2", (small,)), ASession("s3", (small,)))
    pooled = line(table, "inwoner").pooled
    assert (pooled.sessions, pooled.persons, pooled.hidden) == (3, 120, False)
    assert pooled.second == {"a": pytest.approx(1 / 3), "b": pytest.approx(2 / 3)}
    assert pooled.spread == {"a": (0, 1), "b": (0, 1)}
    assert pooled.moved is None, "nobody's two votes are known"


def test_two_sessions_are_too_few_to_pool() -> None:
    table = only(ASession("s1", (TWO_ROLES,)), ASession("s2", (TWO_ROLES,)))
    assert all(one.pooled.hidden and not one.pooled.second for one in table.lines)


def test_small_roles_of_enough_sessions_can_be_pooled() -> None:
    moves = {("inwoner", "a", "b"): 1, ("inwoner", "b", "b"): 1}
    two = a_round({"inwoner": (counted(a=1, b=1), counted(b=2))}, moves)
    table = only(*(ASession(f"s{n}", (two,)) for n in range(3)))
    pooled = line(table, "inwoner").pooled
    assert (pooled.hidden, pooled.persons, pooled.moved) == (False, 6, 0.5)
    assert all(cell.hidden for cell in line(table, "inwoner").cells)


def test_points_are_shares_of_all_points_and_have_no_label() -> None:
    votes = Votes(6, 6, {"a": 400.0, "b": 200.0})
    room = ARound({(1, WHOLE_ROOM): votes, (2, WHOLE_ROOM): votes}, question_type="points")
    cell = only(ASession("s1", (room,))).lines[0].cells[0]
    assert cell.second == {"a": pytest.approx(2 / 3), "b": pytest.approx(1 / 3)}
    assert (cell.label, cell.both) == (None, None)


def test_scale_points_stand_in_their_order_and_have_the_label_of_scales() -> None:
    votes = counted(**{"1": 4, "2": 1, "4": 1, "5": 4})
    room = ARound({(2, WHOLE_ROOM): votes}, question_type="agreement")
    table = only(ASession("s1", (room,)))
    assert table.choices == ("1", "2", "4", "5")
    assert (table.lines[0].cells[0].label, table.lines[0].cells[0].first) == (2, {})


def test_a_vote_without_a_valid_ballot_has_no_shares() -> None:
    room = ARound({(2, WHOLE_ROOM): Votes(0, 6, {})})
    cell = only(ASession("s1", (room,))).lines[0].cells[0]
    assert (cell.there, cell.second) == (True, {})


SIZES = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 12), min_size=1)


@given(st.lists(SIZES, min_size=1, max_size=5))
def test_no_small_group_is_ever_shown_nor_left_over(rooms: list[dict[str, int]]) -> None:
    sessions = [
        ASession(f"s{n}", (a_round({r: (counted(a=k), counted(a=k)) for r, k in room.items()}),))
        for n, room in enumerate(rooms)
    ]
    table = only(*sessions)
    for place, room in enumerate(rooms):
        shown = {
            one.role
            for one in table.lines
            if one.role and one.cells[place].there and not one.cells[place].hidden
        }
        assert all(room[role] >= LEAST_PERSONS for role in shown)
        rest = sum(room.values()) - sum(room[role] for role in shown)
        whole = line(table, WHOLE_ROOM).cells[place]
        assert whole.hidden or rest == 0 or rest >= LEAST_PERSONS
    for one in table.lines:
        if not one.pooled.hidden:
            assert one.pooled.sessions >= LEAST_SESSIONS
            assert one.pooled.persons >= LEAST_PERSONS
