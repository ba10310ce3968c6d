"""The measures against every reference row of game model 4, and their properties."""

from collections.abc import Sequence
from fractions import Fraction
from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dilemmaspel.debrief import measures as m
from dilemmaspel.game.rankings import schulze_tiers

PUBLISHED = (30, 40, 210, 130, 530, 50, 10)
"""Van der Eijk (2001), page 331, and the manual of the R package agrmt."""

COUNTS = st.lists(st.integers(0, 40), min_size=3, max_size=7).filter(any)
FEW = settings(max_examples=40, deadline=None)


# ------------------------------------------------------------------- published values


def test_consensus_and_agreement_give_the_printed_values_of_agrmt() -> None:
    assert m.consensus(PUBLISHED) == pytest.approx(0.7256876, abs=5e-8)
    assert m.agreement(PUBLISHED) == pytest.approx(0.6113333, abs=5e-8)
    assert m.polarisation(PUBLISHED) == pytest.approx(0.1943333, abs=5e-8)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((19, 16, 26, 29, 10), 0.5184),
        ((10, 0, 0, 0, 0), 1),
        ((0, 0, 10, 0, 0), 1),
        ((5, 0, 0, 0, 5), 0),
        ((2, 2, 2, 2, 2), 0.4340),
        ((0, 5, 5, 0, 0), 0.8074),
        ((0, 5, 0, 5, 0), 0.5850),
        ((1, 2, 4, 2, 1), 0.6340),
        ((0, 1, 2, 4, 3), 0.6797),
    ],
)
def test_consensus_gives_the_computed_rows(counts: Sequence[int], expected: float) -> None:
    assert m.consensus(counts) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("counts", "together", "apart"),
    [
        ((2.4, 2.8, 3.2, 6.2, 13.5, 30.4, 41.6), 0.6097, 0.1951),
        ((1, 1, 1, 1), 0, 0.5),
        ((4, 0, 0, 0), 1, 0),
        ((2, 0, 0, 2), -1, 1),
        ((0, 5, 0, 5, 0), 0.1667, 0.4167),
        ((3, 0, 0, 0, 2), -0.6, 0.8),
        ((0, 1, 2, 4, 3), 0.5, 0.25),
    ],
)
def test_agreement_and_polarisation_give_their_rows(
    counts: Sequence[float], together: float, apart: float
) -> None:
    assert m.agreement(counts) == pytest.approx(together, abs=1e-4)
    assert m.polarisation(counts) == pytest.approx(apart, abs=1e-4)


@pytest.mark.parametrize(
    ("layer", "agreement", "weight"),
    [
        ((10, 10, 10, 10, 10, 10, 10), 0, 0.07),
        ((20, 20, 20, 20, 20, 20, 0), 1 / 6, 0.12),
        ((0, 10, 10, 10, 10, 10, 0), 1 / 3, 0.05),
        ((0, 0, 10, 10, 10, 10, 0), 0.5, 0.04),
        ((0, 0, 80, 80, 80, 0, 0), 2 / 3, 0.24),
        ((0, 0, 80, 0, 80, 0, 0), 0.4667, 0.16),
        ((0, 0, 0, 0, 320, 0, 0), 1, 0.32),
    ],
)
def test_agreement_gives_the_printed_layers(
    layer: Sequence[int], agreement: float, weight: float
) -> None:
    assert m.agreement(layer) == pytest.approx(agreement, abs=1e-4)
    assert sum(layer) / sum(PUBLISHED) == pytest.approx(weight)


@pytest.mark.parametrize(
    ("counts", "alpha", "expected"),
    [
        ((5, 0, 0, 0, 5), 1.3, 1),
        ((2, 2, 2, 2, 2), 1.3, 0.2431),
        ((2, 2, 2, 2, 2), 1, 0.32),
        ((0, 5, 0, 5, 0), 1.3, 0.5),
        ((3, 0, 0, 0, 2), 1.3, 0.9675),
        ((4, 1, 0, 1, 4), 1.3, 0.6208),
        ((0, 0, 7, 0, 0), 1.3, 0),
    ],
)
def test_esteban_ray_gives_its_rows(counts: Sequence[int], alpha: float, expected: float) -> None:
    assert m.esteban_ray(counts, alpha) == pytest.approx(expected, abs=5e-5)


