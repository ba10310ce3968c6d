"""A scenario to start from: a folder with a commented file that can be played at once."""

import re
import shutil
import tempfile
import unicodedata
from pathlib import Path
from typing import Final

from dilemmaspel.paths import assets_dir
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.scenario.json_schema import cannot_write, put_schemas
from dilemmaspel.scenario.kinds import ID, YES_NO
from dilemmaspel.scenario.library import PICTURES_FOLDER, SCENARIO_FILE, id_of, scenario_files
from dilemmaspel.scenario.pack_vetting import portable_folder
from dilemmaspel.texts import Texts, mark

TEMPLATE: Final = "templates/scenario.yaml"
PICTURE: Final = "straat.webp"
_DRAWN: Final = "pictures/welcome.webp"
_LONGEST_TITLE: Final = 80


def new_scenario(name: str, folder: Path, texts: Texts) -> Path:
    """Make a scenario in a folder of its own in `folder`; gives its file.

    `name` is a title, or an id from which a title is made. The schemas for editors are put beside
    it. A name that is taken, no name at all, or a disk that refuses raises EnvironmentTrouble, and
    leaves nothing behind.
    """
    own, title = id_from(name), _title_from(name)
    target = folder / portable_folder(own)
    taken = target if target.exists() else _with_id(own, folder)
    if taken is not None:
        raise _taken(taken)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=folder) as beside:
            _fill(Path(beside) / "scenario", own, title).rename(target)
    except OSError as error:
        raise cannot_write(folder, error) from error
    put_schemas(folder, texts)
    return target / SCENARIO_FILE


def id_from(name: str) -> str:
    """Make an id of a name; a name without letters raises EnvironmentTrouble."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9_]+", "-", plain).lstrip("-_0123456789")[:40].rstrip("-_")
    if made in YES_NO:
        made = f"{made}-scenario"
    if not ID.fullmatch(made):
        raise EnvironmentTrouble(
            mark("“{name}” holds no letters to make a name for a folder of."),
            "",
            mark("Give a name such as “the-empty-shop”."),
            name=name,
        )
    return made


def _title_from(name: str) -> str:
    title = " ".join(name.split())[:_LONGEST_TITLE]
    if ID.fullmatch(title):
        title = re.sub(r"[-_]+", " ", title).strip().capitalize()
    return title.replace('"', "”").replace("\\", "/")


def _with_id(own: str, folder: Path) -> Path | None:
    return next((one.parent for one in scenario_files(folder) if id_of(one) == own), None)


def _taken(folder: Path) -> EnvironmentTrouble:
    return EnvironmentTrouble(
        mark("“{folder}” is there already."),
        mark("It stays as it is."),
        mark("Choose another name, or another folder."),
        folder=folder,
    )


def _fill(folder: Path, own: str, title: str) -> Path:
    pictures = folder / PICTURES_FOLDER
    pictures.mkdir(parents=True)
    text = (assets_dir() / TEMPLATE).read_text(encoding="utf-8")
    text = text.replace("{{id}}", own).replace("{{title}}", f'"{title}"')
    (folder / SCENARIO_FILE).write_text(text, encoding="utf-8", newline="\n")
    shutil.copyfile(assets_dir() / _DRAWN, pictures / PICTURE)
    return folder
