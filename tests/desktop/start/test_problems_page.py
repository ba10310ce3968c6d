"""A broken scenario: where, what, the line itself with a caret, and how to mend it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.start.problems_page import ProblemsPage
from dilemmaspel.desktop.widgets.problems import FIRST_SHOWN
from dilemmaspel.game.terms import Status
from dilemmaspel.scenario.library import Loaded
from tests.desktop.start.house import T, broken_entry, playable, shipped


@pytest.fixture
def entry(tmp_path: Path) -> Loaded:
    return broken_entry(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, entry: Loaded) -> ProblemsPage:
    made = ProblemsPage(T)
    qtbot.addWidget(made)
    made.show_entry(entry)
    made.show()
    return made


def said(page: ProblemsPage, name: str) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel, name) if label.isVisible()]


def test_a_problem_tells_place_message_line_and_mend(page: ProblemsPage, entry: Loaded) -> None:
    first = entry.problems[0]
    assert said(page, "problemPlace")[0] == f"Error · Line {first.line}, column {first.column}"
    assert said(page, "problemMessage")[0] == first.message_in(T)
    assert said(page, "problemMend")[0] == first.mend_in(T)
    line, caret = said(page, "problemLine")[0].splitlines()
    assert str(first.line) in line
    assert caret.strip().endswith("^")


def test_twenty_are_shown_first_and_the_rest_when_asked(page: ProblemsPage, entry: Loaded) -> None:
    assert len(entry.problems) > FIRST_SHOWN
    assert len(said(page, "problemPlace")) == FIRST_SHOWN
    hidden = len(entry.problems) - FIRST_SHOWN
    assert page.rest.text() == f"Show {hidden} more problem{'s' if hidden > 1 else ''}"
    page.rest.click()
    assert len(said(page, "problemPlace")) == len(entry.problems)
    assert not page.rest.isVisible()


def test_showing_the_same_problems_again_changes_nothing(page: ProblemsPage, entry: Loaded) -> None:
    before = page.findChildren(QFrame, "problem")
    page.show_entry(entry)
    assert page.findChildren(QFrame, "problem") == before


def test_the_file_is_named(page: ProblemsPage, entry: Loaded) -> None:
    assert said(page, "problemsFile") == [str(entry.path)]
    assert "cannot be played" in said(page, "problemsWhat")[0]


def test_an_outline_is_no_mistake(page: ProblemsPage) -> None:
    sound = shipped()[0]
    outline = replace(playable(sound), status=Status.OUTLINE)
    page.show_entry(replace(sound, scenario=outline))
    assert "outline" in said(page, "problemsWhat")[0]
    assert not [
        one for one in page.findChildren(QAbstractButton, "problemsRest") if one.isVisible()
    ]
