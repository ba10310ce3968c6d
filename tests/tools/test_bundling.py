"""What goes into the bundle, on all three systems; building it is no work for the suite."""

import ast
import plistlib
import re
import struct
import subprocess
from pathlib import Path
from typing import Any

import pytest

from dilemmaspel import __version__
from dilemmaspel.launch import DESKTOP_ENTRY
from tests.contracts.code import ROOT, modules
from tools import bundling
from tools.check_bundle import megabytes, problems
from tools.drawing.logo import ICNS_SIZES
from tools.licence_texts import licence_texts

SPEC = (ROOT / "build.spec").read_text(encoding="utf-8")
INSTALLER = (ROOT / "packaging/windows/dilemmaspel.iss").read_text(encoding="utf-8")


def test_the_spec_uses_only_what_is_there() -> None:
    tree = ast.parse(SPEC)
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "bundling"
    }
    assert used >= {"NAME", "data_files", "info_plist", "is_wanted", "version_resource"}
    assert {name for name in used if not hasattr(bundling, name)} == set()
    files = re.findall(r'"((?:packaging|assets)/[^"]+)"', SPEC)
    assert len(files) == 3
    assert all((ROOT / file).is_file() for file in files)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout")
def test_every_shipped_file_is_in_it_and_nothing_else() -> None:
    told = subprocess.run(
        ["git", "ls-files", "-z", *bundling.shipped_paths()],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    tracked = {name for name in told.stdout.decode().split("\0") if name}
    sources = {Path(source).relative_to(ROOT).as_posix() for source, _ in bundling.data_files()}
    assert {name for name in tracked if not name.endswith(".po")} - sources == set()
    assert {name for name in sources - tracked if "__pycache__" in name} == set()
    assert "assets/locale/nl/LC_MESSAGES/dilemmaspel.mo" in sources
    assert any(name.startswith("docs/handleiding/") for name in sources)


def test_every_module_is_in_it() -> None:
    made = set(bundling.own_modules())
    assert {"dilemmaspel", "dilemmaspel.cli", "dilemmaspel.game.world"} <= made
    assert len(made) == len(modules()) - 1  # not the one for `python -m`


def test_files_lie_where_the_program_looks_for_them() -> None:
    for source, folder in bundling.data_files():
        inside = Path(source).relative_to(ROOT).parent.as_posix()
        assert folder == f"dilemmaspel/_data/{inside}"


def test_nothing_is_left_out_that_the_game_imports() -> None:
    left_out = set(bundling.LEFT_OUT)
    used = {
        (module.path, name)
        for module in modules()
        for name in module.imports()
        if name in left_out or name.split(".")[0] in left_out
    }
    assert used == set()


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6\\plugins\\imageformats\\qwebp.dll",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/translations/qtbase_nl.qm",
        "PySide6/Qt/lib/libQt6Svg.so.6",
        "dilemmaspel/_data/assets/theme/desktop.qss",
    ],
)
def test_what_the_game_needs_of_qt_stays(name: str) -> None:
    assert bundling.is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6\\plugins\\sqldrivers\\qsqlite.dll",
        "PySide6\\opengl32sw.dll",
        "PySide6/Qt/translations/qtbase_nn.qm",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "libgtk-3.so.0",
    ],
)
def test_what_it_does_not_need_goes(name: str) -> None:
    assert not bundling.is_wanted(name)


def test_a_library_stays_when_something_that_stays_needs_it() -> None:
    needs = {"plugin": ["a"], "a": ["b"], "b": ["a"], "c": ["d"], "d": []}
    assert bundling.reached(["plugin"], lambda name: needs[name]) == {"a", "b"}


@pytest.mark.parametrize(
    ("name", "linked_to"),
    [
        ("libglib-2.0.so.0", True),
        ("libQt6Core.so.6", True),
        ("libqxcb.so", False),
        ("libpython3.11.so.1.0", False),
        ("_ssl.cpython-311-x86_64-linux-gnu.so", False),
    ],
)
def test_plugins_and_modules_are_there_for_themselves(name: str, *, linked_to: bool) -> None:
    assert bundling.is_linked_to(name) is linked_to


def version_resource(name: str) -> Any:
    """The version file, read as PyInstaller reads it: as calls that make nested records."""

    def record(*args: Any, **named: Any) -> Any:
        return {"args": args, **named}

    kinds = re.findall(r"(\w+)\(", bundling.version_resource(name))
    return eval(bundling.version_resource(name), dict.fromkeys(kinds, record))


