"""Brings what the log keeps beside the events to the figures of the debrief."""

from dilemmaspel.debrief.beside import Beside, PersonalVote
from dilemmaspel.game.ids import frozen
from dilemmaspel.storage.archive import KeptApart
from dilemmaspel.storage.log import LogFile


def beside_of(log: LogFile, session: str) -> Beside:
    """Read the own votes and the moments of sharing of a session; raises StorageTrouble."""
    return as_beside(log.kept_apart(session))


def as_beside(kept: KeptApart) -> Beside:
    """Hand over what was read from the log."""
    return Beside(
        personal=tuple(PersonalVote(dilemma, differs) for dilemma, differs in kept.personal),
        shared_at=frozen(kept.shared_at),
    )
