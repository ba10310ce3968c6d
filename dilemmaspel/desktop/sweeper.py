"""Clears away what nobody holds any more, on the window's own thread.

Python looks for rings of forgotten objects on whatever thread happens to make the next one. What a
window leaves behind would then be destroyed on the session's or the phones' thread, while this one
paints: the program dies. So nobody looks but the window, now and then.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY_MS: Final = 1_000


class Sweeper(QObject):
    """Looks once a second, until `stop`; made on the window's thread."""

    def __init__(self, parent: QObject | None = None, every: int = EVERY_MS) -> None:
        super().__init__(parent)
        self._by_itself = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(every)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    def stop(self) -> None:
        """Let Python look by itself again, as it did before."""
        self._timer.stop()
        if self._by_itself:
            gc.enable()

    def _on_time(self) -> None:
        """Look as far back as Python would have done by now."""
        full = zip(gc.get_count(), gc.get_threshold(), strict=True)
        old = [age for age, (count, most) in enumerate(full) if count > most > 0]
        if old:
            gc.collect(max(old))
