"""With the script: one press votes, nothing is lost on the way, and the page follows the room."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from dilemmaspel.phones.screen import Progress, Screen
from dilemmaspel.texts import Texts
from tests.e2e_web.conftest import noted
from tests.e2e_web.room import Room, enter
from tests.phones.pages.states import states

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Enter = Callable[..., "Page"]
NL = Texts("nl")


@pytest.fixture
def come_in(browser: "Browser") -> Iterator[Enter]:
    """Let a phone into a room; what its page complains of fails the test."""
    phones: list[tuple[Page, list[str]]] = []

    def come(room: Room, **options: Any) -> "Page":
        phone = enter(browser, room, **options)
        phones.append((phone, noted(phone)))
        return phone

    yield come
    for phone, faults in phones:
        phone.context.close()
        assert faults == []


def wait_for(phone: "Page", kind: str) -> None:
    phone.wait_for_selector(f"#main[data-kind={kind}]", timeout=15_000)


def said(phone: "Page") -> str:
    return str(phone.locator("#say").inner_text())


def until(phone: "Page", holds: Callable[[], bool], seconds: float = 15) -> None:
    """Wait in small steps; the page's own policy forbids the browser to wait for a script."""
    for _ in range(int(seconds * 20)):
        if holds():
            return
        phone.wait_for_timeout(50)
    raise AssertionError("it did not come true in time")


def hears(phone: "Page", part: str, text: str) -> None:
    """Wait until a part of the page says this."""
    until(phone, lambda: phone.locator(part).inner_text() == text)


# ------------------------------------------------------------ voting


def test_one_press_is_a_vote_and_the_receipt_hides_it(come_in: Enter) -> None:
    room = Room("ballot-single", after="received-single")
    phone = come_in(room)
    phone.locator("button[value=b], .answers button").nth(1).click()
    wait_for(phone, "received")
    form = states()["ballot-single"].screen.ballot
    assert form is not None
    (ballot,) = room.sent
    assert ballot["choice"] == form.options[1].id
    assert (ballot["round"], ballot["vote"]) == (form.dilemma, form.vote)
    assert len(ballot["key"]) == 32
    assert not any(option.label in phone.content() for option in form.options)
    assert phone.evaluate("document.activeElement.tagName") == "H1"
    assert phone.title().startswith(NL("Received"))


def test_a_lost_answer_is_asked_again_with_the_same_key(come_in: Enter) -> None:
    room = Room("ballot-single", replies=[None, (503, {"reason": "not_saved"})])
    room.after = "received-single"
    phone = come_in(room)
    phone.locator(".answers button").first.click()
    wait_for(phone, "received")
    assert len(room.sent) == 3
    assert len({ballot["key"] for ballot in room.sent}) == 1
    assert phone.locator("#net").is_hidden()


def test_nothing_is_called_received_before_the_server_says_so(come_in: Enter) -> None:
    room = Room("ballot-single", replies=[None] * 2, after="received-single")
    phone = come_in(room)
    phone.locator(".answers button").first.click()
    hears(phone, "#net", NL("Not received yet. We keep trying; leave this page open."))
    assert phone.locator("#main").get_attribute("data-kind") == "ballot"


def test_a_refused_vote_says_why_and_is_not_sent_again(come_in: Enter) -> None:
    why = "De stemming is gesloten. Wat je eerder stuurde, blijft tellen."
    refusal = (409, {"reason": "vote_closed", "message": why})
    room = Room("ballot-single", replies=[refusal], refused="closed")
    phone = come_in(room)
    phone.locator(".answers button").first.click()
    wait_for(phone, "closed")
    hears(phone, "#said", why)
    assert len(room.sent) == 1


def test_abstaining_sends_an_empty_choice(come_in: Enter) -> None:
    room = Room("ballot-scale", after="received-scale")
    phone = come_in(room)
    phone.locator("button[name=abstain]").click()
    wait_for(phone, "received")
    assert room.sent[0]["choice"] is None


