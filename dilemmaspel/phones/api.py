"""What a script asks: JSON in, JSON out, as in docs/phone-protocol.md.

Imported on the server's thread only.
"""

import asyncio
from typing import Any

from aiohttp import web

from dilemmaspel.phones.answers import as_json, caller_of, with_seat
from dilemmaspel.phones.board import Guest
from dilemmaspel.phones.desk import Desk
from dilemmaspel.phones.framework import Request
from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.reading import (
    json_ballot,
    key_of,
    read_json,
    text_of,
    whole_of,
)
from dilemmaspel.phones.reception import Wish
from dilemmaspel.phones.screen import Asked
from dilemmaspel.phones.seats import Token, form_of
from dilemmaspel.phones.streams import message
from dilemmaspel.phones.telling import view_record
from dilemmaspel.session import Receipt


class Api:
    """The handlers of `/api/`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def view(self, request: Request) -> web.StreamResponse:
        """Tell what this phone shows."""
        board, guest = self._desk.board, self._guest(request)
        board.look()
        if request.query.get("since") == str(board.version) and guest.seat is not None:
            return web.Response(status=204)
        record = view_record(board, guest, self._desk.latest())
        return as_json(record, 200 if guest.seat is not None else 401)

    def _guest(self, request: Request) -> Guest:
        shown = request.query.get(fields.SHOW, "")
        asked = Asked(shown) if shown in set(Asked) else Asked.NOTHING
        return self._desk.guest(caller_of(request), asked)

    async def join(self, request: Request) -> web.StreamResponse:
        """Give a seat."""
        desk, caller, record = self._desk, caller_of(request), await self._record(request)
        seat, _ = desk.seat_of(caller)
        if seat is not None:
            form = form_of(caller.cookie) if desk.seats.of(caller.cookie) else caller.form
            return as_json(self._joined(seat, form))
        wish = Wish(
            address=caller.address,
            code=text_of(record, "code") or caller.code,
            role=text_of(record, "role"),
            once=key_of(record, "once", needed=False),
        )
        seated = await desk.reception.join(wish)
        return self._with_seat(seated.seat, seated.token)

    def _with_seat(self, seat: int, token: Token) -> web.Response:
        return with_seat(as_json(self._joined(seat, token.form)), token)

    def _joined(self, seat: int, form: str) -> dict[str, Any]:
        role = next(s.role for s in self._desk.latest().seats.values() if s.id == seat)
        return {
            "seat": seat,
            "role": role,
            "form": form,
            "word": self._desk.seats.codes.word,
            "version": self._desk.board.version,
        }

    async def ballot(self, request: Request) -> web.StreamResponse:
        """Count a ballot."""
        seat = self._desk.seated(caller_of(request))
        record = await self._record(request)
        key, attempt = key_of(record), whole_of(record, "attempt")
        return _receipt(await self._desk.cast(json_ballot(record, seat), key, attempt))

    async def remark(self, request: Request) -> web.StreamResponse:
        """Keep a condition or an argument."""
        seat = self._desk.seated(caller_of(request))
        record = await self._record(request)
        kind, option, text = (text_of(record, name) for name in ("kind", "option", "text"))
        return _receipt(await self._desk.remark(seat, kind, option, text, key_of(record)))

    async def poll(self, request: Request) -> web.StreamResponse:
        """Keep the answers to the closing questions."""
        seat = self._desk.seated(caller_of(request))
        record = await self._record(request)
        talking, understanding = (whole_of(record, n) for n in ("talking", "understanding"))
        return _receipt(await self._desk.poll(seat, talking, understanding, key_of(record)))

    async def time(self, request: Request) -> web.StreamResponse:
        """Hear "I need more time"."""
        await self._desk.ask_time(self._desk.seated(caller_of(request)))
        return as_json({"ok": True})

    async def pause(self, request: Request) -> web.StreamResponse:
        """Hear the pause card."""
        await self._desk.ask_pause(self._desk.seated(caller_of(request)))
        return as_json({"ok": True})

    async def stream(self, request: Request) -> web.StreamResponse:
        """Tell each time that there is a newer view, for as long as the phone listens."""
        desk, guard = self._desk, request.guard
        seat, _ = desk.seat_of(caller_of(request))
        answer = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        answer.enable_chunked_encoding()
        try:
            await answer.prepare(request)
            await answer.write(message(desk.board.version))
        except ConnectionError:
            return answer
        lost = asyncio.get_running_loop().create_future()
        guard.on_lost = lambda: None if lost.done() else lost.set_result(None)
        transport = guard.streams()
        if transport is None or transport.is_closing():
            return answer
        desk.streams.add(transport, seat)
        try:
            await lost
        finally:
            desk.streams.remove(transport)
        return answer

    async def _record(self, request: Request) -> dict[str, Any]:
        return read_json(await request.read(), self._desk.config.limits.json_depth)


def _receipt(receipt: Receipt) -> web.Response:
    return as_json({"receipt": receipt.seq})
