"""The reference of both formats, written from the schema so that it cannot fall behind."""

from collections.abc import Iterator
from typing import Final

from dilemmaspel.scenario.kinds import (
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
from dilemmaspel.scenario.schema import CONDITION_TESTS, ROLES, SCENARIO
from dilemmaspel.texts import Texts

_INTRODUCTION: Final = """\
# The scenario format

A scenario is a folder with `scenario.yaml` and its pictures; the roles of all scenarios stand in
`roles.yaml` beside those folders. `dilemmaspel check PATH` tells everything that is wrong with a
file, with the line and how to mend it. `dilemmaspel check PATH --content` also looks whether the
scenario is fair and easy to read; [the figures of those that are shipped](scenarios.md) show how.

This page is written from `dilemmaspel/scenario/schema.py` by
`python -m dilemmaspel.scenario.reference > docs/scenario-format.md`.

## How a file is read

* UTF-8, at most 1 MiB, 20,000 parts, 20 levels deep. Spaces at the start of a line, no tabs.
* Texts stay texts: only `true` and `false` are yes and no, and only keys that ask for a number
  read one. Decimals and fractions such as `2/3` are kept exactly.
* No references (`&`, `*`, `<<`), no tags (`!`), no second document, no key twice.
* A line break inside a text is a space. An empty line starts a paragraph; a line that starts with
  a dash starts a line.
* Put a text between quotes when it holds a colon with a space behind it, or starts with one of
  `" ' - [ { * & ! % @ # | >`.
* An id is 1 to 40 small letters, digits, `-` and `_`, starts with a letter, and is not a word such
  as `yes`, `no`, `on` or `off`.
* Money is in thousands of euros. A round is a year.
"""


def reference(texts: Texts) -> str:
    """Write the whole page as Markdown."""
    return "\n".join([_INTRODUCTION, *_body(texts)])


def _body(texts: Texts) -> Iterator[str]:
    yield "## The scenario file\n"
    told: set[str] = set()
    yield from _chapter(SCENARIO, texts, told)
    yield "## Conditions\n"
    yield "`always`, or one of these keys. `all` and `any` hold a list of conditions, `not` one.\n"
    yield "| Key | Value |\n|---|---|"
    for name, kind in CONDITION_TESTS.items():
        yield f"| `{name}` | {_described(kind)} |"
    yield ""
    for kind in CONDITION_TESTS.values():
        if isinstance(kind, Record):
            yield from _section(kind, texts, told)
    yield "## The roles file\n"
    yield from _chapter(ROLES, texts, told)


def _chapter(top: Record, texts: Texts, told: set[str]) -> Iterator[str]:
    for one in all_records(top):
        yield from _section(one, texts, told)


def _section(one: Record, texts: Texts, told: set[str]) -> Iterator[str]:
    if one.name in told:
        return
    told.add(one.name)
    yield f"### {one.name[0].upper()}{one.name[1:]}\n"
    yield "| Key | Value | Default | Meaning |\n|---|---|---|---|"
    for key in one.keys.values():
        yield _row(key, texts)
    yield ""


def _row(key: Key, texts: Texts) -> str:
    default = "required" if key.required else (f"`{key.default}`" if key.default else "")
    return f"| `{key.name}` | {_described(key.kind)} | {default} | {texts(key.meaning)} |"


def _described(kind: Kind) -> str:
    match kind:
        case Record():
            return f"keys of *{kind.name}*"
        case Text():
            return _text_described(kind)
        case Name():
            return "new id" if kind.gives else f"id: {kind.kind}"
        case Whole():
            other = f" or `{kind.or_word}`" if kind.or_word else ""
            return f"whole number, {kind.low} to {kind.high}{other}"
        case Exact():
            return f"number, {kind.low} to {kind.high}"
        case Truth():
            return "`true` or `false`"
        case Choice():
            return ", ".join(f"`{one}`" for one in kind.known)
        case Format():
            return f"`{kind.wanted}`"
        case Condition():
            return "condition"
        case _:
            return _compound_described(kind)


def _compound_described(kind: Kind) -> str:
    match kind:
        case ListOf():
            word = f", or `{kind.or_word}`" if kind.or_word else ""
            return f"list of {_described(kind.item)}{word}"
        case MapOf():
            return f"{_described(kind.name)} → {_described(kind.value)}"
        case Either():
            return f"{_described(kind.word)}, or {_described(kind.other)}"
    raise TypeError(f"The reference cannot describe {kind!r}.")


def _text_described(kind: Text) -> str:
    if kind.max_words is not None:
        return f"text, at most {kind.max_words} words"
    if kind.max_label_words is not None:
        return f"text, best at most {kind.max_label_words} words"
    return f"text, at most {kind.max_characters} characters"


if __name__ == "__main__":
    import sys

    sys.stdout.write(reference(Texts("en")))
