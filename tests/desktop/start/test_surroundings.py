"""The folder of the log is looked at before a session, not during one."""

from pathlib import Path

import pytest

from dilemmaspel.desktop.start.surroundings import (
    LEAST_FREE,
    ConcernKind,
    can_write,
    look_around,
    synced_by,
)
from tests.desktop.start.house import DUTCH, T


def roomy(_folder: Path) -> int:
    return LEAST_FREE


def full(_folder: Path) -> int:
    return 12 * 1024 * 1024


def test_a_folder_with_room_of_its_own_is_fine(tmp_path: Path) -> None:
    assert look_around(tmp_path / "new" / "log", roomy) == ()
    assert (tmp_path / "new" / "log").is_dir()


def test_a_disk_that_is_nearly_full_is_told_with_its_megabytes(tmp_path: Path) -> None:
    (concern,) = look_around(tmp_path, full)
    assert concern.kind is ConcernKind.LOW_SPACE
    assert "12 MB" in concern.text(T)
    assert not concern.blocks


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive - Gemeente Noorderhaven", "OneDrive"),
        ("Dropbox (Welzijn)", "Dropbox"),
        ("iCloudDrive", "iCloud"),
        ("Mobile Documents", "iCloud"),
        ("Google Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
    ],
)
def test_a_synced_folder_is_known_by_its_name(tmp_path: Path, name: str, service: str) -> None:
    folder = tmp_path / name / "log"
    assert synced_by(folder) == service
    (concern,) = look_around(folder, roomy)
    assert concern.kind is ConcernKind.SYNCED
    assert service in concern.text(DUTCH)


@pytest.mark.parametrize("name", ["box", "documents", "drive", "my dropper"])
def test_other_folders_are_not_mistaken_for_synced_ones(tmp_path: Path, name: str) -> None:
    assert synced_by(tmp_path / name) is None


def test_a_synced_folder_is_known_by_what_stands_in_it(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert synced_by(tmp_path / "log") == "Syncthing"


def test_onedrive_is_known_by_the_variable_that_it_sets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    assert synced_by(tmp_path / "log") == "OneDrive"


def test_a_folder_that_cannot_be_written_blocks_and_is_named(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")
    (concern,) = look_around(taken, full)
    assert (concern.kind, concern.blocks) == (ConcernKind.NOT_WRITABLE, True)
    assert str(taken) in concern.text(T)


def test_trying_to_write_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "log"
    assert can_write(folder)
    assert list(folder.iterdir()) == []
