"""The words that the script says, which come with the page so that it speaks its language."""

import json

from dilemmaspel.texts import Texts


def script_words(t: Texts) -> str:
    """Return them as JSON; a hash sign stands for a number, a star for a name."""
    words = {
        "sending": t("Sending ..."),
        "again": t("Not received yet. We keep trying; leave this page open."),
        "received": t("Received. Your vote is in."),
        "refused": t("That was not counted. Look at the page and try again."),
        "offline": t("No connection for a moment. What was received stays received."),
        "online": t("The connection is back."),
        "choose": t("Choose one answer."),
        "tick": t("Tick everything you can live with, or “none of these”."),
        "reason": t("Write in a few words why not."),
        "rest": t("Still {n} of the {total} points to divide.", n="#", total="*"),
        "over": t("That is {n} points too many.", n="#"),
        "full": t("All {total} points are divided.", total="*"),
        "step": t("Use steps of {step} points.", step="#"),
        "first": t("Press the most important one first."),
        "next": t("Now the next. {n} to go.", n="#"),
        "ordered": t("Your order, the most important on top"),
        "place": t("Place {n}.", n="#"),
        "up": t("Higher: {option}", option="*"),
        "down": t("Lower: {option}", option="*"),
        "drop": t("Out of the order: {option}", option="*"),
        "left": t("Characters left: {n}", n="#"),
        "hold": t("Hold to read"),
        "holdvote": t("Hold to look"),
    }
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))
