"""The three scenarios of the package against the numbers they were designed with.

Golden traces and null lines: game model, appendix A. Paths and endings: game model 3.12. The
columns are the indicators in their usual order, the reserve and the free room.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.lines import null_line, payers, play
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.survey import survey
from dilemmaspel.game.values import Chosen, World
from dilemmaspel.game.world import ending, profile_plan
from dilemmaspel.scenario.build import scenario_from_text
from tests.game import worlds as w

SCENARIOS = Path(__file__).parents[2] / "scenarios"
F1, P1, C1 = "f1-de-schakel", "p1-de-volle-wachtkamer", "c1-het-wijkteam-loopt-over"


@cache
def flagship(name: str) -> Scenario:
    texts = (SCENARIOS / name / "scenario.yaml", SCENARIOS / "roles.yaml")
    return scenario_from_text(*(path.read_text(encoding="utf-8") for path in texts))


@dataclass(frozen=True)
class Trace:
    name: str
    choices: Mapping[DilemmaId, Chosen]
    years: tuple[tuple[int, ...], ...]
    benefits: Mapping[str, int]
    flags: frozenset[str]
    ending: str

    def played(self) -> World:
        return play(flagship(self.name), self.choices)


MIXED = w.gave(gemeente=40, zorgverzekeraar=15, woningcorporatie=15, ondernemers=15, inwoners=15)

TRACES = (
    Trace(
        F1,
        w.decided(d1="b", d2=MIXED, d3="doorrekenen", d4="c"),
        (
            (54, 51, 60, 58, 49, 36, 100, 90, 35),
            (53, 52, 61, 59, 48, 37, 101, 90, 11),
            (56, 52, 60, 61, 48, 42, 100, 70, 11),
            (58, 53, 62, 66, 52, 42, 98, 46, -24),
            (58, 56, 60, 67, 52, 44, 94, 37, -9),
            (58, 58, 62, 68, 52, 44, 94, 37, 55),
            (58, 58, 64, 69, 52, 44, 96, 37, 55),
        ),
        {"zorgverzekeraar": 60, "woningcorporatie": 25, "werkgevers": 15, "gemeente": 40},
        frozenset({"doorrekenen", "herverdeeld", "mede_betaald", "meerjarig"}),
        "stevig",
    ),
    Trace(
        P1,
        w.decided(d1="a", d2="b", d3="naar_preventie", d4="c"),
        (
            (56, 50, 59, 61, 51, 37, 100, 40, 10),
            (59, 50, 62, 61, 47, 37, 102, 40, 10),
            (63, 53, 63, 62, 43, 38, 101, 40, 10),
            (65, 56, 63, 64, 42, 38, 103, 40, 10),
            (68, 58, 62, 64, 42, 38, 105, 40, 90),
            (69, 58, 61, 65, 42, 38, 103, 40, 90),
            (69, 58, 63, 66, 42, 38, 105, 40, 90),
        ),
        {"zorgverzekeraar": 75, "gemeente": 30, "werkgevers": 10},
        frozenset({"coach", "intensief", "voorkomen_eerst"}),
        "rust",
    ),
    Trace(
        C1,
        w.decided(
            d1="a",
            d2=w.chose("vrije_keuze", "maatje"),
            d3="b",
            d4=w.chose("formulieren", "huisbezoek"),
        ),
        (
            (55, 53, 60, 67, 50, 37, 100, 30, 60),
            (58, 58, 62, 68, 52, 37, 102, 20, 55),
            (58, 59, 64, 70, 55, 37, 104, 20, 55),
            (61, 63, 64, 68, 55, 37, 102, 20, 55),
            (61, 67, 66, 66, 55, 39, 104, 20, 55),
            (65, 67, 66, 67, 55, 39, 106, 20, 80),
            (65, 67, 68, 68, 55, 39, 108, 20, 80),
        ),
        {"gemeente": 15, "woningcorporatie": 15, "werkgevers": 10},
        frozenset({"geldspreekuur", "starters", "vangnet"}),
        "gewoon",
    ),
)
EACH_TRACE = pytest.mark.parametrize("trace", TRACES, ids=lambda trace: trace.name)


@EACH_TRACE
def test_every_year_of_the_trace_is_met(trace: Trace) -> None:
    snapshots = trace.played().snapshots
    assert [s.round for s in snapshots] == list(range(1, len(trace.years) + 1))
    found = tuple((*s.indicators.values(), s.reserve, s.free) for s in snapshots)
    assert found == trace.years


@EACH_TRACE
def test_benefits_flags_and_ending_of_the_trace_are_met(trace: Trace) -> None:
    world = trace.played()
    found = ending(flagship(trace.name), world)
    assert found is not None
    assert (dict(world.benefits), world.flags, found.id) == (
        trace.benefits,
        trace.flags,
        trace.ending,
    )


@pytest.mark.parametrize(
    ("name", "last", "reserve"),
    [
        (F1, (55, 50, 72, 66, 50, 35, 112), 90),
        (P1, (55, 50, 77, 66, 50, 35, 112), 40),
        (C1, (55, 50, 72, 70, 50, 35, 112), 40),
    ],
)
def test_the_null_line_ends_where_it_should(name: str, last: tuple[int, ...], reserve: int) -> None:
    line = null_line(flagship(name))
    assert (tuple(line[-1].indicators.values()), line[-1].reserve, len(line)) == (last, reserve, 7)


@pytest.mark.parametrize(
    ("name", "paths", "endings", "deficits"),
    [
        (F1, 384, {"stevig": 123, "klem": 10, "anders": 251}, 50),
        (P1, 144, {"rust": 40, "vol": 18, "tussen": 86}, 0),
        (C1, 1600, {"samen": 302, "druk": 113, "gewoon": 1185}, 116),
    ],
)
def test_all_paths_end_and_every_option_is_best_for_somebody(
    name: str, paths: int, endings: Mapping[str, int], deficits: int
) -> None:
    found = survey(flagship(name))
    assert (found.paths, dict(found.endings), found.deficits) == (paths, endings, deficits)
    assert found.lens_gaps == ()


@pytest.mark.parametrize(
    ("choice", "fourth"), [("a", "d4"), ("b", "d4"), ("c", "d4"), ("d", "d4z")]
)
def test_the_first_decision_of_the_link_sets_its_fourth_dilemma(choice: str, fourth: str) -> None:
    everything = w.decided(d1=choice, d2=MIXED, d3="cijfers", d4="a", d4z="a")
    assert list(play(flagship(F1), everything).chosen) == ["d1", "d2", "d3", fourth]


def test_both_ends_of_the_link_are_in_the_long_plan() -> None:
    assert profile_plan(flagship(F1), "dagdeel") == w.plan("d1 d2 d3 d4 d4z")


def test_everybody_who_paid_for_the_link_is_shown() -> None:
    scenario = flagship(F1)
    lines = payers(scenario, TRACES[0].played())
    # 55 for five years, 24 for four, 20 once and a saving of 15 for two; the others 9 for four.
    assert {line.pocket: line.paid for line in lines} == {
        "gemeente": 5 * 55 + 4 * 24 + 20 - 2 * 15,
        "zorgverzekeraar": 36,
        "woningcorporatie": 36,
        "werkgevers": 36,
        "inwoners": 36,
    }
