"""Who is in the pictures: the looks of a person and a cast of neighbours to choose from."""

from dataclasses import dataclass, replace

from tools.drawing import palette as p


@dataclass(frozen=True, slots=True)
class Person:
    """The looks of one person.

    ``style`` is a way of wearing hair (see ``hair.STYLES``); ``extras`` are worn things: glasses,
    beard, moustache, scarf, apron, cardigan, collar, stripes, dots, lanyard, overall, vest, coat,
    blazer, hoodie, uniform.
    """

    skin: str = p.SKIN[1]
    hair: str = p.HAIR_BROWN
    style: str = "short"
    top: str = p.TEAL.mid
    legs: str = p.SLATE.deep
    shoes: str = p.INK
    build: float = 1.0
    head: float = 1.0
    sleeve: str | None = None
    skirt: str | None = None
    short_sleeves: bool = False
    accent: str = p.GOLD
    extras: tuple[str, ...] = ()


def neighbour(skin: int, hair: str, style: str, top: str, legs: str, **more: object) -> Person:
    """Describe a person; ``skin`` counts from light (0) to dark (5)."""
    return Person(p.SKIN[skin], hair, style, top, legs, **more)  # type: ignore[arg-type]


WIT = neighbour(
    0, p.HAIR_WHITE, "bun", p.PLUM.mid, p.SLATE.soft,
    skirt=p.PLUM.full, extras=("glasses", "cardigan"), accent=p.CREAM, build=0.96,
)  # fmt: skip
COOK = neighbour(
    1, p.HAIR_CHESTNUT, "tail", p.BLUE.mid, p.SLATE.deep,
    extras=("apron",), accent=p.CREAM, short_sleeves=True, build=1.08,
)  # fmt: skip
AMINA = neighbour(
    2, p.HAIR_BLACK, "headscarf", p.BLUE.full, p.SLATE.deep, accent=p.TEAL.mid, skirt=p.BLUE.deep
)
JORIS = neighbour(1, p.HAIR_BROWN, "parted", p.TEAL.mid, p.WOOD.full, extras=("collar",))
SAMUEL = neighbour(
    5,
    p.HAIR_BLACK,
    "crop",
    p.SLATE.full,
    p.SLATE.deep,
    extras=("blazer",),
    accent=p.WHITE,
    build=1.08,
)
TESS = neighbour(
    0, p.HAIR_BLOND, "long", p.RUST.soft, p.BLUE.mid, extras=("scarf",), accent=p.GREEN.mid
)
BRAM = neighbour(
    1, p.HAIR_GREY, "ring", p.OCHRE.mid, p.WOOD.full, extras=("beard", "vest"), build=1.2
)
NADIA = neighbour(
    3, p.HAIR_BLACK, "curls", p.GREEN.mid, p.SLATE.deep,
    extras=("lanyard",), accent=p.OCHRE.soft, build=0.94,
)  # fmt: skip
HARPREET = neighbour(
    3,
    p.HAIR_BLACK,
    "turban",
    p.TEAL.full,
    p.SAND,
    extras=("beard",),
    accent=p.OCHRE.mid,
    build=1.05,
)
RUUD = neighbour(
    0, p.HAIR_RED, "short", p.SAND, p.BLUE.full,
    extras=("overall", "beard"), accent=p.OCHRE.soft, build=1.22,
)  # fmt: skip
LIEN = neighbour(1, p.HAIR_BLACK, "bob", p.RUST.full, p.SLATE.full, extras=("collar",), build=0.92)
ELIAS = neighbour(
    4, p.HAIR_WHITE, "crop", p.CREAM, p.SLATE.full,
    extras=("beard", "cardigan", "glasses"), accent=p.TEAL.soft, build=1.04,
)  # fmt: skip
YUSUF = neighbour(2, p.HAIR_BLACK, "beanie", p.SLATE.mid, p.INK, accent=p.RUST.full, build=0.92)
DOCTOR = neighbour(
    1, p.HAIR_CHESTNUT, "bob", p.WHITE, p.BLUE.deep,
    extras=("coat", "glasses"), accent=p.TEAL.soft, sleeve=p.WHITE, skirt=p.WHITE,
)  # fmt: skip
INGRID = neighbour(
    0, p.HAIR_GREY, "bob", p.BLUE.deep, p.BLUE.deep, extras=("blazer",), accent=p.OCHRE.soft
)
GRACE = neighbour(
    5,
    p.HAIR_BLACK,
    "afro",
    p.RUST.mid,
    p.PLUM.deep,
    extras=("dots",),
    accent=p.OCHRE.soft,
    build=1.12,
)
DALEN = neighbour(0, p.HAIR_GREY, "short", p.SLATE.mid, p.SLATE.deep, build=1.1)
LOTTE = neighbour(
    0,
    p.HAIR_RED,
    "curls",
    p.TEAL.full,
    p.SLATE.full,
    extras=("stripes",),
    accent=p.TEAL.soft,
    build=0.92,
)
KARIM = neighbour(2, p.HAIR_BLACK, "waves", p.PLUM.full, p.SLATE.deep, extras=("beard",))
MILA = neighbour(
    3, p.HAIR_BLACK, "braids", p.TEAL.mid, p.TEAL.full, skirt=p.RUST.mid, head=1.32, build=0.86
)
SEM = neighbour(
    0, p.HAIR_BLOND, "short", p.BLUE.mid, p.SLATE.full,
    extras=("stripes",), accent=p.WHITE, head=1.32, build=0.86,
)  # fmt: skip
NOOR = neighbour(1, p.HAIR_CHESTNUT, "bob", p.PLUM.mid, p.SLATE.mid, head=1.36, build=0.86)

