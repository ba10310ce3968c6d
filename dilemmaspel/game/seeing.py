"""Builds what the beamer may see. Before a reveal that is a count."""

from collections import Counter
from dataclasses import replace

from dilemmaspel.game import steps
from dilemmaspel.game.ballots import OBJECTION, Vote
from dilemmaspel.game.decision import Next
from dilemmaspel.game.frames import story_frames
from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.results import decision_view, result_view, shift_view, smallest_side
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.scoring import THRESHOLDS, rule_in_force
from dilemmaspel.game.seen_debrief import agreements_shown, key_words_shown
from dilemmaspel.game.seen_options import option_views
from dilemmaspel.game.seen_world import lens_views, line_views, pocket_views
from dilemmaspel.game.state import State
from dilemmaspel.game.terms import QuestionType, Rule
from dilemmaspel.game.views import (
    ClockView,
    ConsentView,
    DecisionView,
    DilemmaView,
    PublicView,
    ResultView,
    RoleCount,
    ShiftView,
    VoteView,
)
from dilemmaspel.game.voting import ballots_in, seats_there


def public_view(state: State) -> PublicView:
    """Return what the beamer shows of `state`; nothing in it depends on an open vote's choices."""
    flow, scenario = state.flow, state.scenario
    stop = steps.stop_here(state)
    stops = steps.pages(state)
    view = PublicView(
        scenario=scenario.title,
        place=scenario.place,
        kind=state.setup.kind,
        profile=state.setup.profile,
        phase=flow.phase,
        page=stop.page,
        page_number=stops.index(stop) + 1,
        page_count=len(stops),
        overlay=state.overlay,
        blank=state.blank,
        clock=ClockView(state.clock.planned, state.clock.spent, state.clock.since),
        roles=role_counts(state),
        indicators=tuple(i for i in scenario.indicators if i.id not in scenario.hidden_indicators),
        show_numbers=scenario.show_numbers,
        year=flow.world.round,
        people=sum(s.heads for s in state.seats.values() if s.active),
        dilemma=dilemma_view(state),
        frame=_frame(state, stop),
        vote=_vote(state),
        result=_result(state, stop),
        shift=_shift(state, stop),
        decision=_decision(state, stop),
        consent=_consent(state),
        news=_news(state, stop),
        question=stop.index if stop.page is Page.QUESTION else None,
        questions=_questions(state, stop),
        smallest=smallest_side(state) if stop.page is Page.TALK else (),
        cover=scenario.cover,
        theme=scenario.theme.value if scenario.theme else "",
        local_contact=state.setup.local_contact,
    )
    return _with_the_debrief(_with_the_years(view, state, stop), state, stop)


def _with_the_debrief(view: PublicView, state: State, stop: steps.Stop) -> PublicView:
    """Add what stands beside a question of the debrief."""
    if stop.page is not Page.QUESTION:
        return view
    return replace(
        view,
        figure=state.figures.get(stop.index, ""),
        agreements=agreements_shown(state),
        key_words=key_words_shown(state),
    )


def _with_the_years(view: PublicView, state: State, stop: steps.Stop) -> PublicView:
    """Add what the pages of the years after show."""
    return replace(
        view,
        lines=line_views(state) if stop.page is Page.LINES else (),
        lenses=lens_views(state) if stop.page is Page.LENSES else (),
        pockets=pocket_views(state) if stop.page is Page.PAYERS else (),
        ending=steps.final_ending(state) if stop.page is Page.ENDING else None,
    )


def role_counts(state: State) -> tuple[RoleCount, ...]:
    """Return the roles somebody plays, in the order of the roles file."""
    seats = Counter(s.role for s in state.seats.values() if s.active)
    heads: Counter[str] = Counter()
    for seat in state.seats.values():
        if seat.active:
            heads[seat.role] += seat.heads
    return tuple(
        RoleCount(role, seats[role.id], heads[role.id])
        for role in state.scenario.roles
        if seats[role.id]
    )


def dilemma_view(state: State) -> DilemmaView | None:
    """Return the running dilemma without secrets."""
    dilemma = state.dilemma
    if dilemma is None:
        return None
    agreement, points, ranking = dilemma.agreement, dilemma.points, dilemma.ranking
    shown = option_views(state, dilemma)
    decision = dilemma.decision
    return DilemmaView(
        id=dilemma.id,
        number=state.flow.number,
        total=_total(state),
        title=dilemma.title,
        question=dilemma.question,
        type=dilemma.type,
        tension=dilemma.tension,
        frames=story_frames(dilemma.story),
        picture=dilemma.pictures[0] if dilemma.pictures else None,
        options=shown,
        labels=agreement.labels if agreement else (),
        points_total=points.total if points else 0,
        points_step=points.step if points else 0,
        min_ranked=(ranking.min_ranked or len(shown)) if ranking else 0,
        rule=decision.rule,
        threshold=decision.threshold,
        decider=decision.decider,
        fallback=_fallback(dilemma),
        max_selected=_most_selected(dilemma),
    )


