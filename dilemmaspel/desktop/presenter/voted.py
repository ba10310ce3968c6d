"""Who has voted and who has not, by role; never what."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.widgets.dots import SeatDots
from dilemmaspel.desktop.widgets.kit import label, named, tight
from dilemmaspel.desktop.widgets.roles import RoleSign
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.game.ids import RoleId, SeatId
from dilemmaspel.game.views import PresenterView, RoleCount, RoleVoted
from dilemmaspel.texts import Texts


class _VotedRow(QWidget):
    """One role: its seats as dots."""

    def __init__(self, t: Texts, role: RoleId) -> None:
        super().__init__()
        self._t = t
        named(self, f"voted_{role}")
        self._sign = RoleSign()
        self._name = label("", "text")
        self._dots = SeatDots()
        grid = QGridLayout(self)
        tight(grid, 4)
        grid.setHorizontalSpacing(8)
        grid.addWidget(self._sign, 0, 0)
        grid.addWidget(self._name, 0, 1)
        grid.addWidget(self._dots, 0, 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)

    def show_role(self, voted: RoleVoted, *, voting: bool) -> None:
        """Show how many of a role voted; outside a vote only who is there."""
        self._sign.show_role(voted.role)
        self._name.setText(voted.role.short)
        done = _filled(voted)
        words = self._words(voted, done, voting=voting)
        self._dots.show_seats(done if voting else (False,) * len(done), words)
        self.setAccessibleName(words)

    def _words(self, voted: RoleVoted, done: tuple[bool, ...], *, voting: bool) -> str:
        role, n = voted.role.short, len(done)
        if not voting:
            return self._t("{role}: {n}", role=role, n=n)
        return self._t("{role}: {cast} of {n} voted", role=role, cast=sum(done), n=n)


class VotedPanel(Panel):
    """The roles in the room, with a total above them."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "voted", t("Who has voted"))
        self._total = label("", "strong", "votedTotal")
        rows = QVBoxLayout()
        tight(rows, 4)
        self._rows: Rows[RoleId, _VotedRow] = Rows(rows, self._row)
        layout, head = QVBoxLayout(self), QHBoxLayout()
        tight(layout, 8)
        head.addWidget(self._total)
        layout.addLayout(head)
        layout.addLayout(rows)

    def _row(self, role: RoleId) -> _VotedRow:
        return _VotedRow(self._t, role)

    def show_view(self, view: PresenterView) -> None:
        vote = view.public.vote
        self._total.setText(
            self._t("{cast} of {present} voted", cast=vote.cast, present=vote.present)
            if vote
            else self._t.plural(
                "{n} person in the room", "{n} people in the room", view.public.people
            )
        )
        roles = view.voted if vote else tuple(map(_present, view.public.roles))
        rows = self._rows.keep([voted.role.id for voted in roles])
        for row, voted in zip(rows, roles, strict=True):
            row.show_role(voted, voting=vote is not None)


def _filled(voted: RoleVoted) -> tuple[bool, ...]:
    """The dots of a role: who voted first, then the hands that were counted, then the others."""
    done = sum(has for _, has in voted.seats) + voted.hands
    return tuple(place < done for place in range(len(voted.seats)))


def _present(counted: RoleCount) -> RoleVoted:
    """A role that is in the room, outside a vote."""
    return RoleVoted(counted.role, tuple((SeatId(n), False) for n in range(counted.seats)), 0)
