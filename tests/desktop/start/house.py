"""What the tests of the pages before and after a session share."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QTableView,
    QWidget,
)

from dilemmaspel.desktop.foyer import Foyer
from dilemmaspel.desktop.shell import MainWindow
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.library import Library, Loaded
from dilemmaspel.settings import Settings
from dilemmaspel.storage.archive import SessionInfo, Status
from dilemmaspel.texts import Texts

T = Texts("en")
DUTCH = Texts("nl")
TARGET = 32
SLACK = 1
NOON = 1_780_000_000_000
"""A moment in 2026, in milliseconds since the epoch."""

PRESSED = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QTableView)


@cache
def shipped() -> tuple[Loaded, ...]:
    """The scenarios that come with the game."""
    return Library([scenarios_dir()]).entries()


def playable(entry: Loaded) -> Scenario:
    """The scenario of an entry that can be played."""
    assert entry.scenario is not None
    return entry.scenario


def broken_entry(folder: Path) -> Loaded:
    """A shipped scenario with more than twenty mistakes in its file, copied into a folder."""
    source = scenarios_dir() / "f1-de-schakel"
    copy = folder / "broken"
    copy.mkdir(parents=True)
    (folder / "roles.yaml").write_bytes((scenarios_dir() / "roles.yaml").read_bytes())
    text = (source / "scenario.yaml").read_text(encoding="utf-8")
    text = text.replace("id: f1-de-schakel", "id: broken", 1).replace("label:", "lable:")
    (copy / "scenario.yaml").write_text(text, encoding="utf-8")
    (entry,) = Library([folder]).entries()
    assert not entry.is_playable
    return entry


def info(
    number: int,
    status: Status = Status.INTERRUPTED,
    title: str = "De Schakel",
    *,
    practice: bool = False,
    organisation: str = "Welzijn Waterkant",
) -> SessionInfo:
    """One session of a log."""
    at = NOON + number * 86_400_000
    return SessionInfo(
        id=f"s{number}",
        status=status,
        scenario_id="f1-de-schakel",
        scenario_title=title,
        started_at=at,
        ended_at=None,
        last_seen=at + 60_000,
        phase="talk",
        participants=8,
        people=10 + number,
        practice=practice,
        organisation=organisation,
        kind="rollenspel",
        profile="standaard",
    )


class House:
    """The window with its foyer, and everything it asked for."""

    def __init__(self, t: Texts = T, settings: Settings | None = None) -> None:
        self.window = MainWindow(t)
        self.opened: list[Path] = []
        self.foyer = Foyer(t, self.window, settings or Settings(), self.opened.append)
        self.asked: list[tuple[str, object]] = []
        for name in (
            "startRequested",
            "resumeRequested",
            "endRequested",
            "archiveRequested",
            "settingsChanged",
            "libraryRequested",
        ):
            self._listen(name)
        self.foyer.go_to_start()

    def _listen(self, name: str) -> None:
        def heard(*what: object) -> None:
            self.asked.append((name, what[0] if what else None))

        getattr(self.foyer, name).connect(heard)

    def last(self, name: str) -> object:
        """What was asked last under a name."""
        return [what for said, what in self.asked if said == name][-1]

    def find(self, name: str) -> QWidget:
        """The widget with this name that can be seen."""
        found = [one for one in self.window.findChildren(QWidget, name) if one.isVisible()]
        assert len(found) == 1, (name, found)
        return found[0]

    def press(self, name: str) -> None:
        """Press a button."""
        button = self.find(name)
        assert isinstance(button, QAbstractButton), name
        button.click()

    def text(self, name: str) -> str:
        """What a label or line says."""
        shown = self.find(name)
        assert isinstance(shown, QLabel | QLineEdit), name
        return shown.text()


def visible(window: QWidget) -> list[QWidget]:
    """Every part that is there for whoever scrolls."""
    return [one for one in window.findChildren(QWidget) if one.isVisibleTo(window)]


def controls(window: QWidget) -> list[QWidget]:
    """Everything to press or to write in; not the parts that Qt makes inside it."""
    return [
        one
        for one in visible(window)
        if isinstance(one, PRESSED)
        and not one.objectName().startswith("qt_")
        and not isinstance(one.parent(), PRESSED)
    ]


def height_wanted(one: QWidget, *, focus: bool) -> int:
    """The height that the style wants for a button with words, with the focus or without."""
    if not isinstance(one, QPushButton) or not one.text():
        return 0
    option, has = QStyleOptionButton(), QStyle.StateFlag.State_HasFocus
    one.initStyleOption(option)
    option.state = option.state | has if focus else option.state & ~has
    words = one.fontMetrics().size(0, one.text())
    kind = QStyle.ContentsType.CT_PushButton
    return one.style().sizeFromContents(kind, option, words, one).height()


def cut(window: QWidget) -> list[str]:
    """What does not fit where it stands."""
    found = []
    for one in visible(window):
        if isinstance(one, QLabel) and one.text():
            found += _cut_label(one)
        elif isinstance(one, QAbstractButton) and one.layout() is None and one.text():
            needed = one.sizeHint().width()
            if one.width() + SLACK < needed:
                found.append(f"{one.objectName()} is {one.width()} wide, needs {needed}")
        elif isinstance(one, QScrollArea):
            room, content = one.viewport().width(), one.widget()
            never = one.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if never and content is not None and content.width() > room + SLACK:
                found.append(f"{one.objectName()} is {room} wide, holds {content.width()}")
    return found + _outside(window)


def _outside(window: QWidget) -> list[str]:
    """Parts that stick out of what they stand in."""
    found = []
    for one in visible(window):
        parent = one.parentWidget()
        if parent is None or not isinstance(one, QLabel | QAbstractButton | QLineEdit):
            continue
        if one.geometry().right() > parent.width() + SLACK or one.x() < 0:
            found.append(f"{one.objectName()} {one.geometry()} sticks out of {parent.size()}")
    return found


def _cut_label(label: QLabel) -> list[str]:
    said = f"{label.objectName()}: {label.text()[:40]!r}"
    wraps = label.wordWrap()
    needed = label.heightForWidth(label.width()) if wraps else label.sizeHint().height()
    metrics = QFontMetrics(label.font())
    parts = label.text().split() if wraps else label.text().splitlines()
    widest = max((metrics.horizontalAdvance(part) for part in parts), default=0)
    wrong = []
    if label.height() + SLACK < needed:
        wrong.append(f"{said} is {label.height()} high, needs {needed}")
    if label.contentsRect().width() + SLACK < widest:
        wrong.append(f"{said} is {label.contentsRect().width()} wide, needs {widest}")
    return wrong
