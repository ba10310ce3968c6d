"""The words for a file that cannot be read as it stands: marks, indents, characters, limits."""

from dilemmaspel.problems import Level
from dilemmaspel.scenario.findings import Wording
from dilemmaspel.texts import mark

TOO_BIG = Wording(
    "too-big",
    mark("This file is {size} MB; {limit} MB is the most."),
    mark("Keep only text in it; pictures belong in the folder “pictures”."),
)
TOO_MANY_PARTS = Wording(
    "too-many-parts",
    mark("This file has more than {limit} parts; it is not read beyond this line."),
    mark("Make several scenarios of it."),
)
TOO_DEEP = Wording(
    "too-deep",
    mark("This stands more than {limit} levels deep."),
    mark("Take the extra brackets or indents away; the format needs less than ten levels."),
)
TOO_LONG = Wording(
    "too-long",
    mark("This text has {length} characters; {limit} is the most."),
    mark("Make it shorter."),
)
EMPTY = Wording(
    "empty-file",
    mark("The file is empty."),
    mark("Start from a copy of one of the scenarios that come with the game."),
)
NOT_A_SCENARIO = Wording(
    "not-a-scenario",
    mark("This does not look like a scenario: it has no keys such as “title:” at the top."),
    mark("Start from a copy of one of the scenarios that come with the game."),
)
NOT_UTF16 = Wording(
    "wrong-encoding",
    mark("This file is not saved as UTF-8 but looks like UTF-16."),
    mark("Choose “Save as” in your program, with the encoding UTF-8."),
)
NOT_UTF8 = Wording(
    "wrong-encoding",
    mark("This character is not saved as UTF-8 (code {byte}, in Windows “{guess}”)."),
    mark("Choose “Save as” in your program, with the encoding UTF-8."),
)
CONTROL_CHARACTER = Wording(
    "control-character",
    mark("Here is an unreadable character (code {code})."),
    mark("Remove it and type the text around it again."),
)
LINE_SEPARATOR = Wording(
    "line-separator",
    mark("Here is an invisible line end that comes from a web page or a word processor."),
    mark("Remove it and press Enter at that spot."),
)
TAB_INDENT = Wording(
    "tab",
    mark("Here is a tab."),
    mark("Use spaces at the start of a line: 2 for each level."),
)
HARD_SPACE = Wording(
    "hard-space",
    mark("Here is an invisible hard space, often copied from a web page or a word processor."),
    mark("Replace it with a normal space."),
)
SECOND_DOCUMENT = Wording(
    "second-document",
    mark("Here starts a second scenario in the same file."),
    mark("Remove the line “---”, or make a file of its own for what follows."),
)
REFERENCE = Wording(
    "reference",
    mark("References with “&”, “*” or “<<” are not allowed, and a text cannot start with them."),
    mark("Write the text out in full, or put it between quotes: {fixed}"),
)
MARKED_GROUP = Wording(
    "reference",
    mark("Marks with “&” or “!” in front of a list or a group are not allowed."),
    mark("Take the mark away: {fixed}"),
)
MERGED = Wording(
    "reference",
    mark("“<<” takes over what stands elsewhere; that is not allowed."),
    mark("Write those keys out in full here."),
)
TAG = Wording(
    "tag",
    mark("A text cannot start with “!”."),
    mark("Put the text between quotes: {fixed}"),
)
PROGRAM = Wording(
    "program",
    mark("This file holds an instruction for a program; that is not allowed."),
    mark("Remove it. If you got the file from somebody else, do not trust it."),
)
KEY_NOT_TEXT = Wording(
    "key-not-text",
    mark("A name belongs before the colon."),
    mark("Write a key such as “title:”, without brackets around it."),
)
DUPLICATE_KEY = Wording(
    "duplicate-key",
    mark("“{key}” stands here twice; the first is on line {first}."),
    mark("Keep one of them."),
)
NO_SPACE_AFTER_COLON = Wording(
    "no-space-after-colon",
    mark("A space is missing after the colon of “{key}”."),
    mark("Write: {fixed}"),
)
NO_SPACE_AFTER_DASH = Wording(
    "no-space-after-dash",
    mark("A space is missing after the dash."),
    mark("Write: {fixed}"),
)
LONG_DASH = Wording(
    "long-dash",
    mark("A long dash does not start an item of a list."),
    mark("Use the plain “-” with a space behind it: {fixed}"),
)
COLON_IN_TEXT = Wording(
    "colon-in-text",
    mark("This text holds a colon with a space behind it."),
    mark("Put the text between quotes: {fixed}"),
)
CURLY_QUOTES = Wording(
    "curly-quotes",
    mark("Curly quotes from a word processor do not count as quotes here."),
    mark("Use straight ones: {fixed}"),
)
ODD_FIRST = Wording(
    "odd-first-character",
    mark("A text cannot start with “{character}”."),
    mark("Put the text between quotes: {fixed}"),
)
OPEN_QUOTE = Wording(
    "open-quote",
    mark("The quote that opens here is not closed."),
    mark("Put {quote} at the end of the text: {fixed}"),
)
APOSTROPHE = Wording(
    "apostrophe",
    mark("An apostrophe between single quotes ends the text too early."),
    mark("Use double quotes around it: {fixed}"),
)
TEXT_AFTER_QUOTE = Wording(
    "text-after-quote",
    mark("Behind the closing quote there is more text."),
    mark("Put the whole text between quotes: {fixed}"),
)
BAD_ESCAPE = Wording(
    "backslash",
    mark("Between double quotes a “\\” has a special meaning."),
    mark("Use “/” in paths, or single quotes around the text: {fixed}"),
)
HALF_CHARACTER = Wording(
    "half-character",
    mark("This code stands for half a character."),
    mark("Write the character or emoji itself: {fixed}"),
)
BACKSLASH_IN_PATH = Wording(
    "backslash",
    mark("Between double quotes a “\\” has a special meaning."),
    mark("Write “/” between folders: {fixed}"),
)
LOST_TEXT = Wording(
    "lost-text",
    mark("Everything behind “ #” counts as a remark and falls away."),
    mark("Put the text between quotes: {fixed}"),
    Level.WARNING,
)
LOST_BETWEEN_BRACKETS = Wording(
    "lost-text",
    mark("Everything behind “ #” counts as a remark, also the bracket that closes this."),
    mark("Put the text between quotes: {fixed}"),
)
FOLDED_LIST = Wording(
    "folded-list",
    mark("Under “>” all lines become one, so that this list is lost."),
    mark("Use “|” instead: {fixed}"),
    Level.WARNING,
)
OPEN_BRACKET = Wording(
    "open-bracket",
    mark("The list or block that starts here with “{open}” is not closed with “{close}”."),
    mark("Put “{close}” where it ends: {fixed}"),
)
EXTRA_BRACKET = Wording(
    "extra-bracket",
    mark("This “{close}” closes nothing."),
    mark("Remove it: {fixed}"),
)
NOT_OPENED = Wording(
    "extra-bracket",
    mark("“{close}” closes here what no “{open}” opened."),
    mark("Put “{open}” where it starts: {fixed}"),
)
BRACKET_IN_TEXT = Wording(
    "bracket-in-text",
    mark("This bracket ends the text, or starts a list in it."),
    mark("Put the whole text between quotes: {fixed}"),
)
NO_COLON_AFTER_KEY = Wording(
    "no-colon",
    mark("A colon is missing after “{key}”."),
    mark("Write: {fixed}"),
)
NO_COMMA = Wording(
    "no-comma",
    mark("A comma is missing before “{word}”."),
    mark("Put a comma between the parts: {fixed}"),
)
DOUBLE_COMMA = Wording(
    "double-comma",
    mark("There is nothing between two commas."),
    mark("Remove one comma: {fixed}"),
)
WRONG_INDENT = Wording(
    "indent",
    mark("The space before this line is {found} wide; with the lines above it, {wanted} fits."),
    mark("Make it {wanted} wide: {fixed}"),
)
BETWEEN_BRACKETS = Wording(
    "indent",
    mark("This line goes on with what opened above, but stands too far to the left."),
    mark("Give it {wanted} spaces at its start."),
)
WIDE_BLANK = Wording(
    "wide-blank-line",
    mark("This empty line has more spaces than the text below it."),
    mark("Remove its spaces."),
    Level.WARNING,
)
REMARK_TOO_CLOSE = Wording(
    "remark-too-close",
    mark("A remark with “#” needs a space before it."),
    mark("Write: {fixed}"),
    Level.WARNING,
)
NO_DASH = Wording(
    "no-dash",
    mark("The lines above are a list with dashes; this line has none."),
    mark("Start it with a dash, or move it under the item it belongs to: {fixed}"),
)
NO_COLON = Wording(
    "no-colon",
    mark("This line is no key and does not belong to the text above it either."),
    mark("Put a colon and a space behind the key, or give the line more spaces at its start."),
)
TEXT_NOT_INDENTED = Wording(
    "block-text",
    mark("The text under “{sign}” should start further in than its key."),
    mark("Give the line 2 spaces more than “{key}”: {fixed}"),
)
NO_TEXT_SIGN = Wording(
    "block-text",
    mark("A text of several lines starts under this key without “|”."),
    mark("Write: {fixed}"),
)
DASH_IN_TEXT = Wording(
    "dash-in-text",
    mark("This line stands further in than the item above, so that it becomes part of its text."),
    mark("Let its dash stand under the one above: {fixed}"),
    Level.WARNING,
)
TEXT_BEHIND_SIGN = Wording(
    "block-text",
    mark("Behind “{sign}” nothing may follow on the same line."),
    mark("Start the text on the next line, 2 spaces further in."),
)
LIST_ON_KEY_LINE = Wording(
    "dash-behind-key",
    mark("A list with a dash cannot start on the line of its key."),
    mark("Put the text between quotes, or the dash on the next line: {fixed}"),
)
UNREADABLE = Wording(
    "unreadable",
    mark("This line cannot be read as it stands."),
    mark("Compare its spaces, quotes and colons with the lines above it, or put it in quotes."),
)
UNREADABLE_FILE = Wording(
    "unreadable-file",
    mark("The file cannot be opened ({reason})."),
    mark("Check that it exists and that you may read it."),
)
NOTHING_TO_CHECK = Wording(
    "nothing-to-check",
    mark("There is no scenario in this folder."),
    mark("Give the path of a scenario, of its folder, or of a folder with scenarios."),
)
