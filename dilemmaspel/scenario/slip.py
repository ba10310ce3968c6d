"""What an author did that keeps a file from being read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dilemmaspel.scenario.findings import Wording
from dilemmaspel.scenario.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip, and the whole text without it when that is sure."""

    wording: Wording
    line: int
    column: int
    values: Mapping[str, object] = field(default_factory=dict)
    mended: str | None = None


def line_slip(
    sheet: Sheet, wording: Wording, line: int, column: int, fixed: str, **values: object
) -> Slip:
    """A slip that one changed line mends; the line is shown as the way to write it."""
    shown = {"fixed": fixed.strip(), **values}
    return Slip(wording, line, column, shown, sheet.with_line(line, fixed))
