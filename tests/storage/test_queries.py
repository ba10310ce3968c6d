"""The ready queries, with nothing but sqlite3, against a recount of every ballot in Python."""

import json
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from dilemmaspel.game import commands as c
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.measures import agreement, consensus
from dilemmaspel.game.phases import Overlay, Phase
from dilemmaspel.game.seen_world import lens_views
from dilemmaspel.game.setup import Inputs, Profile, Setup
from dilemmaspel.game.state import State
from dilemmaspel.game.tally import Tally
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.session import Session
from dilemmaspel.simulate import play
from dilemmaspel.storage.log import open_log
from tests.session.room import a_start, ask

QUERIES = Path(__file__).resolve().parents[2] / "docs" / "queries"
SCHAKEL, WIJKTEAM = "f1-de-schakel", "c1-het-wijkteam-loopt-over"
Row = dict[str, Any]


@dataclass(frozen=True)
class Played:
    """A log with sessions in it, and what the game itself made of each."""

    path: Path
    states: Mapping[str, State]

    def ask(self, number: int) -> list[Row]:
        (file,) = QUERIES.glob(f"{number:02}-*.sql")
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as conn:
            conn.row_factory = sqlite3.Row
            return [dict(row) for row in conn.execute(file.read_text(encoding="utf-8"))]

    def look(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.path)) as conn:
            return conn.execute(sql).fetchall()

    def real(self, scenario: str) -> list[State]:
        """The sessions that count, of one scenario."""
        wanted = [s for s in self.states.values() if s.scenario.id == scenario]
        return [s for s in wanted if not s.setup.practice]


class Clock:
    """Ten seconds pass between two looks."""

    def __init__(self, start: int) -> None:
        self.now = start

    def __call__(self) -> int:
        self.now += 10_000
        return self.now


class Extras:
    """What a facilitator does besides going on, told by the number of the session."""

    def __init__(self, session: Session, number: int) -> None:
        self._session = session
        self._number = number
        self._done: set[str] = set()

    def __call__(self, state: State) -> None:
        dilemma, phase = state.flow.dilemma, state.flow.phase
        if phase is Phase.TALK and self._number % 2 and self._once(f"share {dilemma}"):
            ask(self._session, c.ShareInfo(RoleId("inwoner")))
        if state.flow.open_vote is Vote.SECOND and self._once(f"personal {dilemma}"):
            self._personal(state)
        if phase is Phase.REVEAL1 and self._once("pause"):
            ask(self._session, c.Lay(Overlay.BREAK))
            ask(self._session, c.Lay(Overlay.NONE))
        if phase is Phase.DEBRIEF and self._once("debrief"):
            ask(self._session, c.AddAgreement(f"afspraak {self._number}", "Samira", "maandag"))
            for answer in range(3):
                ask(self._session, c.AnswerExitPoll(3 + answer % 3, 5 if self._number else None))

    def _once(self, what: str) -> bool:
        if what in self._done:
            return False
        self._done.add(what)
        return True

    def _personal(self, state: State) -> None:
        box = state.box(state.dilemma.id, Vote.SECOND) if state.dilemma else None
        assert box is not None
        for seat, ballot in list(box.ballots.items())[:6]:
            others = [one.choice for one in box.ballots.values() if one.choice is not None]
            again = c.CastBallot(
                box.dilemma,
                box.vote,
                ballot.choice,
                seat=seat,
                personal=others[(seat + self._number) % len(others)],
            )
            ask(self._session, again)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Four sessions of a scenario, two of another, a rehearsal, and one that was left."""
    path = tmp_path_factory.mktemp("many") / "log.sqlite"
    opened, states = open_log(path), {}
    plan = [(SCHAKEL, 12), (SCHAKEL, 9), (SCHAKEL, 14), (SCHAKEL, 8), (WIJKTEAM, 7), (WIJKTEAM, 8)]
    for number, (scenario, people) in enumerate([*plan, (SCHAKEL, 6)]):
        setup = Setup(
            profile=Profile.HALF_DAY,
            practice=number == len(plan),
            inputs=Inputs(personal=True),
            organisation="Proeftuin",
        )
        session = Session(opened, clock=Clock(1_780_000_000_000 + number * 86_400_000))
        ask(session, a_start(f"s{number}", setup, scenario))
        states[f"s{number}"] = play(session, number, people, told=Extras(session, number))
        session.stop()
    left = Session(opened, clock=Clock(1_790_000_000_000))
    ask(left, a_start("left", Setup(profile=Profile.HALF_DAY), SCHAKEL))
    left.stop()
    opened.close()
    return Played(path, states)


def results(state: State, vote: Vote = Vote.SECOND) -> Iterator[tuple[str, Tally]]:
    for dilemma in state.flow.played:
        yield dilemma, state.flow.results[dilemma, vote]


def kind(state: State, dilemma: str) -> QuestionType:
    return next(d.type for d in state.scenario.dilemmas if d.id == dilemma)


def shares(tally: Tally) -> dict[str, float]:
    """Share per choice of one vote, from the game's own figures."""
    if tally.scale:
        return {str(n): count / tally.valid for n, count in enumerate(tally.scale, start=1)}
    whole = sum(tally.counts.values()) if tally.kind is QuestionType.POINTS else tally.valid
    return {option: count / whole for option, count in tally.counts.items()}


