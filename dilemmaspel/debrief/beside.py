"""What the debrief shows that is kept beside the events: it comes from the log's own tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dilemmaspel.game.ids import DilemmaId, RoleId, frozen


@dataclass(frozen=True, slots=True)
class PersonalVote:
    """One personal vote as it is kept: without seat, role or time."""

    dilemma: DilemmaId
    differs: bool
    """Whether it is another answer than the role's."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a session's state does not hold."""

    personal: tuple[PersonalVote, ...] = ()
    shared_at: Mapping[tuple[DilemmaId, RoleId], int] = field(default_factory=frozen)
    """When a card was shared, in milliseconds since the epoch."""


NOTHING = Beside()
