"""How to read an export: what it is, what was left out, and of when it is."""

from datetime import datetime

from dilemmaspel.debrief.export.plain import LEAST_PERSONAL
from dilemmaspel.debrief.report.dates import day
from dilemmaspel.game.setup import Kind
from dilemmaspel.texts import Texts, mark

ROLES_WERE_PLAYED = mark("Participants played a role. These are no opinions of real organisations.")
"""Stands with every figure that leaves the laptop."""


def about(t: Texts, title: str, code: str, kinds: frozenset[str], made_at: datetime) -> list[str]:
    """Write the lines, the title first; `code` is empty for more than one session.

    `kinds` are those of the sessions in it, `made_at` has the time zone of the laptop.
    """
    lines = [title]
    if code:
        lines.append(t("Check code: {code}", code=code))
    if Kind.ROLE_PLAY in kinds:
        lines.append(t(ROLES_WERE_PLAYED))
    if Kind.OWN_VOICE in kinds:
        lines.append(
            t("Where people voted as themselves, small groups are hidden and votes are shuffled.")
        )
    least = t.number(LEAST_PERSONAL)
    lines += [
        t("Own votes beside a role are only counted, from {n} people on.", n=least),
        t("The sheet or file “codebook” explains every column."),
        t("Times are those of the laptop (UTC{zone}).", zone=f"{made_at:%z}"),
        t("Made on {date} with Dilemmaspel.", date=_moment(t, made_at)),
    ]
    return lines


def _moment(t: Texts, at: datetime) -> str:
    return t("{day} at {time}", day=day(t, int(at.timestamp() * 1000)), time=f"{at:%H:%M}")
