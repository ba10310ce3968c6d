"""Heads: a calm face, hair in many styles, glasses and beards.

The head is drawn around its middle; it is 44 units to each side and 54 up and down. ``look`` goes
from -1 (to the left) to 1 (to the right) and moves the features over the face.
"""

from PySide6.QtGui import QColor, QPainterPath

from tools.drawing.canvas import Canvas
from tools.drawing.hair import STYLES
from tools.drawing.looks import Person
from tools.drawing.palette import INK, RUST, darker, lighter, mix
from tools.drawing.shapes import ellipse, joined, limb, line, smooth


def face_shape() -> QPainterPath:
    """Give the outline of a face, a little narrower at the chin."""
    return smooth(
        [
            (0, -54),
            (30, -45),
            (44, -14),
            (42, 14),
            (27, 43),
            (0, 55),
            (-27, 43),
            (-42, 14),
            (-44, -14),
            (-30, -45),
        ]
    )


CURLY = ("afro", "curls", "waves")
COVERED = ("headscarf", "turban", "beanie", "cap")


def draw_head_behind(canvas: Canvas, person: Person, look: float, *, back: bool) -> None:
    """Draw what is behind head and body: long hair of someone who faces us."""
    if back or person.style in COVERED:
        return
    behind, _front = STYLES[person.style]
    tone = person.hair if person.style in CURLY else darker(person.hair, 0.10)
    canvas.cut(behind(look), tone, 0.5)


def draw_head(
    canvas: Canvas, person: Person, look: float, mood: float = 0.7, *, back: bool = False
) -> None:
    """Draw the head from the front, or from behind."""
    if back:
        draw_back_of_head(canvas, person)
        return
    draw_ears(canvas, person, look)
    face = face_shape()
    canvas.cut(face, person.skin, 0.4)
    with canvas.clipped(face):
        blush = mix(person.skin, RUST.full, 0.32)
        for side in (-1, 1):
            canvas.fill(ellipse(26 * look + 24 * side, 17, 12, 9), blush, 0.5)
    canvas.shade(face, -7, -2, darker(person.skin, 0.5), 0.20)
    draw_features(canvas, person, look, mood)
    if "beard" in person.extras:
        draw_beard(canvas, person, look, mood)
    if person.style == "headscarf":
        draw_headscarf(canvas, person)
    elif person.style == "turban":
        draw_turban(canvas, person)
    elif person.style == "beanie":
        draw_beanie(canvas, person)
    elif person.style == "cap":
        draw_cap(canvas, person, look)
    else:
        hair = STYLES[person.style][1](look)
        if person.style in CURLY:
            canvas.fill(hair, person.hair)
        else:
            canvas.cut(hair, person.hair, 0.25)
            canvas.shade(hair, 6, 9, lighter(person.hair, 0.5), 0.22)
    if "glasses" in person.extras:
        draw_glasses(canvas, look)


def draw_ears(canvas: Canvas, person: Person, look: float) -> None:
    """Draw the ears; the one on the far side goes out of sight."""
    if person.style == "headscarf":
        return
    for side in (-1, 1):
        if look * side < 0.55:
            x = side * 43 - 7 * look
            canvas.cut(ellipse(x, 6, 9, 12), darker(person.skin, 0.06), 0.3)


def draw_features(canvas: Canvas, person: Person, look: float, mood: float) -> None:
    """Draw eyes, brows, nose and mouth: little, and calm."""
    dx = 19 * look
    gap = 17 * (1 - 0.18 * abs(look))
    dark = mix(person.skin, "#4A1F10", 0.55)
    brow = darker(person.hair, 0.35) if person.hair < "#B" else darker(person.hair, 0.3)
    for side in (-1, 1):
        x = dx + side * gap
        canvas.fill(ellipse(x, 0, 7, 5.6), lighter(person.skin, 0.75), 0.55)
        canvas.fill(ellipse(x + 1.6 * look, 0, 3.8, 4.7), INK)
        worry = 4 * max(-mood, 0.0)
        inner, outer = -12 - worry, -12 + worry * 0.6
        arch = [(x - 8 * side, inner), (x, -15 - worry * 0.3), (x + 8 * side, outer)]
        canvas.line(smooth(arch, closed=False), brow, 3.4, 0.75)
    lean = 5 if look >= 0 else -5
    nose = smooth(
        [(dx + 2 * look, 4), (dx + lean + 5 * look, 15), (dx + 3 * look, 17)], closed=False
    )
    canvas.line(nose, dark, 3.2, 0.6)
    mouth = mouth_line(dx, 30.5, look, mood)
    canvas.line(mouth, lips(person.skin), 3.6, 0.9)


def mouth_line(x: float, y: float, look: float, mood: float) -> QPainterPath:
    """Give the line of a mouth, from worried (-1) to glad (1)."""
    bow = 2.8 * mood if mood > 0 else 1.9 * mood
    return smooth([(x - 10, y - bow), (x + 2 * look, y + bow), (x + 10, y - bow)], closed=False)


def lips(skin: str) -> str:
    """Give the colour of a mouth: darker than a light skin, lighter than a dark one."""
    if QColor(skin).lightnessF() < 0.42:
        return mix(skin, "#E3A091", 0.5)
    return mix(skin, "#7A1F1A", 0.6)


def draw_glasses(canvas: Canvas, look: float) -> None:
    """Draw round glasses."""
    dx = 19 * look
    gap = 17.5 * (1 - 0.12 * abs(look))
    for side in (-1, 1):
        glass = ellipse(dx + side * gap, 0, 14, 13)
        canvas.fill(glass, "#FFFFFF", 0.18)
        canvas.line(glass, INK, 2.8)
    canvas.line(line((dx - gap + 14, -1), (dx + gap - 14, -1)), INK, 2.8)