def about(value: float | Fraction | None) -> Any:
    return None if value is None else pytest.approx(float(value), abs=6e-5)


def test_there_are_eleven_and_each_says_what_it_asks_and_that_roles_were_played() -> None:
    files = sorted(QUERIES.glob("*.sql"))
    assert [int(file.name[:2]) for file in files] == list(range(1, 12))
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert re.match(r"-- \d+\. [^\n]+[?]", text), file.name
        assert "Deelnemers speelden een rol. Dit zijn geen meningen van echte organisaties." in text
        assert text.count(";") == 1, "one statement, so that any program can run it"
        assert "practice = 0" in text


def test_votes_per_dilemma(log: Played) -> None:
    found = {(r["scenario"], r["dilemma"], r["vote"], r["choice"]): r for r in log.ask(1)}
    states = log.real(SCHAKEL)
    wanted: dict[Any, list[float]] = defaultdict(list)
    for state in states:
        for number, vote in ((1, Vote.FIRST), (2, Vote.SECOND)):
            for dilemma, tally in results(state, vote):
                for choice, share in shares(tally).items():
                    wanted[SCHAKEL, dilemma, number, choice].append(share)
    assert {key for key in found if key[0] == SCHAKEL} == set(wanted)
    for key, values in wanted.items():
        row, enough = found[key], len(values) >= 3
        assert row["sessions"] == len(values)
        assert row["share"] == (about(mean(values)) if enough else None), key
        assert row["lowest"] == (about(min(values)) if enough else None)
        assert row["highest"] == (about(max(values)) if enough else None)


def test_votes_of_two_sessions_only_stay_hidden(log: Played) -> None:
    rows = [row for row in log.ask(1) if row["scenario"] == WIJKTEAM]
    assert {row["sessions"] for row in rows} == {2}
    hidden = ("share", "lowest", "highest", "consensus", "agreement", "moved", "net", "silent")
    assert all(row[name] is None for row in rows for name in hidden)


def test_the_measures_of_votes_are_those_of_the_debrief(log: Played) -> None:
    rows = {(r["dilemma"], r["vote"]): r for r in log.ask(1) if r["scenario"] == SCHAKEL}
    for (dilemma, vote), row in rows.items():
        which = Vote.FIRST if vote == 1 else Vote.SECOND
        tallies = [t for s in log.real(SCHAKEL) for d, t in results(s, which) if d == dilemma]
        assert row["persons"] == sum(tally.persons for tally in tallies)
        if len(tallies) < 3:
            continue
        cns = [consensus(t.scale) for t in tallies if t.scale]
        unity = [float(agreement(t.scale) or 0) for t in tallies if t.scale]
        assert row["consensus"] == about(mean(v for v in cns if v is not None) if cns else None)
        assert row["agreement"] == about(mean(unity) if unity else None)
        moved = [m for s in log.real(SCHAKEL) if (m := moved_share(s, dilemma)) is not None]
        assert row["moved"] == (about(mean(moved)) if vote == 2 and moved else None)


