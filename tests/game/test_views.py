"""What each may see: the beamer, the facilitator, one seat."""

from dataclasses import replace
from fractions import Fraction

import pytest

from dilemmaspel.game import commands as c
from dilemmaspel.game.ballots import NO_OBJECTION, OBJECTION, Vote
from dilemmaspel.game.frames import FRAME_WORDS, story_frames
from dilemmaspel.game.ids import DilemmaId, OptionId, RoleId, SeatId
from dilemmaspel.game.phases import Overlay, Page, Phase
from dilemmaspel.game.presenting import presenter_view, seat_view
from dilemmaspel.game.scenario import Aftermath, Budget, Decision, Scenario
from dilemmaspel.game.seeing import public_view
from dilemmaspel.game.setup import Inputs, Kind, Profile, Setup
from dilemmaspel.game.steps import Stop, debrief_questions, pages
from dilemmaspel.game.terms import Rule
from dilemmaspel.game.views import DecisionView, PublicView, ShiftView, StopView
from dilemmaspel.simulate import next_commands
from tests.game.playing import (
    EVERYTHING,
    SCHAKEL,
    WACHTKAMER,
    WIJKTEAM,
    Play,
    changed,
    flagship,
)

TEAM = ("inwoner", "sociaal_werker", "beleidsmedewerker", "zorgaanbieder")


def playing(
    where: Phase | Page,
    dilemma: str | None = None,
    scenario: str | Scenario = SCHAKEL,
    setup: Setup | None = None,
) -> Play:
    return Play(scenario, setup).people(*TEAM).until(where, dilemma)


def decision(play: Play) -> DecisionView:
    view = public_view(play.state).decision
    assert view is not None
    return view


def shift(play: Play) -> ShiftView:
    view = public_view(play.state).shift
    assert view is not None
    return view


# ---------------------------------------------------------------- stories in frames


@pytest.mark.parametrize("name", [SCHAKEL, WACHTKAMER, WIJKTEAM])
def test_every_frame_of_a_shipped_story_can_be_read_from_afar(name: str) -> None:
    for dilemma in flagship(name).dilemmas:
        frames = story_frames(dilemma.story)
        assert 1 <= len(frames) <= 3
        assert all(len(frame.split()) <= FRAME_WORDS for frame in frames)
        assert " ".join(frames).split() == dilemma.story.split()


def test_a_story_may_be_short_empty_or_one_long_breath() -> None:
    assert story_frames("") == ()
    assert story_frames("  Kort. ") == ("Kort.",)
    breath = "woord " * 60
    assert story_frames(breath) == (" ".join(["woord"] * 60),)


def test_frames_are_about_equally_long() -> None:
    sentence = "Dit is een zin van zeven woorden."
    frames = story_frames(" ".join([sentence] * 8))
    assert [len(frame.split()) for frame in frames] == [28, 28]


# ---------------------------------------------------------------- the beamer


def words_of(view: PublicView) -> str:
    return repr(view)


@pytest.mark.parametrize("name", [SCHAKEL, WACHTKAMER, WIJKTEAM])
def test_nothing_secret_ever_reaches_the_beamer(name: str) -> None:
    play = Play(name).people(*TEAM)
    scenario = flagship(name)
    knows = [b.knows for d in scenario.dilemmas for b in d.briefings.values()]
    notes = [d.facilitator.notes for d in scenario.dilemmas]
    endings = [ending.text for ending in scenario.endings]
    while play.phase() is not Phase.CLOSED:
        seen = words_of(public_view(play.state))
        assert not [secret for secret in (*knows, *notes) if secret in seen]
        if play.page() is not Page.ENDING:
            assert not [ending for ending in endings if ending in seen]
        play.vote_bots()
        for command in _next(play):
            play.do(command)


def _next(play: Play) -> tuple[c.Command, ...]:
    return next_commands(play.state, 1)


def test_later_effects_stay_hidden_until_they_happen() -> None:
    play = playing(Page.EFFECTS, "d1")
    later = [d.news for o in flagship(SCHAKEL).dilemmas[0].options for d in o.outcome.delayed]
    seen = words_of(public_view(play.state))
    assert not [news for news in later if news in seen]


