"""Files that cannot be read as they stand: each slip is told where the author made it."""

from pathlib import Path

import pytest
import yaml

from dilemmaspel.problems import Problem
from dilemmaspel.scenario.library import load
from dilemmaspel.scenario.reader import read_bytes, read_text
from dilemmaspel.texts import Texts
from tests.scenario.packs import GOOD, copy_pack, spoiled

PARSER_WORDS = ("token", "scanner", "parser", "mapping", "sequence entry", "block end", "stream")

SLIPS = [
    ("tab", "    title: De vijver", "¦\ttitle: De vijver"),
    ("no-space-after-colon", "title: De oefenwijk", "title¦:De oefenwijk"),
    ("no-space-after-colon", "    title: De vijver", "    title¦:De vijver"),
    ("no-space-after-colon", "    type: single_choice", "    type¦:single_choice"),
    ("colon-in-text", "title: De oefenwijk", "title: De¦: oefenwijk"),
    ("colon-in-text", "outcome: Het gras groeit snel.", "outcome: Zo¦: het gras groeit."),
    ("open-quote", 'text: "Eigen telling, 2024"}', 'text: ¦"Eigen telling, 2024}'),
    ("open-quote", "title: De oefenwijk", 'title: ¦"De oefenwijk'),
    ("open-quote", '"Zet op volgorde: wat eerst?"', '¦"Zet op volgorde: wat eerst?'),
    ("apostrophe", "title: De oefenwijk", "title: 'Foto¦'s van de wijk'"),
    ("text-after-quote", "title: De oefenwijk", 'title: "De wijk"¦, zegt men'),
    ("curly-quotes", "title: De oefenwijk", "title: ¦“De oefenwijk: nu”"),
    ("odd-first-character", "title: De oefenwijk", "title: ¦@oefenwijk"),
    ("odd-first-character", "title: De oefenwijk", "title: ¦`oefenwijk`"),
    ("odd-first-character", "title: De oefenwijk", "title: ¦%oefenwijk"),
    ("odd-first-character", "goal: Oefenen.", "goal: ¦@oefenen"),
    ("reference", "title: De oefenwijk", "title: ¦*De oefenwijk*"),
    ("reference", "title: De oefenwijk", "title: ¦*oefenwijk"),
    ("reference", "title: De oefenwijk", "title: ¦&oefenwijk"),
    ("reference", "version: 3", "version: 3\n¦<<: {language: nl}"),
    ("tag", "title: De oefenwijk", "title: ¦!De oefenwijk"),
    ("program", "title: De oefenwijk", "title: ¦!!python/object/apply:os.system [ls]"),
    ("second-document", "version: 3", "version: 3\n¦---"),
    ("duplicate-key", "version: 3", "version: 3\n¦version: 4"),
    ("key-not-text", "version: 3", "version: 3\n¦[a]: b"),
    ("indent", "    question: Wat doen we", "     ¦question: Wat doen we"),
    ("indent", "    question: Wat doen we", "   ¦question: Wat doen we"),
    ("indent", "      - id: laten", "       ¦- id: laten"),
    ("indent", "schema: dilemmaspel/1", " ¦schema: dilemmaspel/1"),
    ("indent", "      - id: dempen", "       ¦- id: dempen"),
    ("no-dash", "      - id: laten", "      ¦id: laten"),
    ("no-space-after-dash", "      - id: laten", "      ¦-id: laten"),
    ("open-bracket", "cons: [De eenden zijn weg]", "cons: ¦[De eenden zijn weg"),
    ("open-bracket", "tension: {left: nu, right: later}", "tension: ¦{left: nu, right: later"),
    ("extra-bracket", "tension: {left: nu, right: later}", "tension: {left: nu, right: later}¦}"),
    ("no-comma", "tension: {left: nu, right: later}", "tension: {left: nu ¦right: later}"),
    ("double-comma", "[vote1, vote2]", "[vote1,¦, vote2]"),
    ("backslash", 'alt: ""', r'alt: "C:¦\img"'),
    ("block-text", "        De vijver stinkt.", "      ¦De vijver stinkt."),
    ("block-text", "guide: |", "guide: ¦|Doel"),
    ("dash-behind-key", "title: De oefenwijk", "title: ¦- De oefenwijk"),
    ("no-colon", "version: 3", "version: 3\n¦De oefenwijk"),
    ("hard-space", "    title: De vijver", "¦\xa0   title: De vijver"),
    ("control-character", "title: De oefenwijk", "title: De ¦\x07oefenwijk"),
    ("control-character", "title: De oefenwijk", "title: De ¦\x00oefenwijk"),
    ("line-separator", "title: De oefenwijk", "title: De¦\u2028oefenwijk"),
]
_CARD = "{wants: Jij wilt een feest., knows: De muziek is al gevraagd.}"
_WANTS = "wants: Jij wilt een feest."
_BENCH = "{id: boom, label: Een boom, effects: {kwaliteit_van_leven: 1}}"
ON_ONE_LINE = [
    ("colon-in-text", _WANTS, "wants: Jij wilt¦: een feest."),
    ("curly-quotes", _WANTS, "wants: ¦“Jij wilt: een feest.”"),
    ("open-quote", _WANTS, 'wants: ¦"Jij wilt een feest.'),
    ("text-after-quote", _WANTS, 'wants: "Jij wilt "¦een feest"."'),
    ("apostrophe", _WANTS, "wants: 'Jij wilt foto¦'s.'"),
    ("odd-first-character", _WANTS, "wants: ¦@feest"),
    ("reference", _WANTS, "wants: ¦*feest"),
    ("tag", _WANTS, "wants: ¦!feest"),
    ("bracket-in-text", _WANTS, "wants: Jij wilt ¦[ooit] een feest."),
    ("bracket-in-text", _WANTS, "wants: ¦[Jij wilt] een feest."),
    ("no-comma", f"{_WANTS}, knows", f"{_WANTS} ¦knows"),
    ("lost-text", _WANTS, "wants: Jij wilt feest ¦#1."),
    ("open-bracket", _CARD, f"¦{_CARD[:-1]}"),
    ("extra-bracket", f": {_CARD}", f": ¦{_CARD[1:]}"),
    ("no-colon", f"      inwoner: {_CARD}", f"      inwoner¦ {_CARD}"),
    ("no-space-after-colon", f"      inwoner: {_CARD}", f"      inwoner¦:{_CARD}"),
    ("extra-bracket", f"- {_BENCH}", f"- ¦{_BENCH[1:]}"),
    ("no-space-after-dash", f"- {_BENCH}", f"¦-{_BENCH}"),
    ("open-bracket", "required: [inwoner], rec", "required: ¦[inwoner, rec"),
    ("extra-bracket", "required: [inwoner], rec", "required: inwoner¦], rec"),
    ("open-quote", "required: [inwoner], rec", 'required: [¦"inwoner], rec'),
]
HARMLESS_AFTERWARDS = {"key-not-text", "reference", "tag", "program", "second-document"}