def test_windows_shows_the_version_and_the_name_of_the_file() -> None:
    made = version_resource("dilemmaspel-cli")
    numbers = made["ffi"]["filevers"]
    assert ".".join(map(str, numbers)).startswith(__version__)
    (table,) = made["kids"][0]["args"][0]
    strings = dict(one["args"] for one in table["args"][1])
    assert strings["ProductVersion"] == strings["FileVersion"] == __version__
    assert strings["OriginalFilename"] == "dilemmaspel-cli.exe"
    language, letters = made["kids"][1]["args"][0][0]["args"][1]
    assert table["args"][0] == f"{language:04X}{letters:04X}"


@pytest.mark.parametrize(
    ("version", "parts"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2.3rc4", (1, 2, 3, 4)), ("2.0.0.0.9", (2, 0, 0, 0))],
)
def test_a_version_has_four_numbers_on_windows(version: str, parts: tuple[int, ...]) -> None:
    assert bundling.version_parts(version) == parts


def test_macos_gets_the_version_and_why_the_network_is_used() -> None:
    told = plistlib.loads(plistlib.dumps(dict(bundling.info_plist())))
    assert told["CFBundleShortVersionString"] == __version__
    assert "telefoons" in told["NSLocalNetworkUsageDescription"]
    assert "BUNDLE(" in SPEC
    assert "bundle_identifier=bundling.BUNDLE_ID" in SPEC


def test_the_icon_of_macos_holds_every_size() -> None:
    data = (ROOT / "packaging/macos/Dilemmaspel.icns").read_bytes()
    assert data[:8] == b"icns" + struct.pack(">I", len(data))
    found, place = {}, 8
    while place < len(data):
        (length,) = struct.unpack(">I", data[place + 4 : place + 8])
        (width,) = struct.unpack(">I", data[place + 24 : place + 28])  # in the head of the PNG
        found[data[place : place + 4]] = width
        place += length
    assert found == ICNS_SIZES


def test_the_installer_of_windows_knows_both_programs_and_lets_phones_in() -> None:
    defined = dict(re.findall(r'^#define (\w+) "([^"]*)"$', INSTALLER, re.MULTILINE))
    made = {bundling.NAME, *re.findall(r'executable\("([^"]+)"', SPEC)}
    assert {f"{name}.exe" for name in made} == {defined["Program"], defined["Commands"]}
    assert defined["Folder"] == f"..\\..\\dist\\{bundling.NAME}"
    rules = [line for line in INSTALLER.splitlines() if "firewall add rule" in line]
    assert len(rules) == 2
    for program, rule in zip(("Program", "Commands"), rules, strict=True):
        assert f"{{#{program}}}" in rule
        assert "profile=private,public" in rule
        assert "Tasks: firewall" in rule
    deleted = re.findall(r"delete rule name=all program=\"\"{app}\\{#(\w+)}", INSTALLER)
    assert sorted(deleted) == ["Commands", "Commands", "Program", "Program"]
    assert __version__ not in INSTALLER  # it reads the version of the program itself


def test_the_desktop_knows_the_windows_by_the_name_of_the_entry() -> None:
    assert bundling.BUNDLE_ID == DESKTOP_ENTRY


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """The files of a bundle, without its libraries."""
    for source, folder in [*bundling.data_files(), *licence_texts()]:
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / Path(source).name).write_bytes(b"1234")
    (tmp_path / "libglib-2.0.so.0").write_bytes(b"12")
    return tmp_path


def test_a_whole_bundle_passes_its_check(bundle: Path) -> None:
    assert list(problems(bundle)) == []
    assert megabytes(bundle) > 0


def test_the_check_finds_what_is_wrong_with_a_bundle(bundle: Path) -> None:
    (bundle / "dilemmaspel/_data/scenarios/roles.yaml").unlink()
    (bundle / "libmystery.so.3").write_bytes(b"")
    (bundle / "libgone.so").symlink_to("nowhere")
    plugin = bundle / "PySide6/Qt/plugins/platformthemes/libqgtk3.so"
    plugin.parent.mkdir(parents=True)
    plugin.write_bytes(b"")
    assert sorted(problems(bundle)) == [
        "leads nowhere: libgone.so",
        "missing: dilemmaspel/_data/scenarios/roles.yaml",
        "not wanted: PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "without a licence in FAMILIES of tools/parts.py: libmystery.so.3",
    ]
