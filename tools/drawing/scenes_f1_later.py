"""The later pictures of "De Schakel": showing what it is worth, cuts, and the heavy key."""

from dataclasses import replace

from tools.drawing import furniture, houses, rooms, staging, streets, things
from tools.drawing.canvas import Canvas, Fade
from tools.drawing.looks import (
    AMINA,
    BRAM,
    ELIAS,
    GRACE,
    INGRID,
    JORIS,
    KARIM,
    LIEN,
    RUUD,
    SAMUEL,
    SEM,
    TESS,
    WIT,
)
from tools.drawing.palette import (
    BLUE,
    CREAM,
    GREEN,
    INK,
    OCHRE,
    PLUM,
    RUST,
    SAND,
    SLATE,
    TEAL,
    WHITE,
    WOOD,
    mix,
)
from tools.drawing.people import Pose
from tools.drawing.shapes import card, ellipse, limb, line, polygon, rounded, smooth


def waarde(canvas: Canvas) -> None:
    """Counting and telling: tally marks on a board, and a woman who tells her story."""
    rooms.room(canvas, mix(GREEN.pale, GREEN.soft, 0.5), WOOD.soft, 790)
    rooms.light_patch(canvas, ((560, 0), (860, 0), (620, 790), (250, 790)))
    rooms.rug(canvas, 1010, 900, 560, 84, (RUST.mid, RUST.soft, OCHRE.pale))
    board(canvas)
    staging.stand(
        canvas, JORIS, (508, 930), 1.06,
        Pose(look=-0.8, left_hand=(-118, -412), right_hand=(66, -300), lean=-3),
    )  # fmt: skip
    canvas.line(line((374, 486), (396, 512)), RUST.full, 9)
    told(canvas)
    with canvas.placed(1510, 950, 1.15):
        things.plant(canvas, OCHRE.mid)
    rooms.picture(canvas, 1370, 170, 180, 220, (OCHRE.pale, TEAL.mid, RUST.mid))
    with canvas.placed(1270, 960, 1.12, flip=True):
        furniture.armchair(canvas, TEAL.mid)
    staging.seated_side(
        canvas, WIT, (1280, 950), 1.04, None, flip=True, left_hand=(120, -290),
        right_hand=(90, -236), look=0.8, hip=(-20, -186), elbows=(0, 0),
    )  # fmt: skip
    with canvas.placed(1270, 960, 1.12, flip=True):
        furniture.armrest(canvas, TEAL.mid)
    listeners(canvas)


def board(canvas: Canvas) -> None:
    """A board on legs with tally marks in rows."""
    for x in (90, 380):
        canvas.cut(limb([(x, 900), (x + (235 - x) * 0.25, 300)], [16, 14]), WOOD.full, 0.6)
    canvas.cut(card(40, 210, 400, 480), WOOD.mid, 1.2)
    canvas.cut(card(58, 228, 364, 444), WHITE, 0.3)
    for i, (count, tone) in enumerate(
        ((14, TEAL.full), (9, RUST.full), (15, PLUM.full), (6, OCHRE.full))
    ):
        things.tally(canvas, 96, 330 + 100 * i, count, tone, 0.86)
        canvas.line(line((78, 348 + 100 * i), (402, 348 + 100 * i)), SLATE.soft, 3)


def told(canvas: Canvas) -> None:
    """The story of the woman, as pictures in a speech shape."""
    bubble = rounded(650, 70, 620, 290, 120)
    bubble = bubble.united(polygon([(1050, 330), (1190, 330), (1216, 452)]))
    canvas.cut(bubble, WHITE, 1.2)
    canvas.fill(ellipse(770, 216, 92), OCHRE.pale)
    canvas.fill(ellipse(962, 216, 92), TEAL.pale)
    canvas.fill(ellipse(1154, 216, 92), RUST.pale)
    with canvas.placed(764, 256, 2.1):
        things.cup(canvas, RUST.mid)
    with canvas.clipped(ellipse(962, 216, 92)):
        staging.at_table(canvas, AMINA, (922, 302), 0.5, look=0.8)
        staging.at_table(canvas, ELIAS, (1004, 306), 0.5, look=-0.8)
    with canvas.placed(1106, 286, 0.42):
        houses.draw_house(canvas, houses.House(230, 210, OCHRE.soft, RUST.full, "steep"), 0, 0)


def listeners(canvas: Canvas) -> None:
    """Two people of the council who listen, seen from behind, and the coffee."""
    furniture.round_table(canvas, 1010, 760, 120, 32, WOOD.soft, 150)
    for x, tone in ((970, RUST.mid), (1046, TEAL.full)):
        with canvas.placed(x, 764, 0.9):
            things.cup(canvas, tone, steam=True)
    staging.from_behind(canvas, SAMUEL, (760, 1010), 1.12, WOOD.full)
    staging.from_behind(canvas, INGRID, (1040, 1030), 1.12, WOOD.full)


