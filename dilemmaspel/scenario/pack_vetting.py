"""Whether a zip may be unpacked at all: its size, its names, its kinds; before anything is read.

A zip says of itself what is in it, and a hostile one lies. The list at its end is measured before
it is parsed, sizes are limits for reading and not promises, and a name that means something else
on another computer is refused on all.
"""

import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from dilemmaspel.scenario import pack_words as words
from dilemmaspel.scenario.findings import TOP, Findings

MAX_PACKED: Final = 50 * 1024**2
MAX_UNPACKED: Final = 200 * 1024**2
MAX_FILES: Final = 500
MAX_RATIO: Final = 100
LICENCE_FILE: Final = "LICENCE.txt"
PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".webp"})
TEXTS: Final = frozenset({".yaml", ".yml"})

_SMALL: Final = 64 * 1024
"""A file this small may be squeezed as much as it likes."""
_MAX_NAME: Final = 120
_MAX_PARTS: Final = 4
_MAX_LIST: Final = MAX_FILES * 1024
_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_END_64: Final = b"PK\x06\x07"
_END_64_SIZE: Final = 20
_MAX_REMARK: Final = 65_535
_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_OUTSIDE: Final = re.compile(r"^[/\\]|^[A-Za-z]:|^~|(?:^|[/\\])\.\.(?:[/\\]|$)|\0")
_ODD: Final = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
_DEVICE: Final = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)", re.IGNORECASE
)
_LEFT_BY_SYSTEMS: Final = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


def check_size(file: Path, findings: Findings) -> None:
    """Note when a file is too big, or is no zip that is worth parsing."""
    size = file.stat().st_size
    if size > MAX_PACKED:
        findings.add(words.PACKED_TOO_BIG, TOP, size=_megabytes(size), limit=_megabytes(MAX_PACKED))
        return
    with file.open("rb") as stream:
        _check_list(stream, size, findings)


def _check_list(stream: BinaryIO, size: int, findings: Findings) -> None:
    """Measure the list of files at the end of the zip (APPNOTE 4.3.16) without parsing it."""
    stream.seek(max(0, size - _END_SIZE - _MAX_REMARK - _END_64_SIZE))
    tail = stream.read()
    at = len(tail) - _END_SIZE
    if tail[at : at + 4] != _END or tail[-2:] != b"\0\0":
        at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_SIZE:
        findings.add(words.NOT_A_PACK, TOP)
        return
    count = int.from_bytes(tail[at + 10 : at + 12], "little")
    length = int.from_bytes(tail[at + 12 : at + 16], "little")
    is_64 = at >= _END_64_SIZE and tail[at - _END_64_SIZE :].startswith(_END_64)
    if count > MAX_FILES or length > _MAX_LIST or is_64:
        findings.add(words.TOO_MANY_FILES, TOP, limit=MAX_FILES)


def usable_files(infos: list[ZipInfo], findings: Findings) -> tuple[ZipInfo, ...]:
    """Note everything in the list that cannot be trusted; gives the files to unpack.

    Folders, and the notes that systems leave in a zip by themselves, are left out.
    """
    if len(infos) > MAX_FILES:
        findings.add(words.TOO_MANY_FILES, TOP, limit=MAX_FILES)
        return ()
    before = findings.count
    for info in infos:
        _check_name(info, findings)
        _check_kind(info, findings)
    files = tuple(one for one in infos if not one.is_dir() and not _is_left_by_a_system(one))
    _check_clashes(files, findings)
    _check_sizes(infos, findings)
    _check_overlap(infos, findings)
    return files if findings.count == before else ()


def _is_left_by_a_system(info: ZipInfo) -> bool:
    parts = info.filename.lower().split("/")
    return parts[0] == "__macosx" or parts[-1] in _LEFT_BY_SYSTEMS


