"""JSON for values by their type hints: one writer and one reader per type, made once.

Numbers stay exact (a fraction is "n/d"), an enum is its value, a map is written in the order of
its keys. The reader is strict: a field that is missing, unknown or of another type is refused.
"""

import json
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import Field, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from dilemmaspel.game.ids import frozen

_SEVERAL: Final = 2

Writer = Callable[[Any], str]
Reader = Callable[[Any], Any]


class ShapeError(ValueError):
    """A value that does not have the shape its type asks for."""


@cache
def writer(hint: Any) -> Writer:
    """The function that writes a value of this type as JSON."""
    hint = _plain(hint)
    if hint in _WRITERS:
        return _WRITERS[hint]
    if _is_enum(hint):
        return {member: encode_basestring(str(member.value)) for member in hint}.__getitem__
    if is_dataclass(hint):
        return record_writer(hint)
    return _WRITERS_BY_ORIGIN[get_origin(hint)](hint)


@cache
def reader(hint: Any) -> Reader:
    """The function that reads a value of this type from what `json.loads` gives."""
    hint = _plain(hint)
    if hint in _READERS:
        return _READERS[hint]
    if _is_enum(hint):
        return _enum_reader(hint)
    if is_dataclass(hint):
        return record_reader(hint)
    return _READERS_BY_ORIGIN[get_origin(hint)](hint)


def record_writer(cls: Any, leave_out: frozenset[str] = frozenset()) -> Writer:
    """The writer of a dataclass: an object with its fields, in the order of their names."""
    hints = get_type_hints(cls)
    names = sorted(field.name for field in fields(cls) if field.name not in leave_out)
    parts = [(f'"{name}":', writer(hints[name])) for name in names]
    if len(names) < _SEVERAL:
        return lambda value: _object(parts, [getattr(value, name) for name in names])
    values_of = attrgetter(*names)
    return lambda value: _object(parts, values_of(value))


def _object(parts: list[tuple[str, Writer]], values: Iterable[Any]) -> str:
    pairs = zip(parts, values, strict=True)
    return "{" + ",".join([label + one(value) for (label, one), value in pairs]) + "}"


def record_reader(cls: Any, given: frozenset[str] = frozenset()) -> Reader:
    """The reader of a dataclass; `given` are fields that the caller has made already."""
    hints = get_type_hints(cls)
    known = fields(cls)
    parts = [(f.name, _given if f.name in given else reader(hints[f.name])) for f in known]
    names = {name for name, _ in parts}

    def read(value: Any) -> Any:
        if not isinstance(value, dict) or value.keys() != names:
            raise ShapeError(_difference(cls, value, known))
        try:
            return cls(*[one(value[name]) for name, one in parts])
        except ShapeError:
            raise ShapeError(_fault(parts, value)) from None

    return read


def _given(value: Any) -> Any:
    return value


def _fault(parts: list[tuple[str, Reader]], value: dict[str, Any]) -> str:
    """The first field that does not fit, and why; only looked for when one does not."""
    for name, one in parts:
        try:
            one(value[name])
        except ShapeError as error:
            return f"{name}: {error}"
    return ""


def _difference(cls: Any, value: Any, known: tuple[Field[Any], ...]) -> str:
    if not isinstance(value, dict):
        return f"{cls.__name__} is an object, not {type(value).__name__}"
    names = {f.name for f in known}
    missing = sorted(names - value.keys())
    unknown = sorted(value.keys() - names)
    return f"{cls.__name__}: missing {missing}, unknown {unknown}"


def _plain(hint: Any) -> Any:
    while isinstance(hint, typing.NewType):
        hint = hint.__supertype__
    return hint


def _is_enum(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Enum)


def _write_fraction(value: Any) -> str:
    if not isinstance(value, int | Fraction):
        raise ShapeError(f"{value!r} is no fraction")
    return f'"{value.numerator}/{value.denominator}"'


def _write_bool(value: Any) -> str:
    return {True: "true", False: "false"}[value]


def _write_none(value: Any) -> str:
    if value is not None:
        raise ShapeError(f"{value!r} is not nothing")
    return "null"


def _tuple_writer(hint: Any) -> Writer:
    args = get_args(hint)
    if args[-1] is Ellipsis:
        one = writer(args[0])
        return lambda value: "[" + ",".join(map(one, value)) + "]"
    parts = tuple(map(writer, args))

    def write(value: Any) -> str:
        pairs = zip(parts, value, strict=True)
        return "[" + ",".join(part(item) for part, item in pairs) + "]"

    return write


def _map_writer(hint: Any) -> Writer:
    key, item = map(writer, get_args(hint))

    def write(value: Any) -> str:
        return "{" + ",".join(key(k) + ":" + item(value[k]) for k in sorted(value)) + "}"

    return write


