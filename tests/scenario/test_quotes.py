"""Authors type straight quotation marks; people see the ones of print, and nothing else moves."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.game.frames import story_frames
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.build import scenario_from_text
from dilemmaspel.scenario.library import load, scenario_files
from dilemmaspel.scenario.quotes import typeset

FILES = scenario_files(scenarios_dir())
CURLY = str.maketrans("“”‘’", "\"\"''")
SIGNS = st.text(st.sampled_from("\"'“”‘’ .,!?()-–/\nstk9aBé"))


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ('"We gaan", zegt hij. "Ja!"', "“We gaan”, zegt hij. “Ja!”"),
        ("De raad zei: 'Het mag.'", "De raad zei: ‘Het mag.’"),
        ("\"Wie zei 'nee'?\"", "“Wie zei ‘nee’?”"),
        ("\"Hij zei 'nee'\"", "“Hij zei ‘nee’”"),
        ("('ravijnjaar'), en/of \"later\"", "(‘ravijnjaar’), en/of “later”"),
        ("'s Avonds en 's nachts, op 't plein", "’s Avonds en ’s nachts, op ’t plein"),
        ('"\'s Avonds niet", zei ze.', "“’s Avonds niet”, zei ze."),
        ("'s-Hertogenbosch", "’s-Hertogenbosch"),
        ("foto's, zo'n, collega's, Hans' jas", "foto’s, zo’n, collega’s, Hans’ jas"),
        ("in de jaren '90, the '90s", "in de jaren ’90, the ’90s"),
        ("'12 stemmen' is veel", "‘12 stemmen’ is veel"),
        ("'Tis the voters' choice, don't you think?", "’Tis the voters’ choice, don’t you think?"),
        ("de letter 's'", "de letter ‘s’"),
        ('niet-"zomaar", "Ja maar-", zei hij', "niet-“zomaar”, “Ja maar-”, zei hij"),
        ("‘al goed’ en 'nu'", "‘al goed’ en ‘nu’"),
        ('Alinea een.\n\n"Alinea twee."', "Alinea een.\n\n“Alinea twee.”"),
        ("\" '", "” ’"),
        ("", ""),
    ],
)
def test_quotation_marks_are_those_of_print(typed: str, seen: str) -> None:
    assert typeset(typed) == seen


@given(SIGNS)
def test_no_mark_stays_straight_and_doing_it_twice_is_doing_it_once(text: str) -> None:
    once = typeset(text)
    assert not set(once) & set("\"'")
    assert typeset(once) == once


@given(st.one_of(SIGNS, st.text()))
def test_nothing_but_straight_marks_ever_changes(text: str) -> None:
    made = typeset(text)
    assert len(made) == len(text)
    for before, after in zip(text, made, strict=True):
        allowed = {'"': "“”", "'": "‘’"}.get(before, before)
        assert after in allowed


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_what_is_shipped_reads_as_in_print(file: Path) -> None:
    loaded = load(file)
    assert loaded.scenario is not None
    texts = list(_texts(loaded.scenario))
    assert any("“" in text for text in texts)
    for text in texts:
        assert not set(text) & set("\"'"), text
        assert text.count("“") == text.count("”"), text
        assert text.count("‘") <= text.count("’"), text


def test_the_log_keeps_the_text_as_typed_and_its_hash() -> None:
    loaded = load(FILES[0])
    typed = FILES[0].read_text(encoding="utf-8")
    assert loaded.text == typed
    assert '"' in typed
    assert loaded.sha256 == sha256(typed.encode()).hexdigest()


def test_titles_and_names_stay_as_typed_because_tables_of_the_log_hold_them() -> None:
    loaded = load(FILES[0])
    assert loaded.scenario is not None
    title, dilemma, role = (
        loaded.scenario.title,
        loaded.scenario.dilemmas[0].title,
        loaded.scenario.roles[0].name,
    )
    text = loaded.text.replace(f"title: {title}", "title: Zo'n wijk", 1)
    text = text.replace(f"title: {dilemma}", "title: Foto's", 1)
    roles = loaded.roles_text.replace(f"name: {role}", "name: Collega's", 1)
    built = scenario_from_text(text, roles)
    assert (built.title, built.dilemmas[0].title) == ("Zo'n wijk", "Foto's")
    assert built.roles[0].name == "Collega's"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_a_story_is_cut_into_the_same_frames_as_before(file: Path) -> None:
    scenario = load(file).scenario
    assert scenario is not None
    for dilemma in scenario.dilemmas:
        straight = dilemma.story.translate(CURLY)
        frames = tuple(frame.translate(CURLY) for frame in story_frames(dilemma.story))
        assert frames == story_frames(straight)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _texts(one)
    elif hasattr(value, "values"):
        yield from (text for one in value.values() for text in _texts(one))


def test_the_walk_over_texts_reaches_the_stories() -> None:
    scenario = load(FILES[0]).scenario
    assert isinstance(scenario, Scenario)
    assert scenario.dilemmas[0].story in set(_texts(scenario))
