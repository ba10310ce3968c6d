"""All panels of a debrief against folding the same session from its log, in the same run.

Opening a session for its debrief is a fold and then the panels, so the fold is the baseline: a
ratio below 1 means that the figures cost less than getting at the session at all. Times are
processor milliseconds, the best of several runs.

    python -m tests.bench.bench_debrief [people]
"""

import sys
from collections.abc import Callable
from functools import partial
from time import process_time

from dilemmaspel.debrief.panels import panel, panels
from dilemmaspel.debrief.record import record
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Profile, Setup
from tests.game.playing import EVERYTHING, SCHAKEL, WACHTKAMER, WIJKTEAM, Play

RUNS = 7


def best(work: Callable[[], object]) -> float:
    """Best processor time of several runs, in milliseconds."""
    found = []
    for _ in range(RUNS):
        begun = process_time()
        work()
        found.append(process_time() - begun)
    return min(found) * 1000


def played(name: str, people: int) -> Play:
    play = Play(name, Setup(profile=Profile.HALF_DAY, inputs=EVERYTHING))
    roles = [role.id for role in play.scenario.roles if role.voting]
    return play.people(*(roles[i % len(roles)] for i in range(people))).until(Phase.DEBRIEF)


def line(name: str, people: int) -> str:
    """Measure one scenario."""
    play = played(name, people)
    state = play.state
    fold, built = best(play.folded), best(partial(panels, state))
    whole = best(partial(record, state))
    each = {number: best(partial(panel, state, number)) for number in range(20)}
    slowest = max(each, key=lambda number: each[number])
    times = f"{fold:8.1f}{built:8.1f}{whole:8.1f}{built / fold:7.2f}"
    return f"{name:28}{times}  {slowest}: {each[slowest]:.1f}"


def main(people: int) -> None:
    """Print a line per flagship."""
    lines = [
        f"{people} people, best of {RUNS}, ms",
        f"{'scenario':28}{'fold':>8}{'panels':>8}{'record':>8}{'ratio':>7}  slowest panel",
        *(line(name, people) for name in (SCHAKEL, WACHTKAMER, WIJKTEAM)),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
