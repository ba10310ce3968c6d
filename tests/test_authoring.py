"""The commands for people who write scenarios, as they type them."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.preview.window import PreviewWindow
from dilemmaspel.paths import own_scenarios_dir, scenarios_dir
from dilemmaspel.scenario.json_schema import ROLES_SCHEMA, SCENARIO_SCHEMA
from tests.test_cli import SCHAKEL, typed


@pytest.mark.parametrize(("more", "name"), [((), SCENARIO_SCHEMA), (("--roles",), ROLES_SCHEMA)])
def test_the_schema_is_printed_as_it_is_shipped(more: tuple[str, ...], name: str) -> None:
    printed = typed("schema", *more, DILEMMASPEL_LANGUAGE="nl")

    assert printed.exit_code == 0
    assert printed.output == (scenarios_dir() / name).read_text(encoding="utf-8")


def test_the_schema_can_explain_in_english() -> None:
    schema = json.loads(typed("schema", "--language", "en").output)

    said = schema["$defs"]["dilemma"]["properties"]["question"]["description"]
    assert said == "The question of the vote, at most 20 words."


def test_a_new_scenario_is_found_by_its_name_everywhere(home: Path) -> None:
    made = typed("new", "De lege winkel", DILEMMASPEL_LANGUAGE="nl")

    assert made.exit_code == 0
    assert made.output.startswith("Hier staat je scenario: ")
    assert str(own_scenarios_dir() / "de-lege-winkel") in made.output
    assert typed("check", str(own_scenarios_dir())).output == ""
    played = typed("simulate", "de-lege-winkel", "--participants", "4", "--json")
    assert json.loads(played.output)["scenario"] == "de-lege-winkel"


def test_a_second_one_of_that_name_is_refused_in_a_sentence(tmp_path: Path) -> None:
    first = typed("new", "een", "--folder", str(tmp_path))
    second = typed("new", "een", "--folder", str(tmp_path), DILEMMASPEL_LANGUAGE="en")

    assert (first.exit_code, second.exit_code) == (0, 2)
    assert "is there already" in second.output


def test_a_map_is_written_where_it_is_asked(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "kaart.svg"

    told = typed("map", SCHAKEL, "-o", str(file), "--theme", "dark")

    assert told.exit_code == 0
    assert str(file) in told.output
    assert file.read_bytes().startswith(b"<?xml")


def test_a_map_in_words_needs_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    told = typed("map", SCHAKEL, "--text", DILEMMASPEL_LANGUAGE="en")

    assert "d4z (d1 became d)" in told.output
    assert not list(tmp_path.glob("*.svg"))


def test_a_map_of_a_broken_file_tells_what_to_mend(tmp_path: Path) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text("schema: dilemmaspel/1\nid: x\ntitel: y\n", encoding="utf-8")

    told = typed("map", str(file))

    assert told.exit_code == 1
    assert "titel" in told.output


def test_a_preview_opens_its_window_on_the_dilemma_that_was_asked(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []

    def looked(_: object = None) -> int:
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, PreviewWindow)]
        titles.extend(
            label.text() for w in shown for label in w.findChildren(QLabel, "previewTitle")
        )
        return 0

    monkeypatch.setattr(QApplication, "exec", looked)
    told = typed("preview", SCHAKEL, "--dilemma", "d4z")

    assert (told.exit_code, titles) == (0, ["De sleutel wordt zwaar"])


def test_a_preview_of_a_dilemma_that_is_not_there_is_refused_in_a_sentence() -> None:
    told = typed("preview", SCHAKEL, "--dilemma", "d9", DILEMMASPEL_LANGUAGE="en")

    assert told.exit_code == 2
    assert "d1, d2, d3, d4, d4z" in told.output
