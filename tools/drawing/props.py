"""Larger and rarer things: boxes, a sofa, umbrellas, balls, animals and tools of a village."""

from tools.drawing.canvas import Canvas, Fade
from tools.drawing.palette import (
    BLUE,
    CREAM,
    GOLD,
    GREEN,
    INK,
    OCHRE,
    RUST,
    SLATE,
    TEAL,
    WHITE,
    WOOD,
    darker,
    lighter,
)
from tools.drawing.shapes import (
    Point,
    card,
    ellipse,
    leaf,
    limb,
    line,
    polygon,
    rounded,
    smooth,
)


def box(canvas: Canvas, width: float = 150, height: float = 110, tone: str = WOOD.soft) -> None:
    """Draw a cardboard box with tape, around the middle of its foot."""
    shape = card(-width / 2, -height, width, height, 1.2)
    canvas.cut(shape, tone, 0.7)
    canvas.shade(shape, -10, -6, alpha=0.10)
    canvas.fill(card(-width * 0.09, -height, width * 0.18, height * 0.5, 0), lighter(tone, 0.4))
    canvas.line(
        line((-width * 0.5, -height * 0.8), (width * 0.5, -height * 0.8)), darker(tone, 0.2), 3, 0.6
    )


def suitcase(canvas: Canvas, tone: str, width: float = 120, height: float = 84) -> None:
    """Draw a suitcase that stands on its long side."""
    canvas.line(rounded(-20, -height - 22, 40, 34, 10), darker(tone, 0.4), 7)
    shape = rounded(-width / 2, -height, width, height, 12)
    canvas.cut(shape, tone, 0.7)
    canvas.shade(shape, -9, -6, alpha=0.12)
    for x in (-width * 0.3, width * 0.3):
        canvas.fill(card(x - 5, -height, 10, height, 0), darker(tone, 0.25))


def umbrella(canvas: Canvas, tone: str, reach: float = 150) -> None:
    """Draw an open umbrella whose handle ends at the origin."""
    canvas.line(line((0, 0), (0, -reach * 1.5)), INK, 7)
    top = -reach * 1.55
    dome = smooth(
        [
            (-reach, top + reach * 0.62), (-reach * 0.72, top + reach * 0.16), (0, top),
            (reach * 0.72, top + reach * 0.16), (reach, top + reach * 0.62),
            (reach * 0.5, top + reach * 0.5), (0, top + reach * 0.6),
            (-reach * 0.5, top + reach * 0.5),
        ]
    )  # fmt: skip
    canvas.cut(dome, tone, 0.9)
    canvas.shade(dome, -12, -6, alpha=0.12)
    for x in (-0.5, 0.0, 0.5):
        rib = smooth([(0, top), (reach * x * 0.8, top + 40), (reach * x, top + reach * 0.5)],
                     closed=False)  # fmt: skip
        canvas.line(rib, darker(tone, 0.25), 3, 0.6)


def ball(canvas: Canvas, radius: float = 30) -> None:
    """Draw a football around its middle."""
    canvas.cut(ellipse(0, 0, radius), WHITE, 0.5)
    for i in range(5):
        with canvas.placed(0, 0, 1.0, 72 * i):
            canvas.fill(ellipse(0, -radius * 0.84, radius * 0.26, radius * 0.16), INK)
    canvas.fill(ellipse(0, 0, radius * 0.34), INK)
    canvas.line(ellipse(0, 0, radius), SLATE.full, 2.5)


def hen(canvas: Canvas, tone: str = RUST.mid, *, held: bool = False) -> None:
    """Draw a hen that faces right, around the middle of its feet; held ones show no legs."""
    for x in () if held else (-10, 14):
        canvas.line(line((x, -34), (x, 0), (x + 12, 0)), OCHRE.full, 5)
    shape = smooth(
        [
            (-70, -110), (-58, -60), (-20, -30), (30, -36), (58, -76), (56, -124), (40, -140),
            (22, -124), (8, -90), (-30, -92),
        ]
    )  # fmt: skip
    canvas.cut(shape, tone, 0.6)
    canvas.cut(leaf(18, -70, 70, 24, 168), darker(tone, 0.16), 0.3)
    canvas.fill(polygon([(58, -124), (78, -114), (56, -108)]), OCHRE.mid)
    for dx, dy in ((30, -142), (42, -148), (53, -140)):
        canvas.fill(ellipse(dx, dy, 8), RUST.full)
    canvas.fill(ellipse(50, -94, 6, 11), RUST.full)
    canvas.fill(ellipse(44, -122, 4), INK)


