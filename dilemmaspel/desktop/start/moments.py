"""Moments as people say them: "20:14" today, with the day when it was earlier."""

from typing import Final

from PySide6.QtCore import QDateTime, QLocale

from dilemmaspel.texts import Texts

_LOCALES: Final = {
    "nl": QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def spoken(t: Texts, at: int, now: QDateTime | None = None) -> str:
    """Say a moment in milliseconds since the epoch the way somebody would say it `now`."""
    moment = QDateTime.fromMSecsSinceEpoch(at)
    today = now or QDateTime.currentDateTime()
    if moment.date() == today.date():
        return moment.toString("HH:mm")
    return t("{day} at {time}", day=_day(t, moment, today), time=moment.toString("HH:mm"))


def short(t: Texts, at: int) -> str:
    """Write a moment in milliseconds since the epoch for a table."""
    return _LOCALES[t.language].toString(QDateTime.fromMSecsSinceEpoch(at), "d MMM yyyy HH:mm")


def _day(t: Texts, moment: QDateTime, today: QDateTime) -> str:
    days = moment.date().daysTo(today.date())
    if days == 1:
        return t("yesterday")
    form = "dddd" if 1 < days < 7 else "d MMMM yyyy"
    return _LOCALES[t.language].toString(moment, form)
