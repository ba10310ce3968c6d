"""What people install: the package for Debian, its menu entry, and the wheel."""

import configparser
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from dilemmaspel import __version__
from dilemmaspel.phones.config import FIRST_PORT, PORTS
from tests.contracts.code import ROOT
from tools import deb, try_wheel
from tools.bundling import BUNDLE_ID

LINUX = ROOT / "packaging/linux"


@pytest.fixture
def entry() -> configparser.SectionProxy:
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign] # keys have capitals
    read.read(LINUX / f"{BUNDLE_ID}.desktop", encoding="utf-8")
    return read["Desktop Entry"]


def test_the_menu_entry_starts_the_command_under_the_name_of_its_icon(
    entry: configparser.SectionProxy,
) -> None:
    assert entry["Exec"] == deb.PACKAGE
    assert entry["Icon"] == entry["StartupWMClass"] == BUNDLE_ID
    assert entry["Terminal"] == "false"


@pytest.mark.parametrize("key", ["GenericName", "Comment", "Keywords"])
def test_the_menu_speaks_dutch_as_well(key: str, entry: configparser.SectionProxy) -> None:
    assert entry[key] != entry[f"{key}[nl]"]


def test_the_software_centre_gets_the_same_name_and_version() -> None:
    about = ET.parse(LINUX / f"{BUNDLE_ID}.metainfo.xml").getroot()
    assert about.findtext("id") == BUNDLE_ID
    assert about.findtext("launchable") == f"{BUNDLE_ID}.desktop"
    newest = about.find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__


def test_the_profile_of_the_firewall_opens_every_port_that_is_tried() -> None:
    profile = (LINUX / "dilemmaspel.ufw").read_text(encoding="utf-8")
    last = FIRST_PORT + PORTS - 1
    assert re.findall(r"^ports=(.*)$", profile, re.MULTILINE) == [f"{FIRST_PORT}:{last}/tcp"]


@pytest.fixture
def root(tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that is laid out, of a bundle that only looks like one."""
    bundle = tmp_path / "bundle"
    (bundle / "_internal").mkdir(parents=True)
    program = bundle / "dilemmaspel"
    program.write_bytes(b"\x7fELF GLIBC_2.17 GLIBC_2.34")
    program.chmod(0o755)
    (bundle / "_internal/libglib-2.0.so.0").write_bytes(b"\x7fELF GLIBC_2.9")
    needs = ["libc.so.6", "libGL.so.1", "libglib-2.0.so.0", "ld-linux-x86-64.so.2"]
    monkeypatch.setattr(deb, "linked_to", lambda files: needs)
    made = tmp_path / "root"
    deb.fill(made, bundle)
    return made


def test_the_package_has_a_command_a_menu_entry_and_icons(root: Path) -> None:
    assert (root / "usr/bin/dilemmaspel").resolve() == root / "usr/lib/dilemmaspel/dilemmaspel"
    assert (root / f"usr/share/applications/{BUNDLE_ID}.desktop").is_file()
    icons = {one.parent.parent.name for one in root.rglob(f"{BUNDLE_ID}.*g") if "icons" in str(one)}
    assert icons == {f"{n}x{n}" for n in (16, 24, 32, 48, 64, 128, 256)} | {"scalable"}


def test_everybody_may_read_the_package_and_nobody_change_it(root: Path) -> None:
    modes = {
        one.relative_to(root).as_posix(): one.stat().st_mode & 0o777
        for one in root.rglob("*")
        if not one.is_symlink()
    }
    assert set(modes.values()) == {0o755, 0o644}
    files = {name for name, mode in modes.items() if mode == 0o755 and (root / name).is_file()}
    assert "usr/lib/dilemmaspel/dilemmaspel" in files
    assert "usr/share/doc/dilemmaspel/copyright" not in files


def test_the_package_asks_for_what_the_bundle_does_not_bring(root: Path) -> None:
    deb.write_control(root, "amd64")
    control = (root / "DEBIAN/control").read_text(encoding="utf-8")
    assert f"\nVersion: {__version__}\n" in control
    assert "\nDepends: libc6 (>= 2.34), libgl1\n" in control
    sums = (root / "DEBIAN/md5sums").read_text(encoding="utf-8")
    assert "  usr/lib/dilemmaspel/dilemmaspel\n" in sums
    for conffile in (root / "DEBIAN/conffiles").read_text(encoding="utf-8").split():
        assert (root / conffile.removeprefix("/")).is_file()


def test_a_library_of_which_nobody_knows_the_package_stops_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deb, "linked_to", lambda files: ["libmystery.so.3"])
    with pytest.raises(LookupError, match=r"libmystery\.so\.3"):
        deb.depends(root / "usr/lib/dilemmaspel")


def test_the_wheel_is_searched_for_every_shipped_file() -> None:
    there = [f"dilemmaspel/_data/{name}" for name in try_wheel.wanted()]
    assert try_wheel.missing(there, "dilemmaspel/_data/") == []
    lost = [name for name in there if not name.endswith("roles.yaml")]
    assert try_wheel.missing(lost, "dilemmaspel/_data/") == ["scenarios/roles.yaml"]
