"""The reader meets YAML it was not made for: it never falls, never hangs, and tells where."""

from pathlib import Path

import pytest
import yaml

from dilemmaspel.problems import Problem
from dilemmaspel.scenario.findings import LINE_END
from dilemmaspel.scenario.library import load_roles
from dilemmaspel.scenario.reader import read_bytes
from dilemmaspel.texts import Texts
from tests.scenario.any_yaml import ENDLESS, INVALID, VALID
from tests.scenario.mutants import good_files, mutant
from tests.scenario.packs import GOOD, copy_pack
from tests.scenario.survival import check_survival

LARGE = 200_000


def read(data: bytes) -> tuple[Problem, ...]:
    problems = read_bytes(data, "x.yaml").problems
    lines = len(LINE_END.split(data.decode("utf-8", errors="replace")))
    for one in problems:
        assert 1 <= one.line <= lines
        assert one.column >= 1
        assert one.text(Texts("nl"))
    return problems


def test_there_are_enough_of_them() -> None:
    assert len(set(VALID)) >= 100
    assert len(set(INVALID)) >= 90


@pytest.mark.parametrize("parser", ["c", "python"])
def test_what_is_valid_is_survived(parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if parser == "python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    for text in VALID:
        read(text.encode())


@pytest.mark.parametrize("parser", ["c", "python"])
def test_what_is_not_valid_is_told_with_its_place(
    parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if parser == "python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert [text for text in INVALID if not read(text.encode())] == []


def test_strange_yaml_in_the_middle_of_a_scenario_is_survived(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)
    roles = load_roles(tmp_path / "roles.yaml")
    head, tail = GOOD.split("theme: funding\n")
    for text in (*VALID, *INVALID):
        inside = "\n".join(f"  {line}" for line in text.splitlines())
        data = f"{head}theme: funding\nguide:\n{inside}\n{tail}".encode()
        assert check_survival(file, data, roles)[0] == [], text


@pytest.mark.timeout(60)  # a hang; how long it takes is told by tests/bench/fuzz_scenario.py
@pytest.mark.parametrize("part", ENDLESS)
def test_a_large_file_of_the_same_does_not_hang(part: str) -> None:
    assert read(part.encode() * (LARGE // len(part.encode())))


@pytest.mark.timeout(60)
def test_a_long_run_of_spaces_does_not_hang() -> None:
    assert read(b"a: b" + b" " * (LARGE - 100) + b"c @\n@")


@pytest.mark.parametrize("part", range(10))
def test_mutated_files_are_survived(part: int, tmp_path: Path) -> None:
    """500 in all; tests/bench/fuzz_scenario.py tries thousands."""
    sources = good_files()
    copy_pack(tmp_path)
    roles = load_roles(tmp_path / "roles.yaml")
    for seed in range(part * 50, part * 50 + 50):
        source = sources[seed % len(sources)]
        is_roles = source.name == "roles.yaml"
        file = tmp_path / ("roles.yaml" if is_roles else "oefenwijk/scenario.yaml")
        wrong, _, _ = check_survival(file, mutant(source.read_bytes(), seed), roles)
        assert wrong == [], f"seed {seed}: {wrong}"