def test_the_first_pages_tell_who_is_there() -> None:
    play = Play().people("inwoner", "inwoner", "ondernemer")
    view = public_view(play.state)
    assert (view.page, view.people) == (Page.WELCOME, 3)
    assert [(r.role.id, r.seats) for r in view.roles] == [("inwoner", 2), ("ondernemer", 1)]
    play.do(c.Leave(SeatId(1)))
    assert public_view(play.state).people == 2


def test_the_story_comes_in_frames_and_ends_with_the_rule() -> None:
    play = playing(Phase.NEWS_STORY, "d1")
    view = public_view(play.state)
    assert (view.page, view.page_number) == (Page.STORY, 1)
    assert view.dilemma is not None
    assert view.frame == view.dilemma.frames[0]
    assert (view.dilemma.number, view.dilemma.total) == (1, 4)
    play.until(Page.RULE)
    assert public_view(play.state).frame == ""


def test_the_news_of_the_year_opens_a_round() -> None:
    play = playing(Phase.VOTE2, "d1").votes("a", "a", "a", "a")
    play.until(Phase.NEWS_STORY, "d3")
    view = public_view(play.state)
    assert view.page is Page.NEWS
    assert [line[:20] for line in view.news] == ["Het projectgeld is o"]


def test_an_event_opens_a_round_too() -> None:
    view = public_view(playing(Phase.NEWS_STORY, "d4").state)
    assert view.page is Page.NEWS
    assert view.news[0].startswith("De gemeente krijgt minder geld")


def test_a_rule_that_may_fail_says_what_decides_then() -> None:
    fallbacks = {}
    for name in ("d1", "d4"):
        dilemma = public_view(playing(Phase.NEWS_STORY, name).state).dilemma
        assert dilemma is not None
        fallbacks[dilemma.rule] = dilemma.fallback
    assert fallbacks == {Rule.PLURALITY: None, Rule.CONSENSUS: Rule.ROLE_WEIGHTED}


def test_objections_are_counted_for_the_room_until_it_is_asked_again() -> None:
    play = playing(Phase.CONSENT_CHECK, scenario=WACHTKAMER)
    assert public_view(play.state).consent is None
    play.do(play.ballot(1, OBJECTION, objection="Te snel."))
    for seat in (2, 3, 4):
        play.do(play.ballot(seat, NO_OBJECTION))
    play.on()
    seen = public_view(play.state)
    assert seen.vote is None
    assert seen.consent is not None
    assert (seen.consent.objections, seen.consent.valid) == (1, 4)
    assert seen.consent.candidates
    play.do(c.AskConsentAgain("Eerst vragen."))
    assert public_view(play.state).consent is None


def test_an_open_vote_is_a_count() -> None:
    play = playing(Phase.VOTE1, "d1").votes("a", "b")
    view = public_view(play.state)
    assert view.vote is not None
    assert (view.vote.cast, view.vote.present, view.result) == (2, 4, None)
    assert view.dilemma is not None
    assert [o.letter for o in view.dilemma.options] == ["A", "B", "C", "D"]


def test_a_revealed_vote_shows_its_counts() -> None:
    play = playing(Phase.VOTE1, "d1").votes("a", "b", "b", "b")
    play.on()
    result = public_view(play.state).result
    assert result is not None
    assert result.tally.counts[OptionId("b")] == 3
    assert result.per_role
    assert result.label is None


def test_own_voices_hide_small_roles() -> None:
    own = Setup(kind=Kind.OWN_VOICE, profile=Profile.HALF_DAY)
    play = Play(SCHAKEL, own).people(*["inwoner"] * 5, *["ondernemer"] * 4)
    result = public_view(play.until(Page.REVEAL).state).result
    assert result is not None
    assert not result.per_role
    play = Play(SCHAKEL, own).people(*["inwoner"] * 5, *["ondernemer"] * 5)
    result = public_view(play.until(Page.REVEAL).state).result
    assert result is not None
    assert result.per_role
    assert result.label is not None
    play.do(c.ShowRoles(on=False))
    result = public_view(play.state).result
    assert result is not None
    assert not result.per_role


