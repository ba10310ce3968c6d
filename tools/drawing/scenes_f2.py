"""The pictures of "Wie zaait, wie oogst?"."""

from dataclasses import replace

from tools.drawing import furniture, houses, props, rooms, staging, streets, things
from tools.drawing.canvas import Canvas, Fade
from tools.drawing.looks import (
    COOK,
    DALEN,
    ELIAS,
    HARPREET,
    INGRID,
    LIEN,
    NADIA,
    RUUD,
    SAMUEL,
    YUSUF,
)
from tools.drawing.palette import (
    BLUE,
    CREAM,
    GOLD,
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
from tools.drawing.shapes import card, ellipse, leaf, limb, line, polygon, rounded, smooth

BAKER = replace(RUUD, extras=("beard", "apron"), accent=WHITE, top=BLUE.soft, legs=SLATE.full)
VISITOR = replace(NADIA, top=OCHRE.mid, extras=("scarf",), accent=TEAL.full)


def cover(canvas: Canvas) -> None:
    """An allotment: two people sow and water, three others leave with full baskets."""
    streets.sky(canvas, "#A9D0DC", "#FCEBC8", (240, 150))
    streets.cloud(canvas, 620, 110, 1.0, WHITE, 2)
    for x, tone, gable in (
        (330, RUST.soft, "steep"), (520, CREAM, "bell"), (690, OCHRE.soft, "steep"),
        (880, PLUM.soft, "step"), (1050, TEAL.soft, "steep"),
    ):  # fmt: skip
        houses.draw_house(canvas, houses.House(170, 190, tone, RUST.full, gable), x, 520)
    streets.hill(canvas, [(0, 500), (600, 486), (1600, 500)], mix(GREEN.soft, GREEN.mid, 0.3))
    for row in range(4):
        soil(canvas, 596 + 62 * row + 16 * row * row, 0.6 + 0.18 * row)
    tree_of_apples(canvas)
    sowers(canvas)
    harvesters(canvas)


def soil(canvas: Canvas, y: float, size: float) -> None:
    """A bed of earth across the garden, with plants that grow taller to the right."""
    bed = smooth([(-60, y), (800, y - 14), (1660, y), (1660, y + 40 * size), (-60, y + 40 * size)])
    canvas.cut(bed, mix(WOOD.full, WOOD.deep, 0.3), 0.4)
    for i in range(int(26 / size)):
        x = 60 + 66 * size * i
        tall = (10 + 62 * max(x - 260, 0) / 1300) * size
        for degrees in (64, 90, 118):
            tone = GREEN.mid if degrees == 90 else mix(GREEN.mid, GREEN.full, 0.5)
            canvas.cut(leaf(x, y + 12, tall * 1.3, tall * 0.26 + 2, degrees), tone, 0.2)


def tree_of_apples(canvas: Canvas) -> None:
    """A tree full of apples on the side of the harvest."""
    streets.tree(canvas, 1330, 600, 600, GREEN.mid, 5)
    props.apple_tree(canvas, 1330, 190, 1.2)


def sowers(canvas: Canvas) -> None:
    """A worker who sows from a bowl and a neighbour who waters; their hands are empty."""
    staging.stand(
        canvas, NADIA, (210, 912), 0.98,
        Pose(look=0.7, lean=7, left_hand=(30, -300), right_hand=(150, -300), toes=(1, 1)),
    )  # fmt: skip
    with canvas.placed(226, 636, 0.9):
        canvas.cut(polygon([(-50, -30), (50, -30), (34, 12), (-34, 12)]), OCHRE.soft, 0.5)
    for i in range(9):
        canvas.fill(ellipse(372 + 9 * (i % 4) + 5 * i, 640 + 27 * i, 5), WOOD.pale)
    staging.stand(
        canvas, ELIAS, (590, 930), 0.98,
        Pose(look=0.7, lean=4, left_hand=(40, -292), right_hand=(116, -300), toes=(1, 1)),
    )  # fmt: skip
    with canvas.placed(700, 632, 1.0, 16):
        props.watering_can(canvas, TEAL.mid)
    for i in range(8):
        canvas.line(
            line((800 + 11 * i, 690 + 5 * i), (812 + 13 * i, 780 + 8 * i)), BLUE.soft, 4, 0.9
        )


def harvesters(canvas: Canvas) -> None:
    """Three others who walk away to the right with full baskets."""
    for who, x, y, size, fill in (
        (SAMUEL, 960, 850, 0.88, RUST.mid), (INGRID, 1180, 896, 0.94, OCHRE.mid),
        (DALEN, 1420, 940, 1.0, RUST.mid),
    ):  # fmt: skip
        staging.stand(
            canvas, who, (x, y), size,
            staging.walking(48, left_hand=(10, -282), right_hand=(112, -290), mood=1.0),
        )  # fmt: skip
        with canvas.placed(x + 62 * size, y - 244 * size, 1.02 * size):
            props.basket(canvas, fill)
        for dx in (12, 112):
            canvas.cut(ellipse(x + dx * size, y - 290 * size, 15 * size), who.skin, 0.3)


def eerste_huur(canvas: Canvas) -> None:
    """A woman inside behind her door with letters on the mat; a visitor rings outside."""
    streets.sky(canvas, "#3F5878", "#C99A8C")
    streets.hill(canvas, [(0, 640), (400, 610), (800, 640)], "#4A6472")
    streets.bare_tree(canvas, 90, 850, 500, "#2F3640")
    streets.paving(canvas, 830, mix(SLATE.mid, PLUM.soft, 0.3))
    streets.lamp_post(canvas, 260, 860, 560, lit=True)
    inside = card(760, -10, 860, 850, 0)
    canvas.cut(inside, mix(OCHRE.soft, RUST.pale, 0.5), 1.2)
    canvas.speckle(inside, Fade((1600, 840), (800, 0), 0.5), RUST.deep, 0.18, 3)
    canvas.cut(card(760, 820, 860, 200, 0), WOOD.mid, 0.6)
    hall(canvas)
    canvas.cut(card(690, -10, 84, 1020, 0), mix(RUST.full, SLATE.mid, 0.3), 1.2)
    canvas.cut(card(706, 190, 52, 650, 0), TEAL.full, 0.8)
    canvas.fill(ellipse(748, 540, 9), GOLD)
    canvas.cut(rounded(672, 470, 22, 60, 8), WHITE, 0.5)
    canvas.fill(ellipse(682, 490, 7), RUST.full)
    canvas.cut(card(560, 838, 200, 24), mix(SLATE.soft, SAND, 0.5), 0.6)
    staging.stand(
        canvas, VISITOR, (520, 930), 1.12,
        Pose(look=0.9, mood=0.5, right_hand=(134, -392), left_hand=(-70, -262), toes=(1, 1)),
    )  # fmt: skip
    with canvas.placed(440, 640, 1.1):
        things.bag(canvas, RUST.mid)


def hall(canvas: Canvas) -> None:
    """The hall: a lamp, a coat rack, a mat full of letters and a woman who holds one."""
    rooms.pendant(canvas, 1240, 130, 74, RUST.full)
    rooms.coat_rack(canvas, 1310, 240, (BLUE.full, PLUM.mid, RUST.mid))
    canvas.cut(polygon([(790, 850), (1130, 850), (1190, 940), (790, 940)]), WOOD.deep, 0.3)
    for i, mark in enumerate((BLUE.mid, RUST.mid, None, GREEN.mid, BLUE.mid, None, PLUM.mid)):
        with canvas.placed(850 + 46 * i, 912 + 22 * (i % 3), 1.1, (-14, 8, 20, -6, 12, -20, 5)[i]):
            things.envelope(canvas, WHITE if i % 2 else CREAM, 92, mark)
    furniture.table(canvas, 1340, 640, 250, 270, WOOD.soft, 40)
    with canvas.placed(1530, 668, 0.8):
        things.plant(canvas, TEAL.mid)
    with canvas.placed(1430, 668, 1.1):
        things.heap(canvas, 7, 104, 4)
    staging.stand(
        canvas, LIEN, (1130, 930), 1.12,
        Pose(look=-0.8, mood=-0.8, lean=3, left_hand=(-40, -318), right_hand=(30, -420),
             toes=(-1, 0)),
    )  # fmt: skip
    with canvas.placed(1080, 600, 1.1, -8):
        things.envelope(canvas, WHITE, 96, BLUE.mid)


def voordeel(canvas: Canvas) -> None:
    """One pours from a jug into a bowl with three spouts; the glasses of the others fill."""
    rooms.room(canvas, mix(TEAL.pale, TEAL.soft, 0.6), mix(WOOD.soft, SAND, 0.4), 800)
    rooms.window(canvas, 560, 70, 480, 260, ("#CFE2E3", "#FBEBCB"), bars=(3, 1))
    rooms.outside(canvas, 560, 70, 480, 260, (TEAL.soft, GREEN.soft, GREEN.mid))
    rooms.window_frame(canvas, 560, 70, 480, 260, bars=(3, 1))
    for x in (250, 1350):
        rooms.pendant(canvas, x, 150, 74, RUST.mid)
    staging.at_table(
        canvas, INGRID, (300, 650), 1.16, look=0.8, mood=-0.3, lean=4,
        left_hand=(-60, -128), right_hand=(140, -310),
    )  # fmt: skip
    for who, x in ((SAMUEL, 850), (HARPREET, 1110), (COOK, 1370)):
        staging.at_table(
            canvas, who, (x, 640), 1.12, look=-0.7, mood=1.0, left_hand=(-54, -200),
            right_hand=(44, -134),
        )  # fmt: skip
    furniture.table(canvas, 120, 660, 1400, 260, WOOD.soft, 120, panel=True)
    waterworks(canvas)


def waterworks(canvas: Canvas) -> None:
    """The jug, the gutter and the four glasses."""
    canvas.cut(polygon([(490, 560), (1440, 590), (1440, 618), (490, 592)]), SLATE.mid, 0.9)
    canvas.fill(polygon([(500, 556), (1440, 584), (1440, 598), (500, 572)]), BLUE.soft)
    for x in (560, 1240):
        canvas.cut(limb([(x, 584), (x, 744)], [16, 18]), WOOD.full, 0.5)
    for x in (790, 1050, 1310):
        canvas.cut(card(x - 12, 590, 24, 36), SLATE.full, 0.4)
        canvas.line(line((x, 628), (x, 700)), BLUE.mid, 12, 0.8)
        glass(canvas, x, 754, 0.84)
    glass(canvas, 300, 752, 0.1)
    with canvas.placed(486, 494, 1.2, 62):
        things.jug(canvas, RUST.full)
    canvas.line(smooth([(560, 470), (590, 500), (594, 566)], closed=False), BLUE.mid, 14, 0.85)
    canvas.cut(ellipse(474, 462, 18), INGRID.skin, 0.4)


def glass(canvas: Canvas, x: float, y: float, level: float) -> None:
    """A glass on the table, filled up to a share of its height."""
    shape = polygon([(x - 40, y - 110), (x + 40, y - 110), (x + 30, y), (x - 30, y)])
    canvas.shadow(shape, 0.7)
    canvas.fill(shape, WHITE, 0.7)
    with canvas.clipped(shape):
        canvas.fill(card(x - 60, y - 104 * level, 120, 120, 0), BLUE.mid, 0.85)
    canvas.line(shape, SLATE.mid, 4)


def bakkerij(canvas: Canvas) -> None:
    """A worried worker looks at his phone beside burnt rolls; the owner hesitates in the door."""
    rooms.room(canvas, mix(OCHRE.soft, RUST.soft, 0.3), mix(RUST.soft, SLATE.soft, 0.5), 790)
    bakery_door(canvas)
    oven(canvas)
    for y in (190, 350):
        rooms.shelf(canvas, 440, y, 440)
        for i in range(3):
            with canvas.placed(520 + 140 * i, y, 0.9):
                things.bread(canvas)
    staging.at_table(
        canvas, replace(YUSUF, extras=("apron",), accent=CREAM, top=TEAL.mid), (930, 700), 1.2,
        look=0.3, nod=9, mood=-1.0, left_hand=(-66, -130), right_hand=(30, -262),
    )  # fmt: skip
    with canvas.placed(976, 584, 1.3, 8):
        things.phone(canvas)
    canvas.cut(ellipse(968, 556, 17), YUSUF.skin, 0.4)
    furniture.table(canvas, 560, 720, 920, 260, WOOD.pale, 96, panel=True)
    burnt_rolls(canvas)
    for x, y, tone in ((450, 930, CREAM), (540, 960, SAND)):
        sack = smooth([(x - 60, y), (x - 70, y - 90), (x - 34, y - 150), (x + 34, y - 150),
                       (x + 70, y - 90), (x + 60, y)])  # fmt: skip
        canvas.cut(sack, tone, 0.9)
        canvas.shade(sack, -12, -6, alpha=0.12)
        canvas.line(line((x - 30, y - 136), (x + 30, y - 136)), WOOD.full, 7)
    with canvas.placed(720, 800, 1.1):
        canvas.cut(ellipse(0, -20, 74, 30), CREAM, 0.6)
        canvas.cut(ellipse(-20, -26, 40, 20), WHITE, 0.2)


def bakery_door(canvas: Canvas) -> None:
    """The owner in the doorway on the left, a hand at his chin."""
    canvas.cut(card(60, 160, 330, 640), WHITE, 0.8)
    inside = card(82, 182, 286, 620, 0)
    canvas.fill(inside, "#EBC58A")
    canvas.wash(inside, (82, 182), (82, 800), (("#FFF6D8", 1), ("#D99B55", 0.6)))
    staging.stand(
        canvas, BAKER, (226, 900), 1.12,
        Pose(look=0.8, mood=-0.4, left_hand=(-4, -300), right_hand=(24, -408), toes=(0, 1)),
    )  # fmt: skip


def oven(canvas: Canvas) -> None:
    """A brick oven with smoke that comes out of it."""
    canvas.cut(card(1060, 120, 560, 680), mix(RUST.mid, RUST.full, 0.4), 1.0)
    for row in range(16):
        for i in range(8):
            if (row * 3 + i * 5) % 4:
                continue
            bx, by = 1070 + 72 * i + 36 * (row % 2), 136 + 42 * row
            canvas.fill(rounded(bx, by, 62, 30, 3), RUST.deep, 0.22)
    mouth = rounded(1180, 260, 330, 260, 120)
    canvas.cut(mouth, INK, 0.6)
    canvas.glow((1345, 480), 220, "#FFB45A", 0.9)
    canvas.line(mouth, SLATE.full, 16)
    for x, size in ((1240, 1.6), (1420, 2.0)):
        things.vapour(canvas, x, 300, size)


def burnt_rolls(canvas: Canvas) -> None:
    """A baking tray with rolls that are far too dark."""
    canvas.cut(polygon([(1060, 724), (1410, 724), (1450, 806), (1030, 806)]), SLATE.full, 0.8)
    for row in range(2):
        for i in range(5):
            x, y = 1098 + (68 + 6 * row) * i - 16 * row, 736 + 42 * row
            canvas.cut(ellipse(x, y, 33, 24), mix(WOOD.deep, INK, 0.5), 0.4)
            canvas.line(
                smooth([(x - 14, y - 6), (x, y - 11), (x + 14, y - 6)], closed=False), WOOD.full, 4
            )
    things.vapour(canvas, 1220, 720, 1.1)
