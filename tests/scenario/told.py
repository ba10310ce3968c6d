"""What is told about the author errors in `cases/`, in both languages; the golden texts.

    python -m tests.scenario.told

writes `cases/told.nl.txt` and `cases/told.en.txt` anew. Read the difference before you commit it:
these are the words that an author gets to see.
"""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from dilemmaspel.problems import Problem
from dilemmaspel.scenario.library import load
from dilemmaspel.texts import LANGUAGES, Texts

CASES: Final = Path(__file__).with_name("cases")
SHOWN: Final = 5
"""Of a case with many problems only so many are in the golden texts."""


class Expected(NamedTuple):
    """Where one problem of a case is and what kind it is, as placed by hand."""

    line: int
    column: int
    code: str


def expected() -> dict[str, list[Expected]]:
    """The problems of every case, from `cases/expected.txt`."""
    found: dict[str, list[Expected]] = {}
    for row in (CASES / "expected.txt").read_text("utf-8").splitlines():
        name, place, code = row.split()
        line, column = map(int, place.split(":"))
        found.setdefault(name, []).append(Expected(line, column, code))
    return found


def problems_of(name: str) -> tuple[Problem, ...]:
    """What is found in a case; the one of 40 MB is made here."""
    file = CASES / f"{name}.yaml"
    if file.exists():
        return load(file).problems
    with TemporaryDirectory() as folder:
        large = Path(folder) / file.name
        with large.open("wb") as stream:
            stream.truncate(40 * 1024**2)
        return tuple(replace(one, file=str(file)) for one in load(large).problems)


def told(language: str) -> str:
    """The golden text in a language."""
    texts = Texts(language)
    blocks = []
    for name in expected():
        found = [one.text(texts).replace(f"{CASES}/", "") for one in problems_of(name)]
        more = [f"… {len(found) - SHOWN}"] if len(found) > SHOWN else []
        blocks.append("\n".join([f"== {name}", *found[:SHOWN], *more]))
    return "\n\n".join(blocks) + "\n"


if __name__ == "__main__":
    for language in LANGUAGES:
        (CASES / f"told.{language}.txt").write_text(told(language), encoding="utf-8")
