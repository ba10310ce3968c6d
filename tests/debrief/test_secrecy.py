"""What may not be shown is not in the debrief: small roles, own votes, what is to come."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dilemmaspel.debrief.beside import Beside, PersonalVote
from dilemmaspel.debrief.builders.votes import flow
from dilemmaspel.debrief.figures import PersonalGap
from dilemmaspel.debrief.naming import played_dilemmas
from dilemmaspel.debrief.panels import panel, panels
from dilemmaspel.debrief.record import record
from dilemmaspel.debrief.secrecy import safe_roles, shown_movers, shown_roles
from dilemmaspel.game.ids import DilemmaId, RoleId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.scenario import Role
from dilemmaspel.game.setup import Kind, Profile, Setup
from tests.debrief.sessions import played, reversal, small_roles
from tests.game.playing import EVERYTHING, SCHAKEL, Play, with_choices

PEOPLE = st.dictionaries(st.sampled_from([RoleId(r) for r in "abcdef"]), st.integers(0, 12))


@settings(max_examples=60, deadline=None)
@given(st.lists(PEOPLE, min_size=1, max_size=3), st.integers(2, 6))
def test_no_shown_role_is_small_and_no_rest_is_either(
    groups: list[dict[RoleId, int]], k: int
) -> None:
    shown = safe_roles(groups, k)
    for people in groups:
        own = [n for role, n in people.items() if role in shown]
        rest = sum(n for role, n in people.items() if role not in shown)
        assert all(n == 0 or n >= k for n in own)
        assert rest == 0 or rest >= k or not any(own)


def test_roles_that_are_large_enough_are_all_shown() -> None:
    a, b = RoleId("a"), RoleId("b")
    assert safe_roles([{a: 5, b: 6}], 5) == {a, b}
    assert safe_roles([{a: 5, b: 6}], 5, frozenset({a})) == {a}


def test_the_smallest_large_role_hides_a_role_that_would_follow_from_the_total() -> None:
    a, b, c = RoleId("a"), RoleId("b"), RoleId("c")
    assert safe_roles([{a: 9, b: 6, c: 2}], 5) == {a}
    assert safe_roles([{a: 9, b: 6, c: 2}, {a: 9, b: 6, c: 6}], 5) == {a}
    assert safe_roles([{a: 9, c: 2}], 5) == frozenset()


def _roles_in(value: object) -> Iterator[str]:
    if isinstance(value, Role):
        yield value.id
    elif isinstance(value, tuple):
        for one in value:
            yield from _roles_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _roles_in(getattr(value, field.name))


def test_with_own_voices_no_figure_of_votes_names_a_role_that_is_too_small() -> None:
    state = small_roles()
    alone = RoleId("ondernemer")
    for number in (2, 3, 5, 6, 7, 10, 11, 12):
        assert alone not in set(_roles_in(panel(state, number).figures)), number
    kept = record(state)
    for of_votes in (kept.alignment, kept.what_if, kept.values, kept.guesses, kept.personal):
        assert alone not in set(_roles_in(of_votes))
    for one in kept.dilemmas:
        assert alone not in set(_roles_in((one.first, one.second, one.flow, one.remarks)))
        for shares in (one.first, one.second):
            assert shares is not None
            rest = sum(shares.counts) - sum(sum(role.counts) for role in shares.roles)
            assert shares.weighted is None
            assert shares.hidden >= 5
            assert rest > 0


def test_with_own_voices_large_roles_are_shown() -> None:
    own = Setup(kind=Kind.OWN_VOICE, profile=Profile.SHORT)
    play = Play(SCHAKEL, own).people(*["inwoner"] * 6, *["huisarts"] * 5)
    state = play.until(Phase.DEBRIEF).state
    dilemma = state.scenario.dilemmas[0]
    assert shown_roles(state, dilemma) == shown_movers(state, dilemma) == {"inwoner", "huisarts"}


def test_who_came_late_does_not_show_as_the_difference_of_two_figures() -> None:
    own = Setup(kind=Kind.OWN_VOICE, profile=Profile.SHORT)
    play = Play(SCHAKEL, own).people(*["inwoner"] * 6, *["huisarts"] * 6)
    state = play.until(Phase.TALK, "d1").people("huisarts").until(Phase.DEBRIEF).state
    first, second = (flow(state, dilemma) for dilemma in played_dilemmas(state))
    assert first is not None
    assert second is not None
    assert (first.n, first.roles) == (12, ())
    assert [one.role.id for one in second.roles] == ["inwoner", "huisarts"]


def test_a_role_with_a_few_people_of_one_vote_hides_its_moves() -> None:
    own = Setup(kind=Kind.OWN_VOICE, profile=Profile.SHORT)
    play = Play(SCHAKEL, own).people(*["inwoner"] * 6, *["huisarts"] * 6, *["wethouder"] * 6)
    play.until(Phase.TALK, "d1").people(*["huisarts"] * 3, *["wethouder"] * 5)
    state = play.until(Phase.DEBRIEF).state
    dilemma = state.scenario.dilemmas[0]
    assert shown_roles(state, dilemma) == {"inwoner", "huisarts", "wethouder"}
    assert shown_movers(state, dilemma) == {"inwoner"}


def test_one_role_that_hides_its_moves_takes_another_with_it() -> None:
    own = Setup(kind=Kind.OWN_VOICE, profile=Profile.SHORT)
    play = Play(SCHAKEL, own).people(*["inwoner"] * 7, *["huisarts"] * 6, *["wethouder"] * 6)
    state = play.until(Phase.TALK, "d1").people("huisarts").until(Phase.DEBRIEF).state
    assert shown_movers(state, state.scenario.dilemmas[0]) == {"inwoner"}


def test_results_per_role_that_are_switched_off_are_in_no_figure_of_votes() -> None:
    state = replace(reversal(), show_roles=False)
    for number in (2, 3, 6, 10, 12):
        figures = panel(state, number).figures
        assert not set(_roles_in(figures)), number


def test_own_votes_are_hidden_below_five() -> None:
    state, d1 = reversal(), DilemmaId("d1")

    def gap(n: int) -> PersonalGap:
        votes = tuple(PersonalVote(d1, differs=i < 2) for i in range(n))
        found = panel(state, 11, Beside(personal=votes)).figures[0]
        assert isinstance(found, PersonalGap)
        return found

    assert (gap(4).dilemmas[0].n, gap(4).dilemmas[0].other) == (None, None)
    assert (gap(5).dilemmas[0].n, gap(5).dilemmas[0].other) == (5, 2)


def test_knowledge_that_was_not_shared_is_not_told() -> None:
    cards = record(reversal()).info.dilemmas[0].cards
    assert [card.role.id for card in cards if card.knows] == ["inwoner"]
    assert [card.shared for card in cards][:2] == [True, False]


def test_nothing_in_the_debrief_depends_on_a_vote_that_is_open() -> None:
    play = Play(SCHAKEL, Setup(profile=Profile.HALF_DAY, inputs=EVERYTHING))
    play.people(*["inwoner"] * 4, *["huisarts"] * 3).until(Phase.VOTE2, "d2")
    play.vote_bots()
    other = with_choices(play.state, lambda ballot: replace(ballot, choice=None))
    assert record(play.state) == record(other)
    assert panels(play.state) == panels(other)


def test_objections_and_explanations_have_no_role() -> None:
    for state in (played(SCHAKEL), small_roles()):
        for one in record(state).dilemmas:
            assert all(
                r.role is None for r in one.remarks.remarks if r.kind in ("comment", "objection")
            )