def test_a_point_of_a_scale_is_sent_as_a_number(come_in: Enter) -> None:
    room = Room("ballot-scale", after="received-scale")
    phone = come_in(room)
    phone.locator(".answers button").nth(3).click()
    wait_for(phone, "received")
    assert room.sent[0]["choice"] == 4


def test_points_count_along_and_have_to_be_all_divided(come_in: Enter) -> None:
    room = Room("ballot-points", after="received-points")
    phone = come_in(room)
    rest = phone.locator("[data-rest]")
    assert "100" in rest.inner_text()
    for _ in range(3):
        phone.locator(".more-of").first.click()
    assert "85" in rest.inner_text()
    phone.locator("button.main").click()
    assert "85" in phone.locator("#fault-choice").inner_text()
    assert room.sent == []
    phone.locator("input[type=number]").nth(1).fill("85")
    assert rest.inner_text() == NL("All {total} points are divided.", total=100)
    phone.locator("button.main").click()
    wait_for(phone, "received")
    form = states()["ballot-points"].screen.ballot
    assert form is not None
    ids = [option.id for option in form.options]
    assert room.sent[0]["choice"] == dict(zip(ids, (15, 85, 0, 0, 0), strict=True))


def test_an_order_is_made_by_pressing_and_moved_by_buttons(come_in: Enter) -> None:
    room = Room("ballot-order", after="received-order")
    phone = come_in(room)
    form = states()["ballot-order"].screen.ballot
    assert form is not None
    ids = [option.id for option in form.options]
    for option in (form.options[2], form.options[0]):
        phone.locator(f"[data-label='{option.label}'] > .row").click()
    phone.locator("button.main").click()
    assert phone.locator("#fault-choice").inner_text() == NL("Now the next. {n} to go.", n=2)
    for option in (form.options[1], form.options[3]):
        phone.locator(f"[data-label='{option.label}'] > .row").click()
    up = phone.locator(f"[data-label='{form.options[3].label}'] .up")
    up.click()
    assert phone.evaluate("document.activeElement.className") == "sign up"
    assert said(phone) == NL("Place {n}.", n=3)
    phone.locator("button.main").click()
    wait_for(phone, "received")
    assert room.sent[0]["choice"] == [ids[2], ids[0], ids[3], ids[1]]


def test_none_of_these_and_a_tick_exclude_each_other(come_in: Enter) -> None:
    room = Room("ballot-ticks", after="received-ticks")
    phone = come_in(room)
    boxes, none = phone.locator("[name=choice]"), phone.locator("[name=none]")
    phone.locator("button.main").click()
    assert phone.locator("#fault-choice").is_visible()
    boxes.first.check()
    none.check()
    assert not boxes.first.is_checked()
    phone.locator("button.main").click()
    wait_for(phone, "received")
    assert room.sent[0]["choice"] == []


def test_an_objection_goes_with_its_reason_and_not_without(come_in: Enter) -> None:
    room = Room("ballot-consent", after="received-consent")
    phone = come_in(room)
    phone.locator(".objection > summary").click()
    phone.locator(".objection .main").click()
    assert phone.locator("#fault-objection").is_visible()
    assert room.sent == []
    phone.locator("#objection").fill("Te ver lopen.")
    phone.locator(".objection .main").click()
    wait_for(phone, "received")
    assert (room.sent[0]["choice"], room.sent[0]["objection"]) == ("objection", "Te ver lopen.")


