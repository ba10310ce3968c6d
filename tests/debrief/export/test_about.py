"""What stands above an export, in the words of its reader."""

from datetime import datetime

import pytest

from dilemmaspel.debrief.export.about import about
from dilemmaspel.texts import Texts

NOON = 1_772_622_000_000  # 4 March 2026, somewhere around the middle of the day


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Gemaakt op 4 maart 2026 om {time} met Dilemmaspel."),
        ("en", "Made on 4 March 2026 at {time} with Dilemmaspel."),
    ],
)
def test_an_export_says_in_words_when_it_was_made(language: str, said: str) -> None:
    made_at = datetime.fromtimestamp(NOON / 1000).astimezone()
    lines = about(Texts(language), "De Schakel", "", frozenset(), made_at)
    assert lines[0] == "De Schakel"
    assert lines[-1] == said.format(time=f"{made_at:%H:%M}")
