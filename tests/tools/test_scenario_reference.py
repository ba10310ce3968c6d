from pathlib import Path

import pytest

from tools.scenario_reference import ROOT, all_written


@pytest.mark.parametrize("file", all_written(), ids=lambda file: file.name)
def test_what_authors_look_up_is_that_of_today(file: Path) -> None:
    assert file.is_relative_to(ROOT)
    assert file.read_text(encoding="utf-8") == all_written()[file], "run: make scenario-reference"
