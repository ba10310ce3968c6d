"""What `dilemmaspel sessions`, `dilemmaspel verify` and `dilemmaspel merge` do."""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, TextIO

from dilemmaspel.storage import archive, opening
from dilemmaspel.storage.archive import SessionInfo, Status
from dilemmaspel.storage.lock import is_held
from dilemmaspel.storage.log import open_log
from dilemmaspel.storage.merging import TAKEN, Outcome, merging
from dilemmaspel.storage.verify import verify
from dilemmaspel.texts import Texts, mark

PROGRESS_FROM: Final = 20
"""A check of more sessions than this tells how far it is."""

_STATUS: Final = {
    Status.OPEN: mark("running"),
    Status.INTERRUPTED: mark("interrupted"),
    Status.CLOSED: mark("closed"),
}


def run_sessions(path: Path, out: TextIO, t: Texts, *, as_json: bool) -> int:
    """List the sessions of a log, the newest first; returns the exit code.

    A log that is not there yet has no sessions. Raises StorageTrouble when it is no log.
    """
    found = sessions_in(path)
    if as_json:
        print(json.dumps([_record(one) for one in found], ensure_ascii=False, indent=1), file=out)
        return 0
    if not found:
        print(t("There are no sessions in {path}.", path=path), file=out)
    for one in found:
        print(_line(one, t), file=out)
    return 0


def sessions_in(path: Path) -> tuple[SessionInfo, ...]:
    """Every session in a log that this program may not have open, the newest first."""
    if not path.exists():
        return ()
    opening.check_kind(path)
    with opening.reading(path) as conn:
        running = archive.newest_unclosed(conn) if is_held(path) else frozenset()
        return archive.sessions(conn, running)


def run_verify(path: Path, out: TextIO, t: Texts, err: TextIO | None = None) -> int:
    """Check a log and say what was found; returns 0 when all is well, else 1.

    A long check tells on `err` how far it is. Raises StorageTrouble when it is no log.
    """

    def told(done: int, whole: int) -> None:
        if whole > PROGRESS_FROM and (done % PROGRESS_FROM == 0 or done == whole):
            words = t("{done} of {whole} sessions checked", done=done, whole=whole)
            print(words, file=err or sys.stderr)

    report = verify(path, told)
    for one in report.sessions:
        count = t.plural("{n} event", "{n} events", one.events)
        erased = f" · {t('erased')}" if one.erased else ""
        print(f"{one.session} · {count} · {one.code}{erased}", file=out)
    for finding in report.findings:
        print(finding.text(t), file=out)
    if report.is_fine:
        print(t("Everything is as it was written."), file=out)
        return 0
    n = len(report.findings)
    print(t.plural("{n} thing is wrong.", "{n} things are wrong.", n), file=out)
    return 1


def run_merge(files: Sequence[Path], into: Path, out: TextIO, err: TextIO, t: Texts) -> int:
    """Bring the sessions of logs together in one; returns 0, or 1 when something was refused.

    Raises StorageTrouble when the log that takes them in cannot be opened or written.
    """
    log, counts = open_log(into), Counter[Outcome]()
    try:
        for step in merging(log, files):
            counts[step.outcome] += 1
            print(step.text(t), file=err if step.is_refused else out)
            if step.whole > PROGRESS_FROM and step.done % PROGRESS_FROM == 0:
                words = t("{done} of {whole} sessions", done=step.done, whole=step.whole)
                print(f"{step.file.name}: {words}", file=err)
    finally:
        log.close()
    taken = sum(counts[outcome] for outcome in TAKEN)
    print(t.plural("{n} session was added.", "{n} sessions were added.", taken), file=out)
    return int(counts[Outcome.REFUSED] > 0)


def _record(one: SessionInfo) -> dict[str, object]:
    return {
        "id": one.id,
        "status": one.status.value,
        "scenario": one.scenario_id,
        "title": one.scenario_title,
        "started_at": one.started_at,
        "ended_at": one.ended_at,
        "last_seen": one.last_seen,
        "phase": one.phase,
        "participants": one.participants,
        "people": one.people,
        "practice": one.practice,
        "organisation": one.organisation,
        "kind": one.kind,
        "profile": one.profile,
    }


def _line(one: SessionInfo, t: Texts) -> str:
    started = datetime.fromtimestamp(one.started_at / 1000).astimezone()
    people = t.plural("{n} person", "{n} people", one.people)
    parts = [
        one.id,
        started.strftime("%Y-%m-%d %H:%M"),
        one.scenario_title,
        people,
        t(_STATUS[one.status]),
    ]
    if one.practice:
        parts.append(t("rehearsal"))
    return " · ".join(parts)