def test_esteban_ray_has_no_value_outside_the_bounds_of_its_theorem() -> None:
    assert [m.esteban_ray((1, 1), alpha) for alpha in (0, -1, 1.7, nan, inf)] == [None] * 5


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((1, 1), 1),
        ((1, 1, 1), Fraction(8, 9)),
        ((1, 1, 1, 1), Fraction(3, 4)),
        ((6, 4), Fraction(96, 100)),
        ((8, 1, 1), Fraction(584, 1000)),
        ((9,), 0),
    ],
)
def test_reynal_querol_gives_its_rows(counts: Sequence[int], expected: Fraction) -> None:
    assert m.reynal_querol(counts) == expected


def test_fractionalisation_and_effective_number_are_exact() -> None:
    assert m.fractionalisation((6, 4)) == Fraction(48, 100)
    assert m.effective_number((3, 3, 3)) == 3


def test_mcnemar_gives_the_textbook_pair() -> None:
    assert m.mcnemar(121, 59) == pytest.approx(21.356, abs=5e-4)
    assert (m.mcnemar(0, 0), m.mcnemar(-1, 3)) == (None, None)


@pytest.mark.parametrize(
    ("counts", "label"),
    [
        ((9, 0, 0, 0, 1), 1),
        ((4, 1, 0, 1, 4), 2),
        ((0, 5, 0, 5, 0), 2),
        ((3, 0, 0, 0, 2), 2),
        ((0, 5, 5, 0, 0), 3),
        ((0, 0, 1, 4, 5), 3),
        ((0, 1, 2, 4, 3), 4),
        ((1, 2, 4, 2, 1), 4),
        ((2, 2, 2, 2, 2), 5),
        ((1, 1, 1, 1), None),
    ],
)
def test_scale_label_gives_its_rows(counts: Sequence[int], label: int | None) -> None:
    assert m.scale_label(counts) == label


@pytest.mark.parametrize(
    ("counts", "label"),
    [
        ((6, 2), 1),
        ((5, 4, 1), 2),
        ((6, 3, 2), 3),
        ((4, 3, 3), 4),
        ((3, 1), None),
    ],
)
def test_choice_label_takes_the_first_rule_that_fits(
    counts: Sequence[int], label: int | None
) -> None:
    assert m.choice_label(counts) == label


def test_shift_gives_the_reference_table() -> None:
    found = m.shift("bbdbbccabacdd", [*"bbbbccccbbcd", None])
    pairs = {(a, b): n for a, row in found.table.items() for b, n in row.items() if n}
    expected = {"bb": 4, "cc": 3, "db": 1, "bc": 1, "ac": 1, "ab": 1, "dd": 1}
    assert pairs == {tuple(pair): n for pair, n in expected.items()}
    assert (found.n, found.moved, found.net) == (12, Fraction(1, 3), Fraction(1, 4))
    assert found.silent == pytest.approx(0.0833, abs=5e-5)


def test_role_alignment_gives_its_rows() -> None:
    half = Fraction(1, 2)
    assert m.role_alignment({"a": half, "b": half}, {"a": 1}) == half
    assert m.role_alignment({"a": 1}, {"b": 1}) == 0
    third = m.role_alignment({"a": Fraction(2, 3), "b": Fraction(1, 3)}, {"a": half, "c": half})
    assert third == Fraction(1, 3)


def test_the_other_alignments_follow_their_formulas() -> None:
    assert m.alignment_within({"a": 2, "b": 1}) == Fraction(1, 3)
    assert m.alignment_on_scale(2, 4, 5) == Fraction(1, 2)
    assert m.alignment_of_points({"a": 60, "b": 40}, {"a": 40, "b": 60}) == Fraction(4, 5)
    assert m.alignment_of_ticks({"a": 1, "b": 0}, {"a": Fraction(1, 2), "b": 0}) == Fraction(3, 4)
    assert m.alignment_of_orders({"a": 3, "b": 2, "c": 1}, {"a": 1, "b": 2, "c": 3}) == 0
    assert m.alignment_of_orders({"a": 3, "b": 2, "c": 1}, {"a": 3, "b": 1, "c": 2}) == Fraction(
        2, 3
    )


