"""The state of a session: what the log folds to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dilemmaspel.game.ballots import Ballot, Channel, Vote
from dilemmaspel.game.commands import NoteKind, PollAsk
from dilemmaspel.game.decision import Proposal
from dilemmaspel.game.ids import DilemmaId, OptionId, RoleId, SeatId, SessionId, frozen
from dilemmaspel.game.phases import Overlay, Phase
from dilemmaspel.game.scenario import Dilemma, Scenario
from dilemmaspel.game.setup import Setup, Voting
from dilemmaspel.game.tally import Tally
from dilemmaspel.game.terms import Rule
from dilemmaspel.game.world import Chosen, World

BoxId = tuple[DilemmaId, Vote, int]
"""A ballot box: dilemma, vote, attempt (1 is the first)."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A person (or a table) without a name."""

    id: SeatId
    role: RoleId
    channel: Channel
    heads: int = 1
    active: bool = True
    joined: Phase = Phase.LOBBY
    left: Phase | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """The ballots of one attempt of one vote."""

    dilemma: DilemmaId
    vote: Vote
    attempt: int
    options: tuple[OptionId, ...]
    """What can be chosen: visible options, tied ones in a run-off; scale: empty."""
    electorate: frozenset[SeatId]
    """Seats that were there when it opened."""
    ballots: Mapping[SeatId, Ballot] = field(default_factory=frozen)
    hands: Mapping[str, Ballot] = field(default_factory=frozen)
    """Cells of a show of hands, by role and choice."""
    personal: frozenset[SeatId] = frozenset()
    """Who gave a personal vote; what it was is kept elsewhere."""

    def live(self) -> tuple[Ballot, ...]:
        """Every ballot that counts."""
        return (*self.ballots.values(), *self.hands.values())


@dataclass(frozen=True, slots=True)
class Taken:
    """A confirmed decision."""

    chosen: Chosen
    rule: Rule
    fallback_used: bool
    by_facilitator: bool
    reason: str
    steps: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Flow:
    """Where the session is; everything that an undo brings back."""

    world: World
    base: World
    """The world before the running round began: a skipped dilemma returns to it."""
    phase: Phase = Phase.LOBBY
    page: int = 0
    dilemma: DilemmaId | None = None
    number: int = 0
    """The running dilemma is the n-th that is played."""
    played: tuple[DilemmaId, ...] = ()
    """Dilemmas with a confirmed decision."""
    left: frozenset[DilemmaId] = frozenset()
    """Dilemmas that were skipped."""
    plan: tuple[DilemmaId, ...] = ()
    attempts: Mapping[tuple[DilemmaId, Vote], int] = field(default_factory=frozen)
    """The live attempt of every vote."""
    floor: Mapping[tuple[DilemmaId, Vote], int] = field(default_factory=frozen)
    """Attempts up to this one are superseded by a reopening."""
    open_vote: Vote | None = None
    results: Mapping[tuple[DilemmaId, Vote], Tally] = field(default_factory=frozen)
    revealed: frozenset[tuple[DilemmaId, Vote]] = frozenset()
    proposal: Proposal | None = None
    outcome: tuple[tuple[OptionId, ...], str] | None = None
    """The facilitator's choice and reason, before it is confirmed."""
    amended: str = ""
    """The outcome text as amended under consent."""
    amendments: int = 0
    """How often the outcome was amended and asked again."""
    count_anyway: bool = False
    given_up: bool = False
    """Consent was not found; the fallback decides."""
    decisions: Mapping[DilemmaId, Taken] = field(default_factory=frozen)
    agenda: tuple[int, ...] = ()
    """The planned questions of the debrief; empty in logs from before there was a plan."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of the running phase in milliseconds; it never closes anything."""

    planned: int = 0
    spent: int = 0
    """Spent before `since`."""
    since: int | None = None
    """Running since this moment, or None while it stands still."""

    def elapsed(self, now: int) -> int:
        """Milliseconds spent in this phase at moment `now`."""
        return self.spent + (max(0, now - self.since) if self.since is not None else 0)


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the facilitator or an observer."""

    text: str
    kind: NoteKind
    dilemma: DilemmaId | None
    phase: Phase
    question: int | None = None
    """The debrief question that was on the screen."""


@dataclass(frozen=True, slots=True)
class Remark:
    """An argument or a condition with an option."""

    dilemma: DilemmaId
    option: OptionId
    text: str
    role: RoleId | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the group will do, who, when."""

    what: str
    who: str
    when: str
    number: int = 0
    """Which one it is, from 1 in the order of keeping; it stays when others are removed."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A step that can be taken back."""

    what: str
    flow: Flow
    """The flow before the step."""
    decision: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A session at one moment."""

    session: SessionId
    scenario: Scenario
    setup: Setup
    flow: Flow
    started_at: int
    voting: Voting
    step: int = 0
    """Counts steps and undos; a command that saw an older one is stale."""
    seats: Mapping[SeatId, Seat] = field(default_factory=frozen)
    boxes: Mapping[BoxId, Box] = field(default_factory=frozen)
    undo: tuple[Checkpoint, ...] = ()
    clock: Clock = field(default_factory=Clock)
    overlay: Overlay = Overlay.NONE
    blank: bool = False
    show_roles: bool = True
    pause_asked: bool = False
    time_asked: int = 0
    shared: frozenset[tuple[DilemmaId, RoleId]] = frozenset()
    notes: tuple[Note, ...] = ()
    arguments: tuple[Remark, ...] = ()
    conditions: tuple[Remark, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    agreed: int = 0
    """How many agreements were ever kept."""
    exit_poll: tuple[tuple[int | None, int | None], ...] = ()
    polled: frozenset[SeatId] = frozenset()
    """Who answered the closing questions; what, belongs to nobody."""
    poll_hands: Mapping[tuple[PollAsk, int], int] = field(default_factory=frozen)
    """Hands counted per closing question and answer (1 to 5)."""
    used: Mapping[int, bool] = field(default_factory=frozen)
    """Debrief questions that were used, or said not to be."""
    figures: Mapping[int, str] = field(default_factory=frozen)
    """The figure that was chosen for a debrief question."""
    interrupted: bool = False
    """True from a resume until the facilitator goes on."""

    @property
    def dilemma(self) -> Dilemma | None:
        """The running dilemma."""
        return self.scenario.dilemma(self.flow.dilemma) if self.flow.dilemma else None

    @property
    def open_box(self) -> Box | None:
        """The ballot box of the vote that is open."""
        dilemma, vote = self.flow.dilemma, self.flow.open_vote
        return self.box(dilemma, vote) if dilemma and vote else None

    def box(self, dilemma: DilemmaId, vote: Vote) -> Box | None:
        """The live ballot box of a vote."""
        attempt = self.flow.attempts.get((dilemma, vote))
        return self.boxes.get((dilemma, vote, attempt)) if attempt else None
