"""Packs that nobody should make: a corpus that is generated anew for every run."""

import io
import stat
import struct
import warnings
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

from tests.scenario.packs import GOOD, ROLES, SAMPLES

PICTURE: Final = (SAMPLES / "oefenwijk" / "pictures" / "cover.png").read_bytes()
FILES: Final = {
    "scenario.yaml": GOOD.encode(),
    "roles.yaml": ROLES.encode(),
    "pictures/cover.png": PICTURE,
    "pictures/vijver.png": (SAMPLES / "oefenwijk" / "pictures" / "vijver.png").read_bytes(),
}


def entry(name: str, method: int = ZIP_DEFLATED, mode: int = 0o100644) -> ZipInfo:
    info = ZipInfo("x")
    info.filename = name  # the constructor would tidy it
    info.compress_type = method
    info.external_attr = mode << 16
    info.create_system = 3
    return info


def packed(extra: dict[str, bytes] | None = None, *infos: tuple[ZipInfo, bytes]) -> bytes:
    """A good pack with files added or changed."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a name that is there twice
        for name, data in (FILES | (extra or {})).items():
            archive.writestr(entry(name), data)
        for info, data in infos:
            archive.writestr(info, data)
    return out.getvalue()


_OUTSIDE = r"""
../x.yaml ../../x.png a/../../x.png /etc/x.yaml /x.png .. pictures/.. pictures/../../../x.png
//srv/share/x.png \\srv\share\x.png ..\x.png a\..\..\x.png C:\x.png C:x.png c:/x.png ~/x.png
~root/x.png
"""
_ODD = r"""
CON.png con.yaml pictures/NUL.png AUX/x.png COM1.png LPT9.yaml COM¹.png CONIN$.png nul.tar.png
x.png. ./x.png a/./x.png a//x.png a:b.png x.png::$DATA a<b.png a|b.png a?b.png a*b.png a".png
a/b/c/d/e.png pictures\x.png
"""
_FOREIGN = """
x.svg x.html x.js x.py x.exe x.ttf x.zip x.gif x.lnk x.url scenario.yaml.exe noext .htaccess
.git/config x.PNG.bat LICENCE.html pictures/.x.png
"""
OUTSIDE = _OUTSIDE.split()
ODD = [*_ODD.split(), "PRN .png", "x.png ", " x.png", f"{'a' * 300}.png"]
ODD += ["a\x07.png", "\u202egnp.exe.png", "a\u200b.png"]
FOREIGN = _FOREIGN.split()
MODES = {
    "link": stat.S_IFLNK,
    "pipe": stat.S_IFIFO,
    "device": stat.S_IFCHR,
    "disk": stat.S_IFBLK,
    "socket": stat.S_IFSOCK,
}
CLASHES = {
    "capitals": ("a.png", "A.png"),
    "accents": ("caf\u00e9.png", "cafe\u0301.png"),
    "wide letters": ("b.png", "\uff42.png"),
    "sharp s": ("stra\u00dfe.png", "strasse.png"),
    "file and folder": ("a.png", "a.png/b.png"),
    "folders": ("pictures/a.png", "Pictures/b.png"),
    "twice": ("a.png", "a.png"),
}


def hostile() -> Iterator[tuple[str, bytes]]:
    """Every pack with a name of its own."""
    for name in (*OUTSIDE, *ODD, *FOREIGN):
        yield f"name {ascii(name)[:40]}", packed(None, (entry(name), PICTURE))
    yield "name with nul", packed(None, (entry("a.pngQ../x.png"), PICTURE)).replace(b"gQ.", b"g\0.")
    for name, mode in MODES.items():
        yield name, packed(None, (entry("pictures/x.png", mode=mode | 0o777), b"/etc/passwd"))
    for name, (one, other) in CLASHES.items():
        yield name, packed(None, (entry(one), PICTURE), (entry(other), PICTURE))
    yield from _bombs()
    yield from _damaged()
    yield from _contents()


def _bombs() -> Iterator[tuple[str, bytes]]:
    yield "squeezed picture", packed({"pictures/x.png": PICTURE + bytes(30 * 1024**2)})
    yield "squeezed text", packed({"x.yaml": b"a: " + b" " * 900_000})
    yield "501 files", packed({f"p{n}.png": b"x" for n in range(501)})
    yield "20000 files", packed({f"p{n}.png": b"" for n in range(20_000)})
    noise = zlib.compress(bytes(range(256)) * 40_000, 0)[:9_000_000]
    many = io.BytesIO()
    with ZipFile(many, "w") as archive:
        for number in range(3):
            archive.writestr(entry(f"p{number}.png", ZIP_STORED), noise)
    yield "says it is 300 MB", _patched_sizes(many.getvalue(), 100 * 1024**2)
    yield "overlap", _overlapping()
    yield "count that lies", _with_end(packed(), count=3)
    yield "list too long", _with_end(packed(), length=2**30)
    yield "list somewhere else", _with_end(packed(), offset=2**31)
    whole = packed()
    locator = b"PK\x06\x07" + struct.pack("<LQL", 0, 0, 1)
    yield "zip64", whole[:-22] + locator + whole[-22:]
    yield "zip in front of a zip", packed({f"p{n}.png": b"x" for n in range(600)}) + packed()


def _patched_sizes(data: bytes, size: int) -> bytes:
    """Let the list at the end say that every file is that large, packed and unpacked."""
    made, at = bytearray(data), 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        made[at + 20 : at + 28] = struct.pack("<LL", size, size)
        at += 46
    return bytes(made)


def _overlapping() -> bytes:
    """Two entries of the list that share the bytes of one file."""
    data = bytearray(packed({"a.png": PICTURE, "b.png": PICTURE}))
    places = []
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        places.append(at)
        at += 46
    first, second = places[-2:]
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return bytes(data)


def _with_end(
    data: bytes, count: int | None = None, length: int | None = None, offset: int | None = None
) -> bytes:
    end = bytearray(data[-22:])
    if count is not None:
        end[8:12] = struct.pack("<HH", count * 1000, count * 1000)
    if length is not None:
        end[12:16] = struct.pack("<L", length)
    if offset is not None:
        end[16:20] = struct.pack("<L", offset)
    return data[:-22] + bytes(end)


def _damaged() -> Iterator[tuple[str, bytes]]:
    good = packed()
    yield "empty", b""
    yield "text", b"PK, zei hij."
    yield "cut off", good[: len(good) // 2]
    yield "only the end", good[-22:]
    yield "noise", bytes(n * 197 % 251 for n in range(5000))
    yield "wrong sum", _flagged(good, 16, 0xDEAD)
    broken = bytearray(good)
    broken[60:90] = b"\xff" * 30
    yield "damaged text", bytes(broken)
    for name, method in (("bzip2", ZIP_BZIP2), ("lzma", ZIP_LZMA)):
        yield name, packed(None, (entry("x.png", method), PICTURE))
    yield "unknown way of packing", _flagged(packed({"x.png": PICTURE}), 10, 99)
    yield "locked", _flagged(good, 8, 1)
    yield "names of files that differ", good.replace(b"scenario.yaml", b"scenarix.yaml", 1)


def _flagged(data: bytes, field: int, value: int) -> bytes:
    """Change a field of two bytes in the list for every file."""
    made, at = bytearray(data), 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        made[at + field : at + field + 2] = struct.pack("<H", value)
        at += 46
    return bytes(made)


def _contents() -> Iterator[tuple[str, bytes]]:
    def with_scenario(data: bytes) -> bytes:
        return packed({"scenario.yaml": data})

    def with_picture(data: bytes, name: str = "pictures/cover.png") -> bytes:
        return packed({name: data})

    laughs = "\n".join(["a: &a [x, x]", *(f"{n}: &{n} [*a, *a]" for n in "bcdefgh")])
    no_scenario = io.BytesIO()
    with ZipFile(no_scenario, "w") as archive:
        archive.writestr(entry("pictures/cover.png"), PICTURE)
    yield "no scenario", no_scenario.getvalue()
    yield "billion laughs", with_scenario(laughs.encode())
    yield "deep", with_scenario(b"a: " + b"[" * 60_000)
    yield "program", with_scenario(b"a: !!python/object/apply:os.system [ls]\n")
    yield "utf-16", with_scenario(GOOD.encode("utf-16"))
    yield "2 MiB of text", with_scenario(GOOD.encode() + b"# x\n" * 500_000)
    yield "nothing in it", with_scenario(b"")
    yield (
        "picture from elsewhere",
        with_scenario(GOOD.replace("pictures/vijver.png", "/etc/passwd.png").encode()),
    )
    yield "broken roles", packed({"roles.yaml": b"schema: dilemmaspel-roles/1\nroles: 3\n"})
    yield "svg", with_picture(b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///"/>')
    yield "html", with_picture(b"<html><script>alert(1)</script></html>")
    yield "cut-off picture", with_picture(PICTURE[:20])
    yield "gif", with_picture(b"GIF89a" + bytes(40))
    yield (
        "jpg called png",
        with_picture(b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x10\x00\x10\x03" + bytes(40)),
    )
    huge = PICTURE[:16] + struct.pack(">LL", 20_000, 20_000) + PICTURE[24:]
    yield "400 million dots", with_picture(huge)
    yield "unused 400 million dots", with_picture(huge, "pictures/other.png")
    yield "unused svg", with_picture(b"<svg/>", "pictures/other.png")
    yield "webp that is xml", with_picture(b"<?xml version='1.0'?>", "pictures/x.webp")


def write_all(folder: Path) -> dict[str, Path]:
    """Write the corpus, and the pack that is too big, of which no byte is real."""
    written = {}
    for number, (name, data) in enumerate(hostile()):
        written[name] = folder / f"{number:03}.zip"
        written[name].write_bytes(data)
    written["51 MB"] = folder / "large.zip"
    with written["51 MB"].open("wb") as stream:
        stream.truncate(51 * 1024**2)
    return written
