"""Who knows what in a dilemma: for the facilitator alone, with boxes to tick what is shared."""

from typing import Final

from dilemmaspel.desktop.printing.blocks import Aside, Beside, Block, Gap, Line, Stack, Ticks, Words
from dilemmaspel.desktop.printing.job import PrintJob, roles_of
from dilemmaspel.desktop.printing.lettering import BODY, HEADING, SMALL
from dilemmaspel.desktop.printing.marks import role_picture
from dilemmaspel.game.scenario import Briefing, Dilemma, Role
from dilemmaspel.texts import Texts

_TEXT: Final = BODY.sized(9.5)
_NAME: Final = 34.0


def who_knows(dilemma: Dilemma, job: PrintJob, t: Texts) -> list[Block]:
    """List the briefings of the roles that are handed out."""
    told = [
        (role, dilemma.briefings[role.id]) for role in roles_of(job) if role.id in dilemma.briefings
    ]
    if not told:
        return []
    hint = t("Tick what was told in the talk. Keep this side to yourself.")
    head = Stack((Words(t("Who knows what"), HEADING), Words(hint, SMALL)), 0.6)
    rows = tuple(_row(role, briefing, t) for role, briefing in told)
    return [Stack((head, *rows), 2)]


def _row(role: Role, briefing: Briefing, t: Texts) -> Block:
    name = Beside(role_picture(role, 5), 5, Words(role.short, _TEXT.strong()), 2)
    said: list[Block] = [Words(briefing.wants, _TEXT.quiet())] if briefing.wants else []
    if briefing.knows:
        said.append(Words(briefing.knows, _TEXT))
    shared = Ticks((t("told"),), _TEXT) if briefing.knows else Gap(0)
    words = Aside(Stack(tuple(said), 0.4), shared, 18, 4)
    return Stack((Line(0.2, "faint"), Beside(name, _NAME, words, 4)), 1.2)
