from tools.pins import PROJECT, with_pins

BEFORE = 'a = 1\nconstraint-dependencies = [\n  "old==1",\n]\n\n[tool.ruff]\nselect = [\n]\n'


def test_pins_replace_those_that_were_there_and_nothing_else() -> None:
    after = with_pins(BEFORE, ("new==2", "other==3 ; sys_platform == 'win32'"))
    assert after == BEFORE.replace(
        '  "old==1",\n', '  "new==2",\n  "other==3 ; sys_platform == \'win32\'",\n'
    )


def test_the_project_file_has_a_place_for_the_pins() -> None:
    project = PROJECT.read_text(encoding="utf-8")
    assert with_pins(project, ()) != project