def test_the_talk_begins_with_the_smallest_side() -> None:
    play = playing(Phase.VOTE1, "d1").votes("a", "b", "b", "b").until(Phase.TALK)
    view = public_view(play.state)
    assert [option.letter for option in view.smallest] == ["A"]
    assert view.questions
    assert view.result is not None


def test_a_room_of_one_mind_has_no_smallest_side() -> None:
    play = playing(Phase.VOTE1, "d1").votes("b", "b", "b", "b").until(Phase.TALK)
    assert public_view(play.state).smallest == ()


def test_one_vote_goes_from_talk_to_the_decision() -> None:
    once = Setup(profile=Profile.HALF_DAY, two_votes=False)
    play = playing(Phase.VOTE1, "d1", setup=once).votes("a", "a", "a", "a")
    play.until(Phase.DECISION)
    assert [s.page for s in _stops(play)] == [Page.DECISION]


def _stops(play: Play) -> tuple[Stop, ...]:
    return pages(play.state)


# ---------------------------------------------------------------- the shift


def test_the_shift_shows_who_moved_and_the_silent_swap() -> None:
    play = playing(Phase.VOTE1, "d1").votes("a", "b", "b", "c")
    play.until(Phase.VOTE2).votes("b", "a", "b", "c").until(Page.SHIFT)
    view = shift(play)
    assert view.choices == ("a", "b", "c", "d")
    assert view.table[0] == (0, 1, 0, 0)
    assert (view.n, view.moved, view.silent, view.excluded) == (4, 2, Fraction(1, 2), 0)
    assert view.per_role[RoleId("inwoner")][0] == (0, 1, 0, 0)


def test_latecomers_and_abstentions_have_their_place_in_the_shift() -> None:
    play = playing(Phase.VOTE1, "d1").votes("a", None, "b", "b").people("ondernemer")
    play.until(Phase.VOTE2).votes("a", "a", "b", "b", "c").until(Page.SHIFT)
    view = shift(play)
    assert view.choices[-1] == ""
    assert (view.moved, view.excluded) == (1, 1)


def test_hands_show_the_net_movement_only() -> None:
    play = playing(Phase.VOTE1, "d1")
    play.do(play.hands("inwoner", "a", 1))
    play.until(Phase.VOTE2)
    play.do(play.hands("inwoner", "b", 1))
    view = shift(play.until(Page.SHIFT))
    assert view.by_hand
    assert view.table == ()
    assert {o: a for o, a, _ in view.net_only}["a"] >= 1


@pytest.mark.parametrize(
    ("scenario", "dilemma", "choices"),
    [
        (WACHTKAMER, "d3", ("1", "2", "3", "4", "5")),
        (SCHAKEL, "d3", ("cijfers", "verhalen", "doorrekenen", "meelopen")),
    ],
)
def test_scales_and_orders_move_too(scenario: str, dilemma: str, choices: tuple[str, ...]) -> None:
    view = shift(playing(Page.SHIFT, dilemma, scenario))
    assert view.choices[: len(choices)] == choices
    assert sum(map(sum, view.table)) == view.n


@pytest.mark.parametrize(("scenario", "dilemma"), [(SCHAKEL, "d2"), (WIJKTEAM, "d2")])
def test_points_and_approvals_move_as_a_whole(scenario: str, dilemma: str) -> None:
    view = shift(playing(Page.SHIFT, dilemma, scenario))
    assert view.table == ()
    assert len(view.net_only) >= 4


def test_an_empty_order_stands_with_the_abstentions() -> None:
    loose = changed(
        flagship(WIJKTEAM), "d2", lambda d: replace(d, decision=Decision(rule=Rule.PLURALITY))
    )
    play = playing(Phase.VOTE1, "d2", loose).votes([], ["maatje"], ["maatje"], ["maatje"])
    assert public_view(play.until(Page.REVEAL).state).result is not None


