"""What the large buttons say: what a press will do, in words."""

from collections.abc import Mapping
from typing import Final

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.views import NextView, OptionView, PresenterView
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words import PAGES, PHASES
from dilemmaspel.words.debrief import SHORT

_TO_PHASE: Final[Mapping[Phase, str]] = {
    Phase.INTRO: mark("Begin: welcome and agreements"),
    Phase.ROLES: mark("To the roles"),
    Phase.NEWS_STORY: mark("To the next dilemma"),
    Phase.BRIEFING: mark("To the role cards"),
    Phase.VOTE1: mark("Open the first vote"),
    Phase.REVEAL1: mark("Show the result"),
    Phase.CAUCUS: mark("To the talk within the roles"),
    Phase.TALK: mark("To the talk"),
    Phase.VOTE2: mark("Open the second vote"),
    Phase.RUNOFF: mark("Open the run-off"),
    Phase.CONSENT_CHECK: mark("Ask who has an objection"),
    Phase.DECISION: mark("To the decision"),
    Phase.REFLECT: mark("To a moment of silence"),
    Phase.AFTERMATH: mark("To the years that follow"),
    Phase.DEBRIEF: mark("To the debrief"),
    Phase.CLOSED: mark("Close the session"),
}

_CLOSES: Final[Mapping[Vote, str]] = {
    Vote.FIRST: mark("Close the vote ({cast} of {present})"),
    Vote.SECOND: mark("Close the vote ({cast} of {present})"),
    Vote.RUNOFF: mark("Close the run-off ({cast} of {present})"),
    Vote.CONSENT: mark("Close the round of objections ({cast} of {present})"),
}

REOPENS: Final[Mapping[Vote, str]] = {
    Vote.FIRST: mark("Do the first vote again"),
    Vote.SECOND: mark("Do the second vote again"),
    Vote.RUNOFF: mark("Do the run-off again"),
    Vote.CONSENT: mark("Ask for objections again"),
}

_UNDOES: Final[Mapping[str, str]] = {
    "PhaseEntered": mark("Back to the phase before"),
    "PageTurned": mark("One page back"),
    "YearPassed": mark("One year back"),
    "VoteClosed": mark("Open the vote again, as it was"),
    "DecisionTaken": mark("Take the decision back"),
    "OutcomeChosen": mark("Take your choice back"),
    "ConsentAsked": mark("Take the new words back"),
    "ConsentGivenUp": mark("Back to the objections"),
    "VoteReopened": mark("Back to before the new vote"),
    "DilemmaSkipped": mark("Back into the dilemma"),
    "PlanChanged": mark("Take the change of plan back"),
}


def advance_words(t: Texts, view: PresenterView) -> str:
    """Say what the one large button will do now."""
    if view.closed:
        return t("Back to the start screen")
    if view.next is not None and view.next.resumes:
        return t("Go on after the pause")
    if view.next is None:
        return t("Close the session")
    return _next_words(t, view, view.next)


def _next_words(t: Texts, view: PresenterView, following: NextView) -> str:
    vote = view.public.vote
    if following.closes is not None and vote is not None:
        return t(_CLOSES[following.closes], cast=vote.cast, present=vote.present)
    if following.needs_choice:
        return t("Choose the outcome first")
    if following.confirms:
        return _confirm_words(t, view)
    if view.public.phase is Phase.CONSENT_CHECK and view.objections:
        return t("Stop asking; let the votes decide")
    if following.phase is view.public.phase:
        return _page_words(t, following)
    return t(_TO_PHASE[following.phase]) if following.phase in _TO_PHASE else t("Go on")


def coming_words(t: Texts, view: PresenterView) -> str:
    """Name what the beamer shows next; empty after the end."""
    following = view.next
    if following is None:
        return ""
    if following.closes is not None:
        return t(PAGES[Page.REVEAL])
    if view.public.phase is Phase.CONSENT_CHECK and view.objections:
        return t(PAGES[Page.DECISION])
    asked = passed_to(view)
    if following.page is Page.QUESTION and asked is not None:
        return t(SHORT[asked])
    return t(PAGES[following.page]) if following.page else t(PHASES[following.phase])


def _page_words(t: Texts, following: NextView) -> str:
    if following.page is None:
        return t("Next page")
    if following.page is Page.QUESTION:
        return t("Next question")
    if following.page is Page.STORY:
        return t("Go on with the story")
    page = t(PAGES[following.page])
    return t("Show: {page}", page=page[:1].lower() + page[1:])


def _confirm_words(t: Texts, view: PresenterView) -> str:
    decision = view.public.decision
    if decision is None or not decision.options or decision.shares:
        return t("Confirm the decision")
    letters = ", ".join(option.letter for option in decision.options)
    return t("Confirm the decision: {letters}", letters=letters)


def passed_to(view: PresenterView) -> int | None:
    """Return the planned question after the one on the screen; None without one."""
    debrief = view.debriefing
    if debrief is None or debrief.here not in debrief.planned:
        return None
    place = debrief.planned.index(debrief.here) + 1
    return debrief.planned[place] if place < len(debrief.planned) else None


def undo_words(t: Texts, undo: str) -> str:
    """Say what can be taken back; `undo` is the name of the step's first event."""
    return t(_UNDOES[undo]) if undo in _UNDOES else t("Take the last step back")


def lettered(option: OptionView) -> str:
    """Write an option with the letter it has everywhere."""
    return f"{option.letter}  {option.label}"
