"""The roll-ups of a vote that was closed, which questions over many sessions read.

`rollups` counts per role, `totals` for the whole room, `shifts` who moved between the votes per
role, and `vote_figures` holds the measures of the debrief (game model 4) of each vote.
"""

from collections import Counter
from typing import Final

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.figures import Figures
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.measures import agreement, consensus, shift
from dilemmaspel.game.results import moves_by_role, vote_label
from dilemmaspel.game.state import State
from dilemmaspel.game.tally import Tally
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.storage.tablet import VOTE_NUMBERS, Cell, Tablet

ABSTAINED: Final = ""
ALL_VALID: Final = "*"
EDITION_LENGTH: Final = 16
"""How much of the hash of a scenario tells its editions apart in `totals`."""

_CLUSTERED: Final = "practice = ? AND edition = ? AND dilemma = ?"

VoteKey = tuple[DilemmaId, Vote]
Line = tuple[str, int, float | None]
"""A choice, its ballots, and its points where it has any."""


def roll_up(tablet: Tablet, key: VoteKey, after: State) -> None:
    """Make the roll-ups of one vote equal to its result; without a result they go."""
    place = (tablet.round_of(key[0]), VOTE_NUMBERS[key[1]])
    edition = tablet.scenario_sha256[:EDITION_LENGTH]
    cluster = (int(after.setup.practice), edition, key[0])
    tablet.empty("rollups", "round = ? AND vote = ?", *place)
    tablet.empty("vote_figures", f"{_CLUSTERED} AND vote = ?", *cluster, place[1])
    result = after.flow.results.get(key)
    if result is not None:
        _per_role(tablet, place, result)
        _figures(tablet, (*place, *cluster), key, after)
    if key[1] in (Vote.FIRST, Vote.SECOND):
        _totals(tablet, cluster, key[0], after)
        _shifts(tablet, key[0], after)


def _per_role(tablet: Tablet, place: tuple[Cell, ...], result: Tally) -> None:
    for role, figures in result.per_role.items():
        for choice, ballots, points in _counted(figures):
            if ballots or points:
                tablet.insert("rollups", *place, role, choice, ballots, points)


def _totals(tablet: Tablet, cluster: tuple[Cell, ...], dilemma: DilemmaId, after: State) -> None:
    """A choice that nobody made is there too: it counts in a mean over sessions."""
    tablet.empty("totals", _CLUSTERED, *cluster)
    held = [after.flow.results.get((dilemma, vote)) for vote in (Vote.FIRST, Vote.SECOND)]
    counts = [_counts(result) for result in held]
    for choice in dict.fromkeys(choice for one in counts for choice in one):
        numbers = [one.get(choice) for one in counts]
        shares = [_share(n, result) for n, result in zip(numbers, held, strict=True)]
        row = (tablet.round_of(dilemma), choice, *cluster, *numbers, *shares)
        tablet.insert("totals", *row)


def _counts(result: Tally | None) -> dict[str, int]:
    """Votes, ticks, first places or points given, per option or scale point."""
    if result is None:
        return {}
    if result.scale:
        return {str(point): n for point, n in enumerate(result.scale, start=1)}
    return {str(option): n for option, n in result.counts.items()}


def _share(number: int | None, result: Tally | None) -> float | None:
    """Of the valid ballots, or of the points that were given."""
    if number is None or result is None:
        return None
    points = result.kind is QuestionType.POINTS
    whole = sum(result.counts.values()) if points else result.valid
    return number / whole if whole else None


def _counted(figures: Figures) -> list[Line]:
    """Lines of a group: per option or scale point, those who abstained, all valid ballots."""
    lines: list[Line] = [
        (ABSTAINED, figures.abstained, None),
        (ALL_VALID, figures.valid, None),
        *((str(point), n, None) for point, n in enumerate(figures.scale, start=1)),
    ]
    for option, n in figures.counts.items():
        if figures.kind is QuestionType.POINTS:
            lines.append((option, figures.valid, float(n)))
        else:
            points = float(figures.borda[option]) if figures.is_ranking else None
            lines.append((option, n, points))
    return lines


def _figures(tablet: Tablet, place: tuple[Cell, ...], key: VoteKey, after: State) -> None:
    result = after.flow.results[key]
    box = after.box(*key)
    by_table = sum(1 for ballot in box.live() if ballot.heads > 1) if box else 0
    top, cns, unity = result.top_share, consensus(result.scale), agreement(result.scale)
    tablet.insert(
        "vote_figures",
        *place,
        result.present,
        result.persons,
        result.valid,
        result.abstained,
        result.hands,
        by_table,
        vote_label(result),
        None if top is None else float(top),
        cns,
        None if unity is None else float(unity),
        *(_moved(after, key[0]) if key[1] is Vote.SECOND else (None,) * 4),
    )


def _moved(after: State, dilemma: DilemmaId) -> tuple[Cell, ...]:
    """People with both votes, how many moved, and which share showed or cancelled out."""
    both = moves_by_role(after, dilemma)
    found = shift([first for _, first, _ in both], [second for _, _, second in both])
    if found.net is None or found.silent is None:
        return (None,) * 4
    moved = sum(first != second for _, first, second in both)
    return found.n, moved, float(found.net), float(found.silent)


def _shifts(tablet: Tablet, dilemma: DilemmaId, after: State) -> None:
    number = tablet.round_of(dilemma)
    tablet.empty("shifts", "round = ?", number)
    if all((dilemma, vote) in after.flow.results for vote in (Vote.FIRST, Vote.SECOND)):
        for (role, first, second), n in sorted(Counter(moves_by_role(after, dilemma)).items()):
            tablet.insert("shifts", number, role, first, second, n)
