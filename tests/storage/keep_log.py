"""Adds a log of the present release to `logs/`: `python -m tests.storage.keep_log`.

The session in it has seen every kind of event, so that each stays readable for ever.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from dilemmaspel import __version__
from dilemmaspel.game import commands as c
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.commands import PollAsk
from dilemmaspel.game.ids import OptionId, RoleId, SeatId
from dilemmaspel.game.phases import Overlay, Phase
from dilemmaspel.game.setup import Inputs, Profile, Setup, Voting
from dilemmaspel.session import Session
from dilemmaspel.storage.log import open_log
from tests.session.room import Clock, a_ballot, a_start, advance, ask, go_to

LOGS = Path(__file__).with_name("logs")
EVERYTHING = Inputs(confidence=True, value_card=True, comment=True, personal=True, prediction=True)


def keep() -> Path:
    LOGS.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "log.sqlite"
        log = open_log(path)
        session = Session(log, clock=Clock())
        play(session)
        session.stop()
        code = log.check_code("kept")
        log.close()
        for old in LOGS.glob(f"{__version__}_*"):
            old.unlink()
        return Path(shutil.copy(path, LOGS / f"{__version__}_{code}.sqlite"))


def play(session: Session) -> None:
    setup = Setup(profile=Profile.HALF_DAY, inputs=EVERYTHING, organisation="Proeftuin")
    ask(session, a_start("kept", setup, "c1-het-wijkteam-loopt-over"))
    people(session)
    go_to(session, Phase.VOTE1)
    first_vote(session)
    talk(session)
    tied(session)
    go_to(session, Phase.CONSENT_CHECK)
    objected(session)
    go_to(session, Phase.NEWS_STORY)
    ask(session, c.SkipDilemma(session.latest.step))
    ask(session, c.EndEarly(session.latest.step))
    go_to(session, Phase.DEBRIEF)
    ask(session, c.AddAgreement("koffie drinken", "wij", "volgende week"))
    ask(session, c.AddAgreement("iets", "iemand", "ooit"))
    ask(session, c.ChangeAgreement(1, "thee drinken", "wij", "volgende week"))
    ask(session, c.RemoveAgreement(2))
    ask(session, c.PlanDebrief(tuple(reversed(session.latest.flow.agenda))))
    ask(session, c.AskQuestion(3, session.latest.step))
    ask(session, c.MarkQuestion(5, used=False))
    ask(session, c.ShowFigure(3, "d1"))
    ask(session, c.AnswerExitPoll(4, 5, SeatId(1)))
    ask(session, c.CountExitPoll(PollAsk.TALKING, 5, 2))
    ask(session, c.CloseSession())


def tied(session: Session) -> None:
    """Twice three against three; the facilitator decides, and takes it back once."""
    go_to(session, Phase.VOTE2)
    ask(session, a_ballot(session.latest, 1, "b", personal="a"))
    everybody(session, lambda seat: "a" if seat % 2 else "b")
    go_on_to(session, Phase.RUNOFF)
    everybody(session, lambda seat: "a" if seat % 2 else "b")
    advance(session)
    ask(session, c.ChooseOutcome((OptionId("b"),), "de helft wil het"))
    while not session.latest.flow.decisions:
        advance(session)
    ask(session, c.Undo("te snel"))
    go_on_to(session, Phase.NEWS_STORY)


def objected(session: Session) -> None:
    for text in ("met een proef van een jaar", ""):
        for seat in range(1, 7):
            more = {"objection": "te duur"} if seat == 1 else {}
            choice = "objection" if seat == 1 else "no_objection"
            ask(session, a_ballot(session.latest, seat, choice, **more))
        advance(session)
        if text:
            ask(session, c.AskConsentAgain(text))
    go_on_to(session, Phase.DECISION)


def everybody(session: Session, choose: Callable[[int], str]) -> None:
    for seat in range(1, 7):
        ask(session, a_ballot(session.latest, seat, choose(seat)))


def go_on_to(session: Session, phase: Phase) -> None:
    while session.latest.flow.phase is not phase:
        advance(session)


def people(session: Session) -> None:
    for _ in range(6):
        ask(session, c.Join())
    ask(session, c.AssignRole(SeatId(2), RoleId("inwoner")))
    ask(session, c.Join())
    ask(session, c.Leave(SeatId(7)))
    ask(session, c.ChangePlan(session.latest.flow.plan))
    ask(session, c.ResumeSession(session.latest.started_at))
    ask(session, c.Lay(Overlay.NONE))
    ask(session, c.ShowRoles(on=False))


def first_vote(session: Session) -> None:
    ask(session, a_ballot(session.latest, 1, "a", confidence=3, comment="want het blijft"))
    ask(session, a_ballot(session.latest, 1, "b", prediction=("inwoner", "a")))
    ask(session, c.AskTime(SeatId(2)))
    ask(session, c.AskPause(SeatId(3)))
    ask(session, c.ChangeVoting(Voting.HANDS))
    go_to(session, Phase.REVEAL1)
    ask(session, c.Reopen(Vote.FIRST))
    go_to(session, Phase.TALK)


def talk(session: Session) -> None:
    dilemma = session.latest.flow.dilemma
    assert dilemma is not None
    ask(session, c.AddNote("stilte"))
    ask(session, c.AddArgument(OptionId("b"), "het blijft"))
    ask(session, c.AddCondition(OptionId("b"), "als het betaald wordt", RoleId("inwoner")))
    ask(session, c.ShareInfo(RoleId("inwoner")))
    ask(session, c.Peek(dilemma))
    ask(session, c.Blank(on=True))
    ask(session, c.Blank(on=False))


if __name__ == "__main__":
    keep()
