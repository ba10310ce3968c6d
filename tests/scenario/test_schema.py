"""The description of the formats: whole, consistent, and written down."""

from dataclasses import fields

from dilemmaspel.game.conditions import Condition
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.scenario import meaning_words, schema_words, syntax_words
from dilemmaspel.scenario.findings import Wording
from dilemmaspel.scenario.records import all_records
from dilemmaspel.scenario.schema import CONDITION_MEANINGS, CONDITION_TESTS, ROLES, SCENARIO
from tests.scenario.packs import GOOD


def test_every_key_has_a_meaning_that_ends_as_a_sentence() -> None:
    for top in (SCENARIO, ROLES):
        for one in all_records(top):
            for key in one.keys.values():
                assert key.meaning.endswith("."), key.name


def test_the_sample_uses_every_key_of_a_scenario() -> None:
    rare = {"timing", "unanimity", "decider"}
    keys = {key for one in all_records(SCENARIO) for key in one.keys}

    missing = {key for key in keys if f"{key}:" not in GOOD} - rare
    assert missing <= {"abstain_blocks", "method"} | rare


def test_every_condition_of_the_game_can_be_written() -> None:
    assert len(CONDITION_TESTS) + 1 == len(Condition.__args__)
    assert tuple(CONDITION_MEANINGS) == tuple(CONDITION_TESTS)


def test_every_field_of_a_scenario_can_be_written() -> None:
    other_names = {
        "place": "setting",
        "round_unit": "setting",
        "required_roles": "roles",
        "recommended_roles": "roles",
        "hidden_indicators": "indicators",
    }

    for one in fields(Scenario):
        assert other_names.get(one.name, one.name) in SCENARIO.keys


def test_every_wording_says_what_is_wrong_and_how_to_mend_it() -> None:
    for module in (syntax_words, schema_words, meaning_words):
        for name, one in vars(module).items():
            if isinstance(one, Wording):
                assert one.message.endswith("."), name
                assert one.mend, name
                assert one.code == one.code.lower()
