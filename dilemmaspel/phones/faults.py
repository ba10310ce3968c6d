"""Why a phone is told no: a status for programs, a word, and a sentence for the person."""

from collections.abc import Mapping
from typing import Final

from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words import refusal

OWN: Final[Mapping[str, str]] = {
    "bad_request": mark("This cannot be read. Nothing was counted; go back and try again."),
    "door_locked": mark("The door is locked. Ask the facilitator to open it, then try again."),
    "full": mark("All places are taken. Ask the facilitator for a place."),
    "no_seat": mark("This phone has no place here yet. Join in first."),
    "not_found": mark("There is no such page here. Go back to the start."),
    "not_saved": mark("Not received yet: the laptop could not save it. We keep trying."),
    "not_yet": mark("Not received yet: the laptop is busy. We keep trying."),
    "not_your_key": mark("This answer belongs to another phone. It was not counted."),
    "old_page": mark("This page was too old. Nothing was counted; look, and try again."),
    "role_full": mark("This role is taken. Choose another one."),
    "too_fast": mark("Many people come in at once. Try again in a moment."),
    "too_many": mark("That is enough for this question. What you sent before was kept."),
    "too_many_tries": mark("Too many wrong codes. Wait a minute, then try again."),
    "unexpected": mark("Something went wrong here. Nothing was counted; try it once more."),
    "wrong_code": mark("This is not the code of this room. Look at the big screen once more."),
}

PERSONAL: Final[Mapping[Reason, str]] = {
    Reason.JOINED_TOO_LATE: mark(
        "This vote opened before you came in. You vote from the next one."
    ),
    Reason.ROLE_DOES_NOT_VOTE: mark("Your role watches and does not vote."),
    Reason.SEAT_LEFT: mark("Your place was given up. Join in again."),
    Reason.VOTE_CLOSED: mark("The vote is closed. What you sent before stays counted."),
    Reason.REASON_REQUIRED: mark("Please write in a few words why you object."),
    Reason.VOTED_OTHERWISE: mark("Your role was already counted by hand, so this was not counted."),
}
"""Where a phone speaks to the person, and the windows speak about them."""


class Fault(Exception):
    """A request that is not carried out."""

    def __init__(self, status: int, reason: str, refused: Refused | None = None) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.refused = refused
        self.retry_after = 0

    @classmethod
    def of(cls, refused: Refused) -> "Fault":
        """Return the fault of a rule that said no."""
        return cls(409, refused.reason.value, refused)

    def message(self, t: Texts) -> str:
        """Say it to the person."""
        if self.refused is None:
            return t(OWN[self.reason])
        own = PERSONAL.get(self.refused.reason)
        return t(own) if own else refusal(t, self.refused)
