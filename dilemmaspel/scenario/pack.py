"""A session pack: one scenario with its pictures and licence in one zip, safe to open.

`open_pack` looks what is in a pack and changes nothing. `import_pack` puts it among the scenarios
of a folder, whole or not at all. `pack_export.export_pack` makes one. All three tell what is wrong
as problems, and raise `PackTrouble` when the disk does not do what it should.
"""

import shutil
import tempfile
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from dilemmaspel.game.scenario import Scenario
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.problems import EnvironmentTrouble, Problem, reason_of
from dilemmaspel.scenario import pack_words as words
from dilemmaspel.scenario.checks.pictures import picture_slips
from dilemmaspel.scenario.findings import TOP, Findings
from dilemmaspel.scenario.library import (
    ROLES_FILE,
    SCENARIO_FILE,
    id_of,
    load,
    scenario_files,
)
from dilemmaspel.scenario.pack_vetting import (
    LICENCE_FILE,
    PICTURES,
    check_size,
    portable_folder,
    shown_name,
    usable_files,
)
from dilemmaspel.texts import mark

__all__ = ["Imported", "Pack", "PackFile", "PackTrouble", "import_pack", "open_pack"]

_BESIDE: Final = ".import-"
_ASIDE: Final = ".replaced-"
_FORGOTTEN_AFTER: Final = 24 * 3600
_CHUNK: Final = 1024 * 1024
_MAX_LICENCE: Final = 64 * 1024


class PackTrouble(EnvironmentTrouble):
    """The disk does not let a pack be read or written; nothing was changed."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(
            mark("“{path}” cannot be read or written ({reason})."),
            mark("Nothing was changed."),
            mark("Make room, or choose another folder."),
            path=path,
            reason=reason_of(error),
        )


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file in a pack: its name with `/` between the folders, and its size in bytes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Pack:
    """What is in a pack, for people to look at before they import it."""

    path: Path
    files: tuple[PackFile, ...]
    """What would be written; empty when the zip cannot be trusted."""
    scenario: Scenario | None
    """The scenario when it can be used."""
    title: str
    licence: str
    """The text of its licence file, or else the licence that the scenario names."""
    cover: bytes
    """The picture of its cover as it is in the pack, of a kind and size that is safe to decode."""
    problems: tuple[Problem, ...]
    """Of the zip, or else of the files in it; `file` names the zip and the file in it."""

    @property
    def can_be_imported(self) -> bool:
        """Whether it can be played here; warnings do not keep it out, an outline stays out."""
        return self.scenario is not None and not any(one.is_error for one in self.problems)


@dataclass(frozen=True, slots=True)
class Imported:
    """The scenario file that was written, or None and why not."""

    scenario: Path | None
    problems: tuple[Problem, ...]


def open_pack(file: Path, folder: Path | None = None) -> Pack:
    """Look what is in a pack, without writing anything but a temporary copy.

    `folder` is where it would be imported: the roles there count. Raises PackTrouble.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="dilemmaspel-") as temporary:
            inside = Path(temporary) / "pack"
            inside.mkdir()
            return _opened(file, inside, folder)
    except OSError as error:
        raise PackTrouble(file, error) from error


