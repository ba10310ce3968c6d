"""What holds for every rule, whatever the ballots."""

from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.game.ballots import NO_OBJECTION, OBJECTION, Ballot, Channel, Choice, Vote
from dilemmaspel.game.choices import canonical, check_ballot
from dilemmaspel.game.decision import (
    MAX_AMENDMENTS,
    Next,
    Proposal,
    decide_role_alone,
    propose,
    propose_on_first_vote,
)
from dilemmaspel.game.ids import OptionId, RoleId, frozen
from dilemmaspel.game.scenario import ApprovalSpec, Decision, Dilemma, RankingSpec
from dilemmaspel.game.terms import (
    QuestionType,
    RankingEffects,
    RankingMethod,
    Rule,
    Statistic,
    TieBreak,
)
from tests.game.test_decision_questions import BANDS
from tests.game.voting import ABCD, SESSION, agreement, ballot, dilemma, scenario, single

ROLES = ["inwoner", "huisarts", "ondernemer", "wethouder"]
roles = st.sampled_from(ROLES)
shares = st.fractions(0, 1, max_denominator=12)
picks = st.lists(st.sampled_from(ABCD), unique=True, max_size=4).map(tuple)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    return Decision(
        rule=draw(st.sampled_from(Rule)),
        threshold=draw(st.none() | shares),
        fallback=draw(st.sampled_from(Rule)),
        decider=draw(st.none() | roles.map(RoleId)),
        weights=frozen(draw(st.dictionaries(roles.map(RoleId), st.fractions(-1, 4)))),
        quorum=draw(shares),
        tie_break=tuple(draw(st.lists(st.sampled_from(TieBreak), max_size=4))),
        abstain_blocks=draw(st.booleans()),
    )


@st.composite
def questions(draw: st.DrawFn) -> Dilemma:
    kind = draw(st.sampled_from(QuestionType))
    decision = draw(decisions())
    if kind is QuestionType.AGREEMENT:
        bands = tuple(draw(st.permutations(BANDS))[: draw(st.integers(0, 3))])
        statistic = draw(st.sampled_from(Statistic))
        made = agreement(bands, statistic=statistic, points=draw(st.integers(2, 7)))
        return Dilemma(**{**_fields(made), "decision": decision})
    return dilemma(
        kind,
        draw(st.sampled_from(["abcd", "ab", "a"])),
        decision=decision,
        status_quo=draw(st.none() | st.sampled_from(ABCD)),
        ranking=RankingSpec(
            draw(st.sampled_from(RankingMethod)),
            draw(st.sampled_from(RankingEffects)),
            draw(st.integers(0, 3)),
            draw(st.none() | st.integers(0, 3)),
        ),
        approval=ApprovalSpec(draw(shares), draw(st.integers(0, 4)), draw(st.booleans())),
    )


def _fields(made: Dilemma) -> dict[str, Any]:
    return {name: getattr(made, name) for name in Dilemma.__slots__}


choices: st.SearchStrategy[Choice] = (
    st.none()
    | st.sampled_from([*ABCD, NO_OBJECTION, OBJECTION, OptionId("z")])
    | st.integers(-1, 8)
    | picks
    | st.permutations(ABCD).map(tuple)
    | st.sampled_from([{ABCD[0]: 100}, {ABCD[1]: 60, ABCD[0]: 40}])
)


def piles(fitting: st.SearchStrategy[Choice]) -> st.SearchStrategy[list[Ballot]]:
    one = st.builds(
        Ballot,
        roles.map(RoleId),
        st.one_of(fitting, fitting, fitting, choices),
        channel=st.sampled_from([Channel.PASSED, Channel.HANDS]),
        count=st.integers(1, 3),
        heads=st.integers(1, 3),
        objection=st.sampled_from(["", "Te snel."]),
    )
    return st.lists(one, max_size=9)


FITTING: dict[QuestionType, st.SearchStrategy[Choice]] = {
    QuestionType.SINGLE_CHOICE: st.sampled_from(ABCD),
    QuestionType.AGREEMENT: st.integers(1, 5),
    QuestionType.POINTS: st.lists(st.integers(0, 20), min_size=20, max_size=20).map(
        lambda steps: {o: 5 * [n % 4 for n in steps].count(i) for i, o in enumerate(ABCD)}
    ),
    QuestionType.RANKING: st.permutations(ABCD).map(tuple),
    QuestionType.APPROVAL: picks,
}
ballots = piles(choices)
answers = piles(st.sampled_from([*ABCD, NO_OBJECTION, NO_OBJECTION, OBJECTION]))
games = questions().flatmap(
    lambda question: piles(FITTING[question.type]).map(lambda cast: (question, cast))
)
Game = tuple[Dilemma, list[Ballot]]


def options_of(question: Dilemma) -> tuple[OptionId, ...]:
    return tuple(option.id for option in question.options)