def moved_share(state: State, dilemma: str) -> Fraction | None:
    """People who chose otherwise, recounted from the boxes."""
    if dilemma not in state.flow.played or kind(state, dilemma) not in (
        QuestionType.SINGLE_CHOICE,
        QuestionType.AGREEMENT,
        QuestionType.RANKING,
    ):
        return None
    boxes = [
        box
        for v in (Vote.FIRST, Vote.SECOND)
        if (box := state.box(dilemma, v))  # type: ignore[arg-type]
    ]
    first, second = (box.ballots for box in boxes)
    both = first.keys() & second.keys()
    places = [(place(first[s].choice), place(second[s].choice)) for s in both]
    return Fraction(sum(a != b for a, b in places), len(both))


def place(choice: Any) -> Any:
    return choice[0] if isinstance(choice, tuple) else choice


def test_decisions(log: Played) -> None:
    rows = [row for row in log.ask(2) if row["scenario"] == SCHAKEL]
    states, counts = log.real(SCHAKEL), Counter[tuple[str, str, str]]()
    otherwise: Counter[tuple[str, str, str]] = Counter()
    held = Counter(d for s in states for d in s.flow.played)
    for state in states:
        for dilemma, tally in results(state):
            taken = {str(d): t for d, t in state.flow.decisions.items()}[dilemma]
            options = json.dumps(list(taken.chosen.options)).replace(", ", ",")
            key = (dilemma, options, str(taken.rule))
            counts[key] += 1
            raw = tally.borda if tally.is_ranking else tally.counts
            otherwise[key] += not tally.scale and not top(raw) & top(tally.role_weighted)
    assert {(r["dilemma"], r["outcome"], r["rule"]) for r in rows} == set(counts)
    for row in rows:
        key = (row["dilemma"], row["outcome"], row["rule"])
        assert row["sessions"] == held[row["dilemma"]]
        shown = held[row["dilemma"]] >= 3
        assert row["share"] == (about(counts[key] / held[row["dilemma"]]) if shown else None)
        asked = kind(states[0], row["dilemma"]) is not QuestionType.AGREEMENT
        assert row["otherwise"] == (otherwise[key] if shown and asked else None), row


def top(scores: Mapping[Any, Any]) -> set[Any]:
    return {key for key, score in scores.items() if score == max(scores.values())}


def test_roles_that_find_each_other(log: Played) -> None:
    pooled: dict[tuple[str, str], list[float]] = defaultdict(list)
    for state in log.real(SCHAKEL):
        near: dict[tuple[str, str], list[float]] = defaultdict(list)
        for dilemma, tally in results(state):
            if kind(state, dilemma) in (QuestionType.RANKING, QuestionType.APPROVAL):
                continue
            roles = sorted(role for role, own in tally.per_role.items() if own.valid)
            for one, other in combinations(roles, 2):
                a, b = tally.per_role[one], tally.per_role[other]
                if tally.scale:
                    gap = abs(Fraction(a.mean or 0) - Fraction(b.mean or 0)) / (
                        len(tally.scale) - 1
                    )
                    near[one, other].append(float(1 - gap))
                    continue
                x, y = (a.shares, b.shares)
                if tally.kind is QuestionType.POINTS:
                    total = sum(float(share) for share in x.values())
                    apart = sum(abs(float(x[o]) - float(y[o])) for o in x) / total / 2
                    near[one, other].append(1 - apart)
                else:
                    near[one, other].append(float(sum(x[o] * y[o] for o in x)))
        for pair, values in near.items():
            if len(values) >= 3:
                pooled[pair].append(mean(values))
    rows = {(r["role"], r["other_role"]): r for r in log.ask(3) if r["scenario"] == SCHAKEL}
    assert set(rows) == set(pooled)
    assert pooled
    for pair, values in pooled.items():
        assert rows[pair]["sessions"] == len(values)
        shown = len(values) >= 3 and rows[pair]["persons"] >= 5
        assert rows[pair]["likeness"] == (about(mean(values)) if shown else None), pair


