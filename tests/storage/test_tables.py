import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dilemmaspel.game.ballots import Channel, Vote
from dilemmaspel.game.commands import (
    AddAgreement,
    AddArgument,
    AddCondition,
    AddNote,
    AnswerExitPoll,
    AskQuestion,
    AssignRole,
    CastBallot,
    ChangeAgreement,
    ChangeVoting,
    CloseSession,
    CountExitPoll,
    EndEarly,
    Join,
    Leave,
    MarkQuestion,
    PlanDebrief,
    PollAsk,
    RemoveAgreement,
    Reopen,
    ShareInfo,
    ShowFigure,
    SkipDilemma,
    Undo,
)
from dilemmaspel.game.ids import OptionId, RoleId, SeatId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Inputs, Profile, Setup, Voting
from dilemmaspel.game.state import State
from dilemmaspel.session import Session
from dilemmaspel.storage.log import LogFile
from dilemmaspel.storage.verify import verify
from tests.session.room import (
    Clock,
    a_ballot,
    a_start,
    advance,
    ask,
    everybody_votes,
    go_to,
    opened,
)

FLAGSHIPS = ("f1-de-schakel", "p1-de-volle-wachtkamer", "c1-het-wijkteam-loopt-over")
Rows = list[tuple[Any, ...]]


