import json
from collections.abc import Mapping
from dataclasses import fields, replace
from fractions import Fraction
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.game.ballots import Choice
from dilemmaspel.game.events import Event, NoteAdded, SessionStarted
from dilemmaspel.game.ids import SessionId, frozen
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.setup import Setup
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.library import load
from dilemmaspel.storage.codec import Codec, Packed, PayloadError, built
from dilemmaspel.storage.shapes import ShapeError, parsed, written
from tests.session.room import scenario_of, texts_of

KINDS = get_args(Event)
CODEC = Codec()

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
leaves: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    int: st.integers(),
    bool: st.booleans(),
    type(None): st.none(),
    Fraction: st.fractions(),
}


@cache
def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type of the game."""
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    if hint in leaves:
        return leaves[hint]
    origin, args = get_origin(hint), get_args(hint)
    if origin is tuple and args[-1] is Ellipsis:
        return st.lists(values(args[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*map(values, args))
    if origin is Mapping:
        return st.dictionaries(values(args[0]), values(args[1]), max_size=3).map(frozen)
    if origin is Union or origin is type(int | str):
        return st.one_of(*map(values, args))
    if hasattr(hint, "__members__"):
        return st.sampled_from(list(hint))
    if hint is SessionStarted:
        return st.builds(started, values(Setup), texts)
    hints = get_type_hints(hint)
    return st.builds(hint, **{f.name: values(hints[f.name]) for f in fields(hint)})


def started(setup: Setup, name: str) -> SessionStarted:
    return SessionStarted(SessionId(name), scenario_of(), setup, *texts_of(), "0.1")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_an_event_comes_back_as_it_was(kind: type[Any], data: st.DataObject) -> None:
    event = data.draw(values(kind))  # type: ignore[arg-type]  # a class can be hashed
    packed = CODEC.pack(event)
    assert CODEC.unpack(packed) == event
    assert CODEC.pack(CODEC.unpack(packed)) == packed


@given(values(Choice))
def test_a_choice_comes_back_as_it_was(choice: Choice) -> None:
    assert parsed(Choice, written(Choice, choice)) == choice


def test_maps_are_written_in_the_order_of_their_keys() -> None:
    assert written(Choice, {"b": 1, "a": 2}) == '{"a":2,"b":1}'


def test_a_start_keeps_the_hashes_of_its_texts() -> None:
    record = json.loads(CODEC.pack(started(Setup(), "s")).payload)
    assert "scenario" not in record
    assert len(record["scenario_sha256"]) == len(record["roles_sha256"]) == 64


def test_a_start_whose_text_was_changed_is_not_read() -> None:
    packed = CODEC.pack(started(Setup(), "s"))
    changed = replace(packed, payload=packed.payload.replace("De Schakel", "De Schakels", 1))
    with pytest.raises(PayloadError, match="does not have its hash"):
        CODEC.unpack(changed)


def test_a_scenario_that_this_version_cannot_read_is_told() -> None:
    def unreadable(_text: str, _roles: str) -> Scenario:
        raise ValueError("no such key")

    packed = CODEC.pack(started(Setup(), "s"))
    with pytest.raises(PayloadError, match="its scenario cannot be read: no such key"):
        Codec(unreadable).unpack(packed)


@pytest.mark.parametrize("folder", ["f1-de-schakel", "p1-de-volle-wachtkamer"])
def test_a_log_reads_the_scenario_that_was_played(folder: str) -> None:
    loaded = load(scenarios_dir() / folder / "scenario.yaml")
    assert built(loaded.text, loaded.roles_text) == loaded.scenario


NOTE = '{"dilemma":null,"kind":"quick","phase":"talk","text":"x"}'


@pytest.mark.parametrize(
    ("kind", "payload", "words"),
    [
        ("NoteAdded", "{", "is no JSON"),
        ("NoteAdded", "[]", "is no object"),
        ("NoteAdded", "{}", "missing"),
        ("NoteAdded", NOTE.replace("}", ',"more":1}'), r"unknown \['more'\]"),
        ("NoteAdded", NOTE.replace('"x"', "1"), "text: 1 is no text"),
        ("NoteAdded", NOTE.replace("quick", "slow"), "'slow' is no NoteKind"),
        ("NoteAdded", NOTE.replace("null", "3"), "dilemma: 3 has no shape that fits"),
        ("Invented", "{}", "is newer than this program"),
        ("PageTurned", '{"page":true}', "page: True is no whole number"),
        ("PageTurned", '{"page":1.5}', "page: 1.5 is no whole number"),
        ("Blanked", '{"on":1}', "on: 1 is neither true nor false"),
        ("PlanChanged", '{"plan":"d1"}', "plan: 'd1' is no list"),
    ],
)
def test_a_payload_that_does_not_fit_is_told(kind: str, payload: str, words: str) -> None:
    with pytest.raises(PayloadError, match=words):
        CODEC.unpack(Packed(kind, 1, payload))


@pytest.mark.parametrize("text", ['"1"', '"1/0"', '"a/b"', '"1/-2"', "1", '"/"'])
def test_a_fraction_that_is_none_is_not_read(text: str) -> None:
    with pytest.raises(ShapeError):
        parsed(Fraction, text)


@pytest.mark.parametrize("value", ["1/2", 0.5, None])
def test_only_exact_numbers_are_written_as_fractions(value: object) -> None:
    with pytest.raises(ShapeError):
        written(Fraction, value)


def test_a_newer_version_of_an_event_is_not_read() -> None:
    with pytest.raises(PayloadError, match="version 2 is newer"):
        CODEC.unpack(Packed("NoteAdded", 2, NOTE))


def test_an_older_version_is_lifted_step_by_step() -> None:
    codec = Codec(
        versions={"NoteAdded": 3},
        lifters={
            ("NoteAdded", 1): lambda old: {**old, "said": old["words"]},
            ("NoteAdded", 2): lambda old: {
                "text": old["said"],
                "kind": "quick",
                "dilemma": None,
                "phase": "talk",
            },
        },
    )
    event = codec.unpack(Packed("NoteAdded", 1, '{"words":"hello"}'))
    assert isinstance(event, NoteAdded)
    assert event.text == "hello"
    assert codec.pack(event).version == 3


def test_an_older_version_without_a_way_up_is_told() -> None:
    with pytest.raises(PayloadError, match="has no way up"):
        Codec(versions={"NoteAdded": 2}).unpack(Packed("NoteAdded", 1, NOTE))
