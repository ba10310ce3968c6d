"""A room for one phone that answers from memory: it shows states, and remembers what was sent."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from dilemmaspel.phones.pages.files import static_files
from dilemmaspel.phones.pages.render import fragment, page
from dilemmaspel.phones.screen import Screen
from dilemmaspel.texts import Texts
from tests.phones.pages.states import Shown, states
from tools.phone_pictures import HEADERS, HOST

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

HTML = "text/html; charset=utf-8"


def as_it_is(screen: Screen) -> Screen:
    return screen


@dataclass
class Room:
    """What the phone gets to see, and what it sent."""

    name: str
    version: int = 7
    away: bool = False
    """The laptop cannot be reached."""
    replies: list[tuple[int, dict[str, Any]] | None] = field(default_factory=list)
    """Answers to the next ballots; None loses the answer. After them every ballot is counted."""
    sent: list[dict[str, Any]] = field(default_factory=list)
    """Ballots of the script."""
    posted: list[tuple[str, dict[str, list[str]]]] = field(default_factory=list)
    """Forms: where they went and what stood in them."""
    asked: list[str] = field(default_factory=list)
    """What the views were asked for."""
    refused: str = ""
    """What is shown once a ballot was refused."""
    after: str = ""
    """What is shown once a ballot was counted."""
    change: Callable[[Screen], Screen] = as_it_is
    """A last touch to every screen."""

    def shows(self, name: str) -> None:
        self.name = name
        self.version += 1

    def framed(self, show: str = "") -> tuple[Screen, Any]:
        name = {"choice": "received-single-shown", "ballot": "change-single"}.get(show, self.name)
        shown: Shown = states()[name]
        return self.change(shown.screen), shown.framed(version=self.version)

    def answer(self, route: "Route") -> None:
        where, request = urlsplit(route.request.url), route.request
        query = parse_qs(where.query)
        if self.away:
            route.abort("connectionfailed")
        elif where.path.startswith("/static/"):
            file = static_files()[where.path.rpartition("/")[2]]
            route.fulfill(body=file.content, content_type=file.content_type)
        elif where.path == "/api/view":
            self._view(route, query)
        elif where.path == "/api/stream":
            told = f'data: {{"version": {self.version}}}\n\n'
            route.fulfill(body=told, content_type="text/event-stream")
        elif where.path == "/api/ballot":
            self._ballot(route, json.loads(request.post_data or ""))
        elif request.method == "POST":
            self.posted.append((where.path, parse_qs(request.post_data or "", True)))
            self._page(route)
        else:
            self._page(route, query.get("show", [""])[0])

    def _page(self, route: "Route", show: str = "") -> None:
        screen, frame = self.framed(show)
        html = page(screen, Texts("nl"), frame)
        route.fulfill(body=html, content_type=HTML, headers=HEADERS)

    def _view(self, route: "Route", query: dict[str, list[str]]) -> None:
        show = query.get("show", [""])[0]
        self.asked.append(show)
        if query.get("since") == [str(self.version)]:
            route.fulfill(status=204)
            return
        screen, frame = self.framed(show)
        html = fragment(screen, Texts("nl"), frame)
        route.fulfill(json={"version": self.version, "screen": screen.kind.value, "html": html})

    def _ballot(self, route: "Route", ballot: dict[str, Any]) -> None:
        self.sent.append(ballot)
        reply = self.replies.pop(0) if self.replies else (200, {"receipt": 41})
        if reply is None:
            route.abort("connectionreset")
            return
        following = self.after if reply[0] == 200 else self.refused
        if following:
            self.shows(following)
        route.fulfill(status=reply[0], json=reply[1])


def enter(browser: "Browser", room: Room, **options: Any) -> "Page":
    """Open a phone in the room."""
    options = {"viewport": {"width": 390, "height": 844}, "has_touch": True, **options}
    context = browser.new_context(**options)
    context.route("**/*", room.answer)
    phone = context.new_page()
    phone.goto(HOST)
    return phone
