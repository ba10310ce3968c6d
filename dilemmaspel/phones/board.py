"""What every phone can see now: one public picture, and the screens made from it, kept ready.

The game's own views decide what a seat may see. Screens of seats that are in the same position
are equal, so each is drawn once and filled in per phone; 2,000 phones cost a few drawings.
"""

import secrets
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from dilemmaspel.game.choices import choice_key
from dilemmaspel.game.ids import SeatId, frozen
from dilemmaspel.game.presenting import seat_view
from dilemmaspel.game.seeing import public_view
from dilemmaspel.game.state import Seat, State
from dilemmaspel.game.views import PublicView
from dilemmaspel.phones.book import Book, open_box
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.notice import notice
from dilemmaspel.phones.screen import Asked, Extras, Frame, JoinForm, Screen, ScreenKind, Why
from dilemmaspel.phones.showing import problem_screen, screen_of
from dilemmaspel.texts import LANGUAGES, Texts

SMALL: Final = 60
"""Up to so many people the count on a phone is always the newest."""

PER_PERSON: Final = 0.0005
"""Seconds that a larger room's picture is used before its count is looked at again, per person."""


class Pages(Protocol):
    """Who draws a screen: the pages, or a stand-in of a test."""

    def page(self, screen: Screen, t: Texts, frame: Frame) -> str: ...
    def fragment(self, screen: Screen, t: Texts, frame: Frame) -> str: ...


@dataclass(frozen=True, slots=True)
class Guest:
    """Who looks, and how."""

    language: str
    seat: SeatId | None = None
    gone: Why = Why.NONE
    form: str = ""
    cookieless: bool = False
    asked: Asked = Asked.NOTHING
    join: JoinForm = field(default_factory=JoinForm)


@dataclass(frozen=True, slots=True)
class Said:
    """What this answer says to the person, beside the screen."""

    text: str = ""
    is_problem: bool = False
    given: Mapping[str, tuple[str, ...]] = field(default_factory=frozen)
    faults: Mapping[str, str] = field(default_factory=frozen)


NOTHING_SAID: Final = Said()


