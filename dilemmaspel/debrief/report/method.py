"""How a report came about: who voted how, who was missing, and what was held back."""

from collections import Counter
from collections.abc import Iterator

from dilemmaspel.debrief.builders.votes import shares
from dilemmaspel.debrief.export.about import ROLES_WERE_PLAYED
from dilemmaspel.debrief.naming import played_dilemmas
from dilemmaspel.debrief.report import document as d
from dilemmaspel.debrief.report.source import Source
from dilemmaspel.game.ballots import Channel, Vote
from dilemmaspel.game.measures import MIN_BALLOTS
from dilemmaspel.game.setup import Kind
from dilemmaspel.game.state import State
from dilemmaspel.texts import Texts
from dilemmaspel.words import CHANNELS, PLAY_VALUES, VOTES


def method_section(t: Texts, source: Source) -> d.Section:
    """Write the note on method."""
    state = source.state
    blocks = (
        d.Words(_opening(t, state), d.Tone.LEAD),
        d.Facts(tuple(_facts(t, source))),
        _turnout(t, state),
        *(d.Words(line) for line in _thresholds(t, state)),
        d.Words(t(PLAY_VALUES)),
    )
    return d.Section("method", t("How this report was made"), blocks)


def _opening(t: Texts, state: State) -> str:
    if state.setup.kind is Kind.ROLE_PLAY:
        return t(ROLES_WERE_PLAYED)
    return t("People voted as themselves. Who they are is not in this report.")


def _facts(t: Texts, source: Source) -> Iterator[tuple[str, str]]:
    state = source.state
    yield t("People"), people_words(t, state)
    yield t("How people voted"), ", ".join(_channels(t, state))
    left = [seat for seat in state.seats.values() if not seat.active]
    if left:
        yield t("Left earlier"), t.number(sum(seat.heads for seat in left))
    scenario = state.scenario
    yield t("Scenario"), t("{id}, version {n}", id=scenario.id, n=scenario.version)
    if source.check_code:
        yield t("Check code"), source.check_code


def people_words(t: Texts, state: State) -> str:
    """Say how many people took part in how many roles."""
    seats = state.seats.values()
    people = sum(seat.heads for seat in seats)
    roles = len({seat.role for seat in seats})
    who = t.plural("{n} person", "{n} people", people)
    return t("{people} in {roles}", people=who, roles=t.plural("{n} role", "{n} roles", roles))


def _channels(t: Texts, state: State) -> Iterator[str]:
    """Count the people behind the ballots that count, per way of voting."""
    found: Counter[Channel] = Counter()
    for dilemma in played_dilemmas(state):
        for vote in (Vote.FIRST, Vote.SECOND):
            box = state.box(dilemma.id, vote)
            for ballot in box.live() if box else ():
                found[ballot.channel] += ballot.count
    for channel, n in found.most_common():
        yield t("{way} ({n})", way=t(CHANNELS[channel]), n=t.plural("{n} vote", "{n} votes", n))


def _turnout(t: Texts, state: State) -> d.Grid:
    rows = []
    for dilemma in played_dilemmas(state):
        for vote in (Vote.FIRST, Vote.SECOND):
            found = shares(state, dilemma, vote)
            if found is not None:
                counts = (found.present, found.valid, found.abstained, found.missing, found.by_hand)
                rows.append((dilemma.title, t(VOTES[vote]), *(t.number(n) for n in counts)))
    names = (t("Present"), t("Valid votes"), t("Abstained"), t("Did not vote"), t("By hand"))
    heads = (d.Head(t("Dilemma")), d.Head(t("Vote")), *(d.Head(name, True) for name in names))
    return d.Grid(t("Who took part in which vote"), heads, tuple(rows), row_heads=2)


def _thresholds(t: Texts, state: State) -> Iterator[str]:
    yield t("No measure is given of fewer than {n} votes.", n=MIN_BALLOTS)
    yield t("Own votes beside a role are only counted, from {n} people on.", n=MIN_BALLOTS)
    if state.setup.kind is Kind.OWN_VOICE:
        least = state.setup.smallest_group
        yield t("Results per role are shown from {n} people on, and only together.", n=least)
    yield t("People in one room are not independent: this is one session, not a survey.")
    yield t("A table votes as one; its people count for who took part, not for the result.")
