"""How a report came about: who voted how, who was missing, and what was held back."""

from dataclasses import replace

from dilemmaspel.debrief.export.about import ROLES_WERE_PLAYED
from dilemmaspel.debrief.record import Record
from dilemmaspel.debrief.report import document as d
from dilemmaspel.debrief.report.source import Source
from dilemmaspel.debrief.report.tabling import grid_of
from dilemmaspel.debrief.saying import said
from dilemmaspel.game.setup import Kind
from dilemmaspel.texts import Texts
from dilemmaspel.words import PLAY_VALUES


def method_section(t: Texts, source: Source) -> d.Section:
    """Write the note on method."""
    record = source.record
    scenario = t("{id}, version {n}", id=record.scenario, n=record.version)
    facts = [(t("Scenario"), scenario), (t("Session"), record.session)]
    if source.check_code:
        facts.append((t("Check code"), source.check_code))
    table = replace(grid_of(t, record.method.table()), notes=())
    blocks = (
        d.Words(whose_votes(t, record), d.Tone.LEAD),
        d.Bullets((*(said(t, note) for note in record.method.notes()[1:]), *_more(t, record))),
        *((table,) if table.rows else ()),
        d.Facts(tuple(facts)),
    )
    return d.Section("method", t("How this report was made"), blocks)


def whose_votes(t: Texts, record: Record) -> str:
    """Say what the votes are, and what they are not."""
    if record.kind is Kind.ROLE_PLAY:
        return t(ROLES_WERE_PLAYED)
    return t("People voted as themselves. Who they are is not in this report.")


def _more(t: Texts, record: Record) -> tuple[str, ...]:
    least = record.method.least_ballots
    return (
        t("Own votes beside a role are only counted, from {n} people on.", n=least),
        t("A table votes as one; its people count for who took part, not for the result."),
        t("People in one room are not independent: this is one session, not a survey."),
        t(PLAY_VALUES),
    )
