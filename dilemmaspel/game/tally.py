"""Counting: what a vote adds up to, whole and per role."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from dilemmaspel.game.ballots import Ballot, Vote
from dilemmaspel.game.choices import check_choice
from dilemmaspel.game.figures import Figures, Sheet, figures_of, sheet_of, together
from dilemmaspel.game.ids import OptionId, RoleId, frozen
from dilemmaspel.game.scenario import Dilemma


@dataclass(frozen=True, slots=True)
class Tally(Figures):
    """All ballots of one vote."""

    options: tuple[OptionId, ...]
    """The options on the ballot, in its order."""
    present: int
    """People in active voting seats at the close; a table counts its heads."""
    invalid: int
    """Ballots that could not be read; nowhere else in the figures."""
    per_role: Mapping[RoleId, Figures]
    """Every role with a ballot, in the order of their ids."""

    @property
    def missing(self) -> int:
        """People present of whom there is no ballot."""
        return max(self.present - self.persons, 0)

    @property
    def turnout(self) -> Fraction | None:
        """People with a valid ballot per person present, or None when nobody is."""
        return Fraction(self.valid_persons, self.present) if self.present > 0 else None

    @property
    def role_weighted(self) -> Mapping[OptionId, Fraction]:
        """Mean over roles of their scores: one role, one vote (game model 4, M1)."""
        return weighted_scores(self)

    @property
    def role_weighted_mean(self) -> Fraction | None:
        """Mean over roles of their mean scale point, or None."""
        return weighted_mean(self)


def tally(
    dilemma: Dilemma,
    options: tuple[OptionId, ...],
    ballots: Iterable[Ballot],
    present: int,
    vote: Vote,
    *,
    present_by_role: Mapping[RoleId, int] | None = None,
) -> Tally:
    """Count the live ballots of one vote; their order makes no difference.

    `present` is the number of people present at the close (a table counts its heads).

    A show of hands on `approval` comes as ticks: `(option,)` with the number of hands for that
    option, `()` with the number that raised no hand at all, None with the number that abstains.
    The people of that role who voted by hand are then those present in the role
    (`present_by_role`) without a ballot of their own, and never fewer than the hands seen: the
    most hands for one option plus those that raised none.
    """
    sheet = sheet_of(dilemma, options, vote)
    cast = [ballot for ballot in ballots if ballot.count > 0]
    good = [b for b in cast if check_choice(dilemma, sheet.options, b.choice, vote) is None]
    present_in = present_by_role or {}
    per_role = {
        role: figures_of(sheet, [b for b in good if b.role == role], present_in.get(role, 0))
        for role in sorted({ballot.role for ballot in good})
    }
    invalid = sum(b.count for b in cast) - sum(b.count for b in good)
    return _whole(sheet, per_role, present, invalid)


def _whole(sheet: Sheet, per_role: Mapping[RoleId, Figures], present: int, invalid: int) -> Tally:
    whole = together(sheet, tuple(per_role.values()))
    return Tally(
        kind=sheet.kind,
        counts=whole.counts,
        scale=whole.scale,
        orders=whole.orders,
        valid=whole.valid,
        abstained=whole.abstained,
        persons=whole.persons,
        valid_persons=whole.valid_persons,
        hands=whole.hands,
        options=sheet.options,
        present=present,
        invalid=invalid,
        per_role=frozen(per_role),
    )


def role_shares(count: Tally) -> Mapping[RoleId, Mapping[OptionId, Fraction]]:
    """Give M1: per role with a valid ballot its share per option; a role without is left out."""
    return frozen({role: own.shares for role, own in count.per_role.items() if own.valid})


def weighted_scores(
    count: Tally, weights: Mapping[RoleId, Fraction] | None = None
) -> Mapping[OptionId, Fraction]:
    """Give `Σ w(r)·score(r, option) / Σ w(r)` over the roles with a valid ballot.

    A role that `weights` does not name weighs 1; a weight of 0 or less leaves a role out.
    Empty when no role is left.
    """
    weighing = _weighing(count, weights)
    if not weighing:
        return frozen()
    scores = {role: count.per_role[role].scores for role in weighing}
    whole = sum(weighing.values(), Fraction(0))
    return frozen(
        {
            option: sum((w * scores[r][option] for r, w in weighing.items()), Fraction(0)) / whole
            for option in count.options
        }
    )


def weighted_mean(
    count: Tally, weights: Mapping[RoleId, Fraction] | None = None
) -> Fraction | None:
    """Give the mean of the roles' mean scale points, weighted as in `weighted_scores`."""
    weighing = _weighing(count, weights)
    means = {role: count.per_role[role].mean for role in weighing}
    pairs = [(weighing[role], mean) for role, mean in means.items() if mean is not None]
    return sum((w * m for w, m in pairs), Fraction(0)) / sum(w for w, _ in pairs) if pairs else None


def _weighing(count: Tally, weights: Mapping[RoleId, Fraction] | None) -> Mapping[RoleId, Fraction]:
    given = weights or {}
    roles = [role for role, own in count.per_role.items() if own.valid]
    weighing = {role: Fraction(given.get(role, 1)) for role in roles}
    return {role: weight for role, weight in weighing.items() if weight > 0}
