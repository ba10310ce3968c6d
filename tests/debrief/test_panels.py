"""The panels tell what the log tells."""

from fractions import Fraction
from typing import TypeVar

import pytest

from dilemmaspel.debrief.figures import (
    Acceptance,
    Agreements,
    Alignment,
    Came,
    Closeness,
    Crossings,
    ExitPoll,
    Figure,
    GroupOrder,
    Happened,
    InfoShared,
    LateNews,
    Lenses,
    Notes,
    OtherRules,
    Payers,
    PointsSpread,
    Remarks,
    RolesAtTable,
    Shares,
    Timeline,
    ValueCards,
    VoteFlow,
    WhatIf,
    YearLines,
)
from dilemmaspel.debrief.panels import panel, panels, question_plan
from dilemmaspel.debrief.record import record
from dilemmaspel.debrief.saying import Say, said
from dilemmaspel.game.ballots import Channel, ValueCard, Vote
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Inputs, Profile, Setup
from dilemmaspel.game.state import State
from dilemmaspel.game.steps import questions_of
from dilemmaspel.texts import Texts
from tests.debrief.sessions import FLAGSHIPS, REVERSAL, played, reversal
from tests.game.playing import SCHAKEL, WACHTKAMER, WIJKTEAM, Play

EN, NL = Texts("en"), Texts("nl")
F = TypeVar("F")


def figures(state: State, number: int, kind: type[F]) -> list[F]:
    return [figure for figure in panel(state, number).figures if isinstance(figure, kind)]


def only(state: State, number: int, kind: type[F]) -> F:
    (found,) = figures(state, number, kind)
    return found


# ------------------------------------------------------------------- every figure


@pytest.mark.parametrize("name", FLAGSHIPS)
def test_every_question_has_figures_with_a_sentence_and_a_sound_table(name: str) -> None:
    state = played(name)
    built = [figure for number in range(20) for figure in panel(state, number).figures]
    kept = record(state)
    built += [*kept.figures, *(f for one in kept.dilemmas for f in one.figures)]
    assert {type(figure).__name__ for figure in panels(state)[0].figures} == {"RolesAtTable"}
    for figure in built:
        _check_figure(figure)


def _check_figure(figure: Figure) -> None:
    table = figure.table()
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names), figure.key
    assert all(len(row) == len(names) for row in table.rows), figure.key
    heads = [column.head for column in table.columns]
    cells = [cell for row in table.rows for cell in row]
    for text in (figure.title(), figure.sentence(), table.title, *table.notes, *heads, *cells):
        if isinstance(text, Say):
            assert said(NL, text)
            assert "{" not in said(EN, text)


def test_a_session_without_a_decision_has_panels_too() -> None:
    state = Play(SCHAKEL).state
    for number in range(20):
        for figure in panel(state, number).figures:
            _check_figure(figure)
    assert record(state).dilemmas == ()


def test_an_unknown_question_is_an_index_error() -> None:
    with pytest.raises(IndexError):
        panel(Play(SCHAKEL).state, 20)


# ------------------------------------------------------------------- the worked reversal


def test_who_chose_what_counts_whole_per_role_and_with_equal_roles() -> None:
    shares = figures(reversal(), 2, Shares)[0]
    assert (shares.vote, shares.counts, shares.valid) == (Vote.SECOND, (1, 7, 4, 0), 12)
    assert [role.role.id for role in shares.roles] == [
        role.id for role in reversal().scenario.roles if role.id in REVERSAL
    ]
    assert shares.weighted == tuple(Fraction(n, 7) for n in (1, 2, 4, 0))
    residents = next(role for role in shares.roles if role.role.id == "inwoner")
    assert (residents.counts, residents.in_percent) == ((0, 4, 0, 0), False)
    assert (shares.chosen, shares.roles_for_top) == (("b",), 2)
    assert said(EN, shares.sentence()).startswith("2 of the 7 roles were for B")


def test_who_moved_shows_every_move_and_the_silent_swap() -> None:
    flow = figures(reversal(), 3, VoteFlow)[0]
    assert flow.table_of_moves[0] == (1, 7, 4, 0)
    assert (flow.n, flow.moved, flow.net, flow.silent_moves) == (12, 11, Fraction(11, 12), 0)
    assert flow.most_gained is not None
    assert flow.most_gained.sign == "B"
    assert {p.id: n for p, n in flow.gained}["a"] == -11
    alone = next(role for role in flow.roles if role.role.id == "onderzoeker")
    assert (alone.n, alone.moved) == (1, 0)


