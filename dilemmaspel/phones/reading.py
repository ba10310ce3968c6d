"""Reading what a phone sends: JSON of a script, or the fields of a form; and nothing else."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import parse_qsl

from dilemmaspel.game.ballots import Channel, ValueCard, Vote
from dilemmaspel.game.casting import LONGEST_OBJECTION
from dilemmaspel.game.commands import CastBallot
from dilemmaspel.game.ids import DilemmaId, OptionId, RoleId, SeatId
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.phones.faults import Fault
from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.screen import Shape

MOST_FIELDS: Final = 100

_KEY: Final = re.compile(r"[A-Za-z0-9_-]{8,64}")
_WHOLE: Final = re.compile(r"[0-9]{1,6}")

Fields = Mapping[str, tuple[str, ...]]


def bad(field: str) -> Fault:
    """Return the fault of something that cannot be read."""
    return Fault(400, Reason.BAD_INPUT.value, Refused(Reason.BAD_INPUT, field))


# -------------------------------------------------------------------- JSON


def read_json(body: bytes, depth: int) -> dict[str, Any]:
    """Read an object of at most so many levels; raises Fault."""
    try:
        record = json.loads(
            body.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_no_number
        )
    except (ValueError, RecursionError):
        raise Fault(400, "bad_request") from None
    if not isinstance(record, dict) or _depth(record, depth) > depth:
        raise Fault(400, "bad_request")
    return record


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ValueError("A name stands there twice.")
    return record


def _no_number(_: str) -> Any:
    raise ValueError("Not a number.")


def _depth(value: object, most: int) -> int:
    """Count the levels, but no further than one more than allowed."""
    if most < 0:
        return 1
    if isinstance(value, dict):
        return 1 + max((_depth(one, most - 1) for one in value.values()), default=0)
    if isinstance(value, list):
        return 1 + max((_depth(one, most - 1) for one in value), default=0)
    return 0


def text_of(record: Mapping[str, Any], name: str) -> str:
    """Return a text of a record; empty when it is not there. Raises Fault."""
    value = record.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise bad(name)
    return value


def whole_of(record: Mapping[str, Any], name: str) -> int | None:
    """Return a whole number of a record, or None; raises Fault."""
    value = record.get(name)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise bad(name)
    return value


def key_of(record: Mapping[str, Any], name: str = "key", *, needed: bool = True) -> str:
    """Return the key that makes a repeat known; raises Fault for none that will do."""
    key = text_of(record, name)
    if _KEY.fullmatch(key) is None and (key or needed):
        raise bad(name)
    return key


def json_ballot(record: Mapping[str, Any], seat: SeatId) -> CastBallot:
    """Read a ballot of a script; raises Fault."""
    if "choice" not in record:
        raise bad("choice")
    prediction = record.get("prediction")
    if prediction is not None and not isinstance(prediction, dict):
        raise bad("prediction")
    return CastBallot(
        dilemma=DilemmaId(text_of(record, "round")),
        vote=_vote(text_of(record, "vote")),
        choice=record["choice"],
        channel=Channel.PHONE,
        seat=seat,
        confidence=whole_of(record, "confidence"),
        value_card=_card(text_of(record, "value_card")),
        comment=text_of(record, "comment"),
        personal=record.get("personal"),
        prediction=_guess(prediction or {}),
        objection=text_of(record, "objection"),
    )


def _vote(name: str) -> Vote:
    try:
        return Vote(name)
    except ValueError:
        raise bad("vote") from None


def _card(name: str) -> ValueCard | None:
    try:
        return ValueCard(name) if name else None
    except ValueError:
        raise bad("value_card") from None


def _guess(record: Mapping[str, Any]) -> tuple[RoleId, OptionId] | None:
    role, option = text_of(record, "role"), text_of(record, "option")
    if bool(role) != bool(option):
        raise bad("prediction")
    return (RoleId(role), OptionId(option)) if role else None


# -------------------------------------------------------------------- forms


def read_form(body: bytes) -> Fields:
    """Read the fields of a form, each with all its values; raises Fault."""
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise Fault(400, "bad_request") from None
    found: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        found[name] = (*found.get(name, ()), value)
    return found


def one(form: Fields, name: str) -> str:
    """Return the value of a field that takes one; empty when it is not there."""
    values = form.get(name, ())
    return values[-1] if values else ""


def form_key(form: Fields) -> str:
    """Return the key of a form: the same for the same form sent twice, new when it was changed."""
    if _KEY.fullmatch(one(form, fields.ONCE)) is None:
        raise Fault(403, "old_page")
    kept = sorted((name, values) for name, values in form.items() if name != fields.FORM)
    return "f" + hashlib.sha256(json.dumps(kept).encode()).hexdigest()[:40]


def form_ballot(form: Fields, seat: SeatId, shape: Shape) -> CastBallot:
    """Read a ballot of a form; raises Fault."""
    abstains = bool(one(form, fields.ABSTAIN))
    own = None if abstains else form_choice(form, shape, fields.OWN)
    return CastBallot(
        dilemma=DilemmaId(one(form, fields.ROUND)),
        vote=_vote(one(form, fields.VOTE)),
        choice=None if abstains else _needed(form_choice(form, shape)),
        channel=Channel.PHONE,
        seat=seat,
        confidence=_number(one(form, fields.CONFIDENCE), fields.CONFIDENCE),
        value_card=_card(one(form, fields.VALUE_CARD)),
        comment=plain_lines(one(form, fields.COMMENT)),
        personal=own,
        prediction=_guess(
            {"role": one(form, fields.GUESS_ROLE), "option": one(form, fields.GUESS_OPTION)}
        ),
        objection=plain_lines(one(form, fields.OBJECTION)),
    )


def plain_lines(text: str) -> str:
    """Write the line ends of a form as ours."""
    return text.replace("\r\n", "\n")


def form_choice(form: Fields, shape: Shape, prefix: str = "") -> object:
    """Read an answer; None when nothing was filled in. Raises Fault."""
    values = tuple(v for v in form.get(prefix + fields.CHOICE, ()) if v)
    match shape:
        case Shape.TICKS:
            return list(values) if values or one(form, prefix + fields.NONE) else None
        case Shape.POINTS:
            return _points(_parts(form, prefix + fields.POINTS), prefix)
        case Shape.ORDER:
            return _order(_parts(form, prefix + fields.PLACE), prefix)
        case Shape.SCALE:
            return _number(values[-1] if values else "", prefix + fields.CHOICE)
        case _:
            return values[-1] if values else None


def _needed(choice: object) -> object:
    if choice is None:
        raise Fault.of(Refused(Reason.WRONG_CHOICE, "empty"))
    return choice


def _parts(form: Fields, before: str) -> dict[str, str]:
    return {
        name.removeprefix(before): values[-1].strip()
        for name, values in form.items()
        if name.startswith(before)
    }


def _points(parts: Mapping[str, str], prefix: str) -> dict[str, int] | None:
    if not any(parts.values()):
        return None
    return {o: _number(p, prefix + fields.CHOICE) or 0 for o, p in parts.items()}


def _order(parts: Mapping[str, str], prefix: str) -> list[str] | None:
    places = {o: _number(place, prefix + fields.CHOICE) for o, place in parts.items() if place}
    if not places:
        return None
    if len(set(places.values())) < len(places):
        raise wrong(prefix)
    return sorted(places, key=lambda option: places[option] or 0)


def _number(written: str, field: str) -> int | None:
    text = written.strip()
    if not text:
        return None
    if _WHOLE.fullmatch(text) is None:
        raise (
            wrong(field.removesuffix(fields.CHOICE))
            if field.endswith(fields.CHOICE)
            else bad(field)
        )
    return int(text)


def number_of(form: Fields, name: str) -> int | None:
    """Return a whole number that was filled in, or None; raises Fault."""
    return _number(one(form, name), name)


def wrong(prefix: str) -> Fault:
    """Return the fault of an answer that does not fit the question."""
    detail = "personal" if prefix == fields.OWN else ""
    return Fault.of(Refused(Reason.WRONG_CHOICE, detail))


def fault_fields(fault: Fault) -> Sequence[str]:
    """Return the fields beside which a fault can be told; none when it is told above the page."""
    refused = fault.refused
    if refused is None:
        return {"wrong_code": (fields.CODE,), "role_full": (fields.ROLE,)}.get(fault.reason, ())
    about = refused.detail.partition(" ")[0]
    match refused.reason:
        case Reason.WRONG_CHOICE:
            return (fields.OWN + fields.CHOICE if about == "personal" else fields.CHOICE,)
        case Reason.OPTION_BLOCKED:
            return (fields.CHOICE,)
        case Reason.REASON_REQUIRED:
            return (fields.OBJECTION,)
        case Reason.TEXT_TOO_LONG | Reason.TEXT_EMPTY:
            longest = {str(LONGEST_OBJECTION): fields.OBJECTION}
            return (longest.get(about, fields.COMMENT), fields.TEXT)
        case Reason.UNKNOWN_ROLE:
            return (fields.ROLE,)
        case _:
            return ()
