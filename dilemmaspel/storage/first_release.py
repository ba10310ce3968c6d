"""The tables as release 1 made them; never changed afterwards. `docs/log.md` explains each."""

from typing import Final

TABLES: Final = (
    """
    CREATE TABLE events (
      seq INTEGER PRIMARY KEY,
      session TEXT NOT NULL,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL,
      version INTEGER NOT NULL,
      payload_hash BLOB NOT NULL,
      chain BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX events_of_session ON events (session)",
    "CREATE UNIQUE INDEX one_close ON events (session) WHERE kind = 'SessionClosed'",
    """
    CREATE TABLE payloads (
      seq INTEGER PRIMARY KEY REFERENCES events (seq),
      salt BLOB NOT NULL,
      payload TEXT NOT NULL,
      key TEXT
    ) STRICT
    """,
    "CREATE TABLE erasures (session TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE heartbeats (
      session TEXT PRIMARY KEY, last_seen INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE personal_pending (
      session TEXT NOT NULL,
      dilemma TEXT NOT NULL,
      vote TEXT NOT NULL,
      attempt INTEGER NOT NULL,
      seat INTEGER NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (session, dilemma, vote, attempt, seat)
    ) STRICT, WITHOUT ROWID
    """,
)

_APPEND_ONLY = "the log is append-only"


def _guard(name: str, moment: str, when: str, words: str) -> str:
    condition = f" WHEN {when}" if when else ""
    body = f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
    return f"CREATE TRIGGER {name} BEFORE {moment}{condition} {body}"


GUARDS: Final = (
    _guard("events_no_update", "UPDATE ON events", "", _APPEND_ONLY),
    _guard("events_no_delete", "DELETE ON events", "", _APPEND_ONLY),
    _guard(
        "events_in_order",
        "INSERT ON events",
        "NEW.seq <= (SELECT max(seq) FROM events)",
        "the log is append-only: an event comes after the last one",
    ),
    _guard(
        "events_not_after_close",
        "INSERT ON events",
        "EXISTS (SELECT 1 FROM events WHERE session = NEW.session AND kind = 'SessionClosed')",
        "nothing follows the end of a session",
    ),
    _guard(
        "events_not_after_erasure",
        "INSERT ON events",
        "EXISTS (SELECT 1 FROM erasures WHERE session = NEW.session)",
        "nothing follows the erasure of a session",
    ),
    _guard("payloads_no_update", "UPDATE ON payloads", "", _APPEND_ONLY),
    _guard(
        "payloads_once",
        "INSERT ON payloads",
        "EXISTS (SELECT 1 FROM payloads WHERE seq = NEW.seq)",
        _APPEND_ONLY,
    ),
    _guard(
        "payloads_only_erased",
        "DELETE ON payloads",
        "NOT EXISTS (SELECT 1 FROM erasures JOIN events USING (session) WHERE seq = OLD.seq)",
        "payloads are only erased with their whole session",
    ),
    _guard("erasures_no_update", "UPDATE ON erasures", "", _APPEND_ONLY),
    _guard("erasures_no_delete", "DELETE ON erasures", "", _APPEND_ONLY),
)

