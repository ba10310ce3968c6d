"""What a file loses without a word: a text cut off by “#”, a list folded into one line."""

import re
from typing import Final

from dilemmaspel.scenario import syntax_words as words
from dilemmaspel.scenario.findings import Findings, Spot
from dilemmaspel.scenario.parsing import MAX_NODES
from dilemmaspel.scenario.sheet import Sheet, quoted

_REMARK: Final = re.compile(r" #(?=[^\s#!])")
_ANY_REMARK: Final = re.compile(r"^[^#\n]*\S +#(?=[^\s#!])", re.MULTILINE)
_FOLDED: Final = re.compile(r"^( *)(?:- +)*(?:[\w-]+: +)?>[-+\d]* *$", re.MULTILINE)
_TIGHT: Final = re.compile(r"""^[^#\n]*(?:["'\]}]|[:-] +[|>][-+\d]*)#""", re.MULTILINE)
_TIGHT_VALUE: Final = re.compile(
    r"""(?P<value>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\[{][^\[\]{}"']*[\]}]|[|>][-+\d]*)#"""
)
_NOT_PLAIN: Final = frozenset("\"'[{|>#")
_MOST: Final = 20


def note_losses(text: str, findings: Findings) -> None:
    """Note what the parser rightly drops and the author most likely meant."""
    if text.count("\n") > MAX_NODES:
        return
    has_remarks = _ANY_REMARK.search(text) is not None
    has_folded = _FOLDED.search(text) is not None
    is_tight = _TIGHT.search(text) is not None
    if not (has_remarks or has_folded or is_tight):
        return
    sheet = Sheet(text)
    if is_tight:
        _note_tight(sheet, findings)
    if has_remarks:
        _note_remarks(sheet, findings)
    if has_folded:
        _note_folded(sheet, findings)


def _note_remarks(sheet: Sheet, findings: Findings) -> None:
    """A remark has a space behind its “#”; “Kies #1” is a text that was cut off."""
    before = findings.count
    for number, line in enumerate(sheet.lines, 1):
        if " #" not in line or findings.count - before >= _MOST:
            continue
        valued = sheet.valued(number)
        found = _REMARK.search(valued.value) if valued else None
        if valued is None or found is None or valued.value[0] in _NOT_PLAIN:
            continue
        fixed = f"{valued.lead}{quoted(valued.value)}".strip()
        column = len(valued.lead) + found.end()
        findings.add(words.LOST_TEXT, Spot(number, column), fixed=fixed)


def _note_tight(sheet: Sheet, findings: Findings) -> None:
    """A remark right behind a value is none by the rules, and other programs stumble over it."""
    for number, line in enumerate(sheet.lines, 1):
        valued = sheet.valued(number) if "#" in line else None
        found = _TIGHT_VALUE.match(valued.value) if valued else None
        if valued is None or found is None:
            continue
        column = len(valued.lead) + found.end()
        fixed = f"{line[: column - 1]} {line[column - 1 :]}".strip()
        findings.add(words.REMARK_TOO_CLOSE, Spot(number, column), fixed=fixed)


def _note_folded(sheet: Sheet, findings: Findings) -> None:
    """A line break under “>” is a space, so that the items of a list run together."""
    before = findings.count
    for number in range(1, len(sheet.lines) + 1):
        if findings.count - before >= _MOST:
            break
        if number in sheet.text_lines or not _FOLDED.fullmatch(sheet.at(number)):
            continue
        below = number + 1
        while below in sheet.text_lines and not sheet.at(below).lstrip().startswith("- "):
            below += 1
        if below in sheet.text_lines:
            line = sheet.at(number)
            column = line.rindex(">") + 1
            fixed = f"{line[: column - 1]}|".strip()
            findings.add(words.FOLDED_LIST, Spot(number, column), fixed=fixed)