def birdhouse(canvas: Canvas, tone: str = OCHRE.soft, roof: str = RUST.full) -> None:
    """Draw a bird house around the middle of its foot."""
    front = polygon([(-40, 0), (-40, -70), (0, -108), (40, -70), (40, 0)])
    canvas.cut(front, tone, 0.5)
    canvas.fill(ellipse(0, -56, 15), INK)
    canvas.line(line((0, -30), (0, -24)), WOOD.full, 7)
    canvas.line(line((-52, -62), (0, -112), (52, -62)), roof, 13)


def sofa(canvas: Canvas, x: float, y: float, width: float, tones: tuple[str, ...]) -> None:
    """Draw a long sofa from the front with a patch for each seat; y is the floor."""
    step = width / len(tones)
    canvas.cut(rounded(x - 40, y - 330, width + 80, 260, 60), darker(tones[0], 0.12), 1.2)
    for i, tone in enumerate(tones):
        patch = rounded(x + step * i, y - 322, step, 200, 26)
        canvas.cut(patch, tone, 0.4)
        canvas.shade(patch, -8, -6, alpha=0.10)
    for i, tone in enumerate(tones):
        canvas.cut(rounded(x + step * i + 2, y - 176, step - 4, 72, 24), lighter(tone, 0.16), 0.6)
    canvas.cut(card(x - 20, y - 110, width + 40, 80), darker(tones[0], 0.2), 0.7)
    for px in (x - 6, x + width / 2, x + width - 10):
        canvas.cut(limb([(px, y - 36), (px, y)], [20, 14]), WOOD.deep, 0.3)


def sofa_arms(canvas: Canvas, x: float, y: float, width: float, tone: str) -> None:
    """Draw the two arms of ``sofa`` over who sits in it."""
    for px in (x - 66, x + width - 14):
        rest = rounded(px, y - 236, 80, 210, 38)
        canvas.cut(rest, tone, 0.9)
        canvas.shade(rest, -10, -6, alpha=0.12)


def abacus(canvas: Canvas, width: float = 220, height: float = 180) -> None:
    """Draw a counting frame around the middle of its foot."""
    frame = card(-width / 2, -height, width, height, 1)
    canvas.cut(frame, WHITE, 0.5)
    tones = (RUST.mid, TEAL.mid, OCHRE.mid, BLUE.mid)
    for row in range(4):
        y = -height + height * (row + 0.75) / 4.4
        canvas.line(line((-width / 2, y), (width / 2, y)), SLATE.mid, 4)
        left = (5, 3, 6, 2)[row]
        for i in range(8):
            gap = 0 if i < left else width * 0.18
            spot = -width * 0.42 + i * width * 0.085 + gap
            canvas.cut(ellipse(spot, y, width * 0.042, height * 0.085), tones[row], 0.2)
    canvas.line(frame, WOOD.full, 15)


def open_book(canvas: Canvas, width: float = 240) -> None:
    """Draw an open book that lies with its pages up, around the middle of its foot."""
    half = width / 2
    canvas.cut(polygon([(-half - 10, -18), (0, 0), (half + 10, -18), (0, 8)]), RUST.full, 0.5)
    for side in (-1, 1):
        page = smooth(
            [(0, 0), (side * half * 0.5, -26), (side * half, -16), (side * half, -60),
             (side * half * 0.5, -70), (0, -44)]
        )  # fmt: skip
        canvas.cut(page, CREAM if side < 0 else WHITE, 0.4)


def bubble(
    canvas: Canvas, x: float, y: float, width: float, height: float, tail: tuple[Point, ...]
) -> None:
    """Draw a cloud of thought around (x, y), with smaller rounds that lead to who thinks."""
    canvas.cut(rounded(x - width / 2, y - height / 2, width, height, height * 0.46), WHITE, 1.0)
    for i, spot in enumerate(tail):
        canvas.cut(ellipse(*spot, 24 - 7 * i), WHITE, 0.7)