def test_role_and_person(log: Played) -> None:
    rows = [row for row in log.ask(4) if row["scenario"] == SCHAKEL]
    asked = log.look(
        "SELECT dilemma, s.id, count(*), sum(differs_from_role) FROM personal_votes "
        "JOIN sessions s USING (session) WHERE practice = 0 AND scenario_id = 'f1-de-schakel' "
        "GROUP BY 1, 2"
    )
    per: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for dilemma, _session, n, other in asked:
        per[dilemma].append((n, other))
    assert {row["dilemma"] for row in rows} == set(per)
    assert any(other for values in per.values() for _n, other in values)
    for row in rows:
        values = per[row["dilemma"]]
        shown = len(values) >= 3
        assert row["persons"] == sum(n for n, _ in values)
        assert row["otherwise"] == (about(mean(b / a for a, b in values)) if shown else None)


def test_residents_and_municipality(log: Played) -> None:
    sides = {"residents": {"inwoner"}, "municipality": {"beleidsmedewerker", "wethouder"}}
    pooled: dict[tuple[str, str, str], list[tuple[int, float]]] = defaultdict(list)
    for state in log.real(SCHAKEL):
        for dilemma, tally in results(state, Vote.FIRST):
            for side, roles in sides.items():
                own = [f for r, f in tally.per_role.items() if r in roles and f.valid]
                for choice in shares(tally):
                    count = [share_of(f, choice) for f in own]
                    if own:
                        n = sum(f.valid for f in own)
                        part = sum(s * f.valid for s, f in zip(count, own, strict=True)) / n
                        pooled[dilemma, choice, side].append((n, part))
    rows = {(r["dilemma"], r["choice"]): r for r in log.ask(5) if r["scenario"] == SCHAKEL}
    assert {key[:2] for key in pooled} == set(rows)
    for (dilemma, choice, side), values in pooled.items():
        row, persons = rows[dilemma, choice], sum(n for n, _ in values)
        assert (row[f"sessions_{side}"], row[f"persons_{side}"]) == (len(values), persons)
        shown = persons >= 5 and len(values) >= 3
        assert row[side] == (about(mean(p for _, p in values)) if shown else None)


def share_of(figures: Any, choice: str) -> float:
    if figures.scale:
        return float(figures.scale[int(choice) - 1] / figures.valid)
    whole = figures.valid
    if figures.kind is QuestionType.POINTS:
        whole = sum(figures.counts.values())
    return float(figures.counts[choice] / whole)


def test_shared_cards(log: Played) -> None:
    rows = [r for r in log.ask(6) if r["scenario"] == SCHAKEL and r["role"] == "inwoner"]
    states = log.real(SCHAKEL)
    assert rows
    for row in rows:
        held = [s for s in states if row["dilemma"] in s.flow.played]
        with_card = [s for s in held if (row["dilemma"], "inwoner") in s.shared]
        assert (row["sessions"], row["with_card"]) == (len(held), len(with_card))
        shown = len(held) >= 3
        assert row["shared"] == (about(len(with_card) / len(held)) if shown else None)
        assert row["moved_with"] is None, "at most two sessions shared it"


def test_where_it_ended(log: Played) -> None:
    rows = {(r["kind"], r["name"]): r for r in log.ask(7) if r["scenario"] == SCHAKEL}
    states = log.real(SCHAKEL)
    snapshots = [(s.flow.world.snapshots, len(s.flow.played)) for s in states]
    for indicator in snapshots[0][0][0].indicators:
        row = rows["indicator", indicator]
        now = [years[played - 1].indicators[indicator] for years, played in snapshots]
        later = [years[-1].indicators[indicator] for years, _ in snapshots]
        assert row["sessions"] == len(states)
        assert (row["now"], row["later"]) == (about(mean(now)), about(mean(later)))
        assert (row["lowest_later"], row["highest_later"]) == (min(later), max(later))
    seen = [{v.role: v for v in lens_views(s)} for s in states]
    for role in set().union(*seen):
        views = [own[role] for own in seen if role in own]
        row, shown = rows["lens", role], len(views) >= 3
        assert row["now"] == (about(mean(float(v.now or 0) for v in views)) if shown else None)
        wanted = about(mean(float(v.later or 0) for v in views)) if shown else None
        assert row["later"] == wanted