def test_another_rule_turns_the_worked_reversal() -> None:
    found = only(reversal(), 7, OtherRules).dilemmas[0].outcomes
    by_name = {said(EN, one.name): one for one in found}
    assert found[0].real
    equal_roles = by_name["One role, one vote"]
    assert ([p.sign for p in equal_roles.chosen], equal_roles.differs) == (["C"], True)
    majority = by_name["More than half"]
    assert ([p.sign for p in majority.chosen], majority.differs) == (["B"], False)
    assert by_name["Broad agreement"].came is Came.NOT_REACHED


def test_the_label_of_a_vote_is_the_word_of_its_counts() -> None:
    first, second = only(reversal(), 5, Closeness).labels[:2]
    assert (first.vote, first.number, second.vote, second.number) == (
        Vote.FIRST,
        1,
        Vote.SECOND,
        3,
    )
    assert second.words is not None
    assert said(EN, second.words) == "A majority"


def test_what_was_said_and_agreed_stands_in_its_panel() -> None:
    state = reversal()
    remark = only(state, 4, Remarks).remarks[0]
    assert (remark.text, remark.place and remark.place.sign) == ("Het kost weinig", "B")
    assert remark.role is not None
    assert only(state, 13, Notes).notes[0].text == "Dit lijkt op onze wijk"
    assert only(state, 15, Agreements).agreements[0].who == "Wij"
    poll = only(state, 16, ExitPoll)
    assert (poll.talking.counts, poll.talking.mean) == ((0, 0, 1, 3, 1), Fraction(4))
    assert (poll.understanding.n, poll.understanding.mean) == (4, None)
    shared = only(state, 4, InfoShared).dilemmas[0]
    assert sum(card.shared for card in shared.cards) == 1
    assert shared.moved == 11


def test_the_timeline_follows_the_years() -> None:
    moments = only(reversal(), 1, Timeline).moments
    years = [one.year for one in moments]
    assert years == sorted(years)
    decisions = [one for one in moments if one.kind is Happened.DECISION]
    assert [one.year for one in decisions] == [1, 2, 3, 4]
    assert moments[-1].kind is Happened.ENDING
    assert "Het werd stil" in {one.text for one in moments if one.kind is Happened.NOTE}


def test_the_roles_that_nobody_played_come_with_the_advised_ones_first() -> None:
    there, absent = only(reversal(), 0, RolesAtTable), only(reversal(), 14, RolesAtTable)
    assert sum(one.people for one in there.filled) == 12
    assert (there.ask_absent, absent.ask_absent) == (False, True)
    names = [one.role.id for one in absent.absent]
    assert set(names) == {r.id for r in reversal().scenario.roles if r.voting} - set(REVERSAL)
    wanted = [*reversal().scenario.required_roles, *reversal().scenario.recommended_roles]
    known = [name in wanted for name in names]
    assert known == sorted(known, reverse=True)


# ------------------------------------------------------------------- the years


def test_lines_have_the_null_line_and_every_other_path() -> None:
    state = reversal()
    plain, paths = only(state, 8, YearLines), only(state, 10, YearLines)
    what_if = only(state, 10, WhatIf)
    snapshots = state.flow.world.snapshots
    for line in paths.lines:
        assert line.ours[1:] == tuple(s.indicators[line.indicator.id] for s in snapshots)
        assert line.others[0] == line.ours
        assert line.others[1] == line.null
        assert len(line.others) == len(what_if.paths)
    assert (plain.others, plain.last_decision, len(plain.years)) == ((), 4, 8)
    assert len(only(state, 8, Lenses).lenses) == 7
    assert only(state, 9, Payers).pockets[0].pocket == "gemeente"


def test_a_crossing_is_the_first_year_from_which_it_stays_better() -> None:
    state = reversal()
    for one, line in zip(
        only(state, 18, Crossings).crossings, only(state, 18, YearLines).lines, strict=True
    ):
        better = [
            (a - b) * line.indicator.direction > 0
            for a, b in zip(line.ours, line.null, strict=True)
        ]
        if one.year is None:
            assert not better[-1]
        else:
            assert all(better[one.year :])
            assert not better[one.year - 1]


def test_the_question_about_funding_shows_every_other_first_decision() -> None:
    figure = only(reversal(), 17, WhatIf)
    assert [path.id for path in figure.paths] == ["real", "null", "d1=a", "d1=c", "d1=d"]
    assert said(EN, figure.sentence()).startswith("Here are 3 other decisions")


def test_news_of_what_did_not_come_about_is_told_apart() -> None:
    states = [played(name) for name in FLAGSHIPS]
    told = [one for state in states for one in only(state, 19, LateNews).moments]
    lapsed = [news.text for state in states for news in state.flow.world.news if news.lapsed]
    assert sorted(str(one.text) for one in told) == sorted(lapsed)
    assert lapsed


