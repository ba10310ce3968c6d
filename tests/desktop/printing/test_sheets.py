"""The agreements sheet, the observer's guide, the posters and the facilitator's script."""

from dataclasses import replace

import pytest

from dilemmaspel.desktop.printing.documents import Document
from dilemmaspel.desktop.printing.job import turns_of
from dilemmaspel.desktop.printing.lettering import typeset
from dilemmaspel.desktop.printing.page import Page, Rule, Shape
from dilemmaspel.game.setup import Kind, Profile, Setup
from dilemmaspel.game.terms import QuestionType
from tests.desktop.printing.paper import ENGLISH, agreements, job, pages, said
from tests.desktop.samples import FLAGSHIPS

pytestmark = pytest.mark.usefixtures("qapp")


def plain(text: str) -> str:
    return typeset(text).replace("\u00a0", " ")


def lines_below(page: Page, words: str) -> int:
    """How many lines across the whole table stand below some words."""
    (at,) = (text.baseline for text in page.texts if text.words == words)
    return sum(
        isinstance(item, Rule)
        and item.start[1] == item.end[1] > at
        and item.thick == 0.2
        and item.colour == "line"
        for item in page.items
    )


@pytest.mark.parametrize("number", [0, 1, 7, 9, 40])
def test_every_agreement_stands_on_the_sheet_and_lines_stay_open(number: int) -> None:
    made = pages(Document.AGREEMENTS, job(agreements=agreements(number)))
    words = said(*made)
    for agreement in agreements(number):
        for part in (agreement.what, agreement.who, agreement.when):
            assert part in words
    last = agreements(number)[-1].what if number else "Wat gaan we doen?"
    open_lines = sum(lines_below(p, last) for p in made if last in said(p))
    later = [p for p in made if last not in said(p)]
    assert open_lines + 9 * len(later) - 1 >= 4


def test_an_agreement_longer_than_a_page_is_made_smaller() -> None:
    (agreement,) = agreements(1)
    long = replace(agreement, what="Een heel lange afspraak. " * 400)
    assert "Een heel lange afspraak." in said(*pages(Document.AGREEMENTS, job(agreements=(long,))))


# ------------------------------------------------------------ observer's guide


def test_the_observer_has_a_page_with_five_points_for_every_dilemma() -> None:
    opening, *rest = pages(Document.OBSERVER_GUIDE)
    assert "Geen namen" in said(opening)
    turns = turns_of(job())
    assert len(rest) == len(turns)
    for page, turn in zip(rest, turns, strict=True):
        words = said(page)
        assert plain(turn.dilemma.title) in words
        assert plain(turn.dilemma.question) in words
        for point in ("1 Wie spreekt?", "Welk argument", "rode lijn", "van houding", "niet gezegd"):
            assert point in words
        assert sum(isinstance(item, Rule) and item.thick == 0.2 for item in page.items) >= 15


def test_the_observer_is_told_on_every_page_to_write_no_names() -> None:
    for page in pages(Document.OBSERVER_GUIDE):
        assert "Geen namen" in said(page)


def test_the_observer_does_not_see_what_only_a_role_knows() -> None:
    words = said(*pages(Document.OBSERVER_GUIDE))
    for dilemma in job().scenario.dilemmas:
        for briefing in dilemma.briefings.values():
            assert plain(briefing.knows) not in words


# ------------------------------------------------------------ posters


@pytest.mark.parametrize("of", FLAGSHIPS)
def test_a_poster_has_the_question_and_every_answer_large(of: str) -> None:
    made = job(of)
    for page, turn in zip(pages(Document.POSTERS, made), turns_of(made), strict=True):
        dilemma, words = turn.dilemma, said(page)
        assert plain(dilemma.question) in words
        assert "Ik onthoud me" in words
        spec = dilemma.agreement
        answers = spec.labels if spec else [option.label for option in dilemma.options]
        for answer in answers:
            assert plain(answer) in words
        largest = max(text.style.points for text in page.texts)
        assert largest >= 30


def test_an_option_on_a_poster_has_its_letter_and_its_shape() -> None:
    (page, *_) = pages(Document.POSTERS)
    shapes = [item.mark for item in page.items if isinstance(item, Shape)]
    assert [mark.letter for mark in shapes] == ["A", "B", "C", "D", ""]
    assert len({mark.shape for mark in shapes}) == 5
    assert "A Nog een jaar projectgeld" in said(page)


