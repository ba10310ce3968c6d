"""Houses and public buildings as paper fronts."""

from dataclasses import dataclass, field

from tools.drawing.canvas import Canvas, Fade
from tools.drawing.palette import (
    CREAM,
    GOLD,
    GREEN,
    INK,
    RUST,
    SLATE,
    TEAL,
    WHITE,
    darker,
    lighter,
    mix,
)
from tools.drawing.shapes import Point, blob, card, ellipse, line, polygon, rounded

Pane = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class House:
    """The looks of one front; ``gable`` is steep, step, bell, flat or hip."""

    width: float
    height: float
    wall: str
    roof: str
    gable: str = "steep"
    door: str = TEAL.full
    floors: int = 2
    columns: int = 2
    box: bool = False
    door_at: int = 0
    lit: tuple[int, ...] = field(default=())


def gable_shape(house: House, x: float, y: float) -> list[Point]:
    """Give the outline of the top of a front, from left to right; y is the eaves."""
    w = house.width
    if house.gable == "steep":
        return [(x, y), (x + w / 2, y - w * 0.55), (x + w, y)]
    if house.gable == "step":
        step = w / 7
        points: list[Point] = []
        for i in range(4):
            points += [(x + i * step, y - i * step * 0.9), (x + i * step, y - (i + 1) * step * 0.9)]
        return points + [(2 * x + w - px, py) for px, py in reversed(points)]
    if house.gable == "bell":
        half = [(0.0, 0.0), (0.1, 0.06), (0.2, 0.3), (0.34, 0.4)]
        left = [(x + w * dx, y - w * dy) for dx, dy in half]
        return left + [(2 * x + w - px, py) for px, py in reversed(left)]
    return [(x, y), (x + w, y)]


def draw_house(canvas: Canvas, house: House, x: float, y: float) -> list[Pane]:
    """Draw a front with its foot at y and give the places of its windows."""
    eaves = y - house.height
    roof_behind(canvas, house, x, eaves)
    front = polygon([(x, y), *gable_shape(house, x, eaves), (x + house.width, y)])
    canvas.cut(front, house.wall, 0.9)
    canvas.speckle(front, Fade((x + house.width, y), (x, eaves), 0.4), INK, 0.12, 8)
    with canvas.clipped(front):
        bricks(canvas, x, eaves - house.width * 0.5, house, y)
    if house.gable in ("steep", "step", "bell"):
        edge = gable_shape(house, x, eaves)
        canvas.line(line(*edge), lighter(house.wall, 0.55), 9)
        attic = (x + house.width / 2 - 26, eaves - house.width * 0.24, 52.0, 58.0)
        pane(canvas, attic)
    else:
        attic = None
        canvas.cut(card(x - 8, eaves - 14, house.width + 16, 22), lighter(house.wall, 0.55), 0.6)
    panes = openings(canvas, house, x, y)
    return panes + ([attic] if attic else [])


def roof_behind(canvas: Canvas, house: House, x: float, eaves: float) -> None:
    """Draw the chimney and, for a house with its side to the street, the roof."""
    w = house.width
    if house.gable == "hip":
        shape = polygon(
            [
                (x - 14, eaves),
                (x + w * 0.12, eaves - w * 0.34),
                (x + w * 0.88, eaves - w * 0.34),
                (x + w + 14, eaves),
            ]
        )
        canvas.cut(card(x + w * 0.2, eaves - w * 0.46, 34, 80), darker(house.wall, 0.2), 0.5)
        canvas.cut(shape, house.roof, 0.9)
        for i in range(1, 4):
            ry = eaves - w * 0.34 * i / 4
            canvas.line(line((x, ry), (x + w, ry)), darker(house.roof, 0.2), 2.5, 0.4)
        return
    if house.gable == "steep":
        canvas.cut(card(x + w * 0.68, eaves - w * 0.5, 32, 90), darker(house.wall, 0.2), 0.5)
        shape = polygon(
            [(x - 16, eaves + 8), (x + w / 2, eaves - w * 0.6), (x + w + 16, eaves + 8)]
        )
        canvas.cut(shape, house.roof, 0.8)


def bricks(canvas: Canvas, x: float, top: float, house: House, y: float) -> None:
    """Draw a few rows of brick here and there."""
    tone = darker(house.wall, 0.14)
    for i in range(int((y - top) / 46)):
        by = y - 30 - 46 * i
        bx = x + (37 * i * i) % (house.width * 0.8)
        for k in range(2 + i % 2):
            canvas.fill(rounded(bx + 24 * k, by - 10 * (k % 2), 20, 7, 2), tone, 0.6)


