"""One pass over the parser's events: the tree, with every limit kept on the way.

PyYAML's C parser does the reading, and its Python parser where there is no C one. Its loaders
are not used: they resolve references and tags and change texts into other things.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from dilemmaspel.scenario import syntax_words as words
from dilemmaspel.scenario.findings import Findings, Spot
from dilemmaspel.scenario.nodes import Entry, ListNode, MapNode, Node, Scalar
from dilemmaspel.scenario.sheet import is_between_brackets, quoted, without_closers

if TYPE_CHECKING:
    from types import ModuleType

MAX_NODES: Final = 20_000
MAX_DEPTH: Final = 20
MAX_TEXT: Final = 20_000

_QUOTES: Final = frozenset("\"'")
_FLOW_END: Final = re.compile(r"[,\]}]")
_MARKED_GROUP: Final = re.compile(r"[&!]\S* +(?=[\[{])")


@dataclass(frozen=True, slots=True)
class Failure:
    """Where the parser gave up, counted from 1, and where the thing it was reading began."""

    line: int
    column: int
    problem: str
    context: str
    start_line: int
    start_column: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree, or where the parser gave up; `stopped` when a limit cut the reading short."""

    root: Node | None
    failure: Failure | None
    stopped: bool
    findings: Findings


class _LimitReached(Exception):
    """The rest of the file is not read."""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been read."""

    is_map: bool
    line: int
    column: int
    margin: int | None = None
    """Between brackets: what goes on below must start further in than this column."""
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None
    key_is_next: bool = True


def parse(text: str, template: Findings) -> Parsed:
    """Parse the text; the problems carry the file and lines of `template`."""
    findings = Findings(template.file, template.text)
    builder = _Tree(findings)
    failure, stopped = None, False
    try:
        builder.build(text)
    except _LimitReached:
        stopped = True
    except _yaml().YAMLError as error:
        failure = _failure(error)
    except (ValueError, RecursionError):
        # the Python parser raises these on escapes and numbers that no character has
        failure = Failure(builder.line, 1, "", "", builder.line, 1)
    return Parsed(builder.root if failure is None else None, failure, stopped, findings)


def _yaml() -> "ModuleType":
    import yaml  # takes longer to import than the first window may wait

    return yaml


def _failure(error: Exception) -> Failure:
    where = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    start = getattr(error, "context_mark", None) or where
    return Failure(
        line=where.line + 1 if where else 1,
        column=where.column + 1 if where else 1,
        problem=str(getattr(error, "problem", "") or ""),
        context=str(getattr(error, "context", "") or ""),
        start_line=start.line + 1 if start else 1,
        start_column=start.column + 1 if start else 1,
    )


class _Tree:
    """Builds the tree while the events come in."""

    def __init__(self, findings: Findings) -> None:
        self.root: Node | None = None
        self.line = 1
        self._findings = findings
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def build(self, text: str) -> None:
        """Read events to the end of the text, each by the step for its kind."""
        yaml = _yaml()
        steps = self._steps(yaml)
        end = yaml.StreamEndEvent
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        try:
            next_event = loader.get_event
            while (kind := type(event := next_event())) is not end:
                step = steps.get(kind)
                if step is not None:
                    step(event)
        finally:
            loader.dispose()

    def _steps(self, yaml: "ModuleType") -> dict[type, Callable[[Any], None]]:
        return {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start_map,
            yaml.SequenceStartEvent: self._start_list,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            mark = event.start_mark
            self._findings.add(words.SECOND_DOCUMENT, Spot(mark.line + 1, mark.column + 1))
            raise _LimitReached

    def _scalar(self, event: Any) -> None:
        mark = event.start_mark
        self.line = line = mark.line + 1
        text = event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
            text = text or self._raw(Spot(line, mark.column + 1))
        if line != event.end_mark.line + 1 and event.style in _QUOTES:
            self._check_quoted_lines(event)
        if len(text) > MAX_TEXT:
            spot = Spot(line, mark.column + 1)
            self._findings.add(words.TOO_LONG, spot, length=len(text), limit=MAX_TEXT)
            text = text[:MAX_TEXT]
        self._add(Scalar(text, not event.style, line, mark.column + 1))

    def _alias(self, event: Any) -> None:
        self._refuse_reference(event)
        mark = event.start_mark
        spot = Spot(mark.line + 1, mark.column + 1)
        self._add(Scalar(self._raw(spot), False, spot.line, spot.column))

    def _start_map(self, event: Any) -> None:
        self._start(event, is_map=True)

    def _start_list(self, event: Any) -> None:
        self._start(event, is_map=False)

    def _start(self, event: Any, *, is_map: bool) -> None:
        mark = event.start_mark
        self.line = mark.line + 1
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if len(self._open) >= MAX_DEPTH:
            spot = Spot(self.line, mark.column + 1)
            self._findings.add(words.TOO_DEEP, spot, limit=MAX_DEPTH)
            self.root = None
            raise _LimitReached
        margin = self._margin() if event.flow_style else None
        self._open.append(_Open(is_map, self.line, mark.column + 1, margin))

    def _end(self, _: Any) -> None:
        done = self._open.pop()
        if done.is_map:
            self._add(MapNode(done.entries, done.line, done.column))
        else:
            self._add(ListNode(tuple(done.items), done.line, done.column))

    def _add(self, node: Node) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._findings.add(words.TOO_MANY_PARTS, node, limit=MAX_NODES)
            raise _LimitReached
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if parent.margin is not None and node.line != parent.line:
            self._check_margin(parent.margin, node)
        if not parent.is_map:
            parent.items.append(node)
        elif parent.key_is_next:
            parent.key_is_next = False
            parent.key = self._key(parent, node)
        else:
            parent.key_is_next = True
            if parent.key is not None:
                parent.entries[parent.key.text] = Entry(parent.key, node)

    def _margin(self) -> int:
        """The column of the nearest group that is not between brackets; 0 when there is none."""
        if not self._open:
            return 0
        parent = self._open[-1]
        return parent.column if parent.margin is None else parent.margin

    def _check_margin(self, margin: int, node: Node) -> None:
        """Note a line between brackets that starts left of what it stands in (YAML 1.2, 7.4)."""
        if node.column <= margin and not self._line(Spot(node.line, 1))[: node.column - 1].strip():
            self._findings.add(words.BETWEEN_BRACKETS, node, wanted=margin + 1)

    def _check_quoted_lines(self, event: Any) -> None:
        """Note a line of a quoted text that starts left of what it stands in (YAML 1.2, 7.3)."""
        margin = self._margin()
        for number in range(event.start_mark.line + 2, event.end_mark.line + 2):
            line = self._line(Spot(number, 1))
            start = len(line) - len(line.lstrip(" "))
            if margin and line.strip() and start < margin:
                spot = Spot(number, start + 1)
                self._findings.add(words.BETWEEN_BRACKETS, spot, wanted=margin + 1)
                return

    def _key(self, parent: _Open, node: Node) -> Scalar | None:
        """The key, or None when its entry is left out."""
        if not isinstance(node, Scalar) or not node.text.strip():
            self._findings.add(words.KEY_NOT_TEXT, node)
            return None
        if node.text == "<<" and node.plain:
            self._findings.add(words.MERGED, node)
            return None
        earlier = parent.entries.get(node.text)
        if earlier is not None:
            key = node.text
            self._findings.add(words.DUPLICATE_KEY, node, key=key, first=earlier.key.line)
            return None
        return node

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse_reference(event)
            return
        mark = event.start_mark
        spot = Spot(mark.line + 1, mark.column + 1)
        if str(event.tag).startswith("tag:yaml.org") or "python" in str(event.tag):
            self._findings.add(words.PROGRAM, spot)
        else:
            is_group = self._marked_group(spot) is not None
            wording = words.MARKED_GROUP if is_group else words.TAG
            self._findings.add(wording, spot, fixed=self._quoted_rest(spot))

    def _refuse_reference(self, event: Any) -> None:
        mark = event.start_mark
        spot = Spot(mark.line + 1, mark.column + 1)
        is_group = self._marked_group(spot) is not None
        wording = words.MARKED_GROUP if is_group else words.REFERENCE
        self._findings.add(wording, spot, fixed=self._quoted_rest(spot))

    def _line(self, spot: Spot) -> str:
        lines = self._findings.lines
        return lines[spot.line - 1] if spot.line <= len(lines) else ""

    def _marked_group(self, spot: Spot) -> int | None:
        """Where a list or group starts behind the mark at the spot, counted from 0."""
        found = _MARKED_GROUP.match(self._line(spot), spot.column - 1)
        return found.end() if found else None

    def _raw(self, spot: Spot) -> str:
        """What stands at the spot, as the text that was probably meant."""
        line = self._line(spot)
        before, rest = line[: spot.column - 1], line[spot.column - 1 :].split(" #")[0]
        if is_between_brackets(before):
            rest = _FLOW_END.split(rest)[0]
        return without_closers(rest)[0].strip()

    def _quoted_rest(self, spot: Spot) -> str:
        """The line with quotes around what starts at the spot, or without a mark on a group."""
        line = self._line(spot)
        before, raw = line[: spot.column - 1], self._raw(spot)
        rest = line[spot.column - 1 + len(raw) :].split(" #")[0] if raw else ""
        marked = self._marked_group(spot)
        if marked is not None:
            return f"{before}{line[marked:]}".strip()
        return f"{before}{quoted(raw)}{rest}".strip()
