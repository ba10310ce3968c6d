"""The report of a session, from its record."""

from collections.abc import Iterator

from dilemmaspel.debrief.report import document as d
from dilemmaspel.debrief.report.dates import span
from dilemmaspel.debrief.report.dilemma import dilemma_section, verdict
from dilemmaspel.debrief.report.method import method_section, whose_votes
from dilemmaspel.debrief.report.source import Source
from dilemmaspel.debrief.report.together import sections
from dilemmaspel.texts import Texts
from dilemmaspel.words import KINDS, PROFILES, VOTING


def report_of(t: Texts, source: Source) -> d.Report:
    """Write the report of one session: cover, a section per dilemma, the whole, the method."""
    record = source.record
    return d.Report(
        language=t.language,
        title=record.title,
        subtitle=record.place,
        name=t("Report of a session"),
        cover=tuple(_cover(t, source)),
        sections=(
            *(dilemma_section(t, source, one) for one in record.dilemmas),
            *sections(t, record),
            method_section(t, source),
        ),
        foot=whose_votes(t, record),
    )


def _cover(t: Texts, source: Source) -> Iterator[d.Block]:
    record = source.record
    if record.setup.practice:
        yield d.Words(t("This was a rehearsal: the votes are not of people."), d.Tone.LEAD)
    if not record.closed:
        yield d.Words(t("This session is not closed yet; the report is of what there is so far."))
    yield d.Facts(tuple(_facts(t, source)))
    decided = tuple(_decided(t, source))
    if decided:
        heads = (d.Head(t("Dilemma")), d.Head(t("The decision")))
        yield d.Grid(t("What was decided"), heads, decided)
    yield d.Words(whose_votes(t, record), d.Tone.QUIET)


def _facts(t: Texts, source: Source) -> Iterator[tuple[str, str]]:
    record = source.record
    yield t("Date"), span(t, record.started_at, source.ended_at)
    if record.organisation:
        yield t("Organisation"), record.organisation
    if record.region:
        yield t("Region"), record.region
    yield t("Kind of session"), t(KINDS[record.kind].name)
    yield t("Length"), t(PROFILES[record.profile].name)
    yield t("Who took part"), _people(t, source)
    yield t("How people voted"), t(VOTING[source.state.voting].name)
    if source.check_code:
        yield t("Check code"), source.check_code


def _people(t: Texts, source: Source) -> str:
    roles = len({seat.role for seat in source.state.seats.values()})
    who = t.plural("{n} person", "{n} people", source.record.method.people)
    return t("{people} in {roles}", people=who, roles=t.plural("{n} role", "{n} roles", roles))


def _decided(t: Texts, source: Source) -> Iterator[tuple[str, str]]:
    for one in source.record.dilemmas:
        told = verdict(t, source.state, one)
        points = told.points or ("",) * len(told.choices)
        parts = (
            " ".join(str(part) for part in (choice.label, n) if part != "")
            for choice, n in zip(told.choices, points, strict=True)
        )
        yield one.name.title, ", ".join(parts) or t("Nothing was decided.")
