"""Parts of a neighbourhood outdoors: sky, ground, trees, bikes, lamps and what grows."""

import math
import random

from tools.drawing.canvas import HEIGHT, WIDTH, Canvas, Fade
from tools.drawing.palette import GOLD, GREEN, INK, OCHRE, RUST, SLATE, WHITE, WOOD, darker, lighter
from tools.drawing.shapes import (
    Point,
    blob,
    card,
    ellipse,
    leaf,
    limb,
    line,
    rounded,
    smooth,
)


def sky(
    canvas: Canvas, top: str, bottom: str, sun: Point | None = None, glow: str = "#FFF1C4"
) -> None:
    """Draw the sky, with a sun or moon and its light when a place is given."""
    whole = card(-10, -10, WIDTH + 20, HEIGHT + 20, 0)
    canvas.wash(whole, (0, 0), (0, 720), ((top, 1), (bottom, 1)))
    if sun:
        canvas.glow(sun, 620, glow, 0.75)
        canvas.fill(ellipse(*sun, 58), lighter(glow, 0.4))


def cloud(
    canvas: Canvas, x: float, y: float, size: float, tone: str = WHITE, seed: int = 1
) -> None:
    """Draw a cloud of paper."""
    rng = random.Random(seed)
    shape = rounded(x - 120 * size, y - 6 * size, 240 * size, 40 * size, 20 * size)
    for dx, rise, radius in ((-62, 4, 38), (-12, 26, 52), (48, 14, 44), (88, 2, 28)):
        reach = radius * rng.uniform(0.88, 1.08) * size
        shape = shape.united(ellipse(x + dx * size, y - rise * size, reach))
    canvas.cut(shape, tone, 0.5)


def hill(canvas: Canvas, points: list[Point], tone: str) -> None:
    """Draw land that rolls through the points down to the lower edge."""
    shape = smooth([(-60, points[0][1]), *points, (WIDTH + 60, points[-1][1])], closed=False)
    shape.lineTo(WIDTH + 60, HEIGHT + 40)
    shape.lineTo(-60, HEIGHT + 40)
    shape.closeSubpath()
    canvas.cut(shape, tone, 0.9)
    top = min(y for _, y in points)
    canvas.speckle(shape, Fade((0, top + 320), (0, top), 0.32), INK, 0.10, 4)


def tree(
    canvas: Canvas, x: float, y: float, height: float, tone: str = GREEN.mid, seed: int = 1
) -> None:
    """Draw a tree with a round crown; (x, y) is the foot of its trunk."""
    trunk(canvas, x, y, height)
    rng = random.Random(seed)
    reach = height * 0.26
    top = y - height * 0.70
    spots = ((-0.55, 0.25), (0.55, 0.2), (0.0, -0.45), (-0.1, 0.15))
    for i, (dx, dy) in enumerate(spots):
        tint = (darker(tone, 0.16), darker(tone, 0.08), tone, lighter(tone, 0.14))[i]
        size = reach * rng.uniform(0.8, 0.95)
        crown = blob(x + dx * reach, top + dy * reach, size, size * 0.92, seed * 7 + i, 9, 0.09)
        canvas.cut(crown, tint, 0.8)
        if i == 3:
            canvas.speckle(
                crown,
                Fade((x + reach, top + reach), (x - reach * 0.6, top - reach), 0.5),
                INK,
                0.16,
                seed,
            )


def trunk(canvas: Canvas, x: float, y: float, height: float, tone: str = WOOD.full) -> None:
    """Draw a trunk that forks."""
    thick = height * 0.055
    canvas.cut(
        limb(
            [(x, y), (x - 2, y - height * 0.3), (x, y - height * 0.62)],
            [thick * 1.5, thick, thick * 0.6],
        ),
        tone,
        0.7,
    )
    for side, rise in ((-1, 0.4), (1, 0.34)):
        fork = [(x, y - height * rise), (x + side * height * 0.1, y - height * (rise + 0.16))]
        canvas.cut(limb(fork, [thick * 0.7, thick * 0.3]), tone, 0.4)


def bare_tree(canvas: Canvas, x: float, y: float, height: float, tone: str = WOOD.deep) -> None:
    """Draw a tree in winter."""
    rng = random.Random(int(height))
    branch(canvas, rng, (x, y), 90.0, height * 0.34, height * 0.07, tone)


