"""Nothing is cut: the longest shipped texts at 1366 by 768, at the usual size and at twice that."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.presenter import PresenterWindow
from dilemmaspel.desktop.widgets.kit import TARGET
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.presenting import presenter_view
from tests.desktop.looking import dressed
from tests.desktop.presenter.conftest import Show
from tests.desktop.presenter.game import DUTCH, Game, Shown, tied
from tests.desktop.samples import FLAGSHIPS, Moment, played, scenario

TABS = 5
SLACK = 1
STILL = 3


def takes_tab(one: QWidget) -> bool:
    return bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)


def visible(window: QWidget) -> list[QWidget]:
    return [one for one in window.findChildren(QWidget) if one.isVisibleTo(window)]


def cut(window: QWidget) -> list[str]:
    """What does not fit where it stands: labels, buttons, and parts that stick out sideways."""
    found = []
    for one in visible(window):
        if isinstance(one, QLabel) and one.text():
            found += _cut_label(one)
        elif isinstance(one, QAbstractButton):
            found += _cut_button(one)
        if isinstance(one, QScrollArea):
            found += _too_wide(one)
    return found


def _cut_label(label: QLabel) -> list[str]:
    inside = label.contentsRect().size()
    said = f"{label.objectName()}: {label.text()[:50]!r}"
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    metrics = QFontMetrics(label.font())
    words = label.text().replace("\u200b", " ").split() if label.wordWrap() else [label.text()]
    widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
    wrong = []
    if label.height() + SLACK < needed:
        wrong.append(f"{said} is {label.height()} high, needs {needed}")
    if inside.width() + SLACK < widest:
        wrong.append(f"{said} is {inside.width()} wide, needs {widest}")
    return wrong


def _cut_button(button: QAbstractButton) -> list[str]:
    said = f"{button.objectName()}: {button.text()[:50]!r}"
    wrong = []
    if min(button.width(), button.height()) < TARGET:
        wrong.append(f"{said} is {button.size()}: too small to press")
    needed: QSize = button.sizeHint()
    plain = button.layout() is None
    if plain and (button.width() + SLACK < needed.width()):
        wrong.append(f"{said} is {button.width()} wide, needs {needed.width()}")
    return wrong


def _too_wide(area: QScrollArea) -> list[str]:
    content = area.widget()
    room = area.viewport().width()
    if content is not None and content.width() > room + SLACK:
        return [f"{area.objectName()} is {room} wide, holds {content.width()}"]
    return []


def overlaps(window: PresenterWindow) -> list[str]:
    zones = {
        name: QRect(one.mapTo(window, one.rect().topLeft()), one.size())
        for name, one in (
            ("left", window.left),
            ("middle", window.middle),
            ("room", window.room),
            ("bar", window.bar),
        )
    }
    names = list(zones)
    found = [
        f"{a} and {b}"
        for n, a in enumerate(names)
        for b in names[n + 1 :]
        if zones[a].intersects(zones[b])
    ]
    whole = QRect(0, 0, window.width(), window.height())
    return found + [name for name, zone in zones.items() if not whole.contains(zone)]


def rested(shown: Shown, qtbot: QtBot) -> PresenterWindow:
    """Wait until nothing moved for a few rounds: on a busy machine one can be too short."""
    before: object = None
    still = 0
    while still < STILL:
        qtbot.wait(5)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        now = [one.geometry() for one in visible(shown.window)]
        still = still + 1 if now == before else 0
        before = now
    return shown.window


def moments(scenario_id: str) -> list[Moment]:
    """One moment per page of every phase and dilemma."""
    return list({moment.name: moment for moment in played(scenario_id)}.values())


@pytest.mark.parametrize("scenario_id", FLAGSHIPS)
def test_no_page_of_a_session_is_cut(
    scenario_id: str, points: float, show: Show, qtbot: QtBot
) -> None:
    shown = show(Game(scenario(scenario_id)), DUTCH)
    for moment in moments(scenario_id):
        shown.window.show_view(presenter_view(moment.state))
        window = rested(shown, qtbot)
        assert (window.width(), window.height()) == (1366, 768)
        assert cut(window) == [], moment.name
        assert overlaps(window) == [], moment.name


@pytest.mark.parametrize("scenario_id", FLAGSHIPS)
def test_no_tab_is_cut(scenario_id: str, points: float, show: Show, qtbot: QtBot) -> None:
    shown = show(Game(scenario(scenario_id)), DUTCH)
    for moment in moments(scenario_id):
        if moment.view.phase not in {Phase.TALK, Phase.LOBBY}:
            continue
        shown.window.show_view(presenter_view(moment.state))
        for tab in range(TABS):
            shown.window.middle.show_page(tab)
            assert cut(rested(shown, qtbot)) == [], (moment.name, tab)


def test_neither_menu_nor_plan_nor_keys_are_cut(
    points: float, show: Show, qtbot: QtBot, game: Game
) -> None:
    shown = show(game.to(Phase.TALK), DUTCH)
    shown.window.left.show_menu()
    assert cut(rested(shown, qtbot)) == []
    shown.window.left.show_plan()
    shown.window.middle.show_keys()
    assert cut(rested(shown, qtbot)) == []


def test_no_question_is_cut(points: float, show: Show, qtbot: QtBot, game: Game) -> None:
    shown = show(game.to(Phase.DECISION, Page.EFFECTS), DUTCH)
    does = shown.window.conduct
    for ask in (does.back, does.leave, does.end_early, does.skip_dilemma, does.peek):
        ask()
        assert cut(rested(shown, qtbot)) == []
    does.reopen(Vote.SECOND)
    window = rested(shown, qtbot)
    assert cut(window) == []
    strip = window.question
    area = QRect(strip.mapTo(window, strip.rect().topLeft()), strip.size())
    assert window.rect().contains(area)
    assert not area.intersects(window.bar.geometry())


def test_two_options_of_a_tie_are_not_cut(
    points: float, show: Show, qtbot: QtBot, game: Game
) -> None:
    shown = show(tied(game), DUTCH)
    shown.find("candidate_a").setFocus(Qt.FocusReason.TabFocusReason)
    assert cut(rested(shown, qtbot)) == []


def test_focus_moves_nothing(show: Show, qtbot: QtBot, game: Game) -> None:
    with dressed():
        shown = show(game.to(Phase.TALK), DUTCH)
        window = rested(shown, qtbot)
        buttons = [
            one
            for one in visible(window)
            if isinstance(one, QPushButton | QCheckBox)
            and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        places = {id(one): one.geometry() for one in buttons}
        for button in buttons:
            button.setFocus(Qt.FocusReason.TabFocusReason)
            rested(shown, qtbot)
            assert {id(one): one.geometry() for one in buttons} == places, button.objectName()


def test_scrolling_never_goes_sideways(show: Show, game: Game) -> None:
    window = show(game).window
    for area in window.findChildren(QAbstractScrollArea):
        if isinstance(area, QScrollArea):
            never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            assert area.horizontalScrollBarPolicy() == never
