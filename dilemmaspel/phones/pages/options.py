"""An answer in words: its mark and label, what it is, what it costs, and what speaks for it."""

from dilemmaspel.game.views import OptionView
from dilemmaspel.phones.pages.html import NOTHING, Html, el, join
from dilemmaspel.phones.pages.marks import number_mark, option_mark
from dilemmaspel.phones.pages.pen import Pen, bullets, folded
from dilemmaspel.words.money import cost_words, shortage_words


def option_words(pen: Pen, option: OptionView) -> Html:
    """Make what stands beside the mark of an option: label, meaning, price."""
    cost = cost_words(pen.t, option)
    short = shortage_words(pen.t, option)
    return el(
        "span",
        pen.told("strong", option.label),
        pen.told("span", option.description),
        el("span", cost) if cost else None,
        el("span", short, class_="short") if short else None,
        class_="words",
    )


def option_line(pen: Pen, option: OptionView) -> Html:
    """Make the mark and the words of an option, side by side."""
    return join((option_mark(option), option_words(pen, option)))


def short_line(pen: Pen, option: OptionView) -> Html:
    """Make the mark and the label alone, where the rest was read before."""
    label = el("span", pen.told("strong", option.label), class_="words")
    return join((option_mark(option), label))


def point_line(pen: Pen, point: int, label: str) -> Html:
    """Make a point of a scale: its number and its label."""
    words = el("span", pen.told("strong", sentence(label)), class_="words")
    return join((number_mark(str(point)), words))


def reasons(pen: Pen, option: OptionView) -> Html:
    """Make what speaks for and against an option, folded up; nothing when there is nothing."""
    if not (option.pros or option.cons):
        return NOTHING
    t = pen.t
    return folded(
        join(
            (
                t("For and against"),
                el("span", ": ", pen.told("span", option.label), class_="unseen"),
            )
        ),
        _reasons(pen, t("For"), option.pros),
        _reasons(pen, t("Against"), option.cons),
        class_="reasons",
    )


def _reasons(pen: Pen, name: str, lines: tuple[str, ...]) -> Html:
    if not lines:
        return NOTHING
    listed = bullets(tuple(pen.told("span", line) for line in lines))
    return join((el("p", name, class_="rowname"), listed))


def sentence(label: str) -> str:
    """Write a label with a capital, as on the other screens."""
    return label[:1].upper() + label[1:]
