"""Builds what one phone shows, from what the game lets its seat see."""

from dataclasses import replace
from typing import Final

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.ids import frozen
from dilemmaspel.game.phases import Overlay, Phase
from dilemmaspel.game.setup import Voting
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import (
    DilemmaView,
    PublicView,
    ResultView,
    SeatView,
)
from dilemmaspel.phones.screen import (
    Asked,
    BallotForm,
    Card,
    Extras,
    JoinForm,
    Outcome,
    OwnChoice,
    Progress,
    RemarkForm,
    Screen,
    ScreenKind,
    Shape,
    Why,
)

LAST_QUESTION: Final = 16
"""The debrief question that closes with two scales of 1 to 5."""


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
        back = None if extras.gone is Why.HANDED_OVER else extras.join
        return replace(bare, kind=ScreenKind.GONE, why=extras.gone, join=back)
    if view is None:
        return replace(bare, join=extras.join or JoinForm())
    return _seated(replace(bare, card=_card(view), may_pause=True), view, extras)


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