@pytest.mark.parametrize(
    ("metric", "expected"),
    [("nominal", 0.7434), ("ordinal", 0.8154), ("interval", 0.8491), ("ratio", 0.7974)],
)
def test_krippendorff_gives_the_values_of_his_own_data(metric: str, expected: float) -> None:
    rows = (
        "1 2 3 3 2 1 4 1 2 - - -",
        "1 2 3 3 2 2 4 1 2 5 - -",
        "- 3 3 3 2 3 4 2 2 5 1 3",
        "1 2 3 3 2 4 4 1 2 5 1 -",
    )
    columns = zip(*(row.split() for row in rows), strict=True)
    units = [[None if value == "-" else int(value) for value in unit] for unit in columns]
    assert sum(value is not None for unit in units for value in unit) == 41
    assert m.krippendorff_alpha(units, metric) == pytest.approx(expected, abs=5e-5)


def test_krippendorff_is_undefined_for_one_value_and_for_what_does_not_fit() -> None:
    assert m.krippendorff_alpha([[1, 1], [1, 1]], "ordinal") is None
    assert m.krippendorff_alpha([[1, None], [2]], "nominal") is None
    assert m.krippendorff_alpha([["a", "b"], ["b", "b"]], "interval") is None
    assert m.krippendorff_alpha([[-1, 2], [2, 2]], "ratio") is None
    assert m.krippendorff_alpha([[1, nan], [2, 2]], "nominal") is None
    assert m.krippendorff_alpha([[1, inf], [2, 2]], "interval") is None
    assert m.krippendorff_alpha([[1, 2], [2, 2]], "unheard of") is None
    assert m.krippendorff_alpha([["a", "a"], ["b", "b"]], "nominal") == 1


FOUR = [(40, 15, 15, 15, 15), (70, 10, 10, 5, 5), (20, 20, 20, 20, 20), (0, 50, 25, 25, 0)]


def test_points_summary_gives_the_reference_row() -> None:
    found = m.points_summary(FOUR)
    assert found is not None
    assert [float(x) for x in found.means] == [32.5, 23.75, 17.5, 16.25, 10]
    assert found.spreads == pytest.approx((25.86, 15.56, 5.59, 7.40, 7.91), abs=5e-3)
    assert found.shown == (33, 24, 17, 16, 10)
    assert found.overlap == Fraction(55, 100)
    assert (found.medians[0], found.lows[0], found.highs[0]) == pytest.approx((30, 0, 70))


@pytest.mark.parametrize(
    ("pair", "overlap"),
    [((0, 1), 70), ((0, 2), 80), ((0, 3), 45), ((1, 2), 50), ((1, 3), 25), ((2, 3), 60)],
)
def test_points_overlap_of_two_people_gives_its_row(pair: tuple[int, int], overlap: int) -> None:
    found = m.points_summary([FOUR[i] for i in pair])
    assert found is not None
    assert found.overlap == Fraction(overlap, 100)


TENNESSEE = [(42, "MNCK"), (26, "NCKM"), (15, "CKNM"), (17, "KCNM")]


def test_tennessee_gives_the_published_orders() -> None:
    assert dict(m.borda(TENNESSEE, "MNCK")) == {"M": 126, "N": 194, "C": 173, "K": 107}
    assert m.schulze(TENNESSEE, "MNCK") == tuple("NCKM")
    assert m.condorcet_winner(TENNESSEE, "MNCK") == "N"
    assert m.kendall_w(TENNESSEE) == pytest.approx(0.0978, abs=5e-5)


def test_partial_orders_that_are_the_same_agree_wholly() -> None:
    assert m.kendall_w([(7, "ab")], "abcd") == 1
    assert m.kendall_w([(7, "")], "abcd") is None


# ------------------------------------------------------------------- undefined


