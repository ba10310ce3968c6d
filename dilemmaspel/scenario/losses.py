"""What a file loses without a word: a text cut off by “#”, a list folded into one line."""

import re
from collections.abc import Iterator
from typing import Final

from dilemmaspel.scenario import syntax_words as words
from dilemmaspel.scenario.findings import Findings, Spot
from dilemmaspel.scenario.parsing import MAX_NODES
from dilemmaspel.scenario.sheet import Sheet, quoted

_REMARK: Final = re.compile(r" #(?=[^\s#!])")
_ANY_REMARK: Final = re.compile(r".*\S +#(?=[^\s#!])")
_FOLDED: Final = re.compile(r"^( *)(?:- +)*(?:[\w-]+: +)?>[-+\d]* *$", re.MULTILINE)
_TIGHT: Final = re.compile(r""".*(?:["'\]}]|[:-] +[|>][-+\d]*)#""")
_TIGHT_VALUE: Final = re.compile(
    r"""(?P<value>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\[{][^\[\]{}"']*[\]}]|[|>][-+\d]*)#"""
)
_NOT_PLAIN: Final = frozenset("\"'[{|>#")
_DEEPER_DASH: Final = re.compile(
    r"^(?P<margin> *)- [^\n:]*(?=\n(?: *\n)*(?P=margin) +- )", re.MULTILINE
)
_LISTED_BELOW: Final = re.compile(r"(?:\n(?!\S).*){0,200}?\n +- ")
_MOST: Final = 20


def note_losses(text: str, findings: Findings) -> None:
    """Note what the parser rightly drops and the author most likely meant."""
    if text.count("\n") > MAX_NODES:
        return
    sheet = Sheet(text)
    for number in _lines_with_signs(text) if "#" in text else ():
        _note_remark(sheet, number, findings)
    for found in _DEEPER_DASH.finditer(text):
        number = text.count("\n", 0, found.end()) + 1
        _note_deeper_dash(sheet, number, len(found["margin"]), findings)
    for found in _FOLDED.finditer(text):
        if _LISTED_BELOW.match(text, found.end()):
            _note_folded(sheet, text.count("\n", 0, found.start()) + 1, findings)


def _lines_with_signs(text: str) -> Iterator[int]:
    """The lines on which a “#” may cut something off, or stands right behind a value."""
    number, start, at = 1, 0, text.find("#")
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        begin = text.rfind("\n", start, at) + 1 or start
        number += text.count("\n", start, begin)
        start = begin
        line = text[begin:end]
        if _ANY_REMARK.match(line) or _TIGHT.match(line):
            yield number
        at = text.find("#", end)


def _note_remark(sheet: Sheet, number: int, findings: Findings) -> None:
    valued = sheet.valued(number)
    if valued is None or findings.count > _MOST:
        return
    line, value = sheet.at(number), valued.value
    cut = _REMARK.search(value)
    tight = _TIGHT_VALUE.match(value)
    if tight is not None:
        column = len(valued.lead) + tight.end()
        fixed = f"{line[: column - 1]} {line[column - 1 :]}".strip()
        findings.add(words.REMARK_TOO_CLOSE, Spot(number, column), fixed=fixed)
    elif cut is not None and value[0] not in _NOT_PLAIN:
        fixed = f"{valued.lead}{quoted(value)}".strip()
        findings.add(words.LOST_TEXT, Spot(number, len(valued.lead) + cut.end()), fixed=fixed)


def _note_deeper_dash(sheet: Sheet, above: int, margin: int, findings: Findings) -> None:
    """A dash that stands further in than the text of the item above goes on with that text."""
    valued = sheet.valued(above)
    number = sheet.after(above)
    if valued is None or findings.count > _MOST or number in sheet.text_lines:
        return
    if valued.value[0] in _NOT_PLAIN | {"-", "&", "*", "!"} or valued.value.endswith(":"):
        return
    line = sheet.at(number)
    column = len(line) - len(line.lstrip()) + 1
    findings.add(words.DASH_IN_TEXT, Spot(number, column), fixed=" " * margin + line.lstrip())


def _note_folded(sheet: Sheet, number: int, findings: Findings) -> None:
    """A line break under “>” is a space, so that the items of a list run together."""
    if number in sheet.text_lines or findings.count > _MOST:
        return
    below = number + 1
    while below in sheet.text_lines and not sheet.at(below).lstrip().startswith("- "):
        below += 1
    if below in sheet.text_lines:
        line = sheet.at(number)
        column = line.rindex(">") + 1
        fixed = f"{line[: column - 1]}|".strip()
        findings.add(words.FOLDED_LIST, Spot(number, column), fixed=fixed)
