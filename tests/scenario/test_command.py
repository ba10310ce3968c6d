"""What `dilemmaspel check` writes and answers."""

import io
import json
from pathlib import Path

from dilemmaspel.scenario.command import Form, run_check
from dilemmaspel.texts import Texts
from tests.scenario.hostile import packed
from tests.scenario.packs import GOOD, copy_pack

BROKEN = GOOD.replace("status_quo: laten", "status_quo: late")


def checked(*paths: Path, form: Form = "text") -> tuple[int, str]:
    out = io.StringIO()
    code = run_check(paths, form, out, Texts("en"))
    return code, out.getvalue()


def test_a_good_pack_is_silent_by_file_folder_and_folder_of_folders(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)

    for path in (file, file.parent, tmp_path, tmp_path / "roles.yaml"):
        assert checked(path) == (0, "")


def test_an_error_is_shown_with_its_line_and_answers_one(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)
    file.write_text(BROKEN, encoding="utf-8")

    code, told = checked(tmp_path)

    assert code == 1
    assert told == (
        f"{file}, line 49, column 17: Error: There is no option “late”.\n"
        "    49 |     status_quo: late\n"
        "       |                 ^\n"
        "  Did you mean “laten”? Write: status_quo: laten\n\n"
        "Found: 1 error.\n"
    )


def test_a_warning_is_shown_and_answers_zero(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)
    file.write_text(GOOD.replace("        cons: [De eenden zijn weg]\n", ""), encoding="utf-8")

    code, told = checked(file)

    assert code == 0
    assert "Warning: This option has no reason against it." in told
    assert told.endswith("Found: 1 warning.\n")


def test_json_is_a_list_of_records(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)
    assert checked(file, form="json") == (0, "[]\n")
    file.write_text(BROKEN, encoding="utf-8")

    code, told = checked(file, form="json")

    assert code == 1
    assert json.loads(told) == [
        {
            "file": str(file),
            "line": 49,
            "column": 17,
            "level": "error",
            "code": "unknown-name",
            "message": "There is no option “late”.",
            "mend": "Did you mean “laten”? Write: status_quo: laten",
        }
    ]


def test_a_session_pack_is_checked_without_unpacking_it_by_hand(tmp_path: Path) -> None:
    file = tmp_path / "pak.ZIP"
    file.write_bytes(packed())
    assert checked(file) == (0, "")
    file.write_bytes(packed({"scenario.yaml": BROKEN.encode()}))

    code, told = checked(file)

    assert code == 1
    assert told.startswith(f"{file}/scenario.yaml, line 49, column 17: Error:")


def test_a_broken_roles_file_is_told_once_for_all_its_scenarios(tmp_path: Path) -> None:
    first = copy_pack(tmp_path)
    second = tmp_path / "tweede"
    first.parent.rename(tmp_path / "eerste")
    copy_pack(tmp_path)
    (tmp_path / "oefenwijk").rename(second)
    roles = tmp_path / "roles.yaml"
    roles.write_text(roles.read_text("utf-8").replace("color: teal", "color: paars"), "utf-8")

    code, told = checked(tmp_path, form="json")

    assert code == 1
    assert [one["code"] for one in json.loads(told)] == ["unknown-value"]


def test_a_roles_file_is_known_by_its_format(tmp_path: Path) -> None:
    copy_pack(tmp_path)
    renamed = (tmp_path / "roles.yaml").rename(tmp_path / "onze-rollen.yaml")

    assert checked(renamed) == (0, "")


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    code, told = checked(tmp_path / "weg.yaml")

    assert code == 1
    assert "The file cannot be opened" in told


def test_a_folder_without_scenarios_is_told(tmp_path: Path) -> None:
    (tmp_path / ".verborgen").mkdir()
    (tmp_path / ".verborgen" / "scenario.yaml").write_text(GOOD, encoding="utf-8")

    code, told = checked(tmp_path, form="json")

    assert code == 1
    assert [one["code"] for one in json.loads(told)] == ["nothing-to-check"]


def test_progress_is_told_only_with_many_files(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    for number in range(21):
        (tmp_path / f"{number:02}.yaml").write_text("title: x\n", encoding="utf-8")
    files = sorted(tmp_path.iterdir())

    run_check(files[:20], "text", io.StringIO(), Texts("en"), lambda *one: heard.append(one))
    assert heard == []

    run_check([tmp_path], "text", io.StringIO(), Texts("en"), lambda *one: heard.append(one))
    assert heard == [(number, 21) for number in range(1, 22)]


def test_the_problems_come_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)
    file.write_text(BROKEN, encoding="utf-8")
    english, dutch = io.StringIO(), io.StringIO()

    run_check([file], "text", english, Texts("en"))
    run_check([file], "text", dutch, Texts("nl"))

    assert english.getvalue() != dutch.getvalue()
    assert "regel 49, kolom 17" in dutch.getvalue()
