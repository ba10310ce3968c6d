"""What a ballot asks beside the choice: the same words at the laptop and on a phone."""

from typing import Final

from dilemmaspel.texts import mark

SKIP: Final = mark("You may skip each of them.")
SURE: Final = mark("How sure are you of your vote?")
SURE_NOTE: Final = mark("1 is not sure at all, 5 is very sure.")
VALUE: Final = mark("Which value weighed most?")
WHY: Final = mark("Why did you choose this?")
OWN: Final = mark("What would you choose yourself, apart from your role?")
OWN_NOTE: Final = mark(
    "Only totals are shown, and only from five answers; never by role or person."
)
GUESS: Final = mark("What will another role choose?")
GUESS_ROLE: Final = mark("Another role")
GUESS_OPTION: Final = mark("What will they choose most?")
