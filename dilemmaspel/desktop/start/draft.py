"""A session being set up: one value that every press on the set-up page replaces."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dilemmaspel.desktop.start.lengths import planned
from dilemmaspel.game.ids import DilemmaId, RoleId, frozen, updated
from dilemmaspel.game.scenario import Role, Scenario
from dilemmaspel.game.setup import Inputs, Profile, Setup
from dilemmaspel.settings import Settings

MOST_PEOPLE = 500
USUAL_PEOPLE = 8


@dataclass(frozen=True, slots=True)
class Draft:
    """What a session will be; `counts` has every role that is handed out, in order."""

    scenario: Scenario
    setup: Setup
    counts: Mapping[RoleId, int] = field(default_factory=frozen)

    @property
    def people(self) -> int:
        """Everybody with a role."""
        return sum(self.counts.values())

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that are handed out."""
        return tuple(role for role in self.scenario.roles if role.id in self.counts)

    @property
    def voters(self) -> int:
        """Everybody whose role votes."""
        return sum(self.counts[role.id] for role in self.roles if role.voting)

    @property
    def missing(self) -> tuple[Role, ...]:
        """Roles that the scenario needs and that nobody plays."""
        needed = self.scenario.required_roles
        return tuple(r for r in self.scenario.roles if r.id in needed and not self.counts.get(r.id))

    def with_people(self, number: int) -> "Draft":
        """Deal a number of people evenly over the voting roles, the needed ones first."""
        number = max(0, min(MOST_PEOPLE, number))
        return replace(self, counts=_dealt(self, number))

    def with_count(self, role: RoleId, number: int) -> "Draft":
        """Give one role a number of people; the others keep theirs."""
        room = MOST_PEOPLE - self.people + self.counts[role]
        return replace(self, counts=updated(self.counts, role, max(0, min(room, number))))

    def with_role(self, role: RoleId, *, handed_out: bool) -> "Draft":
        """Hand out a role or not, and deal the same number of people again."""
        if (role in self.counts) == handed_out:
            return self
        ids = {r.id for r in self.roles} ^ {role}
        counts = frozen({r.id: 0 for r in self.scenario.roles if r.id in ids})
        return replace(self, counts=counts).with_people(self.people)

    def with_profile(self, profile: Profile) -> "Draft":
        """Take another length; the dilemmas follow it."""
        return replace(self, setup=replace(self.setup, profile=profile, plan=()))

    def with_dilemma(self, dilemma: DilemmaId, *, played: bool) -> "Draft":
        """Play a dilemma or not; it comes back in its own place."""
        plan = self.plan
        if played == (dilemma in plan):
            return self
        if played:
            later = _ids_after(self.scenario, dilemma)
            at = next((n for n, one in enumerate(plan) if one in later), len(plan))
            return self._planned((*plan[:at], dilemma, *plan[at:]))
        rest = tuple(one for one in plan if one != dilemma)
        return self._planned(rest) if rest else self

    def moved(self, dilemma: DilemmaId, steps: int) -> "Draft":
        """Play a dilemma earlier (-1) or later (1)."""
        plan = list(self.plan)
        if dilemma not in plan:
            return self
        at = plan.index(dilemma)
        to = at + steps
        if not 0 <= to < len(plan):
            return self
        plan[at], plan[to] = plan[to], plan[at]
        return self._planned(tuple(plan))

    @property
    def plan(self) -> tuple[DilemmaId, ...]:
        """The dilemmas that are played, in order."""
        return planned(self.scenario, self.setup)

    def with_minutes(self, phase: str, minutes: int) -> "Draft":
        """Plan a phase for a number of minutes."""
        return self.with_setup(minutes=updated(self.setup.minutes, phase, minutes))

    def with_input(self, name: str, *, asked: bool) -> "Draft":
        """Ask an extra question with a ballot or not."""
        return self.with_setup(inputs=replace(self.setup.inputs, **{name: asked}))

    def with_setup(self, **changes: object) -> "Draft":
        """Change other settings of the session by their name."""
        return replace(self, setup=replace(self.setup, **changes))  # type: ignore[arg-type] # names of Setup

    def _planned(self, plan: tuple[DilemmaId, ...]) -> "Draft":
        return replace(self, setup=replace(self.setup, plan=plan))


def new_draft(scenario: Scenario, settings: Settings) -> Draft:
    """Start from what the scenario advises and what this laptop did last.

    A trial has one length, and its own minutes.
    """
    setup = Setup(
        profile=Profile.SHORT if scenario.is_trial else settings.profile,
        voting=settings.voting,
        inputs=Inputs(),
        language=settings.language,
        organisation=settings.organisation,
        region=settings.region,
        local_contact=settings.local_contact,
        minutes=frozen({} if scenario.is_trial else settings.minutes),
    )
    handed = scenario.recommended_roles or scenario.required_roles
    ids = [r.id for r in scenario.roles if r.id in handed or (not handed and r.voting)]
    empty = Draft(scenario, setup, frozen(dict.fromkeys(ids, 0)))
    return empty.with_people(settings.people or max(USUAL_PEOPLE, len(ids)))


def _dealt(draft: Draft, number: int) -> Mapping[RoleId, int]:
    """Needed roles come first, so that a small group has those; observers keep their number."""
    counts = dict(draft.counts)
    roles = [role for role in draft.roles if role.voting]
    needed = draft.scenario.required_roles
    roles.sort(key=lambda role: role.id not in needed)
    rest = number - sum(counts[r.id] for r in draft.roles if not r.voting)
    each, more = divmod(max(0, rest), len(roles)) if roles else (0, 0)
    for place, role in enumerate(roles):
        counts[role.id] = each + (place < more)
    return frozen(counts)


def _ids_after(scenario: Scenario, dilemma: DilemmaId) -> frozenset[DilemmaId]:
    order = [one.id for one in scenario.dilemmas]
    return frozenset(order[order.index(dilemma) + 1 :])
