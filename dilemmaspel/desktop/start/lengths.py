"""How long a session takes: the minutes of every phase, and their sum."""

from collections.abc import Iterable, Mapping
from typing import Final

from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.paths import places, profile_plan
from dilemmaspel.game.phases import BREAK_MINUTES, PHASES, Phase, minutes_of
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.setup import Profile, Setup

_ONLY_SOMETIMES: Final = frozenset({Phase.RUNOFF, Phase.CONSENT_CHECK})
_NOT_IN_A_TRIAL: Final = frozenset({Phase.REFLECT, Phase.AFTERMATH, Phase.DEBRIEF})
_NO_TIME: Final = frozenset({Phase.LOBBY, Phase.CLOSED})

TIMED: Final = tuple(phase for phase in PHASES if phase not in _NO_TIME | _ONLY_SOMETIMES)
"""The phases whose minutes a facilitator can set."""


def planned(scenario: Scenario, setup: Setup) -> tuple[DilemmaId, ...]:
    """The dilemmas of a session, in order; without a plan those of its profile."""
    return setup.plan or profile_plan(scenario, setup.profile)


def rounds_in(scenario: Scenario, plan: Iterable[DilemmaId]) -> int:
    """How many dilemmas of a plan are played; of those that exclude each other one is."""
    chosen = frozenset(plan)
    return sum(not chosen.isdisjoint(place) for place in places(scenario))


def phase_minutes(scenario: Scenario, profile: Profile, own: Mapping[str, int]) -> dict[Phase, int]:
    """Minutes per phase of a profile; phases that the profile leaves out are missing."""
    found = {}
    left_out = _NOT_IN_A_TRIAL if scenario.is_trial else frozenset()
    for phase in TIMED:
        usual = minutes_of(phase, profile)
        if usual is not None and phase not in left_out:
            found[phase] = own.get(phase, scenario.timing.get(phase, usual))
    return found


def break_minutes(scenario: Scenario, profile: Profile) -> int:
    """The minutes of the break; a trial is too short for one."""
    return 0 if scenario.is_trial else BREAK_MINUTES[list(Profile).index(profile)]


def total_minutes(scenario: Scenario, setup: Setup) -> int:
    """The planned minutes of a whole session, its break included."""
    minutes = phase_minutes(scenario, setup.profile, setup.minutes)
    plan = planned(scenario, setup)
    rounds = rounds_in(scenario, plan)
    total = break_minutes(scenario, setup.profile)
    for phase, each in minutes.items():
        if phase is Phase.VOTE2:
            total += each * _second_votes(scenario, setup, plan)
        else:
            total += each * (rounds if PHASES[phase].in_dilemma else 1)
    return total


def _second_votes(scenario: Scenario, setup: Setup, plan: tuple[DilemmaId, ...]) -> int:
    if not setup.two_votes:
        return 0
    twice = {d for d in plan if (one := scenario.dilemma(d)) is not None and one.two_votes}
    return rounds_in(scenario, twice)
