"""What every request needs: who asks, and what can be done for them; on the server's thread."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from dilemmaspel.game.commands import (
    AddArgument,
    AddCondition,
    AnswerExitPoll,
    AskPause,
    AskTime,
    CastBallot,
)
from dilemmaspel.game.ids import OptionId, RoleId, SeatId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.setup import Kind
from dilemmaspel.game.state import State
from dilemmaspel.phones.asking import Ask
from dilemmaspel.phones.board import Board, Guest
from dilemmaspel.phones.book import Book, open_box
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.faults import Fault
from dilemmaspel.phones.reception import Reception
from dilemmaspel.phones.screen import Asked, Why
from dilemmaspel.phones.seats import Seats, form_of
from dilemmaspel.phones.streams import Streams
from dilemmaspel.session import Receipt
from dilemmaspel.texts import LANGUAGES

DOOR: Final = "door"
"""The cookie that keeps the code of the QR until somebody joins."""

PROBE: Final = "try"
"""The cookie by which we see whether a browser keeps cookies at all."""

LANGUAGE: Final = "lang"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: what their browser brought along."""

    address: str
    cookie: str = ""
    form: str = ""
    code: str = ""
    language: str = ""
    keeps_cookies: bool = False


class Desk:
    """Serves whoever asks."""

    def __init__(
        self,
        config: PhoneConfig,
        latest: Callable[[], State],
        ask: Ask,
        seats: Seats,
        board: Board,
        book: Book,
        reception: Reception,
        streams: Streams,
    ) -> None:
        self.config = config
        self.latest = latest
        self.seats = seats
        self.board = board
        self.reception = reception
        self.streams = streams
        self._ask = ask
        self._book = book

    # ---------------------------------------------------------------- who

    def guest(self, caller: Caller, asked: Asked = Asked.NOTHING) -> Guest:
        """Return who looks, and how."""
        seat, gone = self.seat_of(caller)
        language = self._language(caller, seat)
        if seat is None:
            form = self.reception.form(caller.address, caller.code)
            lost = not caller.keeps_cookies and self.reception.was_let_in(caller.address)
            return Guest(language, gone=gone, cookieless=lost, join=form)
        self._book.sees(seat)
        by_cookie = self.seats.of(caller.cookie) is not None
        form_token = form_of(caller.cookie) if by_cookie else caller.form
        return Guest(language, seat, form=form_token, cookieless=not by_cookie, asked=asked)

    def _language(self, caller: Caller, seat: SeatId | None) -> str:
        """Return the language a phone asked for, now or before."""
        asked = caller.language if caller.language in LANGUAGES else ""
        if seat is None:
            return asked or self.config.language
        return self._book.speaks(seat, asked) or self.config.language

    def seat_of(self, caller: Caller) -> tuple[SeatId | None, Why]:
        """Return the seat of whoever asks, or why there is none any more."""
        state = self.latest()
        held = self.seats.of(caller.cookie, caller.form)
        seat = state.seats.get(held) if held is not None else None
        if seat is not None and seat.active and state.flow.phase is not Phase.CLOSED:
            return seat.id, Why.NONE
        if seat is not None and not seat.active:
            return None, Why.LEFT
        return None, self.seats.gone(caller.cookie, caller.form)

    def seated(self, caller: Caller) -> SeatId:
        """Return the seat of whoever asks; raises Fault when there is none."""
        seat, _ = self.seat_of(caller)
        if seat is None:
            raise Fault(401, "no_seat")
        self._book.sees(seat)
        return seat

    # ---------------------------------------------------------------- what

    async def cast(self, ballot: CastBallot, key: str, attempt: int | None = None) -> Receipt:
        """Count a ballot; raises Fault."""
        if ballot.seat is None:
            raise Fault(401, "no_seat")
        self._book.claim(key, ballot.seat)
        if attempt is not None and not self._book.is_counted(key):
            self._check_attempt(ballot, attempt)
        receipt = await self._ask(ballot, key)
        self._book.counted(key)
        return receipt

    def _check_attempt(self, ballot: CastBallot, attempt: int) -> None:
        box = open_box(self.latest())
        same_vote = box is not None and box[:2] == (ballot.dilemma, ballot.vote)
        if same_vote and box is not None and box[2] != attempt:
            raise Fault.of(Refused(Reason.NOT_THIS_VOTE, str(attempt)))

    async def remark(self, seat: SeatId, kind: str, option: str, text: str, key: str) -> Receipt:
        """Keep a condition or an argument; raises Fault."""
        makes = _REMARKS.get(kind)
        if makes is None:
            raise Fault.of(Refused(Reason.BAD_INPUT, "kind"))
        self._book.claim(key, seat)
        state = self.latest()
        if not self._book.is_counted(key):
            self._book.remarks(state.flow.dilemma, seat)
        receipt = await self._ask(makes(OptionId(option), text, _role(state, seat)), key)
        self._book.counted(key)
        return receipt

    async def poll(
        self, seat: SeatId, talking: int | None, understanding: int | None, key: str
    ) -> Receipt:
        """Keep the answers to the closing questions, once per seat; raises Fault."""
        self._book.claim(key, seat)
        if not self._book.polls(seat) and not self._book.is_counted(key):
            raise Fault(409, "too_many")
        try:
            receipt = await self._ask(AnswerExitPoll(talking, understanding, seat), key)
        except Fault:
            self._book.polls_again(seat)
            raise
        self._book.counted(key)
        return receipt

    async def ask_time(self, seat: SeatId) -> None:
        """Say that somebody needs more time; once per seat and vote. Raises Fault."""
        state = self.latest()
        if open_box(state) is None:
            raise Fault.of(Refused(Reason.VOTE_CLOSED))
        if self._book.asks_time(state, seat):
            await self._ask(AskTime(seat), None)

    async def ask_pause(self, seat: SeatId) -> None:
        """Play the pause card, unless it lies there already; raises Fault."""
        if not self.latest().pause_asked:
            await self._ask(AskPause(seat), None)


_REMARKS: Final[Mapping[str, type[AddCondition] | type[AddArgument]]] = {
    "condition": AddCondition,
    "argument": AddArgument,
}


def _role(state: State, seat: SeatId) -> RoleId | None:
    """Return the role that a remark is kept with; none where people speak as themselves."""
    return state.seats[seat].role if state.setup.kind is Kind.ROLE_PLAY else None


def with_language(caller: Caller, language: str) -> Caller:
    """Return the caller in another language, when we have it."""
    return replace(caller, language=language) if language in LANGUAGES else caller