def test_nobody_who_voted_twice_means_no_shift() -> None:
    play = playing(Phase.VOTE1, "d1").votes("a", "b")
    play.on()
    play.until(Phase.TALK)
    play.do(c.Leave(SeatId(1)))
    play.do(c.Leave(SeatId(2)))
    play.on()
    play.do(play.ballot(3, "a"))
    play.do(play.ballot(4, "a"))
    play.until(Page.SHIFT)
    assert public_view(play.state).shift is None


# ---------------------------------------------------------------- decisions and after


def test_a_proposal_becomes_a_decision_with_its_effects() -> None:
    play = playing(Phase.VOTE2, "d1").votes("b", "b", "b", "a").until(Page.DECISION)
    proposed = decision(play)
    assert (proposed.confirmed, [o.id for o in proposed.options]) == (False, ["b"])
    assert proposed.effects == ()
    play.on()
    taken = decision(play)
    assert taken.confirmed
    effects = {view.indicator: view for view in taken.effects}
    work = effects[next(i for i in effects if i == "werkdruk")]
    assert (work.delta, work.before, work.after, work.better) == (-2, 60, 58, True)
    assert taken.outcome.startswith("De kok blijft")
    assert [r.free for r in taken.room] == [35, 35, 35, 35]
    assert any(view.better is None for view in taken.effects)


def test_the_money_of_the_options_stays_that_of_the_vote() -> None:
    play = playing(Page.DECISION, "d1")
    before = public_view(play.state).dilemma
    play.on()
    after = public_view(play.state).dilemma
    assert before is not None
    assert after is not None
    assert before.options == after.options


def test_points_are_shown_whole_and_told_as_their_outcome() -> None:
    play = playing(Phase.VOTE2, "d2")
    play.vote_bots({"d2": {"gemeente": 40, "zorgverzekeraar": 60}})
    view = decision(play.until(Page.DECISION))
    assert view.shares[OptionId("gemeente")] == 40
    assert view.outcome.startswith("Er komt een gezamenlijke pot")


def test_a_facilitators_choice_is_seen_before_it_is_confirmed() -> None:
    by_me = changed(
        flagship(SCHAKEL), "d1", lambda d: replace(d, decision=Decision(rule=Rule.FACILITATOR))
    )
    play = playing(Page.DECISION, "d1", by_me)
    waiting = presenter_view(play.state)
    assert waiting.next is not None
    assert waiting.next.needs_choice
    assert [o.id for o in waiting.candidates] == ["a", "b", "c", "d"]
    play.do(c.ChooseOutcome((OptionId("d"),), "proef het eens"))
    view = decision(play)
    assert (view.by_facilitator, view.reason) == (True, "proef het eens")
    assert [o.id for o in view.options] == ["d"]
    chosen = presenter_view(play.state)
    assert chosen.next is not None
    assert not chosen.next.needs_choice


def test_an_amended_text_is_what_was_decided() -> None:
    play = playing(Phase.VOTE2, "d4", WACHTKAMER).votes("c", "c", "c", "c")
    play.on()
    view = public_view(play.state)
    assert view.vote is not None
    assert (view.vote.candidates, view.vote.amended) == (("c",), "")
    play.do(play.ballot(1, OBJECTION, objection="nog niet"))
    play.on()
    assert presenter_view(play.state).objections == ("nog niet",)
    play.do(c.AskConsentAgain("Eerst vragen."))
    seen = seat_view(play.state, SeatId(1))
    assert seen is not None
    assert seen.consent_text == "Eerst vragen."
    play.votes(*[NO_OBJECTION] * 4).until(Page.DECISION)
    assert decision(play).outcome == "Eerst vragen."
    play.on()
    assert decision(play).outcome == "Eerst vragen."


