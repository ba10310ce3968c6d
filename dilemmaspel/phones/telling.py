"""The view as a record for a script: the screen's public facts, and its page."""

from collections.abc import Mapping
from typing import Any

from dilemmaspel.game.ballots import Choice
from dilemmaspel.game.state import State
from dilemmaspel.phones.board import Board, Guest
from dilemmaspel.phones.screen import BallotForm, Screen, Shape

EXTRAS = ("confidence", "value_card", "comment", "personal", "prediction")


def view_record(board: Board, guest: Guest, state: State) -> dict[str, Any]:
    """Return what `GET /api/view` tells."""
    screen = board.screen(guest)
    seat = state.seats.get(guest.seat) if guest.seat is not None else None
    so_far = screen.progress
    return {
        "version": board.version,
        "phase": screen.phase.value,
        "page": screen.page.value,
        "screen": screen.kind.value,
        "language": guest.language,
        "word": board.word,
        "seat": seat.id if seat else None,
        "role": seat.role if seat else None,
        "progress": {"cast": so_far.cast, "present": so_far.present} if so_far else None,
        "ballot": _ballot(screen) if screen.ballot else None,
        "html": board.fragment(guest),
    }


def _ballot(screen: Screen) -> dict[str, Any]:
    form = screen.ballot
    if form is None:
        return {}
    record: dict[str, Any] = {
        "round": form.dilemma,
        "vote": form.vote.value,
        "attempt": form.attempt,
        "shape": form.shape.value,
        "options": [
            {"id": o.id, "letter": o.letter, "label": o.label, "blocked": o.blocked}
            for o in form.options
        ],
        "scale": len(form.labels) if form.shape is Shape.SCALE else 0,
        "points": {"total": form.points_total, "step": form.points_step}
        if form.shape is Shape.POINTS
        else None,
        "min_ranked": form.min_ranked if form.shape is Shape.ORDER else 0,
        "inputs": [name for name in EXTRAS if getattr(form.inputs, name)],
    }
    return record | _own(screen, form)


def _own(screen: Screen, form: BallotForm) -> dict[str, Any]:
    """Add the own choice, and only when the person asked to see it."""
    if screen.own is not None:
        return {"own": _plain(screen.own.choice)}
    return {"own": _plain(form.own)} if form.changes else {}


def _plain(choice: Choice) -> object:
    return dict(choice) if isinstance(choice, Mapping) else choice
