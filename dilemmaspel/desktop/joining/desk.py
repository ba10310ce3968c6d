"""The phones of one evening: lets them in, shows how it goes, and helps when they stay away."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from dilemmaspel.desktop.joining.aside import otherwise
from dilemmaspel.desktop.joining.check import findings
from dilemmaspel.desktop.joining.info import Wifi
from dilemmaspel.desktop.joining.joining import Joining, Standing
from dilemmaspel.desktop.joining.note import PhonesNote
from dilemmaspel.desktop.joining.panel import JoiningPanel
from dilemmaspel.desktop.joining.phonebridge import PhoneBridge
from dilemmaspel.desktop.joining.phones import Phones, PhonesState
from dilemmaspel.desktop.widgets.question import Answer, Question
from dilemmaspel.game.commands import ChangeVoting
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Voting
from dilemmaspel.game.views import PresenterView
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import Texts

WATCH_MS: Final = 1_000
PATIENCE_MS: Final = 60_000
"""After so long without a visit the facilitator is helped unasked."""

NO_NETWORK_MS: Final = 5_000
"""A laptop that looks for its Wi-Fi gets so long before anything is said."""


class JoiningDesk(QObject):
    """Lets phones in as soon as that is how the room votes, and keeps them till the end.

    `make` gives a server, which is started here and stopped with `stop`; `ticks` is a clock in
    milliseconds that never jumps.
    """

    commandRequested = Signal(object)
    joinChanged = Signal(object, bool)
    """The `JoinInfo` or None, and whether the room should see it."""
    wifiChanged = Signal(object)
    """The `Wifi` to keep from now on."""
    asked = Signal(object)
    """A `Question` for the facilitator."""
    openRequested = Signal()
    """The page about phones should come in front."""
    votingRequested = Signal()
    """The page for voting at the laptop should come in front."""
    told = Signal(str)
    """Something to tell the facilitator once."""

    def __init__(
        self,
        t: Texts,
        make: Callable[[], Phones],
        *,
        wifi: Wifi,
        expected: int,
        ticks: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._make = make
        self._ticks = ticks
        self._phones: Phones | None = None
        self._bridge: PhoneBridge | None = None
        self._joining = Joining(wifi=wifi, expected=expected)
        self._view: PresenterView | None = None
        self._place: tuple[object, ...] = ()
        self._checking = False
        self._since = 0
        self._aside: ChangeVoting | None = None
        self._over = False
        self.panel = JoiningPanel(t)
        self.note = PhonesNote(t)
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._wire()

    def _wire(self) -> None:
        panel = self.panel
        panel.startRequested.connect(self._on_start)
        panel.checkToggled.connect(self._on_check)
        panel.asideRequested.connect(self.step_aside)
        panel.codes.pageToggled.connect(self.toggle_page)
        panel.codes.doorToggled.connect(self._on_door)
        panel.network.networkChosen.connect(self._on_network)
        panel.network.wifiChanged.connect(self._on_wifi)
        panel.places.handOverRequested.connect(self._on_hand_over)
        panel.places.purgeRequested.connect(self._on_purge)
        self.note.moreRequested.connect(self._on_more)
        self._watch.timeout.connect(self.look_after)

    @property
    def joining(self) -> Joining:
        """How it goes now."""
        return self._joining

    # ------------------------------------------------------------ the server

    def start(self) -> None:
        """Let phones in; nothing happens when they already are."""
        if self._over or self._joining.standing in (Standing.STARTING, Standing.ON):
            return
        self._phones = self._make()
        self._bridge = PhoneBridge(self._phones, self)
        self._bridge.started.connect(self._on_started)
        self._bridge.failed.connect(self._on_failed)
        self._bridge.changed.connect(self._on_changed)
        self._bridge.troubled.connect(self._on_troubled)
        self._show(replace(self._joining, standing=Standing.STARTING, trouble=""))
        self._bridge.start()

    def stop(self) -> None:
        """Let go of the phones for good."""
        self._over = True
        self._watch.stop()
        if self._bridge is not None:
            self._bridge.stop()

    def _on_started(self) -> None:
        self._since = self._ticks()
        self._watch.start()
        self._show(replace(self._joining, standing=Standing.ON))

    def _on_failed(self, trouble: EnvironmentTrouble) -> None:
        self._drop()
        words = trouble.message_in(self._t)
        self._show(replace(self._joining, standing=Standing.FAILED, trouble=words))
        rest = self._t("The session goes on: people can vote at the laptop or by hand.")
        self.told.emit(f"{words} {rest}")

    def _drop(self) -> None:
        if self._bridge is not None:
            self._bridge.stop()
            self._bridge.deleteLater()
        self._bridge = self._phones = None

    def _on_changed(self, state: PhonesState) -> None:
        before = self._joining.state
        if before is None or bool(before.url) != bool(state.url):
            self._since = self._ticks()
        self._show(replace(self._joining, state=state))

    # ------------------------------------------------------------ what is shown

    def show_view(self, view: PresenterView) -> None:
        """Follow the session: let phones in when they are how people vote."""
        self._view = view
        public = view.public
        place = (view.setup_voting, public.phase, public.page, public.page_number)
        if place != self._place:
            turned = not self._place or self._place[0] is not view.setup_voting
            self._place = place
            phones = view.setup_voting is Voting.PHONE
            shown = phones and public.phase is Phase.LOBBY
            self._joining = replace(self._joining, shown=shown)
            if turned and phones and not view.closed:
                self.start()
        self._show(self._joining)

    def _show(self, joining: Joining) -> None:
        joining = replace(joining, waited=self._waited(joining))
        self._joining = joining
        if self._view is not None:
            self.panel.show_joining(joining, self._view, checking=self._checking)
        self.note.show_words(self._note_words(joining))
        self.joinChanged.emit(joining.info, joining.shown)

    def _waited(self, joining: Joining) -> bool:
        state, view = joining.state, self._view
        wanted = view is not None and view.setup_voting is Voting.PHONE and not view.closed
        if state is None or not wanted or state.visits or state.held:
            return False
        patience = PATIENCE_MS if state.url else NO_NETWORK_MS
        return self._ticks() - self._since >= patience

    def _note_words(self, joining: Joining) -> str:
        if joining.state is not None and joining.state.falters:
            return self._t(
                "The page on the phones stops again and again. What was counted is saved; better"
                " go on without phones (F6)."
            )
        if not joining.waited or joining.state is None:
            return ""
        first = findings(self._t, joining.state)[0]
        why = f"{first.happens} {first.mend}"
        if not joining.state.url:
            return why
        return self._t("No phone has come by yet. Is somebody trying? {why}", why=why)

    def look_after(self) -> None:
        """Help, unasked, once phones have stayed away for too long; done every second."""
        if self._waited(self._joining) and not self._joining.waited:
            self._checking = True
            self._show(self._joining)

    # ------------------------------------------------------------ what is pressed

    def toggle_page(self) -> None:
        """Show on the beamer how to come in, or put that away."""
        if self._joining.info is not None:
            self._show(replace(self._joining, shown=not self._joining.shown))

    def step_aside(self) -> None:
        """Go on without phones in this very vote, or back to them; every ballot stays."""
        if self._view is None or self._view.closed:
            return
        self._aside = ChangeVoting(otherwise(self._view))
        self.commandRequested.emit(self._aside)

    def show_accepted(self, _receipt: object, command: object) -> None:
        """Hear that a command stands in the log; after stepping aside, say what holds now."""
        aside, self._aside = self._aside, None if command is self._aside else self._aside
        if aside is None or command is not aside or self._view is None:
            return
        vote = self._view.public.vote
        if vote is not None and aside.voting is not Voting.PHONE:
            self.votingRequested.emit()
            self.told.emit(
                self._t.plural(
                    "{n} vote is in, and stays. Now those who have not voted yet.",
                    "{n} votes are in, and stay. Now those who have not voted yet.",
                    vote.cast,
                )
            )

    def _on_start(self) -> None:
        if self._view is not None and self._view.setup_voting is not Voting.PHONE:
            self.commandRequested.emit(ChangeVoting(Voting.PHONE))
        self.start()

    def _on_check(self) -> None:
        self._checking = not self._checking
        self._show(self._joining)

    def _on_more(self) -> None:
        self._checking = True
        self._show(self._joining)
        self.openRequested.emit()

    def _on_door(self) -> None:
        if self._phones is not None and self._joining.state is not None:
            self._ask(partial(self._phones.lock, locked=not self._joining.state.locked))

    def _on_network(self, address: str) -> None:
        if self._phones is not None:
            self._ask(partial(self._phones.choose, address))

    def _on_wifi(self, wifi: Wifi) -> None:
        if wifi != self._joining.wifi:
            self.wifiChanged.emit(wifi)
            self._show(replace(self._joining, wifi=wifi))

    def _on_hand_over(self, seat: int) -> None:
        t, then = self._t, partial(self._hand_over, SeatId(seat))
        self.asked.emit(
            Question(
                t("Take place {seat} off its phone?", seat=seat),
                (Answer("keep", t("No, leave it")), Answer("give", t("Take it off"), then)),
                t("Its votes stay. That person votes at the laptop from now on, or on paper."),
            )
        )

    def _hand_over(self, seat: SeatId, _reason: str) -> None:
        if self._phones is not None:
            self._ask(partial(self._phones.hand_over, seat))

    def _on_purge(self) -> None:
        t = self._t
        self.asked.emit(
            Question(
                t("Take away the places that never voted?"),
                (Answer("keep", t("No, leave them")), Answer("purge", t("Take away"), self._purge)),
                t("Who still is here can come in again. No vote is lost."),
            )
        )

    def _purge(self, _reason: str) -> None:
        if self._phones is not None:
            self._ask(self._phones.purge)

    def _ask(self, step: Callable[[], object]) -> None:
        if self._bridge is not None:
            self._bridge.ask(step)

    def _on_troubled(self, trouble: EnvironmentTrouble) -> None:
        self.told.emit(trouble.message_in(self._t))
        self._show(self._joining)
