"""The pictures of "Iedereen welkom?"."""

from dataclasses import replace

from tools.drawing import furniture, houses, props, rooms, staging, streets, things, vehicles
from tools.drawing.canvas import Canvas, Fade
from tools.drawing.looks import (
    AMINA,
    BRAM,
    COOK,
    DALEN,
    ELIAS,
    GRACE,
    HARPREET,
    INGRID,
    JORIS,
    KARIM,
    KOFI,
    LIEN,
    NADIA,
    RUUD,
    SAMUEL,
    SOFIA,
    TESS,
    WIT,
)
from tools.drawing.palette import (
    BLUE,
    CREAM,
    GOLD,
    GREEN,
    OCHRE,
    PLUM,
    RUST,
    SAND,
    SLATE,
    TEAL,
    WHITE,
    WOOD,
    darker,
    mix,
)
from tools.drawing.people import Pose
from tools.drawing.shapes import card, ellipse, polygon, rounded

NEWCOMER = replace(SOFIA, head=1.0, build=0.98, extras=("scarf",), top=GREEN.full, accent=OCHRE.mid)
MOVER = replace(JORIS, style="waves", top=OCHRE.mid, extras=(), legs=BLUE.deep)
BRIGHT = GOLD


def cover(canvas: Canvas) -> None:
    """A wide open door: a table with one empty chair inside, and someone who hesitates."""
    wall = card(-10, -10, 1620, 860, 0)
    canvas.cut(wall, mix(RUST.mid, RUST.full, 0.35), 0.4)
    canvas.speckle(wall, Fade((1600, 850), (200, 0), 0.5), RUST.deep, 0.25, 3)
    for i in range(60):
        bx, by = (i * 337) % 1600, 20 + (i * 211) % 780
        for k in range(3):
            canvas.fill(rounded(bx + 46 * k, by - 18 * (k % 2), 40, 13, 3), RUST.deep, 0.22)
    streets.paving(canvas, 830, SAND)
    doorway(canvas)
    for x in (170, 1430):
        with canvas.placed(x, 900, 1.3):
            things.plant(canvas, TEAL.full)
    houses.light_on_ground(canvas, [(380, 842), (1220, 842), (1380, 1010), (220, 1010)])
    canvas.cut(polygon([(600, 890), (1000, 890), (1060, 985), (540, 985)]), WOOD.deep, 0.5)
    canvas.line(polygon([(620, 902), (980, 902), (1026, 972), (574, 972)]), OCHRE.mid, 6)
    staging.stand(
        canvas, NEWCOMER, (770, 965), 1.02,
        Pose(back=True, toes=(0, 0), left_hand=(-40, -430), right_hand=(66, -260)),
    )  # fmt: skip


def doorway(canvas: Canvas) -> None:
    """The lit room behind two open doors."""
    canvas.cut(card(346, 90, 908, 750), CREAM, 1.2)
    inside = card(380, 124, 840, 716, 0)
    canvas.fill(inside, "#F6DC95")
    canvas.wash(inside, (380, 124), (380, 840), (("#FFF6D8", 0.9), ("#E9B25E", 0.5)))
    with canvas.clipped(inside):
        canvas.fill(card(370, 700, 860, 150, 0), WOOD.mid, 0.7)
        for x in (560, 1040):
            rooms.pendant(canvas, x, 230, 60, RUST.full)
        for who, x, look in (
            (HARPREET, 470, 0.7),
            (WIT, 620, 0.5),
            (KOFI, 985, -0.5),
            (AMINA, 1130, -0.7),
        ):
            staging.at_table(canvas, who, (x, 590), 0.86, look=look)
        furniture.table(canvas, 410, 610, 780, 240, WOOD.soft, 60, panel=True)
        for x, tone in ((500, TEAL.mid), (640, RUST.mid), (740, CREAM), (850, PLUM.mid),
                        (1110, OCHRE.mid)):  # fmt: skip
            with canvas.placed(x, 650, 0.8):
                things.cup(canvas, tone)
        with canvas.placed(985, 836, 1.12):
            furniture.chair(canvas, TEAL.mid, back=True)
    for x, outer, tone in ((380, 250, TEAL.full), (1220, 1350, TEAL.full)):
        wing = polygon([(x, 124), (outer, 90), (outer, 890), (x, 840)])
        canvas.cut(wing, tone, 1.0)
        inner = (x * 0.75 + outer * 0.25, x * 0.25 + outer * 0.75)
        canvas.line(polygon([(inner[0], 180), (inner[1], 160), (inner[1], 460), (inner[0], 460)]),
                    darker(tone, 0.3), 5)  # fmt: skip
        canvas.fill(ellipse(x * 0.14 + outer * 0.86, 520, 10), GOLD)


