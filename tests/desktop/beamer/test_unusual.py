"""Pages that a usual session never shows: long texts, hands, ties, shortages, no answer at all."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import QRectF

from dilemmaspel.desktop.beamer.layout import Kind
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.budget import YearRoom
from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.phases import Page
from dilemmaspel.game.proposal import Next, Proposal, Reason
from dilemmaspel.game.scenario import Cost
from dilemmaspel.game.terms import QuestionType, Rule
from dilemmaspel.game.views import (
    ConsentView,
    DecisionView,
    DilemmaView,
    OptionView,
    PublicView,
)
from tests.desktop.beamer.paper import look, painted
from tests.desktop.samples import FLAGSHIPS, at, played, views

pytestmark = pytest.mark.usefixtures("qapp")
LONG = (
    "Verantwoordelijkheidsverdeling tussen gemeentelijke samenwerkingsverbanden en "
    "welzijnsorganisaties "
)
INSIDE = QRectF(0, 0, 1920, 1080).adjusted(40, 20, -40, -20)


def wordy(option: OptionView) -> OptionView:
    return replace(option, label=LONG * 2, description=LONG * 3)


def wordier(view: PublicView) -> PublicView:
    """The same page by an author who knows no end."""
    dilemma, decision = view.dilemma, view.decision
    if dilemma is not None:
        dilemma = replace(
            dilemma,
            question=LONG * 4,
            title=LONG,
            tension=(LONG, LONG),
            options=tuple(map(wordy, dilemma.options)),
            labels=tuple(LONG for _ in dilemma.labels),
        )
    if decision is not None:
        decision = replace(
            decision,
            outcome=LONG * 6,
            reason=LONG * 4,
            options=tuple(map(wordy, decision.options)),
        )
    return replace(
        view,
        scenario=LONG * 2,
        place=LONG,
        frame=LONG * 7 if view.frame else "",
        dilemma=dilemma,
        decision=decision,
        news=tuple(LONG * 3 for _ in view.news),
        questions=tuple(LONG * 2 for _ in view.questions),
        smallest=tuple(map(wordy, view.smallest)),
        ending=(view.ending[0], LONG * 8) if view.ending else None,
        local_contact=LONG,
    )


def clashes(view: PublicView) -> Iterator[tuple[str, str, str]]:
    drawn = painted(view).drawn
    for number, one in enumerate(drawn):
        if not INSIDE.contains(one.box):
            yield view.page.value, one.text[:30], "outside"
        for other in drawn[number + 1 :]:
            if one.box.intersects(other.box):
                yield view.page.value, one.text[:30], other.text[:30]


@pytest.mark.parametrize("scenario_id", FLAGSHIPS)
def test_an_authors_endless_texts_become_small_and_never_lie_over_each_other(
    scenario_id: str,
) -> None:
    found = [clash for view in views(scenario_id) for clash in clashes(wordier(view))]
    assert found == []


def test_twelve_roles_are_as_readable_as_eight() -> None:
    for moment in played(FLAGSHIPS[0], people=24, everybody=True):
        small = [d for d in painted(moment.view).drawn if d.size < 48]
        assert small == [], moment.name
        assert list(clashes(moment.view)) == []


def said(view: PublicView) -> str:
    return " ".join(painted(view, look(language="en")).sentences)


def sized(view: PublicView) -> list[int]:
    drawn = painted(view, look(language="en")).drawn
    return [one.size for one in drawn if one.kind in {Kind.TEXT, Kind.OPTION, Kind.QUESTION}]


def dilemma_of(view: PublicView) -> DilemmaView:
    assert view.dilemma is not None
    return view.dilemma


def test_of_hands_only_the_totals_are_told() -> None:
    view = at(Page.SHIFT, kind=QuestionType.SINGLE_CHOICE)
    assert view.shift is not None
    options = dilemma_of(view).options
    net = tuple((option.id, 5 - n, n + 1) for n, option in enumerate(options))
    shift = replace(
        view.shift, table=(), n=0, moved=0, silent=Fraction(0), by_hand=True, net_only=net
    )
    hands = replace(view, shift=shift)
    assert "We counted hands" in said(hands)
    assert f"{options[0].label}: 5 → 1" in said(hands)
    assert min(sized(hands)) >= 64


def test_a_rule_that_may_fail_says_what_decides_then() -> None:
    view = at(Page.RULE)
    assert view.dilemma is not None
    sure, unsure = (
        replace(view, dilemma=replace(view.dilemma, rule=Rule.CONSENSUS, fallback=fallback))
        for fallback in (None, Rule.ROLE_WEIGHTED)
    )
    assert "every role counts as one vote" not in said(sure)
    assert "If that fails, every role counts as one vote." in said(unsure)
    assert min(sized(unsure)) >= 64


def test_objections_are_told_with_what_was_asked() -> None:
    view = at(Page.VOTE, kind=QuestionType.SINGLE_CHOICE)
    option = dilemma_of(view).options[0]
    asked = ConsentView((option.id,), "", objections=2, valid=13)
    told = said(replace(view, vote=None, consent=asked))
    assert "2 of the 13 have an objection." in told
    assert option.label in told
    assert "Which words can everybody live with?" in told


def test_without_a_second_vote_the_page_says_so() -> None:
    assert "no second vote" in said(replace(at(Page.SHIFT), shift=None))


def test_nobody_moving_is_a_result_too() -> None:
    view = at(Page.SHIFT, kind=QuestionType.SINGLE_CHOICE)
    assert view.shift is not None
    still = tuple(
        tuple(5 if row == column else 0 for column in range(len(view.shift.table)))
        for row in range(len(view.shift.table))
    )
    people = 5 * len(still)
    shift = replace(view.shift, table=still, n=people, moved=0, silent=Fraction(0))
    assert "Nobody chose otherwise" in said(replace(view, shift=shift))


@pytest.mark.parametrize("reason", list(Reason))
def test_an_open_decision_says_why_it_is_open(reason: Reason) -> None:
    view = at(Page.DECISION)
    open_ended = DecisionView(
        options=(),
        proposal=Proposal(Next.ASK_FACILITATOR, Rule.MAJORITY, reason),
        confirmed=False,
        rule=Rule.MAJORITY,
        fallback_used=False,
        by_facilitator=False,
        reason="",
        outcome="",
    )
    told = said(replace(view, decision=open_ended))
    assert "There is no decision yet" in told
    assert "more than half" in told


def test_a_fallback_and_the_other_weighing_are_told() -> None:
    view = at(Page.DECISION, kind=QuestionType.SINGLE_CHOICE)
    assert view.decision is not None
    a, b = (option.id for option in dilemma_of(view).options[:2])
    proposal = Proposal(
        Next.DECIDED,
        Rule.ROLE_WEIGHTED,
        Reason.MOST_VOTES,
        chosen=(b,),
        raw_winner=(a,),
        weighted_winner=(b,),
    )
    decision = replace(
        view.decision, proposal=proposal, rule=Rule.ROLE_WEIGHTED, fallback_used=True
    )
    told = said(replace(view, decision=decision))
    assert "did not work out" in told
    assert "When every person counts equally, A is on top." in told


def test_the_facilitators_reason_is_told() -> None:
    view = at(Page.DECISION)
    assert view.decision is not None
    decision = replace(view.decision, by_facilitator=True, reason="Er was haast.")
    assert "Reason: Er was haast." in said(replace(view, decision=decision))


def test_another_winner_when_roles_count_equally_is_told() -> None:
    view = at(Page.REVEAL, kind=QuestionType.SINGLE_CHOICE)
    assert view.result is not None
    per_role = {
        role: replace(own, counts={OptionId("d"): max(1, own.valid)}, valid=max(1, own.valid))
        for role, own in view.result.tally.per_role.items()
    }
    tally = replace(view.result.tally, per_role=per_role, options=(OptionId("d"),))
    told = said(replace(view, result=replace(view.result, tally=tally)))
    assert "When every role counts equally, D is on top" in told


def test_a_consent_check_shows_the_text_as_it_was_changed() -> None:
    view = next(v for v in views(FLAGSHIPS[1]) if v.vote and v.vote.vote is Vote.CONSENT)
    assert view.vote is not None
    amended = replace(view, vote=replace(view.vote, amended="Een kaartje, en na een maand bellen."))
    assert "na een maand bellen" in said(amended)
    assert "No objection" in said(amended)
    assert min(sized(amended)) >= 64


def test_a_shortage_is_said_in_words_and_not_by_colour_alone() -> None:
    view = at(Page.BUDGET)
    assert view.decision is not None
    room = tuple(YearRoom(year, 64, -24, 24) for year in range(4, 8))
    told = said(replace(view, decision=replace(view.decision, room=room)))
    assert "In years 4 to 7 we are €\u00a024,000 short each year." in told


def test_before_the_vote_it_is_told_what_does_not_fit() -> None:
    view = at(Page.RULE, kind=QuestionType.SINGLE_CHOICE)
    first, *rest = dilemma_of(view).options
    dear = replace(
        first, cost=Cost(once=10, yearly=-5, years=3), room=(YearRoom(2, 90, -10, 0, pot_short=8),)
    )
    lasting = replace(rest[0], cost=Cost(yearly=5, years=None), room=(YearRoom(3, 9, -4, 4),))
    options = (dear, lasting, *rest[1:])
    told = said(replace(view, dilemma=replace(dilemma_of(view), options=options)))
    assert "once €\u00a010,000, saves €\u00a05,000 a year. Does not fit: pot" in told
    assert "€\u00a05,000 a year, for good. Does not fit: €\u00a04,000 short in year 3" in told


def test_an_option_that_cannot_be_chosen_says_so_on_the_ballot() -> None:
    view = at(Page.VOTE, kind=QuestionType.SINGLE_CHOICE)
    first, *rest = dilemma_of(view).options
    blocked = replace(dilemma_of(view), options=(replace(first, blocked=True), *rest))
    texts = [d.text for d in painted(replace(view, dilemma=blocked), look(language="en")).drawn]
    assert f"{first.label} (does not fit)" in texts


def test_a_quiet_year_has_a_front_page_too() -> None:
    assert "A quiet year." in said(replace(at(Page.YEAR), news=()))


def test_numbers_can_be_left_out_everywhere() -> None:
    for page in (Page.EFFECTS, Page.LINES):
        view = at(page)
        assert any(c.isdigit() for c in values(view))
        assert not any(c.isdigit() for c in values(replace(view, show_numbers=False)))


def values(view: PublicView) -> str:
    """What is said, without the year up to which it goes: that is no value of an indicator."""
    return re.sub(r"year \d+", "", said(view))


def test_nobody_there_yet_is_an_invitation() -> None:
    view = replace(at(Page.WELCOME), roles=(), people=0)
    assert "Come in, take a seat." in said(view)
    assert "handed out now" in said(replace(at(Page.ROLES), roles=()))


def test_nobody_paying_is_said() -> None:
    assert "Nobody paid" in said(replace(at(Page.PAYERS), pockets=()))


def test_a_story_without_an_ending_stays_open() -> None:
    assert "The story is open." in said(replace(at(Page.ENDING), ending=None))


def test_a_vote_without_valid_ballots_is_told_as_such() -> None:
    view = at(Page.REVEAL, kind=QuestionType.SINGLE_CHOICE)
    assert view.result is not None
    counts = dict.fromkeys(view.result.tally.counts, 0)
    tally = replace(view.result.tally, counts=counts, valid=0, per_role={})
    empty = replace(view.result, tally=tally, label=None)
    assert "There are no valid votes." in said(replace(view, result=empty))


@pytest.mark.parametrize(
    ("kind", "votes", "sentence"),
    [
        (QuestionType.SINGLE_CHOICE, 12, "All 12 chose A."),
        (QuestionType.SINGLE_CHOICE, 1, "1 of the 1 chose A."),
        (QuestionType.APPROVAL, 12, "All 12 can live with A."),
    ],
)
def test_one_mind_is_told_as_one(kind: QuestionType, votes: int, sentence: str) -> None:
    view = at(Page.REVEAL, FLAGSHIPS[2], kind=kind)
    assert view.result is not None
    first, *others = view.result.tally.counts
    counts = {first: votes, **dict.fromkeys(others, 0)}
    tally = replace(view.result.tally, counts=counts, valid=votes, per_role={})
    assert sentence in said(replace(view, result=replace(view.result, tally=tally, label=None)))
