"""Making answers: pages, JSON, cookies, and the way on; imported on the server's thread only."""

import json
from typing import Any, Final

from aiohttp import web

from dilemmaspel.phones.desk import DOOR, LANGUAGE, PROBE, Caller
from dilemmaspel.phones.framework import Request
from dilemmaspel.phones.gate import FORM_FIELD, SEAT_COOKIE, cookies_of
from dilemmaspel.phones.seats import Token

AN_EVENING: Final = 12 * 60 * 60
"""Seconds that a phone keeps its seat's cookie."""

_STRICT: Final = "; Path=/; HttpOnly; SameSite=Strict"


def caller_of(request: Request, form: str = "") -> Caller:
    """Return who asks; `form` is the form token that came with a form."""
    headers = {name: request.headers.get(name, "") for name in ("cookie", FORM_FIELD)}
    cookies = cookies_of(headers)
    return Caller(
        address=request.guard.address,
        cookie=cookies.get(SEAT_COOKIE, ""),
        form=form or headers[FORM_FIELD],
        code=cookies.get(DOOR, ""),
        language=request.query.get(LANGUAGE) or cookies.get(LANGUAGE, ""),
        keeps_cookies=bool(cookies),
    )


def page(text: str, status: int = 200) -> web.Response:
    """Answer with a page."""
    return web.Response(text=text, status=status, content_type="text/html", charset="utf-8")


def as_json(record: dict[str, Any], status: int = 200) -> web.Response:
    """Answer with a record."""
    body = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
    return web.Response(body=body, status=status, content_type="application/json")


def onward(to: str = "/") -> web.Response:
    """Send the browser on, so that a reload sends nothing again."""
    return web.Response(status=303, headers={"Location": to})


def with_seat(answer: web.Response, token: Token) -> web.Response:
    """Let the browser keep its seat, and forget the code that let it in."""
    _set(answer, SEAT_COOKIE, token.cookie)
    _drop(answer, DOOR)
    return answer


def without_seat(answer: web.Response, caller: Caller) -> web.Response:
    """Let the browser forget a seat that is not its own any more."""
    if caller.cookie:
        _drop(answer, SEAT_COOKIE)
    return answer


def with_code(answer: web.Response, code: str) -> web.Response:
    """Let the browser keep the code of the QR until it joins."""
    _set(answer, DOOR, code)
    return answer


def with_habits(answer: web.Response, caller: Caller, language: str = "") -> web.Response:
    """Let the browser keep its language; and one cookie, to see whether it keeps any."""
    if language:
        _set(answer, LANGUAGE, language)
    if not caller.keeps_cookies:
        _set(answer, PROBE, "1")
    return answer


def _set(answer: web.Response, name: str, value: str) -> None:
    answer.headers.add("Set-Cookie", f"{name}={value}{_STRICT}; Max-Age={AN_EVENING}")


def _drop(answer: web.Response, name: str) -> None:
    answer.headers.add("Set-Cookie", f"{name}={_STRICT}; Max-Age=0")
