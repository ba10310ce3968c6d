"""The window on the laptop: one page at a time, a line for messages, and a careful way out."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import named, tight
from dilemmaspel.desktop.widgets.notice import Notice
from dilemmaspel.desktop.widgets.onscreen import screen_of
from dilemmaspel.desktop.widgets.settling import settle_layouts
from dilemmaspel.texts import Texts

SESSION = "session"
"""The name of the page of a running session."""

LEAST_WIDTH, LEAST_HEIGHT = 960, 600
USUAL_WIDTH, USUAL_HEIGHT = 1366, 768
_FRAME = 48
"""What a system puts around a window at most: a bar with its title, and edges."""


class MainWindow(QMainWindow):
    """Shows the page it is told to show; pages are given to it by name."""

    helpRequested = Signal()
    closed = Signal()
    """The window is closing for good."""

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._sure = False
        self._pages: dict[str, QWidget] = {}
        named(self, "mainWindow", t("Dilemmaspel"))
        self.setWindowTitle(t("Dilemmaspel"))
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(USUAL_WIDTH, USUAL_HEIGHT)
        self.notice = Notice(t, "shellNotice", "warning")
        self.news = Notice(t, "shellNews", "check")
        self._stack = QStackedWidget()
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        tight(self._column)
        self._column.addWidget(self.notice)
        self._column.addWidget(self.news)
        self._column.addWidget(self._stack, 1)
        self.setCentralWidget(inner)

    def appear(self) -> None:
        """Come on the screen; one where the usual size does not fit with its frame is filled."""
        room = screen_of(self).availableGeometry()
        if room.width() < USUAL_WIDTH + _FRAME or room.height() < USUAL_HEIGHT + _FRAME:
            self.showMaximized()
        else:
            self.show()

    def give(self, name: str, page: QWidget) -> None:
        """Take a page under a name; the one that had the name before goes."""
        self.take(name)
        self._pages[name] = page
        self._stack.addWidget(page)

    def take(self, name: str) -> None:
        """Let go of a page."""
        old = self._pages.pop(name, None)
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()

    def show_page(self, name: str) -> None:
        """Show a page that was given; an unknown name raises KeyError."""
        self._stack.setCurrentWidget(self._pages[name])

    def page(self, name: str) -> QWidget | None:
        """The page with this name, if one was given."""
        return self._pages.get(name)

    @property
    def shown(self) -> str:
        """The name of the page that is shown; empty when there is none."""
        current = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is current), "")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            settle_layouts()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1 and self.shown != SESSION:
            self.helpRequested.emit()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if SESSION in self._pages and not self._sure:
            event.ignore()
            self._ask()
            return
        event.accept()
        self.closed.emit()

    def _ask(self) -> None:
        from dilemmaspel.desktop.widgets.question import Answer, Question, QuestionStrip

        strip = self.findChild(QuestionStrip, "shellQuestion")
        if strip is None:
            strip = named(QuestionStrip(self._t), "shellQuestion", self._t("Question"))
            self._column.insertWidget(0, strip)
        t = self._t
        strip.ask(
            Question(
                text=t("Close the game? The session is not finished."),
                detail=t("Everything is saved. You can resume it from the start screen."),
                answers=(
                    Answer("stay", t("Stay here")),
                    Answer("close", t("Close the game"), then=partial(self._close)),
                ),
            )
        )

    def _close(self, _reason: str) -> None:
        self._sure = True
        self.close()
