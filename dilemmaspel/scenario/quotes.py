"""Quotation marks as in print: authors type straight ones, people see curly ones.

Dutch and English set them alike: “…” and ‘…’, and ’ for an apostrophe, also at the start of a
word: ’s avonds, ’90, ’tis. The text of the file, its hash and what the log keeps stay as typed.
"""

import re
from typing import Final

_STRAIGHT: Final = re.compile("[\"']")
_OPENERS: Final = "([{<“‘«–—/"
_HYPHENS: Final = "-‐‑"

_ELIDED: Final = re.compile(
    r"(?:s|t|n|k|m|r|d|ns|em|til|tis|twas|cause)(?![\w'’])|(?P<year>\d\d)s?(?![\w'’])",
    re.IGNORECASE,
)
"""What an apostrophe stands before: 's avonds, 't plein, the '90s."""

_CLOSES: Final = re.compile(r"[^'\n]*[^\s'](?P<mark>')(?!\w)")
"""From a single mark on: the next one on the line, if it ends a quotation."""


def typeset(text: str) -> str:
    """Turn straight quotation marks into curly ones; nothing else changes, nor does the length."""
    if not _STRAIGHT.search(text):
        return text
    made: list[str] = []
    for at, sign in enumerate(text):
        made.append(_curled(text, at, made[-1] if made else "") if sign in "\"'" else sign)
    return "".join(made)


def _curled(text: str, at: int, before: str) -> str:
    """The mark at a place; `before` is what stands before it, curled already."""
    opens = _opens(before, text[at + 1 : at + 2])
    if text[at] == '"':
        return "“" if opens else "”"
    return "‘" if opens and not _is_apostrophe(text, at + 1) else "’"


def _opens(before: str, after: str) -> bool:
    if not after or after.isspace():
        return False
    if before and before in _HYPHENS:
        return after.isalnum()
    return not before or before.isspace() or before in _OPENERS


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether the mark before a place stands for letters or figures left out."""
    found = _ELIDED.match(text, at)
    return found is not None and not (found["year"] and _CLOSES.match(text, at))
