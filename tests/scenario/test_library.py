"""Finding, loading and listing scenarios on disk."""

import os
from pathlib import Path

import pytest

from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.library import (
    Library,
    ScenarioNotFoundError,
    find,
    load,
    roles_file_for,
    scenario_files,
)
from dilemmaspel.texts import Texts
from tests.scenario.packs import GOOD, copy_pack


def test_a_scenario_is_found_by_id_folder_and_file(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)

    assert find("oefenwijk", tmp_path) == file
    assert find(file.parent, tmp_path / "elders") == file
    assert find(str(file), tmp_path / "elders") == file


def test_a_scenario_is_found_by_its_id_in_a_folder_with_another_name(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)
    moved = file.parent.rename(tmp_path / "mijn-map") / file.name

    assert find("oefenwijk", tmp_path) == moved


def test_the_nearest_name_is_given_for_one_that_is_not_there(tmp_path: Path) -> None:
    copy_pack(tmp_path)

    with pytest.raises(ScenarioNotFoundError) as raised:
        find("oefenwijkje", tmp_path)

    assert "“oefenwijk”" in raised.value.message_in(Texts("en"))


def test_what_there_is_is_told_for_a_name_like_no_other(tmp_path: Path) -> None:
    copy_pack(tmp_path)

    with pytest.raises(ScenarioNotFoundError, match="zzz") as raised:
        find("zzz", tmp_path)

    assert "Choose from: oefenwijk." in raised.value.message_in(Texts("en"))
    with pytest.raises(ScenarioNotFoundError):
        find("zzz", tmp_path / "leeg")


def test_roles_are_taken_beside_the_scenario_and_else_from_the_game(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)
    assert roles_file_for(file) == tmp_path / "roles.yaml"

    (tmp_path / "roles.yaml").unlink()
    assert roles_file_for(file) == scenarios_dir() / "roles.yaml"
    assert {one.code for one in load(file).problems} == {"no-briefing"}


def test_other_roles_can_be_given(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)

    loaded = load(file, scenarios_dir() / "roles.yaml")

    assert loaded.scenario is not None
    assert len(loaded.scenario.roles) == 13


def test_a_file_that_is_not_there_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    loaded = load(tmp_path / "weg" / "scenario.yaml")

    assert [one.code for one in loaded.problems] == ["unreadable-file"]
    assert loaded.title == "weg"


def test_the_shipped_scenarios_load_without_a_word() -> None:
    entries = Library([scenarios_dir()]).entries()

    folders = {file.parent.name for file in scenario_files(scenarios_dir())}
    assert {one.scenario.id for one in entries if one.scenario} == folders
    assert {one.title: one.problems for one in entries if one.problems} == {}


def test_broken_scenarios_are_listed_last_with_their_problems(tmp_path: Path) -> None:
    copy_pack(tmp_path)
    broken = tmp_path / "aap"
    broken.mkdir()
    (broken / "scenario.yaml").write_text(GOOD.replace("theme: funding", "theme: x"), "utf-8")

    entries = Library([tmp_path, tmp_path / "nergens"]).entries()

    assert [one.folder.name for one in entries] == ["oefenwijk", "aap"]
    assert [one.is_playable for one in entries] == [True, False]
    assert entries[1].title == "De oefenwijk"


def test_a_file_is_read_again_only_after_it_changed(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)
    library = Library([tmp_path])
    first = library.entries()[0]
    assert library.entries()[0] is first

    file.write_text(GOOD.replace("De oefenwijk", "De nieuwe wijk"), encoding="utf-8")
    os.utime(file, ns=(1, 1))

    assert library.entries()[0].title == "De nieuwe wijk"


def test_a_scenario_is_read_again_after_its_roles_changed(tmp_path: Path) -> None:
    copy_pack(tmp_path)
    library = Library([tmp_path])
    library.entries()
    roles = tmp_path / "roles.yaml"
    roles.write_text(roles.read_text("utf-8").replace("name: Huisarts", "name: De arts"), "utf-8")
    os.utime(roles, ns=(1, 1))

    scenario = library.entries()[0].scenario

    assert scenario is not None
    assert scenario.roles[1].name == "De arts"


def test_a_picture_that_appears_makes_a_file_worth_reading_again(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)
    picture = file.parent / "pictures" / "cover.png"
    kept = picture.read_bytes()
    picture.unlink()
    library = Library([tmp_path])
    assert library.entries()[0].problems

    picture.write_bytes(kept)

    assert library.entries()[0].problems == ()
