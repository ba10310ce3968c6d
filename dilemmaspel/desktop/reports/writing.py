"""Writes a report to read, as a page or on paper, step by step."""

import os
from pathlib import Path

from dilemmaspel.debrief.export.steps import Steps
from dilemmaspel.debrief.report.document import Report
from dilemmaspel.debrief.report.html import html_page
from dilemmaspel.debrief.report.making import report_of
from dilemmaspel.debrief.report.source import source_of
from dilemmaspel.placing import placing
from dilemmaspel.reporting import Form, Found
from dilemmaspel.texts import Texts


def with_fonts() -> object:
    """See that there is a program that can measure letters, also without a screen.

    Returns what has to live as long as the writing.
    """
    from PySide6.QtGui import QGuiApplication

    running = QGuiApplication.instance()
    if running is not None:
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["dilemmaspel"])


def writing(form: Form, path: Path, found: Found, t: Texts) -> Steps:
    """Write the report of a session as HTML or PDF; gives the parts done, of how many.

    The file stands there when the steps are over; who closes them earlier leaves nothing behind.
    Raises EnvironmentTrouble.
    """
    from dilemmaspel.desktop.reports.pdf import write_pdf
    from dilemmaspel.desktop.style import load_fonts

    load_fonts()
    yield (0, 1)
    source = source_of(found.loaded.state, found.check_code, found.info.ended_at, found.beside)
    yield (0, 1)
    report = report_of(t, source)
    yield (0, 1)
    if form is Form.PDF:
        yield from write_pdf(report, path, t)
    else:
        yield from _write_html(report, path, t)


def _write_html(report: Report, path: Path, t: Texts) -> Steps:
    from dilemmaspel.desktop.reports.figures import drawing

    whole = len(report.sections)
    done = -_BEFORE
    with placing(path) as fresh, fresh.open("w", encoding="utf-8", newline="\n") as file:
        for part in html_page(report, drawing(t), t):
            file.write(part)
            yield (min(whole, max(0, done)), whole)
            done += 1


_BEFORE = 6
"""Parts of a page before its first section is done."""
