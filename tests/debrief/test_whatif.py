"""What if: other decisions, replayed by the same rules."""

from dataclasses import replace

import pytest

from dilemmaspel.debrief.figures import Path, PathKind, Turn
from dilemmaspel.debrief.otherpaths import (
    Replayed,
    all_paths,
    first_vote_path,
    hand_path,
    null_path,
    real_path,
    role_path,
    what_if_of,
)
from dilemmaspel.debrief.whatif import alternatives, by_role, on_first_vote, real_choices, worlds
from dilemmaspel.game.ids import DilemmaId, IndicatorId, OptionId, RoleId
from dilemmaspel.game.lines import null_line, play
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.scenario import Dilemma, Role
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.state import State
from dilemmaspel.game.world import Chosen
from tests.debrief.sessions import FLAGSHIPS, REVERSAL, played, reversal
from tests.game.playing import SCHAKEL, Play

D1, D4, D4Z = DilemmaId("d1"), DilemmaId("d4"), DilemmaId("d4z")


def dilemma(state: State, name: str) -> Dilemma:
    found = state.scenario.dilemma(name)
    assert found is not None
    return found


def role(state: State, name: str) -> Role:
    found = state.scenario.role(name)
    assert found is not None
    return found


def first_vote(state: State) -> Replayed:
    found = first_vote_path(state)
    assert found is not None
    return found


def turn(path: Path, name: str) -> Turn:
    return next(step.turn for step in path.steps if step.dilemma.id == name)


def signs(path: Path, name: str) -> list[str]:
    return [p.sign for step in path.steps if step.dilemma.id == name for p in step.chosen]


@pytest.mark.parametrize("name", FLAGSHIPS)
def test_replaying_what_was_decided_gives_the_years_that_were(name: str) -> None:
    state = played(name)
    flow = state.flow
    again = play(state.scenario, real_choices(state), flow.plan, flow.world.votes)
    assert again.snapshots == flow.world.snapshots == real_path(state).years
    assert set(worlds(state)) == set(flow.played)


def test_vote_one_is_decided_by_the_same_rule_and_replayed() -> None:
    state = reversal()
    found = first_vote(state)
    assert on_first_vote(state).changes[D1] == Chosen((OptionId("a"),))
    assert (turn(found.path, "d1"), signs(found.path, "d1")) == (Turn.CHANGED, ["A"])
    others = {**real_choices(state), **on_first_vote(state).changes}
    world = play(state.scenario, others, state.flow.plan, state.flow.world.votes)
    assert found.years == world.snapshots


def test_a_role_alone_decides_by_its_own_second_vote() -> None:
    state = reversal()
    alone = role_path(state, role(state, "ondernemer"))
    assert alone.path.role == role(state, "ondernemer")
    assert (turn(alone.path, "d1"), signs(alone.path, "d1")) == (Turn.CHANGED, ["C"])
    assert turn(role_path(state, role(state, "inwoner")).path, "d1") is Turn.SAME


def test_where_a_role_is_divided_or_absent_the_real_decision_stands() -> None:
    state = reversal()
    absent = by_role(state, RoleId("huisarts"))
    assert (dict(absent.changes), absent.undecided) == ({}, frozenset(state.flow.played))
    path = role_path(state, role(state, "huisarts")).path
    assert {step.turn for step in path.steps} == {Turn.REAL}
    assert path.same


def test_a_first_vote_that_needs_a_runoff_leaves_the_real_decision() -> None:
    game = Play(SCHAKEL).people("inwoner", "inwoner", "huisarts", "huisarts")
    game.until(Phase.VOTE1, "d1").votes(*"aabb").until(Phase.VOTE2, "d1").votes(*"cccc")
    state = game.until(Phase.VOTE1, "d2").state
    assert turn(first_vote(state).path, "d1") is Turn.REAL
    assert signs(first_vote(state).path, "d1") == ["C"]


def test_a_choice_by_hand_can_lead_to_a_dilemma_that_nobody_voted_on() -> None:
    state = reversal()
    assert D4 in state.flow.played
    found = hand_path(state, dilemma(state, "d1"), Chosen((OptionId("d"),)))
    assert found.path.id == "d1=d"
    assert turn(found.path, "d4z") is Turn.NOT_PLAYED
    assert (turn(found.path, "d4"), signs(found.path, "d4")) == (Turn.MISSED, [])
    assert next(s.dilemma.number for s in found.path.steps if s.dilemma.id == D4Z) == 0


def test_the_null_line_has_no_decisions() -> None:
    state = reversal()
    found = null_path(state)
    assert found.years == null_line(state.scenario, state.flow.played)
    assert (found.path.kind, found.path.steps, found.path.same) == (PathKind.NULL, (), False)


def test_every_path_stands_in_the_figure_under_a_name_of_its_own() -> None:
    state = reversal()
    paths = all_paths(state)
    ids = [one.path.id for one in paths]
    assert ids[:3] == ["real", "null", "first_vote"]
    assert set(ids[3:]) == {f"role:{name}" for name in REVERSAL}
    figure = what_if_of(state, paths)
    last = state.flow.world.snapshots[-1]
    assert figure.paths[0].end == tuple(last.indicators[IndicatorId(i)] for i in figure.indicators)
    assert figure.paths[0].reserve == last.reserve
    assert all(path.ending for path in figure.paths if path.kind is not PathKind.NULL)


def test_one_vote_per_dilemma_has_no_path_of_vote_one() -> None:
    once = Setup(profile=Profile.SHORT, two_votes=False)
    state = Play(SCHAKEL, once).people(*REVERSAL).until(Phase.DEBRIEF).state
    assert first_vote_path(state) is None


def test_alternatives_are_the_other_visible_options() -> None:
    state = reversal()
    assert [c.options for c in alternatives(state, dilemma(state, "d1"))] == [
        ("a",),
        ("c",),
        ("d",),
    ]
    assert alternatives(state, dilemma(state, "d2")) == ()
    assert alternatives(state, dilemma(state, "d4z")) == ()


def test_no_path_tells_what_is_still_to_come() -> None:
    game = Play(SCHAKEL).people(*REVERSAL).until(Phase.TALK, "d2")
    years = len(game.state.flow.world.snapshots)
    for one in (*all_paths(game.state), hand_path(game.state, dilemma(game.state, "d1"), Chosen())):
        assert len(one.years) == years
        assert one.path.ending is None
        assert {step.dilemma.id for step in one.path.steps} <= {D1}


def test_before_the_first_year_every_path_ends_at_the_start() -> None:
    state = Play(SCHAKEL).people(*REVERSAL).state
    start = tuple(i.start for i in state.scenario.indicators)
    assert {one.path.end for one in all_paths(state)} == {start}


def test_a_dilemma_that_was_skipped_stays_out_of_every_path() -> None:
    state = reversal()
    without = tuple(d for d in state.flow.played if d != "d2")
    flow = replace(state.flow, played=without, left=frozenset({DilemmaId("d2")}))
    path = role_path(replace(state, flow=flow), role(state, "inwoner")).path
    assert "d2" not in {step.dilemma.id for step in path.steps}
