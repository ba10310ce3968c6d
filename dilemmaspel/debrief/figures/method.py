"""The method note: how was voted, by how many, and what was hidden."""

from dataclasses import dataclass
from typing import ClassVar

from dilemmaspel.debrief.figures import columns
from dilemmaspel.debrief.figures.places import DilemmaName
from dilemmaspel.debrief.figures.tables import Column, Table, Unit
from dilemmaspel.debrief.saying import Say, plural, say
from dilemmaspel.game.ballots import Channel, Vote
from dilemmaspel.game.setup import Kind
from dilemmaspel.texts import mark
from dilemmaspel.words.measures import PLAY_VALUES
from dilemmaspel.words.names import CHANNELS, VOTES


@dataclass(frozen=True, slots=True)
class Turnout:
    """One vote that was held: people present, ballots, and who is missing."""

    dilemma: DilemmaName
    vote: Vote
    present: int
    """People."""
    valid: int
    """Ballots; a table has one."""
    abstained: int
    missing: int
    """People present of whom there is no ballot."""
    by_hand: int
    """People counted by a show of hands."""
    invalid: int
    attempt: int
    """Above 1 the vote was opened anew."""


@dataclass(frozen=True, slots=True)
class Method:
    """How the figures came about: channels, numbers, absentees, thresholds."""

    key: ClassVar[str] = "method"

    kind: Kind
    people: int
    """Everybody who took part, also who left early."""
    late: int
    """People who came in after the first dilemma began."""
    left: int
    """People who left before the end."""
    channels: tuple[tuple[Channel, int], ...]
    """Ballots per way of voting, over all votes."""
    votes: tuple[Turnout, ...]
    smallest_group: int
    """With own voices no result per role below this number of people."""
    least_ballots: int
    """Below this number of ballots there is no label and no index."""
    practice: bool = False
    """A rehearsal with simulated participants."""

    def title(self) -> Say:
        """Name the note."""
        return say(mark("How this was counted"))

    def sentence(self) -> Say:
        """Say what the votes are not."""
        if self.kind is Kind.ROLE_PLAY:
            return say(mark("People played a role. These are no opinions of real organisations."))
        return say(mark("People voted as themselves."))

    def notes(self) -> tuple[Say, ...]:
        """Say how was voted, and from what number on something is shown."""
        told = [
            self.sentence(),
            plural("{n} person took part.", "{n} people took part.", self.people),
            *(
                plural(
                    "{n} vote came in by: {channel}.",
                    "{n} votes came in by: {channel}.",
                    n,
                    channel=say(CHANNELS[channel]),
                )
                for channel, n in self.channels
            ),
        ]
        if self.late:
            told.append(plural("{n} person came later.", "{n} people came later.", self.late))
        if self.left:
            told.append(plural("{n} person left early.", "{n} people left early.", self.left))
        told.append(
            say(mark("Below {n} votes there is no word and no index."), n=self.least_ballots)
        )
        if self.kind is Kind.OWN_VOICE:
            told.append(
                say(mark("A role with fewer than {n} people is not shown."), n=self.smallest_group)
            )
        if self.practice:
            told.append(say(mark("This was a rehearsal with simulated participants.")))
        return tuple(told)

    def table(self) -> Table:
        """Give a row per vote that was held."""
        return Table(
            title=self.title(),
            columns=(
                columns.DILEMMA,
                columns.VOTE,
                Column("present", say(mark("Present")), Unit.COUNT),
                columns.VALID,
                columns.ABSTAINED,
                Column("missing", say(mark("Did not vote")), Unit.COUNT),
                Column("by_hand", say(mark("Counted by hand")), Unit.COUNT),
                Column("invalid", say(mark("Not valid")), Unit.COUNT),
                Column("attempt", say(mark("Attempt")), Unit.COUNT),
            ),
            rows=tuple(
                (
                    one.dilemma.title,
                    say(VOTES[one.vote]),
                    one.present,
                    one.valid,
                    one.abstained,
                    one.missing,
                    one.by_hand,
                    one.invalid,
                    one.attempt,
                )
                for one in self.votes
            ),
            notes=self.notes(),
            row_heads=2,
        )


@dataclass(frozen=True, slots=True)
class EffectOf:
    """What a decision did at once to one indicator that is shown."""

    name: Say
    delta: int
    before: int
    after: int
    better: bool | None
    """None when nothing moved."""


@dataclass(frozen=True, slots=True)
class Effects:
    """What one decision did at once."""

    key: ClassVar[str] = "effects"

    dilemma: DilemmaName
    effects: tuple[EffectOf, ...]

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("What it did at once"))

    def sentence(self) -> Say:
        """Say how many things got better and how many worse."""
        better = sum(one.better is True for one in self.effects)
        worse = sum(one.better is False for one in self.effects)
        return say(
            mark("At once {better} of the {all} things got better and {worse} got worse."),
            better=better,
            worse=worse,
            all=len(self.effects),
        )

    def table(self) -> Table:
        """Give a row per indicator."""
        return Table(
            title=say(mark("{dilemma}: what it did at once"), dilemma=self.dilemma.title),
            columns=(
                columns.INDICATOR,
                Column("before", say(mark("Before")), Unit.NUMBER),
                columns.CHANGE,
                Column("after", say(mark("After")), Unit.NUMBER),
            ),
            rows=tuple((e.name, e.before, e.delta, e.after) for e in self.effects),
            notes=(say(PLAY_VALUES),),
        )
