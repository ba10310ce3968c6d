"""What people said in a dilemma: the smallest side, reasons, conditions and notes."""

from collections.abc import Iterator, Sequence

from dilemmaspel.debrief.builders.spoken import notes, remarks
from dilemmaspel.debrief.figures import KEPT, Kept, Place, Shares, Spoken
from dilemmaspel.debrief.report.choices import choice_of
from dilemmaspel.debrief.report.document import Choice, Saying, Sayings
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.state import State
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.texts import Texts

_REASONS = (Kept.ARGUMENT, Kept.COMMENT, Kept.OBJECTION)


def sayings_of(
    t: Texts, state: State, dilemma: Dilemma, votes: Sequence[Shares]
) -> Iterator[Sayings]:
    """Write what was said in a dilemma; what nobody said has no heading."""
    spoken = remarks(state, dilemma).remarks
    reasons = [one for one in spoken if one.kind in _REASONS]
    small = smallest_side(dilemma, votes)
    if small:
        ids = {place.id for place, _ in small}
        theirs = tuple(_saying(t, one) for one in reasons if one.place and one.place.id in ids)
        yield Sayings(
            title=t("The smallest side"),
            sayings=(*(_side(t, choice_of(t, place), n) for place, n in small), *theirs),
        )
        reasons = [one for one in reasons if not one.place or one.place.id not in ids]
    conditions = [one for one in spoken if one.kind is Kept.CONDITION]
    for title, kept in ((t("Reasons"), reasons), (t("Yes, if ..."), conditions)):
        if kept:
            yield Sayings(title, tuple(_saying(t, one) for one in kept))
    written = [one for one in notes(state).notes if one.dilemma and one.dilemma.id == dilemma.id]
    if written:
        yield Sayings(t("Notes"), tuple(Saying(one.text) for one in written))


def smallest_side(dilemma: Dilemma, votes: Sequence[Shares]) -> list[tuple[Place, int]]:
    """Give what fewest people chose in the first vote, as it was heard first in the talk."""
    if not votes or dilemma.type in {QuestionType.AGREEMENT, QuestionType.POINTS}:
        return []
    first = votes[0]
    chosen = [(p, n) for p, n in zip(first.places, first.counts, strict=True) if n]
    fewest = min((n for _, n in chosen), default=0)
    return [(p, n) for p, n in chosen if n == fewest] if len(chosen) > 1 else []


def _side(t: Texts, choice: Choice, n: int) -> Saying:
    words = t.plural(
        "{option}: {n} person in the first vote", "{option}: {n} people in the first vote", n,
        option=choice.label,
    )
    return Saying(words, choice)


def _saying(t: Texts, one: Spoken) -> Saying:
    choice = choice_of(t, one.place) if one.place else None
    kind = t(KEPT[one.kind]) if one.kind is Kept.OBJECTION else ""
    by = ", ".join(part for part in (kind, one.role.name if one.role else "") if part)
    return Saying(one.text, choice, by)
