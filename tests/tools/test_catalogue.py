import gettext
from io import BytesIO
from pathlib import Path

import pytest

from tools.catalogue import Message, compiled, merge, messages_in, placeholders, read, written

NOTHING = read(Path("there-is-no-such-file.po"))


def part(tmp_path: Path, *entries: str) -> Path:
    file = tmp_path / f"part{len(list(tmp_path.iterdir()))}.po"
    file.write_text("\n\n".join(('msgid ""\nmsgstr ""', *entries)), encoding="utf-8")
    return file


def code(tmp_path: Path, text: str) -> Path:
    package = tmp_path / "package"
    package.mkdir()
    (package / "module.py").write_text(text, encoding="utf-8")
    return package


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('t("Vote")', Message("Vote", None)),
        ('self._t("Vote {n}", n=2)', Message("Vote {n}", None)),
        ('texts("Vote")', Message("Vote", None)),
        ('texts_here()("Vote")', Message("Vote", None)),
        ('WORD = mark("Vote" " now")', Message("Vote now", None)),
        ('t.plural("{n} vote", "{n} votes", 3)', Message("{n} vote", "{n} votes")),
    ],
)
def test_a_message_is_found_however_it_is_said(tmp_path: Path, line: str, message: Message) -> None:
    (found,) = messages_in(code(tmp_path, line))
    assert (found.one, found.many) == (message.one, message.many)


def test_messages_inside_a_message_and_on_both_sides_of_an_if_are_found(tmp_path: Path) -> None:
    package = code(tmp_path, 't("To {who}", who=t("all" if everybody else "one"))')
    assert [message.one for message in messages_in(package)] == ["To {who}", "all", "one"]


def test_a_variable_and_another_function_are_no_messages(tmp_path: Path) -> None:
    assert messages_in(code(tmp_path, 't(word)\nprint("Vote")\ntable[0]("Vote")')) == ()


def test_a_message_knows_every_module_that_says_it(tmp_path: Path) -> None:
    package = code(tmp_path, 't("Vote"); t("Vote")')
    (package / "other.py").write_text('mark("Vote")', encoding="utf-8")
    (found,) = messages_in(package)
    assert found.places == ("package/module.py", "package/other.py")


def test_a_part_wins_from_what_was_known_and_the_rest_stays(tmp_path: Path) -> None:
    known = read(part(tmp_path, 'msgid "A"\nmsgstr "oud"', 'msgid "B"\nmsgstr "b"'))
    newer = read(part(tmp_path, 'msgid "A"\nmsgstr "nieuw"'))
    merged = merge((Message("A", None), Message("B", None)), known, [newer])
    assert [merged.catalogue[one].string for one in ("A", "B")] == ["nieuw", "b"]
    assert merged.problems == ()


def test_what_no_code_says_any_more_is_dropped(tmp_path: Path) -> None:
    known = read(part(tmp_path, 'msgid "Gone"\nmsgstr "Weg"'))
    assert "Gone" not in merge((), known, [known]).catalogue


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        ((), "Not translated: 'To {who}' (here.py)."),
        (('#, fuzzy\nmsgid "To {who}"\nmsgstr "Aan {who}"',), "Not translated"),
        (('msgid "To {who}"\nmsgstr "Aan {wie}"',), "The placeholders of 'To {who}' differ"),
    ],
)
def test_what_is_wrong_with_a_translation_is_said(
    tmp_path: Path, entries: tuple[str, ...], problem: str
) -> None:
    merged = merge(
        [Message("To {who}", None, ("here.py",))], NOTHING, [read(part(tmp_path, *entries))]
    )
    (said,) = merged.problems
    assert said.startswith(problem)


def test_two_parts_that_disagree_are_named(tmp_path: Path) -> None:
    parts = [read(part(tmp_path, f'msgid "A"\nmsgstr "{word}"')) for word in ("een", "twee")]
    (said,) = merge([Message("A", None)], NOTHING, parts).problems
    assert said == "Two translations of 'A': 'een' and 'twee'."


@pytest.mark.parametrize(
    ("one", "many", "problems"),
    [
        ("één stem", "{n} stemmen", 0),
        ("{n} stem", "{n} stemmen", 0),
        ("{n} stem", "stemmen", 1),
        ("{m} stem", "{n} stemmen", 1),
        ("{n} stem", "", 1),
    ],
)
def test_only_the_singular_may_leave_the_number_out(
    tmp_path: Path, one: str, many: str, problems: int
) -> None:
    entry = f'msgid "{{n}} vote"\nmsgid_plural "{{n}} votes"\nmsgstr[0] "{one}"\nmsgstr[1] "{many}"'
    merged = merge([Message("{n} vote", "{n} votes")], NOTHING, [read(part(tmp_path, entry))])
    assert len(merged.problems) == problems


def test_what_is_written_reads_back_and_compiles(tmp_path: Path) -> None:
    entry = 'msgid "{n} vote"\nmsgid_plural "{n} votes"\nmsgstr[0] "stem"\nmsgstr[1] "{n} stemmen"'
    merged = merge([Message("{n} vote", "{n} votes")], NOTHING, [read(part(tmp_path, entry))])
    file = tmp_path / "written.po"
    file.write_bytes(written(merged.catalogue))
    again = merge([Message("{n} vote", "{n} votes")], read(file), [])
    assert again.problems == ()
    words = gettext.GNUTranslations(BytesIO(compiled(again.catalogue)))
    assert [words.ngettext("{n} vote", "{n} votes", n) for n in (1, 2)] == ["stem", "{n} stemmen"]


def test_placeholders_are_names_without_their_format() -> None:
    assert placeholders("{a} of {b:.1f} {{c}}") == {"a", "b"}
