"""The closed lists of the scenario format, as enums."""

from enum import StrEnum


class Theme(StrEnum):
    """The three themes of the product."""

    FUNDING = "funding"
    PREVENTION_VS_CARE = "prevention_vs_care"
    COLLECTIVE_VS_INDIVIDUAL = "collective_vs_individual"


class Status(StrEnum):
    """What may be done with a scenario."""

    PLAYABLE = "playable"
    OUTLINE = "outline"
    TRIAL = "trial"


class QuestionType(StrEnum):
    """The five ways to put a question."""

    SINGLE_CHOICE = "single_choice"
    AGREEMENT = "agreement"
    POINTS = "points"
    RANKING = "ranking"
    APPROVAL = "approval"


class Rule(StrEnum):
    """The decision rules (game model 3.6)."""

    PLURALITY = "plurality"
    MAJORITY = "majority"
    SUPERMAJORITY = "supermajority"
    CONSENSUS = "consensus"
    UNANIMITY = "unanimity"
    CONSENT = "consent"
    ROLE_WEIGHTED = "role_weighted"
    WEIGHTED = "weighted"
    ONE_ROLE_DECIDES = "one_role_decides"
    FACILITATOR = "facilitator"
    MEAN = "mean"
    RANKING = "ranking"


class TieBreak(StrEnum):
    """The steps of a tie chain."""

    RUNOFF = "runoff"
    FACILITATOR = "facilitator"
    STATUS_QUO = "status_quo"
    LOT = "lot"


class DeficitPolicy(StrEnum):
    """What happens when an option does not fit the budget."""

    WARN = "warn"
    BLOCK = "block"
    FACILITATOR = "facilitator"


class RoleGroup(StrEnum):
    """Core roles first, extra ones for larger groups, observers never vote."""

    CORE = "core"
    EXTRA = "extra"
    OBSERVER = "observer"


class RankingMethod(StrEnum):
    """How ballots of a ranking become one order."""

    BORDA = "borda"
    SCHULZE = "schulze"


class RankingEffects(StrEnum):
    """Which options of the order have their effects."""

    WINNER = "winner"
    TOP_K = "top_k"


class Statistic(StrEnum):
    """Which middle of an agreement scale the bands look at."""

    MEAN = "mean"
    MEDIAN = "median"
