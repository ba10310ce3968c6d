"""What a browser asks without a script: pages, and forms that lead on.

Imported on the server's thread only.
"""

from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.ids import SeatId, frozen
from dilemmaspel.phones.answers import (
    caller_of,
    onward,
    page,
    with_code,
    with_habits,
    with_seat,
    without_seat,
)
from dilemmaspel.phones.board import NOTHING_SAID, Guest, Said
from dilemmaspel.phones.desk import Caller, Desk, with_language
from dilemmaspel.phones.faults import Fault
from dilemmaspel.phones.framework import Request
from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.reading import (
    Fields,
    fault_fields,
    form_ballot,
    form_key,
    number_of,
    one,
    plain_lines,
    read_form,
)
from dilemmaspel.phones.reception import Wish
from dilemmaspel.phones.screen import Asked, Shape
from dilemmaspel.phones.showing import shape_of
from dilemmaspel.texts import mark

SENT: Final = "sent"
"""In the query of the page: which form just arrived."""

Do = Callable[[SeatId, Fields], Awaitable[object]]


class Forms:
    """The handlers of everything that is not under `/api/`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # ---------------------------------------------------------------- pages

    async def home(self, request: Request) -> web.StreamResponse:
        """Show the page of whoever asks."""
        caller = caller_of(request)
        guest = self._desk.guest(caller, _asked(request.query.get(fields.SHOW, "")))
        said = self._sent(guest, request.query.get(SENT, ""))
        answer = page(self._desk.board.page(guest, said))
        if guest.seat is None:
            without_seat(answer, caller)
        chosen = caller.language if fields.LANGUAGE in request.query else ""
        return with_habits(answer, caller, chosen if chosen == guest.language else "")

    async def enter(self, request: Request) -> web.StreamResponse:
        """Let in who scanned the QR, and lead on to an address without the code."""
        caller, code = caller_of(request), request.path.removeprefix("/")
        if not self._desk.reception.let_in(caller.address, code):
            return self.lost(request, Fault(404, "not_found"))
        return with_habits(with_code(onward(), code), caller)

    def lost(self, request: Request, fault: Fault) -> web.Response:
        """Tell that an address leads nowhere."""
        guest = self._desk.guest(caller_of(request))
        said = Said(fault.message(self._desk.board.texts(guest.language)), is_problem=True)
        return page(self._desk.board.problem(guest, said), fault.status)

    # ---------------------------------------------------------------- forms

    async def join(self, request: Request) -> web.StreamResponse:
        """Give a seat."""
        caller, form = await self._read(request)
        if self._desk.seat_of(caller)[0] is not None:
            return self._next(caller)
        wish = Wish(
            address=caller.address,
            code=one(form, fields.CODE) or caller.code,
            role=one(form, fields.ROLE),
            once=one(form, fields.ONCE)[:64],
        )
        try:
            seated = await self._desk.reception.join(wish)
        except Fault as fault:
            return self._back(caller, form, fault)
        if caller.keeps_cookies:
            return with_seat(onward(), seated.token)
        now = Caller(caller.address, form=seated.token.form, language=caller.language)
        return with_seat(self._next(now), seated.token)

    async def ballot(self, request: Request) -> web.StreamResponse:
        """Count a ballot."""
        return await self._seated(request, self._cast)

    async def remark(self, request: Request) -> web.StreamResponse:
        """Keep a condition or an argument."""
        return await self._seated(request, self._remark)

    async def poll(self, request: Request) -> web.StreamResponse:
        """Keep the answers to the closing questions."""
        return await self._seated(request, self._poll)

    async def time(self, request: Request) -> web.StreamResponse:
        """Hear "I need more time"."""
        return await self._seated(request, lambda seat, _: self._desk.ask_time(seat))

    async def pause(self, request: Request) -> web.StreamResponse:
        """Hear the pause card."""
        return await self._seated(request, lambda seat, _: self._desk.ask_pause(seat))

    async def show(self, request: Request) -> web.StreamResponse:
        """Show the page to a browser that keeps no cookies."""
        caller, form = await self._read(request)
        caller = with_language(caller, one(form, fields.LANGUAGE))
        guest = self._desk.guest(caller, _asked(one(form, fields.SHOW)))
        answer = page(self._desk.board.page(guest))
        return with_habits(answer, caller, one(form, fields.LANGUAGE) and guest.language)

    # ---------------------------------------------------------------- steps

    async def _read(self, request: Request) -> tuple[Caller, Fields]:
        form = read_form(await request.read())
        return caller_of(request, one(form, fields.FORM)), form

    async def _seated(self, request: Request, do: Do) -> web.Response:
        """Do what the form of a seat asks, and lead on; or show the form with what is wrong."""
        caller, form = await self._read(request)
        try:
            seat = self._desk.seated(caller)
            self._check_token(caller, form)
            await do(seat, form)
        except Fault as fault:
            return self._back(caller, form, fault)
        return self._next(caller, request.path.removeprefix("/"))

    def _check_token(self, caller: Caller, form: Fields) -> None:
        """Check that the form is one of ours: no other page can know its token."""
        seats = self._desk.seats
        own = seats.of(caller.cookie, caller.form)
        if own is None or seats.of(None, one(form, fields.FORM)) != own:
            raise Fault(403, "old_page")

    def _next(self, caller: Caller, sent: str = "") -> web.Response:
        """Lead on to the page; a browser without cookies gets it at once."""
        guest = self._desk.guest(caller)
        if guest.cookieless:
            return page(self._desk.board.page(guest, self._sent(guest, sent)))
        return onward(f"/?{SENT}={sent}" if sent in _SENT else "/")

    def _sent(self, guest: Guest, what: str) -> Said:
        """Say that something arrived which the page itself does not show."""
        if guest.seat is None or what not in _SENT:
            return NOTHING_SAID
        return Said(self._desk.board.texts(guest.language)(_SENT[what]))

    def _back(self, caller: Caller, form: Fields, fault: Fault) -> web.Response:
        """Show the form again, with what was filled in and what is wrong."""
        guest = self._desk.guest(caller, _asked(Asked.BALLOT if fields.ROUND in form else ""))
        answer = page(self._desk.board.page(guest, self._said(guest, form, fault)), fault.status)
        if fault.retry_after:
            answer.headers["Retry-After"] = str(fault.retry_after)
        return with_habits(answer, caller)

    def _said(self, guest: Guest, form: Fields, fault: Fault) -> Said:
        text = fault.message(self._desk.board.texts(guest.language))
        places = tuple(
            name for name in fault_fields(fault) if name == fields.CODE or _has(form, name)
        )
        kept = frozen({name: v for name, v in form.items() if name not in _OURS})
        if not places:
            return Said(text, is_problem=True, given=kept)
        return Said(is_problem=True, given=kept, faults=frozen({places[0]: text}))

    async def _cast(self, seat: SeatId, form: Fields) -> object:
        ballot = form_ballot(form, seat, self._shape(form))
        return await self._desk.cast(ballot, form_key(form))

    def _shape(self, form: Fields) -> Shape:
        """Return how the ballot was drawn; of an unknown one it makes no difference."""
        state = self._desk.latest()
        dilemma = state.scenario.dilemma(one(form, fields.ROUND))
        vote = next((v for v in _VOTES if v.value == one(form, fields.VOTE)), None)
        return shape_of(vote, dilemma.type) if vote and dilemma else Shape.ONE

    async def _remark(self, seat: SeatId, form: Fields) -> object:
        kind, option = one(form, fields.REMARK), one(form, fields.OPTION)
        text = plain_lines(one(form, fields.TEXT))
        return await self._desk.remark(seat, kind, option, text, form_key(form))

    async def _poll(self, seat: SeatId, form: Fields) -> object:
        talking = number_of(form, fields.TALKING)
        understanding = number_of(form, fields.UNDERSTANDING)
        return await self._desk.poll(seat, talking, understanding, form_key(form))


_VOTES: Final = tuple(Vote)
_SENT: Final = frozen(
    {
        "pause": mark("The facilitator knows that you ask for a pause."),
        "poll": mark("Thank you for your answers."),
        "remark": mark("Sent. Thank you."),
    }
)
_OURS: Final = frozenset({fields.FORM, fields.ONCE, fields.ROUND, fields.VOTE})


def _asked(name: str) -> Asked:
    return Asked(name) if name in set(Asked) else Asked.NOTHING


def _has(form: Fields, name: str) -> bool:
    """Tell whether a form has a field, or the parts of an answer that stand under its name."""
    own = fields.OWN if name.startswith(fields.OWN) else ""
    if name.removeprefix(own) == fields.CHOICE:
        return fields.ROUND in form
    return name in form or name in {fields.CODE, fields.ROLE}