def rain(canvas: Canvas, tone: str = WHITE, count: int = 90, alpha: float = 0.5) -> None:
    """Let rain fall over the whole picture."""
    for i in range(count):
        x, y = (i * 397) % 1640, (i * 263) % 1000
        canvas.line(line((x, y), (x - 9, y + 38)), tone, 3.5, alpha)


def barrel(canvas: Canvas, width: float, height: float, tone: str = WOOD.mid) -> None:
    """Draw a large barrel of staves around the middle of its foot."""
    half = width / 2
    shape = smooth(
        [
            (-half * 0.84, 0), (-half * 0.98, -height * 0.3), (-half, -height * 0.5),
            (-half * 0.98, -height * 0.7), (-half * 0.84, -height), (half * 0.84, -height),
            (half * 0.98, -height * 0.7), (half, -height * 0.5), (half * 0.98, -height * 0.3),
            (half * 0.84, 0),
        ]
    )  # fmt: skip
    canvas.cut(shape, tone, 1.2)
    with canvas.clipped(shape):
        for i in range(1, 8):
            x = -half + width * i / 8
            canvas.line(line((x, -height), (x, 0)), darker(tone, 0.3), 4, 0.6)
        for share in (0.16, 0.5, 0.84):
            canvas.fill(card(-half, -height * share - 16, width, 32, 0), SLATE.full)
    canvas.speckle(shape, Fade((half, 0), (-half, -height), 0.5), INK, 0.2, 3)
    canvas.cut(ellipse(0, -height, half * 0.84, 30), darker(tone, 0.4), 0.3)
    canvas.fill(ellipse(0, -height + 3, half * 0.76, 23), BLUE.soft)


def teddy(canvas: Canvas, tone: str = WOOD.mid) -> None:
    """Draw a toy bear around its middle."""
    for x in (-17, 17):
        canvas.cut(ellipse(x, -52, 11), tone, 0.3)
        canvas.cut(ellipse(x * 1.4, 36, 13, 17), tone, 0.3)
        canvas.cut(ellipse(x * 1.7, 2, 10, 17), tone, 0.3)
    canvas.cut(ellipse(0, 10, 27, 32), tone, 0.3)
    canvas.cut(ellipse(0, -34, 25, 23), lighter(tone, 0.12), 0.3)
    for x in (-9, 9):
        canvas.fill(ellipse(x, -38, 3.4), INK)
    canvas.fill(ellipse(0, -28, 6, 4.5), INK)


def watering_can(canvas: Canvas, tone: str = TEAL.mid) -> None:
    """Draw a watering can whose handle is at the origin and whose spout points right."""
    canvas.line(smooth([(-34, 26), (-16, 0), (30, 10)], closed=False), darker(tone, 0.2), 9)
    canvas.cut(limb([(24, 78), (74, 44), (100, 22)], [20, 13, 11]), tone, 0.4)
    canvas.cut(limb([(90, 8), (112, 36)], [12, 12]), darker(tone, 0.15), 0.3)
    body = polygon([(-46, 26), (34, 26), (40, 100), (-52, 100)])
    canvas.cut(body, tone, 0.6)
    canvas.shade(body, -10, -4, alpha=0.14)


