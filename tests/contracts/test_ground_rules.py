"""The suite's own strictness: each rule of `conftest.py` fails the test that breaks it."""

from pathlib import Path

import pytest

from tests.contracts.code import ROOT

pytest_plugins = ["pytester"]

BREAKS_A_RULE = {
    "a_window_left": "w = QMainWindow(); w.show(); kept.append(w)",
    "a_hidden_window_left": "kept.append(QMainWindow())",
    "a_logged_error": "logging.getLogger('x').error('boe')",
    "a_warning": "warnings.warn('boe')",
    "a_qt_message": "qWarning('boe')",
    "an_address_elsewhere": "socket.create_connection(('192.0.2.1', 80), 1)",
    "a_name_elsewhere": "socket.getaddrinfo('example.invalid', 80)",
    "a_socket_elsewhere": ("with socket.socket() as s: s.connect_ex(('192.0.2.1', 9))"),
}
KEEPS_THEM = {
    "a_window_closed": "w = QMainWindow(); qtbot.addWidget(w); w.show()",
    "a_window_nobody_holds": "w = QMainWindow(); w.me = w",
    "a_logged_warning": "logging.getLogger('x').warning('boe')",
    "a_connection_here": (
        "with socket.create_server(('127.0.0.1', 0)) as s:"
        " socket.create_connection(s.getsockname()).close()"
    ),
    "two_screens": (
        "assert {s.name(): s.size().toTuple() for s in QGuiApplication.screens()}"
        " == {'laptop': (1366, 768), 'beamer': (1920, 1080)}"
    ),
}
HEAD = """
import logging, pytest, socket, warnings
from PySide6.QtCore import qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
kept = []

@pytest.mark.logs_errors
def test_ok_an_error_that_was_asked_for():
    logging.getLogger('x').error('boe')
"""


def source() -> str:
    tests = [f"def test_bad_{name}(qtbot):\n    {line}\n" for name, line in BREAKS_A_RULE.items()]
    tests += [f"def test_ok_{name}(qtbot):\n    {line}\n" for name, line in KEEPS_THEM.items()]
    return HEAD + "\n".join(tests)


def test_each_rule_fails_the_test_that_breaks_it_and_no_other(
    pytester: pytest.Pytester,
) -> None:
    for name in ("conftest.py", "screens.json"):
        (pytester.path / name).write_bytes((ROOT / "tests" / name).read_bytes())
    (pytester.path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    (pytester.path / "test_rules.py").write_text(source(), encoding="utf-8")
    result = pytester.runpytest_subprocess(Path("test_rules.py"), "-p", "no:cacheprovider", "-rA")
    told = [line.split(" ")[:2] for line in result.outlines if "test_rules.py::test_" in line]
    broken = {name.split("::")[1] for verdict, name in told if verdict in {"FAILED", "ERROR"}}
    assert broken == {f"test_bad_{name}" for name in BREAKS_A_RULE}
