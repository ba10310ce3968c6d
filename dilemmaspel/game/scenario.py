"""A scenario as the game sees it: frozen values, checked before they get here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from dilemmaspel.game.conditions import Always, Condition, Op
from dilemmaspel.game.ids import (
    DilemmaId,
    EndingId,
    FlagId,
    IndicatorId,
    OptionId,
    PocketId,
    RoleId,
    frozen,
)
from dilemmaspel.game.terms import (
    DeficitPolicy,
    QuestionType,
    RankingEffects,
    RankingMethod,
    RoleGroup,
    Rule,
    Statistic,
    Status,
    Theme,
    TieBreak,
)

STRUCTURAL = None
"""Years of a cost without an end."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One of the seven measures of the neighbourhood."""

    id: IndicatorId
    start: int
    low: int
    high: int
    direction: int
    """+1 when higher is better, -1 when lower is better."""


def _indicator(name: str, start: int, low: int, high: int, direction: int) -> Indicator:
    return Indicator(IndicatorId(name), start, low, high, direction)


DEFAULT_INDICATORS: tuple[Indicator, ...] = (
    _indicator("kwaliteit_van_leven", 55, 0, 100, 1),
    _indicator("verbondenheid", 50, 0, 100, 1),
    _indicator("druk_op_zorg", 60, 0, 100, -1),
    _indicator("werkdruk", 60, 0, 100, -1),
    _indicator("draagvlak", 50, 0, 100, 1),
    _indicator("zichtbaarheid", 35, 0, 100, 1),
    _indicator("maatschappelijke_kosten", 100, 50, 150, -1),
)
"""The default set (game model 3.2), in the order of every screen and export."""

Effects = Mapping[IndicatorId, int]


@dataclass(frozen=True, slots=True)
class Cost:
    """Money in thousands of euros: once from the reserve, yearly from the annual room."""

    once: int = 0
    yearly: int = 0
    years: int | None = 1
    """Number of years; `STRUCTURAL` (None) lasts to the end of the session."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A change of the room itself, in thousands of euros."""

    annual: int = 0
    years: int | None = STRUCTURAL
    reserve: int = 0


@dataclass(frozen=True, slots=True)
class Delayed:
    """An effect that comes `after` rounds later, or its else-branch."""

    after: int
    condition: Condition = field(default_factory=Always)
    effects: Effects = field(default_factory=frozen)
    budget: Grant | None = None
    benefits: Mapping[PocketId, int] = field(default_factory=frozen)
    news: str = ""
    else_effects: Effects = field(default_factory=frozen)
    else_news: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows from a choice: shared by options, bands and points outcomes."""

    text: str = ""
    effects: Effects = field(default_factory=frozen)
    cost: Cost | None = None
    budget: Grant | None = None
    set_flags: tuple[FlagId, ...] = ()
    clear_flags: tuple[FlagId, ...] = ()
    benefits: Mapping[PocketId, int] = field(default_factory=frozen)
    delayed: tuple[Delayed, ...] = ()
    next: DilemmaId | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One way to go; a band of an agreement is an option too."""

    id: OptionId
    label: str
    description: str = ""
    pros: tuple[str, ...] = ()
    cons: tuple[str, ...] = ()
    when: Condition = field(default_factory=Always)
    pays: bool = False
    payer: PocketId | None = None
    outcome: Outcome = field(default_factory=Outcome)


@dataclass(frozen=True, slots=True)
class Band:
    """A range of an agreement's statistic and what follows; `op` None always fits."""

    option: Option
    op: Op | None
    value: Fraction


@dataclass(frozen=True, slots=True)
class AgreementSpec:
    """A statement with `points` scale points (1 is the first label)."""

    points: int
    labels: tuple[str, ...]
    statistic: Statistic
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class SharedOutcome:
    """An outcome of a points dilemma: the first whose condition holds is taken."""

    condition: Condition
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class PointsSpec:
    """Points to divide: `total` in steps of `step`; effects are proportional."""

    total: int = 100
    step: int = 5
    cost_total: Cost | None = None
    outcomes: tuple[SharedOutcome, ...] = ()


@dataclass(frozen=True, slots=True)
class RankingSpec:
    """How orders become effects; `min_ranked` None asks for a full order."""

    method: RankingMethod = RankingMethod.BORDA
    effects_mode: RankingEffects = RankingEffects.WINNER
    k: int = 1
    min_ranked: int | None = None


@dataclass(frozen=True, slots=True)
class ApprovalSpec:
    """Which ticked options take effect."""

    min_share: Fraction = Fraction(3, 4)
    max_selected: int = 1
    at_least_one: bool = True


