"""Small things on tables, walls and in hands; each is drawn around the middle of its foot."""

import random

from tools.drawing.canvas import Canvas
from tools.drawing.palette import (
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
from tools.drawing.shapes import blob, card, ellipse, leaf, limb, line, polygon, rounded, smooth


def cup(canvas: Canvas, tone: str = WHITE, *, steam: bool = False) -> None:
    """Draw a cup of coffee."""
    canvas.line(ellipse(22, -21, 11, 12), tone, 6)
    body = smooth([(-22, -40), (22, -40), (20, -12), (10, 0), (-10, 0), (-20, -12)])
    canvas.cut(body, tone, 0.4)
    canvas.shade(body, -7, 0, alpha=0.12)
    canvas.fill(ellipse(0, -38, 19, 5), WOOD.deep)
    if steam:
        vapour(canvas, 0, -54, 0.5)


def vapour(canvas: Canvas, x: float, y: float, size: float = 1.0) -> None:
    """Draw rising steam."""
    for i, dx in enumerate((-16, 6, 26)):
        points = [
            (x + dx * size, y),
            (x + (dx + 14) * size, y - 34 * size),
            (x + (dx - 8) * size, y - 66 * size),
            (x + (dx + 8) * size, y - (100 - 16 * (i % 2)) * size),
        ]
        canvas.line(smooth(points, closed=False), WHITE, 9 * size, 0.55)


def plate(canvas: Canvas, tone: str = WHITE, food: str | None = RUST.mid) -> None:
    """Draw a plate seen from the side of the table."""
    canvas.cut(ellipse(0, -6, 46, 14), tone, 0.4)
    canvas.fill(ellipse(0, -7, 33, 9), darker(tone, 0.08))
    if food:
        canvas.cut(blob(-6, -14, 20, 8, 3, 6, 0.1), food, 0.2)
        canvas.cut(blob(14, -11, 11, 6, 5, 5, 0.1), GREEN.mid, 0.2)


def pan(canvas: Canvas, tone: str = TEAL.full) -> None:
    """Draw a large cooking pot with steam and a ladle."""
    canvas.cut(limb([(40, -60), (86, -150)], [9, 7]), SLATE.mid, 0.3)
    for x in (-84, 84):
        canvas.line(ellipse(x, -62, 17, 11), darker(tone, 0.2), 8)
    body = rounded(-84, -92, 168, 92, 22)
    canvas.cut(body, tone, 0.7)
    canvas.shade(body, -18, -4, alpha=0.16)
    canvas.fill(ellipse(0, -90, 84, 18), darker(tone, 0.3))
    canvas.fill(ellipse(0, -87, 72, 13), RUST.mid)
    vapour(canvas, -4, -112, 1.2)


def bowl(canvas: Canvas, tone: str = OCHRE.mid, fill: str = GREEN.mid) -> None:
    """Draw a bowl of salad."""
    canvas.cut(blob(0, -44, 52, 22, 4, 8, 0.14), fill, 0.3)
    canvas.cut(ellipse(-20, -52, 10), RUST.mid, 0.2)
    canvas.cut(ellipse(22, -48, 9), RUST.mid, 0.2)
    dish = smooth([(-62, -44), (62, -44), (40, -8), (20, 0), (-20, 0), (-40, -8)])
    canvas.cut(dish, tone, 0.5)
    canvas.shade(dish, -12, -2, alpha=0.14)


def bread(canvas: Canvas) -> None:
    """Draw a loaf on a board."""
    canvas.cut(rounded(-70, -12, 140, 14, 6), WOOD.full, 0.4)
    loaf = smooth([(-58, -12), (-62, -42), (-20, -62), (30, -58), (62, -36), (56, -12)])
    canvas.cut(loaf, WOOD.mid, 0.5)
    for x in (-28, 2, 32):
        canvas.line(smooth([(x - 10, -46), (x + 4, -40), (x + 6, -26)], closed=False), WOOD.pale, 6)


def jug(canvas: Canvas, tone: str = TEAL.soft) -> None:
    """Draw a jug of water."""
    canvas.line(smooth([(26, -82), (56, -74), (52, -30), (28, -22)], closed=False), tone, 9)
    body = smooth(
        [(-26, -96), (26, -96), (24, -70), (36, -34), (26, 0), (-26, 0), (-36, -34), (-24, -70)]
    )
    canvas.cut(body, tone, 0.5)
    canvas.shade(body, -10, 0, alpha=0.12)


def teapot(canvas: Canvas, tone: str = RUST.mid) -> None:
    """Draw a teapot."""
    canvas.line(ellipse(-54, -42, 24, 24), darker(tone, 0.1), 10)
    canvas.cut(limb([(40, -30), (70, -48), (86, -76)], [26, 17, 11]), tone, 0.4)
    body = smooth([(0, -84), (46, -62), (50, -24), (28, 0), (-28, 0), (-50, -24), (-46, -62)])
    canvas.cut(body, tone, 0.5)
    canvas.shade(body, -12, -4, alpha=0.14)
    canvas.cut(ellipse(0, -84, 22, 8), darker(tone, 0.15), 0.3)
    canvas.cut(ellipse(0, -94, 8), darker(tone, 0.15), 0.3)


def vase(
    canvas: Canvas, tone: str = WHITE, flowers: tuple[str, ...] = (RUST.mid, OCHRE.mid)
) -> None:
    """Draw a vase with flowers."""
    rng = random.Random(len(flowers))
    for i in range(7):
        dx, top = -54 + 18 * i, -150 - rng.randint(0, 40)
        stem = smooth([(0, -60), (dx * 0.5, -100), (dx, top)], closed=False)
        canvas.line(stem, GREEN.mid, 4)
        canvas.cut(blob(dx, top, 17, 17, i, 6, 0.2), flowers[i % len(flowers)], 0.4)
        canvas.fill(ellipse(dx, top, 6), GOLD)
    body = smooth([(-18, -80), (18, -80), (32, -40), (22, 0), (-22, 0), (-32, -40)])
    canvas.cut(body, tone, 0.5)
    canvas.shade(body, -9, 0, alpha=0.12)


def plant(
    canvas: Canvas, tone: str = RUST.mid, leaves: str = GREEN.mid, *, wilted: bool = False
) -> None:
    """Draw a plant in a pot, upright or hanging its leaves."""
    for i, degrees in enumerate((150, 128, 108, 90, 72, 52, 30)):
        length = (130, 165, 190, 205, 190, 160, 125)[i]
        if wilted:
            bend = 1 if degrees < 90 else -1
            reach = (74, 58, 34, 18, 30, 62, 80)[i]
            droop = [
                (0, -84),
                (bend * reach * 0.5, -150 + i * 3),
                (bend * reach, -128),
                (bend * (reach + 12), -52),
            ]
            path = limb(droop, [6, 8, 15, 7])
            canvas.cut(path, OCHRE.full if i % 2 else WOOD.mid, 0.4)
            continue
        tint = leaves if i % 2 else darker(leaves, 0.16)
        canvas.cut(leaf(0, -72, length, 24, degrees), tint, 0.6)
    pot = polygon([(-50, -84), (50, -84), (38, 0), (-38, 0)])
    canvas.cut(pot, tone, 0.6)
    canvas.shade(pot, -14, 0, alpha=0.14)
    canvas.cut(rounded(-56, -98, 112, 24, 5), lighter(tone, 0.12), 0.5)


def paper(canvas: Canvas, width: float = 70, height: float = 92, tone: str = WHITE) -> None:
    """Draw a written sheet; its words are lines."""
    canvas.cut(card(-width / 2, -height, width, height, 1), tone, 0.4)
    rows = int(height / 14)
    for i in range(1, rows):
        end = width * (0.34 if i % 4 else 0.1)
        y = -height + height * i / rows
        canvas.line(line((-width * 0.36, y), (end, y)), SLATE.mid, 3, 0.8)


def envelope(canvas: Canvas, tone: str = WHITE, width: float = 84, mark: str | None = None) -> None:
    """Draw an envelope from its back, or with a window in the given colour."""
    high = width * 0.62
    canvas.cut(card(-width / 2, -high, width, high, 1), tone, 0.45)
    if mark:
        canvas.fill(
            rounded(-width * 0.36, -high * 0.5, width * 0.42, high * 0.3, 3), darker(tone, 0.12)
        )
        canvas.fill(rounded(width * 0.22, -high * 0.84, width * 0.16, high * 0.28, 2), mark)
        return
    flap = polygon([(-width / 2, -high), (width / 2, -high), (0, -high * 0.4)])
    canvas.line(flap, darker(tone, 0.25), 3, 0.8)


def heap(canvas: Canvas, sheets: int, width: float = 110, seed: int = 2) -> None:
    """Draw a crooked pile of paper."""
    rng = random.Random(seed)
    y = 0.0
    for i in range(sheets):
        shift, tilt = rng.uniform(-9, 9), rng.uniform(-3, 3)
        tone = (WHITE, CREAM, WHITE, OCHRE.pale, "#EDE0EA", WHITE)[i % 6]
        thick = rng.choice((8, 10, 14))
        with canvas.placed(shift, y, 1.0, tilt):
            canvas.cut(card(-width / 2, -thick, width, thick, 0.8), tone, 0.25)
        y -= thick


def book(canvas: Canvas, tone: str, width: float = 96, height: float = 26) -> None:
    """Draw a book that lies flat."""
    canvas.cut(rounded(-width / 2, -height, width, height, 4), tone, 0.4)
    canvas.fill(card(-width / 2 + 8, -height + 6, width - 8, height - 12, 0), CREAM)


def coins(canvas: Canvas, count: int, tone: str = OCHRE.mid) -> None:
    """Draw a pile of coins."""
    for i in range(count):
        dx = (0, 3, -2, 2, -3)[i % 5]
        y = -9 * i
        canvas.cut(rounded(-25 + dx, y - 12, 50, 13, 6), darker(tone, 0.14), 0.25)
        canvas.fill(ellipse(dx, y - 11, 25, 7), tone)


def coin(canvas: Canvas, radius: float = 17, tone: str = OCHRE.mid) -> None:
    """Draw a coin from the front."""
    canvas.cut(ellipse(0, 0, radius), tone, 0.4)
    canvas.line(ellipse(0, 0, radius * 0.7), darker(tone, 0.22), 2.5)


def key(canvas: Canvas, tone: str = OCHRE.mid, size: float = 1.0) -> None:
    """Draw a key that hangs down from the origin."""
    with canvas.placed(0, 0, size):
        shape = ellipse(0, 26, 26).subtracted(ellipse(0, 24, 12))
        shape = shape.united(rounded(-7, 46, 14, 96, 4))
        shape = shape.united(rounded(0, 104, 30, 12, 3)).united(rounded(0, 126, 24, 12, 3))
        canvas.cut(shape, tone, 0.6)
        canvas.shade(shape, -4, -2, alpha=0.2)


def key_ring(canvas: Canvas, keys: int = 5) -> None:
    """Draw a ring with many keys that hangs down from the origin."""
    canvas.line(ellipse(0, 24, 26), SLATE.full, 6)
    for i in range(keys):
        turn = (i - (keys - 1) / 2) * 20
        tone = (OCHRE.mid, SLATE.mid, OCHRE.full, SLATE.soft, RUST.mid)[i % 5]
        with canvas.placed(0, 24, 0.62, turn):
            canvas.painter.translate(0, 34)
            key(canvas, tone)


def jar(canvas: Canvas, tone: str = TEAL.soft, level: float = 0.5) -> None:
    """Draw a large glass jar that is partly full of coins."""
    body = rounded(-70, -180, 140, 180, 30)
    canvas.shadow(body, 0.9)
    canvas.fill(body, lighter(tone, 0.35), 0.75)
    rng = random.Random(9)
    with canvas.clipped(body):
        rows = int(8 * level)
        for row in range(rows):
            for i in range(6):
                tint = (OCHRE.mid, GOLD, OCHRE.full)[rng.randint(0, 2)]
                spot = (-60 + 24 * i + 12 * (row % 2), -14 - row * 18 + rng.uniform(-4, 4))
                canvas.cut(ellipse(*spot, 15, 12), tint, 0.2)
    canvas.fill(rounded(-56, -164, 18, 140, 9), WHITE, 0.5)
    canvas.line(body, darker(tone, 0.1), 5, 0.8)
    canvas.cut(rounded(-58, -200, 116, 28, 8), darker(tone, 0.35), 0.6)
    canvas.fill(rounded(-24, -190, 48, 8, 4), INK)


def phone(canvas: Canvas, tone: str = INK) -> None:
    """Draw a mobile phone that stands upright."""
    canvas.cut(rounded(-15, -58, 30, 58, 6), tone, 0.4)
    canvas.fill(rounded(-11, -52, 22, 44, 2), TEAL.soft)


def desk_phone(canvas: Canvas, tone: str = SLATE.full, *, rings: bool = False) -> None:
    """Draw a telephone on a desk."""
    canvas.cut(smooth([(-46, 0), (-38, -40), (38, -40), (46, 0)]), tone, 0.5)
    canvas.fill(rounded(-16, -32, 32, 22, 4), lighter(tone, 0.5))
    canvas.cut(limb([(-50, -52), (0, -62), (50, -52)], [26, 16, 26]), darker(tone, 0.2), 0.5)
    if rings:
        for side in (-1, 1):
            for reach in (70, 88):
                arc = smooth(
                    [(side * reach, -86), (side * (reach + 9), -58), (side * reach, -30)],
                    closed=False,
                )
                canvas.line(arc, RUST.mid, 5)


def laptop(canvas: Canvas, tone: str = SLATE.mid) -> None:
    """Draw an open laptop from behind."""
    canvas.cut(polygon([(-62, -84), (62, -84), (68, -6), (-68, -6)]), tone, 0.5)
    canvas.fill(ellipse(0, -46, 8), lighter(tone, 0.5))
    canvas.cut(rounded(-80, -9, 160, 10, 4), darker(tone, 0.25), 0.4)


def newspaper(canvas: Canvas) -> None:
    """Draw a folded newspaper that lies flat; its words are lines."""
    sheet = polygon([(-92, -44), (84, -52), (104, 0), (-84, 8)])
    canvas.cut(sheet, CREAM, 0.6)
    canvas.fill(polygon([(-78, -30), (-10, -34), (-2, -6), (-72, -2)]), SLATE.mid, 0.7)
    for i in range(4):
        y = -34 + 9 * i
        canvas.line(line((6 + 3 * i, y - 4), (70 + 3 * i, y - 7)), SLATE.full, 3, 0.7)


def crate(canvas: Canvas, tone: str = WOOD.soft) -> None:
    """Draw a crate of vegetables."""
    for i, (dx, tint) in enumerate(
        ((-58, RUST.mid), (-26, GREEN.mid), (6, OCHRE.mid), (36, GREEN.full), (62, RUST.mid))
    ):
        canvas.cut(blob(dx, -68, 24, 26, i, 6, 0.12), tint, 0.4)
        canvas.cut(leaf(dx, -86, 40, 9, 100 - 12 * i), GREEN.mid, 0.2)
    for i in range(3):
        canvas.cut(card(-88, -62 + 22 * i, 176, 18), darker(tone, 0.05 * i), 0.4)


def bucket(canvas: Canvas, tone: str = SLATE.mid) -> None:
    """Draw a bucket."""
    canvas.line(smooth([(-40, -76), (0, -118), (40, -76)], closed=False), SLATE.full, 5)
    body = polygon([(-42, -80), (42, -80), (32, 0), (-32, 0)])
    canvas.cut(body, tone, 0.6)
    canvas.shade(body, -14, 0, alpha=0.16)
    canvas.fill(ellipse(0, -80, 42, 9), darker(tone, 0.3))


def bag(canvas: Canvas, tone: str = RUST.mid) -> None:
    """Draw a shopping bag that hangs from the origin."""
    canvas.line(smooth([(-16, 40), (0, 0), (16, 40)], closed=False), darker(tone, 0.3), 6)
    canvas.cut(polygon([(-36, 38), (36, 38), (42, 124), (-42, 124)]), tone, 0.6)


def tally(canvas: Canvas, x: float, y: float, count: int, tone: str, size: float = 1.0) -> None:
    """Draw tally marks: four strokes and one across."""
    for i in range(count):
        group, place = divmod(i, 5)
        gx = x + group * 110 * size
        if place == 4:
            stroke = line((gx - 12 * size, y - 12 * size), (gx + 74 * size, y - 52 * size))
        else:
            px = gx + place * 20 * size
            stroke = line((px, y), (px + 3 * size, y - 64 * size))
        canvas.line(stroke, tone, 7 * size)
