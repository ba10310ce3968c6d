"""The sections of a report about the session as a whole."""

from collections.abc import Iterator, Sequence

from dilemmaspel.debrief.figures import NOTE_KINDS, Figure, OtherRules
from dilemmaspel.debrief.record import Record
from dilemmaspel.debrief.report import document as d
from dilemmaspel.debrief.report.tabling import drawn, grid_of
from dilemmaspel.texts import Texts


def sections(t: Texts, record: Record) -> Iterator[d.Section]:
    """Write what came of it, who stood where, what else could have been, and what was agreed."""
    if record.dilemmas:
        outcome = (record.lines, record.lenses, record.payers)
        yield _of_figures(t, "years", t("What came of it"), outcome, record.ending.strip())
        yield _of_figures(t, "together", t("Where we stood"), tuple(_stood(record)))
        rules = OtherRules(tuple(one.rules for one in record.dilemmas))
        yield _of_figures(t, "otherwise", t("Had we decided otherwise"), (rules, record.what_if))
    if record.agreements.agreements:
        table = grid_of(t, record.agreements.table())
        yield d.Section("agreements", table.title, (table,))
    loose = tuple(_loose(t, record))
    answers = record.exit_poll.talking.n + record.exit_poll.understanding.n
    if loose or answers:
        poll = (drawn(t, record.exit_poll),) if answers else ()
        yield d.Section("closing", t("How we looked back"), (*loose, *poll))


def _of_figures(
    t: Texts, key: str, title: str, figures: Sequence[Figure], lead: str = ""
) -> d.Section:
    told = [drawn(t, figure) for figure in figures if figure.table().rows]
    words = (d.Words(lead, d.Tone.LEAD),) if lead else ()
    return d.Section(key, title, (*words, *told))


def _stood(record: Record) -> Iterator[Figure]:
    yield record.closeness
    yield record.alignment
    if record.info.dilemmas and any(one.cards for one in record.info.dilemmas):
        yield record.info
    if record.values.cards:
        yield record.values
    if any(one.n for one in record.personal.dilemmas):
        yield record.personal
    if record.guesses.roles:
        yield record.guesses


def _loose(t: Texts, record: Record) -> Iterator[d.Sayings]:
    """Notes that belong to no dilemma that was played."""
    played = {one.name.id for one in record.dilemmas}
    loose = [n for n in record.notes.notes if not n.dilemma or n.dilemma.id not in played]
    for kind, title in NOTE_KINDS.items():
        kept = tuple(d.Saying(note.text) for note in loose if note.kind is kind)
        if kept:
            yield d.Sayings(t(title), kept)
