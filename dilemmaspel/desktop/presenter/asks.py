"""The questions that the presenter window asks before something that cannot simply be undone."""

from collections.abc import Callable

from dilemmaspel.desktop.presenter.wording import REOPENS, undo_words
from dilemmaspel.desktop.widgets.question import Answer, Question
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts

Then = Callable[[str], None]


def ask_undo_reason(t: Texts, view: PresenterView, then: Then) -> Question:
    """Ask why a decision is taken back."""
    return Question(
        undo_words(t, view.undo) + "?",
        (
            Answer("keep", t("Keep it")),
            Answer("undo", t("Take it back"), then, needs_reason=True),
        ),
        t("Its effects are taken back too. The votes stay, and the log keeps why."),
        t("Why? A few words"),
    )


def ask_reopen(t: Texts, vote: Vote, then: Then) -> Question:
    """Ask whether everybody should vote anew."""
    return Question(
        t(REOPENS[vote]) + "?",
        (Answer("keep", t("No, go on")), Answer("reopen", t("Vote again"), then)),
        t("Everybody votes anew. The old votes stay in the log, but no longer count."),
    )


def ask_quorum(t: Texts, view: PresenterView, then: Then) -> Question:
    """Ask whether to count with too few votes."""
    cast, present = _turnout(view)
    return Question(
        t("Too few votes to decide: {cast} of {present}.", cast=cast, present=present),
        (Answer("wait", t("Wait")), Answer("count", t("Count anyway"), then)),
        t("You can wait for more people, or count anyway. The log keeps that you did."),
    )


def ask_few(t: Texts, view: PresenterView, then: Then) -> Question:
    """Ask whether to close a vote that most people have not answered yet."""
    cast, present = _turnout(view)
    return Question(
        t.plural(
            "Close the vote? Only {cast} of {present} has voted.",
            "Close the vote? Only {cast} of {present} have voted.",
            cast,
            cast=cast,
            present=present,
        ),
        (Answer("wait", t("Wait")), Answer("close", t("Close the vote"), then)),
        t("You can open it again, with the votes as they were."),
    )


def _turnout(view: PresenterView) -> tuple[int, int]:
    """Who has voted, of who is there."""
    vote = view.public.vote
    return (vote.cast, vote.present) if vote else (0, 0)


def ask_close(t: Texts, then: Then) -> Question:
    """Ask whether the session is over."""
    return Question(
        t("Close the session?"),
        (Answer("stay", t("Not yet")), Answer("close", t("Close the session"), then)),
        t("Everything is kept. After this nothing can be added."),
    )


def ask_leave(t: Texts, later: Then, close: Then) -> Question:
    """Ask what should happen to a session that is left."""
    return Question(
        t("Leave this session?"),
        (
            Answer("later", t("Go on with it later"), later),
            Answer("close", t("Close the session"), close),
            Answer("stay", t("Stay here")),
        ),
        t(
            "Everything is kept. Later you go on exactly here. A session that is closed can only"
            " be looked at."
        ),
    )


def ask_skip_dilemma(t: Texts, view: PresenterView, then: Then) -> Question:
    """Ask whether to leave the running dilemma."""
    title = view.public.dilemma.title if view.public.dilemma else ""
    return Question(
        t("Skip “{title}”?", title=title),
        (Answer("stay", t("No, stay")), Answer("skip", t("Skip this dilemma"), then)),
        t("It costs no year, and nothing of it has an effect. You can take this back."),
    )


def ask_end_early(t: Texts, then: Then) -> Question:
    """Ask whether to leave the dilemmas that remain."""
    return Question(
        t("Go to the end early?"),
        (Answer("stay", t("No, play on")), Answer("end", t("To the years that follow"), then)),
        t("The dilemmas that remain are left out. You can take this back."),
    )


def ask_peek(t: Texts, then: Then) -> Question:
    """Ask whether the facilitator wants to know what comes later."""
    return Question(
        t("Look ahead at what comes later?"),
        (Answer("stay", t("Better not")), Answer("peek", t("Look ahead"), then)),
        t("Only you see it. The log keeps that you looked; the group should be surprised."),
    )
