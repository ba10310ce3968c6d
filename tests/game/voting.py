"""Hands for the tests of voting: dilemmas and ballots in one line."""

from collections.abc import Mapping
from typing import Any

from dilemmaspel.game.ballots import Ballot, Channel, Choice
from dilemmaspel.game.ids import DilemmaId, OptionId, RoleId, SessionId
from dilemmaspel.game.scenario import (
    AgreementSpec,
    ApprovalSpec,
    Band,
    Decision,
    Dilemma,
    Option,
    PointsSpec,
    RankingSpec,
    Role,
    Scenario,
)
from dilemmaspel.game.terms import QuestionType, Rule, Statistic, Status

ABC = (OptionId("a"), OptionId("b"), OptionId("c"))
ABCD = (*ABC, OptionId("d"))
SESSION = SessionId("2f0b6a44-session")


def ids(text: str) -> tuple[OptionId, ...]:
    """One option per letter."""
    return tuple(OptionId(letter) for letter in text)


def dilemma(kind: QuestionType, options: str = "abcd", **fields: Any) -> Dilemma:
    return Dilemma(
        id=DilemmaId("d1"),
        title="t",
        question="q",
        type=kind,
        options=tuple(Option(OptionId(o), o) for o in options),
        **fields,
    )


def single(rule: Rule = Rule.PLURALITY, options: str = "abcd", **decision: Any) -> Dilemma:
    return dilemma(QuestionType.SINGLE_CHOICE, options, decision=Decision(rule=rule, **decision))


def scenario(*dilemmas: Dilemma, roles: tuple[Role, ...] = ()) -> Scenario:
    return Scenario(
        id="s",
        version=1,
        language="nl",
        title="S",
        theme=None,
        status=Status.PLAYABLE,
        dilemmas=dilemmas,
        roles=roles,
    )


def agreement(
    bands: tuple[Band, ...],
    rule: Rule = Rule.MEAN,
    statistic: Statistic = Statistic.MEAN,
    points: int = 5,
    **decision: Any,
) -> Dilemma:
    return Dilemma(
        id=DilemmaId("d3"),
        title="t",
        question="q",
        type=QuestionType.AGREEMENT,
        options=tuple(band.option for band in bands),
        agreement=AgreementSpec(points, (), statistic, bands),
        decision=Decision(rule=rule, **decision),
    )


def points(
    options: str = "abcde", rule: Rule = Rule.MEAN, step: int = 5, **decision: Any
) -> Dilemma:
    return dilemma(
        QuestionType.POINTS,
        options,
        points=PointsSpec(100, step),
        decision=Decision(rule=rule, **decision),
    )


def ranking(
    options: str = "abcd", rule: Rule = Rule.RANKING, spec: RankingSpec | None = None, **more: Any
) -> Dilemma:
    return dilemma(
        QuestionType.RANKING,
        options,
        ranking=spec or RankingSpec(),
        decision=Decision(rule=rule, **more),
    )


def approval(
    options: str = "abcd",
    rule: Rule = Rule.PLURALITY,
    spec: ApprovalSpec | None = None,
    **more: Any,
) -> Dilemma:
    return dilemma(
        QuestionType.APPROVAL,
        options,
        approval=spec or ApprovalSpec(),
        decision=Decision(rule=rule, **more),
    )


def ballot(role: str, choice: Choice, **fields: Any) -> Ballot:
    return Ballot(RoleId(role), choice, **fields)


def votes(letters: str, role: str | None = None) -> list[Ballot]:
    """One ballot per letter, `-` abstains; every voter has a role of its own by default."""
    return [
        ballot(role or f"r{n:02}", None if letter == "-" else OptionId(letter))
        for n, letter in enumerate(letters)
    ]


def by_role(**letters: str) -> list[Ballot]:
    """Ballots of several roles: `by_role(inwoner="bbd", huisarts="c")`."""
    return [one for role, choices in letters.items() for one in votes(choices, role)]


def hands(role: str, choice: Choice, count: int) -> Ballot:
    return ballot(role, choice, channel=Channel.HANDS, count=count)


def spread(**shares: int) -> Mapping[OptionId, int]:
    return {OptionId(option): n for option, n in shares.items()}
