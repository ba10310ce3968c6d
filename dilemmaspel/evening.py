"""One session on the screens: builds its parts, connects them, and takes them down again."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from dilemmaspel.beside import beside_of
from dilemmaspel.bots import ballots_to_cast
from dilemmaspel.debrief.cockpit import Cockpit
from dilemmaspel.desktop.beamer.canvas import BeamerCanvas
from dilemmaspel.desktop.beamer.pictures import FolderPictures
from dilemmaspel.desktop.beamer.screens import Plan, Stage, stage_sentence
from dilemmaspel.desktop.beamer.window import BeamerStage, BeamerWindow
from dilemmaspel.desktop.bridge import Bridge
from dilemmaspel.desktop.joining.desk import JoiningDesk
from dilemmaspel.desktop.joining.info import JoinInfo, Wifi
from dilemmaspel.desktop.joining.phones import Phones
from dilemmaspel.desktop.lookup import Lookup
from dilemmaspel.desktop.presenter.window import PresenterWindow
from dilemmaspel.desktop.shell import SESSION, MainWindow
from dilemmaspel.desktop.voting.booth import ticks_ms
from dilemmaspel.desktop.voting.passround import RECEIVED_MS, PassRound
from dilemmaspel.desktop.voting.pollround import PollRound
from dilemmaspel.desktop.voting.votingpanel import VotingPanel
from dilemmaspel.game.ballots import Channel, HandsCell
from dilemmaspel.game.commands import Command
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.presenting import hands_cells, presenter_view, seat_view
from dilemmaspel.game.state import State
from dilemmaspel.game.views import PresenterView, SeatView
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.session import Session
from dilemmaspel.settings import Settings
from dilemmaspel.storage.log import LogFile
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme

BOT_MS = 350
"""In a rehearsal one bot votes this often."""

PASSING = "passing"
"""The name of the page on which the laptop goes round."""
POLLING = "polling"
"""The same, for the closing questions."""

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast the screens take presses: tests hold another clock."""

    ticks: Callable[[], int] = ticks_ms
    """A clock in milliseconds that never jumps."""
    received: int = RECEIVED_MS
    """How long "Received" stands, in milliseconds."""
    bots: int = BOT_MS


@dataclass(frozen=True, slots=True)
class Kit:
    """What an evening is played with; `now` is the session's clock in milliseconds."""

    texts: Texts
    settings: Settings
    log: LogFile
    session: Session
    now: Callable[[], int]
    folder: Path | None
    """The scenario's folder with its pictures; None when it is no longer there."""
    phones: Callable[[], Phones]
    """Makes the server that lets phones in; called when they are first wanted."""
    windowed: bool = False
    pace: Pace = field(default_factory=Pace)


