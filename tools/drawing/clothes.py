"""The trunk of a figure and what is worn on it, drawn around the middle of the hips."""

from PySide6.QtGui import QPainterPath

from tools.drawing.canvas import Canvas
from tools.drawing.looks import Person
from tools.drawing.palette import INK, WHITE, darker, lighter
from tools.drawing.shapes import ellipse, limb, line, polygon, rounded, smooth


def torso_shape(person: Person) -> QPainterPath:
    """Give the outline of the trunk, from the neck to below the hips."""
    b = person.build
    belly = 52 * b + 34 * max(b - 1.0, 0)
    path = QPainterPath()
    path.moveTo(-20, -186)
    path.cubicTo(-30, -178, -56 * b, -178, -66 * b, -158)
    path.cubicTo(-76 * b, -138, -62 * b, -100, -belly, -58)
    path.cubicTo(-belly - 3, -34, -60 * b, -10, -60 * b, 22)
    path.cubicTo(-30, 34, 30, 34, 60 * b, 22)
    path.cubicTo(60 * b, -10, belly + 3, -34, belly, -58)
    path.cubicTo(62 * b, -100, 76 * b, -138, 66 * b, -158)
    path.cubicTo(56 * b, -178, 30, -178, 20, -186)
    path.cubicTo(10, -178, -10, -178, -20, -186)
    return path


def wear(canvas: Canvas, person: Person, trunk: QPainterPath, *, back: bool) -> None:
    """Draw patterns and worn things over the trunk."""
    with canvas.clipped(trunk):
        for extra in person.extras:
            if extra in PATTERNS:
                PATTERNS[extra](canvas, person)
        if not back:
            for extra in person.extras:
                if extra in FRONTS:
                    FRONTS[extra](canvas, person)
    if back and "apron" in person.extras:
        canvas.line(line((-56, -70), (56, -70)), person.accent, 10)
    if not back and not {"scarf", "collar", "cardigan", "blazer", "hoodie"} & set(person.extras):
        neck = smooth([(-24, -184), (0, -166), (24, -184)], closed=False)
        canvas.line(neck, darker(person.top, 0.22), 6, 0.8)
    if "scarf" in person.extras and not back:
        canvas.cut(limb([(-32, -176), (0, -164), (32, -176)], [26, 30, 26]), person.accent, 0.4)
        canvas.cut(limb([(14, -164), (22, -120), (18, -84)], [24, 26, 24]), person.accent, 0.4)


def stripes(canvas: Canvas, person: Person) -> None:
    """Draw horizontal stripes."""
    for y in range(-160, 40, 26):
        canvas.line(smooth([(-90, y - 4), (0, y + 5), (90, y - 4)], closed=False), person.accent, 8)


def dots(canvas: Canvas, person: Person) -> None:
    """Draw small dots."""
    for row, y in enumerate(range(-166, 40, 22)):
        for x in range(-90, 100, 28):
            canvas.fill(ellipse(x + 14 * (row % 2), y, 4), person.accent)


def cardigan(canvas: Canvas, person: Person) -> None:
    """Draw an open cardigan over something lighter."""
    canvas.fill(polygon([(-22, -190), (22, -190), (16, 40), (-16, 40)]), person.accent)
    for side in (-1, 1):
        canvas.line(line((side * 22, -190), (side * 16, 40)), darker(person.top, 0.2), 5)


def blazer(canvas: Canvas, person: Person) -> None:
    """Draw a jacket with lapels over a shirt."""
    canvas.fill(polygon([(-24, -192), (24, -192), (0, -90)]), person.accent)
    for side in (-1, 1):
        lapel = polygon(
            [
                (side * 22, -192),
                (side * 40, -168),
                (side * 30, -146),
                (side * 2, -84),
                (side * 2, -100),
            ]
        )
        canvas.fill(lapel, lighter(person.top, 0.14))
    canvas.line(line((1, -86), (1, 40)), darker(person.top, 0.3), 3)
    canvas.fill(ellipse(8, -66, 4), darker(person.top, 0.4))
    canvas.fill(ellipse(8, -36, 4), darker(person.top, 0.4))


