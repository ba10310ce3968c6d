"""Every key of the scenario format and of the roles file: one description for all uses.

The checks run from it, and `reference.py` writes the page for authors from it. Meanings are
English templates; the catalogue holds the Dutch.
"""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from dilemmaspel.game.conditions import BudgetField, VoteMeasure
from dilemmaspel.game.phases import PHASES
from dilemmaspel.game.scenario import DEFAULT_INDICATORS
from dilemmaspel.game.setup import Profile
from dilemmaspel.game.terms import DeficitPolicy, RoleGroup, Status, Theme
from dilemmaspel.scenario.kinds import (
    Choice,
    Condition,
    Either,
    Exact,
    Format,
    Kind,
    ListOf,
    MapOf,
    Name,
    Text,
    Truth,
    Whole,
)
from dilemmaspel.scenario.records import Key, Record, homes, record
from dilemmaspel.scenario.schema_dilemma import (
    COMPARISON,
    DILEMMA,
    EFFECTS,
    PICTURE,
    PROSE,
    SHORT,
    TITLE,
)
from dilemmaspel.texts import mark

SCENARIO_FORMAT: Final = "dilemmaspel/1"
ROLES_FORMAT: Final = "dilemmaspel-roles/1"
INDICATORS: Final = tuple(str(one.id) for one in DEFAULT_INDICATORS)
PROFILES: Final = tuple(Profile)
COLORS: Final = (
    "teal",
    "amber",
    "violet",
    "blue",
    "crimson",
    "brown",
    "green",
    "slate",
    "navy",
    "purple",
    "red",
    "orange",
    "grey",
)
"""The colours a role can have; each goes with an icon, never alone."""

_PHASES = tuple(str(phase) for phase, row in PHASES.items() if any(row.minutes))

_TESTS: Mapping[str, Kind] = {
    "all": ListOf(Condition(), 1),
    "any": ListOf(Condition(), 1),
    "not": Condition(),
    "flag": Name("flag"),
    "chosen": record(
        "chosen",
        Key("dilemma", Name("dilemma"), mark("An earlier dilemma."), required=True),
        Key(
            "option",
            ListOf(Name("option of a dilemma"), 1, or_one=True),
            mark("One or more of its options."),
            required=True,
        ),
        keep="chosen",
    ),
    "indicator": record(
        "indicator",
        Key("id", Name("indicator"), mark("Which indicator."), required=True),
        *COMPARISON,
    ),
    "budget": record(
        "budget test",
        Key(
            "field",
            Choice(tuple(BudgetField)),
            mark("The reserve, or the free room of the year."),
            required=True,
        ),
        *COMPARISON,
    ),
    "share": record(
        "share",
        Key(
            "option",
            Name("option of a dilemma"),
            mark("An option of this points dilemma."),
            required=True,
        ),
        *COMPARISON,
        keep="share",
    ),
    "vote": record(
        "vote",
        Key("dilemma", Name("dilemma"), mark("An earlier dilemma."), required=True),
        Key(
            "measure",
            Choice(tuple(VoteMeasure)),
            mark("Consensus, the share of the top, or the share that moved."),
            required=True,
        ),
        *COMPARISON,
        keep="vote",
    ),
    "round": record("round", *COMPARISON),
}
Condition.tests = MappingProxyType(_TESTS)
CONDITION_TESTS: Final = Condition.tests
"""What a condition can look at, besides `always`."""
CONDITION_MEANINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "all": mark("Holds when every condition of the list holds."),
        "any": mark("Holds when at least one condition of the list holds."),
        "not": mark("Holds when this condition does not."),
        "flag": mark("Holds while this flag is set."),
        "chosen": mark("Holds when the group chose one of these options earlier."),
        "indicator": mark("Compares an indicator as it is at this moment."),
        "budget": mark("Compares money of the municipality, in thousands of euros."),
        "share": mark("Compares the mean share of an option, in a points dilemma."),
        "vote": mark("Compares how the deciding vote of an earlier dilemma went."),
        "round": mark("Compares the number of the round; the first is 1."),
    }
)

