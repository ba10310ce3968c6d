"""Days and times in words."""

from datetime import datetime
from typing import Final

from dilemmaspel.texts import Texts, mark

_MONTHS: Final = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)


def day(t: Texts, at: int) -> str:
    """Write the day of a moment in milliseconds since 1970, as it was on this laptop."""
    when = datetime.fromtimestamp(at / 1000).astimezone()
    month = t(_MONTHS[when.month - 1])
    return t("{day} {month} {year}", day=when.day, month=month, year=when.year)


def span(t: Texts, start: int, end: int | None) -> str:
    """Write from when to when; without an end, since when."""
    since = f"{datetime.fromtimestamp(start / 1000).astimezone():%H:%M}"
    if end is None:
        return t("{day}, from {start}", day=day(t, start), start=since)
    until = f"{datetime.fromtimestamp(end / 1000).astimezone():%H:%M}"
    if day(t, start) == day(t, end):
        return t("{day}, {start} to {end}", day=day(t, start), start=since, end=until)
    return t("{day} to {last}", day=day(t, start), last=day(t, end))
