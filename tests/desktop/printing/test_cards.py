"""Role cards and briefings: four to a sheet, two to a sheet, and every secret its own slip."""

from dataclasses import replace

import pytest

from dilemmaspel.desktop.printing.documents import Document
from dilemmaspel.desktop.printing.job import PrintJob, job_of, roles_of, turns_of
from dilemmaspel.desktop.printing.lettering import typeset
from dilemmaspel.desktop.printing.page import HEIGHT, WIDTH, Icon, Page, Rule, Text
from dilemmaspel.game.ids import DilemmaId, RoleId, frozen
from dilemmaspel.game.scenario import Role
from tests.desktop.printing.paper import RESIDENT, job, pages, said, said_within
from tests.desktop.samples import FLAGSHIPS, played

pytestmark = pytest.mark.usefixtures("qapp")

SLIP = HEIGHT / 2
CUT = WIDTH / 2


def plain(text: str) -> str:
    return typeset(text).replace("\u00a0", " ")


def texts_in(page: Page, column: int, row: int) -> list[Text]:
    left, top = column * CUT, row * SLIP
    return [
        text
        for text in page.texts
        if left <= text.left < left + CUT and top <= text.baseline < top + SLIP
    ]


def test_everybody_gets_a_card_and_an_empty_role_gets_one_too() -> None:
    words = said(*pages(Document.ROLE_CARDS))
    assert words.count("Inwoner met een vraag") == 3
    assert words.count("Buurtvrijwilliger") == 1
    assert len(pages(Document.ROLE_CARDS)) == 3


def test_a_running_session_prints_for_the_people_who_are_there() -> None:
    state = played()[-1].state
    made = job_of(state)
    assert sum(made.people.values()) == 13
    assert [turn.dilemma.id for turn in turns_of(made)] == list(state.flow.plan)
    words = said(*pages(Document.ROLE_CARDS, made))
    assert words.count("Inwoner met een vraag") == made.people[RESIDENT] > 1


def test_somebody_who_left_needs_no_card() -> None:
    state = played()[-1].state
    gone = frozen({at: replace(seat, active=False) for at, seat in state.seats.items()})
    assert set(job_of(replace(state, seats=gone)).people.values()) == {0}


def test_one_card_for_each_role_can_be_asked_for() -> None:
    made = pages(Document.ROLE_CARDS, job(one_card_each=True))
    assert said(*made).count("Inwoner met een vraag") == 1
    assert len(made) == 2


def test_a_role_outside_the_recommended_ones_gets_a_card_when_somebody_plays_it() -> None:
    with_observer = job(people=frozen({RoleId("observator"): 1}))
    words = said(*pages(Document.ROLE_CARDS, with_observer))
    assert "Observator" in words
    assert "je stemt niet mee" in words


@pytest.mark.parametrize("of", FLAGSHIPS)
def test_a_card_holds_everything_about_its_role(of: str) -> None:
    made = job(of, people=frozen())
    cards = [
        (page, column, row)
        for page in pages(Document.ROLE_CARDS, made)
        for column, row in ((0, 0), (1, 0), (0, 1), (1, 1))
    ]
    for role, (page, column, row) in zip(roles_of(made), cards, strict=False):
        words = " ".join(t.words for t in texts_in(page, column, row)).replace("\u00a0", " ")
        parts = (role.interest, *role.means, *role.worries, role.key_question, role.red_line)
        for part in (role.name, *parts):
            assert plain(part) in words


def test_no_words_of_a_card_cross_the_cut() -> None:
    for page in pages(Document.ROLE_CARDS):
        for text in page.texts:
            on_left, on_top = text.left < CUT, text.baseline < SLIP
            if text.words != "knip hier":
                assert (text.box.right <= CUT - 5) if on_left else (text.left >= CUT + 5)
                assert (text.box.bottom <= SLIP - 5) if on_top else (text.box.top >= SLIP + 5)


def test_a_card_is_read_at_eleven_points_or_more_by_everybody() -> None:
    for page in pages(Document.ROLE_CARDS):
        for role in roles_of(job()):
            for text in page.texts:
                if text.words == plain(role.red_line):
                    assert text.style.points >= 11


