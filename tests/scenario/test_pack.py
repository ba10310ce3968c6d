"""Session packs: looked into, imported whole or not at all, exported, and never trusted."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from dilemmaspel.problems import Problem
from dilemmaspel.scenario import pack as pack_module
from dilemmaspel.scenario.library import load
from dilemmaspel.scenario.pack import PackTrouble, import_pack, open_pack
from dilemmaspel.scenario.pack_export import export_pack
from dilemmaspel.texts import Texts
from tests.scenario.hostile import FILES, PICTURE, entry, hostile, packed, write_all
from tests.scenario.packs import GOOD, ROLES, copy_pack

CORPUS = dict(hostile())


def tree(folder: Path) -> dict[str, bytes]:
    found = sorted(one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in found}


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [one.code for one in problems]


def written(folder: Path, data: bytes) -> Path:
    file = folder / "pak.zip"
    file.write_bytes(data)
    return file


def test_there_are_at_least_eighty_hostile_packs() -> None:
    assert len(CORPUS) >= 80


@pytest.mark.timeout(60)  # none of them hangs
@pytest.mark.parametrize("name", CORPUS)
def test_a_hostile_pack_is_refused_and_leaves_nothing_behind(name: str, tmp_path: Path) -> None:
    file = written(tmp_path, CORPUS[name])
    folder = tmp_path / "scenarios"
    folder.mkdir()
    before = tree(tmp_path)

    imported = import_pack(file, folder)

    assert imported.scenario is None
    assert any(one.is_error for one in imported.problems)
    assert all(one.line >= 1 and one.column >= 1 for one in imported.problems)
    assert tree(tmp_path) == before
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="limits its own memory as Linux does")
def test_no_hostile_pack_takes_much_memory(tmp_path: Path) -> None:
    write_all(tmp_path)
    program = (
        "import resource, sys, pathlib\n"
        "resource.setrlimit(resource.RLIMIT_AS, (500 * 1024**2,) * 2)\n"
        "from dilemmaspel.scenario.pack import open_pack\n"
        "for one in sorted(pathlib.Path(sys.argv[1]).glob('*.zip')):\n"
        "    assert not open_pack(one).can_be_imported, one\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_a_good_pack_shows_what_is_in_it_and_writes_nothing(tmp_path: Path) -> None:
    file = written(tmp_path, packed())

    pack = open_pack(file)

    assert pack.can_be_imported
    assert pack.problems == ()
    assert {one.name: one.size for one in pack.files} == {n: len(d) for n, d in FILES.items()}
    assert pack.scenario is not None
    assert (pack.title, pack.licence) == ("De oefenwijk", "CC BY-SA 4.0")
    assert pack.cover == PICTURE
    assert list(tmp_path.iterdir()) == [file, tmp_path / "home"]


def test_a_pack_may_have_one_folder_around_it_and_what_systems_leave(tmp_path: Path) -> None:
    file = tmp_path / "pak.zip"
    with ZipFile(file, "w") as archive:
        archive.mkdir("oefenwijk")
        for name, data in FILES.items():
            archive.writestr(f"oefenwijk/{name}", data)
        for name in ("__MACOSX/oefenwijk/._scenario.yaml", "oefenwijk/.DS_Store"):
            archive.writestr(name, b"x")

    imported = import_pack(file, tmp_path / "scenarios")

    assert imported.problems == ()
    assert imported.scenario == tmp_path / "scenarios" / "oefenwijk" / "scenario.yaml"
    assert tree(imported.scenario.parent) == FILES


def test_a_problem_in_a_pack_is_told_with_its_file_and_line(tmp_path: Path) -> None:
    text = GOOD.replace("status_quo: laten", "status_quo: late")
    file = written(tmp_path, packed({"scenario.yaml": text.encode()}))

    pack = open_pack(file)

    assert not pack.can_be_imported
    assert [(one.file, one.line) for one in pack.problems] == [(f"{file}/scenario.yaml", 49)]


def test_the_roles_of_the_folder_count_where_it_goes(tmp_path: Path) -> None:
    folder = tmp_path / "scenarios"
    folder.mkdir()
    (folder / "roles.yaml").write_text(ROLES.replace("- id: inwoner", "- id: bewoner"), "utf-8")
    file = written(tmp_path, packed())

    assert open_pack(file).can_be_imported
    assert not open_pack(file, folder).can_be_imported
    assert import_pack(file, folder).scenario is None


def test_a_scenario_that_is_there_stays_unless_it_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "scenarios"
    first = import_pack(written(tmp_path, packed()), folder).scenario
    assert first is not None
    renamed = first.parent.rename(folder / "onze wijk")
    newer = packed({"scenario.yaml": GOOD.replace("version: 3", "version: 4").encode()})
    file = written(tmp_path, newer)

    kept = import_pack(file, folder)
    assert (kept.scenario, codes(kept.problems)) == (None, ["already-there"])
    assert "version: 3" in (renamed / "scenario.yaml").read_text("utf-8")

    replaced = import_pack(file, folder, replacing=True)
    assert replaced.scenario == renamed / "scenario.yaml"
    assert "version: 4" in replaced.scenario.read_text("utf-8")
    assert sorted(folder.iterdir()) == [renamed]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "scenarios" / "oefenwijk"
    other.mkdir(parents=True)
    (other / "brief.txt").write_text("Hallo", "utf-8")

    imported = import_pack(written(tmp_path, packed()), tmp_path / "scenarios")

    assert imported.scenario == tmp_path / "scenarios" / "oefenwijk-2" / "scenario.yaml"
    assert tree(other) == {"brief.txt": b"Hallo"}


def test_an_id_that_is_a_device_elsewhere_gets_a_folder_that_is_none(tmp_path: Path) -> None:
    text = GOOD.replace("id: oefenwijk", "id: aux")
    imported = import_pack(written(tmp_path, packed({"scenario.yaml": text.encode()})), tmp_path)

    assert imported.scenario == tmp_path / "aux-" / "scenario.yaml"


def test_the_old_scenario_stands_again_when_the_new_one_cannot_be_put_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "scenarios"
    file = written(tmp_path, packed())
    import_pack(file, folder)
    before = tree(folder)
    rename = Path.rename

    def failing(own: Path, target: Path) -> Path:
        if own.name.startswith(".import-"):
            raise OSError(28, "No space left on device")
        return rename(own, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(PackTrouble, match="No space left"):
        import_pack(file, folder, replacing=True)

    assert tree(folder) == before


def test_what_a_cut_off_import_left_is_mended_by_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "scenarios"
    copy_pack(folder)
    (folder / ".replaced-1").mkdir()
    (folder / "oefenwijk").rename(folder / ".replaced-1" / "oefenwijk")
    (folder / ".import-1" / "pictures").mkdir(parents=True)
    monkeypatch.setattr(pack_module, "_FORGOTTEN_AFTER", -1)

    imported = import_pack(written(tmp_path, packed()), folder)

    assert codes(imported.problems) == ["already-there"]
    assert sorted(one.name for one in folder.iterdir()) == ["oefenwijk", "roles.yaml"]


def test_a_disk_that_refuses_is_told_in_words(tmp_path: Path) -> None:
    in_the_way = tmp_path / "scenarios"
    in_the_way.write_text("x", "utf-8")

    with pytest.raises(PackTrouble) as caught:
        import_pack(written(tmp_path, packed()), in_the_way)

    assert "Nothing was changed" in caught.value.message_in(Texts("en"))
    with pytest.raises(PackTrouble):
        open_pack(tmp_path / "weg.zip")
    with pytest.raises(PackTrouble):
        export_pack(copy_pack(tmp_path / "a").parent, tmp_path / "b" / "pak.zip", Texts("nl"))


def test_an_exported_scenario_comes_back_the_same_with_its_licence_and_roles(
    tmp_path: Path,
) -> None:
    source = copy_pack(tmp_path / "hier").parent
    file, again = tmp_path / "pak.zip", tmp_path / "nog eens.zip"

    assert export_pack(source, file, Texts("nl")) == ()
    export_pack(source, again, Texts("nl"))
    imported = import_pack(file, tmp_path / "daar")

    assert file.read_bytes() == again.read_bytes()
    assert imported.scenario is not None
    there = tree(imported.scenario.parent)
    assert {name: there[name] for name in FILES} == FILES
    assert set(there) == {*FILES, "LICENCE.txt"}
    assert "Licentie: CC BY-SA 4.0" in there["LICENCE.txt"].decode()
    assert load(imported.scenario).sha256 == load(source / "scenario.yaml").sha256
    assert open_pack(file).licence == there["LICENCE.txt"].decode()


def test_an_own_licence_file_goes_along_and_pictures_that_are_not_used_stay(
    tmp_path: Path,
) -> None:
    source = copy_pack(tmp_path / "hier").parent
    (source / "LICENCE.txt").write_text("Alles mag.\n", "utf-8")
    shutil.copy(source / "pictures" / "cover.png", source / "pictures" / "los.png")

    export_pack(source, tmp_path / "pak.zip", Texts("nl"))

    with ZipFile(tmp_path / "pak.zip") as archive:
        assert archive.read("oefenwijk/LICENCE.txt") == b"Alles mag.\n"
        assert "oefenwijk/pictures/los.png" not in archive.namelist()


def test_without_a_licence_the_file_says_so(tmp_path: Path) -> None:
    source = copy_pack(tmp_path / "hier")
    source.write_text(GOOD.replace("licence: CC BY-SA 4.0\n", ""), "utf-8")

    export_pack(source.parent, tmp_path / "pak.zip", Texts("en"))

    assert "No licence is named." in open_pack(tmp_path / "pak.zip").licence


def test_a_broken_scenario_is_not_exported(tmp_path: Path) -> None:
    source = copy_pack(tmp_path / "hier")
    source.write_text(GOOD.replace("status_quo: laten", "status_quo: late"), "utf-8")
    file = written(tmp_path, b"old")

    assert codes(export_pack(source.parent, file, Texts("nl"))) == ["unknown-name"]
    assert file.read_bytes() == b"old"


def test_a_picture_that_no_other_laptop_takes_is_told_at_the_export(tmp_path: Path) -> None:
    source = copy_pack(tmp_path / "hier")
    (source.parent / "pictures" / "vijver.png").rename(source.parent / "pictures" / "aux.png")
    source.write_text(GOOD.replace("vijver.png", "aux.png"), "utf-8")
    file = tmp_path / "pak.zip"

    problems = export_pack(source.parent, file, Texts("nl"))

    assert codes(problems) == ["bad-file-name"]
    assert {one.file for one in problems} == {str(file)}
    assert not file.exists()
    assert not list(tmp_path.glob(".pak*"))


def test_a_folder_in_a_pack_may_be_named_by_itself(tmp_path: Path) -> None:
    info = entry("pictures/", mode=0o040755)
    assert import_pack(written(tmp_path, packed(None, (info, b""))), tmp_path).problems == ()
