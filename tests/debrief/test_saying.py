"""Sentences without a language, put in the words of a reader."""

from fractions import Fraction

from dilemmaspel.debrief.figures import Place, not_voted
from dilemmaspel.debrief.saying import Number, Say, plural, said, say
from dilemmaspel.texts import Texts, mark

EN, NL = Texts("en"), Texts("nl")


def test_a_message_is_said_in_the_readers_language() -> None:
    assert (said(EN, say(mark("Our path"))), said(NL, say(mark("Our path")))) == (
        "Our path",
        "Ons pad",
    )


def test_text_of_people_is_never_translated_or_filled_in() -> None:
    assert said(NL, "Our path {n}") == "Our path {n}"


def test_the_form_follows_the_number() -> None:
    one, two = (plural("We made {n} agreement.", "We made {n} agreements.", n) for n in (1, 2))
    assert (said(EN, one), said(NL, two)) == ("We made 1 agreement.", "We maakten 2 afspraken.")


def test_numbers_inside_are_written_as_the_language_does_and_messages_translated() -> None:
    mean = say(mark("We give this talk a {mean} out of 5."), mean=Number(Fraction(17, 4), 1))
    assert said(NL, mean) == "We geven dit gesprek een 4,3 op een schaal van 5."
    inside = say(mark("{option} beats every other one by one."), option=say(mark("Our path")))
    assert said(NL, inside).startswith("Ons pad")


def test_a_message_that_nobody_translated_stays_as_it_is() -> None:
    assert said(NL, Say("Leefbaarheid")) == "Leefbaarheid"


def test_a_place_has_the_letter_or_the_number_it_has_everywhere() -> None:
    option, point = Place("b", 1, "Later"), Place("4", 3, "", on_scale=True)
    assert (option.sign, option.full, option.name) == ("B", "B Later", "Later")
    assert (point.sign, point.full, point.name) == ("4", "4", "4")
    assert (not_voted().sign, said(NL, not_voted().full)) == ("–", "onthield zich")
