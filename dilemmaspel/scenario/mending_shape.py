"""Slips with the marks that give a file its shape: colons, dashes, brackets, indents."""

import re
from typing import Final

from dilemmaspel.scenario import syntax_words as words
from dilemmaspel.scenario.parsing import Failure
from dilemmaspel.scenario.sheet import LEAD, Sheet, indent, quoted
from dilemmaspel.scenario.slip import Slip, line_slip

_TIGHT_COLON: Final = re.compile(LEAD + r"(?P<key>[A-Za-z_][\w-]*):(?=[^\s/:])(?P<rest>.+)$")
_TIGHT_DASH: Final = re.compile(r"^(?P<lead> *)-(?=[^\s-])(?P<rest>.+)$")
_NO_KEY: Final = re.compile(LEAD + r"[?:](?: |$)")
_CLOSERS: Final = {"[": "]", "{": "}"}
_MISSING_COMMA: Final = re.compile(r"(?<=\S) +(?=(?P<word>[A-Za-z_][\w-]*):(?: |$))")
_NOT_THE_NEXT_KEY: Final = ("did not find expected key", "expected <block end>")
_NO_DASH: Final = ("did not find expected '-' indicator", "expected <block end>")
_NO_DOCUMENT: Final = (
    "did not find expected <document start>",
    "expected '<document start>'",
)
_NO_COLON: Final = "could not find expected ':'"


def _around(sheet: Sheet, failure: Failure) -> tuple[int, ...]:
    """The lines where a slip may stand: at the mark, at the start of what was read, above."""
    lines = (failure.start_line, failure.line, sheet.before(failure.line))
    usable = (one for one in dict.fromkeys(lines) if one not in sheet.text_lines)
    return tuple(one for one in usable if one > 0)


def no_space_after_colon(sheet: Sheet, failure: Failure) -> Slip | None:
    """A key with its value right behind the colon."""
    for number in _around(sheet, failure):
        found = _TIGHT_COLON.match(sheet.at(number))
        if found:
            key = found["key"]
            fixed = f"{found['lead']}{key}: {found['rest']}"
            column = len(found["lead"]) + len(key) + 1
            return line_slip(sheet, words.NO_SPACE_AFTER_COLON, number, column, fixed, key=key)
    return None


def no_space_after_dash(sheet: Sheet, failure: Failure) -> Slip | None:
    """A dash with its item right behind it."""
    for number in _around(sheet, failure):
        found = _TIGHT_DASH.match(sheet.at(number))
        if found:
            fixed = f"{found['lead']}- {found['rest']}"
            column = len(found["lead"]) + 1
            return line_slip(sheet, words.NO_SPACE_AFTER_DASH, number, column, fixed)
    return None


def no_key(sheet: Sheet, failure: Failure) -> Slip | None:
    """A colon or a question mark with no name before it."""
    found = _NO_KEY.match(sheet.at(failure.line))
    if found is None:
        return None
    column = len(found["lead"]) + 1
    below = sheet.after(failure.line)
    is_alone = below == 0 or indent(sheet.at(below)) < column
    mended = sheet.with_line(failure.line, "") if is_alone else None
    return Slip(words.KEY_NOT_TEXT, failure.line, column, mended=mended)


def double_comma(sheet: Sheet, failure: Failure) -> Slip | None:
    """Nothing between two commas."""
    line, column = sheet.at(failure.line), failure.column
    if "node content" not in failure.problem or line[column - 1 : column] != ",":
        return None
    fixed = line[: column - 1] + line[column:]
    return line_slip(sheet, words.DOUBLE_COMMA, failure.line, column, fixed)


def extra_bracket(sheet: Sheet, failure: Failure) -> Slip | None:
    """A bracket that closes nothing."""
    line, column = sheet.at(failure.line), failure.column
    close = line[column - 1 : column]
    if not close or close not in "]}" or "flow" in failure.context:
        return None
    fixed = line[: column - 1] + line[column:]
    return line_slip(sheet, words.EXTRA_BRACKET, failure.line, column, fixed, close=close)


def no_comma(sheet: Sheet, failure: Failure) -> Slip | None:
    """Two parts between brackets without a comma."""
    if "parsing a flow" not in failure.context or failure.line != failure.start_line:
        return None
    line = sheet.at(failure.line)
    found = None
    for one in _MISSING_COMMA.finditer(line, failure.start_column):
        if one.start() < failure.column and line[one.start() - 1] not in ",{[:":
            found = one
    if found is None:
        return None
    fixed = f"{line[: found.start()]}, {line[found.end() :]}"
    column, word = found.end() + 1, found["word"]
    return line_slip(sheet, words.NO_COMMA, failure.line, column, fixed, word=word)


def open_bracket(sheet: Sheet, failure: Failure) -> Slip | None:
    """A bracket that is not closed before the next key."""
    number, column = failure.start_line, failure.start_column
    opening = sheet.at(number)[column - 1 : column]
    if "parsing a flow" not in failure.context and "flow node" not in failure.context:
        return None
    if opening not in _CLOSERS:
        return None
    close, last = _CLOSERS[opening], number
    while 0 < (following := sheet.after(last)) < failure.line:
        if sheet.is_key(following) or sheet.is_dash(following):
            break
        last = following
    fixed = sheet.at(last).rstrip().rstrip(",") + close
    values = {"open": opening, "close": close, "fixed": fixed.strip()}
    return Slip(words.OPEN_BRACKET, number, column, values, sheet.with_line(last, fixed))