# ------------------------------------------------------------------- other questions


def test_points_and_orders_have_a_figure_of_their_own() -> None:
    state = played(SCHAKEL)
    points, order = only(state, 2, PointsSpread), only(state, 2, GroupOrder)
    assert sum(one.shown for one in points.options) == points.total == 100
    result = state.flow.results[(points.dilemma.id, Vote.SECOND)]
    assert {o.place.id: o.mean for o in points.options} == dict(result.means)
    borda = [one.borda for one in order.ranked]
    assert borda == sorted(borda, reverse=True)
    assert sum(one.firsts for one in order.ranked) == order.n


def test_what_all_can_live_with_comes_with_ticks_or_with_consent() -> None:
    found = figures(played(WIJKTEAM), 7, Acceptance) + figures(played(WACHTKAMER), 7, Acceptance)
    assert found
    for one in found:
        assert all(n <= one.n for _, n in one.ticks)
        assert bool(one.asked) == bool(one.answered)
        assert len(one.objections) <= one.answered


def test_roles_are_compared_from_three_common_dilemmas_on() -> None:
    matrix = only(reversal(), 6, Alignment)
    size = len(matrix.roles)
    for i in range(size):
        for j in range(size):
            cell = matrix.cells[i][j]
            assert cell == matrix.cells[j][i]
            assert cell is None or 0 <= cell <= 1
            assert i == j or (cell is None) == (matrix.common[i][j] < 3)
    short = Play(SCHAKEL, Setup(profile=Profile.SHORT)).people(*REVERSAL)
    few = only(short.until(Phase.DEBRIEF).state, 6, Alignment)
    assert few.closest is None
    assert "too few" in said(EN, few.sentence())


def test_value_cards_are_counted_for_the_room_and_per_role() -> None:
    play = Play(SCHAKEL, Setup(profile=Profile.SHORT, inputs=Inputs(value_card=True)))
    play.people("inwoner", "inwoner", "huisarts").until(Phase.VOTE2, "d1")
    for seat, card in enumerate(("veiligheid", "veiligheid", "privacy"), start=1):
        play.do(play.ballot(seat, "a", value_card=ValueCard(card)))
    cards = only(play.until(Phase.DEBRIEF).state, 12, ValueCards)
    assert (cards.cards[0], cards.counts) == ("veiligheid", (2, 1))
    assert {own.role.id: own.counts for own in cards.roles} == {
        "inwoner": (2, 0),
        "huisarts": (0, 1),
    }


def test_a_show_of_hands_shows_net_movement_only() -> None:
    play = Play(SCHAKEL, Setup(profile=Profile.SHORT)).people(
        *["inwoner"] * 6, channel=Channel.HANDS
    )
    play.until(Phase.VOTE1, "d1").do(play.hands("inwoner", "a", 6))
    play.until(Phase.VOTE2, "d1").do(play.hands("inwoner", "a", 2))
    play.do(play.hands("inwoner", "b", 4))
    state = play.until(Phase.DEBRIEF).state
    flow = figures(state, 3, VoteFlow)[0]
    assert (flow.n, flow.by_hand, flow.table_of_moves, flow.roles) == (0, True, (), ())
    assert {p.sign: (a, b) for p, a, b in flow.net_only}["A"] == (6, 2)
    assert figures(state, 2, Shares)[0].by_hand == 6
    assert dict(record(state).method.channels)[Channel.HANDS] >= 12


# ------------------------------------------------------------------- the plan


@pytest.mark.parametrize(
    ("profile", "whole", "advised"),
    [(Profile.SHORT, 20, 7), (Profile.STANDARD, 40, 11), (Profile.HALF_DAY, 60, 17)],
)
def test_the_plan_spends_the_minutes_of_the_profile(
    profile: Profile, whole: int, advised: int
) -> None:
    plan = question_plan(profile)
    assert sum(n for _, n in plan.minutes) == whole
    assert sum(one.minutes for one in plan.questions) == whole
    assert sum(one.advised for one in plan.questions) == advised
    assert all((one.minutes >= 1) == one.advised for one in plan.questions)
    assert [one.number for one in plan.questions] == list(range(17))


def test_the_plan_of_a_session_has_its_questions_with_the_one_of_its_theme() -> None:
    state = played(SCHAKEL)
    questions = questions_of(state.scenario, state.setup)
    plan = question_plan(Profile.HALF_DAY, questions)
    assert [one.number for one in plan.questions] == list(questions)
    assert sum(one.minutes for one in plan.questions) == 60
    assert 17 in [one.number for one in plan.questions if one.advised]
