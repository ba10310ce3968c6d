"""The pictures of "De Schakel"."""

from dataclasses import replace

from tools.drawing import furniture, houses, rooms, staging, streets, things
from tools.drawing.canvas import Canvas, Fade
from tools.drawing.looks import (
    AMINA,
    BRAM,
    COOK,
    ELIAS,
    GRACE,
    HARPREET,
    INGRID,
    JORIS,
    KARIM,
    LIEN,
    LOTTE,
    MILA,
    NADIA,
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


def buurtmaaltijd(canvas: Canvas) -> None:
    """A long table in the community house, with people of all ages at a shared meal."""
    rooms.room(canvas, mix(OCHRE.pale, RUST.pale, 0.45), WOOD.soft, 820)
    for x in (150, 660, 1170):
        rooms.window(canvas, x, 150, 280, 250, (TEAL.soft, OCHRE.pale))
        rooms.outside(canvas, x, 150, 280, 250, (TEAL.soft, GREEN.soft, GREEN.mid))
        rooms.window_frame(canvas, x, 150, 280, 250)
    rooms.panelling(canvas, mix(TEAL.soft, TEAL.mid, 0.35), 450, 820)
    flags = (RUST.mid, TEAL.mid, OCHRE.mid, PLUM.mid, GREEN.mid)
    rooms.garland(canvas, (-20, 30), (800, 30), flags, 60)
    rooms.garland(canvas, (800, 30), (1620, 30), flags, 60)
    for x in (290, 800, 1310):
        rooms.pendant(canvas, x, 200, 74, RUST.full)
    diners(canvas)
    furniture.cloth(canvas, 150, 640, 1240, 112, 120, WHITE)
    for y, wide in ((664, 1194), (736, 1230)):
        canvas.line(line((770 - wide / 2, y), (770 + wide / 2, y)), RUST.soft, 5)
    dishes(canvas)
    staging.in_wheelchair(
        canvas, LOTTE, (1440, 944), 1.04, TEAL.full, flip=True, left_hand=(128, -246), look=0.8
    )
    staging.from_behind(canvas, KARIM, (520, 1010), 1.2, WOOD.full)
    staging.from_behind(canvas, LIEN, (1060, 1016), 1.2, WOOD.full)


def diners(canvas: Canvas) -> None:
    """The people behind the table."""
    size = 1.02
    staging.at_table(canvas, WIT, (330, 692), size, look=0.75, right_hand=(70, -214))
    staging.at_table(canvas, AMINA, (540, 684), size, look=-0.7)
    staging.at_table(canvas, BRAM, (770, 676), size, look=0.5, right_hand=(84, -236))
    staging.at_table(canvas, MILA, (960, 704), 0.8, look=-0.5)
    staging.at_table(canvas, GRACE, (1140, 684), size, look=0.5, left_hand=(-50, -226))
    staging.at_table(canvas, ELIAS, (1320, 690), 0.98, look=-0.6)
    staging.stand(
        canvas, COOK, (112, 940), 1.06,
        Pose(look=0.7, left_hand=(70, -350), right_hand=(150, -356), lean=4, elbows=(-1, 0)),
    )  # fmt: skip
    with canvas.placed(232, 566, 0.62):
        things.pan(canvas, TEAL.full)


def dishes(canvas: Canvas) -> None:
    """What stands on the table."""
    for x, y, draw in (
        (330, 686, things.plate),
        (450, 706, things.jug),
        (540, 686, things.plate),
        (660, 716, things.bread),
        (770, 684, things.plate),
        (880, 734, things.bowl),
        (960, 686, things.plate),
        (1140, 686, things.plate),
        (1240, 722, things.vase),
        (1320, 690, things.plate),
    ):
        with canvas.placed(x, y, 0.92):
            draw(canvas)
    for x, y, tone in (
        (398, 690, RUST.mid),
        (606, 690, OCHRE.mid),
        (838, 688, TEAL.mid),
        (1084, 700, WHITE),
    ):
        with canvas.placed(x, y, 0.8):
            things.cup(canvas, tone)


def cover(canvas: Canvas) -> None:
    """The community house De Schakel in the morning, with its door open."""
    streets.sky(canvas, "#BFD9DB", "#FBEBCB", (1330, 190))
    streets.cloud(canvas, 300, 150, 1.2, WHITE, 3)
    streets.cloud(canvas, 980, 110, 0.8, WHITE, 5)
    streets.hill(canvas, [(0, 560), (500, 520), (1100, 580), (1600, 540)], GREEN.soft)
    row = (
        houses.House(210, 300, mix(SLATE.soft, WHITE, 0.3), SLATE.full, "steep", PLUM.full),
        houses.House(190, 330, OCHRE.soft, RUST.full, "step", BLUE.full),
    )
    houses.draw_house(canvas, row[0], -20, 770)
    houses.draw_house(canvas, row[1], 200, 770)
    houses.draw_house(
        canvas, houses.House(220, 310, PLUM.soft, SLATE.full, "bell", GREEN.full), 1250, 770
    )
    houses.draw_house(canvas, houses.House(190, 290, RUST.pale, RUST.full, "steep"), 1480, 770)
    streets.tree(canvas, 1330, 800, 520, GREEN.mid, 4)
    streets.paving(canvas, 770, SAND)
    houses.community_house(canvas, 470, 790)
    with canvas.clipped(card(514, 526, 184, 178, 0)):
        staging.at_table(canvas, GRACE, (600, 730), 0.5, look=0.6)
        staging.at_table(canvas, BRAM, (670, 736), 0.5, look=-0.6)
    with canvas.clipped(card(922, 526, 184, 178, 0)):
        staging.at_table(canvas, AMINA, (980, 730), 0.5, look=0.6)
        staging.at_table(canvas, JORIS, (1060, 730), 0.5, look=-0.6)
    for x in (514, 922):
        houses.window_bars(canvas, x, 526, 184, 178, 2)
        streets.flowers(canvas, x - 10, 790, 200, (RUST.mid, OCHRE.mid, PLUM.mid), x)
    houses.open_door(canvas, 740, 790, 130, 232, TEAL.full)
    houses.light_on_ground(canvas, [(742, 792), (868, 792), (930, 930), (640, 930)])
    staging.stand(canvas, COOK, (806, 792), 0.42, Pose(look=-0.3, right_hand=(110, -400)))
    visitors(canvas)


def visitors(canvas: Canvas) -> None:
    """People on their way to the community house."""
    with canvas.placed(1290, 890, 0.95):
        streets.bike(canvas, TEAL.full)
    staging.stand(
        canvas, WIT, (430, 930), 0.68,
        Pose(look=0.7, lean=6, left_hand=(84, -214), right_hand=(104, -212), elbows=(-1, -1)),
    )  # fmt: skip
    with canvas.placed(528, 936, 0.74):
        furniture.rollator(canvas, RUST.full)
    staging.stand(
        canvas, KARIM, (1120, 940), 0.72,
        Pose(
            look=-0.7, left_hand=(-70, -318), right_hand=(52, -318),
            left_foot=(-52, 0), right_foot=(44, 0), toes=(-1, -1), hip=(0, -300),
        ),
    )  # fmt: skip
    with canvas.placed(1112, 736, 0.66):
        things.crate(canvas)
    staging.stand(
        canvas, NADIA, (180, 950), 0.72,
        Pose(
            look=0.6, right_hand=(112, -218), left_foot=(-58, 0), right_foot=(56, 0),
            toes=(1, 1), hip=(0, -300),
        ),
    )  # fmt: skip
    staging.stand(
        canvas, MILA, (292, 956), 0.48,
        Pose(look=0.5, left_hand=(-66, -330), toes=(1, 1), left_foot=(-46, 0), right_foot=(46, 0)),
    )  # fmt: skip


def meebetalen(canvas: Canvas) -> None:
    """Six parties around a table with a large jar, each with an own pile of coins."""
    rooms.room(canvas, mix(BLUE.pale, BLUE.soft, 0.5), mix(SLATE.soft, WOOD.soft, 0.5), 800)
    spot = (500.0, 70.0, 600.0, 300.0)
    rooms.window(canvas, *spot, ("#CFE2E3", "#FBEBCB"), bars=(3, 1))
    with canvas.clipped(card(*spot, 0)):
        streets.hill(canvas, [(400, 330), (800, 300), (1200, 330)], GREEN.soft)
        streets.tree(canvas, 590, 372, 190, GREEN.mid, 3)
        with canvas.placed(690, 374, 0.42):
            houses.community_house(canvas, 0, 0)
            houses.open_door(canvas, 270, 0, 130, 232, TEAL.full)
    rooms.window_frame(canvas, *spot, bars=(3, 1))
    rooms.curtain(canvas, 400, 50, 90, 370, RUST.mid)
    rooms.curtain(canvas, 1110, 50, 90, 370, RUST.mid)
    for x in (250, 1350):
        rooms.pendant(canvas, x, 190, 78, OCHRE.mid)
    payers(canvas)
    furniture.round_table(canvas, 800, 690, 560, 150, WOOD.soft, 250)
    on_the_round_table(canvas)
    staging.in_wheelchair(
        canvas,
        LOTTE,
        (210, 970),
        1.08,
        PLUM.full,
        look=0.8,
        left_hand=(170, -262),
        right_hand=(118, -226),
    )
    staging.seated_side(
        canvas,
        JORIS,
        (1420, 970),
        1.1,
        WOOD.full,
        flip=True,
        left_hand=(150, -246),
        right_hand=(116, -232),
    )


def payers(canvas: Canvas) -> None:
    """The parties behind the round table."""
    staging.at_table(
        canvas, ELIAS, (390, 632), 1.04, look=0.8, right_hand=(118, -170), elbows=(0, 1)
    )
    staging.at_table(canvas, SAMUEL, (620, 596), 1.04, look=0.7, right_hand=(138, -312))
    with canvas.placed(768, 412, 1.1):
        things.coin(canvas)
    staging.at_table(canvas, HARPREET, (1000, 596), 1.04, look=-0.7)
    staging.at_table(
        canvas,
        INGRID,
        (1220, 632),
        1.04,
        look=-0.8,
        mood=0.1,
        left_hand=(26, -214),
        right_hand=(-34, -226),
    )


def on_the_round_table(canvas: Canvas) -> None:
    """The jar and the coins."""
    with canvas.placed(800, 720, 1.12):
        things.jar(canvas, TEAL.soft, 0.62)
    for x, y, count in (
        (430, 660, 3),
        (486, 672, 2),
        (620, 636, 8),
        (676, 640, 5),
        (980, 634, 2),
        (1180, 662, 6),
        (1240, 668, 4),
        (410, 760, 2),
        (1190, 770, 4),
        (1130, 782, 3),
    ):
        with canvas.placed(x, y):
            things.coins(canvas, count)
    for x, y in ((700, 790), (930, 800), (560, 772)):
        with canvas.placed(x, y):
            things.coins(canvas, 1)


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
        canvas, WIT, (1280, 950), 1.04, None, flip=True, left_hand=(120, -290), right_hand=(90, -236),
        look=0.8, hip=(-20, -186), elbows=(0, 0),
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
