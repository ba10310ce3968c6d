"""What the facilitator sets before a session starts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dilemmaspel.game.ids import DilemmaId, RoleId, frozen


class Kind(StrEnum):
    """Role play shows counts per role; own voice guards small groups."""

    ROLE_PLAY = "rollenspel"
    OWN_VOICE = "eigen_stem"


class Profile(StrEnum):
    """The three lengths of a session."""

    SHORT = "kort"
    STANDARD = "standaard"
    HALF_DAY = "dagdeel"


class Deal(StrEnum):
    """How people get their role."""

    CHOSEN = "chosen"
    RANDOM = "random"
    FACILITATOR = "facilitator"
    SWAP = "swap"


class Voting(StrEnum):
    """How the room votes; it can change during a session."""

    PHONE = "phones"
    PASSED = "passed"
    HANDS = "hands"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Inputs:
    """The extra questions on a ballot, each on or off."""

    confidence: bool = False
    value_card: bool = False
    comment: bool = False
    personal: bool = False
    prediction: bool = False
    conditions: bool = True
    arguments: bool = True


@dataclass(frozen=True, slots=True)
class Setup:
    """The settings of one session; they stand in the log with it."""

    kind: Kind = Kind.ROLE_PLAY
    profile: Profile = Profile.STANDARD
    voting: Voting = Voting.PASSED
    deal: Deal = Deal.SWAP
    plan: tuple[DilemmaId, ...] = ()
    """Dilemmas to play, in order; empty takes the profile's."""
    roles: tuple[RoleId, ...] = ()
    """Roles to hand out; empty takes the scenario's recommended ones."""
    two_votes: bool = True
    inputs: Inputs = field(default_factory=Inputs)
    show_roles: bool = True
    """Whether results per role are shown after a close (role play only)."""
    language: str = "nl"
    organisation: str = ""
    region: str = ""
    local_contact: str = ""
    practice: bool = False
    """A rehearsal with bots: kept apart from the archive's figures."""
    seed: int = 0
    """Where random dealing starts."""
    minutes: Mapping[str, int] = field(default_factory=frozen)
    """Minutes per phase id that differ from the profile and the scenario."""
    smallest_group: int = 5
    """k: below it no result per role in a session of own voices."""
    notice_version: int = 1