def _union_writer(hint: Any) -> Writer:
    by_kind = {_kind(arg): writer(arg) for arg in get_args(hint)}
    if len(by_kind) == _SEVERAL and "nothing" in by_kind:
        (only,) = (one for kind, one in by_kind.items() if kind != "nothing")
        return lambda value: "null" if value is None else only(value)

    def write(value: Any) -> str:
        kind = _kind_of(value)
        if kind not in by_kind:
            raise ShapeError(f"{value!r} has no shape that fits")
        return by_kind[kind](value)

    return write


def _kind(hint: Any) -> str:
    """The kind of JSON a type becomes, by which the members of a union are told apart."""
    hint = _plain(hint)
    if hint in _KINDS:
        return _KINDS[hint]
    if _is_enum(hint):
        return "text"
    return "object" if is_dataclass(hint) or get_origin(hint) is not tuple else "list"


def _kind_of(value: Any) -> str:
    kind = _KINDS.get(type(value))
    if kind is None:
        if isinstance(value, str):
            return "text"
        return "list" if isinstance(value, tuple | list) else "object"
    return kind


def _read_text(value: Any) -> str:
    if type(value) is not str:
        raise ShapeError(f"{value!r} is no text")
    return value


def _read_int(value: Any) -> int:
    if type(value) is not int:
        raise ShapeError(f"{value!r} is no whole number")
    return value


def _read_bool(value: Any) -> bool:
    if type(value) is not bool:
        raise ShapeError(f"{value!r} is neither true nor false")
    return value


def _read_none(value: Any) -> None:
    if value is not None:
        raise ShapeError(f"{value!r} is not null")


def _read_fraction(value: Any) -> Fraction:
    above, slash, below = _read_text(value).partition("/")
    if not slash or not above.removeprefix("-").isdecimal() or not below.isdecimal():
        raise ShapeError(f"{value!r} is no fraction")
    if int(below) == 0:
        raise ShapeError(f"{value!r} divides by zero")
    return Fraction(int(above), int(below))


def _enum_reader(hint: Any) -> Reader:
    members = {member.value: member for member in hint}

    def read(value: Any) -> Any:
        if not isinstance(value, str) or value not in members:
            raise ShapeError(f"{value!r} is no {hint.__name__}")
        return members[value]

    return read


def _tuple_reader(hint: Any) -> Reader:
    args = get_args(hint)
    parts = None if args[-1] is Ellipsis else tuple(map(reader, args))
    one = reader(args[0])

    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or (parts and len(parts) != len(value)):
            raise ShapeError(f"{value!r} is no list of this length")
        if parts is None:
            return tuple(map(one, value))
        return tuple(part(item) for part, item in zip(parts, value, strict=True))

    return read


def _map_reader(hint: Any) -> Reader:
    key, item = map(reader, get_args(hint))

    def read(value: Any) -> Mapping[Any, Any]:
        if not isinstance(value, dict):
            raise ShapeError(f"{value!r} is no object")
        return frozen({key(k): item(v) for k, v in value.items()})

    return read


def _union_reader(hint: Any) -> Reader:
    by_kind = {_kind(arg): reader(arg) for arg in get_args(hint)}

    def read(value: Any) -> Any:
        kind = _kind_of(value)
        if kind not in by_kind:
            raise ShapeError(f"{value!r} has no shape that fits")
        return by_kind[kind](value)

    return read


_KINDS: dict[Any, str] = {
    str: "text",
    Fraction: "text",
    int: "number",
    bool: "truth",
    types.NoneType: "nothing",
}
_WRITERS: dict[Any, Writer] = {
    str: encode_basestring,
    int: int.__repr__,
    bool: _write_bool,
    Fraction: _write_fraction,
    types.NoneType: _write_none,
}
_READERS: dict[Any, Reader] = {
    str: _read_text,
    int: _read_int,
    bool: _read_bool,
    Fraction: _read_fraction,
    types.NoneType: _read_none,
}
_WRITERS_BY_ORIGIN: dict[Any, Callable[[Any], Writer]] = {
    tuple: _tuple_writer,
    Mapping: _map_writer,
    Union: _union_writer,
    types.UnionType: _union_writer,
}
_READERS_BY_ORIGIN: dict[Any, Callable[[Any], Reader]] = {
    tuple: _tuple_reader,
    Mapping: _map_reader,
    Union: _union_reader,
    types.UnionType: _union_reader,
}


def written(hint: Any, value: Any) -> str:
    """Write one value of a type as JSON."""
    return writer(hint)(value)


def parsed(hint: Any, text: str) -> Any:
    """Read one value of a type from JSON; raises ShapeError."""
    try:
        return reader(hint)(json.loads(text))
    except json.JSONDecodeError as error:
        raise ShapeError(str(error)) from None