def huiskamer(canvas: Canvas) -> None:
    """A new room full of chairs; three very different people in the doorway."""
    rooms.room(canvas, mix(TEAL.pale, GREEN.soft, 0.45), mix(WOOD.soft, SAND, 0.4), 760)
    for x in (70, 400):
        rooms.window(canvas, x, 110, 250, 280, ("#CFE2E3", "#FBEBCB"))
        rooms.outside(canvas, x, 110, 250, 280, (TEAL.soft, GREEN.soft, GREEN.mid))
        rooms.window_frame(canvas, x, 110, 250, 280)
    rooms.pendant(canvas, 700, 120, 70, RUST.mid)
    canvas.cut(card(796, 130, 724, 650), WHITE, 0.8)
    inside = card(820, 154, 676, 626, 0)
    canvas.fill(inside, "#BFD9DB")
    with canvas.clipped(inside):
        canvas.wash(inside, (0, 154), (0, 780), (("#BFDDE6", 1), ("#FCEBC8", 1)))
        for x, tone in ((790, RUST.soft), (1000, OCHRE.soft), (1210, PLUM.soft), (1420, TEAL.soft)):
            houses.draw_house(canvas, houses.House(200, 230, tone, RUST.full, "steep"), x, 640)
        canvas.fill(card(800, 636, 720, 160, 0), SAND)
    houses.light_on_ground(canvas, [(820, 780), (1496, 780), (1600, 1000), (720, 1000)])
    guests(canvas)
    chairs(canvas)
    with canvas.placed(1564, 800, 0.9):
        things.plant(canvas, OCHRE.mid)


def guests(canvas: Canvas) -> None:
    """A mother with a pram, a young man with a rucksack and an old woman with a frame."""
    mother = replace(COOK, extras=("cardigan",), accent=OCHRE.soft, top=RUST.full,
                     short_sleeves=False)  # fmt: skip
    with canvas.placed(1172, 640, 1.0):
        props.rucksack(canvas, BLUE.full)
    staging.stand(
        canvas, replace(KOFI, top=OCHRE.mid, head=1.0), (1120, 900), 0.98,
        Pose(look=-0.6, mood=0.2, left_hand=(-52, -270), right_hand=(40, -400), toes=(-1, 0)),
    )  # fmt: skip
    staging.stand(
        canvas, mother, (1010, 930), 0.98,
        staging.walking(40, to_right=False, left_hand=(-96, -226), right_hand=(-60, -222)),
    )  # fmt: skip
    with canvas.placed(820, 940, 0.98, flip=True):
        furniture.stroller(canvas, TEAL.mid)
    staging.stand(
        canvas, WIT, (1420, 940), 0.96,
        staging.walking(30, to_right=False, left_hand=(-104, -216), right_hand=(-84, -212),
                        elbows=(1, 1), lean=-6),
    )  # fmt: skip
    with canvas.placed(1296, 946, 1.04, flip=True):
        furniture.rollator(canvas, RUST.full)


def chairs(canvas: Canvas) -> None:
    """Rows of empty chairs in all colours."""
    tones = (RUST.mid, TEAL.mid, OCHRE.mid, PLUM.mid, BLUE.mid, GREEN.mid)
    for row in range(3):
        size = 0.62 + 0.15 * row
        for i in range(4 + (row == 0)):
            x = 120 + 52 * row + (132 + 26 * row) * i - 20 * row
            if x > 660:
                continue
            with canvas.placed(x, 790 + 92 * row, size):
                furniture.chair(canvas, tones[(i * 5 + row * 2) % 6])


def nieuwe_buren(canvas: Canvas) -> None:
    """Two new neighbours with a key and boxes before a block of flats; others look down."""
    streets.sky(canvas, "#A9D0DC", "#FCEBC8")
    front = card(-10, -10, 1620, 780, 0)
    canvas.cut(front, mix(OCHRE.pale, RUST.pale, 0.4), 0.6)
    canvas.speckle(front, Fade((1600, 770), (200, 0), 0.4), RUST.deep, 0.16, 3)
    upper(canvas)
    lower(canvas)
    streets.paving(canvas, 760, SAND)
    with canvas.placed(1330, 860, 1.3):
        vehicles.van(canvas, TEAL.mid)
        canvas.fill(card(-330, -340, 26, 270, 0), darker(TEAL.mid, 0.5))
    for x, y, wide, high in ((800, 950, 190, 140), (800, 810, 150, 100), (960, 972, 170, 120)):
        with canvas.placed(x, y, 1.0):
            props.box(canvas, wide, high)
    with canvas.placed(950, 852, 0.8):
        things.plant(canvas, RUST.mid)
    staging.stand(
        canvas, replace(GRACE, top=PLUM.mid), (580, 960), 1.02,
        Pose(look=-0.5, mood=0.7, left_hand=(-66, -318), right_hand=(66, -318), toes=(-1, 1)),
    )  # fmt: skip
    with canvas.placed(580, 690, 1.0):
        props.box(canvas, 170, 120)
    for x in (496, 664):
        canvas.cut(ellipse(x, 640, 17), GRACE.skin, 0.4)
    staging.stand(
        canvas, MOVER, (330, 966), 1.06,
        Pose(look=0.7, mood=1.0, left_hand=(-104, -410), right_hand=(62, -262), toes=(-1, 1)),
    )  # fmt: skip
    with canvas.placed(214, 526, 1.1):
        things.key(canvas, OCHRE.mid)


