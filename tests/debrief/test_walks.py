"""Sessions as they really go, with late people, undone steps and skips, keep their promises."""

from collections.abc import Callable
from random import Random

import pytest

from dilemmaspel.debrief.builders.votes import shares
from dilemmaspel.debrief.naming import played_dilemmas
from dilemmaspel.debrief.panels import panel
from dilemmaspel.debrief.record import record
from dilemmaspel.debrief.whatif import real_choices, worlds
from dilemmaspel.game import commands as c
from dilemmaspel.game.ballots import Channel, Vote
from dilemmaspel.game.commands import Command
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.lines import play as replay
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.reasons import Refused
from dilemmaspel.game.setup import Inputs, Kind, Profile, Setup
from dilemmaspel.game.state import State
from dilemmaspel.simulate import next_commands
from tests.debrief.sessions import FLAGSHIPS
from tests.game.playing import EVERYTHING, Play

STEPS = 260


def walked(seed: int) -> Play:
    """Play a session by chance: mostly on, sometimes what a facilitator does by accident."""
    chance = Random(seed)
    inputs = EVERYTHING if chance.random() < 0.7 else Inputs()
    setup = Setup(chance.choice(list(Kind)), chance.choice(list(Profile)), inputs=inputs)
    play = Play(chance.choice(FLAGSHIPS), setup)
    roles = [role.id for role in play.scenario.roles][:4]
    for _ in range(chance.randint(6, 20)):
        play.people(chance.choice(roles))
    for _ in range(STEPS):
        if play.phase() is Phase.CLOSED:
            break
        _step(play, chance, roles)
    return play


def _step(play: Play, chance: Random, roles: list[RoleId]) -> None:
    state = play.state
    role = chance.choice(roles)
    now_and_then: list[Callable[[], Command]] = [
        lambda: c.Join(role, chance.choice([Channel.PASSED, Channel.PHONE])),
        lambda: c.Join(role, Channel.TABLE, 3),
        lambda: c.Leave(chance.choice(list(state.seats))),
        lambda: c.SkipDilemma(state.step),
        lambda: c.ShareInfo(role),
        lambda: c.AddNote("genoteerd"),
        lambda: c.Undo("vergissing"),
        lambda: c.Reopen(state.flow.open_vote or Vote.FIRST),
        lambda: c.ShowRoles(chance.random() < 0.7),
        lambda: c.AnswerExitPoll(chance.randint(1, 5), None),
    ]
    if chance.random() < 0.15:
        _try(play, chance.choice(now_and_then)())
    elif chance.random() < 0.5:
        play.vote_bots()
    else:
        for command in next_commands(play.state, 1):
            _try(play, command)


def _try(play: Play, command: Command) -> None:
    if not isinstance(play.ask(command), Refused):
        play.do(command)


@pytest.mark.parametrize("seed", range(12))
def test_a_session_by_chance_has_a_whole_debrief(seed: int) -> None:
    state = walked(seed).state
    kept = record(state)
    assert [one.name.id for one in kept.dilemmas] == list(state.flow.played)
    figures = [figure for number in range(20) for figure in panel(state, number).figures]
    for figure in (*figures, *kept.figures, *(f for one in kept.dilemmas for f in one.figures)):
        table = figure.table()
        assert all(len(row) == len(table.columns) for row in table.rows)
    _replays(state)
    _guards_small_roles(state)


def _replays(state: State) -> None:
    flow = state.flow
    again = replay(state.scenario, real_choices(state), flow.plan, flow.world.votes)
    years = min(len(flow.world.snapshots), len(flow.played))
    assert again.snapshots[:years] == flow.world.snapshots[:years]
    assert set(worlds(state)) == set(flow.played)


def _guards_small_roles(state: State) -> None:
    if state.setup.kind is Kind.ROLE_PLAY:
        return
    for dilemma in played_dilemmas(state):
        for vote in (Vote.FIRST, Vote.SECOND):
            found = shares(state, dilemma, vote)
            if found is not None and found.roles:
                people = state.flow.results[(dilemma.id, vote)].per_role
                shown = [people[one.role.id].persons for one in found.roles]
                assert all(n >= state.setup.smallest_group for n in shown)
                assert found.hidden == 0 or found.hidden >= state.setup.smallest_group
