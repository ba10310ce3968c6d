"""A small scenario pack for the tests, and ways to spoil it."""

import shutil
from pathlib import Path
from typing import Final

SAMPLES: Final = Path(__file__).with_name("samples")
GOOD: Final = (SAMPLES / "oefenwijk" / "scenario.yaml").read_text(encoding="utf-8")
ROLES: Final = (SAMPLES / "roles.yaml").read_text(encoding="utf-8")
SPOT: Final = "¦"
"""Stands in a spoiled text where the problem should point; it is taken out before reading."""


def copy_pack(folder: Path) -> Path:
    """Copy the pack with its roles into a folder; gives the scenario file."""
    shutil.copytree(SAMPLES, folder, dirs_exist_ok=True)
    return folder / "oefenwijk" / "scenario.yaml"


def spoiled(old: str, new: str, text: str = GOOD) -> tuple[str, int, int]:
    """Replace a text that stands there once; gives the result with the line and column meant."""
    assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
    marked = text.replace(old, new)
    assert marked.count(SPOT) == 1
    before = marked[: marked.index(SPOT)]
    return marked.replace(SPOT, ""), before.count("\n") + 1, len(before.rsplit("\n", 1)[-1]) + 1
