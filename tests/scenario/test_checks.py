# ruff: noqa: E501 - one case a line reads best
"""Files that can be read and are still wrong: each problem with its place, code and level."""

from pathlib import Path

import pytest

from dilemmaspel.problems import Level
from dilemmaspel.scenario.library import Loaded, load
from dilemmaspel.texts import Texts
from tests.scenario.packs import GOOD, ROLES, SPOT, copy_pack, spoiled

KEYS = [
    ("unknown-key", "    tension: {left", "    ¦tenson: {left"),
    ("unknown-key", "    tension: {left", "    ¦Tension: {left"),
    ("unknown-key", "version: 3", "version: 3\n¦kleur: rood"),
    ("unknown-key", "version: 3", "version: 3\n¦status_quo: laten"),
    ("no-space-after-colon", "cost: {once: 10,", "cost: {¦once:10,"),
    ("missing-key", "    question: Wat doen we met de vijver?\n", ""),
    ("missing-key", "    status_quo: laten\n", ""),
    ("no-value", "question: Wat doen we met de vijver?", "¦question:"),
    ("no-value", "question: Wat doen we met de vijver?", "¦question: ~"),
    ("empty-text", "question: Wat doen we met de vijver?", 'question: ¦""'),
    ("wrong-kind", "title: De vijver", "title: ¦[De vijver]"),
    ("wrong-kind", "title: De vijver", "title: ¦{nl: De vijver}"),
    ("wrong-kind", "learning_goals: [Oefenen met kiezen]", "learning_goals: ¦Oefenen"),
    ("no-space-after-dash", "learning_goals: [Oefenen met kiezen]", "learning_goals:\n  ¦-Oefenen"),
    ("long-dash", "learning_goals: [Oefenen met kiezen]", "learning_goals:\n  ¦– Oefenen"),
    ("wrong-kind", "drift: {druk_op_zorg: 2}", "drift: ¦2"),
    ("not-a-number", "annual: 90,", "annual: ¦veel,"),
    ("not-a-number", "annual: 90,", "annual: ¦90.5,"),
    ("not-a-number", "annual: 90,", 'annual: ¦"90",'),
    ("not-a-number", "annual: 90,", "annual: ¦1_000,"),
    ("out-of-range", "annual: 90,", f"annual: ¦{'9' * 5000},"),
    ("not-a-number", "{talk: 9}", "{talk: ¦9:30}"),
    ("colon-in-text", "pros: [Geen stank meer]", "pros: [Nooit¦: stank]"),
    ("comma-in-text", "wants: Jij wilt een bank.", "wants: Jij wilt, ¦als het kan, een bank."),
    ("leading-zero", "annual: 90,", "annual: ¦090,"),
    ("out-of-range", "annual: 90,", "annual: ¦-1,"),
    ("out-of-range", "rounds: 2", "rounds: ¦6"),
    ("not-a-number", "threshold: 0.75", "threshold: ¦.inf"),
    ("not-a-number", "threshold: 0.75", "threshold: ¦1e9"),
    ("not-a-number", "threshold: 0.75", "threshold: ¦3/0"),
    ("not-a-number", "threshold: 0.75", "threshold: ¦75%"),
    ("out-of-range", "threshold: 0.75", "threshold: ¦0.4"),
    ("out-of-range", "quorum: 2/3", "quorum: ¦3/2"),
    ("out-of-range", "min_share: 2/3", "min_share: ¦1.01"),
    ("not-true-or-false", "show_numbers: true", "show_numbers: ¦yes"),
    ("not-true-or-false", "show_numbers: true", 'show_numbers: ¦"true"'),
    ("unknown-value", "theme: funding", "theme: ¦fundin"),
    ("unknown-value", "status: playable", "status: ¦klaar"),
    ("unknown-value", "talk: 9", "¦praten: 9"),
    ("unknown-value", "{type: image,", "{type: ¦video,"),
    ("wrong-schema", "schema: dilemmaspel/1", "schema: ¦dilemma/1"),
    ("newer-schema", "schema: dilemmaspel/1", "schema: ¦dilemmaspel/9"),
    ("bad-id", "  - {id: eens,", "  - {id: ¦Zeer Eens!,"),
    ("yes-no-id", "  - {id: eens,", "  - {id: ¦no,"),
    ("yes-no-id", "set: [samen]", "set: [¦on]"),
    ("same-twice", "[inwoner, huisarts]", "[inwoner, ¦inwoner]"),
    ("too-few", "labels: [helemaal oneens, oneens, eens, helemaal eens]", "labels: ¦[eens]"),
    ("bad-condition", "when: {flag: samen}", "when: ¦soms"),
    ("bad-condition", "when: {flag: samen}", "when: ¦{flag: samen, round: {op: '>', value: 1}}"),
    ("bad-condition", "when: {flag: samen}", "when: {¦any: []}"),
    ("unknown-key", "when: {flag: samen}", "when: {¦flags: samen}"),
    ("unknown-value", '{round: {op: ">", value: 4}}', '{round: {op: ¦"=>", value: 4}}'),
]
TEXTS = [
    ("too-many-words", "question: Wat doen we met de vijver?", f"question: ¦{'wat ' * 21}?"),
    (
        "too-many-words",
        'text: "Wat komt het eerst',
        f'text: ¦"{"Het is zo. " * 30}Wat komt het eerst',
    ),
    ("text-too-long", "licence: CC BY-SA 4.0", f"licence: ¦{'x' * 101}"),
]
NAMES = [
    ("duplicate-id", "  - id: lijst", "  - id: ¦vijver"),
    ("duplicate-id", "      - id: laten", "      - id: ¦dempen"),
    ("unknown-name", "status_quo: laten", "status_quo: ¦late"),
    ("unknown-name", "next: geld", "next: ¦gelt"),
    ("unknown-name", "sequence: [vijver, lijst,", "sequence: [vijver, ¦lijstje, lijst,"),
    ("unknown-name", "profiles: {kort: [vijver, lijst]", "profiles: {kort: [vijver, ¦lijstt]"),
    ("unknown-name", "roles: {required: [inwoner]", "roles: {required: [¦bewoner]"),
    ("unknown-name", "drift: {druk_op_zorg: 2}", "drift: {¦drukte: 2}"),
    ("unknown-name", "    sources: [s1]", "    sources: [¦s2, s1]"),
    (
        "unknown-name",
        "{chosen: {dilemma: vijver, option: [dempen]}}",
        "{chosen: {dilemma: vijver, option: [¦dicht]}}",
    ),
    ("unknown-name", "{share: {option: stad,", "{share: {option: ¦stadt,"),
    ("flag-never-set", "when: {flag: samen}", "when: {flag: ¦same}"),
    ("flag-never-set", "clear: [gedempt]", "clear: [¦weg]"),
]
MEANING = [
    ("missing-key", "theme: funding\n", ""),
    (
        "not-for-type",
        "    ranking: {method: schulze",
        "    ¦points: {total: 100}\n    ranking: {method: schulze",
    ),
    (
        "not-for-type",
        "      - {id: bank, label: Een bank,",
        "      - {id: bank, label: Een bank, ¦pays: true,",
    ),
    (
        "not-for-type",
        "pays: true, effects: {draagvlak: 2}}",
        "pays: true, ¦cost: {once: 1}, effects: {draagvlak: 2}}",
    ),
    (
        "option-count",
        "      - {id: lamp, label: Een lamp, effects: {werkdruk: 1}, clear: [gedempt]}\n",
        "",
    ),
    ("same-option", "label: Een boom", "label: ¦een bank"),
    ("label-count", "      labels: [helemaal oneens, oneens,", "      ¦labels: [oneens,"),
    ("out-of-range", "value: 5/2", "value: ¦4.5"),
    (
        "last-not-always",
        "if: always, label: Er komt geen hek",
        'if: ¦{op: "<", value: 2}, label: Er komt geen hek',
    ),
    (
        "last-not-always",
        "when: always, text: Het is goed zo.",
        "when: ¦{flag: samen}, text: Het is goed zo.",
    ),
    ("step-does-not-fit", "step: 4", "step: ¦7"),
    ("pays-twice", "pays: true, effects", "pays: true, payer: ¦inwoners, effects"),
    ("out-of-range", "k: 2, min_ranked", "k: ¦4, min_ranked"),
    ("out-of-range", "max_selected: 2", "max_selected: ¦4"),
    ("share-not-here", "when: {flag: samen}", 'when: {share: ¦{option: stad, op: ">", value: 3}}'),
    ("rule-does-not-fit", "decision: {rule: consensus,", "decision: {rule: ¦mean,"),
    (
        "missing-key",
        "decision: {rule: weighted, weights: {inwoner: 2, huisarts: 0.5}}",
        "decision: ¦{rule: weighted}",
    ),
    ("missing-key", "decision: {rule: ranking}", "decision: ¦{rule: one_role_decides}"),
    ("unknown-name", "weights: {inwoner: 2, huisarts", "weights: {inwoner: 2, ¦tandarts"),
    ("first-vote-missing", "votes: [vote1, vote2]", "votes: ¦[vote2]"),
    ("next-not-forward", "label: Een boom,", "label: Een boom, next: ¦vijver,"),
    ("too-late", "- after: 2\n", "- after: ¦7\n"),
    (
        "missing-news",
        "[{after: 1, effects: {draagvlak: 2}, news: De pot is vol.}]",
        "[¦{after: 1, effects: {draagvlak: 2}}]",
    ),
    ("missing-news", "            else_news: Het gras is kaal.\n", ""),
    ("out-of-range", "start: {werkdruk: 70}", "start: {werkdruk: ¦101}"),
]
WARNINGS = [
    ("long-label", "label: De vijver dempen", "label: ¦Wij gaan de hele vijver met zand en aarde dempen"),
    ("long-sentence", "description: Zand erin, gras erop.", f"description: ¦{'en dan ' * 11}."),
    ("big-effect", "{kwaliteit_van_leven: 2, verbondenheid: -1}", "{kwaliteit_van_leven: ¦9, verbondenheid: -1}"),
    ("no-con", "        cons: [De eenden zijn weg]\n", ""),
    ("no-pro", "        pros: [Geen stank meer]\n", ""),
    ("unused-source", '  - {id: s1, text: "Eigen', '  - {id: ¦s2, text: x}\n  - {id: s1, text: "Eigen'),
    ("unnamed-pocket", "benefits: {speeltuin: 10, gemeente: 5}", "benefits: {¦winkels: 10, gemeente: 5}"),
    ("not-in-sequence", "sequence: [vijver, lijst, geld, stelling, rondje]", "sequence: [vijver, lijst, geld, stelling]"),
    ("never-reached", "{id: anders, when: always", "{id: x, when: always, text: Klaar.}\n  - ¦{id: anders, when: always"),
    ("nobody-pays", "      - {id: zorg, label: De zorg, payer: zorgverzekeraar,", "      - ¦{id: zorg, label: De zorg,"),
    ("unused-setting", "decision: {rule: ranking}", "decision: {rule: ranking, ¦threshold: 0.6}"),
    ("fallback-may-fail", "fallback: role_weighted", "fallback: ¦unanimity"),
    ("years-missing", "{once: 10, yearly: 5, years: 3}", "{once: 10, yearly: ¦5}"),
    ("long-saving", "{yearly: -2, years: 1}", "{yearly: -2, years: ¦3}"),
    ("else-without-if", '            if: {all: [{flag: gedempt}, {not: {round: {op: ">", value: 4}}}]}\n', ""),
    ("observer-briefing", "      inwoner: {wants: Jij wilt een bank.", "      ¦observator: {wants: Kijk., knows: Niets.}\n      inwoner: {wants: Jij wilt een bank."),
    ("no-briefing", "      inwoner: {wants: Jij wilt een bank.", "      huisarts: {wants: Jij wilt een bank."),
    ("few-visible", "{id: schoon, label: Samen opruimen,", "{id: schoon, label: Samen opruimen, when: {flag: samen},"),
]  # fmt: skip