@pytest.mark.parametrize(("code", "old", "new"), SLIPS)
def test_a_slip_is_told_at_its_own_line_and_column(code: str, old: str, new: str) -> None:
    text, line, column = spoiled(old, new)

    problems = read_text(text, "scenario.yaml").problems

    assert [(one.code, one.line, one.column) for one in problems] == [(code, line, column)]


@pytest.mark.parametrize(("code", "old", "new"), SLIPS)
def test_a_slip_is_told_the_same_where_there_is_no_c_parser(
    code: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    text, line, column = spoiled(old, new)

    problems = read_text(text, "scenario.yaml").problems

    assert [(one.code, one.line, one.column) for one in problems] == [(code, line, column)]


@pytest.mark.parametrize(("code", "old", "new"), SLIPS)
def test_a_slip_is_told_without_words_of_a_parser(code: str, old: str, new: str) -> None:
    text, _, _ = spoiled(old, new)

    for problem in read_text(text, "scenario.yaml").problems:
        told = problem.text(Texts("en")).lower()
        assert not [word for word in PARSER_WORDS if word in told]


@pytest.mark.parametrize(("code", "old", "new"), SLIPS)
def test_the_rest_of_a_file_with_a_slip_is_still_read(code: str, old: str, new: str) -> None:
    text, _, _ = spoiled(old, new)
    document = read_text(text, "scenario.yaml")

    assert document.root is not None
    if code not in HARMLESS_AFTERWARDS:
        assert "sources" in document.root.entries


@pytest.mark.parametrize(("code", "old", "new"), ON_ONE_LINE)
def test_a_slip_in_a_group_on_one_line_is_told_and_mended_where_it_stands(
    code: str, old: str, new: str, tmp_path: Path
) -> None:
    text, line, column = spoiled(old, new)

    problems = read_text(text, "scenario.yaml").problems

    assert [(one.code, one.line, one.column) for one in problems] == [(code, line, column)]
    lines = text.split("\n")
    lead = lines[line - 1][: len(lines[line - 1]) - len(lines[line - 1].lstrip())]
    lines[line - 1] = f"{lead}{problems[0].values['fixed']}"
    file = copy_pack(tmp_path)
    file.write_text("\n".join(lines), encoding="utf-8")
    assert load(file).problems == ()


def test_slips_in_several_places_are_told_together() -> None:
    text = GOOD.replace("title: De oefenwijk", "title: @oefenwijk")
    text = text.replace("cons: [De eenden zijn weg]", "cons: [De eenden zijn weg")
    text = text.replace("    type: ranking", "    type:ranking")

    codes = [one.code for one in read_text(text, "scenario.yaml").problems]

    assert codes == ["odd-first-character", "open-bracket", "no-space-after-colon"]


def test_a_slip_does_not_hide_what_is_wrong_with_the_meaning(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)
    text = GOOD.replace("title: De oefenwijk", "title: @oefenwijk")
    file.write_text(text.replace("status_quo: laten", "status_quo: late"), encoding="utf-8")

    loaded = load(file)

    assert [one.code for one in loaded.problems] == ["odd-first-character", "unknown-name"]
    assert loaded.scenario is None


def codes_at(text: str) -> list[tuple[str, int, int]]:
    return [(one.code, one.line, one.column) for one in read_text(text, "x.yaml").problems]


def test_a_text_of_several_lines_without_its_sign_is_told_at_its_key() -> None:
    text = "guide:\n  Zij zei dit.\n  Hij zei: nee.\n  En toen?\ntitle: Een\n"

    (problem,) = read_text(text, "x.yaml").problems

    assert (problem.code, problem.line, problem.column) == ("block-text", 1, 6)
    assert problem.values["fixed"] == "guide: |"


def test_what_is_lost_in_silence_is_told() -> None:
    assert codes_at("a: Kies #1\nb: c   # een opmerking\n") == [("lost-text", 1, 9)]
    assert codes_at('a: "Kies #1"\nb: |\n  Kies #1\n') == []
    assert codes_at('a: "b"#c\n') == [("remark-too-close", 1, 7)]
    assert codes_at("a: >\n  Neem mee:\n  - brood\n") == [("folded-list", 1, 4)]
    assert codes_at("a: >\n  Neem brood - en kaas -\n  mee.\n") == []
    assert codes_at("a:\n  - Kaas\n    - Brood\n") == [("dash-in-text", 3, 5)]
    assert codes_at("a:\n  - b:\n    - Brood\n  - c\n") == []
    assert codes_at("a: |\n     \n  Er was eens.\n") == [("wide-blank-line", 2, 1)]
    assert codes_at("a: |\n  Er was eens.\n     \n  Toen.\n") == []


def test_lines_between_brackets_or_quotes_stand_further_in_than_their_key() -> None:
    assert codes_at("a: [b,\nc]\n") == [("indent", 2, 1)]
    assert codes_at("a:\n  b: {c: d,\n  e: f}\n") == [("indent", 3, 3)]
    assert codes_at("a: [b,\n c\n]\n") == []
    assert codes_at('a: "b\nc"\n') == [("indent", 2, 1)]
    assert codes_at('a: "b\n\n  c"\n') == []


def one_problem(data: bytes) -> Problem:
    problems = read_bytes(data, "scenario.yaml").problems
    assert len(problems) == 1, problems
    return problems[0]


def test_an_empty_file_is_told() -> None:
    for data in (b"", b"\n\n", b"# alleen een opmerking\n", b"\xef\xbb\xbf"):
        assert one_problem(data).code == "empty-file"


def test_a_file_that_is_no_scenario_is_told() -> None:
    for data in (b"Beste mensen,\nhallo", b"- a\n- b\n", b"[1, 2]"):
        assert one_problem(data).code == "not-a-scenario"


def test_a_file_in_another_encoding_is_told_at_the_first_strange_character() -> None:
    problem = one_problem("title: Café\nid: x\n".encode("cp1252"))

    assert (problem.code, problem.line, problem.column) == ("wrong-encoding", 1, 11)
    assert "“é”" in problem.message_in(Texts("en"))


def test_a_file_in_utf_16_is_told() -> None:
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        assert one_problem("title: Hallo\n".encode(encoding)).code == "wrong-encoding"


def test_a_file_that_is_too_big_is_not_read() -> None:
    assert one_problem(b"a: b\n" * 300_000).code == "too-big"


def test_a_file_that_is_too_deep_is_told_at_the_depth() -> None:
    problem = one_problem(b"a: " + b"[" * 3000)

    assert (problem.code, problem.line, problem.column) == ("too-deep", 1, 23)


def test_a_file_with_too_many_parts_is_told() -> None:
    assert one_problem(b"a: [" + b"b," * 30_000 + b"]").code == "too-many-parts"


def test_a_text_that_is_too_long_is_told() -> None:
    assert one_problem(b"a: " + b"b" * 30_000).code == "too-long"


def test_a_billion_laughs_are_refused_at_the_first_reference() -> None:
    lines = ["a: &a [lol, lol]"] + [f"{n}: &{n} [*a, *a, *a, *a]" for n in "bcdefgh"]

    problems = read_text("\n".join(lines), "scenario.yaml").problems

    assert {one.code for one in problems} == {"reference"}
    assert problems[0].line == 1


def test_text_stays_text() -> None:
    document = read_text("land: no\ntijd: 12:30\ndatum: 2026-01-02\naan: on\n", "x.yaml")

    assert document.root is not None
    values = {name: entry.value for name, entry in document.root.entries.items()}
    assert {name: value[0] for name, value in values.items()} == {
        "land": "no",
        "tijd": "12:30",
        "datum": "2026-01-02",
        "aan": "on",
    }


UNUSUAL = [
    GOOD.replace("\n", "\r\n"),
    GOOD.replace("\n", "\r"),
    "\ufeff" + GOOD,
    GOOD.replace("De oefenwijk", "De oefenwijk 🏘️ ıİ حي"),
    GOOD.replace("title: De oefenwijk", "title: 'Foto''s van \"de\" wijk'"),
    GOOD.replace("title: De oefenwijk", 'title: "De \\"oefenwijk\\""'),
    GOOD.replace("title: De oefenwijk", "title: >-\n  De\n  oefenwijk"),
    GOOD.replace("title: De oefenwijk", "title: De\n  oefenwijk   # een opmerking"),
    GOOD.replace("title: De oefenwijk", "'title': De oefenwijk"),
    GOOD.replace("title: De oefenwijk", "title: Cafe\u0301"),
    f"---\n{GOOD}...\n",
    f"# een opmerking\n\n{GOOD}\n\n",
]


@pytest.mark.parametrize("text", UNUSUAL)
def test_an_unusual_but_right_file_loads_without_a_word(text: str, tmp_path: Path) -> None:
    file = copy_pack(tmp_path)
    file.write_bytes(text.encode())

    loaded = load(file)

    assert loaded.problems == ()
    assert loaded.scenario is not None


def test_line_ends_and_accents_do_not_change_the_digest(tmp_path: Path) -> None:
    file = copy_pack(tmp_path)
    plain = load(file).sha256
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())

    assert load(file).sha256 == plain
