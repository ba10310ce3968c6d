"""A scenario goes from one laptop to another, and is played there."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from dilemmaspel.paths import own_scenarios_dir, scenarios_dir
from dilemmaspel.scenario.pack_export import export_pack
from dilemmaspel.scenario.starting import new_scenario
from dilemmaspel.texts import Texts
from tests.e2e.facilitator import Facilitator


def test_a_pack_of_another_laptop_is_added_and_played(leads: Facilitator, tmp_path: Path) -> None:
    made = new_scenario("De lege winkel", tmp_path / "other laptop", Texts("nl"))
    assert export_pack(made.parent, tmp_path / "winkel.zip", Texts("nl")) == ()

    leads.press("toOpen")
    leads.app.packs.look_at(tmp_path / "winkel.zip")
    leads.wait(lambda: leads.can_press("packAdd"))
    leads.press("packAdd")
    assert leads.app.window.shown == "setup"
    leads.press("toLobby")
    leads.wait(lambda: leads.app.evening is not None)

    assert leads.state.scenario.id == "de-lege-winkel"
    assert (own_scenarios_dir() / "de-lege-winkel" / "scenario.yaml").is_file()


def test_ones_own_scenarios_stand_beside_those_of_the_game(leads: Facilitator) -> None:
    new_scenario("De lege winkel", own_scenarios_dir(), Texts("nl"))
    leads.app.look_for_scenarios()

    ids = {entry.scenario.id for entry in leads.app.entries() if entry.scenario}
    assert "de-lege-winkel" in ids
    assert "f1-de-schakel" in ids


def test_a_folder_of_scenarios_that_was_named_is_the_only_one(
    qapp: QApplication, tmp_path: Path
) -> None:
    new_scenario("De lege winkel", own_scenarios_dir(), Texts("nl"))
    leads = Facilitator(tmp_path / "log.sqlite", scenarios=scenarios_dir())
    ids = {entry.scenario.id for entry in leads.app.entries() if entry.scenario}
    leads.shut()

    assert "de-lege-winkel" not in ids
