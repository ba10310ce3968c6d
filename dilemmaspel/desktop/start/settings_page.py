"""The settings; every change is kept at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dilemmaspel.desktop.start.settings_parts import (
    AboutPart,
    BeamerPart,
    FolderPart,
    KeepingPart,
    LanguagePart,
    Part,
    RoomPart,
    TimePart,
)
from dilemmaspel.desktop.widgets.backpage import BackPage
from dilemmaspel.desktop.widgets.columns import Columns
from dilemmaspel.desktop.widgets.edges import top_row
from dilemmaspel.desktop.widgets.kit import label, scrolled, tight
from dilemmaspel.desktop.widgets.notice import Notice
from dilemmaspel.desktop.widgets.tabs import tab_as_seen
from dilemmaspel.settings import Settings
from dilemmaspel.texts import Texts


class SettingsPage(BackPage):
    """Shows the settings, and emits the new ones after each change."""

    settingsChanged = Signal(object)
    """A `Settings`."""
    openFolderRequested = Signal(object)
    """The folder of the log, a Path."""

    def __init__(self, t: Texts, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("settings", t("Settings"), t("Back"), parent)
        self._t = t
        self._settings = settings
        self._folder = FolderPart(t)
        self._beamer = BeamerPart(t)
        left: Sequence[Part] = (LanguagePart(t), self._folder, KeepingPart(t), AboutPart(t))
        right: Sequence[Part] = (self._beamer, RoomPart(t))
        below = TimePart(t)
        self._parts = (*left, *right, below)
        self.notice = Notice(t, "settingsNotice", "warning")
        self._folder.openRequested.connect(self._on_open)
        for part in self._parts:
            part.edited.connect(self._on_edited)
        content = QWidget()
        column = QVBoxLayout(content)
        tight(column, 16)
        column.setContentsMargins(40, 4, 40, 28)
        column.addWidget(label(t("Settings"), "title", "settingsTitle"))
        column.addWidget(label(t("What you change here is kept at once."), "muted"))
        column.addWidget(self.notice)
        column.addWidget(Columns((left, right), least=18))
        column.addWidget(below)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(top_row(self.back))
        layout.addWidget(scrolled(content, "settingsArea", t("Settings")), 1)
        self.show_settings(settings)
        tab_as_seen(self)

    def show_settings(self, settings: Settings) -> None:
        """Show these settings; showing them twice changes nothing."""
        self._settings = settings
        for part in self._parts:
            part.show_settings(settings)

    def show_screens(self, names: Sequence[str]) -> None:
        """Offer these screens for the beamer."""
        self._beamer.show_screens(names, self._settings)

    def _on_edited(self, changes: Mapping[str, object]) -> None:
        changed = replace(self._settings, **changes)  # type: ignore[arg-type] # names of Settings
        if changed != self._settings:
            self.show_settings(changed)
            self.settingsChanged.emit(changed)

    def _on_open(self) -> None:
        self.openFolderRequested.emit(Path(self._settings.folder))
