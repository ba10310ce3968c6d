"""Write what authors look up: docs/scenario-reference.md and the JSON Schemas of both files.

python -m tools.scenario_reference
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from dilemmaspel.scenario.json_schema import (
    ROLES_SCHEMA,
    SCENARIO_SCHEMA,
    roles_schema,
    scenario_schema,
    written,
)
from dilemmaspel.scenario.reference import reference
from dilemmaspel.texts import Texts

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs" / "scenario-reference.md"


def all_written() -> Mapping[Path, str]:
    """Give every file as it should be: the page in English, the schemas in Dutch."""
    dutch, folder = Texts("nl"), ROOT / "scenarios"
    return {
        PAGE: reference(Texts("en")),
        folder / SCENARIO_SCHEMA: written(scenario_schema(dutch)),
        folder / ROLES_SCHEMA: written(roles_schema(dutch)),
    }


if __name__ == "__main__":
    for file, text in all_written().items():
        file.write_text(text, encoding="utf-8", newline="\n")
