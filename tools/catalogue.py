"""Merge the translations into one catalogue, and write the form that the app reads.

    python -m tools.catalogue

Takes every message from the code, its Dutch from `assets/locale/nl/parts/*.po` or else from the
catalogue as it was, drops what no code says any more, and names what is still to be translated.
"""

import ast
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from string import Formatter
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = ROOT / "dilemmaspel"
LOCALE: Final = ROOT / "assets" / "locale" / "nl"
CATALOGUE: Final = LOCALE / "LC_MESSAGES" / "dilemmaspel.po"
PARTS: Final = LOCALE / "parts"

_SINGULAR: Final = frozenset({"t", "_t", "mark"})
_PLURAL: Final = "plural"
_COMMENT: Final = "# The Dutch words of Dilemmaspel; written by tools/catalogue.py."

Translation = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A message in the code; `many` is its plural, `places` the modules that say it."""

    one: str
    many: str | None
    places: tuple[str, ...] = ()

    @property
    def key(self) -> str | tuple[str, str]:
        """The id by which the catalogue knows it."""
        return self.one if self.many is None else (self.one, self.many)


class _DutchCatalogue(Catalog):
    """A catalogue whose header holds no date or version: the same words give the same bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "Dilemmaspel"),
            ("Language", "nl"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]


@dataclass(frozen=True, slots=True)
class Merged:
    """The catalogue, and what is wrong with it, in one sentence each."""

    catalogue: Catalog
    problems: tuple[str, ...]


def messages_in(package: Path) -> tuple[Message, ...]:
    """Every message that the modules of a package say, in the order of their text."""
    found: dict[str, Message] = {}
    for module in sorted(package.rglob("*.py")):
        place = module.relative_to(package.parent).as_posix()
        for one, many in _said(ast.parse(module.read_text(encoding="utf-8"))):
            known = found.get(one, Message(one, None))
            places = tuple(dict.fromkeys((*known.places, place)))
            found[one] = Message(one, many or known.many, places)
    return tuple(found[one] for one in sorted(found))


def _said(tree: ast.Module) -> Iterator[tuple[str, str | None]]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func, [first, *_]) if _called(func) in _SINGULAR:
                yield from ((one, None) for one in _literals(first) if one)
            case ast.Call(func, [first, second, *_]) if _called(func) == _PLURAL:
                yield from zip(_literals(first), _literals(second), strict=False)


def _literals(expression: ast.expr) -> Iterator[str]:
    """The texts that an argument can be: one, or either side of an `if`."""
    match expression:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _literals(body)
            yield from _literals(orelse)


def _called(function: ast.expr) -> str:
    """The name that is called; words that are asked of the command line count as `t`."""
    match function:
        case ast.Name(id="texts") | ast.Call(func=ast.Name(id="texts_here")):
            return "t"
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def read(file: Path) -> Catalog:
    """Read a catalogue or a fragment of one; a missing file is an empty catalogue."""
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    return read_po(StringIO(text), locale="nl")


def merge(wanted: Iterable[Message], known: Catalog, parts: Sequence[Catalog]) -> Merged:
    """Give every wanted message its translation: from the parts, or else from what was known."""
    translated, problems = _translations(parts)
    catalogue = _empty()
    for message in wanted:
        words = translated.get(message.one) or _words(known, message.one)
        fitting = _fitting(message, words)
        catalogue.add(
            message.key, fitting or "", locations=[(place, 0) for place in message.places]
        )
        problems.extend(complaints(message, fitting))
    return Merged(catalogue, tuple(problems))


def _translations(parts: Sequence[Catalog]) -> tuple[dict[str, Translation], list[str]]:
    translated: dict[str, Translation] = {}
    problems: list[str] = []
    for part in parts:
        for entry in part:
            one = entry.id if isinstance(entry.id, str) else entry.id[0]
            words = _words(part, one)
            if not one or not words:
                continue
            if translated.setdefault(one, words) != words:
                problems.append(f"Two translations of {one!r}: {translated[one]!r} and {words!r}.")
    return translated, problems


def _words(catalogue: Catalog, one: str) -> Translation | None:
    entry = catalogue.get(one)
    if entry is None or entry.fuzzy:
        return None
    return entry.string if isinstance(entry.string, str) else tuple(entry.string or ())


def _fitting(message: Message, words: Translation | None) -> Translation | None:
    """The translation if it has the forms that the message asks for, else None."""
    if not words or isinstance(words, str) != (message.many is None):
        return None
    return words if all(words) else None


def complaints(message: Message, words: Translation | None) -> list[str]:
    """What is wrong with one translation: it is not there, or its placeholders differ."""
    where = ", ".join(message.places)
    if not words:
        return [f"Not translated: {message.one!r} ({where})."]
    if isinstance(words, str):
        fits = placeholders(words) == placeholders(message.one)
    else:  # the singular may leave the number out: "one vote"
        most = placeholders(message.many or message.one)
        fits = placeholders(words[-1]) == most and placeholders(words[0]) | {"n"} == most | {"n"}
    return [] if fits else [f"The placeholders of {message.one!r} differ in {words!r} ({where})."]


def placeholders(message: str) -> frozenset[str]:
    """The names between braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(message) if name is not None)


def _empty() -> Catalog:
    return _DutchCatalogue(locale="nl", fuzzy=False, header_comment=_COMMENT)


def compiled(catalogue: Catalog) -> bytes:
    """The bytes of the `.mo` file."""
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def written(catalogue: Catalog) -> bytes:
    """The bytes of the `.po` file, sorted by message."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=100, sort_output=True, include_lineno=False)
    return buffer.getvalue()


def main() -> int:
    """Merge, write both files, and say what is missing; 1 when something is."""
    parts = [read(file) for file in sorted(PARTS.glob("*.po"))]
    wanted = messages_in(PACKAGE)
    merged = merge(wanted, read(CATALOGUE), parts)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(written(merged.catalogue))
    CATALOGUE.with_suffix(".mo").write_bytes(compiled(merged.catalogue))
    for problem in merged.problems:
        print(problem)
    print(f"{len(wanted)} messages, {len(merged.problems)} problems.")
    return 1 if merged.problems else 0


if __name__ == "__main__":
    sys.exit(main())
