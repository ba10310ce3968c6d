"""Parts of a room: walls and floors, windows, doors, lamps, shelves and what hangs there."""

import math

from tools.drawing.canvas import HEIGHT, WIDTH, Canvas, Fade
from tools.drawing.palette import (
    CREAM,
    GOLD,
    INK,
    OCHRE,
    SLATE,
    TEAL,
    WHITE,
    WOOD,
    colour,
    darker,
    lighter,
    mix,
)
from tools.drawing.shapes import Point, card, ellipse, limb, line, polygon, rounded, smooth

FLOOR_LINE = 720.0


def room(canvas: Canvas, wall: str, floor: str, line_at: float = FLOOR_LINE) -> None:
    """Draw a back wall with a skirting board and a floor, in a soft light from the left."""
    back = card(-10, -10, WIDTH + 20, line_at + 10, 0)
    canvas.fill(back, wall)
    canvas.speckle(back, Fade((WIDTH + 80, 0), (WIDTH * 0.45, line_at), 0.55), INK, 0.10, 2)
    ground = card(-10, line_at, WIDTH + 20, HEIGHT - line_at + 20, 0)
    canvas.fill(ground, floor)
    canvas.fill(card(-10, line_at - 16, WIDTH + 20, 16, 0), lighter(wall, 0.35))
    canvas.wash(ground, (0, line_at), (0, line_at + 60), ((INK, 0.16), (INK, 0.0)))
    canvas.speckle(ground, Fade((0, HEIGHT), (0, line_at + 60), 0.35), INK, 0.10, 3)


def panelling(canvas: Canvas, tone: str, top: float, bottom: float, step: float = 80) -> None:
    """Draw boards along the lower part of a wall."""
    canvas.cut(card(-10, top, WIDTH + 20, bottom - top, 0), tone, 0.4)
    for i in range(int(WIDTH / step) + 1):
        canvas.line(line((i * step, top + 8), (i * step, bottom)), darker(tone, 0.16), 2.5, 0.7)
    canvas.cut(card(-10, top - 8, WIDTH + 20, 14, 0), lighter(tone, 0.3), 0.4)


def floor_boards(canvas: Canvas, tone: str, line_at: float = FLOOR_LINE) -> None:
    """Draw the joints of floor boards, wider towards the viewer."""
    y = line_at
    step = 26.0
    while y < HEIGHT:
        y += step
        step *= 1.28
        canvas.line(line((-10, y), (WIDTH + 10, y)), darker(tone, 0.2), 2.5, 0.5)


def window(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    sky: tuple[str, str],
    frame: str = WHITE,
    bars: tuple[int, int] = (2, 2),
) -> None:
    """Draw a window with a sky behind it; what is outside is drawn with ``outside`` first."""
    canvas.shadow(card(x - 14, y - 14, width + 28, height + 28), 0.6)
    view = card(x, y, width, height, 0)
    canvas.fill(view, sky[0])
    canvas.wash(view, (x, y), (x, y + height), ((sky[0], 1), (sky[1], 1)))
    window_frame(canvas, x, y, width, height, frame, bars)


def window_frame(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    frame: str = WHITE,
    bars: tuple[int, int] = (2, 2),
) -> None:
    """Draw only the frame and sill of a window, over the view."""
    for i in range(bars[0] + 1):
        thick = 16 if i in (0, bars[0]) else 9
        canvas.cut(
            card(x + width * i / bars[0] - thick / 2, y - 8, thick, height + 16, 0), frame, 0.3
        )
    for i in range(bars[1] + 1):
        thick = 16 if i in (0, bars[1]) else 9
        canvas.cut(
            card(x - 8, y + height * i / bars[1] - thick / 2, width + 16, thick, 0), frame, 0.3
        )
    canvas.cut(card(x - 26, y + height + 4, width + 52, 18), darker(frame, 0.05), 0.6)


