"""A file as lines, looked at without a parser: for files that the parser gave up on."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

LEAD: Final = r"^(?P<lead> *(?:- +)*)"
_KEYED: Final = re.compile(LEAD + r"(?P<key>[A-Za-z_][\w-]*):(?P<gap> +)(?P<value>\S(?:.*\S)?) *$")
_LISTED: Final = re.compile(r"^(?P<lead> *(?:- +)+)(?P<value>\S(?:.*\S)?) *$")
_KEY_LINE: Final = re.compile(LEAD + r"[A-Za-z_][\w-]*:(?: |$)")
_DASH_LINE: Final = re.compile(r"^ *-(?: |$)")
_OPENS_TEXT: Final = re.compile(r"(?:^|[:-] +)[|>][+-]?\d?[+-]? *(?:#.*)?$")
_BLANK: Final = re.compile(r"^ *(?:#.*)?$")
_BEFORE_A_QUOTE: Final = frozenset(" [{,")
_BEFORE_A_VALUE: Final = frozenset(":-[{,?")
"""A quote behind another character stands in the middle of a text: `text: he said "x`."""


class Valued(NamedTuple):
    """A line with a value: behind a key or behind a dash."""

    lead: str
    """Everything before the value."""
    value: str

    @property
    def column(self) -> int:
        """Where the value starts, counted from 1."""
        return len(self.lead) + 1


@dataclass(frozen=True)
class Sheet:
    """The lines of a file; lines are counted from 1."""

    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return self.text.split("\n")

    @cached_property
    def text_lines(self) -> frozenset[int]:
        """The lines of texts under a “|” or “>”, in which every mark is just a mark."""
        found: set[int] = set()
        margin: int | None = None
        for number, line in enumerate(self.lines, 1):
            if margin is not None and (not line.strip() or indent(line) > margin):
                found.add(number)
                continue
            margin = self._margin(line) if _OPENS_TEXT.search(line) else None
        return frozenset(found)

    def at(self, number: int) -> str:
        """A line; an empty one outside the file."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def is_blank(self, number: int) -> bool:
        """Whether nothing but space or a remark stands there."""
        return bool(_BLANK.match(self.at(number)))

    def before(self, number: int) -> int:
        """The nearest line above that is not blank; 0 when there is none."""
        above = number - 1
        while above > 0 and self.is_blank(above):
            above -= 1
        return above

    def after(self, number: int) -> int:
        """The nearest line below that is not blank; 0 when there is none."""
        return next((n for n in range(number + 1, len(self.lines) + 1) if not self.is_blank(n)), 0)

    def is_key(self, number: int) -> bool:
        """Whether the line looks like a key with a colon, perhaps behind a dash."""
        return number not in self.text_lines and bool(_KEY_LINE.match(self.at(number)))

    def is_dash(self, number: int) -> bool:
        """Whether the line is an item of a list."""
        return number not in self.text_lines and bool(_DASH_LINE.match(self.at(number)))

    def opens_text(self, number: int) -> bool:
        """Whether a “|” or “>” at the end of the line starts a text."""
        return number not in self.text_lines and bool(_OPENS_TEXT.search(self.at(number)))

    def valued(self, number: int) -> Valued | None:
        """The value on a line, behind its key or else behind its dash."""
        line = self.at(number)
        if number in self.text_lines:
            return None
        keyed = _KEYED.match(line)
        if keyed:
            return Valued(line[: keyed.start("value")], keyed["value"])
        listed = _LISTED.match(line)
        return Valued(listed["lead"], listed["value"]) if listed else None

    def margin(self, number: int) -> int:
        """How far in the key of a line stands, behind its dashes."""
        return self._margin(self.at(number))

    def open_quote(self, number: int) -> tuple[int, str] | None:
        """The column and the mark of a quote that opens on the line and does not close on it."""
        line, quote, column = self.at(number), "", 0
        position, last = 0, ""
        while position < len(line):
            one = line[position]
            if quote:
                if one == "\\" and quote == '"':
                    position += 1
                elif one == quote:
                    if quote == "'" and line[position + 1 : position + 2] == "'":
                        position += 1
                    else:
                        quote = ""
            elif one in "\"'" and (position == 0 or line[position - 1] in _BEFORE_A_QUOTE):
                if not last or last in _BEFORE_A_VALUE:
                    quote, column = one, position + 1
            elif one == "#" and (position == 0 or line[position - 1] == " "):
                break
            last = last if one == " " else one
            position += 1
        return (column, quote) if quote else None

    def with_line(self, number: int, line: str) -> str:
        """The whole text with one line changed."""
        lines = list(self.lines)
        lines[number - 1] = line
        return "\n".join(lines)

    def _margin(self, line: str) -> int:
        match = re.match(LEAD, line)
        return len(match["lead"]) if match else 0


def indent(line: str) -> int:
    """How many spaces a line starts with."""
    return len(line) - len(line.lstrip(" "))


def quoted(value: str) -> str:
    """A value between quotes, with the kind of quotes that needs the fewest changes."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def without_closers(value: str) -> tuple[str, str]:
    """A value and the brackets and commas behind it that close what it stands in."""
    kept = value
    while kept and (kept[-1] in " ," or _closes_too_much(kept)):
        kept = kept[:-1]
    return kept, value[len(kept) :]


def _closes_too_much(value: str) -> bool:
    opening = {"]": "[", "}": "{"}.get(value[-1])
    return opening is not None and value.count(value[-1]) > value.count(opening)


def is_between_brackets(before: str) -> bool:
    """Whether what follows on a line stands in a list or block that opened on it."""
    return before.count("{") + before.count("[") > before.count("}") + before.count("]")
