"""Every screen of a phone as markup: complete without a script, silent before a reveal, escaped."""

import dataclasses
from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from dilemmaspel.game.ids import frozen
from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.pages.files import address, static_files
from dilemmaspel.phones.pages.render import fragment, page
from dilemmaspel.phones.screen import Screen, ScreenKind, Shape
from dilemmaspel.texts import Texts
from tests.desktop.looking import strings, written_by_authors
from tests.game.playing import EVERYTHING, SCHAKEL, WACHTKAMER, WIJKTEAM
from tests.phones.pages.markup import Node, Reader, read, skeleton
from tests.phones.pages.states import ME, Shown, of, own_choice, states, view_of, voting

NL, EN = Texts("nl"), Texts("en")
STATES = pytest.mark.parametrize("name", states())
BALLOTS = [name for name, shown in states().items() if shown.screen.kind is ScreenKind.BALLOT]
RECEIVED = [
    name
    for name, shown in states().items()
    if shown.screen.kind is ScreenKind.RECEIVED and shown.screen.own is None
]
GOES_TO = {
    fields.JOIN_TO,
    fields.BALLOT_TO,
    fields.TIME_TO,
    fields.PAUSE_TO,
    fields.REMARK_TO,
    fields.POLL_TO,
    fields.SHOW_TO,
}
LIGHT, WITH_EVERY_QUESTION = 60_000, 66_000
"""Bytes of a page with all it brings along; more when all extra questions are on at once."""
NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onfocus='alert(1)",
    "</main></body><h1>",
    "&lt;b&gt; &#x3c;b",
    "<!-- --> ]]> \u202e <svg/onload=x>",
    "\x00\x1b[31m\ud800",
    "javascript:alert(1)",
)


def whole(name: str, t: Texts = NL, **frame: Any) -> str:
    shown = states()[name]
    return page(shown.screen, t, shown.framed(t.language, **frame))


def forms(root: Node) -> list[Node]:
    return root.all("form")


def sends(form: Node, name: str) -> list[Node]:
    return [node for node in form.all() if node.get("name") == name]


def named(field: Node, root: Node) -> bool:
    """Whether a screen reader can say what a field or button is for."""
    if field.get("aria-label") or (field.tag == "button" and field.text):
        return True
    if any(node.tag == "label" and node.text for node in field.above()):
        return True
    labels = [n for n in root.all("label") if n.get("for") == field.get("id")]
    return bool(field.get("id")) and any(label.text for label in labels)


# ------------------------------------------------------------ markup


@STATES
@pytest.mark.parametrize("t", [NL, EN], ids=["nl", "en"])
def test_a_page_is_valid(name: str, t: Texts) -> None:
    root = read(whole(name, t).removeprefix("<!DOCTYPE html>\n"))
    html = root.children[0]
    assert html.get("lang") == t.language
    assert [node.tag for node in html.children] == ["head", "body"]
    assert len(root.all("main")) == len(root.all("h1")) == len(root.all("title")) == 1


@STATES
def test_a_fragment_is_the_main_of_the_page(name: str) -> None:
    shown = states()[name]
    part = fragment(shown.screen, NL, shown.framed())
    assert part.startswith("<main ")
    assert part in whole(name)
    assert part == fragment(shown.screen, NL, shown.framed())


