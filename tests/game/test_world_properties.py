"""What is true of every path through every scenario."""

from dataclasses import replace
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.game.conditions import (
    Always,
    Condition,
    FlagSet,
    IndicatorIs,
    NotOf,
    Op,
)
from dilemmaspel.game.ids import DilemmaId, FlagId, OptionId, PocketId, frozen
from dilemmaspel.game.lines import null_line, play, what_if
from dilemmaspel.game.scenario import (
    Aftermath,
    Budget,
    Cost,
    Delayed,
    Dilemma,
    Effects,
    Grant,
    Happening,
    Option,
    Outcome,
    PointsSpec,
    Scenario,
)
from dilemmaspel.game.survey import possible_choices
from dilemmaspel.game.terms import DeficitPolicy, QuestionType
from dilemmaspel.game.values import Chosen, World
from dilemmaspel.game.world import (
    blocked_options,
    committed,
    end_round,
    fits,
    new_world,
    next_dilemma,
    resolve,
    room,
    start_round,
    visible_options,
)
from tests.game.worlds import INDICATORS, JOY, LOAD, scenario

FLAGS = (FlagId("x"), FlagId("y"))
KINDS = (QuestionType.SINGLE_CHOICE, QuestionType.RANKING, QuestionType.POINTS)


class Author:
    """Writes scenarios and plays them by chance; the seed says which."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def scenario(self) -> Scenario:
        budget = Budget(
            annual=self.number(0, 90),
            reserve=self.number(0, 60),
            carry_over=Fraction(self.number(0, 7), 7),
            deficit_policy=self.chance.choice(tuple(DeficitPolicy)),
            on_deficit=self.effects(),
        )
        return scenario(
            *(self.dilemma(name) for name in ("d1", "d2", "d3")),
            drift=self.effects(),
            budget=budget,
            aftermath=Aftermath(self.number(0, 3)),
        )

    def played(self) -> tuple[Scenario, World]:
        """A scenario and the world at the end of one of its paths."""
        made = self.scenario()

        def choose(dilemma: Dilemma, world: World) -> Chosen:
            return self.chance.choice(list(possible_choices(made, dilemma, world)))

        return made, play(made, choose)

    def dilemma(self, name: str) -> Dilemma:
        kind = self.chance.choice(KINDS)
        points = PointsSpec(cost_total=self.cost()) if kind is QuestionType.POINTS else None
        event = Happening("x", self.effects(), self.grant()) if self.often() else None
        options = tuple(
            Option(OptionId(letter), letter, outcome=self.outcome(), pays=letter == "a")
            for letter in "abc"
        )
        return Dilemma(
            DilemmaId(name),
            name,
            "?",
            kind,
            options,
            points=points,
            event=event,
            when=self.condition(),
        )

    def outcome(self) -> Outcome:
        return Outcome(
            effects=self.effects(),
            cost=self.cost() if self.often() else None,
            budget=self.grant(),
            set_flags=self.flags(),
            clear_flags=self.flags(),
            benefits=frozen({PocketId("shop"): self.number(0, 20)}),
            delayed=tuple(self.delayed() for _ in range(self.number(0, 2))),
        )

    def delayed(self) -> Delayed:
        return Delayed(
            self.number(1, 3),
            self.condition(),
            self.effects(),
            self.grant(),
            news="News.",
            else_effects=self.effects(),
        )

    def condition(self) -> Condition:
        joy = IndicatorIs(JOY, self.chance.choice(tuple(Op)), Fraction(self.number(0, 100)))
        flag = FlagSet(self.chance.choice(FLAGS))
        return self.chance.choice((Always(), flag, NotOf(flag), joy))

    def effects(self) -> Effects:
        named = [name for name in (JOY, LOAD) if self.often()]
        return frozen({name: self.number(-60, 60) for name in named})

    def cost(self) -> Cost:
        return Cost(self.number(-20, 60), self.number(-20, 60), self.years())

    def grant(self) -> Grant | None:
        if self.often():
            return None
        return Grant(self.number(-40, 40), self.years(), self.number(-20, 20))

    def years(self) -> int | None:
        return self.number(1, 4) if self.often() else None

    def flags(self) -> tuple[FlagId, ...]:
        return tuple(flag for flag in FLAGS if self.number(0, 2) == 0)

    def number(self, low: int, high: int) -> int:
        return self.chance.randint(low, high)

    def often(self) -> bool:
        return self.chance.random() < 0.6


AUTHORS = st.integers(0, 2**32).map(Author)
SESSIONS = AUTHORS.map(Author.played)


@given(SESSIONS)
def test_indicators_never_leave_their_scale(session: tuple[Scenario, World]) -> None:
    for snapshot in session[1].snapshots:
        for indicator in INDICATORS:
            assert indicator.low <= snapshot.indicators[indicator.id] <= indicator.high


@given(SESSIONS)
def test_the_log_adds_up_to_what_the_indicators_did(session: tuple[Scenario, World]) -> None:
    _, world = session
    for indicator in INDICATORS:
        lines = [line for line in world.log if line.indicator == indicator.id]
        moved = sum(line.clamped for line in lines)
        assert indicator.start + moved == world.indicators[indicator.id]
        assert all(0 <= line.clamped * line.raw <= line.raw**2 for line in lines)


@given(SESSIONS)
def test_every_year_has_one_snapshot(session: tuple[Scenario, World]) -> None:
    made, world = session
    years = len(world.chosen) + made.aftermath.rounds
    assert [s.round for s in world.snapshots] == list(range(1, years + 1))


@given(SESSIONS)
def test_the_ledger_is_the_sum_of_its_commitments(session: tuple[Scenario, World]) -> None:
    _, world = session
    for snapshot in world.snapshots:
        year = snapshot.round
        running = [
            promise.yearly
            for promise in world.commitments
            if promise.in_ledger
            and year in range(promise.first, 1 + (year if promise.last is None else promise.last))
        ]
        assert snapshot.committed == sum(running) == committed(world, year)
        assert snapshot.free == snapshot.annual - snapshot.committed


@given(SESSIONS)
def test_replaying_the_decisions_gives_the_same_world(session: tuple[Scenario, World]) -> None:
    made, world = session
    assert play(made, world.chosen) == world
    assert what_if(made, world.chosen, {}) == world


@given(SESSIONS)
def test_a_decision_taken_back_and_taken_again_leaves_no_trace(
    session: tuple[Scenario, World],
) -> None:
    made, _ = session
    dilemma = made.dilemmas[0]
    begun = start_round(made, new_world(made), dilemma)
    one, *others = possible_choices(made, dilemma, begun)
    first = end_round(made, resolve(made, begun, dilemma, one))
    for other in others:
        end_round(made, resolve(made, begun, dilemma, other))
    assert end_round(made, resolve(made, begun, dilemma, one)) == first


@given(SESSIONS, SESSIONS)
def test_the_null_line_does_not_depend_on_decisions(
    session: tuple[Scenario, World], other: tuple[Scenario, World]
) -> None:
    made, _ = session
    pairs = zip(made.dilemmas, other[0].dilemmas, strict=True)
    bare = replace(made, dilemmas=tuple(replace(d, options=e.options) for d, e in pairs))
    played = tuple(d.id for d in made.dilemmas)
    assert null_line(made, played) == null_line(bare, played)


@given(AUTHORS)
def test_what_fits_is_what_the_ledger_then_says(author: Author) -> None:
    made = author.scenario()
    dilemma = replace(made.dilemmas[0], type=QuestionType.SINGLE_CHOICE)
    begun = start_round(made, new_world(made), dilemma)
    for option in dilemma.options[1:]:
        decided = resolve(made, begun, dilemma, Chosen((option.id,)))
        for row in fits(made, begun, option):
            assert row.committed == committed(decided, row.year)
            assert row.free == room(decided, row.year) - row.committed


@given(SESSIONS)
def test_something_can_always_be_chosen(session: tuple[Scenario, World]) -> None:
    made, world = session
    for dilemma in made.dilemmas:
        visible = visible_options(dilemma, world)
        off = blocked_options(made, dilemma, visible, world)
        assert len(off) < len(visible)


@given(SESSIONS)
def test_a_path_never_comes_back_to_a_dilemma(session: tuple[Scenario, World]) -> None:
    made, world = session
    for dilemma in world.chosen:
        assert next_dilemma(made, None, world, dilemma) not in world.chosen
