"""Sessions for the tests of the debrief, played once and shared."""

from functools import cache

from dilemmaspel.game import commands as c
from dilemmaspel.game.ids import OptionId, RoleId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Kind, Profile, Setup
from dilemmaspel.game.state import State
from tests.game.playing import EVERYTHING, SCHAKEL, WACHTKAMER, WIJKTEAM, Play

REVERSAL = (
    *["inwoner"] * 4,
    *["sociaal_werker"] * 3,
    "beleidsmedewerker",
    "zorgaanbieder",
    "woningcorporatie",
    "ondernemer",
    "onderzoeker",
)
"""The room of the worked reversal (game model 3.6)."""

FLAGSHIPS = (SCHAKEL, WACHTKAMER, WIJKTEAM)


def voting_roles(play: Play, people: int) -> list[str]:
    roles = [role.id for role in play.scenario.roles if role.voting]
    return [roles[i % len(roles)] for i in range(people)]


@cache
def played(name: str, people: int = 24, kind: Kind = Kind.ROLE_PLAY) -> State:
    """A flagship played by bots to its debrief, with every extra input on."""
    play = Play(name, Setup(kind=kind, profile=Profile.HALF_DAY, inputs=EVERYTHING))
    play.people(*voting_roles(play, people))
    return play.until(Phase.DEBRIEF).state


@cache
def reversal() -> State:
    """Vote 1 of the first dilemma all a, vote 2 as in the worked reversal; the rest by bots."""
    play = Play(SCHAKEL).people(*REVERSAL)
    play.until(Phase.VOTE1, "d1").votes(*"aaaaaaaaaaaa")
    play.until(Phase.TALK, "d1")
    play.do(c.AddArgument(OptionId("b"), "Het kost weinig", RoleId("inwoner")))
    play.do(c.AddNote("Het werd stil", c.NoteKind.QUICK))
    play.do(c.ShareInfo(RoleId("inwoner"), shared=True))
    play.until(Phase.VOTE2, "d1").votes(*"bbbbbbbcccca")
    play.until(Phase.DEBRIEF)
    play.do(c.AddAgreement("Bellen met de huisarts", "Wij", "Maandag"))
    play.do(c.AddNote("Dit lijkt op onze wijk", c.NoteKind.PARALLEL))
    for answer in ((5, 4), (4, None), (3, 3), (4, 4), (4, 5)):
        play.do(c.AnswerExitPoll(*answer))
    return play.state


@cache
def small_roles() -> State:
    """Own voices: six residents, five doctors, and one entrepreneur who stands alone."""
    own = Setup(kind=Kind.OWN_VOICE, profile=Profile.HALF_DAY, inputs=EVERYTHING)
    play = Play(SCHAKEL, own).people(*["inwoner"] * 6, *["huisarts"] * 6, "ondernemer")
    return play.until(Phase.DEBRIEF).state
