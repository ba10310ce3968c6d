"""Hands for the tests of the world: small scenarios, written in a few lines."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from dilemmaspel.game.conditions import Always, Condition
from dilemmaspel.game.ids import (
    DilemmaId,
    EndingId,
    FlagId,
    IndicatorId,
    OptionId,
    PocketId,
    RoleId,
    frozen,
)
from dilemmaspel.game.scenario import (
    Dilemma,
    Ending,
    Indicator,
    Option,
    Outcome,
    PointsSpec,
    Role,
    Scenario,
    SharedOutcome,
)
from dilemmaspel.game.terms import QuestionType, Status
from dilemmaspel.game.values import Chosen, World
from dilemmaspel.game.world import end_round, new_world, resolve, start_round

JOY = IndicatorId("joy")
LOAD = IndicatorId("load")
INDICATORS = (Indicator(JOY, 50, 0, 100, 1), Indicator(LOAD, 60, 0, 100, -1))


def effects(**moves: int) -> Mapping[IndicatorId, int]:
    return frozen({IndicatorId(name): by for name, by in moves.items()})


def pockets(**amounts: int) -> Mapping[PocketId, int]:
    return frozen({PocketId(name): amount for name, amount in amounts.items()})


def shares(**points: int | Fraction) -> Mapping[OptionId, Fraction]:
    return frozen({OptionId(name): Fraction(value) for name, value in points.items()})


def flags(*names: str) -> tuple[FlagId, ...]:
    return tuple(map(FlagId, names))


def option(name: str, *, when: Condition | None = None, **fields: Any) -> Option:
    """An option; what is no field of it goes to its outcome."""
    own = {key: fields.pop(key) for key in ("pays", "payer") if key in fields}
    return Option(
        OptionId(name), name.upper(), when=when or Always(), outcome=Outcome(**fields), **own
    )


def dilemma(
    name: str,
    *options: Option,
    kind: QuestionType = QuestionType.SINGLE_CHOICE,
    **fields: Any,
) -> Dilemma:
    if kind is QuestionType.POINTS and "points" not in fields:
        fields["points"] = PointsSpec()
    listed = options or (option("a"), option("b"))
    return Dilemma(DilemmaId(name), name.upper(), "What now?", kind, listed, **fields)


def shared(condition: Condition, **fields: Any) -> SharedOutcome:
    return SharedOutcome(condition, Outcome(**fields))


def role(name: str = "r", **lens: int) -> Role:
    weights = frozen({IndicatorId(i): weight for i, weight in lens.items()})
    return Role(RoleId(name), name, name, lens=weights)


def ending(name: str, when: Condition | None = None) -> Ending:
    return Ending(EndingId(name), when or Always(), name)


def scenario(*dilemmas: Dilemma, **fields: Any) -> Scenario:
    plain: dict[str, Any] = {"roles": (), "indicators": INDICATORS, "status": Status.PLAYABLE}
    return Scenario(
        id="s",
        version=1,
        language="nl",
        title="S",
        theme=None,
        dilemmas=dilemmas,
        **(plain | fields),
    )


def chose(*names: str) -> Chosen:
    return Chosen(tuple(map(OptionId, names)))


def gave(**points: int | Fraction) -> Chosen:
    return Chosen(shares=shares(**points))


def plan(names: str) -> tuple[DilemmaId, ...]:
    return tuple(map(DilemmaId, names.split()))


def decided(**choices: str | Chosen) -> dict[DilemmaId, Chosen]:
    return {
        DilemmaId(name): chose(choice) if isinstance(choice, str) else choice
        for name, choice in choices.items()
    }


def after(given: Scenario, *choices: str | Chosen, ended: bool = False) -> World:
    """The world after these choices in the first dilemmas; the last year still open."""
    world = new_world(given)
    for at, choice in enumerate(choices):
        taken = chose(choice) if isinstance(choice, str) else choice
        if at:
            world = end_round(given, world)
        current = given.dilemmas[at]
        world = resolve(given, start_round(given, world, current), current, taken)
    return end_round(given, world) if ended else world