def openings(canvas: Canvas, house: House, x: float, y: float) -> list[Pane]:
    """Draw the windows and the door."""
    found: list[Pane] = []
    column = house.width / house.columns
    floor = house.height / house.floors
    for level in range(house.floors):
        for i in range(house.columns):
            middle = x + column * (i + 0.5)
            base = y - floor * level
            if level == 0 and i == house.door_at:
                front_door(canvas, middle, y, min(column * 0.56, 84), floor * 0.76, house.door)
                continue
            wide, high = min(column * 0.58, 92), floor * 0.52
            spot = (middle - wide / 2, base - floor * 0.22 - high, wide, high)
            pane(canvas, spot)
            if house.box and level > 0:
                flower_box(canvas, spot)
            found.append(spot)
    return found


def pane(canvas: Canvas, spot: Pane, glass: str = "#BFD6DA", frame: str = WHITE) -> None:
    """Draw a window in a front."""
    x, y, w, h = spot
    canvas.cut(card(x - 8, y - 8, w + 16, h + 16), frame, 0.4)
    view = card(x, y, w, h, 0)
    canvas.fill(view, glass)
    with canvas.clipped(view):
        canvas.fill(
            polygon([(x, y + h), (x + w * 0.9, y), (x + w * 0.4, y), (x, y + h * 0.55)]), WHITE, 0.3
        )
    canvas.line(line((x + w / 2, y), (x + w / 2, y + h)), frame, 5)
    canvas.line(line((x, y + h * 0.36), (x + w, y + h * 0.36)), frame, 5)
    canvas.cut(card(x - 13, y + h + 7, w + 26, 9), lighter(frame, 0.2), 0.3)


def lit_pane(canvas: Canvas, spot: Pane, strength: float = 1.0) -> None:
    """Light a window that was drawn before."""
    x, y, w, h = spot
    canvas.glow((x + w / 2, y + h / 2), max(w, h) * 1.5, GOLD, 0.5 * strength)
    view = card(x, y, w, h, 0)
    canvas.fill(view, mix("#FFD978", "#FFF0B8", 0.4), strength)
    canvas.wash(view, (x, y), (x, y + h), (("#FFF6D2", 0.7), ("#F2A64A", 0.35)))
    canvas.line(line((x + w / 2, y), (x + w / 2, y + h)), "#5B4A3A", 5)
    canvas.line(line((x, y + h * 0.36), (x + w, y + h * 0.36)), "#5B4A3A", 5)


def flower_box(canvas: Canvas, spot: Pane) -> None:
    """Hang a box of flowers under a window."""
    x, y, w, h = spot
    for i in range(int(w / 15) + 1):
        canvas.cut(blob(x + 15 * i, y + h - 6, 13, 12, i, 5, 0.15), GREEN.mid, 0.2)
        canvas.fill(ellipse(x + 15 * i, y + h - 12, 6), (RUST.mid, GOLD, "#D0B1CA")[i % 3])
    canvas.cut(card(x - 10, y + h, w + 20, 22), RUST.full, 0.4)


def front_door(
    canvas: Canvas, middle: float, y: float, width: float, height: float, tone: str
) -> None:
    """Draw a front door with a fanlight and a step."""
    x = middle - width / 2
    canvas.cut(card(x - 10, y - height - 10, width + 20, height + 10), WHITE, 0.5)
    canvas.fill(card(x, y - height, width, height * 0.16, 0), "#BFD6DA")
    leaf = card(x, y - height * 0.82, width, height * 0.82, 0.6)
    canvas.fill(leaf, tone)
    canvas.shade(leaf, -6, -4, alpha=0.14)
    canvas.line(
        rounded(x + width * 0.2, y - height * 0.72, width * 0.6, height * 0.26, 4),
        darker(tone, 0.3),
        3.5,
    )
    canvas.line(
        line((x + width * 0.3, y - height * 0.34), (x + width * 0.7, y - height * 0.34)), GOLD, 5
    )
    canvas.cut(card(x - 18, y - 10, width + 36, 14), CREAM, 0.4)


def shop_window(
    canvas: Canvas, x: float, y: float, width: float, height: float, *, lit: bool = True
) -> None:
    """Draw one large window; (x, y) is its top left."""
    canvas.cut(card(x - 12, y - 12, width + 24, height + 24), WHITE, 0.6)
    view = card(x, y, width, height, 0)
    canvas.fill(view, "#F6DC95" if lit else "#AFC6CB")
    canvas.wash(
        view, (x, y), (x, y + height), (("#FFF6D8", 0.9), ("#E9B25E" if lit else "#7E989F", 0.5))
    )


