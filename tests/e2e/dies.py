"""A game that dies in the middle of a vote: run as a process of its own, it kills itself."""

import os
import signal
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dilemmaspel.game.phases import Phase
from tests.e2e.facilitator import Facilitator

VOTES = 3


def main(db: Path) -> None:
    """Play to the first vote, let three people vote, and die without a word."""
    app = QApplication.instance() or QApplication([])
    assert app is not None
    leads = Facilitator(db)
    leads.start("f1-de-schakel")
    leads.until(Phase.VOTE1)
    leads.press("openVoting")
    leads.press("passStart")
    for answer in ["a", "b", "b"][:VOTES]:
        leads.vote_one(answer)
    sys.stdout.write(f"{leads.state.clock.elapsed(leads.evening.now())}\n")
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
