"""A session that is looked at later shows at every moment what it was then."""

from pathlib import Path

import pytest

from dilemmaspel.game import commands as c
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.seeing import public_view
from dilemmaspel.game.state import State
from dilemmaspel.session import Session
from dilemmaspel.storage import opening
from dilemmaspel.storage.figures import WHOLE_ROOM, figures_of, quality_of
from dilemmaspel.storage.log import LogFile, open_log
from dilemmaspel.storage.replay import KEPT_EVERY, Replay
from tests.session.room import Clock, advance, ask, go_to, opened


class Watched:
    """A session of which every saved state was seen."""

    def __init__(self, path: Path) -> None:
        self.log: LogFile = open_log(path)
        session = Session(self.log, clock=Clock())
        seen: list[State] = []
        session.subscribe(seen.append)
        opened(session, people=9)
        go_to(session, Phase.DECISION)
        ask(session, c.Undo())
        ask(session, c.Blank(on=True))
        ask(session, c.Blank(on=False))
        go_to(session, Phase.NEWS_STORY)
        advance(session)
        ask(session, c.EndEarly(session.latest.step))
        go_to(session, Phase.DEBRIEF)
        ask(session, c.CloseSession())
        session.stop()
        self.seen = seen
        self.replay = Replay([(event, at) for event, at, _ in self.log.events("s1")])


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    made = Watched(tmp_path_factory.mktemp("replay") / "log.sqlite")
    made.log.close()
    return made


def test_everything_that_the_beamer_showed_is_shown_again(watched: Watched) -> None:
    replay = watched.replay
    shown = [public_view(replay.at(place)[0]) for place in range(1, len(replay) + 1)]
    then = [public_view(state) for state in watched.seen]
    left = iter(shown)
    assert all(any(view == now for now in left) for view in then), "in the same order"


def test_any_moment_is_reached_from_any_other(watched: Watched) -> None:
    replay = watched.replay
    assert len(replay) > KEPT_EVERY
    forward = [replay.at(place)[0] for place in range(1, len(replay) + 1)]
    backward = [replay.at(place)[0] for place in range(len(replay), 0, -1)]
    assert forward == backward[::-1]
    assert replay.at(0) == replay.at(1)
    assert replay.at(10_000)[0] == replay.end


def test_the_next_phase_and_the_one_before_are_a_jump_away(watched: Watched) -> None:
    replay = watched.replay
    starts = [moment.place for moment in replay.moments if moment.is_phase]
    assert [replay.phase_after(place) for place in starts[:-1]] == starts[1:]
    assert [replay.phase_before(place) for place in starts[1:]] == starts[:-1]
    assert replay.phase_before(starts[3] + 1) == starts[3]
    assert replay.phase_before(1) == 1
    assert replay.phase_after(len(replay)) == len(replay)


def test_the_timeline_tells_what_moved_the_session(watched: Watched) -> None:
    kinds = [moment.kind for moment in watched.replay.moments]
    assert (kinds[0], kinds[-1]) == ("SessionStarted", "SessionClosed")
    assert {"PhaseEntered", "DecisionTaken", "Undone"} <= set(kinds)


def test_a_session_without_events_cannot_be_played() -> None:
    with pytest.raises(ValueError, match="without events"):
        Replay([])


def test_the_figures_of_a_session_are_those_of_its_votes(watched: Watched) -> None:
    state = watched.replay.end
    with opening.reading(watched.log.path) as conn:
        (found,) = figures_of(conn, ["s1", "nowhere"])
        quality = quality_of(conn, "s1")
        assert quality_of(conn, "nowhere") is None
    (dilemma, *_) = found.rounds
    for (name, vote), tally in state.flow.results.items():
        if name != dilemma.dilemma:
            continue
        number = 1 if vote.value == "vote1" else 2
        room = dilemma.votes[number, WHOLE_ROOM]
        assert (room.valid, room.abstained, room.persons) == (
            tally.valid,
            tally.abstained,
            tally.persons,
        )
        assert room.counts == {str(o): n for o, n in tally.counts.items() if n}
    assert sum(dilemma.shifts.values()) == 9
    assert quality is not None
    assert (quality.finished, quality.decided, quality.undone) == (True, 1, 1)
    assert (quality.missing, quality.hand_share) == (0, 0)
