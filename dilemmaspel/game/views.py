"""What each may see: the beamer, the presenter, and one seat. Values only; built in `seeing`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from dilemmaspel.game.ballots import Choice, Vote
from dilemmaspel.game.decision import Proposal
from dilemmaspel.game.ids import (
    DilemmaId,
    EndingId,
    IndicatorId,
    OptionId,
    PocketId,
    RoleId,
    SeatId,
    frozen,
)
from dilemmaspel.game.phases import Overlay, Page, Phase
from dilemmaspel.game.scenario import (
    Briefing,
    Cost,
    FacilitatorNotes,
    Indicator,
    Picture,
    Role,
)
from dilemmaspel.game.seen_debrief import DebriefView
from dilemmaspel.game.setup import Inputs, Kind, Profile, Voting
from dilemmaspel.game.state import Agreement, Clock, Note, Remark
from dilemmaspel.game.tally import Tally
from dilemmaspel.game.terms import DeficitPolicy, QuestionType, Rule
from dilemmaspel.game.world import YearRoom


@dataclass(frozen=True, slots=True)
class OptionView:
    """An option with the letter and shape it has everywhere; index 0 is letter A."""

    id: OptionId
    index: int
    label: str
    description: str = ""
    pros: tuple[str, ...] = ()
    cons: tuple[str, ...] = ()
    cost: Cost | None = None
    room: tuple[YearRoom, ...] = ()
    """The next four years if this option is chosen; empty when money plays no part."""
    blocked: bool = False
    """Does not fit, and the scenario blocks what does not fit."""
    of_all_points: bool = False
    """Cost and room hold if this option gets all the points; it may get fewer."""

    @property
    def letter(self) -> str:
        """A for the first option of the dilemma."""
        return "ABCDEFGHIJ"[self.index]


@dataclass(frozen=True, slots=True)
class DilemmaView:
    """The running dilemma, without anything that is secret."""

    id: DilemmaId
    number: int
    total: int
    title: str
    question: str
    type: QuestionType
    tension: tuple[str, str]
    frames: tuple[str, ...]
    """The story in frames of at most 40 words."""
    picture: Picture | None
    options: tuple[OptionView, ...]
    """What is on the ballot; empty for an agreement."""
    labels: tuple[str, ...]
    """Scale labels of an agreement, point 1 first."""
    points_total: int = 0
    points_step: int = 0
    min_ranked: int = 0
    rule: Rule = Rule.PLURALITY
    threshold: Fraction | None = None
    decider: RoleId | None = None
    fallback: Rule | None = None
    """What decides when the rule fails; None for a rule that cannot."""
    max_selected: int = 0
    """Approval: how many options can take effect; ranking: how many of the top."""


@dataclass(frozen=True, slots=True)
class ClockView(Clock):
    """The time of this phase in milliseconds; `since` None means it stands still."""


@dataclass(frozen=True, slots=True)
class VoteView:
    """A vote that is open: a count, and nothing that depends on a choice."""

    vote: Vote
    attempt: int
    cast: int
    present: int
    voting: Voting
    time_asked: int = 0
    among: tuple[OptionId, ...] = ()
    """Run-off: the options it is between; empty otherwise."""
    candidates: tuple[OptionId, ...] = ()
    """Consent check: what the group is asked to live with (options or a band)."""
    amended: str = ""  # consent check: the outcome text as amended


@dataclass(frozen=True, slots=True)
class ResultView:
    """A closed and revealed vote."""

    vote: Vote
    tally: Tally
    per_role: bool
    """Whether counts per role may be shown."""
    label: int | None = None
    """Rule number of `measures.scale_label` or `choice_label`; None under 5 ballots."""


@dataclass(frozen=True, slots=True)
class ShiftView:
    """Who moved between the votes: rows are vote 1, columns vote 2, in `choices` order."""

    choices: tuple[str, ...]
    """Option ids, or scale points as text; "" is an abstention."""
    table: tuple[tuple[int, ...], ...]
    n: int
    moved: int
    silent: Fraction
    """Share of people whose moves cancel out (stille wissel), 0 to 1."""
    excluded: int
    """People with one vote only."""
    by_hand: bool
    """Hands were counted: only the net movement is known; `table` is empty."""
    net_only: tuple[tuple[str, int, int], ...] = ()  # (choice, vote 1, vote 2), net movement only
    per_role: Mapping[RoleId, tuple[tuple[int, ...], ...]] = field(default_factory=frozen)
    """The same table per role, when that may be shown."""


@dataclass(frozen=True, slots=True)
class EffectView:
    """What a decision does now to one indicator."""

    indicator: IndicatorId
    delta: int
    before: int
    after: int
    better: bool | None
    """None when nothing moved."""


@dataclass(frozen=True, slots=True)
class ConsentView:
    """What the group was asked to live with, and how many objected; never who."""

    candidates: tuple[OptionId, ...]
    amended: str
    objections: int
    valid: int


@dataclass(frozen=True, slots=True)
class DecisionView:
    """The decision: proposed, or confirmed with its effects."""

    options: tuple[OptionView, ...]
    """What was chosen (winners in order); a band is an option; all options for points."""
    proposal: Proposal | None
    confirmed: bool
    rule: Rule
    fallback_used: bool
    by_facilitator: bool
    reason: str
    outcome: str
    """What happens, in the words of the scenario or as amended."""
    shares: Mapping[OptionId, int] = field(default_factory=frozen)
    """Points, rounded to a sum of the total."""
    effects: tuple[EffectView, ...] = ()
    room: tuple[YearRoom, ...] = ()
    reserve: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator over the years: us, and nothing done."""

    indicator: Indicator
    years: tuple[int, ...]
    ours: tuple[int, ...]
    null: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LensView:
    """The outcome through one role's glasses, as exact scores; None has no lens."""

    role: RoleId
    now: Fraction | None
    later: Fraction | None
    against_null: Fraction | None


