"""What one phone shows at one moment: a value with exactly what its page needs.

Made from what the game lets a seat see, so that before a reveal nothing in it depends on any
choice but the seat's own, and that one only when the person asks for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dilemmaspel.game.ballots import Choice, Vote
from dilemmaspel.game.ids import DilemmaId, EndingId, frozen
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.scenario import Role
from dilemmaspel.game.setup import Inputs, Kind
from dilemmaspel.game.views import (
    DecisionView,
    DilemmaView,
    OptionView,
    PublicView,
    ResultView,
    ShiftView,
)


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
    """The seat was given up."""
    HANDED_OVER = "handed_over"
    """The person votes on the laptop or on paper from now on."""


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
    seat: str = ""
    """The number of this person's seat, so that the facilitator can help; empty without one."""
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
