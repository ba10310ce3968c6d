"""Proposals: what the votes say has to happen, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from dilemmaspel.game.ids import OptionId, frozen
from dilemmaspel.game.terms import Rule, TieBreak


class Next(StrEnum):
    """What a proposal asks for."""

    DECIDED = "decided"
    RUNOFF = "runoff"
    CONSENT = "consent"
    ASK_FACILITATOR = "ask_facilitator"
    NO_QUORUM = "no_quorum"
    """Too few valid votes: the facilitator waits or counts anyway."""


class Reason(StrEnum):
    """Why a proposal says what it says."""

    MOST_VOTES = "most_votes"
    MAJORITY = "majority"
    THRESHOLD_MET = "threshold_met"
    UNANIMOUS = "unanimous"
    NO_OBJECTION = "no_objection"
    DECIDER_CHOSE = "decider_chose"
    MEAN = "mean"
    ORDER = "order"
    NOTHING_REACHED = "nothing_reached"
    """Approval: no option reached its share, and none has to be taken."""
    RUNOFF_WON = "runoff_won"
    STATUS_QUO = "status_quo"
    LOT = "lot"

    TIE = "tie"
    NO_MAJORITY = "no_majority"
    CONSENT_NEEDED = "consent_needed"
    OBJECTION = "objection"
    """Amend the outcome's text and ask again."""
    QUORUM_MISSED = "quorum_missed"

    FACILITATOR_RULE = "facilitator_rule"
    DECIDER_SILENT = "decider_silent"
    """The role that decides has no valid ballot, or there is no such role."""
    DECIDER_TIED = "decider_tied"
    NO_VALID_BALLOTS = "no_valid_ballots"
    NO_BAND = "no_band"
    """No band of the scale fits the result."""
    FALLBACK_FAILED = "fallback_failed"


class StepResult(StrEnum):
    """How a step of the tie chain went."""

    BROKEN = "broken"
    """It broke the tie, for all places or for some."""
    STILL_TIED = "still_tied"
    NO_BALLOTS = "no_ballots"
    WAITING = "waiting"
    """The run-off or the facilitator is still to come."""
    HELD_BEFORE = "held_before"
    """The one run-off went to another question."""
    NOT_AMONG_TIED = "not_among_tied"
    """The status quo is not one of the tied options."""


@dataclass(frozen=True, slots=True)
class TieStep:
    """One step of the tie chain that was taken."""

    step: TieBreak
    result: StepResult
    among: tuple[OptionId, ...]
    """The options that were tied before it."""
    chosen: tuple[OptionId, ...] = ()
    """Those it picked."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the votes say; the facilitator confirms it."""

    next: Next
    rule: Rule
    """The rule that decided, or whose turn it is."""
    reason: Reason
    chosen: tuple[OptionId, ...] = ()
    """DECIDED: the outcome, best first. Waiting after a tie: what already stands."""
    shares: Mapping[OptionId, Fraction] = field(default_factory=frozen)
    """Points only: the exact mean points per option."""
    band: OptionId | None = None
    """Agreement only: the band the scale points to (the same as `chosen`)."""
    value: Fraction | None = None
    """Agreement only: the mean or median that the bands looked at."""
    fallback_used: bool = False
    tied: tuple[OptionId, ...] = ()
    """The options that are (or, when the chain decided, were) equal, in ballot order."""
    candidates: tuple[OptionId, ...] = ()
    """Among whom the run-off or the facilitator chooses, or what consent is asked for."""
    seats: int = 1
    """How many of the candidates (at most) are still to be picked."""
    steps: tuple[TieStep, ...] = ()
    raw_winner: tuple[OptionId, ...] = ()
    """What every ballot weighing the same says, by the question's own count; () when tied."""
    weighted_winner: tuple[OptionId, ...] = ()
    """What every role weighing the same says; () when tied."""

    @property
    def differs(self) -> bool:
        """Whether another outcome wins when every role weighs the same."""
        both = bool(self.raw_winner) and bool(self.weighted_winner)
        return both and set(self.raw_winner) != set(self.weighted_winner)