def import_pack(file: Path, folder: Path, *, replacing: bool = False) -> Imported:
    """Put the scenario of a pack in a folder of its own in `folder`, whole or not at all.

    The folder is named by the scenario's id. One that is there already is a problem, unless
    `replacing`; then the old one goes only after the new one stands. Raises PackTrouble.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear_forgotten(folder)
        with _folder_beside(folder) as inside:
            pack = _opened(file, inside, folder)
            if not pack.can_be_imported:
                return Imported(None, pack.problems)
            return _placed(pack, inside, folder, replacing=replacing)
    except OSError as error:
        raise PackTrouble(folder, error) from error


@contextmanager
def _folder_beside(folder: Path) -> Iterator[Path]:
    """A hidden folder on the same disk, so that it can be moved in one step."""
    inside = Path(tempfile.mkdtemp(prefix=_BESIDE, dir=folder))
    try:
        yield inside
    finally:
        shutil.rmtree(inside, ignore_errors=True)


def _clear_forgotten(folder: Path) -> None:
    """Mend what an import left that was cut off: put back what it had set aside, drop the rest."""
    for aside in _folders(folder, _ASIDE):
        for old in aside.iterdir():
            if not (folder / old.name).exists():
                old.rename(folder / old.name)
        shutil.rmtree(aside, ignore_errors=True)
    for one in _folders(folder, _BESIDE):
        if _age(one) > _FORGOTTEN_AFTER:
            shutil.rmtree(one, ignore_errors=True)


def _folders(folder: Path, prefix: str) -> list[Path]:
    found = folder.glob(f"{prefix}*")
    return [one for one in found if one.is_dir() and not one.is_symlink()]


def _age(folder: Path) -> float:
    return time.time() - folder.stat().st_mtime


def _placed(pack: Pack, inside: Path, folder: Path, *, replacing: bool) -> Imported:
    name = pack.scenario.id if pack.scenario else ""
    there = next((one.parent for one in scenario_files(folder) if id_of(one) == name), None)
    inside.chmod(0o755)
    if there is None:
        target = _free(folder, portable_folder(name))
        inside.rename(target)
    elif replacing:
        target = there
        _swap(inside, target)
    else:
        findings = Findings(str(pack.path), "")
        findings.add(words.ALREADY_THERE, TOP, id=name)
        return Imported(None, (*findings.problems(), *pack.problems))
    return Imported(target / SCENARIO_FILE, pack.problems)


def _free(folder: Path, name: str) -> Path:
    """A path in the folder where nothing stands yet."""
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(path for one in names if not (path := folder / one).exists())


def _swap(new: Path, old: Path) -> None:
    """Put a folder in the place of another, which stays if that fails."""
    aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=old.parent)) / old.name
    old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        aside.rename(old)
        raise
    finally:
        if old.exists():
            shutil.rmtree(aside.parent, ignore_errors=True)


def _opened(file: Path, inside: Path, folder: Path | None) -> Pack:
    """Unpack into a folder that is there and empty, and check what came out."""
    findings = Findings(str(file), "")
    files = _unpacked(file, inside, findings)
    if findings.has_errors:
        return Pack(file, (), None, file.stem, "", b"", findings.problems())
    loaded = load(inside / SCENARIO_FILE, _roles_file(inside, folder))
    problems = (*findings.problems(), *(_in_pack(one, file, inside) for one in loaded.problems))
    return Pack(
        path=file,
        files=files,
        scenario=loaded.scenario,
        title=loaded.title if loaded.scenario else file.stem,
        licence=_licence(inside, loaded.scenario),
        cover=_cover(inside, loaded.scenario),
        problems=problems,
    )


def _roles_file(inside: Path, folder: Path | None) -> Path:
    """The roles that will count: those of the folder, then those of the pack, then ours."""
    candidates = (folder / ROLES_FILE if folder else None, inside / ROLES_FILE)
    found = (one for one in candidates if one is not None and one.is_file())
    return next(found, scenarios_dir() / ROLES_FILE)


def _in_pack(problem: Problem, file: Path, inside: Path) -> Problem:
    """The same problem, with the file named as it stands in the pack."""
    path = Path(problem.file)
    if not path.is_relative_to(inside):
        return problem
    return replace(problem, file=f"{file}/{path.relative_to(inside).as_posix()}")


def _unpacked(file: Path, inside: Path, findings: Findings) -> tuple[PackFile, ...]:
    check_size(file, findings)
    if findings.has_errors:
        return ()
    try:
        with ZipFile(file) as archive:
            infos = usable_files(archive.infolist(), findings)
            top = _top(infos, findings)
            written = () if top is None else tuple(_write_all(archive, infos, top, inside))
    except (BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error) as why:
        name = why.args[0] if isinstance(why, _Damaged) else None
        findings.add(words.DAMAGED if name else words.NOT_A_PACK, TOP, name=name)
        return ()
    _check_pictures(file, inside, written, findings)
    return written


class _Damaged(BadZipFile):
    """One file in the zip cannot be unpacked; its name is the argument."""


def _top(infos: Iterable[ZipInfo], findings: Findings) -> str | None:
    """The folder in the zip that holds the scenario, with a slash; None when there is none."""
    names = [one.filename for one in infos]
    if SCENARIO_FILE in names:
        return ""
    tops = {name.split("/")[0] for name in names}
    if len(tops) == 1 and f"{(top := tops.pop())}/{SCENARIO_FILE}" in names:
        return f"{top}/"
    if not findings.has_errors:
        findings.add(words.NO_SCENARIO, TOP)
    return None


def _write_all(
    archive: ZipFile, infos: Iterable[ZipInfo], top: str, inside: Path
) -> Iterator[PackFile]:
    for info in infos:
        name = info.filename.removeprefix(top)
        target = inside.joinpath(*PurePosixPath(name).parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with archive.open(info) as source, target.open("xb") as out:
                shutil.copyfileobj(source, out, _CHUNK)
        except (BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
            raise _Damaged(shown_name(info.filename)) from error
        yield PackFile(name, info.file_size)


def _check_pictures(
    file: Path, inside: Path, written: tuple[PackFile, ...], findings: Findings
) -> None:
    """Look at the first bytes of every picture, also of one that the scenario does not use."""
    for one in written:
        path = inside / one.name
        if path.suffix.lower() in PICTURES:
            own = Findings(f"{file}/{one.name}", "")
            for wording, values in picture_slips(path, one.name):
                own.add(wording, TOP, **values)
            findings.take(own)


def _licence(inside: Path, scenario: Scenario | None) -> str:
    try:
        with (inside / LICENCE_FILE).open("rb") as stream:
            return stream.read(_MAX_LICENCE).decode("utf-8", errors="replace")
    except FileNotFoundError:
        return scenario.licence if scenario else ""


def _cover(inside: Path, scenario: Scenario | None) -> bytes:
    picture = scenario.cover if scenario else None
    return (inside / picture.file).read_bytes() if picture else b""
