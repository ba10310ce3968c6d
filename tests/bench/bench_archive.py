"""The archive with many sessions: its list, one session, comparing all of them, and merging.

    python -m tests.bench.bench_archive                 1,000 sessions
    python -m tests.bench.bench_archive --sessions 10000 --people 63

Every figure stands beside a baseline of the same run on the same file: absolute ones hold for
this machine only. The log is written by a generator, fast, but through the tables of the release.
"""

import argparse
import json
import random
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from dilemmaspel.game.measures import choice_label
from dilemmaspel.session import Session
from dilemmaspel.simulate import play
from dilemmaspel.storage import figures, listing, opening
from dilemmaspel.storage.chain import FIRST_LINK, link, payload_hash
from dilemmaspel.storage.listing import Query
from dilemmaspel.storage.log import open_log
from dilemmaspel.storage.merging import TAKEN, merging
from tests.session.room import Clock, a_start, ask

ROOT: Final = Path(__file__).resolve().parents[2]
ROUNDS, CHOICES, ROLES, SCENARIOS = 4, ("a", "b", "c", "d"), 8, 12
START: Final = 1_700_000_000_000
HOUR: Final = 3_600_000
TIMES: Final = 7


class Writer:
    """Writes sessions straight into the tables, in batches."""

    def __init__(self, path: Path, people: int, seed: int) -> None:
        opening.create(path)
        self._conn = sqlite3.connect(path, isolation_level=None)
        self._people = people
        self._chance = random.Random(seed)
        self._seq = 0
        for pragma in ("synchronous=off", "journal_mode=off", "cache_size=-400000"):
            self._conn.execute(f"PRAGMA {pragma}")
        columns = "SELECT name FROM sqlite_master WHERE type = 'table'"
        self._tables = {name: self._width(name) for (name,) in self._conn.execute(columns)}
        self._waiting: dict[str, list[tuple[object, ...]]] = {}
        self.ballots = 0

    def _width(self, table: str) -> int:
        return len(self._conn.execute(f"PRAGMA table_info({table})").fetchall())

    def _put(self, table: str, *rows: tuple[object, ...]) -> None:
        self._waiting.setdefault(table, []).extend(rows)

    def write(self, sessions: int) -> None:
        for number in range(1, sessions + 1):
            self._session(number)
            if number % 200 == 0 or number == sessions:
                self._flush()

    def close(self) -> None:
        self._conn.execute("PRAGMA journal_mode=truncate")
        self._conn.close()

    def _flush(self) -> None:
        self._conn.execute("BEGIN")
        for table, rows in self._waiting.items():
            if table in ("totals", "vote_figures"):
                rows.sort(key=lambda row: row[3:7])
            marks = ", ".join("?" * self._tables[table])
            self._conn.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        self._conn.execute("COMMIT")
        self._waiting.clear()

    def _session(self, number: int) -> None:
        chance, at = self._chance, START + number * HOUR
        scenario = f"scenario-{chance.randrange(SCENARIOS)}"
        sha, name = sha256(scenario.encode()).hexdigest(), f"session-{number:06}"
        practice, people = int(number % 20 == 0), self._people
        settings = json.dumps({"minutes": {}, "inputs": {}, "filler": "x" * 500})
        self._put(
            "sessions",
            (number, name, at, at + HOUR, 1, "closed", people, people, "rollenspel", "dagdeel",
             "phones", practice, "nl", f"Organisatie {number % 40}", "Waterkant", 1, scenario,
             f"Titel van {scenario}", 1, sha, sha, "funding", "bench", settings, 0, 0),
        )  # fmt: skip
        self._put(
            "roles", *((number, role, f"rol-{role}", f"Rol {role}", 1) for role in range(1, 9))
        )
        self._put(
            "participants",
            *((number, seat, f"rol-{1 + seat % ROLES}", "phone", 1, 1, "lobby", None)
              for seat in range(1, people + 1)),
        )  # fmt: skip
        self._events(name, at)
        for round_ in range(1, ROUNDS + 1):
            self._round(number, round_, at, (practice, sha[:16], f"d{round_}"))
        for year in range(1, 8):
            self._put(
                "indicator_values",
                *((number, year, f"i{i}", chance.randrange(30, 80)) for i in range(7)),
            )

    def _events(self, name: str, at: int) -> None:
        """A start, the phases and an end; what the ballots say stands in the tables only."""
        before = FIRST_LINK
        kinds = ["SessionStarted", *["PhaseEntered"] * 40, "SessionClosed"]
        for place, kind in enumerate(kinds):
            self._seq += 1
            payload = b'{"phase":"talk"}' if place else b"{" + b" " * 2_000 + b"}"
            hashed = payload_hash(bytes(16), payload)
            moment = at + place * 60_000
            before = link(before, name, moment, kind, 1, hashed)
            self._put("events", (self._seq, name, moment, kind, 1, hashed, before))
            self._put("payloads", (self._seq, bytes(16), payload.decode(), None))

    def _round(self, number: int, round_: int, at: int, cluster: tuple[int, str, str]) -> None:
        self._put(
            "rounds",
            (number, round_, f"d{round_}", f"Dilemma {round_}", "single_choice", "plurality",
             round_, "decided", at, at + 60_000),
        )  # fmt: skip
        votes = [self._vote(number, round_, vote, cluster) for vote in (1, 2)]
        one, two = (Counter(choice for _, choice in vote) for vote in votes)
        whole = self._people
        self._put(
            "totals",
            *((number, round_, choice, *cluster, one[choice], two[choice], one[choice] / whole,
               two[choice] / whole) for choice in CHOICES),
        )  # fmt: skip
        both = Counter(zip(*votes, strict=True))
        moves = Counter({(role, a, b): n for ((role, a), (_, b)), n in both.items()})
        self._put("shifts", *((number, round_, *key, n) for key, n in moves.items()))
        self._put(
            "decisions",
            (number, round_, '["a"]', None, "plurality", 0, 0, "", "[]", "", '{"a":3}',
             '{"a":"3/4"}'),
        )  # fmt: skip

    def _vote(
        self, number: int, round_: int, vote: int, cluster: tuple[int, str, str]
    ) -> list[tuple[str, str]]:
        people, pick = self._people, self._chance.choice
        chosen = [(f"rol-{1 + seat % ROLES}", pick(CHOICES)) for seat in range(1, people + 1)]
        self._put(
            "ballots",
            *((number, round_, vote, seat, 1, seat, 1 + seat % ROLES, choice, 1, 1, 3, 0, None)
              for seat, (_, choice) in enumerate(chosen, start=1)),
        )  # fmt: skip
        self.ballots += people
        roles = Counter(role for role, _ in chosen)
        self._put(
            "rollups",
            *((number, round_, vote, *key, n, None) for key, n in Counter(chosen).items()),
            *((number, round_, vote, role, "*", n, None) for role, n in roles.items()),
        )
        counts = Counter(choice for _, choice in chosen)
        label = choice_label({choice: counts[choice] for choice in CHOICES})
        second = (people, people // 3, 0.1, 0.2) if vote == 2 else (None,) * 4
        self._put(
            "vote_figures",
            (number, round_, vote, *cluster, people, people, people, 0, 0, 0, label, 0.4, None,
             None, *second),
        )  # fmt: skip
        return chosen


def timed(act: Callable[[], object], times: int = TIMES) -> float:
    """The best of several runs in milliseconds of the processor: the file is in memory by then."""
    found = []
    for _ in range(times):
        start = time.process_time()
        act()
        found.append((time.process_time() - start) * 1_000)
    return min(found)


Row = tuple[str, str, str, str]


def row(name: str, ours: float, base: float, what: str, aim: str) -> Row:
    return name, f"{ours:.1f} ms", f"{base:.1f} ms {what}", f"{ours / base:.2f}× ({aim})"


def reading(path: Path, sessions: int) -> Iterator[Row]:
    """The list, one session, and all of them."""
    with opening.reading(path) as conn:
        first = timed(
            lambda: (
                listing.count(conn, Query()),
                listing.page(conn, (), Query(), 0, 100),
                listing.choices(conn),
            )
        )
        whole = timed(lambda: conn.execute("SELECT * FROM sessions").fetchall(), 3)
        yield row("archive, first page", first, whole, "all rows", "aim 100 ms")
        found = Query(words=("organisatie", "7"), theme="funding", profile="dagdeel")
        search = timed(lambda: (listing.count(conn, found), listing.page(conn, (), found, 0, 100)))
        yield row("archive, filtered and searched", search, whole, "all rows", "aim 100 ms")
        name = f"session-{sessions // 2:06}"
        number = sessions // 2
        ours = timed(lambda: figures.figures_of(conn, [name]), 31)
        plain = timed(lambda: plain_debrief(conn, number), 31)
        yield row("one session for its debrief", ours, plain, "plain SQL", "aim 1.5×")
        query = (ROOT / "docs" / "queries" / "01-votes.sql").read_text(encoding="utf-8")
        pooled = timed(lambda: conn.execute(query).fetchall(), 5)
        raw = timed(lambda: raw_comparison(conn), 1)
        yield row("all sessions compared", pooled, raw, "from the ballots", "aim 100 ms")


def plain_debrief(conn: sqlite3.Connection, session: int) -> None:
    """What somebody would write to debrief a session: its counts and who moved, from ballots."""
    conn.execute(
        "SELECT round, vote, role, choice, count(*) FROM ballots WHERE session = ? "
        "AND superseded = 0 GROUP BY round, vote, role, choice",
        (session,),
    ).fetchall()
    conn.execute(
        "SELECT a.round, a.role, a.choice, b.choice, count(*) FROM ballots a JOIN ballots b "
        "ON b.session = a.session AND b.round = a.round AND b.vote = 2 AND b.number = a.number "
        "WHERE a.session = ? AND a.vote = 1 GROUP BY a.round, a.role, a.choice, b.choice",
        (session,),
    ).fetchall()
    for table in ("rounds", "roles", "decisions", "vote_figures"):
        conn.execute(f"SELECT * FROM {table} WHERE session = ?", (session,)).fetchall()


def raw_comparison(conn: sqlite3.Connection) -> None:
    conn.execute(
        "SELECT scenario_sha256, dilemma, vote, choice, count(*) FROM ballots "
        "JOIN rounds USING (session, round) JOIN sessions USING (session) "
        "WHERE practice = 0 AND superseded = 0 GROUP BY 1, 2, 3, 4"
    ).fetchall()


def per_ballot(path: Path, ballots: int) -> Row:
    """Bytes of the table of ballots for each, by writing it anew without its neighbours."""
    alone = path.with_name("alone.sqlite")
    with closing(sqlite3.connect(alone, isolation_level=None)) as conn:
        for pragma in ("synchronous=off", "journal_mode=off"):
            conn.execute(f"PRAGMA {pragma}")
        conn.execute("ATTACH ? AS log", (str(path),))
        sql = "SELECT sql FROM log.sqlite_master WHERE name = 'ballots'"
        conn.execute(conn.execute(sql).fetchone()[0])
        conn.execute("INSERT INTO ballots SELECT * FROM log.ballots")
    size = alone.stat().st_size / ballots
    alone.unlink()
    whole = path.stat().st_size / ballots
    return "bytes per ballot", f"{size:.1f}", f"{whole:.1f} with all tables", "(aim 30)"


def a_played_log(path: Path, people: int) -> Path:
    """One real session, played by bots."""
    log = open_log(path)
    session = Session(log, clock=Clock())
    ask(session, a_start("original"))
    play(session, 1, people)
    session.stop()
    log.close()
    return path


def copies(original: Path, folder: Path, count: int) -> list[Path]:
    """Logs of other laptops: the same session under another id, with a chain of its own."""
    with closing(sqlite3.connect(original)) as conn:
        asked = "SELECT seq, at, kind, version, salt, payload, key FROM events JOIN payloads "
        rows = conn.execute(asked + "USING (seq) ORDER BY seq").fetchall()
    made = []
    for number in range(count):
        path, name, before = folder / f"laptop-{number}.sqlite", f"laptop-{number}", FIRST_LINK
        opening.create(path)
        with closing(sqlite3.connect(path)) as conn:
            for seq, at, kind, version, salt, payload, key in rows:
                text = payload.replace('"session":"original"', f'"session":"{name}"')
                hashed = payload_hash(salt, text.encode())
                before = link(before, name, at, kind, version, hashed)
                event = (seq, name, at, kind, version, hashed, before)
                conn.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)", event)
                conn.execute("INSERT INTO payloads VALUES (?, ?, ?, ?)", (seq, salt, text, key))
            conn.commit()
        made.append(path)
    return made


