"""The keys of a dilemma and of everything below it."""

from fractions import Fraction
from typing import Final

from dilemmaspel.game.conditions import Op
from dilemmaspel.game.terms import (
    QuestionType,
    RankingEffects,
    RankingMethod,
    Rule,
    Statistic,
    TieBreak,
)
from dilemmaspel.scenario.kinds import (
    Choice,
    Condition,
    Either,
    Exact,
    ListOf,
    MapOf,
    Name,
    Text,
    Truth,
    Whole,
)
from dilemmaspel.scenario.records import Key, record
from dilemmaspel.texts import mark

MAX_QUESTION_WORDS: Final = 20
MAX_STORY_WORDS: Final = 90
MAX_LABEL_WORDS: Final = 9
_USUAL_EFFECT: Final = 8

_ANY_TEXT = Text()
PROSE = Text(prose=True)
SHORT = Text(max_characters=100)
TITLE = Text(max_characters=120)
_LABEL = Text(max_label_words=MAX_LABEL_WORDS, max_characters=200)
EFFECTS = MapOf(Name("indicator"), Whole(-100, 100, big=_USUAL_EFFECT))
_BENEFITS = MapOf(Name("pocket"), Whole(-99_999, 99_999))
_FLAGS = ListOf(Name("flag", gives=True))
COMPARISON = (
    Key("op", Choice(tuple(Op)), mark("How the two are compared."), required=True),
    Key("value", Exact(), mark("The number it is compared with."), required=True),
)
_YEARS = Whole(1, 99, or_word="structural")

