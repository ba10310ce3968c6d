"""Which way of answering a vote asks for."""

from dilemmaspel.desktop.voting.answer import Answer
from dilemmaspel.desktop.voting.choosing import OneOption, ScalePoint, Ticks
from dilemmaspel.desktop.voting.dividing import PointsAnswer
from dilemmaspel.desktop.voting.objecting import ConsentAnswer
from dilemmaspel.desktop.voting.ordering import RankingAnswer
from dilemmaspel.desktop.voting.people import open_vote
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.setup import Kind
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import DilemmaView, SeatView
from dilemmaspel.texts import Texts


def make_answer(t: Texts, view: SeatView) -> Answer:
    """Make an empty answer for the open vote of a seat; raises ValueError without one."""
    dilemma, vote = open_vote(view.public)
    if vote.vote is Vote.CONSENT:
        played = view.public.kind is Kind.ROLE_PLAY
        return ConsentAnswer(t, view.role.red_line if played else "")
    if vote.vote is Vote.RUNOFF:
        return OneOption(t, view.ballot)
    return _by_type(t, view, dilemma)


def _by_type(t: Texts, view: SeatView, dilemma: DilemmaView) -> Answer:
    match dilemma.type:
        case QuestionType.AGREEMENT:
            return ScalePoint(t, dilemma.labels)
        case QuestionType.POINTS:
            return PointsAnswer(t, view.ballot, dilemma.points_total, dilemma.points_step)
        case QuestionType.RANKING:
            return RankingAnswer(t, view.ballot, dilemma.min_ranked)
        case QuestionType.APPROVAL:
            return Ticks(t, view.ballot)
        case _:
            return OneOption(t, view.ballot)
