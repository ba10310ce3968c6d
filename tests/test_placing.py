"""A file comes in its place whole, or what stood there stays."""

import errno
import os
from pathlib import Path

import pytest

from dilemmaspel.placing import TakenError, free_name, placing, put_file
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import Texts

EN = Texts("en")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def test_a_file_replaces_the_one_that_stood_there(out: Path) -> None:
    path = out / "new" / "r.pdf"
    put_file(path, b"one")
    put_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert [file.name for file in path.parent.iterdir()] == ["r.pdf"]


def test_the_file_is_on_the_disk_before_it_is_moved(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        done.append("sync")
        sync(handle)

    def moved(one: Path, other: Path) -> Path:
        done.append("move")
        return replace(one, other)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", moved)
    put_file(out / "r.pdf", b"one")
    assert done == ["sync", "move"]


def test_a_file_that_another_program_holds_stays_and_a_free_name_is_offered(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = out / "r.xlsx"
    path.write_bytes(b"old")
    (out / "r-2.xlsx").write_bytes(b"other")

    def held(_one: Path, _other: Path) -> Path:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(TakenError) as told:
        put_file(path, b"new")
    assert told.value.free == out / "r-3.xlsx"
    words = told.value.message_in(EN)
    assert "open in another program" in words
    assert "r-3.xlsx" in words
    assert path.read_bytes() == b"old"
    assert len(list(out.iterdir())) == 2


def test_a_full_disk_is_told_and_the_old_file_stays(out: Path) -> None:
    path = out / "r.pdf"
    path.write_bytes(b"old")
    with pytest.raises(EnvironmentTrouble, match="disk is full"), placing(path):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert path.read_bytes() == b"old"
    assert [file.name for file in out.iterdir()] == ["r.pdf"]


def test_a_folder_that_cannot_be_made_is_told(out: Path) -> None:
    (out / "file").write_bytes(b"")
    with pytest.raises(EnvironmentTrouble) as told:
        put_file(out / "file" / "r.pdf", b"new")
    assert "another folder" in told.value.message_in(EN)


def test_a_bug_inside_is_not_hidden_and_leaves_nothing(out: Path) -> None:
    with pytest.raises(ZeroDivisionError), placing(out / "r.pdf"):
        raise ZeroDivisionError
    assert list(out.iterdir()) == []


def test_a_free_name_is_the_first_that_nothing_has(out: Path) -> None:
    assert free_name(out / "r.csv.zip").name == "r.csv-2.zip"
