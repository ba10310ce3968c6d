"""The bridge: states of another thread come in the window's thread, calmly, the newest last."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from threading import Thread, current_thread

import pytest
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.bridge import INTERVAL_MS, SHARE, Bridge
from dilemmaspel.game import commands as c
from dilemmaspel.game.commands import Command
from dilemmaspel.game.ids import SessionId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.setup import Setup
from dilemmaspel.game.state import State
from dilemmaspel.game.views import PresenterView
from dilemmaspel.session import MemoryLog, Receipt, Refusal, Session, StorageTrouble
from tests.desktop.presenter.game import Game, flagship


class FakeSession:
    """Answers from a thread of its own, and says what it is told to say."""

    def __init__(self, state: State | None = None) -> None:
        self.state = state
        self.followers: list[Callable[[State], None]] = []
        self.asked: list[tuple[Command, str | None]] = []
        self.answer: Receipt | Exception = Receipt(1, 2)

    @property
    def started(self) -> bool:
        return self.state is not None

    @property
    def latest(self) -> State:
        assert self.state is not None
        return self.state

    def submit(self, command: Command, key: str | None = None) -> Future[Receipt]:
        self.asked.append((command, key))
        future: Future[Receipt] = Future()
        elsewhere(lambda: self._settle(future))
        return future

    def _settle(self, future: Future[Receipt]) -> None:
        if isinstance(self.answer, Exception):
            future.set_exception(self.answer)
        else:
            future.set_result(self.answer)

    def subscribe(self, follower: Callable[[State], None]) -> Callable[[], None]:
        self.followers.append(follower)

        def stop() -> None:
            self.followers.remove(follower)

        return stop

    def tell(self, states: list[State]) -> None:
        def run() -> None:
            for state in states:
                for follower in self.followers:
                    follower(state)

        elsewhere(run)


def elsewhere(what: Callable[[], None]) -> None:
    """Do something on another thread, and wait for it."""
    thread = Thread(target=what)
    thread.start()
    thread.join()


@dataclass
class Heard:
    """What a bridge said, and on which thread."""

    views: list[PresenterView]
    answers: list[tuple[str, object, object]]
    threads: set[str]


@pytest.fixture
def session(game: Game) -> FakeSession:
    return FakeSession(game.here)


@pytest.fixture
def heard() -> Heard:
    return Heard([], [], set())


@pytest.fixture
def bridge(session: FakeSession, heard: Heard, qtbot: QtBot) -> Iterator[Bridge]:
    made = Bridge(session)
    listen(made, heard)
    yield made
    made.disconnect_session()
    made.deleteLater()


def listen(bridge: Bridge, heard: Heard) -> None:
    def view(shown: PresenterView) -> None:
        heard.views.append(shown)
        heard.threads.add(current_thread().name)

    def answer(kind: str) -> Callable[[object, object], None]:
        def keep(what: object, command: object) -> None:
            heard.answers.append((kind, what, command))
            heard.threads.add(current_thread().name)

        return keep

    bridge.viewChanged.connect(view)
    for kind in ("accepted", "refused", "troubled"):
        getattr(bridge, kind).connect(answer(kind))


def steps(state: State, n: int) -> list[State]:
    return [replace(state, step=number) for number in range(1, n + 1)]


def test_a_running_session_is_shown_at_once(bridge: Bridge, heard: Heard, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(heard.views) == 1)
    assert heard.views[0].public.phase is Phase.LOBBY


def test_a_session_without_a_state_shows_nothing_yet(qtbot: QtBot, heard: Heard) -> None:
    bridge = Bridge(FakeSession())
    listen(bridge, heard)
    qtbot.wait(2 * INTERVAL_MS)
    assert heard.views == []
    bridge.disconnect_session()
    bridge.deleteLater()


def test_a_thousand_states_become_a_few_views_and_the_newest_comes_last(
    bridge: Bridge, session: FakeSession, heard: Heard, qtbot: QtBot
) -> None:
    for part in range(4):
        session.tell(steps(session.latest, 250 * (part + 1))[250 * part :])
    qtbot.waitUntil(lambda: bool(heard.views) and heard.views[-1].step == 1000)
    qtbot.wait(2 * INTERVAL_MS)
    assert len(heard.views) <= 5
    assert heard.views[-1].step == 1000


def test_views_come_at_most_thirty_times_a_second(
    bridge: Bridge, session: FakeSession, heard: Heard, qtbot: QtBot
) -> None:
    for state in steps(session.latest, 40):
        session.tell([state])
        qtbot.wait(5)
    qtbot.waitUntil(lambda: bool(heard.views) and heard.views[-1].step == 40)
    assert len(heard.views) <= 5 * 40 * 3 // INTERVAL_MS + 3


def test_a_view_that_takes_long_waits_longer_for_the_next_one(
    bridge: Bridge, session: FakeSession, heard: Heard, qtbot: QtBot
) -> None:
    shown_at: list[float] = []

    def slowly(_view: object) -> None:
        shown_at.append(time.monotonic())
        time.sleep(0.03)

    bridge.viewChanged.connect(slowly)
    first, second = steps(session.latest, 2)
    session.tell([first])
    qtbot.waitUntil(lambda: bool(heard.views) and heard.views[-1].step == first.step)
    session.tell([second])
    qtbot.waitUntil(lambda: heard.views[-1].step == second.step)
    least = 0.03 * (SHARE - 1)  # timers of Qt count whole milliseconds, and may be early
    assert shown_at[-1] - shown_at[-2] >= least


def test_everything_is_heard_on_the_windows_thread(
    bridge: Bridge, session: FakeSession, heard: Heard, qtbot: QtBot
) -> None:
    session.tell(steps(session.latest, 3))
    bridge.send(c.Blank(True))
    qtbot.waitUntil(lambda: bool(heard.views) and bool(heard.answers))
    assert heard.threads == {current_thread().name}


def test_the_beamers_view_comes_along(bridge: Bridge, session: FakeSession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.publicChanged, timeout=2000) as signal:
        session.tell([session.latest])
    assert signal.args[0].phase is Phase.LOBBY


def test_a_command_is_accepted_with_its_receipt(
    bridge: Bridge, session: FakeSession, heard: Heard, qtbot: QtBot
) -> None:
    command = c.Blank(True)
    bridge.send(command, "key-1")
    qtbot.waitUntil(lambda: bool(heard.answers))
    assert heard.answers == [("accepted", Receipt(1, 2), command)]
    assert session.asked == [(command, "key-1")]


def test_a_command_is_refused_with_its_reason(
    bridge: Bridge, session: FakeSession, heard: Heard, qtbot: QtBot
) -> None:
    session.answer = Refusal(Refused(Reason.NO_PEOPLE))
    bridge.send(c.Advance(0))
    qtbot.waitUntil(lambda: bool(heard.answers))
    assert heard.answers == [("refused", Refused(Reason.NO_PEOPLE), c.Advance(0))]


def test_trouble_with_the_log_is_told(
    bridge: Bridge, session: FakeSession, heard: Heard, qtbot: QtBot
) -> None:
    trouble = StorageTrouble("a", "b", "c")
    session.answer = trouble
    bridge.send(c.Advance(0))
    qtbot.waitUntil(lambda: bool(heard.answers))
    assert heard.answers == [("troubled", trouble, c.Advance(0))]


def test_a_bug_is_told_as_trouble_too(
    bridge: Bridge, session: FakeSession, heard: Heard, qtbot: QtBot
) -> None:
    session.answer = ZeroDivisionError()
    bridge.send(c.Advance(0))
    qtbot.waitUntil(lambda: bool(heard.answers))
    kind, trouble, _ = heard.answers[0]
    assert kind == "troubled"
    assert isinstance(trouble, StorageTrouble)


def test_after_it_is_disconnected_nothing_is_heard(
    bridge: Bridge, session: FakeSession, heard: Heard, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(heard.views) == 1)
    heard.views.clear()
    session.tell([session.latest])
    bridge.send(c.Blank(True))
    followers = list(session.followers)
    bridge.disconnect_session()
    bridge.disconnect_session()
    elsewhere(lambda: followers[0](session.latest))
    qtbot.wait(2 * INTERVAL_MS)
    assert session.followers == []
    assert heard.views == []
    assert heard.answers == []


def test_a_real_session_goes_over_the_bridge(qtbot: QtBot, heard: Heard) -> None:
    session = Session(MemoryLog())
    bridge = Bridge(session)
    listen(bridge, heard)
    bridge.send(c.StartSession(flagship(), Setup(), "", "", session=SessionId("s")))
    bridge.send(c.Join())
    bridge.send(c.Advance(0))
    bridge.send(c.Advance(0))
    qtbot.waitUntil(lambda: len(heard.answers) == 4)
    qtbot.waitUntil(lambda: bool(heard.views) and heard.views[-1].public.phase is Phase.INTRO)
    assert [kind for kind, _, _ in heard.answers] == ["accepted"] * 3 + ["refused"]
    bridge.disconnect_session()
    bridge.deleteLater()
    session.stop()