JAY = neighbour(
    4, p.HAIR_BLACK, "crop", p.RUST.mid, p.SLATE.deep, extras=("hoodie",), build=0.9, head=1.08
)
FEM = neighbour(
    0, p.HAIR_BLOND, "tail", p.TEAL.mid, p.BLUE.mid, extras=("hoodie",), build=0.86, head=1.08
)
BILAL = neighbour(
    2, p.HAIR_BLACK, "waves", p.SLATE.mid, p.INK, extras=("hoodie",), build=0.9, head=1.08
)
SOFIA = neighbour(
    2, p.HAIR_BROWN, "long", p.PLUM.mid, p.SLATE.full, extras=("hoodie",), build=0.86, head=1.08
)
TIM = neighbour(
    1, p.HAIR_BROWN, "cap", p.BLUE.mid, p.SLATE.full,
    extras=("hoodie",), accent=p.RUST.mid, build=0.88, head=1.08,
)  # fmt: skip
YARA = neighbour(
    3,
    p.HAIR_BLACK,
    "headscarf",
    p.GREEN.mid,
    p.BLUE.deep,
    accent=p.PLUM.soft,
    build=0.86,
    head=1.06,
)
KOFI = neighbour(
    5, p.HAIR_BLACK, "afro", p.OCHRE.mid, p.BLUE.deep, extras=("hoodie",), build=0.9, head=1.06
)
LEVI = neighbour(
    0, p.HAIR_RED, "parted", p.GREEN.mid, p.WOOD.full, extras=("hoodie",), build=0.88, head=1.08
)
YOUTH_WORKER = neighbour(
    3, p.HAIR_BLACK, "short", p.TEAL.full, p.SAND,
    extras=("beard", "vest"), accent=p.OCHRE.mid, sleeve=p.OCHRE.mid, build=1.04,
)  # fmt: skip


def in_dusk(who: Person, air: str = "#2B3760", share: float = 0.5) -> Person:
    """Give the looks of someone in the light of the evening."""

    def dim(tone: str) -> str:
        return p.mix(tone, air, share)

    return replace(
        who,
        skin=dim(who.skin),
        hair=dim(who.hair),
        top=dim(who.top),
        legs=dim(who.legs),
        accent=dim(who.accent),
        sleeve=dim(who.sleeve) if who.sleeve else None,
        skirt=dim(who.skirt) if who.skirt else None,
    )
