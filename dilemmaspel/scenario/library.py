"""The scenarios on disk: finding one, loading one with everything that is wrong, listing all."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from dilemmaspel.game.scenario import Role, Scenario
from dilemmaspel.game.terms import Status, Theme
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.problems import EnvironmentTrouble, Problem, reason_of, sorted_problems
from dilemmaspel.scenario import pack_words
from dilemmaspel.scenario import syntax_words as words
from dilemmaspel.scenario.build import build_roles, build_scenario
from dilemmaspel.scenario.checks import check_roles, check_scenario
from dilemmaspel.scenario.findings import TOP, Findings, Spot, nearest
from dilemmaspel.scenario.nodes import text_at
from dilemmaspel.scenario.reader import MAX_BYTES, Document, read_bytes
from dilemmaspel.texts import mark

SCENARIO_FILE: Final = "scenario.yaml"
ROLES_FILE: Final = "roles.yaml"
PICTURES_FOLDER: Final = "pictures"
_ID_LINE: Final = re.compile(r"^id: *([a-z][a-z0-9_-]*)", re.MULTILINE)


class ScenarioNotFoundError(EnvironmentTrouble):
    """No scenario goes by that name, folder or file."""

    def __init__(self, argument: str, near: str | None, known: tuple[str, ...]) -> None:
        if near is not None:
            now = mark("Did you mean “{near}”?")
        elif known:
            now = mark("Choose from: {known}.")
        else:
            now = mark("Give the path of a scenario file or of its folder.")
        super().__init__(
            mark("There is no scenario “{argument}”."),
            "",
            now,
            argument=argument,
            near=near,
            known=", ".join(known),
        )


@dataclass(frozen=True, slots=True)
class Roles:
    """A roles file: its roles when it can be used, its text, and what is wrong with it."""

    path: Path
    text: str
    sha256: str
    roles: tuple[Role, ...] | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario file: the scenario when it can be used, its texts, and what is wrong."""

    path: Path
    scenario: Scenario | None
    """None when there are errors, or when the file is an outline that cannot be played yet."""
    problems: tuple[Problem, ...]
    """Of the scenario and, before those, of its roles file."""
    text: str
    """The text that is embedded in the log: NFC, plain line ends, no byte order mark."""
    roles_text: str
    sha256: str
    """Of `text` in UTF-8, as hexadecimal digits; line ends and accents do not change it."""
    roles_sha256: str
    title: str
    """The title as far as it can be read, otherwise the name of the folder."""

    @property
    def folder(self) -> Path:
        """The folder to which the paths of pictures are relative."""
        return self.path.parent

    @property
    def is_playable(self) -> bool:
        """Whether a session can be started with it."""
        return self.scenario is not None and self.scenario.status is not Status.OUTLINE


def find(argument: str | Path, *folders: Path) -> Path:
    """Find the file of a scenario by an id in one of `folders`, by its folder, or by its own path.

    Raises ScenarioNotFoundError with the nearest name when there is none.
    """
    path = Path(argument)
    named = (folder / path / SCENARIO_FILE for folder in folders)
    for candidate in (path, path / SCENARIO_FILE, *named):
        if candidate.is_file():
            return candidate
    ids = {id_of(file): file for folder in reversed(folders) for file in scenario_files(folder)}
    if str(argument) in ids:
        return ids[str(argument)]
    known = tuple(sorted(ids))
    raise ScenarioNotFoundError(str(argument), nearest(path.name, known), known)


def scenario_files(folder: Path) -> tuple[Path, ...]:
    """The scenario files in the folders of a folder, by name; no folder gives none."""
    if not folder.is_dir():
        return ()
    found = (one / SCENARIO_FILE for one in folder.iterdir() if not one.name.startswith("."))
    return tuple(sorted(file for file in found if file.is_file()))


def id_of(file: Path) -> str:
    """The id in a file, as far as one line tells; otherwise the name of its folder."""
    found = _ID_LINE.search(_document(file).text)
    return found[1] if found else file.parent.name


def roles_file_for(path: Path) -> Path:
    """The roles file of a scenario: beside its folder, in it, or the game's own."""
    folder = path.absolute().parent
    for candidate in (folder.parent / ROLES_FILE, folder / ROLES_FILE):
        if candidate.is_file():
            return candidate
    return scenarios_dir() / ROLES_FILE


