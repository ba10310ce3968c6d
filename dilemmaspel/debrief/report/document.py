"""A report as a list of sections with blocks, all words in the reader's language.

What it says is decided once; the HTML page and the PDF only lay it out, so that their numbers
cannot differ.
"""

from dataclasses import dataclass
from enum import StrEnum

from dilemmaspel.debrief.figures import Figure


class Tone(StrEnum):
    """How a paragraph is meant."""

    PLAIN = "plain"
    LEAD = "lead"
    """The first thing to read."""
    QUIET = "quiet"
    """Small print."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short sentences under each other."""

    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a name and what it is."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as it is known everywhere: letter, shape and colour follow from `index`.

    A point of a scale has its number for a sign; who abstained has index -1.
    """

    index: int
    sign: str
    label: str
    chosen: bool = False
    on_scale: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What could be chosen."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision: what was chosen, how, and what happened then."""

    title: str
    choices: tuple[Choice, ...]
    how: tuple[str, ...]
    outcome: str
    points: tuple[int, ...] = ()
    """A division of points only: whole points, one for each of `choices`."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody said, with the option and the role that go with it; both may be missing."""

    text: str
    choice: Choice | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Sayings:
    """Reasons, conditions or notes under a heading."""

    title: str
    sayings: tuple[Saying, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column; `choice` gives it the colour of an option."""

    words: str
    number: bool = False
    choice: Choice | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows as long as the heads; the first `row_heads` cells name the row."""

    title: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    row_heads: int = 1
    last_is_total: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure with its sentence, and the same as tables; paper has room for the figure only."""

    figure: Figure
    title: str
    sentence: str
    grids: tuple[Grid, ...]
    part: str = ""
    """What of a section it is about, such as the first vote; empty for all."""
    on_paper: bool = True


@dataclass(frozen=True, slots=True)
class Effect:
    """What a decision did to one indicator; `better` is None when nothing moved."""

    name: str
    before: int
    after: int
    better: bool | None
    word: str


@dataclass(frozen=True, slots=True)
class Effects:
    """What a decision did at once."""

    title: str
    effects: tuple[Effect, ...]
    money: str
    note: str


Block = Words | Bullets | Facts | Choices | Verdict | Sayings | Grid | Drawn | Effects


@dataclass(frozen=True, slots=True)
class Section:
    """A part with a heading of its own; on paper it begins on a new page."""

    key: str
    """Unique in the report; the anchor in HTML."""
    title: str
    blocks: tuple[Block, ...]
    eyebrow: str = ""
    """What stands small above the title."""
    one_page: bool = False
    """On paper it fills one page and no more."""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report."""

    language: str
    title: str
    subtitle: str
    name: str
    """What kind of paper it is, such as "Verslag"."""
    cover: tuple[Block, ...]
    sections: tuple[Section, ...]
    foot: str
    """Stands under everything."""
