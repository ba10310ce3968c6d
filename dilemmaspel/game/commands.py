"""Everything somebody can ask of a session, in the imperative."""

from dataclasses import dataclass
from enum import StrEnum

from dilemmaspel.game.ballots import Channel, ValueCard, Vote
from dilemmaspel.game.ids import DilemmaId, OptionId, RoleId, SeatId, SessionId
from dilemmaspel.game.phases import Overlay
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.setup import Setup, Voting


class NoteKind(StrEnum):
    """What a note is about."""

    QUICK = "quick"
    PARALLEL = "parallel"
    OBSERVER = "observer"
    REASON = "reason"


class PollAsk(StrEnum):
    """The two closing questions."""

    TALKING = "talking"
    """How was it to talk like this?"""
    UNDERSTANDING = "understanding"
    """I understand another party better."""


@dataclass(frozen=True, slots=True)
class StartSession:
    """Begin a session; the texts are kept in the log with their hashes."""

    scenario: Scenario
    setup: Setup
    scenario_text: str
    roles_text: str
    session: SessionId
    """A fresh id, made by whoever starts the session."""
    app_version: str = ""


@dataclass(frozen=True, slots=True)
class Join:
    """Take a seat; without a role the smallest one is given."""

    role: RoleId | None = None
    channel: Channel = Channel.PASSED
    heads: int = 1


@dataclass(frozen=True, slots=True)
class Leave:
    """Give up a seat; earlier votes stay."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class AssignRole:
    """Give a seat another role."""

    seat: SeatId
    role: RoleId


@dataclass(frozen=True, slots=True)
class CastBallot:
    """Vote; a newer ballot of the same seat, or cell of hands, replaces the older one."""

    dilemma: DilemmaId
    vote: Vote
    choice: object
    """Shapes: `ballots.Choice`, or the JSON form of the phone protocol."""
    channel: Channel = Channel.PASSED
    seat: SeatId | None = None
    """None for a show of hands."""
    role: RoleId | None = None
    """Only for a show of hands."""
    count: int = 1
    """Hands of this role for this choice; 0 takes the cell away."""
    confidence: int | None = None
    value_card: ValueCard | None = None
    comment: str = ""
    personal: object = None
    """The person's own answer, apart from the role; `ballots.Choice` or None."""
    prediction: tuple[RoleId, OptionId] | None = None
    objection: str = ""


@dataclass(frozen=True, slots=True)
class Advance:
    """Go to what comes next; `step` is the step counter the caller saw."""

    step: int
    count_anyway: bool = False
    """Close a deciding vote below its quorum."""


@dataclass(frozen=True, slots=True)
class SkipPhase:
    """Leave a phase that may be skipped."""

    step: int


@dataclass(frozen=True, slots=True)
class SkipDilemma:
    """Leave the running dilemma; it costs no round and no year."""

    step: int


@dataclass(frozen=True, slots=True)
class EndEarly:
    """Go to the years after, leaving the dilemmas that remain."""

    step: int


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """Choose which dilemmas are still to come, in order."""

    plan: tuple[DilemmaId, ...]


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last step back; a confirmed decision asks for a reason."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reopen:
    """Vote again; the old ballots stay in the log as superseded."""

    vote: Vote


@dataclass(frozen=True, slots=True)
class ChooseOutcome:
    """Decide as facilitator, where the rule leaves it to you; a reason is required."""

    options: tuple[OptionId, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class AskConsentAgain:
    """Put an amended outcome text to the group (at most twice)."""

    text: str


@dataclass(frozen=True, slots=True)
class ShowRoles:
    """Switch results per role on the beamer on or off."""

    on: bool


@dataclass(frozen=True, slots=True)
class Blank:
    """Make the beamer dark, or bring it back."""

    on: bool


@dataclass(frozen=True, slots=True)
class Lay:
    """Lay a pause or a break over the phase, or take it away."""

    overlay: Overlay


@dataclass(frozen=True, slots=True)
class AskPause:
    """Play the pause card; anybody may."""

    seat: SeatId | None = None


@dataclass(frozen=True, slots=True)
class AskTime:
    """Say "I need more time"."""

    seat: SeatId | None = None


@dataclass(frozen=True, slots=True)
class ChangeVoting:
    """Vote in another way from now on, also in a running vote."""

    voting: Voting


@dataclass(frozen=True, slots=True)
class ShareInfo:
    """Tick, or untick, that a role's knowledge came on the table."""

    role: RoleId
    shared: bool = True


@dataclass(frozen=True, slots=True)
class AddNote:
    """Keep a facilitator's or observer's note; no names."""

    text: str
    kind: NoteKind = NoteKind.QUICK


@dataclass(frozen=True, slots=True)
class AddArgument:
    """Keep a short argument for an option."""

    option: OptionId
    text: str
    role: RoleId | None = None


@dataclass(frozen=True, slots=True)
class AddCondition:
    """Keep a "yes, if ..." with an option."""

    option: OptionId
    text: str
    role: RoleId | None = None


@dataclass(frozen=True, slots=True)
class AddAgreement:
    """Keep what the group will do."""

    what: str
    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class ChangeAgreement:
    """Put an agreement in other words; `number` is the one it has in the view."""

    number: int
    what: str
    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class RemoveAgreement:
    """Take an agreement out of the list."""

    number: int


@dataclass(frozen=True, slots=True)
class AnswerExitPoll:
    """Answer the two closing questions, 1 to 5 each; anonymous."""

    talking: int | None
    understanding: int | None
    seat: SeatId | None = None
    """Who answers, so that a seat does so once; never kept with the answer."""


@dataclass(frozen=True, slots=True)
class CountExitPoll:
    """Count the hands raised for one answer; a newer count replaces the older one."""

    asks: PollAsk
    point: int
    count: int


@dataclass(frozen=True, slots=True)
class PlanDebrief:
    """Choose which debrief questions are asked, in order; the one on the screen stays."""

    questions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """Go to a debrief question, planned or not; `step` is the step counter the caller saw."""

    question: int
    step: int
    used: bool = True
    """Whether the question that is left was used; False passes it over."""


@dataclass(frozen=True, slots=True)
class MarkQuestion:
    """Say whether a debrief question was used."""

    question: int
    used: bool


@dataclass(frozen=True, slots=True)
class ShowFigure:
    """Choose which figure goes with a debrief question, by its name; empty is the usual one."""

    question: int
    figure: str


@dataclass(frozen=True, slots=True)
class Peek:
    """Look at what an option will do later; logged."""

    dilemma: DilemmaId


@dataclass(frozen=True, slots=True)
class ResumeSession:
    """Go on after an interruption; `last_seen` is when the program last lived (ms)."""

    last_seen: int


@dataclass(frozen=True, slots=True)
class CloseSession:
    """End the session; nothing follows in its log."""


Command = (
    StartSession
    | Join
    | Leave
    | AssignRole
    | CastBallot
    | Advance
    | SkipPhase
    | SkipDilemma
    | EndEarly
    | ChangePlan
    | Undo
    | Reopen
    | ChooseOutcome
    | AskConsentAgain
    | ShowRoles
    | Blank
    | Lay
    | AskPause
    | AskTime
    | ChangeVoting
    | ShareInfo
    | AddNote
    | AddArgument
    | AddCondition
    | AddAgreement
    | ChangeAgreement
    | RemoveAgreement
    | AnswerExitPoll
    | CountExitPoll
    | PlanDebrief
    | AskQuestion
    | MarkQuestion
    | ShowFigure
    | Peek
    | ResumeSession
    | CloseSession
)
