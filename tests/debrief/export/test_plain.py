"""What of a session may leave the laptop, and what is held back."""

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.debrief.export import guarding, plain
from dilemmaspel.debrief.export.codebook import Column, Kind, TableInfo, codebook
from tests.debrief.logged import ballot, made, records, row

OWN = "eigen_stem"
Person = tuple[str, str]
PEOPLE = st.lists(
    st.tuples(st.sampled_from(["inwoner", "huisarts", "raadslid"]), st.sampled_from("abc")),
    min_size=1,
    max_size=30,
)


def cast(people: list[Person], vote: str = "vote1") -> list[object]:
    return [
        ballot(role, choice, vote, seat=seat) for seat, (role, choice) in enumerate(people, start=1)
    ]


def personal(*values: str, attempt: int = 1) -> list[tuple[object, ...]]:
    return [(1, "d1", "vote1", attempt, value, int(value != "a")) for value in values]


def test_the_local_contact_stays_here() -> None:
    (session,) = records(made(), "sessions")
    assert json.loads(session["settings"]) == {"smallest_group": 5}


def test_four_personal_votes_are_not_told() -> None:
    assert records(made(personal_votes=personal("a", "a", "b", "b")), "personal_totals") == []


def test_five_personal_votes_are_counted_and_never_crossed_with_the_role() -> None:
    found = records(made(personal_votes=personal("a", "a", "b", "b", "c")), "personal_totals")
    assert [(r["value"], r["votes"], r["differ"]) for r in found] == [
        ("*", 5, 3),
        ("a", 2, None),
        ("b", 2, None),
        ("c", 1, None),
    ]


def test_only_the_newest_attempt_of_a_personal_vote_counts() -> None:
    votes = personal("a", "a", "a", "a", "a") + personal("b", "b", "b", "b", "b", attempt=2)
    found = records(made(personal_votes=votes), "personal_totals")
    assert [(r["value"], r["votes"]) for r in found] == [("*", 5), ("b", 5)]


def test_a_role_play_keeps_its_ballots_as_they_are() -> None:
    people = [("inwoner", "a"), ("huisarts", "b")]
    found = records(made(ballot_list=cast(people)), "ballot_list")
    assert [(r["seat"], r["role"], r["choice"]) for r in found] == [
        (1, "inwoner", "a"),
        (2, "huisarts", "b"),
    ]


@given(PEOPLE, PEOPLE)
def test_own_voices_have_no_thread_between_votes(one: list[Person], other: list[Person]) -> None:
    session = made(OWN, ballot_list=cast(one) + cast(other, "vote2"))
    found = records(session, "ballot_list")
    loose = ("seat", "attempt", "channel", "confidence", "comment", "predicted_role")
    assert all(r[name] is None for r in found for name in loose)
    for vote, people in (("vote1", one), ("vote2", other)):
        rows = [r for r in found if r["vote"] == vote]
        assert Counter(r["choice"] for r in rows) == Counter(choice for _, choice in people)
        assert [r["number"] for r in rows] == list(range(1, len(people) + 1))


@given(PEOPLE)
def test_a_role_of_own_voices_is_named_only_when_none_is_too_small(people: list[Person]) -> None:
    found = records(made(OWN, ballot_list=cast(people)), "ballot_list")
    sizes = Counter(role for role, _ in people)
    if min(sizes.values()) >= 5:
        assert Counter((r["role"], r["choice"]) for r in found) == Counter(people)
    else:
        assert {r["role"] for r in found} == {None}


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 12), min_size=1))
def test_no_rest_gives_a_small_role_away(sizes: dict[str, int]) -> None:
    people = [
        row("participants", session=1, seat=1, role=role, heads=1)
        for role, n in sizes.items()
        for _ in range(n)
    ]
    found = records(made(OWN, participants=people), "participants")
    assert sum(r["heads"] for r in found) == sum(sizes.values())
    assert all(r["seat"] is None for r in found)
    assert all(r["heads"] >= 5 and sizes[r["role"]] == r["heads"] for r in found if r["role"])
    rest = [r["heads"] for r in found if r["role"] is None]
    assert rest == [] or rest[0] >= 5 or len(found) == 1


