"""Slips with quotes and with characters that mean something at the start of a text."""

import re
from typing import Final

from dilemmaspel.scenario import syntax_words as words
from dilemmaspel.scenario.mending_flow import slip_in_group
from dilemmaspel.scenario.parsing import Failure
from dilemmaspel.scenario.sheet import (
    Sheet,
    Valued,
    is_between_brackets,
    quoted,
    without_closers,
)
from dilemmaspel.scenario.slip import Slip, line_slip

_CURLY: Final = str.maketrans("“”„‟", '""""')
_REMARK: Final = re.compile(r" #(?=[^\s#!])")
_PART_END: Final = re.compile(r"[,\]}]")
_BLOCK_SIGNS: Final = "|>"
_HALF: Final = re.compile(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2})?\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_PICTURE_PATH: Final = re.compile(r"\\[^\"]*\.(?:png|jpe?g|webp)\"", re.IGNORECASE)
_BACKSLASHES: Final = re.compile(r"\\+")
_BAD_ESCAPE: Final = re.compile(r'\\(?![0abtnvfre "/\\N_LP\n]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})')


def bad_escape(sheet: Sheet, failure: Failure) -> Slip | None:
    """A backslash between double quotes."""
    if "escape" not in failure.problem and "hexdecimal" not in failure.problem:
        return None
    line = sheet.at(failure.line)
    half = _HALF.search(line)
    if half is not None:
        fixed = _HALF.sub(_whole_character, line)
        return line_slip(sheet, words.HALF_CHARACTER, failure.line, half.start() + 1, fixed)
    found = _BAD_ESCAPE.search(line)
    column = found.start() + 1 if found else failure.column
    if _PICTURE_PATH.search(line):
        fixed = _BACKSLASHES.sub("/", line)
        return line_slip(sheet, words.BACKSLASH_IN_PATH, failure.line, column, fixed)
    valued = sheet.valued(failure.line)
    if valued and valued.value.startswith('"') and valued.value.endswith('"'):
        inner = valued.value[1:-1]
        if "'" not in inner and '"' not in inner:
            fixed = f"{valued.lead}'{inner}'"
            return line_slip(sheet, words.BAD_ESCAPE, failure.line, column, fixed)
    fixed = _BAD_ESCAPE.sub(r"\\\\", line)
    return line_slip(sheet, words.BAD_ESCAPE, failure.line, column, fixed)


def _whole_character(found: re.Match[str]) -> str:
    """The character that two halves make; nothing for one half."""
    units = [int(one, 16) for one in found[0].split("\\u")[1:]]
    data = b"".join(one.to_bytes(2, "big") for one in units)
    return data.decode("utf-16-be", errors="ignore")


def text_behind_sign(sheet: Sheet, failure: Failure) -> Slip | None:
    """Text on the same line as “|” or “>”."""
    valued = sheet.valued(failure.line)
    if "block scalar" not in failure.context or valued is None:
        return None
    if valued.value[0] not in _BLOCK_SIGNS:
        return None
    sign = valued.value[0]
    mended = sheet.with_line(failure.line, valued.lead + sign)
    return Slip(words.TEXT_BEHIND_SIGN, failure.line, valued.column, {"sign": sign}, mended)


def remark_between_brackets(sheet: Sheet, failure: Failure) -> Slip | None:
    """A “#” with a space before it inside a list or block: [Kies #1, Kies #2]."""
    for number in dict.fromkeys((failure.start_line, failure.line, sheet.before(failure.line))):
        line = sheet.at(number)
        found = _REMARK.search(line)
        if found is None or number in sheet.text_lines:
            continue
        before = line[: found.start()]
        if not is_between_brackets(before) or before.count('"') % 2 or before.count("'") % 2:
            continue
        start = max(before.rfind(one) for one in "[{,:") + 1
        start += len(before[start:]) - len(before[start:].lstrip())
        end = _PART_END.search(line, found.end())
        stop = end.start() if end else len(line)
        fixed = f"{line[:start]}{quoted(line[start:stop].rstrip())}{line[stop:]}"
        wording = words.LOST_BETWEEN_BRACKETS
        return line_slip(sheet, wording, number, found.end(), fixed)
    return None


def curly_quotes(sheet: Sheet, failure: Failure) -> Slip | None:
    """Quotes from a word processor around a text."""
    for number in dict.fromkeys((failure.line, failure.start_line)):
        valued = sheet.valued(number)
        if valued and valued.value[0] in "“„‟”":
            inner = valued.value.strip("“”„‟")
            fixed = valued.lead + quoted(inner.translate(_CURLY))
            return line_slip(sheet, words.CURLY_QUOTES, number, valued.column, fixed)
    return None