FOLLOWING = {
    "yes-no-id": "flag-never-set",
    "duplicate-id": "unknown-name",
    "too-few": "label-count",
    "years-missing": "long-saving",
}
"""What is wrong as well, because of the first."""


def loaded_with(text: str, folder: Path, roles: str = ROLES) -> Loaded:
    file = copy_pack(folder)
    file.write_text(text, encoding="utf-8")
    (folder / "roles.yaml").write_text(roles, encoding="utf-8")
    return load(file)


def spoil(old: str, new: str) -> tuple[str, tuple[int, int] | None]:
    """Spoil the pack; the place is None when the table does not give one."""
    if SPOT in new:
        text, line, column = spoiled(old, new)
        return text, (line, column)
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new), None


@pytest.mark.parametrize(("code", "old", "new"), [*KEYS, *TEXTS, *NAMES, *MEANING])
def test_an_error_is_told_at_its_place_and_keeps_the_file_out(
    code: str, old: str, new: str, tmp_path: Path
) -> None:
    text, place = spoil(old, new)

    loaded = loaded_with(text, tmp_path)

    errors = [one for one in loaded.problems if one.level is Level.ERROR]
    told = [one for one in errors if one.code == code]
    assert len(told) == 1
    assert place in {None, (told[0].line, told[0].column)}
    assert {one.code for one in errors} <= {code, FOLLOWING.get(code)}
    assert loaded.scenario is None


