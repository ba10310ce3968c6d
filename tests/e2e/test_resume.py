"""After kill -9 in the middle of a vote the game offers the session where it was."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.phases import Overlay, Page, Phase
from tests.contracts.code import ROOT
from tests.e2e.dies import VOTES
from tests.e2e.facilitator import Facilitator


@pytest.mark.timeout(180)
def test_a_killed_game_is_resumed_on_the_same_page_with_the_same_votes(
    qapp: QApplication, tmp_path: Path
) -> None:
    db = tmp_path / "log.sqlite"
    died = subprocess.run(
        [sys.executable, "-m", "tests.e2e.dies", str(db)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert died.returncode == -signal.SIGKILL, died.stderr
    spent = int(died.stdout.split()[-1])

    leads = Facilitator(db)
    leads.wait(lambda: leads.can_press("resume"))
    leads.press("resume")
    leads.wait(lambda: leads.app.evening is not None)
    leads.settle()
    state = leads.state
    assert (leads.where(), leads.page()) == (Phase.VOTE1, Page.VOTE)
    assert state.overlay is Overlay.PAUSED
    box = state.box(DilemmaId("d1"), Vote.FIRST)
    assert box is not None
    assert [ballot.choice for ballot in box.ballots.values()] == ["a", "b", "b"]
    resumed = state.clock.elapsed(leads.evening.now())
    assert 0 <= spent - resumed < 6_000, "the clock stands where the program last lived"

    leads.press("advance")
    leads.wait(lambda: leads.state.overlay is Overlay.NONE)
    leads.settle()
    leads.pass_round(["c"] * (len(state.seats) - VOTES))
    leads.on()
    result = leads.state.flow.results[(DilemmaId("d1"), Vote.FIRST)]
    assert (result.valid, sum(result.counts.values())) == (8, 8)
    leads.shut()
