"""What one phone shows at one moment: a value with exactly what its page needs.

Made from what the game lets a seat see, so that before a reveal nothing in it depends on any
choice but the seat's own, and that one only when the person asks for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from dilemmaspel.game.ballots import Choice, Vote
from dilemmaspel.game.ids import DilemmaId, EndingId, SeatId, frozen
from dilemmaspel.game.phases import Overlay, Page, Phase
from dilemmaspel.game.scenario import Role
from dilemmaspel.game.setup import Inputs, Kind, Voting
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import (
    DecisionView,
    DilemmaView,
    OptionView,
    PublicView,
    ResultView,
    SeatView,
    ShiftView,
)

LAST_QUESTION: Final = 16
"""The debrief question that closes with two scales of 1 to 5."""


class ScreenKind(StrEnum):
    """The states of a phone; the page draws each in its own way."""

    JOIN = "join"
    """No seat yet: the notice, a role, and the code when it was not in the address."""
    WAIT = "wait"
    """Something is on the beamer, and nothing is asked of this person."""
    CARD = "card"
    """Time to read the role card and the briefing."""
    BALLOT = "ballot"
    RECEIVED = "received"
    CLOSED = "closed"
    """The vote is closed and its result is not shown yet."""
    RESULT = "result"
    TALK = "talk"
    """People talk; conditions and arguments can be sent."""
    PAUSE = "pause"
    BREAK = "break"
    RECONNECT = "reconnect"
    """Made by the page itself, while the laptop cannot be reached."""
    GONE = "gone"
    """The seat was given up, or taken over on another phone."""
    PROBLEM = "problem"
    """The request led nowhere; `Frame.said` tells what is the matter."""
    OVER = "over"


class Shape(StrEnum):
    """What a ballot is drawn as."""

    ONE = "one"
    SCALE = "scale"
    POINTS = "points"
    ORDER = "order"
    TICKS = "ticks"
    CONSENT = "consent"


class Why(StrEnum):
    """Why somebody waits while others are busy; empty when everybody waits."""

    NONE = ""
    CAME_LATE = "came_late"
    """Came in after this vote opened; votes from the next one on."""
    WATCHES = "watches"
    """The role has no vote."""
    BY_HAND = "by_hand"
    """The facilitator counts hands now."""
    BY_TABLE = "by_table"
    TAKEN_OVER = "taken_over"
    """The seat lives on another phone now."""
    LEFT = "left"
    """The seat was given up, or handed over to the laptop or to paper."""


class Door(StrEnum):
    """Whether people can come in."""

    OPEN = "open"
    LOCKED = "locked"
    FULL = "full"


class RoleMode(StrEnum):
    """How a phone gets its role."""

    CHOSEN = "chosen"
    DEALT = "dealt"
    GIVEN = "given"


class Asked(StrEnum):
    """What the person asked to see while their vote is in."""

    NOTHING = ""
    CHOICE = "choice"
    """"Bekijk": what did I choose?"""
    BALLOT = "ballot"
    """"Wijzig": the ballot, filled in as it is."""


@dataclass(frozen=True, slots=True)
class Place:
    """A role that can be chosen, and whether there is still room in it."""

    role: Role
    free: bool = True


@dataclass(frozen=True, slots=True)
class JoinForm:
    """What coming in asks."""

    door: Door = Door.OPEN
    mode: RoleMode = RoleMode.DEALT
    places: tuple[Place, ...] = ()
    """The roles to choose from; empty unless they are chosen."""
    needs_code: bool = False
    """The code has to be typed; it did not come with the address."""
    code: str = ""
    """Goes back with the form: the code of the address, or what was typed wrongly."""
    once: str = ""
    """Goes back with the form, so that sending it twice gives one seat."""


@dataclass(frozen=True, slots=True)
class Card:
    """The role card, with what it wants and knows in this dilemma."""

    role: Role
    wants: str = ""
    knows: str = ""
    """Known to this role alone: shown while held."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many have voted, of how many; the only number before a reveal."""

    cast: int
    present: int


@dataclass(frozen=True, slots=True)
class BallotForm:
    """The ballot of the vote that is open."""

    dilemma: DilemmaId
    vote: Vote
    attempt: int
    shape: Shape
    title: str
    question: str
    tension: tuple[str, str]
    options: tuple[OptionView, ...] = ()
    """What can be chosen, in the order of the letters; empty for a scale and for consent."""
    labels: tuple[str, ...] = ()
    """Scale: point 1 first."""
    points_total: int = 0
    points_step: int = 0
    min_ranked: int = 0
    consent_text: str = ""
    """Consent: what the group is asked to live with."""
    inputs: Inputs = field(default_factory=Inputs)
    """The extra questions; `conditions` and `arguments` have their own form."""
    others: tuple[Role, ...] = ()
    """Prediction: the other roles in play; empty when nothing is predicted."""
    changes: bool = False
    """There is a ballot already, and this one will replace it."""
    own: Choice = None
    """What to fill in when the person changes it; None also for an abstention."""


