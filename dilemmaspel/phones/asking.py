"""Asking the session something from the server's thread, without waiting for ever."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future

from dilemmaspel.game.commands import Command
from dilemmaspel.phones.faults import Fault
from dilemmaspel.session import Receipt, Refusal, Session, StorageTrouble

Ask = Callable[[Command, str | None], Awaitable[Receipt]]


def asker(session: Session, patience: float) -> Ask:
    """Return the way to have a command carried out within `patience` seconds.

    It raises Fault: for a rule that said no, for what was not saved, and when there is no answer
    in time; then the same may be sent again with the same key.
    """

    async def ask(command: Command, key: str | None) -> Receipt:
        answer = session.submit(command, key)
        answer.add_done_callback(_looked_at)
        try:
            return await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(answer)), patience)
        except Refusal as refusal:
            raise Fault.of(refusal.refused) from None
        except StorageTrouble:
            raise Fault(409, "not_saved") from None
        except TimeoutError:
            raise Fault(409, "not_yet") from None

    return ask


def _looked_at(answer: Future[Receipt]) -> None:
    if not answer.cancelled():
        answer.exception()
