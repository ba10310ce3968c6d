"""Who ends well and who does not, over the paths of a scenario."""

from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.scenario import Happening, Scenario
from dilemmaspel.game.standings import Standing
from dilemmaspel.game.survey import survey
from tests.game import worlds as w


def standings(given: Scenario) -> dict[str, tuple[int, int]]:
    return {one.role: (one.best, one.worst) for one in survey(given).standings}


def test_a_role_that_gains_more_by_its_lens_is_best_off() -> None:
    given = w.scenario(
        w.dilemma(
            "d1",
            w.option("a", effects=w.effects(joy=2)),
            w.option("b", effects=w.effects(joy=1, load=-3)),
            w.option("c", effects=w.effects(joy=-1)),
        ),
        roles=(w.role("x", joy=3), w.role("y", load=1), w.role("none")),
    )
    assert standings(given) == {"x": (1, 2), "y": (2, 1)}


def test_lenses_are_compared_per_weight() -> None:
    given = w.scenario(
        w.dilemma("d1", w.option("a", effects=w.effects(joy=2))),
        roles=(w.role("x", joy=3), w.role("y", joy=1), w.role("z", joy=2, load=2)),
    )
    assert standings(given) == {"x": (1, 0), "y": (1, 0), "z": (0, 1)}


def test_what_happens_anyway_is_nobodys_gain() -> None:
    event = Happening("Rain.", effects=w.effects(joy=-9))
    given = w.scenario(
        w.dilemma("d1", w.option("a", effects=w.effects(joy=1)), event=event),
        roles=(w.role("x", joy=1), w.role("y", load=1)),
        drift=w.effects(load=5),
    )
    assert standings(given) == {"x": (1, 0), "y": (0, 1)}


def test_a_path_on_which_all_are_equal_counts_for_none() -> None:
    given = w.scenario(w.dilemma("d1"), roles=(w.role("x", joy=1), w.role("y", load=1)))
    assert survey(given).standings == (
        Standing(RoleId("x"), 0, 0),
        Standing(RoleId("y"), 0, 0),
    )


def test_without_dilemmas_or_roles_there_is_nothing_to_stand_on() -> None:
    assert standings(w.scenario(roles=(w.role("x", joy=1), w.role("y", load=1)))) == {
        "x": (0, 0),
        "y": (0, 0),
    }
    assert standings(w.scenario(w.dilemma("d1"))) == {}


def test_a_lens_on_what_the_scenario_does_not_have_sees_nothing() -> None:
    given = w.scenario(
        w.dilemma("d1", w.option("a", effects=w.effects(joy=1))),
        roles=(w.role("x", joy=1), w.role("blind", sorrow=2)),
    )
    assert standings(given) == {"x": (1, 0), "blind": (0, 1)}
