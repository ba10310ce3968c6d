"""Reading the package as text and as syntax trees, for the rules that no linter knows."""

import ast
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "dilemmaspel"


@dataclass(frozen=True)
class Module:
    """A module of the package: `path` as people write it, its text and its tree."""

    path: str
    text: str
    tree: ast.Module

    def part(self) -> str:
        """The first name under the package: `game`, `desktop`, `texts` ..."""
        return self.path.split("/")[1].removesuffix(".py")

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Every call with the dotted name of what is called, as far as it has one."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func), node

    def imports(self) -> Iterator[str]:
        """Every imported module by its full name; `from a import b` gives `a` and `a.b`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module or ""
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

    def at(self, node: ast.expr | ast.stmt) -> str:
        """Where a node stands, to be clicked on."""
        return f"{self.path}:{node.lineno}"


@functools.cache
def modules() -> tuple[Module, ...]:
    """Every module of the package."""
    return tuple(_module(file) for file in sorted(PACKAGE.rglob("*.py")))


def _module(file: Path) -> Module:
    text = file.read_text(encoding="utf-8")
    return Module(file.relative_to(ROOT).as_posix(), text, ast.parse(text))