@pytest.mark.parametrize(("code", "old", "new"), WARNINGS)
def test_a_warning_is_told_at_its_place_and_leaves_the_file_playable(
    code: str, old: str, new: str, tmp_path: Path
) -> None:
    text, place = spoil(old, new)

    loaded = loaded_with(text, tmp_path)

    told = {one.code: one for one in loaded.problems}
    assert set(told) <= {code, FOLLOWING.get(code)}
    assert told[code].level is Level.WARNING
    assert place in {None, (told[code].line, told[code].column)}
    assert loaded.is_playable


def test_the_nearest_name_is_given(tmp_path: Path) -> None:
    text, _ = spoil("    tension: {left", "    tenson: {left")

    problem = loaded_with(text, tmp_path).problems[0]

    mend = problem.mend_in(Texts("en"))
    assert mend == "Did you mean “tension”? Write: tension: {left: nu, right: later}"


def test_a_key_that_belongs_elsewhere_is_sent_there(tmp_path: Path) -> None:
    text, _ = spoil("votes: [vote1, vote2]", "threshold: 0.75")

    problem = loaded_with(text, tmp_path).problems[0]

    assert "“decision”" in problem.message_in(Texts("en"))


def test_a_way_with_one_dilemma_is_told(tmp_path: Path) -> None:
    old = "sequence: [vijver, lijst, geld, stelling, rondje]"
    text, _ = spoil(old, "sequence: [vijver, rondje]")
    text = text.replace(
        "    title: De afspraken", "    title: De afspraken\n    when: {flag: gedempt}"
    )
    text = text.replace("        next: geld\n", "").replace("{kort: [vijver, lijst], ", "{")

    codes = [one.code for one in loaded_with(text, tmp_path).problems]

    assert "too-few-dilemmas" in codes


