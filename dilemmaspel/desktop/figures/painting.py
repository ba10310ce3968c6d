"""The painter of every figure: one for the beamer, pictures, vector files and paper."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPicture

from dilemmaspel.debrief.figures import Figure
from dilemmaspel.desktop.beamer.look import Look
from dilemmaspel.desktop.beamer.sheet import Sheet
from dilemmaspel.desktop.figures import (
    closeness,
    matrix,
    moves,
    otherwise,
    paying,
    people,
    shares,
    spoken,
    years,
)
from dilemmaspel.desktop.figures.kit import em, plain, words

Painter = Callable[[Sheet, Any, QRectF], bool]

PAINTERS: Final[Mapping[str, Painter]] = {
    "shares": shares.draw_shares,
    "flow": moves.draw_vote_flow,
    "closeness": closeness.draw_closeness,
    "points": closeness.draw_points,
    "order": closeness.draw_order,
    "acceptance": closeness.draw_acceptance,
    "roles": people.draw_roles,
    "alignment": matrix.draw_alignment,
    "values": people.draw_values,
    "personal": people.draw_personal,
    "guesses": people.draw_guesses,
    "info": people.draw_info,
    "rules": otherwise.draw_rules,
    "what_if": otherwise.draw_what_if,
    "lines": years.draw_year_lines,
    "lenses": years.draw_lenses,
    "crossings": years.draw_crossings,
    "payers": paying.draw_payers,
    "timeline": spoken.draw_timeline,
    "effects": years.draw_effects,
    "late_news": spoken.draw_late_news,
    "method": spoken.draw_method,
    "notes": spoken.draw_notes,
    "remarks": spoken.draw_remarks,
    "agreements": spoken.draw_agreements,
    "exit_poll": spoken.draw_exit_poll,
}
"""By `Figure.key`; a painter returns False, and has drawn nothing, when there is no data."""


def draw_figure(sheet: Sheet, figure: Figure, box: QRectF) -> bool:
    """Draw a figure inside a box; without data its sentence says so. Returns whether it had any.

    Raises KeyError for a figure that nobody can draw.
    """
    if PAINTERS[figure.key](sheet, figure, box):
        return True
    calm = words(sheet, figure.sentence())
    sheet.write(calm, box, plain(sheet, 1.3), "muted")
    return False


def has_data(figure: Figure, look: Look) -> bool:
    """Tell whether there is anything to draw; without it the sentence says all."""
    kept = QPicture()
    painter = QPainter(kept)
    drawn = PAINTERS[figure.key](Sheet(painter, look), figure, QRectF(0, 0, 1400, 1000))
    painter.end()
    return drawn


def height_of(figure: Figure, unit: float) -> float:
    """How high a figure wants to be on paper, where `unit` is the size of an axis label."""
    return unit * max(2.4, _HEIGHTS.get(figure.key, _usual)(figure))


def _usual(_figure: Any) -> float:
    return 13.0


def _shares(figure: Any) -> float:
    down = len(figure.roles) if len(figure.roles) <= 9 else -(-len(figure.roles) // 2)
    return 3.2 + down * 1.5 + 1.8 * max(1, len(figure.places) // 2 + 1)


_HEIGHTS: Final[Mapping[str, Callable[[Any], float]]] = {
    "shares": _shares,
    "flow": lambda f: 4.0 + max(9.0, 1.7 * len(f.roles), 2.2 * len(f.places)),
    "closeness": lambda f: 3.8 * len({one.dilemma.id for one in f.labels}) or 2.0,
    "points": lambda f: 2.9 * max(1, len(f.options)),
    "order": lambda f: 2.7 * max(1, len(f.ranked)),
    "acceptance": lambda f: 2.8 * (len(f.ticks) or len(f.objections) + 1),
    "roles": lambda f: 2.9 * -(-(len(f.filled) + len(f.absent)) // 3) + 0.5,
    "alignment": lambda f: 3.0 + 1.7 * len(f.roles),
    "values": lambda f: 2.3 * max(1, len(f.cards)),
    "personal": lambda f: 1.6 + 2.9 * max(1, len(f.dilemmas)),
    "guesses": lambda f: 1.6 + 1.9 * max(1, len(f.roles)),
    "info": lambda f: 1.6 + 3.5 * max(1, len(f.dilemmas)),
    "rules": lambda f: 5.0 + 1.9 * max((len(d.outcomes) + 2 for d in f.dilemmas), default=0),
    "what_if": lambda f: 7.0 + 2.3 * max(1, len(f.paths)),
    "lines": lambda f: 6.6 * max(1, -(-(len(f.lines) + 1) // 4)),
    "lenses": lambda f: 2.8 + 1.6 * min(8, max(1, len(f.lenses))),
    "payers": lambda f: 3.4 + 2.3 * max(1, len(f.pockets)),
    "crossings": lambda f: 2.9 * max(1, -(-len(f.crossings) // 2)),
    "timeline": lambda f: 3.0 * max(1, len(f.moments)),
    "effects": lambda f: 2.3 * max(1, -(-len(f.effects) // 2)),
    "method": lambda f: 1.0 + 2.7 * len(f.notes()),
    "late_news": lambda f: 3.9 * len(f.moments),
    "notes": lambda f: 2.0 + 2.6 * len(f.notes),
    "remarks": lambda f: 2.0 + 3.8 * len(f.remarks),
    "agreements": lambda f: 2.0 + 3.8 * len(f.agreements),
}
"""In axis labels; wide enough for the longest shipped texts."""


def axis_of(sheet: Sheet) -> float:
    """The size of an axis label on a sheet."""
    return em(sheet)
