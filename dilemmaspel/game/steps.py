"""The road of a session: the pages of every phase and what comes after it."""

from dataclasses import dataclass, replace

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.decision import Next
from dilemmaspel.game.frames import news_pages, story_frames
from dilemmaspel.game.ids import DilemmaId, EndingId
from dilemmaspel.game.paths import next_dilemma
from dilemmaspel.game.phases import Page, Phase, minutes_of
from dilemmaspel.game.scenario import Dilemma, Scenario
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.state import Flow, State
from dilemmaspel.game.terms import Theme
from dilemmaspel.game.world import World, end_round, ending, start_round

QUESTIONS = 17
"""Debrief questions 0 to 16 (game model 7); a theme adds one, number 17 and up."""

_THEME_QUESTION = {
    Theme.FUNDING: QUESTIONS,
    Theme.PREVENTION_VS_CARE: QUESTIONS + 1,
    Theme.COLLECTIVE_VS_INDIVIDUAL: QUESTIONS + 2,
}


@dataclass(frozen=True, slots=True)
class Stop:
    """A page on the road; `index` counts within its kind (frame, year, vote, question)."""

    page: Page
    index: int = 0
    part: int = 0
    """News that fills more than one page: which of them."""


def two_votes(state: State, dilemma: Dilemma) -> bool:
    """Tell whether this dilemma is voted on twice."""
    return state.setup.two_votes and dilemma.two_votes


def deciding_vote(state: State, dilemma: Dilemma) -> Vote:
    """Return the vote that decides, before any run-off."""
    return Vote.SECOND if two_votes(state, dilemma) else Vote.FIRST


def pages(state: State) -> tuple[Stop, ...]:
    """Return the pages of the running phase, at least one."""
    match state.flow.phase:
        case Phase.NEWS_STORY:
            return _story_pages(state)
        case Phase.DECISION:
            return _decision_pages(state)
        case Phase.AFTERMATH:
            return _aftermath_pages(state)
        case Phase.DEBRIEF:
            return tuple(Stop(Page.QUESTION, n) for n in debrief_questions(state))
        case phase:
            return (Stop(_SINGLE[phase], _VOTE_INDEX.get(phase, 0)),)


_SINGLE = {
    Phase.LOBBY: Page.WELCOME,
    Phase.INTRO: Page.AGREEMENTS,
    Phase.ROLES: Page.ROLES,
    Phase.BRIEFING: Page.BRIEFING,
    Phase.VOTE1: Page.VOTE,
    Phase.REVEAL1: Page.REVEAL,
    Phase.CAUCUS: Page.CAUCUS,
    Phase.TALK: Page.TALK,
    Phase.VOTE2: Page.VOTE,
    Phase.RUNOFF: Page.VOTE,
    Phase.CONSENT_CHECK: Page.VOTE,
    Phase.REFLECT: Page.REFLECT,
    Phase.CLOSED: Page.CLOSING,
}
_VOTES = tuple(Vote)
_VOTE_INDEX = {
    Phase.VOTE1: 0,
    Phase.REVEAL1: 0,
    Phase.VOTE2: 1,
    Phase.RUNOFF: 2,
    Phase.CONSENT_CHECK: 3,
}


def vote_at(index: int) -> Vote:
    """Return the vote that a page with this index is about."""
    return _VOTES[index]


def stop_here(state: State) -> Stop:
    """Return the page the beamer is on."""
    stops = pages(state)
    return stops[min(state.flow.page, len(stops) - 1)]


def question_here(state: State) -> int | None:
    """Return the debrief question that is on the screen, if one is."""
    return stop_here(state).index if state.flow.phase is Phase.DEBRIEF else None


def _story_pages(state: State) -> tuple[Stop, ...]:
    dilemma = state.dilemma
    frames = story_frames(dilemma.story) if dilemma else ()
    sheets = news_of(state, state.flow.world.round)
    news = (Stop(Page.NEWS, part=part) for part in range(len(sheets)))
    return (*news, *(Stop(Page.STORY, i) for i in range(len(frames))), Stop(Page.RULE))


