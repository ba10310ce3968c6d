"""The run of a newcomer: its table, and that it fails when it takes too long."""

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed: uv sync --group e2e")

from tools.newcomer.person import Step
from tools.newcomer.run import MOST_PRESSES, MOST_SECONDS, TO_LOBBY, told


def steps(presses: int) -> list[Step]:
    return [
        Step("Trial round: from the welcome to its lobby", 2, 1.0),
        Step(TO_LOBBY, presses, 2.25),
    ]


def test_every_step_is_told_with_its_presses_and_seconds() -> None:
    text, code = told(steps(MOST_PRESSES), MOST_SECONDS)
    assert code == 0
    lines = text.splitlines()
    assert lines[2].split() == ["A", "session", "with", "phones:", "to", "the", "lobby", "3", "2.2"]
    assert lines[3] == "Presses to the lobby: 3 (at most 3)."


@pytest.mark.parametrize(
    ("presses", "seconds"), [(MOST_PRESSES + 1, 1.0), (MOST_PRESSES, MOST_SECONDS + 0.1)]
)
def test_one_press_or_a_second_too_many_fails(presses: int, seconds: float) -> None:
    assert told(steps(presses), seconds)[1] == 1
