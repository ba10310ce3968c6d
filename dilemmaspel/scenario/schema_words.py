"""The words for values that do not fit their key: unknown, missing, of the wrong kind or size."""

from dilemmaspel.problems import Level
from dilemmaspel.scenario.findings import Wording
from dilemmaspel.texts import mark

UNKNOWN_KEY_NEAR = Wording(
    "unknown-key",
    mark("“{key}” is not a key that belongs here."),
    mark("Did you mean “{near}”? Write: {fixed}"),
)
UNKNOWN_KEY_CASE = Wording(
    "unknown-key",
    mark("“{key}” is not written as the key that belongs here."),
    mark("Write “{near}”, with small letters: {fixed}"),
)
UNKNOWN_KEY_COLON = Wording(
    "no-space-after-colon",
    mark("A space is missing after the colon of “{near}”."),
    mark("Write: {fixed}"),
)
UNKNOWN_KEY_ELSEWHERE = Wording(
    "unknown-key",
    mark("“{key}” does not belong here but under “{parent}”."),
    mark("Move it there."),
)
UNKNOWN_KEY = Wording(
    "unknown-key",
    mark("“{key}” is not a key that belongs here."),
    mark("Remove it, or choose from: {known}."),
)
COMMA_IN_TEXT = Wording(
    "comma-in-text",
    mark("Between curly brackets a comma ends the text, so that this piece falls off."),
    mark("Put the whole text between quotes: {fixed}"),
)
MISSING_KEY = Wording(
    "missing-key",
    mark("“{key}” is missing here."),
    mark("Add “{key}:”. {meaning}"),
)
NO_VALUE = Wording(
    "no-value",
    mark("There is nothing behind “{key}:”."),
    mark("Fill it in, or remove the key. {meaning}"),
)
EMPTY_TEXT = Wording(
    "empty-text",
    mark("The text of “{key}” is empty."),
    mark("Write a text between the quotes."),
)
NOT_TEXT_BUT_LIST = Wording(
    "wrong-kind",
    mark("“{key}” should be a text, not a list."),
    mark("Take the dash or the brackets away."),
)
NOT_TEXT_BUT_MAP = Wording(
    "wrong-kind",
    mark("“{key}” should be a text, not a group of keys."),
    mark("Put the text between quotes if it holds a colon."),
)
NOT_A_LIST = Wording(
    "wrong-kind",
    mark("“{key}” should be a list."),
    mark("Put each part on a line of its own with a dash, or between [ and ]."),
)
NOT_A_MAP = Wording(
    "wrong-kind",
    mark("“{key}” should be a group of keys."),
    mark("Put these keys under it, 2 spaces further in: {known}."),
)
NOT_WHOLE = Wording(
    "not-a-number",
    mark("“{key}” should be a whole number, not “{text}”."),
    mark("Write a number such as {example}, without a unit, a point or quotes."),
)
LEADING_ZERO = Wording(
    "leading-zero",
    mark("The number “{text}” starts with a zero."),
    mark("Write it without the zero in front: {fixed}"),
)
CLOCK_TIME = Wording(
    "not-a-number",
    mark("“{text}” is no number of minutes."),
    mark("Write whole minutes: {fixed}"),
)
LONG_NUMBER = Wording(
    "out-of-range",
    mark("“{key}” is a number of {count} digits, but lies between {low} and {high}."),
    mark("Choose a number from {low} to {high}."),
)
NOT_EXACT = Wording(
    "not-a-number",
    mark("“{key}” should be a number, not “{text}”."),
    mark("Write a number such as 0.75 or a fraction such as 2/3, without a unit or quotes."),
)
OUT_OF_RANGE = Wording(
    "out-of-range",
    mark("“{key}” is {text}, but lies between {low} and {high}."),
    mark("Choose a number from {low} to {high}."),
)
NOT_TRUTH = Wording(
    "not-true-or-false",
    mark("“{key}” is true or false, not “{text}”."),
    mark("Write true or false, without quotes."),
)
NOT_TRUTH_NEAR = Wording(
    "not-true-or-false",
    mark("“{key}” is true or false, not “{text}”."),
    mark("Write: {fixed}"),
)
NOT_A_CHOICE_NEAR = Wording(
    "unknown-value",
    mark("“{text}” is not possible for “{key}”."),
    mark("Did you mean “{near}”? Write: {fixed}"),
)
NOT_A_CHOICE = Wording(
    "unknown-value",
    mark("“{text}” is not possible for “{key}”."),
    mark("Choose from: {known}."),
)
TOO_FEW = Wording(
    "too-few",
    mark("“{key}” has too few parts: {count}; {low} is the fewest."),
    mark("Add to the list, so that it has {low} to {high} parts."),
)
TOO_MANY = Wording(
    "too-many",
    mark("“{key}” has {count} parts; {high} is the most."),
    mark("Take something out of the list."),
)
SAME_TWICE = Wording(
    "same-twice",
    mark("“{text}” stands twice in “{key}”."),
    mark("Remove one of the two."),
)
TEXT_TOO_LONG = Wording(
    "text-too-long",
    mark("The text of “{key}” has {count} characters; {high} is the most."),
    mark("Make it shorter."),
)
TOO_MANY_WORDS = Wording(
    "too-many-words",
    mark("“{key}” has {count} words; {high} is the most for the beamer."),
    mark("Make it shorter, or put the rest in another text."),
)
LONG_LABEL = Wording(
    "long-label",
    mark("“{key}” has {count} words; up to {high} are read at a glance."),
    mark("Make it shorter and put the rest in the description."),
    Level.WARNING,
)
LONG_SENTENCE = Wording(
    "long-sentence",
    mark("A sentence in “{key}” has {count} words; up to {high} are easy to follow."),
    mark("Make two sentences of the one that starts with “{start}”."),
    Level.WARNING,
)
BAD_ID = Wording(
    "bad-id",
    mark("“{text}” cannot be an id."),
    mark("Use 1 to 40 small letters, digits, “-” and “_”, and start with a letter: {near}"),
)
BOOLEAN_ID = Wording(
    "yes-no-id",
    mark("“{text}” cannot be an id, because many programs read it as yes or no."),
    mark("Choose another word, such as “{text}_1”."),
)
WRONG_SCHEMA = Wording(
    "wrong-schema",
    mark("“{text}” is not a format that this program knows."),
    mark("Write “schema: {wanted}” at the top."),
)
NEWER_SCHEMA = Wording(
    "newer-schema",
    mark("This file is made for a newer program (“{text}”; this one knows “{wanted}”)."),
    mark("Install the newest version of Dilemmaspel."),
)
NOT_A_CONDITION = Wording(
    "bad-condition",
    mark("This is not a condition."),
    mark("Write “always”, or one of these keys with its value: {known}."),
)
ONE_CONDITION = Wording(
    "bad-condition",
    mark("A condition has one key, and here there are {count}."),
    mark("Put several conditions in a list under “all:” or “any:”."),
)
EMPTY_CONDITION = Wording(
    "bad-condition",
    mark("“{key}” has no conditions in it."),
    mark("Add at least one condition to the list, or write “always”."),
)
BIG_EFFECT = Wording(
    "big-effect",
    mark("An effect of {text} is large; −8 to 8 is usual."),
    mark("Choose a smaller number, or keep it if the group should be startled."),
    Level.WARNING,
)
