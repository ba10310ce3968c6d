"""What is printed: a scenario with its setup, and what follows from them for paper."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from dilemmaspel.desktop.start.lengths import phase_minutes, planned
from dilemmaspel.game.ids import DilemmaId, RoleId, frozen
from dilemmaspel.game.paths import places
from dilemmaspel.game.phases import PHASES, Phase
from dilemmaspel.game.scenario import Dilemma, Role, Scenario
from dilemmaspel.game.setup import Setup
from dilemmaspel.game.state import Agreement, State


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One session on paper; a role without a number in `people` gets one card."""

    scenario: Scenario
    setup: Setup
    people: Mapping[RoleId, int] = field(default_factory=frozen)
    agreements: tuple[Agreement, ...] = ()
    one_card_each: bool = False
    """Whether every role gets one card, however many people play it."""

    def cards_of(self, role: Role) -> int:
        """How many cards a role gets: at least one, for somebody who comes late."""
        return 1 if self.one_card_each else max(1, self.people.get(role.id, 1))


def job_of(state: State) -> PrintJob:
    """The job of a running session: its plan, the people who are there, what they agreed."""
    people: Counter[RoleId] = Counter()
    for seat in state.seats.values():
        people[seat.role] += seat.heads if seat.active else 0
    setup = replace(state.setup, plan=state.flow.plan)
    return PrintJob(state.scenario, setup, frozen(people), state.agreements)


@dataclass(frozen=True, slots=True)
class Turn:
    """A dilemma in the order of the session; `label` is its number, "4a" where one of two comes."""

    dilemma: Dilemma
    label: str
    others: tuple[str, ...] = ()
    """The labels of the dilemmas that may come in its place."""


def roles_of(job: PrintJob) -> tuple[Role, ...]:
    """The roles that are handed out, in the order of the scenario."""
    scenario, setup = job.scenario, job.setup
    chosen = setup.roles or scenario.recommended_roles
    wanted = {*chosen, *(role for role, number in job.people.items() if number)}
    return tuple(r for r in scenario.roles if (r.id in wanted if wanted else r.voting))


def turns_of(job: PrintJob) -> tuple[Turn, ...]:
    """The dilemmas that can be played, in order; those that exclude each other share a number."""
    plan = [d for d in planned(job.scenario, job.setup) if job.scenario.dilemma(d) is not None]
    labels = _labels(job.scenario, plan)
    rivals = {d: place for place in places(job.scenario) for d in place}
    found = []
    for dilemma_id in plan:
        dilemma = job.scenario.dilemma(dilemma_id)
        if dilemma is not None:
            others = tuple(labels[o] for o in rivals[dilemma_id] if o in labels and o != dilemma_id)
            found.append(Turn(dilemma, labels[dilemma_id], others))
    return tuple(found)


def _labels(scenario: Scenario, plan: list[DilemmaId]) -> dict[DilemmaId, str]:
    numbers, labels = count(1), dict[DilemmaId, str]()
    shared = {d: [o for o in place if o in plan] for place in places(scenario) for d in place}
    for dilemma in plan:
        if dilemma in labels:
            continue
        number, together = next(numbers), shared[dilemma]
        for letter, one in zip("abcdefghijklmnopqrstuvwxyz", together, strict=False):
            labels[one] = f"{number}{letter}" if len(together) > 1 else str(number)
    return labels


def minutes_in(job: PrintJob, dilemma: Dilemma) -> dict[Phase, int]:
    """The planned minutes of every phase of a dilemma, in order."""
    minutes = phase_minutes(job.scenario, job.setup.profile, job.setup.minutes)
    twice = job.setup.two_votes and dilemma.two_votes
    return {
        phase: each
        for phase, each in minutes.items()
        if PHASES[phase].in_dilemma and (twice or phase is not Phase.VOTE2)
    }