COST: Final = record(
    "cost",
    Key("once", Whole(0), mark("Paid once from the reserve, in thousands of euros."), default="0"),
    Key("yearly", Whole(), mark("Paid every year; below zero it is a saving."), default="0"),
    Key("years", _YEARS, mark("For how many years, or “structural” for good."), default="1"),
    keep="cost",
)
GRANT: Final = record(
    "budget change",
    Key("annual", Whole(), mark("Change of the yearly room, in thousands of euros."), default="0"),
    Key("years", _YEARS, mark("For how many years."), default="structural"),
    Key("reserve", Whole(), mark("Change of the reserve, in thousands of euros."), default="0"),
    keep="grant",
)
DELAYED: Final = record(
    "delayed",
    Key("after", Whole(1, 20), mark("How many years later it comes."), required=True),
    Key("if", Condition(), mark("What must hold at that moment."), default="always"),
    Key("effects", EFFECTS, mark("Effects per indicator, when the condition holds.")),
    Key("budget", GRANT, mark("Change of the municipal budget.")),
    Key("benefits", _BENEFITS, mark("Who has the benefit, in thousands of euros.")),
    Key("news", PROSE, mark("The news line of that year.")),
    Key("else_effects", EFFECTS, mark("Effects when the condition does not hold.")),
    Key("else_news", PROSE, mark("The news line when the condition does not hold.")),
    keep="delayed",
)
_AFTER_A_CHOICE = (
    Key("cost", COST, mark("What it costs the municipality.")),
    Key("budget", GRANT, mark("Change of the municipal budget.")),
    Key("effects", EFFECTS, mark("Effects per indicator, at once.")),
    Key("benefits", _BENEFITS, mark("Who has the benefit, in thousands of euros.")),
    Key("set", _FLAGS, mark("Flags that are set, for conditions later on.")),
    Key("clear", ListOf(Name("flag")), mark("Flags that are taken away.")),
    Key("next", Name("dilemma"), mark("The later dilemma to go to, instead of the next one.")),
    Key("delayed", ListOf(DELAYED), mark("What follows years later.")),
)
_OPTION_KEYS = (
    Key("id", Name("option", gives=True), mark("Its own id."), required=True),
    Key("label", _LABEL, mark("The words on the ballot, at most 9."), required=True),
    Key("description", PROSE, mark("What it means, in one or two sentences.")),
    Key("pros", ListOf(PROSE, high=6), mark("Reasons for it; at least one.")),
    Key("cons", ListOf(PROSE, high=6), mark("Reasons against it; at least one.")),
)
_OUTCOME_TEXT = Key("outcome", PROSE, mark("What happens right after the decision."))
OPTION: Final = record(
    "option",
    *_OPTION_KEYS,
    Key("when", Condition(), mark("When the option is on the ballot."), default="always"),
    _OUTCOME_TEXT,
    *_AFTER_A_CHOICE,
    Key(
        "pays",
        Truth(),
        mark("In a points dilemma: the municipality pays its share."),
        default="false",
    ),
    Key("payer", Name("pocket"), mark("In a points dilemma: who pays its share.")),
    keep="option",
)
LIMIT: Final = record("limit", *COMPARISON)
BAND: Final = record(
    "band",
    *_OPTION_KEYS,
    Key(
        "if",
        Either(Choice(("always",)), LIMIT),
        mark("From which mean or median it counts, or “always”."),
        required=True,
    ),
    _OUTCOME_TEXT,
    *_AFTER_A_CHOICE,
    keep="band",
)
SHARED_OUTCOME: Final = record(
    "points outcome",
    Key("if", Condition(), mark("When it counts; the first that holds is taken."), required=True),
    Key("text", PROSE, mark("What happens right after the decision.")),
    *_AFTER_A_CHOICE,
    keep="shared outcome",
)
PICTURE: Final = record(
    "picture",
    Key("type", Choice(("image",)), mark("Only images."), default="image"),
    Key(
        "file", Text(max_characters=200), mark("A png, jpg or webp in this folder."), required=True
    ),
    Key(
        "alt",
        Text(max_characters=300, may_be_empty=True),
        mark("What it shows, for people who do not see it; “” for an ornament."),
        required=True,
    ),
    Key("credit", SHORT, mark("Who made it.")),
    keep="picture",
)
AGREEMENT: Final = record(
    "agreement",
    Key("points", Whole(2, 10), mark("Number of scale points."), default="5"),
    Key("labels", ListOf(SHORT, 2, 10), mark("A word for each scale point."), required=True),
    Key(
        "statistic",
        Choice(tuple(Statistic)),
        mark("Which middle the bands look at."),
        default="mean",
    ),
    Key(
        "bands",
        ListOf(BAND, 1, 10),
        mark("What follows; the first that fits is taken."),
        required=True,
    ),
)
POINTS: Final = record(
    "points",
    Key("total", Whole(1, 1000), mark("Points to divide."), default="100"),
    Key("step", Whole(1, 1000), mark("Smallest part; divides the total."), default="5"),
    Key(
        "effects_mode",
        Choice(("proportional",)),
        mark("Effects follow the shares."),
        default="proportional",
    ),
    Key("cost_total", COST, mark("What is divided among those who pay.")),
)
RANKING: Final = record(
    "ranking",
    Key("method", Choice(tuple(RankingMethod)), mark("How orders become one."), default="borda"),
    Key(
        "effects_mode",
        Choice(tuple(RankingEffects)),
        mark("Whose effects count."),
        default="winner",
    ),
    Key("k", Whole(1, 6), mark("How many of the top, with top_k."), default="1"),
    Key("min_ranked", Whole(1, 6, or_word="all"), mark("How many must be ranked."), default="all"),
)
APPROVAL: Final = record(
    "approval",
    Key(
        "min_share",
        Exact(Fraction(0), Fraction(1)),
        mark("Share of ticks an option needs."),
        default="0.75",
    ),
    Key("max_selected", Whole(1, 6), mark("Most options that take effect."), default="1"),
    Key("at_least_one", Truth(), mark("Take the highest if none has enough."), default="true"),
)
UNANIMITY: Final = record(
    "unanimity",
    Key("abstain_blocks", Truth(), mark("Whether abstaining blocks unanimity."), default="true"),
)
DECISION: Final = record(
    "decision",
    Key("rule", Choice(tuple(Rule)), mark("How votes become a decision."), default="plurality"),
    Key("threshold", Exact(Fraction(1, 2), Fraction(1)), mark("The share a large majority needs.")),
    Key(
        "fallback",
        Choice(tuple(Rule)),
        mark("The rule when the first gives none."),
        default="role_weighted",
    ),
    Key("decider", Name("role"), mark("The role that decides, with one_role_decides.")),
    Key(
        "weights",
        MapOf(Name("role"), Exact(Fraction(0), Fraction(1000))),
        mark("The weight of each role, with weighted."),
    ),
    Key(
        "quorum",
        Exact(Fraction(0), Fraction(1)),
        mark("Share of those present that must vote."),
        default="1/2",
    ),
    Key(
        "tie_break",
        ListOf(Choice(tuple(TieBreak)), 1, 4, unique=True),
        mark("What decides a tie, one after the other."),
        default="[runoff, facilitator]",
    ),
    Key("unanimity", UNANIMITY, mark("Settings of unanimity.")),
)
STORY: Final = record(
    "story",
    Key(
        "text",
        Text(max_words=MAX_STORY_WORDS, prose=True, max_characters=1500),
        mark("What is going on, at most 90 words."),
        required=True,
    ),
    Key("media", ListOf(PICTURE, high=4), mark("Pictures with the story.")),
)
TENSION: Final = record(
    "tension",
    Key("left", SHORT, mark("One pole."), required=True),
    Key("right", SHORT, mark("The other pole."), required=True),
)
EVENT: Final = record(
    "event",
    Key("text", PROSE, mark("What happens to the neighbourhood."), required=True),
    Key("effects", EFFECTS, mark("Effects per indicator, at once.")),
    Key("budget", GRANT, mark("Change of the municipal budget.")),
)
BRIEFING: Final = record(
    "briefing",
    Key("wants", PROSE, mark("What the role wants here; may be said aloud."), required=True),
    Key("knows", PROSE, mark("A fact that only this role knows."), required=True),
)
FACILITATOR: Final = record(
    "facilitator",
    Key("goal", _ANY_TEXT, mark("What this dilemma is for.")),
    Key("notes", _ANY_TEXT, mark("How to lead it.")),
    Key("watch_out", _ANY_TEXT, mark("What may hurt or go wrong.")),
)
DILEMMA: Final = record(
    "dilemma",
    Key("id", Name("dilemma", gives=True), mark("Its own id."), required=True),
    Key("title", TITLE, mark("A short title."), required=True),
    Key(
        "question",
        Text(max_words=MAX_QUESTION_WORDS, max_characters=300),
        mark("The question of the vote, at most 20 words."),
        required=True,
    ),
    Key("story", STORY, mark("The story with its pictures."), required=True),
    Key("tension", TENSION, mark("The two poles of the tension bar.")),
    Key("when", Condition(), mark("When it is played; otherwise it is skipped."), default="always"),
    Key("event", EVENT, mark("Something that happens when it opens.")),
    Key("type", Choice(tuple(QuestionType)), mark("How the question is put."), required=True),
    Key("agreement", AGREEMENT, mark("Settings of a statement.")),
    Key("points", POINTS, mark("Settings of dividing points.")),
    Key("ranking", RANKING, mark("Settings of an order.")),
    Key("approval", APPROVAL, mark("Settings of ticking what you can live with.")),
    Key(
        "votes",
        ListOf(Choice(("vote1", "vote2")), 1, 2, unique=True),
        mark("One vote or two."),
        default="[vote1, vote2]",
    ),
    Key("decision", DECISION, mark("How votes become a decision.")),
    Key("status_quo", Name("option of this dilemma"), mark("The option closest to doing nothing.")),
    Key("options", ListOf(OPTION, high=20), mark("What can be chosen.")),
    Key(
        "outcomes",
        ListOf(SHARED_OUTCOME, high=20),
        mark("With points: what follows from the shares."),
    ),
    Key("briefings", MapOf(Name("role"), BRIEFING), mark("A card per role.")),
    Key("facilitator", FACILITATOR, mark("For the facilitator’s eyes only.")),
    Key("discussion", ListOf(PROSE, high=12), mark("Questions for the talk.")),
    Key("debrief", ListOf(PROSE, high=12), mark("Questions for afterwards.")),
    Key("sources", ListOf(Name("source"), unique=True), mark("Ids of sources it leans on.")),
    keep="dilemma",
)