def test_the_bands_of_a_statement_stay_off_the_poster() -> None:
    made = job(FLAGSHIPS[1])
    words = said(*pages(Document.POSTERS, made))
    (statement,) = (d for d in made.scenario.dilemmas if d.type is QuestionType.AGREEMENT)
    for band in statement.options:
        assert band.label not in words


# ------------------------------------------------------------ script


@pytest.mark.parametrize("of", FLAGSHIPS)
def test_the_script_holds_all_that_a_facilitator_needs(of: str) -> None:
    made = job(of)
    words = said(*pages(Document.SCRIPT, made))
    scenario = made.scenario
    for part in (scenario.summary, *scenario.sensitivity, *scenario.learning_goals):
        assert plain(part) in words
    for turn in turns_of(made):
        dilemma = turn.dilemma
        notes = dilemma.facilitator
        parts = [dilemma.title, dilemma.question, notes.goal, notes.notes, notes.watch_out]
        parts += [*dilemma.discussion, *dilemma.debrief, *dilemma.tension]
        for option in dilemma.options if dilemma.agreement is None else ():
            parts += [option.label, option.description, *option.pros, *option.cons]
        for part in parts:
            for sentence in part.split("\n\n"):
                assert plain(sentence) in words


def test_the_first_page_of_the_script_has_the_guide_and_what_can_touch_people() -> None:
    first = said(pages(Document.SCRIPT)[0])
    assert "Voorbereiding" in first
    assert "Kan mensen raken: geldzorgen" in first
    assert "Samira van het wijkteam" in first


@pytest.mark.parametrize("of", FLAGSHIPS)
def test_every_dilemma_of_the_script_is_one_sheet_with_two_sides(of: str) -> None:
    made = job(of)
    dilemmas = pages(Document.SCRIPT, made)[2:-1]
    turns = turns_of(made)
    assert len(dilemmas) == 2 * len(turns)
    for number, turn in enumerate(turns):
        front, back = dilemmas[2 * number : 2 * number + 2]
        assert plain(turn.dilemma.question) in said(front)
        assert "Wie weet wat" in said(back)
        for briefing in turn.dilemma.briefings.values():
            assert not briefing.knows or plain(briefing.knows) not in said(front)


def test_the_script_tells_nothing_that_is_still_to_happen() -> None:
    words = said(*pages(Document.SCRIPT))
    scenario = job().scenario
    for dilemma in scenario.dilemmas:
        for option in dilemma.options:
            assert not option.outcome.text or plain(option.outcome.text) not in words
            for later in option.outcome.delayed:
                assert plain(later.news) not in words
    for ending in scenario.endings:
        assert plain(ending.text) not in words


@pytest.mark.parametrize(
    ("profile", "minutes"),
    [(Profile.SHORT, 60), (Profile.STANDARD, 120), (Profile.HALF_DAY, 180)],
)
def test_the_hours_of_the_script_add_up_to_the_length_of_the_session(
    profile: Profile, minutes: int
) -> None:
    words = said(*pages(Document.SCRIPT, job(setup=Setup(profile=profile))))
    assert f"{minutes // 60}:{minutes % 60:02} Einde" in words
    assert f"{minutes} minuten" in words


def test_a_short_session_prints_the_minutes_and_dilemmas_of_its_profile_only() -> None:
    words = said(*pages(Document.SCRIPT, job(setup=Setup(profile=Profile.SHORT))))
    assert "Rollenoverleg" not in words
    assert "Verdeel 100 punten" not in words


def test_the_script_of_a_trial_has_five_minutes_and_no_looking_back() -> None:
    trial = job("proefronde", setup=Setup(profile=Profile.SHORT))
    words = said(*pages(Document.SCRIPT, trial, ENGLISH))
    assert "0:05 The end" in words
    assert "Looking back" not in words
    assert "instead" not in words


def test_a_second_vote_that_is_off_takes_no_time_in_the_script() -> None:
    made = job(setup=Setup(profile=Profile.STANDARD, two_votes=False))
    assert "Tweede stem" not in said(*pages(Document.SCRIPT, made))


def test_people_who_vote_as_themselves_hear_other_agreements() -> None:
    own = said(*pages(Document.SCRIPT, job(setup=Setup(kind=Kind.OWN_VOICE))))
    assert "Je stemt als jezelf." in own
