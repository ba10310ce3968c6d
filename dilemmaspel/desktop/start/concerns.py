"""Calm messages about the folder of the log, each with a way out."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from dilemmaspel.desktop.start.surroundings import Concern, ConcernKind
from dilemmaspel.desktop.widgets.dialogs import FileDialogs
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import button, label, mood, named, tight
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.texts import Texts


class FolderChooser(QWidget):
    """A button that asks for a folder without stopping the window."""

    folderChosen = Signal(Path)

    def __init__(
        self, t: Texts, name: str, parent: QWidget | None = None, *, asks: str = ""
    ) -> None:
        super().__init__(parent)
        self._asks = asks or t("A folder for the log")
        self._start = ""
        self._dialogs = FileDialogs()
        self.press = button(name, t("Choose another folder…"), "folder")
        self.press.clicked.connect(self._on_pressed)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.press, 0, Qt.AlignmentFlag.AlignLeft)

    def show_folder(self, folder: Path) -> None:
        """Start looking in this folder."""
        self._start = str(folder)

    @property
    def dialog(self) -> QFileDialog | None:
        """The dialog while it is open."""
        return self._dialogs.shown

    def _on_pressed(self) -> None:
        dialog = self._dialogs.make(self, "folderDialog", self._asks, self._start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_selected)
        dialog.open()

    def _on_selected(self, folder: str) -> None:
        if folder:
            self.folderChosen.emit(Path(folder))


class ConcernCard(QFrame):
    """One message, with a way to another folder, and for the lesser ones a way past it."""

    folderChosen = Signal(Path)
    putAway = Signal(object)

    def __init__(self, t: Texts, kind: ConcernKind) -> None:
        super().__init__()
        self._t = t
        self._kind = kind
        named(self, f"concern_{kind}", t("Before you start"))
        mood(self, "box", "notice")
        self._words = label("", "text", f"concernWords_{kind}")
        self.chooser = FolderChooser(t, f"concernFolder_{kind}")
        self.chooser.folderChosen.connect(self.folderChosen)
        self.past = button(f"concernPast_{kind}", t("Go on like this"), kind="quiet")
        self.past.clicked.connect(self._on_past)
        buttons = QWidget()
        row = FlowLayout(buttons, spacing=10)
        row.addWidget(self.chooser)
        row.addWidget(self.past)
        layout = QVBoxLayout(self)
        tight(layout, 8, 14)
        layout.addWidget(self._words)
        layout.addWidget(buttons)

    def show_concern(self, concern: Concern) -> None:
        """Say what is the matter."""
        words = concern.text(self._t)
        self._words.setText(words)
        self.setAccessibleDescription(words)
        self.chooser.show_folder(concern.folder.parent)
        self.past.setVisible(not concern.blocks)

    def _on_past(self) -> None:
        self.putAway.emit(self._kind)


class Concerns(QWidget):
    """Every concern that there is; nothing when there is none."""

    folderChosen = Signal(Path)

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._concerns: tuple[Concern, ...] = ()
        self._past: frozenset[ConcernKind] = frozenset()
        column = QVBoxLayout(self)
        tight(column, 10)
        self._rows: Rows[ConcernKind, ConcernCard] = Rows(column, self._card)
        self.hide()

    def show_concerns(self, concerns: Sequence[Concern]) -> None:
        """Show these concerns, without those that somebody chose to live with."""
        self._concerns = tuple(concerns)
        shown = [one for one in self._concerns if one.kind not in self._past]
        for card, concern in zip(self._rows.keep([c.kind for c in shown]), shown, strict=True):
            card.show_concern(concern)
        self.setVisible(bool(shown))

    def _card(self, kind: ConcernKind) -> ConcernCard:
        card = ConcernCard(self._t, kind)
        card.folderChosen.connect(self.folderChosen)
        card.putAway.connect(self._on_past)
        return card

    def _on_past(self, kind: ConcernKind) -> None:
        self._past |= {kind}
        self.show_concerns(self._concerns)
