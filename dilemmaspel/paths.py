"""Where things lie: what is shipped with the app, and what belongs to the person using it."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import platformdirs

HOME_VARIABLE: Final = "DILEMMASPEL_HOME"
"""The environment variable that puts data, settings and logs together under one folder."""

_APP: Final = "Dilemmaspel"
_PACKAGE: Final = Path(__file__).resolve().parent


def assets_dir() -> Path:
    """The folder with the catalogue, theme, icons, fonts and pictures."""
    return _shipped("assets")


def scenarios_dir() -> Path:
    """The folder with the shipped scenarios and `roles.yaml`."""
    return _shipped("scenarios")


def own_scenarios_dir() -> Path:
    """The folder for scenarios of one's own, beside the log; made by who puts one there."""
    return data_dir() / "scenarios"


def scenario_folders() -> tuple[Path, Path]:
    """Where scenarios are looked for: first those shipped, then one's own."""
    return scenarios_dir(), own_scenarios_dir()


def handbook_dir() -> Path:
    """The folder with the pages of the handbook; their pictures lie in `../pictures`."""
    return _shipped("docs") / "handleiding"


def data_dir() -> Path:
    """The folder for the log and its backups; made when missing, for its owner only."""
    return _own("data", platformdirs.user_data_path)


def config_dir() -> Path:
    """The folder for the settings; made when missing, for its owner only."""
    return _own("config", platformdirs.user_config_path)


def log_dir() -> Path:
    """The folder for the technical log files; made when missing, for its owner only."""
    return _own("logs", platformdirs.user_log_path)


def log_file() -> Path:
    """The default log: the one database in the data folder."""
    return data_dir() / "log.sqlite"


def _shipped(name: str) -> Path:
    """The shipped folder: inside the package once installed or bundled, beside it in a checkout."""
    inside = _PACKAGE / "_data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def _own(name: str, default: Callable[..., Path]) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    folder = Path(home).expanduser() / name if home else default(_APP, appauthor=False)
    with suppress(OSError):  # who writes in it says in words why that cannot be done
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