def list_on_key_line(sheet: Sheet, failure: Failure) -> Slip | None:
    """A dash right behind a key."""
    valued = sheet.valued(failure.line)
    if "sequence entries are not allowed" not in failure.problem or valued is None:
        return None
    if not valued.value.startswith("-"):
        return None
    fixed = valued.lead + quoted(valued.value)
    return line_slip(sheet, words.LIST_ON_KEY_LINE, failure.line, valued.column, fixed)


def text_not_indented(sheet: Sheet, failure: Failure) -> Slip | None:
    """A text under “|” or “>” that stands no further in than its key."""
    for number in _around(sheet, failure):
        above = sheet.before(number)
        if not sheet.opens_text(above) or sheet.is_key(number) or sheet.is_dash(number):
            continue
        key_line = sheet.at(above)
        sign = "|" if "|" in key_line.rsplit(" ", 1)[-1] else ">"
        key = key_line.strip().lstrip("- ").split(":")[0]
        fixed = " " * (sheet.margin(above) + 2) + sheet.at(number).strip()
        column = indent(sheet.at(number)) + 1
        wording = words.TEXT_NOT_INDENTED
        return line_slip(sheet, wording, number, column, fixed, sign=sign, key=key)
    return None


def no_text_sign(sheet: Sheet, failure: Failure) -> Slip | None:
    """A text of several lines under a key that has no “|”."""
    number = failure.line
    if number in sheet.text_lines or sheet.is_key(number) or sheet.is_dash(number):
        return None
    above = sheet.before(number)
    while above > 0 and not (sheet.is_key(above) or sheet.is_dash(above)):
        above = sheet.before(above)
    line = sheet.at(above).rstrip()
    if not sheet.is_key(above) or not line.endswith(":") or above in sheet.text_lines:
        return None
    if indent(sheet.at(number)) <= sheet.margin(above):
        return None
    return line_slip(sheet, words.NO_TEXT_SIGN, above, len(line), f"{line} |")


def no_dash(sheet: Sheet, failure: Failure) -> Slip | None:
    """A line without a dash in the middle of a list."""
    number = failure.line
    is_list = "block collection" in failure.context or "block sequence" in failure.context
    if not is_list or not failure.problem.startswith(_NO_DASH) or sheet.is_dash(number):
        return None
    if sheet.is_blank(number):
        return None
    line = sheet.at(number)
    level = indent(line)
    dashes = (n for n in range(number - 1, 0, -1) if sheet.is_dash(n))
    above = next((n for n in dashes if indent(sheet.at(n)) <= level), 0)
    if level != indent(sheet.at(above)):
        return None
    if sheet.is_key(above) and sheet.is_key(number) and _key(sheet, above) != _key(sheet, number):
        fixed = " " * sheet.margin(above) + line.strip()
    else:
        fixed = " " * level + "- " + line.strip()
    return line_slip(sheet, words.NO_DASH, number, level + 1, fixed)


def _key(sheet: Sheet, number: int) -> str:
    return sheet.at(number)[sheet.margin(number) :].partition(":")[0]


def wrong_indent(sheet: Sheet, failure: Failure) -> Slip | None:
    """A line that starts between the levels of the lines above it."""
    is_shift = failure.problem.startswith(
        ("mapping values", *_NOT_THE_NEXT_KEY, *_NO_DASH, *_NO_DOCUMENT)
    )
    number = failure.line
    if not is_shift or not (sheet.is_key(number) or sheet.is_dash(number)):
        return None
    found, levels = indent(sheet.at(number)), _levels(sheet, number)
    if not levels or found in levels:
        return None
    first = _first_of_its_group(sheet, number, found)
    if first is not None:
        return first
    wanted = min(levels, key=lambda one: (abs(one - found), -one))
    fixed = " " * wanted + sheet.at(number).strip()
    wording = words.WRONG_INDENT
    return line_slip(sheet, wording, number, found + 1, fixed, found=found, wanted=wanted)


def _first_of_its_group(sheet: Sheet, number: int, found: int) -> Slip | None:
    """The line above, when it is the one that stands apart from those that follow it."""
    above = sheet.before(number)
    if sheet.is_dash(number) or not (sheet.is_key(above) or sheet.is_dash(above)):
        return None
    opener = sheet.before(above)
    is_first = sheet.is_dash(above) or not opener or sheet.at(opener).rstrip().endswith(":")
    off = sheet.margin(above) - found
    start = indent(sheet.at(above))
    below = sheet.after(number)
    goes_on = below > 0 and indent(sheet.at(below)) == found and sheet.is_key(below)
    if not is_first or not goes_on or not 0 < abs(off) <= 2 or start - off < 0:
        return None
    wanted = start - off
    fixed = " " * wanted + sheet.at(above).strip()
    wording = words.WRONG_INDENT
    return line_slip(sheet, wording, above, start + 1, fixed, found=start, wanted=wanted)


def _levels(sheet: Sheet, number: int) -> set[int]:
    """Where a line like this one may start: with a dash or without one."""
    levels: set[int] = set()
    limit: int | None = None
    for above in range(number - 1, 0, -1):
        if not (sheet.is_key(above) or sheet.is_dash(above)):
            continue
        start = indent(sheet.at(above))
        if limit is not None and start >= limit:
            continue
        if sheet.is_dash(number):
            levels.update({start} if sheet.is_dash(above) else ())
        else:
            levels.add(sheet.margin(above))
        limit = start
        if start == 0:
            break
    return levels


def no_colon(sheet: Sheet, failure: Failure) -> Slip | None:
    """A line that is neither a key nor part of the text above it."""
    if _NO_COLON not in failure.problem:
        return None
    number = failure.start_line
    line = sheet.at(number)
    above = sheet.before(number)
    mended = sheet.with_line(number, " " * (sheet.margin(above) + 2) + line.strip())
    return Slip(words.NO_COLON, number, indent(line) + 1, {}, mended)
