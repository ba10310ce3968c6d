"""A session being set up: dealing people, choosing dilemmas, and how long it all takes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.desktop.start.draft import MOST_PEOPLE, Draft, new_draft
from dilemmaspel.desktop.start.lengths import phase_minutes, rounds_in, total_minutes
from dilemmaspel.game.ids import DilemmaId, RoleId, frozen
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Kind, Profile, Setup, Voting
from dilemmaspel.settings import Settings
from tests.desktop.start.house import playable, shipped

WHOLE = [place for place, one in enumerate(shipped()) if not playable(one).is_trial]
EVERY = pytest.mark.parametrize("place", WHOLE, ids=[shipped()[place].title for place in WHOLE])


def draft(place: int = 0, settings: Settings | None = None) -> Draft:
    return new_draft(playable(shipped()[place]), settings or Settings())


def ids(*names: str) -> tuple[DilemmaId, ...]:
    return tuple(DilemmaId(name) for name in names)


@EVERY
def test_a_new_draft_has_one_person_in_every_advised_role(place: int) -> None:
    made = draft(place)
    assert set(made.counts) == set(made.scenario.recommended_roles)
    assert set(made.counts.values()) == {1}
    assert made.setup.kind is Kind.ROLE_PLAY


def test_a_new_draft_starts_from_what_this_laptop_did_last() -> None:
    settings = Settings(profile=Profile.SHORT, voting=Voting.HANDS, people=20, region="Noord")
    made = draft(settings=settings)
    assert (made.setup.profile, made.setup.voting) == (Profile.SHORT, Voting.HANDS)
    assert (made.people, made.setup.region) == (20, "Noord")


@given(number=st.integers(-5, 700))
def test_people_are_dealt_evenly(number: int) -> None:
    made = draft().with_people(number)
    assert made.people == max(0, min(MOST_PEOPLE, number))
    assert max(made.counts.values()) - min(made.counts.values()) <= 1


def test_a_small_group_gets_the_roles_that_are_needed() -> None:
    made = draft().with_people(3)
    assert {role for role, n in made.counts.items() if n} == set(made.scenario.required_roles)
    assert made.missing == ()
    assert {role.id for role in made.with_people(0).missing} == set(made.scenario.required_roles)


def test_one_role_changes_alone() -> None:
    before = draft()
    after = before.with_count(RoleId("inwoner"), 4)
    assert after.people == before.people + 3
    assert {r: n for r, n in after.counts.items() if r != "inwoner"} == {
        r: n for r, n in before.counts.items() if r != "inwoner"
    }


def test_no_more_people_than_fit() -> None:
    full = draft().with_count(RoleId("inwoner"), 10_000)
    assert full.people == MOST_PEOPLE


def test_a_role_more_or_less_deals_the_same_people_again() -> None:
    more = draft().with_people(9).with_role(RoleId("huisarts"), handed_out=True)
    assert more.people == 9
    assert set(more.counts.values()) == {1}
    less = more.with_role(RoleId("huisarts"), handed_out=False)
    assert (less.people, RoleId("huisarts") in less.counts) == (9, False)


def test_observers_are_not_dealt_and_do_not_vote() -> None:
    watched = draft().with_role(RoleId("observator"), handed_out=True)
    watched = watched.with_count(RoleId("observator"), 2)
    assert (watched.people, watched.voters) == (10, 8)
    assert watched.with_people(12).counts[RoleId("observator")] == 2


@EVERY
@pytest.mark.parametrize(
    ("profile", "minutes"), [(Profile.SHORT, 60), (Profile.STANDARD, 120), (Profile.HALF_DAY, 180)]
)
def test_the_profiles_take_what_they_promise(place: int, profile: Profile, minutes: int) -> None:
    assert total_minutes(playable(shipped()[place]), Setup(profile=profile)) == minutes


def test_dilemmas_that_exclude_each_other_count_once() -> None:
    scenario = playable(shipped()[0])
    assert rounds_in(scenario, [d.id for d in scenario.dilemmas]) == 4
    assert rounds_in(scenario, ids("d1", "d4", "d4z")) == 2


def test_one_vote_takes_less_time_than_two() -> None:
    made = draft()
    once = made.with_setup(two_votes=False)
    assert total_minutes(made.scenario, made.setup) - total_minutes(once.scenario, once.setup) == 3


def test_own_minutes_count_before_the_scenarios_and_the_profiles() -> None:
    scenario = replace(playable(shipped()[0]), timing=frozen({"talk": 20, "briefing": 9}))
    found = phase_minutes(scenario, Profile.STANDARD, {"talk": 4})
    assert (found[Phase.TALK], found[Phase.BRIEFING], found[Phase.VOTE1]) == (4, 9, 1)
    assert Phase.CAUCUS not in phase_minutes(scenario, Profile.SHORT, {"caucus": 4})


def test_a_dilemma_that_comes_back_stands_in_its_own_place() -> None:
    made = draft().with_profile(Profile.HALF_DAY)
    without = made.with_dilemma(DilemmaId("d2"), played=False)
    assert without.plan == ids("d1", "d3", "d4", "d4z")
    assert without.with_dilemma(DilemmaId("d2"), played=True).plan == made.plan


def test_the_last_dilemma_stays() -> None:
    made = draft()
    for dilemma in made.plan:
        made = made.with_dilemma(dilemma, played=False)
    assert len(made.plan) == 1


def test_dilemmas_move_and_stop_at_the_ends() -> None:
    made = draft().with_profile(Profile.HALF_DAY)
    assert made.moved(DilemmaId("d2"), -1).plan[:2] == ids("d2", "d1")
    assert made.moved(DilemmaId("d1"), -1) == made
    assert made.moved(DilemmaId("d4z"), 1) == made


def test_another_length_brings_its_own_dilemmas() -> None:
    made = draft().moved(DilemmaId("d2"), -1).with_profile(Profile.SHORT)
    assert made.plan == ids("d1", "d4", "d4z")


def test_extra_questions_are_asked_one_by_one() -> None:
    made = draft().with_input("prediction", asked=True).with_input("conditions", asked=False)
    assert (made.setup.inputs.prediction, made.setup.inputs.conditions) == (True, False)
    assert made.setup.inputs.arguments