def test_the_order_of_own_voices_is_of_chance() -> None:
    people = [("inwoner", "abcde"[n % 5]) for n in range(20)]
    orders = {
        tuple(
            r["choice"] for r in records(made(OWN, seed, ballot_list=cast(people)), "ballot_list")
        )
        for seed in range(5)
    }
    assert len(orders) == 5


def test_a_changed_mind_is_not_told_of_own_voices() -> None:
    ballots = [ballot("inwoner", "a", superseded=1), ballot("inwoner", "b")]
    assert [r["choice"] for r in records(made(OWN, ballot_list=ballots), "ballot_list")] == ["b"]


def test_counts_per_role_of_own_voices_are_taken_together() -> None:
    rollups = [
        row("rollups", session=1, round=1, vote=1, role=role, choice="*", ballots=n, points=p)
        for role, n, p in (("inwoner", 7, 2.5), ("huisarts", 2, None))
    ]
    people = [("inwoner", "a")] * 7 + [("huisarts", "b")] * 2
    session = made(OWN, ballot_list=cast(people), rollups=rollups)
    (found,) = records(session, "rollups")
    assert (found["role"], found["ballots"], found["points"]) == ("*", 9, 2.5)


def test_a_table_with_roles_that_nobody_looked_at_stays_empty(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    columns = tuple(Column(name, Kind.TEXT, "x") for name in ("session", "role", "secret"))
    moves = ("session", "round", "role", "first", "second", "ballots")
    shifts = tuple(Column(name, Kind.TEXT, "x") for name in moves)
    book = {
        **codebook(),
        "fresh": TableInfo("fresh", "x", columns),
        "shifts": TableInfo("shifts", "x", shifts),
    }
    for module in (plain, guarding):
        monkeypatch.setattr(module, "codebook", lambda: book)
    rows: dict[str, Any] = {
        "fresh": [(1, "inwoner", "a")],
        "shifts": [(1, 1, "inwoner", "a", "b", 2), (1, 1, "huisarts", "a", "b", 1)],
    }
    assert made("rollenspel", **rows).tables["fresh"] == rows["fresh"]
    own = made(OWN, **rows).tables
    assert own["fresh"] == ()
    assert own["shifts"] == [(1, 1, "*", "a", "b", 3)]


def test_equal_weights_are_told_of_own_voices_only_with_large_roles() -> None:
    decision = row("decisions", session=1, round=1, role_weighted='{"a":"1/2"}', raw='{"a":7}')
    large, small = [("inwoner", "a")] * 5, [("huisarts", "b")]
    for people, told in ((large, '{"a":"1/2"}'), (large + small, "{}")):
        session = made(OWN, ballot_list=cast(people), decisions=[decision])
        (found,) = records(session, "decisions")
        assert (found["role_weighted"], found["raw"]) == (told, '{"a":7}')


def test_what_own_voices_said_beside_their_vote_is_loose_from_it() -> None:
    ballots = [
        ballot("inwoner", "a", seat=n, confidence=4, comment=f"reden {n}", value_card="zorg")
        for n in range(1, 6)
    ] + [ballot("inwoner", "b", "vote2", confidence=2, comment="later")]
    found = records(made(OWN, ballot_list=ballots), "answers")
    told = {(r["vote"], r["question"], r["answer"]): r["ballots"] for r in found}
    assert told[("vote1", "confidence", 4)] == 5
    assert told[("vote1", "comment", "reden 3")] == 1
    assert ("vote2", "confidence", 2) not in told
    assert told[("vote2", "comment", "later")] == 1


def test_own_voices_are_not_named_with_their_arguments_or_their_poll() -> None:
    argument = row("arguments", session=1, number=1, role="inwoner", text="te duur")
    poll = [(1, 1, 5, 1), (1, 2, 1, None), (1, 3, 3, 4)]
    session = made(OWN, arguments=[argument], exit_poll=poll)
    assert records(session, "arguments")[0]["role"] is None
    assert session.tables["exit_poll"] == [(1, 1, 1, 1), (1, 2, 3, 4), (1, 3, 5, None)]