def test_the_years_after_end_with_lines_lenses_payers_and_an_ending() -> None:
    play = playing(Page.YEAR)
    assert public_view(play.state).year == 5
    play.until(Page.LINES)
    lines = public_view(play.state).lines
    assert [line.indicator.id for line in lines] == [i.id for i in flagship(SCHAKEL).indicators]
    assert lines[0].years == tuple(range(8))
    assert lines[2].null[-1] == 72
    play.until(Page.LENSES)
    lenses = public_view(play.state).lenses
    assert {view.role for view in lenses} == set(TEAM)
    play.until(Page.PAYERS)
    assert public_view(play.state).pockets[0].pocket == "gemeente"
    play.until(Page.ENDING)
    assert public_view(play.state).ending is not None
    play.until(Page.QUESTION)
    assert public_view(play.state).question == 0


def test_a_scenario_without_money_years_or_endings_has_fewer_pages() -> None:
    bare = replace(
        flagship(SCHAKEL),
        budget=Budget(),
        aftermath=Aftermath(),
        endings=(),
        dilemmas=tuple(
            replace(
                d,
                event=None,
                options=tuple(
                    replace(o, outcome=replace(o.outcome, cost=None, delayed=(), benefits={}))
                    for o in d.options
                ),
                points=None,
            )
            for d in flagship(SCHAKEL).dilemmas[:1]
        ),
        theme=None,
    )
    play = playing(Page.EFFECTS, "d1", bare, Setup(profile=Profile.SHORT))
    assert Page.BUDGET not in {s.page for s in _stops(play)}
    play.until(Phase.AFTERMATH)
    assert [s.page for s in _stops(play)] == [Page.LINES, Page.LENSES]
    view = public_view(play.state)
    assert (view.theme, view.lines[0].years) == ("", (0, 1))
    play.until(Phase.DEBRIEF)


def test_the_debrief_leaves_out_what_was_not_asked() -> None:
    plain = debrief_questions(playing(Phase.LOBBY).state)
    everything = debrief_questions(playing(Phase.LOBBY, setup=Setup(inputs=EVERYTHING)).state)
    assert set(everything) - set(plain) == {11, 12}
    assert 17 in plain


# ---------------------------------------------------------------- the facilitator


def here(stops: tuple[StopView, ...]) -> list[StopView]:
    return [stop for stop in stops if stop.here]


def test_the_road_shows_where_we_are() -> None:
    play = playing(Phase.TALK, "d2")
    road = presenter_view(play.state).road
    assert [(s.phase, s.dilemma) for s in here(road)] == [(None, "d2"), (Phase.TALK, "d2")]
    assert [s.dilemma for s in road if s.phase is None] == ["d1", "d2", "d3", "d4"]
    assert next(s for s in road if s.dilemma == "d1").done
    play.do(c.SkipDilemma(play.state.step))
    road = presenter_view(play.state).road
    assert next(s for s in road if s.dilemma == "d2").skipped


def test_the_road_of_the_end_has_no_dilemmas_to_come() -> None:
    play = playing(Phase.DEBRIEF)
    view = presenter_view(play.state)
    assert [s.phase for s in here(view.road)] == [Phase.DEBRIEF]
    assert not view.can_end_early
    assert view.debrief


def test_the_button_says_what_it_will_do() -> None:
    play = Play().people(*TEAM)
    view = presenter_view(play.state).next
    assert view is not None
    assert view.phase is Phase.INTRO
    play.until(Phase.VOTE1, "d1")
    view = presenter_view(play.state).next
    assert view is not None
    assert (view.closes, view.below_quorum, view.few_voted) == (Vote.FIRST, False, True)
    play.until(Phase.VOTE2, "d1")
    view = presenter_view(play.state).next
    assert view is not None
    assert (view.closes, view.below_quorum, view.few_voted) == (Vote.SECOND, True, False)
    play.votes("a", "a", "a", "a")
    view = presenter_view(play.state).next
    assert view is not None
    assert not view.below_quorum
    assert not view.few_voted
    play.do(c.Lay(Overlay.BREAK))
    view = presenter_view(play.state).next
    assert view is not None
    assert view.resumes
    play.until(Page.DECISION)
    view = presenter_view(play.state).next
    assert view is not None
    assert view.confirms
    play.until(Page.EFFECTS)
    view = presenter_view(play.state).next
    assert view is not None
    assert view.page is Page.BUDGET
    play.until(Phase.CLOSED)
    closed = presenter_view(play.state)
    assert closed.next is None
    assert closed.closed