@dataclass(frozen=True, slots=True)
class Decision:
    """How votes become a decision."""

    rule: Rule = Rule.PLURALITY
    threshold: Fraction | None = None
    fallback: Rule = Rule.ROLE_WEIGHTED
    decider: RoleId | None = None
    weights: Mapping[RoleId, Fraction] = field(default_factory=frozen)
    quorum: Fraction = Fraction(1, 2)
    tie_break: tuple[TieBreak, ...] = (TieBreak.RUNOFF, TieBreak.FACILITATOR)
    abstain_blocks: bool = True
    """Whether an abstention blocks unanimity."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a role wants here, and the one fact only this role has."""

    wants: str = ""
    knows: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster picture of the pack: path relative to the scenario's folder."""

    file: str
    alt: str
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happens to the neighbourhood when a dilemma opens."""

    text: str
    effects: Effects = field(default_factory=frozen)
    budget: Grant | None = None


@dataclass(frozen=True, slots=True)
class FacilitatorNotes:
    """For the presenter's eyes only."""

    goal: str = ""
    notes: str = ""
    watch_out: str = ""


@dataclass(frozen=True, slots=True)
class Dilemma:
    """One round: a story, a question, options and what follows."""

    id: DilemmaId
    title: str
    question: str
    type: QuestionType
    options: tuple[Option, ...]
    """The options on the ballot; for an agreement its bands (never on a ballot)."""
    story: str = ""
    pictures: tuple[Picture, ...] = ()
    tension: tuple[str, str] = ("", "")
    when: Condition = field(default_factory=Always)
    event: Happening | None = None
    two_votes: bool = True
    """False when `votes` is `[vote1]`: the first vote decides."""
    decision: Decision = field(default_factory=Decision)
    status_quo: OptionId | None = None
    agreement: AgreementSpec | None = None
    points: PointsSpec | None = None
    ranking: RankingSpec | None = None
    approval: ApprovalSpec | None = None
    briefings: Mapping[RoleId, Briefing] = field(default_factory=frozen)
    facilitator: FacilitatorNotes = field(default_factory=FacilitatorNotes)
    discussion: tuple[str, ...] = ()
    debrief: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def option(self, option_id: str) -> Option | None:
        """Find an option or band by its id."""
        return next((o for o in self.options if o.id == option_id), None)


@dataclass(frozen=True, slots=True)
class Role:
    """A stakeholder: card, colour and lens."""

    id: RoleId
    name: str
    short: str
    group: RoleGroup = RoleGroup.CORE
    voting: bool = True
    color: str = "slate"
    interest: str = ""
    means: tuple[str, ...] = ()
    worries: tuple[str, ...] = ()
    key_question: str = ""
    red_line: str = ""
    lens: Mapping[IndicatorId, int] = field(default_factory=frozen)


@dataclass(frozen=True, slots=True)
class Budget:
    """The municipality's room in thousands of euros."""

    annual: int = 0
    reserve: int = 0
    carry_over: Fraction = Fraction(0)
    deficit_policy: DeficitPolicy = DeficitPolicy.WARN
    on_deficit: Effects = field(default_factory=frozen)


@dataclass(frozen=True, slots=True)
class Aftermath:
    """Years without decisions, after the last dilemma."""

    rounds: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """A closing text; the first whose condition holds is shown."""

    id: EndingId
    when: Condition
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts come from."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole scenario with the roles that can play it."""

    id: str
    version: int
    language: str
    title: str
    theme: Theme | None
    status: Status
    dilemmas: tuple[Dilemma, ...]
    """In the order of `sequence`."""
    roles: tuple[Role, ...]
    endings: tuple[Ending, ...] = ()
    also: tuple[Theme, ...] = ()
    summary: str = ""
    place: str = ""
    round_unit: str = "jaar"
    learning_goals: tuple[str, ...] = ()
    sensitivity: tuple[str, ...] = ()
    required_roles: tuple[RoleId, ...] = ()
    recommended_roles: tuple[RoleId, ...] = ()
    indicators: tuple[Indicator, ...] = DEFAULT_INDICATORS
    hidden_indicators: frozenset[IndicatorId] = frozenset()
    show_numbers: bool = True
    drift: Effects = field(default_factory=frozen)
    budget: Budget = field(default_factory=Budget)
    timing: Mapping[str, int] = field(default_factory=frozen)
    """Minutes per phase id that differ from the profile."""
    profiles: Mapping[str, tuple[DilemmaId, ...]] = field(default_factory=frozen)
    """Dilemmas per profile; a profile that is missing takes the first n of the path."""
    aftermath: Aftermath = field(default_factory=Aftermath)
    facts: tuple[tuple[str, str], ...] = ()
    sources: tuple[Source, ...] = ()
    pockets: Mapping[PocketId, str] = field(default_factory=frozen)
    """Display names of pockets that the catalogue does not know."""
    cover: Picture | None = None
    guide: str = ""
    licence: str = ""

    @property
    def is_trial(self) -> bool:
        """Whether it only teaches how to vote: no years after it, nothing to look back on."""
        return self.status is Status.TRIAL

    def dilemma(self, dilemma_id: str) -> Dilemma | None:
        """Find a dilemma by its id."""
        return next((d for d in self.dilemmas if d.id == dilemma_id), None)

    def role(self, role_id: str) -> Role | None:
        """Find a role by its id."""
        return next((r for r in self.roles if r.id == role_id), None)

    def indicator(self, indicator_id: str) -> Indicator | None:
        """Find an indicator by its id."""
        return next((i for i in self.indicators if i.id == indicator_id), None)
