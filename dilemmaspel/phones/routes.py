"""Every address there is, and what happens there; nothing of the facilitator's is among them.

Imported on the server's thread only.
"""

import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from aiohttp import web

from dilemmaspel.game.ids import frozen
from dilemmaspel.phones.answers import as_json, caller_of
from dilemmaspel.phones.api import Api
from dilemmaspel.phones.desk import Desk
from dilemmaspel.phones.faults import Fault
from dilemmaspel.phones.forms import Forms
from dilemmaspel.phones.framework import Request
from dilemmaspel.phones.head import API
from dilemmaspel.phones.joincode import PATH_LENGTH
from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.pages.files import static_files

Handler = Callable[[Request], Awaitable[web.StreamResponse]]

_log = logging.getLogger(__name__)

_CODE: Final = re.compile(rf"/[A-Za-z0-9]{{{PATH_LENGTH}}}")


class Routes:
    """Answers requests."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._api = Api(desk)
        self._forms = Forms(desk)
        self._gets: Mapping[str, Handler] = frozen(self._all_gets())
        self._posts: Mapping[str, Handler] = frozen(self._all_posts())

    def _all_gets(self) -> dict[str, Handler]:
        files: dict[str, Handler] = {fields.STATIC + name: self._static for name in static_files()}
        return files | {
            fields.HOME: self._forms.home,
            "/api/view": self._api.view,
            "/api/stream": self._api.stream,
        }

    def _all_posts(self) -> dict[str, Handler]:
        api, forms = self._api, self._forms
        return {
            "/api/join": api.join,
            "/api/ballot": api.ballot,
            "/api/remark": api.remark,
            "/api/poll": api.poll,
            "/api/time": api.time,
            "/api/pause": api.pause,
            fields.JOIN_TO: forms.join,
            fields.BALLOT_TO: forms.ballot,
            fields.REMARK_TO: forms.remark,
            fields.POLL_TO: forms.poll,
            fields.TIME_TO: forms.time,
            fields.PAUSE_TO: forms.pause,
            fields.SHOW_TO: forms.show,
        }

    @property
    def addresses(self) -> tuple[tuple[str, str], ...]:
        """Every method and path that does something."""
        gets = [("GET", path) for path in self._gets]
        return (*gets, *(("POST", path) for path in self._posts))

    async def __call__(self, request: Request) -> web.StreamResponse:
        """Answer a request, whatever happens."""
        try:
            return await self._handler(request)(request)
        except Fault as fault:
            return self._refusal(request, fault)
        except ConnectionError:
            raise
        except Exception:  # noqa: BLE001 - the end of the thread: one bad request is not the room's
            _log.exception("A request failed: %s %s", request.method, _place(request.path))
            return self._refusal(request, Fault(409, "unexpected"))

    def _handler(self, request: Request) -> Handler:
        method, path = request.method, request.path
        if method == "POST":
            found = self._posts.get(path)
        else:
            found = self._gets.get(path)
            if found is None and _CODE.fullmatch(path):
                return self._forms.enter
            if method == "HEAD" and found == self._api.stream:
                found = None
        if found is None:
            known = path in self._gets or path in self._posts
            raise Fault(405 if known else 404, "not_found")
        return found

    async def _static(self, request: Request) -> web.StreamResponse:
        file = static_files()[request.path.removeprefix(fields.STATIC)]
        return web.Response(body=file.content, headers={"Content-Type": file.content_type})

    def _refusal(self, request: Request, fault: Fault) -> web.Response:
        if not request.path.startswith(API):
            answer: web.Response = self._forms.lost(request, fault)
        else:
            t = self._desk.board.texts(self._desk.guest(caller_of(request)).language)
            record = {"reason": fault.reason, "text": fault.message(t)}
            answer = as_json(record, fault.status)
        if fault.retry_after:
            answer.headers["Retry-After"] = str(fault.retry_after)
        if fault.status == 405:
            answer.headers["Allow"] = "POST" if request.method != "POST" else "GET, HEAD"
        return answer


def _place(path: str) -> str:
    """Name an address for the log; a code in it is nobody's business."""
    return "/<code>" if _CODE.fullmatch(path) else path[:40]
