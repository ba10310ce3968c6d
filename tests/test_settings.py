"""Settings survive anything that can happen to their file, and never stop the game."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dilemmaspel.game.ids import frozen
from dilemmaspel.game.setup import Profile, Voting
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.settings import (
    BeamerTheme,
    Settings,
    load_settings,
    save_settings,
    settings_file,
)
from dilemmaspel.texts import Texts

ALL = Settings(
    language="en",
    data_folder="/tmp/log",
    beamer_screen="HDMI-1",
    beamer_theme=BeamerTheme.CONTRAST,
    motion=False,
    picture_height=120,
    farthest_seat=700,
    minutes=frozen({"talk": 9}),
    organisation="Welzijn Waterkant",
    region="Noorderhaven",
    local_contact="Fatma, aan de balie",
    profile=Profile.SHORT,
    voting=Voting.HANDS,
    people=14,
    retention_months=12,
    wifi_name="Buurthuis-gast",
    wifi_password="koffie;metmelk",
    others=frozen({"phones": {"port": 8231}}),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def words(trouble: EnvironmentTrouble | None) -> str:
    assert trouble is not None
    return trouble.message_in(Texts("en"))


def test_without_a_file_everything_is_as_usual(file: Path) -> None:
    found = load_settings(file)
    assert (found.settings, found.trouble) == (Settings(), None)


def test_what_is_saved_is_found_again(file: Path) -> None:
    save_settings(ALL, file)
    found = load_settings(file)
    assert (found.settings, found.trouble) == (ALL, None)


def test_settings_stand_in_the_folder_of_their_owner() -> None:
    save_settings(ALL)
    assert settings_file().is_file()
    assert load_settings().settings == ALL


def test_keys_of_a_newer_version_are_kept(file: Path) -> None:
    file.write_text('{"phones": {"port": 1}, "language": "en"}', encoding="utf-8")
    found = load_settings(file).settings
    save_settings(replace(found, motion=False), file)
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert (kept["phones"], kept["language"], kept["motion"]) == ({"port": 1}, "en", False)


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", '"nl"', "\x00", "[" * 100_000])
def test_a_broken_file_is_set_aside_and_told(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    found = load_settings(file)
    assert found.settings == Settings()
    assert "settings.broken-1.json" in words(found.trouble)
    aside = file.with_name("settings.broken-1.json")
    assert (aside.read_text(encoding="utf-8"), file.exists()) == (text, False)


def test_a_second_broken_file_does_not_replace_the_first(file: Path) -> None:
    for text in ("{", "["):
        file.write_text(text, encoding="utf-8")
        load_settings(file)
    names = sorted(one.name for one in file.parent.glob("*.json"))
    assert names == ["settings.broken-1.json", "settings.broken-2.json"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "klingon"),
        ("motion", "yes"),
        ("picture_height", -3),
        ("picture_height", True),
        ("beamer_theme", "pink"),
        ("minutes", [1]),
        ("minutes", {"talk": "long"}),
        ("people", 10**9),
        ("profile", None),
        ("organisation", 7),
        ("data_folder", "a\0b"),
    ],
)
def test_a_value_that_makes_no_sense_is_left_out_and_named(
    file: Path, name: str, value: object
) -> None:
    file.write_text(json.dumps({name: value, "region": "Noord"}), encoding="utf-8")
    found = load_settings(file)
    assert found.settings == Settings(region="Noord")
    assert name in words(found.trouble)


@given(record=st.dictionaries(st.sampled_from([*ALL.__slots__, "x"]), JSON))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_stops_the_game(tmp_path: Path, record: dict[str, object]) -> None:
    file = tmp_path / "any.json"
    file.write_text(json.dumps(record), encoding="utf-8")
    found = load_settings(file).settings
    save_settings(found, file)
    assert load_settings(file).settings == found


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(EnvironmentTrouble) as caught:
        save_settings(ALL, tmp_path / "taken" / "settings.json")
    assert str(tmp_path / "taken") in words(caught.value)


def test_a_file_that_cannot_be_read_is_left_where_it_is(file: Path) -> None:
    file.mkdir()
    found = load_settings(file)
    assert (found.settings, file.is_dir()) == (Settings(), True)
    assert str(file) in words(found.trouble)


@pytest.mark.parametrize("at", ["fsync", "replace"])
def test_a_save_that_breaks_off_leaves_the_old_file(
    file: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    save_settings(ALL, file)
    holder = os if at == "fsync" else Path
    monkeypatch.setattr(holder, at, failing("disk full"))
    with pytest.raises(EnvironmentTrouble):
        save_settings(Settings(), file)
    monkeypatch.undo()
    assert load_settings(file).settings == ALL
    assert [one.name for one in file.parent.iterdir() if one.is_file()] == [file.name]


def failing(reason: str) -> Callable[..., NoReturn]:
    def fail(*_args: object) -> NoReturn:
        raise OSError(28, reason)

    return fail


def test_letters_grow_with_the_distance_and_never_shrink() -> None:
    assert Settings().reading_scale == 1
    assert Settings(picture_height=150, farthest_seat=1600).reading_scale == 2
    assert Settings(picture_height=300, farthest_seat=400).reading_scale == 1


@pytest.mark.parametrize(("seat", "fine"), [(900, True), (901, False)])
def test_the_farthest_seat_may_be_six_pictures_away(seat: int, fine: bool) -> None:
    assert Settings(picture_height=150, farthest_seat=seat).is_readable is fine
