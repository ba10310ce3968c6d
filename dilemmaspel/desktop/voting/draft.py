"""A ballot in the making, and what it says in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dilemmaspel.desktop.voting.people import open_vote
from dilemmaspel.game.ballots import NO_OBJECTION, Channel, Choice, ValueCard, Vote
from dilemmaspel.game.commands import CastBallot
from dilemmaspel.game.ids import OptionId, RoleId
from dilemmaspel.game.views import OptionView, SeatView
from dilemmaspel.texts import Texts
from dilemmaspel.words import VALUE_CARDS
from dilemmaspel.words.names import capitalised


@dataclass(frozen=True, slots=True)
class Extra:
    """The answers beside the choice; what was not asked or not answered is empty."""

    confidence: int | None = None
    value_card: ValueCard | None = None
    comment: str = ""
    personal: Choice = None
    prediction: tuple[RoleId, OptionId] | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person filled in and has not handed in yet; a choice of None abstains."""

    choice: Choice = None
    objection: str = ""
    extra: Extra = Extra()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a confirmation; `option` carries the mark that goes with it."""

    text: str
    option: OptionView | None = None
    strong: bool = False


def command_of(view: SeatView, draft: Draft, channel: Channel) -> CastBallot:
    """Build the command that hands a ballot in; raises ValueError when no vote is open."""
    dilemma, vote = open_vote(view.public)
    return CastBallot(
        dilemma=dilemma.id,
        vote=vote.vote,
        choice=draft.choice,
        channel=channel,
        seat=view.seat,
        confidence=draft.extra.confidence,
        value_card=draft.extra.value_card,
        comment=draft.extra.comment,
        personal=draft.extra.personal,
        prediction=draft.extra.prediction,
        objection=draft.objection,
    )


def told(t: Texts, view: SeatView, draft: Draft) -> tuple[Line, ...]:
    """Say a ballot in words, the choice first."""
    return (*_choice(t, view, draft), *_extra(t, view, draft.extra))


def _choice(t: Texts, view: SeatView, draft: Draft) -> Iterator[Line]:
    vote, choice = view.public.vote, draft.choice
    if choice is None:
        yield Line(t("You abstain. That is counted apart, and is not a vote against."), strong=True)
    elif vote is not None and vote.vote is Vote.CONSENT:
        objects = choice != NO_OBJECTION
        yield Line(t("Objection") if objects else t("No objection"), strong=True)
        if objects:
            yield Line(f"“{draft.objection}”")
    else:
        yield from _answer(t, view, choice)


def _answer(t: Texts, view: SeatView, choice: Choice) -> Iterator[Line]:
    known = {option.id: option for option in view.ballot}
    if isinstance(choice, int):
        labels = view.public.dilemma.labels if view.public.dilemma else ()
        label = labels[choice - 1] if 0 < choice <= len(labels) else ""
        yield Line(f"{choice}  {capitalised(label)}".strip(), strong=True)
    elif isinstance(choice, str):
        yield Line(_label(known, choice), known.get(OptionId(choice)), strong=True)
    elif isinstance(choice, Mapping):
        for one, points in choice.items():
            yield Line(f"{points}  {_label(known, one)}", known.get(one), strong=True)
    elif not choice:
        yield Line(t("None of these. You cannot live with any of them."), strong=True)
    else:
        yield from _listed(view, tuple(choice or ()), known)


def _listed(
    view: SeatView, chosen: tuple[OptionId, ...], known: Mapping[OptionId, OptionView]
) -> Iterator[Line]:
    dilemma = view.public.dilemma
    ranked = dilemma is not None and dilemma.min_ranked > 0
    for place, one in enumerate(chosen, start=1):
        before = f"{place}.  " if ranked else ""
        yield Line(f"{before}{_label(known, one)}", known.get(one), strong=True)


def _label(known: Mapping[OptionId, OptionView], one: str) -> str:
    option = known.get(OptionId(one))
    return option.label if option else one


def _extra(t: Texts, view: SeatView, extra: Extra) -> Iterator[Line]:
    if extra.confidence is not None:
        yield Line(t("How sure: {n} of 5", n=extra.confidence))
    if extra.value_card is not None:
        yield Line(t("What weighed most: {value}", value=t(VALUE_CARDS[extra.value_card])))
    if extra.comment:
        yield Line(t("Why: “{text}”", text=extra.comment))
    if extra.personal is not None:
        said = ", ".join(line.text for line in _answer(t, view, extra.personal))
        yield Line(t("What you would choose yourself: {choice}", choice=said))
    if extra.prediction is not None:
        yield Line(_guess(t, view, extra.prediction))


def _guess(t: Texts, view: SeatView, prediction: tuple[RoleId, OptionId]) -> str:
    role, option = prediction
    names = {one.role.id: one.role.short for one in view.public.roles}
    label = _label({one.id: one for one in view.ballot}, option)
    return t("You expect {role} to choose: {option}", role=names.get(role, role), option=label)