def _fallback(dilemma: Dilemma) -> Rule | None:
    rule = rule_in_force(dilemma, dilemma.decision.rule)
    may_fail = rule is Rule.CONSENT or rule in THRESHOLDS
    return rule_in_force(dilemma, dilemma.decision.fallback) if may_fail else None


def _most_selected(dilemma: Dilemma) -> int:
    if dilemma.type is QuestionType.APPROVAL and dilemma.approval:
        return dilemma.approval.max_selected
    if dilemma.type is QuestionType.RANKING and dilemma.ranking:
        return dilemma.ranking.k
    return 1


def _total(state: State) -> int:
    """Return how many dilemmas this session plays, as far as can be known now."""
    flow = state.flow
    decided = flow.dilemma in flow.decisions
    rest = steps.still_to_come(state)
    return len(flow.played) + len(rest) + (0 if decided else 1)


def _frame(state: State, stop: steps.Stop) -> str:
    dilemma = state.dilemma
    if stop.page is not Page.STORY or dilemma is None:
        return ""
    return story_frames(dilemma.story)[stop.index]


def _vote(state: State) -> VoteView | None:
    box = state.open_box
    if box is None:
        return None
    return VoteView(
        vote=box.vote,
        attempt=box.attempt,
        cast=ballots_in(state, box),
        present=seats_there(state, box),
        voting=state.voting,
        time_asked=state.time_asked,
        among=_among(state, box.options),
        candidates=_candidates(state),
        amended=_amended(state),
    )


def _among(state: State, options: tuple[OptionId, ...]) -> tuple[OptionId, ...]:
    """In a run-off: the options it is between."""
    return options if state.flow.open_vote is Vote.RUNOFF else ()


def _candidates(state: State) -> tuple[OptionId, ...]:
    proposal = state.flow.proposal
    asked = state.flow.open_vote is Vote.CONSENT and proposal is not None
    return proposal.candidates if asked and proposal else ()


def _amended(state: State) -> str:
    return state.flow.amended if state.flow.open_vote is Vote.CONSENT else ""


def _consent(state: State) -> ConsentView | None:
    """Return what the group objected to, until it is asked again or gives up."""
    flow, proposal = state.flow, state.flow.proposal
    stopped = flow.phase is Phase.CONSENT_CHECK and flow.open_vote is None
    tally = flow.results.get((flow.dilemma, Vote.CONSENT)) if stopped and flow.dilemma else None
    if tally is None or proposal is None:
        return None
    return ConsentView(
        candidates=proposal.candidates,
        amended=flow.amended,
        objections=tally.counts.get(OBJECTION, 0),
        valid=tally.valid,
    )


def _result(state: State, stop: steps.Stop) -> ResultView | None:
    dilemma = state.dilemma
    if dilemma is None:
        return None
    if stop.page is Page.REVEAL:
        return result_view(state, dilemma, steps.vote_at(stop.index))
    if stop.page in (Page.TALK, Page.CAUCUS) and (dilemma.id, Vote.FIRST) in state.flow.revealed:
        return result_view(state, dilemma, Vote.FIRST)
    return None


def _shift(state: State, stop: steps.Stop) -> ShiftView | None:
    if stop.page is not Page.SHIFT or state.dilemma is None:
        return None
    return shift_view(state, state.dilemma)


def _decision(state: State, stop: steps.Stop) -> DecisionView | None:
    shown = stop.page in (Page.DECISION, Page.EFFECTS, Page.BUDGET, Page.REFLECT)
    if not shown or state.dilemma is None:
        return None
    return decision_view(state, state.dilemma)


def _news(state: State, stop: steps.Stop) -> tuple[str, ...]:
    sheets = steps.news_of(state, state.flow.world.round)
    if stop.page not in (Page.NEWS, Page.YEAR) or not sheets:
        return ()
    return sheets[stop.part]


def _questions(state: State, stop: steps.Stop) -> tuple[str, ...]:
    dilemma = state.dilemma
    if dilemma is None or state.flow.phase not in (Phase.TALK, Phase.CAUCUS):
        return ()
    return dilemma.discussion if stop.page in (Page.TALK, Page.CAUCUS) else ()


def waits_for_facilitator(state: State) -> bool:
    """Tell whether the decision waits for the facilitator's choice."""
    proposal = state.flow.proposal
    undecided = state.flow.dilemma not in state.flow.decisions
    here = undecided and steps.stop_here(state).page is Page.DECISION
    open_ended = proposal is None or proposal.next is not Next.DECIDED
    return here and open_ended and state.flow.outcome is None