def upper(canvas: Canvas) -> None:
    """The gallery with its doors and the people who look over the rail."""
    for i in range(5):
        x = 40 + 330 * i
        rooms.door(canvas, x, 90, 120, 270, (TEAL.full, RUST.full, BLUE.full, PLUM.full,
                                             GREEN.full)[i])  # fmt: skip
        houses.pane(canvas, (x + 170, 130, 100, 150))
    canvas.cut(card(-10, 10, 1620, 40), mix(SAND, SLATE.mid, 0.2), 0.8)
    for who, x, look, mood in (
        (WIT, 96, 0.6, -0.1), (BRAM, 620, -0.3, -0.2), (LIEN, 760, -0.4, 0.2),
        (SAMUEL, 1160, -0.7, -0.3), (AMINA, 1420, -0.8, 0.1),
    ):  # fmt: skip
        staging.at_table(
            canvas, who, (x, 376), 0.72, look=look, nod=8 if x < 400 else -8, mood=mood
        )
    canvas.fill(card(-10, 352, 1620, 110, 0), mix(WHITE, SLATE.soft, 0.4))
    canvas.shadow(card(-10, 340, 1620, 22, 0), 0.8)
    for i in range(55):
        canvas.cut(card(-4 + 30 * i, 356, 9, 106, 0), SLATE.full, 0.2)
    canvas.cut(card(-10, 336, 1620, 22), TEAL.deep, 0.7)
    canvas.cut(card(-10, 456, 1620, 46), mix(SAND, SLATE.mid, 0.3), 1.2)


def lower(canvas: Canvas) -> None:
    """The ground floor in the shade of the gallery, with an open front door."""
    canvas.fill(card(-10, 500, 1620, 270, 0), mix(RUST.soft, SLATE.mid, 0.3))
    for x in (430, 1040):
        houses.pane(canvas, (x, 540, 210, 130))
    canvas.cut(card(80, 520, 190, 250), WHITE, 0.6)
    canvas.fill(card(98, 536, 154, 234, 0), "#F6DC95")
    canvas.wash(card(98, 536, 154, 234, 0), (0, 536), (0, 770), (("#FFF6D8", 1), ("#E9A950", 0.6)))


def vaste_tafel(canvas: Canvas) -> None:
    """A merry full table at the window; a woman with her coat on stands at the door."""
    rooms.room(canvas, mix(BLUE.pale, PLUM.soft, 0.4), mix(WOOD.soft, WOOD.mid, 0.3), 780)
    spot = (90.0, 80.0, 860.0, 420.0)
    rooms.window(canvas, *spot, ("#BFDDE6", "#FBEBCB"), bars=(3, 1))
    rooms.outside(canvas, *spot, (TEAL.soft, GREEN.soft, GREEN.mid))
    with canvas.clipped(card(*spot, 0)):
        streets.tree(canvas, 240, 480, 300, GREEN.mid, 4)
    rooms.window_frame(canvas, *spot, bars=(3, 1))
    rooms.pendant(canvas, 520, 130, 84, RUST.mid)
    for who, x, y, look, more in (
        (ELIAS, 180, 640, 0.7, {}), (WIT, 360, 610, 0.5, {"right_hand": (64.0, -250.0)}),
        (BRAM, 550, 600, -0.4, {"left_hand": (-84.0, -250.0)}), (GRACE, 740, 610, -0.6, {}),
        (DALEN, 900, 646, -0.7, {}),
    ):  # fmt: skip
        staging.at_table(canvas, who, (x, y), 1.02, look=look, mood=1.0, **more)
    furniture.round_table(canvas, 540, 720, 470, 110, WOOD.soft, 220)
    for x, y, tone in ((250, 704, TEAL.mid), (400, 680, RUST.mid), (660, 684, OCHRE.mid),
                       (800, 706, WHITE)):  # fmt: skip
        with canvas.placed(x, y, 1.05):
            things.cup(canvas, tone, steam=True)
    with canvas.placed(540, 740, 1.0):
        props.cake(canvas)
    staging.from_behind(canvas, INGRID, (350, 1020), 1.14, WOOD.full, mood=1.0)
    staging.from_behind(canvas, HARPREET, (700, 1024), 1.14, WOOD.full, mood=1.0)
    at_the_door(canvas)


