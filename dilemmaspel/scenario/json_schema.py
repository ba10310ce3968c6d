"""A JSON Schema of the scenario format and the roles file, written from the keys of `schema.py`.

An editor that knows JSON Schema completes and explains every key with it. It holds what can be
said of one value at a time; what values mean together is for the checks.
"""

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from dilemmaspel.game.terms import Status
from dilemmaspel.problems import EnvironmentTrouble, reason_of
from dilemmaspel.scenario.kinds import (
    ID,
    YES_NO,
    Choice,
    Condition,
    Either,
    Exact,
    Format,
    Kind,
    ListOf,
    MapOf,
    Name,
    Text,
    Truth,
    Whole,
)
from dilemmaspel.scenario.records import Key, Record, all_records
from dilemmaspel.scenario.schema import (
    CONDITION_MEANINGS,
    CONDITION_TESTS,
    INDICATORS,
    OUTLINE_HEAD,
    ROLES,
    SCENARIO,
)
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words import INDICATORS as INDICATOR_WORDS

Schema = dict[str, Any]
"""A part of a schema, as JSON has it."""

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
"""The edition of JSON Schema in which both are written."""
SCENARIO_SCHEMA: Final = "scenario.schema.json"
ROLES_SCHEMA: Final = "roles.schema.json"
"""The names of the files in a folder with scenarios, beside `roles.yaml`."""

_FRACTION: Final = r"^[+-]?(?:0|[1-9][0-9]{0,8})/[1-9][0-9]{0,8}$"
_ID: Final = "#/$defs/id"
_ONE_KEY: Final = {"type": "object", "minProperties": 1, "maxProperties": 1}


def scenario_schema(texts: Texts) -> Schema:
    """Give the schema of `scenario.yaml`, explained in the language of the texts.

    Of an outline only the head has to be in order, as for the checks.
    """
    outline = {**_record(OUTLINE_HEAD, texts), "additionalProperties": True}
    is_outline = {"properties": {"status": {"const": str(Status.OUTLINE)}}, "required": ["status"]}
    return {
        "$schema": DIALECT,
        "title": texts(mark("A scenario of Dilemmaspel")),
        "type": "object",
        "if": is_outline,
        "then": outline,
        "else": {"$ref": _place(SCENARIO)},
        "$defs": _definitions(SCENARIO, texts),
    }


def roles_schema(texts: Texts) -> Schema:
    """Give the schema of `roles.yaml`, explained in the language of the texts."""
    return {
        "$schema": DIALECT,
        "title": texts(mark("The roles of Dilemmaspel")),
        "$ref": _place(ROLES),
        "$defs": {**{one.name: _record(one, texts) for one in all_records(ROLES)}, "id": _id()},
    }


