"""What the ids of the game are called: English templates that `Texts` translates.

Every table maps an id, or a value of an enum, to a message; say it with `t(PHASES[phase])`. The
functions build a sentence from parts. The scenario's own words stay in the scenario.
"""

from dilemmaspel.words.debrief import (
    APPLYING,
    BEGINNING,
    CLOSING,
    DESCRIBING,
    QUESTIONS,
    UNDERSTANDING,
    DebriefQuestion,
    question,
)
from dilemmaspel.words.decisions import PROPOSALS
from dilemmaspel.words.measures import (
    CHOICE_LABELS,
    LENS,
    MOVEMENTS,
    PLAY_VALUES,
    SCALE_LABELS,
    choice_label,
    scale_label,
)
from dilemmaspel.words.names import (
    CHANNELS,
    DEALS,
    DEFICIT_POLICIES,
    INDICATORS,
    INPUTS,
    KINDS,
    OVERLAYS,
    PAGES,
    PHASES,
    POCKETS,
    PROFILES,
    QUESTION_TYPES,
    STATUSES,
    THEMES,
    TIE_BREAKS,
    VALUE_CARDS,
    VOTES,
    VOTING,
    Named,
    indicator,
    pocket,
)
from dilemmaspel.words.reasons import REASONS, refusal
from dilemmaspel.words.rules import RULES, as_people, rule_sentence
from dilemmaspel.words.welcome import agreements, notice

__all__ = [
    "APPLYING",
    "BEGINNING",
    "CHANNELS",
    "CHOICE_LABELS",
    "CLOSING",
    "DEALS",
    "DEFICIT_POLICIES",
    "DESCRIBING",
    "INDICATORS",
    "INPUTS",
    "KINDS",
    "LENS",
    "MOVEMENTS",
    "OVERLAYS",
    "PAGES",
    "PHASES",
    "PLAY_VALUES",
    "POCKETS",
    "PROFILES",
    "PROPOSALS",
    "QUESTIONS",
    "QUESTION_TYPES",
    "REASONS",
    "RULES",
    "SCALE_LABELS",
    "STATUSES",
    "THEMES",
    "TIE_BREAKS",
    "UNDERSTANDING",
    "VALUE_CARDS",
    "VOTES",
    "VOTING",
    "DebriefQuestion",
    "Named",
    "agreements",
    "as_people",
    "choice_label",
    "indicator",
    "notice",
    "pocket",
    "question",
    "refusal",
    "rule_sentence",
    "scale_label",
]
