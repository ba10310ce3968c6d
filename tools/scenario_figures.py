"""Write docs/scenarios.md: the figures of every scenario that is shipped.

python -m tools.scenario_figures
"""

from pathlib import Path
from typing import Final

from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.command import figures_in
from dilemmaspel.scenario.content import page
from dilemmaspel.texts import Texts

PAGE: Final = Path(__file__).resolve().parent.parent / "docs" / "scenarios.md"


def written() -> str:
    """Give the page as it should be."""
    return page(figures_in(scenarios_dir()), Texts("en"))


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
