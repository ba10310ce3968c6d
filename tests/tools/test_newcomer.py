"""The run of a newcomer: its table, its page, and that it fails when a promise is broken."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QColor, QImage

pytest.importorskip("playwright", reason="Playwright is not installed: uv sync --group e2e")
pytest.importorskip("jeepney", reason="jeepney is not installed: uv sync --group e2e")

from tools.newcomer.accessible import Reader
from tools.newcomer.page import EDGE, HIGH, write
from tools.newcomer.person import Person, Step
from tools.newcomer.run import MOST_PRESSES, MOST_SECONDS, TO_LOBBY, told
from tools.newcomer.stage import Stage


def somebody(presses: int, out: Path = Path()) -> Person:
    nobody = cast("Stage", None), cast("Reader", None)
    trial = Step("Trial round: from the welcome to its lobby", 2, 1.0)
    return Person(out, *nobody, [trial, Step(TO_LOBBY, presses, 2.25)], heard=12)


def test_every_step_is_told_with_its_presses_and_seconds() -> None:
    text, code = told(somebody(MOST_PRESSES), MOST_SECONDS)
    assert code == 0
    lines = text.splitlines()
    assert lines[2].split() == ["A", "session", "with", "phones:", "to", "the", "lobby", "3", "2.2"]
    assert lines[3] == "Presses to the lobby: 3 (at most 3)."
    assert lines[5] == "Without a name for a screen reader: 0 of 12."


@pytest.mark.parametrize(
    ("presses", "seconds"), [(MOST_PRESSES + 1, 1.0), (MOST_PRESSES, MOST_SECONDS + 0.1)]
)
def test_one_press_or_a_second_too_many_fails(presses: int, seconds: float) -> None:
    assert told(somebody(presses), seconds)[1] == 1


def test_something_without_a_name_fails_and_is_told() -> None:
    who = somebody(1)
    who.nameless.append("Back to the start: push button back")
    text, code = told(who, 1.0)
    assert code == 1
    assert text.endswith("push button back")


def test_the_page_has_a_picture_of_each_step_with_all_screens(tmp_path: Path) -> None:
    who = somebody(1, tmp_path)
    for name, width, height in (
        ("01-laptop", 1366, 768),
        ("02-laptop", 1366, 768),
        ("02-beamer", 1920, 1080),
    ):
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("#0a5b66"))
        assert image.save(str(tmp_path / f"{name}.png"))
    write(tmp_path / "newcomer.md", who, 1.0)
    one, two = (QImage(str(tmp_path / "pictures" / f"newcomer-0{number}.png")) for number in (1, 2))
    assert (one.width(), one.height()) == (683 + 2 * EDGE, HIGH + 2 * EDGE)
    assert two.width() == 2 * 683 + 3 * EDGE
    assert "pictures/newcomer-02.png" in (tmp_path / "newcomer.md").read_text(encoding="utf-8")
