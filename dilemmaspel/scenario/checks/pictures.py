"""Pictures: in the scenario's own folder, of a kind that every screen shows, not too large."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from dilemmaspel.scenario import meaning_words as words
from dilemmaspel.scenario.checks.picture_size import (
    LONG_HEADER,
    SHORT_HEADER,
    picture_kind,
    picture_size,
)
from dilemmaspel.scenario.findings import Findings, Wording, nearest
from dilemmaspel.scenario.nodes import MapNode, Scalar, text_at

MAX_DOTS: Final = 25_000_000
MAX_BYTES: Final = 10 * 1024 * 1024

_ENDINGS: Final = {"png": (".png",), "jpg": (".jpg", ".jpeg"), "webp": (".webp",)}
_READABLE: Final = re.compile(rb"[!-~]{4,12}")
_ELSEWHERE: Final = re.compile(r"^[A-Za-z]:|^[A-Za-z][A-Za-z0-9+.-]*://|^~|\\|\0")


def check_pictures(pictures: Iterable[MapNode], folder: Path, findings: Findings) -> None:
    """Check every picture of a scenario in its folder."""
    names = _Names()
    for picture in pictures:
        file = text_at(picture, "file")
        if file is not None:
            _check_file(file, folder, names, findings)


class _Names:
    """The names in folders, exactly as they are written; each folder is listed once."""

    def __init__(self) -> None:
        self._known: dict[Path, frozenset[str]] = {}

    def of(self, folder: Path) -> frozenset[str]:
        if folder not in self._known:
            found = (
                frozenset(one.name for one in folder.iterdir()) if folder.is_dir() else frozenset()
            )
            self._known[folder] = found
        return self._known[folder]

    def has(self, folder: Path, path: Path) -> bool:
        """Whether a file is there under exactly this name, on every kind of disk."""
        here = folder
        for part in path.parts:
            if part not in self.of(here):
                return False
            here /= part
        return here.is_file()


def _check_file(file: Scalar, folder: Path, names: _Names, findings: Findings) -> None:
    name = file.text.strip()
    path = Path(name)
    if _ELSEWHERE.search(name) or path.is_absolute() or ".." in path.parts:
        findings.add(words.PICTURE_PATH, file, text=name)
        return
    found = folder / path
    try:
        if not names.has(folder, path):
            _missing(file, found, folder, findings)
        elif not found.resolve().is_relative_to(folder.resolve()):
            findings.add(words.PICTURE_PATH, file, text=name)
        else:
            _check_content(file, found, findings)
    except OSError:
        findings.add(words.PICTURE_MISSING, file, text=name)


def _missing(file: Scalar, found: Path, folder: Path, findings: Findings) -> None:
    text = file.text.strip()
    beside = found.parent if found.parent.is_dir() else folder / "pictures"
    names = [one.name for one in beside.iterdir() if one.is_file()] if beside.is_dir() else []
    near = nearest(found.name, names)
    if near is None:
        findings.add(words.PICTURE_MISSING, file, text=text)
    else:
        shown = (beside / near).relative_to(folder).as_posix()
        fixed = findings.corrected(file, text, shown)
        findings.add(words.PICTURE_MISSING_NEAR, file, text=text, near=shown, fixed=fixed)


def _check_content(file: Scalar, found: Path, findings: Findings) -> None:
    for wording, values in picture_slips(found, file.text.strip()):
        findings.add(wording, file, **values)


def picture_slips(found: Path, name: str) -> Iterator[tuple[Wording, Mapping[str, object]]]:
    """Tell what is wrong with a picture by its first bytes; it is never decoded."""
    weight = found.stat().st_size
    if weight > MAX_BYTES:
        megabytes, limit = -(-weight // 1024**2), MAX_BYTES // 1024**2
        yield words.PICTURE_TOO_HEAVY, {"size": megabytes, "limit": limit}
        return
    with found.open("rb") as stream:
        header = stream.read(SHORT_HEADER)
        if picture_kind(header) == "jpg":
            header += stream.read(LONG_HEADER)
    kind = picture_kind(header)
    size = picture_size(kind, header) if kind else None
    if kind is None or size is None:
        start = _READABLE.match(header)
        if start:
            yield words.PICTURE_IS_TEXT, {"text": name, "start": start[0].decode("ascii")}
        else:
            yield words.PICTURE_KIND, {"text": name}
        return
    if found.suffix.lower() not in _ENDINGS[kind]:
        yield words.PICTURE_NAME, {"text": name, "kind": kind}
    width, height = size
    if width * height > MAX_DOTS:
        dots = {"size": -(-width * height // 1_000_000), "limit": MAX_DOTS // 1_000_000}
        yield words.PICTURE_TOO_LARGE, {"width": width, "height": height, **dots}