@dataclass(frozen=True, slots=True)
class OwnChoice:
    """The person's own choice, made only because they asked to see it."""

    choice: Choice
    """None is an abstention."""
    shape: Shape
    options: tuple[OptionView, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemarkForm:
    """Where a condition ("yes, if ...") or an argument can be sent to an option."""

    options: tuple[OptionView, ...]
    conditions: bool
    arguments: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was revealed, as far as the beamer shows it now."""

    dilemma: DilemmaView
    result: ResultView | None = None
    """Without counts per role where these may not be shown."""
    shift: ShiftView | None = None
    decision: DecisionView | None = None


@dataclass(frozen=True, slots=True)
class Extras:
    """What the server knows and the game does not."""

    public: PublicView
    join: JoinForm | None = None
    """Without a seat: how to get one."""
    gone: Why = Why.NONE
    asked: Asked = Asked.NOTHING
    asked_time: bool = False
    answered_poll: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """What one phone shows."""

    kind: ScreenKind
    scenario: str
    session_kind: Kind
    phase: Phase
    page: Page
    why: Why = Why.NONE
    seat: SeatId | None = None
    card: Card | None = None
    join: JoinForm | None = None
    ballot: BallotForm | None = None
    """The open vote; in `RECEIVED` only the empty form's words, never a choice."""
    own: OwnChoice | None = None
    progress: Progress | None = None
    remarks: RemarkForm | None = None
    outcome: Outcome | None = None
    questions: tuple[str, ...] = ()
    """Talk: what to talk about."""
    dilemma_title: str = ""
    may_ask_time: bool = False
    asked_time: bool = False
    may_pause: bool = False
    poll: bool = False
    """The two closing questions, 1 to 5 each, can be answered."""
    ending: tuple[EndingId, str] | None = None
    local_contact: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every screen, whatever it is."""

    language: str
    word: str
    """The session word; the beamer shows the same one."""
    notice: tuple[str, ...] = ()
    """What people are told before they join, a sentence each."""
    form: str = ""
    """The form token: the hidden field `form` of every form, and the header `X-Form`."""
    version: int = 0
    said: str = ""
    """A sentence for this person, already translated: what happened, or why not."""
    said_is_problem: bool = False
    cookieless: bool = False
    """The browser keeps no cookie: every link has to be a form, and a reload loses the seat."""
    once: str = ""
    """The hidden field `once` of a ballot, new for every page: with what was filled in it makes
    the key, so that sending the same form twice counts once and a changed one counts anew."""
    given: Mapping[str, tuple[str, ...]] = field(default_factory=frozen)
    """What was filled in, by the name of its field, when a form comes back to be mended."""
    faults: Mapping[str, str] = field(default_factory=frozen)
    """What is wrong, by the name of its field, already translated; stands beside the field."""
    content_language: str = ""
    """The language of the scenario's own words, when it is another one than `language`."""


def screen_of(view: SeatView | None, extras: Extras) -> Screen:
    """Return what a phone shows: with a seat what that may see, without one how to get in."""
    public = view.public if view else extras.public
    bare = Screen(
        kind=ScreenKind.JOIN,
        scenario=public.scenario,
        session_kind=public.kind,
        phase=public.phase,
        page=public.page,
        dilemma_title=public.dilemma.title if public.dilemma else "",
        local_contact=public.local_contact,
    )
    if public.phase is Phase.CLOSED:
        return replace(bare, kind=ScreenKind.OVER)
    if extras.gone is not Why.NONE:
        return replace(bare, kind=ScreenKind.GONE, why=extras.gone, join=extras.join)
    if view is None:
        return replace(bare, join=extras.join or JoinForm())
    return _seated(replace(bare, seat=view.seat, card=_card(view), may_pause=True), view, extras)


def problem_screen(public: PublicView) -> Screen:
    """Return the screen of a request that led nowhere."""
    return Screen(ScreenKind.PROBLEM, public.scenario, public.kind, public.phase, public.page)


def _seated(screen: Screen, view: SeatView, extras: Extras) -> Screen:
    public = view.public
    if public.overlay is not Overlay.NONE:
        laid = ScreenKind.PAUSE if public.overlay is Overlay.PAUSED else ScreenKind.BREAK
        return replace(screen, kind=laid, may_pause=False)
    if public.vote is not None and public.dilemma is not None:
        return _voting(screen, view, public.dilemma, extras)
    if public.phase in (Phase.TALK, Phase.CAUCUS):
        return _talking(screen, view)
    outcome = _outcome(public)
    if outcome is not None:
        return replace(screen, kind=ScreenKind.RESULT, outcome=outcome)
    if public.phase is Phase.BRIEFING:
        return replace(screen, kind=ScreenKind.CARD)
    if public.phase in (Phase.REVEAL1, Phase.DECISION):
        return replace(screen, kind=ScreenKind.CLOSED)
    asks = public.question == LAST_QUESTION and not extras.answered_poll
    return replace(screen, kind=ScreenKind.WAIT, poll=asks, ending=public.ending)


def _voting(screen: Screen, view: SeatView, dilemma: DilemmaView, extras: Extras) -> Screen:
    vote = view.public.vote
    if vote is None:
        return screen
    screen = replace(
        screen,
        progress=Progress(vote.cast, vote.present),
        may_ask_time=not extras.asked_time,
        asked_time=extras.asked_time,
    )
    why = _kept_out(view, vote.voting)
    if why is not Why.NONE:
        return replace(screen, kind=ScreenKind.WAIT, why=why, may_ask_time=False, asked_time=False)
    form = ballot_form(view, dilemma)
    if not view.has_voted:
        return replace(screen, kind=ScreenKind.BALLOT, ballot=form)
    if extras.asked is Asked.BALLOT:
        changing = replace(form, changes=True, own=view.own_choice)
        return replace(screen, kind=ScreenKind.BALLOT, ballot=changing)
    shown = OwnChoice(view.own_choice, form.shape, form.options, form.labels)
    return replace(
        screen,
        kind=ScreenKind.RECEIVED,
        ballot=replace(form, options=(), labels=(), others=()),
        own=shown if extras.asked is Asked.CHOICE else None,
        remarks=_remarks(view),
    )


def _kept_out(view: SeatView, voting: Voting) -> Why:
    """Tell why this person gets no ballot now; who has voted keeps theirs."""
    if not view.role.voting:
        return Why.WATCHES
    if not view.may_vote:
        return Why.CAME_LATE
    if view.has_voted:
        return Why.NONE
    return {Voting.HANDS: Why.BY_HAND, Voting.TABLE: Why.BY_TABLE}.get(voting, Why.NONE)


def ballot_form(view: SeatView, dilemma: DilemmaView) -> BallotForm:
    """Return the empty ballot of the open vote; raises ValueError when none is open."""
    vote = view.public.vote
    if vote is None:
        raise ValueError("No vote is open, so there is no ballot.")
    scale = vote.vote in (Vote.FIRST, Vote.SECOND)
    others = tuple(r.role for r in view.public.roles if r.role.id != view.role.id)
    return BallotForm(
        dilemma=dilemma.id,
        vote=vote.vote,
        attempt=vote.attempt,
        shape=shape_of(vote.vote, dilemma.type),
        title=dilemma.title,
        question=dilemma.question,
        tension=dilemma.tension,
        options=() if vote.vote is Vote.CONSENT else view.ballot,
        labels=dilemma.labels if scale else (),
        points_total=dilemma.points_total if scale else 0,
        points_step=dilemma.points_step if scale else 0,
        min_ranked=dilemma.min_ranked if scale else 0,
        consent_text=view.consent_text,
        inputs=view.inputs,
        others=others if view.inputs.prediction and dilemma.options else (),
    )


def shape_of(vote: Vote, question: QuestionType) -> Shape:
    """Tell what a ballot is drawn as: a run-off asks for one option, whatever the question."""
    if vote is Vote.CONSENT:
        return Shape.CONSENT
    return Shape.ONE if vote is Vote.RUNOFF else _SHAPES[question]


_SHAPES: Final = frozen(
    {
        QuestionType.SINGLE_CHOICE: Shape.ONE,
        QuestionType.AGREEMENT: Shape.SCALE,
        QuestionType.POINTS: Shape.POINTS,
        QuestionType.RANKING: Shape.ORDER,
        QuestionType.APPROVAL: Shape.TICKS,
    }
)


def _talking(screen: Screen, view: SeatView) -> Screen:
    return replace(
        screen,
        kind=ScreenKind.TALK,
        questions=view.public.questions,
        remarks=_remarks(view),
        outcome=_outcome(view.public),
    )


def _remarks(view: SeatView) -> RemarkForm | None:
    """Return the form for conditions and arguments; None when there is nothing to say them of."""
    dilemma, inputs = view.public.dilemma, view.inputs
    if dilemma is None or not dilemma.options or not (inputs.conditions or inputs.arguments):
        return None
    return RemarkForm(dilemma.options, inputs.conditions, inputs.arguments)


def _outcome(public: PublicView) -> Outcome | None:
    if public.dilemma is None or not (public.result or public.shift or public.decision):
        return None
    return Outcome(public.dilemma, _shown(public.result), public.shift, public.decision)


def _shown(result: ResultView | None) -> ResultView | None:
    """Take away the counts per role that may not be shown."""
    if result is None or result.per_role:
        return result
    return replace(result, tally=replace(result.tally, per_role=frozen()))


def _card(view: SeatView) -> Card:
    return Card(view.role, view.briefing.wants, view.briefing.knows)
