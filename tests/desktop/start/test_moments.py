"""Moments are written as the language writes them, on a clock of 24 hours."""

import pytest
from PySide6.QtCore import QDate, QDateTime, QTime

from dilemmaspel.desktop.start.moments import short, spoken
from dilemmaspel.texts import Texts

NL, EN = Texts("nl"), Texts("en")
EVENING = QDateTime(QDate(2026, 3, 4), QTime(20, 5))
AT = EVENING.toMSecsSinceEpoch()


@pytest.mark.parametrize(("t", "written"), [(NL, "4 mrt 2026 20:05"), (EN, "4 Mar 2026 20:05")])
def test_a_table_has_the_day_before_the_month(t: Texts, written: str) -> None:
    assert short(t, AT).replace("mrt.", "mrt") == written


@pytest.mark.parametrize(
    ("days", "dutch", "english"),
    [
        (0, "20:05", "20:05"),
        (1, "gisteren om 20:05", "yesterday at 20:05"),
        (3, "woensdag om 20:05", "Wednesday at 20:05"),
        (30, "4 maart 2026 om 20:05", "4 March 2026 at 20:05"),
    ],
)
def test_a_moment_is_said_by_how_long_ago_it_was(days: int, dutch: str, english: str) -> None:
    now = EVENING.addDays(days)
    assert (spoken(NL, AT, now), spoken(EN, AT, now)) == (dutch, english)
