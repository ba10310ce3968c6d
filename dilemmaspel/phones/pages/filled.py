"""What a ballot is filled in with: what was sent and has to be mended, or what is to be changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dilemmaspel.game.ballots import Choice
from dilemmaspel.game.ids import frozen
from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.pages.pen import Pen
from dilemmaspel.phones.screen import BallotForm, Shape


@dataclass(frozen=True, slots=True)
class Filled:
    """The values of the fields of one answer."""

    picked: frozenset[str] = frozenset()
    """Values of `choice`."""
    numbers: Mapping[str, str] = field(default_factory=frozen)
    """Points, or the place in the order, per option."""
    none: bool = False


def filled_in(pen: Pen, form: BallotForm, prefix: str) -> Filled:
    """Return what an answer starts with; empty for a fresh ballot."""
    if pen.frame.given:
        return _given(pen, form, prefix)
    if prefix or not form.changes:
        return Filled()
    return _own(form.own, form.shape)


def _given(pen: Pen, form: BallotForm, prefix: str) -> Filled:
    before = fields.POINTS if form.shape is Shape.POINTS else fields.PLACE
    return Filled(
        picked=frozenset(pen.frame.given.get(prefix + fields.CHOICE, ())),
        numbers=frozen({o.id: pen.given(f"{prefix}{before}{o.id}") for o in form.options}),
        none=bool(pen.given(prefix + fields.NONE)),
    )


def _own(choice: Choice, shape: Shape) -> Filled:
    if isinstance(choice, str | int):
        return Filled(picked=frozenset({str(choice)}))
    if isinstance(choice, Mapping):
        return Filled(numbers=frozen({one: str(points) for one, points in choice.items()}))
    if choice is None:
        return Filled()
    if shape is Shape.ORDER:
        return Filled(numbers=frozen({one: str(n) for n, one in enumerate(choice, start=1)}))
    return Filled(picked=frozenset(choice), none=not choice)
