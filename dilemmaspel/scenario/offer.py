"""A scenario that somebody offers, as a zip or a folder: what is in it, and may it be added."""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from dilemmaspel.problems import Problem
from dilemmaspel.scenario import pack_words as words
from dilemmaspel.scenario.findings import TOP, Findings
from dilemmaspel.scenario.json_schema import put_schemas
from dilemmaspel.scenario.library import SCENARIO_FILE, id_of, load, scenario_files
from dilemmaspel.scenario.pack import Imported, Pack, import_pack, open_pack
from dilemmaspel.scenario.pack_export import export_pack
from dilemmaspel.texts import Texts

_FROM_FOLDER: Final = "folder.zip"


class Verdict(StrEnum):
    """What can be done with an offer."""

    NEW = "new"
    REPLACES = "replaces"
    """One's own scenario with that id is there already."""
    SHIPPED = "shipped"
    """Its id is that of a scenario that comes with the game: it stays out."""
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Offer:
    """What was found in a zip or in a folder; nothing is added yet."""

    source: Path
    """The zip, or the folder, that was chosen."""
    pack: Pack
    verdict: Verdict
    problems: tuple[Problem, ...]
    """Of the pack, and of its id among the scenarios that are there."""


def look_at(source: Path, own: Path, shipped: Iterable[Path], texts: Texts) -> Offer:
    """Look into a zip, a folder with a scenario, or its `scenario.yaml`; writes nothing.

    `own` is where it would be added, `shipped` are the folders of the scenarios that come with
    the game. Raises PackTrouble.
    """
    folder = source.parent if source.name == SCENARIO_FILE else source
    if not folder.is_dir():
        return _judged(source, open_pack(source, own), own, shipped)
    with tempfile.TemporaryDirectory(prefix="dilemmaspel-") as temporary:
        file = Path(temporary) / _FROM_FOLDER
        problems = _packed(folder, file, texts)
        if not file.exists():
            title = load(folder / SCENARIO_FILE).title
            empty = Pack(folder, (), None, title, "", b"", problems)
            return Offer(folder, empty, Verdict.BROKEN, problems)
        pack = replace(open_pack(file, own), problems=problems)
        return _judged(folder, pack, own, shipped)


def add(offer: Offer, own: Path, texts: Texts, *, replacing: bool = False) -> Imported:
    """Add what is offered to one's own scenarios, whole or not at all.

    An offer that is not new comes in only when it replaces one's own. Raises PackTrouble.
    """
    allowed = {Verdict.NEW, Verdict.REPLACES} if replacing else {Verdict.NEW}
    if offer.verdict not in allowed:
        return Imported(None, offer.problems)
    with tempfile.TemporaryDirectory(prefix="dilemmaspel-") as temporary:
        file = offer.source
        if file.is_dir():
            file = Path(temporary) / _FROM_FOLDER
            problems = _packed(offer.source, file, texts)
            if not file.exists():
                return Imported(None, problems)
        imported = import_pack(file, own, replacing=replacing)
    if imported.scenario is not None:
        put_schemas(own, texts)
    return imported


def _packed(folder: Path, file: Path, texts: Texts) -> tuple[Problem, ...]:
    """Pack a folder, so that it is looked over as a pack of a stranger is."""
    if not (folder / SCENARIO_FILE).is_file():
        findings = Findings(str(folder), "")
        findings.add(words.NO_SCENARIO_HERE, TOP)
        return findings.problems()
    return export_pack(folder, file, texts)


def _judged(source: Path, pack: Pack, own: Path, shipped: Iterable[Path]) -> Offer:
    if not pack.can_be_imported or pack.scenario is None:
        return Offer(source, pack, Verdict.BROKEN, pack.problems)
    name = pack.scenario.id
    if _title_of(name, [one for one in shipped if one.resolve() != own.resolve()]):
        findings = Findings(str(source), "")
        title = _title_of(name, shipped)
        findings.add(words.SHIPPED_ID, TOP, id=name, title=title)
        problems = (*findings.problems(), *pack.problems)
        return Offer(source, pack, Verdict.SHIPPED, problems)
    verdict = Verdict.REPLACES if _title_of(name, [own]) else Verdict.NEW
    return Offer(source, pack, verdict, pack.problems)


def _title_of(name: str, folders: Iterable[Path]) -> str:
    """The title of the scenario with an id; empty when there is none."""
    files = (file for folder in folders for file in scenario_files(folder))
    found = next((file for file in files if id_of(file) == name), None)
    return load(found).title if found else ""
