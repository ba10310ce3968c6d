"""Own voices: nothing that a screen gets tells what a small role chose."""

from dilemmaspel.game import commands as c
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.seeing import public_view
from dilemmaspel.game.setup import Kind, Profile, Setup
from dilemmaspel.game.views import ResultView, ShiftView
from tests.game.playing import SCHAKEL, Play

OWN = Setup(kind=Kind.OWN_VOICE, profile=Profile.HALF_DAY)


def revealed(play: Play) -> ResultView:
    result = public_view(play.until(Page.REVEAL).state).result
    assert result is not None
    return result


def shifted(play: Play) -> ShiftView:
    shift = public_view(play.until(Page.SHIFT).state).shift
    assert shift is not None
    return shift


def test_the_beamer_is_not_even_given_the_counts_of_a_small_role() -> None:
    small = revealed(Play(SCHAKEL, OWN).people(*["inwoner"] * 6, "huisarts", "ondernemer"))
    assert (small.per_role, dict(small.tally.per_role), small.tally.valid > 0) == (False, {}, True)
    large = revealed(Play(SCHAKEL, OWN).people(*["inwoner"] * 6, *["huisarts"] * 5))
    assert (large.per_role, set(large.tally.per_role)) == (True, {"inwoner", "huisarts"})


def test_roles_that_are_switched_off_are_not_given_either() -> None:
    play = Play().people("inwoner", "huisarts")
    assert set(revealed(play).tally.per_role) == {"inwoner", "huisarts"}
    play.do(c.ShowRoles(on=False))
    assert not revealed(play).tally.per_role


def test_a_shift_per_role_needs_enough_people_with_both_votes() -> None:
    def late(early: int) -> Play:
        play = Play(SCHAKEL, OWN).people(*["inwoner"] * 6, *["huisarts"] * early)
        return play.until(Phase.TALK, "d1").people(*["huisarts"] * (6 - early))

    assert not shifted(late(1)).per_role
    assert set(shifted(late(5)).per_role) == {"inwoner", "huisarts"}
