"""What rots a program with windows, and is easily done without."""

import ast
from collections.abc import Iterator

import pytest

from tests.contracts.code import Module, modules

MODULES = pytest.mark.parametrize("module", modules(), ids=lambda module: module.path)
SCREENS = pytest.mark.parametrize(
    "module",
    [module for module in modules() if module.part() in {"app", "desktop"}],
    ids=lambda module: module.path,
)
SHOWS_WORDS = {
    "QAction",
    "QCheckBox",
    "QGroupBox",
    "QLabel",
    "QPushButton",
    "QRadioButton",
    "addAction",
    "addTab",
    "setAccessibleDescription",
    "setAccessibleName",
    "setPlaceholderText",
    "setStatusTip",
    "setText",
    "setTitle",
    "setToolTip",
    "setWindowTitle",
}


def called(module: Module, name: str) -> list[str]:
    return [module.at(call) for dotted, call in module.calls() if dotted.split(".")[-1] == name]


def lambda_slots(module: Module) -> Iterator[str]:
    for dotted, call in module.calls():
        if dotted.endswith(".connect") and any(isinstance(arg, ast.Lambda) for arg in call.args):
            yield module.at(call)


def untranslated(module: Module) -> Iterator[str]:
    for dotted, call in module.calls():
        if dotted.split(".")[-1] in SHOWS_WORDS:
            for arg in call.args:
                if isinstance(arg, ast.Constant) and _is_words(arg.value):
                    yield f"{module.at(arg)} {arg.value!r}"


def _is_words(value: object) -> bool:
    return isinstance(value, str) and sum(letter.isalpha() for letter in value) > 1


@MODULES
def test_events_are_never_processed_by_hand(module: Module) -> None:
    assert called(module, "processEvents") == []


@MODULES
def test_nothing_sleeps(module: Module) -> None:
    assert called(module, "sleep") == []


@SCREENS
def test_no_dialog_waits_inside_a_slot(module: Module) -> None:
    waiting = called(module, "exec") + called(module, "exec_")
    assert module.part() == "app" or waiting == []


@SCREENS
def test_no_slot_is_a_lambda(module: Module) -> None:
    assert list(lambda_slots(module)) == []


@SCREENS
def test_no_widget_is_asked_for_its_screen(module: Module) -> None:
    assert called(module, "screen") == [], "Mend: screen_of in desktop/widgets/onscreen.py"


@SCREENS
def test_every_word_on_a_screen_comes_from_the_catalogue(module: Module) -> None:
    assert list(untranslated(module)) == []
