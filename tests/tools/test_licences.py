"""The licence list and the list of parts: current, complete, and nothing that we may not use."""

import json
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

from dilemmaspel import __version__
from tests.contracts.code import ROOT
from tools import parts as parts_module
from tools.licence_texts import licence_texts, texts_of
from tools.licences import LIST, licence_list, sbom
from tools.parts import ALLOWED, FAMILIES, canonical, family_of, licence_of, packages, parts

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_licence_list_is_current() -> None:
    kept = LIST.read_text(encoding="utf-8")
    assert kept == licence_list(parts()), "run `make sbom`"


def test_only_licences_that_we_may_use_occur() -> None:
    assert {one.name: one.licence for one in parts() if one.licence not in ALLOWED} == {}


def test_every_direct_dependency_is_listed_with_the_version_that_is_installed() -> None:
    listed = {one.name: one.version for one in packages()}
    direct = {canonical(one.split(">")[0]) for one in PROJECT["project"]["dependencies"]}
    assert direct - listed.keys() == set()
    assert listed == {name: version(name) for name in listed}


def test_every_package_that_a_package_needs_is_listed() -> None:
    listed = {one.name for one in packages()}
    assert {need for one in packages() for need in one.needs} - listed == set()


def test_a_choice_that_the_maker_does_not_offer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts_module, "_CHOSEN", {"click": "MIT"})
    with pytest.raises(ValueError, match="click is offered under “BSD-3-Clause”, not under MIT"):
        licence_of("click")


@pytest.mark.parametrize(
    ("library", "family"),
    [
        ("libQt6Core.so.6", "Qt"),
        ("libxcb-cursor.so.0", "X11 and XCB"),
        ("libz.so.1", "zlib"),
        ("libzstd.so.1", "Zstandard"),
        ("libmystery.so.3", ""),
    ],
)
def test_a_library_of_the_system_belongs_to_a_family(library: str, family: str) -> None:
    assert family_of(library) == family


def test_no_two_families_claim_a_library() -> None:
    starts = [start for family in FAMILIES for start in family.files]
    assert len(set(starts)) == len(starts)
    claimed = {start: family_of(start + "0") for start in starts}
    assert claimed == {start: family.name for family in FAMILIES for start in family.files}


def test_every_package_in_the_bundle_brings_its_licence_text() -> None:
    silent = {one.name for one in packages() if not list(texts_of(one.name))}
    assert silent == {"pyside6-essentials", "shiboken6"}  # theirs stand under Qt
    texts = licence_texts()
    assert ("licences/Qt") in {folder for _, folder in texts}
    assert all(Path(file).is_file() for file, _ in texts)


def test_the_list_of_parts_holds_together() -> None:
    made = json.loads(json.dumps(sbom(parts())))
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert made["metadata"]["component"]["version"] == __version__
    refs = [made["metadata"]["component"]["bom-ref"], *(c["bom-ref"] for c in made["components"])]
    assert len(set(refs)) == len(refs)
    assert {one["ref"] for one in made["dependencies"]} == set(refs)
    assert {ref for one in made["dependencies"] for ref in one["dependsOn"]} <= set(refs)
    aiohttp = next(one for one in made["dependencies"] if "/aiohttp@" in one["ref"])
    assert any("/yarl@" in ref for ref in aiohttp["dependsOn"])


def test_the_list_of_parts_names_no_address() -> None:
    assert "://" not in json.dumps(sbom(parts()))


def test_the_same_parts_give_the_same_list() -> None:
    assert sbom(parts()) == sbom(parts())
