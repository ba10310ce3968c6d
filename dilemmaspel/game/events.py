"""Everything that happened in a session, in the past tense; the log is a list of these."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from dilemmaspel.game.ballots import Channel, Choice, ValueCard, Vote
from dilemmaspel.game.commands import NoteKind
from dilemmaspel.game.debrief_events import (
    AgreementChanged,
    AgreementRemoved,
    DebriefPlanned,
    ExitPollCounted,
    FigureShown,
    QuestionUsed,
    SeatPolled,
)
from dilemmaspel.game.ids import DilemmaId, OptionId, RoleId, SeatId, SessionId, frozen
from dilemmaspel.game.phases import Overlay, Phase
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.setup import Setup, Voting
from dilemmaspel.game.terms import Rule


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """A session began; the log keeps the texts, the game the scenario built from them."""

    session: SessionId
    scenario: Scenario
    setup: Setup
    scenario_text: str
    roles_text: str
    app_version: str


@dataclass(frozen=True, slots=True)
class ParticipantJoined:
    """Somebody took a seat; `heads` > 1 is a table that votes as one."""

    seat: SeatId
    role: RoleId
    channel: Channel
    heads: int
    phase: Phase


@dataclass(frozen=True, slots=True)
class ParticipantLeft:
    """A seat was given up."""

    seat: SeatId
    phase: Phase


@dataclass(frozen=True, slots=True)
class RoleAssigned:
    """A seat got another role."""

    seat: SeatId
    role: RoleId


@dataclass(frozen=True, slots=True)
class BallotCast:
    """A ballot was counted; `count` 0 takes a cell of hands away."""

    dilemma: DilemmaId
    vote: Vote
    attempt: int
    role: RoleId
    choice: Choice
    channel: Channel
    seat: SeatId | None = None
    count: int = 1
    heads: int = 1
    confidence: int | None = None
    value_card: ValueCard | None = None
    comment: str = ""
    prediction: tuple[RoleId, OptionId] | None = None
    objection: str = ""


@dataclass(frozen=True, slots=True)
class PersonalVoteKept:
    """A person's own answer; lives in an erasable side table, never in the chain."""

    dilemma: DilemmaId
    seat: SeatId
    choice: Choice
    ephemeral: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class VoteClosed:
    """A vote was closed with these counts (valid ballots per option or scale point, as text)."""

    dilemma: DilemmaId
    vote: Vote
    attempt: int
    counts: Mapping[str, str]
    """Counts per option or scale point; for points the means, for rankings the Borda points."""
    valid: int
    abstained: int
    present: int
    by_hand: int
    personal: int
    """How many personal votes were kept apart."""
    count_anyway: bool = False
    """Closed below the quorum, on the facilitator's word."""


@dataclass(frozen=True, slots=True)
class PhaseEntered:
    """The session came in a phase; news_story and aftermath pass a year."""

    phase: Phase
    dilemma: DilemmaId | None
    linked: bool = False
    """Part of the same step as the event before it: one undo takes both back."""


@dataclass(frozen=True, slots=True)
class PageTurned:
    """The beamer went on to another page of the phase."""

    page: int


@dataclass(frozen=True, slots=True)
class YearPassed:
    """A year of the aftermath went by."""

    page: int


@dataclass(frozen=True, slots=True)
class DilemmaSkipped:
    """A dilemma was left; it costs no round and no year."""

    dilemma: DilemmaId


@dataclass(frozen=True, slots=True)
class PlanChanged:
    """The dilemmas still to come were chosen anew."""

    plan: tuple[DilemmaId, ...]


@dataclass(frozen=True, slots=True)
class DecisionTaken:
    """A decision was confirmed and its outcome applied."""

    dilemma: DilemmaId
    options: tuple[OptionId, ...]
    rule: Rule
    fallback_used: bool = False
    by_facilitator: bool = False
    reason: str = ""
    steps: tuple[str, ...] = ()
    shares: Mapping[OptionId, Fraction] = field(default_factory=frozen)
    """Points only: exact mean points per option."""
    text: str = ""
    """The outcome text as amended under consent, else empty."""