@pytest.mark.parametrize(
    "counts", [(), (0, 0, 0), (-1, 2, 3), (nan, 1, 2), (inf, 1, 1), (None, 1, 2), ("x", 1, 2)]
)
def test_what_cannot_be_counts_is_undefined_everywhere(counts: Sequence[float]) -> None:
    of_counts = (
        m.consensus,
        m.agreement,
        m.polarisation,
        m.esteban_ray,
        m.reynal_querol,
        m.fractionalisation,
        m.effective_number,
        m.scale_label,
        m.choice_label,
    )
    assert [measure(counts) for measure in of_counts] == [None] * len(of_counts)
    named = dict(enumerate(counts))
    assert m.role_alignment(named, {0: 1}) is None
    assert m.alignment_of_points(named, {0: 100}) is None


def test_one_point_is_no_scale() -> None:
    assert [f((7,)) for f in (m.consensus, m.agreement, m.esteban_ray)] == [None] * 3
    assert (m.agreement((1, 1)), m.polarisation((1, 1))) == (None, None)


def test_a_huge_majority_next_to_one_ballot_is_still_a_number() -> None:
    assert m.consensus((1, 10**400)) == pytest.approx(1)


def test_what_cannot_be_divided_or_ranked_is_undefined() -> None:
    for divisions in ([], [()], [(1, 2), (1,)], [(nan, 1)], [(-5, 105)]):
        assert m.points_summary(divisions) is None
    assert m.points_summary([(50, 50)], 0) is None
    assert (m.kendall_w([]), m.kendall_w([(3, "a")]), m.kendall_w([(0, "ab")])) == (None,) * 3
    assert (m.condorcet_winner([], "ab"), m.shift((), ()).moved) == (None, None)
    assert m.alignment_within({"a": 1}) is None
    assert m.alignment_on_scale(0, 3, 5) is None
    assert m.alignment_of_ticks({"a": 2}, {"a": 1}) is None
    assert m.alignment_of_orders({"a": 2}, {"a": 1}) is None
    assert m.alignment_of_points({"a": 2}, {"a": 1}, 0) is None


# ------------------------------------------------------------------- properties


@FEW
@given(COUNTS)
def test_scale_measures_stay_in_range_and_do_not_see_direction_or_size(counts: list[int]) -> None:
    for measure, low in (
        (m.consensus, 0),
        (m.agreement, -1),
        (m.polarisation, 0),
        (m.esteban_ray, 0),
    ):
        value = measure(counts)
        assert value is not None
        assert low - 1e-12 <= value <= 1 + 1e-12
        assert measure(counts[::-1]) == pytest.approx(value)
        assert measure([3 * n for n in counts]) == pytest.approx(value)


@FEW
@given(COUNTS)
def test_choice_measures_stay_in_range_and_do_not_see_order_or_size(
    counts: list[int],
) -> None:
    mixed = sorted(counts)
    for measure, high in (
        (m.reynal_querol, 1),
        (m.fractionalisation, 1 - Fraction(1, len(counts))),
        (m.effective_number, len(counts)),
    ):
        value = measure(counts)
        assert value is not None
        assert 0 <= value <= high
        assert measure(mixed) == value
        assert measure([2 * n for n in counts]) == value
    assert m.choice_label(mixed) == m.choice_label(counts)


@FEW
@given(st.integers(3, 7), st.integers(1, 50), st.data())
def test_the_extremes_are_one_point_and_two_ends(k: int, n: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, k - 1))
    same = [n if i == at else 0 for i in range(k)]
    ends = [n, *[0] * (k - 2), n]
    even = [n] * k
    assert (m.consensus(same), m.agreement(same), m.polarisation(same)) == pytest.approx((1, 1, 0))
    assert (m.esteban_ray(same), m.reynal_querol(same)) == pytest.approx((0, 0))
    assert (m.consensus(ends), m.agreement(ends), m.polarisation(ends)) == pytest.approx((0, -1, 1))
    assert m.esteban_ray(ends) == pytest.approx(1)
    assert m.reynal_querol(ends) == 1
    assert m.agreement(even) == 0
    assert m.effective_number(even) == k


CHOICES = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1)


