"""What people are told before they join, made from the settings of this very session."""

from dilemmaspel.game.setup import Kind, Setup
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.texts import Texts


def notice(t: Texts, setup: Setup, config: PhoneConfig) -> tuple[str, ...]:
    """Return the information notice, a sentence or two each, at most 90 words in Dutch."""
    written = setup.inputs.comment or setup.inputs.conditions or setup.inputs.arguments
    return tuple(
        line
        for line in (
            t("Taking part is free. You give no name, no number and no address."),
            _whose(t, setup),
            t("You can change your vote until the vote closes."),
            t("What you write is kept as it is: write no names.") if written else "",
            t("Your own answer, apart from your role, is kept without your place.")
            if setup.inputs.personal
            else "",
            _how_long(t, setup, config),
            t("This network is not secret. No phone, or rather not? Ask for another way to vote."),
            t("Questions: {contact}.", contact=_contact(setup)) if _contact(setup) else "",
        )
        if line
    )


def _whose(t: Texts, setup: Setup) -> str:
    if setup.kind is Kind.OWN_VOICE:
        return t(
            "You vote as yourself. We keep your choice with a number; small groups stay hidden."
        )
    if setup.show_roles:
        return t(
            "You vote as a role. We keep your choice with that role and a number; "
            "the counts per role are shown."
        )
    return t("You vote as a role. We keep your choice with that role and a number.")


def _how_long(t: Texts, setup: Setup, config: PhoneConfig) -> str:
    if setup.practice:
        return t("This is a rehearsal; it is kept apart.")
    months = config.retention_months
    if not months:
        return t("Everything is erased right after this session.")
    return t.plural(
        "It is kept on this laptop for {n} month.",
        "It is kept on this laptop for {n} months.",
        months,
    )


def _contact(setup: Setup) -> str:
    return setup.local_contact or setup.organisation