def test_all_extra_answers_go_along(come_in: Enter) -> None:
    room = Room("ballot-single-extras", after="received-single")
    phone = come_in(room)
    form = states()["ballot-single-extras"].screen.ballot
    assert form is not None
    a, b = form.options[0].id, form.options[1].id
    phone.locator(f"[name=choice][value={a}]").check()
    phone.locator("[name=confidence][value='4']").check()
    phone.locator("#value_card").select_option("vertrouwen")
    phone.locator("#comment").fill("Omdat het rust geeft.")
    assert "179" in phone.locator("#comment-note").inner_text()
    phone.locator(f"[name=own-choice][value={b}]").check()
    phone.locator("#prediction_role").select_option(form.others[0].id)
    phone.locator("#prediction_option").select_option(b)
    phone.locator("button.main").click()
    wait_for(phone, "received")
    sent = {k: v for k, v in room.sent[0].items() if k not in {"key", "round", "vote", "attempt"}}
    assert sent == {
        "choice": a,
        "confidence": 4,
        "value_card": "vertrouwen",
        "comment": "Omdat het rust geeft.",
        "personal": b,
        "prediction": {"role": form.others[0].id, "option": b},
    }


# ------------------------------------------------------------ after voting


def test_the_own_vote_shows_only_while_it_is_held(come_in: Enter) -> None:
    phone = come_in(Room("received-single"))
    hold = phone.locator(".hold").first
    hold.dispatch_event("pointerdown", {"button": 0})
    phone.wait_for_selector("#own")
    hold.dispatch_event("pointerup")
    assert phone.locator("#own").count() == 0


def test_the_own_vote_can_be_seen_with_keys_and_is_covered_again(come_in: Enter) -> None:
    room = Room("received-single")
    phone = come_in(room)
    phone.locator(".look a").focus()
    phone.keyboard.press("Enter")
    phone.wait_for_selector("#own")
    phone.locator(".look a").click()
    phone.wait_for_selector("#own", state="detached")
    assert room.asked[:1] == ["choice"]


def test_a_change_brings_the_ballot_back_and_stays_while_others_vote(come_in: Enter) -> None:
    room = Room("received-single", after="received-single")
    phone = come_in(room)
    phone.locator("[data-show=ballot]").click()
    wait_for(phone, "ballot")
    room.version += 1
    phone.evaluate("window.dispatchEvent(new Event('online'))")
    phone.wait_for_timeout(300)
    assert phone.locator("#main").get_attribute("data-kind") == "ballot"
    phone.locator(".answers button").first.click()
    wait_for(phone, "received")
    assert len(room.sent) == 1


def test_what_only_this_role_knows_shows_while_held_or_when_opened_by_key(come_in: Enter) -> None:
    phone = come_in(Room("card"))
    card = states()["card"].screen.card
    assert card is not None
    secret = phone.get_by_text(card.knows)
    assert secret.is_hidden()
    hold = phone.locator(".hold")
    hold.dispatch_event("pointerdown", {"button": 0})
    assert secret.is_visible()
    hold.dispatch_event("pointerup")
    assert secret.is_hidden()
    phone.locator(".secret summary").focus()
    phone.keyboard.press("Enter")
    assert secret.is_visible()
    phone.evaluate(HIDE)
    assert secret.is_hidden()


HIDE = """
() => {
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}
"""
SHOW = HIDE.replace("true, c", "false, c")


# ------------------------------------------------------------ following the room


def counted(cast: int) -> Callable[[Screen], Screen]:
    return lambda screen: replace(screen, progress=Progress(cast, 11))


def test_a_count_changes_in_place_and_says_nothing(come_in: Enter) -> None:
    room = Room("ballot-points", change=counted(6))
    phone = come_in(room)
    phone.locator("input[type=number]").first.fill("35")
    phone.locator("input[type=number]").first.focus()
    phone.evaluate("document.querySelector('#main').same = true")
    room.change = counted(7)
    room.version += 1
    until(phone, lambda: phone.locator(".progress").inner_text().startswith("7"))
    assert phone.evaluate("document.querySelector('#main').same")
    assert phone.locator("input[type=number]").first.input_value() == "35"
    assert "7" not in said(phone)


def test_what_was_typed_survives_a_pause(come_in: Enter) -> None:
    room = Room("ballot-points")
    phone = come_in(room)
    phone.locator("input[type=number]").first.fill("35")
    room.shows("pause")
    wait_for(phone, "pause")
    room.shows("ballot-points")
    wait_for(phone, "ballot")
    assert phone.locator("input[type=number]").first.input_value() == "35"
    assert "65" in phone.locator("[data-rest]").inner_text()


