"""The framework behind the guard: aiohttp's low-level server. Imported on the server's thread only.

Its own words about itself are taken off every answer, and an error of ours becomes a plain
refusal: no one outside ever reads a traceback.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http_parser import RawRequestMessage
from aiohttp.streams import StreamReader
from aiohttp.web_protocol import RequestHandler

from dilemmaspel.phones.guard import Guard
from dilemmaspel.phones.headers import SECURITY

_log = logging.getLogger(__name__)


class Request(web.BaseRequest):
    """A request that came through the guard."""

    @property
    def guard(self) -> Guard:
        """The connection it came over."""
        protocol = self.protocol
        if not isinstance(protocol, Speaker):
            raise TypeError("A request without a guard.")
        return protocol.guard

    async def _prepare_hook(self, response: web.StreamResponse) -> None:
        response.headers.pop("Server", None)
        for name, value in SECURITY:
            response.headers[name] = value


class Speaker(RequestHandler):
    """The framework's side of one connection."""

    __slots__ = ("guard",)

    def __init__(self, manager: "Framework", guard: Guard) -> None:
        nobody: Any = None
        super().__init__(manager, loop=manager.loop, access_log=nobody, logger=_log)
        self.guard = guard

    async def finish_response(
        self, request: web.BaseRequest, resp: web.StreamResponse, start_time: float | None
    ) -> tuple[web.StreamResponse, bool]:
        """Write the answer, and tell the guard that the next request may come."""
        try:
            return await super().finish_response(request, resp, start_time)
        finally:
            self.guard.done()

    def handle_error(
        self,
        request: web.BaseRequest,  # noqa: ARG002
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002
    ) -> web.StreamResponse:
        """Answer to what should not happen: logged here, and nothing told outside."""
        if status >= 500 and not isinstance(exc, ConnectionError):
            _log.error("A request failed: %s", type(exc).__name__, exc_info=exc)
        answer = web.Response(status=400)
        answer.force_close()
        return answer


Handler = Callable[[Request], Awaitable[web.StreamResponse]]


class Framework(web.Server):
    """Makes a speaker for each connection."""

    def __init__(self, handler: Handler) -> None:
        super().__init__(handler, request_factory=self._asked)  # type: ignore[arg-type]

    def speaker(self, guard: Guard) -> Speaker:
        """Return the framework's side of a new connection."""
        return Speaker(self, guard)

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The loop that everything runs on."""
        return self._loop

    def _asked(
        self,
        message: RawRequestMessage,
        payload: StreamReader,
        protocol: RequestHandler,
        writer: AbstractStreamWriter,
        task: "asyncio.Task[None]",
    ) -> web.BaseRequest:
        return Request(message, payload, protocol, writer, task, self._loop)