def window_bars(
    canvas: Canvas, x: float, y: float, width: float, height: float, parts: int
) -> None:
    """Draw the bars of a large window over what is seen inside."""
    for i in range(1, parts):
        px = x + width * i / parts
        canvas.cut(card(px - 4, y, 8, height, 0), WHITE, 0.2)
    canvas.fill(
        polygon(
            [(x, y + height), (x + width * 0.34, y), (x + width * 0.2, y), (x, y + height * 0.6)]
        ),
        WHITE,
        0.16,
    )


def awning(
    canvas: Canvas, x: float, y: float, width: float, depth: float, tones: tuple[str, str]
) -> None:
    """Draw a striped awning; (x, y) is its upper left."""
    count = max(round(width / 46), 3)
    step = width / count
    for i in range(count):
        px = x + i * step
        strip = polygon([(px, y), (px + step, y), (px + step + 2, y + depth), (px - 2, y + depth)])
        scallop = ellipse(px + step / 2, y + depth, step / 2 + 1, 17)
        canvas.cut(strip.united(scallop), tones[i % 2], 0.5)


def community_house(canvas: Canvas, x: float, y: float, wall: str = RUST.soft) -> None:
    """Draw De Schakel: a low house with a wide gable, large windows and an open door."""
    roof = polygon(
        [
            (x - 50, y - 330),
            (x + 340, y - 560),
            (x + 730, y - 330),
            (x + 690, y - 300),
            (x - 10, y - 300),
        ]
    )
    canvas.cut(card(x + 500, y - 560, 44, 140), darker(wall, 0.3), 0.6)
    front = polygon([(x, y), (x, y - 330), (x + 340, y - 530), (x + 680, y - 330), (x + 680, y)])
    canvas.cut(roof, SLATE.full, 1.0)
    canvas.cut(front, wall, 0.6)
    canvas.speckle(front, Fade((x + 700, y), (x + 100, y - 400), 0.45), RUST.deep, 0.2, 12)
    canvas.line(line((x - 40, y - 318), (x + 340, y - 543), (x + 720, y - 318)), WHITE, 14)
    sign = ellipse(x + 340, y - 420, 46)
    canvas.cut(sign, CREAM, 0.6)
    for dx in (-13, 13):
        canvas.line(ellipse(x + 340 + dx, y - 420, 19), TEAL.full, 8)
    for wx in (x + 44, x + 452):
        shop_window(canvas, wx, y - 264, 184, 178)


def open_door(canvas: Canvas, x: float, y: float, width: float, height: float, tone: str) -> None:
    """Draw an open door with light that falls out; (x, y) is the foot of its left post."""
    canvas.cut(card(x - 14, y - height - 14, width + 28, height + 14), WHITE, 0.6)
    inside = card(x, y - height, width, height, 0)
    canvas.fill(inside, "#F6DC95")
    canvas.wash(inside, (x, y - height), (x, y), (("#FFF6D8", 0.9), ("#E9A950", 0.6)))
    wing = polygon(
        [
            (x + width, y - height),
            (x + width + 74, y - height + 20),
            (x + width + 74, y + 26),
            (x + width, y),
        ]
    )
    canvas.cut(wing, tone, 0.8)
    canvas.fill(ellipse(x + width + 60, y - height * 0.46, 7), GOLD)


def light_on_ground(canvas: Canvas, points: list[Point]) -> None:
    """Let the light of a door fall on the ground; the first two points are at the door."""
    far = max(y for _, y in points)
    canvas.wash(polygon(points), (0, points[0][1]), (0, far), (("#FFD978", 0.75), ("#FFE7A6", 0.0)))


def church(canvas: Canvas, x: float, y: float, size: float, wall: str, roof: str) -> None:
    """Draw a village church with a pointed tower; (x, y) is the left end of its foot."""
    with canvas.placed(x, y, size):
        canvas.cut(card(120, -220, 300, 220), darker(wall, 0.06), 0.8)
        canvas.cut(polygon([(104, -214), (150, -330), (400, -330), (440, -214)]), roof, 0.8)
        for wx in (210, 290, 370):
            canvas.fill(rounded(wx - 20, -170, 40, 130, 20), "#7FA3B0")
        canvas.cut(card(0, -400, 140, 400), wall, 1.0)
        canvas.cut(polygon([(-14, -396), (70, -640), (154, -396)]), roof, 0.8)
        canvas.cut(ellipse(70, -320, 36), WHITE, 0.4)
        canvas.line(line((70, -320), (70, -344)), INK, 5)
        canvas.line(line((70, -320), (88, -312)), INK, 5)
        canvas.fill(rounded(36, -130, 68, 130, 34), darker(roof, 0.2))
        canvas.line(line((70, -640), (70, -690)), GOLD, 7)
        canvas.cut(ellipse(70, -696, 9), GOLD, 0.3)