def test_every_card_has_the_drawing_of_its_role() -> None:
    drawn = {i.name for p in pages(Document.ROLE_CARDS) for i in p.items if isinstance(i, Icon)}
    assert drawn == {role.id for role in roles_of(job())}


def test_a_role_without_a_drawing_of_its_own_is_drawn_as_a_person() -> None:
    gardener = RoleId("tuinman")
    usual = job()
    roles = (replace(usual.scenario.roles[0], id=gardener),)
    made = job(
        scenario=replace(usual.scenario, roles=roles),
        setup=replace(usual.setup, roles=(gardener,)),
    )
    (page,) = pages(Document.ROLE_CARDS, made)
    assert [i.name for i in page.items if isinstance(i, Icon)] == ["person"]


# ------------------------------------------------------------ briefings


def slips(of: PrintJob) -> list[tuple[Page, int, Role, DilemmaId]]:
    """Every slip: its page, whether it is the upper (0) or lower (1), its role and dilemma."""
    found = []
    sheets = iter(pages(Document.BRIEFINGS, of))
    for turn in turns_of(of):
        roles = [role for role in roles_of(of) if role.id in turn.dilemma.briefings]
        for start in range(0, len(roles), 2):
            page = next(sheets)
            for row, role in enumerate(roles[start : start + 2]):
                found.append((page, row, role, turn.dilemma.id))
    assert next(sheets, None) is None
    return found


@pytest.mark.parametrize("of", FLAGSHIPS)
def test_a_slip_holds_the_secret_of_its_own_role_and_of_nobody_else(of: str) -> None:
    made = job(of)
    secrets = {
        (dilemma.id, role): plain(briefing.knows)
        for dilemma in made.scenario.dilemmas
        for role, briefing in dilemma.briefings.items()
    }
    for page, row, role, dilemma in slips(made):
        words = said_within(page, row * SLIP, (row + 1) * SLIP)
        told = {key for key, secret in secrets.items() if secret in words}
        assert told == {(dilemma, role.id)}
        assert role.name in words


def fold_of(page: Page, row: int) -> float:
    heights = {
        item.start[1]
        for item in page.items
        if isinstance(item, Rule) and item.dashed and item.start[1] == item.end[1]
    }
    (fold,) = (y for y in heights if row * SLIP + 1 < y < (row + 1) * SLIP - 1)
    return fold


def test_what_is_folded_up_covers_the_secret_and_leaves_the_name_in_sight() -> None:
    for page, row, role, dilemma in slips(job()):
        fold, bottom = fold_of(page, row), (row + 1) * SLIP
        reach = fold - (bottom - fold)
        in_sight = said_within(page, row * SLIP, reach)
        hidden = said_within(page, reach, fold)
        briefing = next(d for d in job().scenario.dilemmas if d.id == dilemma).briefings[role.id]
        assert role.name in in_sight
        assert "Alleen voor jou" in in_sight
        assert "Dilemma" in in_sight
        for secret in (briefing.wants, briefing.knows):
            assert plain(secret) in hidden
            assert plain(secret) not in in_sight


def test_nothing_is_written_across_a_fold_or_a_cut() -> None:
    for page, row, _, _ in slips(job()):
        fold = fold_of(page, row)
        for line in (fold, SLIP):
            crossing = {text.words for text in page.texts if text.box.top < line < text.box.bottom}
            assert crossing <= {"knip hier", "vouw hier omhoog, met de woorden naar binnen"}


def test_the_dilemmas_of_which_one_is_played_have_their_own_letter() -> None:
    words = said(*pages(Document.BRIEFINGS))
    assert "Dilemma 4a" in words
    assert "Dilemma 4b" in words
    assert "Dilemma 5" not in words


def test_a_dilemma_that_is_not_in_the_plan_has_no_slips() -> None:
    usual = job()
    made = job(setup=replace(usual.setup, plan=(usual.scenario.dilemmas[1].id,)))
    assert len(pages(Document.BRIEFINGS, made)) == 4


def test_a_role_that_is_not_handed_out_has_no_slip() -> None:
    made = job(setup=replace(job().setup, roles=(RESIDENT,)), people=frozen())
    assert "Sociaal werker" not in said(*pages(Document.BRIEFINGS, made))
