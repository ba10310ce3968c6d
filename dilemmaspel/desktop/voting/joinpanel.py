"""Who is here: seats per role, one more or less, another role, and somebody who only watches."""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from dilemmaspel.desktop.voting.look import RoleToken, column
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import (
    box,
    button,
    em,
    label,
    named,
    say,
    sign_button,
    tight,
)
from dilemmaspel.desktop.widgets.notice import Notice
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.game.ballots import Channel
from dilemmaspel.game.commands import AssignRole, Command, Join, Leave
from dilemmaspel.game.ids import RoleId, SeatId
from dilemmaspel.game.people import MOST_HEADS
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.reasons import Refused
from dilemmaspel.game.scenario import Role
from dilemmaspel.game.setup import Voting
from dilemmaspel.game.views import PresenterView
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import Texts
from dilemmaspel.words import refusal

USUAL_HEADS = 3


class JoinRow(QWidget):
    """One role with its number of seats."""

    added = Signal()
    removed = Signal()
    moveRequested = Signal()

    def __init__(self, t: Texts, role: Role) -> None:
        super().__init__()
        self._t = t
        named(self, f"join_{role.id}")
        token = RoleToken(round(em() * 2.2))
        token.show_role(role)
        name = role.short
        self._count = label("", "heading", f"joinCount_{role.id}")
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count.setMinimumWidth(round(em() * 1.8))
        self._heads = label("", "small", f"joinHeads_{role.id}")
        self.less = sign_button(f"joinLess_{role.id}", t("One less: {role}", role=name), "minus")
        self.more = sign_button(f"joinMore_{role.id}", t("One more: {role}", role=name), "plus")
        self.move_on = sign_button(
            f"joinMove_{role.id}", t("Give somebody another role: {role}", role=name), "shift"
        )
        self.less.clicked.connect(self.removed)
        self.more.clicked.connect(self.added)
        self.move_on.clicked.connect(self.moveRequested)
        layout, words = QHBoxLayout(self), QVBoxLayout()
        tight(layout, 12)
        tight(words)
        words.addWidget(label(role.name, "text"))
        words.addWidget(self._heads)
        layout.addWidget(token)
        layout.addLayout(words, 1)
        for part in (self.less, self._count, self.more, self.move_on):
            layout.addWidget(part)

    def show_count(self, seats: int, heads: int) -> None:
        """Show how many seats a role has, and people when its tables count for several."""
        self._count.setText(str(seats))
        people = self._t.plural("{n} person at its tables", "{n} people at its tables", heads)
        say(self._heads, people if heads > seats else "")
        self.less.setEnabled(seats > 0)
        self.move_on.setEnabled(seats > 0)


class RoleChoice(QWidget):
    """The roles that somebody can be given instead; hidden until it is asked for."""

    chosen = Signal(str)

    def __init__(self, t: Texts, roles: tuple[Role, ...]) -> None:
        super().__init__()
        frame, inside = box("accent", "joinMoves", 8, 12)
        self._t = t
        self._words = label("", "strong", "joinMovesWords")
        inside.addWidget(self._words)
        flow = FlowLayout(spacing=8)
        self._buttons = {role.id: button(f"joinTo_{role.id}", role.short) for role in roles}
        for role, made in self._buttons.items():
            made.clicked.connect(partial(self._on_chosen, role))
            flow.addWidget(made)
        self.stay = button("joinStay", t("Leave it as it is"), kind="quiet")
        self.stay.clicked.connect(self.hide)
        flow.addWidget(self.stay)
        inside.addLayout(flow)
        column(self).addWidget(frame)
        self.hide()

    def ask(self, role: Role) -> None:
        """Ask which role the last one of a role gets."""
        self._words.setText(self._t("From {role} to which role?", role=role.short))
        for other, made in self._buttons.items():
            made.setVisible(other != role.id)
        self.show()
        self.stay.setFocus()

    def _on_chosen(self, role: RoleId, _checked: bool = False) -> None:  # noqa: FBT002
        self.hide()
        self.chosen.emit(role)


