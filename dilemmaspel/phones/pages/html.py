"""Building markup of which every text is escaped, because there is no other way to build it.

`el` makes an element. What is put inside is text, and escaped, unless it was made here itself.
Only the elements and attributes that a page of ours needs exist: no inline style, no handler,
and no address outside this server, so a mistake is an error in a test instead of a hole.
"""

import re
from typing import Final

from dilemmaspel.markup import Html, Inside, join, text

__all__ = ["NOTHING", "Attribute", "Html", "Inside", "el", "join", "text"]

Attribute = str | int | bool | None
"""True is an attribute without a value; False and None leave it out."""

_VOID: Final = frozenset({"br", "hr", "input", "link", "meta"})
_SHAPES: Final = frozenset({"circle", "ellipse", "g", "line", "path", "polyline", "rect", "svg"})
_PLAIN: Final = (
    "a b body button caption dd details div dl dt em fieldset footer form h1 h2 h3 head header "
    "html label legend li main noscript ol option p script section select span strong summary "
    "table tbody td textarea th thead title tr ul"
)
_TAGS: Final = _VOID | _SHAPES | frozenset(_PLAIN.split())
_ADDRESSES: Final = frozenset({"action", "formaction", "href", "src"})
_ATTRIBUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*")

NOTHING: Final = Html("")


def el(tag: str, *inside: Inside, **attributes: Attribute) -> Html:
    """Make an element; `class_` becomes `class` and `data_key` becomes `data-key`.

    Raises ValueError for an element or attribute that has no place on our pages.
    """
    if tag not in _TAGS:
        raise ValueError(f"<{tag}> has no place on a page.")
    opening = Html(f"<{tag}{''.join(_attribute(n, v) for n, v in attributes.items())}>")
    if tag in _VOID:
        if inside:
            raise ValueError(f"<{tag}> holds nothing.")
        return opening
    return Html(f"{opening}{join(inside)}</{tag}>")


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    written = name.rstrip("_").replace("_", "-")
    _check(written, value)
    return f" {written}" if value is True else f' {written}="{text(str(value))}"'


def _check(name: str, value: Attribute) -> None:
    if not _ATTRIBUTE.fullmatch(name) or name == "style" or name.startswith("on"):
        raise ValueError(f"{name!r} has no place on a page.")
    if name in _ADDRESSES and not re.match(r"/(?![/\\])|#", str(value)):
        raise ValueError(f"A page may not lead to {value!r}.")
