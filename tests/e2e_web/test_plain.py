"""Without the script: every step is a plain form, and the answer is the next page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from dilemmaspel.texts import Texts
from tests.e2e_web.room import Room, enter
from tests.phones.pages.states import states

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NL = Texts("nl")


class Plain:
    """A phone without a script, in a room."""

    def __init__(self, browser: "Browser", name: str) -> None:
        self.room = Room(name)
        self.page: Page = enter(browser, self.room, java_script_enabled=False)

    def posted(self) -> dict[str, list[str]]:
        """What the one form that was sent held."""
        ((_, fields),) = self.room.posted
        return fields


@pytest.fixture
def plain(browser: "Browser", request: pytest.FixtureRequest) -> Iterator[Plain]:
    phone = Plain(browser, request.param)
    yield phone
    phone.page.context.close()


def at(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("plain", [name], indirect=True, ids=[name])


@at("join-roles")
def test_a_role_is_chosen_and_joined(plain: Plain) -> None:
    plain.page.locator("[name=role]:not([disabled])").first.check()
    plain.page.locator("button.main").click()
    join = states()["join-roles"].screen.join
    assert join is not None
    free = [place.role.id for place in join.places if place.free]
    assert plain.posted()["role"] == [free[0]]
    assert plain.posted()["code"] == [join.code]


@at("ballot-single")
def test_one_press_votes(plain: Plain) -> None:
    plain.page.locator(".answers button").nth(1).click()
    form = states()["ballot-single"].screen.ballot
    assert form is not None
    sent = plain.posted()
    assert sent["choice"] == [form.options[1].id]
    assert (sent["round"], sent["vote"]) == ([form.dilemma], [form.vote])
    assert sent["once"]
    assert sent["form"]


@at("ballot-points")
def test_points_are_typed(plain: Plain) -> None:
    boxes = plain.page.locator("input[type=number]")
    for place, number in enumerate((35, 30, 20, 10, 5)):
        boxes.nth(place).fill(str(number))
    plain.page.locator("button.main").click()
    points = [v[0] for name, v in plain.posted().items() if name.startswith("points-")]
    assert points == ["35", "30", "20", "10", "5"]


@at("ballot-order")
def test_an_order_is_chosen_from_lists(plain: Plain) -> None:
    lists = plain.page.locator(".place select")
    for place, n in enumerate(("2", "1", "4", "3")):
        lists.nth(place).select_option(n)
    plain.page.locator("button.main").click()
    places = [v[0] for name, v in plain.posted().items() if name.startswith("place-")]
    assert places == ["2", "1", "4", "3"]


@at("ballot-ticks")
def test_ticks_are_sent_together(plain: Plain) -> None:
    plain.page.locator("[name=choice]").nth(0).check()
    plain.page.locator("[name=choice]").nth(2).check()
    plain.page.locator("button.main").click()
    assert len(plain.posted()["choice"]) == 2


@at("ballot-consent")
def test_an_objection_is_sent_with_its_reason(plain: Plain) -> None:
    plain.page.locator(".objection > summary").click()
    plain.page.locator("#objection").fill("Te ver lopen.")
    plain.page.locator(".objection .main").click()
    assert plain.posted()["choice"] == ["objection"]
    assert plain.posted()["objection"] == ["Te ver lopen."]


@at("ballot-consent")
def test_no_objection_is_one_press(plain: Plain) -> None:
    plain.page.locator("button[value=no_objection]").click()
    assert plain.posted()["choice"] == ["no_objection"]


@at("ballot-scale")
def test_abstaining_is_one_press(plain: Plain) -> None:
    plain.page.locator("button[name=abstain]").click()
    assert plain.posted()["abstain"] == ["1"]
    assert "choice" not in plain.posted()


@at("received-single")
def test_the_own_vote_is_seen_changed_and_covered_by_links(plain: Plain) -> None:
    page = plain.page
    page.get_by_role("link", name=NL("Look at my vote")).click()
    assert page.locator("#own").is_visible()
    page.get_by_role("link", name=NL("Cover my vote")).click()
    assert page.locator("#own").count() == 0
    page.get_by_role("link", name=NL("Change my vote")).click()
    assert page.locator("button.now").count() == 1


@at("card")
def test_what_only_this_role_knows_opens_on_its_line(plain: Plain) -> None:
    card = states()["card"].screen.card
    assert card is not None
    secret = plain.page.get_by_text(card.knows)
    assert secret.is_hidden()
    plain.page.locator(".secret summary").click()
    assert secret.is_visible()


@at("talk")
def test_a_condition_is_sent_with_its_option(plain: Plain) -> None:
    page = plain.page
    page.get_by_text(NL("Yes, if …")).click()
    page.locator("#condition-text").fill("Als er een lift komt.")
    page.locator("details[open] button.main").click()
    sent = plain.posted()
    assert (sent["kind"], sent["text"]) == (["condition"], ["Als er een lift komt."])
    assert sent["option"]


@at("poll")
def test_the_closing_questions_are_answered(plain: Plain) -> None:
    plain.page.locator("[name=talking][value='4']").check()
    plain.page.locator("button.main").click()
    assert plain.posted()["talking"] == ["4"]
    assert "understanding" not in plain.posted()


@at("wait-story")
def test_a_page_that_waits_can_be_renewed_by_hand(plain: Plain) -> None:
    plain.room.shows("ballot-single")
    plain.page.get_by_role("link", name=NL("Refresh")).click()
    assert plain.page.locator("#main").get_attribute("data-kind") == "ballot"


@at("ballot-points")
def test_no_button_is_there_that_only_a_script_could_answer(plain: Plain) -> None:
    assert plain.page.locator("button[type=button]").count() == 0


@at("ballot-single")
def test_more_time_and_a_pause_are_asked_with_a_form(plain: Plain) -> None:
    plain.page.get_by_role("button", name=NL("I need more time")).click()
    plain.page.get_by_role("button", name=NL("Pause card")).click()
    assert [where for where, _ in plain.room.posted] == ["/time", "/pause"]
