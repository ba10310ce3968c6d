"""Making a session pack: the scenario as it stands, its pictures, its licence, its own roles."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from dilemmaspel.game.scenario import Picture, Scenario
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.problems import Problem
from dilemmaspel.scenario.library import ROLES_FILE, SCENARIO_FILE, Loaded, load, load_roles
from dilemmaspel.scenario.pack import PackTrouble, open_pack
from dilemmaspel.scenario.pack_vetting import LICENCE_FILE, PICTURES, portable_folder
from dilemmaspel.texts import Texts, mark

_BIRTHDAY: Final = (2020, 1, 1, 0, 0, 0)
"""Every file in a pack is of the same day, so that the same scenario gives the same bytes."""


def export_pack(folder: Path, file: Path, texts: Texts) -> tuple[Problem, ...]:
    """Write the scenario of a folder as a pack; a file that was there is replaced in one step.

    Gives the problems of the scenario, or of a pack that no other laptop would take; nothing is
    written when there are errors. Raises PackTrouble.
    """
    loaded = load(folder / SCENARIO_FILE)
    scenario = loaded.scenario
    if scenario is None:
        return loaded.problems
    part = file.with_name(f".{file.name}.part")
    try:
        with ZipFile(part, "w") as archive:
            for name, data in _contents(loaded, scenario, texts):
                archive.writestr(_entry(f"{portable_folder(scenario.id)}/{name}"), data)
        problems = _as_named(open_pack(part).problems, part, file)
        if not any(one.is_error for one in problems):
            _sync(part)
            part.replace(file)
        return problems
    except OSError as error:
        raise PackTrouble(file, error) from error
    finally:
        part.unlink(missing_ok=True)


def _contents(loaded: Loaded, scenario: Scenario, texts: Texts) -> Iterator[tuple[str, bytes]]:
    yield SCENARIO_FILE, loaded.path.read_bytes()
    yield LICENCE_FILE, _licence(loaded, scenario, texts)
    if loaded.roles_sha256 != load_roles(scenarios_dir() / ROLES_FILE).sha256:
        yield ROLES_FILE, loaded.roles_text.encode()
    for name in dict.fromkeys(one.file for one in _pictures(scenario)):
        yield name, (loaded.folder / name).read_bytes()


def _pictures(scenario: Scenario) -> Iterator[Picture]:
    if scenario.cover is not None:
        yield scenario.cover
    for dilemma in scenario.dilemmas:
        yield from dilemma.pictures


def _licence(loaded: Loaded, scenario: Scenario, texts: Texts) -> bytes:
    """The licence file of the folder, or else one from what the scenario says."""
    own = loaded.folder / LICENCE_FILE
    if own.is_file():
        return own.read_bytes()
    credits_of = {one.file: one.credit for one in _pictures(scenario) if one.credit}
    if scenario.licence:
        licence = texts(mark("Licence: {licence}"), licence=scenario.licence)
    else:
        licence = texts(mark("No licence is named. Ask who made it before you share it."))
    made = [f"- {name}: {maker}" for name, maker in credits_of.items()]
    pictures = ["", texts(mark("Pictures:")), *made] if made else []
    return "\n".join([scenario.title, "", licence, *pictures, ""]).encode()


def _entry(name: str) -> ZipInfo:
    info = ZipInfo(name, _BIRTHDAY)
    is_picture = Path(name).suffix.lower() in PICTURES
    info.compress_type = ZIP_STORED if is_picture else ZIP_DEFLATED
    info.external_attr = 0o100644 << 16
    return info


def _as_named(problems: tuple[Problem, ...], part: Path, file: Path) -> tuple[Problem, ...]:
    """The problems of the temporary file, under the name that was asked for."""
    return tuple(
        replace(one, file=f"{file}{one.file.removeprefix(str(part))}")
        if one.file.startswith(str(part))
        else one
        for one in problems
    )


def _sync(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())
