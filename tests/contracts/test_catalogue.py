import re
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog

from tools.catalogue import CATALOGUE, PACKAGE, PARTS, Message, compiled, merge, messages_in, read

MEND = "Mend: translate it in assets/locale/nl/parts, then run `make catalogue`."
SAME_FOR_MANY = re.compile(r"\b(jaar|keer|uur|euro)\b")
"""After a number Dutch says these as they are."""


@cache
def said() -> tuple[Message, ...]:
    """Every message of the code."""
    return messages_in(PACKAGE)


@cache
def parts() -> tuple[Catalog, ...]:
    """What translators wrote."""
    return tuple(read(file) for file in sorted(PARTS.glob("*.po")))


def test_every_message_is_translated_with_the_same_placeholders() -> None:
    assert merge(said(), read(CATALOGUE), []).problems == (), MEND


def test_every_message_has_its_dutch_in_a_part() -> None:
    assert merge(said(), read(Path("there-is-no-such-file.po")), parts()).problems == (), MEND


def test_one_and_many_differ_in_dutch_where_they_do_in_english() -> None:
    forms = [entry for entry in read(CATALOGUE) if isinstance(entry.id, tuple)]
    alike = [
        entry.string
        for entry in forms
        if len(set(entry.id)) > 1 and len(set(entry.string or ())) == 1
        if not SAME_FOR_MANY.search(str(entry.string))
    ]
    assert len(forms) > 90
    assert alike == []


def test_no_translation_is_left_that_no_code_says() -> None:
    known = {message.one for message in said()}
    kept = {entry.id if isinstance(entry.id, str) else entry.id[0] for entry in read(CATALOGUE)}
    assert kept - known - {""} == set(), MEND


def test_the_compiled_catalogue_is_what_stands_in_the_parts() -> None:
    merged = merge(said(), read(CATALOGUE), parts())
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled(merged.catalogue), MEND