@STATES
def test_headings_do_not_skip_a_level(name: str) -> None:
    levels = [int(node.tag[1]) for node in read(whole(name)[16:]).all("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(now <= before + 1 for before, now in pairwise(levels))


@STATES
def test_every_field_and_button_says_what_it_is_for(name: str) -> None:
    root = read(whole(name)[16:])
    silent = [
        node.attributes
        for node in root.all("input", "select", "textarea", "button")
        if node.get("type") != "hidden" and not named(node, root)
    ]
    assert silent == []


@STATES
def test_nothing_is_taken_out_of_the_order_of_tab(name: str) -> None:
    root = read(whole(name)[16:])
    moved = [node.tag for node in root.all() if "tabindex" in node.attributes]
    assert moved == ["main", "h1"]


@STATES
def test_nothing_comes_from_elsewhere_and_nothing_runs_in_the_page(name: str) -> None:
    root = read(whole(name)[16:])
    scripts = root.all("script")
    assert [node.get("src") for node in scripts] == [address("phone.js")]
    assert "http:" not in whole(name)
    assert "https:" not in whole(name)
    assert "style=" not in whole(name)


# ------------------------------------------------------------ forms


@STATES
def test_every_form_is_complete_without_a_script(name: str) -> None:
    root = read(whole(name)[16:])
    for form in forms(root):
        assert form.get("method") == "post"
        assert form.get("action") in GOES_TO
        assert len(sends(form, fields.FORM)) == len(sends(form, fields.ONCE)) == 1
        assert [b for b in form.all("button") if b.get("type") != "button"]


@pytest.mark.parametrize("name", BALLOTS)
def test_a_ballot_says_for_which_vote_it_is(name: str) -> None:
    form = states()[name].screen.ballot
    assert form is not None
    ballots = [f for f in forms(read(whole(name)[16:])) if f.get("action") == fields.BALLOT_TO]
    for ballot in ballots:
        assert sends(ballot, fields.ROUND)[0].get("value") == form.dilemma
        assert sends(ballot, fields.VOTE)[0].get("value") == form.vote
    assert sum(len(sends(ballot, fields.ABSTAIN)) for ballot in ballots) == 1


@pytest.mark.parametrize("name", BALLOTS)
def test_every_answer_of_a_ballot_can_be_given(name: str) -> None:
    form = states()[name].screen.ballot
    assert form is not None
    root = read(whole(name)[16:])
    open_options = {o.id for o in form.options if not o.blocked}
    match form.shape:
        case Shape.POINTS:
            wanted = {f"points-{o.id}" for o in form.options}
            assert {n.get("name") for n in root.all("input")} >= wanted
        case Shape.ORDER:
            wanted = {f"place-{o.id}" for o in form.options}
            assert {n.get("name") for n in root.all("select")} >= wanted
        case Shape.SCALE:
            given = {n.get("value") for n in root.all() if n.get("name") == fields.CHOICE}
            assert given == {str(n) for n in range(1, len(form.labels) + 1)}
        case Shape.CONSENT:
            given = {n.get("value") for n in root.all() if n.get("name") == fields.CHOICE}
            assert given == {"no_objection", "objection"}
        case _:
            given = {
                n.get("value")
                for n in root.all()
                if n.get("name") == fields.CHOICE and "disabled" not in n.attributes
            }
            assert given == open_options


def test_an_option_that_does_not_fit_is_there_and_cannot_be_chosen() -> None:
    shown = states()["ballot-single"]
    form = shown.screen.ballot
    assert form is not None
    blocked = tuple(dataclasses.replace(o, blocked=o.index == 0) for o in form.options)
    screen = dataclasses.replace(shown.screen, ballot=dataclasses.replace(form, options=blocked))
    root = read(fragment(screen, NL, shown.framed()))
    off = [n.get("value") for n in root.all("button") if "disabled" in n.attributes]
    assert off == [form.options[0].id]


def test_what_was_filled_in_comes_back_with_what_is_wrong_beside_it() -> None:
    root = read(whole("ballot-points-wrong")[16:])
    boxes = [n for n in root.all("input") if n.get("name").startswith("points-")]
    assert {n.get("value") for n in boxes} == {"15"}
    fault = next(n for n in root.all() if n.get("id") == "fault-choice")
    assert "hidden" not in fault.attributes
    assert "75" in fault.text
    group = next(n for n in root.all("fieldset") if n.get("aria-describedby") == "fault-choice")
    assert boxes[0] in group.all("input")


def test_the_code_field_takes_what_people_type_and_paste() -> None:
    field = next(n for n in read(whole("join-code")[16:]).all("input") if n.get("name") == "code")
    assert field.get("autocapitalize") == "characters"
    assert int(field.get("maxlength")) >= 12
    assert "pattern" not in field.attributes
    wrong = read(whole("join-wrong-code")[16:])
    again = next(n for n in wrong.all("input") if n.get("name") == "code")
    assert again.get("value") == "k7m qz"
    assert again.get("aria-invalid") == "true"


def test_a_taken_role_cannot_be_chosen() -> None:
    root = read(whole("join-roles")[16:])
    taken = {n.get("value") for n in root.all("input") if "disabled" in n.attributes}
    join = states()["join-roles"].screen.join
    assert join is not None
    assert taken == {place.role.id for place in join.places if not place.free}


def test_without_cookies_every_way_on_is_a_form() -> None:
    for name in states():
        links = read(whole(name, cookieless=True)[16:]).all("a")
        assert links == [], name


def test_who_changes_a_vote_sees_what_it_is_now() -> None:
    for name, scenario, dilemma in _BY_PRESS:
        play = voting(scenario, dilemma)
        choice = own_choice(view_of(play), name)
        root = read(whole(f"change-{name}")[16:])
        (now,) = [n for n in root.all("button") if n.has("now")]
        assert now.get("value") == str(choice)
        assert EN("Your choice now") in read(whole(f"change-{name}", EN)[16:]).text


_BY_PRESS = (("single", SCHAKEL, "d1"), ("scale", WACHTKAMER, "d3"))


@pytest.mark.parametrize(
    ("name", "filled"),
    [
        ("points", {"25", "20"}),
        ("order", {"1", "2", "3", "4"}),
        ("ticks", {"checked"}),
    ],
)
def test_a_changed_ballot_is_filled_in_as_it_was(name: str, filled: set[str]) -> None:
    root = read(whole(f"change-{name}")[16:])
    numbers = {n.get("value") for n in root.all("input") if n.get("type") == "number"}
    places = {n.text for n in root.all("option") if "selected" in n.attributes}
    ticks = {"checked" for n in root.all("input") if "checked" in n.attributes}
    assert (numbers or places or ticks) <= filled
    assert numbers or places or ticks


def test_the_extra_questions_are_all_there_and_all_can_be_skipped() -> None:
    root = read(whole("ballot-single-extras")[16:])
    names = {n.get("name") for n in root.all("input", "select", "textarea")}
    assert names >= {
        fields.CONFIDENCE,
        fields.VALUE_CARD,
        fields.COMMENT,
        fields.OWN + fields.CHOICE,
        fields.GUESS_ROLE,
        fields.GUESS_OPTION,
    }
    assert not any("required" in n.attributes for n in root.all())
    comment = next(n for n in root.all("textarea"))
    assert comment.get("maxlength") == "200"


def test_an_objection_asks_for_its_reason() -> None:
    root = read(whole("ballot-consent-wrong")[16:])
    part = next(n for n in root.all("details") if n.has("objection"))
    assert "open" in part.attributes
    reason = part.all("textarea")[0]
    assert reason.get("name") == fields.OBJECTION
    assert "fault-objection" in reason.get("aria-describedby")


# ------------------------------------------------------------ secrets


@pytest.mark.parametrize("name", RECEIVED)
def test_a_received_vote_shows_no_answer_at_all(name: str) -> None:
    scenario, dilemma = {n: (s, d) for n, s, d in _KINDS}.get(
        name.removeprefix("received-"), (SCHAKEL, "d1")
    )
    view = view_of(voting(scenario, dilemma))
    said = read(whole(name)[16:]).text
    for option in view.ballot:
        assert option.label not in said
        assert not option.description or option.description not in said
    for label in view.public.dilemma.labels if view.public.dilemma else ():
        assert label not in said
    assert "own" not in [n.get("id") for n in read(whole(name)[16:]).all()]


_KINDS = (
    ("single", SCHAKEL, "d1"),
    ("points", SCHAKEL, "d2"),
    ("order", SCHAKEL, "d3"),
    ("scale", WACHTKAMER, "d3"),
    ("ticks", WIJKTEAM, "d2"),
)


@pytest.mark.parametrize(("name", "scenario", "dilemma"), _KINDS)
def test_before_the_reveal_a_page_is_the_same_whatever_others_chose(
    name: str, scenario: str, dilemma: str
) -> None:
    pages = set()
    for last in (0, 1):
        play = voting(scenario, dilemma, EVERYTHING)
        view = view_of(play)
        choices: tuple[Any, ...] = _two_choices(name, view)
        for seat in [s for s in play.state.seats if s != ME]:
            play.do(play.ballot(seat, choices[last]))
        before = fragment(of(play), NL, Shown(of(play)).framed())
        play.do(play.ballot(ME, own_choice(view, name)))
        after = fragment(of(play), NL, Shown(of(play)).framed())
        pages.add((before, after))
    assert len(pages) == 1


def _two_choices(name: str, view: Any) -> tuple[Any, Any]:
    ids = [o.id for o in view.ballot if not o.blocked]
    match name:
        case "points":
            return {ids[0]: 100}, {ids[1]: 100}
        case "order":
            return ids, ids[::-1]
        case "scale":
            return 1, 5
        case "ticks":
            return [ids[0]], [ids[1]]
        case _:
            return ids[0], ids[1]


def test_what_only_this_role_knows_is_folded_up() -> None:
    card = states()["card"].screen.card
    assert card is not None
    assert card.knows
    root = read(whole("card")[16:])
    told = [n for n in root.all("p") if n.text == card.knows]
    (details,) = [n for n in told[0].above() if n.tag == "details"]
    assert "open" not in details.attributes


def test_the_own_choice_is_shown_when_it_is_asked_for() -> None:
    view = view_of(voting(SCHAKEL, "d1"))
    root = read(whole("received-single-shown")[16:])
    own = next(n for n in root.all() if n.get("id") == "own")
    assert view.ballot[-1].label in own.text


# ------------------------------------------------------------ results


@pytest.mark.parametrize("name", ["single", "points", "order", "scale", "ticks"])
def test_every_bar_has_its_words_and_its_row_in_the_table(name: str) -> None:
    root = read(whole(f"result-{name}")[16:])
    bars = [n for n in root.all("li") if any(c.has("barline") for c in n.all("svg"))]
    rows = [n for n in root.all("tr") if n.all("td")]
    assert len(bars) == len(rows) > 1
    for bar, row in zip(bars, rows, strict=True):
        label = bar.all("strong")[0].text
        amount = next(n for n in bar.all() if n.has("amount")).text
        assert label in row.text
        assert amount == row.all("td")[0].text
        drawn = next(n for n in bar.all("svg") if n.has("barline"))
        assert drawn.get("aria-hidden") == "true"


def test_a_longer_bar_is_a_larger_number() -> None:
    root = read(whole("result-single")[16:])
    bars = [n for n in root.all("li") if any(c.has("barline") for c in n.all("svg"))]
    sizes = []
    for bar in bars:
        number = int(next(n for n in bar.all() if n.has("amount")).text.split()[0])
        drawn = [n for n in bar.all("rect") if n.has("bar")]
        sizes.append((number, float(drawn[0].get("width")[:-1]) if drawn else 0.0))
    assert max(width for _, width in sizes) == 100
    assert all((a[0] < b[0]) == (a[1] < b[1]) for a in sizes for b in sizes)


# ------------------------------------------------------------ languages


def test_words_of_a_dutch_scenario_are_marked_on_an_english_page() -> None:
    for name in ("ballot-single", "talk", "card", "result-single", "decision"):
        shown = states()[name]
        root = read(page(shown.screen, EN, shown.framed("en"))[16:])
        dutch = [n for n in root.all() if n.get("lang") == "nl"]
        assert dutch, name
        assert "lang" not in read(fragment(shown.screen, NL, shown.framed("nl"))).attributes
        marks = [n for n in read(whole(name)[16:]).all() if n.get("lang") == "nl"]
        assert {n.tag for n in marks} == {"html", "strong"}, name


@STATES
def test_no_words_of_a_dutch_scenario_are_left_unmarked_on_an_english_page(name: str) -> None:
    shown = states()[name]
    theirs = written_by_authors() & {one for one in strings(shown.screen) if len(one) > 3}
    unmarked = [
        node.words
        for node in read(page(shown.screen, EN, shown.framed("en"))[16:]).all()
        if " ".join(node.words).strip(" :“”") in theirs
        and not any(one.get("lang") == "nl" for one in (node, *node.above()))
    ]
    assert unmarked == []


@STATES
def test_the_other_language_is_one_press_away(name: str) -> None:
    (link,) = [n for n in read(whole(name)[16:]).all("a") if n.get("hreflang")]
    assert (link.get("href"), link.get("lang"), link.text) == ("/?lang=en", "en", "English")


@STATES
def test_the_session_word_and_the_title_are_there(name: str) -> None:
    root = read(whole(name)[16:])
    assert "reiger" in root.all("header")[0].text
    main = root.all("main")[0]
    assert root.all("title")[0].text == f"{main.get('data-title')} · Dilemmaspel"


# ------------------------------------------------------------ hostile words


def nasty(value: Any, words: str) -> Any:
    """The same value with the words before every text in it."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return words + value
    if isinstance(value, tuple):
        return tuple(nasty(one, words) for one in value)
    if isinstance(value, Mapping):
        return frozen({nasty(k, words): nasty(v, words) for k, v in value.items()})
    if dataclasses.is_dataclass(value) and not isinstance(value, type | Fraction):
        parts = {f.name: nasty(getattr(value, f.name), words) for f in dataclasses.fields(value)}
        return type(value)(**parts)
    return value


@pytest.mark.parametrize("words", NASTY)
def test_no_text_of_a_scenario_changes_the_markup(words: str) -> None:
    for name, shown in states().items():
        plain = nasty(shown.screen, "x")
        hostile: Screen = nasty(shown.screen, words)
        made = fragment(hostile, EN, shown.framed("en"))
        assert skeleton(made) == skeleton(fragment(plain, EN, shown.framed("en"))), name
        assert not any(ord(letter) < 32 and letter != "\n" for letter in made), name


@pytest.mark.parametrize("words", NASTY)
def test_no_word_around_a_screen_changes_the_markup(words: str) -> None:
    shown = states()["ballot-single"]
    odd = {"word": words, "said": words, "form": words, "once": words, "seat": words}
    made = page(shown.screen, NL, shown.framed("nl", **odd))
    plain = page(shown.screen, NL, shown.framed("nl", **dict.fromkeys(odd, "x")))
    assert skeleton(made[16:]) == skeleton(plain[16:])
    assert Reader(made[16:]).faults == []


# ------------------------------------------------------------ weight


@STATES
def test_a_page_with_all_it_brings_is_light(name: str) -> None:
    brings = sum(len(file.content) for file in static_files().values())
    most = WITH_EVERY_QUESTION if name.endswith("-extras") else LIGHT
    for t in (NL, EN):
        assert len(whole(name, t).encode()) + brings <= most