@dataclass(frozen=True, slots=True)
class PocketView:
    """Who paid and who had the benefit, in thousands of euros."""

    pocket: PocketId
    name: str
    """The scenario's own name, or empty when the catalogue knows the pocket."""
    paid: int
    benefit: int


@dataclass(frozen=True, slots=True)
class RoleCount:
    """A role and how many people (seats, heads) play it."""

    role: Role
    seats: int
    heads: int


@dataclass(frozen=True, slots=True)
class PublicView:
    """The beamer's view. Before a reveal it holds a count, never a choice."""

    scenario: str
    place: str
    kind: Kind
    profile: Profile
    phase: Phase
    page: Page
    page_number: int
    page_count: int
    overlay: Overlay
    blank: bool
    clock: ClockView
    roles: tuple[RoleCount, ...]
    indicators: tuple[Indicator, ...]
    """Those that are shown, in order."""
    show_numbers: bool
    year: int
    people: int
    dilemma: DilemmaView | None = None
    frame: str = ""
    """The story frame of this page."""
    vote: VoteView | None = None
    result: ResultView | None = None
    shift: ShiftView | None = None
    decision: DecisionView | None = None
    consent: ConsentView | None = None
    """A check that ended with objections, until the group is asked again or gives up."""
    news: tuple[str, ...] = ()
    """The news lines of this page."""
    lines: tuple[Line, ...] = ()
    lenses: tuple[LensView, ...] = ()
    pockets: tuple[PocketView, ...] = ()
    ending: tuple[EndingId, str] | None = None
    question: int | None = None
    """Debrief: the number of the question (0 to 16, 17 is the theme's)."""
    figure: str = ""
    """Debrief: which of the question's figures was chosen; empty is the usual one."""
    agreements: tuple[Agreement, ...] = ()
    """Debrief: what the group agreed so far, while it is asked for."""
    key_words: tuple[str, ...] = ()
    """Debrief: what was said on this question, in a few words."""
    questions: tuple[str, ...] = ()
    """Talk: discussion questions."""
    smallest: tuple[OptionView, ...] = ()
    """Talk: the side with the smallest share, heard first; empty without a revealed vote."""
    cover: Picture | None = None
    theme: str = ""
    local_contact: str = ""


@dataclass(frozen=True, slots=True)
class RoleVoted:
    """How many of a role have voted; never what."""

    role: Role
    seats: tuple[tuple[SeatId, bool], ...]
    hands: int


@dataclass(frozen=True, slots=True)
class CardView:
    """A role's card in this dilemma, with its tick."""

    role: Role
    briefing: Briefing
    present: bool
    """Somebody plays this role; else it can be read aloud as an absent voice."""
    shared: bool


@dataclass(frozen=True, slots=True)
class StopView:
    """A place on the road: a phase, or a dilemma with its phases."""

    phase: Phase | None
    dilemma: DilemmaId | None
    title: str
    done: bool
    here: bool
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class NextView:
    """What the large button will do."""

    phase: Phase
    page: Page | None
    closes: Vote | None
    confirms: bool = False
    below_quorum: bool = False
    few_voted: bool = False  # too few for a quorum, in a vote that does not decide
    needs_choice: bool = False
    """The facilitator has to choose first."""
    resumes: bool = False
    """A pause or break ends; the phase goes on where it was."""


@dataclass(frozen=True, slots=True)
class PresenterView:
    """The facilitator's view."""

    public: PublicView
    step: int
    setup_voting: Voting
    road: tuple[StopView, ...]
    next: NextView | None
    undo: str
    """Name of the step that can be taken back; empty when none can."""
    undo_needs_reason: bool
    can_skip: bool
    can_skip_dilemma: bool
    can_end_early: bool
    reopenable: tuple[Vote, ...]
    notes_for_me: FacilitatorNotes
    debrief: tuple[str, ...]
    debriefing: DebriefView | None = None
    """The questions of the debrief, while it runs."""
    cards: tuple[CardView, ...] = ()
    voted: tuple[RoleVoted, ...] = ()
    seats: tuple[tuple[SeatId, RoleId, bool], ...] = ()
    """Seat, role, active."""
    plan: tuple[DilemmaId, ...] = ()
    titles: Mapping[DilemmaId, str] = field(default_factory=frozen)
    candidates: tuple[OptionView, ...] = ()
    """What the facilitator can choose from, when a choice is needed."""
    objections: tuple[str, ...] = ()
    consent_attempt: int = 0
    inputs: Inputs = field(default_factory=Inputs)
    policy: DeficitPolicy = DeficitPolicy.WARN
    notes: tuple[Note, ...] = ()
    arguments: tuple[Remark, ...] = ()
    conditions: tuple[Remark, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    exit_poll: tuple[tuple[int | None, int | None], ...] = ()
    pause_asked: bool = False
    interrupted: bool = False
    show_roles: bool = True
    practice: bool = False
    sensitivity: tuple[str, ...] = ()
    organisation: str = ""
    closed: bool = False
    heads: Mapping[SeatId, int] = field(default_factory=frozen)
    """The people behind a seat; more than one only at a table."""


@dataclass(frozen=True, slots=True)
class SeatView:
    """What one seat may see: its own card and secret, and its own ballot's receipt."""

    seat: SeatId
    role: Role
    briefing: Briefing
    public: PublicView
    ballot: tuple[OptionView, ...]
    may_vote: bool
    has_voted: bool
    own_choice: Choice
    """The seat's own live choice; shown only when the person asks for it."""
    inputs: Inputs
    """The extra questions of this ballot; the personal one only where the vote decides."""
    consent_text: str = ""
