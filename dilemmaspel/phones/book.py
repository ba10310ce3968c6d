"""What the server remembers of each seat beside the game: small, in memory, and never needed."""

from collections import Counter
from collections.abc import Callable

from dilemmaspel.game.ids import DilemmaId, SeatId
from dilemmaspel.game.state import BoxId, State
from dilemmaspel.phones.faults import Fault

MOST_REMARKS = 12
"""Remarks of one seat in one dilemma."""

SEEN_WITHIN = 20.0
"""Seconds since its last request in which a phone counts as connected."""


class Book:
    """Keeps who used which key, asked for time, sent remarks; on the server's thread."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._owner_of: dict[str, SeatId] = {}
        self._counted: set[str] = set()
        self._asked_time: set[tuple[BoxId, SeatId]] = set()
        self._polled: set[SeatId] = set()
        self._remarks: Counter[tuple[DilemmaId | None, SeatId]] = Counter()
        self._language: dict[SeatId, str] = {}
        self._seen: dict[SeatId, float] = {}

    def claim(self, key: str, seat: SeatId) -> None:
        """Write down whose key this is; raises Fault when it is somebody else's."""
        if self._owner_of.setdefault(key, seat) != seat:
            raise Fault(403, "not_your_key")

    def counted(self, key: str) -> None:
        """Write down that what came with this key was counted."""
        self._counted.add(key)

    def is_counted(self, key: str) -> bool:
        """Tell whether what came with this key was counted, as far as we know."""
        return key in self._counted

    def asks_time(self, state: State, seat: SeatId) -> bool:
        """Write down that a seat asks for time; False when it did already, or no vote is open."""
        box = open_box(state)
        if box is None or (box, seat) in self._asked_time:
            return False
        self._asked_time.add((box, seat))
        return True

    def asked_time(self, state: State, seat: SeatId) -> bool:
        """Tell whether a seat asked for time in this vote."""
        box = open_box(state)
        return box is not None and (box, seat) in self._asked_time

    def polls(self, seat: SeatId) -> bool:
        """Write down that a seat answers the closing questions; False when it did already."""
        new = seat not in self._polled
        self._polled.add(seat)
        return new

    def polls_again(self, seat: SeatId) -> None:
        """Take that back, for what was not kept."""
        self._polled.discard(seat)

    def polled(self, seat: SeatId) -> bool:
        """Tell whether a seat answered the closing questions."""
        return seat in self._polled

    def remarks(self, dilemma: DilemmaId | None, seat: SeatId) -> None:
        """Write down a remark; raises Fault when there were enough."""
        if self._remarks[dilemma, seat] >= MOST_REMARKS:
            raise Fault(409, "too_many")
        self._remarks[dilemma, seat] += 1

    def speaks(self, seat: SeatId, language: str) -> str:
        """Write down the language of a seat's phone, if it says one; returns the last it said."""
        if language:
            self._language[seat] = language
        return self._language.get(seat, "")

    def sees(self, seat: SeatId) -> None:
        """Write down that a seat's phone spoke."""
        self._seen[seat] = self._clock()

    def seen(self) -> frozenset[SeatId]:
        """Return the seats whose phone spoke a moment ago."""
        since = self._clock() - SEEN_WITHIN
        return frozenset(seat for seat, at in list(self._seen.items()) if at >= since)


def open_box(state: State) -> BoxId | None:
    """Return which box is open: dilemma, vote and attempt."""
    dilemma, vote = state.flow.dilemma, state.flow.open_vote
    if dilemma is None or vote is None:
        return None
    return dilemma, vote, state.flow.attempts.get((dilemma, vote), 1)
