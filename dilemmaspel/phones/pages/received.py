"""After voting: that it came in, and nothing of what was chosen, until the person asks."""

from collections.abc import Mapping

from dilemmaspel.game.ballots import NO_OBJECTION, Choice
from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.views import OptionView
from dilemmaspel.phones.pages.html import NOTHING, Html, el, join
from dilemmaspel.phones.pages.marks import abstain_shape, icon, number_mark, option_mark
from dilemmaspel.phones.pages.options import point_line
from dilemmaspel.phones.pages.pen import Pen, heading
from dilemmaspel.phones.screen import Asked, OwnChoice, Screen, Shape


def received(pen: Pen, screen: Screen) -> Html:
    """Make the page of somebody whose vote is in."""
    t = pen.t
    return join(
        (
            el("div", icon("check"), class_="big done"),
            heading(t("Received")),
            el("p", t("Your vote is in. You can change it until the vote is closed.")),
            _own(pen, screen.own),
            el(
                "div",
                pen.showing(t("Change my vote"), Asked.BALLOT, class_="second"),
                class_="centre",
            ),
        )
    )


def _own(pen: Pen, own: OwnChoice | None) -> Html:
    """Make the place of the own choice: empty, with the way to see it, or the choice itself."""
    t = pen.t
    if own is None:
        look = pen.showing(t("Look at my vote"), Asked.CHOICE, class_="tool")
        return el("div", el("div", look, class_="centre"), class_="look", data_look=True)
    cover = pen.showing(t("Cover my vote"), class_="tool")
    return el(
        "div",
        el("div", _choice(pen, own), id="own", class_="card own-choice"),
        el("div", cover, class_="centre"),
        class_="look",
        data_look=True,
    )


def _choice(pen: Pen, own: OwnChoice) -> Html:
    t, choice = pen.t, own.choice
    known = {one.id: one for one in own.options}
    if choice is None:
        return _line(join((abstain_shape(), _words(t("I abstain")))))
    if own.shape is Shape.CONSENT:
        fine = choice == NO_OBJECTION
        return _line(_words(t("No objection") if fine else t("Objection")))
    if isinstance(choice, int):
        label = own.labels[choice - 1] if 0 < choice <= len(own.labels) else ""
        return _line(point_line(pen, choice, label))
    return join(_lines(pen, own.shape, choice, known))


def _lines(
    pen: Pen, shape: Shape, choice: Choice, known: Mapping[OptionId, OptionView]
) -> tuple[Html, ...]:
    if isinstance(choice, str):
        return (_option(pen, known, choice),)
    if isinstance(choice, Mapping):
        return tuple(_option(pen, known, one, str(points)) for one, points in choice.items())
    chosen = choice if isinstance(choice, tuple) else ()
    if not chosen:
        return (_line(_words(pen.t("None of these"))),)
    ordered = shape is Shape.ORDER
    return tuple(
        _option(pen, known, one, str(n) if ordered else "") for n, one in enumerate(chosen, start=1)
    )


def _option(
    pen: Pen, known: Mapping[OptionId, OptionView], one: OptionId, number: str = ""
) -> Html:
    option = known.get(one)
    before = number_mark(number) if number else NOTHING
    if option is None:
        return _line(join((before, _words(one))))
    words = el("span", pen.told("strong", option.label), class_="words")
    return _line(join((before, option_mark(option), words)))


def _words(words: str) -> Html:
    return el("span", el("strong", words), class_="words")


def _line(inside: Html) -> Html:
    return el("p", inside, class_="row")
