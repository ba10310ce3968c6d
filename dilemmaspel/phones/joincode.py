"""The codes that let people in, the word that tells them they are in the right place, and guessing.

The code in the QR has 40 random bits; its first six characters are the one that people type.
"""

import secrets
from collections import deque
from collections.abc import Callable, Hashable
from typing import Final

ALPHABET: Final = "abcdefghijkmnpqrstuvwxyz23456789"
"""Base 32 without l, o, 0 and 1, which look like others."""

PATH_LENGTH: Final = 8
TYPED_LENGTH: Final = 6

WRONG_PER_ADDRESS: Final = 10
WRONG_IN_ALL: Final = 60
WINDOW: Final = 60.0
"""Seconds in which wrong codes are counted."""

_BIRDS: Final = (
    "ADELAAR ALBATROS BOOMKLEVER BOSUIL BUIZERD EKSTER FAZANT FLAMINGO FUUT GAAI GIERZWALUW "
    "GOUDVINK GRASMUS GRUTTO HAVIK HEGGENMUS HOUTDUIF IJSVOGEL KANARIE KAUW KIEVIT KLAPEKSTER "
    "KNEU KOEKOEK KOOLMEES KRAAI KRAANVOGEL KWARTEL KWIKSTAART LEEUWERIK LEPELAAR LIJSTER "
    "MEERKOET MEREL MUS NACHTEGAAL OEVERZWALUW OOIEVAAR PAPEGAAI PATRIJS PELIKAAN PIMPELMEES "
    "PUTTER RAAF REIGER ROODBORST SCHOLEKSTER SIJS SLECHTVALK SNIP SPECHT SPERWER SPREEUW STERN "
    "TAPUIT TORENVALK TUREUUR VELDUIL VINK WIELEWAAL WINTERKONING WULP ZANGLIJSTER ZEEAREND "
    "ZWALUW ZWAAN"
)

WORDS: Final = tuple(_BIRDS.split())
"""Birds, one of which is the word of a session."""


def new_code(length: int = PATH_LENGTH) -> str:
    """Return a fresh code of so many characters, five random bits each."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def new_word() -> str:
    """Return a bird for this session."""
    return secrets.choice(WORDS)


def tidy(typed: str) -> str:
    """Bring a typed code into the form of ours: capitals, spaces and look-alikes forgiven."""
    kept = "".join(letter for letter in typed.lower() if not letter.isspace() and letter != "-")
    return kept.translate({ord("1"): "i", ord("l"): "i"})


def same(given: str, code: str) -> bool:
    """Compare codes in a time that tells nothing about them."""
    return bool(code) and secrets.compare_digest(given.encode(), code.encode())


class Guesses:
    """Counts wrong codes, per address and of everybody, over the last minute."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._all: deque[float] = deque(maxlen=WRONG_IN_ALL)
        self._by_address: dict[Hashable, deque[float]] = {}

    def wrong(self, address: Hashable) -> None:
        """Remember a wrong code."""
        now = self._clock()
        if len(self._by_address) > 4 * WRONG_IN_ALL:
            self._forget(now)
        self._all.append(now)
        mine = self._by_address.setdefault(address, deque(maxlen=WRONG_PER_ADDRESS))
        mine.append(now)

    def must_wait(self, address: Hashable) -> float:
        """Return for how many seconds no typed code of this address is looked at; 0 when it is.

        While everybody together guesses too much, whoever was wrong before has to wait.
        """
        mine = self._by_address.get(address)
        if not mine:
            return 0.0
        now = self._clock()
        if now - mine[-1] >= WINDOW:
            del self._by_address[address]
            return 0.0
        full = mine if len(mine) == WRONG_PER_ADDRESS else None
        if full is None and self.is_storm:
            full = self._all
        return max(0.0, full[0] + WINDOW - now) if full else 0.0

    @property
    def is_storm(self) -> bool:
        """Whether everybody together has guessed wrong too often."""
        return len(self._all) == WRONG_IN_ALL and self._clock() - self._all[0] < WINDOW

    def _forget(self, now: float) -> None:
        old = [a for a, times in self._by_address.items() if now - times[-1] >= WINDOW]
        for address in old:
            del self._by_address[address]
