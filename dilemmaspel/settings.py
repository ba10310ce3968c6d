"""What a person sets once for this laptop, kept as JSON beside the program's other settings.

Nothing in the file can stop the game: a file that cannot be read is set aside, a value that makes
no sense is left out, and a key of a newer version is kept as it is.
"""

import json
import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from dilemmaspel.game.ids import frozen
from dilemmaspel.game.phases import PHASES
from dilemmaspel.game.setup import Profile, Voting
from dilemmaspel.paths import config_dir, data_dir
from dilemmaspel.problems import EnvironmentTrouble, reason_of
from dilemmaspel.texts import DEFAULT_LANGUAGE, LANGUAGES, mark

FILE: Final = "settings.json"
LONGEST_MINUTES: Final = 240
LONGEST_RETENTION: Final = 60
FARTHEST_READ: Final = 6
"""The farthest seat may be this many times the height of the picture away."""

_USUAL_SEAT: Final = 800 / 150
"""The sizes of the beamer's letters hold for 8 metres from a picture of 1.5 metres."""


class BeamerTheme(StrEnum):
    """How light the beamer's pages are."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one laptop; lengths in centimetres, times in minutes."""

    language: str = DEFAULT_LANGUAGE
    data_folder: str = ""
    """Where the log lies; empty for the usual place."""
    beamer_screen: str = ""
    """The name of the beamer's screen; empty lets the game choose."""
    beamer_theme: BeamerTheme = BeamerTheme.LIGHT
    motion: bool = True
    picture_height: int = 150
    farthest_seat: int = 800
    minutes: Mapping[str, int] = field(default_factory=frozen)
    """Minutes per phase id that differ from the profile's."""
    organisation: str = ""
    region: str = ""
    local_contact: str = ""
    profile: Profile = Profile.STANDARD
    voting: Voting = Voting.PASSED
    people: int = 0
    """How many people there were last time; 0 when nobody said."""
    wifi_name: str = ""
    """The network of the room, for the code with which phones join it; empty when not told."""
    wifi_password: str = ""
    retention_months: int = 24
    """How long data of sessions are kept; 0 is until the end of the session. Never by itself."""
    others: Mapping[str, object] = field(default_factory=frozen)
    """What a newer version of the game keeps in the file."""

    @property
    def folder(self) -> Path:
        """The folder of the log."""
        return Path(self.data_folder).expanduser() if self.data_folder else data_dir()

    @property
    def reading_scale(self) -> float:
        """How much larger than usual the beamer's letters should be; 1 or more."""
        return max(1.0, self.farthest_seat / self.picture_height / _USUAL_SEAT)

    @property
    def is_readable(self) -> bool:
        """Whether somebody on the farthest seat can read the beamer."""
        return self.farthest_seat <= FARTHEST_READ * self.picture_height


@dataclass(frozen=True, slots=True)
class Found:
    """The settings as they were found, and what to tell when something was wrong with them."""

    settings: Settings
    trouble: EnvironmentTrouble | None = None


def settings_file() -> Path:
    """Where the settings are kept."""
    return config_dir() / FILE


def load_settings(file: Path | None = None) -> Found:
    """Read the settings; without a file, or with a broken one, everything is as usual."""
    path = file or settings_file()
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(record, dict):
            raise TypeError("The settings are no table of names and values.")
    except FileNotFoundError:
        return Found(Settings())
    except OSError as error:
        return Found(Settings(), _unreadable(path, error))
    except (TypeError, ValueError, RecursionError):
        return Found(Settings(), _set_aside(path))
    return _from_record(record)


def save_settings(settings: Settings, file: Path | None = None) -> None:
    """Write the settings so that a power cut leaves the old file or the new one, never half.

    Raises EnvironmentTrouble when they cannot be written.
    """
    path = file or settings_file()
    text = json.dumps(_record(settings), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(path, text.encode("utf-8"))
    except OSError as error:
        raise EnvironmentTrouble(
            mark("Your settings could not be saved: {reason}."),
            mark("They hold until you close the game."),
            mark("See whether you may write in {folder}."),
            reason=reason_of(error),
            folder=path.parent,
        ) from error


def _write(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Let the new name survive a power cut, where a folder can be synced at all."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _record(settings: Settings) -> dict[str, object]:
    own = {one.name: getattr(settings, one.name) for one in fields(settings)}
    others = dict(own.pop("others"))
    own["minutes"] = dict(settings.minutes)
    return {**others, **own}


def _from_record(record: dict[str, Any]) -> Found:
    own: dict[str, Any] = {}
    wrong = []
    for name in [name for name in record if name in _READERS]:
        try:
            own[name] = _READERS[name](record[name])
        except (TypeError, ValueError):
            wrong.append(name)
    others = {name: value for name, value in record.items() if name not in _READERS}
    settings = Settings(**own, others=frozen(others))
    return Found(settings, _left_out(wrong) if wrong else None)


def _text(value: object) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise ValueError("This is no text.")
    return value


def _language(value: object) -> str:
    if value not in LANGUAGES:
        raise ValueError("There are no words in this language.")
    return _text(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("This is neither yes nor no.")
    return value


def _between(least: int, most: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError("This is no number that fits.")
        return value

    return read


def _minutes(value: object) -> Mapping[str, int]:
    if not isinstance(value, dict):
        raise TypeError("These are no minutes per phase.")
    read = _between(0, LONGEST_MINUTES)
    return frozen({phase: read(value[phase]) for phase in value if phase in set(PHASES)})


_READERS: Final[Mapping[str, Callable[[Any], object]]] = {
    "language": _language,
    "data_folder": _text,
    "beamer_screen": _text,
    "beamer_theme": BeamerTheme,
    "motion": _flag,
    "picture_height": _between(30, 1000),
    "farthest_seat": _between(50, 10_000),
    "minutes": _minutes,
    "organisation": _text,
    "region": _text,
    "local_contact": _text,
    "profile": Profile,
    "voting": Voting,
    "people": _between(0, 2_000),
    "retention_months": _between(0, LONGEST_RETENTION),
    "wifi_name": _text,
    "wifi_password": _text,
}


def _set_aside(path: Path) -> EnvironmentTrouble:
    """Keep a broken file under another name, and tell it."""
    for number in range(1, 1_000):
        aside = path.with_name(f"{path.stem}.broken-{number}{path.suffix}")
        if not aside.exists():
            break
    try:
        path.replace(aside)
    except OSError as error:
        return _unreadable(path, error)
    return EnvironmentTrouble(
        mark("Your settings could not be read, so everything is as usual now."),
        mark("Sessions are not touched; the old file is kept as {name}."),
        mark("Look at the settings once more before you start."),
        name=aside.name,
    )


def _unreadable(path: Path, error: OSError) -> EnvironmentTrouble:
    return EnvironmentTrouble(
        mark("Your settings could not be read: {reason}. Everything is as usual now."),
        mark("Sessions are not touched."),
        mark("See whether you may read {file}."),
        reason=reason_of(error),
        file=path,
    )


def _left_out(names: list[str]) -> EnvironmentTrouble:
    return EnvironmentTrouble(
        mark("Some of your settings made no sense and are as usual now: {names}."),
        mark("Sessions are not touched."),
        mark("Look at the settings once more before you start."),
        names=", ".join(sorted(names)),
    )
