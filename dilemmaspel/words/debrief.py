"""The debrief questions, each with its step (game model 7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dilemmaspel.game.commands import PollAsk
from dilemmaspel.texts import mark

BEGINNING: Final = mark("Out of your role")
DESCRIBING: Final = mark("Describe")
UNDERSTANDING: Final = mark("Understand")
APPLYING: Final = mark("Apply")
CLOSING: Final = mark("Round off")


POLL: Final[Mapping[PollAsk, str]] = {
    PollAsk.TALKING: mark("How was it to talk like this?"),
    PollAsk.UNDERSTANDING: mark("I understand another party better."),
}
"""The closing questions, each answered from 1 to 5."""

POLL_NOTE: Final = mark("1 is not at all, 5 is very much.")


@dataclass(frozen=True, slots=True)
class DebriefQuestion:
    """A question for the room and the step it belongs to, as English messages."""

    step: str
    text: str


QUESTIONS: Final = (
    DebriefQuestion(
        BEGINNING,
        mark(
            "Put your role card away. Say your own name. What do you take with you from the role? "
            "What do you leave here?"
        ),
    ),
    DebriefQuestion(DESCRIBING, mark("What happened? Name one moment that stayed with you.")),
    DebriefQuestion(DESCRIBING, mark("What did your role choose, and what was the decision?")),
    DebriefQuestion(DESCRIBING, mark("Who moved after the talk? What helped?")),
    DebriefQuestion(UNDERSTANDING, mark("Which information changed the talk?")),
    DebriefQuestion(UNDERSTANDING, mark("Where were we close together? Where in two camps?")),
    DebriefQuestion(
        UNDERSTANDING, mark("Which roles often chose the same? Had you expected that?")
    ),
    DebriefQuestion(
        UNDERSTANDING, mark("Would another way of deciding have given another result?")
    ),
    DebriefQuestion(UNDERSTANDING, mark("Now and later: for whom did it get better, who not?")),
    DebriefQuestion(UNDERSTANDING, mark("Who paid, and who had the benefit?")),
    DebriefQuestion(
        UNDERSTANDING,
        mark("What if … we had stayed at vote 1, or the resident alone had decided?"),
    ),
    DebriefQuestion(
        UNDERSTANDING,
        mark("In your role, did you choose other than you would yourself? What does that say?"),
    ),
    DebriefQuestion(UNDERSTANDING, mark("Which value tipped the balance?")),
    DebriefQuestion(
        APPLYING, mark("Where is this like your work or your neighbourhood? Where is it not?")
    ),
    DebriefQuestion(
        APPLYING,
        mark("Who from the real neighbourhood was not at the table? Whom will you invite?"),
    ),
    DebriefQuestion(APPLYING, mark("What is one thing that you will do differently on Monday?")),
    DebriefQuestion(
        CLOSING,
        mark("How was it to talk like this? (1–5) I understand another party better. (1–5)"),
    ),
    DebriefQuestion(
        UNDERSTANDING,
        mark("What happened with money for one year, and with money for five years?"),
    ),
    DebriefQuestion(
        UNDERSTANDING, mark("When did you see the effect? Could you have waited that long?")
    ),
    DebriefQuestion(UNDERSTANDING, mark("Who fell outside the group, and when did we notice?")),
)
"""Numbers 0 to 16 for every session; 17, 18 and 19 belong to the three themes in their order."""


def question(number: int) -> DebriefQuestion:
    """Return a question by its number; an unknown number raises IndexError."""
    if number < 0:
        raise IndexError(number)
    return QUESTIONS[number]


SHORT: Final = (
    mark("Out of your role"),
    mark("What happened?"),
    mark("Who chose what?"),
    mark("Who moved?"),
    mark("What was shared?"),
    mark("Close or in two camps?"),
    mark("Who chose alike?"),
    mark("Another rule?"),
    mark("Now and later"),
    mark("Who paid?"),
    mark("What if …?"),
    mark("Role and person"),
    mark("Which value?"),
    mark("Like real life?"),
    mark("Who was not there?"),
    mark("Agreements"),
    mark("Closing questions"),
    mark("One year or five?"),
    mark("When was the effect?"),
    mark("Who fell outside?"),
)
"""The questions in a few words, by number, for a list."""