def load(path: Path, roles_path: Path | None = None) -> Loaded:
    """Load a scenario with its roles; problems are told, never raised."""
    return load_with(path, load_roles(roles_path or roles_file_for(path)))


def load_with(path: Path, roles: Roles) -> Loaded:
    """Load a scenario with roles that are loaded already."""
    document = _document(path)
    if document.root is not None:
        check_scenario(document.root, document.findings, roles.roles, path.parent)
    findings = document.findings
    scenario = None
    if document.root is not None and roles.roles is not None and not findings.has_errors:
        scenario = build_scenario(document.root, roles.roles)
    title = text_at(document.root, "title")
    return Loaded(
        path=path,
        scenario=scenario,
        problems=(*roles.problems, *findings.problems()),
        text=document.text,
        roles_text=roles.text,
        sha256=_digest(document.text),
        roles_sha256=roles.sha256,
        title=title.text.strip() if title else path.absolute().parent.name,
    )


def load_roles(path: Path) -> Roles:
    """Load a roles file; problems are told, never raised."""
    document = _document(path)
    if document.root is not None:
        check_roles(document.root, document.findings)
    usable = document.root is not None and not document.findings.has_errors
    return Roles(
        path=path,
        text=document.text,
        sha256=_digest(document.text),
        roles=build_roles(document.root) if document.root is not None and usable else None,
        problems=document.findings.problems(),
    )


class Library:
    """The scenarios of some folders; a file is read again only after it changed."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._scenarios: dict[Path, tuple[object, Loaded]] = {}
        self._roles: dict[Path, tuple[object, Roles]] = {}

    def entries(self) -> tuple[Loaded, ...]:
        """Everything there is, playable first, by theme and title; each with its problems.

        Of scenarios with one id the first folder's can be played; the others have a problem.
        """
        files = dict.fromkeys(file for one in self._folders for file in scenario_files(one))
        found = _without_doubles(self._scenario(file) for file in files)
        return tuple(sorted(found, key=_place))

    def _scenario(self, path: Path) -> Loaded:
        roles = self._roles_of(path)
        beside = (path, path.parent, path.parent / PICTURES_FOLDER)
        stamp = (*map(_stamp, beside), roles.sha256)
        kept = self._scenarios.get(path)
        if kept is not None and kept[0] == stamp:
            return kept[1]
        loaded = load_with(path, roles)
        self._scenarios[path] = (stamp, loaded)
        return loaded

    def _roles_of(self, path: Path) -> Roles:
        file = roles_file_for(path)
        stamp = _stamp(file)
        kept = self._roles.get(file)
        if kept is not None and kept[0] == stamp:
            return kept[1]
        roles = load_roles(file)
        self._roles[file] = (stamp, roles)
        return roles


def _without_doubles(entries: Iterable[Loaded]) -> Iterator[Loaded]:
    first: dict[str, Loaded] = {}
    for one in entries:
        if one.scenario is None:
            yield one
            continue
        other = first.setdefault(one.scenario.id, one)
        yield one if other is one else _double(one, one.scenario.id, other.title)


def _double(one: Loaded, own: str, title: str) -> Loaded:
    """The entry with the problem that its id is another's."""
    findings = Findings(str(one.path), one.text)
    found = _ID_LINE.search(one.text)
    line = one.text.count("\n", 0, found.start()) + 1 if found else 1
    findings.add(
        pack_words.DOUBLE_ID,
        Spot(line, found.start(1) - found.start() + 1 if found else 1),
        id=own,
        title=title,
    )
    problems = sorted_problems((*one.problems, *findings.problems()))
    return replace(one, scenario=None, problems=problems)


def _place(one: Loaded) -> tuple[bool, int, str]:
    """Where an entry stands among others: themes stay together, a trial comes after them."""
    themes = list(Theme)
    theme = one.scenario.theme if one.scenario else None
    place = themes.index(theme) if theme else len(themes)
    return (not one.is_playable, place, one.title.casefold())


def _document(path: Path) -> Document:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
            size = max(path.stat().st_size, len(data))
    except OSError as error:
        findings = Findings(str(path), "")
        findings.add(words.UNREADABLE_FILE, TOP, reason=reason_of(error))
        return Document("", None, findings)
    return read_bytes(data, str(path), size)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()


def _stamp(path: Path) -> object:
    """What changes when a file does: when it was written, and its size."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return (facts.st_mtime_ns, facts.st_size, facts.st_ino)
