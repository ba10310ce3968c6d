"""The one place where threads meet Qt: the session's states come in, commands go out."""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from threading import Lock
from typing import Final, Protocol

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, SignalInstance

from dilemmaspel.game.commands import Command
from dilemmaspel.game.presenting import presenter_view
from dilemmaspel.game.state import State
from dilemmaspel.game.views import PresenterView
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.session import Receipt, Refusal, unexpected_trouble

INTERVAL_MS: Final = 34
"""The least time between two views: at most 30 a second."""
SHARE: Final = 4
"""In a large room a view takes time; then it waits this many times as long for the next one, so
that votes keep most of the processor."""
LONGEST_MS: Final = 250
"""The most that a view waits."""


class Authority(Protocol):
    """What the bridge asks of a session."""

    @property
    def started(self) -> bool:
        """Whether there is a state."""

    @property
    def latest(self) -> State:
        """The newest saved state."""

    def submit(self, command: Command, key: str | None = None) -> Future[Receipt]:
        """Ask for a command to be carried out."""

    def subscribe(self, follower: Callable[[State], None]) -> Callable[[], None]:
        """Hear of every newer state, on the session's thread; returns the way to stop."""


class Bridge(QObject):
    """Made in the window's thread; every signal is sent there.

    Views come at most once per `INTERVAL_MS`, less often when showing one takes long, and the
    newest always comes. Each command is
    answered by exactly one of `accepted(Receipt, command)`, `refused(Refused, command)` and
    `troubled(EnvironmentTrouble, command)`, until `disconnect_session`.
    """

    viewChanged = Signal(object)
    publicChanged = Signal(object)
    accepted = Signal(object, object)
    refused = Signal(object, object)
    troubled = Signal(object, object)

    _stirred = Signal()
    _answered = Signal(object, object)

    def __init__(
        self,
        session: Authority,
        seen: Callable[[State], PresenterView] = presenter_view,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._seen = seen
        self._lock = Lock()
        self._newest: State | None = None
        self._stirring = False
        self._open = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_due)
        self._since = QElapsedTimer()
        self._interval = INTERVAL_MS
        self._stirred.connect(self._on_stirred, Qt.ConnectionType.QueuedConnection)
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = session.subscribe(self._on_state)
        if session.started:
            self._on_state(session.latest)

    def send(self, command: Command, key: str | None = None) -> None:
        """Ask the session for a command; the answer comes as a signal. Never waits."""
        answer = self._session.submit(command, key)
        answer.add_done_callback(partial(self._on_answer, command))

    def disconnect_session(self) -> None:
        """Hear nothing more; no signal is sent from now on."""
        if self._open:
            self._open = False
            self._timer.stop()
            self._unsubscribe()

    # ------------------------------------------------------------ on any thread

    def _on_state(self, state: State) -> None:
        with self._lock:
            known, self._newest, self._stirring = self._stirring, state, True
        if not known:
            self._emit(self._stirred)

    def _on_answer(self, command: Command, answer: Future[Receipt]) -> None:
        self._emit(self._answered, command, answer)

    def _emit(self, signal: SignalInstance, *values: object) -> None:
        """Send a signal to the window's thread, unless the window is gone."""
        if self._open:
            with suppress(RuntimeError):  # the object was deleted while this thread ran
                signal.emit(*values)

    # ------------------------------------------------------------ on the window's thread

    def _on_stirred(self) -> None:
        if self._open and not self._timer.isActive():
            gone = self._since.elapsed() if self._since.isValid() else LONGEST_MS
            self._timer.start(max(0, self._interval - gone))

    def _on_due(self) -> None:
        with self._lock:
            state, self._stirring = self._newest, False
        if not self._open or state is None:
            return
        self._since.start()
        view = self._seen(state)
        self.viewChanged.emit(view)
        self.publicChanged.emit(view.public)
        self._interval = min(LONGEST_MS, max(INTERVAL_MS, SHARE * self._since.elapsed()))

    def _on_answered(self, command: Command, answer: Future[Receipt]) -> None:
        if not self._open:
            return
        failed = answer.exception()
        if failed is None:
            self.accepted.emit(answer.result(), command)
        elif isinstance(failed, Refusal):
            self.refused.emit(failed.refused, command)
        elif isinstance(failed, EnvironmentTrouble):
            self.troubled.emit(failed, command)
        else:
            self.troubled.emit(unexpected_trouble(), command)
