"""Voting in the presenter's middle zone: the way of voting, and what goes with it."""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from dilemmaspel.desktop.voting.booth import ticks_ms
from dilemmaspel.desktop.voting.handsgrid import Hands, HandsGrid
from dilemmaspel.desktop.voting.look import FollowingArea, PressButton, column
from dilemmaspel.desktop.voting.passround import RECEIVED_MS, SeatViews
from dilemmaspel.desktop.voting.people import voters
from dilemmaspel.desktop.voting.tablevote import TableVote
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import button, label, mood, named, say
from dilemmaspel.desktop.widgets.notice import Notice
from dilemmaspel.game.commands import ChangeVoting, Join
from dilemmaspel.game.reasons import Refused
from dilemmaspel.game.setup import Voting
from dilemmaspel.game.views import PresenterView
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words import VOTING, refusal

_WAYS = {
    Voting.PHONE: "phone",
    Voting.PASSED: "pass",
    Voting.HANDS: "hand",
    Voting.TABLE: "table",
}
"""The ways of voting, each with its sign."""

MOST_NAMED = 48
"""Of more people than this only the number is told."""

_PASSING = mark(
    "People vote one by one, unseen. Between two people the screen shows nothing but who"
    " is next. You get the laptop back at the end, or with the button “Facilitator”."
)
_PHONING = mark(
    "Everybody votes on their own phone. Who has none, or whose phone fails, votes here at the"
    " laptop; every person counts once, whatever the way."
)


class PassInvite(QWidget):
    """Says how a way of voting goes, who is left, and hands the laptop over."""

    started = Signal()

    def __init__(self, t: Texts, name: str, how: str, start: QPushButton) -> None:
        super().__init__()
        self._t = t
        named(self, f"{name}Invite")
        self._left = label("", "large", f"{name}Left")
        self.start = start
        mood(self.start, "vote", "small")
        self.start.clicked.connect(self.started)
        layout = column(self, 16)
        layout.addWidget(label(how, "large"))
        layout.addWidget(self._left)
        layout.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def show_view(self, view: PresenterView) -> None:
        """Show who has not voted, by role and number; never what anybody chose."""
        t, vote = self._t, view.public.vote
        waiting = [one.name(t) for one in voters(view) if not one.voted]
        self.start.setEnabled(vote is not None)
        if vote is None:
            say(self._left, t("No vote is open now."))
        elif len(waiting) > MOST_NAMED:
            say(self._left, t("Not voted yet: {n} people.", n=len(waiting)))
        elif waiting:
            say(self._left, t("Not voted yet: {names}.", names=", ".join(waiting)))
        else:
            say(self._left, t("Everybody has voted."))


