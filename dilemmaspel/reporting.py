"""Joins the log and the files that are made of it, for the command line and for the windows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from random import SystemRandom
from typing import Final

from dilemmaspel import __version__
from dilemmaspel.beside import as_beside
from dilemmaspel.debrief.beside import Beside
from dilemmaspel.debrief.export.about import about
from dilemmaspel.debrief.export.csvzip import write_csv
from dilemmaspel.debrief.export.jsonfile import write_json
from dilemmaspel.debrief.export.plain import PlainSession, published
from dilemmaspel.debrief.export.steps import Export, Steps
from dilemmaspel.debrief.export.xlsx import write_xlsx
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.session import Loaded
from dilemmaspel.storage import archive, opening, troubles
from dilemmaspel.storage.archive import SessionInfo
from dilemmaspel.storage.codec import Codec
from dilemmaspel.storage.log import open_log
from dilemmaspel.storage.plain import plain_rows
from dilemmaspel.texts import Texts, mark

LATEST: Final = "latest"


class Form(StrEnum):
    """The forms of a report, in the order in which they are offered."""

    PDF = "pdf"
    HTML = "html"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


ENDINGS: Final = {
    Form.PDF: ".pdf",
    Form.HTML: ".html",
    Form.XLSX: ".xlsx",
    Form.CSV: ".zip",
    Form.JSON: ".json",
}
"""The usual ending of a file of each form."""

_KNOWN_ENDINGS: Final = {**{e: f for f, e in ENDINGS.items()}, ".htm": Form.HTML, ".csv": Form.CSV}
_WRITERS: Final = {Form.XLSX: write_xlsx, Form.CSV: write_csv, Form.JSON: write_json}


@dataclass(frozen=True, slots=True)
class Found:
    """A session, as it was when it was read."""

    info: SessionInfo
    loaded: Loaded
    check_code: str
    beside: Beside


def form_of(path: Path) -> Form | None:
    """The form that a file's ending asks for, or None."""
    return _KNOWN_ENDINGS.get(path.suffix.lower())


def ready(log: Path) -> None:
    """See that the log can be read; one of an older release is brought up to date.

    Raises StorageTrouble.
    """
    if opening.check_kind(log) < opening.LOG_VERSION:
        open_log(log).close()


def listed(log: Path) -> tuple[SessionInfo, ...]:
    """Every session of a log, the newest first."""
    with opening.reading(log) as conn:
        return archive.sessions(conn, frozenset())


def named(log: Path, name: str) -> SessionInfo:
    """The session with this id, the only one whose id begins so, or the `latest`.

    Raises EnvironmentTrouble when there is none or more than one.
    """
    sessions = listed(log)
    if name == LATEST:
        found = list(sessions[:1])
    else:
        found = [s for s in sessions if s.id == name] or [
            s for s in sessions if name and s.id.startswith(name)
        ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise _none(log, name)
    raise EnvironmentTrouble(
        mark("{n} sessions in {path} begin with {name}."),
        "",
        mark("Give more of the id; `dilemmaspel sessions` lists them."),
        n=len(found),
        path=log,
        name=name,
    )


def _none(log: Path, name: str) -> EnvironmentTrouble:
    with opening.reading(log) as conn:
        erased = archive.is_erased(conn, name)
    return troubles.erased_session(log) if erased else troubles.unknown_session(log, name)


def read(log: Path, info: SessionInfo) -> Found:
    """Read a session back; raises StorageTrouble."""
    with opening.reading(log) as conn:
        loaded = archive.load(conn, log, info.id, Codec())
        code = archive.check_code(conn, log, info.id)
        return Found(info, loaded, code, as_beside(archive.kept_apart(conn, info.id)))


def tables(form: Form, path: Path, log: Path, sessions: Sequence[SessionInfo], t: Texts) -> Steps:
    """Write the tables of sessions in a file, step by step; raises EnvironmentTrouble.

    `form` is one with tables. Sessions are read one by one, so that there may be many.
    """
    now = datetime.now().astimezone()
    export = Export(
        sessions=_plain(log, sessions),
        count=len(sessions),
        language=t.language,
        made_at=now,
        app_version=__version__,
        method=tuple(_about(log, sessions, t, now)),
    )
    return _WRITERS[form](path, export)


def _plain(log: Path, sessions: Sequence[SessionInfo]) -> Iterator[PlainSession]:
    chance = SystemRandom()
    with opening.reading(log) as conn:
        for one in sessions:
            rows = plain_rows(conn, one.id)
            if rows["sessions"]:  # it may have been erased since it was listed
                yield published(one.id, archive.check_code(conn, log, one.id), rows, chance)


def _about(log: Path, sessions: Sequence[SessionInfo], t: Texts, now: datetime) -> list[str]:
    kinds = frozenset(one.kind for one in sessions)
    if len(sessions) != 1:
        title = t.plural("{n} session of Dilemmaspel", "{n} sessions of Dilemmaspel", len(sessions))
        return about(t, title, "", kinds, now)
    with opening.reading(log) as conn:
        code = archive.check_code(conn, log, sessions[0].id)
    return about(t, sessions[0].scenario_title, code, kinds, now)