def draw_beard(canvas: Canvas, person: Person, look: float, mood: float) -> None:
    """Draw a short full beard that leaves the mouth free."""
    dx = 14 * look
    outer = smooth(
        [
            (-43, 6),
            (-36, 22),
            (-16 + dx, 22),
            (dx, 20),
            (16 + dx, 22),
            (36, 22),
            (43, 6),
            (40, 36),
            (24, 58),
            (0, 66),
            (-24, 58),
            (-40, 36),
        ]
    )
    canvas.fill(outer, person.hair)
    canvas.line(
        mouth_line(dx, 34.5, look, mood),
        lips(person.skin),
        4,
    )


def draw_headscarf(canvas: Canvas, person: Person) -> None:
    """Draw a scarf around the head that falls over the shoulders."""
    outer = smooth(
        [
            (0, -68),
            (44, -52),
            (58, -4),
            (54, 44),
            (64, 84),
            (34, 104),
            (-34, 104),
            (-64, 84),
            (-54, 44),
            (-58, -4),
            (-44, -52),
        ]
    )
    opening = smooth(
        [
            (0, -40),
            (27, -32),
            (36, -6),
            (33, 20),
            (20, 42),
            (0, 50),
            (-20, 42),
            (-33, 20),
            (-36, -6),
            (-27, -32),
        ]
    )
    scarf = outer.subtracted(opening)
    canvas.cut(scarf, person.accent, 0.5)
    canvas.shade(scarf, -8, -3, alpha=0.10)
    fold = smooth([(-30, 52), (0, 72), (40, 60)], closed=False)
    canvas.line(fold, darker(person.accent, 0.25), 3, 0.6)


def draw_turban(canvas: Canvas, person: Person) -> None:
    """Draw a wound turban."""
    shape = smooth(
        [
            (-50, -8),
            (-58, -46),
            (-30, -82),
            (10, -86),
            (48, -66),
            (56, -26),
            (48, -8),
            (20, -28),
            (-14, -30),
        ]
    )
    canvas.cut(shape, person.accent, 0.4)
    for points in ([(-46, -20), (0, -62), (44, -62)], [(-50, -44), (-6, -74), (30, -80)]):
        canvas.line(smooth(points, closed=False), darker(person.accent, 0.22), 3, 0.6)


def draw_beanie(canvas: Canvas, person: Person) -> None:
    """Draw a knitted cap."""
    shape = smooth([(-50, -14), (-48, -50), (-22, -78), (22, -78), (48, -50), (50, -14), (0, -26)])
    canvas.cut(shape, person.accent, 0.4)
    band = smooth([(-52, -8), (-51, -28), (0, -38), (51, -28), (52, -8), (0, -20)])
    canvas.cut(band, darker(person.accent, 0.15), 0.3)


def draw_cap(canvas: Canvas, person: Person, look: float) -> None:
    """Draw a cap over short hair, with its visor to where the face looks."""
    canvas.fill(STYLES["short"][1](look), person.hair)
    crown = smooth([(-50, -18), (-46, -52), (-18, -76), (18, -76), (46, -52), (50, -18), (0, -32)])
    tone = person.top if "uniform" in person.extras else person.accent
    canvas.cut(crown, tone, 0.4)
    if "uniform" in person.extras:
        canvas.fill(ellipse(12 * look, -54, 8), person.accent)
    x = 34 * look
    visor = smooth([(x - 40, -26), (x, -40), (x + 40, -26), (x + 46, -14), (x, -22), (x - 46, -14)])
    canvas.cut(visor, darker(tone, 0.25), 0.5)


def draw_back_of_head(canvas: Canvas, person: Person) -> None:
    """Draw the head of someone who looks into the picture."""
    for side in (-1, 1):
        canvas.cut(ellipse(side * 43, 6, 9, 12), darker(person.skin, 0.06), 0.3)
    canvas.cut(face_shape(), person.skin, 0.4)
    if person.style in COVERED:
        canvas.cut(cover_from_behind(person.style), person.accent, 0.4)
    elif person.style != "bald":
        draw_hair_from_behind(canvas, person)


def cover_from_behind(style: str) -> QPainterPath:
    """Give the back of a cap or knitted hat, or of a cloth that falls over the neck."""
    if style in ("beanie", "cap"):
        return smooth([(0, -72), (44, -52), (52, -4), (-52, -4), (-44, -52)])
    return smooth(
        [(0, -68), (46, -50), (56, 0), (52, 60), (0, 84), (-52, 60), (-56, 0), (-46, -50)]
    )


def draw_hair_from_behind(canvas: Canvas, person: Person) -> None:
    """Draw hair as it falls over the back of the head, with its knot or tail."""
    low = 10 if person.style in ("crop", "ring", "waves", "short", "parted") else 22
    hair = smooth(
        [(0, -62), (40, -48), (50, -6), (40, low + 10), (0, low + 22), (-40, low + 10),
         (-50, -6), (-40, -48)]
    )  # fmt: skip
    if person.style == "ring":
        hair = smooth([(-48, -8), (0, -2), (48, -8), (42, 24), (0, 34), (-42, 24)])
    tied = person.style in ("tail", "bun")
    whole = hair if tied else joined(hair, STYLES[person.style][0](0))
    canvas.cut(whole, person.hair, 0.4)
    if tied:
        tail = limb([(0, -20), (2, 90)], [30, 12])
        knot = ellipse(0, -30, 24, 22) if person.style == "bun" else tail
        canvas.cut(knot, darker(person.hair, 0.12), 0.4)
    canvas.shade(whole, 7, 9, lighter(person.hair, 0.5), 0.20)
