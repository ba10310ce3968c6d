"""Figures with as much in them as a session can give: long words, many roles, many people."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from dilemmaspel.debrief import figures as f
from dilemmaspel.debrief.saying import say
from dilemmaspel.game.ballots import Channel, ValueCard, Vote
from dilemmaspel.game.commands import NoteKind
from dilemmaspel.game.ids import DilemmaId, EndingId, PocketId
from dilemmaspel.game.scenario import Indicator, Role
from dilemmaspel.game.setup import Kind
from dilemmaspel.game.terms import QuestionType
from tests.game.playing import SCHAKEL, flagship

LONG = "Een gezamenlijke buurtkamer, twee jaar lang door bewoners geleid"


def roles(count: int) -> tuple[Role, ...]:
    return tuple(r for r in flagship(SCHAKEL).roles if r.voting)[:count]


def dilemma(number: int = 1) -> f.DilemmaName:
    found = flagship(SCHAKEL).dilemmas[(number - 1) % len(flagship(SCHAKEL).dilemmas)]
    return f.DilemmaName(
        DilemmaId(f"d{number}"), number, found.title, found.question, QuestionType.SINGLE_CHOICE
    )


def places(count: int = 4, *, abstained: bool = False) -> tuple[f.Place, ...]:
    labels = (LONG, "Een open inloop", "Zorg aan huis", "Alles blijft zoals het is", "Anders")
    found = tuple(f.Place("abcdefghij"[n], n, labels[n % 5]) for n in range(count))
    return (*found, f.not_voted()) if abstained else found


def spread(total: int, parts: int, seed: int) -> tuple[int, ...]:
    """Divide a number over parts in a way that differs per seed."""
    made = [0] * parts
    for n in range(total):
        made[(n * n + seed * 7 + n * seed) % parts] += 1
    return tuple(made)


def shares(people: int, count: int = 8) -> f.Shares:
    each = people // count
    own = tuple(
        f.RoleShare(role, spread(each, 4, n), each, 0) for n, role in enumerate(roles(count))
    )
    counts = tuple(sum(one.counts[n] for one in own) for n in range(4))
    return f.Shares(
        dilemma=dilemma(),
        vote=Vote.SECOND,
        places=places(),
        counts=counts,
        valid=sum(counts),
        abstained=1,
        missing=0,
        present=people,
        weighted=None,
        roles=own,
        hidden=0,
        by_hand=0,
        chosen=("b",),
    )


def flow(people: int, count: int = 8) -> f.VoteFlow:
    own = []
    for n, role in enumerate(roles(count)):
        table = [[0] * 5 for _ in range(5)]
        for m in range(people // count):
            i, j = (n + m) % 4, (n + m * m + (m % 3 == 0)) % 4
            table[i][j] += 1
        rows = tuple(tuple(row) for row in table)
        moved = sum(rows[i][j] for i in range(5) for j in range(5) if i != j)
        own.append(f.RoleFlow(role, rows, people // count, moved, Fraction(0)))
    whole = tuple(tuple(sum(o.table[i][j] for o in own) for j in range(5)) for i in range(5))
    n = sum(map(sum, whole))
    return f.VoteFlow(
        dilemma=dilemma(),
        places=places(abstained=True),
        table_of_moves=whole,
        n=n,
        moved=sum(o.moved for o in own),
        net=Fraction(1, 6),
        silent=Fraction(2, n),
        excluded=1,
        by_hand=False,
        net_only=(),
        roles=tuple(own),
    )


def hands() -> f.VoteFlow:
    return f.VoteFlow(
        dilemma=dilemma(),
        places=places(),
        table_of_moves=(),
        n=0,
        moved=0,
        net=Fraction(1, 6),
        silent=Fraction(0),
        excluded=0,
        by_hand=True,
        net_only=tuple((place, 9 - n, 4 + 2 * n) for n, place in enumerate(places())),
        roles=(),
    )


def indicators() -> tuple[Indicator, ...]:
    return flagship(SCHAKEL).indicators


def path(kind: f.PathKind, name: str, seed: int) -> f.Path:
    steps = tuple(
        f.PathStep(
            dilemma(n + 1),
            f.Turn.CHANGED if (n + seed) % 3 == 1 else f.Turn.SAME,
            (places()[(n + seed) % 4],),
        )
        for n in range(4)
    )
    real = kind is f.PathKind.REAL
    if real or kind is f.PathKind.NULL:
        steps = tuple(f.PathStep(s.dilemma, f.Turn.SAME, s.chosen) for s in steps if real)
    end = tuple(40 + (n * 7 + seed * 5) % 20 for n in range(len(indicators())))
    return f.Path(f"p{seed}", kind, say(name), steps, end, 40, EndingId("x"))


def paths() -> tuple[f.Path, ...]:
    return (
        path(f.PathKind.REAL, "Ons pad", 0),
        path(f.PathKind.NULL, "Niets gedaan", 1),
        path(f.PathKind.FIRST_VOTE, "Als we bij stem 1 waren gebleven", 2),
        path(f.PathKind.ROLE_ALONE, "Als alleen de beleidsmedewerker had beslist", 3),
    )


def lines(others: int = 2) -> f.YearLines:
    years = tuple(range(8))

    def series(seed: int, n: int) -> tuple[int, ...]:
        return tuple(50 + ((year * (seed + 1) * 3 + n * 5) % 17) - 6 for year in years)

    found = tuple(
        f.YearLine(
            one,
            say(_NAMES[n % len(_NAMES)]),
            series(0, n),
            series(1, n),
            tuple(series(2 + m, n) for m in range(others)),
        )
        for n, one in enumerate(indicators())
    )
    return f.YearLines(years, 4, found, paths()[2 : 2 + others])


_NAMES = (
    "Bestaanszekerheid",
    "Gezondheid",
    "Eenzaamheid en steun in de buurt",
    "Vertrouwen",
    "Druk op de zorg",
    "Veiligheid",
    "Zeggenschap",
)


def lenses(count: int = 8) -> f.Lenses:
    return f.Lenses(
        tuple(
            f.LensOf(role, Fraction(n - 4), Fraction(4 - 2 * n), Fraction(n % 3 - 1) * 4)
            for n, role in enumerate(roles(count))
        )
    )


def alignment(count: int = 8) -> f.Alignment:
    cells = tuple(
        tuple(
            Fraction((i * j * 13 + i + j) % 11, 10) if (i + j) % 7 else None for j in range(count)
        )
        for i in range(count)
    )
    three = tuple((3,) * count for _ in range(count))
    return f.Alignment(roles(count), cells, three, three)


def labels(dilemmas: int = 4) -> f.Closeness:
    made = []
    for n in range(dilemmas):
        for vote in (Vote.FIRST, Vote.SECOND):
            counts = spread(12, 4, n + (vote is Vote.SECOND))
            made.append(
                f.Label(
                    dilemma(n + 1),
                    vote,
                    tuple(zip(places(), counts, strict=True)),
                    12,
                    ordered=False,
                    number=1 + (n + (vote is Vote.SECOND)) % 4,
                )
            )
    return f.Closeness(tuple(made))


def rules(dilemmas: int = 4) -> f.OtherRules:
    def outcome(name: str, n: int, came: f.Came, **more: Any) -> f.RuleOutcome:
        return f.RuleOutcome(say(name), came, (places()[n % 4],), **more)

    return f.OtherRules(
        tuple(
            f.DilemmaRules(
                dilemma(n + 1),
                (
                    outcome("Meeste stemmen", n, f.Came.DECIDED, real=True),
                    outcome("Iedere rol telt even zwaar", n + 1, f.Came.DECIDED, differs=True),
                    outcome("Iedereen kan ermee leven", n, f.Came.NOT_REACHED),
                    outcome("Meer dan de helft", n, f.Came.RUNOFF),
                ),
            )
            for n in range(dilemmas)
        )
    )


def at_table(filled: int = 8, absent: int = 4, *, ask: bool = False) -> f.RolesAtTable:
    every = flagship(SCHAKEL).roles
    here = tuple(f.RoleAt(role, 1 + n % 4) for n, role in enumerate(every[:filled]))
    away = tuple(f.RoleAt(role, 0) for role in every[filled : filled + absent])
    return f.RolesAtTable(here, away, ask)


def timeline() -> f.Timeline:
    moments: list[f.Moment] = []
    for year in range(1, 8):
        title = dilemma(year).title
        if year < 5:
            moments.append(f.Moment(year, f.Happened.DILEMMA, title, title))
            moments.append(f.Moment(year, f.Happened.DECISION, LONG, title))
        moments.append(
            f.Moment(year, f.Happened.NEWS, "De buurtkamer gaat open. Er komen meer mensen dan")
        )
    return f.Timeline((*moments, f.Moment(7, f.Happened.ENDING, "Een buurt die zichzelf draagt.")))


def every() -> dict[str, Sequence[f.Figure]]:
    """Every figure by its key, small and large, with data and without."""
    p = places()
    cards = tuple(ValueCard)[:6]
    return {
        "shares": (shares(12, 4), shares(16), shares(40)),
        "flow": (flow(12, 4), flow(40), hands()),
        "closeness": (labels(), f.Closeness(())),
        "points": (
            f.PointsSpread(
                dilemma(),
                Vote.SECOND,
                100,
                12,
                tuple(
                    f.PointsOf(p[n], v, Fraction(v), Fraction(v), 3.0, Fraction(5), Fraction(70))
                    for n, v in enumerate((40, 30, 20, 10))
                ),
                Fraction(11, 20),
            ),
            f.PointsSpread(dilemma(), Vote.SECOND, 100, 0, (), None),
        ),
        "order": (
            f.GroupOrder(
                dilemma(),
                Vote.SECOND,
                12,
                tuple(f.Ranked(p[n], Fraction(40 - 9 * n, 2), 3, n + 1) for n in range(4)),
                p[0],
                Fraction(1, 2),
            ),
            f.GroupOrder(dilemma(), Vote.SECOND, 0, (), None, None),
        ),
        "acceptance": (
            f.Acceptance(dilemma(), 12, tuple((q, 12 - 3 * n) for n, q in enumerate(p)), (), 0, ()),
            f.Acceptance(dilemma(), 0, (), (p[1],), 12, (LONG, "Te duur.")),
            f.Acceptance(dilemma(), 0, (), (), 0, ()),
        ),
        "roles": (at_table(), at_table(ask=True), f.RolesAtTable((), ())),
        "alignment": (alignment(), alignment(4), f.Alignment((), (), (), ())),
        "values": (
            f.ValueCards(
                cards,
                tuple(12 - 2 * n for n in range(6)),
                tuple(f.ValuesOfRole(r, (2, 1, 1, 0, 1, 0)) for r in roles(8)),
            ),
            f.ValueCards((), (), ()),
        ),
        "personal": (
            f.PersonalGap(
                (
                    *(f.GapIn(dilemma(n), 12, 3 * n) for n in (1, 2, 3)),
                    f.GapIn(dilemma(4), None, None),
                )
            ),
            f.PersonalGap(()),
        ),
        "guesses": (
            f.Guesses(tuple(f.GuessesOf(r, 10, n, Fraction(1, 4)) for n, r in enumerate(roles(8)))),
            f.Guesses(()),
        ),
        "info": (
            f.InfoShared(
                tuple(
                    f.InfoIn(
                        dilemma(n),
                        tuple(
                            f.SharedCard(r, "", shared=(n + m) % 3 > 0)
                            for m, r in enumerate(roles(8))
                        ),
                        12,
                        2 * n,
                        Fraction(1, 6),
                    )
                    for n in (1, 2, 3, 4)
                )
            ),
            f.InfoShared(()),
        ),
        "rules": (rules(), f.OtherRules(())),
        "what_if": (
            f.WhatIf(
                tuple(str(one.id) for one in indicators()),
                tuple(say(_NAMES[n % len(_NAMES)]) for n in range(len(indicators()))),
                paths(),
            ),
            f.WhatIf((), (), ()),
        ),
        "lines": (lines(), lines(0), f.YearLines((0,), 0, ())),
        "lenses": (lenses(), lenses(10), f.Lenses(())),
        "crossings": (
            f.Crossings(
                tuple(
                    f.Crossing(one, say(_NAMES[n % len(_NAMES)]), n if n % 3 else None)
                    for n, one in enumerate(indicators())
                )
            ),
            f.Crossings(()),
        ),
        "payers": (
            f.Payers(
                tuple(
                    f.PocketOf(PocketId(name), name.capitalize(), 480 - 90 * n, 120 * n)
                    for n, name in enumerate(
                        (
                            "gemeente",
                            "zorgverzekeraar",
                            "woningcorporatie",
                            "inwoners",
                            "werkgevers",
                        )
                    )
                )
            ),
            f.Payers(()),
        ),
        "timeline": (timeline(), f.Timeline(())),
        "effects": (
            f.Effects(
                dilemma(),
                tuple(
                    f.EffectOf(
                        say(_NAMES[n]), 2 * n - 6, 50, 44 + 2 * n, (True, False, None)[n % 3]
                    )
                    for n in range(7)
                ),
            ),
            f.Effects(dilemma(), ()),
        ),
        "method": (
            f.Method(Kind.ROLE_PLAY, 12, 1, 1, ((Channel.PHONE, 90),), (), 5, 5, practice=True),
        ),
        "late_news": (
            f.LateNews(
                tuple(f.Moment(y, f.Happened.LAPSED, LONG, dilemma(y).title) for y in (2, 4))
            ),
            f.LateNews(()),
        ),
        "notes": (
            f.Notes(tuple(f.Noted(NoteKind.PARALLEL, t, None) for t in ("wachtlijst", LONG) * 4)),
            f.Notes(()),
        ),
        "remarks": (
            f.Remarks((f.Spoken(dilemma(), f.Kept.CONDITION, p[0], LONG),) * 3),
            f.Remarks(()),
        ),
        "agreements": (
            f.Agreements((f.Agreed(LONG, "de wijkraad", "voor maandag"), f.Agreed("Bellen"))),
            f.Agreements(()),
        ),
        "exit_poll": (
            f.ExitPoll(
                f.PollQuestion(say("How was it to talk like this?"), (0, 1, 2, 6, 3)),
                f.PollQuestion(say("I understand another party better."), (1, 0, 4, 4, 3)),
            ),
            f.ExitPoll(f.PollQuestion(say("x"), (0,) * 5), f.PollQuestion(say("y"), (0,) * 5)),
        ),
    }