def open_quote(sheet: Sheet, failure: Failure) -> Slip | None:
    """A quote that is not closed before the next key."""
    for number in range(1, min(failure.line, len(sheet.lines)) + 1):
        if number in sheet.text_lines or '"' not in (line := sheet.at(number)) + "'":
            continue
        found = sheet.open_quote(number)
        if found is None or not _ends_the_value(sheet, number):
            continue
        column, quote = found
        if quote == "'" and _is_apostrophe(line, column):
            continue
        in_group = slip_in_group(sheet, number)
        if in_group is not None and in_group.column == column:
            return in_group
        kept, closers = line.rstrip(), ""
        if line[column - 2 : column - 1] in "{[," or is_between_brackets(line[: column - 1]):
            kept, closers = without_closers(line.rstrip())
        fixed = f"{kept}{quote}{closers}"
        return line_slip(sheet, words.OPEN_QUOTE, number, column, fixed, quote=quote)
    return None


def _ends_the_value(sheet: Sheet, number: int) -> bool:
    """Whether the next line starts something new, so that the text should have ended."""
    following = sheet.after(number)
    return following == 0 or sheet.is_key(following) or sheet.is_dash(following)


def _is_apostrophe(line: str, column: int) -> bool:
    """Whether what looks like a quote stands for left-out letters: 's morgens, 't is."""
    return bool(re.match(r"'(?:s|t|n|k|m|r)\b", line[column - 1 :]))


def reference(sheet: Sheet, failure: Failure) -> Slip | None:
    """A text that starts with “*” or “&”."""
    return _odd_start(sheet, failure, "*&")


def odd_first(sheet: Sheet, failure: Failure) -> Slip | None:
    """A text that starts with another character that has a meaning."""
    return _odd_start(sheet, failure, "@`%!|>?")


def _odd_start(sheet: Sheet, failure: Failure, characters: str) -> Slip | None:
    for number in dict.fromkeys((failure.line, failure.start_line)):
        valued = sheet.valued(number)
        if valued and valued.value[0] in characters:
            return _quoted_value(sheet, number, valued)
    line, column = sheet.at(failure.line), failure.column
    character = line[column - 1 : column]
    if not character or character not in characters:
        return None
    value = re.split(r"[,\]}]", line[column - 1 :])[0].rstrip()
    rest = line[column - 1 + len(value) :]
    fixed = line[: column - 1] + quoted(value) + rest
    return _odd_slip(sheet, failure.line, column, fixed, character)


def _quoted_value(sheet: Sheet, number: int, valued: Valued) -> Slip:
    fixed = valued.lead + quoted(valued.value)
    return _odd_slip(sheet, number, valued.column, fixed, valued.value[0])


def _odd_slip(sheet: Sheet, line: int, column: int, fixed: str, character: str) -> Slip:
    wording = words.REFERENCE if character in "*&" else words.ODD_FIRST
    return line_slip(sheet, wording, line, column, fixed, character=character)


def apostrophe(sheet: Sheet, failure: Failure) -> Slip | None:
    """An apostrophe inside single quotes: 'it's'."""
    number = failure.line
    valued = sheet.valued(number)
    if valued is None or not re.fullmatch(r"'.*\w'\w.*", valued.value):
        return None
    inner = valued.value[1:].removesuffix("'")
    column = valued.column + valued.value.index("'", 1)
    fixed = valued.lead + quoted(inner.replace("''", "'"))
    return line_slip(sheet, words.APOSTROPHE, number, column, fixed)


def text_after_quote(sheet: Sheet, failure: Failure) -> Slip | None:
    """More text behind a closing quote: "Yes", she said."""
    valued = sheet.valued(failure.line)
    if valued is None or valued.value[0] not in "\"'":
        return None
    quote = valued.value[0]
    end = valued.value.find(quote, 1)
    rest = valued.value[end + 1 :].strip()
    if end < 0 or not rest or rest.startswith("#"):
        return None
    inner = valued.value
    if inner.endswith(quote) and inner.count(quote) > 2:
        inner = inner[1:-1]
    fixed = valued.lead + quoted(inner)
    column = valued.column + end + 1
    return line_slip(sheet, words.TEXT_AFTER_QUOTE, failure.line, column, fixed)


def colon_in_text(sheet: Sheet, failure: Failure) -> Slip | None:
    """A colon with a space behind it inside a text without quotes."""
    valued = sheet.valued(failure.line)
    if not failure.problem.startswith("mapping values") or valued is None:
        return None
    if valued.value[0] in "\"'[{" or not re.search(r":(?: |$)", valued.value):
        return None
    fixed = valued.lead + quoted(valued.value)
    column = max(failure.column, valued.column)
    return line_slip(sheet, words.COLON_IN_TEXT, failure.line, column, fixed)
