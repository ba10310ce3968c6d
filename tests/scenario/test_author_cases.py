"""The slips that authors make, each in a file of its own: where, what, and how to mend it."""

import re
import shutil
from itertools import chain
from pathlib import Path

import pytest

from dilemmaspel.problems import Problem
from dilemmaspel.scenario import meaning_words, pack_words, schema_words, syntax_words
from dilemmaspel.scenario.content import words as content_words
from dilemmaspel.scenario.findings import Wording
from dilemmaspel.scenario.library import load
from dilemmaspel.texts import LANGUAGES, Texts
from tests.scenario.told import CASES, expected, problems_of, told

EXPECTED = expected()
VALID = sorted(one.stem for one in CASES.glob("V*.yaml"))
WORDS = (meaning_words, pack_words, schema_words, syntax_words, content_words)
WORDINGS = [one for module in WORDS for one in vars(module).values() if isinstance(one, Wording)]
PARSER_WORDS = re.compile(
    r"token|scanner|parser|mapping|scalar|stream|sequence entr|block end|anchor|alias|node",
    re.IGNORECASE,
)


def test_all_cases_are_there() -> None:
    assert [int(name[1:3]) for name in EXPECTED] == list(range(1, 69))
    assert [int(name[1:3]) for name in VALID] == list(range(1, 13))


@pytest.mark.parametrize("name", EXPECTED)
def test_a_slip_is_told_on_its_line_with_its_kind(name: str) -> None:
    found = [(one.line, one.code) for one in problems_of(name)]
    assert sorted(found) == sorted((one.line, one.code) for one in EXPECTED[name])


def test_nearly_every_slip_is_told_at_its_column() -> None:
    right = [
        name
        for name, wanted in EXPECTED.items()
        if all(
            any(abs(one.column - problem.column) <= 1 for problem in problems_of(name))
            for one in wanted
        )
    ]
    assert len(right) >= 64


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_the_golden_ones(language: str) -> None:
    golden = (CASES / f"told.{language}.txt").read_text("utf-8")
    assert told(language) == golden, "if the new words are better: python -m tests.scenario.told"


@pytest.mark.parametrize("name", [one for one in EXPECTED if not one.startswith("Y44")])
def test_the_mended_file_loads_without_a_word(name: str) -> None:
    loaded = load(CASES / f"{name}.mended.yaml")

    assert loaded.problems == ()
    assert loaded.scenario is not None


def with_the_line_that_is_told(text: str, problem: Problem) -> str:
    lines = text.split("\n")
    line = lines[problem.line - 1]
    margin = re.sub(r"\S.*", "", line).replace("\t", "")
    match problem.code:
        case "indent":
            margin = " " * int(str(problem.values["wanted"]))
        case "block-text":
            margin += "  "
    lines[problem.line - 1] = f"{margin}{problem.values['fixed']}"
    return "\n".join(lines)


SINGLE = [
    name
    for name in EXPECTED
    if not name.startswith("Y44") and len(found := problems_of(name)) == 1
    if "fixed" in found[0].values
]


@pytest.mark.parametrize("name", SINGLE)
def test_whoever_writes_the_line_that_is_told_has_mended_it(name: str, tmp_path: Path) -> None:
    (problem,) = problems_of(name)
    shutil.copytree(CASES / "pictures", tmp_path / "pictures")
    shutil.copy(CASES / "roles.yaml", tmp_path)
    file = tmp_path / "scenario.yaml"
    text = (CASES / f"{name}.yaml").read_text("utf-8")
    file.write_text(with_the_line_that_is_told(text, problem), encoding="utf-8")

    left = [one for one in load(file).problems if one.line == problem.line]

    assert left == []


def test_most_slips_are_told_with_the_line_to_write() -> None:
    assert len(SINGLE) >= 30


@pytest.mark.parametrize("name", VALID)
def test_an_unusual_file_loads_without_a_word(name: str) -> None:
    loaded = load(CASES / f"{name}.yaml")

    assert loaded.problems == ()
    assert loaded.scenario is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_needs_more_than_three_sentences_or_a_word_of_a_parser(language: str) -> None:
    texts = Texts(language)
    templates = " ".join(one.message + one.mend for one in WORDINGS)
    blank = dict.fromkeys(re.findall(r"{(\w+)}", templates), "x")
    said = {
        one.code: f"{texts(one.message, **blank)} {texts(one.mend, **blank)}" for one in WORDINGS
    }

    assert [code for code, one in said.items() if len(re.findall(r"[.!?](?=\s|$)", one)) > 3] == []
    assert [code for code, one in said.items() if PARSER_WORDS.search(one)] == []


def test_what_is_told_is_in_order_and_never_twice() -> None:
    for problem in chain.from_iterable(map(problems_of, EXPECTED)):
        assert problem.line >= 1
    for name in EXPECTED:
        places = [(one.line, one.column) for one in problems_of(name)]
        assert places == sorted(places)
        assert len({str(one) for one in problems_of(name)}) == len(places)
