"""Everything that can be wrong with a file that can be read, found in one go."""

from dilemmaspel.scenario.checks.whole import check_roles, check_scenario

__all__ = ["check_roles", "check_scenario"]
