"""What stands in the repository works on every machine, and set-up needs two commands."""

import os
import re
import subprocess
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from tests.contracts.code import ROOT

REGISTRIES = ("pypi.o" + "rg", "pythonhos" + "ted", "npmjs.o" + "rg", "deb.deb" + "ian.org")
OF_ONE_MACHINE = re.compile(r"(?<![\w.$}])/(?:work|ro" + r"ot|home)/\w|\.\./sha" + "red")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    files = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [file for file in files if file.is_file()]


def texts() -> dict[str, str]:
    found = {}
    for file in tracked():
        data = file.read_bytes()
        if b"\0" not in data:
            found[file.relative_to(ROOT).as_posix()] = data.decode("utf-8", errors="replace")
    return found


def code_lines(markdown: str) -> list[str]:
    blocks = re.findall(r"^```[^\n]*\n(.*?)^```", markdown, re.MULTILINE | re.DOTALL)
    lines = (line.strip() for block in blocks for line in block.splitlines())
    return [line.removeprefix("$ ").split("  #")[0].rstrip() for line in lines if line]


def name_of(requirement: str) -> str:
    return re.split(r"[\s<>=~!;\[]", requirement)[0].lower().replace("_", "-")


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout")
def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    found = [
        f"{path}: {line.strip()[:100]}"
        for path, text in texts().items()
        for line in text.splitlines()
        if any(host in line for host in REGISTRIES) or OF_ONE_MACHINE.search(line)
    ]
    assert found == []


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout")
def test_no_lock_file_with_addresses_is_kept() -> None:
    assert not any(file.name == "uv.lock" for file in tracked())


def test_the_first_two_commands_of_the_readme_run_and_test() -> None:
    commands = code_lines((ROOT / "README.md").read_text(encoding="utf-8"))
    assert commands[:2] == ["make run", "make test"]


def test_a_clean_clone_is_checked_by_the_second_command() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").rstrip().endswith("make test")


@pytest.mark.parametrize(
    "page", sorted({ROOT / "README.md", *(ROOT / "docs").rglob("*.md")}), ids=lambda page: page.name
)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    lost = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert lost == []


def test_the_version_has_its_place_in_the_changelog() -> None:
    from dilemmaspel import __version__

    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in changelog


def test_every_direct_dependency_has_one_exact_version() -> None:
    pins = PROJECT["tool"]["uv"]["constraint-dependencies"]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; [^/]+)?", pin) for pin in pins)
    groups = PROJECT["dependency-groups"].values()
    wanted = [*PROJECT["project"]["dependencies"], *chain.from_iterable(groups)]
    assert {name_of(one) for one in wanted} - {name_of(pin) for pin in pins} == set()


@pytest.mark.parametrize("folder", ["scenarios", "assets"])
def test_an_installed_game_brings_its_files(folder: str) -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert folder in wheel["only-include"]
    assert wheel["sources"][folder] == f"dilemmaspel/_data/{folder}"
    assert any((ROOT / folder).rglob("*"))
