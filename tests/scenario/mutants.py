"""Files that were good until something happened to them; the same seed gives the same file."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

from dilemmaspel.paths import scenarios_dir
from tests.scenario.packs import SAMPLES

_SNIPPETS: Final = (
    *(": ", " #", "'", '"', "{", "}", "[", "]", "&a ", "*a", "!!x ", "|", ">", "@", "%", "`", "? "),
    *("- ", "---\n", "...\n", "\t", "\xa0", "\u2028", "\x07", "\0", "\ufeff", "🏘️", "\u202e"),
    *(
        "<<: *a",
        "\n",
        "\n\n",
        "   ",
        ",",
        ",,",
        "\\",
        "\\ud800",
        "no",
        "0123",
        "1e999",
        "~",
        "- - - ",
    ),
)


def good_files() -> tuple[Path, ...]:
    """The seeds: every shipped scenario, the sample, and the roles."""
    shipped = scenarios_dir()
    scenarios = (*shipped.glob("*/scenario.yaml"), *SAMPLES.glob("*/scenario.yaml"))
    return (*sorted(scenarios), shipped / "roles.yaml", SAMPLES / "roles.yaml")


def mutant(data: bytes, seed: int) -> bytes:
    """Change a file in one to three ways."""
    chance = Random(seed)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        data = chance.choice(_WAYS)(data, chance)
    return data


def _lines(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True) or [b""]


def _flip_a_bit(data: bytes, chance: Random) -> bytes:
    if not data:
        return data
    made = bytearray(data)
    made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def _noise(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.randbytes(chance.randrange(1, 9)) + data[at + chance.randrange(9) :]


def _delete_a_line(data: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def _delete_some_lines(data: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    at = chance.randrange(len(lines))
    del lines[at : at + chance.randrange(1, 30)]
    return b"".join(lines)


def _repeat_a_line(data: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    at = chance.randrange(len(lines))
    return b"".join([*lines[:at], lines[at] * chance.choice((2, 2, 3, 50)), *lines[at + 1 :]])


def _swap_two_lines(data: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _indent(data: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    at = chance.randrange(len(lines))
    for number in range(at, min(len(lines), at + chance.choice((1, 1, 1, 5)))):
        line = lines[number]
        lines[number] = b" " + line if chance.random() < 0.5 else line.removeprefix(b" ")
    return b"".join(lines)


def _take_a_sign_away(data: bytes, chance: Random) -> bytes:
    sign = chance.choice((b'"', b"'", b":", b",", b"{", b"}", b"[", b"]", b"- ", b" ", b"|"))
    places = [at for at in range(len(data)) if data.startswith(sign, at)]
    if not places:
        return data
    at = chance.choice(places)
    return data[:at] + data[at + len(sign) :]


def _add_a_sign(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_SNIPPETS).encode() + data[at:]


def _cut_off(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _other_encoding(data: bytes, chance: Random) -> bytes:
    text = data.decode("utf-8", errors="replace")
    name = chance.choice(("cp1252", "latin-1", "utf-16", "utf-16-le", "utf-32", "cp437", "utf-7"))
    return text.encode(name, errors="replace")


def _other_line_ends(data: bytes, chance: Random) -> bytes:
    return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\x0b", b"\xc2\x85", b"")))


def _other_value(data: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    at = chance.randrange(len(lines))
    key, colon, _ = lines[at].partition(b":")
    value = chance.choice(
        (b"", b"no", b"-1", b"1e9", b"[]", b"{}", b"~", b"999999999999", b"x" * 5000)
    )
    lines[at] = key + colon + b" " + value + b"\n" if colon else lines[at]
    return b"".join(lines)


_WAYS: Final[tuple[Callable[[bytes, Random], bytes], ...]] = (
    *(_flip_a_bit, _noise, _delete_a_line, _delete_some_lines, _repeat_a_line, _swap_two_lines),
    *(_indent, _indent, _take_a_sign_away, _take_a_sign_away, _add_a_sign, _add_a_sign),
    *(_cut_off, _other_encoding, _other_line_ends, _other_value, _other_value),
)