PLAIN_TABLES: Final = (
    """
    CREATE TABLE sessions (
      session INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      started_at INTEGER NOT NULL,
      ended_at INTEGER,
      closed_properly INTEGER,
      phase TEXT NOT NULL,
      participants INTEGER NOT NULL,
      people INTEGER NOT NULL,
      kind TEXT NOT NULL,
      profile TEXT NOT NULL,
      voting TEXT NOT NULL,
      practice INTEGER NOT NULL,
      language TEXT NOT NULL,
      organisation TEXT NOT NULL,
      region TEXT NOT NULL,
      notice_version INTEGER NOT NULL,
      scenario_id TEXT NOT NULL,
      scenario_title TEXT NOT NULL,
      scenario_version INTEGER NOT NULL,
      scenario_sha256 TEXT NOT NULL,
      roles_sha256 TEXT NOT NULL,
      theme TEXT,
      app_version TEXT NOT NULL,
      settings TEXT NOT NULL,
      undone INTEGER NOT NULL,
      resumed INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE roles (
      session INTEGER NOT NULL,
      number INTEGER NOT NULL,
      role TEXT NOT NULL,
      name TEXT NOT NULL,
      voting INTEGER NOT NULL,
      PRIMARY KEY (session, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE participants (
      session INTEGER NOT NULL,
      seat INTEGER NOT NULL,
      role TEXT NOT NULL,
      channel TEXT NOT NULL,
      heads INTEGER NOT NULL,
      active INTEGER NOT NULL,
      joined_phase TEXT NOT NULL,
      left_phase TEXT,
      PRIMARY KEY (session, seat)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE rounds (
      session INTEGER NOT NULL,
      round INTEGER NOT NULL,
      dilemma TEXT NOT NULL,
      title TEXT NOT NULL,
      question_type TEXT NOT NULL,
      rule TEXT NOT NULL,
      year INTEGER,
      status TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      ended_at INTEGER,
      PRIMARY KEY (session, round)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE phases (
      session INTEGER NOT NULL,
      number INTEGER NOT NULL,
      phase TEXT NOT NULL,
      round INTEGER,
      planned_ms INTEGER NOT NULL,
      entered_at INTEGER NOT NULL,
      PRIMARY KEY (session, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE ballots (
      session INTEGER NOT NULL,
      round INTEGER NOT NULL,
      vote INTEGER NOT NULL,
      number INTEGER NOT NULL,
      attempt INTEGER NOT NULL,
      seat INTEGER,
      role INTEGER NOT NULL,
      choice ANY,
      count INTEGER NOT NULL,
      heads INTEGER NOT NULL,
      channel INTEGER NOT NULL,
      superseded INTEGER NOT NULL,
      extra TEXT,
      PRIMARY KEY (session, round, vote, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE rollups (
      session INTEGER NOT NULL,
      round INTEGER NOT NULL,
      vote INTEGER NOT NULL,
      role TEXT NOT NULL,
      choice TEXT NOT NULL,
      ballots INTEGER NOT NULL,
      points REAL,
      PRIMARY KEY (session, round, vote, role, choice)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE decisions (
      session INTEGER NOT NULL,
      round INTEGER NOT NULL,
      options TEXT NOT NULL,
      shares TEXT,
      rule TEXT NOT NULL,
      fallback_used INTEGER NOT NULL,
      by_facilitator INTEGER NOT NULL,
      reason TEXT NOT NULL,
      steps TEXT NOT NULL,
      text TEXT NOT NULL,
      raw TEXT NOT NULL,
      role_weighted TEXT NOT NULL,
      PRIMARY KEY (session, round)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE effects_log (
      session INTEGER NOT NULL,
      number INTEGER NOT NULL,
      year INTEGER NOT NULL,
      source TEXT NOT NULL,
      dilemma TEXT,
      option TEXT,
      indicator TEXT,
      raw INTEGER NOT NULL,
      clamped INTEGER NOT NULL,
      condition TEXT,
      PRIMARY KEY (session, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE indicator_values (
      session INTEGER NOT NULL,
      year INTEGER NOT NULL,
      indicator TEXT NOT NULL,
      value INTEGER NOT NULL,
      PRIMARY KEY (session, year, indicator)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE budget_values (
      session INTEGER NOT NULL,
      year INTEGER NOT NULL,
      annual INTEGER NOT NULL,
      committed INTEGER NOT NULL,
      free INTEGER NOT NULL,
      reserve INTEGER NOT NULL,
      PRIMARY KEY (session, year)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE benefits (
      session INTEGER NOT NULL,
      pocket TEXT NOT NULL,
      benefit INTEGER NOT NULL,
      paid INTEGER NOT NULL,
      PRIMARY KEY (session, pocket)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE info_shared (
      session INTEGER NOT NULL,
      round INTEGER NOT NULL,
      role TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (session, round, role)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE arguments (
      session INTEGER NOT NULL,
      number INTEGER NOT NULL,
      round INTEGER,
      option TEXT NOT NULL,
      role TEXT,
      text TEXT NOT NULL,
      PRIMARY KEY (session, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE conditions (
      session INTEGER NOT NULL,
      number INTEGER NOT NULL,
      round INTEGER,
      option TEXT NOT NULL,
      role TEXT,
      text TEXT NOT NULL,
      PRIMARY KEY (session, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE notes (
      session INTEGER NOT NULL,
      number INTEGER NOT NULL,
      round INTEGER,
      phase TEXT NOT NULL,
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (session, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE agreements (
      session INTEGER NOT NULL,
      number INTEGER NOT NULL,
      what TEXT NOT NULL,
      who TEXT NOT NULL,
      "when" TEXT NOT NULL,
      PRIMARY KEY (session, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE personal_votes (
      session INTEGER NOT NULL,
      dilemma TEXT NOT NULL,
      vote TEXT NOT NULL,
      attempt INTEGER NOT NULL,
      value ANY,
      differs_from_role INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX personal_votes_of_session ON personal_votes (session)",
    """
    CREATE TABLE exit_poll (
      session INTEGER NOT NULL,
      number INTEGER NOT NULL,
      talking INTEGER,
      understanding INTEGER,
      PRIMARY KEY (session, number)
    ) STRICT, WITHOUT ROWID
    """,
)

VIEWS: Final = (
    """
    CREATE VIEW ballot_list AS
    SELECT s.id AS session, r.dilemma, b.round,
      CASE b.vote WHEN 1 THEN 'vote1' WHEN 2 THEN 'vote2' WHEN 3 THEN 'runoff'
        WHEN 4 THEN 'consent_check' END AS vote,
      b.number, b.attempt, b.seat, o.role, b.choice, b.count, b.heads,
      CASE b.channel WHEN 0 THEN 'passed' WHEN 1 THEN 'hands' WHEN 2 THEN 'table'
        WHEN 3 THEN 'phone' WHEN 4 THEN 'paper' WHEN 5 THEN 'bot' END AS channel,
      b.superseded, json_extract(b.extra, '$.confidence') AS confidence,
      json_extract(b.extra, '$.value_card') AS value_card,
      json_extract(b.extra, '$.comment') AS comment,
      json_extract(b.extra, '$.objection') AS objection,
      json_extract(b.extra, '$.prediction[0]') AS predicted_role,
      json_extract(b.extra, '$.prediction[1]') AS predicted_choice
    FROM ballots b
    JOIN sessions s ON s.session = b.session
    JOIN rounds r ON r.session = b.session AND r.round = b.round
    JOIN roles o ON o.session = b.session AND o.number = b.role
    """,
)
