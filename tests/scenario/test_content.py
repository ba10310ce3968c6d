"""What makes a scenario unfair or hard to read, told at its place."""

import io
from pathlib import Path

import pytest

from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.command import run_content
from dilemmaspel.scenario.content import Figures, check_content
from dilemmaspel.scenario.findings import Findings
from dilemmaspel.scenario.library import load
from dilemmaspel.scenario.reader import read_text
from dilemmaspel.texts import Texts
from tests.scenario.packs import spoiled

STORY = " ".join(["Het regent al weken in de straat."] * 7)
FAIR = f"""\
schema: dilemmaspel/1
id: straat
version: 1
title: De straat
theme: funding
budget: {{annual: 10, reserve: 0, deficit_policy: warn}}
aftermath: {{rounds: 1, title: Een jaar later}}
dilemmas:
  - id: put
    title: De put
    story: {{text: {STORY}}}
    question: Wat doen we?
    type: single_choice
    options:
      - id: graven
        label: Graven
        pros: [Droge kelders]
        cons: [Duur]
        cost: {{yearly: 20, years: 1}}
        effects: {{kwaliteit_van_leven: 4}}
      - id: wachten
        label: Wachten
        pros: [Geen werk]
        cons: [Natte kelders]
        effects: {{werkdruk: -3}}
        set: [nat]
    briefings:
      rust: {{wants: Jij wilt rust., knows: Niets.}}
      zorg: {{wants: Jij wilt zorg., knows: Niets.}}
    sources: [s1]
  - id: pomp
    title: De pomp
    story: {{text: {STORY}}}
    question: En nu?
    type: single_choice
    options:
      - id: kopen
        label: Kopen
        pros: [Droog]
        cons: [Lawaai]
        effects: {{kwaliteit_van_leven: 3, werkdruk: 1}}
      - id: lenen
        label: Lenen
        pros: [Samen]
        cons: [Geregel]
        effects: {{werkdruk: -2}}
    briefings:
      rust: {{wants: Jij wilt rust., knows: Niets.}}
      zorg: {{wants: Jij wilt zorg., knows: Niets.}}
endings:
  - {{id: nat, when: {{flag: nat}}, text: De kelders zijn nat.}}
  - {{id: droog, when: always, text: Het is droog.}}
sources:
  - {{id: s1, text: "Waterschap, Het water staat de straat tot de lippen, 2024"}}
"""
ROLES = """\
schema: dilemmaspel-roles/1
roles:
  - {id: rust, name: Rust, interest: Rust., lens: {werkdruk: 1}}
  - {id: zorg, name: Zorg, interest: Zorg., lens: {kwaliteit_van_leven: 1}}
"""
EXTRA = FAIR[FAIR.index("  - id: pomp") : FAIR.index("endings:")].replace(
    "id: pomp\n", "id: ¦nooit\n    when: {not: always}\n"
)
WORSE = "pros: [a], cons: [b], effects: {werkdruk: 1, kwaliteit_van_leven: -1}}"
LONG = "ook " * 21
PUMP_STORY = "    title: De pomp\n    story: {text: "
SPOILS = [
    ("unreached-ending", "{id: nat, when: {flag: nat}", "{id: ¦nat, when: {not: always}"),
    ("never-chosen", "- id: lenen\n", "- id: ¦lenen\n        when: {not: always}\n"),
    ("never-played", "endings:\n", f"{EXTRA}endings:\n"),
    ("lens-gap", "- id: lenen", f"- {{id: ¦niets, label: Niets, {WORSE}\n      - id: lenen"),
    ("budget-too-easy", "budget: {annual: 10,", "budget: ¦{annual: 30,"),
    ("story-too-short", f"{PUMP_STORY}{STORY}", f"{PUMP_STORY}¦Het regent."),
    ("long-sentence", "question: En nu?", f"facilitator: {{goal: ¦{LONG}}}\n    question: En?"),
    ("personal-data", "question: En nu?", "question: ¦Bel je 06-12345678?"),
    ("personal-data", "question: En nu?", "question: ¦Mail je jan@voorbeeld.nl?"),
    ("personal-data", "question: En nu?", "question: ¦Is 111222333 een nummer?"),
    ("copied-sentence", "question: En nu?", "question: ¦Het water staat de straat tot de lippen?"),
]


def checked(
    text: str, folder: Path, roles: str = ROLES
) -> tuple[list[tuple[str, int, int]], Figures]:
    (folder / "straat").mkdir()
    file = folder / "straat" / "scenario.yaml"
    file.write_text(text, encoding="utf-8")
    (folder / "roles.yaml").write_text(roles, encoding="utf-8")
    loaded = load(file)
    assert loaded.scenario is not None, [one.text(Texts("en")) for one in loaded.problems]
    root = read_text(text, str(file)).root
    assert root is not None
    findings = Findings(str(file), text)
    figures = check_content(loaded.scenario, root, findings)
    return [(one.code, one.line, one.column) for one in findings.problems()], figures


