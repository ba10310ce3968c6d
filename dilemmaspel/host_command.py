"""What `dilemmaspel host` does: a session for phones, told as JSON lines, without a window."""

import json
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType
from typing import Any, Final, TextIO
from uuid import uuid4

from dilemmaspel import __version__, words
from dilemmaspel.game.commands import Command, Lay, ResumeSession
from dilemmaspel.game.ids import SessionId
from dilemmaspel.game.phases import Overlay
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.setup import Profile, Setup, Voting
from dilemmaspel.host import Host, Line, Pace
from dilemmaspel.phones.config import FIRST_PORT, PhoneConfig
from dilemmaspel.phones.screen import RoleMode
from dilemmaspel.phones.server import PhoneServer
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.scenario.library import Loaded
from dilemmaspel.session import MonotonicWall, Refusal, Session
from dilemmaspel.simulate import start_command
from dilemmaspel.simulate_command import playable
from dilemmaspel.storage.backup import back_up
from dilemmaspel.storage.log import LogFile, open_log
from dilemmaspel.storage.troubles import unknown_session
from dilemmaspel.texts import Texts, mark

ANSWER_IS_NO: Final = 1

LINGER: Final = 3.0

_SIGNALS: Final = ("SIGTERM", "SIGINT", "SIGBREAK")
"""What asks a program to stop; not every system knows each."""

_STOPPED: Final = mark("Stopped; every vote is saved. Go on with: {command}")


@dataclass(frozen=True, slots=True)
class HostWish:
    """What was asked for on the command line."""

    scenario: str | None
    """None only with `resume`."""
    db: Path
    pace: Pace
    phones: PhoneConfig
    resume: str | None = None
    scenarios: Path | None = None
    linger: float = LINGER
    """Seconds that the phones are served after the end, so that they see it."""


def wish_of(asked: Mapping[str, Any], db: Path, language: str) -> HostWish:
    """Read the options of the command line, by the names that it gives them."""
    people = asked["participants"]
    phones = PhoneConfig(
        expected=asked["expect"] or people,
        bind=asked["bind"],
        port=FIRST_PORT if asked["port"] is None else asked["port"],
        allow_hosts=asked["hosts"],
        language=language,
        role_mode=RoleMode.CHOSEN,
        folder=db.parent,
    )
    return HostWish(
        scenario=asked["scenario"],
        db=db,
        pace=Pace(people, asked["seed"], asked["seconds_open"]),
        phones=phones,
        resume=asked["resume"],
        scenarios=asked["scenarios"],
        linger=asked["linger"],
    )


def run_host(wish: HostWish, out: TextIO, err: TextIO, t: Texts) -> int:
    """Lead the wished session for phones until it ends or a signal stops it.

    Returns the exit code: 0 also when it was stopped, for then it can be resumed. Raises
    EnvironmentTrouble for a scenario, log or address that cannot be used.
    """
    loaded = None
    if wish.scenario is not None:
        loaded = playable(wish.scenario, wish.scenarios, err, t)
        if loaded is None:
            return ANSWER_IS_NO
    if wish.resume is not None and not wish.db.exists():
        raise unknown_session(wish.db, wish.resume)
    with ExitStack() as care:
        log = open_log(wish.db)
        care.callback(log.close)
        _back_up(log, err, t)
        try:
            session = _session(wish, loaded, log, t)
        except Refusal as refusal:
            print(words.refusal(t, refusal.refused), file=err)
            return ANSWER_IS_NO
        care.callback(session.stop)
        if _lead(wish, session, out):
            _back_up(log, err, t)
        else:
            again = f"dilemmaspel host --resume {session.latest.session} --db {wish.db}"
            print(t(_STOPPED, command=again), file=err)
    return 0


def _session(wish: HostWish, loaded: Loaded | None, log: LogFile, t: Texts) -> Session:
    """Start the wished session, or go on with it; raises Refusal for one that is closed."""
    commands: tuple[Command, ...]
    if wish.resume is None:
        setup = Setup(
            profile=Profile.HALF_DAY,
            voting=Voting.PHONE,
            seed=wish.pace.seed,
            language=t.language,
        )
        if loaded is None:
            raise ValueError("A session is started with a scenario.")
        commands = (start_command(loaded, setup, SessionId(str(uuid4())), __version__),)
        session = Session(log)
    else:
        before = log.load(wish.resume)
        _check_scenario(wish.resume, before.state.scenario, loaded)
        commands = (ResumeSession(before.last_seen), Lay(Overlay.NONE))
        session = Session(log, before, clock=MonotonicWall(max(before.last_seen, before.at)))
    try:
        for command in commands:
            session.submit(command).result()
    except BaseException:
        session.stop()
        raise
    return session


def _check_scenario(session: str, known: Scenario, asked: Loaded | None) -> None:
    if asked is None or asked.scenario is None or asked.scenario.id == known.id:
        return
    raise EnvironmentTrouble(
        mark("Session {session} plays “{known}”, not “{asked}”."),
        "",
        mark("Leave the scenario out: a session that goes on has its own."),
        session=session,
        known=known.id,
        asked=asked.scenario.id,
    )


def _lead(wish: HostWish, session: Session, out: TextIO) -> bool:
    """Open the door, and lead the session; returns whether it came to its end."""

    def tell(line: Line) -> None:
        print(json.dumps(dict(line), ensure_ascii=False), file=out, flush=True)

    host = Host(session, wish.pace, tell)
    with _stopping(host.stop):
        expected = max(wish.phones.expected, len(session.latest.seats))
        server = PhoneServer(session, replace(wish.phones, expected=expected))
        server.start()
        try:
            state = session.latest
            tell(
                {
                    "event": "listening",
                    "url": server.url,
                    "code": server.codes.typed,
                    "session": state.session,
                    "scenario": state.scenario.id,
                }
            )
            closed = host.lead()
            if closed:
                host.linger(wish.linger)
            return closed
        finally:
            server.stop()


@contextmanager
def _stopping(stop: Callable[[], None]) -> Iterator[None]:
    """Stop in an orderly way when the system, or somebody at the keyboard, asks for it."""

    def asked(_number: int, _frame: FrameType | None) -> None:
        stop()

    known = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = [(number, signal.signal(number, asked)) for number in known]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _back_up(log: LogFile, err: TextIO, t: Texts) -> None:
    """Keep a checked copy of the log; a copy that fails stops nobody."""
    try:
        back_up(log.path)
    except EnvironmentTrouble as trouble:
        print(trouble.message_in(t), file=err)
