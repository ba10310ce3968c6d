"""Looks at every widget of a page as somebody would who cannot see it, or reads no English."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, cast

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.handbook.book import load_book
from dilemmaspel.desktop.style import apply_style
from dilemmaspel.desktop.widgets.kit import TARGET
from dilemmaspel.desktop.widgets.titles import title_parts
from dilemmaspel.paths import handbook_dir, scenarios_dir
from dilemmaspel.scenario.library import Library
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme
from tools.catalogue import CATALOGUE, read

USABLE = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QAbstractSlider,
)
_R = QAccessible.Role
ROLES: tuple[tuple[type[QWidget], frozenset[QAccessible.Role]], ...] = (
    (QLineEdit, frozenset({_R.EditableText})),
    (QPlainTextEdit, frozenset({_R.EditableText})),
    (QTextBrowser, frozenset({_R.EditableText, _R.Document, _R.StaticText})),
    (QComboBox, frozenset({_R.ComboBox})),
    (QAbstractSpinBox, frozenset({_R.SpinBox})),
    (QAbstractSlider, frozenset({_R.Slider})),
    (QAbstractItemView, frozenset({_R.Table, _R.List, _R.Tree})),
)
"""What a screen reader must be told that each kind of widget is; for buttons see `_wanted`."""
EDGE = 0.9
"""The least change by the focus: a line of a pixel around it, but for round corners."""


PLACE = re.compile(r"\{[^{}]*\}")


@cache
def _translated() -> frozenset[str]:
    """Every message that has its Dutch."""
    ids = (entry.id for entry in read(CATALOGUE))
    return frozenset(one if isinstance(one, str) else one[0] for one in ids)


class Marked(Texts):
    """A language in which every message is marked: «what was said» and ⟨what was filled in⟩.

    What no catalogue knows stays bare: that nobody marked for the translators.
    """

    def __call__(self, message: str, /, **values: object) -> str:
        """Mark the message."""
        return self._mark(message, values) if message else ""

    def plural(self, one: str, many: str, /, n: int, **values: object) -> str:
        """Mark the form that fits."""
        return self._mark(one if n == 1 else many, {"n": n, **values}, one)

    def _mark(self, message: str, values: dict[str, object], known: str = "") -> str:
        if (known or message) not in _translated():
            return message.format(**values) if values else message
        if not values:
            return f"«{message}»"
        marked = PLACE.sub(r"⟨\g<0>⟩", message)
        return f"«{marked}»".format(**values)


INNERMOST = re.compile(r"«[^«»⟨⟩]*»")
FILLED = re.compile(r"⟨([^«»⟨⟩]*)⟩")
WORD = re.compile(r"(?<!\w)[^\W\d_]{2,}(?!\w)")
"""A word; a code has figures in it."""
SENTENCE = re.compile(r"""(?<=[.?!:"”]) """)
UNITS = frozenset(("km", "cm", "min", "pdf", "html", "xlsx", "csv"))


class Known:
    """What authors and users wrote, and names that are the same in every language."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._whole = "\n".join(sorted(" ".join(text.split()) for text in texts))
        lines = {one for line in self._whole.split("\n") for one in (line, *SENTENCE.split(line))}
        lines = {line.rstrip(".?!") for line in lines if len(line) > 2}
        lines |= {line[0].upper() + line[1:] for line in lines}
        self._lines = sorted(lines, key=len, reverse=True)

    def without(self, text: str) -> list[str]:
        """The words of a text that nobody known wrote."""
        whole = " ".join(text.replace("\u200b", "").split())
        rest = " ".join(one for one in SENTENCE.split(whole) if one not in self._whole)
        for line in self._lines:
            if line in rest:
                rest = re.sub(rf"(?<!\w){re.escape(line)}(?!\w)", " ", rest)
        return [word for word in WORD.findall(rest) if word not in UNITS]


@contextmanager
def dressed(points: float = 10.0, theme: str = "light") -> Iterator[None]:
    """Dress the application in the theme at a font size, and undress it after."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    font, palette, known = app.font(), app.palette(), app.property("dilemmaspel_points")
    app.setProperty("dilemmaspel_points", points)
    apply_style(app, load_theme(theme))
    yield
    app.setStyleSheet("")
    app.setProperty("dilemmaspel_points", known)
    app.setPalette(palette)
    app.setFont(font)


def focused() -> QWidget:
    """What has the keyboard; there always is something."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found


def in_front(qtbot: QtBot, window: QWidget) -> None:
    """Show a window as large as the smallest laptop we play on, and give it the keyboard."""
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


NOT_DUTCH = re.compile(r"(?<![\w.])\d+\.\d{1,2}(?![\w.])|(?<![\w,])\d{1,3},\d{3}(?![\w,])")
"""A number with its point or its thousands as English writes them."""


def unmarked(text: str, known: Known) -> list[str]:
    """The words of a text that are neither from the catalogue nor known: nobody translates them.

    A number that is not written as Dutch writes it bypasses the catalogue just so.
    """
    rest, before, loose = text, "", NOT_DUTCH.findall(text)
    while rest != before:
        before = rest
        loose += [word for found in FILLED.findall(rest) for word in known.without(found)]
        rest = INNERMOST.sub("", FILLED.sub("", rest))
    return loose + known.without(rest)


@cache
def written_by_authors() -> frozenset[str]:
    """Everything that stands in the shipped scenarios and in the titles of the handbook."""
    texts: set[str] = set()
    for entry in Library([scenarios_dir()]).entries():
        texts.update(strings(entry.scenario))
        texts.update(filter(None, title_parts(entry.title)))
    for subject in load_book(handbook_dir(), "nl").subjects:
        texts.update(section.title for section in subject.sections)
    return frozenset(texts)


def strings(thing: Any) -> Iterator[str]:
    """Every text inside a thing that is made of data."""
    if isinstance(thing, Enum):
        return
    if isinstance(thing, str):
        yield thing
    elif is_dataclass(thing):
        for part in fields(thing):
            yield from strings(getattr(thing, part.name))
    elif isinstance(thing, Mapping):
        yield from strings([*thing, *thing.values()])
    elif isinstance(thing, Iterable):
        for one in thing:
            yield from strings(one)


def visible(page: QWidget) -> list[QWidget]:
    """Everything that is there for whoever scrolls, the page itself too."""
    return [page, *(one for one in page.findChildren(QWidget) if one.isVisibleTo(page))]


def usable(page: QWidget) -> list[QWidget]:
    """Everything to press, to choose from or to write in; not what Qt makes inside those."""
    return [
        one
        for one in visible(page)
        if isinstance(one, USABLE)
        and not isinstance(one, QScrollBar | QHeaderView)
        and not one.objectName().startswith("qt_")
        and not isinstance(one.parentWidget(), USABLE)
    ]


def _texts(one: QWidget) -> Iterator[str]:
    """What a widget shows, hints at, and says to a screen reader."""
    yield from (one.toolTip(), one.accessibleName(), one.accessibleDescription())
    yield from (one.whatsThis(), one.windowTitle() if one.isWindow() else "")
    if isinstance(one, QLabel | QAbstractButton):
        yield one.text()
    elif isinstance(one, QLineEdit):
        yield one.placeholderText()
    elif isinstance(one, QComboBox):
        yield from (one.itemText(n) for n in range(one.count()))
    elif isinstance(one, QAbstractSpinBox):
        yield one.text()
    elif isinstance(one, QAbstractItemView) and one.model() is not None:
        yield from _cells(one.model())


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    root = QModelIndex()
    columns = model.columnCount(root) if isinstance(model, QAbstractTableModel) else 1
    rows = model.rowCount(root)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(rows):
            yield str(model.index(row, column, root).data() or "")


@dataclass
class Looked:
    """What was looked at on all pages, and what is wrong with it."""

    known: Known
    """What may be shown without a mark."""
    pages: list[str] = field(default_factory=list)
    widgets: int = 0
    stops: int = 0
    texts: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    bypass: dict[str, str] = field(default_factory=dict)
    """Text that bypasses the catalogue -> page and widget."""
    styles: set[object] = field(default_factory=set)
    """Looks of widgets that were painted with and without the focus."""

    @property
    def counts(self) -> tuple[int, int, int, int, int]:
        """How much was looked at: pages, widgets, stops of Tab, styles of focus, texts."""
        return len(self.pages), self.widgets, self.stops, len(self.styles), len(self.texts)

    def look(self, page: str, root: QWidget) -> None:
        """Look at everything on a page."""
        found = usable(root)
        self.pages.append(page)
        self.widgets += len(found)
        self.stops += sum(_is_stop(one) for one in found)
        for one in found:
            self.wrong += [f"{page}: {one.objectName() or one}: {what}" for what in _faults(one)]
            self._see_focus(page, one)
        self._twins(page, found)
        for one in visible(root):
            self._read(page, one)

    def _twins(self, page: str, found: list[QWidget]) -> None:
        groups = Counter((_role(one), one.accessibleName()) for one in found)
        names = Counter(one.objectName() for one in found)
        self.wrong += [
            f"{page}: two things are called {n}" for (_, n), k in groups.items() if k > 1
        ]
        self.wrong += [f"{page}: two widgets named {n}" for n, k in names.items() if k > 1]

    def _read(self, page: str, one: QWidget) -> None:
        for text in _texts(one):
            if text and text not in self.texts:
                self.texts.add(text)
                for loose in unmarked(text, self.known):
                    self.bypass.setdefault(loose, f"{page}: {one.objectName()}: {text!r}")

    def _see_focus(self, page: str, one: QWidget) -> None:
        """Paint a widget of each style with and without the focus: that must differ."""
        own = one.objectName() if f"#{one.objectName()}:focus" in _style_sheet() else ""
        looks = (one.property(name) for name in ("kind", "vote", "state"))
        style = (type(one), *looks, _is_on(one), own)
        ours = _is_stop(one) and one.isVisible() and one.window().isActiveWindow()
        if style in self.styles or not ours:
            return
        self.styles.add(style)
        had = QApplication.focusWidget()
        if had is one:
            one.clearFocus()
        before = _picture(one)
        one.setFocus(Qt.FocusReason.TabFocusReason)
        if not one.hasFocus() or _differing(_picture(one), before) < EDGE * _around(one):
            self.wrong.append(f"{page}: {one.objectName()}: the focus does not show")
        if had is not None:
            had.setFocus()


def _is_on(one: QWidget) -> bool:
    return isinstance(one, QAbstractButton) and one.isChecked()


def _is_stop(one: QWidget) -> bool:
    return one.isEnabled() and bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _picture(one: QWidget) -> QImage:
    return one.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _differing(one: QImage, other: QImage) -> int:
    """How many pixels of two pictures of one size differ."""
    pixels = zip(*(memoryview(bytes(it.constBits())).cast("I") for it in (one, other)), strict=True)
    return sum(a != b for a, b in pixels)


def _around(one: QWidget) -> float:
    """The length of the edge of a widget in pixels; of a slider, that of its handle."""
    across = one.height() if isinstance(one, QAbstractSlider) else one.width()
    return 2 * (across + one.height()) * one.devicePixelRatioF()


def _style_sheet() -> str:
    app = QApplication.instance()
    return app.styleSheet() if isinstance(app, QApplication) else ""


def _role(one: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(one).role()


def _wanted(one: QWidget) -> frozenset[QAccessible.Role]:
    """What a screen reader must be told that a widget is."""
    if isinstance(one, QAbstractButton):
        group = cast("QButtonGroup | None", one.group())
        single = one.autoExclusive() or (group is not None and group.exclusive())
        held = _R.RadioButton if single else _R.CheckBox
        return frozenset({held if one.isCheckable() else _R.Button})
    return next((roles for kind, roles in ROLES if isinstance(one, kind)), frozenset())


def _bare(text: str) -> str:
    """A text as somebody says it to press what shows it: without marks, lines and signs."""
    return " ".join(re.sub(r"[«»⟨⟩\u200b&]", "", text).casefold().split()).rstrip(".… ")


def _faults(one: QWidget) -> Iterator[str]:
    spoken = QAccessible.queryAccessibleInterface(one)
    if not one.objectName():
        yield "has no object name"
    if not one.accessibleName().strip() or not spoken.text(QAccessible.Text.Name).strip():
        yield "has no name to hear"
    if spoken.role() not in _wanted(one):
        yield f"is heard as {spoken.role()}"
    if min(one.width(), one.height()) < TARGET:
        yield f"is {one.width()} by {one.height()}, too small to press"
    if isinstance(one, QAbstractButton) and _bare(one.text()) not in _bare(one.accessibleName()):
        yield f"shows {one.text()!r} and is called {one.accessibleName()!r}"
    writes = isinstance(one, QPlainTextEdit | QTextEdit) and not one.tabChangesFocus()
    if writes or (isinstance(one, QAbstractItemView) and one.tabKeyNavigation()):
        yield "keeps the Tab key"
