"""The tie chain: run-off, facilitator, status quo and lot."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.game.decision import Next, Reason, StepResult, TieStep, lot
from dilemmaspel.game.ids import DilemmaId, OptionId, SessionId
from dilemmaspel.game.scenario import ApprovalSpec, Decision, Dilemma
from dilemmaspel.game.terms import QuestionType, Rule, TieBreak
from tests.game.test_decision import decide
from tests.game.voting import SESSION, approval, ballot, by_role, dilemma, ids, single, votes

TIED = votes("aabbc")


def chained(*chain: TieBreak, **more: Any) -> Dilemma:
    return dilemma(QuestionType.SINGLE_CHOICE, "abcd", decision=Decision(tie_break=chain), **more)


def test_a_tie_goes_to_a_run_off_among_the_tied() -> None:
    found = decide(single(), TIED)
    assert (found.next, found.reason) == (Next.RUNOFF, Reason.TIE)
    assert found.candidates == found.tied == ids("ab")
    assert found.steps == (TieStep(TieBreak.RUNOFF, StepResult.WAITING, ids("ab")),)


def test_the_run_off_decides() -> None:
    found = decide(single(), TIED, runoff=votes("abb"), runoff_options=ids("ab"))
    assert (found.next, found.chosen, found.reason) == (
        Next.DECIDED,
        ids("b"),
        Reason.RUNOFF_WON,
    )
    assert found.steps == (TieStep(TieBreak.RUNOFF, StepResult.BROKEN, ids("ab"), ids("b")),)
    assert found.tied == ids("ab")


@pytest.mark.parametrize(
    ("runoff", "among", "result"),
    [
        ("ab", "ab", StepResult.STILL_TIED),
        ("--", "ab", StepResult.NO_BALLOTS),
        ("", "ab", StepResult.NO_BALLOTS),
        ("ac", "ac", StepResult.HELD_BEFORE),
    ],
)
def test_a_run_off_that_does_not_decide_leads_to_the_facilitator(
    runoff: str, among: str, result: StepResult
) -> None:
    found = decide(single(), TIED, runoff=votes(runoff), runoff_options=ids(among))
    assert (found.next, found.reason) == (Next.ASK_FACILITATOR, Reason.TIE)
    assert [step.result for step in found.steps] == [result, StepResult.WAITING]
    assert found.candidates == ids("ab")


def test_a_run_off_of_three_leaves_those_that_are_still_tied() -> None:
    found = decide(single(), votes("aabbcc"), runoff=votes("aabbc"))
    assert found.next is Next.ASK_FACILITATOR
    assert found.candidates == ids("ab")


@pytest.mark.parametrize("chain", [(), (TieBreak.FACILITATOR,)])
def test_the_facilitator_stands_at_the_end_of_every_chain(chain: tuple[TieBreak, ...]) -> None:
    found = decide(chained(*chain), TIED)
    assert (found.next, found.candidates, found.seats) == (Next.ASK_FACILITATOR, ids("ab"), 1)


def test_the_status_quo_wins_when_it_is_among_the_tied() -> None:
    found = decide(chained(TieBreak.STATUS_QUO, status_quo=OptionId("b")), TIED)
    assert (found.chosen, found.reason) == (ids("b"), Reason.STATUS_QUO)


@pytest.mark.parametrize("status_quo", [None, OptionId("d")])
def test_a_status_quo_that_is_not_tied_is_passed_over(status_quo: OptionId | None) -> None:
    question = chained(TieBreak.STATUS_QUO, TieBreak.LOT, status_quo=status_quo)
    found = decide(question, TIED)
    assert found.reason is Reason.LOT
    assert found.steps[0].result is StepResult.NOT_AMONG_TIED


def test_the_lot_is_the_same_at_every_replay_and_falls_on_one_of_the_tied() -> None:
    question = chained(TieBreak.LOT)
    found = decide(question, TIED)
    assert found.next is Next.DECIDED
    assert found.chosen == lot(SESSION, question.id, ids("ab"))
    assert found.chosen == decide(question, list(reversed(TIED))).chosen


def test_the_lot_is_sha_256_of_session_and_dilemma_modulo_the_number_tied() -> None:
    # `printf s1:d1 | sha256sum` is 1df1…9a68, 0 modulo 3; s2:d1 is 8ef9…3b46, 1 modulo 3
    assert lot(SessionId("s1"), DilemmaId("d1"), ids("abc")) == ids("a")
    assert lot(SessionId("s2"), DilemmaId("d1"), ids("abc")) == ids("b")


@given(st.text(), st.integers(0, 6))
def test_the_lot_draws_different_options_and_never_too_many(session: str, seats: int) -> None:
    drawn = lot(SessionId(session), DilemmaId("d1"), ids("abcd"), seats)
    assert len(set(drawn)) == len(drawn) == min(seats, 4)


def test_every_option_can_be_drawn() -> None:
    sessions = [SessionId(str(n)) for n in range(100)]
    assert {lot(s, DilemmaId("d1"), ids("abc"))[0] for s in sessions} == set("abc")


def test_a_run_off_is_counted_by_the_rule_that_tied() -> None:
    ballots = by_role(inwoner="aaa", huisarts="b")
    runoff = by_role(inwoner="aaab", huisarts="b", ondernemer="a", wethouder="b")
    by_heads = decide(single(), by_role(inwoner="ab"), runoff=runoff)
    assert by_heads.chosen == ids("a")
    by_role_weight = decide(single(Rule.ROLE_WEIGHTED), ballots, runoff=runoff)
    assert by_role_weight.chosen == ids("b")
    weighing = single(Rule.WEIGHTED, weights={"inwoner": 1})
    assert decide(weighing, ballots, runoff=runoff).chosen == ids("b")


class TestSeveralPlaces:
    """An approval that takes two, of which one is in and two are tied for the other."""

    spec = ApprovalSpec(max_selected=2)
    ballots = tuple(ballot(f"r{n}", ids(o)) for n, o in enumerate(["abc", "abc", "ab", "ac"]))

    def question(self, *chain: TieBreak, seats: int = 2, **more: Any) -> Dilemma:
        return dilemma(
            QuestionType.APPROVAL,
            "abcd",
            approval=ApprovalSpec(max_selected=seats),
            decision=Decision(tie_break=chain),
            **more,
        )

    def test_only_the_tied_go_to_the_run_off(self) -> None:
        found = decide(approval(spec=self.spec), self.ballots)
        assert (found.next, found.chosen, found.candidates, found.seats) == (
            Next.RUNOFF,
            ids("a"),
            ids("bc"),
            1,
        )

    def test_the_run_off_fills_the_last_place(self) -> None:
        found = decide(approval(spec=self.spec), self.ballots, runoff=votes("cbc"))
        assert (found.next, found.chosen) == (Next.DECIDED, ids("ac"))

    def test_the_lot_fills_the_last_place(self) -> None:
        found = decide(self.question(TieBreak.LOT), self.ballots)
        assert found.chosen in (ids("ab"), ids("ac"))

    def test_a_run_off_may_fill_one_place_and_leave_the_other_tied(self) -> None:
        four = [ballot(f"r{n}", ids("abcd")) for n in range(4)]
        question = self.question(TieBreak.RUNOFF, TieBreak.LOT)
        found = decide(question, four, runoff=votes("aabc"))
        assert found.chosen[0] == "a"
        assert found.chosen[1] in ids("bc")
        assert [(s.step, s.among) for s in found.steps] == [
            (TieBreak.RUNOFF, ids("abcd")),
            (TieBreak.LOT, ids("bc")),
        ]

    def test_the_status_quo_takes_one_place_and_the_chain_goes_on(self) -> None:
        four = [ballot(f"r{n}", ids("abcd")) for n in range(4)]
        question = self.question(TieBreak.STATUS_QUO, status_quo=OptionId("c"))
        found = decide(question, four)
        assert (found.next, found.chosen, found.candidates, found.seats) == (
            Next.ASK_FACILITATOR,
            ids("c"),
            ids("abd"),
            1,
        )