def outside(
    canvas: Canvas, x: float, y: float, width: float, height: float, tones: tuple[str, ...]
) -> None:
    """Draw rolling green behind a window; the first tone is farthest."""
    view = card(x, y, width, height, 0)
    with canvas.clipped(view):
        for i, tone in enumerate(tones):
            base = y + height * (0.55 + 0.17 * i)
            points = [
                (x - 40, base + 14),
                (x + width * 0.3, base - 26 + 20 * i),
                (x + width * 0.65, base + 12 - 10 * i),
                (x + width + 40, base - 16),
                (x + width + 40, y + height + 60),
                (x - 40, y + height + 60),
            ]
            canvas.cut(smooth(points), tone, 0.6)


def curtain(canvas: Canvas, x: float, y: float, width: float, height: float, tone: str) -> None:
    """Draw one side of a pair of curtains with its folds."""
    folds = 4
    points = [(x, y), (x + width, y)]
    points += [
        (x + width - width * i / folds, y + height + (8 if i % 2 else -4)) for i in range(folds + 1)
    ]
    shape = polygon(points)
    canvas.cut(shape, tone, 0.8)
    for i in range(1, folds):
        px = x + width * i / folds
        canvas.line(line((px, y + 10), (px - 3, y + height - 6)), darker(tone, 0.2), 3, 0.5)
    canvas.shade(shape, -10, 0, alpha=0.10)


def door(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    tone: str,
    *,
    glass: bool = False,
) -> None:
    """Draw a closed door in its frame; (x, y) is the top left of the leaf."""
    canvas.cut(card(x - 16, y - 16, width + 32, height + 16), lighter(tone, 0.55), 0.7)
    leaf = card(x, y, width, height, 0.8)
    canvas.cut(leaf, tone, 0.5)
    canvas.shade(leaf, -8, -5, alpha=0.12)
    if glass:
        pane = rounded(x + width * 0.16, y + height * 0.08, width * 0.68, height * 0.42, 8)
        canvas.fill(pane, lighter(tone, 0.7))
        canvas.line(pane, darker(tone, 0.2), 5)
    else:
        for part in (0.08, 0.54):
            panel = card(x + width * 0.16, y + height * part, width * 0.68, height * 0.36, 0)
            canvas.line(panel, darker(tone, 0.25), 4, 0.7)
    canvas.cut(ellipse(x + width * 0.9, y + height * 0.54, 9), GOLD, 0.5)


def pendant(
    canvas: Canvas, x: float, y: float, size: float, tone: str, *, lit: bool = True
) -> None:
    """Draw a hanging lamp; (x, y) is the middle of the lower edge of the shade."""
    canvas.line(line((x, -10), (x, y - size * 0.7)), INK, 4)
    if lit:
        canvas.glow((x, y + size * 0.2), size * 4.0, GOLD, 0.34)
        canvas.cut(ellipse(x, y, size * 0.34, size * 0.2), lighter(GOLD, 0.6), 0.0)
    shade = smooth(
        [
            (x - size * 0.16, y - size * 0.72),
            (x + size * 0.16, y - size * 0.72),
            (x + size * 0.62, y - size * 0.26),
            (x + size * 0.86, y),
            (x, y + size * 0.04),
            (x - size * 0.86, y),
            (x - size * 0.62, y - size * 0.26),
        ]
    )
    canvas.cut(shade, tone, 0.7)
    canvas.shade(shade, -size * 0.12, -2, alpha=0.14)


def garland(
    canvas: Canvas, start: Point, end: Point, tones: tuple[str, ...], sag: float = 70
) -> None:
    """Draw a string of paper flags between two points."""
    middle = ((start[0] + end[0]) / 2, max(start[1], end[1]) + sag)
    string = smooth([start, middle, end], closed=False)
    canvas.line(string, INK, 3, 0.7)
    count = int(abs(end[0] - start[0]) / 62)
    for i in range(count):
        share = (i + 0.5) / count
        spot = string.pointAtPercent(share)
        tilt = -string.angleAtPercent(share)
        with canvas.placed(spot.x(), spot.y(), 1.0, tilt):
            flag = polygon([(-20, 0), (20, 0), (0, 44)])
            canvas.cut(flag, tones[i % len(tones)], 0.5)


