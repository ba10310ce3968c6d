"""How good the data of a session are, in short sentences."""

from collections.abc import Iterator

from dilemmaspel.storage.figures import Quality
from dilemmaspel.texts import Texts


def quality_lines(t: Texts, quality: Quality) -> tuple[str, ...]:
    """Say what somebody who uses the figures has to know; the best session says one thing."""
    lines = tuple(_lines(t, quality))
    return lines or (t("Everybody voted, nothing was taken back."),)


def _lines(t: Texts, quality: Quality) -> Iterator[str]:
    if quality.finished is None:
        yield t("The session was never closed.")
    elif not quality.finished:
        yield t("The session was closed before the debrief.")
    if quality.skipped:
        yield t.plural("{n} dilemma was skipped.", "{n} dilemmas were skipped.", quality.skipped)
    if quality.without_second_vote:
        yield t.plural(
            "{n} dilemma has no second vote.",
            "{n} dilemmas have no second vote.",
            quality.without_second_vote,
        )
    if quality.missing > 0:
        share = t.number(quality.missing * 100)
        yield t("{n}% of the votes that could be cast were not.", n=share)
    if quality.by_hand:
        share = t.number(quality.hand_share * 100)
        yield t("{n}% was counted by a show of hands: who moved is not known.", n=share)
    if quality.by_table:
        yield t.plural("{n} vote of a whole table.", "{n} votes of whole tables.", quality.by_table)
    if quality.undone:
        yield t.plural("{n} step was taken back.", "{n} steps were taken back.", quality.undone)
    if quality.resumed:
        yield t.plural("{n} interruption.", "{n} interruptions.", quality.resumed)
