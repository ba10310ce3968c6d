"""What `dilemmaspel check` does: every problem of every file, for people or for programs."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, Literal, TextIO

from dilemmaspel.problems import Problem, sorted_problems
from dilemmaspel.scenario import syntax_words as words
from dilemmaspel.scenario.content import Figures, check_content, table
from dilemmaspel.scenario.findings import TOP, Findings
from dilemmaspel.scenario.library import (
    ROLES_FILE,
    SCENARIO_FILE,
    Loaded,
    Roles,
    load_roles,
    load_with,
    roles_file_for,
)
from dilemmaspel.scenario.reader import read_text
from dilemmaspel.scenario.schema import ROLES_FORMAT
from dilemmaspel.texts import Texts, mark

MANY: Final = 20
"""Above this number of files, progress is told."""

Form = Literal["text", "json"]
Progress = Callable[[int, int], None]
"""Hears how many files are done, and of how many."""

_ENDINGS: Final = ("*.yaml", "*.yml")
_HEAD: Final = 4096
_ROLES_NAME: Final = ROLES_FORMAT.partition("/")[0].encode()


def run_check(
    paths: Iterable[Path],
    form: Form,
    out: TextIO,
    texts: Texts,
    progress: Progress | None = None,
) -> int:
    """Check files and folders and write what is wrong with them.

    Text is silent when all is well; JSON is always a list. Gives the exit code: 0, or 1 when
    there are errors. With many files `progress` hears how many are done, and of how many.
    """
    found = _problems(paths, _Checker(), progress)
    _write(found, form, out, texts)
    return 1 if any(one.is_error for one in found) else 0


def run_content(
    paths: Iterable[Path], form: Form, out: TextIO, texts: Texts, *, verbose: bool = False
) -> int:
    """Check files and folders, and also whether what they tell is fair and easy to read.

    With `verbose` the figures of every scenario follow, in text only. Gives 1 when there is any
    problem, a warning too: this is the bar for what is shipped.
    """
    checker = _ContentChecker()
    found = _problems(paths, checker)
    _write(found, form, out, texts)
    if verbose and form == "text":
        out.write("\n" if found else "")
        out.write(table(checker.figures, texts))
    return 1 if found else 0


def figures_in(folder: Path) -> tuple[Figures, ...]:
    """Give the figures of every scenario in a folder that can be played, by name."""
    checker = _ContentChecker()
    _problems([folder], checker)
    return tuple(checker.figures)


def _write(found: tuple[Problem, ...], form: Form, out: TextIO, texts: Texts) -> None:
    if form == "json":
        records = [one.as_record(texts) for one in found]
        out.write(json.dumps(records, ensure_ascii=False, indent=2) + "\n")
    elif found:
        out.write("\n\n".join(one.text(texts) for one in found))
        out.write(f"\n\n{_summary(found, texts)}\n")


def _problems(
    paths: Iterable[Path], checker: "_Checker", progress: Progress | None = None
) -> tuple[Problem, ...]:
    found: list[Problem] = []
    files: list[Path] = []
    for path in paths:
        inside = tuple(_files(path))
        files.extend(inside)
        if not inside:
            findings = Findings(str(path), "")
            findings.add(words.NOTHING_TO_CHECK, TOP)
            found.extend(findings.problems())
    unique = tuple(dict.fromkeys(files))
    for number, file in enumerate(unique, 1):
        found.extend(checker.check(file))
        if progress is not None and len(unique) > MANY:
            progress(number, len(unique))
    return tuple(found)


def _files(path: Path) -> Iterator[Path]:
    """The files to check: the path itself, the scenario in it, or all scenarios below it."""
    if not path.is_dir():
        yield path
        return
    own = path / SCENARIO_FILE
    if own.is_file():
        yield own
        return
    loose = (file for ending in _ENDINGS for file in path.glob(ending))
    below = (*path.rglob(SCENARIO_FILE), *path.rglob(ROLES_FILE))
    found = sorted({*loose, *below})
    yield from (file for file in found if not _is_hidden(file.relative_to(path)))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


class _Checker:
    """Checks files one by one; a roles file is read once and its problems are told once."""

    def __init__(self) -> None:
        self._roles: dict[Path, Roles] = {}
        self._told: set[Path] = set()

    def check(self, file: Path) -> tuple[Problem, ...]:
        if file.suffix.lower() == ".zip" and file.is_file():
            return _pack_problems(file)
        if _is_roles_file(file):
            return self._roles_problems(file)
        roles_file = roles_file_for(file)
        loaded = load_with(file, self._load_roles(roles_file))
        own = tuple(one for one in loaded.problems if one.file == str(file))
        return (*self._roles_problems(roles_file), *sorted_problems((*own, *self._more(loaded))))

    def _more(self, _: Loaded) -> tuple[Problem, ...]:
        """What else there is to say about a scenario that was read."""
        return ()

    def _roles_problems(self, file: Path) -> tuple[Problem, ...]:
        key = file.resolve()
        if key in self._told:
            return ()
        self._told.add(key)
        return self._load_roles(file).problems

    def _load_roles(self, file: Path) -> Roles:
        key = file.resolve()
        if key not in self._roles:
            self._roles[key] = load_roles(file)
        return self._roles[key]


def _pack_problems(file: Path) -> tuple[Problem, ...]:
    from dilemmaspel.scenario.pack import open_pack  # only for a pack

    return open_pack(file).problems


class _ContentChecker(_Checker):
    """Checks the content as well, and keeps the figures."""

    def __init__(self) -> None:
        super().__init__()
        self.figures: list[Figures] = []

    def _more(self, loaded: Loaded) -> tuple[Problem, ...]:
        document = read_text(loaded.text, str(loaded.path))
        if loaded.scenario is None or document.root is None:
            return ()
        findings = Findings(str(loaded.path), loaded.text)
        self.figures.append(check_content(loaded.scenario, document.root, findings))
        return findings.problems()


def _is_roles_file(file: Path) -> bool:
    if file.name == ROLES_FILE:
        return True
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return False
    return any(line.startswith(b"schema:") and _ROLES_NAME in line for line in head.splitlines())


def _summary(found: tuple[Problem, ...], texts: Texts) -> str:
    errors = sum(1 for one in found if one.is_error)
    warnings = len(found) - errors
    counted = [
        (errors, texts.plural("{n} error", "{n} errors", errors)),
        (warnings, texts.plural("{n} warning", "{n} warnings", warnings)),
    ]
    parts = [said for count, said in counted if count]
    return texts(mark("Found: {parts}."), parts=", ".join(parts))
