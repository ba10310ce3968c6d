"""Why something did not happen: what is going on, and what to do now. Nothing is ever lost."""

from collections.abc import Mapping
from typing import Final

from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.texts import Texts, mark

REASONS: Final[Mapping[Reason, str]] = {
    Reason.WRONG_PHASE: mark(
        "This does not belong to this part of the session. Nothing has changed; go on with what "
        "the screen offers now."
    ),
    Reason.SESSION_CLOSED: mark(
        "This session is closed. Everything is kept; start a new session to play on."
    ),
    Reason.STALE_STEP: mark(
        "The session had already gone on. Nothing was done twice; look at the screen and go on."
    ),
    Reason.VOTE_CLOSED: mark(
        "The vote is closed. Votes cast before stay counted; the facilitator can open it again."
    ),
    Reason.NOT_THIS_VOTE: mark(
        "Another vote is open now. Nothing was counted; vote on the question on the screen."
    ),
    Reason.UNKNOWN_SEAT: mark(
        "This place is not known here. Nothing was counted; take a place again."
    ),
    Reason.UNKNOWN_ROLE: mark(
        "This scenario does not have that role. Nothing has changed; choose another role."
    ),
    Reason.ROLE_DOES_NOT_VOTE: mark(
        "This role watches and does not vote. Nothing was counted; choose another role to vote."
    ),
    Reason.JOINED_TOO_LATE: mark(
        "This person came in after the vote opened. Nothing is lost; they vote next time."
    ),
    Reason.SEAT_LEFT: mark(
        "This person has left. Earlier votes stay counted; let them take a place again."
    ),
    Reason.WRONG_CHOICE: mark(
        "This answer does not fit the question. It was not counted; choose again."
    ),
    Reason.HANDS_NOT_FOR_THIS_QUESTION: mark(
        "This question cannot be counted by hands. Nothing is lost; pass the laptop on or let "
        "tables vote."
    ),
    Reason.OPTION_BLOCKED: mark(
        "There is not enough money for this option. Nothing was counted; choose another one."
    ),
    Reason.MORE_HANDS_THAN_PEOPLE: mark(
        "These are more hands than this role has people. It was not counted; count again, or add "
        "people to the role."
    ),
    Reason.VOTED_OTHERWISE: mark(
        "Someone of this role has already voted in another way. Their vote stands; so that nobody "
        "counts twice, keep to one way of voting per role."
    ),
    Reason.TABLE_AND_PEOPLE: mark(
        "This role votes as a table, or person by person, not both. Nothing was counted; choose "
        "one way."
    ),
    Reason.INPUT_OFF: mark(
        "This extra question is off in this session. It was not kept; you can go on without it."
    ),
    Reason.BAD_INPUT: mark("This answer cannot be read. It was not kept; fill it in again."),
    Reason.TEXT_TOO_LONG: mark(
        "This text is too long. It was not kept yet; make it shorter and try again."
    ),
    Reason.TEXT_EMPTY: mark("There is no text yet. Nothing was kept; write something first."),
    Reason.REASON_REQUIRED: mark(
        "This asks for a reason. Nothing has changed; write in a few words why."
    ),
    Reason.NO_QUORUM: mark(
        "Fewer than half have voted. The votes are kept; wait a little, or count anyway."
    ),
    Reason.DECISION_NEEDED: mark(
        "There is no decision yet. Nothing is lost; choose what it will be first."
    ),
    Reason.DECISION_FIXED: mark(
        "The decision follows from the votes. Nothing has changed; confirm it as it is."
    ),
    Reason.NOT_A_CANDIDATE: mark(
        "This option is not one to choose from now. Nothing has changed; choose one of those shown."
    ),
    Reason.NOTHING_TO_UNDO: mark("There is nothing to take back here. Nothing has changed."),
    Reason.CANNOT_SKIP: mark(
        "This part cannot be skipped. Nothing has changed; go on in the usual way."
    ),
    Reason.CANNOT_REOPEN: mark(
        "This vote cannot be opened again from here. The votes are kept; take steps back first."
    ),
    Reason.NOTHING_TO_ASK: mark(
        "There is no objection to work on. Nothing has changed; go on to the decision."
    ),
    Reason.UNKNOWN_DILEMMA: mark(
        "This scenario does not have that dilemma. Nothing has changed; choose another."
    ),
    Reason.PLAN_EMPTY: mark(
        "No dilemma is left to play. The plan stayed as it was; keep at least one."
    ),
    Reason.ALREADY_PLAYED: mark(
        "This dilemma has already been played. The plan stayed as it was; take a decision back "
        "first if you want to play it again."
    ),
    Reason.NO_PEOPLE: mark(
        "Nobody has a role yet. Nothing has changed; hand out at least one role first."
    ),
    Reason.UNKNOWN_QUESTION: mark(
        "This session does not ask that question. Nothing has changed; choose one from the list."
    ),
    Reason.UNKNOWN_AGREEMENT: mark(
        "This agreement is no longer in the list. Nothing has changed; look at the list again."
    ),
    Reason.ALREADY_ANSWERED: mark(
        "This person has already answered the closing questions. Nothing was counted twice."
    ),
    Reason.TOO_MANY_ANSWERS: mark(
        "These are more answers than there are people. It was not counted; count again."
    ),
    Reason.UNKNOWN_BRIEFING: mark(
        "This role has no card in this dilemma. Nothing has changed; tick another card."
    ),
    Reason.ALREADY_STARTED: mark(
        "This session has already started. Nothing is lost; go on where you are."
    ),
    Reason.NOT_PLAYABLE: mark(
        "This scenario is not ready to be played. Nothing was started; choose another one."
    ),
    Reason.NOT_STARTED: mark("This session has not started yet. Nothing is lost; start it first."),
}


def refusal(t: Texts, refused: Refused) -> str:
    """Say why the rules said no, in two short sentences."""
    return t(REASONS[refused.reason])
