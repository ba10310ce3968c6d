"""What is said, ticked and shown beside the votes."""

import pytest

from dilemmaspel.game import commands as c
from dilemmaspel.game.commands import Command, NoteKind
from dilemmaspel.game.ids import DilemmaId, OptionId, RoleId, SeatId
from dilemmaspel.game.phases import Overlay, Phase
from dilemmaspel.game.reasons import Reason
from dilemmaspel.game.setup import Inputs, Setup
from tests.game.playing import EVERYTHING, SCHAKEL, Play

A, INWONER = OptionId("a"), RoleId("inwoner")


def talking(inputs: Inputs = EVERYTHING) -> Play:
    return Play(SCHAKEL, Setup(inputs=inputs)).people("inwoner", "ondernemer").until(Phase.TALK)


def test_what_is_said_is_kept_with_its_option() -> None:
    play = talking()
    play.do(c.AddArgument(A, "  Dan blijft de kok.  ", INWONER))
    play.do(c.AddCondition(A, "ja, als de huur meezakt"))
    play.do(c.AddNote("het werd stil", NoteKind.OBSERVER))
    play.do(c.AddAgreement("samen eten", "de wijkraad", "in maart"))
    state = play.state
    assert [(r.option, r.text, r.role) for r in state.arguments] == [
        ("a", "Dan blijft de kok.", "inwoner")
    ]
    assert state.conditions[0].text == "ja, als de huur meezakt"
    assert (state.notes[0].kind, state.notes[0].phase) == (NoteKind.OBSERVER, Phase.TALK)
    assert state.agreements[0].who == "de wijkraad"


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (c.AddNote("  "), Reason.TEXT_EMPTY),
        (c.AddNote("half \ud800"), Reason.BAD_INPUT),
        (c.AddNote("nul \x00"), Reason.BAD_INPUT),
        (c.AddNote("x" * 501), Reason.TEXT_TOO_LONG),
        (c.AddArgument(OptionId("z"), "tekst"), Reason.NOT_A_CANDIDATE),
        (c.AddArgument(A, "tekst", RoleId("koning")), Reason.UNKNOWN_ROLE),
        (c.AddArgument(A, ""), Reason.TEXT_EMPTY),
        (c.AddCondition(A, "x" * 201), Reason.TEXT_TOO_LONG),
        (c.AddAgreement(""), Reason.TEXT_EMPTY),
        (c.AddAgreement("iets", "x" * 201), Reason.TEXT_TOO_LONG),
        (c.AnswerExitPoll(None, None), Reason.BAD_INPUT),
        (c.AnswerExitPoll(6, 1), Reason.BAD_INPUT),
        (c.Peek(DilemmaId("d9")), Reason.UNKNOWN_DILEMMA),
        (c.ShareInfo(RoleId("koning")), Reason.UNKNOWN_BRIEFING),
        (c.AskPause(SeatId(99)), Reason.UNKNOWN_SEAT),
    ],
)
def test_bad_input_is_refused(command: Command, reason: Reason) -> None:
    assert talking().refuses(command) is reason


@pytest.mark.parametrize(
    "command", [c.AddArgument(A, "tekst"), c.AddCondition(A, "tekst"), c.ShareInfo(INWONER)]
)
def test_without_a_dilemma_there_is_nothing_to_say_it_about(command: Command) -> None:
    assert Play().refuses(command) is Reason.WRONG_PHASE


def test_arguments_and_conditions_can_be_off() -> None:
    play = talking(Inputs(conditions=False, arguments=False))
    assert play.refuses(c.AddArgument(A, "tekst")) is Reason.INPUT_OFF
    assert play.refuses(c.AddCondition(A, "tekst")) is Reason.INPUT_OFF


def test_a_shared_fact_is_ticked_and_unticked() -> None:
    play = talking()
    play.do(c.ShareInfo(INWONER))
    assert play.state.shared == {("d1", "inwoner")}
    play.do(c.ShareInfo(INWONER, shared=False))
    assert play.state.shared == frozenset()


def test_the_pause_card_is_seen_until_a_pause_begins_or_ends() -> None:
    play = talking()
    play.do(c.AskPause(SeatId(1)))
    assert play.state.pause_asked
    play.do(c.Lay(Overlay.PAUSED))
    assert not play.state.pause_asked


def test_switches_stay_as_they_are_set() -> None:
    play = talking()
    play.do(c.Blank(on=True))
    play.do(c.ShowRoles(on=False))
    play.do(c.Peek(DilemmaId("d1")))
    play.do(c.AnswerExitPoll(4, None))
    assert (play.state.blank, play.state.show_roles) == (True, False)
    assert play.state.exit_poll == ((4, None),)
