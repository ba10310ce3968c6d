import ast
from collections.abc import Iterator

import pytest

from tests.contracts.code import Module, modules

LONGEST_MODULE = 400
LONGEST_FUNCTION = 40

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(module: Module) -> Iterator[Function]:
    for node in ast.walk(module.tree):
        if isinstance(node, Function):
            yield node


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_there_are_modules_to_measure() -> None:
    assert "dilemmaspel/texts.py" in {module.path for module in modules()}


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.path)
def test_a_module_is_short_enough_to_have_one_reason_to_change(module: Module) -> None:
    assert len(module.text.splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.path)
def test_a_function_does_one_step(module: Module) -> None:
    long = {
        f"{module.at(function)} {function.name}": length(function)
        for function in functions(module)
        if length(function) > LONGEST_FUNCTION
    }
    assert long == {}
