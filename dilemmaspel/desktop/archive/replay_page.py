"""One session played again: the beamer as it was at any moment, and a slider to go there."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from dilemmaspel.desktop.archive.summary import Summary
from dilemmaspel.desktop.archive.timeline import place_words, timeline
from dilemmaspel.desktop.beamer.canvas import BeamerCanvas
from dilemmaspel.desktop.beamer.pictures import FolderPictures
from dilemmaspel.desktop.widgets.backpage import BackPage
from dilemmaspel.desktop.widgets.edges import top_row
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import (
    box,
    button,
    em,
    label,
    mood,
    named,
    say,
    sign_button,
    tight,
)
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.seeing import public_view
from dilemmaspel.storage.replay import Replay
from dilemmaspel.texts import Texts
from dilemmaspel.theme import Theme


class PlaceSlider(QSlider):
    """A slider over the events; Page Up and Page Down go by phase instead of by page."""

    phaseAsked = Signal(bool)
    """True for the next phase, False for the one before."""

    def __init__(self, t: Texts) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        named(self, "replaySlider", t("Moment of the session"))
        self.setMinimumHeight(32)
        self.setRange(1, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        phase = {Qt.Key.Key_PageUp: False, Qt.Key.Key_PageDown: True}.get(Qt.Key(event.key()))
        if phase is None:
            super().keyPressEvent(event)
        else:
            self.phaseAsked.emit(phase)


class Screen(QFrame):
    """Holds the beamer's picture in its own proportions, with an edge around it."""

    def __init__(self, canvas: BeamerCanvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._edge = mood(QFrame(self), "box", "screen")
        canvas.setParent(self._edge)
        named(self, "replayScreen")
        mood(self, "box", "plain")
        self.setMinimumSize(em() * 16, em() * 9)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.contentsRect()
        inside = room.size() - QSize(2, 2)
        size = QSize(16, 9).scaled(inside, Qt.AspectRatioMode.KeepAspectRatio)
        self._edge.setGeometry(QRect(room.topLeft(), size + QSize(2, 2)))
        self._canvas.setGeometry(QRect(1, 1, size.width(), size.height()))


class ReplayPage(BackPage):
    """Shows a `Replay`; the beamer's picture is painted by the beamer's own canvas."""

    def __init__(self, t: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("replay", t("Looking back at a session"), t("Back"), parent)
        self._t = t
        self._replay: Replay | None = None
        self._now = 0
        self.canvas = BeamerCanvas(theme, t, self._moment)
        self.canvas.setObjectName("replayCanvas")
        self.canvas.set_motion(motion=False)
        self.slider = PlaceSlider(t)
        self.slider.valueChanged.connect(self._on_moved)
        self.slider.phaseAsked.connect(self._on_phase)
        self._title: QLabel = label("", "title", "replayTitle")
        self._where: QLabel = label("", "strong", "replayWhere")
        self._place: QLabel = label("", "small", "replayPlace")
        self.phase_back: QPushButton = button("replayPhaseBack", t("Phase before"))
        self.step_back = sign_button("replayStepBack", t("One step back"), "back")
        self.step_on = sign_button("replayStepOn", t("One step on"), "next")
        self.phase_on: QPushButton = button("replayPhaseOn", t("Next phase"))
        self.debrief: QPushButton = button("replayDebrief", t("To the debrief"), "talk")
        self.timeline: QListWidget = named(QListWidget(), "replayTimeline", t("Timeline"))
        self.timeline.setWordWrap(True)
        self.timeline.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._facts = QVBoxLayout()
        tight(self._facts, 4)
        self._wire()
        self._arrange()

    def _wire(self) -> None:
        self.phase_back.clicked.connect(self._on_phase_back)
        self.phase_on.clicked.connect(self._on_phase_on)
        self.step_back.clicked.connect(self._on_step_back)
        self.step_on.clicked.connect(self._on_step_on)
        self.debrief.clicked.connect(self._on_debrief)
        self.timeline.activated.connect(self._on_chosen)
        self.timeline.clicked.connect(self._on_chosen)

    def _arrange(self) -> None:
        top = top_row(self.back, self._title, spacing=16)
        keys = FlowLayout(spacing=8)
        for one in (self.phase_back, self.step_back, self.step_on, self.phase_on, self.debrief):
            keys.addWidget(one)
        words = QHBoxLayout()
        tight(words, 16)
        words.addWidget(self._where, 1)
        words.addWidget(self._place)
        self._place.setWordWrap(False)
        left = QVBoxLayout()
        tight(left, 8)
        left.addWidget(Screen(self.canvas), 1)
        left.addLayout(words)
        left.addWidget(self.slider)
        left.addLayout(keys)
        card, column = box("card", "replayCard", 10, 16)
        column.addLayout(self._facts)
        column.addWidget(label(self._t("Timeline"), "strong"))
        column.addWidget(self.timeline, 1)
        card.setMinimumWidth(em() * 17)
        body = QHBoxLayout()
        tight(body, 20)
        body.setContentsMargins(40, 0, 40, 20)
        body.addLayout(left, 3)
        body.addWidget(card, 1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(top)
        layout.addLayout(body, 1)

    # ------------------------------------------------------------- what is shown

    def show_session(
        self, replay: Replay, summary: Summary, folder: Path | None, code: str
    ) -> None:
        """Show a session from its beginning; `code` is its check code."""
        self._replay = None  # nothing moves while the rest is made ready
        self.canvas.set_pictures(FolderPictures(folder))
        self.canvas.set_code(code)
        state = replay.end
        self._title.setText(state.scenario.title)
        self._show_facts(summary)
        self.timeline.clear()
        for line in timeline(self._t, replay):
            item = QListWidgetItem(line.words, self.timeline)
            item.setData(Qt.ItemDataRole.UserRole, line.place)
            font = item.font()
            font.setBold(line.is_heading)
            item.setFont(font)
        self.slider.setRange(1, len(replay))
        self.slider.setValue(1)
        self._replay = replay
        self.debrief.setVisible(self._debrief_place() is not None)
        self.go_to(1)
        self.slider.setFocus()

    def go_to(self, place: int) -> None:
        """Show the moment after so many events."""
        replay = self._replay
        if replay is None:
            return
        if self.slider.value() != place:
            self.slider.setValue(place)  # comes back here
            return
        state, self._now = replay.at(place)
        self.canvas.show_view(public_view(state))
        where, number = place_words(self._t, replay, place)
        self._where.setText(where)
        self._place.setText(number)
        self.slider.setAccessibleDescription(f"{where}. {number}")
        self.step_back.setEnabled(place > 1)
        self.phase_back.setEnabled(place > 1)
        self.step_on.setEnabled(place < len(replay))
        self.phase_on.setEnabled(place < len(replay))
        self._mark(place)

    @property
    def place(self) -> int:
        """How many events had happened at the moment that is shown."""
        return self.slider.value()

    def _moment(self) -> int:
        return self._now

    def _show_facts(self, summary: Summary) -> None:
        while (old := self._facts.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        lines = (summary.facts, *(f"• {one}" for one in summary.quality))
        for place, words in enumerate(lines):
            shown = label("", "muted" if place else "text", "replayFact")
            self._facts.addWidget(shown)
            say(shown, words)

    def _mark(self, place: int) -> None:
        """Mark the line of the timeline where this moment is."""
        wanted = -1
        for row in range(self.timeline.count()):
            if self.timeline.item(row).data(Qt.ItemDataRole.UserRole) > place:
                break
            wanted = row
        if wanted != self.timeline.currentRow():
            self.timeline.setCurrentRow(wanted)

    def _debrief_place(self) -> int | None:
        if self._replay is None:
            return None
        moments = self._replay.moments
        return next((m.place for m in moments if m.is_phase and m.phase is Phase.DEBRIEF), None)

    # ------------------------------------------------------------- what is done

    def _on_moved(self, place: int) -> None:
        self.go_to(place)

    def _on_phase(self, onward: bool) -> None:
        if self._replay is not None:
            jump = self._replay.phase_after if onward else self._replay.phase_before
            self.go_to(jump(self.place))

    def _on_phase_back(self) -> None:
        self._on_phase(onward=False)

    def _on_phase_on(self) -> None:
        self._on_phase(onward=True)

    def _on_step_back(self) -> None:
        self.go_to(max(1, self.place - 1))

    def _on_step_on(self) -> None:
        self.go_to(min(self.slider.maximum(), self.place + 1))

    def _on_debrief(self) -> None:
        place = self._debrief_place()
        if place is not None:
            self.go_to(place)
            self.slider.setFocus()

    def _on_chosen(self, index: QModelIndex) -> None:
        self.go_to(int(index.data(Qt.ItemDataRole.UserRole)))
