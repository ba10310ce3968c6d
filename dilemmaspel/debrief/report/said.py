"""What people said in a dilemma: the smallest side, reasons, conditions and notes."""

from collections.abc import Iterator

from dilemmaspel.debrief.figures import KEPT, Kept, Shares, Spoken
from dilemmaspel.debrief.record import DilemmaRecord, Record
from dilemmaspel.debrief.report.choices import choice_of
from dilemmaspel.debrief.report.document import Saying, Sayings
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.texts import Texts


def sayings_of(t: Texts, record: Record, one: DilemmaRecord) -> Iterator[Sayings]:
    """Write what was said in a dilemma; what nobody said has no heading."""
    reasons = [r for r in one.remarks.remarks if r.kind is not Kept.CONDITION]
    if one.smallest and one.first is not None and one.name.type is not QuestionType.POINTS:
        ids = {place.id for place in one.smallest}
        theirs = [r for r in reasons if r.place is not None and r.place.id in ids]
        said = (_saying(t, r) for r in theirs)
        yield Sayings(t("The smallest side"), (*_sides(t, one, one.first), *said))
        reasons = [r for r in reasons if r not in theirs]
    conditions = [r for r in one.remarks.remarks if r.kind is Kept.CONDITION]
    for title, kept in ((t("Reasons"), reasons), (t("Yes, if …"), conditions)):
        if kept:
            yield Sayings(title, tuple(_saying(t, r) for r in kept))
    notes = [n for n in record.notes.notes if n.dilemma and n.dilemma.id == one.name.id]
    if notes:
        yield Sayings(t("Notes"), tuple(Saying(note.text) for note in notes))


def _sides(t: Texts, one: DilemmaRecord, first: Shares) -> Iterator[Saying]:
    counts = dict(zip((place.id for place in first.places), first.counts, strict=True))
    for place in one.smallest:
        n = counts[place.id]
        words = t.plural("{n} in the first vote", "{n} in the first vote", n)
        yield Saying(f"{place.label}: {words}", choice_of(t, place))


def _saying(t: Texts, one: Spoken) -> Saying:
    choice = choice_of(t, one.place) if one.place else None
    kind = t(KEPT[one.kind]) if one.kind is Kept.OBJECTION else ""
    by = ", ".join(part for part in (kind, one.role.name if one.role else "") if part)
    return Saying(one.text, choice, by)
