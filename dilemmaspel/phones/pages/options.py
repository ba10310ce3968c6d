"""An answer in words: its mark and label, what it is, what it costs, and what speaks for it."""

from dilemmaspel.game.views import OptionView
from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.pages.html import NOTHING, Html, el, join
from dilemmaspel.phones.pages.marks import number_mark, option_mark
from dilemmaspel.phones.pages.pen import Pen, fault_id, folded, listed
from dilemmaspel.phones.screen import BallotForm
from dilemmaspel.words.money import cost_words, shortage_words
from dilemmaspel.words.names import capitalised


def answer_group(pen: Pen, form: BallotForm, prefix: str, *rows: Html) -> Html:
    """Make the group of all answers to a ballot, named by its question."""
    name = prefix + fields.CHOICE
    return el(
        "fieldset",
        el("legend", form.question, class_="unseen", lang=pen.foreign),
        pen.beside(name),
        *rows,
        class_="answers",
        aria_describedby=fault_id(name),
    )


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
    words = el("span", pen.told("strong", capitalised(label)), class_="words")
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
        listed(pen, t("For"), option.pros),
        listed(pen, t("Against"), option.cons),
        class_="reasons",
    )
