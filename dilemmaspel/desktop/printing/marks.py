"""What returns on several sheets: roles, options, and where to cut and fold."""

from typing import Final

from dilemmaspel.desktop.printing.blocks import Beside, Block, Picture, Sign, Stack, Title
from dilemmaspel.desktop.printing.lettering import TINY, Style, width_of
from dilemmaspel.desktop.printing.page import HEIGHT, WIDTH, Area, Box, Page, Rule
from dilemmaspel.desktop.style import has_icon
from dilemmaspel.game.scenario import Role
from dilemmaspel.texts import Texts
from dilemmaspel.theme import Mark, load_theme

_NO_ICON: Final = "person"
_GROUND: Final = "#FFFFFF"


def role_icon(role: Role) -> str:
    """The drawing of a role; a role without one of its own is drawn as a person."""
    return role.id if has_icon(role.id) else _NO_ICON


def role_picture(role: Role, side: float) -> Block:
    """The drawing of a role in its colour."""
    return Picture(role_icon(role), side, load_theme().role(role.color))


def option_block(index: int, label: str, style: Style, under: tuple[Block, ...] = ()) -> Block:
    """The shape and letter of an option, its label beside it, and more under the label."""
    return marked(load_theme().option(index), label, style, under)


def marked(mark: Mark, label: str, style: Style, under: tuple[Block, ...] = ()) -> Block:
    """A mark, with words beside it and more under them."""
    wide = style.points * 0.155 * 3 + width_of("W", style)
    words = Stack((Title(label, style), *under), style.points * 0.04)
    return Beside(Sign(mark, style), wide, words, style.points * 0.12)


def cut_down(page: Page, x: float) -> None:
    """Draw where to cut from top to bottom."""
    page.add(Rule((x, 0), (x, HEIGHT), "line", 0.15, dashed=True))


def cut_across(page: Page, y: float, t: Texts, left: float = 0, right: float = WIDTH) -> None:
    """Draw where to cut from side to side."""
    page.add(Rule((left, y), (right, y), "line", 0.15, dashed=True))
    label_on_line(page, t("cut here"), 16, y)


def label_on_line(page: Page, words: str, left: float, y: float) -> None:
    """Say in small letters, on the line itself, what to do there."""
    wide = width_of(words, TINY)
    page.add(Box(Area(left - 1.5, y - TINY.line / 2, wide + 3, TINY.line), fill=_GROUND))
    page.write(words, left, y - TINY.line / 2, TINY)
