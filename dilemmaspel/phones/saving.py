"""Writing the seats down while phones wait: everybody who comes meanwhile shares one writing."""

import asyncio
import logging

from dilemmaspel.phones.seats import Seats

_log = logging.getLogger(__name__)


class Saver:
    """Saves the seats beside the server's loop."""

    def __init__(self, seats: Seats) -> None:
        self._seats = seats
        self._writing: asyncio.Future[None] | None = None

    async def save(self) -> None:
        """Return once everything that was changed by now is written, or cannot be."""
        wanted = self._seats.number
        while self._seats.saved < wanted:
            loop = asyncio.get_running_loop()
            writing = self._writing or loop.run_in_executor(None, self._seats.save)
            self._writing = writing
            try:
                await asyncio.shield(writing)
            except OSError as error:
                _log.warning("The phones' seats were not written: %s", error.strerror)
                return
            finally:
                if self._writing is writing:
                    self._writing = None