def merged(folder: Path, count: int, people: int) -> Iterator[Row]:
    logs = copies(a_played_log(folder / "original.sqlite", people), folder, count)
    log = open_log(folder / "together.sqlite")
    start = time.perf_counter()
    taken = sum(step.outcome in TAKEN for step in merging(log, logs))
    ours = time.perf_counter() - start
    start = time.perf_counter()
    again = sum(step.outcome in TAKEN for step in merging(log, logs))
    second = time.perf_counter() - start
    (events,) = log_count(log.path)
    log.close()
    if (taken, again) != (count, 0):
        raise SystemExit(f"{taken} of {count} logs came in, and {again} a second time")
    start = time.perf_counter()
    plain_merge(folder / "plain.sqlite", logs)
    base = time.perf_counter() - start
    rate = f"{count / ours:.1f} logs/s, {events / ours:,.0f} events/s"
    yield (
        f"merge of {count} logs",
        rate,
        f"{count / base:.0f} logs/s plain copy",
        f"{ours / base:.1f}×",
    )
    yield "merging them again", f"{count / second:.1f} logs/s", "nothing is written", ""


def log_count(path: Path) -> tuple[int]:
    with closing(sqlite3.connect(path)) as conn:
        (count,) = conn.execute("SELECT count(*) FROM events").fetchone()
        return (int(count),)


