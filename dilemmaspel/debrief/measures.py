"""The measures of the debrief and the archive, under their public names.

`counts` is a sequence of numbers, one per scale point or option; a ranking ballot is
`(count, [option, ...])`, best first. Undefined is None, never an exception. Formula, source,
range and edge cases stand with every function; the published reference values with the tests.
"""

from dilemmaspel.debrief.likeness import (
    MIN_COMMON,
    alignment_of_orders,
    alignment_of_points,
    alignment_of_ticks,
    alignment_on_scale,
    alignment_within,
    role_alignment,
)
from dilemmaspel.debrief.polarity import (
    ALPHA,
    effective_number,
    esteban_ray,
    fractionalisation,
    mcnemar,
    polarisation,
    reynal_querol,
)
from dilemmaspel.debrief.reliability import METRICS, krippendorff_alpha
from dilemmaspel.debrief.spread import PointsSummary, kendall_w, points_summary
from dilemmaspel.game.measures import (
    MIN_BALLOTS,
    Shift,
    agreement,
    borda,
    choice_label,
    condorcet_winner,
    consensus,
    points_shown,
    scale_label,
    schulze,
    schulze_tiers,
    shift,
)

__all__ = [
    "ALPHA",
    "METRICS",
    "MIN_BALLOTS",
    "MIN_COMMON",
    "PointsSummary",
    "Shift",
    "agreement",
    "alignment_of_orders",
    "alignment_of_points",
    "alignment_of_ticks",
    "alignment_on_scale",
    "alignment_within",
    "borda",
    "choice_label",
    "condorcet_winner",
    "consensus",
    "effective_number",
    "esteban_ray",
    "fractionalisation",
    "kendall_w",
    "krippendorff_alpha",
    "mcnemar",
    "points_shown",
    "points_summary",
    "polarisation",
    "reynal_querol",
    "role_alignment",
    "scale_label",
    "schulze",
    "schulze_tiers",
    "shift",
]
