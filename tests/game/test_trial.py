"""A trial teaches how to vote: after its decision there is nothing to weigh or to look back on."""

import pytest

from dilemmaspel.game import commands as c
from dilemmaspel.game import events as e
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.presenting import presenter_view
from dilemmaspel.game.reasons import Reason
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.terms import Status
from tests.game import worlds as w
from tests.game.playing import Play


def trial(*dilemmas: Dilemma) -> Play:
    listed = dilemmas or (w.dilemma("d1"),)
    made = w.scenario(*listed, roles=(w.role(),), status=Status.TRIAL)
    return Play(made).people("r", "r", "r")


def seen(play: Play) -> list[Page]:
    """Play to the end and tell every page on the way."""
    found = [play.page()]
    for _ in range(100):
        if play.phase() is Phase.CLOSED:
            return found
        play.vote_bots()
        play.on()
        found.append(play.page())
    raise AssertionError("it did not end")


def test_a_trial_closes_after_its_decision() -> None:
    play = trial()
    pages = seen(play)
    assert pages[-2:] == [Page.DECISION, Page.CLOSING]
    assert not {Page.EFFECTS, Page.REFLECT, Page.LINES, Page.LENSES, Page.QUESTION} & set(pages)
    assert play.events[-1][0] == e.SessionClosed(early=False)


def test_a_trial_that_moves_something_shows_it() -> None:
    moving = w.dilemma("d1", w.option("a", effects=w.effects(joy=2)), w.option("b"))
    assert Page.EFFECTS in seen(trial(moving))


def test_a_trial_of_two_dilemmas_plays_both() -> None:
    play = trial(w.dilemma("d1"), w.dilemma("d2"))
    assert seen(play).count(Page.CLOSING) == 1
    assert list(play.state.flow.played) == ["d1", "d2"]


def test_the_road_of_a_trial_goes_from_the_dilemma_to_the_end() -> None:
    play = trial().until(Phase.DECISION)
    phases = [stop.phase for stop in presenter_view(play.state).road if stop.phase]
    assert phases[-2:] == [Phase.DECISION, Phase.CLOSED]


def test_the_dilemma_of_a_trial_cannot_be_left() -> None:
    play = trial().until(Phase.TALK)
    view, step = presenter_view(play.state), play.state.step
    assert not view.can_skip_dilemma
    assert not view.can_end_early
    assert play.refuses(c.SkipDilemma(step)) is Reason.CANNOT_SKIP
    assert play.refuses(c.EndEarly(step)) is Reason.WRONG_PHASE


@pytest.mark.parametrize("profile", list(Profile))
def test_the_shipped_trial_ends_after_one_decision(profile: Profile) -> None:
    play = Play("proefronde", Setup(profile=profile)).people("inwoner", "ondernemer")
    assert Page.EFFECTS not in seen(play)
    assert list(play.state.flow.decisions) == ["d1"]
    assert play.folded() == play.state
