"""Where the phone server's threads meet Qt: it is asked beside the window, and looked at."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance

from dilemmaspel.desktop.joining.phones import Phones
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.session import unexpected_trouble

LOOK_MS: Final = 500
"""How often the window looks how the phones stand."""

_LOG: Final = logging.getLogger(__name__)


class PhoneBridge(QObject):
    """Made in the window's thread; every signal is sent there.

    One start is answered by one `started` or one `failed(EnvironmentTrouble)`; after `started`
    `changed(PhonesState)` comes whenever something is different, and `troubled(...)` when
    something that was asked did not happen, until `stop`.
    """

    started = Signal()
    failed = Signal(object)
    changed = Signal(object)
    troubled = Signal(object)

    _begun = Signal(object)
    _done = Signal(object)

    def __init__(self, phones: Phones, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._phones = phones
        self._aside = ThreadPoolExecutor(1, "phones-desk")
        """One thread, so that things happen in the order in which they were asked."""
        self._runs = False
        self._over = False
        self._shown: object = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._begun.connect(self._on_begun, Qt.ConnectionType.QueuedConnection)
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Let the server begin, without making the window wait."""
        self._send(self._phones.start, self._begun)

    def ask(self, step: Callable[[], object]) -> None:
        """Have something done to the server, and look how it stands after that."""
        self._send(step, self._done)

    def stop(self) -> None:
        """Let the server go; nothing is sent from now on."""
        if not self._over:
            self._over = True
            self._timer.stop()
            self._aside.submit(self._phones.stop)
            self._aside.shutdown()

    def look(self) -> None:
        """Tell how the phones stand, if that is something new."""
        if not self._runs or self._over:
            return
        state = self._phones.state()
        if state != self._shown:
            self._shown = state
            self.changed.emit(state)

    def _send(self, step: Callable[[], object], answer: SignalInstance) -> None:
        if not self._over:
            self._aside.submit(self._take, step, answer)

    # ------------------------------------------------------------ beside the window

    def _take(self, step: Callable[[], object], answer: SignalInstance) -> None:
        trouble: EnvironmentTrouble | None = None
        try:
            step()
        except EnvironmentTrouble as known:
            trouble = known
        except Exception:  # noqa: BLE001 - the end of a thread: the session goes on
            _LOG.exception("The phones did not do what was asked.")
            trouble = unexpected_trouble()
        with suppress(RuntimeError):  # the window was closed while this thread ran
            answer.emit(trouble)

    # ------------------------------------------------------------ on the window's thread

    def _on_begun(self, trouble: EnvironmentTrouble | None) -> None:
        if self._over:
            return
        if trouble is not None:
            self.failed.emit(trouble)
            return
        self._runs = True
        self.started.emit()
        self._timer.start()
        self.look()

    def _on_done(self, trouble: EnvironmentTrouble | None) -> None:
        if trouble is not None and not self._over:
            self.troubled.emit(trouble)
        self.look()
