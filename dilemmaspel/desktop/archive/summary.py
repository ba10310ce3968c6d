"""What a session came to, in words: the decision of each dilemma, and how it ended."""

from collections.abc import Iterator
from dataclasses import dataclass

from dilemmaspel.desktop.archive.quality import quality_lines
from dilemmaspel.desktop.start.moments import short
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.state import State, Taken
from dilemmaspel.game.steps import final_ending
from dilemmaspel.storage.figures import Quality
from dilemmaspel.texts import Texts
from dilemmaspel.words import PROFILES, RULES


@dataclass(frozen=True, slots=True)
class Decided:
    """One dilemma: its title, what was decided, and how."""

    title: str
    outcome: str
    how: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A session in a few lines; `ending` is empty while it had none."""

    session: str
    decided: tuple[Decided, ...]
    ending: str = ""
    agreements: tuple[str, ...] = ()
    facts: str = ""
    """Date, organisation, length and people, in a line."""
    quality: tuple[str, ...] = ()
    """How good the data are, a sentence each."""


def summary_of(t: Texts, state: State, quality: Quality | None = None) -> Summary:
    """Sum up a session from its state."""
    over = state.flow.phase in {Phase.DEBRIEF, Phase.CLOSED}
    found = final_ending(state) if over else None
    return Summary(
        session=state.session,
        decided=tuple(_decided(t, state)),
        ending=found[1].strip() if found else "",
        agreements=tuple(
            " · ".join(part for part in (one.what, one.who, one.when) if part)
            for one in state.agreements
        ),
        facts=" · ".join(part for part in _facts(t, state) if part),
        quality=quality_lines(t, quality) if quality else (),
    )


def _facts(t: Texts, state: State) -> tuple[str, ...]:
    people = sum(seat.heads for seat in state.seats.values())
    return (
        short(t, state.started_at),
        state.setup.organisation,
        t(PROFILES[state.setup.profile].name),
        t.plural("{n} person", "{n} people", people),
    )


def _decided(t: Texts, state: State) -> Iterator[Decided]:
    for dilemma_id in state.flow.played:
        dilemma = state.scenario.dilemma(dilemma_id)
        taken = state.flow.decisions.get(DilemmaId(dilemma_id))
        if dilemma is not None and taken is not None:
            yield Decided(dilemma.title, outcome_words(t, dilemma, taken), _how(t, taken))


def outcome_words(t: Texts, dilemma: Dilemma, taken: Taken) -> str:
    """Say what was decided in a dilemma."""
    if taken.chosen.shares:
        parts = [
            f"{_label(dilemma, option)} {t.number(share)}"
            for option, share in taken.chosen.shares.items()
        ]
    else:
        parts = [_label(dilemma, option) for option in taken.chosen.options]
    return ", ".join(parts) or t("Nothing was decided.")


def _label(dilemma: Dilemma, option_id: str) -> str:
    option = dilemma.option(option_id)
    return option.label if option else option_id


def _how(t: Texts, taken: Taken) -> str:
    how = t("The facilitator decided.") if taken.by_facilitator else t(RULES[taken.rule].name)
    return f"{how} {taken.reason}".strip()
