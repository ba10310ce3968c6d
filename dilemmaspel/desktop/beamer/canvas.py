"""The widget that shows the beamer's picture, at any size, from the same painter as paper."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEasingCurve, QRect, QRectF, QSize, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from dilemmaspel.debrief.cockpit import Cockpit
from dilemmaspel.desktop.beamer import frame
from dilemmaspel.desktop.beamer.look import Look, NoPictures, Pictures
from dilemmaspel.desktop.beamer.page import GROWS, Painted, paint_page
from dilemmaspel.desktop.beamer.sheet import Sheet
from dilemmaspel.desktop.joining.info import JoinInfo
from dilemmaspel.desktop.style import load_fonts
from dilemmaspel.game.state import Agreement
from dilemmaspel.game.views import ClockView, PublicView
from dilemmaspel.texts import Texts
from dilemmaspel.theme import Theme
from dilemmaspel.words import OVERLAYS, PAGES

_LOG: Final = logging.getLogger(__name__)
_STILL: Final = ClockView(0, 0, None)
_TICK_MS: Final = 1_000
_SHAPE: Final = QSize(16, 9)

Now = Callable[[], int]


class BeamerCanvas(QWidget):
    """Paints a `PublicView`; showing the same view twice paints once.

    The page is kept as a picture and only its clock is painted anew. When a page cannot be
    painted the last good picture stays, and the log hears of it once.
    """

    def __init__(
        self, theme: Theme, texts: Texts, now: Now, *, parent: QWidget | None = None
    ) -> None:
        """Make a canvas; `now` gives the moment on the session's clock in milliseconds."""
        super().__init__(parent)
        load_fonts()
        self._now = now
        self._look = Look(theme, texts)
        self._view: PublicView | None = None
        self._still: QPixmap | None = None
        self._fresh = False
        self._size = QSize()
        self._failed: set[str] = set()
        self._motion = True
        self._growth = QVariantAnimation(self)
        self._growth.setStartValue(0.0)
        self._growth.setEndValue(1.0)
        self._growth.setDuration(theme.motion_ms)
        self._growth.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._growth.valueChanged.connect(self._on_growth)
        self._ticker = QTimer(self)
        self._ticker.setInterval(_TICK_MS)
        self._ticker.timeout.connect(self._on_tick)
        self.setObjectName("beamerCanvas")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_view(self, view: PublicView, cockpit: Cockpit | None = None) -> None:
        """Show what the room may see now, in the debrief with the figure of its question."""
        before, self._view = self._view, view
        self._tick_or_rest()
        other = cockpit != self._look.cockpit
        fresh = _figure(cockpit) != _figure(self._look.cockpit)
        self._look = replace(self._look, cockpit=cockpit)
        if before is not None and not other and _without_clock(before) == _without_clock(view):
            self.update(self._clock_strip())
            return
        moved = before is None or _place(before) != _place(view)
        self._look = replace(self._look, reading=self._look.reading and not moved)
        arrived = moved or fresh
        self._redraw(growing=arrived and view.page in GROWS)

    def set_theme(self, theme: Theme) -> None:
        """Dress the page in another theme."""
        self._dress(replace(self._look, theme=theme))

    def set_texts(self, texts: Texts) -> None:
        """Write the page in another language."""
        self._dress(replace(self._look, t=texts))

    def set_pictures(self, pictures: Pictures | None) -> None:
        """Take the pictures from somewhere else; None has no pictures."""
        self._dress(replace(self._look, pictures=pictures or NoPictures()))

    def set_code(self, code: str) -> None:
        """Set the check code that the closing page shows; empty shows none."""
        self._dress(replace(self._look, code=code))

    def set_draft(self, draft: Agreement | None) -> None:
        """Show an agreement while it is typed; None when nothing is."""
        self._dress(replace(self._look, draft=draft))

    def set_join(self, info: JoinInfo | None, *, shown: bool) -> None:
        """Show how to come in with a phone over whatever page there is, or put that away."""
        self._dress(replace(self._look, join=info if shown else None))

    def set_reading(self, *, shown: bool) -> None:
        """Ask over whatever page there is whether everybody can read, until the next page."""
        self._dress(replace(self._look, reading=shown))

    def set_now(self, now: Now) -> None:
        """Take the moment from another clock."""
        self._now = now
        self.update(self._clock_strip())

    def set_motion(self, motion: bool) -> None:
        """Let bars grow, or show everything at once."""
        self._motion = motion

    @property
    def view(self) -> PublicView | None:
        """What is shown."""
        return self._view

    @property
    def join(self) -> JoinInfo | None:
        """How to come in with a phone, while that is shown."""
        return self._look.join

    @property
    def asks_reading(self) -> bool:
        """Whether the room is asked if everybody can read."""
        return self._look.reading

    @property
    def is_moving(self) -> bool:
        """Whether bars are growing now."""
        return self._growth.state() is QVariantAnimation.State.Running

    def sizeHint(self) -> QSize:
        return _SHAPE * 40

    def _dress(self, look: Look) -> None:
        if look != self._look:
            self._look = look
            self._redraw(growing=False)

    def _redraw(self, *, growing: bool) -> None:
        self._growth.stop()
        self._fresh = False
        covered = self._look.reading or self._look.join is not None
        hidden = self._view is None or self._view.blank or covered
        grows = growing and self._motion and not hidden
        self._look = replace(self._look, progress=0.0 if grows else 1.0)
        if grows:
            self._growth.start()
        self.update()

    def _on_growth(self, share: float) -> None:
        self._look = replace(self._look, progress=float(share))
        self._fresh = False
        self.update()

    def _on_tick(self) -> None:
        self.update(self._clock_strip())

    def _tick_or_rest(self) -> None:
        view = self._view
        runs = view is not None and view.clock.since is not None and view.clock.planned > 0
        if runs and not self._ticker.isActive():
            self._ticker.start()
        elif not runs:
            self._ticker.stop()

    def _page_rect(self) -> QRectF:
        """The largest part of the widget with the proportions of the page."""
        scale = min(self.width() / frame.WIDTH, self.height() / frame.HEIGHT)
        size = QRectF(0, 0, frame.WIDTH * scale, frame.HEIGHT * scale)
        size.moveCenter(QRectF(self.rect()).center())
        return size

    def _pixels(self, page: QRectF) -> QSize:
        """How many pixels of the screen the page has."""
        ratio = self.devicePixelRatioF()
        return QSize(max(1, round(page.width() * ratio)), max(1, round(page.height() * ratio)))

    def _clock_strip(self) -> QRect:
        page = self._page_rect()
        high = page.height() * frame.CLOCK / frame.HEIGHT
        return QRectF(page.left(), page.bottom() - high, page.width(), high).toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        page = self._page_rect()
        if not self._fresh or self._size != self._pixels(page):
            self._paint_still(page)
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._ground())
        if self._still is not None:
            painter.drawPixmap(page, self._still, QRectF(self._still.rect()))
        if self._view is not None and not self._view.blank:
            painter.translate(page.topLeft())
            painter.scale(page.width() / frame.WIDTH, page.height() / frame.HEIGHT)
            frame.clock_bar(Sheet(painter, replace(self._look, now=self._now())), self._view)
        painter.end()

    def _ground(self) -> QColor:
        dark = self._view is not None and self._view.blank
        return QColor("#000000" if dark else self._look.theme.colour("ground"))

    def _paint_still(self, page: QRectF) -> None:
        """Paint the page without its clock; on a fault keep what there was."""
        self._fresh, self._size = True, self._pixels(page)
        if self._view is None:
            return
        pixmap = QPixmap(self._size)
        painter = QPainter(pixmap)
        painter.scale(pixmap.width() / frame.WIDTH, pixmap.height() / frame.HEIGHT)
        try:
            painted = paint_page(painter, self._view, self._look, clock=False)
        except Exception:  # noqa: BLE001 - the room keeps the last good picture
            self._tell_once(self._view.page.value)
            return
        finally:
            painter.end()
        self._still = pixmap
        self._speak(painted)

    def _tell_once(self, page: str) -> None:
        if page not in self._failed:
            self._failed.add(page)
            _LOG.exception("The page %s of the beamer could not be painted.", page)

    def _speak(self, painted: Painted) -> None:
        """Give the page as sentences to those who hear the screen."""
        if self._view is None:
            return
        t, view = self._look.t, self._view
        title = t(OVERLAYS[view.overlay] if view.overlay.value != "none" else PAGES[view.page])
        title = t("Join with your phone") if self._look.join else title
        title = t("Can everybody read this?") if self._look.reading else title
        name = t("The beamer is dark") if view.blank else t("On the beamer: {page}", page=title)
        if self.accessibleName() != name:
            self.setAccessibleName(name)
        words = " ".join(painted.sentences)
        if self.accessibleDescription() != words:
            self.setAccessibleDescription(words)


def _without_clock(view: PublicView) -> PublicView:
    return replace(view, clock=_STILL)


def _figure(cockpit: Cockpit | None) -> tuple[int, str] | None:
    return (cockpit.number, cockpit.chosen) if cockpit else None


def _place(view: PublicView) -> tuple[object, ...]:
    dilemma = view.dilemma.id if view.dilemma else None
    return (view.phase, view.page, view.page_number, dilemma, view.blank, view.overlay)