def branch(
    canvas: Canvas,
    rng: random.Random,
    start: Point,
    degrees: float,
    length: float,
    width: float,
    tone: str,
) -> None:
    """Draw a branch and the smaller ones that grow from it."""
    angle = math.radians(degrees)
    end = (start[0] + length * math.cos(angle), start[1] - length * math.sin(angle))
    aside = length * 0.06 * rng.choice((-1, 1))
    bow = ((start[0] + end[0]) / 2 + aside, (start[1] + end[1]) / 2)
    canvas.cut(limb([start, bow, end], [width, width * 0.8, width * 0.62]), tone, 0.4)
    if width < 3.5:
        return
    for turn in (rng.uniform(18, 34), rng.uniform(-34, -18), rng.uniform(-8, 8)):
        share = 0.62 if abs(turn) > 10 else 0.7
        reach = length * share * rng.uniform(0.85, 1.15)
        branch(canvas, rng, end, degrees + turn, reach, width * 0.56, tone)


def poplar(canvas: Canvas, x: float, y: float, height: float, tone: str = GREEN.mid) -> None:
    """Draw a slim tree."""
    canvas.cut(
        limb([(x, y), (x, y - height * 0.3)], [height * 0.05, height * 0.04]), WOOD.full, 0.5
    )
    crown = leaf(x, y - height * 0.1, height * 0.95, height * 0.2, 90)
    canvas.cut(crown, tone, 0.8)
    canvas.shade(crown, -height * 0.05, 0, alpha=0.12)


def bush(
    canvas: Canvas, x: float, y: float, width: float, tone: str = GREEN.mid, seed: int = 3
) -> None:
    """Draw a bush that stands on y."""
    for i, (dx, size) in enumerate(((-0.26, 0.62), (0.3, 0.7), (0.0, 0.85))):
        tint = (darker(tone, 0.14), darker(tone, 0.07), tone)[i]
        shape = blob(
            x + dx * width,
            y - width * 0.18 * size,
            width * 0.36 * size,
            width * 0.3 * size,
            seed + i,
            8,
        )
        canvas.cut(shape, tint, 0.6)


def flowers(
    canvas: Canvas, x: float, y: float, width: float, tones: tuple[str, ...], seed: int = 1
) -> None:
    """Draw a bed of flowers with y as its ground."""
    rng = random.Random(seed)
    for i in range(int(width / 17)):
        fx, fy = x + 17 * i + rng.uniform(-6, 6), y - rng.uniform(18, 52)
        canvas.line(line((fx, y), (fx, fy)), GREEN.mid, 3.5)
        canvas.cut(leaf(fx, y - 8, 22, 7, 60 if i % 2 else 120), GREEN.mid, 0.1)
        tone = tones[i % len(tones)]
        canvas.cut(blob(fx, fy, 9, 9, i, 5, 0.25), tone, 0.3)
        canvas.fill(ellipse(fx, fy, 3), GOLD)


def grass(
    canvas: Canvas, x: float, y: float, count: int, tone: str = GREEN.mid, seed: int = 1
) -> None:
    """Draw tufts of grass."""
    rng = random.Random(seed)
    for _ in range(count):
        gx, gy = x + rng.uniform(-60, 60), y + rng.uniform(-8, 8)
        for degrees in (70, 92, 112):
            canvas.fill(leaf(gx, gy, rng.uniform(22, 44), 4, degrees), tone)


def lamp_post(canvas: Canvas, x: float, y: float, height: float, *, lit: bool = False) -> None:
    """Draw a street lamp with its foot at (x, y)."""
    canvas.cut(limb([(x, y), (x, y - height)], [13, 8]), SLATE.deep, 0.6)
    canvas.cut(limb([(x, y), (x, y - 36)], [24, 18]), SLATE.deep, 0.4)
    head = smooth(
        [
            (x - 12, y - height + 4),
            (x + 12, y - height + 4),
            (x + 22, y - height - 44),
            (x - 22, y - height - 44),
        ]
    )
    if lit:
        canvas.glow((x, y - height - 22), 230, GOLD, 0.7)
    canvas.cut(head, GOLD if lit else lighter(OCHRE.pale, 0.3), 0.5)
    canvas.cut(
        smooth([(x - 30, y - height - 42), (x, y - height - 72), (x + 30, y - height - 42)]),
        SLATE.deep,
        0.4,
    )


