"""What is in this pack? Everything worth knowing before a scenario from elsewhere is added."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QImageReader, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.packs.words import content_words, file_words, licence_words, verdict_words
from dilemmaspel.desktop.start.cards import facts_row, sign_of
from dilemmaspel.desktop.widgets.backpage import BackPage
from dilemmaspel.desktop.widgets.cover import Cover
from dilemmaspel.desktop.widgets.edges import bottom_bar, top_row
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import (
    button,
    em,
    label,
    reworded,
    say,
    scrolled,
    tight,
)
from dilemmaspel.desktop.widgets.problems import ProblemList
from dilemmaspel.desktop.widgets.tabs import tab_as_seen
from dilemmaspel.scenario.offer import Offer, Verdict
from dilemmaspel.texts import Texts

_COVER: Final = QSize(960, 540)


class PackPage(BackPage):
    """Asks for a file or a folder, shows what is in it, and offers to add it."""

    fileRequested = Signal()
    folderRequested = Signal()
    dropped = Signal(object)
    """A Path that was dropped on the page."""
    addRequested = Signal(object)
    """The `Offer` to add; one that replaces another replaces it."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__("pack", t("Open a scenario"), t("All scenarios"), parent)
        self._t = t
        self._offer: Offer | None = None
        self.setAcceptDrops(True)
        self._heading: QLabel = label(t("Open a scenario"), "title", "packHeading")
        self._how: QLabel = label(
            t(
                "Choose a zip file or the folder of a scenario, or drop it here. You first see what"
                " is in it."
            ),
            "text",
            "packHow",
        )
        self.found = _Found(t)
        self.found.hide()
        content = QWidget()
        column = QVBoxLayout(content)
        tight(column, 12)
        column.setContentsMargins(40, 4, 40, 28)
        for part in (self._heading, self._how, self._choose(), self.found):
            column.addWidget(part)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(top_row(self.back))
        layout.addWidget(scrolled(content, "packArea", t("What is in this pack")), 1)
        layout.addWidget(self._bar())

    def _choose(self) -> QWidget:
        t, row = self._t, QWidget()
        self.file: QPushButton = button("packFile", t("Choose a zip file…"), "import")
        self.folder: QPushButton = button("packFolder", t("Choose a folder…"), "folder")
        self.file.clicked.connect(self.fileRequested)
        self.folder.clicked.connect(self.folderRequested)
        flow = FlowLayout(row, spacing=10)
        flow.addWidget(self.file)
        flow.addWidget(self.folder)
        return row

    def _bar(self) -> QFrame:
        self._verdict: QLabel = label("", "text", "packVerdict")
        self.keep: QPushButton = button("packKeep", self._t("Keep mine"))
        self.add: QPushButton = button("packAdd", self._t("Add this scenario"), kind="primary")
        self.keep.clicked.connect(self.backRequested)
        self.add.clicked.connect(self._on_add)
        self.bar = bottom_bar("packBar", (self._verdict,), (self.keep, self.add))
        self.bar.hide()
        return self.bar

    @property
    def offer(self) -> Offer | None:
        """What is shown; None before anything was chosen."""
        return self._offer

    def show_offer(self, offer: Offer | None) -> None:
        """Show what was found; None asks for a file again."""
        self._offer = offer
        self.found.setVisible(offer is not None)
        self.bar.setVisible(offer is not None)
        self._heading.setText(
            self._t("Open a scenario") if offer is None else self._t("What is in this pack")
        )
        if offer is None:
            self._go_to(self.file)
            return
        self.found.show_offer(offer)
        self._verdict.setText(verdict_words(self._t, offer))
        replaces = offer.verdict is Verdict.REPLACES
        self.keep.setVisible(replaces)
        self.add.setVisible(replaces or offer.verdict is Verdict.NEW)
        words = self._t("Replace mine") if replaces else self._t("Add this scenario")
        reworded(self.add, words)
        tab_as_seen(self)
        self._go_to(
            self.keep if replaces else self.add if self.add.isVisibleTo(self) else self.file
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _go_to(self, widget: QWidget) -> None:
        widget.setFocus()

    def _on_add(self) -> None:
        self.addRequested.emit(self._offer)


class _Found(QWidget):
    """What is in one pack: cover and words, its maker and files, its problems."""

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._column = QVBoxLayout(self)
        tight(self._column, 12)
        self._about: QWidget | None = None
        self._cover: Cover | None = None
        self.problems = ProblemList(t)
        self._trouble: QLabel = label(t("What is wrong with this scenario"), "strong", "packWrong")
        self._column.addWidget(self._trouble)
        self._column.addWidget(self.problems)

    def show_offer(self, offer: Offer) -> None:
        """Show what was found."""
        if self._about is not None:
            self._column.removeWidget(self._about)
            self._about.hide()
            self._about.deleteLater()
        self._about = self._made(offer)
        self._column.insertWidget(0, self._about)
        self._about.show()
        self._trouble.setVisible(bool(offer.problems))
        self.problems.show_problems(offer.problems)

    def _made(self, offer: Offer) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        tight(row, 24)
        pack, t = offer.pack, self._t
        self._cover = Cover(sign_of(pack.scenario) if pack.scenario else "scale")
        if pack.cover and pack.scenario and pack.scenario.cover:
            self._cover.show_image(_image(pack.cover), pack.scenario.cover.alt)
        self._fit(self.width())
        words = QVBoxLayout()
        tight(words, 6)
        words.addWidget(label(pack.title, "heading", "packTitle"))
        source = label(offer.source.name, "small", "packSource")
        source.setToolTip(str(offer.source))
        words.addWidget(source)
        if pack.scenario is not None:
            words.addWidget(label(pack.scenario.summary, "text", "packSummary"))
            words.addWidget(facts_row(t, pack.scenario))
        self._part(words, t("Maker and licence"), licence_words(pack), "packLicence")
        if pack.files:
            self._part(words, t("What is in it"), content_words(t, pack), "packContents")
            words.addWidget(label(file_words(t, pack), "small", "packFiles"))
        words.addStretch(1)
        row.addWidget(self._cover, 0, Qt.AlignmentFlag.AlignTop)
        self._cover.setVisible(pack.scenario is not None)
        row.addLayout(words, 1)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, wide: int) -> None:
        if self._cover is not None:
            side = max(160, min(round(em() * 22), wide * 35 // 100))
            self._cover.setFixedSize(side, self._cover.heightForWidth(side))

    def _part(self, column: QVBoxLayout, title: str, text: str, name: str) -> None:
        shown: QLabel = label("", "text", name)
        say(shown, text)
        if text:
            column.addSpacing(6)
            column.addWidget(label(title, "strong"))
            column.addWidget(shown)


def _image(data: bytes) -> QImage | None:
    """Decode the cover of a pack, no larger than it is shown; its header was vetted before."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    full = reader.size()
    if full.width() > _COVER.width():
        reader.setScaledSize(full.scaled(_COVER, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    return None if image.isNull() else image


def _dropped(event: QDropEvent) -> Path | None:
    """The one file or folder on this computer that is dropped."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
