from tools.catalogue import CATALOGUE, PACKAGE, compiled, merge, messages_in, read

MEND = "Mend: translate it in assets/locale/nl/parts, then run `make catalogue`."


def test_every_message_is_translated_with_the_same_placeholders() -> None:
    assert merge(messages_in(PACKAGE), read(CATALOGUE), []).problems == (), MEND


def test_no_translation_is_left_that_no_code_says() -> None:
    said = {message.one for message in messages_in(PACKAGE)}
    kept = {entry.id if isinstance(entry.id, str) else entry.id[0] for entry in read(CATALOGUE)}
    assert kept - said - {""} == set(), MEND


def test_the_compiled_catalogue_is_the_written_one() -> None:
    merged = merge(messages_in(PACKAGE), read(CATALOGUE), [])
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled(merged.catalogue), MEND