def picture(
    canvas: Canvas, x: float, y: float, width: float, height: float, tones: tuple[str, ...]
) -> None:
    """Draw a framed landscape in the given tones (sky, hill, sun)."""
    canvas.cut(card(x, y, width, height), WOOD.full, 0.8)
    inner = card(x + 10, y + 10, width - 20, height - 20, 0)
    canvas.fill(inner, tones[0])
    with canvas.clipped(inner):
        canvas.fill(ellipse(x + width * 0.66, y + height * 0.4, height * 0.14), tones[2])
        hill = smooth(
            [
                (x - 30, y + height * 0.7),
                (x + width * 0.35, y + height * 0.5),
                (x + width * 0.7, y + height * 0.72),
                (x + width + 30, y + height * 0.6),
                (x + width + 30, y + height + 40),
                (x - 30, y + height + 40),
            ]
        )
        canvas.fill(hill, tones[1])


def clock(canvas: Canvas, x: float, y: float, radius: float, hours: float) -> None:
    """Draw a clock without figures; ``hours`` is the time."""
    canvas.cut(ellipse(x, y, radius), WOOD.full, 0.8)
    canvas.fill(ellipse(x, y, radius * 0.84), WHITE)
    for i in range(12):
        angle = math.radians(30 * i)
        inner, outer = radius * 0.66, radius * 0.75
        start = (x + inner * math.sin(angle), y - inner * math.cos(angle))
        end = (x + outer * math.sin(angle), y - outer * math.cos(angle))
        canvas.line(line(start, end), INK, 3)
    for turn, length, width in ((hours / 12, 0.42, 6), (hours % 1, 0.6, 4)):
        angle = 2 * math.pi * turn
        tip = (x + radius * length * math.sin(angle), y - radius * length * math.cos(angle))
        canvas.line(line((x, y), tip), INK, width)
    canvas.fill(ellipse(x, y, 5), INK)


def shelf(canvas: Canvas, x: float, y: float, width: float, tone: str = WOOD.mid) -> None:
    """Draw a board on the wall; (x, y) is the left end of its upper side."""
    for px in (x + 26, x + width - 34):
        canvas.cut(card(px, y + 8, 9, 34, 0), darker(tone, 0.3), 0.3)
    canvas.cut(card(x, y, width, 16), tone, 0.8)


def books(
    canvas: Canvas, x: float, y: float, count: int, tones: tuple[str, ...], size: float = 1.0
) -> float:
    """Draw a row of books that stand on y; give the x after the last one."""
    for i in range(count):
        wide = (15 + (i * 7) % 12) * size
        tall = (66 + (i * 31) % 34) * size
        tone = tones[(i * 5 + count) % len(tones)]
        spine = card(x, y - tall, wide, tall, 0.7)
        canvas.cut(spine, tone, 0.3)
        canvas.fill(card(x + 2, y - tall * 0.82, wide - 4, 4 * size, 0), lighter(tone, 0.5))
        x += wide + 1
    return x


def bookcase(canvas: Canvas, x: float, y: float, width: float, height: float, rows: int) -> None:
    """Draw a case full of books; (x, y) is its top left."""
    canvas.cut(card(x, y, width, height), WOOD.full, 1.0)
    canvas.fill(card(x + 14, y + 14, width - 28, height - 28, 0), WOOD.deep)
    tones = (TEAL.mid, OCHRE.soft, SLATE.soft, "#C9713F", "#A2719C", CREAM, "#4C89B0", "#5A946A")
    step = (height - 28) / rows
    for row in range(rows):
        base = y + 14 + step * (row + 1) - 8
        with canvas.clipped(card(x + 14, y + 14, width - 28, height - 28, 0)):
            books(
                canvas,
                x + 20,
                base,
                int((width - 50) / 24),
                tones[row % 3 :] + tones[:2],
                step / 120,
            )
            canvas.cut(card(x + 8, base, width - 16, 12, 0), WOOD.mid, 0.4)


