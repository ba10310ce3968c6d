"""The files that a page brings along; the server answers for these and no others."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Final

from dilemmaspel.game.ids import frozen
from dilemmaspel.paths import assets_dir
from dilemmaspel.phones.pages.fields import STATIC

_FILES: Final = {
    "phone.css": ("phone", "text/css; charset=utf-8"),
    "phone.js": ("phone", "text/javascript; charset=utf-8"),
    "regular.woff2": ("phone", "font/woff2"),
    "semibold.woff2": ("phone", "font/woff2"),
    "icon.svg": ("icons", "image/svg+xml"),
}
_NAMES: Final = {"icon.svg": "app.svg"}


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file as it goes over the line; it may be kept for as long as its address holds."""

    content_type: str
    content: bytes


@cache
def static_files() -> Mapping[str, StaticFile]:
    """Return every file by its name; read once."""
    return frozen(
        {name: StaticFile(kind, _read(folder, name)) for name, (folder, kind) in _FILES.items()}
    )


@cache
def address(name: str) -> str:
    """Return where a page finds a file; it changes with the content."""
    version = sha256(static_files()[name].content).hexdigest()[:8]
    return f"{STATIC}{name}?{version}"


def _read(folder: str, name: str) -> bytes:
    content = (assets_dir() / folder / _NAMES.get(name, name)).read_bytes()
    squeeze = _SQUEEZES.get(name.rpartition(".")[2])
    return squeeze(content.decode()).encode() if squeeze else content


def _squeezed_style(style: str) -> str:
    """Leave out what only a reader needs: comments, and space that separates nothing."""
    bare = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    tight = re.sub(r"\s*([{};,>])\s*", r"\1", re.sub(r"\s+", " ", bare))
    return tight.replace(": ", ":").replace(";}", "}").strip()


def _squeezed_script(script: str) -> str:
    """Leave out the comments that have a line of their own, and the space before each line."""
    return re.sub(r"^\s*(//.*)?\n?", "", script, flags=re.MULTILINE)


_SQUEEZES: Final = {"css": _squeezed_style, "js": _squeezed_script}
