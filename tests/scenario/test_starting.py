"""A scenario to start from: valid, playable, and never over somebody's work."""

from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.scenario.command import run_check, run_content
from dilemmaspel.scenario.json_schema import scenario_schema
from dilemmaspel.scenario.library import load
from dilemmaspel.scenario.pack import open_pack
from dilemmaspel.scenario.pack_export import export_pack
from dilemmaspel.scenario.starting import id_from, new_scenario
from dilemmaspel.texts import Texts
from tests.scenario.editor import read

NL = Texts("nl")


def test_it_has_no_problem_not_even_in_its_content(tmp_path: Path) -> None:
    file = new_scenario("De lege winkel", tmp_path, NL)

    out = StringIO()
    assert run_check([file], "text", out, NL) == 0
    assert run_content([file], "text", out, NL) == 0
    assert out.getvalue() == ""


def test_it_can_be_played_and_has_a_picture(tmp_path: Path) -> None:
    loaded = load(new_scenario("De lege winkel", tmp_path, NL))

    assert loaded.is_playable
    assert loaded.scenario is not None
    assert loaded.scenario.title == "De lege winkel"
    assert loaded.scenario.id == "de-lege-winkel"
    assert loaded.scenario.cover is not None
    assert (loaded.folder / loaded.scenario.cover.file).is_file()


def test_an_editor_finds_the_schema_where_the_first_line_points(tmp_path: Path) -> None:
    file = new_scenario("De lege winkel", tmp_path, NL)

    text = file.read_text(encoding="utf-8")
    pointed = text.partition("\n")[0].partition("$schema=")[2]
    assert (file.parent / pointed).is_file()
    assert list(Draft202012Validator(scenario_schema(NL)).iter_errors(read(text))) == []


def test_every_part_has_a_comment(tmp_path: Path) -> None:
    text = new_scenario("De lege winkel", tmp_path, NL).read_text(encoding="utf-8")

    assert text.count("#") > 30


@pytest.mark.parametrize("name", ["De lege winkel", "de-lege-winkel"])
def test_what_is_there_stays_as_it_is(tmp_path: Path, name: str) -> None:
    file = new_scenario("De lege winkel", tmp_path, NL)
    file.write_text("mijn werk", encoding="utf-8")

    with pytest.raises(EnvironmentTrouble) as refused:
        new_scenario(name, tmp_path, NL)

    assert "de-lege-winkel" in refused.value.message_in(NL)
    assert file.read_text(encoding="utf-8") == "mijn werk"


def test_an_id_in_a_folder_of_another_name_is_taken_too(tmp_path: Path) -> None:
    new_scenario("Een", tmp_path, NL).parent.rename(tmp_path / "anders")

    with pytest.raises(EnvironmentTrouble):
        new_scenario("Een", tmp_path, NL)

    assert not (tmp_path / "een").exists()


def test_a_disk_that_refuses_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(EnvironmentTrouble):
        new_scenario("Een", tmp_path / "file" / "mine", NL)

    assert (tmp_path / "file").read_bytes() == b""


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Café Één!", "cafe-een"),
        ("12 dagen", "dagen"),
        ("no", "no-scenario"),
        ("a" * 60, "a" * 40),
        ("d1_b", "d1_b"),
    ],
)
def test_an_id_is_made_of_any_name(name: str, made: str) -> None:
    assert id_from(name) == made


@pytest.mark.parametrize("name", ["", "123", "!?", "日本"])
def test_a_name_without_letters_is_asked_again(name: str) -> None:
    with pytest.raises(EnvironmentTrouble):
        id_from(name)


@pytest.mark.parametrize(
    "name", ['Zeg "ja": of niet', "C:\\winkel", "con", "no", "  veel   lucht "]
)
def test_odd_names_make_sound_files(tmp_path: Path, name: str) -> None:
    loaded = load(new_scenario(name, tmp_path, NL))

    assert loaded.problems == ()
    assert loaded.is_playable


def test_another_laptop_takes_it_as_a_pack(tmp_path: Path) -> None:
    file = new_scenario("De lege winkel", tmp_path / "here", NL)
    assert export_pack(file.parent, tmp_path / "pack.zip", NL) == ()

    assert open_pack(tmp_path / "pack.zip").can_be_imported
