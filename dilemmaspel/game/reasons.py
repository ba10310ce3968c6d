"""Why the rules said no."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """A refusal, as a code; the words stand in `dilemmaspel.words`."""

    WRONG_PHASE = "wrong_phase"
    SESSION_CLOSED = "session_closed"
    STALE_STEP = "stale_step"
    """The button was pressed twice, or the screen was behind."""
    VOTE_CLOSED = "vote_closed"
    NOT_THIS_VOTE = "not_this_vote"
    UNKNOWN_SEAT = "unknown_seat"
    UNKNOWN_ROLE = "unknown_role"
    ROLE_DOES_NOT_VOTE = "role_does_not_vote"
    JOINED_TOO_LATE = "joined_too_late"
    SEAT_LEFT = "seat_left"
    WRONG_CHOICE = "wrong_choice"
    HANDS_NOT_FOR_THIS_QUESTION = "hands_not_for_this_question"
    OPTION_BLOCKED = "option_blocked"
    """It does not fit the budget, and the scenario blocks what does not fit."""
    MORE_HANDS_THAN_PEOPLE = "more_hands_than_people"
    VOTED_OTHERWISE = "voted_otherwise"
    """A show of hands and an own ballot would count one person twice."""
    TABLE_AND_PEOPLE = "table_and_people"
    INPUT_OFF = "input_off"
    BAD_INPUT = "bad_input"
    TEXT_TOO_LONG = "text_too_long"
    TEXT_EMPTY = "text_empty"
    REASON_REQUIRED = "reason_required"
    NO_QUORUM = "no_quorum"
    DECISION_NEEDED = "decision_needed"
    DECISION_FIXED = "decision_fixed"
    NOT_A_CANDIDATE = "not_a_candidate"
    NOTHING_TO_UNDO = "nothing_to_undo"
    CANNOT_SKIP = "cannot_skip"
    CANNOT_REOPEN = "cannot_reopen"
    NOTHING_TO_ASK = "nothing_to_ask"
    UNKNOWN_DILEMMA = "unknown_dilemma"
    PLAN_EMPTY = "plan_empty"
    ALREADY_PLAYED = "already_played"
    NO_PEOPLE = "no_people"
    UNKNOWN_BRIEFING = "unknown_briefing"
    UNKNOWN_QUESTION = "unknown_question"
    UNKNOWN_AGREEMENT = "unknown_agreement"
    ALREADY_ANSWERED = "already_answered"
    """The closing questions, by this seat."""
    TOO_MANY_ANSWERS = "too_many_answers"
    """More hands for the closing questions than there are people."""
    ALREADY_STARTED = "already_started"
    NOT_STARTED = "not_started"
    NOT_PLAYABLE = "not_playable"


@dataclass(frozen=True, slots=True)
class Refused:
    """A rule said no; `detail` names the field, option or fault it was about."""

    reason: Reason
    detail: str = ""