class VotingPanel(QWidget):
    """Shows the panel of the way that the view names; switching loses no vote.

    `seat_view` and `hands` are called when their screen is shown, and at no other moment.
    """

    commandRequested = Signal(object, str)
    passRoundRequested = Signal()

    def __init__(
        self,
        t: Texts,
        seat_view: SeatViews,
        hands: Hands,
        *,
        ticks: Callable[[], int] = ticks_ms,
        received_ms: int = RECEIVED_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, "voting", t("Vote at the laptop"))
        self._t = t
        self._voting = Voting.PASSED
        start = PressButton("passStart", t("Start passing on"), "pass", "primary")
        self.invite = PassInvite(t, "pass", t(_PASSING), start)
        somebody = PressButton("phoneStart", t("Let somebody vote at this laptop"), "pass")
        self.phones = PassInvite(t, "phone", t(_PHONING), somebody)
        self.hands = HandsGrid(t, hands)
        self.tables = TableVote(t, seat_view, ticks=ticks, received_ms=received_ms)
        self.notice = Notice(t, "votingNotice", "info")
        self._ways: dict[Voting, QPushButton] = {way: self._way(way) for way in _WAYS}
        self._meaning = label("", "muted", "votingHow")
        for invite in (self.invite, self.phones):
            invite.started.connect(self.passRoundRequested)
        self.hands.commandRequested.connect(self.commandRequested)
        self.hands.passRequested.connect(partial(self._on_way, Voting.PASSED))
        self.tables.commandRequested.connect(self.commandRequested)
        self._arrange()

    def _way(self, way: Voting) -> QPushButton:
        words = self._t(VOTING[way].name)
        made = button(f"votingWay_{way}", words, _WAYS[way], "tab")
        made.setAccessibleName(self._t("Voting: {way}", way=words))
        made.setCheckable(True)
        made.clicked.connect(partial(self._on_way, way))
        return made

    def _arrange(self) -> None:
        counting = FollowingArea(self.hands, "handsArea", self._t("Hands"))
        counting.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._invited = FollowingArea(self.invite, "inviteArea", self._t("Pass the laptop on"))
        phoning = FollowingArea(self.phones, "phoneArea", self._t("Phones"))
        self._pages = {
            Voting.PHONE: phoning,
            Voting.PASSED: self._invited,
            Voting.HANDS: counting,
            Voting.TABLE: self.tables,
        }
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        ways, bar = FlowLayout(spacing=6), QWidget()
        for made in self._ways.values():
            ways.addWidget(made)
        bar.setLayout(ways)
        layout = column(self, 10)
        layout.addWidget(bar)
        layout.addWidget(self._meaning)
        layout.addWidget(self.notice)
        layout.addWidget(self._stack, 1)

    # ------------------------------------------------------------ what is shown

    def show_view(self, view: PresenterView) -> None:
        """Paint the view; twice changes nothing, and what is being filled in stays."""
        self._voting = view.setup_voting
        for way, made in self._ways.items():
            made.setChecked(way is self._voting)
            mood(made, "state", "here" if way is self._voting else "ahead")
        shown = VOTING.get(self._voting)
        say(self._meaning, self._t(shown.meaning) if shown else "")
        # The others wait: in a large room each of them takes longer than a frame.
        if self._voting is Voting.PHONE:
            self.phones.show_view(view)
        elif self._voting is Voting.HANDS:
            self.hands.show_view(view)
        elif self._voting is Voting.TABLE:
            self.tables.show_view(view)
        else:
            self.invite.show_view(view)
        self._stack.setCurrentWidget(self._pages.get(self._voting, self._invited))

    def take_focus(self) -> None:
        """Go to the first thing to do."""
        if self._voting is Voting.HANDS:
            self.hands.take_focus()
        elif self._voting is Voting.TABLE:
            self.tables.take_focus()
        elif self._voting is Voting.PHONE:
            self.phones.start.setFocus()
        else:
            self.invite.start.setFocus()

    def _on_way(self, way: Voting, _checked: bool = False) -> None:  # noqa: FBT002
        for one, made in self._ways.items():
            made.setChecked(one is self._voting)
        if way is not self._voting:
            self.commandRequested.emit(ChangeVoting(way), uuid4().hex)

    # ------------------------------------------------------------ what the session answers

    def show_accepted(self, receipt: object, command: object) -> None:
        """Hear that a command stands in the log."""
        if isinstance(command, (ChangeVoting, Join)):
            self.notice.show_words("")
        self.hands.show_accepted(receipt, command)
        self.tables.show_accepted(receipt, command)

    def show_refused(self, refused: Refused, command: object) -> None:
        """Say calmly why something did not happen."""
        if isinstance(command, (ChangeVoting, Join)):
            self.notice.show_words(refusal(self._t, refused))
        self.hands.show_refused(refused, command)
        self.tables.show_refused(refused, command)

    def show_trouble(self, trouble: EnvironmentTrouble, command: object) -> None:
        """Say that something could not be saved."""
        if isinstance(command, (ChangeVoting, Join)):
            self.notice.show_words(trouble.message_in(self._t))
        self.hands.show_trouble(trouble, command)
        self.tables.show_trouble(trouble, command)
