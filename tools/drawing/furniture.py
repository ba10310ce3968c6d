"""Tables, chairs and what people sit on or ride in."""

from tools.drawing.canvas import Canvas
from tools.drawing.palette import CREAM, INK, SLATE, WHITE, WOOD, darker, lighter
from tools.drawing.shapes import card, ellipse, limb, line, polygon, rounded, smooth


def table(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    tone: str = WOOD.soft,
    depth: float = 46,
    *,
    panel: bool = False,
) -> None:
    """Draw a table from the front; y is the far edge of the top, ``height`` goes to the floor.

    A panel closes its front, so that who sits behind it needs no legs.
    """
    if panel:
        canvas.cut(
            card(x + 44, y + depth, width - 88, height - depth - 26), darker(tone, 0.24), 0.5
        )
    for px in (x + 34, x + width - 58):
        canvas.cut(card(px, y + depth, 24, height - depth), darker(tone, 0.34), 0.6)
    top = polygon([(x + 26, y), (x + width - 26, y), (x + width, y + depth), (x, y + depth)])
    canvas.shadow(top, 1.6, 0.3)
    canvas.fill(top, tone)
    canvas.fill(card(x, y + depth, width, 18, 0.6), darker(tone, 0.16))


def cloth(
    canvas: Canvas, x: float, y: float, width: float, depth: float, drop: float, tone: str
) -> None:
    """Draw a table cloth whose front hangs down in soft waves."""
    top = polygon([(x + 26, y), (x + width - 26, y), (x + width, y + depth), (x, y + depth)])
    canvas.shadow(top, 1.4, 0.3)
    waves = 10
    low = [
        (x + width - width * i / waves, y + depth + drop + (10 if i % 2 else -6))
        for i in range(waves + 1)
    ]
    front = smooth([(x, y + depth), *low[::-1]], closed=False)
    front.lineTo(x + width, y + depth)
    canvas.cut(front, darker(tone, 0.07), 0.8)
    for i in range(1, waves):
        px = x + width * i / waves
        canvas.line(
            line((px, y + depth + 16), (px + 4, y + depth + drop - 8)), darker(tone, 0.2), 3, 0.45
        )
    canvas.fill(top, tone)
    canvas.line(line((x + 2, y + depth), (x + width - 2, y + depth)), lighter(tone, 0.4), 3)


def round_table(
    canvas: Canvas,
    x: float,
    y: float,
    rx: float,
    ry: float,
    tone: str = WOOD.soft,
    drop: float = 200,
) -> None:
    """Draw a round table; (x, y) is the middle of its top."""
    canvas.cut(limb([(x, y + 20), (x, y + drop)], [54, 44]), darker(tone, 0.36), 0.6)
    canvas.cut(ellipse(x, y + drop, rx * 0.36, ry * 0.3), darker(tone, 0.36), 0.6)
    canvas.shadow(ellipse(x, y + 14, rx, ry), 1.6, 0.3)
    canvas.fill(ellipse(x, y + 18, rx, ry), darker(tone, 0.2))
    top = ellipse(x, y, rx, ry)
    canvas.fill(top, tone)
    canvas.shade(top, 14, 12, WHITE, 0.22)


def chair(canvas: Canvas, tone: str = WOOD.mid, *, back: bool = False) -> None:
    """Draw a chair around the point on the floor under it; ``back`` shows it from behind."""
    legs = darker(tone, 0.25)
    for x in (-58, 58):
        canvas.cut(limb([(x, -150), (x * 1.06, 0)], [15, 11]), legs, 0.4)
    if back:
        for x in (-56, 56):
            canvas.cut(limb([(x, -150), (x, -256)], [14, 12]), legs, 0.4)
        canvas.cut(rounded(-68, -276, 136, 56, 24), tone, 0.6)
        canvas.cut(rounded(-60, -204, 120, 20, 10), tone, 0.4)
        canvas.cut(rounded(-70, -168, 140, 26, 10), tone, 0.5)
        return
    for x in (-50, 50):
        canvas.cut(limb([(x, -150), (x, -320)], [13, 11]), legs, 0.4)
    canvas.cut(rounded(-62, -336, 124, 76, 26), tone, 0.6)
    canvas.cut(rounded(-70, -166, 140, 28, 11), tone, 0.5)


def side_chair(canvas: Canvas, tone: str = WOOD.mid) -> None:
    """Draw a chair from the side that faces right; its seat is 150 above the floor."""
    legs = darker(tone, 0.25)
    canvas.cut(limb([(-56, -146), (-66, 0)], [15, 11]), legs, 0.4)
    canvas.cut(limb([(62, -146), (70, 0)], [15, 11]), legs, 0.4)
    canvas.cut(limb([(-58, -140), (-70, -250), (-84, -340)], [16, 15, 20]), tone, 0.5)
    canvas.cut(rounded(-72, -158, 150, 24, 11), tone, 0.6)


def armchair(canvas: Canvas, tone: str) -> None:
    """Draw an armchair from the side that faces right; its seat is 140 above the floor."""
    for x in (-86, 90):
        canvas.cut(limb([(x, -40), (x, 0)], [18, 12]), WOOD.deep, 0.3)
    back = smooth(
        [
            (-150, -50),
            (-160, -220),
            (-150, -370),
            (-108, -404),
            (-74, -370),
            (-66, -200),
            (-60, -60),
        ]
    )
    canvas.cut(back, tone, 1.0)
    canvas.shade(back, -10, -6, alpha=0.10)
    canvas.cut(rounded(-130, -156, 244, 60, 26), lighter(tone, 0.18), 0.8)
    canvas.cut(rounded(-142, -112, 262, 84, 20), darker(tone, 0.08), 0.8)


