"""Everything a report or the archive tells about one session, from its state."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dilemmaspel.debrief.beside import NOTHING, Beside
from dilemmaspel.debrief.builders import people, spoken, years
from dilemmaspel.debrief.builders.alignment import alignment
from dilemmaspel.debrief.builders.closeness import (
    acceptance,
    closeness,
    group_order,
    label,
    points_spread,
)
from dilemmaspel.debrief.builders.rules import rules_of
from dilemmaspel.debrief.builders.votes import flow, shares
from dilemmaspel.debrief.figures import (
    Acceptance,
    Agreements,
    Alignment,
    Closeness,
    DilemmaName,
    DilemmaRules,
    EffectOf,
    Effects,
    ExitPoll,
    Figure,
    GroupOrder,
    Guesses,
    InfoShared,
    Label,
    Lenses,
    Method,
    Notes,
    OtherRules,
    Payers,
    PersonalGap,
    Place,
    PointsSpread,
    Remarks,
    RolesAtTable,
    Shares,
    Timeline,
    Turnout,
    ValueCards,
    VoteFlow,
    WhatIf,
    YearLines,
)
from dilemmaspel.debrief.naming import (
    ballot_places,
    chosen_places,
    dilemma_name,
    name_of,
    played_dilemmas,
)
from dilemmaspel.debrief.otherpaths import all_paths, indicator_name, what_if_of
from dilemmaspel.debrief.saying import Say, say
from dilemmaspel.debrief.whatif import Worlds, worlds
from dilemmaspel.game.ballots import Channel, Vote
from dilemmaspel.game.measures import MIN_BALLOTS
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.results import effect_views, outcome_text
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.setup import Kind, Profile, Setup
from dilemmaspel.game.state import State
from dilemmaspel.game.steps import final_ending
from dilemmaspel.game.terms import Rule, Theme
from dilemmaspel.game.world import World, resolve
from dilemmaspel.words.rules import RULES

_BEFORE = (Phase.LOBBY, Phase.INTRO, Phase.ROLES)


@dataclass(frozen=True, slots=True)
class Decided:
    """A confirmed decision."""

    places: tuple[Place, ...]
    """What was chosen, best first; of a points question every option."""
    points: tuple[int, ...]
    """Points only: whole points per place."""
    rule: Say
    fallback_used: bool
    by_facilitator: bool
    reason: str
    """The facilitator's own words, or empty."""
    outcome: str
    """What happens, in the words of the scenario or as the group amended them."""
    amended: bool
    """Whether the group changed those words under consent."""


