"""The words for content that is correct and still not fair or not easy to read."""

from dilemmaspel.problems import Level
from dilemmaspel.scenario.findings import Wording
from dilemmaspel.texts import mark

TOO_MANY_PATHS = Wording(
    "too-many-paths",
    mark("There are more than {limit} ways through this scenario; they cannot all be tried."),
    mark("Take out dilemmas or options, or let fewer options take effect at once."),
    Level.WARNING,
)
NEVER_PLAYED = Wording(
    "never-played",
    mark("No way through the scenario leads past the dilemma “{text}”."),
    mark("Change its “when”, or the “next” that jumps over it."),
    Level.WARNING,
)
NEVER_CHOSEN = Wording(
    "never-chosen",
    mark("On no way through the scenario can “{text}” be chosen."),
    mark("Change its “when”, or remove it."),
    Level.WARNING,
)
UNREACHED_ENDING = Wording(
    "unreached-ending",
    mark("No way through the scenario comes to the ending “{text}”."),
    mark("Make its “when” easier, move it up, or remove it."),
    Level.WARNING,
)
LENS_GAP = Wording(
    "lens-gap",
    mark("“{text}” is the best option for no role, not now and not later."),
    mark("Change its effects, so that at least one role gains most by it on average."),
    Level.WARNING,
)
BUDGET_TOO_EASY = Wording(
    "budget-too-easy",
    mark("Money runs short on {count} of {paths} ways; in a scenario about funding 10% is least."),
    mark("Make “annual” or “reserve” smaller, or the costs higher."),
    Level.WARNING,
)
ALWAYS_BEST = Wording(
    "role-always-best",
    mark("“{role}” ends best off on {share}% of the ways, whatever the group chooses."),
    mark("Let some choices help other roles more."),
    Level.WARNING,
)
ALWAYS_WORST = Wording(
    "role-always-worst",
    mark("“{role}” ends worst off on {share}% of the ways, whatever the group chooses."),
    mark("Let some choices help this role more."),
    Level.WARNING,
)
LONG_ON_AVERAGE = Wording(
    "long-on-average",
    mark("Sentences have {mean} words on average; up to {high} are easy to follow."),
    mark("Cut long ones in two; this one has {count}: “{start}…”."),
    Level.WARNING,
)
SHORT_STORY = Wording(
    "story-too-short",
    mark("The story has {count} words; {low} is the fewest that brings it to life."),
    mark("Say who it is about and what that person says or sees."),
    Level.WARNING,
)
NO_SOURCES = Wording(
    "no-sources",
    mark("The scenario has no sources."),
    mark("Add “sources:” with who, what and when, and name them in the dilemmas."),
    Level.WARNING,
)
PERSONAL_DATA = Wording(
    "personal-data",
    mark("“{text}” looks like a mail address, a phone number or a citizen number."),
    mark("Take it out: a scenario holds nothing about real people."),
    Level.WARNING,
)
COPIED_SENTENCE = Wording(
    "copied-sentence",
    mark("“{text}” stands word for word in the source on line {first}."),
    mark("Tell the fact in your own words."),
    Level.WARNING,
)