@dataclass(frozen=True, slots=True)
class OutcomeChosen:
    """The facilitator chose, where the rule left it open."""

    dilemma: DilemmaId
    options: tuple[OptionId, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ConsentAsked:
    """An amended outcome was put to the group."""

    dilemma: DilemmaId
    text: str
    attempt: int


@dataclass(frozen=True, slots=True)
class ConsentGivenUp:
    """An objection stood; the fallback rule decides."""

    dilemma: DilemmaId


@dataclass(frozen=True, slots=True)
class Undone:
    """The last step was taken back; `phase` is where the session is again."""

    phase: Phase
    dilemma: DilemmaId | None
    what: str
    """The step that was taken back: the name of its first event."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class VoteReopened:
    """A vote began again; ballots of the attempts before are superseded."""

    dilemma: DilemmaId
    vote: Vote
    attempt: int


@dataclass(frozen=True, slots=True)
class RolesShown:
    """Results per role were switched on or off."""

    on: bool


@dataclass(frozen=True, slots=True)
class Blanked:
    """The beamer was made dark or brought back."""

    on: bool


@dataclass(frozen=True, slots=True)
class OverlayLaid:
    """A pause or break began or ended."""

    overlay: Overlay


@dataclass(frozen=True, slots=True)
class PauseAsked:
    """Somebody played the pause card."""

    seat: SeatId | None = None


@dataclass(frozen=True, slots=True)
class TimeAsked:
    """Somebody needs more time."""

    seat: SeatId | None = None


@dataclass(frozen=True, slots=True)
class VotingChanged:
    """The way of voting changed."""

    voting: Voting


@dataclass(frozen=True, slots=True)
class InfoShared:
    """A role's knowledge was ticked, or unticked, as shared."""

    dilemma: DilemmaId
    role: RoleId
    shared: bool


@dataclass(frozen=True, slots=True)
class NoteAdded:
    """A note was kept."""

    text: str
    kind: NoteKind
    dilemma: DilemmaId | None
    phase: Phase


@dataclass(frozen=True, slots=True)
class ArgumentAdded:
    """A short argument was kept."""

    dilemma: DilemmaId
    option: OptionId
    text: str
    role: RoleId | None


@dataclass(frozen=True, slots=True)
class ConditionAdded:
    """A "yes, if ..." was kept."""

    dilemma: DilemmaId
    option: OptionId
    text: str
    role: RoleId | None


@dataclass(frozen=True, slots=True)
class AgreementAdded:
    """The group agreed to do something."""

    what: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class ExitPollAnswered:
    """Somebody answered the closing questions."""

    talking: int | None
    understanding: int | None


@dataclass(frozen=True, slots=True)
class Peeked:
    """The facilitator looked ahead."""

    dilemma: DilemmaId


@dataclass(frozen=True, slots=True)
class SessionResumed:
    """The session goes on after an interruption; the clock stands still since `last_seen` (ms)."""

    last_seen: int


@dataclass(frozen=True, slots=True)
class SessionClosed:
    """The session ended."""

    early: bool
    """True when it ended before the debrief."""


Event = (
    SessionStarted
    | ParticipantJoined
    | ParticipantLeft
    | RoleAssigned
    | BallotCast
    | PersonalVoteKept
    | VoteClosed
    | PhaseEntered
    | PageTurned
    | YearPassed
    | DilemmaSkipped
    | PlanChanged
    | DecisionTaken
    | OutcomeChosen
    | ConsentAsked
    | ConsentGivenUp
    | Undone
    | VoteReopened
    | RolesShown
    | Blanked
    | OverlayLaid
    | PauseAsked
    | TimeAsked
    | VotingChanged
    | InfoShared
    | NoteAdded
    | ArgumentAdded
    | ConditionAdded
    | AgreementAdded
    | AgreementChanged
    | AgreementRemoved
    | ExitPollAnswered
    | SeatPolled
    | ExitPollCounted
    | DebriefPlanned
    | QuestionUsed
    | FigureShown
    | Peeked
    | SessionResumed
    | SessionClosed
)


def is_ephemeral(event: Event) -> bool:
    """Tell whether an event is kept beside the chain, where it can be erased, or not at all."""
    return isinstance(event, PersonalVoteKept | SeatPolled)
