"""A text between curly brackets that is cut off by its own comma: {wants: Yes, if it is free}."""

from dilemmaspel.scenario import schema_words as words
from dilemmaspel.scenario.findings import Findings
from dilemmaspel.scenario.nodes import Entry, MapNode, Scalar, is_nothing
from dilemmaspel.scenario.sheet import quoted


def note_comma_cuts(node: MapNode, findings: Findings) -> frozenset[str]:
    """Note the texts of a group that a comma cut off; gives the pieces that became keys."""
    pieces: set[str] = set()
    start: Scalar | None = None
    run: list[Scalar] = []
    for entry in (*node.entries.values(), None):
        if entry is not None and start is not None and _is_piece(entry, start, findings):
            run.append(entry.key)
            continue
        if run and start is not None:
            _note(start, run, findings)
            pieces.update(one.text for one in run)
        run = []
        start = _plain_value(entry)
    return frozenset(pieces)


def _plain_value(entry: Entry | None) -> Scalar | None:
    value = entry.value if entry else None
    return value if isinstance(value, Scalar) and value.plain and value.text else None


def _is_piece(entry: Entry, start: Scalar, findings: Findings) -> bool:
    """Whether a key without colon and value stands behind a text on the same line."""
    key = entry.key
    if not is_nothing(entry.value) or key.line != start.line or key.column <= start.column:
        return False
    behind = findings.lines[key.line - 1][key.column - 1 + len(key.text) :].lstrip()
    return behind[:1] in {",", "}"}


def _note(start: Scalar, run: list[Scalar], findings: Findings) -> None:
    line = findings.lines[start.line - 1]
    begin, end = start.column - 1, run[-1].column - 1 + len(run[-1].text)
    whole = line[begin:end]
    fixed = findings.corrected(start, whole, quoted(whole))
    findings.add(words.COMMA_IN_TEXT, run[0], fixed=fixed)
