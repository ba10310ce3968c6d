"""Text in markup: escaped, because there is no other way to put it there."""

import re
from collections.abc import Iterable
from html import escape
from typing import Final

_ODD: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""What may not stand in a page: control characters, half characters, and non-characters."""


class Html(str):
    """Markup that was built by us, and needs no escaping any more."""

    __slots__ = ()


Inside = str | None
"""What can stand in an element: text, which is escaped, or `Html`; None is nothing."""


def text(words: str) -> Html:
    """Return words as markup that shows exactly these words."""
    return words if isinstance(words, Html) else Html(escape(_ODD.sub("\ufffd", words)))


def join(parts: Iterable[Inside], between: str = "") -> Html:
    """Put parts after each other; what stands between them is markup."""
    return Html(between.join(text(part) for part in parts if part))