def test_time(log: Played) -> None:
    rows = [row for row in log.ask(8) if row["scenario"] == SCHAKEL]
    (whole,) = [row for row in rows if row["phase"] is None]
    assert (whole["sessions"], whole["skipped"], whole["pauses"]) == (5, 0, 4)
    (talk,) = [row for row in rows if row["phase"] == "talk"]
    entered = log.look(
        "SELECT p.session, p.phase, planned_ms, entered_at FROM phases p JOIN sessions s "
        "USING (session) WHERE practice = 0 AND scenario_id = 'f1-de-schakel' ORDER BY 1, number"
    )
    spent = [
        (row[2] / 60000, (after[3] - row[3]) / 60000)
        for row, after in pairwise(entered)
        if row[1] == "talk" and after[0] == row[0]
    ]
    assert talk["times"] == len(spent)
    assert talk["planned"] == pytest.approx(mean(p for p, _ in spent), abs=6e-3)
    assert talk["minutes"] == pytest.approx(mean(m for _, m in spent), abs=6e-3)
    assert talk["over"] == about(mean(m > p for p, m in spent))


def test_exit_poll(log: Played) -> None:
    rows = {r["question"]: r for r in log.ask(9) if r["scenario"] == SCHAKEL}
    assert (rows["talking"]["sessions"], rows["talking"]["persons"]) == (4, 12)
    assert (rows["talking"]["mean"], rows["talking"]["four_or_five"]) == (4, about(2 / 3))
    assert (rows["understanding"]["sessions"], rows["understanding"]["persons"]) == (3, 9)
    assert rows["understanding"]["mean"] == 5
    few = [r for r in log.ask(9) if r["scenario"] == WIJKTEAM]
    assert [row["mean"] for row in few] == [None, None]


def test_agreements(log: Played) -> None:
    rows = log.ask(10)
    assert [row["what"] for row in rows] == [f"afspraak {n}" for n in range(6)]
    assert {row["when"] for row in rows} == {"maandag"}
    assert "Samira" not in str(rows)


def test_data_quality(log: Played) -> None:
    rows = {row["session"]: row for row in log.ask(11)}
    assert set(rows) == {"s0", "s1", "s2", "s3", "s4", "s5", "left"}
    assert rows["left"]["state"] == "unfinished"
    for name, row in rows.items():
        if name == "left":
            continue
        state = log.states[name]
        assert (row["state"], row["persons"]) == ("finished", len(state.seats))
        votes = [t for v in (Vote.FIRST, Vote.SECOND) for _, t in results(state, v)]
        present = sum(t.present for t in votes)
        missing = present - sum(t.persons for t in votes)
        assert row["missing"] == about(missing / present)
        assert (row["by_hand"], row["by_table"], row["undone"]) == (0, 0, 0)


def test_the_roll_ups_are_a_recount_of_the_ballots(log: Played) -> None:
    for name, state in log.states.items():
        (number,) = log.look(f"SELECT session FROM sessions WHERE id = '{name}'")[0]
        rounds = dict(log.look(f"SELECT dilemma, round FROM rounds WHERE session = {number}"))
        for dilemma, tally in results(state):
            place = f"session = {number} AND round = {rounds[dilemma]}"
            totals = dict(log.look(f"SELECT choice, second FROM totals WHERE {place}"))
            assert totals == counted(tally)
            first = dict(log.look(f"SELECT choice, first FROM totals WHERE {place}"))
            assert first == counted(dict(results(state, Vote.FIRST))[dilemma])
            moved = moved_share(state, dilemma)
            (both, gone) = log.look(
                f"SELECT sum(ballots), sum(CASE WHEN first <> second THEN ballots ELSE 0 END) "
                f"FROM shifts WHERE {place}"
            )[0]
            assert (None if both is None else Fraction(gone, both)) == moved


def counted(tally: Tally) -> dict[str, int]:
    if tally.scale:
        return {str(n): count for n, count in enumerate(tally.scale, start=1)}
    return {str(option): count for option, count in tally.counts.items()}


def test_figures_of_small_groups_are_empty(log: Played) -> None:
    hidden: Sequence[tuple[int, str]] = ((5, "residents"), (5, "municipality"), (6, "moved_with"))
    for number, column in hidden:
        for row in log.ask(number):
            name = {"moved_with": "with_card"}.get(column, f"sessions_{column}")
            if (row[name] or 0) < 3:
                assert row[column] is None