def news_of(state: State, year: int) -> tuple[tuple[str, ...], ...]:
    """Return the news of a year on its front pages: first the event that opens the dilemma."""
    dilemma, world = state.dilemma, state.flow.world
    opens = dilemma.event if dilemma and year == world.round else None
    late = (one.text for one in world.news if one.round == year)
    return news_pages([*([opens.text] if opens else []), *late])


def _decision_pages(state: State) -> tuple[Stop, ...]:
    flow, dilemma = state.flow, state.dilemma
    if dilemma is None:
        return (Stop(Page.DECISION),)
    shown = [Stop(Page.REVEAL, i) for i in (1, 2) if (dilemma.id, _VOTES[i]) in flow.results]
    if (dilemma.id, Vote.FIRST) in flow.results and (dilemma.id, Vote.SECOND) in flow.results:
        shown.insert(1, Stop(Page.SHIFT))
    shown.append(Stop(Page.DECISION))
    if dilemma.id in flow.decisions:
        if not state.scenario.is_trial or _moves_anything(dilemma):
            shown.append(Stop(Page.EFFECTS))
        if has_money(state):
            shown.append(Stop(Page.BUDGET))
    return tuple(shown)


def _moves_anything(dilemma: Dilemma) -> bool:
    return any(option.outcome.effects for option in dilemma.options)


def has_money(state: State) -> bool:
    """Tell whether money plays a part in this scenario."""
    budget = state.scenario.budget
    return bool(budget.annual or budget.reserve)


def _aftermath_pages(state: State) -> tuple[Stop, ...]:
    first = state.flow.base.round
    years = tuple(
        Stop(Page.YEAR, i, part)
        for i in range(state.scenario.aftermath.rounds)
        for part in range(max(1, len(news_of(state, first + i))))
    )
    closing = [Stop(Page.LINES), Stop(Page.LENSES)]
    world = state.flow.world
    if any(world.paid.values()) or any(world.benefits.values()) or len(years) > 0:
        closing.append(Stop(Page.PAYERS))
    if state.scenario.endings:
        closing.append(Stop(Page.ENDING))
    return (*years, *closing)


def debrief_questions(state: State) -> tuple[int, ...]:
    """Return the numbers of the planned debrief questions; without a plan those of the set-up."""
    return state.flow.agenda or questions_of(state.scenario, state.setup)


def questions_of(scenario: Scenario, setup: Setup) -> tuple[int, ...]:
    """Return the numbers of the debrief questions, the theme's before the applying ones."""
    extra = (_THEME_QUESTION[scenario.theme],) if scenario.theme else ()
    asked = ((11, setup.inputs.personal), (12, setup.inputs.value_card))
    dropped = {number for number, on in asked if not on}
    first = tuple(n for n in range(13) if n not in dropped)
    return (*first, *extra, *range(13, QUESTIONS))


def in_profile(phase: Phase, profile: Profile) -> bool:
    """Tell whether a profile has this phase."""
    return minutes_of(phase, profile) is not None


def following(state: State) -> Phase | None:
    """Return the phase after this one, ignoring pages; None after the end."""
    dilemma = state.dilemma
    match state.flow.phase:
        case Phase.LOBBY:
            return Phase.INTRO
        case Phase.INTRO:
            return Phase.ROLES
        case Phase.ROLES | Phase.REFLECT:
            return next_round(state)
        case Phase.AFTERMATH:
            return Phase.DEBRIEF
        case Phase.DEBRIEF:
            return Phase.CLOSED
        case Phase.CLOSED:
            return None
        case Phase.DECISION:
            return Phase.REFLECT if reflects(state) else next_round(state)
        case _ if dilemma is None:
            return next_round(state)
        case _:
            return _inside(state, dilemma)


