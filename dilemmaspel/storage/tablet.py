"""The hand that writes one session's rows, and how the game's values look in a column."""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any, Final

from dilemmaspel.game.ballots import Channel, Choice, Vote
from dilemmaspel.game.state import State
from dilemmaspel.storage.shapes import written

VOTE_NUMBERS: Final = {vote: number for number, vote in enumerate(Vote, start=1)}
CHANNEL_NUMBERS: Final = {channel: number for number, channel in enumerate(Channel)}

_SHA256: Final = "SELECT scenario_sha256 FROM sessions WHERE session = ?"

Cell = str | int | float | None


class Tablet:
    """Writes rows of one session; knows the numbers of its rounds and roles."""

    def __init__(self, conn: sqlite3.Connection, session: int, state: State) -> None:
        self.conn = conn
        self.session = session
        self._roles = {role.id: n for n, role in enumerate(state.scenario.roles, start=1)}
        found = conn.execute("SELECT dilemma, round FROM rounds WHERE session = ?", (session,))
        self._rounds: dict[str, int] = dict(found.fetchall())
        self._sha256 = ""
        self.piles: dict[tuple[int, int | None, int], object] = {}
        """What `table_votes` remembers of each vote."""

    @property
    def scenario_sha256(self) -> str:
        """The hash of the session's scenario, once its row is there."""
        if not self._sha256:
            found = self.conn.execute(_SHA256, (self.session,)).fetchone()
            self._sha256 = str(found[0]) if found else ""
        return self._sha256

    def round_of(self, dilemma: str | None) -> int | None:
        """The number of a dilemma in this session, by the order in which they were opened."""
        return self._rounds.get(dilemma) if dilemma else None

    def open_round(self, dilemma: str) -> tuple[int, bool]:
        """The number of a dilemma, and whether it is a new one."""
        known = self._rounds.get(dilemma)
        if known is not None:
            return known, False
        number = self._rounds[dilemma] = len(self._rounds) + 1
        return number, True

    def role_number(self, role: str) -> int:
        """The number of a role in this session, by its place in the scenario's list."""
        return self._roles[role]  # type: ignore[index]  # a RoleId is a str

    def insert(self, table: str, *values: Cell) -> None:
        """Write one row; the session stands first."""
        marks = ", ?" * len(values)
        self.conn.execute(f"INSERT INTO {table} VALUES (?{marks})", (self.session, *values))  # noqa: S608

    def append(self, table: str, *values: Cell) -> None:
        """Write one row with the next number of this session in that table."""
        marks = ", ?" * len(values)
        self.conn.execute(
            f"INSERT INTO {table} SELECT ?, coalesce(max(number), 0) + 1{marks} "  # noqa: S608
            f"FROM {table} WHERE session = ?",
            (self.session, *values, self.session),
        )

    def change(self, sql: str, *values: Cell) -> None:
        """Run a statement whose last parameter is the session."""
        self.conn.execute(sql, (*values, self.session))

    def empty(self, table: str, condition: str = "", *values: Cell) -> None:
        """Delete this session's rows, or those that meet the condition."""
        more = f" AND {condition}" if condition else ""
        self.conn.execute(
            f"DELETE FROM {table} WHERE session = ?{more}",  # noqa: S608
            (self.session, *values),
        )


def choice_cell(choice: Choice) -> Cell:
    """A choice in a column: an option id, a scale point, JSON for more than one, or nothing."""
    if choice is None or isinstance(choice, str | int):
        return choice
    return written(Choice, choice)


def as_json(value: Any) -> str:
    """Lists and maps in a column; maps in the order of their keys."""
    if isinstance(value, Mapping):
        value = dict(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
