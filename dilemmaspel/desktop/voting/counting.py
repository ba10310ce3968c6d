"""What a show of hands is to become: columns, what a role can raise, and what to send first."""

from collections.abc import Mapping
from dataclasses import dataclass

from dilemmaspel.desktop.voting.people import open_vote
from dilemmaspel.game.ballots import OBJECTION, Channel, Choice, Vote
from dilemmaspel.game.choices import CONSENT_ANSWERS
from dilemmaspel.game.commands import CastBallot
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import DilemmaView, OptionView, PresenterView, VoteView
from dilemmaspel.texts import Texts


@dataclass(frozen=True, slots=True)
class Column:
    """One choice that hands can be raised for."""

    choice: Choice
    label: str
    option: OptionView | None = None
    point: int = 0
    """The scale point, or the number of a consent answer; 0 for the others."""
    blocked: bool = False

    @property
    def sign(self) -> str:
        """The letter or number above the column; empty for abstaining."""
        return self.option.letter if self.option else str(self.point or "")

    @property
    def needs_reason(self) -> bool:
        """Whether hands here count only with a reason."""
        return self.choice == OBJECTION

    @property
    def abstains(self) -> bool:
        """Whether this is the column of who abstains."""
        return self.choice is None


def by_hand(view: PresenterView) -> bool:
    """Whether the open vote can be counted by hands at all."""
    dilemma, vote = view.public.dilemma, view.public.vote
    if dilemma is None or vote is None:
        return False
    counted = dilemma.type not in (QuestionType.POINTS, QuestionType.RANKING)
    return counted or vote.vote in (Vote.RUNOFF, Vote.CONSENT)


def counts_ticks(view: PresenterView) -> bool:
    """Whether one person may raise a hand more than once."""
    dilemma, vote = view.public.dilemma, view.public.vote
    if dilemma is None or vote is None:
        return False
    return dilemma.type is QuestionType.APPROVAL and vote.vote in (Vote.FIRST, Vote.SECOND)


def columns(t: Texts, view: PresenterView) -> tuple[Column, ...]:
    """Return the choices of the open vote in their fixed order, abstaining last."""
    dilemma, vote = view.public.dilemma, view.public.vote
    if dilemma is None or vote is None or not by_hand(view):
        return ()
    return (*_choices(t, dilemma, vote), Column(None, t("Abstains")))


def _choices(t: Texts, dilemma: DilemmaView, vote: VoteView) -> tuple[Column, ...]:
    if vote.vote is Vote.CONSENT:
        names = (t("No objection"), t("Objection"))
        pairs = zip(CONSENT_ANSWERS, names, strict=True)
        return tuple(Column(one, name, point=n) for n, (one, name) in enumerate(pairs, start=1))
    if vote.vote is Vote.RUNOFF:
        return tuple(_column(o, o.id) for o in dilemma.options if o.id in vote.among)
    if dilemma.type is QuestionType.AGREEMENT:
        return tuple(Column(n, one, point=n) for n, one in enumerate(dilemma.labels, start=1))
    if dilemma.type is QuestionType.APPROVAL:
        return tuple(_column(option, (option.id,)) for option in dilemma.options)
    return tuple(_column(option, option.id) for option in dilemma.options)


def _column(option: OptionView, choice: Choice) -> Column:
    return Column(choice, option.label, option=option, blocked=option.blocked)


def command_for(
    view: PresenterView, role: RoleId, column: Column, count: int, reason: str = ""
) -> CastBallot:
    """Build the command of one cell; raises ValueError when no vote is open."""
    dilemma, vote = open_vote(view.public)
    return CastBallot(
        dilemma=dilemma.id,
        vote=vote.vote,
        choice=column.choice,
        channel=Channel.HANDS,
        role=role,
        count=count,
        objection=reason if column.needs_reason and count else "",
    )


def too_many(wanted: Mapping[int, int], people: int, *, ticks: bool) -> int:
    """Return how many hands are too many for `people`; with ticks each column stands alone."""
    most = max(wanted.values(), default=0) if ticks else sum(wanted.values())
    return max(0, most - people)


def changes(saved: Mapping[int, int], wanted: Mapping[int, int]) -> tuple[int, ...]:
    """Return the cells to send, those that go down first, so that no sum exceeds on the way."""
    changed = [cell for cell, n in wanted.items() if n != saved.get(cell, 0)]
    return tuple(sorted(changed, key=lambda cell: wanted[cell] > saved.get(cell, 0)))
