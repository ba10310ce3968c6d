"""Both votes in one table: who chose what before and after the talk, per role."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from dilemmaspel.debrief.figures import RoleShare, Shares
from dilemmaspel.debrief.report.choices import choice_of
from dilemmaspel.debrief.report.document import Grid, Head
from dilemmaspel.debrief.report.tabling import NOTHING
from dilemmaspel.debrief.saying import said
from dilemmaspel.game.measures import points_shown
from dilemmaspel.texts import Texts

BECAME = " → "
"""Between the first vote and the second."""


def votes_grid(t: Texts, votes: Sequence[Shares]) -> Grid:
    """Write the votes of a dilemma, one or two, as "first → second" per role and choice."""
    last = votes[-1]
    roles = {share.role.id: share.role for vote in votes for share in vote.roles}
    rows = [
        (role.name, *_row(t, [_of_role(vote, name) for vote in votes], last))
        for name, role in roles.items()
    ]
    whole = (t("Everyone"), *_row(t, [_of_all(vote) for vote in votes], last))
    heads = (
        Head(t("Role")),
        *(Head(place.sign, True, choice_of(t, place, last.chosen)) for place in last.places),
        Head(t("Valid votes"), True),
        Head(t("Abstained"), True),
    )
    return Grid(
        title=_title(t, votes),
        heads=heads,
        rows=(*rows, whole),
        notes=tuple(_notes(t, votes)),
        last_is_total=True,
    )


def _title(t: Texts, votes: Sequence[Shares]) -> str:
    words = t("Mean points per role") if votes[0].points_total else t("Votes per role")
    return t("{what}: first vote → second vote", what=words) if len(votes) > 1 else words


Counted = tuple[tuple[int, ...], int, int] | None
"""Counts per place, valid ballots and abstentions; None for a role that was not there."""


def _of_role(vote: Shares, role_id: str) -> Counted:
    found = (share for share in vote.roles if share.role.id == role_id)
    share: RoleShare | None = next(found, None)
    return (share.counts, share.valid, share.abstained) if share else None


def _of_all(vote: Shares) -> Counted:
    return vote.counts, vote.valid, vote.abstained


def _row(t: Texts, counted: Sequence[Counted], last: Shares) -> Iterator[str]:
    points = bool(last.points_total)
    for place in range(len(last.places)):
        yield _both([_cell(t, one, place, points=points) for one in counted])
    yield _both([NOTHING if one is None else t.number(one[1]) for one in counted])
    yield _both([NOTHING if one is None else t.number(one[2]) for one in counted])


def _cell(t: Texts, counted: Counted, place: int, *, points: bool) -> str:
    if counted is None or not counted[1]:
        return NOTHING
    if not points:
        return t.number(counted[0][place])
    means = {str(n): Fraction(given, counted[1]) for n, given in enumerate(counted[0])}
    return t.number(points_shown(means)[str(place)])


def _both(cells: Sequence[str]) -> str:
    return BECAME.join(cells)


def _notes(t: Texts, votes: Sequence[Shares]) -> Iterator[str]:
    seen = set()
    for vote in votes:
        for note in vote.table().notes:
            words = said(t, note)
            if words not in seen:
                seen.add(words)
                yield words
