"""Making the plain tables anew from the events, on a connection that is in a transaction."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from dilemmaspel.session import Entry, StorageTrouble
from dilemmaspel.storage import archive
from dilemmaspel.storage.codec import Codec
from dilemmaspel.storage.tables import Tables

_KEPT: Final = """
    SELECT id FROM sessions WHERE id NOT IN (SELECT session FROM erasures) ORDER BY session
"""


def rebuild(conn: sqlite3.Connection, path: Path, session: str, codec: Codec) -> None:
    """Make the plain tables of one session anew; raises StorageTrouble when it cannot be read."""
    found = archive.rows(conn, session)
    project_anew(conn, session, archive.replayed(archive.unpacked(path, found, codec)))


def project_anew(conn: sqlite3.Connection, session: str, entries: Iterable[Entry]) -> None:
    """Make the plain tables of one session anew from all of its entries."""
    tables = Tables()
    number = tables.number_of(conn, session) or tables.next_number(conn)
    tables.rebuild(conn, session, entries, number)


def rebuild_all(conn: sqlite3.Connection) -> None:
    """Make the plain tables of every session anew after a new table came.

    A session that is damaged keeps the tables it has: `verify` tells what is wrong with it.
    """
    codec = Codec()
    for (session,) in conn.execute(_KEPT).fetchall():
        conn.execute("SAVEPOINT rebuilding")
        try:
            rebuild(conn, Path(), session, codec)
        except StorageTrouble:
            conn.execute("ROLLBACK TO rebuilding")
        conn.execute("RELEASE rebuilding")
