"""The window of a preview: a dilemma page by page, and what is wrong with its file beside it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dilemmaspel.desktop.beamer.canvas import BeamerCanvas
from dilemmaspel.desktop.beamer.pictures import FolderPictures
from dilemmaspel.desktop.preview.asking import Asking
from dilemmaspel.desktop.preview.controls import ControlsPicture
from dilemmaspel.desktop.preview.watching import Watcher
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import (
    button,
    em,
    label,
    mood,
    named,
    say,
    scrolled,
    tight,
)
from dilemmaspel.desktop.widgets.miniature import Miniature
from dilemmaspel.desktop.widgets.problems import ProblemList
from dilemmaspel.game.ids import DilemmaId, OptionId
from dilemmaspel.game.phases import Page
from dilemmaspel.game.scenario import Dilemma, Scenario
from dilemmaspel.glimpses import FIRST_MOMENT, Glimpse, glimpses
from dilemmaspel.scenario.library import PICTURES_FOLDER, Loaded, load, roles_file_for
from dilemmaspel.texts import Texts
from dilemmaspel.theme import Theme

_STEPS: Final = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_PageUp: -1,
}


class PreviewWindow(QWidget):
    """Plays a dilemma in memory; nothing of it is kept.

    While the file has errors the last sound version stays in sight, and that is said.
    """

    def __init__(
        self, t: Texts, theme: Theme, file: Path, dilemma: DilemmaId | None = None
    ) -> None:
        super().__init__()
        self._t = t
        self._file = file
        self._loaded: Loaded | None = None
        self._scenario: Scenario | None = None
        self._dilemma = dilemma
        self._pick: OptionId | None = None
        self._glimpses: tuple[Glimpse, ...] = ()
        self._place: object = None
        self._pictures = FolderPictures(None)
        named(self, "preview", t("Preview of a scenario"))
        mood(self, "box", "ground")
        self._build(theme)
        self._wire()
        self.resize(1366, 768)
        self.setMinimumSize(960, 600)
        self.reload()

    def _build(self, theme: Theme) -> None:
        t = self._t
        self.asking = Asking(t)
        self.canvas = BeamerCanvas(theme, t, _still, parent=self)
        self.canvas.set_motion(False)
        self.controls = ControlsPicture(t, theme)
        self.beamer_tab = button("previewBeamer", t("Beamer"), "screen", "tab")
        self.controls_tab = button("previewControls", t("Your own screen"), "table", "tab")
        self.look = button("previewLook", t("Look again"), "refresh")
        self._title: QLabel = label("", "heading", "previewTitle")
        self._state: QLabel = label("", "muted", "previewState")
        self.problems = ProblemList(t)
        layout = QHBoxLayout(self)
        tight(layout, 20, 20)
        layout.addWidget(self.asking)
        layout.addLayout(self._middle(), 1)
        self._side = self._problem_side()
        layout.addWidget(self._side)
        self.asking.pages.setFocus()

    def _middle(self) -> QVBoxLayout:
        tabs, column = FlowLayout(spacing=8), QVBoxLayout()
        for tab in (self.beamer_tab, self.controls_tab):
            tab.setCheckable(True)
            tab.setAutoExclusive(True)
            tabs.addWidget(tab)
        self.beamer_tab.setChecked(True)
        tabs.addWidget(self.look)
        tight(column, 10)
        self._frame = Miniature(self._t)
        self._frame.set_canvas(self.canvas)
        column.addWidget(self._title)
        column.addWidget(self._state)
        column.addLayout(tabs)
        column.addWidget(self._frame)
        column.addWidget(self.controls)
        column.addStretch(1)
        self.controls.hide()
        return column

    def _problem_side(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        tight(column, 10)
        column.addWidget(label(self._t("What is wrong with this scenario"), "strong"))
        column.addWidget(self.problems)
        column.addStretch(1)
        return scrolled(content, "previewProblems", self._t("Problems"))

    def _wire(self) -> None:
        self._watcher = Watcher(self)
        self._watcher.changed.connect(self.reload)
        self.asking.dilemmaChosen.connect(self._on_dilemma)
        self.asking.pickChosen.connect(self._on_pick)
        self.asking.pageChosen.connect(self._on_page)
        self.beamer_tab.toggled.connect(self._on_tab)
        self.look.clicked.connect(self.reload)

    # ------------------------------------------------------------- the file

    def reload(self) -> None:
        """Read the file again and show the same page of it."""
        self._loaded = load(self._file)
        roles = roles_file_for(self._file)
        self._watcher.watch((self._file, roles), (self._file.parent / PICTURES_FOLDER,))
        self.problems.show_problems(self._loaded.problems)
        self._side.setVisible(bool(self._loaded.problems))
        say(self._state, self._state_words(self._loaded))
        self.setWindowTitle(self._t("{scenario} – preview", scenario=self._loaded.title))
        if self._loaded.scenario is not None:
            self._scenario = self._loaded.scenario
            self._pictures = FolderPictures(self._loaded.folder)
            self.canvas.set_pictures(self._pictures)
            self._play()
        self.asking.setEnabled(self._scenario is not None)

    @property
    def glimpse(self) -> Glimpse | None:
        """What is shown now; None as long as there was no sound version."""
        at = self.asking.pages.currentRow()
        return self._glimpses[at] if 0 <= at < len(self._glimpses) else None

    def show_page(self, page: Page) -> None:
        """Show the first glimpse of a page of the beamer; nothing when there is none."""
        pages = [one.view.page for one in self._glimpses]
        if page in pages:
            self.asking.pages.setCurrentRow(pages.index(page))

    def _state_words(self, loaded: Loaded) -> str:
        t = self._t
        if loaded.scenario is not None and loaded.problems:
            return t("It can be played. There are a few remarks.")
        if loaded.scenario is not None:
            return t("The file is sound. It is read again whenever you save it.")
        if self._scenario is None:
            return t("It cannot be shown yet. Mend it and save it; then it is read again.")
        return t("You still see the last version without errors. Mend this and save it.")

    # ------------------------------------------------------------- what is played

    def _play(self) -> None:
        if self._scenario is None:
            return
        dilemma = self._chosen(self._scenario)
        known = {option.id for option in dilemma.options}
        self._pick = self._pick if self._pick in known else None
        self._glimpses = glimpses(self._scenario, dilemma.id, self._pick)
        places = [one.place for one in self._glimpses]
        row = places.index(self._place) if self._place in places else 0
        self.asking.show_dilemmas(self._scenario.dilemmas, dilemma.id)
        self.asking.show_picks(dilemma, self._pick)
        self.asking.show_pages(self._glimpses, row)
        self._title.setText(dilemma.title)
        self._show()

    def _chosen(self, scenario: Scenario) -> Dilemma:
        """The dilemma that was asked for; the first when it is not there."""
        found = {one.id: one for one in scenario.dilemmas}
        first = scenario.dilemmas[0]
        return found.get(self._dilemma, first) if self._dilemma is not None else first

    def _show(self) -> None:
        one = self.glimpse
        if one is None or self._scenario is None:
            return
        self._place = one.place
        self.canvas.show_view(one.view)
        if self.controls.isVisible():
            self.controls.show_glimpse(one, self._pictures)

    def _on_dilemma(self, name: str) -> None:
        self._dilemma, self._pick = DilemmaId(name), None
        self._play()

    def _on_pick(self, name: str) -> None:
        self._pick = OptionId(name) if name else None
        self._play()

    def _on_page(self, _row: int) -> None:
        self._show()

    def _on_tab(self, beamer: bool) -> None:
        self._frame.setVisible(beamer)
        self.controls.setVisible(not beamer)
        QTimer.singleShot(0, self, self._show)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.asking.step(_STEPS[key])
        elif key == Qt.Key.Key_F5:
            self.reload()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width()
        self.asking.setFixedWidth(min(round(em() * 15), wide * 24 // 100))
        self._side.setFixedWidth(min(round(em() * 20), wide * 30 // 100))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._watcher.changed.disconnect(self.reload)
        super().closeEvent(event)


def _still() -> int:
    return FIRST_MOMENT
