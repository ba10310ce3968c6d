"""From where the parser gave up to what the author did, and the text with that one slip mended.

The parser's mark is often behind the cause: an open quote is reported where the next one opens,
a missing space on the line below. Each detector looks for one slip in the lines around the mark,
from the surest to the vaguest; the first that finds its slip is right.
"""

from collections.abc import Callable
from typing import Final

from dilemmaspel.scenario import mending_flow as flow
from dilemmaspel.scenario import mending_marks as marks
from dilemmaspel.scenario import mending_shape as shape
from dilemmaspel.scenario import syntax_words as words
from dilemmaspel.scenario.parsing import MAX_NODES, Failure
from dilemmaspel.scenario.sheet import Sheet
from dilemmaspel.scenario.slip import Slip

_DETECTORS: Final[tuple[Callable[[Sheet, Failure], Slip | None], ...]] = (
    marks.bad_escape,
    marks.text_behind_sign,
    marks.remark_between_brackets,
    flow.not_opened,
    marks.open_quote,
    flow.group_on_a_line,
    marks.curly_quotes,
    shape.no_key,
    shape.no_space_after_colon,
    shape.no_space_after_dash,
    flow.no_colon_before_bracket,
    marks.reference,
    marks.odd_first,
    marks.apostrophe,
    marks.text_after_quote,
    shape.double_comma,
    shape.extra_bracket,
    shape.no_comma,
    shape.open_bracket,
    shape.list_on_key_line,
    shape.text_not_indented,
    shape.no_text_sign,
    shape.no_dash,
    shape.wrong_indent,
    marks.colon_in_text,
    shape.no_colon,
)


def explain(text: str, failure: Failure) -> Slip:
    """Find the slip behind a failure."""
    sheet = Sheet(text)
    # a file with more lines has too many parts to be used anyway
    is_readable = len(sheet.lines) <= MAX_NODES
    for detect in _DETECTORS if is_readable else ():
        slip = detect(sheet, failure)
        if slip is not None:
            return slip
    return Slip(words.UNREADABLE, min(failure.line, len(sheet.lines)), failure.column)
