"""Which form a report gets, and where it goes: the two cards of the report page."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton

from dilemmaspel.desktop.reports.forms import FORMS, in_form
from dilemmaspel.desktop.widgets.dialogs import FileDialogs
from dilemmaspel.desktop.widgets.headed import HeadedCard
from dilemmaspel.desktop.widgets.kit import button, label
from dilemmaspel.desktop.widgets.options import OneOf, Said
from dilemmaspel.desktop.widgets.places import breakable, nearest_folder
from dilemmaspel.reporting import Form
from dilemmaspel.texts import Texts

_PERSONAL: Final = (Form.XLSX, Form.CSV, Form.JSON)
"""Forms with a row per seat, which is more than a reader needs."""


class FormCard(HeadedCard):
    """One of the forms."""

    changed = Signal()

    def __init__(self, t: Texts) -> None:
        super().__init__("reportWhat", t("What kind of report?"))
        self.form = Form.PDF
        self._own_voices = False
        answers = [Said(form.value, t(w.name), t(w.meaning)) for form, w in FORMS.items()]
        self.forms = OneOf("reportForm", t("What kind of report?"), answers)
        self.forms.show_choice(self.form)
        self.forms.chosen.connect(self._on_chosen)
        self._warning = label(
            t("These tables have a row per seat. There are no names, but keep them for yourself."),
            "muted",
            "reportPersonal",
        )
        self.column.addWidget(self.forms)
        self.column.addWidget(self._warning)
        self.column.addStretch(1)
        self._show_warning()

    def show_job(self, *, own_voices: bool) -> None:
        """Warn of rows per seat only where there are some."""
        self._own_voices = own_voices
        self._show_warning()

    def _show_warning(self) -> None:
        self._warning.setVisible(self.form in _PERSONAL and not self._own_voices)

    def _on_chosen(self, key: str) -> None:
        self.form = Form(key)
        self._show_warning()
        self.changed.emit()


class PlaceCard(HeadedCard):
    """The file that is made."""

    changed = Signal()

    def __init__(self, t: Texts) -> None:
        super().__init__("reportWhere", t("Where does the report go?"))
        self._t = t
        self._form = Form.PDF
        self.path = Path()
        self._dialogs = FileDialogs()
        self._folder = label("", "muted", "reportFolder")
        self._name = label("", "text", "reportName")
        self.choose: QPushButton = button("reportChoose", t("Choose another place…"), "folder")
        self.choose.clicked.connect(self._on_choose)
        for part in (self._name, self._folder):
            self.column.addWidget(part)
        self.column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    @property
    def dialog(self) -> QFileDialog | None:
        """The dialog while it is open."""
        return self._dialogs.shown

    def show_path(self, path: Path) -> None:
        """Make this file."""
        self.path = path
        self._name.setText(breakable(Path(path.name)))
        self._folder.setText(breakable(path.parent))

    def show_form(self, form: Form) -> None:
        """Give the file the ending of a form."""
        self._form = form
        self.show_path(in_form(self.path, form))

    def _on_choose(self) -> None:
        asks = self._t("A place for the report")
        nearest = nearest_folder(self.path.parent)
        dialog = self._dialogs.make(self, "reportDialog", asks, str(nearest / self.path.name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(self.path.name)
        dialog.fileSelected.connect(self._on_selected)
        dialog.open()

    def _on_selected(self, name: str) -> None:
        if name:
            self.show_path(in_form(Path(name), self._form))
            self.changed.emit()
