"""Simulated sessions: the reference traces, through the authority and the whole road."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from dilemmaspel.paths import scenarios_dir
from dilemmaspel.picks import PicksUnreadableError, read_picks
from dilemmaspel.scenario.library import load
from dilemmaspel.simulate_command import Wish, run_simulate
from dilemmaspel.texts import Texts

SCHAKEL, WACHTKAMER, WIJKTEAM = (
    "f1-de-schakel",
    "p1-de-volle-wachtkamer",
    "c1-het-wijkteam-loopt-over",
)
NAMES = (
    "kwaliteit_van_leven",
    "verbondenheid",
    "druk_op_zorg",
    "werkdruk",
    "draagvlak",
    "zichtbaarheid",
    "maatschappelijke_kosten",
)
PICKS = {
    SCHAKEL: """
d1: b
d2: {gemeente: 40, zorgverzekeraar: 15, woningcorporatie: 15, ondernemers: 15, inwoners: 15}
d3: [doorrekenen]
d4: c
""",
    WACHTKAMER: "d1: a\nd2: b\nd3: naar_preventie\nd4: c\n",
    WIJKTEAM: "d1: a\nd2: [vrije_keuze, maatje]\nd3: b\nd4: [formulieren, huisbezoek]\n",
}
GOLDEN = {
    SCHAKEL: """
        54 51 60 58 49 36 100 90 35
        53 52 61 59 48 37 101 90 11
        56 52 60 61 48 42 100 70 11
        58 53 62 66 52 42 98 46 -24
        58 56 60 67 52 44 94 37 -9
        58 58 62 68 52 44 94 37 55
        58 58 64 69 52 44 96 37 55""",
    WACHTKAMER: """
        56 50 59 61 51 37 100 40 10
        59 50 62 61 47 37 102 40 10
        63 53 63 62 43 38 101 40 10
        65 56 63 64 42 38 103 40 10
        68 58 62 64 42 38 105 40 90
        69 58 61 65 42 38 103 40 90
        69 58 63 66 42 38 105 40 90""",
    WIJKTEAM: """
        55 53 60 67 50 37 100 30 60
        58 58 62 68 52 37 102 20 55
        58 59 64 70 55 37 104 20 55
        61 63 64 68 55 37 102 20 55
        61 67 66 66 55 39 104 20 55
        65 67 66 67 55 39 106 20 80
        65 67 68 68 55 39 108 20 80""",
}
"""Appendix A of the game model: seven indicators, reserve, free room, at the end of each year."""
ENDS = {
    SCHAKEL: (
        {"zorgverzekeraar": 60, "woningcorporatie": 25, "werkgevers": 15, "gemeente": 40},
        ["doorrekenen", "herverdeeld", "mede_betaald", "meerjarig"],
        "stevig",
    ),
    WACHTKAMER: (
        {"zorgverzekeraar": 75, "gemeente": 30, "werkgevers": 10},
        ["coach", "intensief", "voorkomen_eerst"],
        "rust",
    ),
    WIJKTEAM: (
        {"gemeente": 15, "woningcorporatie": 15, "werkgevers": 10},
        ["geldspreekuur", "starters", "vangnet"],
        "gewoon",
    ),
}


def simulated(
    scenario: str,
    picks: Path | None = None,
    *,
    seed: int = 1,
    participants: int = 12,
    db: Path | None = None,
) -> dict[str, Any]:
    out, err = StringIO(), StringIO()
    wish = Wish(scenario, participants, seed, picks, db, None, as_json=True)
    assert run_simulate(wish, out, err, Texts("en")) == 0, err.getvalue()
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


@pytest.mark.parametrize("name", list(GOLDEN))
def test_the_picked_sessions_give_the_golden_traces(name: str, tmp_path: Path) -> None:
    picks = tmp_path / "picks.yaml"
    picks.write_text(PICKS[name])
    told = simulated(str(scenarios_dir() / name), picks, db=tmp_path / "log.sqlite")
    rows = [
        [*(year["indicators"][i] for i in NAMES), year["reserve"], year["free"]]
        for year in told["years"]
    ]
    expected = [[int(n) for n in line.split()] for line in GOLDEN[name].strip().splitlines()]
    assert rows == expected
    assert (told["benefits"], told["flags"], told["ending"]) == ENDS[name]
    assert [year["year"] for year in told["years"]] == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("name", list(GOLDEN))
def test_the_same_seed_gives_the_same_session(name: str) -> None:
    assert simulated(name, seed=7, participants=20) == simulated(name, seed=7, participants=20)
    assert simulated(name, seed=7) != simulated(name, seed=8)


@pytest.mark.parametrize("name", list(GOLDEN))
@pytest.mark.parametrize("seed", range(12))
def test_every_seed_plays_to_an_ending(name: str, seed: int) -> None:
    told = simulated(name, seed=seed, participants=3 + seed)
    assert told["ending"] in {e.id for e in _scenario(name).endings}
    assert 2 <= len(told["decisions"]) <= 4


def test_votes_are_told_as_counts_means_and_borda_points() -> None:
    told = {d["dilemma"]: d for d in simulated(SCHAKEL, participants=10)["decisions"]}
    assert sum(told["d1"]["vote1"].values()) <= 10
    assert sum(told["d2"]["vote2"].values()) == pytest.approx(100)
    assert sum(told["d2"]["shares"].values()) == pytest.approx(100)
    assert told["d2"]["chosen"] == []
    assert sum(told["d3"]["vote1"].values()) % 6 == 0


def test_one_person_can_play() -> None:
    assert simulated(WACHTKAMER, participants=1)["participants"] == 1


def test_the_plain_outcome_is_readable() -> None:
    out = StringIO()
    wish = Wish(SCHAKEL, 12, 1, None, None, None, as_json=False)
    assert run_simulate(wish, out, StringIO(), Texts("nl")) == 0
    lines = out.getvalue().splitlines()
    assert lines[0] == "De Schakel – geld voor nu of voor later?"
    assert any("Druk op zorg: 60 →" in line for line in lines)


def test_many_participants_are_told_of_progress() -> None:
    err = StringIO()
    wish = Wish(WACHTKAMER, 200, 1, None, None, None, as_json=True)
    assert run_simulate(wish, StringIO(), err, Texts("en")) == 0
    assert "De volle wachtkamer" in err.getvalue() or "Een recept zonder pillen" in err.getvalue()


# ---------------------------------------------------------------- picks


def _scenario(name: str) -> Any:
    return load(scenarios_dir() / name / "scenario.yaml").scenario


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("d9: a\n", "picks-dilemma", 1),
        ("d1: b\nd4: zz\n", "picks-option", 2),
        ("d1: [a]\n", "picks-shape", 1),
        ("d3: [doorrekenen, doorrekenen]\n", "picks-shape", 1),
        ("d3: []\n", "picks-shape", 1),
        ("d3: [doorrekenen, [cijfers]]\n", "picks-shape", 1),
        ("d2: gemeente\n", "picks-shape", 1),
        ("d2: {gemeente: 50}\n", "picks-points", 1),
        ("d2: {gemeente: half}\n", "picks-points", 1),
        ("d2: {koning: 100}\n", "picks-option", 1),
        ("d3: [cijfers, zz]\n", "picks-option", 1),
        ("d1: [a\n", "open-bracket", 1),
    ],
)
def test_a_wrong_pick_is_told_with_its_line(
    text: str, code: str, line: int, tmp_path: Path
) -> None:
    file = tmp_path / "picks.yaml"
    file.write_text(text)
    _, problems = read_picks(file, _scenario(SCHAKEL))
    assert line in {p.line for p in problems}
    assert any(code.split("-", maxsplit=1)[0] in p.code for p in problems)


def test_wrong_picks_stop_the_simulation(tmp_path: Path) -> None:
    file = tmp_path / "picks.yaml"
    file.write_text("d1: zz\n")
    err = StringIO()
    wish = Wish(SCHAKEL, 12, 1, file, None, None, as_json=True)
    assert run_simulate(wish, StringIO(), err, Texts("en")) == 2
    assert "zz" in err.getvalue()


def test_a_picks_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PicksUnreadableError):
        read_picks(tmp_path / "niets.yaml", _scenario(SCHAKEL))


def test_a_broken_scenario_is_not_played(tmp_path: Path) -> None:
    folder = tmp_path / "kapot"
    folder.mkdir()
    (folder / "scenario.yaml").write_text("schema: dilemmaspel/1\nid: kapot\n")
    err = StringIO()
    wish = Wish(str(folder), 12, 1, None, None, None, as_json=True)
    assert run_simulate(wish, StringIO(), err, Texts("en")) == 1
    assert "scenario.yaml" in err.getvalue()