BUDGET: Final = record(
    "budget",
    Key("unit", Choice(("k_eur",)), mark("Thousands of euros."), default="k_eur"),
    Key("annual", Whole(0), mark("Free room per year."), default="0"),
    Key("reserve", Whole(), mark("The pot for spending once."), default="0"),
    Key(
        "carry_over",
        Exact(Fraction(0), Fraction(1)),
        mark("Share of the room left that goes to the reserve."),
        default="0",
    ),
    Key(
        "deficit_policy",
        Choice(tuple(DeficitPolicy)),
        mark("What happens when an option does not fit."),
        default="warn",
    ),
    Key("on_deficit", EFFECTS, mark("Effects of each year with a reserve below zero.")),
)
INDICATOR_SET: Final = record(
    "indicators",
    Key("use", Choice(("default",)), mark("The set of seven."), default="default"),
    Key("hide", ListOf(Name("indicator"), unique=True), mark("Those that are not shown.")),
    Key("start", MapOf(Name("indicator"), Whole(0, 150)), mark("Where they start.")),
)
WANTED_ROLES: Final = record(
    "roles",
    Key("required", ListOf(Name("role"), unique=True), mark("Roles that must be played.")),
    Key("recommended", ListOf(Name("role"), unique=True), mark("Roles that fit best.")),
)
_HEAD = (
    Key("schema", Format(SCENARIO_FORMAT), mark("The format of this file."), required=True),
    Key(
        "id",
        Name("scenario", gives=True),
        mark("Its own id; best the same as the name of its folder."),
        required=True,
    ),
    Key("version", Whole(1, 9999), mark("Raise it with every change."), required=True),
    Key("language", Choice(("nl", "en")), mark("The language of the texts."), default="nl"),
    Key("title", TITLE, mark("The title on the card."), required=True),
    Key("theme", Choice(tuple(Theme)), mark("The main theme.")),
    Key("also", ListOf(Choice(tuple(Theme)), unique=True), mark("Other themes it touches.")),
    Key(
        "status",
        Choice(tuple(Status)),
        mark("Playable, a trial of one dilemma or more, or an outline that cannot be played."),
        default="playable",
    ),
    Key("summary", PROSE, mark("Two or three sentences for the card.")),
)
SCENARIO: Final = record(
    "scenario",
    *_HEAD,
    Key("cover", PICTURE, mark("The picture on the card.")),
    Key("licence", SHORT, mark("Under which licence others may use it.")),
    Key(
        "guide",
        Text(max_characters=5000),
        mark("A short guide for the facilitator: goal, preparation, sensitive points, timing."),
    ),
    Key(
        "setting",
        record(
            "setting",
            Key("place", Text(max_characters=200), mark("Where it happens.")),
            Key("round_unit", Choice(("jaar",)), mark("How long a round is."), default="jaar"),
        ),
        mark("Where and when it happens."),
    ),
    Key("learning_goals", ListOf(PROSE, high=8), mark("What a group learns.")),
    Key("sensitivity", ListOf(SHORT, high=12), mark("Subjects that may hurt.")),
    Key("roles", WANTED_ROLES, mark("The roles that fit.")),
    Key(
        "indicators",
        Either(Choice(("default",)), INDICATOR_SET),
        mark("The measures of the neighbourhood."),
        default="default",
    ),
    Key("show_numbers", Truth(), mark("Whether effects show numbers."), default="true"),
    Key(
        "drift",
        EFFECTS,
        mark("What changes by itself every year, from the second year."),
    ),
    Key("budget", BUDGET, mark("The municipality’s money.")),
    Key(
        "pockets",
        MapOf(Name("pocket", gives=True), SHORT),
        mark("The names of those who pay or benefit."),
    ),
    Key(
        "timing",
        Either(Choice(PROFILES), MapOf(Choice(_PHASES), Whole(0, 240))),
        mark("Minutes per phase, or the length whose minutes count."),
    ),
    Key(
        "profiles",
        MapOf(
            Choice(PROFILES),
            ListOf(Name("dilemma"), 1, unique=True, or_word="all"),
        ),
        mark("Which dilemmas are played in each length; “all” for every one."),
    ),
    Key(
        "sequence",
        ListOf(Name("dilemma in sequence"), 1, 60, unique=True),
        mark("The order of the dilemmas; without it, that of the file."),
    ),
    Key(
        "aftermath",
        record(
            "aftermath",
            Key("rounds", Whole(0, 5), mark("Years after the last dilemma."), default="0"),
            Key("title", SHORT, mark("Its title, such as “Three years later”.")),
        ),
        mark("The years after the last dilemma."),
    ),
    Key(
        "facts",
        ListOf(
            record(
                "fact",
                Key("text", PROSE, mark("The fact."), required=True),
                Key("source", Name("source"), mark("The id of its source."), required=True),
            )
        ),
        mark("Figures about the neighbourhood."),
    ),
    Key("dilemmas", ListOf(DILEMMA, 1, 200), mark("The dilemmas."), required=True),
    Key(
        "endings",
        ListOf(
            record(
                "ending",
                Key("id", Name("ending", gives=True), mark("Its own id."), required=True),
                Key("when", Condition(), mark("When it is shown."), required=True),
                Key("text", PROSE, mark("The closing text."), required=True),
                keep="ending",
            ),
            1,
            20,
        ),
        mark("Closing texts; the first that fits is shown, the last always."),
    ),
    Key(
        "sources",
        ListOf(
            record(
                "source",
                Key("id", Name("source", gives=True), mark("Its own id."), required=True),
                Key("text", Text(), mark("Who, what and when."), required=True),
            )
        ),
        mark("Where the facts come from."),
    ),
)
ROLE: Final = record(
    "role",
    Key("id", Name("role", gives=True), mark("Its own id."), required=True),
    Key("name", SHORT, mark("The name on the card."), required=True),
    Key("short", Text(max_characters=24), mark("The name in tables and on the beamer.")),
    Key(
        "group",
        Choice(tuple(RoleGroup)),
        mark("Core, extra for larger groups, or observer."),
        default="core",
    ),
    Key("voting", Truth(), mark("Whether the role votes."), default="true"),
    Key("color", Choice(COLORS), mark("The colour of its icon."), default="slate"),
    Key("interest", PROSE, mark("What it wants in general."), required=True),
    Key("means", ListOf(SHORT, high=8), mark("What it can bring.")),
    Key("worries", ListOf(SHORT, high=8), mark("What it fears.")),
    Key("key_question", PROSE, mark("What it always asks.")),
    Key("red_line", PROSE, mark("What it will not accept.")),
    Key(
        "lens",
        MapOf(Name("indicator"), Whole(0, 3)),
        mark("How heavily each indicator weighs for it, 0 to 3."),
    ),
    keep="role",
)
ROLES: Final = record(
    "roles file",
    Key("schema", Format(ROLES_FORMAT), mark("The format of this file."), required=True),
    Key("language", Choice(("nl", "en")), mark("The language of the texts."), default="nl"),
    Key("version", Whole(1, 9999), mark("Raise it with every change."), default="1"),
    Key("lens_scale", Text(), mark("What the numbers of a lens mean, for authors.")),
    Key("roles", ListOf(ROLE, 1, 60), mark("The roles."), required=True),
)
OUTLINE_HEAD: Final[Record] = record("outline", *_HEAD)
"""What is checked of an outline; the rest of it is drafting material."""
SCENARIO_HOMES: Final = homes(SCENARIO)
ROLES_HOMES: Final = homes(ROLES)