def test_a_fair_scenario_is_silent_and_its_figures_are_right(tmp_path: Path) -> None:
    found, figures = checked(FAIR, tmp_path)

    assert found == []
    assert (figures.paths, figures.deficits, dict(figures.endings)) == (
        4,
        2,
        {"nat": 2, "droog": 2},
    )
    assert (figures.options, figures.lens_gaps, figures.sources) == (4, 0, 1)
    assert (figures.shortest_story, figures.longest_story) == (49, 49)
    assert (figures.best, figures.worst) == (("zorg", 0.75), ("rust", 0.75))
    assert figures.longest_sentence == 7


def test_other_numbers_are_nobody(tmp_path: Path) -> None:
    text = FAIR.replace("question: En nu?", "question: Kost 123456789 of 1.200.000 in 2025?")

    assert checked(text, tmp_path)[0] == []


@pytest.mark.parametrize(("code", "old", "new"), SPOILS)
def test_what_is_unfair_or_hard_to_read_is_told_at_its_place(
    code: str, old: str, new: str, tmp_path: Path
) -> None:
    text, line, column = spoiled(old, new, FAIR)

    found, _ = checked(text, tmp_path)

    assert (code, line, column) in found
    assert {one[0] for one in found} <= {code, "lens-gap", "role-always-best", "role-always-worst"}


def test_a_role_that_wins_whatever_is_chosen_is_told(tmp_path: Path) -> None:
    text = FAIR.replace("werkdruk: -3", "werkdruk: 1").replace("werkdruk: -2", "werkdruk: 0")

    found, figures = checked(text, tmp_path)

    assert {"role-always-best", "role-always-worst"} <= {one[0] for one in found}
    assert figures.best is not None
    assert figures.best[0] == "zorg"


def test_sentences_that_are_long_on_average_are_told_at_the_longest(tmp_path: Path) -> None:
    long = " ".join(["Het regent nu toch echt al heel veel weken in onze lange straat."] * 25)
    text = FAIR.replace(
        "question: En nu?", f"question: En {'nu ' * 15}?\n    discussion: [{long}, {long}]"
    )

    found, figures = checked(text, tmp_path)

    line = next(n for n, one in enumerate(text.splitlines(), 1) if "question: En" in one)
    assert found == [("long-on-average", line, 15)]
    assert figures.mean_sentence > 9


def test_a_scenario_without_sources_is_told(tmp_path: Path) -> None:
    text = FAIR[: FAIR.index("sources:\n  - {id")].replace("    sources: [s1]\n", "")

    assert [one[0] for one in checked(text, tmp_path)[0]] == ["no-sources"]


def test_a_trial_has_only_its_words_to_look_at(tmp_path: Path) -> None:
    text = FAIR.replace("theme: funding", "status: trial").replace("annual: 10", "annual: 90")
    text = text[: text.index("endings:")].replace("    sources: [s1]\n", "")

    found, figures = checked(text.replace(STORY, "Het regent."), tmp_path)

    assert figures.is_trial
    assert {one[0] for one in found} == {"story-too-short"}


def test_too_many_ways_are_told_and_not_walked_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dilemmaspel.scenario.content.figures.MOST_PATHS", 50)
    pump = FAIR[FAIR.index("  - id: pomp") : FAIR.index("endings:")]
    more = "".join(pump.replace("id: pomp", f"id: pomp{n}") for n in range(30))

    found, figures = checked(FAIR.replace("endings:", f"{more}endings:"), tmp_path)

    assert ("too-many-paths", 1, 1) in found
    assert (figures.paths, figures.all_paths) == (50, False)


def test_every_shipped_scenario_is_fair_and_easy_to_read() -> None:
    assert command(scenarios_dir()) == (0, "")


def command(folder: Path, *, verbose: bool = False, form: str = "text") -> tuple[int, str]:
    out = io.StringIO()
    kind = "json" if form == "json" else "text"
    code = run_content([folder], kind, out, Texts("en"), verbose=verbose)  # type: ignore[arg-type]
    return code, out.getvalue()


def test_the_command_is_silent_when_all_is_well_and_shows_the_table_when_asked(
    tmp_path: Path,
) -> None:
    checked(FAIR, tmp_path)

    assert command(tmp_path) == (0, "")
    code, told = command(tmp_path, verbose=True)
    assert code == 0
    assert "ways through" in told
    assert "nat 2, droog 2" in told


def test_the_command_answers_one_when_content_misses_its_bar(tmp_path: Path) -> None:
    checked(FAIR.replace("annual: 10", "annual: 90"), tmp_path)

    code, told = command(tmp_path)
    assert code == 1
    assert "Money runs short on 0 of 4 ways" in told
    assert told.endswith("Found: 1 warning.\n")
    assert "budget-too-easy" in command(tmp_path, form="json")[1]


def test_a_file_with_errors_has_no_figures_and_keeps_its_problems(tmp_path: Path) -> None:
    checked(FAIR, tmp_path)
    file = tmp_path / "straat" / "scenario.yaml"
    file.write_text(FAIR.replace("theme: funding", "theme: geld"), encoding="utf-8")

    code, told = command(tmp_path, verbose=True)

    assert code == 1
    assert "theme" in told
    assert "ways through" not in told
