"""Every state of the page for everybody: by axe-core, by keys, by large letters, by finger."""

import os
from typing import TYPE_CHECKING, Any, Literal

import pytest

from tests.phones.pages.states import states

if TYPE_CHECKING:
    from playwright.sync_api import Page

HOST = "http://zaal.test"
Look = Literal["light", "dark"]
WIDTHS = (320, 390, 768)
LOOKS: tuple[Look, ...] = ("light", "dark")
SOME_WAYS: tuple[tuple[Look, int], ...] = (("light", 320), ("dark", 768))
WHOLE = bool(os.environ.get("DILEMMASPEL_WHOLE"))
"""Set it to try every look and width in both languages; else the second language tries some."""
HIGH, LOW = 800, 560
"""Heights of a screen; on a low one nothing stays in sight over what is scrolled under it."""
EVERY_RULE = {"resultTypes": ["violations", "incomplete"]}
BY_SIZE_AND_COLOUR = {
    **EVERY_RULE,
    "runOnly": ["color-contrast", "link-in-text-block", "target-size", "meta-viewport"],
}
"""The rules that can judge otherwise at another width or in another look."""
PRESSED = (
    "join-roles",
    "join-wrong-code",
    "ballot-single",
    "ballot-points-extras",
    "ballot-order-extras",
    "ballot-ticks-extras",
    "ballot-scale-extras",
    "ballot-consent-wrong",
    "change-order",
    "received-single",
    "received-points-shown",
    "card",
    "talk-wrong",
    "result-scale",
    "decision-points",
    "poll",
)
"""A state for every kind of thing that can be pressed or filled in."""


def every_way() -> list[tuple[Look, int]]:
    return [(look, width) for look in LOOKS for width in WIDTHS]


STATES = pytest.mark.parametrize("name", states())


def opened(phone: "Page", name: str, language: str = "nl", width: int = 390) -> None:
    phone.set_viewport_size({"width": width, "height": HIGH})
    phone.goto(f"{HOST}/{name}?lang={language}")
    phone.evaluate("document.fonts.ready")


def asked(phone: "Page", what: str) -> Any:
    """Ask one of the probes."""
    return phone.evaluate(f"probes.{what}")


def complaints(phone: "Page", options: object) -> list[str]:
    """What axe-core finds, and what it cannot judge."""
    from axe_playwright_python.sync_playwright import Axe

    if not phone.evaluate("'axe' in window"):
        phone.evaluate(Axe().axe_script)
    found: dict[str, Any] = phone.evaluate("(options) => axe.run(document, options)", options)
    return [
        f"{kind} {rule['id']}: {node['html'][:120]} {node.get('failureSummary', '')[:200]}"
        for kind in ("violations", "incomplete")
        for rule in found[kind]
        for node in rule["nodes"]
    ]


@STATES
@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe_finds_nothing_and_leaves_nothing_to_review(
    phone: "Page", name: str, language: str
) -> None:
    opened(phone, name, language)
    phone.set_viewport_size({"width": 390, "height": LOW})
    found = {"folded": complaints(phone, EVERY_RULE)}
    asked(phone, "unfold()")
    found["unfolded"] = complaints(phone, EVERY_RULE)
    for look, width in every_way() if WHOLE or language == "nl" else SOME_WAYS:
        phone.emulate_media(color_scheme=look, reduced_motion="reduce")
        phone.set_viewport_size({"width": width, "height": LOW})
        found[f"{look} {width}"] = complaints(phone, BY_SIZE_AND_COLOUR)
    assert {where: said for where, said in found.items() if said} == {}


@STATES
def test_every_word_stands_out_and_nothing_is_cut_whatever_the_letters(
    phone: "Page", name: str
) -> None:
    opened(phone, name, width=320)
    asked(phone, "unfold()")
    found = {"light": asked(phone, "lowContrast(7)"), "320 wide": asked(phone, "spilled()")}
    phone.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found["dark"] = asked(phone, "lowContrast(7)")
    phone.set_viewport_size({"width": 320, "height": 256})
    found["256 high"] = asked(phone, "spilled()")
    asked(phone, "spaced()")
    found["wide spacing"] = asked(phone, "spilled()")
    asked(phone, "large()")
    found["200 %"] = asked(phone, "spilled()")
    assert {where: said for where, said in found.items() if said} == {}


@STATES
def test_everything_to_press_is_large_and_apart(phone: "Page", name: str) -> None:
    opened(phone, name, width=320)
    phone.set_viewport_size({"width": 320, "height": LOW})
    found = asked(phone, "badTargets()")
    asked(phone, "unfold()")
    assert found + asked(phone, "badTargets()") == []


@pytest.mark.parametrize("name", PRESSED)
def test_keys_reach_everything_and_show_where_they_are(phone: "Page", name: str) -> None:
    opened(phone, name)
    wanted, seen = asked(phone, "reachable()"), 0
    for _ in range(wanted + 6):
        phone.keyboard.press("Tab")
        at = asked(phone, "focused()")
        if at is None:
            break
        assert at["outline"] >= 2, at
        assert at["visible"], at
        seen = at["visited"]
    assert seen >= wanted


def test_movement_is_left_out_on_request(phone: "Page") -> None:
    opened(phone, "received-single")
    assert asked(phone, "moving()") == 0


def test_a_screen_reader_hears_a_button_with_all_its_words(phone: "Page") -> None:
    opened(phone, "ballot-single")
    tree = phone.locator("main").aria_snapshot()
    form = states()["ballot-single"].screen.ballot
    assert form is not None
    for option in form.options:
        line = next(one for one in tree.splitlines() if "button" in one and option.label in one)
        assert option.letter in line
        assert option.description.split(":")[0][:30] in line
