"""What `dilemmaspel report` does: make a file of a session, or of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TextIO

from dilemmaspel.debrief.export.steps import Steps
from dilemmaspel.reporting import (
    ENDINGS,
    Form,
    form_of,
    listed,
    named,
    read,
    ready,
    tables,
)
from dilemmaspel.storage.archive import SessionInfo
from dilemmaspel.texts import Texts

PROGRESS_FROM: Final = 20
"""An export of more sessions than this tells how far it is."""

_WRONG_USE: Final = 2


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line."""

    session: str | None
    """An id, the beginning of one, or `latest`; None for all sessions."""
    output: Path
    log: Path
    practice: bool = False
    """Whether all sessions takes rehearsals along."""


def run_report(wish: Wish, out: TextIO, err: TextIO, t: Texts) -> int:
    """Make the file and say where it is; returns the exit code.

    Raises EnvironmentTrouble for a log, a session or a file that cannot be used.
    """
    form = form_of(wish.output)
    if form is None:
        endings = ", ".join(ENDINGS.values())
        print(t("A report ends in one of {endings}.", endings=endings), file=err)
        return _WRONG_USE
    if wish.session is None and form in {Form.PDF, Form.HTML}:
        endings = ", ".join(ENDINGS[one] for one in (Form.XLSX, Form.CSV, Form.JSON))
        print(t("All sessions together go into one of {endings}.", endings=endings), file=err)
        return _WRONG_USE
    ready(wish.log)
    sessions = _sessions(wish)
    if not sessions:
        print(_nothing(wish, t), file=err)
        return 1
    for done, whole in _steps(form, wish, sessions, t):
        if whole > PROGRESS_FROM and done % PROGRESS_FROM == 0:
            print(t("{done} of {whole} sessions", done=done, whole=whole), file=err)
    print(wish.output, file=out)
    return 0


def _sessions(wish: Wish) -> Sequence[SessionInfo]:
    if wish.session is not None:
        return (named(wish.log, wish.session),)
    return [one for one in listed(wish.log) if wish.practice or not one.practice]


def _nothing(wish: Wish, t: Texts) -> str:
    if listed(wish.log):
        return t("There are only rehearsals in {path}; --practice takes them along.", path=wish.log)
    return t("There are no sessions in {path}.", path=wish.log)


def _steps(form: Form, wish: Wish, sessions: Sequence[SessionInfo], t: Texts) -> Steps:
    if form not in {Form.PDF, Form.HTML}:
        return tables(form, wish.output, wish.log, sessions, t)
    from dilemmaspel.desktop.reports.writing import with_fonts, writing

    with_fonts()
    return writing(form, wish.output, read(wish.log, sessions[0]), t)
