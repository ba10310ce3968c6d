"""What the tests of paper share: jobs, and looking at pages that were laid out."""

from dataclasses import replace
from itertools import combinations

from dilemmaspel.desktop.printing.documents import Document, layout
from dilemmaspel.desktop.printing.job import PrintJob
from dilemmaspel.desktop.printing.page import HEIGHT, WIDTH, Page, Text
from dilemmaspel.game.ids import RoleId, frozen
from dilemmaspel.game.scenario import Briefing, Dilemma, Option, Role, Scenario
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.state import Agreement
from dilemmaspel.texts import Texts
from tests.desktop.samples import FLAGSHIPS, scenario

DUTCH = Texts("nl")
ENGLISH = Texts("en")
EDGE = 5.0
"""What a printer cannot reach, in millimetres."""

SLACK = 0.02
LONG = "Een heel lange zin met welzijnsbestuurdersvergaderingsverslagen die maar doorgaat. " * 12
RESIDENT = RoleId("inwoner")


def job(of: str = FLAGSHIPS[0], **changes: object) -> PrintJob:
    """Half a day with a flagship, eight roles, three residents."""
    setup = Setup(
        profile=Profile.HALF_DAY,
        organisation="Welzijn Waterkant",
        local_contact="Samira van het wijkteam",
    )
    made = PrintJob(scenario(of), setup, frozen({RESIDENT: 3}))
    return replace(made, **changes)  # type: ignore[arg-type] # the names of a job


OF_A_SCENARIO = tuple(one for one in Document if one is not Document.HANDBOOK)
"""The handbook is the same for every scenario, and has tests of its own."""


def pages(document: Document, of: PrintJob | None = None, t: Texts = DUTCH) -> tuple[Page, ...]:
    """The pages of a document."""
    return layout(document, of or job(), t)


def said(*pages: Page) -> str:
    """All words of some pages, as one line with ordinary spaces."""
    return " ".join(text.words for page in pages for text in page.texts).replace("\u00a0", " ")


def said_within(page: Page, top: float, bottom: float) -> str:
    """All words between two heights."""
    inside = [t for t in page.texts if top <= t.box.top and t.box.bottom <= bottom + SLACK]
    return " ".join(text.words for text in inside).replace("\u00a0", " ")


def off_the_paper(page: Page) -> list[str]:
    """Words that a printer would cut off."""
    return [
        text.words
        for text in page.texts
        if text.box.left < EDGE - SLACK
        or text.box.top < EDGE - SLACK
        or text.box.right > WIDTH - EDGE + SLACK
        or text.box.bottom > HEIGHT - EDGE + SLACK
    ]


def overlapping(page: Page) -> list[tuple[str, str]]:
    """Words that stand on other words."""
    return [(a.words, b.words) for a, b in combinations(page.texts, 2) if _meet(a, b)]


def _meet(one: Text, other: Text) -> bool:
    a, b = one.box, other.box
    across = min(a.right, b.right) - max(a.left, b.left)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    return across > SLACK and down > SLACK


def wordy(of: Scenario) -> Scenario:
    """A scenario whose author could not stop; every text is far too long."""
    return replace(
        of,
        title=LONG,
        summary=LONG,
        guide="\n\n".join([LONG] * 6),
        sensitivity=(LONG,),
        learning_goals=(LONG, LONG),
        roles=tuple(_wordy_role(role) for role in of.roles),
        dilemmas=tuple(_wordy_dilemma(dilemma) for dilemma in of.dilemmas),
    )


def _wordy_role(role: Role) -> Role:
    few = (LONG[:200],) * 5
    return replace(
        role,
        name=LONG[:150],
        short=LONG[:70],
        interest=LONG[:300],
        means=few,
        worries=few,
        key_question=LONG[:200],
        red_line=LONG[:300],
    )


def _wordy_dilemma(dilemma: Dilemma) -> Dilemma:
    return replace(
        dilemma,
        title=LONG[:200],
        question=LONG[:300],
        story="\n\n".join([LONG] * 5),
        tension=(LONG[:150], LONG[:150]),
        options=tuple(_wordy_option(option) for option in dilemma.options),
        briefings=frozen({role: Briefing(LONG[:400], LONG) for role in dilemma.briefings}),
        facilitator=replace(dilemma.facilitator, goal=LONG, notes=LONG, watch_out=LONG),
        discussion=(LONG,) * 4,
    )


def _wordy_option(option: Option) -> Option:
    return replace(
        option,
        label=LONG[:150],
        description=LONG[:400],
        pros=(LONG[:150],) * 3,
        cons=(LONG[:150],) * 3,
    )


def agreements(number: int) -> tuple[Agreement, ...]:
    """That many agreements, each with words of its own."""
    return tuple(Agreement(f"Wat nummer {n}", f"Wie {n}", f"Week {n}") for n in range(number))