def written(schema: Schema) -> str:
    """Write a schema as it stands in a file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def cannot_write(folder: Path, error: OSError) -> EnvironmentTrouble:
    """Say that nothing can be put in a folder with scenarios."""
    return EnvironmentTrouble(
        mark("Nothing can be written in “{folder}” ({reason})."),
        "",
        mark("Make room, or choose another folder."),
        folder=folder,
        reason=reason_of(error),
    )


def put_schemas(folder: Path, texts: Texts) -> None:
    """Put both schemas in a folder with scenarios, where the first line of a scenario points.

    A folder that cannot be written raises EnvironmentTrouble.
    """
    both = {SCENARIO_SCHEMA: scenario_schema(texts), ROLES_SCHEMA: roles_schema(texts)}
    try:
        for name, schema in both.items():
            (folder / name).write_text(written(schema), encoding="utf-8", newline="\n")
    except OSError as error:
        raise cannot_write(folder, error) from error


def _definitions(top: Record, texts: Texts) -> Schema:
    found = {one.name: _record(one, texts) for one in all_records(top)}
    for test in CONDITION_TESTS.values():
        if isinstance(test, Record):
            found.update({one.name: _record(one, texts) for one in all_records(test)})
    return {**found, "condition": _condition(texts), "id": _id()}


def _place(one: Record) -> str:
    return f"#/$defs/{one.name.replace(' ', '%20')}"


def _record(one: Record, texts: Texts) -> Schema:
    made: Schema = {
        "type": "object",
        "properties": {name: _key(key, texts) for name, key in one.keys.items()},
        "additionalProperties": False,
    }
    if one.required:
        made["required"] = [key.name for key in one.required]
    return made


def _key(key: Key, texts: Texts) -> Schema:
    meaning = texts(key.meaning)
    if not key.default:
        return {"description": meaning, **_value(key.kind, texts)}
    without = texts(mark("Without this key: {default}."), default=key.default)
    default = _default(key.kind, key.default)
    return {"description": f"{meaning} {without}", "default": default, **_value(key.kind, texts)}


def _default(kind: Kind, text: str) -> object:
    match kind:
        case Whole() if text != kind.or_word:
            return int(text)
        case Truth():
            return text == "true"
        case ListOf():
            return [one.strip() for one in text.strip("[]").split(",")]
    return text


def _value(kind: Kind, texts: Texts) -> Schema:
    match kind:
        case Record():
            return {"$ref": _place(kind)}
        case Text():
            return _text(kind)
        case Name():
            return _name(kind)
        case Whole():
            number: Schema = {"type": "integer", "minimum": kind.low, "maximum": kind.high}
            return number if kind.or_word is None else {"anyOf": [number, {"const": kind.or_word}]}
        case Exact():
            return {"anyOf": [_number(kind), {"type": "string", "pattern": _FRACTION}]}
        case Truth():
            return {"type": "boolean"}
        case Choice():
            return {"enum": [str(one) for one in kind.known]}
        case Format():
            return {"const": kind.wanted}
        case Condition():
            return {"$ref": "#/$defs/condition"}
    return _compound(kind, texts)


def _compound(kind: Kind, texts: Texts) -> Schema:
    match kind:
        case ListOf():
            return _list(kind, texts)
        case MapOf():
            return _map(kind, texts)
        case Either():
            return {"anyOf": [_value(kind.word, texts), _value(kind.other, texts)]}
    raise TypeError(f"JSON Schema has no words yet for {kind!r}.")


def _text(kind: Text) -> Schema:
    """A text; one that looks like a number or as yes or no stays a text for the reader."""
    made: Schema = {"type": ["string", "number", "boolean"], "maxLength": kind.max_characters}
    return made if kind.may_be_empty else {**made, "pattern": r"\S"}


def _name(kind: Name) -> Schema:
    if kind.kind == "indicator":
        return {"enum": list(INDICATORS)}
    return {"$ref": _ID}


def _id() -> Schema:
    return {"type": "string", "pattern": f"^{ID.pattern}$", "not": {"enum": sorted(YES_NO)}}


def _number(kind: Exact) -> Schema:
    return {"type": "number", "minimum": _plain(kind.low), "maximum": _plain(kind.high)}


def _plain(number: Fraction) -> int | float:
    return int(number) if number.denominator == 1 else float(number)


def _list(kind: ListOf, texts: Texts) -> Schema:
    item = _value(kind.item, texts)
    made: Schema = {"type": "array", "items": item, "maxItems": kind.high}
    if kind.low:
        made["minItems"] = kind.low
    if kind.unique:
        made["uniqueItems"] = True
    others = [item] if kind.or_one else []
    if kind.or_word is not None:
        others.append({"const": kind.or_word})
    return {"anyOf": [made, *others]} if others else made


def _map(kind: MapOf, texts: Texts) -> Schema:
    """A mapping; names that are known beforehand are keys that an editor can complete."""
    known = _known_names(kind.name, texts)
    value = _value(kind.value, texts)
    if known is None:
        names = _value(kind.name, texts)
        return {"type": "object", "propertyNames": names, "additionalProperties": value}
    keys = {name: ({"description": said} if said else {}) | value for name, said in known.items()}
    made: Schema = {"type": "object", "properties": keys, "additionalProperties": False}
    return made if kind.or_word is None else {"anyOf": [made, {"const": kind.or_word}]}


def _known_names(kind: Kind, texts: Texts) -> Mapping[str, str] | None:
    """The names a key can have, each with what it means; None when an author makes them up."""
    if isinstance(kind, Choice):
        return {str(one): "" for one in kind.known}
    if isinstance(kind, Name) and kind.kind == "indicator":
        words = {one: INDICATOR_WORDS[one] for one in INDICATORS}
        return {one: f"{texts(w.name)}: {texts(w.meaning)}" for one, w in words.items()}
    return None


def _condition(texts: Texts) -> Schema:
    tests = {
        name: {"description": texts(CONDITION_MEANINGS[name]), **_value(kind, texts)}
        for name, kind in CONDITION_TESTS.items()
    }
    one = {**_ONE_KEY, "properties": tests, "additionalProperties": False}
    always = {"const": "always", "description": texts(mark("It always holds."))}
    return {"anyOf": [always, one]}
