"""The record of a session: what a report and the archive tell, equal to the log."""

import pytest

from dilemmaspel.debrief.record import method, record
from dilemmaspel.game import commands as c
from dilemmaspel.game.ballots import Channel, Vote
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Kind, Profile, Setup
from tests.debrief.sessions import FLAGSHIPS, played, reversal
from tests.game.playing import SCHAKEL, Play


@pytest.mark.parametrize("name", FLAGSHIPS)
def test_every_number_of_a_vote_is_the_logs(name: str) -> None:
    state = played(name)
    kept = record(state)
    assert [one.name.id for one in kept.dilemmas] == list(state.flow.played)
    for one in kept.dilemmas:
        for shares in (one.first, one.second):
            if shares is not None:
                result = state.flow.results[(one.name.id, shares.vote)]
                assert (shares.valid, shares.abstained) == (result.valid, result.abstained)
                assert sum(role.valid for role in shares.roles) == result.valid
                assert [
                    sum(n) for n in zip(*(r.counts for r in shares.roles), strict=True)
                ] == list(shares.counts)
        taken = state.flow.decisions[one.name.id]
        chosen = taken.chosen.options or tuple(taken.chosen.shares)
        assert tuple(place.id for place in one.decided.places) == chosen


@pytest.mark.parametrize("name", FLAGSHIPS)
def test_effects_stand_on_the_values_from_before_the_decision(name: str) -> None:
    state = played(name)
    kept = record(state)
    for one in kept.dilemmas:
        for effect in one.effects.effects:
            assert effect.after == effect.before + effect.delta
    last = kept.dilemmas[-1].effects.effects
    year = state.flow.world.snapshots[len(state.flow.played) - 1]
    shown = [i.id for i in state.scenario.indicators]
    assert [e.after for e in last] == [year.indicators[i] for i in shown]


def test_the_outcome_is_told_in_the_words_of_the_scenario() -> None:
    for name in FLAGSHIPS:
        assert all(one.decided.outcome for one in record(played(name)).dilemmas)


def test_the_record_knows_who_was_late_who_left_and_how_was_voted() -> None:
    play = Play(SCHAKEL, Setup(profile=Profile.SHORT)).people("inwoner", "huisarts", "ondernemer")
    play.until(Phase.TALK, "d1").people("inwoner", "huisarts").until(Phase.DEBRIEF)
    told = method(play.state)
    assert (told.people, told.late, told.left) == (5, 2, 0)
    assert told.channels == ((Channel.BOT, sum(one.valid + one.abstained for one in told.votes)),)
    twice = [one for one in told.votes if one.vote in (Vote.FIRST, Vote.SECOND)]
    assert [(one.dilemma.number, one.present) for one in twice] == [(1, 3), (1, 5), (2, 5), (2, 5)]


def test_the_method_note_says_what_the_votes_are_not() -> None:
    played_roles = method(reversal()).notes()
    own = method(Play(SCHAKEL, Setup(kind=Kind.OWN_VOICE, practice=True)).state).notes()
    assert played_roles[0].message.startswith("People played a role.")
    assert own[0].message == "People voted as themselves."
    assert any("rehearsal" in note.message for note in own)


def test_a_skipped_dilemma_is_named_and_has_no_page() -> None:
    play = Play(SCHAKEL, Setup(profile=Profile.HALF_DAY)).people("inwoner", "huisarts")
    play.until(Phase.TALK, "d2").do(c.SkipDilemma(play.state.step))
    kept = record(play.until(Phase.DEBRIEF).state)
    assert [name.id for name in kept.skipped] == ["d2"]
    assert "d2" not in [one.name.id for one in kept.dilemmas]
    assert kept.ending


def test_the_ending_is_not_told_before_its_time() -> None:
    assert record(Play(SCHAKEL).people("inwoner").until(Phase.TALK, "d3").state).ending == ""