def plain_merge(path: Path, logs: Sequence[Path]) -> None:
    """The rows alone, without a check and without the tables, a transaction per log."""
    opening.create(path)
    conn = opening.writer(path)
    for log in logs:
        conn.execute("ATTACH ? AS other", (str(log),))
        conn.execute("BEGIN IMMEDIATE")
        (seq,) = conn.execute("SELECT coalesce(max(seq), 0) FROM main.events").fetchone()
        for table in ("events", "payloads"):
            names = [one[1] for one in conn.execute(f"PRAGMA main.table_info({table})")][1:]
            columns = ", ".join(names)
            conn.execute(
                f"INSERT INTO main.{table} SELECT seq + {seq}, {columns} FROM other.{table} "
                "ORDER BY seq"
            )
        conn.execute("COMMIT")
        conn.execute("DETACH other")
    conn.close()


def main() -> None:
    """Make the log, measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--sessions", type=int, default=1_000)
    parser.add_argument("--people", type=int, default=63)
    parser.add_argument("--logs", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="dilemmaspel-bench-") as name:
        folder = Path(name)
        path = folder / "log.sqlite"
        start = time.perf_counter()
        writer = Writer(path, asked.people, asked.seed)
        writer.write(asked.sessions)
        writer.close()
        took = time.perf_counter() - start
        size = path.stat().st_size / 1e6
        write = sys.stdout.write
        write(
            f"{asked.sessions:,} sessions, {writer.ballots:,} ballots, {size:,.0f} MB, "
            f"written in {took:.0f} s; SQLite {sqlite3.sqlite_version}\n"
        )
        rows = [*reading(path, asked.sessions), per_ballot(path, writer.ballots)]
        rows += merged(folder, asked.logs, 12)
    widths = [max(len(one[place]) for one in rows) for place in range(4)]
    for one in rows:
        cells = (cell.ljust(width) for cell, width in zip(one, widths, strict=True))
        sys.stdout.write("  ".join(cells).rstrip() + "\n")


if __name__ == "__main__":
    main()
