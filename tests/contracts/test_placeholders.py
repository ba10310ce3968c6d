"""Every name between braces in a message gets a value where the message is used."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "dilemmaspel"


def spoken(tree: ast.AST) -> Iterator[tuple[int, set[str], set[str]]]:
    """The line, the names and the given names of each `t("...")` and `t.plural("...", "...")`.

    A message that is given no values at all keeps its braces: somebody fills them later.
    """
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or any(one.arg is None for one in call.keywords):
            continue
        of = call.func
        plural = isinstance(of, ast.Attribute) and of.attr == "plural"
        said = of.value if plural and isinstance(of, ast.Attribute) else of
        if ast.unparse(said).rpartition(".")[2] not in {"t", "_t"}:
            continue
        texts = [one for one in call.args[: 2 if plural else 1] if isinstance(one, ast.Constant)]
        parsed = (Formatter().parse(one.value) for one in texts if isinstance(one.value, str))
        names = {name for parts in parsed for _, name, _, _ in parts if name}
        given = {str(one.arg) for one in call.keywords} | ({"n"} if plural else set())
        yield call.lineno, names, given


@pytest.mark.parametrize(
    "file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: file.relative_to(PACKAGE).as_posix()
)
def test_every_name_in_a_message_gets_a_value(file: Path) -> None:
    found = spoken(ast.parse(file.read_text(encoding="utf-8")))
    lacking = {line: names - given for line, names, given in found if given and names - given}
    assert lacking == {}


def test_a_name_without_a_value_is_seen() -> None:
    tree = ast.parse('t.plural("{held} is in", "{held} are in", n, people=n)')
    assert [(names, given) for _, names, given in spoken(tree)] == [({"held"}, {"n", "people"})]
