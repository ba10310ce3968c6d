"""Pictures are looked at without decoding them."""

import struct
from pathlib import Path

import pytest

from dilemmaspel.scenario.checks.picture_size import picture_kind, picture_size
from dilemmaspel.scenario.library import load
from tests.scenario.packs import GOOD, copy_pack

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
JPG = b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc2\0\x11\x08" + struct.pack(">HH", 30, 40) + b"\0" * 9
WEBP = b"RIFF\0\0\0\0WEBP"


def png(width: int, height: int) -> bytes:
    return PNG + struct.pack(">II", width, height) + b"\x08\x02\0\0\0" + b"\0" * 8


@pytest.mark.parametrize(
    ("header", "kind", "size"),
    [
        (png(40, 30), "png", (40, 30)),
        (JPG, "jpg", (40, 30)),
        (WEBP + b"VP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x28\x00\x1e\x00", "webp", (40, 30)),
        (
            WEBP + b"VP8L\0\0\0\0\x2f" + struct.pack("<I", 39 | 29 << 14) + b"\0" * 9,
            "webp",
            (40, 30),
        ),
        (WEBP + b"VP8X\0\0\0\0\0\0\0\0\x27\0\0\x1d\0\0", "webp", (40, 30)),
    ],
)
def test_the_size_is_read_from_the_first_bytes(
    header: bytes, kind: str, size: tuple[int, int]
) -> None:
    assert picture_kind(header) == kind
    assert picture_size(kind, header) == size


@pytest.mark.parametrize("cut", range(18))
def test_a_picture_that_is_cut_off_has_no_size(cut: int) -> None:
    for header in (png(40, 30), JPG, WEBP + b"VP8X" + b"\0" * 14):
        kind = picture_kind(header[:cut])
        if kind is not None:
            assert picture_size(kind, header[:cut]) is None


@pytest.mark.parametrize(
    ("code", "name", "content"),
    [
        ("picture-missing", "pictures/weg.png", None),
        ("picture-missing", "pictures/Cover.png", None),
        ("picture-missing", "cover.png", None),
        ("picture-missing", "pictures", None),
        ("picture-path", "../../x.png", None),
        ("picture-path", "/etc/passwd", None),
        ("picture-path", "C:/x.png", None),
        ("picture-path", "'\\\\server\\x.png'", None),
        ("picture-path", "https://voorbeeld.nl/x.png", None),
        ("picture-path", "~/x.png", None),
        ("picture-kind", "pictures/cover.png", b"<svg xmlns='x'/>"),
        ("picture-kind", "pictures/cover.png", b""),
        ("picture-kind", "pictures/cover.png", png(40, 30)[:20]),
        ("picture-kind", "pictures/cover.png", png(0, 30)),
        ("picture-name", "pictures/cover.png", JPG),
        ("picture-too-large", "pictures/cover.png", png(20_000, 20_000)),
        ("picture-too-large", "pictures/cover.png", png(40, 30) + b"\0" * 11_000_000),
    ],
)
def test_a_picture_that_cannot_be_shown_is_told(
    code: str, name: str, content: bytes | None, tmp_path: Path
) -> None:
    file = copy_pack(tmp_path)
    file.write_text(GOOD.replace("{file: pictures/cover.png", f"{{file: {name}"), encoding="utf-8")
    if content is not None:
        (file.parent / "pictures" / "cover.png").write_bytes(content)

    problems = load(file).problems

    assert [(one.code, one.line, one.column) for one in problems] == [(code, 10, 15)]


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)
    outside = tmp_path / "buiten.png"
    outside.write_bytes(png(4, 3))
    cover = file.parent / "pictures" / "cover.png"
    cover.unlink()
    try:
        cover.symlink_to(outside)
    except OSError:
        pytest.skip("this disk has no links")

    assert [one.code for one in load(file).problems] == ["picture-path"]


def test_a_picture_needs_a_text_for_people_who_do_not_see_it(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)
    file.write_text(GOOD.replace(", alt: Een straat in de wijk", ""), encoding="utf-8")

    assert [one.code for one in load(file).problems] == ["missing-key"]
