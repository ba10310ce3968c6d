"""The shape of the file, as steps that each release may add to; every step is a transaction."""

import sqlite3
from typing import TYPE_CHECKING, Final

from dilemmaspel.storage import second_release
from dilemmaspel.storage.debrief_release import DEBRIEF_TABLES
from dilemmaspel.storage.first_release import GUARDS, PLAIN_TABLES, TABLES, VIEWS
from dilemmaspel.storage.opening import APPLICATION_ID

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

_SET: Final = "dilemmaspel"


def steps() -> "Migrations":
    """All steps in their order; one that was ever released is never changed.

    Each raises `user_version` in its own transaction, so that an up-to-date file needs no look
    at its steps, nor the time to import what takes them.
    """
    from sqlite_utils import Migrations

    made = Migrations(_SET)
    made()(m001_first_release)
    made()(m002_second_release)
    return made


def m001_first_release(db: "Database") -> None:
    """Make the events, their guards, and the tables for people who debrief."""
    for statement in (*TABLES, *GUARDS, *PLAIN_TABLES, *VIEWS):
        db.execute(statement)
    db.execute(f"PRAGMA application_id={APPLICATION_ID}")
    db.execute("PRAGMA user_version=1")


def m002_second_release(db: "Database") -> None:
    """Add the debrief's tables, roll-ups for many sessions, and texts that can be erased."""
    from dilemmaspel.storage.rebuilding import rebuild_all

    for statement in (
        *DEBRIEF_TABLES,
        *second_release.TABLES,
        *second_release.GUARDS,
        *second_release.ROLL_UPS,
    ):
        db.execute(statement)
    rebuild_all(db.conn)
    db.execute("PRAGMA user_version=2")


def upgrade(conn: sqlite3.Connection) -> None:
    """Take every step that the file has not had."""
    from sqlite_utils import Database

    steps().apply(Database(conn))
