"""Why a proposal says what it says, and what is still to be done."""

from collections.abc import Mapping
from typing import Final

from dilemmaspel.game.proposal import Reason
from dilemmaspel.texts import mark

PROPOSALS: Final[Mapping[Reason, str]] = {
    Reason.MOST_VOTES: mark("It got the most votes."),
    Reason.MAJORITY: mark("More than half chose it."),
    Reason.THRESHOLD_MET: mark("Enough votes were for the same."),
    Reason.UNANIMOUS: mark("Everyone chose the same."),
    Reason.NO_OBJECTION: mark("Nobody has an objection."),
    Reason.DECIDER_CHOSE: mark("The role that decides chose this."),
    Reason.MEAN: mark("The average points to this."),
    Reason.ORDER: mark("It is on top of the shared order."),
    Reason.NOTHING_REACHED: mark("Nothing got enough support."),
    Reason.RUNOFF_WON: mark("It came out of the run-off."),
    Reason.STATUS_QUO: mark("It was a tie, so things stay as they are."),
    Reason.LOT: mark("It was a tie, so the lot decided."),
    Reason.TIE: mark("It is a tie."),
    Reason.NO_MAJORITY: mark("Nothing got more than half."),
    Reason.CONSENT_NEEDED: mark("First we ask whether everyone can live with it."),
    Reason.OBJECTION: mark("There is an objection. Can we change it so that it fits?"),
    Reason.QUORUM_MISSED: mark("Fewer than half have voted."),
    Reason.FACILITATOR_RULE: mark("The facilitator decides and says why."),
    Reason.DECIDER_SILENT: mark("The role that decides has not chosen."),
    Reason.DECIDER_TIED: mark("The role that decides is divided."),
    Reason.NO_VALID_BALLOTS: mark("There are no valid votes."),
    Reason.NO_BAND: mark("The result fits none of the outcomes."),
    Reason.FALLBACK_FAILED: mark("The other way of deciding gave no answer either."),
}