def armrest(canvas: Canvas, tone: str) -> None:
    """Draw the near armrest of ``armchair``, over the person who sits in it."""
    rest = smooth(
        [(-130, -212), (-20, -222), (64, -216), (84, -190), (72, -120), (66, -44), (-126, -40)]
    )
    canvas.cut(rest, tone, 1.0)
    canvas.shade(rest, -10, -6, alpha=0.12)


def bench(canvas: Canvas, width: float = 320, tone: str = WOOD.mid) -> None:
    """Draw a bench from the front, around the point on the ground under its middle."""
    half = width / 2
    for x in (-half + 34, half - 34):
        canvas.cut(limb([(x, -140), (x, 0)], [15, 15]), SLATE.deep, 0.4)
        canvas.cut(limb([(x, -140), (x, -250)], [12, 12]), SLATE.deep, 0.3)
    for y in (-256, -214):
        canvas.cut(card(-half, y, width, 28), tone, 0.6)
    canvas.cut(card(-half - 8, -152, width + 16, 24), lighter(tone, 0.12), 0.8)


def wheelchair_far(canvas: Canvas, tone: str) -> None:
    """Draw the parts of a wheelchair behind who sits in it; it faces right, seat at 165."""
    canvas.line(limb([(-78, -300), (-116, -330)], [8, 8]), INK, 6)
    canvas.cut(limb([(-70, -150), (-80, -330)], [18, 16]), tone, 0.6)
    canvas.cut(ellipse(96, -26, 26), INK, 0.4)
    canvas.fill(ellipse(96, -26, 15), SLATE.soft)
    canvas.cut(rounded(-80, -166, 172, 26, 10), tone, 0.6)


def wheelchair_near(canvas: Canvas, tone: str) -> None:
    """Draw the near wheel, armrest and footrest of a wheelchair, over who sits in it."""
    canvas.cut(limb([(84, -150), (106, -60), (146, -26)], [12, 11, 10]), SLATE.full, 0.4)
    canvas.cut(limb([(120, -18), (176, -18)], [13, 13]), SLATE.full, 0.4)
    canvas.cut(limb([(-74, -222), (44, -222)], [17, 17]), INK, 0.4)
    centre = (-28.0, -108.0)
    ring = ellipse(*centre, 106).subtracted(ellipse(*centre, 94))
    canvas.cut(ring, INK, 0.5)
    canvas.line(ellipse(*centre, 84), SLATE.mid, 4)
    for i in range(8):
        spoke = line((0, -92), (0, 92))
        with canvas.placed(*centre, 1.0, 22.5 * i):
            canvas.line(spoke, SLATE.mid, 2.2, 0.8)
    canvas.cut(ellipse(*centre, 16), tone, 0.4)


def rollator(canvas: Canvas, tone: str) -> None:
    """Draw a walking frame on wheels from the side; its handles are 205 above the ground."""
    for points in ([(-10, -205), (6, -120), (52, -20)], [(0, -160), (-34, -20)]):
        canvas.cut(limb(points, [11] * len(points)), tone, 0.5)
    canvas.cut(limb([(-40, -212), (-4, -206)], [16, 13]), INK, 0.4)
    canvas.cut(rounded(-28, -116, 84, 44, 8), darker(tone, 0.2), 0.5)
    for x in (54, -36):
        canvas.cut(ellipse(x, -18, 19), INK, 0.4)
        canvas.fill(ellipse(x, -18, 9), SLATE.soft)


def counter(canvas: Canvas, x: float, y: float, width: float, height: float, tone: str) -> None:
    """Draw a counter or kitchen unit with doors; (x, y) is its top left."""
    canvas.cut(card(x, y + 20, width, height - 20), tone, 0.8)
    parts = max(round(width / 190), 1)
    for i in range(parts):
        px = x + width * i / parts
        canvas.line(
            card(px + 16, y + 46, width / parts - 32, height - 76, 0), darker(tone, 0.2), 4, 0.8
        )
        canvas.fill(ellipse(px + width / parts - 34, y + 66, 6), darker(tone, 0.45))
    canvas.cut(card(x - 14, y, width + 28, 26), CREAM, 0.8)


def stroller(canvas: Canvas, tone: str) -> None:
    """Draw a pushchair from the side that faces right; its handle is 215 above the ground."""
    canvas.cut(limb([(-120, -215), (-84, -170), (40, -30)], [12, 11, 11]), INK, 0.4)
    canvas.cut(limb([(60, -110), (-50, -30)], [11, 11]), INK, 0.4)
    seat = smooth([(-60, -170), (-30, -90), (80, -84), (96, -120), (30, -140), (-10, -186)])
    canvas.cut(seat, tone, 0.7)
    hood = smooth([(-74, -150), (-76, -230), (-20, -262), (44, -230), (-10, -170)])
    canvas.cut(hood, darker(tone, 0.14), 0.7)
    for x in (-56, 56):
        canvas.cut(ellipse(x, -28, 28), INK, 0.4)
        canvas.fill(ellipse(x, -28, 17), SLATE.soft)