class Tables:
    """Looks into the file as any other program would."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, sql: str) -> Rows:
        with closing(sqlite3.connect(self._path)) as conn:
            return conn.execute(sql).fetchall()


@pytest.fixture
def look(log: LogFile) -> Iterator[Tables]:
    yield Tables(log.path)
    assert verify(log.path).is_fine, "the tables no longer equal the events"


def test_a_session_tells_what_it_was_set_up_as(look: Tables, session: Session) -> None:
    setup = Setup(organisation="Wijkraad", region="NL-UT", practice=True, profile=Profile.SHORT)
    ask(session, a_start("s1", setup))
    assert look(
        "SELECT id, organisation, region, practice, profile, kind, scenario_id, phase, "
        "closed_properly, length(scenario_sha256) FROM sessions"
    ) == [
        ("s1", "Wijkraad", "NL-UT", 1, "kort", "rollenspel", "f1-de-schakel", "lobby", None, 64)
    ]  # fmt: skip
    assert json.loads(look("SELECT settings FROM sessions")[0][0])["region"] == "NL-UT"


def test_a_session_tells_how_it_ended(look: Tables, session: Session, clock: Clock) -> None:
    ask(session, a_start())
    clock.pass_by(1_000)
    ask(session, CloseSession())
    assert look("SELECT phase, ended_at, closed_properly FROM sessions") == [
        ("closed", clock.now, 0)
    ]


def test_participants_are_seats_with_a_role(look: Tables, session: Session) -> None:
    ask(session, a_start())
    ask(session, Join(RoleId("sociaal_werker")))
    ask(session, Join(RoleId("inwoner"), Channel.TABLE, heads=4))
    ask(session, AssignRole(SeatId(1), RoleId("beleidsmedewerker")))
    ask(session, Leave(SeatId(1)))
    assert look("SELECT * FROM participants") == [
        (1, 1, "beleidsmedewerker", "passed", 1, 0, "lobby", "lobby"),
        (1, 2, "inwoner", "table", 4, 1, "lobby", None),
    ]
    assert look("SELECT participants, people FROM sessions") == [(2, 5)]


def test_a_ballot_stands_there_as_it_was_cast(look: Tables, session: Session) -> None:
    inputs = Inputs(confidence=True, comment=True, prediction=True)
    opened(session, setup=Setup(profile=Profile.SHORT, inputs=inputs))
    ask(
        session,
        a_ballot(
            session.latest,
            2,
            "b",
            confidence=4,
            comment="because",
            channel=Channel.PHONE,
            prediction=("inwoner", "a"),
        ),
    )
    role = session.latest.seats[SeatId(2)].role
    assert look(
        "SELECT session, dilemma, round, vote, attempt, seat, role, choice, count, heads, channel, "
        "superseded, confidence, value_card, comment, predicted_role, predicted_choice "
        "FROM ballot_list"
    ) == [
        ("s1", "d1", 1, "vote1", 1, 2, role, "b", 1, 1, "phone", 0, 4, None, "because",
         "inwoner", "a")
    ]  # fmt: skip


def test_an_abstention_has_no_choice(look: Tables, session: Session) -> None:
    dilemma = opened(session)
    ask(session, CastBallot(dilemma, Vote.FIRST, None, seat=SeatId(1)))
    assert look("SELECT choice, superseded FROM ballots") == [(None, 0)]


def test_a_changed_ballot_supersedes_the_one_before(look: Tables, session: Session) -> None:
    opened(session)
    for choice in ("a", "b", "c"):
        ask(session, a_ballot(session.latest, 1, choice))
    ask(session, a_ballot(session.latest, 2, "a"))
    assert look("SELECT seat, choice, superseded FROM ballots") == [
        (1, "a", 1),
        (1, "b", 1),
        (1, "c", 0),
        (2, "a", 0),
    ]


def hands(session: Session, choice: str, count: int) -> None:
    state = session.latest
    assert state.dilemma is not None
    assert state.flow.open_vote is not None
    vote = state.flow.open_vote
    role = state.seats[SeatId(1)].role
    ask(
        session,
        CastBallot(state.dilemma.id, vote, choice, Channel.HANDS, role=role, count=count),
    )


def a_room_of_one_role(session: Session, people: int) -> None:
    ask(session, a_start())
    for _ in range(people):
        ask(session, Join(RoleId("inwoner")))
    go_to(session, Phase.VOTE1)


def test_a_show_of_hands_is_one_row_per_cell(look: Tables, session: Session) -> None:
    a_room_of_one_role(session, 5)
    hands(session, "a", 2)
    hands(session, "b", 1)
    hands(session, "a", 3)
    hands(session, "b", 0)
    assert look("SELECT seat, choice, count, superseded FROM ballots") == [
        (None, "a", 2, 1),
        (None, "b", 1, 1),
        (None, "a", 3, 0),
    ]


def test_live_ballots_stay_right_after_a_reopening_and_its_undo(
    look: Tables, session: Session
) -> None:
    a_room_of_one_role(session, 4)
    hands(session, "a", 1)
    hands(session, "a", 2)
    hands(session, "b", 1)
    hands(session, "b", 0)
    ask(session, a_ballot(session.latest, 4, "c"))
    ask(session, a_ballot(session.latest, 4, "d"))
    live = "SELECT choice, count FROM ballots WHERE superseded = 0 ORDER BY 1"
    before = look(live)
    advance(session)
    assert look(live) == before == [("a", 2), ("d", 1)]
    ask(session, Reopen(Vote.FIRST))
    assert look(live) == []
    ask(session, a_ballot(session.latest, 1, "c"))
    assert look(live) == [("c", 1)]
    ask(session, Undo())
    assert look(live) == before


def test_leaving_a_vote_by_undo_and_coming_back_keeps_its_ballots(
    look: Tables, session: Session
) -> None:
    opened(session, people=3)
    everybody_votes(session)
    live = "SELECT seat FROM ballots WHERE superseded = 0"
    ask(session, Undo())
    assert look(live) == []
    go_to(session, Phase.VOTE1)
    assert look(live) == [(1,), (2,), (3,)]


def rolled_up(state: State, vote: Vote) -> dict[tuple[str, str], int]:
    """A recount from the state."""
    assert state.dilemma is not None
    box = state.box(state.dilemma.id, vote)
    assert box is not None
    counts: dict[tuple[str, str], int] = {}
    for ballot in box.live():
        key = (str(ballot.role), str(ballot.choice or ""))
        counts[key] = counts.get(key, 0) + ballot.count
    return counts


def test_at_the_close_the_counts_per_role_are_rolled_up(look: Tables, session: Session) -> None:
    dilemma = opened(session, people=9)
    everybody_votes(session)
    ask(session, CastBallot(dilemma, Vote.FIRST, None, seat=SeatId(9)))
    assert look("SELECT * FROM rollups") == []
    advance(session)
    found = look("SELECT role, choice, ballots FROM rollups WHERE choice <> '*'")
    assert {(role, choice): n for role, choice, n in found} == rolled_up(session.latest, Vote.FIRST)
    assert look("SELECT sum(ballots) FROM rollups WHERE choice = '*'") == [(8,)]


def test_rollups_of_a_close_that_is_undone_are_gone(look: Tables, session: Session) -> None:
    opened(session)
    everybody_votes(session)
    advance(session)
    while session.latest.flow.open_vote is None:
        ask(session, Undo())
    assert look("SELECT * FROM rollups") == []


def test_points_and_orders_are_rolled_up_per_option(look: Tables, session: Session) -> None:
    setup = Setup(profile=Profile.HALF_DAY)
    opened(session, people=2, setup=setup)
    go_to(session, Phase.DEBRIEF)
    types: dict[str, int] = dict(look("SELECT question_type, round FROM rounds"))
    points = look(
        "SELECT sum(points) FROM rollups WHERE choice <> '*' AND vote = 1 AND round = "
        f"{types['points']}"
    )
    borda = look(
        "SELECT sum(points) FROM rollups WHERE choice <> '*' AND vote = 1 AND round = "
        f"{types['ranking']}"
    )
    assert points == [(200.0,)]
    assert borda == [(2 * (3 + 2 + 1 + 0),)]


def test_rounds_tell_what_became_of_every_dilemma(look: Tables, session: Session) -> None:
    opened(session, setup=Setup(profile=Profile.HALF_DAY))
    ask(session, SkipDilemma(session.latest.step))
    go_to(session, Phase.DECISION)
    go_to(session, Phase.NEWS_STORY)
    assert look("SELECT round, dilemma, year, status FROM rounds") == [
        (1, "d1", None, "skipped"),
        (2, "d2", 1, "decided"),
        (3, "d3", 2, "running"),
    ]


def test_a_dilemma_that_was_undone_is_marked(look: Tables, session: Session) -> None:
    opened(session, setup=Setup(profile=Profile.HALF_DAY))
    ask(session, SkipDilemma(session.latest.step))
    while session.latest.flow.dilemma != "d1":
        ask(session, Undo())
    assert look("SELECT dilemma, status, ended_at FROM rounds") == [
        ("d1", "running", None),
        ("d2", "undone", session.latest.started_at),
    ]


def test_phases_tell_how_long_each_was_planned_and_when_it_began(
    look: Tables, session: Session, clock: Clock
) -> None:
    ask(session, a_start())
    ask(session, Join())
    clock.pass_by(60_000)
    advance(session)
    assert look("SELECT number, phase, round, planned_ms, entered_at FROM phases") == [
        (1, "lobby", None, 0, clock.now - 60_000),
        (2, "intro", None, 360_000, clock.now),
    ]


def decided(session: Session) -> None:
    """Play the running dilemma up to its confirmed decision."""
    go_to(session, Phase.DECISION)
    while not session.latest.flow.decisions:
        advance(session)


def test_a_decision_keeps_both_counts_and_the_way_it_was_taken(
    look: Tables, session: Session
) -> None:
    opened(session)
    decided(session)
    (row,) = look("SELECT options, rule, raw, role_weighted, fallback_used FROM decisions")
    assert json.loads(row[0]) == list(session.latest.flow.decisions["d1"].chosen.options)  # type: ignore[index]
    assert row[1] == "plurality"
    assert sum(json.loads(row[2]).values()) == 6
    assert set(json.loads(row[3])) == {"a", "b", "c", "d"}


def test_a_cancelled_decision_takes_its_effects_back(look: Tables, session: Session) -> None:
    opened(session)
    tables = ("decisions", "effects_log", "indicator_values", "budget_values", "benefits")
    before = {table: look(f"SELECT * FROM {table}") for table in tables}
    decided(session)
    assert look("SELECT * FROM effects_log") != before["effects_log"]
    while session.latest.flow.decisions:
        ask(session, Undo("a mistake"))
    assert {table: look(f"SELECT * FROM {table}") for table in tables} == before
    assert look("SELECT undone > 0 FROM sessions") == [(1,)]


def test_the_world_stands_in_the_tables_year_by_year(look: Tables, session: Session) -> None:
    opened(session, setup=Setup(profile=Profile.HALF_DAY))
    go_to(session, Phase.DEBRIEF)
    world = session.latest.flow.world
    values = {(s.round, str(i), v) for s in world.snapshots for i, v in s.indicators.items()}
    assert set(look("SELECT year, indicator, value FROM indicator_values")) == values
    money = [(s.round, s.annual, s.committed, s.free, s.reserve) for s in world.snapshots]
    assert look("SELECT year, annual, committed, free, reserve FROM budget_values") == money
    assert len(look("SELECT * FROM effects_log")) == len(world.log)
    assert dict(look("SELECT pocket, benefit FROM benefits WHERE benefit")) == dict(world.benefits)


def test_what_people_write_down_is_kept_with_its_round(look: Tables, session: Session) -> None:
    opened(session)
    go_to(session, Phase.TALK)
    option, role = OptionId("b"), RoleId("inwoner")
    ask(session, AddNote("silence"))
    ask(session, AddArgument(option, "it lasts", role))
    ask(session, AddCondition(option, "if it is paid"))
    ask(session, ShareInfo(role))
    assert look("SELECT * FROM notes") == [(1, 1, 1, "talk", "quick", "silence")]
    assert look("SELECT * FROM arguments") == [(1, 1, 1, "b", "inwoner", "it lasts")]
    assert look("SELECT * FROM conditions") == [(1, 1, 1, "b", None, "if it is paid")]
    assert look("SELECT round, role FROM info_shared") == [(1, "inwoner")]
    ask(session, ShareInfo(role, shared=False))
    assert look("SELECT round, role FROM info_shared") == []


def test_the_end_of_a_session_is_kept(look: Tables, session: Session) -> None:
    opened(session)
    ask(session, EndEarly(session.latest.step))
    go_to(session, Phase.DEBRIEF)
    ask(session, AddAgreement("drink coffee", "we", "soon"))
    ask(session, AnswerExitPoll(4, None))
    assert look("SELECT * FROM agreements") == [(1, 1, "drink coffee", "we", "soon")]
    assert look("SELECT * FROM exit_poll") == [(1, 1, 4, None)]


def test_another_way_of_voting_is_noted(look: Tables, session: Session) -> None:
    ask(session, a_start())
    ask(session, ChangeVoting(Voting.HANDS))
    assert look("SELECT voting FROM sessions") == [("hands",)]


@pytest.mark.parametrize("flagship", FLAGSHIPS)
def test_the_tables_of_a_whole_flagship_equal_its_events(
    look: Tables, session: Session, flagship: str
) -> None:
    setup = Setup(profile=Profile.HALF_DAY, inputs=Inputs(personal=True))
    opened(session, people=7, setup=setup, flagship=flagship)
    go_to(session, Phase.DEBRIEF)
    ask(session, CloseSession())
    assert look("SELECT closed_properly FROM sessions") == [(1,)]
    assert look("SELECT count(*) FROM ballots WHERE superseded = 0")[0][0] >= 7 * 4


def test_a_ballot_takes_at_most_thirty_bytes(
    log: LogFile, session: Session, tmp_path: Path
) -> None:
    """On disk, in an archive of many sessions: one was played, the others are copies of it."""
    opened(session, people=25, setup=Setup(profile=Profile.SHORT))
    go_to(session, Phase.VOTE2)
    everybody_votes(session)
    copy = tmp_path / "copy.sqlite"
    shutil.copy(log.path, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as conn:
        conn.execute("BEGIN")
        for number in range(200, 700):
            more = "SELECT ?, round, vote, number, attempt, seat, role, choice, count, heads, "
            more += "channel, superseded, extra FROM ballots"
            conn.execute(f"INSERT INTO ballots {more} WHERE session = 1", (number,))
        conn.execute("COMMIT")
        (ballots,) = conn.execute("SELECT count(*) FROM ballots").fetchone()
        (size,) = conn.execute("PRAGMA page_size").fetchone()
        conn.execute("DROP VIEW ballot_list")
        conn.execute("DROP TABLE ballots")
        (pages,) = conn.execute("PRAGMA freelist_count").fetchone()
    assert ballots == 501 * 50
    assert pages * size / ballots <= 30


def a_debrief(session: Session) -> None:
    opened(session)
    ask(session, EndEarly(session.latest.step))
    go_to(session, Phase.DEBRIEF)


def test_the_questions_of_the_debrief_are_kept_with_what_became_of_them(
    look: Tables, session: Session
) -> None:
    a_debrief(session)
    planned = "SELECT question FROM debrief_questions WHERE place IS NOT NULL ORDER BY place"
    assert [n for (n,) in look(planned)] == list(session.latest.flow.agenda)
    ask(session, AskQuestion(14, session.latest.step))
    ask(session, MarkQuestion(5, used=False))
    ask(session, ShowFigure(8, "lenses"))
    ask(session, PlanDebrief((14, 1)))
    assert look(
        "SELECT question, part, place, used, figure FROM debrief_questions ORDER BY question"
    ) == [
        (0, "out_of_role", None, 1, ""),
        (1, "describe", 2, None, ""),
        (5, "understand", None, 0, ""),
        (8, "understand", None, None, "lenses"),
        (14, "apply", 1, None, ""),
    ]


def test_agreements_keep_their_number_when_others_go(look: Tables, session: Session) -> None:
    a_debrief(session)
    for what in ("one", "two", "three"):
        ask(session, AddAgreement(what))
    ask(session, ChangeAgreement(1, "one, really", "we", "soon"))
    ask(session, RemoveAgreement(3))
    ask(session, AddAgreement("four"))
    assert look("SELECT number, what, who FROM agreements ORDER BY number") == [
        (1, "one, really", "we"),
        (2, "two", ""),
        (4, "four", ""),
    ]


def test_who_answered_the_closing_questions_is_known_until_the_close_and_never_what(
    look: Tables, session: Session, log: LogFile
) -> None:
    a_debrief(session)
    ask(session, AnswerExitPoll(4, 5, SeatId(2)))
    ask(session, AnswerExitPoll(2, None, SeatId(1)))
    ask(session, CountExitPoll(PollAsk.TALKING, 3, 2))
    ask(session, CountExitPoll(PollAsk.TALKING, 3, 1))
    assert look("SELECT seat FROM exit_poll_seats") == [(1,), (2,)]
    assert look("SELECT asks, point, count FROM exit_poll_hands") == [("talking", 3, 1)]
    assert log.load("s1").state == session.latest
    assert look("SELECT count(*) FROM events WHERE kind = 'SeatPolled'") == [(0,)]
    moments = look("SELECT DISTINCT at FROM events WHERE kind = 'ExitPollAnswered'")
    assert len(moments) == 1  # when somebody answered does not tell who
    ask(session, CountExitPoll(PollAsk.TALKING, 3, 0))
    ask(session, CloseSession())
    assert look("SELECT * FROM exit_poll_seats") == look("SELECT * FROM exit_poll_hands") == []


def test_what_the_debrief_needs_beside_the_events_is_read_from_the_tables(
    session: Session, log: LogFile, look: Tables
) -> None:
    dilemma = opened(session, setup=Setup(inputs=Inputs(personal=True)))
    go_to(session, Phase.TALK)
    ask(session, ShareInfo(RoleId("inwoner")))
    go_to(session, Phase.VOTE2)
    ask(session, a_ballot(session.latest, 1, "b", personal="a"))
    ask(session, a_ballot(session.latest, 2, "b", personal="b"))
    assert log.kept_apart("s1").personal == ()  # the vote is still open
    go_to(session, Phase.DECISION)
    kept = log.kept_apart("s1")
    own = look("SELECT dilemma, differs_from_role FROM personal_votes ORDER BY 2")
    assert len(own) == 2
    assert kept.personal == tuple((name, bool(differs)) for name, differs in own)
    assert set(kept.shared_at) == {(dilemma, RoleId("inwoner"))}
    assert log.kept_apart("nobody").personal == ()
