"""Elements of a report's markup; every text in them is escaped."""

from typing import Final

from dilemmaspel.markup import Html, Inside, join, text

__all__ = ["Html", "Inside", "el", "join", "text"]

_VOID: Final = frozenset({"meta", "br"})


def el(tag: str, *inside: Inside, **attributes: str | None) -> Html:
    """Make an element; `class_` becomes `class` and `aria_label` becomes `aria-label`."""
    named = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{text(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    opening = Html(f"<{tag}{named}>")
    return opening if tag in _VOID else Html(f"{opening}{join(inside)}</{tag}>")
