"""Finding the parts of a scenario by their ids."""

from tests.game import worlds as w

GIVEN = w.scenario(w.dilemma("d1"), roles=(w.role("inwoner"),))


def test_a_part_is_found_by_its_id() -> None:
    assert GIVEN.dilemma("d1") is GIVEN.dilemmas[0]
    assert GIVEN.dilemmas[0].option("b") is GIVEN.dilemmas[0].options[1]
    assert GIVEN.role("inwoner") is GIVEN.roles[0]
    assert GIVEN.indicator("joy") is GIVEN.indicators[0]


def test_what_is_not_there_is_not_found() -> None:
    assert GIVEN.dilemma("d9") is None
    assert GIVEN.role("x") is None
    assert GIVEN.indicator("luck") is None
    assert GIVEN.dilemmas[0].option("z") is None
