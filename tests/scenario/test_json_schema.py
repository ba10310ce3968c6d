"""The JSON Schemas that editors use: they say yes to what we ship, and no to slips."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.json_schema import (
    ROLES_SCHEMA,
    SCENARIO_SCHEMA,
    put_schemas,
    roles_schema,
    scenario_schema,
)
from dilemmaspel.scenario.library import ROLES_FILE, scenario_files
from dilemmaspel.scenario.schema import INDICATORS
from dilemmaspel.texts import Texts
from tests.scenario.editor import read
from tests.scenario.packs import GOOD, SAMPLES
from tests.scenario.packs import ROLES as GOOD_ROLES

SHIPPED = {file.parent.name: file for file in scenario_files(scenarios_dir())}


@cache
def scenario_validator() -> Draft202012Validator:
    return Draft202012Validator(scenario_schema(Texts("nl")))


@cache
def roles_validator() -> Draft202012Validator:
    return Draft202012Validator(roles_schema(Texts("nl")))


def slips(text: str) -> list[str]:
    """Where an editor would draw a line under something, as the path of its keys."""
    errors = scenario_validator().iter_errors(read(text))
    return [".".join(map(str, error.absolute_path)) for error in errors]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_both_schemas_are_sound_in_both_languages(language: str) -> None:
    for schema in (scenario_schema(Texts(language)), roles_schema(Texts(language))):
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scenario_is_as_the_schema_says(name: str) -> None:
    assert slips(SHIPPED[name].read_text(encoding="utf-8")) == []


def test_the_sample_with_nearly_every_key_is_as_the_schema_says() -> None:
    assert slips(GOOD) == []


@pytest.mark.parametrize("file", [scenarios_dir() / ROLES_FILE, SAMPLES / ROLES_FILE])
def test_the_roles_are_as_the_schema_says(file: Any) -> None:
    assert list(roles_validator().iter_errors(read(file.read_text(encoding="utf-8")))) == []


SPOILED = {
    "an unknown key": ("theme: funding", "teme: funding"),
    "a word off the list": ("theme: funding", "theme: money"),
    "another format": ("schema: dilemmaspel/1", "schema: dilemmaspel/9"),
    "a number that is none": ("version: 1", "version: one"),
    "a number off the scale": ("version: 1", "version: 0"),
    "an id that reads as no": ("  - id: d1\n", "  - id: no\n"),
    "an indicator that is none": ("drift: {druk_op_zorg:", "drift: {drukte:"),
    "a text left empty": ("title: De Schakel – geld voor nu of voor later?", 'title: ""'),
    "a list that is none": ("learning_goals:\n", "learning_goals: leren\nsensitivity_:\n"),
    "a condition with two tests": (
        "    when: {",
        "    when: {round: {op: '>=', value: 1}, ",
    ),
}


@pytest.mark.parametrize("slip", SPOILED)
def test_a_slip_is_seen(slip: str) -> None:
    old, new = SPOILED[slip]
    text = SHIPPED["f1-de-schakel"].read_text(encoding="utf-8")
    assert old in text

    assert slips(text.replace(old, new, 1)) != []


def test_a_slip_in_the_roles_is_seen() -> None:
    spoiled = GOOD_ROLES.replace("lens: {", "lens: {vrede: 3, ", 1)
    assert spoiled != GOOD_ROLES

    assert list(roles_validator().iter_errors(read(spoiled))) != []


def test_of_an_outline_only_the_head_has_to_be_in_order() -> None:
    head = "schema: dilemmaspel/1\nid: idee\nversion: 1\ntitle: Een idee\nstatus: outline\n"

    assert slips(f"{head}dilemmas:\n  - losse gedachten\n") == []
    assert slips(head.replace("version: 1", "version: eerste")) == ["version"]


def test_texts_that_look_like_numbers_stay_texts() -> None:
    text = "schema: dilemmaspel/1\nid: jaar\nversion: 1\nstatus: outline\ntitle: 2030\n"

    assert slips(text) == []


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a schema."""
    if isinstance(schema, dict):
        yield schema
        for inside in schema.values():
            yield from parts(inside)
    elif isinstance(schema, list):
        for inside in schema:
            yield from parts(inside)


def explained(schema: Any) -> Iterator[str]:
    """The explanation of every key of a group or a condition."""
    groups = [
        *schema["$defs"].values(),
        schema["$defs"].get("condition", {"anyOf": [{}]})["anyOf"][1],
    ]
    for group in groups:
        for name, key in group.get("properties", {}).items():
            yield f"{name}: {key['description']}"


def test_every_key_of_a_group_is_explained_in_the_language_that_was_asked() -> None:
    dutch, english = scenario_schema(Texts("nl")), scenario_schema(Texts("en"))
    keys, other = list(explained(dutch)), list(explained(english))
    assert len(keys) > 150
    assert not set(keys) & set(other)


def test_every_place_that_is_pointed_to_is_there() -> None:
    for schema in (scenario_schema(Texts("nl")), roles_schema(Texts("nl"))):
        places = {f"#/$defs/{name.replace(' ', '%20')}" for name in schema["$defs"]}
        assert {one["$ref"] for one in parts(schema) if "$ref" in one} <= places


def test_an_editor_can_complete_every_indicator_in_an_effect() -> None:
    effects = scenario_schema(Texts("nl"))["$defs"]["option"]["properties"]["effects"]

    assert tuple(effects["properties"]) == INDICATORS
    assert all(one["description"] for one in effects["properties"].values())


def test_the_schemas_can_stand_beside_scenarios_of_ones_own(tmp_path: Any) -> None:
    put_schemas(tmp_path, Texts("nl"))

    for name in (SCENARIO_SCHEMA, ROLES_SCHEMA):
        assert (tmp_path / name).read_bytes() == (scenarios_dir() / name).read_bytes()
