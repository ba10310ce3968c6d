"""Forgotten windows are cleared away on the window's own thread, whoever is busy."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.sweeper import Sweeper


class Ring(QWidget):
    """A window that only holds itself."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


@pytest.fixture
def sweeper() -> Iterator[Sweeper]:
    sweeper = Sweeper(every=1)
    yield sweeper
    sweeper.stop()


def busy() -> None:
    """Make rings until Python would have looked for them many times over."""
    for _ in range(20_000):
        ring: list[object] = []
        ring.append(ring)


def test_a_forgotten_window_dies_on_the_windows_thread(qtbot: QtBot, sweeper: Sweeper) -> None:
    threads: list[int] = []
    window = Ring()
    window.destroyed.connect(
        lambda: threads.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
    )
    del window
    other = threading.Thread(target=busy)
    other.start()
    other.join()
    assert threads == []
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.get_ident()]


def test_python_looks_by_itself_again_afterwards(qapp: object) -> None:
    assert gc.isenabled()
    sweeper = Sweeper()
    assert not gc.isenabled()
    sweeper.stop()
    assert gc.isenabled()


def test_of_two_sweepers_the_last_one_gives_it_back(qapp: object) -> None:
    first, second = Sweeper(), Sweeper()
    second.stop()
    assert not gc.isenabled()
    first.stop()
    assert gc.isenabled()
