"""A scenario that somebody offers: looked into first, added whole or not at all."""

from pathlib import Path

import pytest

from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.json_schema import SCENARIO_SCHEMA
from dilemmaspel.scenario.library import Library, load
from dilemmaspel.scenario.offer import Offer, Verdict, add, look_at
from dilemmaspel.scenario.pack_export import export_pack
from dilemmaspel.scenario.starting import new_scenario
from dilemmaspel.texts import Texts
from tests.scenario.hostile import hostile
from tests.scenario.packs import copy_pack

T = Texts("en")
SHIPPED = (scenarios_dir(),)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_scenario("De lege winkel", tmp_path / "elsewhere", T).parent


@pytest.fixture
def file(tmp_path: Path, folder: Path) -> Path:
    made = tmp_path / "winkel.zip"
    assert export_pack(folder, made, T) == ()
    return made


def looked(source: Path, own: Path) -> Offer:
    return look_at(source, own, SHIPPED, T)


def codes(offer: Offer) -> list[str]:
    return [one.code for one in offer.problems]


@pytest.mark.parametrize("kind", ["zip", "folder", "yaml"])
def test_a_new_scenario_is_shown_and_then_added(
    kind: str, file: Path, folder: Path, own: Path
) -> None:
    source = {"zip": file, "folder": folder, "yaml": folder / "scenario.yaml"}[kind]
    offer = looked(source, own)

    assert (offer.verdict, offer.problems) == (Verdict.NEW, ())
    assert not own.exists()

    added = add(offer, own, T)

    assert added.scenario == own / "de-lege-winkel" / "scenario.yaml"
    assert load(added.scenario).is_playable
    assert (own / SCENARIO_SCHEMA).is_file()


def test_what_is_in_a_folder_besides_the_scenario_is_left_behind(folder: Path, own: Path) -> None:
    (folder / "pictures" / "geheim.txt").write_text("wachtwoord", encoding="utf-8")
    (folder / ".git").mkdir()

    assert add(looked(folder, own), own, T).scenario is not None

    assert sorted(one.name for one in (own / "de-lege-winkel").rglob("*")) == [
        "LICENCE.txt",
        "pictures",
        "scenario.yaml",
        "straat.webp",
    ]


def test_roles_of_its_own_come_along(tmp_path: Path, own: Path) -> None:
    pack = copy_pack(tmp_path / "school").parent

    added = add(looked(pack, own), own, T)

    assert added.scenario is not None
    scenario = load(added.scenario).scenario
    assert scenario is not None
    assert scenario.roles == load(pack / "scenario.yaml").scenario.roles  # type: ignore[union-attr] # it was offered as sound


def test_ones_own_is_replaced_only_when_that_is_said(file: Path, own: Path) -> None:
    assert add(looked(file, own), own, T).scenario is not None
    mine = own / "de-lege-winkel" / "scenario.yaml"
    mine.write_text(mine.read_text("utf-8").replace("De lege winkel", "Van mij"), "utf-8")

    again = looked(file, own)
    assert again.verdict is Verdict.REPLACES
    assert add(again, own, T).scenario is None
    assert load(mine).title == "Van mij"

    assert add(again, own, T, replacing=True).scenario == mine
    assert load(mine).title == "De lege winkel"


@pytest.mark.parametrize("replacing", [True, False])
def test_the_id_of_a_shipped_scenario_stays_with_it(own: Path, *, replacing: bool) -> None:
    offer = looked(scenarios_dir() / "f1-de-schakel", own)

    assert offer.verdict is Verdict.SHIPPED
    assert codes(offer) == ["shipped-id"]
    assert "De Schakel" in offer.problems[0].message_in(T)
    assert add(offer, own, T, replacing=replacing).scenario is None
    assert not own.exists()


def test_a_folder_with_mistakes_shows_them_with_their_lines(folder: Path, own: Path) -> None:
    file = folder / "scenario.yaml"
    file.write_text(file.read_text("utf-8").replace("label:", "lable:", 1), encoding="utf-8")

    offer = looked(folder, own)

    assert offer.verdict is Verdict.BROKEN
    assert offer.pack.title == "De lege winkel"
    assert any(one.is_error and one.line > 1 for one in offer.problems)
    assert add(offer, own, T).scenario is None


def test_a_folder_without_a_scenario_says_so(tmp_path: Path, own: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()

    offer = looked(empty, own)

    assert (offer.verdict, codes(offer)) == (Verdict.BROKEN, ["no-scenario"])


@pytest.mark.parametrize(("name", "data"), list(hostile())[::8])
def test_a_hostile_pack_is_only_looked_at(
    name: str, data: bytes, tmp_path: Path, own: Path
) -> None:
    file = tmp_path / "pak.zip"
    file.write_bytes(data)

    offer = looked(file, own)

    assert offer.verdict is Verdict.BROKEN
    assert add(offer, own, T).scenario is None


def test_a_scenario_with_a_taken_id_in_ones_own_folder_cannot_be_played(own: Path) -> None:
    file = new_scenario("De lege winkel", own, T)
    text = file.read_text("utf-8").replace("id: de-lege-winkel", "id: f1-de-schakel")
    file.write_text(text, encoding="utf-8")

    entries = Library([scenarios_dir(), own]).entries()

    (mine,) = [one for one in entries if one.path == file]
    assert not mine.is_playable
    (problem,) = mine.problems
    assert problem.code == "double-id"
    assert text.splitlines()[problem.line - 1][problem.column - 1 :] == "f1-de-schakel"
    assert sum(one.is_playable and one.scenario.id == "f1-de-schakel" for one in entries) == 1  # type: ignore[union-attr] # playable ones have a scenario