def bezuiniging(canvas: Canvas) -> None:
    """The closed door of the library with a letter on it, on an autumn evening."""
    streets.sky(canvas, "#5E7C97", "#E9BE93", (150, 300), "#F7C98B")
    canvas.fill(card(-10, 0, 1620, 860, 0), PLUM.mid, 0.12)
    facade(canvas)
    streets.paving(canvas, 820, mix(SAND, PLUM.soft, 0.4))
    streets.bare_tree(canvas, 110, 850, 620, WOOD.deep)
    streets.fallen_leaves(canvas, -10, 850, 1600, 150, 60, 4)
    streets.lamp_post(canvas, 1480, 880, 500, lit=True)
    staging.stand(
        canvas, ELIAS, (540, 940), 0.98,
        Pose(look=0.7, nod=3, mood=-0.7, left_hand=(-60, -308), right_hand=(8, -300), toes=(1, 1)),
    )  # fmt: skip
    with canvas.placed(512, 640, 0.9, 76):
        things.book(canvas, RUST.mid)
    staging.stand(
        canvas,
        TESS,
        (1120, 950),
        0.98,
        Pose(look=-0.7, mood=-0.5, left_hand=(-112, -190), toes=(-1, -1)),
    )
    staging.stand(
        canvas,
        SEM,
        (980, 956),
        0.64,
        Pose(look=-0.5, mood=-0.3, right_hand=(58, -284), toes=(-1, -1)),
    )


def facade(canvas: Canvas) -> None:
    """The front of the library."""
    front = card(230, 90, 1180, 740, 0)
    canvas.cut(front, mix(RUST.mid, PLUM.full, 0.3), 1.0)
    canvas.speckle(front, Fade((1400, 830), (300, 100), 0.6), INK, 0.2, 3)
    for i in range(34):
        bx, by = 250 + (i * 337) % 1120, 140 + (i * 211) % 640
        for k in range(3):
            canvas.fill(rounded(bx + 40 * k, by - 16 * (k % 2), 34, 12, 3), RUST.deep, 0.25)
    canvas.cut(card(196, 60, 1248, 56), CREAM, 0.9)
    canvas.cut(card(216, 800, 1208, 34), mix(SAND, SLATE.mid, 0.3), 0.6)
    for x in (300, 1080):
        rooms.window(canvas, x, 220, 260, 400, ("#3C4D5E", "#5B5A62"), CREAM, (2, 3))
        with canvas.clipped(card(x, 220, 260, 400, 0)):
            rooms.bookcase(canvas, x - 10, 250, 280, 390, 3)
            canvas.fill(card(x, 220, 260, 400, 0), "#2C3B4E", 0.5)
        rooms.window_frame(canvas, x, 220, 260, 400, CREAM, (2, 3))
    with canvas.clipped(card(560, 100, 520, 732, 0)):
        canvas.cut(rounded(630, 190, 380, 900, 190), CREAM, 0.8)
        canvas.cut(rounded(660, 220, 320, 900, 160), TEAL.deep, 0.3)
        with canvas.clipped(card(600, 200, 440, 176, 0)):
            canvas.fill(rounded(684, 244, 272, 300, 136), "#8296A5")
            for turn in (-54, -27, 0, 27, 54):
                with canvas.placed(820, 376, 1.0, turn):
                    canvas.line(line((0, 0), (0, -136)), TEAL.deep, 9)
        canvas.cut(card(650, 372, 340, 18), CREAM, 0.3)
        canvas.line(line((820, 390), (820, 830)), INK, 5)
        for x in (690, 850):
            for y in (430, 640):
                canvas.line(card(x, y, 100, 160, 0), mix(TEAL.deep, INK, 0.4), 6)
    for x in (796, 844):
        canvas.cut(ellipse(x, 610, 10), OCHRE.mid, 0.5)
    canvas.cut(card(610, 826, 420, 26), mix(SAND, SLATE.mid, 0.2), 0.6)
    with canvas.placed(736, 580, 1.5, -2):
        canvas.glow((0, -46), 120, "#FFF3C9", 0.4)
        things.paper(canvas, 74, 100)


def sleutel(canvas: Canvas) -> None:
    """Four residents run the house: full dishes, a broken heater and a heap of forms."""
    rooms.room(canvas, mix(OCHRE.pale, RUST.pale, 0.4), mix(TEAL.soft, SLATE.soft, 0.5), 800)
    hatch(canvas)
    rooms.shelf(canvas, 50, 210, 330)
    for i, tone in enumerate((RUST.mid, TEAL.mid, OCHRE.mid)):
        with canvas.placed(110 + 100 * i, 210, 0.9):
            (things.teapot if i == 1 else things.jug)(canvas, tone)
    broken_heater(canvas)
    washers(canvas)
    furniture.counter(canvas, 430, 690, 620, 250, mix(TEAL.mid, TEAL.soft, 0.3))
    dirty_dishes(canvas)
    forms(canvas)


