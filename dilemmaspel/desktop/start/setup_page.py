"""Setting up a session: good answers stand there already, so that one press starts it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.start.choices import Choice, Choices
from dilemmaspel.desktop.start.draft import Draft, new_draft
from dilemmaspel.desktop.start.lengths import rounds_in, total_minutes
from dilemmaspel.desktop.start.people import PeoplePanel
from dilemmaspel.desktop.start.side import COVER, ScenarioSide
from dilemmaspel.desktop.widgets.backpage import BackPage
from dilemmaspel.desktop.widgets.edges import bottom_bar, top_row
from dilemmaspel.desktop.widgets.kit import (
    Kind,
    button,
    em,
    label,
    reworded,
    scrolled,
    signed,
    tight,
)
from dilemmaspel.desktop.widgets.tabs import tab_as_seen
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.setup import Profile, Setup, Voting
from dilemmaspel.scenario.library import Loaded
from dilemmaspel.settings import Settings
from dilemmaspel.texts import Texts
from dilemmaspel.words import PROFILES, VOTING

if TYPE_CHECKING:
    from dilemmaspel.desktop.start.more import MorePanel

_VOTING_SIGNS: Mapping[Voting, str] = {
    Voting.PHONE: "phone",
    Voting.PASSED: "pass",
    Voting.HANDS: "hand",
    Voting.TABLE: "table",
}


@dataclass(frozen=True, slots=True)
class SetupChoice:
    """What a facilitator starts: `people` has the number in every role that is handed out."""

    entry: Loaded
    setup: Setup
    people: Mapping[RoleId, int]
    practice: bool = False


class SetupPage(BackPage):
    """One scenario on its way to the lobby."""

    startRequested = Signal(object)
    """A `SetupChoice`."""
    printRequested = Signal(object)
    """A `SetupChoice` to put on paper before people come."""
    shareRequested = Signal(object)
    """The `Loaded` entry to save as a pack."""
    problemsRequested = Signal(object)
    """The `Loaded` entry whose remarks are asked for."""

    def __init__(
        self,
        t: Texts,
        entry: Loaded,
        scenario: Scenario,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "setup", t("Set up: {title}", title=scenario.title), t("All scenarios"), parent
        )
        self._t = t
        self._entry = entry
        self._draft = new_draft(scenario, settings)
        self._side = ScenarioSide(t, entry, scenario)
        self._side.remarks.clicked.connect(self._on_remarks)
        self._more: MorePanel | None = None
        self._build()
        self._show()
        tab_as_seen(self)
        QTimer.singleShot(0, self, self._read_cover)

    def _build(self) -> None:
        t = self._t
        self._beside = scrolled(self._side, "aboutArea", t("About this scenario"))
        self._main = QVBoxLayout()
        self._fill_main()
        content = QWidget()
        content.setLayout(self._main)
        body = QHBoxLayout()
        tight(body, 28)
        body.setContentsMargins(40, 0, 24, 0)
        body.addWidget(self._beside)
        self._area = scrolled(content, "setupArea", t("Set up"))
        body.addWidget(self._area, 1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(self._top())
        layout.addLayout(body, 1)
        layout.addWidget(self._bar())

    def _top(self) -> QHBoxLayout:
        top = top_row(self.back, spacing=12)
        self.share: QPushButton = button("setupShare", self._t("Export…"), "export", "quiet")
        self.share.setToolTip(self._t("One zip file with the pictures, for another laptop."))
        self.share.clicked.connect(self._on_share)
        top.addWidget(self.share)
        return top

    def _fill_main(self) -> None:
        t, column = self._t, self._main
        tight(column, 8)
        column.setContentsMargins(4, 0, 16, 16)
        self.profiles = Choices("profile", t("How long?"), [self._length(p) for p in Profile])
        self.voting = Choices("voting", t("How do people vote?"), [self._way(v) for v in Voting])
        self.people = PeoplePanel(t)
        self.profiles.chosen.connect(self._on_profile)
        self.voting.chosen.connect(self._on_voting)
        self.people.totalChanged.connect(self._on_total)
        self.people.countChanged.connect(self._on_count)
        for title, part in (
            (t("How long?"), self.profiles),
            (t("How do people vote?"), self.voting),
            (t("Who is there?"), self.people),
        ):
            heading = label(title, "strong")
            for one in (heading, part):
                column.addWidget(one)
            if part is self.profiles and self._draft.scenario.is_trial:
                heading.hide()
                part.hide()
            else:
                column.addSpacing(12)
        self.more: QPushButton = button("setupMore", t("More settings"), "unfold", "more")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._on_more)
        column.addWidget(self.more)
        column.addStretch(1)

    def _bar(self) -> QWidget:
        self.summary: QLabel = label("", "text", "setupSummary")
        trial = self._draft.scenario.is_trial
        main: Kind = "primary" if trial else "plain"
        other: Kind = "plain" if trial else "primary"
        self.practise: QPushButton = button("practise", self._t("Practise first"), "play", main)
        self.start: QPushButton = button("toLobby", self._t("To the lobby"), kind=other)
        self.practise.setToolTip(self._t("The same session, with the game playing all the roles."))
        self.print: QPushButton = button("printFirst", self._t("Print"), "print")
        self.print.setToolTip(self._t("Role cards, briefings and sheets as PDF."))
        self.print.clicked.connect(self._on_print)
        self.practise.clicked.connect(self._on_practise)
        self.start.clicked.connect(self._on_start)
        last = (self.start, self.practise) if trial else (self.practise, self.start)
        return bottom_bar("setupBar", (self.summary,), (self.print, *last))

    def go_to_start(self) -> None:
        """Put the keyboard on the button that starts; of a trial, on the one that practises."""
        (self.practise if self._draft.scenario.is_trial else self.start).setFocus()

    @property
    def choice(self) -> SetupChoice:
        """What would be started now."""
        setup = replace(self._draft.setup, roles=tuple(self._draft.counts))
        return SetupChoice(self._entry, setup, self._draft.counts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._beside.setFixedWidth(min(round(em() * 20), event.size().width() * 3 // 10))

    def _show(self) -> None:
        draft, t = self._draft, self._t
        self.profiles.show_choice(draft.setup.profile.value, self._length)
        self.voting.show_choice(draft.setup.voting.value)
        self.people.show_draft(draft)
        minutes = total_minutes(draft.scenario, draft.setup)
        rounds = rounds_in(draft.scenario, draft.plan)
        parts = (
            t(PROFILES[draft.setup.profile].name),
            t("{n} minutes", n=minutes),
            t.plural("{n} dilemma", "{n} dilemmas", rounds),
            self._crowd(draft),
        )
        self.summary.setText(" · ".join(part.replace(" ", "\u00a0") for part in parts))
        if self._more is not None:
            self._more.show_draft(draft)

    def _crowd(self, draft: Draft) -> str:
        t = self._t
        if draft.setup.voting is Voting.PHONE:
            return t.plural("about {n} person", "about {n} people", draft.people)
        return t.plural("{n} person", "{n} people", draft.people)

    def _length(self, key: str) -> Choice:
        profile = Profile(key)
        draft = self._draft
        if profile is not draft.setup.profile:
            draft = draft.with_profile(profile)
        rounds = rounds_in(draft.scenario, draft.plan)
        minutes = self._t("{n} minutes", n=total_minutes(draft.scenario, draft.setup))
        words = self._t.plural("{n} dilemma", "{n} dilemmas", rounds)
        return Choice(key, minutes, f"{self._t(PROFILES[profile].name)}, {words}")

    def _way(self, voting: Voting) -> Choice:
        words = VOTING[voting]
        return Choice(
            voting.value, self._t(words.name), self._t(words.meaning), _VOTING_SIGNS[voting]
        )

    def _edit(self, edit: Callable[[Draft], Draft]) -> None:
        self._draft = edit(self._draft)
        self._show()
        tab_as_seen(self)

    def _on_profile(self, key: str) -> None:
        self._draft = self._draft.with_profile(Profile(key))
        self._show()

    def _on_voting(self, key: str) -> None:
        self._draft = self._draft.with_setup(voting=Voting(key))
        self._show()

    def _on_total(self, number: int) -> None:
        self._draft = self._draft.with_people(number)
        self._show()

    def _on_count(self, role: str, number: int) -> None:
        self._draft = self._draft.with_count(RoleId(role), number)
        self._show()

    def _on_more(self, shown: bool) -> None:
        signed(self.more, "fold" if shown else "unfold")
        reworded(self.more, self._t("Fewer settings") if shown else self._t("More settings"))
        if self._more is None:
            from dilemmaspel.desktop.start.more import MorePanel

            self._more = MorePanel(self._t)
            self._more.edited.connect(self._edit)
            self._main.insertWidget(self._main.count() - 1, self._more)
            self._more.show_draft(self._draft)
            tab_as_seen(self)
        self._more.setVisible(shown)
        if shown:
            QTimer.singleShot(0, self, self._reveal_more)

    def _reveal_more(self) -> None:
        """Bring what was opened into view: its button comes on top."""
        bar = self._area.verticalScrollBar()
        bar.setValue(max(bar.value(), self.more.y()))

    def _on_start(self) -> None:
        self.startRequested.emit(self.choice)

    def _on_print(self) -> None:
        self.printRequested.emit(self.choice)

    def _on_practise(self) -> None:
        draft = (
            self._draft if self._draft.voters else self._draft.with_people(len(self._draft.roles))
        )
        setup = replace(draft.setup, roles=tuple(draft.counts), practice=True)
        self.startRequested.emit(SetupChoice(self._entry, setup, draft.counts, practice=True))

    def _on_share(self) -> None:
        self.shareRequested.emit(self._entry)

    def _on_remarks(self) -> None:
        self.problemsRequested.emit(self._entry)

    def _read_cover(self) -> None:
        from dilemmaspel.desktop.beamer.pictures import FolderPictures

        picture = self._draft.scenario.cover
        if picture is not None:
            image = FolderPictures(self._entry.folder).image(picture, COVER)
            self._side.show_cover(image, picture.alt)