class JoinPanel(QWidget):
    """People come and go in any phase; who comes in during a vote votes from the next one on.

    `roles` are those handed out, in order; of the others one that does not vote can watch.
    """

    commandRequested = Signal(object, str)

    def __init__(
        self,
        t: Texts,
        roles: tuple[Role, ...],
        observer: Role | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, "join", t("Who is here"))
        self._t = t
        self._roles = {role.id: role for role in (*roles, *((observer,) if observer else ()))}
        self._last: Mapping[RoleId, SeatId] = {}
        self._tables = False
        self._moving: RoleId | None = None
        self._total = label("", "heading", "joinTotal")
        self._late = label("", "muted", "joinLate")
        self.any = button("joinAny", t("Somebody new, smallest role"), "plus")
        self.any.clicked.connect(partial(self._on_added, None))
        self._heads_words = label(t("People at a new table"), "text")
        self.heads = named(QSpinBox(), "joinHeadsNew", t("People at a new table"))
        self.heads.setRange(1, MOST_HEADS)
        self.heads.setValue(USUAL_HEADS)
        self.choice = RoleChoice(t, tuple(self._roles.values()))
        self.choice.chosen.connect(self._on_moved)
        self.notice = Notice(t, "joinNotice", "info")
        lines = QVBoxLayout()
        tight(lines, 8)
        self._rows: Rows[RoleId, JoinRow] = Rows(lines, self._row)
        self._arrange(lines)

    def _arrange(self, lines: QVBoxLayout) -> None:
        adding, layout = FlowLayout(spacing=12), column(self, 12)
        for part in (self.any, self._heads_words, self.heads):
            adding.addWidget(part)
        for said in (self._total, self._late, self.notice):
            layout.addWidget(said)
        layout.addLayout(adding)
        layout.addLayout(lines)
        layout.addWidget(self.choice)

    def _row(self, role: RoleId) -> JoinRow:
        row = JoinRow(self._t, self._roles[role])
        row.added.connect(partial(self._on_added, role))
        row.removed.connect(partial(self._on_removed, role))
        row.moveRequested.connect(partial(self._on_move, role))
        return row

    # ------------------------------------------------------------ what is shown

    def show_view(self, view: PresenterView) -> None:
        """Paint the view; roles that people play come after those handed out."""
        t = self._t
        for one in view.public.roles:
            self._roles.setdefault(one.role.id, one.role)
        self._last = {role: seat for seat, role, active in view.seats if active}
        self._tables = view.setup_voting is Voting.TABLE
        seats = Counter(role for _, role, active in view.seats if active)
        heads = {one.role.id: one.heads for one in view.public.roles}
        ids = list(self._roles)
        for role, row in zip(ids, self._rows.keep(ids), strict=True):
            row.show_count(seats[role], heads.get(role, 0))
        people = view.public.people
        self._total.setText(t.plural("{n} person here", "{n} people here", people))
        late = view.public.phase is not Phase.LOBBY
        say(self._late, t("Somebody new votes from the next vote that opens.") if late else "")
        for part in (self.heads, self._heads_words):
            part.setVisible(self._tables)

    # ------------------------------------------------------------ what is pressed

    def _ask(self, command: Command) -> None:
        self.commandRequested.emit(command, uuid4().hex)

    def _on_added(self, role: RoleId | None, _checked: bool = False) -> None:  # noqa: FBT002
        votes = role is None or self._roles[role].voting
        if self._tables and votes:
            self._ask(Join(role, Channel.TABLE, self.heads.value()))
        else:
            self._ask(Join(role))

    def _on_removed(self, role: RoleId) -> None:
        if role in self._last:
            self._ask(Leave(self._last[role]))

    def _on_move(self, role: RoleId) -> None:
        self._moving = role
        self.choice.ask(self._roles[role])

    def _on_moved(self, role: str) -> None:
        moving, self._moving = self._moving, None
        if moving is not None and moving in self._last:
            self._ask(AssignRole(self._last[moving], RoleId(role)))

    # ------------------------------------------------------------ what the session answers

    def show_accepted(self, _receipt: object, command: object) -> None:
        """Hear that a command stands in the log."""
        if isinstance(command, (Join, Leave, AssignRole)):
            self.notice.show_words("")

    def show_refused(self, refused: Refused, command: object) -> None:
        """Say calmly why somebody could not come, go or change."""
        if isinstance(command, (Join, Leave, AssignRole)):
            self.notice.show_words(refusal(self._t, refused))

    def show_trouble(self, trouble: EnvironmentTrouble, command: object) -> None:
        """Say that something could not be saved."""
        if isinstance(command, (Join, Leave, AssignRole)):
            self.notice.show_words(trouble.message_in(self._t))