def test_who_voted_is_shown_per_seat_and_role() -> None:
    play = playing(Phase.VOTE1, "d1").votes("a")
    play.do(play.hands("sociaal_werker", "b", 1))
    voted = {row.role.id: row for row in presenter_view(play.state).voted}
    assert voted[RoleId("inwoner")].seats == ((SeatId(1), True),)
    assert voted[RoleId("sociaal_werker")].hands == 1
    play.on()
    assert presenter_view(play.state).voted == ()


def test_the_cards_show_all_roles_with_their_ticks() -> None:
    play = playing(Phase.TALK, "d1")
    play.do(c.ShareInfo(RoleId("inwoner")))
    cards = {card.role.id: card for card in presenter_view(play.state).cards}
    assert cards[RoleId("inwoner")].shared
    assert cards[RoleId("inwoner")].present
    assert not cards[RoleId("onderzoeker")].present
    assert len(cards) == 8


def test_undo_and_reopen_are_offered_when_they_can_be_done() -> None:
    play = playing(Phase.REVEAL1, "d1")
    view = presenter_view(play.state)
    assert (view.undo, view.undo_needs_reason) == ("VoteClosed", False)
    assert view.reopenable == (Vote.FIRST,)
    play.until(Page.EFFECTS)
    view = presenter_view(play.state)
    assert (view.undo, view.undo_needs_reason) == ("DecisionTaken", True)
    assert view.reopenable == ()


# ---------------------------------------------------------------- one seat


def test_a_seat_sees_its_own_card_and_no_other() -> None:
    play = playing(Phase.BRIEFING, "d1")
    seen = seat_view(play.state, SeatId(1))
    assert seen is not None
    briefings = flagship(SCHAKEL).dilemmas[0].briefings
    assert seen.briefing == briefings[RoleId("inwoner")]
    others = [b.knows for role, b in briefings.items() if role != "inwoner"]
    assert not [secret for secret in others if secret in repr(seen)]


def test_a_seat_sees_whether_it_voted() -> None:
    play = playing(Phase.VOTE1, "d1").votes("b").people("ondernemer")
    first, second = seat_view(play.state, SeatId(1)), seat_view(play.state, SeatId(2))
    late = seat_view(play.state, SeatId(5))
    assert first is not None
    assert second is not None
    assert late is not None
    assert (first.may_vote, first.has_voted, first.own_choice) == (True, True, "b")
    assert (second.may_vote, second.has_voted) == (True, False)
    assert not late.may_vote
    assert [o.letter for o in first.ballot] == ["A", "B", "C", "D"]


def test_there_is_no_card_before_the_briefing_or_after_the_vote() -> None:
    for play in (playing(Phase.LOBBY), playing(Phase.DECISION, "d1")):
        seen = seat_view(play.state, SeatId(1))
        assert seen is not None
        assert seen.briefing.knows == ""
    assert seat_view(playing(Phase.LOBBY).state, SeatId(99)) is None


def test_the_consent_text_is_what_the_group_chose() -> None:
    play = playing(Phase.VOTE2, "d4", WACHTKAMER).votes("c", "c", "c", "c")
    play.on()
    seen = seat_view(play.state, SeatId(2))
    assert seen is not None
    assert seen.consent_text == "Via de buurt"


def test_extra_questions_follow_the_set_up() -> None:
    seen = seat_view(playing(Phase.LOBBY, setup=Setup(inputs=EVERYTHING)).state, SeatId(1))
    assert seen is not None
    assert seen.inputs == EVERYTHING
    plain = seat_view(playing(Phase.LOBBY).state, SeatId(1))
    assert plain is not None
    assert plain.inputs == Inputs()


def test_the_total_follows_the_path() -> None:
    play = playing(Phase.TALK, "d2")
    play.do(c.ChangePlan((DilemmaId("d4"),)))
    view = public_view(play.state).dilemma
    assert view is not None
    assert (view.number, view.total) == (2, 3)
