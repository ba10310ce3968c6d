"""The ground rules of the suite: offscreen, isolated, without a network, and strict about noise.

Qt paints on two screens that do not exist, a laptop and a beamer; look them up by name, since
the primary one differs. Every test gets a home of its own. A warning, a Qt message, a logged
error or a window that stays open fails the test that caused it.
"""

import gc
import logging
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SCREENS: Final = Path(__file__).with_name("screens.json")
_LOOPBACK: Final = ("127.", "::1", "localhost")


def _two_screens() -> str:
    """The offscreen platform with both screens; a drive's colon would end the option."""
    file = os.path.relpath(_SCREENS) if sys.platform == "win32" else str(_SCREENS)
    return f"offscreen:configfile={file}"


if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = _two_screens()

settings.register_profile("suite", deadline=None, database=None, print_blob=True)
settings.load_profile("suite")


class NetworkUsedError(AssertionError):
    """A test reached for another machine."""


class _ErrorLog(logging.Handler):
    """Keeps what is logged at ERROR or above, from every thread."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test, so that none meets a real person's data."""
    own = tmp_path / "home"
    own.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(own))
    for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(own / kind.lower()))
    monkeypatch.setenv("DILEMMASPEL_HOME", str(own / "dilemmaspel"))
    return own


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    lookup = socket.getaddrinfo

    def guarded(own: socket.socket, address: Any) -> None:
        _refuse_other_machines(own.family, address)
        connect(own, address)

    def guarded_ex(own: socket.socket, address: Any) -> int:
        _refuse_other_machines(own.family, address)
        return connect_ex(own, address)

    def guarded_lookup(host: Any, *rest: Any, **options: Any) -> Any:
        if host:
            _refuse_other_machines(socket.AF_INET, (host,))
        return lookup(host, *rest, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_lookup)


def _refuse_other_machines(family: int, address: Any) -> None:
    if family in {socket.AF_INET, socket.AF_INET6}:
        host = address[0].decode() if isinstance(address[0], bytes) else str(address[0])
        if not host.startswith(_LOOPBACK):
            raise NetworkUsedError(f"A test may only reach this machine, not {host}.")


@pytest.fixture(autouse=True)
def _no_logged_errors(request: pytest.FixtureRequest) -> Iterator[None]:
    log = _ErrorLog()
    root = logging.getLogger()
    root.addHandler(log)
    yield
    root.removeHandler(log)
    if log.lines and request.node.get_closest_marker("logs_errors") is None:
        pytest.fail("Errors were logged:\n" + "\n".join(log.lines), pytrace=False)


@pytest.fixture(autouse=True, scope="module")
def _little_to_look_through() -> Iterator[None]:
    """Set what outlives a module apart, so that looking for windows stays quick to the end."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_windows_left() -> Iterator[None]:
    before = {id(window) for window in _windows()}
    yield
    if left := [window for window in _left_open() if id(window) not in before]:
        names = ", ".join(f"{type(window).__name__}({window.objectName()!r})" for window in left)
        for window in left:
            window.close()
            window.deleteLater()
        pytest.fail(f"Windows left after the test: {names}", pytrace=False)


def _left_open() -> list["QWidget"]:
    """The windows that outlive the test, once those nobody holds any more are gone."""
    if not _windows():
        return []
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return _windows()


@pytest.fixture(scope="session")
def played_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log with every flagship, each played once by 40; look in it, change nothing."""
    from tests.debrief.logged import simulated

    return simulated(tmp_path_factory.mktemp("played"))


def _windows() -> list["QWidget"]:
    """The windows of the application, if any test made one; without those of other windows."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    return [one for one in widgets.QApplication.topLevelWidgets() if one.parent() is None]
