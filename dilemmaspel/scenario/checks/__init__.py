"""Everything that can be wrong with a scenario that can be read, found in one go."""

from pathlib import Path

from dilemmaspel.game.scenario import Role
from dilemmaspel.scenario.reader import Document


def check_scenario(document: Document, roles: tuple[Role, ...] | None, folder: Path) -> None:
    """Check a scenario."""


def check_roles(document: Document) -> None:
    """Check a roles file."""
