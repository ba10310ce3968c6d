"""The handbook as values: subjects with their sections, and finding words in them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import DEFAULT_LANGUAGE, mark

MOST: Final = 40
"""So many places are shown at once; who gets more writes another word."""

_SNIPPET: Final = 90
_HEADING: Final = re.compile(r"^(#{1,3}) +(.+?)\s*$")
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_SIGNS: Final = re.compile(
    r"\*\*|`|(?<!\w)\*|\*(?!\w)|^\s*(?:[-*>] (?:\[ \] )?|\d+\. )", re.MULTILINE
)
_RULE: Final = re.compile(r"^[|\s:-]+$")
_NOT_IN_ANCHORS: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading; the first section of a subject has its title."""

    anchor: str
    title: str
    level: int
    text: str
    """Markdown, without the heading itself."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One page of the handbook."""

    file: str
    title: str
    text: str
    """The whole page, in Markdown."""
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """All subjects in their order, and the folder that their pictures are written from."""

    folder: Path
    subjects: tuple[Subject, ...]

    def subject(self, file: str) -> Subject | None:
        """The subject of a file, if there is one."""
        return next((one for one in self.subjects if one.file == file), None)


@dataclass(frozen=True, slots=True)
class Hit:
    """A section in which every word was found."""

    file: str
    subject: str
    section: Section
    snippet: str
    """The words around the first of them, on one line."""


def load_book(folder: Path, language: str) -> Book:
    """Read the handbook; other languages than Dutch get their quick start before it.

    Raises EnvironmentTrouble when the pages are not there.
    """
    own = [] if language == DEFAULT_LANGUAGE else sorted(folder.glob(f"*.{language}.md"))
    files = [*own, *sorted(folder.glob("[0-9]*.md"))]
    try:
        subjects = tuple(_subject(file) for file in files)
    except OSError as error:
        raise _trouble(folder) from error
    if not subjects:
        raise _trouble(folder)
    return Book(folder, subjects)


def _trouble(folder: Path) -> EnvironmentTrouble:
    return EnvironmentTrouble(
        mark("The handbook cannot be read in {folder}."),
        mark("Nothing is lost."),
        mark("Install the game again; then it comes back."),
        folder=folder,
    )


def _subject(file: Path) -> Subject:
    text = file.read_text(encoding="utf-8")
    sections = tuple(_sections(text))
    title = sections[0].title if sections else file.stem
    return Subject(file.name, title, text, sections)


def _sections(text: str) -> Iterator[Section]:
    heading: tuple[int, str] | None = None
    lines: list[str] = []
    fenced = False
    for line in text.splitlines():
        fenced ^= line.startswith("```")
        found = None if fenced else _HEADING.match(line)
        if found is None:
            lines.append(line)
            continue
        if heading is not None:
            yield _section(*heading, lines)
        heading, lines = (len(found[1]), found[2]), []
    if heading is not None:
        yield _section(*heading, lines)


def _section(level: int, title: str, lines: list[str]) -> Section:
    return Section(anchor_of(title), title, level, "\n".join(lines).strip())


def anchor_of(title: str) -> str:
    """How a link names a heading: small letters and digits with lines between them."""
    return _NOT_IN_ANCHORS.sub("-", folded(title)).strip("-")


def plain(text: str) -> str:
    """The words of a Markdown text, without its signs; a row of a table is one line."""
    lines = [line for line in text.splitlines() if not line.startswith("```")]
    rows = [_row(line) for line in lines if not ("|" in line and _RULE.match(line))]
    return _SIGNS.sub("", _LINK.sub(r"\1", "\n".join(rows)))


def _row(line: str) -> str:
    if not line.startswith("|"):
        return line
    cells = (cell.strip() for cell in line.strip("| ").split("|"))
    return ". ".join(cell.rstrip(".") for cell in cells if cell)


def folded(text: str) -> str:
    """A text in small letters without accents, for comparing."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def find(book: Book, query: str) -> tuple[Hit, ...]:
    """Find the sections that hold every word of the query; headings that do come first.

    Capitals and accents make no difference, and a part of a word is enough.
    """
    words = folded(query).split()
    if not words:
        return ()
    found: list[tuple[int, Hit]] = []
    for subject in book.subjects:
        for section in subject.sections:
            text = plain(section.text)
            title, body = folded(section.title), folded(text)
            if all(word in title or word in body for word in words):
                weight = sum(10 * (word in title) + body.count(word) for word in words)
                hit = Hit(subject.file, subject.title, section, snippet(text, words[0]))
                found.append((weight, hit))
    found.sort(key=lambda one: -one[0])
    return tuple(hit for _, hit in found[:MOST])


def snippet(text: str, word: str) -> str:
    """The words around the first place of a folded word, or those that the text begins with."""
    words = text.split()
    at = next((n for n, one in enumerate(words) if word in folded(one)), 0)
    first, last = at, at
    while last + 1 < len(words) or first > 0:
        wider = (max(0, first - 1), min(len(words) - 1, last + 1))
        if len(" ".join(words[wider[0] : wider[1] + 1])) > _SNIPPET:
            break
        first, last = wider
    before = "… " if first > 0 else ""
    after = " …" if last + 1 < len(words) else ""
    return f"{before}{' '.join(words[first : last + 1])}{after}"
