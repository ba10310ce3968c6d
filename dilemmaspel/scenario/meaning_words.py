"""The words for what is well formed and still does not make sense: names, rules, years, money."""

from dilemmaspel.problems import Level
from dilemmaspel.scenario.findings import Wording
from dilemmaspel.texts import mark

DUPLICATE_ID = Wording(
    "duplicate-id",
    mark("The id “{text}” is used already on line {first}."),
    mark("Choose another id."),
)
UNKNOWN_NAME_NEAR = Wording(
    "unknown-name",
    mark("There is no {kind} “{text}”."),
    mark("Did you mean “{near}”? Write: {fixed}"),
)
UNKNOWN_NAME = Wording(
    "unknown-name",
    mark("There is no {kind} “{text}”."),
    mark("Choose from: {known}."),
)
NO_SUCH_NAMES = Wording(
    "unknown-name",
    mark("There is no {kind} “{text}”."),
    mark("Remove it, or add it to the file first."),
)
FLAG_NEVER_SET = Wording(
    "flag-never-set",
    mark("Nothing sets the flag “{text}”."),
    mark("Add it to “set:” of an option, or remove it here."),
)
FLAG_NEVER_SET_NEAR = Wording(
    "flag-never-set",
    mark("Nothing sets the flag “{text}”."),
    mark("Did you mean “{near}”? Write: {fixed}"),
)
UNNAMED_POCKET = Wording(
    "unnamed-pocket",
    mark("“{text}” has no name to show."),
    mark("Add it to “pockets:” at the top, as “{text}: Name”, or choose from: {known}."),
    Level.WARNING,
)
UNUSED_SOURCE = Wording(
    "unused-source",
    mark("The source “{text}” is used nowhere."),
    mark("Add it to “sources:” of a dilemma, or remove it."),
    Level.WARNING,
)
NEEDS_THEME = Wording(
    "missing-key",
    mark("“theme” is missing; only a trial can do without."),
    mark("Add “theme:” with one of: {known}."),
)
NEEDS_ENDINGS = Wording(
    "missing-key",
    mark("“endings” is missing; only a trial can do without."),
    mark("Add “endings:” with at least one that says “when: always”."),
)
LAST_NOT_ALWAYS = Wording(
    "last-not-always",
    mark("The last of “{key}” does not always fit, so that sometimes none does."),
    mark("Write “{condition}: always” in the last one."),
)
NEVER_REACHED = Wording(
    "never-reached",
    mark("This is never reached, because the one on line {first} always fits."),
    mark("Put the one that always fits last."),
    Level.WARNING,
)
OUTLINE = Wording(
    "outline",
    mark("This is an outline: it cannot be played yet."),
    mark("Write it out in full and set “status: playable”."),
    Level.WARNING,
)
NOT_IN_SEQUENCE = Wording(
    "not-in-sequence",
    mark("The dilemma “{text}” is never played, because it is not in “sequence”."),
    mark("Add “{text}” to the list after “sequence:”."),
    Level.WARNING,
)
NEXT_NOT_FORWARD = Wording(
    "next-not-forward",
    mark("“next: {text}” does not go forward, so that the game could go round in circles."),
    mark("Choose a dilemma that comes after this one in “sequence”."),
)
TOO_FEW_DILEMMAS = Wording(
    "too-few-dilemmas",
    mark("There are choices with which a group plays only {count} of the dilemmas."),
    mark("See that every way leads past at least 2, or set “status: trial”."),
)
TOO_LATE = Wording(
    "too-late",
    mark("This comes {after} years later, when the session is over; {last} is the latest."),
    mark("Choose “after: {last}” or less, or give “aftermath” more rounds."),
)
NO_TIME_LATER = Wording(
    "too-late",
    mark("This comes {after} years later, when the session is over."),
    mark("Give “aftermath” more rounds, or move this to “effects”."),
)
NEWS_MISSING = Wording(
    "missing-news",
    mark("Something changes here without a line of news that tells it."),
    mark("Add “{key}:” with one sentence for the group."),
)
NOTHING_LATER = Wording(
    "empty-delayed",
    mark("Nothing happens here: there are no effects and there is no news."),
    mark("Add “effects:” and “news:”, or remove it."),
    Level.WARNING,
)
ELSE_WITHOUT_IF = Wording(
    "else-without-if",
    mark("“{key}” never happens, because there is no “if”."),
    mark("Add “if:” with a condition, or remove “{key}”."),
    Level.WARNING,
)
YEARS_MISSING = Wording(
    "years-missing",
    mark("“yearly” has no “years”, so that it counts for one year only."),
    mark("Add “years:” with a number, or “years: structural”."),
    Level.WARNING,
)
LONG_SAVING = Wording(
    "long-saving",
    mark("This saving lasts to year {until}; what it saves on ends in year {end}."),
    mark("Give “years” a smaller number."),
    Level.WARNING,
)
NOTHING_TO_SAVE = Wording(
    "long-saving",
    mark("This saves on yearly costs, but no earlier choice has any."),
    mark("Use “budget: {example}” if there is more room instead."),
    Level.WARNING,
)
START_OFF_SCALE = Wording(
    "out-of-range",
    mark("“{key}” starts at {text}, but lies between {low} and {high}."),
    mark("Choose a number from {low} to {high}."),
)
OPTION_COUNT = Wording(
    "option-count",
    mark("Number of options here: {count}; with “{type}” there are {low} to {high}."),
    mark("Add or remove options; more do not fit on a phone, a card and the beamer."),
)
NEEDS_BLOCK = Wording(
    "missing-key",
    mark("“{key}” is missing; “type: {type}” needs it."),
    mark("Add “{key}:” with its settings under it."),
)
NOT_FOR_TYPE = Wording(
    "not-for-type",
    mark("“{key}” has no meaning with “type: {type}”."),
    mark("Remove it, or choose the type it belongs to: {wanted}."),
)
NOT_ON_POINTS = Wording(
    "not-for-type",
    mark("“{key}” has no meaning on an option that gets a share of the points."),
    mark("Move it to “outcomes:” of this dilemma, or remove it."),
)
SAME_OPTION = Wording(
    "same-option",
    mark("This option has the same label as the one on line {first}."),
    mark("Give each option its own label."),
)
NO_PRO = Wording(
    "no-pro",
    mark("This option has no reason for it."),
    mark("Add “pros:” with at least one."),
    Level.WARNING,
)
NO_CON = Wording(
    "no-con",
    mark("This option has no reason against it."),
    mark("Add “cons:” with at least one."),
    Level.WARNING,
)
FEW_VISIBLE = Wording(
    "few-visible",
    mark("Fewer than 2 options are always on the ballot; the others have “when”."),
    mark("Leave “when” out of at least 2 options."),
    Level.WARNING,
)
LABEL_COUNT = Wording(
    "label-count",
    mark("Number of labels: {count}, for a scale of {points} points."),
    mark("Give every point one label, or write “points: {count}”."),
)
BAND_OFF_SCALE = Wording(
    "out-of-range",
    mark("{text} does not lie on the scale of 1 to {points}."),
    mark("Choose a number from 1 to {points}."),
)
STEP_DOES_NOT_FIT = Wording(
    "step-does-not-fit",
    mark("{total} points cannot be divided in steps of {step}."),
    mark("Choose a step that divides {total}, such as {near}."),
)
PAYS_TWICE = Wording(
    "pays-twice",
    mark("This option has “pays” and “payer”, and only one can pay."),
    mark("Keep “pays: true” for the municipality, or “payer:” for somebody else."),
)
NOBODY_PAYS = Wording(
    "nobody-pays",
    mark("Nobody pays the share of this option."),
    mark("Add “pays: true” for the municipality, or “payer:” for somebody else."),
    Level.WARNING,
)
MORE_THAN_OPTIONS = Wording(
    "out-of-range",
    mark("“{key}” is {text}, but there are {count} options."),
    mark("Choose a number from 1 to {count}."),
)
SHARE_NOT_HERE = Wording(
    "share-not-here",
    mark("A share can only be asked for under “outcomes:” of a points dilemma."),
    mark("Use “flag:” here, and set that flag in an outcome."),
)
RULE_DOES_NOT_FIT = Wording(
    "rule-does-not-fit",
    mark("“{key}: {text}” does not go with “type: {type}”."),
    mark("Choose from: {known}."),
)
FALLBACK_MAY_FAIL = Wording(
    "fallback-may-fail",
    mark("“fallback: {text}” may fail as well; then the facilitator has to decide."),
    mark("Choose a rule that always decides, such as role_weighted or plurality."),
    Level.WARNING,
)
NEEDS_WITH_RULE = Wording(
    "missing-key",
    mark("“{key}” is missing; “rule: {rule}” needs it."),
    mark("Add “{key}:” to “decision:”."),
)
UNUSED_WITH_RULE = Wording(
    "unused-setting",
    mark("“{key}” does nothing with “rule: {rule}”."),
    mark("Remove it, or choose the rule it belongs to."),
    Level.WARNING,
)
UNUSED_K = Wording(
    "unused-setting",
    mark("“k” does nothing without “effects_mode: top_k”."),
    mark("Add “effects_mode: top_k”, or remove “k”."),
    Level.WARNING,
)
NEEDS_STATUS_QUO = Wording(
    "missing-key",
    mark("A tie goes to the status quo here, but “status_quo” is missing."),
    mark("Add “status_quo:” with the id of an option to the dilemma."),
)
FIRST_VOTE_MISSING = Wording(
    "first-vote-missing",
    mark("A second vote needs a first one."),
    mark("Write “votes: [vote1, vote2]” or “votes: [vote1]”."),
)
NO_BRIEFING = Wording(
    "no-briefing",
    mark("This dilemma has no card for: {roles}."),
    mark("Add what the role wants and knows under “briefings:”."),
    Level.WARNING,
)
UNUSED_ROLE = Wording(
    "unused-role",
    mark("The role “{text}” has a card in none of the dilemmas."),
    mark("Add it under “briefings:” of a dilemma, or take it out of this list."),
    Level.WARNING,
)
OBSERVER_BRIEFING = Wording(
    "observer-briefing",
    mark("“{text}” does not vote and gets no card."),
    mark("Remove this card."),
    Level.WARNING,
)
PICTURE_PATH = Wording(
    "picture-path",
    mark("“{text}” is not a picture in the folder of this scenario."),
    mark("Put the picture in the folder “pictures” and write “pictures/name.png”."),
)
PICTURE_MISSING = Wording(
    "picture-missing",
    mark("The picture “{text}” is not there."),
    mark("Put it in the folder of the scenario, or correct the name."),
)
PICTURE_MISSING_NEAR = Wording(
    "picture-missing",
    mark("The picture “{text}” is not there."),
    mark("The folder does have “{near}”. Write: {fixed}"),
)
PICTURE_KIND = Wording(
    "picture-kind",
    mark("“{text}” is not a png, jpg or webp picture."),
    mark("Open it in a drawing program and save it as one of those."),
)
PICTURE_IS_TEXT = Wording(
    "picture-kind",
    mark("“{text}” is not a png, jpg or webp picture: it starts with “{start}”."),
    mark("Open it in a drawing program and save it as one of those."),
)
PICTURE_NAME = Wording(
    "picture-name",
    mark("“{text}” is a {kind} picture by its content."),
    mark("Give the file the ending “.{kind}”."),
)
PICTURE_TOO_LARGE = Wording(
    "picture-too-large",
    mark("The picture is {width} × {height}, {size} million dots; {limit} million is the most."),
    mark("Make it 1920 wide."),
)
PICTURE_TOO_HEAVY = Wording(
    "picture-too-large",
    mark("The picture is {size} MB; {limit} MB is the most."),
    mark("Make it 1920 wide and save it again."),
)
