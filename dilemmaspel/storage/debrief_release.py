"""The tables that release 2 of the log added; never changed afterwards. See `docs/log.md`."""

from typing import Final

DEBRIEF_TABLES: Final = (
    """
    CREATE TABLE debrief_questions (
      session INTEGER NOT NULL,
      question INTEGER NOT NULL,
      part TEXT NOT NULL,
      place INTEGER,
      used INTEGER,
      figure TEXT NOT NULL,
      PRIMARY KEY (session, question)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE exit_poll_hands (
      session INTEGER NOT NULL,
      asks TEXT NOT NULL,
      point INTEGER NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (session, asks, point)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE exit_poll_seats (
      session TEXT NOT NULL,
      seat INTEGER NOT NULL,
      PRIMARY KEY (session, seat)
    ) STRICT, WITHOUT ROWID
    """,
)
"""Of these `exit_poll_seats` is for the program alone and empty once a session is closed."""
