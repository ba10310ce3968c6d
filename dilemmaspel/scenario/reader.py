"""Reading a file into a tree, strictly: UTF-8, limits, no references, no surprises.

The rules are those of YAML 1.2 without its dangerous half. Every scalar stays the text that the
author wrote; what it means is decided by the schema. Nothing here raises: what is wrong comes
back as problems, and a slip that can be mended is mended, so that the rest is checked too.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dilemmaspel.problems import Problem
from dilemmaspel.scenario import syntax_words as words
from dilemmaspel.scenario.findings import TOP, Findings, Spot
from dilemmaspel.scenario.losses import note_losses
from dilemmaspel.scenario.nodes import MapNode
from dilemmaspel.scenario.parsing import Failure, Parsed, parse
from dilemmaspel.scenario.slip import Slip

MAX_BYTES: Final = 1024 * 1024
_MAX_MENDS: Final = 20
_MAX_MENDED_CHARACTERS: Final = 2_000_000
_SHOWN_PER_KIND: Final = 20

_CONTROL: Final = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_LINE_SEPARATORS: Final = "\x85\u2028\u2029"
_TAB_INDENT: Final = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)
_HARD_SPACE_INDENT: Final = re.compile("^[ -]*(\xa0)", re.MULTILINE)
_RULER: Final = re.compile(r"^---(?=[ \t]*(?:#.*)?$)", re.MULTILINE)
_HEAD: Final = re.compile(r"^(?:schema|id|title):", re.MULTILINE)
_BLANK: Final = re.compile(r"^ +$", re.MULTILINE)
_WIDE_BLANK: Final = re.compile(
    r"^(?P<lead> *)\S.*[:-] +[|>][-+]?[ \t]*\n(?P<blanks>(?: *\n)+)(?P<margin> +)(?=[^ \n])",
    re.MULTILINE,
)
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_BOM: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Document:
    """What was read: the text that counts, its tree, and what is wrong with its form."""

    text: str
    """In NFC, with plain line ends and without a byte order mark."""
    root: MapNode | None
    findings: Findings

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong so far, by line."""
        return self.findings.problems()


def read_bytes(data: bytes, file: str, size: int | None = None) -> Document:
    """Read the bytes of a file; `file` is the name in its problems.

    `size` is that of the whole file, when `data` is only as much of it as tells it is too big.
    """
    if len(data) > MAX_BYTES:
        findings = Findings(file, "")
        _note_too_big(findings, len(data) if size is None else size)
        return Document("", None, findings)
    if data.startswith(_UTF16) or data.count(b"\0") > len(data) // 4 > 0:
        findings = Findings(file, "")
        findings.add(words.NOT_UTF16, TOP)
        return Document("", None, findings)
    text = _tidy(data.decode("utf-8", errors="replace"))
    findings = Findings(file, text)
    _check_encoding(data, findings)
    return _read(text, findings)


def _note_too_big(findings: Findings, size: int) -> None:
    findings.add(
        words.TOO_BIG, TOP, size=Decimal(f"{size / 1024**2:.1f}"), limit=MAX_BYTES // 1024**2
    )


def read_text(text: str, file: str) -> Document:
    """Read text that is already decoded; `file` is the name in its problems."""
    tidy = _tidy(text)
    findings = Findings(file, tidy)
    if len(tidy) > MAX_BYTES:
        _note_too_big(findings, len(tidy))
        return Document(tidy, None, findings)
    return _read(tidy, findings)


def _tidy(text: str) -> str:
    text = text.removeprefix(_BOM)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _check_encoding(data: bytes, findings: Findings) -> None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _tidy(data[: error.start].decode("utf-8", errors="replace"))
        byte = data[error.start]
        guess = bytes([byte]).decode("cp1252", errors="replace")
        findings.add(words.NOT_UTF8, _spot(before, len(before)), byte=f"{byte:02X}", guess=guess)