class Evening(QObject):
    """A running session: presenter, beamer, voting and, in a rehearsal, the bots."""

    ended = Signal()
    """The session was left or closed, and everything of it is gone."""
    printRequested = Signal()
    handbookRequested = Signal()
    reportRequested = Signal(str)
    """The id of the session, once it is closed."""
    wifiChanged = Signal(object)
    """The `Wifi` of the room, to be kept from now on."""

    def __init__(self, kit: Kit, window: MainWindow) -> None:
        super().__init__(window)
        self._kit = kit
        self._window = window
        self._code = ""
        self._over = False
        self._seen: PresenterView | None = None
        self._cockpit: Cockpit | None = None
        self._build()
        self._wire()
        window.give(SESSION, self.presenter)
        window.give(PASSING, self.passing)
        window.give(POLLING, self.polling)
        window.show_page(SESSION)
        if kit.windowed:
            self.stage.open_windowed()
        else:
            self.stage.open()

    def _build(self) -> None:
        kit, t, pace = self._kit, self._kit.texts, self._kit.pace
        state = kit.session.latest
        theme = load_theme(kit.settings.beamer_theme)
        pictures = FolderPictures(kit.folder)
        self._lookup = Lookup(partial(beside_of, kit.log, state.session))
        self.bridge = Bridge(kit.session, self._look, parent=self)
        self.presenter = PresenterWindow(t, state.scenario, now=kit.now, ticks=pace.ticks)
        self.beamer = BeamerWindow(theme, t, kit.now)
        self.miniature = BeamerCanvas(theme, t, kit.now)
        for canvas in (self.beamer.canvas, self.miniature):
            canvas.set_pictures(pictures)
            canvas.set_motion(kit.settings.motion)
        self.stage = BeamerStage(self.beamer, self._window, kit.settings.beamer_screen)
        ticks, received = pace.ticks, pace.received
        self.voting = VotingPanel(t, self.seat, self.hands, ticks=ticks, received_ms=received)
        self.passing = PassRound(t, self.seat, ticks=ticks, received_ms=received)
        self.polling = PollRound(t, ticks=ticks)
        self.joining = JoiningDesk(
            t,
            kit.phones,
            wifi=Wifi(kit.settings.wifi_name, kit.settings.wifi_password),
            expected=kit.settings.people,
            ticks=ticks,
            parent=self,
        )
        self.presenter.set_miniature(self.miniature)
        self.presenter.set_voting_panel(self.voting)
        self.presenter.set_joining(self.joining.panel, self.joining.note)
        self._bots = QTimer(self)
        self._bots.setInterval(pace.bots)

    def _wire(self) -> None:
        bridge, presenter, voting = self.bridge, self.presenter, self.voting
        bridge.viewChanged.connect(self._on_view)
        for listener in (presenter, voting, self.passing, self.polling):
            bridge.accepted.connect(listener.show_accepted)
            bridge.refused.connect(listener.show_refused)
            bridge.troubled.connect(listener.show_trouble)
        presenter.commandRequested.connect(self.send)
        presenter.leaveRequested.connect(self.leave)
        presenter.printRequested.connect(self.printRequested)
        presenter.handbookRequested.connect(self.handbookRequested)
        presenter.reportRequested.connect(self._on_report)
        presenter.beamerRequested.connect(self._on_beamer)
        presenter.readingRequested.connect(self._on_reading)
        presenter.votingRequested.connect(voting.take_focus)
        voting.commandRequested.connect(bridge.send)
        voting.passRoundRequested.connect(self.pass_round)
        self.passing.commandRequested.connect(bridge.send)
        self.passing.leaveRequested.connect(self.take_back)
        self._wire_debrief()
        self._wire_phones()
        self.beamer.keyHandedOn.connect(self._on_key)
        self.stage.planChanged.connect(self._on_plan)
        self._bots.timeout.connect(self._on_bot)
        if self._kit.session.latest.setup.practice:
            self._bots.start()

    def _wire_debrief(self) -> None:
        presenter, polling = self.presenter, self.polling
        presenter.pollRequested.connect(self.poll_round)
        polling.commandRequested.connect(self.send)
        polling.leaveRequested.connect(self.take_back)
        for canvas in (self.beamer.canvas, self.miniature):
            presenter.draftChanged.connect(canvas.set_draft)

    def _wire_phones(self) -> None:
        joining, presenter = self.joining, self.presenter
        self.bridge.accepted.connect(joining.show_accepted)
        joining.commandRequested.connect(self.send)
        joining.joinChanged.connect(self._on_join)
        joining.wifiChanged.connect(self.wifiChanged)
        joining.asked.connect(presenter.question.ask)
        joining.openRequested.connect(presenter.show_phones)
        joining.votingRequested.connect(presenter.show_voting)
        joining.told.connect(presenter.tell)
        presenter.asideRequested.connect(joining.step_aside)
        presenter.joinRequested.connect(joining.toggle_page)

    @property
    def state(self) -> State:
        """The state that was last saved."""
        return self._kit.session.latest

    def now(self) -> int:
        """The moment on the session's clock, in milliseconds since the epoch."""
        return self._kit.now()

    # ------------------------------------------------------------- what happens

    def send(self, command: Command) -> None:
        """Ask the session for a command."""
        self.bridge.send(command)

    def seat(self, seat_id: SeatId) -> SeatView | None:
        """Fetch what one seat may see, at the moment that its screen is shown."""
        return seat_view(self._kit.session.latest, seat_id)

    def hands(self) -> tuple[HandsCell, ...]:
        """Fetch the show of hands as counted so far, for who is counting."""
        return hands_cells(self._kit.session.latest)

    def pass_round(self) -> None:
        """Give the laptop to the participants: nothing of the presenter is on it."""
        self._window.show_page(PASSING)
        if self._seen is not None:
            self.passing.show_view(self._seen)
        self.passing.start()

    def poll_round(self) -> None:
        """Give the laptop to the participants for the closing questions."""
        if self._seen is not None:
            self.polling.show_view(self._seen)
        self._window.show_page(POLLING)
        self.polling.start()

    def take_back(self) -> None:
        """Give the laptop back to the facilitator."""
        if self._window.shown != SESSION:
            self._window.show_page(SESSION)
            self.presenter.setFocus()

    def _look(self, state: State) -> PresenterView:
        """Look at a state for the windows, and look its figure up beside."""
        self._cockpit = self._lookup(state)
        return presenter_view(state)

    def leave(self) -> None:
        """Take the session off the screens; what is not closed can be resumed."""
        if self._over:
            return
        self._over = True
        self._bots.stop()
        self.joining.stop()
        self.stage.shut()
        self.bridge.disconnect_session()
        self._kit.session.stop()
        self._window.take(SESSION)
        self._window.take(PASSING)
        self._window.take(POLLING)
        self.beamer.close()
        self.beamer.deleteLater()
        self.ended.emit()

    def _on_view(self, view: PresenterView) -> None:
        if view.closed:
            self._show_code()
        self.presenter.show_cockpit(self._cockpit)
        self.presenter.show_view(view)
        self.voting.show_view(view)
        self._seen = view
        if self._window.shown == PASSING:
            self.passing.show_view(view)
        if self._window.shown == POLLING:
            self.polling.show_view(view)
        self.joining.show_view(view)
        self.beamer.show_view(view.public, self._cockpit)
        self.miniature.show_view(view.public, self._cockpit)

    def _show_code(self) -> None:
        """Put the check code of the closed session on the closing page."""
        if self._code:
            return
        try:
            self._code = self._kit.log.check_code(self.state.session)
        except EnvironmentTrouble as trouble:
            _LOG.warning("No check code: %s", trouble)
        for canvas in (self.beamer.canvas, self.miniature):
            canvas.set_code(self._code)

    def _on_join(self, info: JoinInfo | None, shown: bool) -> None:  # noqa: FBT001 - from a signal
        for canvas in (self.beamer.canvas, self.miniature):
            canvas.set_join(info, shown=shown)

    def _on_report(self) -> None:
        self.reportRequested.emit(self.state.session)

    def _on_beamer(self) -> None:
        if self.stage.plan.stage is Stage.OFF:
            self.stage.open()
        else:
            self.stage.toggle()

    def _on_reading(self) -> None:
        shown = not self.beamer.canvas.asks_reading
        for canvas in (self.beamer.canvas, self.miniature):
            canvas.set_reading(shown=shown)

    def _on_plan(self, plan: Plan) -> None:
        quiet = plan.stage in (Stage.SHOWN, Stage.WINDOWED, Stage.OFF)
        words = "" if quiet else stage_sentence(self._kit.texts, plan)
        self.presenter.show_beamer(words)

    def _on_key(self, event: QKeyEvent) -> None:
        """Keys that reach the beamer work as if the controls had them."""
        if self._window.shown == SESSION:
            self.presenter.keys.press(event)

    def _on_bot(self) -> None:
        state = self._kit.session.latest
        waiting = ballots_to_cast(state, state.setup.seed)
        ballot = next((one for one in waiting if not _has_phone(state, one.seat)), None)
        if ballot is not None:
            attempt = state.flow.attempts.get((ballot.dilemma, ballot.vote))
            key = f"bot|{ballot.dilemma}|{ballot.vote}|{attempt}|{ballot.seat}"
            self.bridge.send(ballot, key)  # a slow disk gets it twice and counts it once


def _has_phone(state: State, seat: SeatId | None) -> bool:
    """Tell whether somebody came in with a real phone, to try how that goes."""
    return seat is not None and state.seats[seat].channel is Channel.PHONE