@dataclass(frozen=True, slots=True)
class DilemmaRecord:
    """One dilemma: a page of a report."""

    name: DilemmaName
    story: str
    tension: tuple[str, str]
    places: tuple[Place, ...]
    """What could be chosen, or the points of the scale."""
    first: Shares | None
    second: Shares | None
    """None when there was one vote."""
    flow: VoteFlow | None
    labels: tuple[Label, ...]
    """Of every vote that was held, in order."""
    points: PointsSpread | None
    order: GroupOrder | None
    acceptance: Acceptance | None
    remarks: Remarks
    """Arguments, conditions, explanations, objections."""
    smallest: tuple[Place, ...]
    """The side with the fewest votes in vote 1, which was heard first; empty without sides."""
    decided: Decided
    effects: Effects
    rules: DilemmaRules

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the page that has something to show, in the order of a report."""
        found: tuple[Figure | None, ...] = (
            self.first,
            self.second,
            self.flow,
            self.points,
            self.order,
            self.acceptance,
            self.remarks if self.remarks.remarks else None,
            self.effects,
            OtherRules((self.rules,)),
        )
        return tuple(figure for figure in found if figure is not None)


@dataclass(frozen=True, slots=True)
class Record:
    """A whole session. What may not be shown in it is not here either."""

    session: str
    scenario: str
    """The scenario's id."""
    version: int
    title: str
    place: str
    theme: Theme | None
    organisation: str
    region: str
    started_at: int
    """Milliseconds since the epoch."""
    kind: Kind
    profile: Profile
    setup: Setup
    closed: bool
    dilemmas: tuple[DilemmaRecord, ...]
    skipped: tuple[DilemmaName, ...]
    ending: str
    """The closing text; empty before the end or without one."""
    roles: RolesAtTable
    timeline: Timeline
    closeness: Closeness
    alignment: Alignment
    info: InfoShared
    lines: YearLines
    """With the null line only; `what_if` has where every other path ends."""
    lenses: Lenses
    payers: Payers
    what_if: WhatIf
    values: ValueCards
    personal: PersonalGap
    guesses: Guesses
    notes: Notes
    agreements: Agreements
    exit_poll: ExitPoll
    method: Method

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the session as a whole, in the order of a report."""
        return (
            self.roles,
            self.timeline,
            self.closeness,
            self.alignment,
            self.info,
            self.lines,
            self.lenses,
            self.payers,
            self.what_if,
            self.values,
            self.personal,
            self.guesses,
            self.notes,
            self.agreements,
            self.exit_poll,
            self.method,
        )


def record(state: State, beside: Beside = NOTHING) -> Record:
    """Bring together everything about a session; also of one that is still under way."""
    scenario, setup, at = state.scenario, state.setup, worlds(state)
    closed = state.flow.phase is Phase.CLOSED
    over = closed or state.flow.phase is Phase.DEBRIEF
    found = final_ending(state) if over else None
    return Record(
        session=state.session,
        scenario=scenario.id,
        version=scenario.version,
        title=scenario.title,
        place=scenario.place,
        theme=scenario.theme,
        organisation=setup.organisation,
        region=setup.region,
        started_at=state.started_at,
        kind=setup.kind,
        profile=setup.profile,
        setup=setup,
        closed=closed,
        dilemmas=tuple(_dilemma(state, d, at) for d in played_dilemmas(state)),
        skipped=_skipped(state),
        ending=found[1] if found else "",
        roles=people.roles_at_table(state),
        timeline=years.timeline(state),
        closeness=closeness(state),
        alignment=alignment(state),
        info=people.info_shared(state, beside),
        lines=years.year_lines(state),
        lenses=years.lenses(state),
        payers=years.payers(state),
        what_if=what_if_of(state, all_paths(state)),
        values=people.value_cards(state),
        personal=people.personal_gap(state, beside),
        guesses=people.guesses(state),
        notes=spoken.notes(state),
        agreements=spoken.agreements(state),
        exit_poll=spoken.exit_poll(state),
        method=method(state),
    )


def _skipped(state: State) -> tuple[DilemmaName, ...]:
    left = (d.id for d in state.scenario.dilemmas if d.id in state.flow.left)
    return tuple(name for d in left if (name := name_of(state, d)))


def _dilemma(state: State, dilemma: Dilemma, at: Worlds) -> DilemmaRecord:
    held = [v for v in (Vote.FIRST, Vote.SECOND) if (dilemma.id, v) in state.flow.results]
    last = held[-1] if held else Vote.FIRST
    box = state.box(dilemma.id, last)
    return DilemmaRecord(
        name=dilemma_name(state, dilemma),
        story=dilemma.story,
        tension=dilemma.tension,
        places=ballot_places(dilemma, box.options if box else ()),
        first=shares(state, dilemma, Vote.FIRST),
        second=shares(state, dilemma, Vote.SECOND),
        flow=flow(state, dilemma),
        labels=tuple(one for v in held if (one := label(state, dilemma, v))),
        points=points_spread(state, dilemma, last),
        order=group_order(state, dilemma, last),
        acceptance=acceptance(state, dilemma, at),
        remarks=spoken.remarks(state, dilemma),
        smallest=smallest(state, dilemma),
        decided=_decided(state, dilemma, at.get(dilemma.id)),
        effects=_effects(state, dilemma, at.get(dilemma.id)),
        rules=rules_of(state, dilemma, at),
    )


def smallest(state: State, dilemma: Dilemma) -> tuple[Place, ...]:
    """Give the side with the fewest votes in vote 1; empty on a scale or without two sides."""
    first = shares(state, dilemma, Vote.FIRST)
    if first is None or any(place.on_scale for place in first.places):
        return ()
    sides = [(place, n) for place, n in zip(first.places, first.counts, strict=True) if n]
    fewest = min((n for _, n in sides), default=0)
    return tuple(place for place, n in sides if n == fewest) if len(sides) > 1 else ()


def _decided(state: State, dilemma: Dilemma, before: World | None) -> Decided:
    taken = state.flow.decisions[dilemma.id]
    places, points = chosen_places(dilemma, taken.chosen)
    chosen = taken.chosen
    after = resolve(state.scenario, before, dilemma, chosen) if before else None
    return Decided(
        places=places,
        points=points,
        rule=say(RULES[Rule.FACILITATOR if taken.by_facilitator else taken.rule].name),
        fallback_used=taken.fallback_used,
        by_facilitator=taken.by_facilitator,
        reason=taken.reason,
        outcome=outcome_text(state, dilemma, chosen.options, chosen.shares, after),
        amended=bool(taken.text),
    )


def _effects(state: State, dilemma: Dilemma, before: World | None) -> Effects:
    """Put what the decision did at once on the values from before it."""
    found = []
    for view in effect_views(state, dilemma):
        start = before.indicators[view.indicator] if before else view.before
        name = indicator_name(view.indicator)
        found.append(EffectOf(name, view.delta, start, start + view.delta, view.better))
    return Effects(dilemma_name(state, dilemma), tuple(found))


# ------------------------------------------------------------------- how it was counted


def method(state: State) -> Method:
    """Bring together how was voted, by how many, and the thresholds."""
    seats = state.seats.values()
    return Method(
        kind=state.setup.kind,
        people=sum(s.heads for s in seats if s.active or s.left not in _BEFORE),
        late=sum(s.heads for s in seats if s.joined not in _BEFORE),
        left=sum(s.heads for s in seats if s.left is not None and s.left not in _BEFORE),
        channels=_channels(state),
        votes=tuple(_turnouts(state)),
        smallest_group=state.setup.smallest_group,
        least_ballots=MIN_BALLOTS,
        practice=state.setup.practice,
    )


def _channels(state: State) -> tuple[tuple[Channel, int], ...]:
    found: Counter[Channel] = Counter()
    for dilemma_id, vote in state.flow.results:
        box = state.box(dilemma_id, vote)
        for ballot in box.live() if box else ():
            found[ballot.channel] += ballot.count
    return tuple((channel, found[channel]) for channel in Channel if found[channel])


def _turnouts(state: State) -> Iterator[Turnout]:
    for dilemma in played_dilemmas(state):
        for vote in Vote:
            result = state.flow.results.get((dilemma.id, vote))
            if result is not None:
                yield Turnout(
                    dilemma=dilemma_name(state, dilemma),
                    vote=vote,
                    present=result.present,
                    valid=result.valid,
                    abstained=result.abstained,
                    missing=result.missing,
                    by_hand=result.hands,
                    invalid=result.invalid,
                    attempt=state.flow.attempts.get((dilemma.id, vote), 1),
                )
