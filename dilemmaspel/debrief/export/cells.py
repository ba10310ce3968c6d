"""Single cells: what a spreadsheet may not take for a formula, moments, and JSON."""

import json
from datetime import datetime
from typing import Final

from dilemmaspel.debrief.export.codebook import Kind
from dilemmaspel.debrief.export.plain import Cell

_BEGINS: Final = frozenset("=+-@\t\r\n\0＝＋－＠﹢﹣﹦﹫−")
_SPACES: Final = " \u00a0\u2002\u2003\u2007\u2009\u200b\u202f\u2060\u3000\ufeff"


def harmless(text: str) -> str:
    """Put a `'` before a text that a spreadsheet could take for a formula (T17).

    Also where spaces stand before the sign, and for its wide, small and typographic forms.
    """
    bare = text.lstrip(_SPACES)
    return f"'{text}" if bare and bare[0] in _BEGINS else text


def moment(milliseconds: int) -> datetime:
    """The time of the laptop, with its distance to UTC, to the second."""
    return datetime.fromtimestamp(milliseconds // 1000).astimezone()


def unpacked(kind: Kind, cell: Cell) -> object:
    """Read what is JSON in the log; an option id or a text that is none stays as it is."""
    if not isinstance(cell, str) or kind not in {Kind.DATA, Kind.CHOICE}:
        return cell
    if kind is Kind.CHOICE and cell[:1] not in {"[", "{"}:
        return cell
    return json.loads(cell)