def _read(text: str, findings: Findings) -> Document:
    usable = _without_rulers(_without_odd_characters(text, findings), findings)
    told: set[tuple[str, int]] = set()
    for _ in range(_mends(usable)):
        parsed = parse(usable, findings)
        if parsed.failure is None:
            root = _root(parsed, findings)
            note_losses(usable, findings)
            findings.settle()
            return Document(text, root, findings)
        slip = _slip(usable, parsed.failure)
        if (slip.wording.code, slip.line) in told:
            break
        told.add((slip.wording.code, slip.line))
        if not findings.has_line(slip.line):
            findings.add(slip.wording, Spot(slip.line, slip.column), **slip.values)
        if slip.mended is None:
            break
        usable = slip.mended
    return Document(text, None, findings)


def _without_rulers(text: str, findings: Findings) -> str:
    """Report a line “---” in the middle of one scenario, and leave it out to read on.

    Where a second scenario starts behind it, the line stays, and so the reading stops there.
    """
    rulers = list(_RULER.finditer(text))
    if (
        len(rulers) != 1
        or not text[: rulers[0].start()].strip()
        or _HEAD.search(text, rulers[0].end())
    ):
        return text
    found = rulers[0]
    if not any(_has_content(line) for line in text[: found.start()].splitlines()):
        return text
    findings.add(words.SECOND_DOCUMENT, _spot(text, found.start()))
    return text[: found.start()] + text[found.end() :]


def _has_content(line: str) -> bool:
    return bool(line.strip()) and not line.startswith(("#", "%"))


def _slip(text: str, failure: Failure) -> Slip:
    from dilemmaspel.scenario.mending import explain  # only a broken file needs it

    return explain(text, failure)


def _mends(text: str) -> int:
    """How many slips are mended, so that a large broken file does not take seconds."""
    return max(1, min(_MAX_MENDS, _MAX_MENDED_CHARACTERS // (len(text) + 1)))


def _root(parsed: Parsed, findings: Findings) -> MapNode | None:
    findings.take(parsed.findings)
    if isinstance(parsed.root, MapNode):
        return parsed.root
    if parsed.root is None and not parsed.stopped:
        findings.add(words.EMPTY, TOP)
    elif parsed.root is not None:
        findings.add(words.NOT_A_SCENARIO, parsed.root)
    return None


def _without_odd_characters(text: str, findings: Findings) -> str:
    """Report characters that make a file unreadable, and replace them to read on."""
    text = _without_wide_blanks(_without_control_characters(text, findings), findings)
    if "\t" in text:
        for found in _first(_TAB_INDENT, text):
            spot = _spot(text, found.start() + found[0].index("\t"))
            findings.add(words.TAB_INDENT, spot)
        text = _TAB_INDENT.sub(lambda found: found[0].replace("\t", "  "), text)
    if "\xa0" in text:
        for found in _first(_HARD_SPACE_INDENT, text):
            findings.add(words.HARD_SPACE, _spot(text, found.start(1)))
            start, end = found.span(1)
            text = f"{text[:start]} {text[end:]}"
    return text


def _without_wide_blanks(text: str, findings: Findings) -> str:
    """Empty the lines of spaces alone, and report those that would end the text under them."""
    if _BLANK.search(text) is None:
        return text
    for found in _first(_WIDE_BLANK, text):
        widest = max(found["blanks"].split("\n"), key=len)
        if len(widest) > len(found["margin"]) > len(found["lead"]):
            at = found.start("blanks") + f"\n{found['blanks']}".index(f"\n{widest}\n")
            findings.add(words.WIDE_BLANK, _spot(text, at))
    return _BLANK.sub("", text)


def _without_control_characters(text: str, findings: Findings) -> str:
    for found in _first(_CONTROL, text):
        character = found[0]
        if character in _LINE_SEPARATORS:
            findings.add(words.LINE_SEPARATOR, _spot(text, found.start()))
        else:
            findings.add(words.CONTROL_CHARACTER, _spot(text, found.start()), code=ord(character))
    return _CONTROL.sub(" ", text) if findings.count else text


def _first(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    found = []
    for match in pattern.finditer(text):
        found.append(match)
        if len(found) == _SHOWN_PER_KIND:
            break
    return found


def _spot(text: str, position: int) -> Spot:
    line_start = text.rfind("\n", 0, position) + 1
    return Spot(text.count("\n", 0, position) + 1, position - line_start + 1)