def hatch(canvas: Canvas) -> None:
    """The opening to the dining room, where the meal goes well."""
    canvas.cut(card(440, 70, 600, 290), WOOD.mid, 0.9)
    inside = card(460, 90, 560, 252, 0)
    canvas.fill(inside, "#F3C98A")
    with canvas.clipped(inside):
        canvas.glow((740, 100), 420, "#FFF0BE", 0.9)
        for i, who in enumerate((WIT, ELIAS, AMINA, KARIM, TESS)):
            look = -0.7 if i % 2 else 0.7
            staging.at_table(canvas, who, (520 + 112 * i, 336 - 8 * (i % 2)), 0.56, look=look)
        furniture.cloth(canvas, 440, 322, 600, 30, 60, WHITE)
        canvas.fill(inside, "#E8A55A", 0.22)
    canvas.cut(card(420, 340, 640, 26), WOOD.soft, 0.9)


def broken_heater(canvas: Canvas) -> None:
    """A heater that leaks, with a bucket and tools."""
    canvas.line(line((96, 716), (96, 810)), SLATE.mid, 13)
    rooms.radiator(canvas, 130, 500, 270, 240, mix(WHITE, SLATE.soft, 0.45))
    for y in (772, 806):
        drop = smooth([(96, y - 20), (105, y + 2), (96, y + 11), (87, y + 2)])
        canvas.cut(drop, BLUE.mid, 0.2)
    canvas.cut(ellipse(150, 908, 170, 22), mix(BLUE.mid, BLUE.soft, 0.5), 0.1)
    with canvas.placed(96, 906, 1.0):
        things.bucket(canvas, RUST.mid)
    canvas.cut(limb([(250, 880), (336, 858)], [14, 14]), SLATE.full, 0.5)
    canvas.cut(ellipse(350, 855, 24).subtracted(ellipse(360, 852, 13)), SLATE.full, 0.5)


def dirty_dishes(canvas: Canvas) -> None:
    """Piles of plates, pans and cups on the counter."""
    for x, count, tone in ((490, 14, WHITE), (590, 3, OCHRE.soft), (990, 16, TEAL.soft)):
        for i in range(count):
            wobble = (0, 5, -4, 7, -2)[i % 5]
            canvas.cut(ellipse(x + wobble, 694 - 15 * i, 56, 13), tone if i % 3 else WHITE, 0.4)
    with canvas.placed(590, 652, 0.74, -4):
        things.bowl(canvas, RUST.mid, SLATE.soft)
    with canvas.placed(992, 468, 0.9, 3):
        things.cup(canvas, OCHRE.mid)
    for dx, size in ((-58, 20), (-30, 28), (4, 32), (38, 26), (62, 18)):
        canvas.cut(ellipse(850 + dx, 694, size, size * 0.8), WHITE, 0.2)
    for dx, dy, size in ((-60, -30, 12), (20, -44, 9), (64, -28, 14), (-16, -34, 7)):
        canvas.line(ellipse(850 + dx, 680 + dy, size), WHITE, 3)
    for i in range(2):
        with canvas.placed(672 + 60 * i, 702, 0.9):
            things.cup(canvas, (PLUM.mid, RUST.mid)[i])


def washers(canvas: Canvas) -> None:
    """Two people behind the counter, who wash and dry."""
    staging.at_table(
        canvas,
        GRACE,
        (660, 730),
        1.12,
        look=0.4,
        mood=-0.2,
        left_hand=(-48, -240),
        right_hand=(40, -240),
    )
    canvas.cut(limb([(716, 500), (742, 540), (736, 640)], [40, 44, 40]), TEAL.soft, 0.7)
    with canvas.placed(656, 612, 1.0, -8):
        canvas.cut(ellipse(0, 0, 58, 52), WHITE, 0.8)
        canvas.line(ellipse(0, 0, 42, 37), SLATE.soft, 4)
    for x, y in ((604, 630), (708, 622)):
        canvas.cut(ellipse(x, y, 16), GRACE.skin, 0.4)
    staging.at_table(
        canvas,
        RUUD,
        (850, 740),
        1.14,
        look=0.75,
        mood=-0.3,
        left_hand=(-34, -168),
        right_hand=(40, -166),
        nod=3,
    )


def forms(canvas: Canvas) -> None:
    """A table full of forms, and two people who look at them with the keys."""
    cold = replace(LIEN, extras=("scarf",), accent=TEAL.mid)
    staging.at_table(
        canvas,
        cold,
        (1470, 740),
        1.1,
        look=-0.8,
        mood=-0.8,
        left_hand=(-26, -352),
        right_hand=(40, -110),
    )
    staging.at_table(
        canvas,
        BRAM,
        (1230, 740),
        1.12,
        look=0.8,
        mood=-0.6,
        left_hand=(-116, -330),
        right_hand=(46, -104),
    )
    furniture.table(canvas, 1110, 740, 540, 240, WOOD.soft, 60, panel=True)
    with canvas.placed(1100, 536, 1.0):
        things.key_ring(canvas, 5)
    for x, sheets, seed in ((1330, 19, 2), (1450, 9, 5), (1560, 15, 8)):
        with canvas.placed(x, 790, 1.12):
            things.heap(canvas, sheets, 104, seed)
    with canvas.placed(1200, 796, 1.0, -6):
        things.envelope(canvas, WHITE, 84, BLUE.mid)
