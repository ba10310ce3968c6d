import sys

import pytest

from tests.contracts.code import Module, modules

NOT_OURS_TO_SHIP = ("QtCharts", "QtGraphs", "QtHttpServer", "QtDataVisualization", "QtWebEngine")
KNOWS_QT = {"app", "archive_desk", "debrief", "desktop", "evening", "launch", "selftest"}
IMPURE = {
    "asyncio",
    "concurrent",
    "datetime",
    "logging",
    "multiprocessing",
    "os",
    "pathlib",
    "queue",
    "random",
    "secrets",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "threading",
    "time",
    "uuid",
}
MODULES = pytest.mark.parametrize("module", modules(), ids=lambda module: module.path)


@MODULES
def test_no_part_of_qt_is_used_whose_licence_does_not_fit_ours(module: Module) -> None:
    taken = [name for name in module.imports() if any(part in name for part in NOT_OURS_TO_SHIP)]
    assert taken == []


@MODULES
def test_only_the_screens_know_qt(module: Module) -> None:
    qt = [name for name in module.imports() if name.startswith("PySide6")]
    assert module.part() in KNOWS_QT or qt == []


@MODULES
def test_the_game_needs_the_standard_library_only_and_of_that_nothing_impure(
    module: Module,
) -> None:
    tops = {name.partition(".")[0] for name in module.imports()}
    if module.part() == "game":
        assert tops - sys.stdlib_module_names - {"dilemmaspel"} == set()
        assert tops & IMPURE == set()