def _inside(state: State, dilemma: Dilemma) -> Phase:
    caucus = in_profile(Phase.CAUCUS, state.setup.profile)
    match state.flow.phase:
        case Phase.NEWS_STORY:
            return Phase.BRIEFING
        case Phase.BRIEFING:
            return Phase.VOTE1
        case Phase.VOTE1:
            return Phase.REVEAL1
        case Phase.REVEAL1:
            return Phase.CAUCUS if caucus else Phase.TALK
        case Phase.CAUCUS:
            return Phase.TALK
        case Phase.TALK if two_votes(state, dilemma):
            return Phase.VOTE2
        case _:
            return _after_counting(state)


def _after_counting(state: State) -> Phase:
    proposal = state.flow.proposal
    if proposal is not None and proposal.next is Next.RUNOFF:
        return Phase.RUNOFF
    if proposal is not None and proposal.next is Next.CONSENT:
        return Phase.CONSENT_CHECK
    return Phase.DECISION


def reflects(state: State) -> bool:
    """Tell whether there is a moment of silence after a decision; a trial does without."""
    return in_profile(Phase.REFLECT, state.setup.profile) and not state.scenario.is_trial


def next_round(state: State) -> Phase:
    """Return where a session goes between two dilemmas; a trial ends after the last one."""
    if coming(state):
        return Phase.NEWS_STORY
    if state.scenario.is_trial:
        return Phase.CLOSED
    return Phase.AFTERMATH if state.flow.played else Phase.DEBRIEF


def coming(state: State) -> DilemmaId | None:
    """Return the dilemma that would open next, judged by the world of this moment."""
    flow = state.flow
    visited = [d for d in flow.plan if d in flow.played or d in flow.left]
    after = flow.dilemma or (visited[-1] if visited else None)
    return next_dilemma(state.scenario, flow.plan, flow.world, after)


def still_to_come(state: State) -> tuple[DilemmaId, ...]:
    """Return the planned dilemmas after this one whose `when` holds as things stand."""
    flow, found = state.flow, list[DilemmaId]()
    after = flow.dilemma or next(reversed(flow.played), None)
    following_one = next_dilemma(state.scenario, flow.plan, flow.world, after)
    while following_one is not None and following_one not in found:
        found.append(following_one)
        following_one = next_dilemma(state.scenario, flow.plan, flow.world, following_one)
    return tuple(found)


def opened(state: State, dilemma: Dilemma) -> Flow:
    """Return the flow with a year passed and this dilemma begun."""
    flow = state.flow
    world = _year_ended(state, flow.world)
    return replace(
        flow,
        base=flow.world,
        world=start_round(state.scenario, world, dilemma),
        dilemma=dilemma.id,
        number=len(flow.played) + 1,
        proposal=None,
        outcome=None,
        amended="",
        amendments=0,
        count_anyway=False,
        given_up=False,
    )


def aftermath_begun(state: State) -> Flow:
    """Return the flow in the first year without decisions, or at its end without such years."""
    flow = state.flow
    world = _year_ended(state, flow.world)
    if state.scenario.aftermath.rounds:
        world = start_round(state.scenario, world, None)
    return replace(flow, base=world, world=world, dilemma=None, page=0)


def year_passed(state: State, page: int) -> Flow:
    """Return the flow a year later; after the last year only the year's end counts."""
    flow = state.flow
    world = end_round(state.scenario, flow.world)
    if stop_here(state).index + 1 < state.scenario.aftermath.rounds:
        world = start_round(state.scenario, world, None)
    return replace(flow, world=world, page=page)


def _year_ended(state: State, world: World) -> World:
    return end_round(state.scenario, world) if world.round else world


def is_year(state: State) -> bool:
    """Tell whether the page shown is the last of a year after, so that leaving it ends a year."""
    here = stop_here(state)
    return here.page is Page.YEAR and replace(here, part=here.part + 1) not in pages(state)


def final_ending(state: State) -> tuple[EndingId, str] | None:
    """Return id and text of the ending that fits the world of this moment."""
    found = ending(state.scenario, state.flow.world)
    return (found.id, found.text) if found else None
