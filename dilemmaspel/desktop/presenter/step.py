"""What this step asks: what to say and do, the notes, the questions and the options."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from dilemmaspel.debrief.cockpit import Cockpit
from dilemmaspel.desktop.presenter.ahead import AheadPanel
from dilemmaspel.desktop.presenter.consent import ConsentPanel
from dilemmaspel.desktop.presenter.decision import DecisionPanel
from dilemmaspel.desktop.presenter.options import OptionsList
from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.presenter.scripts import debrief_script, script_for
from dilemmaspel.desktop.presenter.talk import DebriefPanel
from dilemmaspel.desktop.widgets.kit import box, button, label, named, say, tight
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts
from dilemmaspel.words import question

_WITH_OPTIONS = frozenset(
    {Phase.NEWS_STORY, Phase.BRIEFING, Phase.VOTE1, Phase.REVEAL1, Phase.CAUCUS, Phase.TALK}
    | {Phase.VOTE2, Phase.RUNOFF}
)
_WITH_QUESTIONS = frozenset({Phase.REVEAL1, Phase.CAUCUS, Phase.TALK})


class ScriptCard(QFrame):
    """What to say, large enough to read standing, and what to do."""

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        frame, layout = box("plain", "script", 10, 0)
        self._say = label("", "script", "scriptSay")
        self._do = label("", "muted", "scriptDo")
        layout.addWidget(self._say)
        layout.addWidget(self._do)
        outer = QVBoxLayout(self)
        tight(outer)
        outer.addWidget(frame)

    def show_view(self, view: PresenterView) -> None:
        """Show the script of the page that the beamer is on."""
        public = view.public
        if public.page is Page.QUESTION and public.question is not None:
            say(self._say, self._t(question(public.question).text))
            say(self._do, self._t(debrief_script(public.question).do))
            return
        script = script_for(public.phase, public.page, view.setup_voting)
        say(self._say, self._t(script.say))
        say(self._do, self._t(script.do))


class NotesCard(QFrame):
    """What the author of the scenario wants the facilitator to know here."""

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._rows: list[tuple[QLabel, QLabel]] = []
        frame, layout = box("panel", "authorNotes", 2, 16)
        layout.setContentsMargins(16, 16, 16, 8)
        for name, title in (
            ("Goal", t("Goal")),
            ("Notes", t("Approach")),
            ("WatchOut", t("Watch out")),
            ("Sensitive", t("May touch people")),
            ("Contact", t("Somebody to talk to")),
        ):
            heading = label(title, "small", f"note{name}Title")
            text = label("", "text", f"note{name}")
            text.setContentsMargins(0, 0, 0, 8)
            layout.addWidget(heading)
            layout.addWidget(text)
            self._rows.append((heading, text))
        outer = QVBoxLayout(self)
        tight(outer)
        outer.addWidget(frame)

    def show_view(self, view: PresenterView) -> None:
        """Show the notes that there are; none hides the card."""
        notes, early = view.notes_for_me, view.public.phase in {Phase.LOBBY, Phase.INTRO}
        sensitive = ", ".join(view.sensitivity) if early else ""
        contact = view.public.local_contact if early else ""
        texts = (notes.goal, notes.notes, notes.watch_out, sensitive, contact)
        for (heading, shown), text in zip(self._rows, texts, strict=True):
            heading.setVisible(bool(text))
            say(shown, text)
        self.setVisible(any(texts))


class QuestionsCard(QFrame):
    """Questions that keep the talk going."""

    def __init__(self, t: Texts) -> None:
        super().__init__()
        frame, layout = box("plain", "discussion", 6, 0)
        layout.addWidget(label(t("Questions for the talk"), "small"))
        self._text = label("", "large", "discussionText")
        layout.addWidget(self._text)
        outer = QVBoxLayout(self)
        tight(outer)
        outer.addWidget(frame)

    def show_view(self, view: PresenterView) -> None:
        """Show the discussion questions during the talk, the author's own in the debrief."""
        talks = view.public.phase in _WITH_QUESTIONS
        debriefs = view.public.phase in {Phase.DEBRIEF, Phase.REFLECT}
        questions = view.public.questions if talks else view.debrief if debriefs else ()
        self._text.setText("\n".join(f"•  {one}" for one in questions))
        self.setVisible(bool(questions))


class StepPanel(Panel):
    """Everything about this step, the most needed on top."""

    votingRequested = Signal()
    peekRequested = Signal()

    def __init__(self, t: Texts, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "step")
        self.script = ScriptCard(t)
        self.vote = button("openVoting", t("Vote at this laptop"), "people", "plain")
        self.vote.clicked.connect(self.votingRequested)
        self.decision = DecisionPanel(t)
        self.consent = ConsentPanel(t, scenario)
        self.debrief = DebriefPanel(t)
        self.questions = QuestionsCard(t)
        self.options = OptionsList(t)
        self.ahead = AheadPanel(t, scenario)
        self.notes = NotesCard(t)
        self._panels = (self.decision, self.consent, self.debrief, self.ahead)
        for panel in self._panels:
            panel.commandRequested.connect(self.commandRequested)
        self.ahead.askFirst.connect(self.peekRequested)
        self._arrange()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        tight(layout, 18, 0)
        layout.setContentsMargins(0, 0, 12, 0)
        parts: tuple[QWidget, ...] = (
            *(self.script, self.vote, self.consent, self.decision, self.debrief),
            *(self.questions, self.options, self.notes, self.ahead),
        )
        for part in parts:
            layout.addWidget(part)
        layout.setAlignment(self.vote, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def show_view(self, view: PresenterView) -> None:
        phase = view.public.phase
        self.script.show_view(view)
        self.questions.show_view(view)
        self.notes.show_view(view)
        self.options.show_view(view)
        self.options.setVisible(phase in _WITH_OPTIONS and self.options.count > 0)
        self.vote.setVisible(view.public.vote is not None)
        for panel in self._panels:
            panel.show_view(view)

    def show_cockpit(self, cockpit: Cockpit | None) -> None:
        """Show the figure of the debrief question on the screen."""
        self.debrief.show_cockpit(cockpit)

    def refused(self, command: object) -> None:
        """Hear that something was not kept."""
        self.debrief.refused(command)

    def settle(self, command: object) -> None:
        for panel in self._panels:
            panel.settle(command)
