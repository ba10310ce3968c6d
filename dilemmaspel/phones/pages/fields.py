"""What the page and the server agree on: where forms go, and what their fields are called.

Every form is posted as `application/x-www-form-urlencoded`, works without a script, and carries
`FORM` (the form token) and `ONCE`. A ballot also carries `ROUND` and `VOTE`. With a script the
page sends ballots as JSON to `/api/ballot` instead, and all other forms as they are.

Of one ballot (`PREFIX` empty) and of the person's own answer apart from the role (`OWN`):

- one option, a run-off, a scale, consent: `choice` is the option, the point, or one of
  `NO_OBJECTION` and `OBJECTION`;
- ticks: `choice` once for every tick; `none` is "1" when nothing can be lived with;
- points: `points-<option>` is a number for every option;
- an order: `place-<option>` is its place from 1, or empty when it has none.

What is wrong with an answer as a whole stands under `choice`, whatever its fields are called.
`ABSTAIN` is "1" when the button to abstain was pressed; then nothing else of the ballot counts.
"""

from typing import Final

HOME: Final = "/"
JOIN_TO: Final = "/join"
BALLOT_TO: Final = "/ballot"
TIME_TO: Final = "/time"
PAUSE_TO: Final = "/pause"
REMARK_TO: Final = "/remark"
POLL_TO: Final = "/poll"
SHOW_TO: Final = "/show"
"""Shows the page again with `SHOW`; only used by a browser that keeps no cookies."""
STATIC: Final = "/static/"

LANGUAGE: Final = "lang"
"""In the query of any page: the language of this phone from now on."""
SHOW: Final = "show"
"""In the query of the page and of `/api/view`, or a field of `SHOW_TO`: a value of `Asked`."""

FORM: Final = "form"
ONCE: Final = "once"

CODE: Final = "code"
ROLE: Final = "role"

ROUND: Final = "round"
VOTE: Final = "vote"
CHOICE: Final = "choice"
NONE: Final = "none"
POINTS: Final = "points-"
PLACE: Final = "place-"
ABSTAIN: Final = "abstain"
OBJECTION: Final = "objection"
OWN: Final = "own-"
"""Before a field's name: the person's own answer, apart from the role."""

CONFIDENCE: Final = "confidence"
VALUE_CARD: Final = "value_card"
COMMENT: Final = "comment"
GUESS_ROLE: Final = "prediction_role"
GUESS_OPTION: Final = "prediction_option"

REMARK: Final = "kind"
"""A button of the form for remarks: `CONDITION` or `ARGUMENT`."""
CONDITION: Final = "condition"
ARGUMENT: Final = "argument"
OPTION: Final = "option"
TEXT: Final = "text"

TALKING: Final = "talking"
UNDERSTANDING: Final = "understanding"
