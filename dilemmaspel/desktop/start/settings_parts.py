"""The parts of the settings page; each shows the settings and hands over what changed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from dilemmaspel.desktop.start.concerns import FolderChooser
from dilemmaspel.desktop.start.lengths import TIMED
from dilemmaspel.desktop.start.sections import LONGEST_LINE, about_lines
from dilemmaspel.desktop.start.surroundings import look_around
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.grid import CardGrid
from dilemmaspel.desktop.widgets.headed import HeadedCard
from dilemmaspel.desktop.widgets.kit import TARGET, button, label, mood, named, say, tight
from dilemmaspel.desktop.widgets.options import OneOf, Said, Tick
from dilemmaspel.desktop.widgets.stepper import Stepper
from dilemmaspel.game.ids import frozen
from dilemmaspel.game.phases import Phase, minutes_of
from dilemmaspel.settings import (
    FARTHEST_READ,
    LONGEST_MINUTES,
    LONGEST_RETENTION,
    BeamerTheme,
    Settings,
)
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words import PHASES, PROFILES

_LANGUAGES = (("nl", "Nederlands"), ("en", "English"))
_THEMES = (
    (BeamerTheme.LIGHT, mark("Light"), mark("For a room with daylight.")),
    (BeamerTheme.DARK, mark("Dark"), mark("For a dark room.")),
    (BeamerTheme.CONTRAST, mark("High contrast"), mark("For a weak beamer or weak eyes.")),
)


class Part(HeadedCard):
    """A card with a heading; emits `edited` with the names and values that changed."""

    edited = Signal(object)

    def __init__(self, t: Texts, name: str, heading: str) -> None:
        super().__init__(name, heading)
        self._t = t

    def show_settings(self, settings: Settings) -> None:
        """Show the settings."""

    def _set(self, name: str, value: object) -> None:
        self.edited.emit({name: value})


class LanguagePart(Part):
    """The language of the game itself; a scenario keeps its own."""

    def __init__(self, t: Texts) -> None:
        super().__init__(t, "languagePart", t("Language"))
        self._answers = OneOf("language", t("Language"), [Said(*one) for one in _LANGUAGES])
        self._answers.chosen.connect(partial(self._set, "language"))
        self.column.addWidget(self._answers)
        self.column.addWidget(label(t("Holds from the next time you open the game."), "small"))

    def show_settings(self, settings: Settings) -> None:
        self._answers.show_choice(settings.language)


class FolderPart(Part):
    """Where the log lies."""

    openRequested = Signal()

    def __init__(self, t: Texts) -> None:
        super().__init__(t, "folderPart", t("Folder of the log"))
        self._shown: Path | None = None
        self._where = label("", "text", "folderWhere")
        self._concern = label("", "warm", "folderConcern")
        self.chooser = FolderChooser(t, "folderChoose")
        self.usual = button("folderUsual", t("Use the usual folder"))
        self.open = button("folderOpen", t("Open the folder"))
        self.chooser.folderChosen.connect(self._on_chosen)
        self.usual.clicked.connect(self._on_usual)
        self.open.clicked.connect(self.openRequested)
        buttons = FlowLayout(spacing=8)
        for one in (self.chooser, self.usual, self.open):
            buttons.addWidget(one)
        self.column.addWidget(self._where)
        self.column.addWidget(self._concern)
        self.column.addLayout(buttons)
        self.column.addWidget(label(t("Holds from the next time you open the game."), "small"))

    def show_settings(self, settings: Settings) -> None:
        folder = settings.folder
        self.usual.setVisible(bool(settings.data_folder))
        if folder == self._shown:
            return
        self._shown = folder
        self._where.setText(str(folder))
        self.chooser.show_folder(folder)
        say(self._concern, "\n".join(one.text(self._t) for one in look_around(folder)))

    def _on_chosen(self, folder: Path) -> None:
        self._set("data_folder", str(folder))

    def _on_usual(self) -> None:
        self._set("data_folder", "")


class KeepingPart(Part):
    """How long data are kept; the archive asks before anything goes."""

    def __init__(self, t: Texts) -> None:
        super().__init__(t, "keepingPart", t("How long data are kept"))
        self.months = Stepper(t, "retention", t("Months that data are kept"), LONGEST_RETENTION)
        self.months.changed.connect(partial(self._set, "retention_months"))
        self._words = label("", "small", "retentionWords")
        row = QHBoxLayout()
        tight(row, 8)
        row.addWidget(self.months)
        row.addWidget(label(t("months"), "text"), 1)
        self.column.addLayout(row)
        self.column.addWidget(self._words)

    def show_settings(self, settings: Settings) -> None:
        t, months = self._t, settings.retention_months
        self.months.show_value(months)
        after = t("After that the archive asks whether to erase a session. Phones tell it too.")
        now = t("The archive asks it right after each session. Phones tell it too.")
        self._words.setText(after if months else now)


class AboutPart(Part):
    """What stands filled in for every new session."""

    def __init__(self, t: Texts) -> None:
        super().__init__(t, "aboutPart", t("Filled in for every session"))
        self._lines: dict[str, QLineEdit] = {}
        for name, words in about_lines(t):
            line = named(QLineEdit(), f"settings_{name}", words)
            line.setMaxLength(LONGEST_LINE)
            line.editingFinished.connect(partial(self._on_finished, name))
            heading = label(words, "text")
            heading.setBuddy(line)
            self._lines[name] = line
            self.column.addWidget(heading)
            self.column.addWidget(line)

    def show_settings(self, settings: Settings) -> None:
        for name, line in self._lines.items():
            value = str(getattr(settings, name))
            if line.text() != value:
                line.setText(value)

    def _on_finished(self, name: str) -> None:
        self._set(name, self._lines[name].text().strip())


class BeamerPart(Part):
    """Which screen the beamer is, and how its pages look."""

    def __init__(self, t: Texts) -> None:
        super().__init__(t, "beamerPart", t("Beamer"))
        self.which = named(QComboBox(), "beamerScreen", t("Screen of the beamer"))
        self.which.setMinimumHeight(TARGET)
        self.which.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.which.setMinimumContentsLength(12)
        self.which.activated.connect(self._on_screen)
        self._names: tuple[str, ...] = ()
        answers = [Said(key.value, t(name), t(meaning)) for key, name, meaning in _THEMES]
        self._theme = OneOf("beamerTheme", t("How light"), answers)
        self._theme.chosen.connect(self._on_theme)
        self._motion = Tick("motion", t("Movement"), t("Bars grow and people flow, calmly."))
        self._motion.ticked.connect(partial(self._set, "motion"))
        heading = label(t("Screen of the beamer"), "text")
        heading.setBuddy(self.which)
        for part in (heading, self.which, self._theme, self._motion):
            self.column.addWidget(part)

    def show_screens(self, names: Sequence[str], settings: Settings) -> None:
        """Offer these screens; one that is away now but was chosen stays in the list."""
        known = dict.fromkeys((*names, settings.beamer_screen))
        wanted = ("", *(name for name in known if name))
        if wanted != self._names:
            self._names = wanted
            self.which.clear()
            self.which.addItem(self._t("The second screen, by itself"))
            self.which.addItems(wanted[1:])
        self.which.setCurrentIndex(self._names.index(settings.beamer_screen))

    def show_settings(self, settings: Settings) -> None:
        self.show_screens([name for name in self._names if name], settings)
        self._theme.show_choice(settings.beamer_theme.value)
        self._motion.show_tick(settings.motion)

    def _on_screen(self, index: int) -> None:
        self._set("beamer_screen", self._names[index])

    def _on_theme(self, key: str) -> None:
        self._set("beamer_theme", BeamerTheme(key))


class RoomPart(Part):
    """How far people sit from the picture, so that the letters are large enough."""

    def __init__(self, t: Texts) -> None:
        super().__init__(t, "roomPart", t("Reading distance"))
        self._height = Stepper(t, "pictureHeight", t("Height of the picture, in cm"), 1000)
        self._seat = Stepper(t, "farthestSeat", t("Farthest seat, in cm"), 10_000)
        for stepper, least, step, name in (
            (self._height, 30, 10, "picture_height"),
            (self._seat, 50, 50, "farthest_seat"),
        ):
            stepper.number.setMinimum(least)
            stepper.number.setSingleStep(step)
            stepper.changed.connect(partial(self._set, name))
            line = QHBoxLayout()
            line.addWidget(label(stepper.number.accessibleName(), "text"), 1)
            line.addWidget(stepper)
            self.column.addLayout(line)
        self._verdict = label("", "muted", "roomVerdict")
        self.column.addWidget(self._verdict)

    def show_settings(self, settings: Settings) -> None:
        self._height.show_value(settings.picture_height)
        self._seat.show_value(settings.farthest_seat)
        mood(self._verdict, "level", "muted" if settings.is_readable else "warm")
        self._verdict.setText(self._said(settings))

    def _said(self, settings: Settings) -> str:
        farthest = settings.picture_height * FARTHEST_READ
        metres = self._t.number(farthest / 100, int(farthest % 100 != 0))
        if settings.is_readable:
            return self._t("Everybody can read it: fine up to {metres} metres.", metres=metres)
        return self._t(
            "Too far to read: make the picture higher, or seat people within {metres} metres.",
            metres=metres,
        )


class TimePart(Part):
    """Minutes per phase for new sessions; a phase without its own follows the profile."""

    def __init__(self, t: Texts) -> None:
        super().__init__(t, "timePart", t("Minutes per phase"))
        self._own: dict[str, int] = {}
        self._rows: dict[Phase, Stepper] = {}
        self.usual = button("minutesUsual", t("Back to the usual minutes"), "undo")
        self.usual.clicked.connect(self._on_usual)
        grid = CardGrid(15, 3, 28, 6)
        lines = []
        for phase in TIMED:
            stepper = Stepper(t, f"usual_{phase}", t(PHASES[phase]), LONGEST_MINUTES)
            stepper.changed.connect(partial(self._on_changed, phase))
            self._rows[phase] = stepper
            lines.append(_line(t(PHASES[phase]), stepper))
        grid.show_cards(lines)
        hint = label("", "muted", "minutesHint")
        hint.setText(t("Soft times: the clock counts on and never closes anything."))
        buttons = FlowLayout(spacing=8)
        buttons.addWidget(self.usual)
        self.column.addWidget(hint)
        self.column.addWidget(grid)
        self.column.addLayout(buttons)

    def show_settings(self, settings: Settings) -> None:
        self._own = dict(settings.minutes)
        for phase, stepper in self._rows.items():
            usual = minutes_of(phase, settings.profile) or 0
            stepper.show_value(self._own.get(phase, usual))
        self.usual.setVisible(bool(self._own))
        self.setAccessibleDescription(self._t(PROFILES[settings.profile].name))

    def _on_changed(self, phase: Phase, minutes: int) -> None:
        self._set("minutes", frozen({**self._own, phase.value: minutes}))

    def _on_usual(self) -> None:
        self._set("minutes", frozen())


def _line(words: str, stepper: Stepper) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    tight(row, 8)
    row.addWidget(label(words, "text"), 1)
    row.addWidget(stepper)
    return made
