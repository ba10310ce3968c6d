"""The picture goes to the second screen, never over the controls, and comes back."""

import pytest

from dilemmaspel.desktop.beamer.screens import Place, Plan, Stage, extend_key, plan, stage_sentence
from dilemmaspel.texts import Texts

LAPTOP = Place("laptop", (0, 0, 1366, 768))
BEAMER = Place("beamer", (1366, 0, 1920, 1080))
WALL = Place("wall", (3286, 0, 1280, 720))
COPY = Place("copy", (0, 0, 1024, 768))
EN = Texts("en")


def test_the_screen_without_the_controls_is_taken() -> None:
    assert plan([LAPTOP, BEAMER], "laptop") == Plan(Stage.SHOWN, "beamer")
    assert plan([LAPTOP, BEAMER], "beamer") == Plan(Stage.SHOWN, "laptop")


def test_of_several_screens_the_wanted_one_is_taken_or_else_the_largest() -> None:
    assert plan([LAPTOP, WALL, BEAMER], "laptop").screen == "beamer"
    assert plan([LAPTOP, WALL, BEAMER], "laptop", wanted="wall").screen == "wall"


def test_the_controls_screen_is_never_taken_also_when_it_is_wanted() -> None:
    assert plan([LAPTOP, BEAMER], "laptop", wanted="laptop").screen == "beamer"


def test_with_one_screen_there_is_a_preview() -> None:
    assert plan([LAPTOP], "laptop") == Plan(Stage.PREVIEW)


def test_a_mirrored_screen_is_recognised_also_with_another_size() -> None:
    assert plan([LAPTOP, COPY], "laptop") == Plan(Stage.MIRRORED)


def test_a_beamer_that_is_unplugged_is_missed_and_gets_its_picture_back() -> None:
    shown = plan([LAPTOP, BEAMER], "laptop")
    gone = plan([LAPTOP], "laptop", before=shown)
    assert gone == Plan(Stage.GONE, "beamer")
    assert plan([LAPTOP], "laptop", before=gone) == gone
    assert plan([LAPTOP, WALL, BEAMER], "laptop", before=gone) == Plan(Stage.SHOWN, "beamer")


def test_the_picture_stays_where_it_is_when_a_larger_screen_comes() -> None:
    shown = plan([LAPTOP, WALL], "laptop")
    assert plan([LAPTOP, WALL, BEAMER], "laptop", before=shown) == shown


def test_no_screens_at_all_is_survived() -> None:
    shown = plan([LAPTOP, BEAMER], "laptop")
    assert plan([], "", before=shown) == Plan(Stage.GONE, "beamer")


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_is_a_sentence(stage: Stage) -> None:
    said = stage_sentence(EN, Plan(stage, "beamer"))
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize(
    ("platform", "key"), [("win32", "Windows+P"), ("darwin", "Command+F1"), ("linux", "Super+P")]
)
def test_the_key_that_extends_the_screen_is_named(platform: str, key: str) -> None:
    assert key in extend_key(EN, platform)