def at_the_door(canvas: Canvas) -> None:
    """The door on the right, a coat rack without a free peg, and a woman alone."""
    rooms.door(canvas, 1330, 170, 220, 610, TEAL.full, glass=True)
    rooms.coat_rack(canvas, 1020, 240, (PLUM.mid, SLATE.mid, OCHRE.mid))
    staging.stand(
        canvas, NEWCOMER, (1330, 950), 1.1,
        Pose(look=-0.8, mood=-0.7, left_hand=(-30, -290), right_hand=(32, -296), toes=(-1, 0)),
    )  # fmt: skip
    with canvas.placed(1322, 616, 1.0):
        things.bag(canvas, RUST.mid)


def zichtbaar(canvas: Canvas) -> None:
    """On the left bright jackets at a bright van, on the right a quiet talk on a bench."""
    streets.sky(canvas, "#BFDDE6", "#FCEBC8", (1420, 130))
    streets.hill(canvas, [(0, 560), (800, 520), (1600, 560)], GREEN.soft)
    quiet(canvas)
    left = card(-10, -10, 800, 1020, 0)
    canvas.shadow(left, 1.4)
    with canvas.clipped(left):
        loud(canvas)
    canvas.cut(card(778, -10, 34, 1020, 0), WHITE, 1.0)


def loud(canvas: Canvas) -> None:
    """A street with a bright van with a sun on its side and two people in bright jackets."""
    streets.sky(canvas, "#A9D0DC", "#E9EFE0")
    for x, tone in ((-30, RUST.soft), (190, PLUM.soft), (410, TEAL.soft), (630, CREAM)):
        houses.draw_house(canvas, houses.House(210, 330, tone, SLATE.full, "steep"), x, 640)
    streets.paving(canvas, 630, SAND)
    with canvas.placed(420, 850, 1.34):
        vehicles.van(canvas, PLUM.mid)
        canvas.fill(card(-326, -156, 450, 30, 0), BRIGHT)
        sign(canvas, -14, -250, 72)
    jacket = {"top": BRIGHT, "sleeve": BRIGHT, "extras": ("vest",)}
    for who, x, look, hand in (
        (replace(KARIM, **jacket), 210, 0.5, (-120.0, -440.0)),  # type: ignore[arg-type]
        (replace(TESS, **jacket), 590, -0.4, (-58.0, -262.0)),  # type: ignore[arg-type]
    ):
        staging.stand(
            canvas, who, (x, 964), 1.06, Pose(look=look, mood=1.0, left_hand=hand, toes=(-1, 1))
        )
        sign(canvas, x + 34, 566, 26)


def sign(canvas: Canvas, x: float, y: float, size: float) -> None:
    """The same round mark everywhere: two linked rings on white."""
    canvas.cut(ellipse(x, y, size), WHITE, 0.4)
    for dx in (-0.28, 0.28):
        canvas.line(ellipse(x + dx * size, y, size * 0.4), RUST.full, size * 0.16)


def quiet(canvas: Canvas) -> None:
    """A worker in plain clothes with a resident on a bench under a tree."""
    streets.hill(canvas, [(700, 640), (1200, 620), (1600, 640)], GREEN.mid)
    path = card(780, 800, 840, 220, 0)
    canvas.cut(path, mix(SAND, GREEN.pale, 0.2), 0.5)
    streets.tree(canvas, 1470, 800, 720, GREEN.mid, 6)
    streets.flowers(canvas, 830, 800, 200, (RUST.mid, PLUM.mid, OCHRE.mid), 4)
    with canvas.placed(1170, 930, 1.24):
        furniture.bench(canvas, 480)
    worker = replace(NADIA, extras=("cardigan",), top=BLUE.mid, accent=CREAM)
    staging.seated_front(
        canvas, worker, (1070, 940), 1.14, None, look=0.8, nod=3, lean=3, mood=0.6,
        left_hand=(-40, -160), right_hand=(52, -200),
    )  # fmt: skip
    staging.seated_front(
        canvas, replace(RUUD, extras=("beard",), top=SLATE.mid), (1290, 940), 1.14, None,
        look=-0.7, mood=0.1, left_hand=(-30, -240), right_hand=(30, -240),
    )  # fmt: skip
    with canvas.placed(1290, 704, 1.1):
        things.cup(canvas, RUST.mid)
