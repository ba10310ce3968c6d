"""What `dilemmaspel simulate` does: play, log when asked, and print the outcome."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO
from uuid import uuid4

from dilemmaspel import __version__, words
from dilemmaspel.bots import Pick
from dilemmaspel.game.ids import SessionId
from dilemmaspel.game.scenario import Dilemma, Scenario
from dilemmaspel.game.state import State, Taken
from dilemmaspel.game.steps import final_ending
from dilemmaspel.paths import scenario_folders
from dilemmaspel.picks import read_picks
from dilemmaspel.scenario.library import Loaded, find, load
from dilemmaspel.session import Log, MemoryLog, Session
from dilemmaspel.simulate import (
    Crowd,
    InPerson,
    play,
    simulated_id,
    simulated_setup,
    start_command,
    summary,
)
from dilemmaspel.texts import Texts

PROGRESS_FROM = 200
"""From so many participants on, the progress is told on standard error."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line."""

    scenario: str
    participants: int
    seed: int
    picks: Path | None
    db: Path | None
    scenarios: Path | None
    as_json: bool
    via_phones: bool = False
    """The participants vote over HTTP, as phones do."""


def run_simulate(wish: Wish, out: TextIO, err: TextIO, texts: Texts) -> int:
    """Play the wished session and print what came of it; returns the exit code.

    Raises EnvironmentTrouble for a scenario, picks file or log that cannot be used.
    """
    loaded = playable(wish.scenario, wish.scenarios, err, texts)
    if loaded is None or loaded.scenario is None:
        return 1
    picks: dict[str, Pick] = {}
    if wish.picks is not None:
        picks, problems = read_picks(wish.picks, loaded.scenario)
        for problem in problems:
            print(problem.text(texts), file=err)
        if problems:
            return 2
    session_id = simulated_id(loaded.sha256, wish.seed, wish.participants)
    with _log(wish.db) as log:
        session = Session(log)
        if wish.db is not None:
            session_id = SessionId(str(uuid4()))
        try:
            command = start_command(loaded, simulated_setup(wish.seed), session_id, __version__)
            session.submit(command).result()
            state = _played(session, wish, picks, err, texts)
        finally:
            session.stop()
    _print(state, wish, out, texts)
    return 0


def playable(name: str, folder: Path | None, err: TextIO, texts: Texts) -> Loaded | None:
    """Load a scenario to play; None when it has problems, which are told on `err`.

    Raises ScenarioNotFoundError.
    """
    loaded = load(find(name, *([folder] if folder else scenario_folders())))
    if loaded.is_playable:
        return loaded
    for problem in loaded.problems:
        print(problem.text(texts), file=err)
    print(texts("This scenario cannot be played."), file=err)
    return None


@contextmanager
def _log(path: Path | None) -> Iterator[Log]:
    if path is None:
        yield MemoryLog()
        return
    from dilemmaspel.storage.log import open_log

    log = open_log(path)
    try:
        yield log
    finally:
        log.close()


def _played(
    session: Session, wish: Wish, picks: Mapping[str, Pick], err: TextIO, texts: Texts
) -> State:
    def told(state: State) -> None:
        dilemma = state.dilemma
        place = f" · {dilemma.title}" if dilemma else ""
        print(texts(words.PHASES[state.flow.phase]) + place, file=err)

    big = wish.participants >= PROGRESS_FROM
    with _crowd(session, wish, texts) as crowd:
        return play(session, wish.seed, wish.participants, picks, told if big else None, crowd)


@contextmanager
def _crowd(session: Session, wish: Wish, texts: Texts) -> Iterator[Crowd]:
    """Let the participants come in and vote the way that was wished."""
    if not wish.via_phones:
        yield InPerson(session)
        return
    from dilemmaspel.via_phones import by_phone

    with by_phone(session, wish.participants, texts) as crowd:
        yield crowd


def _print(state: State, wish: Wish, out: TextIO, texts: Texts) -> None:
    if wish.as_json:
        told = summary(state, wish.seed, wish.participants)
        print(json.dumps(told, ensure_ascii=False), file=out)
        return
    scenario = state.scenario
    print(scenario.title, file=out)
    for dilemma_id, taken in state.flow.decisions.items():
        dilemma = scenario.dilemma(dilemma_id)
        if dilemma is not None:
            print(f"  {dilemma.title}: {_outcome(dilemma, taken, texts)}", file=out)
    _print_end(state, scenario, out, texts)


def _outcome(dilemma: Dilemma, taken: Taken, texts: Texts) -> str:
    chosen, shares = taken.chosen.options, taken.chosen.shares
    labels = [o.label for o in dilemma.options if o.id in chosen]
    points = [f"{o.label} {texts.number(shares[o.id])}" for o in dilemma.options if o.id in shares]
    return ", ".join(labels or points)


def _print_end(state: State, scenario: Scenario, out: TextIO, texts: Texts) -> None:
    last = state.flow.world.snapshots[-1] if state.flow.world.snapshots else None
    for indicator in scenario.indicators if last else ():
        name = texts(words.INDICATORS[indicator.id].name)
        value = last.indicators[indicator.id] if last else 0
        print(f"  {name}: {indicator.start} → {value}", file=out)
    found = final_ending(state)
    if found:
        print(f"  {found[1]}", file=out)