def apple_tree(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Hang red apples in a crown around (x, y)."""
    for dx, dy in ((-90, 20), (-50, -60), (0, 40), (30, -30), (84, 30), (70, -80), (-20, -100)):
        canvas.cut(ellipse(x + dx * size, y + dy * size, 19 * size), RUST.mid, 0.4)
        canvas.line(
            line((x + dx * size, y + dy * size - 16 * size),
                 (x + dx * size + 4, y + dy * size - 26 * size)), GREEN.deep, 4,
        )  # fmt: skip


def basket(canvas: Canvas, fill: str | None = None, tone: str = WOOD.mid) -> None:
    """Draw a basket around the middle of its foot, heaped with fruit when a tone is given."""
    canvas.line(smooth([(-58, -66), (0, -130), (58, -66)], closed=False), darker(tone, 0.2), 9)
    if fill:
        for dx, dy in ((-36, -66), (-12, -76), (14, -78), (38, -66), (0, -62)):
            canvas.cut(ellipse(dx, dy, 19), fill, 0.3)
    canvas.cut(polygon([(-66, -62), (66, -62), (48, 0), (-48, 0)]), tone, 0.6)
    for y in (-44, -24):
        canvas.line(line((-56, y), (56, y)), darker(tone, 0.25), 4, 0.7)
    canvas.cut(rounded(-72, -70, 144, 18, 8), lighter(tone, 0.1), 0.3)


def lightbulb(canvas: Canvas, size: float = 1.0) -> None:
    """Draw a shining bulb around its middle."""
    canvas.glow((0, 0), 90 * size, GOLD, 0.6)
    canvas.cut(ellipse(0, -6 * size, 34 * size), GOLD, 0.4)
    canvas.cut(rounded(-14 * size, 24 * size, 28 * size, 26 * size, 5), SLATE.mid, 0.3)


def magnifier(canvas: Canvas, size: float = 1.0, tone: str = SLATE.full) -> None:
    """Draw a magnifying glass around the middle of its lens."""
    canvas.cut(limb([(26 * size, 26 * size), (62 * size, 62 * size)], [15 * size] * 2), tone, 0.4)
    canvas.fill(ellipse(0, 0, 36 * size), BLUE.pale)
    canvas.line(ellipse(0, 0, 36 * size), tone, 9 * size)


def heart(canvas: Canvas, size: float = 1.0, tone: str = RUST.mid) -> None:
    """Draw a heart around its middle."""
    shape = smooth([(0, 36), (-38, -2), (-34, -34), (-12, -36), (0, -18), (12, -36), (34, -34),
                    (38, -2)])  # fmt: skip
    with canvas.placed(0, 0, size):
        canvas.cut(shape, tone, 0.4)


def roll(canvas: Canvas, tone: str = WHITE, length: float = 170) -> None:
    """Draw a rolled plan that lies along the origin from left to right."""
    canvas.cut(rounded(-length / 2, -17, length, 34, 15), tone, 0.6)
    canvas.fill(ellipse(length / 2 - 10, 0, 9, 14), darker(tone, 0.3))
    canvas.fill(card(-12, -17, 14, 34, 0), RUST.mid)


def tall_glass(canvas: Canvas, tone: str = TEAL.soft, chips: tuple[int, ...] = ()) -> None:
    """Draw an open glass pot with rows of round chips, around the middle of its foot."""
    body = rounded(-100, -230, 200, 230, 30)
    canvas.shadow(body, 0.9)
    canvas.fill(body, lighter(tone, 0.4), 0.8)
    tones = (RUST.mid, OCHRE.mid, BLUE.mid)
    for row, count in enumerate(chips):
        for i in range(count):
            spot = (-(count - 1) * 23 + 46 * i, -24 - 38 * row)
            canvas.cut(ellipse(*spot, 22, 19), tones[(i + row) % 3], 0.3)
            canvas.line(ellipse(*spot, 14, 12), darker(tones[(i + row) % 3], 0.2), 2.5)
    canvas.fill(rounded(-82, -206, 22, 180, 11), WHITE, 0.5)
    canvas.line(body, darker(tone, 0.12), 6, 0.8)
    canvas.cut(ellipse(0, -230, 100, 17), darker(tone, 0.14), 0.4)
    canvas.fill(ellipse(0, -228, 88, 11), lighter(tone, 0.2))


def dog(canvas: Canvas, tone: str = WOOD.mid) -> None:
    """Draw a dog that sits and faces left, around the middle of its feet."""
    canvas.line(smooth([(66, -20), (104, -30), (112, -76)], closed=False), darker(tone, 0.1), 15)
    body = smooth([(-26, 0), (-34, -70), (-20, -130), (20, -136), (60, -80), (74, -24), (62, 0)])
    canvas.cut(body, tone, 0.7)
    canvas.shade(body, -9, -6, alpha=0.12)
    for x in (-26, 2):
        canvas.cut(limb([(x, -70), (x - 4, -8)], [24, 20]), lighter(tone, 0.08), 0.4)
    canvas.cut(ellipse(-14, -158, 42, 38), tone, 0.5)
    canvas.cut(ellipse(-46, -146, 28, 20), lighter(tone, 0.25), 0.3)
    canvas.fill(ellipse(-70, -150, 9, 8), INK)
    canvas.fill(ellipse(-28, -168, 5), INK)
    canvas.cut(smooth([(4, -186), (34, -176), (32, -116), (10, -120)]), darker(tone, 0.28), 0.4)
    canvas.fill(rounded(-30, -124, 48, 13, 6), RUST.full)


def plank(canvas: Canvas, length: float, tone: str = WOOD.soft) -> None:
    """Draw a plank that lies along the origin from left to right."""
    shape = card(-length / 2, -24, length, 48, 1)
    canvas.cut(shape, tone, 0.8)
    for y in (-8, 8):
        canvas.line(line((-length / 2 + 14, y), (length / 2 - 20, y)), darker(tone, 0.2), 3, 0.6)


def hammer(canvas: Canvas) -> None:
    """Draw a hammer whose handle ends at the origin and points up."""
    canvas.cut(rounded(-7, -110, 14, 116, 6), WOOD.mid, 0.4)
    canvas.cut(rounded(-38, -134, 76, 34, 8), SLATE.full, 0.5)


def cake(canvas: Canvas, tone: str = CREAM) -> None:
    """Draw a cake on a stand, around the middle of its foot."""
    canvas.cut(polygon([(-14, -34), (14, -34), (30, 0), (-30, 0)]), WHITE, 0.3)
    canvas.cut(ellipse(0, -34, 84, 15), WHITE, 0.4)
    canvas.cut(rounded(-66, -104, 132, 72, 14), RUST.soft, 0.5)
    top = smooth([(-66, -100), (-40, -112), (40, -112), (66, -100), (62, -78), (40, -84), (20, -70),
                  (0, -84), (-24, -70), (-44, -84), (-62, -76)])  # fmt: skip
    canvas.cut(top, tone, 0.3)
    for x in (-40, 0, 40):
        canvas.cut(ellipse(x, -116, 12), RUST.full, 0.3)


def ladder(canvas: Canvas, height: float, tone: str = WOOD.mid) -> None:
    """Draw a step ladder from the front, around the middle of its foot."""
    for side in (-1, 1):
        back = limb([(side * 96, -6), (side * 40, -height)], [12, 11])
        canvas.cut(back, darker(tone, 0.35), 0.4)
    rungs = int(height / 78)
    for i in range(1, rungs + 1):
        half = 74 - 34 * (78 * i / height)
        canvas.cut(card(-half, -78 * i, half * 2, 18), darker(tone, 0.1), 0.5)
    for side in (-1, 1):
        canvas.cut(limb([(side * 78, 0), (side * 36, -height)], [17, 15]), tone, 0.6)
    canvas.cut(card(-48, -height - 14, 96, 24), tone, 0.6)


def string_of_lights(canvas: Canvas, start: Point, end: Point, sag: float = 60) -> None:
    """Hang lamps on a string between two points."""
    middle = ((start[0] + end[0]) / 2, max(start[1], end[1]) + sag)
    string = smooth([start, middle, end], closed=False)
    canvas.line(string, INK, 4, 0.8)
    count = max(int(abs(end[0] - start[0]) / 90), 2)
    for i in range(count):
        spot = string.pointAtPercent((i + 0.5) / count)
        canvas.glow((spot.x(), spot.y() + 18), 74, GOLD, 0.75)
        canvas.cut(ellipse(spot.x(), spot.y() + 18, 13, 16), "#FFF1B8", 0.3)


def rucksack(canvas: Canvas, tone: str) -> None:
    """Draw a rucksack seen from its side, around its middle."""
    pack = rounded(-46, -80, 92, 160, 36)
    canvas.cut(pack, tone, 0.7)
    canvas.shade(pack, -8, -6, alpha=0.14)
    canvas.cut(rounded(-40, 6, 76, 60, 16), lighter(tone, 0.15), 0.4)