def test_a_new_screen_is_said_once(come_in: Enter) -> None:
    room = Room("wait-story")
    phone = come_in(room)
    phone.evaluate(
        """() => { window.heard = [];
        new MutationObserver(() => heard.push(document.querySelector("#say").textContent))
        .observe(document.querySelector("#say"), { childList: true }); }"""
    )
    room.shows("ballot-single")
    wait_for(phone, "ballot")
    phone.wait_for_timeout(2500)
    heard = phone.evaluate("heard")
    assert len(heard) == 1
    assert heard[0].startswith(NL("Vote now"))


def test_f73_a_phone_that_slept_is_right_again_within_three_seconds(come_in: Enter) -> None:
    room = Room("wait-story")
    phone = come_in(room)
    phone.evaluate(HIDE)
    room.shows("ballot-single")
    phone.wait_for_timeout(500)
    phone.evaluate(SHOW)
    phone.wait_for_selector("#main[data-kind=ballot]", timeout=3_000)


YEARS_OFF = """
() => {
  const right = Date.now, years = 5 * 365 * 24 * 3600 * 1000;
  Date.now = () => right.call(Date) - years;
}
"""


def test_f72_the_clock_of_a_phone_is_five_years_off_and_nothing_comes_of_it(
    come_in: Enter,
) -> None:
    room = Room("ballot-single", after="received-single")
    phone = come_in(room)
    phone.evaluate(YEARS_OFF)
    phone.locator(".answers button").nth(1).click()
    wait_for(phone, "received")
    room.shows("result-single")
    wait_for(phone, "result")
    assert len(room.sent) == 1


def test_a_laptop_that_is_away_is_told_calmly_and_found_again(come_in: Enter) -> None:
    room = Room("wait-story")
    phone = come_in(room)
    room.away = True
    phone.wait_for_selector("#net:not([hidden])", timeout=20_000)
    assert phone.locator("#main").get_attribute("data-kind") == "wait"
    room.away = False
    room.shows("ballot-single")
    phone.evaluate("window.dispatchEvent(new Event('online'))")
    wait_for(phone, "ballot")
    assert phone.locator("#net").is_hidden()


def test_more_time_is_asked_without_losing_what_was_typed(come_in: Enter) -> None:
    room = Room("ballot-points")
    phone = come_in(room)
    phone.locator("input[type=number]").first.fill("35")
    room.change = lambda screen: replace(screen, may_ask_time=False, asked_time=True)
    phone.get_by_role("button", name=NL("I need more time")).click()
    phone.wait_for_selector(".asked")
    (where, fields) = room.posted[0]
    assert where == "/time"
    assert fields["form"] == ["0f1e2d3c4b5a69788796a5b4c3d2e1f0"]
    assert phone.locator("input[type=number]").first.input_value() == "35"


def test_f74_two_tabs_show_the_same(come_in: Enter) -> None:
    room = Room("ballot-single", after="received-single")
    first, second = come_in(room), come_in(room)
    first.locator(".answers button").first.click()
    wait_for(first, "received")
    wait_for(second, "received")
    assert len(room.sent) == 1


def test_f74_going_back_shows_the_page_as_it_is_now(come_in: Enter) -> None:
    room = Room("ballot-single", after="received-single")
    phone = come_in(room)
    phone.locator(".answers button").first.click()
    wait_for(phone, "received")
    phone.goto("http://zaal.test/?lang=en")
    phone.go_back()
    wait_for(phone, "received")


def test_a_session_that_ended_is_not_asked_after_any_more(come_in: Enter) -> None:
    room = Room("talk")
    phone = come_in(room)
    room.shows("over")
    wait_for(phone, "over")
    asked = len(room.asked)
    phone.wait_for_timeout(6_000)
    assert len(room.asked) <= asked + 1
