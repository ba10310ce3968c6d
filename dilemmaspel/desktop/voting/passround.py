"""The laptop goes round: a neutral screen, a role card, a ballot, a receipt, a neutral screen."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from dilemmaspel.desktop.voting.booth import Booth, Stage, ticks_ms
from dilemmaspel.desktop.voting.card import CardPage
from dilemmaspel.desktop.voting.goinground import GoingRound
from dilemmaspel.desktop.voting.look import column, roomy
from dilemmaspel.desktop.voting.neutral import ChooserPage, DonePage, NeutralPage
from dilemmaspel.desktop.voting.people import BoxKey, Voter, open_box, voters
from dilemmaspel.desktop.widgets.kit import tight
from dilemmaspel.desktop.widgets.question import Answer
from dilemmaspel.desktop.widgets.timing import once
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.reasons import Refused
from dilemmaspel.game.scenario import Briefing
from dilemmaspel.game.setup import Kind
from dilemmaspel.game.views import PresenterView, SeatView
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import Texts

RECEIVED_MS: Final = 1_600
"""How long "Received" stands before the neutral screen comes."""

SeatViews = Callable[[SeatId], SeatView | None]
"""Fetches what one seat may see, at the moment that its screen is shown."""


class PassRound(GoingRound):
    """Covers the window while participants hold the laptop; the view alone says who has voted.

    Nothing of a person is in any widget before their screen is opened or after their ballot is
    handed in. `ticks` is a clock in milliseconds that never jumps.
    """

    commandRequested = Signal(object, str)

    def __init__(
        self,
        t: Texts,
        seat_view: SeatViews,
        *,
        ticks: Callable[[], int] = ticks_ms,
        received_ms: int = RECEIVED_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(t, "pass", t("Vote at the laptop"), ticks, parent)
        self._seat_view = seat_view
        self._box: BoxKey | None = None
        self._seen: SeatView | None = None
        self._card: CardPage | None = None
        self._build()
        self._rest = once(self, received_ms, self._show_next)
        self._arrange()

    def _build(self) -> None:
        t = self._t
        self.neutral = NeutralPage(t)
        self.chooser = ChooserPage(t)
        self.done = DonePage(t)
        self.booth = Booth(t, ticks=self._ticks)
        self.turnOver.connect(self._show_next)
        self.leaveAsked.connect(self.ask_to_leave)
        self.neutral.opened.connect(self._on_opened)
        self.neutral.skipped.connect(self._on_skipped)
        self.neutral.listRequested.connect(self._on_list)
        self.chooser.chosen.connect(self._on_chosen)
        self.chooser.backRequested.connect(self._show_next)
        self.done.backRequested.connect(self.leave)
        self.done.changeRequested.connect(self._on_list)
        self.booth.commandRequested.connect(self.commandRequested)
        self.booth.received.connect(self._on_received)
        self.booth.left.connect(self._show_next)
        self.booth.cardRequested.connect(self._on_card)

    def _arrange(self) -> None:
        for page in (self.neutral, self.chooser, self.done, self.booth):
            self._stack.addWidget(page)
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        pages, layout = QGridLayout(), column(self, 0)
        tight(pages)
        pages.addWidget(self._stack, 0, 0)
        if roomy():
            pages.addWidget(self.facilitator, 0, 0, corner)
        else:
            layout.addWidget(self.facilitator, 0, corner)
        layout.addLayout(pages, 1)
        layout.addWidget(self.question)
        self.facilitator.raise_()

    # ------------------------------------------------------------ what is shown

    def show_view(self, view: PresenterView) -> None:
        """Take the newest view; a person who is filling in is not disturbed."""
        self._view = view
        box = open_box(view)
        if box != self._box:
            self._box = box
            self._given.clear()
            self._later.clear()
            self._forget()
            self._show_next()
        elif self._stack.currentWidget() in (self.neutral, self.chooser, self.done):
            self._refresh()

    def start(self) -> None:
        """Begin, or go on, at a neutral screen; a ballot that is not saved yet comes first."""
        self.question.put_away()
        if self.booth.holds_unsaved:
            self._to(self.booth)
        else:
            self._show_next()

    def _refresh(self) -> None:
        if self._stack.currentWidget() is self.chooser:
            self.chooser.show_voters(self._everybody())
        else:
            self._show_next()

    def _everybody(self) -> tuple[Voter, ...]:
        return voters(self._view) if self._view else ()

    def _waiting(self) -> list[Voter]:
        """Who has not voted, those who were skipped last."""
        return self._in_turn(one for one in self._everybody() if not one.voted)

    def _show_next(self) -> None:
        """Show the neutral screen of the next person, or that nobody is left."""
        self._rest.stop()
        if self.booth.holds_unsaved:
            self._to(self.booth)
            return
        self._forget()
        waiting = self._waiting()
        if self._box is None or self._view is None:
            self.done.show_closed()
            self._to(self.done)
        elif not waiting:
            self.done.show_all_voted()
            self._to(self.done)
        else:
            self._show_neutral(waiting)

    def _show_neutral(self, waiting: list[Voter]) -> None:
        everybody = self._everybody()
        self._seat = waiting[0].seat
        cast = len(everybody) - len(waiting)
        self.neutral.show_voter(waiting[0], cast, len(everybody), more=len(waiting) > 1)
        self._to(self.neutral)

    def _to(self, page: QWidget) -> None:
        super()._to(page)
        if isinstance(page, (NeutralPage, DonePage, ChooserPage, CardPage)):
            page.take_focus()

    def _forget(self) -> None:
        """Leave nothing of the person who was here."""
        self._seen = None
        self._drop_card()
        if not self.booth.holds_unsaved:
            self.booth.clear()

    def _drop_card(self) -> None:
        card, self._card = self._card, None
        if card is not None:
            self._stack.removeWidget(card)
            card.hide()
            card.setParent(None)
            card.deleteLater()

    # ------------------------------------------------------------ one person

    def _on_opened(self) -> None:
        if self._seat is not None and not self._too_soon():
            self._open(self._seat)

    def _on_chosen(self, seat: int) -> None:
        if not self._too_soon():
            self._open(SeatId(seat))

    def _open(self, seat: SeatId) -> None:
        voter = next((one for one in self._everybody() if one.seat == seat), None)
        view = self._seat_view(seat)
        if voter is None or view is None or self._view is None:
            self._show_next()
            return
        if view.public.kind is Kind.OWN_VOICE:
            view = replace(view, briefing=Briefing())
        self._seen = view
        self.booth.open(view, voter.name(self._t))
        if self._card_first(view):
            self._show_card(again=False)
        else:
            self._show_booth()

    def _card_first(self, view: SeatView) -> bool:
        """The card comes first in the first vote; later it is one press away."""
        vote = view.public.vote
        says = bool(view.briefing.wants or view.briefing.knows)
        first = vote is not None and vote.vote is Vote.FIRST
        return says and first

    def _show_card(self, *, again: bool) -> None:
        if self._seen is None:
            return
        self._drop_card()
        voter = next((o for o in self._everybody() if o.seat == self._seen.seat), None)
        name = voter.name(self._t) if voter else self._seen.role.short
        self._card = CardPage(self._t, self._seen, name, again=again)
        self._card.goOn.connect(self._on_card_read)
        self._stack.addWidget(self._card)
        self._to(self._card)

    def _on_card(self) -> None:
        self._show_card(again=True)

    def _on_card_read(self) -> None:
        if not self._too_soon():
            self._show_booth()
            self._drop_card()

    def _show_booth(self) -> None:
        self._to(self.booth)
        self.booth.take_focus()

    def _on_received(self) -> None:
        if self._seen is not None:
            self._given.add(self._seen.seat)
        self._forget_person()
        self._to(self.booth)
        self._rest.start()

    def _forget_person(self) -> None:
        self._seen = None
        self._drop_card()

    def _on_list(self) -> None:
        if not self._too_soon():
            self._forget()
            self.chooser.show_voters(self._everybody())
            self._to(self.chooser)

    # ------------------------------------------------------------ the facilitator

    def ask_to_leave(self) -> None:
        """Ask whether the facilitator wants the laptop back."""
        t = self._t
        filling = self.booth.stage in (Stage.BALLOT, Stage.EXTRAS, Stage.CONFIRM)
        loses = t("The ballot on the screen is not handed in yet. It is wiped.")
        stay = Answer("stay", t("No, go on voting"), self._on_stay)
        self._ask_to_leave(stay, loses if filling else "")

    def _on_stay(self, _reason: str) -> None:
        self.booth.take_focus()

    # ------------------------------------------------------------ what the session answers

    def show_accepted(self, _receipt: object, command: object) -> None:
        """Hear that a command stands in the log."""
        self.booth.show_accepted(command)

    def show_refused(self, refused: Refused, command: object) -> None:
        """Hear that the rules said no."""
        self.booth.show_refused(refused, command)

    def show_trouble(self, trouble: EnvironmentTrouble, command: object) -> None:
        """Hear that a command could not be saved."""
        self.booth.show_trouble(trouble, command)
