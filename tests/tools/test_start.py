"""Where the bundle starts: at the window, at once, or at the command that was asked for."""

import runpy
import sys

import pytest

import dilemmaspel.cli
import dilemmaspel.launch
from dilemmaspel.app import Options
from tests.contracts.code import ROOT

START = str(ROOT / "packaging" / "start.py")


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was started, with the window failing for `trouble` in the list."""
    found: list[str] = []

    def window(options: Options) -> int:
        assert options == Options()
        found.append("window")
        if "trouble" in found:
            raise OSError("no room")
        return 3

    def command(prog_name: str) -> None:
        found.append(prog_name)

    monkeypatch.setattr(dilemmaspel.launch, "run", window)
    monkeypatch.setattr(dilemmaspel.cli, "main", command)
    return found


def start(monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    monkeypatch.setattr(sys, "argv", ["dilemmaspel", *words])
    runpy.run_path(START, run_name="__main__")


def test_without_words_the_window_opens_and_its_answer_counts(
    called: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SystemExit) as ended:
        start(monkeypatch)
    assert ended.value.code == 3
    assert called == ["window"]


def test_with_words_the_command_reads_them(
    called: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    start(monkeypatch, "simulate", "f1-de-schakel")
    assert called == ["dilemmaspel"]


def test_a_trouble_before_there_is_a_window_is_told_by_the_command(
    called: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    called.append("trouble")
    start(monkeypatch)
    assert called == ["trouble", "window", "dilemmaspel"]


def test_without_a_console_what_is_written_goes_nowhere(
    called: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    start(monkeypatch, "check", "x.yaml")
    for stream in (sys.stdout, sys.stderr):
        assert stream is not None
        stream.write("nothing")
        stream.close()
