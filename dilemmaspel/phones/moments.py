"""Waiting for something, but not for ever."""

import asyncio


async def happens(event: asyncio.Event, within: float) -> bool:
    """Wait until something happens; False when it did not within so many seconds."""
    try:
        await asyncio.wait_for(event.wait(), within)
    except TimeoutError:
        return False
    return True
