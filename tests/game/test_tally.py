"""Counting the ballots of a vote, whole and per role."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.game.ballots import NO_OBJECTION, OBJECTION, Ballot, Channel, Vote
from dilemmaspel.game.ids import OptionId, RoleId
from dilemmaspel.game.scenario import Band, Option
from dilemmaspel.game.tally import Tally, role_shares, tally, weighted_mean, weighted_scores
from dilemmaspel.game.terms import QuestionType
from tests.game.voting import (
    ABC,
    ABCD,
    agreement,
    approval,
    ballot,
    by_role,
    hands,
    ids,
    points,
    ranking,
    single,
    spread,
    votes,
)

SCALE = agreement((Band(Option(OptionId("all"), "all"), None, Fraction(0)),))


def count(ballots: list[Ballot], present: int = 12) -> Tally:
    return tally(single(), ABCD, ballots, present, Vote.SECOND)


def test_vote_shares_per_role_give_the_reference_example() -> None:
    ballots = by_role(
        inwoner="bbd",
        sociaal_werker="bb",
        beleidsmedewerker="c",
        zorgaanbieder="ca",
        ondernemer="b",
        onderzoeker="a",
        woningcorporatie="c",
        buurtvrijwilliger="dd",
    )
    result = count(ballots, 13)
    assert result.counts == {"a": 2, "b": 5, "c": 3, "d": 3}
    weighted = {option: 8 * share for option, share in result.role_weighted.items()}
    assert weighted == {
        "a": Fraction(3, 2),
        "b": Fraction(8, 3),
        "c": Fraction(5, 2),
        "d": Fraction(4, 3),
    }
    assert role_shares(result)[RoleId("inwoner")] == {
        "a": 0,
        "b": Fraction(2, 3),
        "c": 0,
        "d": Fraction(1, 3),
    }


def test_a_role_without_a_valid_ballot_has_no_shares() -> None:
    result = count(by_role(inwoner="b", huisarts="-"))
    assert list(role_shares(result)) == ["inwoner"]
    assert result.per_role[RoleId("huisarts")].abstained == 1
    assert result.role_weighted == {"a": 0, "b": 1, "c": 0, "d": 0}


def test_abstaining_and_not_voting_are_counted_apart() -> None:
    result = count(votes("ab--"), 10)
    assert (result.valid, result.abstained, result.cast, result.missing) == (2, 2, 4, 6)
    assert result.turnout == Fraction(2, 10)


def test_without_ballots_nothing_is_divided() -> None:
    result = count([], 0)
    assert result.shares == result.role_weighted == result.means == result.borda == {}
    assert result.turnout is result.mean is result.median is result.top_share is None
    assert weighted_mean(result) is None
    assert result.missing == 0


def test_a_table_counts_once_and_its_people_count_for_the_turnout() -> None:
    table = ballot("inwoner", OptionId("a"), channel=Channel.TABLE, heads=4)
    result = count([table, *votes("b", "huisarts")], 8)
    assert result.counts == {"a": 1, "b": 1, "c": 0, "d": 0}
    assert (result.valid, result.persons, result.valid_persons, result.missing) == (2, 5, 5, 3)
    assert result.turnout == Fraction(5, 8)


def test_a_cell_of_hands_counts_as_that_many_ballots() -> None:
    cells = [hands("inwoner", OptionId("a"), 3), hands("inwoner", None, 2)]
    result = count([*cells, *votes("b", "inwoner")], 6)
    assert (result.counts[OptionId("a")], result.valid, result.abstained) == (3, 4, 2)
    assert (result.hands, result.persons) == (5, 6)


def test_an_empty_cell_of_hands_is_nobody() -> None:
    assert count([hands("inwoner", OptionId("a"), 0)]) == count([])


def test_a_ballot_that_cannot_be_read_stands_apart() -> None:
    result = count([*votes("az"), ballot("inwoner", 3, count=2)])
    assert (result.valid, result.invalid) == (1, 3)


def test_a_scale_has_counts_per_point_a_mean_and_a_median() -> None:
    ballots = [ballot("inwoner", 1), ballot("inwoner", 2), ballot("huisarts", 5, count=2)]
    result = tally(SCALE, (), ballots, 4, Vote.FIRST)
    assert result.scale == (1, 1, 0, 0, 2)
    assert result.counts == {}
    assert (result.mean, result.median) == (Fraction(13, 4), Fraction(7, 2))
    assert result.role_weighted_mean == Fraction(13, 4)
    assert result.top_share == Fraction(1, 2)


def test_role_means_weigh_the_same_however_many_people_play_the_role() -> None:
    ballots = [ballot("inwoner", 1), ballot("inwoner", 1), ballot("huisarts", 5)]
    result = tally(SCALE, (), ballots, 3, Vote.FIRST)
    assert result.mean == Fraction(7, 3)
    assert result.median == 1
    assert result.role_weighted_mean == 3
    assert weighted_mean(result, {RoleId("inwoner"): Fraction(3)}) == 2


def test_points_have_the_reference_means_and_show_them_whole() -> None:
    rows = [(40, 15, 15, 15, 15), (70, 10, 10, 5, 5), (20, 20, 20, 20, 20), (0, 50, 25, 25, 0)]
    ballots = [ballot("inwoner", dict(zip(ids("abcde"), row, strict=True))) for row in rows]
    result = tally(points(), ids("abcde"), ballots, 4, Vote.FIRST)
    assert [float(mean) for mean in result.means.values()] == [32.5, 23.75, 17.5, 16.25, 10]
    assert list(result.shown_points().values()) == [33, 24, 17, 16, 10]
    assert result.top_share == Fraction(325, 1000)


def test_only_points_have_means_and_only_rankings_borda_points() -> None:
    result = count(votes("aab"))
    assert result.means == result.borda == {}
    assert result.scale == ()
    assert result.orders == ()


def test_points_of_an_option_that_is_hidden_here_are_not_counted() -> None:
    ballots = [ballot("inwoner", {**spread(a=100), **spread(d=0)})]
    result = tally(points("abcd"), ABC, ballots, 1, Vote.FIRST)
    assert result.counts == {"a": 100, "b": 0, "c": 0}


def test_a_ranking_has_first_places_borda_points_and_its_orders() -> None:
    ballots = [
        ballot("inwoner", ids("abcd")),
        ballot("huisarts", ids("abcd")),
        ballot("huisarts", ids("dcba")),
    ]
    result = tally(ranking(), ABCD, ballots, 3, Vote.FIRST)
    assert result.counts == {"a": 2, "b": 0, "c": 0, "d": 1}
    assert result.borda == {"a": 6, "b": 5, "c": 4, "d": 3}
    assert result.orders == ((2, ids("abcd")), (1, ids("dcba")))
    assert result.role_weighted[OptionId("a")] == Fraction(3 + Fraction(3, 2), 2)


def test_a_run_off_and_a_consent_check_count_their_own_answers() -> None:
    result = tally(approval(), ids("bd"), votes("bbda"), 4, Vote.RUNOFF)
    assert (result.counts, result.invalid) == ({"b": 2, "d": 1}, 1)
    answers = [ballot("inwoner", NO_OBJECTION), ballot("huisarts", OBJECTION, objection="Nee.")]
    checked = tally(approval(), ABCD, answers, 2, Vote.CONSENT)
    assert checked.counts == {NO_OBJECTION: 1, OBJECTION: 1}
    assert checked.kind is Vote.CONSENT


def test_approval_shares_are_ticks_per_valid_ballot_and_an_empty_list_is_valid() -> None:
    ballots = [ballot("a", ids("ab")), ballot("b", ids("b")), ballot("c", ()), ballot("d", None)]
    result = tally(approval(), ABCD, ballots, 4, Vote.SECOND)
    assert (result.valid, result.abstained) == (3, 1)
    assert result.shares == {"a": Fraction(1, 3), "b": Fraction(2, 3), "c": 0, "d": 0}


class TestApprovalByHands:
    def ticks(
        self, ballots: list[Ballot], present_by_role: dict[RoleId, int] | None = None
    ) -> Tally:
        return tally(approval(), ABCD, ballots, 12, Vote.SECOND, present_by_role=present_by_role)

    def test_everyone_present_in_the_role_voted(self) -> None:
        cells = [hands("inwoner", ids("a"), 2), hands("inwoner", ids("b"), 3)]
        result = self.ticks(cells, {RoleId("inwoner"): 4})
        assert (result.valid, result.persons, result.hands) == (4, 4, 4)
        assert result.shares[OptionId("b")] == Fraction(3, 4)

    def test_who_abstains_or_votes_otherwise_is_not_behind_the_hands(self) -> None:
        mixed = [
            hands("inwoner", ids("a"), 1),
            hands("inwoner", None, 1),
            ballot("inwoner", ids("ab")),
        ]
        result = self.ticks(mixed, {RoleId("inwoner"): 5})
        assert (result.valid, result.abstained, result.persons, result.hands) == (4, 1, 5, 4)
        assert result.shares[OptionId("a")] == Fraction(2, 4)

    def test_without_the_number_present_it_is_the_hands_that_were_seen(self) -> None:
        cells = [
            hands("inwoner", ids("a"), 2),
            hands("inwoner", ids("b"), 3),
            hands("inwoner", (), 1),
        ]
        assert self.ticks(cells).valid == 4

    def test_more_hands_than_people_present_still_count(self) -> None:
        assert self.ticks([hands("inwoner", ids("a"), 6)], {RoleId("inwoner"): 4}).valid == 6

    def test_only_abstentions_leave_nobody_behind_the_hands(self) -> None:
        result = self.ticks([hands("inwoner", None, 4)], {RoleId("inwoner"): 6})
        assert (result.valid, result.abstained) == (0, 4)

    def test_every_role_weighs_the_same(self) -> None:
        cells = [hands("inwoner", ids("a"), 4), hands("huisarts", ids("b"), 1)]
        result = self.ticks(cells, {RoleId("inwoner"): 4, RoleId("huisarts"): 1})
        assert result.role_weighted[OptionId("a")] == Fraction(1, 2)


def test_a_weight_of_zero_leaves_a_role_out_and_an_unnamed_role_weighs_one() -> None:
    result = count(by_role(inwoner="a", huisarts="b", ondernemer="c"))
    weights = {RoleId("inwoner"): Fraction(3), RoleId("ondernemer"): Fraction(0)}
    weighted = weighted_scores(result, weights)
    assert weighted == {"a": Fraction(3, 4), "b": Fraction(1, 4), "c": 0, "d": 0}
    nobody = {role: Fraction(0) for role in result.per_role}
    assert weighted_scores(result, nobody) == {}


roles = st.sampled_from(["inwoner", "huisarts", "ondernemer"])
letters = st.sampled_from([*ABCD, None])
single_ballots = st.builds(ballot, roles, letters, heads=st.integers(1, 4))
cells = st.builds(hands, roles, letters, st.integers(1, 6))
piles = st.lists(single_ballots | cells, max_size=15)


@given(piles, st.integers(0, 40), st.randoms(use_true_random=False))
def test_the_order_of_the_ballots_makes_no_difference(
    ballots: list[Ballot], present: int, chance: object
) -> None:
    shuffled = list(ballots)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert count(ballots, present) == count(shuffled, present)


@given(piles, st.integers(0, 40))
def test_totals_equal_the_ballots(ballots: list[Ballot], present: int) -> None:
    result = count(ballots, present)
    assert result.cast == sum(one.count for one in ballots)
    assert sum(result.counts.values()) == result.valid
    assert sum(own.cast for own in result.per_role.values()) == result.cast
    assert result.persons == sum(one.count * one.heads for one in ballots)
    assert result.missing == max(present - result.persons, 0)
    assert sum(result.shares.values()) in (0, 1)
    assert sum(result.role_weighted.values()) in (0, 1)


@given(st.lists(letters, max_size=12))
def test_with_one_person_per_role_role_weighting_changes_nothing(
    choices: list[OptionId | None],
) -> None:
    result = count([ballot(f"r{n}", choice) for n, choice in enumerate(choices)])
    assert result.role_weighted == result.shares


ticked = st.lists(st.sampled_from(ABCD), unique=True, max_size=4).map(
    lambda picked: tuple(o for o in ABCD if o in picked)
)


@given(
    st.lists(
        st.builds(ballot, roles, ticked)
        | st.builds(
            hands, roles, st.sampled_from([*map(ids, "abcd"), (), None]), st.integers(1, 5)
        ),
        max_size=12,
    ),
    st.dictionaries(roles.map(RoleId), st.integers(0, 9)),
)
def test_no_approval_share_exceeds_the_whole(
    ballots: list[Ballot], present_by_role: dict[RoleId, int]
) -> None:
    result = tally(approval(), ABCD, ballots, 9, Vote.FIRST, present_by_role=present_by_role)
    assert all(0 <= share <= 1 for share in result.shares.values())
    assert all(0 <= share <= 1 for share in result.role_weighted.values())
    assert result.kind is QuestionType.APPROVAL