def test_two_dilemmas_that_take_turns_are_enough(tmp_path: Path) -> None:
    old = "sequence: [vijver, lijst, geld, stelling, rondje]"
    text, _ = spoil(old, "sequence: [vijver, stelling, rondje]")
    text = text.replace(
        "    title: De afspraken", "    title: De afspraken\n    when: {flag: gedempt}"
    )
    other = "    title: De stelling\n    when: {not: {chosen: {dilemma: vijver, option: dempen}}}"
    text = text.replace("    title: De stelling", other)
    text = text.replace("        next: geld\n", "").replace("{kort: [vijver, lijst], ", "{")

    problems = loaded_with(text, tmp_path).problems

    assert not [one for one in problems if one.is_error]


def test_a_trial_may_be_one_dilemma_without_theme_years_and_endings(tmp_path: Path) -> None:
    trial = """\
schema: dilemmaspel/1
id: proef
version: 1
title: De proef
status: trial
dilemmas:
  - id: een
    title: Een vraag
    story: {text: Er is een vraag.}
    question: Ja of nee?
    type: single_choice
    options:
      - id: ja
        label: Ja
        pros: [Goed]
        cons: [Duur]
        delayed: [{after: 3, effects: {werkdruk: 1}, news: Later.}]
      - {id: nee, label: Nee, pros: [Goedkoop], cons: [Jammer]}
    briefings: {inwoner: {wants: Jij wilt ja., knows: Het kan.}}
"""
    loaded = loaded_with(trial, tmp_path)

    assert loaded.problems == ()
    assert loaded.scenario is not None
    assert loaded.scenario.theme is None


def test_an_outline_is_told_and_cannot_be_played(tmp_path: Path) -> None:
    outline = """\
schema: dilemmaspel/1
id: schets
version: 1
title: De schets
status: outline
dilemmas: [{situation: Er is iets.}]
"""
    loaded = loaded_with(outline, tmp_path)

    assert [(one.code, one.level) for one in loaded.problems] == [("outline", Level.WARNING)]
    assert not loaded.is_playable


def test_a_broken_roles_file_is_told_and_keeps_the_scenario_out(tmp_path: Path) -> None:
    roles = ROLES.replace("  - id: huisarts", "  - id: inwoner").replace(
        "lens: {druk", "lens: {dru"
    )

    loaded = loaded_with(GOOD, tmp_path, roles)

    assert {one.code for one in loaded.problems} == {"duplicate-id", "unknown-name"}
    assert {Path(one.file).name for one in loaded.problems} == {"roles.yaml"}
    assert loaded.scenario is None


def test_problems_come_by_line_and_each_once(tmp_path: Path) -> None:
    text = GOOD.replace("status_quo: laten", "status_quo: x").replace("draagvlak", "dragvlak")

    problems = loaded_with(text, tmp_path).problems

    places = [(one.line, one.column) for one in problems]
    assert places == sorted(places)
    assert len(set(places)) == len(places) > 3
