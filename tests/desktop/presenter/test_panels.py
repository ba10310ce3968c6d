"""The panels of the presenter window: each shows what the view says and asks the right thing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.presenter.scripts import debrief_script, script_for
from dilemmaspel.desktop.widgets.badge import OptionBadge
from dilemmaspel.desktop.widgets.clock import clock_words
from dilemmaspel.game import commands as c
from dilemmaspel.game.ballots import Channel, Vote
from dilemmaspel.game.ids import DilemmaId, OptionId, RoleId, SeatId
from dilemmaspel.game.phases import Overlay, Page, Phase
from dilemmaspel.game.presenting import presenter_view
from dilemmaspel.game.setup import Inputs, Kind, Profile, Setup, Voting
from tests.desktop.looking import dressed
from tests.desktop.presenter.conftest import Show
from tests.desktop.presenter.game import DUTCH, MINUTE, Game, Shown, flagship, tied
from tests.desktop.samples import FLAGSHIPS, played, scenario


def text(shown: Shown, name: str) -> str:
    label = shown.find(name)
    assert isinstance(label, QLabel)
    return "" if label.isHidden() else label.text()


def press(shown: Shown, name: str) -> None:
    button = shown.find(name)
    assert isinstance(button, QPushButton)
    assert button.isEnabled()
    button.click()


def write(shown: Shown, qtbot: QtBot, name: str, words: str) -> QLineEdit:
    line = shown.find(name)
    assert isinstance(line, QLineEdit)
    line.setText(words)
    QTest.keyClick(line, Qt.Key.Key_Return)
    return line


def stops(shown: Shown) -> list[str]:
    return [
        stone.accessibleName()
        for stone in shown.window.left.road.findChildren(QWidget)
        if type(stone).__name__ == "Stone"
    ]


# ---------------------------------------------------------------- the road and the plan


def test_the_road_shows_what_was_where_we_are_and_what_comes(game: Game, show: Show) -> None:
    said = stops(show(game.to(Phase.TALK)))
    assert said[0] == "Coming in (done)"
    assert "Het project loopt af (we are here)" in said
    assert "First vote (done)" in said
    assert "Talk (we are here)" in said
    assert "Second vote" in said
    assert "Wie betaalt mee?" in said


def test_the_road_shows_what_was_skipped(game: Game, show: Show) -> None:
    game.to(Phase.TALK).do(c.SkipDilemma(game.here.step))
    assert "Het project loopt af (skipped)" in stops(show(game))


def test_dilemmas_to_come_change_places(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.TALK))
    first, second, *rest = game.view.plan
    press(shown, "more")
    press(shown, "menuPlan")
    press(shown, f"planDown_{first}")
    assert shown.sent == [c.ChangePlan((second, first, *rest))]
    assert game.view.plan == (second, first, *rest)


def test_a_dilemma_is_left_out_and_comes_back(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.TALK))
    first = game.view.plan[0]
    press(shown, f"planToggle_{first}")
    assert first not in game.view.plan
    assert shown.find(f"planToggle_{first}").accessibleName().startswith("Play it after all")
    press(shown, f"planToggle_{first}")
    assert game.view.plan[-1] == first


# ---------------------------------------------------------------- what to say


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("page", list(Page))
def test_every_page_of_every_phase_has_something_to_say_and_to_do(phase: Phase, page: Page) -> None:
    script = debrief_script(3) if page is Page.QUESTION else script_for(phase, page)
    assert script.do
    assert script.say or page is Page.QUESTION


def test_who_comes_in_with_a_phone_is_asked_to_scan_the_code() -> None:
    phones = script_for(Phase.LOBBY, Page.WELCOME, Voting.PHONE)
    assert "Scan the code" in phones.say
    assert "Phones" in phones.do
    assert script_for(Phase.LOBBY, Page.WELCOME, Voting.HANDS) != phones
    later = script_for(Phase.VOTE1, Page.VOTE, Voting.PHONE)
    assert later == script_for(Phase.VOTE1, Page.VOTE), "only while people come in"


@pytest.mark.parametrize("flagship_id", FLAGSHIPS)
def test_the_script_changes_with_every_page_and_speaks_dutch(flagship_id: str, show: Show) -> None:
    game = Game(scenario(flagship_id))
    shown = show(game, DUTCH)
    said = set()
    for moment in played(flagship_id):
        game.state = moment.state
        shown.refresh()
        said.add(text(shown, "scriptSay"))
        assert text(shown, "scriptDo")
    assert len(said) > 25


def test_the_authors_notes_are_for_the_facilitator(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.TALK))
    notes = game.view.notes_for_me
    assert text(shown, "noteGoal") == notes.goal
    assert text(shown, "noteNotes") == notes.notes
    assert text(shown, "noteWatchOut") == notes.watch_out


def test_the_lobby_names_what_may_touch_people_and_whom_to_call(game: Game, show: Show) -> None:
    shown = show(game)
    assert text(shown, "noteSensitive") == "geldzorgen, verlies van een vertrouwde plek"
    assert text(shown, "noteContact") == "Samira"


def test_the_talk_has_its_questions(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.TALK))
    for question in game.view.public.questions:
        assert question in text(shown, "discussionText")


def test_a_debrief_question_is_the_script(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.DEBRIEF))
    assert text(shown, "scriptSay").startswith("Put your role card away.")


def test_options_stand_with_their_costs(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.BRIEFING))
    assert text(shown, "option_a") == "Nog een jaar projectgeld"
    assert text(shown, "optionMoney_a") == "Costs €\u00a070,000 once."


# ---------------------------------------------------------------- cards and remarks


def test_a_card_shows_what_its_role_wants_and_knows(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.TALK))
    card = shown.find("card_inwoner")
    said = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Jij eet hier elke week." in said
    assert "Drie mensen aan jouw tafel" in said


def test_a_tick_is_asked_for_and_shown_once_it_is_kept(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.TALK))
    tick = shown.find("shared_inwoner")
    assert isinstance(tick, QCheckBox)
    shown.answers = False
    tick.click()
    assert shown.sent == [c.ShareInfo(RoleId("inwoner"), True)]
    assert not tick.isChecked()
    shown.answers = True
    tick.click()
    assert tick.isChecked()
    tick.click()
    assert shown.sent[-1] == c.ShareInfo(RoleId("inwoner"), False)
    assert not tick.isChecked()


def test_a_role_that_nobody_plays_is_a_voice_that_is_not_here(show: Show) -> None:
    game = Game(flagship(), people=2).to(Phase.BRIEFING)
    card = show(game).find("card_onderzoeker")
    assert any("Nobody plays this role" in one.text() for one in card.findChildren(QLabel))


def test_an_argument_is_kept_with_its_option_and_role(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game.to(Phase.TALK))
    press(shown, "about_c")
    who = shown.find("remarkRole")
    assert isinstance(who, QComboBox)
    who.setCurrentIndex(who.findData("inwoner"))
    line = write(shown, qtbot, "argumentLine", "Het is onze plek.")
    inwoner = RoleId("inwoner")
    assert shown.sent == [c.AddArgument(OptionId("c"), "Het is onze plek.", inwoner)]
    assert line.text() == ""
    said = [label.text() for label in shown.window.middle.remarks.findChildren(QLabel)]
    assert "•  Inwoner: Het is onze plek." in said


def test_a_condition_is_a_yes_if(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game.to(Phase.TALK))
    write(shown, qtbot, "conditionLine", "de kok blijft")
    assert shown.sent == [c.AddCondition(OptionId("a"), "de kok blijft")]
    said = [label.text() for label in shown.window.middle.remarks.findChildren(QLabel)]
    assert "•  Yes, if de kok blijft" in said


def test_what_is_typed_stays_when_it_is_not_kept(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game.to(Phase.TALK))
    shown.answers = False
    line = write(shown, qtbot, "argumentLine", "Het is onze plek.")
    shown.refresh()
    assert line.text() == "Het is onze plek."


def test_remarks_that_are_switched_off_say_so(show: Show) -> None:
    off = Setup(profile=Profile.HALF_DAY, inputs=Inputs(conditions=False, arguments=False))
    shown = show(Game(flagship(), setup=off).to(Phase.TALK))
    assert "switched off" in text(shown, "remarksIntro")
    assert shown.find("argument").isHidden()


# ---------------------------------------------------------------- the decision


def test_a_tie_asks_for_a_choice_with_a_reason(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(tied(game))
    assert shown.window.bar.advance.words() == "Choose the outcome first"
    write(shown, qtbot, "choiceReasonLine", "Dit past het best.")
    assert shown.sent == []
    assert text(shown, "choiceHint") == "Choose an outcome first."
    press(shown, "candidate_b")
    press(shown, "choiceReasonKeep")
    assert shown.sent == [c.ChooseOutcome((OptionId("b"),), "Dit past het best.")]
    assert shown.window.bar.advance.words().startswith("Confirm the decision")


def test_the_large_button_leads_to_the_choice_that_is_needed(game: Game, show: Show) -> None:
    shown = show(tied(game))
    shown.window.middle.show_page(3)
    press(shown, "advance")
    assert shown.sent == []
    assert shown.window.middle.page() == 0


def test_only_one_candidate_is_chosen(game: Game, show: Show) -> None:
    shown = show(tied(game))
    press(shown, "candidate_a")
    press(shown, "candidate_b")
    first, second = shown.find("candidate_a"), shown.find("candidate_b")
    assert isinstance(first, QPushButton)
    assert isinstance(second, QPushButton)
    assert (first.isChecked(), second.isChecked()) == (False, True)


def test_the_decision_says_its_rule_and_outcome(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.DECISION, Page.DECISION))
    assert text(shown, "decisionRule").startswith("Most votes.")
    assert text(shown, "outcome_b") == "Vijf jaar zekerheid, met minder geld"
    row = shown.find("outcome_b").parentWidget()
    assert row is not None
    badge = row.findChild(OptionBadge)
    assert badge is not None
    assert not badge.isHidden()


# ---------------------------------------------------------------- consent


def objected() -> Game:
    """Come to a closed round of objections."""
    game = Game(scenario(FLAGSHIPS[1]))
    for _ in range(300):
        vote = game.here.flow.open_vote
        if vote is Vote.CONSENT:
            game.do(
                c.CastBallot(
                    _running(game), vote, "objection", seat=SeatId(1), objection="Te duur voor ons."
                )
            )
            game.go_on()
            game.done.clear()
            return game
        if vote is not None and game.view.public.dilemma is not None:
            options = game.view.public.dilemma.options
            for seat in sorted(game.here.seats):
                choice = options[0].id if options else 4
                game.do(c.CastBallot(_running(game), vote, choice, seat=seat))
        game.go_on()
    raise AssertionError("no dilemma asks for consent")


def _running(game: Game) -> DilemmaId:
    assert game.here.dilemma is not None
    return game.here.dilemma.id


def test_objections_stand_without_names_and_the_words_can_change(show: Show, qtbot: QtBot) -> None:
    game = objected()
    shown = show(game)
    assert text(shown, "objections") == "•  Te duur voor ons."
    field = shown.find("consentWords")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText()
    field.setPlainText("We beginnen klein.")
    press(shown, "consentAgain")
    assert shown.sent == [c.AskConsentAgain("We beginnen klein.")]
    assert game.view.public.vote is not None


def test_words_that_are_too_long_or_empty_are_not_asked(show: Show) -> None:
    shown = show(objected())
    field, again = shown.find("consentWords"), shown.find("consentAgain")
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("x" * 401)
    assert not again.isEnabled()
    assert text(shown, "consentLeft") == "1 character too many"
    field.setPlainText("   ")
    assert not again.isEnabled()


def test_the_large_button_stops_asking(show: Show) -> None:
    shown = show(objected())
    assert shown.window.bar.advance.words() == "Stop asking; let the votes decide"


# ---------------------------------------------------------------- looking ahead


def test_looking_ahead_asks_first_and_is_kept_before_it_is_shown(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.TALK))
    press(shown, "peek")
    assert shown.sent == []
    press(shown, "answer_peek")
    assert shown.sent == [c.Peek(DilemmaId("d1"))]
    assert "Na vier jaar zie je het verschil." in text(shown, "aheadText")
    press(shown, "peek")
    assert shown.find("aheadFrame").isHidden()


def test_what_was_seen_of_one_dilemma_is_away_in_the_next(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.TALK))
    press(shown, "peek")
    press(shown, "answer_peek")
    game.to(Phase.NEWS_STORY, dilemma="d2")
    shown.refresh()
    assert shown.find("aheadFrame").isHidden()


# ---------------------------------------------------------------- the room


@pytest.mark.parametrize(
    ("left", "shown"), [(60_000, "1:00"), (59_001, "1:00"), (0, "0:00"), (-40_000, "+0:40")]
)
def test_the_clock_counts_down_and_then_up(left: int, shown: str) -> None:
    assert clock_words(left) == shown


def test_past_the_time_the_clock_has_another_colour_and_says_so(game: Game, show: Show) -> None:
    game.to(Phase.TALK)
    shown = show(game)
    clock = shown.window.room.clock
    assert clock.time.property("over") == "no"
    game.now += 8 * MINUTE + 40_000
    shown.window.room._on_tick()
    assert clock.time.text() == "+0:40"
    assert clock.time.property("over") == "yes"
    assert "Nothing closes by itself" in text(shown, "clockNote")


def test_the_clock_stands_still_in_a_pause(game: Game, show: Show) -> None:
    game.to(Phase.TALK).do(c.Lay(Overlay.BREAK))
    shown = show(game)
    assert text(shown, "clockNote") == "The clock stands still."
    press(shown, "break")
    assert shown.sent == [c.Lay(Overlay.NONE)]


def test_who_has_voted_is_shown_by_role_and_never_what(game: Game, show: Show) -> None:
    game.to(Phase.VOTE1).vote("a-b")
    shown = show(game)
    assert text(shown, "votedTotal") == "2 of 8 voted"
    assert shown.find("voted_inwoner").accessibleName() == "Inwoner: 1 of 1 voted"
    assert shown.find("voted_buurtvrijwilliger").accessibleName() == "Vrijwilliger: 0 of 1 voted"


def test_counted_hands_fill_the_seats_of_their_role(show: Show) -> None:
    setup = Setup(profile=Profile.HALF_DAY, voting=Voting.HANDS)
    game = Game(flagship(), people=16, setup=setup).to(Phase.VOTE1)
    inwoner = RoleId("inwoner")
    dilemma, option = DilemmaId("d1"), OptionId("a")
    game.do(c.CastBallot(dilemma, Vote.FIRST, option, Channel.HANDS, role=inwoner, count=2))
    shown = show(game)
    assert shown.find("voted_inwoner").accessibleName() == "Inwoner: 2 of 2 voted"


def test_the_pause_card_and_more_time_are_told(game: Game, show: Show) -> None:
    game.to(Phase.VOTE1)
    game.do(c.AskTime())
    game.do(c.AskTime())
    game.do(c.AskPause())
    said = show(game).window.room.asked.words()
    assert "pause card" in said
    assert "2 people need more time." in said


def test_a_quick_note_is_kept_with_enter(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game.to(Phase.TALK))
    line = write(shown, qtbot, "quickNoteLine", "  Mooi moment bij de bakker ")
    assert shown.sent == [c.AddNote("Mooi moment bij de bakker")]
    assert line.text() == ""
    assert "Mooi moment bij de bakker" in text(shown, "notesList")


def test_what_comes_next_on_the_beamer_is_named(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.TALK))
    assert text(shown, "comesNext") == "Then: Second vote"


# ---------------------------------------------------------------- people


def test_latecomers_come_in_and_leavers_go(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.TALK))
    press(shown, "joinMore_inwoner")
    assert shown.sent == [c.Join(RoleId("inwoner"))]
    assert text(shown, "joinCount_inwoner") == "2"
    press(shown, "joinLess_inwoner")
    assert shown.sent[1:] == [c.Leave(SeatId(9))]


def test_every_role_can_come_in_also_one_that_was_not_advised(game: Game, show: Show) -> None:
    shown = show(game)
    press(shown, "joinMore_huisarts")
    assert text(shown, "joinCount_huisarts") == "1"
    press(shown, "joinMore_observator")
    assert text(shown, "joinCount_observator") == "1"


def test_results_per_role_can_be_switched(game: Game, show: Show) -> None:
    shown = show(game)
    press(shown, "showRoles")
    assert shown.sent == [c.ShowRoles(False)]
    assert shown.find("showRoles").accessibleName() == "Show results per role"


def test_own_voices_have_no_results_per_role_to_switch(show: Show) -> None:
    game = Game(flagship(), setup=Setup(kind=Kind.OWN_VOICE))
    assert show(game).find("showRoles").isHidden()


def test_an_observer_keeps_a_note(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game.to(Phase.TALK))
    write(shown, qtbot, "observedLine", "De gemeente sprak het eerst.")
    assert shown.sent == [c.AddNote("De gemeente sprak het eerst.", c.NoteKind.OBSERVER)]


def test_of_a_closed_session_only_the_way_out_can_be_pressed(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.DEBRIEF))
    game.do(c.CloseSession())
    shown.refresh()
    for name in ("pause", "break", "blank", "clock", "quickNote", "tabPeople", "back", "skip"):
        assert not shown.find(name).isVisible(), name
    shown.window.middle.show_page(3)
    assert shown.window.middle.page() == 0
    assert shown.find("advance").isVisible()


def test_everybody_who_is_here_can_be_seen_without_a_list_in_a_list(game: Game, show: Show) -> None:
    with dressed():
        shown = show(game)
        shown.window.middle.show_page(3)
        last = game.scenario.recommended_roles[-1]
        row = shown.find(f"join_{last}")
        assert row.isVisible()
        assert not row.visibleRegion().isEmpty()


def test_in_a_run_off_only_the_options_stand_that_it_is_between(game: Game, show: Show) -> None:
    game.to(Phase.TALK).go_on()
    game.vote("aabb")
    game.go_on()
    assert game.view.public.phase is Phase.RUNOFF
    shown = show(game)
    QApplication.processEvents()
    assert [shown.find(f"option_{o}").isVisible() for o in "ab"] == [True, True]
    assert shown.window.findChild(QWidget, "option_c") is None


def test_the_large_button_says_everything_on_one_line(show: Show) -> None:
    with dressed():
        game = Game(flagship())
        shown = show(game, DUTCH)
        bar = shown.window.bar
        usual = bar.advance.sizeHint().height()
        for moment in played():
            shown.window.show_view(presenter_view(moment.state))
            QApplication.processEvents()
            assert bar.advance.sizeHint().height() <= usual, bar.advance.words()