@FEW
@given(CHOICES)
def test_shift_moves_at_least_what_the_bars_show_and_back_the_same(
    pairs: list[tuple[str, str]],
) -> None:
    first, second = zip(*pairs, strict=True)
    there, back = m.shift(first, second), m.shift(second, first)
    assert there.moved is not None
    assert there.net is not None
    assert there.silent is not None
    assert 0 <= there.net <= there.moved <= 1
    assert (there.moved, there.net, there.silent) == (back.moved, back.net, back.silent)
    assert m.shift(first, first).moved == 0
    assert sum(there.gained.values()) == 0


SHARES = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 9), min_size=1)


@FEW
@given(SHARES, SHARES)
def test_role_alignment_is_symmetric_and_is_one_only_for_the_same_single_choice(
    one: dict[str, int], other: dict[str, int]
) -> None:
    value = m.role_alignment(one, other)
    assert value is not None
    assert 0 <= value <= 1
    assert value == m.role_alignment(other, one)
    assert value == m.role_alignment({k: 7 * n for k, n in one.items()}, other)
    assert (value == 1) == (len(one) == 1 and one.keys() == other.keys())
    assert (value == 0) == (not one.keys() & other.keys())


@FEW
@given(st.permutations("abcd"), st.permutations("abcd"))
def test_alignment_of_orders_is_symmetric_with_the_reverse_at_the_other_end(
    one: list[str], other: list[str]
) -> None:
    ours = {o: 4 - i for i, o in enumerate(one)}
    theirs = {o: 4 - i for i, o in enumerate(other)}
    turned = {o: i + 1 for i, o in enumerate(other)}
    value = m.alignment_of_orders(ours, theirs)
    assert value is not None
    assert value == m.alignment_of_orders(theirs, ours)
    assert value + (m.alignment_of_orders(ours, turned) or 0) == 1
    assert m.alignment_of_orders(ours, ours) == 1


DIVISION = st.lists(st.integers(0, 20), min_size=4, max_size=4)


@FEW
@given(st.lists(DIVISION, min_size=2, max_size=6))
def test_points_overlap_is_the_mean_over_pairs_and_ignores_the_order_of_people(
    people: list[list[int]],
) -> None:
    rows = [(*row, 100 - sum(row)) for row in people]
    found, turned = m.points_summary(rows), m.points_summary(rows[::-1])
    assert found is not None
    pairs = [(a, b) for i, a in enumerate(rows) for b in rows[i + 1 :]]
    common = [Fraction(sum(map(min, a, b)), 100) for a, b in pairs]
    assert found.overlap == sum(common) / len(common)
    assert found == turned
    assert sum(found.means) == sum(found.shown) == 100


BALLOTS = st.lists(
    st.tuples(
        st.integers(1, 9),
        st.permutations("abcd").flatmap(lambda p: st.integers(0, 4).map(lambda n: p[:n])),
    ),
    min_size=1,
    max_size=5,
)


@FEW
@given(BALLOTS)
def test_orders_keep_their_promises(ballots: list[tuple[int, list[str]]]) -> None:
    people = sum(count for count, _ in ballots)
    points = m.borda(ballots, "abcd")
    assert sum(points.values()) == people * 6
    winner = m.condorcet_winner(ballots, "abcd")
    assert winner is None or schulze_tiers(ballots, "abcd")[0] == (winner,)
    w = m.kendall_w(ballots, "abcd")
    assert w is None or 0 <= w <= 1
    assert w == m.kendall_w([(2 * n, order) for n, order in ballots], "abcd")
    assert m.kendall_w([(people, "badc")]) == 1


UNITS = st.lists(
    st.lists(st.none() | st.integers(0, 3), min_size=2, max_size=4), min_size=1, max_size=6
)


@FEW
@given(UNITS, st.sampled_from(m.METRICS))
def test_alpha_ignores_order_and_is_one_for_judges_who_agree(
    units: list[list[int | None]], metric: str
) -> None:
    value = m.krippendorff_alpha(units, metric)
    mixed = [unit[::-1] for unit in units[::-1]]
    assert value == pytest.approx(m.krippendorff_alpha(mixed, metric))
    assert value is None or value <= 1
    alike = [[unit[0]] * 3 for unit in units]
    assert m.krippendorff_alpha(alike, metric) in (1, None)
