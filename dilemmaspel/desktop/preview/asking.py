"""What a preview shows: which dilemma, what the group chooses there, and which page."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import label, named, tight
from dilemmaspel.game.ids import DilemmaId, OptionId
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.glimpses import Glimpse
from dilemmaspel.texts import Texts
from dilemmaspel.theme import LETTERS
from dilemmaspel.words import PAGES, PHASES

_PLACE: Final = Qt.ItemDataRole.UserRole


class Asking(QWidget):
    """The left side of a preview; what is shown changes only when somebody chooses."""

    dilemmaChosen = Signal(str)
    pickChosen = Signal(str)
    """The id of an option; empty when the group may choose for itself."""
    pageChosen = Signal(int)
    """The place of a glimpse among those that were shown."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        named(self, "previewAsking", t("What you look at"))
        self.dilemmas = named(QComboBox(), "previewDilemma", t("Dilemma"))
        self.picks = named(QComboBox(), "previewPick", t("What does the group choose?"))
        self.pages = named(QListWidget(), "previewPages", t("Pages"))
        self.pages.setWordWrap(True)
        column = QVBoxLayout(self)
        tight(column, 6)
        for words, part in (
            (t("Dilemma"), self.dilemmas),
            (t("What does the group choose?"), self.picks),
            (t("Pages"), self.pages),
        ):
            heading = label(words, "strong")
            heading.setBuddy(part)
            column.addWidget(heading)
            column.addWidget(part, int(part is self.pages))
            column.addSpacing(6)
        for box in (self.dilemmas, self.picks):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.dilemmas.activated.connect(self._on_dilemma)
        self.picks.activated.connect(self._on_pick)
        self.pages.currentRowChanged.connect(self.pageChosen)

    def show_dilemmas(self, dilemmas: Sequence[Dilemma], chosen: DilemmaId) -> None:
        """Offer these dilemmas, of which one is chosen."""
        items = [(f"{one.id}: {one.title}", str(one.id)) for one in dilemmas]
        _fill(self.dilemmas, items, chosen)

    def show_picks(self, dilemma: Dilemma, chosen: OptionId | None) -> None:
        """Offer what the group can choose in a dilemma."""
        free = (self._t("Let the roles choose"), "")
        options = [
            (f"{LETTERS[at % len(LETTERS)]}. {one.label}", str(one.id))
            for at, one in enumerate(dilemma.options)
        ]
        _fill(self.picks, [free, *options], chosen or "")

    def show_pages(self, glimpses: Sequence[Glimpse], row: int) -> None:
        """Offer these pages, of which one is shown; says nothing of it."""
        blocked = self.pages.blockSignals(True)
        self.pages.clear()
        for words in page_names(self._t, glimpses):
            QListWidgetItem(words, self.pages)
        self.pages.setCurrentRow(row)
        self.pages.blockSignals(blocked)

    def step(self, by: int) -> None:
        """Go some pages on or back."""
        last = self.pages.count() - 1
        self.pages.setCurrentRow(max(0, min(last, self.pages.currentRow() + by)))

    def _on_dilemma(self) -> None:
        self.dilemmaChosen.emit(self.dilemmas.currentData(_PLACE))

    def _on_pick(self) -> None:
        self.pickChosen.emit(self.picks.currentData(_PLACE))


def page_names(t: Texts, glimpses: Sequence[Glimpse]) -> list[str]:
    """A name for every page; of several alike the name with a number."""
    names = [_page_name(t, one) for one in glimpses]
    found: list[str] = []
    for at, name in enumerate(names):
        alike = names.count(name)
        found.append(name if alike == 1 else f"{name} ({names[: at + 1].count(name)}/{alike})")
    return found


def _page_name(t: Texts, one: Glimpse) -> str:
    phase, page = t(PHASES[one.view.phase]), t(PAGES[one.view.page])
    return phase if phase == page else f"{phase} · {page}"


def _fill(box: QComboBox, items: Sequence[tuple[str, str]], chosen: str) -> None:
    """Put items in a box, with one chosen; the same ones again change nothing."""
    known = [(box.itemText(at), box.itemData(at, _PLACE)) for at in range(box.count())]
    if known != list(items):
        box.clear()
        for words, key in items:
            box.addItem(words, key)
    box.setCurrentIndex(max(0, box.findData(chosen, _PLACE)))
    box.setToolTip(box.currentText())
