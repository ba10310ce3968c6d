"""Columns that several figures have, so that they are called the same everywhere."""

from typing import Final

from dilemmaspel.debrief.figures.tables import Column, Unit
from dilemmaspel.debrief.saying import say
from dilemmaspel.texts import mark

DILEMMA: Final = Column("dilemma", say(mark("Dilemma")))
ROLE: Final = Column("role", say(mark("Role")))
OPTION: Final = Column("option", say(mark("Choice")))
INDICATOR: Final = Column("indicator", say(mark("What we look at")))
PATH: Final = Column("path", say(mark("Path")))
KIND: Final = Column("kind", say(mark("What")))
TEXT: Final = Column("text", say(mark("Text")))
VOTE: Final = Column("vote", say(mark("Which vote")))
VALID: Final = Column("valid", say(mark("Valid votes")), Unit.COUNT)
ABSTAINED: Final = Column("abstained", say(mark("Abstained")), Unit.COUNT)
BOTH_VOTES: Final = Column("n", say(mark("People with both votes")), Unit.COUNT)
MOVED: Final = Column("moved", say(mark("Chose otherwise")), Unit.COUNT)
SHARE: Final = Column("share", say(mark("Share")), Unit.SHARE)
CHANGE: Final = Column("change", say(mark("Change")), Unit.NUMBER)
