"""What the facilitator can say and do, page by page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.setup import Voting
from dilemmaspel.texts import mark


@dataclass(frozen=True, slots=True)
class Script:
    """Words to say aloud, and what to do; both as messages of the catalogue."""

    say: str
    do: str


_BY_PAGE: Final[Mapping[Page, Script]] = {
    Page.WELCOME: Script(
        mark("Welcome! Find a seat where you can see the screen. We begin in a moment."),
        mark("Count the people under People, and print the role cards if you want them on paper."),
    ),
    Page.AGREEMENTS: Script(
        mark(
            "Today we look at a neighbourhood through each other’s eyes. There is no winner and"
            " no right answer: it is about the talk."
        ),
        mark("Go through the agreements on the screen. Ask whether everybody can live with them."),
    ),
    Page.ROLES: Script(
        mark("Take a role that is not your own job. Read the card and say who you are."),
        mark("Leave two minutes to read. A role that nobody plays, you can read aloud yourself."),
    ),
    Page.NEWS: Script(
        mark("A year has gone by. This is the news in the neighbourhood."),
        mark("Read the news aloud. Leave a moment of silence before you go on."),
    ),
    Page.STORY: Script(
        mark("Listen to what is going on in the neighbourhood."),
        mark("Read the text on the screen aloud, calmly. Answer questions about the facts only."),
    ),
    Page.RULE: Script(
        mark("This is how we decide in this round. Is that clear to everybody?"),
        mark("Read the rule aloud. People vote differently when they know it."),
    ),
    Page.BRIEFING: Script(
        mark("Read your role card. What do you want, and what is it that only you know?"),
        mark(
            "Everybody chooses whether to tell it. Keep it quiet: ten seconds of silence is fine."
        ),
    ),
    Page.CAUCUS: Script(
        mark("Sit with the people of your role. What do you need, and what could you live with?"),
        mark("Walk around. Help somebody who is alone in a role to find company."),
    ),
    Page.TALK: Script(
        mark("The smallest side speaks first. What should the others know before we vote again?"),
        mark(
            "Let somebody repeat the best argument of the other side. Tick a card when its"
            " knowledge is on the table, and write down every “yes, if”."
        ),
    ),
    Page.SHIFT: Script(
        mark("Who moved after the talk, and who stayed? Either may tell what helped."),
        mark("Ask one person who moved. Never ask somebody to defend staying."),
    ),
    Page.DECISION: Script(
        mark("This is what we decide, by the rule we know."),
        mark(
            "Confirm it with the large button. Until the next first vote opens you can take it"
            " back."
        ),
    ),
    Page.EFFECTS: Script(
        mark("This is what happens right away."),
        mark("These are play values to talk about. What comes later is still hidden."),
    ),
    Page.BUDGET: Script(
        mark("This is what it costs, and how long the money is tied."),
        mark("Look at the four years together: how much is still free?"),
    ),
    Page.REFLECT: Script(
        mark("Be still for a moment. What counted most for your role?"),
        mark("One minute of silence. Nobody has to answer aloud."),
    ),
    Page.YEAR: Script(
        mark("Time goes by. We no longer decide, but our choices work on."),
        mark("Read the news of this year aloud, and let people react."),
    ),
    Page.LINES: Script(
        mark(
            "This is how the neighbourhood changed. The dashed line is what we would have had"
            " without choosing."
        ),
        mark("Let people look first. Then ask what surprises them."),
    ),
    Page.LENSES: Script(
        mark("How does this look through the eyes of your role, now and later?"),
        mark("Ask two roles whose arrows differ to tell what they see."),
    ),
    Page.PAYERS: Script(
        mark("Who paid, and who had the benefit?"),
        mark("Ask: would you have chosen the same if you had known this?"),
    ),
    Page.ENDING: Script(
        mark("This is how our story ends."),
        mark("Read it aloud. It is not a score: nobody won and nobody lost."),
    ),
    Page.CLOSING: Script(
        mark("Thank you for playing and for listening to each other."),
        mark("Everything is kept. Go back to the start screen when the room is empty."),
    ),
}

_BY_PHASE: Final[Mapping[tuple[Phase, Page], Script]] = {
    (Phase.VOTE1, Page.VOTE): Script(
        mark("Vote from your role, without talking. Until it closes you can still change."),
        mark("Everybody votes at the same time. You see who has voted, never what."),
    ),
    (Phase.VOTE2, Page.VOTE): Script(
        mark("Vote once more, from your role. Staying is as good as changing."),
        mark("Nothing is filled in beforehand. Give more time to whoever needs it."),
    ),
    (Phase.RUNOFF, Page.VOTE): Script(
        mark("It is a tie. We vote once more, between these options only."),
        mark("The ballots are secret again. After this round there is a decision."),
    ),
    (Phase.CONSENT_CHECK, Page.VOTE): Script(
        mark(
            "Can you live with this? You need not be in favour. Object only if it really cannot"
            " be, and say why."
        ),
        mark("Ask for objections, not for supporters. Every objection needs a reason."),
    ),
    (Phase.REVEAL1, Page.REVEAL): Script(
        mark("This is where we stand now. Do not explain yet, just look."),
        mark("Ask what people notice. Leave a silence; the talk comes next."),
    ),
    (Phase.DECISION, Page.REVEAL): Script(
        mark("This is the result after the talk."),
        mark("Read the figures aloud. Leave a silence before you go on."),
    ),
    (Phase.INTRO, Page.WELCOME): Script(
        mark("Good to see you all. I will first tell what we are going to do."),
        mark("Tell how long it takes, where the coffee is, and that anybody may ask for a pause."),
    ),
}

_STEPS: Final = (
    (0, Script("", mark("Step out of the role: cards away, own names. Take your time for it."))),
    (3, Script("", mark("Describe only: what did you see and hear? Opinions come later."))),
    (12, Script("", mark("Look for reasons. The panel on the screen helps; nobody was right."))),
    (15, Script("", mark("Back to real life. Write down what people will do, and by when."))),
    (16, Script("", mark("Let everybody answer for themselves, without names."))),
)
"""Debrief: up to and with this question number, this is what to do."""


_SCANNING: Final = Script(
    mark("Welcome! Scan the code on the screen. Your phone shows the way from there."),
    mark("Whoever is in, stands under Phones. Without a phone: add a place under People."),
)
"""While people come in, when they vote on their phones."""


def script_for(phase: Phase, page: Page, voting: Voting = Voting.PASSED) -> Script:
    """Return what to say and do on a page of a phase; for a debrief question `debrief_script`."""
    if phase is Phase.LOBBY and voting is Voting.PHONE:
        return _SCANNING
    return _BY_PHASE.get((phase, page)) or _BY_PAGE.get(page) or _BY_PAGE[Page.REFLECT]


def debrief_script(number: int) -> Script:
    """Return what to do with a debrief question; theme questions (17 and up) ask for reasons."""
    return next((s for last, s in _STEPS if number <= last), _STEPS[2][1])