def coat_rack(canvas: Canvas, x: float, y: float, tones: tuple[str, ...]) -> None:
    """Draw a board with pegs and a coat on each; (x, y) is its top left."""
    canvas.cut(card(x, y, 34 + 80 * len(tones), 26), WOOD.full, 0.6)
    for i, tone in enumerate(tones):
        with canvas.placed(x + 56 + 80 * i, y + 20):
            coat(canvas, tone)


def coat(canvas: Canvas, tone: str, length: float = 230) -> None:
    """Draw a coat that hangs down from the origin, with its sleeves and collar."""
    for side in (-1, 1):
        sleeve = limb([(side * 26, 30), (side * 42, 96), (side * 40, length * 0.72)], [30, 30, 24])
        canvas.cut(sleeve, darker(tone, 0.12), 0.4)
    body = polygon([(-10, 6), (10, 6), (32, 26), (40, length), (-40, length), (-32, 26)])
    canvas.cut(body, tone, 0.6)
    canvas.shade(body, -8, -3, alpha=0.12)
    canvas.line(line((0, 40), (0, length - 4)), darker(tone, 0.3), 4)
    canvas.fill(polygon([(-18, 8), (0, 44), (18, 8), (10, 2), (-10, 2)]), lighter(tone, 0.25))


def light_patch(canvas: Canvas, points: tuple[Point, ...], alpha: float = 0.22) -> None:
    """Let light from a window fall on a wall or floor."""
    canvas.painter.fillPath(polygon(points), colour("#FFF3C9", alpha))


def rug(
    canvas: Canvas, x: float, y: float, rx: float, ry: float, tones: tuple[str, str, str]
) -> None:
    """Draw a round rug seen from the side."""
    canvas.cut(ellipse(x, y, rx, ry), tones[0], 0.3)
    canvas.fill(ellipse(x, y, rx * 0.86, ry * 0.84), tones[1])
    canvas.fill(ellipse(x, y, rx * 0.62, ry * 0.6), tones[2])


def notice_board(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """Draw a cork board with papers, without words."""
    canvas.cut(card(x, y, width, height), WOOD.full, 0.9)
    cork = card(x + 12, y + 12, width - 24, height - 24, 0)
    canvas.fill(cork, mix(WOOD.soft, OCHRE.soft, 0.3))
    canvas.speckle(cork, Fade((x, y), (x + width * 1.6, y + height), 0.4), WOOD.deep, 0.3, 7)
    tones = (WHITE, OCHRE.soft, TEAL.soft, "#E8B591", WHITE, "#D0B1CA")
    for i, tone in enumerate(tones):
        px = x + 30 + (i % 3) * (width - 70) / 3
        py = y + 28 + (i // 3) * (height - 44) / 2
        with canvas.placed(px, py, 1.0, (-3, 2, 4, -2, 3, -4)[i]):
            note_paper(canvas, (width - 100) / 3, (height - 80) / 2, tone)


def note_paper(canvas: Canvas, width: float, height: float, tone: str = WHITE) -> None:
    """Draw a pinned paper with lines for text."""
    canvas.cut(card(0, 0, width, height, 1), tone, 0.5)
    rows = max(int(height / 20), 2)
    for i in range(1, rows):
        end = width * (0.84 if i % 3 else 0.6)
        y = height * i / rows
        canvas.line(line((width * 0.14, y), (end, y)), darker(tone, 0.35), 3, 0.6)
    canvas.fill(ellipse(width / 2, 4, 5), "#A8430A")


def radiator(
    canvas: Canvas, x: float, y: float, width: float, height: float, tone: str = WHITE
) -> None:
    """Draw a radiator; (x, y) is its top left."""
    step = 34.0
    for i in range(int(width / step)):
        rib = rounded(x + i * step, y, step - 7, height, 12)
        canvas.cut(rib, tone, 0.5)
        canvas.shade(rib, -7, 0, alpha=0.10)
    for py in (y + 16, y + height - 26):
        canvas.cut(card(x - 6, py, width, 10, 0), darker(tone, 0.08), 0.2)
    canvas.line(limb([(x - 6, y + height - 22), (x - 34, y + height - 22)], [10, 10]), tone, 2)
    canvas.cut(ellipse(x - 36, y + height - 22, 13), SLATE.mid, 0.4)
