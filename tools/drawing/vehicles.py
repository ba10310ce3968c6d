"""What rides or is pulled through the streets: a bus, a scooter, a van and a handcart."""

from tools.drawing.canvas import Canvas
from tools.drawing.palette import (
    CREAM,
    GOLD,
    INK,
    OCHRE,
    SLATE,
    WHITE,
    WOOD,
    darker,
    lighter,
)
from tools.drawing.shapes import card, ellipse, limb, line, polygon, rounded, smooth

BUS_PANES = tuple((-340.0 + 168 * i, -300.0, 148.0, 138.0) for i in range(4))
BUS_CAB = (332.0, -300.0, 120.0, 138.0)


def wheel(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Draw a wheel of a car; (x, y) is its middle."""
    canvas.cut(ellipse(x, y, radius), INK, 0.6)
    canvas.fill(ellipse(x, y, radius * 0.56), SLATE.soft)
    canvas.fill(ellipse(x, y, radius * 0.2), SLATE.full)


def bus(canvas: Canvas, tone: str) -> None:
    """Draw a small bus from the side that faces right, without its windows."""
    body = smooth(
        [
            (-366, -60), (-372, -300), (-350, -346), (-100, -354), (300, -350), (400, -330),
            (462, -200), (500, -160), (510, -60), (300, -50), (0, -48),
        ]
    )  # fmt: skip
    canvas.cut(body, tone, 1.2)
    with canvas.clipped(body):
        canvas.fill(card(-400, -130, 940, 26, 0), lighter(tone, 0.6))
        canvas.shade(body, -12, -10, alpha=0.14)
    canvas.cut(ellipse(492, -116, 16, 20), lighter(GOLD, 0.4), 0.3)
    for x in (-220, 340):
        canvas.fill(ellipse(x, -58, 78, 74), darker(tone, 0.5))
        wheel(canvas, x, -52, 56)
    canvas.cut(rounded(-376, -84, 30, 26, 6), SLATE.full, 0.3)


def bus_frames(canvas: Canvas) -> None:
    """Draw the frames of the windows of ``bus`` over who sits behind them."""
    for x, y, wide, high in (*BUS_PANES, BUS_CAB):
        canvas.line(rounded(x, y, wide, high, 18), WHITE, 9)
        shine = polygon(
            [(x + 16, y + high), (x + 60, y), (x + 86, y), (x + 42, y + high)]
        ).intersected(rounded(x, y, wide, high, 18))
        canvas.fill(shine, WHITE, 0.16)


def scooter(canvas: Canvas, tone: str) -> None:
    """Draw a motor scooter that faces right, around the point on the ground between its wheels."""
    for x in (-92, 96):
        canvas.cut(ellipse(x, -36, 37), INK, 0.4)
        canvas.fill(ellipse(x, -36, 18), SLATE.soft)
    canvas.cut(limb([(96, -40), (74, -140), (58, -206)], [20, 22, 14]), darker(tone, 0.2), 0.4)
    rear = smooth([(-140, -80), (-120, -136), (-30, -134), (6, -96), (4, -54), (-70, -62)])
    canvas.cut(rear, tone, 0.7)
    canvas.shade(rear, -8, -6, alpha=0.14)
    canvas.cut(limb([(-30, -48), (50, -48)], [26, 24]), darker(tone, 0.3), 0.4)
    shield = smooth([(84, -190), (58, -180), (40, -60), (66, -48), (80, -110)])
    canvas.cut(shield, tone, 0.7)
    canvas.cut(rounded(-126, -156, 116, 30, 14), INK, 0.5)
    canvas.cut(limb([(30, -206), (66, -212)], [13, 12]), INK, 0.3)
    canvas.cut(ellipse(86, -188, 14, 16), lighter(GOLD, 0.5), 0.3)


def van(canvas: Canvas, tone: str) -> None:
    """Draw a van from the side that faces right, around the point on the ground below it."""
    box = rounded(-330, -360, 460, 310, 16)
    canvas.cut(box, tone, 1.0)
    canvas.shade(box, -12, -10, alpha=0.10)
    cab = smooth([(130, -300), (230, -294), (296, -190), (340, -160), (340, -56), (130, -52)])
    canvas.cut(cab, tone, 0.8)
    glass = polygon([(156, -270), (222, -268), (276, -180), (156, -178)])
    canvas.fill(glass, "#BFD6DA")
    canvas.line(glass, darker(tone, 0.3), 5)
    canvas.fill(card(-330, -112, 660, 18, 0), darker(tone, 0.16))
    canvas.cut(ellipse(328, -126, 12, 17), lighter(GOLD, 0.4), 0.3)
    for x in (-200, 230):
        wheel(canvas, x, -48, 50)


def handcart(canvas: Canvas, tone: str = WOOD.mid) -> None:
    """Draw a cart with two large wheels; its pole lies down to the right, nobody holds it."""
    canvas.cut(limb([(230, -128), (420, -70), (560, -10)], [20, 16, 15]), WOOD.full, 0.6)
    canvas.cut(limb([(546, -36), (578, 10)], [15, 15]), WOOD.full, 0.5)
    for y in (-128, -170, -212):
        canvas.cut(card(-260, y, 520, 38), lighter(tone, 0.1 if y == -170 else 0.0), 0.6)
    for x in (-250, -20, 216):
        canvas.cut(card(x, -224, 28, 140), WOOD.full, 0.4)
    for x in (-120,):
        ring = ellipse(x, -108, 108).subtracted(ellipse(x, -108, 90))
        canvas.cut(ring, WOOD.deep, 0.6)
        for i in range(6):
            with canvas.placed(x, -108, 1.0, 30 * i):
                canvas.line(line((0, -92), (0, 92)), WOOD.full, 8)
        canvas.cut(ellipse(x, -108, 24), OCHRE.full, 0.5)
    canvas.cut(limb([(200, -100), (196, 0)], [16, 13]), WOOD.full, 0.4)


def city(canvas: Canvas, x: float, y: float, size: float, tone: str) -> None:
    """Draw the blocks of a town in the distance; (x, y) is the left end of its foot."""
    for i, (wide, high) in enumerate(
        ((60, 150), (44, 230), (70, 180), (50, 280), (64, 200), (40, 140), (74, 170))
    ):
        block = card(x, y - high * size, wide * size, high * size, 0.6)
        canvas.cut(block, darker(tone, 0.06 * (i % 3)), 0.4)
        for row in range(int(high / 36)):
            for column in range(2):
                spot = (x + (12 + 22 * column) * size, y - (high - 16 - 34 * row) * size)
                canvas.fill(card(*spot, 11 * size, 16 * size, 0), lighter(CREAM, 0.2), 0.6)
        x += (wide + 3) * size