def bike(canvas: Canvas, tone: str = RUST.full) -> None:
    """Draw a city bike that faces right, around the point on the ground between its wheels."""
    for x in (-92, 92):
        canvas.line(ellipse(x, -56, 54), INK, 7)
        canvas.line(ellipse(x, -56, 45), SLATE.soft, 2.5)
        for i in range(6):
            with canvas.placed(x, -56, 1.0, 30 * i):
                canvas.line(line((0, -44), (0, 44)), SLATE.mid, 1.6, 0.8)
    frame = [
        line((-92, -56), (-14, -60), (58, -128), (-42, -132), (-14, -60)),
        line((-92, -56), (-44, -132)),
        line((92, -56), (66, -132), (56, -172)),
    ]
    for part in frame:
        canvas.line(part.translated(2, 4), INK, 9, 0.12)
        canvas.line(part, tone, 9)
    canvas.line(smooth([(56, -172), (44, -184), (18, -176)], closed=False), SLATE.deep, 8)
    canvas.line(line((-42, -132), (-48, -156)), SLATE.deep, 7)
    canvas.cut(limb([(-70, -160), (-28, -158)], [16, 11]), INK, 0.3)
    canvas.fill(ellipse(-14, -60, 13), SLATE.deep)
    canvas.cut(card(58, -176, 62, 46), WOOD.mid, 0.5)


def paving(canvas: Canvas, y: float, tone: str, *, rows: int = 5) -> None:
    """Draw a pavement of slabs from y to the lower edge."""
    ground = card(-10, y, WIDTH + 20, HEIGHT - y + 20, 0)
    canvas.cut(ground, tone, 0.6)
    top, step = y, (HEIGHT - y) / rows / 1.5
    for row in range(rows + 3):
        canvas.line(line((-10, top), (WIDTH + 10, top)), darker(tone, 0.18), 2.5, 0.6)
        wide = step * 3.2
        for i in range(-1, int(WIDTH / wide) + 2):
            x = i * wide + (wide / 2 if row % 2 else 0)
            canvas.line(line((x, top), (x - 6, top + step)), darker(tone, 0.18), 2.5, 0.5)
        top += step
        step *= 1.22
    canvas.speckle(ground, Fade((0, HEIGHT), (0, y), 0.3), INK, 0.10, 6)


def road(canvas: Canvas, y: float, height: float, tone: str = SLATE.mid) -> None:
    """Draw a road across the picture with a kerb on the far side."""
    canvas.cut(card(-10, y, WIDTH + 20, height, 0), tone, 0.5)
    canvas.fill(card(-10, y - 10, WIDTH + 20, 12, 0), lighter(tone, 0.5))
    for i in range(9):
        canvas.fill(card(40 + i * 190, y + height * 0.48, 96, 9), lighter(tone, 0.45))


def bird(canvas: Canvas, x: float, y: float, size: float, tone: str = INK) -> None:
    """Draw a bird in the distance."""
    wings = smooth(
        [
            (x - 22 * size, y - 6 * size),
            (x - 9 * size, y - 11 * size),
            (x, y),
            (x + 9 * size, y - 11 * size),
            (x + 22 * size, y - 6 * size),
        ],
        closed=False,
    )
    canvas.line(wings, tone, 4 * size, 0.7)


def fallen_leaves(
    canvas: Canvas, x: float, y: float, width: float, height: float, count: int, seed: int = 1
) -> None:
    """Scatter autumn leaves over the ground."""
    rng = random.Random(seed)
    tones = (RUST.mid, OCHRE.mid, RUST.full, OCHRE.full, GOLD)
    for i in range(count):
        spot = (x + rng.uniform(0, width), y + rng.uniform(0, height))
        canvas.cut(leaf(*spot, rng.uniform(16, 28), 7, rng.uniform(0, 360)), tones[i % 5], 0.2)


def snow(
    canvas: Canvas, x: float, y: float, width: float, height: float, count: int, seed: int = 1
) -> None:
    """Let snow fall in a part of the picture."""
    rng = random.Random(seed)
    for _ in range(count):
        canvas.fill(
            ellipse(x + rng.uniform(0, width), y + rng.uniform(0, height), rng.uniform(2.5, 6)),
            WHITE,
            0.9,
        )