def fits(question: Dilemma, found: Proposal) -> None:
    """What every proposal keeps to."""
    known = set(options_of(question))
    assert known.issuperset(found.chosen)
    assert known.issuperset(found.candidates)
    assert known.issuperset(found.tied)
    assert len(set(found.chosen)) == len(found.chosen)
    assert not set(found.chosen) & set(found.candidates) or found.next is Next.DECIDED
    if found.next is Next.DECIDED and question.type is QuestionType.POINTS:
        assert sum(found.shares.values()) == 100
    if found.next is Next.DECIDED and question.type is QuestionType.AGREEMENT:
        assert found.chosen == (found.band,)
    if found.next is Next.RUNOFF:
        assert len(found.candidates) >= 1


@given(games, st.integers(0, 20), st.data())
def test_every_dilemma_comes_to_a_decision_or_to_the_facilitator(
    game: Game, present: int, data: st.DataObject
) -> None:
    question, cast = game
    more: dict[str, Any] = {}
    amended = 0
    for _ in range(3 + MAX_AMENDMENTS + 1):
        found = propose(
            scenario(question), question, options_of(question), cast, present, SESSION, **more
        )
        fits(question, found)
        if found.next is Next.NO_QUORUM:
            more["count_anyway"] = True
        elif found.next is Next.RUNOFF:
            assert "runoff" not in more
            more["runoff"] = data.draw(answers)
            more["runoff_options"] = found.candidates
        elif found.next is Next.CONSENT:
            more["consent_round"] = amended
            more["consent"] = data.draw(answers)
            amended += 1
        else:
            return
    raise AssertionError(found)


@given(games, roles)
def test_what_if_never_raises(game: Game, role: str) -> None:
    question, cast = game
    asked = (scenario(question), question, options_of(question), cast)
    fits(question, propose_on_first_vote(*asked, len(cast), SESSION))
    alone = decide_role_alone(*asked, RoleId(role), SESSION)
    fits(question, alone)
    assert alone.next in (Next.DECIDED, Next.ASK_FACILITATOR)


@given(games, st.randoms(use_true_random=False))
def test_the_order_of_the_ballots_makes_no_difference(game: Game, chance: Random) -> None:
    question, cast = game
    shuffled = list(cast)
    chance.shuffle(shuffled)
    asked = (scenario(question), question, options_of(question))
    first = propose(*asked, cast, 9, SESSION)
    assert propose(*asked, shuffled, 9, SESSION) == first


@given(games, roles)
def test_an_abstention_changes_nothing_unless_unanimity_is_asked(game: Game, role: str) -> None:
    question, cast = game
    rules = {question.decision.rule, question.decision.fallback}
    asked = (scenario(question), question, options_of(question))
    without = propose(*asked, cast, 9, SESSION)
    with_one = propose(*asked, [*cast, ballot(role, None)], 9, SESSION)
    assert with_one == without or Rule.UNANIMITY in rules


@given(st.lists(st.sampled_from([*ABCD, None]), max_size=9), st.sampled_from(list(TieBreak)))
def test_with_one_person_per_role_role_weighting_is_most_votes(
    letters: list[OptionId | None], last: TieBreak
) -> None:
    cast = [ballot(f"r{n}", letter) for n, letter in enumerate(letters)]
    found = [
        propose(scenario(made), made, ABCD, cast, len(cast), SESSION)
        for made in (
            single(rule, tie_break=(last,)) for rule in (Rule.PLURALITY, Rule.ROLE_WEIGHTED)
        )
    ]
    assert found[0].chosen == found[1].chosen
    assert not found[0].differs


@given(st.lists(st.sampled_from(ABCD), min_size=1, max_size=12))
def test_a_majority_has_most_votes_and_consensus_is_a_majority(letters: list[OptionId]) -> None:
    cast = [ballot("inwoner", letter) for letter in letters]
    found = {
        rule: propose(scenario(made), made, ABCD, cast, len(cast), SESSION)
        for rule in (Rule.PLURALITY, Rule.MAJORITY, Rule.CONSENSUS, Rule.UNANIMITY)
        for made in [single(rule)]
    }
    by_majority = found[Rule.MAJORITY]
    if by_majority.next is Next.DECIDED:
        assert by_majority.chosen == found[Rule.PLURALITY].chosen
    if not found[Rule.CONSENSUS].fallback_used:
        assert found[Rule.CONSENSUS].chosen == by_majority.chosen
        top = Fraction(letters.count(found[Rule.CONSENSUS].chosen[0]), len(letters))
        assert top >= Fraction(3, 4)
    if not found[Rule.UNANIMITY].fallback_used:
        assert len(set(letters)) == 1


@given(questions(), ballots, st.sampled_from([Vote.SECOND, Vote.RUNOFF, Vote.CONSENT]))
def test_a_valid_ballot_stays_valid_in_the_form_in_which_it_is_kept(
    question: Dilemma, cast: list[Ballot], vote: Vote
) -> None:
    for one in cast:
        if check_ballot(question, options_of(question), one, vote) is None:
            kept = Ballot(
                one.role,
                canonical(question, one.choice),
                channel=one.channel,
                count=one.count,
                heads=one.heads,
                objection=one.objection,
            )
            assert check_ballot(question, options_of(question), kept, vote) is None
