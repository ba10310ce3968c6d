"""Markup of which every text is escaped, because there is no other way to make it here."""

import re
from collections.abc import Iterable
from html import escape
from typing import Final

_VOID: Final = frozenset({"meta", "br"})
_ODD: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""What may not stand in a page: control characters, half characters, and non-characters."""


class Html(str):
    """Markup that needs no escaping any more."""

    __slots__ = ()


Inside = str | None
"""What can stand in an element: text, which is escaped, or `Html`; None is nothing."""


def text(words: str) -> Html:
    """Return words as markup that shows exactly these words."""
    return words if isinstance(words, Html) else Html(escape(_ODD.sub("\ufffd", words)))


def el(tag: str, *inside: Inside, **attributes: str | None) -> Html:
    """Make an element; `class_` becomes `class` and `aria_label` becomes `aria-label`."""
    named = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{text(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    opening = Html(f"<{tag}{named}>")
    return opening if tag in _VOID else Html(f"{opening}{join(inside)}</{tag}>")


def join(parts: Iterable[Inside], between: str = "") -> Html:
    """Put parts after each other."""
    return Html(between.join(text(part) for part in parts if part))
