"""How a vote goes on when phones fail; every ballot that was cast stays."""

from dilemmaspel.desktop.voting.counting import by_hand
from dilemmaspel.game.setup import Voting
from dilemmaspel.game.views import PresenterView


def otherwise(view: PresenterView) -> Voting:
    """Return the way to vote without phones: by hand where that can be counted, else the laptop.

    Once phones are not the way any more, the answer is to go back to them.
    """
    if view.setup_voting is not Voting.PHONE:
        return Voting.PHONE
    tables = any(heads > 1 for heads in view.heads.values())
    return Voting.HANDS if by_hand(view) and not tables else Voting.PASSED
