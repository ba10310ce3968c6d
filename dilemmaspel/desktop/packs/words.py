"""What is said of an offered scenario: its size, its files, and what can be done with it."""

from pathlib import PurePosixPath

from dilemmaspel.scenario.offer import Offer, Verdict
from dilemmaspel.scenario.pack import Pack
from dilemmaspel.scenario.pack_vetting import PICTURES
from dilemmaspel.scenario.quotes import typeset
from dilemmaspel.texts import Texts

_KILO, _MEGA = 1000, 1000**2


def verdict_words(t: Texts, offer: Offer) -> str:
    """Say whether the scenario can be added, and what happens then."""
    match offer.verdict:
        case Verdict.NEW if offer.problems:
            return t("You can add it. There are a few remarks about its file.")
        case Verdict.NEW:
            return t("It is sound. Add it, and it stands among your scenarios.")
        case Verdict.REPLACES:
            return t("You have a scenario with this id already. Replace it, or keep yours.")
        case Verdict.SHIPPED:
            return t("It cannot be added: its id is that of a scenario that comes with the game.")
        case _:
            return t("It cannot be added as it is. Above stands what to mend.")


def content_words(t: Texts, pack: Pack) -> str:
    """Say how many pictures and other files there are, and how large all is together."""
    pictures = [one for one in pack.files if _is_picture(one.name)]
    others = len(pack.files) - len(pictures)
    size = sum(one.size for one in pack.files)
    parts = (
        t.plural("{n} picture", "{n} pictures", len(pictures)),
        t.plural("{n} other file", "{n} other files", others),
        t("{size} in all", size=size_words(t, size)),
    )
    return " · ".join(parts)


def file_words(t: Texts, pack: Pack) -> str:
    """Name every file with its size."""
    return " · ".join(f"{one.name} ({size_words(t, one.size)})" for one in pack.files)


def licence_words(pack: Pack) -> str:
    """The text of the licence, without empty lines and without the title that stands above it."""
    lines = [line.rstrip() for line in pack.licence.splitlines() if line.strip()]
    titled = [typeset(line) for line in lines[:1]] == [typeset(pack.title)]
    return "\n".join(f"• {one[2:]}" if one.startswith("- ") else one for one in lines[titled:])


def size_words(t: Texts, size: int) -> str:
    """Say a size in bytes as people read it."""
    if size >= _MEGA:
        return f"{t.number(size / _MEGA, 1)} MB"
    return f"{t.number(max(1, round(size / _KILO)))} kB"


def _is_picture(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in PICTURES
