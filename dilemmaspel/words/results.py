"""Results as people say them: "18 of the 30 chose B"."""

from collections.abc import Mapping
from fractions import Fraction

from dilemmaspel.game.ballots import NO_OBJECTION, OBJECTION, Vote
from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import DilemmaView, OptionView, ResultView, ShiftView
from dilemmaspel.texts import Texts
from dilemmaspel.words.measures import choice_label, scale_label

Numbers = Mapping[OptionId, Fraction]


def numbers(dilemma: DilemmaView, result: ResultView) -> Numbers:
    """Return what a bar's length stands for: votes, ticks, mean points, or points of an order."""
    tally = result.tally
    if tally.is_ranking:
        return tally.borda
    if tally.kind is QuestionType.POINTS:
        return {option: Fraction(n) for option, n in tally.shown_points().items()}
    known = {option.id for option in dilemma.options}
    return {o: Fraction(n) for o, n in tally.counts.items() if o in known}


def written(t: Texts, result: ResultView, number: Fraction) -> str:
    """Write the number of a bar with its unit."""
    if result.tally.is_ranking or result.tally.kind is QuestionType.POINTS:
        return t.plural("{number} point", "{number} points", int(number), number=t.number(number))
    return t.plural("{n} vote", "{n} votes", int(number))


def result_sentence(t: Texts, dilemma: DilemmaView, result: ResultView) -> str:
    """Say a result in one sentence."""
    tally = result.tally
    if not tally.valid:
        return t("There are no valid votes.")
    if result.vote is Vote.CONSENT:
        return objections_sentence(
            t, tally.counts.get(OBJECTION, 0), tally.counts.get(NO_OBJECTION, 0)
        )
    if tally.mean is not None:
        return t(
            "On average {mean} on a scale of 1 to {points}.",
            mean=t.number(tally.mean, 1),
            points=len(tally.scale),
        )
    values = numbers(dilemma, result)
    most = max(values.values(), default=Fraction(0))
    top = [option for option in dilemma.options if values.get(option.id) == most]
    if not top:
        return t("There are no valid votes.")
    if len(top) > 1:
        return t("{options} are equal.", options=letters(t, top))
    return _one_on_top(t, dilemma, result, top[0], int(most))


def objections_sentence(t: Texts, objections: int, fine: int) -> str:
    """Say how many cannot live with what was asked; `fine` is how many can."""
    if not objections:
        return t("Nobody has an objection.")
    return t.plural(
        "{n} of the {all} has an objection.",
        "{n} of the {all} have an objection.",
        objections,
        all=objections + fine,
    )


def _one_on_top(
    t: Texts, dilemma: DilemmaView, result: ResultView, top: OptionView, most: int
) -> str:
    tally = result.tally
    if tally.is_ranking:
        return t("Together we put {option} on top.", option=top.letter)
    if tally.kind is QuestionType.POINTS:
        return t(
            "{option} got most: on average {most} of the {total} points.",
            option=top.label,
            most=most,
            total=dilemma.points_total,
        )
    if tally.kind is QuestionType.APPROVAL:
        if 1 < most == tally.valid:
            return t("All {n} can live with {option}.", n=most, option=top.letter)
        return t.plural(
            "{n} of the {all} can live with {option}.",
            "{n} of the {all} can live with {option}.",
            most,
            all=tally.valid,
            option=top.letter,
        )
    if 1 < most == tally.valid:
        return t("All {n} chose {option}.", n=most, option=top.letter)
    return t.plural(
        "{n} of the {all} chose {option}.",
        "{n} of the {all} chose {option}.",
        most,
        all=tally.valid,
        option=top.letter,
    )


def letters(t: Texts, options: list[OptionView]) -> str:
    """Write letters as "A", "A and B" or "A, B and C"."""
    names = [option.letter for option in options]
    if len(names) < 2:
        return "".join(names)
    return t("{some} and {last}", some=", ".join(names[:-1]), last=names[-1])


def label(t: Texts, result: ResultView) -> str:
    """The word for how close together people stand; empty under five ballots."""
    if result.label is None:
        return ""
    return scale_label(t, result.label) if result.tally.scale else choice_label(t, result.label)


def result_notes(t: Texts, dilemma: DilemmaView, result: ResultView) -> tuple[str, ...]:
    """Say who abstained, who did not vote, who was counted by hand, and another weighing."""
    tally = result.tally
    found = (
        t.plural("{n} abstained", "{n} abstained", tally.abstained) if tally.abstained else "",
        t.plural("{n} did not vote", "{n} did not vote", tally.missing) if tally.missing else "",
        t("counted by hand") if tally.hands else "",
        other_winner(t, dilemma, result),
    )
    return tuple(one for one in found if one)


def other_winner(t: Texts, dilemma: DilemmaView, result: ResultView) -> str:
    """Say what is on top when every role counts equally, if that is something else."""
    if not result.per_role or result.tally.scale or len(result.tally.per_role) < 2:
        return ""
    plain = _winners(dilemma, numbers(dilemma, result))
    weighed = _winners(dilemma, result.tally.role_weighted)
    if len(plain) != 1 or len(weighed) != 1 or plain == weighed:
        return ""
    return t("When every role counts equally, {option} is on top", option=weighed[0].letter)


def _winners(dilemma: DilemmaView, values: Numbers) -> list[OptionView]:
    most = max(values.values(), default=None)
    return [o for o in dilemma.options if o.id in values and values[o.id] == most]


def shift_sentence(t: Texts, dilemma: DilemmaView, shift: ShiftView) -> str:
    """Say how many chose otherwise after the talk."""
    if not shift.n:
        if shift.by_hand:
            return t("We counted hands, so we only see how the totals moved.")
        return (
            t("This is how the points moved.")
            if dilemma.type is QuestionType.POINTS
            else t("This is how the totals moved.")
        )
    if not shift.moved:
        return t("Nobody chose otherwise after the talk.")
    return t.plural(
        "{n} of the {all} chose otherwise after the talk.",
        "{n} of the {all} chose otherwise after the talk.",
        shift.moved,
        all=shift.n,
    )


def silent_sentence(t: Texts, shift: ShiftView) -> str:
    """Say how many moves cancel each other out; empty when none do."""
    moves = shift.silent * shift.n
    if moves < 1:
        return ""
    return t.plural(
        "Silent swap: {n} move does not show in the totals.",
        "Silent swap: {n} moves do not show in the totals.",
        int(moves),
    )
