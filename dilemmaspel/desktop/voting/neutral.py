"""The screen between two people: who is next, and nothing else."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QWidget

from dilemmaspel.desktop.style import icon_pixmap
from dilemmaspel.desktop.voting.folding import FoldingLayout
from dilemmaspel.desktop.voting.look import (
    FollowingArea,
    PressButton,
    RoleToken,
    column,
    reworded,
    theme_now,
    words,
)
from dilemmaspel.desktop.voting.people import Voter
from dilemmaspel.desktop.voting.waiting import SIGN_SIDE
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import em, mood, named
from dilemmaspel.game.ids import SeatId
from dilemmaspel.texts import Texts

TOKEN_SIDE = 168
"""How large the sign of who is next is, in pixels."""


class NeutralPage(QWidget):
    """Asks to pass the laptop on to somebody; holds no choice of anybody."""

    opened = Signal()
    skipped = Signal()
    listRequested = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "neutral", t("Pass the laptop on"))
        mood(self, "box", "ground")
        self._t = t
        self.token = RoleToken(TOKEN_SIDE)
        self._ask = words(t("Pass the laptop on to"), "text", "neutralAsk")
        self._name = words("", "hero", "neutralName")
        self._count = words("", "muted", "neutralCount")
        self.start = PressButton("neutralStart", "", kind="primary")
        self.start.clicked.connect(self.opened)
        self.skip = PressButton("neutralSkip", t("Skip this person for now"), "next")
        self.skip.clicked.connect(self.skipped)
        self.others = PressButton("neutralOthers", t("Who has not voted yet"), "people")
        self.others.clicked.connect(self.listRequested)
        self._arrange()

    def _arrange(self) -> None:
        content, whole = QWidget(), column(self, 14)
        layout, more = column(content, 14), FoldingLayout(44, 12)
        whole.setContentsMargins(48, 12, 48, 20)
        whole.addWidget(FollowingArea(content, "neutralArea", self._t("Pass the laptop on")), 1)
        layout.addStretch(2)
        layout.addWidget(self.token, 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (self._ask, self._name):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        layout.addSpacing(8)
        layout.addWidget(self.start, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._count)
        more.addStretch(1)
        more.addWidget(self.skip)
        more.addWidget(self.others)
        more.addStretch(1)
        whole.addLayout(more)

    def show_voter(self, voter: Voter, cast: int, present: int, *, more: bool) -> None:
        """Show who is next, and how many have voted."""
        name = voter.name(self._t)
        self.token.show_role(voter.role)
        self._name.setText(name)
        reworded(self.start, self._t("I am {name}", name=name))
        self._count.setText(self._t("{cast} of {present} voted", cast=cast, present=present))
        self.skip.setVisible(more)

    def take_focus(self) -> None:
        """Go to the button of the next person."""
        self.start.setFocus()


class DonePage(QWidget):
    """Nobody is left to vote, or the vote was closed."""

    backRequested = Signal()
    changeRequested = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "allVoted", t("Give the laptop back"))
        mood(self, "box", "ground")
        self._t = t
        self._sign = QLabel()
        self._title = words("", "hero", "doneTitle")
        self._text = words("", "text", "doneText")
        self.back = PressButton("doneBack", t("Back to the facilitator’s screen"), kind="primary")
        self.back.clicked.connect(self.backRequested)
        self.change = PressButton("doneChange", t("Somebody wants to change a vote"), "edit")
        self.change.clicked.connect(self.changeRequested)
        content, whole = QWidget(), column(self, 12)
        layout = column(content, 18)
        whole.setContentsMargins(48, 24, 48, 24)
        whole.addWidget(FollowingArea(content, "doneArea", t("Give the laptop back")), 1)
        layout.addStretch(1)
        for part in (self._sign, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        whole.addWidget(self.change, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_all_voted(self) -> None:
        """Everybody has voted."""
        self._show("check", self._t("Everybody has voted."), open_vote=True)

    def show_closed(self) -> None:
        """No vote is open."""
        self._show("lock", self._t("No vote is open now."), open_vote=False)

    def _show(self, sign: str, title: str, *, open_vote: bool) -> None:
        self._sign.setPixmap(icon_pixmap(sign, theme_now().colour("accent"), SIGN_SIDE))
        self._title.setText(title)
        self._text.setText(self._t("Give the laptop back to the facilitator."))
        self.change.setVisible(open_vote)

    def take_focus(self) -> None:
        """Go to the way back."""
        self.back.setFocus()


class ChooserPage(QWidget):
    """Everybody who may vote, by role and number: who has not voted, and who may change."""

    chosen = Signal(int)
    backRequested = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "chooser", t("Who are you?"))
        mood(self, "box", "ground")
        self._t = t
        self._shown: tuple[Voter, ...] | None = None
        self._content = QWidget()
        self._groups = column(self._content, 12)
        self.back = PressButton("chooserBack", t("Back"), "back")
        self.back.clicked.connect(self.backRequested)
        layout = column(self, 12)
        layout.setContentsMargins(48, 24, 48, 24)
        layout.addWidget(words(t("Who are you?"), "question"))
        layout.addWidget(FollowingArea(self._content, "chooserArea", t("Who are you?")), 1)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)

    def show_voters(self, everybody: tuple[Voter, ...]) -> None:
        """Show one button per person, those who have not voted first."""
        if everybody == self._shown:
            return
        self._shown = everybody
        self._empty()
        waiting = tuple(one for one in everybody if not one.voted)
        done = tuple(one for one in everybody if one.voted)
        self._group(self._t("Not voted yet"), waiting)
        self._group(self._t("Voted already; press to vote anew"), done)
        self._groups.addStretch(1)

    def _empty(self) -> None:
        while self._groups.count():
            item = self._groups.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _group(self, title: str, people: tuple[Voter, ...]) -> None:
        if not people:
            return
        flow = QWidget()
        buttons = FlowLayout(flow, spacing=12)
        for one in people:
            buttons.addWidget(self._button(one))
        self._groups.addWidget(words(title, "muted"))
        self._groups.addWidget(flow)

    def _button(self, one: Voter) -> PressButton:
        name = one.name(self._t)
        spoken = self._t("{name}, has voted", name=name) if one.voted else name
        made = PressButton(f"chooser_{one.seat}", name, spoken=spoken)
        token = RoleToken(round(em() * 2.4))
        token.show_role(one.role)
        drawn = token.drawn(room=token.width() // 5)
        made.setIcon(QIcon(drawn))
        made.setIconSize(drawn.size())
        made.clicked.connect(partial(self._on_chosen, one.seat))
        return made

    def _on_chosen(self, seat: SeatId, _checked: bool = False) -> None:  # noqa: FBT002
        self.chosen.emit(seat)

    def take_focus(self) -> None:
        """Go to the first person."""
        found = self._content.findChildren(PressButton)
        (found[0] if found else self.back).setFocus()