def _check_name(info: ZipInfo, findings: Findings) -> None:
    name = info.orig_filename
    shown = shown_name(name)
    if _OUTSIDE.search(name):
        findings.add(words.PATH_OUTSIDE, TOP, name=shown)
    elif not _is_portable(name.removesuffix("/")):
        findings.add(words.BAD_NAME, TOP, name=shown)
    elif not info.is_dir() and not _is_left_by_a_system(info) and not _belongs(name):
        findings.add(words.FOREIGN_FILE, TOP, name=shown)


def _is_portable(name: str) -> bool:
    parts = name.split("/")
    if len(name) > _MAX_NAME or len(parts) > _MAX_PARTS or _ODD.search(name):
        return False
    return all(map(_is_portable_part, parts))


def _is_portable_part(part: str) -> bool:
    if not part or part == "." or part[-1] in " ." or part[0] == " ":
        return False
    return not _DEVICE.match(part.replace(" ", ""))


def _belongs(name: str) -> bool:
    path = Path(name)
    if any(part.startswith(".") for part in path.parts):
        return False
    return path.suffix.lower() in PICTURES | TEXTS or path.name == LICENCE_FILE


def _check_kind(info: ZipInfo, findings: Findings) -> None:
    shown = shown_name(info.orig_filename)
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        findings.add(words.NO_PLAIN_FILE, TOP, name=shown)
    if info.flag_bits & _ENCRYPTED:
        findings.add(words.LOCKED, TOP, name=shown)
    elif info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        findings.add(words.ODD_PACKING, TOP, name=shown)


def _check_clashes(files: tuple[ZipInfo, ...], findings: Findings) -> None:
    """Note names that differ only in capitals or accents, and files that are folders too."""
    first: dict[str, ZipInfo] = {}
    for info in files:
        other = first.setdefault(_same(info.filename), info)
        if other is not info:
            _clash(info.filename, other.filename, findings)
    for info in files:
        for folder in _folders(info.filename):
            if (found := first.get(_same(folder))) is not None:
                _clash(found.filename, folder, findings)
    _check_folders(files, findings)


def _clash(name: str, other: str, findings: Findings) -> None:
    findings.add(words.NAME_CLASH, TOP, name=shown_name(name), other=shown_name(other))


def _check_folders(files: tuple[ZipInfo, ...], findings: Findings) -> None:
    first: dict[str, str] = {}
    for info in files:
        for folder in _folders(info.filename):
            other = first.setdefault(_same(folder), folder)
            if other != folder:
                _clash(folder, other, findings)


def _folders(name: str) -> Iterator[str]:
    parts = name.split("/")[:-1]
    return ("/".join(parts[: end + 1]) for end in range(len(parts)))


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())


def _check_sizes(infos: list[ZipInfo], findings: Findings) -> None:
    total = sum(one.file_size for one in infos)
    if total > MAX_UNPACKED:
        size, limit = _megabytes(total), _megabytes(MAX_UNPACKED)
        findings.add(words.UNPACKED_TOO_BIG, TOP, size=size, limit=limit)
    for info in infos:
        if info.file_size > _SMALL and info.file_size > MAX_RATIO * max(1, info.compress_size):
            findings.add(words.SQUEEZED, TOP, name=shown_name(info.orig_filename), limit=MAX_RATIO)


def _check_overlap(infos: list[ZipInfo], findings: Findings) -> None:
    """Note files that share their bytes, as in an endless zip, and bytes in front of all files."""
    if infos and min(one.header_offset for one in infos) > 0:
        findings.add(words.NOT_A_PACK, TOP)
    end = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        if info.header_offset < end:
            findings.add(words.DAMAGED, TOP, name=shown_name(info.orig_filename))
        end = info.header_offset + info.compress_size


def shown_name(name: str) -> str:
    """A name as it can be shown: short, without characters that act on a screen."""
    kept = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in name)
    return kept if len(kept) <= _MAX_NAME else f"{kept[:_MAX_NAME]}…"


def portable_folder(name: str) -> str:
    """A name for a folder that no system takes for a device."""
    return name if _is_portable_part(name) else f"{name}-"


def _megabytes(size: int) -> int:
    return -(-size // 1024**2)
