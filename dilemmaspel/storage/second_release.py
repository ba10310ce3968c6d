"""What release 2 of the tables adds; never changed afterwards. `docs/log.md` explains each."""

from typing import Final

TABLES: Final = (
    """
    CREATE TABLE blanked (
      seq INTEGER PRIMARY KEY REFERENCES events (seq),
      at INTEGER NOT NULL,
      payload TEXT,
      key TEXT
    ) STRICT
    """,
)

GUARDS: Final = (
    "DROP TRIGGER payloads_only_erased",
    """
    CREATE TRIGGER payloads_only_erased BEFORE DELETE ON payloads
    WHEN NOT EXISTS (SELECT 1 FROM erasures JOIN events USING (session) WHERE seq = OLD.seq)
      AND NOT EXISTS (SELECT 1 FROM blanked WHERE seq = OLD.seq)
    BEGIN SELECT RAISE(ABORT, 'payloads are only erased with their texts or whole session'); END
    """,
    """
    CREATE TRIGGER payloads_not_blanked BEFORE INSERT ON payloads
    WHEN EXISTS (SELECT 1 FROM blanked WHERE seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END
    """,
    """
    CREATE TRIGGER blanked_no_update BEFORE UPDATE ON blanked
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END
    """,
    """
    CREATE TRIGGER blanked_once BEFORE INSERT ON blanked
    WHEN EXISTS (SELECT 1 FROM blanked WHERE seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END
    """,
    """
    CREATE TRIGGER blanked_only_erased BEFORE DELETE ON blanked
    WHEN NOT EXISTS (SELECT 1 FROM erasures JOIN events USING (session) WHERE seq = OLD.seq)
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END
    """,
)

ROLL_UPS: Final = (
    """
    CREATE TABLE totals (
      session INTEGER NOT NULL,
      round INTEGER NOT NULL,
      choice TEXT NOT NULL,
      practice INTEGER NOT NULL,
      edition TEXT NOT NULL,
      dilemma TEXT NOT NULL,
      first INTEGER,
      second INTEGER,
      first_share REAL,
      second_share REAL,
      PRIMARY KEY (practice, edition, dilemma, choice, session)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE shifts (
      session INTEGER NOT NULL,
      round INTEGER NOT NULL,
      role TEXT NOT NULL,
      first TEXT NOT NULL,
      second TEXT NOT NULL,
      ballots INTEGER NOT NULL,
      PRIMARY KEY (session, round, role, first, second)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE vote_figures (
      session INTEGER NOT NULL,
      round INTEGER NOT NULL,
      vote INTEGER NOT NULL,
      practice INTEGER NOT NULL,
      edition TEXT NOT NULL,
      dilemma TEXT NOT NULL,
      present INTEGER NOT NULL,
      persons INTEGER NOT NULL,
      valid INTEGER NOT NULL,
      abstained INTEGER NOT NULL,
      by_hand INTEGER NOT NULL,
      by_table INTEGER NOT NULL,
      label INTEGER,
      top_share REAL,
      consensus REAL,
      agreement REAL,
      both INTEGER,
      moved INTEGER,
      net REAL,
      silent REAL,
      PRIMARY KEY (practice, edition, dilemma, vote, session)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX vote_figures_of_session ON vote_figures (session)",
    """
    CREATE TABLE lenses (
      session INTEGER NOT NULL,
      role TEXT NOT NULL,
      now REAL NOT NULL,
      later REAL NOT NULL,
      against_null REAL NOT NULL,
      PRIMARY KEY (session, role)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX sessions_by_start ON sessions (started_at)",
)
