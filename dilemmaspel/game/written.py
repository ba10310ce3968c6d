"""What people may write: short, not empty where it matters, and storable."""

import re

from dilemmaspel.game.reasons import Reason, Refused

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""Half characters and NUL: they can be typed by no keyboard and kept in no file."""


def text_refused(
    text: str, longest: int, *, about: str = "text", empty: Reason | None = None
) -> Refused | None:
    """Say why a text cannot be kept, or None; an empty one only when `empty` names a reason."""
    plain = text.strip()
    if not plain:
        return Refused(empty, about) if empty is not None else None
    if len(plain) > longest:
        return Refused(Reason.TEXT_TOO_LONG, str(longest))
    return Refused(Reason.BAD_INPUT, about) if _UNSTORABLE.search(plain) else None
