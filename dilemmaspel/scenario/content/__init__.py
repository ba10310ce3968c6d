"""What makes a scenario fair and readable, beyond being correct; for `check --content`."""

from dilemmaspel.scenario.content.check import check_content
from dilemmaspel.scenario.content.figures import Figures
from dilemmaspel.scenario.content.table import page, table

__all__ = ["Figures", "check_content", "page", "table"]
