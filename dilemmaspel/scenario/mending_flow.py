"""Slips in a group that stands on one line: {wants: Peace: now, knows: Nothing}.

The parser gives up somewhere behind the slip. Here the line is cut at the keys that the format
knows, and each value is looked at by itself.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from dilemmaspel.scenario import syntax_words as words
from dilemmaspel.scenario.parsing import Failure
from dilemmaspel.scenario.sheet import LEAD, Sheet, quoted
from dilemmaspel.scenario.slip import Slip, line_slip

_LONGEST_LINE: Final = 4000
"""Nobody writes a longer line by hand."""
_KEY: Final = re.compile(r"(?P<sign>[{,]|^ *(?:- +)*(?:[\w-]+: +)?) *(?P<key>[A-Za-z_][\w-]*): +")
_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
_COLON: Final = re.compile(r":(?= |$)")
_CLOSERS: Final = {"[": "]", "{": "}"}
_CURLY: Final = "“”„‟"
_NO_COLON: Final = re.compile(LEAD + r"(?P<key>[A-Za-z_][\w-]*) +(?=[{\[])")
_SHORTCUT: Final = re.compile(LEAD + r"(?:[\w-]+: +)?(?=(?P<key>[A-Za-z_][\w-]*): )")


class _Part(NamedTuple):
    """A value between brackets, from `start` to `end` on its line."""

    key: str
    start: int
    end: int


@cache
def _known_keys() -> frozenset[str]:
    from dilemmaspel.scenario.records import all_records
    from dilemmaspel.scenario.schema import ROLES, SCENARIO

    return frozenset(
        name for top in (SCENARIO, ROLES) for one in all_records(top) for name in one.keys
    )


def _parts(line: str) -> Iterator[_Part]:
    """Cut a line at the keys of the format that stand behind a bracket or a comma."""
    keys: list[re.Match[str]] = []
    for one in _KEY.finditer(line):
        if one["sign"] not in {"{", ","}:
            continue
        is_word = bool(keys) and " " not in line[keys[-1].end() : one.start()].strip()
        if not keys or is_word or one["key"] in _known_keys():
            keys.append(one)
    ends = [one.start() for one in keys[1:]] + [len(line)]
    for one, end in zip(keys, ends, strict=False):
        value = line[one.end() : end].rstrip(" ,") if end < len(line) else _last(line, one.end())
        yield _Part(one["key"], one.end(), one.end() + len(value))


def _last(line: str, start: int) -> str:
    """The last value of a line, without what closes the groups around it."""
    value = line[start:].rstrip()
    while value and value[-1] in "}, ":
        opened = value.count("{")
        if value[-1] == "}" and opened and opened >= value.count("}"):
            break
        value = value[:-1]
    return value


def group_on_a_line(sheet: Sheet, failure: Failure) -> Slip | None:
    """A value that cannot stand between brackets as it is written."""
    for number in dict.fromkeys((failure.start_line, failure.line, sheet.before(failure.line))):
        if number < 1 or number in sheet.text_lines or sheet.is_blank(number):
            continue
        slip = slip_in_group(sheet, number)
        if slip is not None:
            return slip
    return None


def slip_in_group(sheet: Sheet, number: int) -> Slip | None:
    """The first value of a line that cannot stand between brackets as it is written."""
    line = sheet.at(number)
    if "{" not in line or len(line) > _LONGEST_LINE or _can_be_read(line[line.index("{") :]):
        return None
    slips = (_value_slip(sheet, number, line, part) for part in _parts(line))
    return next((one for one in slips if one is not None), None)


def _can_be_read(group: str) -> bool:
    """Whether a group is fine by itself, so that the slip is elsewhere."""
    import yaml  # here, too, a broken file is the only one that needs it

    try:
        for _ in yaml.parse(group, Loader=yaml.SafeLoader):
            pass
    except (yaml.YAMLError, ValueError):
        return False
    return True


def _value_slip(sheet: Sheet, number: int, line: str, part: _Part) -> Slip | None:
    value = line[part.start : part.end]
    if not value or _QUOTED.fullmatch(value):
        return None
    if value[0] in "\"'":
        return _quote_slip(sheet, number, line, part)
    if value[0] == "[":
        return _list_slip(sheet, number, line, part)
    if value[0] in "{&*!":
        return None
    return _plain_slip(sheet, number, line, part)


def _with(line: str, part: _Part, value: str) -> str:
    return line[: part.start] + value + line[part.end :]


def _quote_slip(sheet: Sheet, number: int, line: str, part: _Part) -> Slip | None:
    value = line[part.start : part.end]
    quote, inner = value[0], value[1:]
    if quote not in inner:
        fixed = _with(line, part, value + quote)
        column = part.start + 1
        return line_slip(sheet, words.OPEN_QUOTE, number, column, fixed, quote=quote)
    second = part.start + value.index(quote, 1) + 1
    is_apostrophe = quote == "'" and re.search(r"\w'\w", inner)
    wording = words.APOSTROPHE if is_apostrophe else words.TEXT_AFTER_QUOTE
    fixed = _with(line, part, quoted(inner.removesuffix(quote).replace("''", "'")))
    column = second if is_apostrophe else second + 1
    return line_slip(sheet, wording, number, column, fixed)


def _list_slip(sheet: Sheet, number: int, line: str, part: _Part) -> Slip | None:
    value = line[part.start : part.end]
    bare = _QUOTED.sub("", value)
    if bare.count('"') == 1:
        kept = value.rstrip("]") if value.endswith("]") else value
        fixed = _with(line, part, f'{kept}"{value[len(kept) :]}')
        column = part.start + value.rindex('"') + 1
        return line_slip(sheet, words.OPEN_QUOTE, number, column, fixed, quote='"')
    if bare.count("[") > bare.count("]"):
        fixed = _with(line, part, f"{value}]")
        shown = {"open": "[", "close": "]"}
        return line_slip(sheet, words.OPEN_BRACKET, number, part.start + 1, fixed, **shown)
    if not value.endswith("]"):
        fixed = _with(line, part, quoted(value))
        return line_slip(sheet, words.BRACKET_IN_TEXT, number, part.start + 1, fixed)
    return None


def _plain_slip(sheet: Sheet, number: int, line: str, part: _Part) -> Slip | None:
    value = line[part.start : part.end]
    colon = _COLON.search(value)
    if colon is not None:
        word = re.split(r"[\s,]", value[: colon.start()])[-1]
        if word in _known_keys():
            return None
        fixed = _with(line, part, quoted(value.strip(_CURLY)))
        wording = words.CURLY_QUOTES if value[0] in _CURLY else words.COLON_IN_TEXT
        at = part.start if value[0] in _CURLY else part.start + colon.start()
        return line_slip(sheet, wording, number, at + 1, fixed)
    bracket = re.search(r"[\[\]{}]", value)
    if bracket is None:
        return None
    column = part.start + bracket.start() + 1
    if bracket[0] == "]" and value.endswith("]") and "[" not in value:
        fixed = _with(line, part, f"[{value}")
        return line_slip(sheet, words.NOT_OPENED, number, column, fixed, open="[", close="]")
    fixed = _with(line, part, quoted(value))
    return line_slip(sheet, words.BRACKET_IN_TEXT, number, column, fixed)


def no_colon_before_bracket(sheet: Sheet, failure: Failure) -> Slip | None:
    """A key without its colon right before a bracket: inwoner {wants: …}."""
    for number in dict.fromkeys((failure.line, failure.start_line, sheet.before(failure.line))):
        found = _NO_COLON.match(sheet.at(number))
        if found is None or number in sheet.text_lines:
            continue
        column = found.start("key") + len(found["key"]) + 1
        fixed = f"{found['lead']}{found['key']}: {sheet.at(number)[found.end() :]}"
        return line_slip(sheet, words.NO_COLON_AFTER_KEY, number, column, fixed, key=found["key"])
    return None


def not_opened(sheet: Sheet, failure: Failure) -> Slip | None:
    """A line that ends with “}” and has no “{”: - id: a, label: A}."""
    for number in dict.fromkeys((failure.line, failure.start_line, sheet.before(failure.line))):
        line = sheet.at(number)[:_LONGEST_LINE]
        line = _QUOTED.sub(lambda one: "_" * len(one[0]), line)
        found = _SHORTCUT.match(line)
        if found is None or number in sheet.text_lines or not line.rstrip().endswith("}"):
            continue
        if line.count("}") <= line.count("{") or found["key"] not in _known_keys():
            continue
        if line[found.end("key") + 2 :].startswith("{"):
            continue
        at = found.end()
        fixed = f"{sheet.at(number)[:at]}{{{sheet.at(number)[at:]}"
        shown = {"open": "{", "close": "}"}
        return line_slip(sheet, words.NOT_OPENED, number, at + 1, fixed, **shown)
    return None
