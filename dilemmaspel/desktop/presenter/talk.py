"""The debrief: what people will do, likenesses with real life, and the closing questions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.widgets.entry import Asked, Entry
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import button, label, named, say, tight
from dilemmaspel.game.commands import AddAgreement, AddNote, AnswerExitPoll, NoteKind
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts

PARALLELS, DOING, POLL = (13, 14), (15,), (16,)
"""Numbers of the debrief questions that these inputs belong to."""


class AgreementForm(Panel):
    """What, who and when; the list of what was agreed under it."""

    def __init__(self, t: Texts, name: str, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, name, t("Agreements"))
        self._sent: AddAgreement | None = None
        self.who = Asked(f"{name}Who", t("Who (a role or group, no names)"))
        self.when = Asked(f"{name}When", t("By when"))
        for asked in (self.who, self.when):
            asked.line.setMaxLength(200)
        self.what = Entry(f"{name}What", t("What we will do"), t("Keep the agreement"))
        self.what.submitted.connect(self._on_agreed)
        self._list = label("", "text", f"{name}List")
        layout, row = QVBoxLayout(self), QHBoxLayout()
        tight(layout, 8)
        tight(row, 8)
        row.addWidget(self.who, 2)
        row.addWidget(self.when, 1)
        layout.addWidget(label(t("Agreements"), "strong"))
        layout.addWidget(self.what)
        layout.addLayout(row)
        layout.addWidget(self._list)

    def show_view(self, view: PresenterView) -> None:
        say(
            self._list,
            "\n".join(
                "•  " + " · ".join(filter(None, (one.what, one.who, one.when)))
                for one in view.agreements
            ),
        )

    def _on_agreed(self, what: str) -> None:
        self._sent = AddAgreement(what, self.who.text(), self.when.text())
        self.commandRequested.emit(self._sent)

    def settle(self, command: object) -> None:
        if self._sent is not None and command == self._sent:
            self.what.settle(self._sent.what)
            self.who.line.clear()
            self.when.line.clear()
            self._sent = None


class PollForm(Panel):
    """The two closing questions; one answer per person, without a name."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "poll", t("Closing questions"))
        self._talking = QButtonGroup(self)
        self._understanding = QButtonGroup(self)
        self._count = label("", "muted", "pollCount")
        self.keep = button("pollKeep", t("Keep this answer"), "check")
        self.keep.clicked.connect(self._on_kept)
        layout = QVBoxLayout(self)
        tight(layout, 8)
        for name, asks, group in (
            ("talking", t("How was it to talk like this?"), self._talking),
            ("understanding", t("I understand another party better."), self._understanding),
        ):
            layout.addWidget(label(asks, "text"))
            layout.addLayout(self._scale(name, asks, group))
        layout.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._count)

    def _scale(self, name: str, asks: str, group: QButtonGroup) -> FlowLayout:
        row = FlowLayout()
        for point in range(1, 6):
            made = button(f"{name}_{point}", str(point))
            made.setAccessibleName(self._t("{asks} {point} of 5", asks=asks, point=point))
            made.setCheckable(True)
            group.addButton(made, point)
            row.addWidget(made)
        return row

    def show_view(self, view: PresenterView) -> None:
        self._count.setText(
            self._t.plural("{n} answer kept", "{n} answers kept", len(view.exit_poll))
        )

    def _on_kept(self) -> None:
        picked = [group.checkedId() for group in (self._talking, self._understanding)]
        talking, understanding = (point if point > 0 else None for point in picked)
        if talking is not None or understanding is not None:
            self.commandRequested.emit(AnswerExitPoll(talking, understanding))

    def settle(self, command: object) -> None:
        if isinstance(command, AnswerExitPoll):
            for group in (self._talking, self._understanding):
                group.setExclusive(False)
                for made in group.buttons():
                    made.setChecked(False)
                group.setExclusive(True)


class DebriefPanel(Panel):
    """The input that belongs to the debrief question on the screen."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "debrief", t("Debrief"))
        self._sent = ""
        self.parallel = Entry("parallel", t("A key word (no names)"), t("Keep the note"))
        self.parallel.submitted.connect(self._on_parallel)
        self.agreement = AgreementForm(t, "agreement")
        self.poll = PollForm(t)
        layout = QVBoxLayout(self)
        tight(layout, 8)
        layout.addWidget(self.parallel)
        for form in (self.agreement, self.poll):
            form.commandRequested.connect(self.commandRequested)
            layout.addWidget(form)

    def show_view(self, view: PresenterView) -> None:
        number = view.public.question
        debriefs = view.public.phase is Phase.DEBRIEF
        self.parallel.setVisible(debriefs and number in PARALLELS)
        self.agreement.setVisible(debriefs and number in DOING)
        self.poll.setVisible(debriefs and number in POLL)
        self.setVisible(debriefs and number in (*PARALLELS, *DOING, *POLL))
        for form in (self.agreement, self.poll):
            form.show_view(view)

    def _on_parallel(self, text: str) -> None:
        self._sent = text
        self.commandRequested.emit(AddNote(text, NoteKind.PARALLEL))

    def settle(self, command: object) -> None:
        if isinstance(command, AddNote) and command.kind is NoteKind.PARALLEL:
            self.parallel.settle(self._sent)
        for form in (self.agreement, self.poll):
            form.settle(command)
