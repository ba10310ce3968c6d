"""What everyone hears at the start: the agreements, and what is kept."""

from dilemmaspel.game.setup import Kind
from dilemmaspel.texts import Texts


def agreements(t: Texts, kind: Kind) -> tuple[str, ...]:
    """Return the working agreements of a session, a sentence each, at most 40 words together."""
    if kind is Kind.OWN_VOICE:
        return (
            t("You vote as yourself."),
            t("Everyone may finish speaking."),
            t("What is said here stays here."),
            t("You may ask for a pause."),
            t("Nobody sees what you choose. We keep no names."),
        )
    return (
        t("You play a role. You are not your role."),
        t("Everyone may finish speaking."),
        t("What is said here stays here."),
        t("You may ask for a pause."),
        t("What a role chose may be shown. We keep no names."),
    )


def notice(t: Texts, kind: Kind) -> tuple[str, ...]:
    """Return what people are told about what is kept, a sentence each."""
    whose = (
        t("Votes belong to a role and a number, not to a name.")
        if kind is Kind.ROLE_PLAY
        else t("Votes belong to a number, not to a name. Small groups stay hidden.")
    )
    return (
        t("This session is kept on this laptop only, so that we can look back."),
        whose,
        t("Please say and write no names of people."),
        t("The facilitator can erase it. Ask if you want that."),
    )
