"""The commands as somebody types them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dilemmaspel.cli import main
from dilemmaspel.paths import scenarios_dir

SCHAKEL = "f1-de-schakel"


def typed(*words: str, **environment: str) -> Result:
    result = CliRunner().invoke(main, list(words), env=environment)
    assert "Traceback" not in result.output
    return result


def test_checking_the_shipped_scenarios_is_silent() -> None:
    result = typed("check", str(scenarios_dir()))
    assert (result.exit_code, result.output) == (0, "")


def test_checking_the_content_shows_the_figures_when_asked() -> None:
    folder = scenarios_dir() / "p1-de-volle-wachtkamer"
    assert typed("check", str(folder), "--content").output == ""
    result = typed("check", str(folder), "--content", "--verbose", DILEMMASPEL_LANGUAGE="en")
    assert result.exit_code == 0
    assert "ways through" in result.output


def test_a_broken_file_is_told_in_both_forms(tmp_path: Path) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text("schema: dilemmaspel/1\nid: x\ntitel: y\n")
    result = typed("check", str(file), DILEMMASPEL_LANGUAGE="en")
    assert result.exit_code == 1
    assert "titel" in result.output
    result = typed("check", str(file), "--format", "json")
    assert result.exit_code == 1
    first = json.loads(result.output)[0]
    assert set(first) == {"file", "line", "column", "level", "code", "message", "mend"}


def test_a_simulation_is_logged_listed_and_verified(tmp_path: Path) -> None:
    db = str(tmp_path / "log.sqlite")
    played = typed("simulate", SCHAKEL, "--participants", "4", "--db", db, "--json")
    assert played.exit_code == 0
    assert json.loads(played.output)["scenario"] == SCHAKEL
    listed = typed("sessions", "--db", db, "--json")
    assert listed.exit_code == 0
    (session,) = json.loads(listed.output)
    assert session["scenario"] == SCHAKEL
    assert typed("verify", db).exit_code == 0


def test_an_unknown_scenario_is_a_plain_sentence() -> None:
    result = typed("simulate", "f1-de-schakl", DILEMMASPEL_LANGUAGE="en")
    assert result.exit_code == 2
    assert "f1-de-schakel" in result.output


@pytest.mark.parametrize("words", [("check",), ("simulate",), ("verify",), ("nonsens",)])
def test_wrong_use_says_how_to_use_it(words: tuple[str, ...]) -> None:
    result = typed(*words)
    assert result.exit_code == 2
    assert "Usage" in result.output


def test_a_file_that_is_no_log_is_told(tmp_path: Path) -> None:
    file = tmp_path / "plaatje.sqlite"
    file.write_bytes(b"\x89PNG" + b"x" * 200)
    result = typed("verify", str(file))
    assert result.exit_code in (1, 2)
    assert result.output.strip()


def test_the_version_is_told() -> None:
    assert typed("--version").output.startswith("dilemmaspel, version")


def test_an_output_that_knows_few_letters_gets_codes_and_no_traceback() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dilemmaspel", "simulate", SCHAKEL, "--participants", "4"],
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u2192" in done.stdout


def test_a_name_that_no_disk_can_hold_is_told() -> None:
    for words in (("check", "a" * 5_000), ("simulate", "a" * 5_000)):
        result = typed(*words, DILEMMASPEL_LANGUAGE="en")
        assert result.exit_code == 2
        assert "cannot be read or written" in result.output