def collar(canvas: Canvas, person: Person) -> None:
    """Draw a shirt collar and a row of buttons."""
    for side in (-1, 1):
        flap = polygon([(0, -172), (side * 22, -190), (side * 36, -172), (side * 18, -154)])
        canvas.fill(flap, lighter(person.top, 0.4))
    for y in range(-146, 30, 34):
        canvas.fill(ellipse(0, y, 3), lighter(person.top, 0.5))


def apron(canvas: Canvas, person: Person) -> None:
    """Draw an apron with a bib and a pocket."""
    bib = rounded(-34, -128, 68, 190, 10)
    canvas.cut(bib, person.accent, 0.3)
    canvas.cut(rounded(-70, -62, 140, 130, 16), person.accent, 0.3)
    for side in (-1, 1):
        canvas.line(line((side * 30, -124), (side * 18, -190)), person.accent, 7)
    canvas.line(rounded(-24, -34, 48, 40, 6), darker(person.accent, 0.2), 3)


def lanyard(canvas: Canvas, person: Person) -> None:
    """Draw a card on a ribbon."""
    canvas.line(line((-20, -184), (0, -110), (20, -184)), person.accent, 5)
    canvas.cut(rounded(-15, -112, 30, 40, 4), WHITE, 0.3)
    canvas.fill(ellipse(0, -98, 7), person.accent)


def overall(canvas: Canvas, person: Person) -> None:
    """Draw a bib overall."""
    canvas.fill(rounded(-40, -112, 80, 200, 10), person.legs)
    canvas.fill(rounded(-90, -44, 180, 120, 8), person.legs)
    for side in (-1, 1):
        canvas.line(line((side * 32, -110), (side * 30, -190)), person.legs, 13)
        canvas.fill(ellipse(side * 31, -100, 5), person.accent)


def vest(canvas: Canvas, person: Person) -> None:
    """Draw a body warmer over the sleeves' colour."""
    canvas.line(line((0, -180), (0, 40)), darker(person.top, 0.35), 4)
    for y in (-120, -70, -20):
        canvas.line(line((-90, y), (90, y)), darker(person.top, 0.2), 3, 0.7)


def coat(canvas: Canvas, person: Person) -> None:
    """Draw the white coat of a doctor over a coloured top."""
    canvas.fill(polygon([(-24, -192), (24, -192), (6, -60), (-6, -60)]), person.accent)
    canvas.line(line((0, -62), (0, 40)), darker(person.top, 0.25), 3)
    for side in (-1, 1):
        canvas.fill(
            polygon([(side * 22, -192), (side * 38, -160), (side * 4, -62)]),
            darker(person.top, 0.08),
        )
    canvas.line(rounded(20, -90, 26, 30, 3), INK, 2, 0.25)


def hoodie(canvas: Canvas, person: Person) -> None:
    """Draw the edge of a hood, its strings and a pouch."""
    hood = smooth([(-46, -184), (-30, -158), (0, -146), (30, -158), (46, -184)], closed=False)
    canvas.line(hood, darker(person.top, 0.2), 20)
    for side in (-1, 1):
        canvas.line(line((side * 12, -146), (side * 15, -96)), lighter(person.top, 0.6), 4)
    pouch = polygon([(-34, -50), (34, -50), (48, 4), (-48, 4)])
    canvas.line(pouch, darker(person.top, 0.25), 4)


def uniform(canvas: Canvas, person: Person) -> None:
    """Draw a dark uniform with a bright band, a belt and a badge."""
    canvas.line(line((0, -180), (0, 40)), darker(person.top, 0.35), 4)
    canvas.fill(rounded(-100, -96, 200, 20, 2), person.accent)
    canvas.fill(rounded(-100, -30, 200, 24, 2), INK)
    canvas.fill(rounded(-12, -32, 24, 28, 4), person.accent)
    canvas.cut(rounded(22, -146, 26, 26, 6), person.accent, 0.3)


PATTERNS = {"stripes": stripes, "dots": dots}
FRONTS = {
    "cardigan": cardigan,
    "blazer": blazer,
    "collar": collar,
    "apron": apron,
    "lanyard": lanyard,
    "overall": overall,
    "vest": vest,
    "coat": coat,
    "hoodie": hoodie,
    "uniform": uniform,
}
