"""What a session came to, from its state alone."""

from dilemmaspel.desktop.archive.summary import summary_of
from dilemmaspel.game.phases import Phase
from tests.desktop.samples import FLAGSHIPS, played, scenario
from tests.desktop.start.house import T


def test_a_finished_session_has_every_decision_and_its_ending() -> None:
    *_, last = played(FLAGSHIPS[0])
    summary = summary_of(T, last.state)
    titles = [scenario(FLAGSHIPS[0]).dilemma(d) for d in last.state.flow.played]
    assert [one.title for one in summary.decided] == [d.title for d in titles if d]
    assert all(one.outcome and one.how for one in summary.decided)
    assert summary.ending in {one.text.strip() for one in last.state.scenario.endings}


def test_a_division_of_points_says_what_each_got() -> None:
    *_, last = played(FLAGSHIPS[0])
    words = " ".join(one.outcome for one in summary_of(T, last.state).decided)
    assert any(letter.isdigit() for letter in words)


def test_an_unfinished_session_has_no_ending_yet() -> None:
    first = next(m for m in played(FLAGSHIPS[0]) if m.state.flow.phase is Phase.VOTE1)
    summary = summary_of(T, first.state)
    assert (summary.decided, summary.ending) == ((), "")