class Board:
    """The picture of one session for its phones; on the server's thread."""

    def __init__(
        self,
        latest: Callable[[], State],
        config: PhoneConfig,
        word: str,
        book: Book,
        pages: Pages,
        clock: Callable[[], float],
        version: int,
    ) -> None:
        self._latest = latest
        self._config = config
        self.word = word
        self._book = book
        self._pages = pages
        self._clock = clock
        self._texts = {language: Texts(language) for language in LANGUAGES}
        self._drawn: dict[Hashable, str] = {}
        self._screens: dict[Hashable, Screen] = {}
        self._blanks = tuple(secrets.token_hex(8) for _ in range(3))
        self.version = version
        self.state = latest()
        self.public: PublicView
        self._take(self.state)

    def texts(self, language: str) -> Texts:
        """Return the words of a language; of the session's own when it is unknown."""
        return self._texts.get(language) or self._texts[self._config.language]

    def look(self) -> State:
        """Return the newest state, with the picture brought up to it where that shows."""
        state = self._latest()
        if state is self.state:
            return state
        people = self._config.expected
        fresh_for = people * PER_PERSON if people > SMALL else 0.0
        stale = self._clock() - self._taken_at >= fresh_for
        if shows_anew(self.state, state):
            self.renew()
        elif stale:
            self._take(state)
        return state

    def renew(self) -> int:
        """Begin a new version, for everybody to see; returns its number."""
        self.version += 1
        self._take(self._latest())
        return self.version

    def _take(self, state: State) -> None:
        self.state = state
        self._taken_at = self._clock()
        self.public = public_view(state)
        self._drawn.clear()
        self._screens.clear()

    # ---------------------------------------------------------------- screens

    def screen(self, guest: Guest) -> Screen:
        """Return what a phone shows."""
        state = self.look()
        seat = state.seats.get(guest.seat) if guest.seat is not None else None
        key = self._position(state, seat, guest)
        known = self._screens.get(key)
        if known is None:
            known = self._screens[key] = self._made(state, seat, guest)
        return known

    def _made(self, state: State, seat: Seat | None, guest: Guest) -> Screen:
        view = seat_view(state, seat.id) if seat else None
        extras = Extras(
            public=self.public,
            join=replace(guest.join, once=self._blanks[2]),
            gone=guest.gone,
            asked=guest.asked,
            asked_time=bool(seat and self._book.asked_time(state, seat.id)),
            answered_poll=bool(seat and self._polled(state, seat.id)),
        )
        return screen_of(replace(view, public=self.public) if view else None, extras)

    def _position(self, state: State, seat: Seat | None, guest: Guest) -> Hashable:
        """Return all that makes the screens of two phones differ."""
        if seat is None:
            form = guest.join
            places = tuple((place.role.id, place.free) for place in form.places)
            return (guest.gone, form.door, form.mode, form.needs_code, form.code, places)
        box_id = open_box(state)
        box = state.boxes.get(box_id) if box_id else None
        own = box.ballots.get(seat.id) if box else None
        return (
            seat.role,
            seat.active,
            box is not None and seat.id in box.electorate,
            own is not None,
            guest.asked,
            choice_key(own.choice) if own and guest.asked is not Asked.NOTHING else None,
            self._book.asked_time(state, seat.id),
            self._polled(state, seat.id),
            guest.gone,
        )

    def _polled(self, state: State, seat: SeatId) -> bool:
        """Tell whether a seat answered the closing questions, here or at the laptop."""
        return seat in state.polled or self._book.polled(seat)

    # ---------------------------------------------------------------- drawing

    def page(self, guest: Guest, said: Said = NOTHING_SAID) -> str:
        """Return a whole page."""
        return self._written(self.screen(guest), guest, said, whole=True)

    def fragment(self, guest: Guest, said: Said = NOTHING_SAID) -> str:
        """Return the inside of the page."""
        return self._written(self.screen(guest), guest, said, whole=False)

    def problem(self, guest: Guest, said: Said) -> str:
        """Return the page of a request that led nowhere."""
        self.look()
        return self._written(problem_screen(self.public), guest, said, whole=True)

    def _written(self, screen: Screen, guest: Guest, said: Said, *, whole: bool) -> str:
        """Fill in what is this phone's alone, in a drawing that others have too."""
        seated = guest.seat is not None
        key = (id(screen), guest.language, guest.cookieless, seated, bool(guest.form), whole)
        drawn = self._drawn.get(key) if said is NOTHING_SAID else None
        if drawn is None:
            drawn = self._draw(screen, guest, said, whole=whole)
            if said is NOTHING_SAID:
                self._drawn[key] = drawn
        form, seat, once = self._blanks
        own = ((form, guest.form), (seat, str(guest.seat or "")), (once, secrets.token_urlsafe(16)))
        for blank, filled in own:
            drawn = drawn.replace(blank, filled)
        return drawn

    def _draw(self, screen: Screen, guest: Guest, said: Said, *, whole: bool) -> str:
        t = self.texts(guest.language)
        form, seat, once = self._blanks
        asks = screen.kind in (ScreenKind.JOIN, ScreenKind.GONE)
        frame = Frame(
            language=t.language,
            word=self.word,
            seat=seat if guest.seat is not None else "",
            notice=notice(t, self.state.setup, self._config) if asks else (),
            form=form if guest.form else "",
            version=self.version,
            said=said.text,
            said_is_problem=said.is_problem,
            cookieless=guest.cookieless,
            once=once,
            given=said.given,
            faults=said.faults,
            content_language=self.state.scenario.language,
        )
        draw = self._pages.page if whole else self._pages.fragment
        return draw(screen, t, frame)


def shows_anew(old: State, new: State) -> bool:
    """Tell whether phones have to show something else at once; a count alone can wait."""
    if (old.overlay, old.voting, old.show_roles) != (new.overlay, new.voting, new.show_roles):
        return True
    if old.flow is not new.flow and old.flow != new.flow:
        return True
    if old.seats is new.seats:
        return False
    return any(
        (seat.role, seat.active) != (now.role, now.active)
        for seat in old.seats.values()
        if (now := new.seats.get(seat.id)) is not None and now is not seat
    )


def counts_anew(old: State, new: State) -> bool:
    """Tell whether a count changed that phones show: who voted, who is here."""
    return old.boxes is not new.boxes or old.seats is not new.seats
