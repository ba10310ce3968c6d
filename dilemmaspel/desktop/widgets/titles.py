"""Titles of scenarios on narrow places: the name, and apart from it what it is about."""

from dilemmaspel.desktop.beamer.frame import short_title


def title_parts(title: str) -> tuple[str, str]:
    """Cut a title at its dash or colon into a name and the rest; the rest may be empty."""
    name = short_title(title)
    rest = title[len(name) :].lstrip(" -–—:")
    return name, rest[:1].upper() + rest[1:]
