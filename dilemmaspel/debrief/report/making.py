"""The report of a session, from its state."""

from collections.abc import Iterator

from dilemmaspel.debrief.export.about import ROLES_WERE_PLAYED
from dilemmaspel.debrief.naming import played_dilemmas
from dilemmaspel.debrief.report import document as d
from dilemmaspel.debrief.report.dates import span
from dilemmaspel.debrief.report.dilemma import dilemma_section, verdict
from dilemmaspel.debrief.report.method import method_section, people_words
from dilemmaspel.debrief.report.source import Source
from dilemmaspel.debrief.report.together import sections
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Kind
from dilemmaspel.game.state import State
from dilemmaspel.texts import Texts
from dilemmaspel.words import KINDS, PROFILES, VOTING


def report_of(t: Texts, source: Source) -> d.Report:
    """Write the report of one session: cover, a section per dilemma, the whole, the method."""
    state = source.state
    played = played_dilemmas(state)
    return d.Report(
        language=t.language,
        title=state.scenario.title,
        subtitle=state.scenario.place,
        name=t("Report of a session"),
        cover=tuple(_cover(t, source)),
        sections=(
            *(
                dilemma_section(t, source, dilemma, number, len(played))
                for number, dilemma in enumerate(played, start=1)
            ),
            *sections(t, source),
            method_section(t, source),
        ),
        foot=_foot(t, state),
    )


def _cover(t: Texts, source: Source) -> Iterator[d.Block]:
    state = source.state
    if state.setup.practice:
        yield d.Words(t("This was a rehearsal: the votes are not of people."), d.Tone.LEAD)
    if state.flow.phase is not Phase.CLOSED:
        yield d.Words(t("This session is not closed yet; the report is of what there is so far."))
    yield d.Facts(tuple(_facts(t, source)))
    decided = tuple(_decided(t, state))
    if decided:
        heads = (d.Head(t("Dilemma")), d.Head(t("The decision")))
        yield d.Grid(t("What was decided"), heads, decided)


def _facts(t: Texts, source: Source) -> Iterator[tuple[str, str]]:
    state, setup = source.state, source.state.setup
    yield t("When"), span(t, state.started_at, source.ended_at)
    if setup.organisation:
        yield t("Organisation"), setup.organisation
    if setup.region:
        yield t("Region"), setup.region
    yield t("Kind of session"), t(KINDS[setup.kind].name)
    yield t("Length"), t(PROFILES[setup.profile].name)
    yield t("Who took part"), people_words(t, state)
    yield t("Voting"), t(VOTING[state.voting].name)
    if source.check_code:
        yield t("Check code"), source.check_code


def _decided(t: Texts, state: State) -> Iterator[tuple[str, str]]:
    for dilemma in played_dilemmas(state):
        told = verdict(t, state, dilemma, state.flow.decisions[dilemma.id])
        points = told.points or ("",) * len(told.choices)
        parts = (
            " ".join(part for part in (choice.label, str(n)) if part)
            for choice, n in zip(told.choices, points, strict=True)
        )
        yield dilemma.title, ", ".join(parts) or t("Nothing was decided.")


def _foot(t: Texts, state: State) -> str:
    if state.setup.kind is Kind.ROLE_PLAY:
        return t(ROLES_WERE_PLAYED)
    return t("People voted as themselves. Who they are is not in this report.")
