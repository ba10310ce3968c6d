"""The beamer's window, and the stage hand that keeps it where it belongs."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPalette, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dilemmaspel.debrief.cockpit import Cockpit
from dilemmaspel.desktop.beamer.canvas import BeamerCanvas, Now
from dilemmaspel.desktop.beamer.screens import Place, Plan, Stage, places, plan, screen_named
from dilemmaspel.desktop.widgets.onscreen import screen_of
from dilemmaspel.desktop.widgets.timing import once
from dilemmaspel.game.views import PublicView
from dilemmaspel.texts import Texts
from dilemmaspel.theme import Theme

_SETTLE_MS: Final = 150
"""Screens come and go in bursts; the window moves when they have settled."""

_PREVIEW: Final = QSize(800, 450)
_EDGE: Final = 24


class BeamerWindow(QWidget):
    """Holds nothing but the picture; keys that reach it are handed on."""

    keyHandedOn = Signal(object)
    """A QKeyEvent that the controls should have."""
    fullScreenAsked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, texts: Texts, now: Now) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("beamerWindow")
        t = texts
        self.setWindowTitle(t("Dilemmaspel – beamer"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.canvas = BeamerCanvas(theme, texts, now, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        self.setAutoFillBackground(True)
        self.set_theme(theme)

    def show_view(self, view: PublicView, cockpit: Cockpit | None = None) -> None:
        """Show what the room may see now, in the debrief with the figure of its question."""
        self.canvas.show_view(view, cockpit)

    def set_theme(self, theme: Theme) -> None:
        """Dress picture and edges in a theme."""
        dress = self.palette()
        dress.setColor(QPalette.ColorRole.Window, theme.colour("ground"))
        self.setPalette(dress)
        self.canvas.set_theme(theme)

    def fill(self, screen: QScreen) -> None:
        """Fill a screen, without a frame and without a pointer."""
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def preview(self) -> None:
        """Stand in a window that can be moved and closed, in a corner and behind the controls."""
        self.unsetCursor()
        self.showNormal()
        self.resize(_PREVIEW)
        corner = screen_of(self).availableGeometry().bottomRight()
        self.move(corner.x() - _PREVIEW.width() - _EDGE, corner.y() - _PREVIEW.height() - _EDGE)
        if QGuiApplication.platformName() != "offscreen":
            self.lower()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        leaves = event.key() == Qt.Key.Key_Escape and self.isFullScreen()
        if event.key() == Qt.Key.Key_F11 or leaves:
            self.fullScreenAsked.emit()
            return
        self.keyHandedOn.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)


class BeamerStage(QObject):
    """Puts the window on the second screen by itself, and back when that returns.

    The window never covers the screen of the controls by itself: when its own screen goes away
    it hides until there is one again.
    """

    planChanged = Signal(object)
    """The new `Plan`; the presenter says it with `stage_sentence`."""

    def __init__(self, window: BeamerWindow, controls: QWidget, wanted: str = "") -> None:
        """Watch the screens for `window`; `wanted` names the screen that is preferred."""
        super().__init__(window)
        self._window = window
        self._controls = controls
        self._wanted = wanted
        self._plan = Plan(Stage.OFF)
        self._windowed = False
        self._settle = once(self, _SETTLE_MS, self._on_settled)
        self._watch()
        controls.installEventFilter(self)
        window.fullScreenAsked.connect(self.toggle)
        window.closed.connect(self._on_closed)

    def _watch(self) -> None:
        app = QGuiApplication.instance()
        if not isinstance(app, QGuiApplication):
            return
        app.screenAdded.connect(self._on_added)
        app.screenRemoved.connect(self._on_removed)
        app.primaryScreenChanged.connect(self._on_changed)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._on_changed)

    @property
    def plan(self) -> Plan:
        """Where the picture is now."""
        return self._plan

    def open(self) -> None:
        """Show the picture where it belongs."""
        if self._plan.stage is Stage.OFF:
            self._plan = Plan(Stage.PREVIEW)
        self._windowed = False
        self._place(self._planned())

    def open_windowed(self) -> None:
        """Show the picture in a window of its own, whatever screens there are."""
        self._windowed = True
        self._window.preview()
        self._apply(Plan(Stage.WINDOWED))

    def shut(self) -> None:
        """Take the picture away."""
        self._settle.stop()
        self._apply(Plan(Stage.OFF))
        self._window.hide()

    def choose(self, screen: str) -> None:
        """Prefer a screen by its name; empty lets the game choose."""
        self._wanted = screen
        if self._plan.stage is not Stage.OFF:
            self.open()

    def toggle(self) -> None:
        """Go from full screen to a window, or back."""
        if self._window.isFullScreen():
            self._windowed = True
            self._window.preview()
            self._apply(Plan(Stage.WINDOWED, self._plan.screen))
            return
        self._windowed = False
        self._place(self._planned())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._controls and event.type() == QEvent.Type.ScreenChangeInternal:
            self._on_changed()
        return super().eventFilter(watched, event)

    def _screens(self) -> tuple[Place, ...]:
        return places()

    def _planned(self) -> Plan:
        screens = self._screens()
        name = screen_of(self._controls).name() if screens else ""
        return plan(screens, name, self._wanted, self._plan)

    def _place(self, wanted: Plan) -> None:
        """Move the window to where the plan says; the controls keep the keyboard."""
        had_keys = self._controls.isActiveWindow()
        screen = screen_named(wanted.screen) if wanted.screen else None
        if wanted.stage is Stage.SHOWN and screen is not None:
            self._window.fill(screen)
        elif wanted.stage is Stage.GONE:
            self._window.hide()
        else:
            self._window.preview()
        if had_keys:
            self._controls.activateWindow()  # a system may give them to any new window
        self._apply(wanted)

    def _apply(self, new: Plan) -> None:
        if new != self._plan:
            self._plan = new
            self.planChanged.emit(new)

    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_changed)
        self._on_changed()

    def _on_removed(self, screen: QScreen) -> None:
        """Hide at once, before the window is moved over the controls."""
        shown = self._plan.stage is Stage.SHOWN and self._plan.screen == screen.name()
        if shown:
            self._window.hide()
        self._on_changed()

    def _on_changed(self, *_: object) -> None:
        if self._plan.stage is not Stage.OFF and not self._windowed:
            self._settle.start()

    def _on_settled(self) -> None:
        if self._plan.stage is Stage.OFF or self._windowed:
            return
        now = self._planned()
        if now != self._plan or now.stage is Stage.SHOWN:
            self._place(now)

    def _on_closed(self) -> None:
        self._windowed = False
        self._apply(Plan(Stage.OFF))
