import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dilemmaspel import paths

OWN = [paths.data_dir, paths.config_dir, paths.log_dir]


def test_a_checkout_has_its_assets_and_scenarios_at_the_top() -> None:
    top = Path(__file__).resolve().parent.parent
    assert paths.assets_dir() == top / "assets"
    assert paths.scenarios_dir() == top / "scenarios"


@pytest.mark.parametrize("name", ["assets", "scenarios"])
def test_what_lies_inside_an_installed_package_wins(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "_data" / name
    inside.mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert getattr(paths, f"{name}_dir")() == inside


def test_one_variable_puts_everything_under_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "stick"))
    assert {folder().parent for folder in OWN} == {tmp_path / "stick"}
    assert len({folder() for folder in OWN}) == len(OWN)


@pytest.mark.parametrize("folder", OWN)
def test_without_the_variable_folders_lie_in_the_home_under_the_name_of_the_game(
    folder: Callable[[], Path], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    assert folder().is_relative_to(home)
    assert "Dilemmaspel" in folder().parts


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps other rights")
@pytest.mark.parametrize("folder", OWN)
def test_a_new_folder_is_for_its_owner_only(folder: Callable[[], Path]) -> None:
    assert stat.S_IMODE(folder().stat().st_mode) == 0o700


@pytest.mark.parametrize("folder", OWN)
def test_asking_twice_gives_the_same_folder(folder: Callable[[], Path]) -> None:
    assert folder() == folder()
