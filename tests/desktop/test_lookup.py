"""The figure of a state is worked out once, and the log is asked once."""

import pytest

from dilemmaspel.debrief.beside import Beside, PersonalVote
from dilemmaspel.debrief.cockpit import cockpit
from dilemmaspel.debrief.figures import PersonalGap
from dilemmaspel.desktop import lookup
from dilemmaspel.desktop.lookup import Lookup
from dilemmaspel.game import commands as c
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Inputs, Profile, Setup
from dilemmaspel.session import StorageTrouble
from tests.game.playing import SCHAKEL, Play


def debriefing() -> Play:
    play = Play(SCHAKEL, Setup(profile=Profile.HALF_DAY, inputs=Inputs(personal=True)))
    return play.people("inwoner", "ondernemer", "onderzoeker").until(Phase.DEBRIEF)


def test_outside_the_debrief_there_is_no_figure() -> None:
    assert Lookup()(Play().state) is None


def test_a_state_that_changes_nothing_of_it_is_not_worked_out_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[int] = []
    real = cockpit

    def counted(*args: object) -> object:
        made.append(1)
        return real(*args)  # type: ignore[arg-type]  # the same arguments

    monkeypatch.setattr(lookup, "cockpit", counted)
    play, look = debriefing(), Lookup()
    first = look(play.state)
    play.do(c.Blank(on=True))
    assert look(play.state) is first
    play.do(c.AddAgreement("iets"))
    look(play.state)
    play.on()
    second = look(play.state)
    assert len(made) == 3
    assert second is not None
    assert second.number == 1


def test_the_log_is_asked_once_and_its_own_votes_are_shown() -> None:
    asked: list[int] = []

    def read() -> Beside:
        asked.append(1)
        own = (PersonalVote(DilemmaId("d1"), differs=n < 2) for n in range(6))
        return Beside(personal=tuple(own))

    play, look = debriefing(), Lookup(read)
    look(play.state)
    play.do(c.AskQuestion(11, play.state.step))
    found = look(play.state)
    assert asked == [1]
    assert found is not None
    assert isinstance(found.figure, PersonalGap)
    first = found.figure.dilemmas[0]
    assert (first.n, first.other) == (6, 2)


def test_a_log_that_cannot_be_read_leaves_the_figure_without_it() -> None:
    def read() -> Beside:
        raise StorageTrouble("The disk is gone.", "Nothing is lost.", "Plug it in.")

    play = debriefing()
    play.do(c.AskQuestion(11, play.state.step))
    found = Lookup(read)(play.state)
    assert found is not None
    assert found.figure is not None
