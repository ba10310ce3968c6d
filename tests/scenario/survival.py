"""What every file must survive, whatever is in it: read, checked, told, and played if it may."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dilemmaspel.game.survey import enumerate_paths
from dilemmaspel.problems import Problem
from dilemmaspel.scenario.findings import LINE_END
from dilemmaspel.scenario.library import Roles, load_roles, load_with
from dilemmaspel.texts import Texts

_TEXTS: Final = Texts("nl")


def check_survival(file: Path, data: bytes, roles: Roles) -> tuple[list[str], list[str], float]:
    """Write the bytes in a file and check it.

    Gives what went wrong (nothing is right), the codes that were told, and the seconds it took.
    """
    file.write_bytes(data)
    start = time.perf_counter()
    if file.name == "roles.yaml":
        own = load_roles(file)
        problems, is_usable = own.problems, own.roles is not None
    else:
        loaded = load_with(file, roles)
        problems, is_usable = loaded.problems, loaded.scenario is not None
        if loaded.scenario is not None:
            next(enumerate_paths(loaded.scenario))
    took = time.perf_counter() - start
    wrong = list(_wrong(problems, data))
    is_outline = [one.code for one in problems] == ["outline"]
    if not is_usable and not is_outline and not any(one.is_error for one in problems):
        wrong.append("unusable without an error")
    return wrong, [one.code for one in problems], took


def _wrong(problems: tuple[Problem, ...], data: bytes) -> Iterator[str]:
    count = len(LINE_END.split(data.decode("utf-8", errors="replace")))
    for one in problems:
        if not 1 <= one.line <= count or one.column < 1:
            yield f"{one.code} at {one.line}:{one.column} of {count} lines"
        if not one.text(_TEXTS):
            yield f"{one.code} says nothing"
