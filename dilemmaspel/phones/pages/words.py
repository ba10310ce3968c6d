"""The words that the script says, which come with the page so that it speaks its language."""

from dilemmaspel.texts import Texts


def script_words(t: Texts) -> str:
    """Return them with bars between, in the order in which the script names them.

    A hash sign stands for a number, a star for a name.
    """
    return "|".join(
        (
            t("Sending…"),
            t("Not received yet. We keep trying; leave this page open."),
            t("Received. Your vote is in."),
            t("That was not counted. Look at the page and try again."),
            t("No connection for a moment. What was received stays received."),
            t("Does it take long? Check that you are on the Wi-Fi of this room."),
            t("The connection is back."),
            t("Choose one answer."),
            t("Tick everything you can live with, or “none of these”."),
            t("Write in a few words why not."),
            t("Still {n} of the {total} points to divide.", n="#", total="*"),
            t("Too many points: {n}.", n="#"),
            t("All {total} points are divided.", total="*"),
            t("Use steps of {step} points.", step="#"),
            t("Press the most important one first."),
            t("Now the next. {n} to go.", n="#"),
            t("Your order, the most important on top"),
            t("Place {n}.", n="#"),
            t("Higher: {option}", option="*"),
            t("Lower: {option}", option="*"),
            t("Out of the order: {option}", option="*"),
            t("Characters left: {n}", n="#"),
            t("Fewer points: {option}", option="*"),
            t("More points: {option}", option="*"),
            t("Hold to read"),
            t("Hold to look"),
        )
    )
