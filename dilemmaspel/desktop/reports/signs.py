"""The sign of an option on paper: letter and shape in its colour, as it is everywhere."""

from dataclasses import dataclass

from dilemmaspel.debrief.report.document import Choice
from dilemmaspel.desktop.printing.blocks import Block, Words
from dilemmaspel.desktop.printing.lettering import Style, baseline_in, rise_of, width_of
from dilemmaspel.desktop.printing.page import Page, Shape
from dilemmaspel.theme import Mark, load_theme
from dilemmaspel.theme import Shape as Form


def mark_of(choice: Choice) -> Mark | None:
    """The mark of an option; a point of a scale is its number on a disc; a band has none."""
    theme = load_theme()
    if choice.index < 0:
        return None if choice.sign == "→" else theme.abstain
    own = theme.option(choice.index)
    return Mark(choice.sign, Form.CIRCLE, own.colour) if choice.on_scale else own


def sign_width(choice: Choice, style: Style) -> float:
    """How wide a sign is in a style, in millimetres."""
    letter = width_of(choice.sign, style)
    return letter if mark_of(choice) is None else style.points * 0.155 * 3 + letter


def draw_sign(page: Page, choice: Choice, left: float, top: float, style: Style) -> None:
    """Draw the shape, and the letter behind it."""
    mark = mark_of(choice)
    if mark is not None:
        radius = style.points * 0.155
        middle = top + baseline_in(style) - rise_of(style) / 2
        page.add(Shape(mark, (left + radius * 1.2, middle), radius))
        left += radius * 3
    page.write(choice.sign, left, top, style)


@dataclass(frozen=True, slots=True)
class Signed:
    """Words with the sign of an option before them."""

    choice: Choice
    text: str
    style: Style

    @property
    def _hang(self) -> float:
        return sign_width(self.choice, self.style) + self.style.points * 0.18

    def height(self, width: float) -> float:
        return max(self._words.height(width - self._hang), self.style.line)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        draw_sign(page, self.choice, left, top, self.style.strong())
        self._words.draw(page, left + self._hang, top, width - self._hang)

    @property
    def _words(self) -> Block:
        return Words(self.text, self.style.strong() if self.choice.chosen else self.style)
