"""A fingerprint of what a session has come to, apart from the way it got there."""

import hashlib
import json

from dilemmaspel.game.ballots import Ballot
from dilemmaspel.game.choices import choice_key
from dilemmaspel.game.state import Box, State


def state_hash(state: State) -> str:
    """Return 64 hexadecimal digits over round, phase, world, and the live ballots.

    Sequence numbers, the undo history and the clock play no part: undoing a decision and taking
    it again gives the same fingerprint.
    """
    world = state.flow.world
    content = {
        "phase": state.flow.phase,
        "dilemma": state.flow.dilemma,
        "round": world.round,
        "indicators": dict(world.indicators),
        "reserve": world.reserve,
        "commitments": [repr(c) for c in world.commitments],
        "grants": [repr(g) for g in world.grants],
        "flags": sorted(world.flags),
        "queue": [(q.due, q.dilemma, q.option, q.delayed.news) for q in world.queue],
        "benefits": dict(sorted(world.benefits.items())),
        "paid": dict(sorted(world.paid.items())),
        "ballots": {f"{box.dilemma}|{box.vote}": _ballots(box) for box in _live(state)},
    }
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _live(state: State) -> list[Box]:
    found = (state.box(dilemma, vote) for dilemma, vote in state.flow.attempts)
    return [box for box in found if box is not None]


def _ballots(box: Box) -> list[str]:
    return sorted(_written(ballot) for ballot in box.live())


def _written(ballot: Ballot) -> str:
    parts = (ballot.seat, ballot.role, choice_key(ballot.choice), ballot.count, ballot.objection)
    return "|".join(str(part) for part in parts)
