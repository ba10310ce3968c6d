"""From where the parser gave up to what the author did, and the text with that one slip mended."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dilemmaspel.scenario import syntax_words as words
from dilemmaspel.scenario.findings import Wording
from dilemmaspel.scenario.parsing import Failure


@dataclass(frozen=True, slots=True)
class Slip:
    """What the author did, where, and the whole text without it when that is sure."""

    wording: Wording
    line: int
    column: int
    values: Mapping[str, object] = field(default_factory=dict)
    mended: str | None = None


def explain(text: str, failure: Failure) -> Slip:
    """Find the slip behind a failure."""
    return Slip(words.UNREADABLE, failure.line, failure.column)
