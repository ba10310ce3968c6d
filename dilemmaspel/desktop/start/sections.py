"""The parts of "More" on the set-up page; each shows a draft and hands over edits of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dilemmaspel.desktop.start.draft import Draft
from dilemmaspel.desktop.start.lengths import TIMED, phase_minutes
from dilemmaspel.desktop.widgets.grid import CardGrid
from dilemmaspel.desktop.widgets.headed import HeadedCard
from dilemmaspel.desktop.widgets.kit import label, named, sign_button, tight
from dilemmaspel.desktop.widgets.options import OneOf, Said, Tick
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.desktop.widgets.stepper import Stepper
from dilemmaspel.game.ids import DilemmaId, RoleId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.scenario import Role
from dilemmaspel.game.setup import Deal, Kind
from dilemmaspel.settings import LONGEST_MINUTES
from dilemmaspel.texts import Texts
from dilemmaspel.words import DEALS, INPUTS, KINDS, PHASES

Edit = Callable[[Draft], Draft]
LONGEST_LINE = 120


class Section(HeadedCard):
    """A card with a heading; emits `edited` with an `Edit`."""

    edited = Signal(object)

    def __init__(self, t: Texts, name: str, heading: str) -> None:
        super().__init__(name, heading)
        self._t = t

    def _set(self, name: str, value: object) -> None:
        self.edited.emit(partial(_with_setup, name, value))


def _with_setup(name: str, value: object, draft: Draft) -> Draft:
    return draft.with_setup(**{name: value})


class KindSection(Section):
    """Role play, or people as themselves."""

    def __init__(self, t: Texts) -> None:
        super().__init__(t, "kindSection", t("Kind of session"))
        answers = [Said(kind.value, t(KINDS[kind].name), t(KINDS[kind].meaning)) for kind in Kind]
        self._answers = OneOf("kind", t("Kind of session"), answers)
        self._answers.chosen.connect(self._on_chosen)
        self.column.addWidget(self._answers)
        self.column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        self._answers.show_choice(draft.setup.kind.value)

    def _on_chosen(self, key: str) -> None:
        self._set("kind", Kind(key))


class _DilemmaRow(QWidget):
    ticked = Signal(str, bool)
    moved = Signal(str, int)

    def __init__(self, t: Texts, dilemma: DilemmaId, title: str) -> None:
        super().__init__()
        self.dilemma = dilemma
        self._title = title
        self.tick = Tick(f"play_{dilemma}", title)
        self.tick.ticked.connect(self._on_ticked)
        self.earlier = sign_button(f"earlier_{dilemma}", t("Earlier: {what}", what=title), "up")
        self.later = sign_button(f"later_{dilemma}", t("Later: {what}", what=title), "down")
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        row = QHBoxLayout(self)
        tight(row, 4)
        row.addWidget(self.tick, 1)
        row.addWidget(self.earlier)
        row.addWidget(self.later)

    def show_place(self, place: int, last: int) -> None:
        """Show the place in the plan; -1 for a dilemma that is not played."""
        self.tick.show_tick(place >= 0)
        self.tick.reword(f"{place + 1}. {self._title}" if place >= 0 else self._title)
        self.earlier.setEnabled(place > 0)
        self.later.setEnabled(0 <= place < last)

    def _on_ticked(self, on: bool) -> None:
        self.ticked.emit(self.dilemma, on)

    def _on_earlier(self) -> None:
        self.moved.emit(self.dilemma, -1)

    def _on_later(self) -> None:
        self.moved.emit(self.dilemma, 1)


class DilemmaSection(Section):
    """Which dilemmas are played, in which order."""

    def __init__(self, t: Texts) -> None:
        super().__init__(t, "dilemmaSection", t("Dilemmas"))
        rows = QVBoxLayout()
        tight(rows, 2)
        self._titles: dict[DilemmaId, str] = {}
        self._rows: Rows[DilemmaId, _DilemmaRow] = Rows(rows, self._row)
        hint = t("Of dilemmas that exclude each other the game plays the one that fits.")
        self.column.addLayout(rows)
        self.column.addWidget(label(hint, "small", "dilemmaHint"))
        self.column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        self._titles = {d.id: d.title for d in draft.scenario.dilemmas}
        plan = draft.plan
        rest = tuple(d for d in self._titles if d not in plan)
        rows = self._rows.keep((*plan, *rest))
        for place, row in enumerate(rows):
            row.show_place(place if place < len(plan) else -1, len(plan) - 1)
            row.tick.button.setEnabled(len(plan) > 1 or place > 0)

    def _row(self, dilemma: DilemmaId) -> _DilemmaRow:
        row = _DilemmaRow(self._t, dilemma, self._titles[dilemma])
        row.ticked.connect(self._on_ticked)
        row.moved.connect(self._on_moved)
        return row

    def _on_ticked(self, dilemma: str, on: bool) -> None:
        self.edited.emit(partial(_with_dilemma, DilemmaId(dilemma), on))

    def _on_moved(self, dilemma: str, steps: int) -> None:
        self.edited.emit(partial(_moved, DilemmaId(dilemma), steps))


def _with_dilemma(dilemma: DilemmaId, on: bool, draft: Draft) -> Draft:
    return draft.with_dilemma(dilemma, played=on)


def _moved(dilemma: DilemmaId, steps: int, draft: Draft) -> Draft:
    return draft.moved(dilemma, steps)


class RolesSection(Section):
    """Which roles are handed out, and how."""

    def __init__(self, t: Texts) -> None:
        super().__init__(t, "rolesSection", t("Roles"))
        answers = [
            Said(deal.value, t(named_.name), t(named_.meaning)) for deal, named_ in DEALS.items()
        ]
        self._deal = OneOf("deal", t("How people get their role"), answers)
        self._deal.chosen.connect(self._on_deal)
        self._ticks: dict[RoleId, Tick] = {}
        self._grid = CardGrid(9, 2, 12, 0)
        self.column.addWidget(self._deal)
        self.column.addWidget(label(t("Roles to hand out"), "muted"))
        self.column.addWidget(self._grid)
        self.column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        self._deal.show_choice(draft.setup.deal.value)
        if tuple(self._ticks) != tuple(role.id for role in draft.scenario.roles):
            self._ticks = {role.id: self._tick(role) for role in draft.scenario.roles}
            self._grid.show_cards(tuple(self._ticks.values()))
        for role, tick in self._ticks.items():
            tick.show_tick(role in draft.counts)
            tick.button.setEnabled(len(draft.counts) > 1 or role not in draft.counts)

    def _tick(self, role: Role) -> Tick:
        meaning = "" if role.voting else self._t("Does not vote.")
        tick = Tick(f"hand_{role.id}", role.name, meaning)
        tick.ticked.connect(partial(self._on_ticked, role.id))
        return tick

    def _on_deal(self, key: str) -> None:
        self._set("deal", Deal(key))

    def _on_ticked(self, role: RoleId, on: bool) -> None:
        self.edited.emit(partial(_with_role, role, on))


def _with_role(role: RoleId, on: bool, draft: Draft) -> Draft:
    return draft.with_role(role, handed_out=on)


class VotesSection(Section):
    """How often people vote, what is asked besides, and what is shown per role."""

    def __init__(self, t: Texts) -> None:
        super().__init__(t, "votesSection", t("Votes"))
        self._twice = Tick(
            "twoVotes",
            t("Two votes per dilemma"),
            t("Before and after the talk, so that you see who moved."),
        )
        self._roles = Tick(
            "showRoles", t("Results per role"), t("Who chose what, counted per role.")
        )
        self._twice.ticked.connect(partial(self._set, "two_votes"))
        self._roles.ticked.connect(partial(self._set, "show_roles"))
        self.column.addWidget(self._twice)
        self.column.addWidget(self._roles)
        self.column.addSpacing(8)
        self.column.addWidget(label(t("Also ask"), "muted"))
        self._inputs = {}
        for name, said in INPUTS.items():
            tick = Tick(f"input_{name}", t(said.name), t(said.meaning))
            tick.ticked.connect(partial(self._on_input, name))
            self._inputs[name] = tick
            self.column.addWidget(tick)
        self.column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        self._twice.show_tick(draft.setup.two_votes)
        in_roles = draft.setup.kind is Kind.ROLE_PLAY
        self._roles.show_tick(draft.setup.show_roles and in_roles)
        self._roles.setEnabled(in_roles)
        for name, tick in self._inputs.items():
            tick.show_tick(getattr(draft.setup.inputs, name))

    def _on_input(self, name: str, on: bool) -> None:
        self.edited.emit(partial(_with_input, name, on))


def _with_input(name: str, on: bool, draft: Draft) -> Draft:
    return draft.with_input(name, asked=on)


class TimeSection(Section):
    """Minutes per phase; the clock never closes anything."""

    def __init__(self, t: Texts) -> None:
        super().__init__(t, "timeSection", t("Minutes per phase"))
        self._rows: dict[Phase, tuple[QWidget, Stepper]] = {}
        grid = CardGrid(15, 3, 28, 6)
        for phase in TIMED:
            words = t(PHASES[phase])
            stepper = Stepper(t, f"minutes_{phase}", words, LONGEST_MINUTES)
            stepper.changed.connect(partial(self._on_changed, phase))
            line = QWidget()
            row = QHBoxLayout(line)
            tight(row, 8)
            row.addWidget(label(words, "text", f"minutesName_{phase}"), 1)
            row.addWidget(stepper)
            self._rows[phase] = (line, stepper)
        grid.show_cards([line for line, _ in self._rows.values()])
        self.column.addWidget(grid)

    def show_draft(self, draft: Draft) -> None:
        minutes = phase_minutes(draft.scenario, draft.setup.profile, draft.setup.minutes)
        for phase, (line, stepper) in self._rows.items():
            line.setVisible(phase in minutes)
            stepper.show_value(minutes.get(phase, 0))

    def _on_changed(self, phase: Phase, minutes: int) -> None:
        self.edited.emit(partial(_with_minutes, phase, minutes))


def _with_minutes(phase: Phase, minutes: int, draft: Draft) -> Draft:
    return draft.with_minutes(phase, minutes)


class AboutSection(Section):
    """Where the session is, and for whom; it stands in the log with it."""

    def __init__(self, t: Texts) -> None:
        super().__init__(t, "aboutSection", t("About this session"))
        self._lines: dict[str, QLineEdit] = {}
        for name, words in about_lines(t):
            heading: QLabel = label(words, "text")
            line = named(QLineEdit(), f"about_{name}", words)
            line.setMaxLength(LONGEST_LINE)
            line.textEdited.connect(partial(self._on_edited, name))
            heading.setBuddy(line)
            self._lines[name] = line
            self.column.addWidget(heading)
            self.column.addWidget(line)
        self.column.addWidget(label(t("Write no names of people."), "small", "aboutHint"))
        self.column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        for name, line in self._lines.items():
            value = str(getattr(draft.setup, name))
            if line.text().strip() != value:
                line.setText(value)

    def _on_edited(self, name: str, text: str) -> None:
        self._set(name, text.strip())


def about_lines(t: Texts) -> tuple[tuple[str, str], ...]:
    """The names of what is asked about a session, and the words for it."""
    return (
        ("organisation", t("Organisation")),
        ("region", t("Town or region")),
        ("local_contact", t("Somebody people can talk to afterwards")),
    )
