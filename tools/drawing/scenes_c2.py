"""The pictures of "Een dag in het dorp"."""

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
    LIEN,
    LOTTE,
    NADIA,
    SAMUEL,
    WIT,
)
from tools.drawing.palette import (
    BLUE,
    CREAM,
    GOLD,
    GREEN,
    HAIR_BLOND,
    HAIR_WHITE,
    INK,
    OCHRE,
    PLUM,
    RUST,
    SAND,
    SKIN,
    SLATE,
    TEAL,
    WHITE,
    WOOD,
    mix,
)
from tools.drawing.people import Pose
from tools.drawing.shapes import card, ellipse, leaf, limb, line, polygon, rounded, smooth

DRIVER = replace(KARIM, top=BLUE.full, extras=("beard", "collar"), legs=BLUE.deep)
GRANNY = replace(WIT, top=RUST.mid, skirt=RUST.full, extras=("cardigan",), accent=CREAM)
STAYER = replace(DALEN, style="cap", accent=WOOD.full, top=GREEN.full, extras=("vest",))
KAREL = replace(
    JORIS, skin=SKIN[0], hair=HAIR_BLOND, style="waves", top=BLUE.mid, extras=("beard",),
    legs=SLATE.full, sleeve=BLUE.soft,
)  # fmt: skip
WOODMAN = replace(BRAM, extras=("vest", "glasses"), top=GREEN.full, sleeve=CREAM)
WOODWIFE = replace(
    GRACE, hair=HAIR_WHITE, style="bun", extras=("apron",), top=PLUM.mid, accent=OCHRE.soft
)
OLD_SIKH = replace(HARPREET, hair=HAIR_WHITE, accent=RUST.mid, top=BLUE.mid)


def cover(canvas: Canvas) -> None:
    """A village with a church; a bus drives off, and in a garden people look after hens."""
    streets.sky(canvas, "#BFE0E6", "#FFF0C9", (1240, 150))
    streets.cloud(canvas, 300, 120, 1.1, WHITE, 3)
    streets.cloud(canvas, 760, 90, 0.8, WHITE, 8)
    streets.hill(canvas, [(0, 440), (500, 400), (1100, 440), (1600, 390)], OCHRE.soft)
    vehicles.city(canvas, 1340, 406, 0.34, "#A9B9C4")
    streets.hill(
        canvas, [(0, 520), (600, 480), (1100, 500), (1600, 450)], mix(OCHRE.mid, GOLD, 0.5)
    )
    village(canvas)
    streets.hill(canvas, [(0, 620), (500, 600), (1100, 620), (1600, 590)], GREEN.soft)
    road = smooth([(-40, 690), (500, 660), (1000, 640), (1300, 560), (1640, 420), (1640, 460),
                   (1380, 600), (1040, 720), (500, 740), (-40, 770)])  # fmt: skip
    canvas.cut(road, mix(SLATE.mid, SAND, 0.4), 0.5)
    with canvas.placed(1190, 664, 0.56, -9):
        vehicles.bus(canvas, RUST.full)
        for pane in (*vehicles.BUS_PANES, vehicles.BUS_CAB):
            canvas.fill(rounded(*pane, 18), "#CFE2E3")
        for i, pane in enumerate(vehicles.BUS_PANES):
            with canvas.clipped(rounded(*pane, 18)):
                who = (ELIAS, GRANNY, DALEN, LIEN)[i]
                staging.at_table(canvas, who, (pane[0] + 74, -150), 0.56, look=0.7, mood=0)
        vehicles.bus_frames(canvas)
    streets.hill(canvas, [(0, 800), (600, 770), (1100, 790), (1600, 760)], GREEN.mid)
    garden(canvas)


def village(canvas: Canvas) -> None:
    """A church with houses around it."""
    houses.church(canvas, 610, 590, 0.62, CREAM, RUST.full)
    for i, (x, tone) in enumerate(
        ((20, RUST.soft), (270, OCHRE.soft), (450, CREAM), (900, TEAL.soft), (1050, RUST.soft))
    ):
        house = houses.House(220, 190, tone, (RUST.full, SLATE.full)[i % 2], "steep", floors=1)
        with canvas.placed(x, 606, 0.62):
            houses.draw_house(canvas, house, 0, 0)
    streets.tree(canvas, 1240, 610, 230, GREEN.mid, 4)
    streets.poplar(canvas, 350, 612, 190, GREEN.full)


def garden(canvas: Canvas) -> None:
    """Two older people and a younger woman with hens in front of a hen house."""
    canvas.cut(card(1240, 690, 300, 220), WOOD.mid, 1.0)
    for x in range(1262, 1530, 38):
        canvas.line(line((x, 700), (x, 906)), WOOD.full, 3, 0.6)
    canvas.cut(polygon([(1200, 704), (1390, 570), (1580, 704)]), RUST.mid, 0.9)
    canvas.fill(rounded(1340, 790, 100, 120, 46), INK)
    for who, x, y, look, left, right in (
        (OLD_SIKH, 190, 960, 0.7, (30.0, -290.0), (116.0, -300.0)),
        (replace(NADIA, extras=("overall",), top=OCHRE.soft, legs=BLUE.full), 470, 950, -0.6,
         (-110.0, -340.0), (60.0, -290.0)),
        (replace(GRANNY, top=PLUM.mid, skirt=PLUM.full), 900, 950, -0.6, (-40.0, -330.0),
         (36.0, -330.0)),
    ):  # fmt: skip
        staging.stand(
            canvas, who, (x, y), 0.94,
            Pose(look=look, nod=3, mood=1.0, left_hand=left, right_hand=right, toes=(-1, 1)),
        )  # fmt: skip
    with canvas.placed(270, 690, 0.7):
        canvas.cut(polygon([(-50, -30), (50, -30), (34, 22), (-34, 22)]), OCHRE.mid, 0.5)
    with canvas.placed(902, 690, 0.98):
        props.hen(canvas, WHITE, held=True)
    for x in (862, 936):
        canvas.cut(ellipse(x, 650, 15), GRANNY.skin, 0.4)
    for x, y, tone, flip in (
        (350, 960, RUST.mid, False), (650, 980, WHITE, True), (730, 930, OCHRE.full, False),
        (1160, 970, RUST.mid, True), (1440, 980, WHITE, False),
    ):  # fmt: skip
        with canvas.placed(x, y, 0.92, flip=flip):
            props.hen(canvas, tone)


def bus(canvas: Canvas) -> None:
    """A driver helps a woman with a walking frame into a bus; a man with a dog stays."""
    streets.sky(canvas, "#8FB3CC", "#FBD9AE", (210, 250), "#FFE6B8")
    streets.hill(
        canvas, [(0, 560), (400, 520), (900, 560), (1600, 530)], mix(GREEN.soft, TEAL.soft, 0.4)
    )
    houses.church(canvas, 60, 580, 0.5, CREAM, RUST.full)
    houses.draw_house(canvas, houses.House(150, 150, OCHRE.soft, RUST.full, "steep"), 300, 590)
    streets.hill(canvas, [(0, 620), (800, 600), (1600, 620)], GREEN.mid)
    streets.paving(canvas, 770, mix(SAND, SLATE.soft, 0.3))
    with canvas.placed(1270, 850, 1.68, flip=True):
        the_bus(canvas)
    stop(canvas)
    staging.stand(
        canvas, GRANNY, (690, 960), 0.9,
        staging.walking(32, left_hand=(84, -222), right_hand=(104, -218), elbows=(-1, -1), lean=6),
    )  # fmt: skip
    with canvas.placed(806, 966, 0.98):
        furniture.rollator(canvas, TEAL.full)
    staging.stand(
        canvas, DRIVER, (1040, 960), 0.98,
        Pose(look=-0.8, lean=-5, mood=1.0, left_hand=(-150, -330), right_hand=(60, -280),
             toes=(-1, -1)),
    )  # fmt: skip


def the_bus(canvas: Canvas) -> None:
    """The bus with two passengers and an open door."""
    vehicles.bus(canvas, OCHRE.mid)
    for i, pane in enumerate((*vehicles.BUS_PANES[:3], vehicles.BUS_CAB)):
        shape = rounded(*pane, 18)
        canvas.fill(shape, "#DCE9E6")
        with canvas.clipped(shape):
            if i in (1, 2):
                who = (INGRID, ELIAS)[i - 1]
                staging.at_table(canvas, who, (pane[0] + 76, -104), 0.58, look=0.6, mood=0.1)
    vehicles.bus_frames(canvas)
    door = rounded(158, -326, 160, 264, 10)
    canvas.cut(door, WHITE, 0.6)
    inside = card(168, -314, 140, 252, 0)
    canvas.fill(inside, "#F4D795")
    canvas.wash(inside, (168, -314), (168, -62), (("#FFF6D8", 0.9), ("#C98F4A", 0.7)))
    for i in range(2):
        canvas.cut(card(168, -96 + 22 * i, 140, 22, 0), SLATE.full, 0.3)
    canvas.line(line((190, -250), (190, -96)), OCHRE.full, 6)


def stop(canvas: Canvas) -> None:
    """The bench at the stop, with a man who stays seated with his dog."""
    canvas.cut(limb([(52, 900), (52, 330)], [15, 13]), SLATE.full, 0.6)
    canvas.cut(rounded(8, 300, 92, 92, 20), BLUE.full, 0.8)
    with canvas.placed(50, 362, 0.085):
        vehicles.bus(canvas, WHITE)
    with canvas.placed(260, 950, 1.06):
        furniture.bench(canvas, 360)
    staging.seated_front(
        canvas, STAYER, (230, 956), 0.98, None, look=0.8, mood=0.1,
        left_hand=(-40, -160), right_hand=(58, -190),
    )  # fmt: skip
    with canvas.placed(400, 976, 1.0, flip=True):
        props.dog(canvas)


def open_deur(canvas: Canvas) -> None:
    """On the left a couple with a form at a desk, on the right an open door and coffee."""
    rooms.room(canvas, mix(OCHRE.pale, RUST.pale, 0.5), WOOD.soft, 780)
    inn(canvas)
    office = card(-10, -10, 740, 1020, 0)
    canvas.cut(office, mix(BLUE.soft, SLATE.soft, 0.4), 1.4)
    with canvas.clipped(office):
        canvas.fill(card(-10, 780, 760, 240, 0), mix(SLATE.soft, SLATE.mid, 0.3))
        canvas.speckle(office, Fade((730, 1000), (100, 0), 0.5), INK, 0.14, 4)
        desk(canvas)
    canvas.cut(card(718, -10, 34, 1020, 0), WHITE, 1.0)


def desk(canvas: Canvas) -> None:
    """An official behind a desk with files, and an older couple in front of it."""
    rooms.bookcase(canvas, 40, 110, 250, 420, 3)
    rooms.clock(canvas, 610, 190, 62, 10.1)
    staging.at_table(
        canvas, SAMUEL, (430, 560), 1.0, look=0.1, mood=0.0, left_hand=(-70, -130),
        right_hand=(70, -130),
    )  # fmt: skip
    furniture.table(canvas, 90, 590, 590, 260, SLATE.mid, 100, panel=True)
    with canvas.placed(170, 640, 1.0):
        things.heap(canvas, 12, 110, 5)
    with canvas.placed(610, 650, 0.9):
        things.laptop(canvas)
    for i in range(3):
        y = 620 + 12 * i
        sheet = polygon([(340, y), (460, y), (474, y + 50), (330, y + 50)])
        canvas.cut(sheet, WHITE, 0.5)
        for k in range(3):
            canvas.line(line((350, y + 14 + 12 * k), (430, y + 14 + 12 * k)), SLATE.mid, 4)
    staging.from_behind(canvas, GRANNY, (230, 960), 1.1, SLATE.full)
    staging.from_behind(canvas, DALEN, (510, 960), 1.14, SLATE.full)


def inn(canvas: Canvas) -> None:
    """An open door, and people who drink coffee around a table."""
    rooms.garland(canvas, (740, 40), (1620, 40), (RUST.mid, TEAL.mid, OCHRE.mid, PLUM.mid), 50)
    rooms.pendant(canvas, 1330, 200, 84, RUST.mid)
    canvas.cut(card(800, 160, 250, 630), WHITE, 0.8)
    canvas.fill(card(820, 180, 210, 610, 0), "#BFD9DB")
    with canvas.clipped(card(820, 180, 210, 610, 0)):
        canvas.wash(
            card(820, 180, 210, 610, 0), (0, 180), (0, 790), (("#BFD9DB", 1), ("#FCEBC8", 1))
        )
        streets.tree(canvas, 970, 700, 300, GREEN.mid, 3)
        canvas.fill(card(820, 690, 210, 110, 0), GREEN.soft)
        staging.stand(canvas, ELIAS, (910, 830), 0.86, staging.walking(40, mood=1.0))
    canvas.cut(polygon([(1030, 180), (1104, 206), (1104, 832), (1030, 790)]), TEAL.full, 0.8)
    canvas.fill(ellipse(1090, 520, 8), GOLD)
    for who, x, y, look in (
        (AMINA, 1220, 640, 0.7),
        (BRAM, 1360, 630, 0.3),
        (LIEN, 1510, 640, -0.7),
    ):
        staging.at_table(canvas, who, (x, y), 1.0, look=look, mood=1.0)
    furniture.round_table(canvas, 1340, 720, 256, 80, WOOD.soft, 200)
    for x, y, tone in ((1210, 716, TEAL.mid), (1330, 700, RUST.mid), (1480, 716, OCHRE.mid)):
        with canvas.placed(x, y, 1.1):
            things.cup(canvas, tone, steam=True)
    with canvas.placed(1400, 750, 0.9):
        things.teapot(canvas, BLUE.mid)
    staging.in_wheelchair(canvas, replace(LOTTE, hair=HAIR_WHITE, style="bob"), (1120, 975), 1.0,
                          PLUM.full, mood=1.0)  # fmt: skip


def houtgroep(canvas: Canvas) -> None:
    """Three older people make bird houses; a younger man stands in the door with a plank."""
    rooms.room(canvas, mix(WOOD.pale, OCHRE.pale, 0.4), mix(WOOD.soft, WOOD.mid, 0.4), 790)
    tools_on_the_wall(canvas)
    rooms.window(canvas, 640, 110, 330, 250, ("#BFD9DB", "#FBEBCB"))
    rooms.outside(canvas, 640, 110, 330, 250, (TEAL.soft, GREEN.soft, GREEN.mid))
    rooms.window_frame(canvas, 640, 110, 330, 250)
    entrance(canvas)
    staging.at_table(
        canvas, WOODMAN, (190, 640), 1.12, look=0.8, mood=-0.2, left_hand=(-50, -150),
        right_hand=(96, -250),
    )  # fmt: skip
    with canvas.placed(300, 530, 1.0, 30):
        props.hammer(canvas)
    staging.at_table(
        canvas, WOODWIFE, (500, 630), 1.1, look=0.7, mood=0.7, left_hand=(-60, -170),
        right_hand=(60, -170),
    )  # fmt: skip
    staging.at_table(
        canvas, OLD_SIKH, (810, 640), 1.12, look=0.8, mood=0.1, left_hand=(-52, -150),
        right_hand=(40, -236),
    )  # fmt: skip
    furniture.table(canvas, 40, 670, 950, 280, WOOD.mid, 110, panel=True)
    for x, tone, roof in ((140, TEAL.soft, RUST.full), (360, CREAM, BLUE.full),
                          (520, OCHRE.soft, RUST.full), (880, RUST.soft, TEAL.full)):  # fmt: skip
        with canvas.placed(x, 750, 1.16):
            props.birdhouse(canvas, tone, roof)
    with canvas.placed(700, 752, 1.0, -3):
        props.plank(canvas, 210)
    for i in range(14):
        canvas.fill(leaf(90 + (i * 137) % 860, 960 + (i * 31) % 30, 26, 7, 40 * i), WOOD.pale)


def tools_on_the_wall(canvas: Canvas) -> None:
    """Saws and hammers that hang on a board."""
    canvas.cut(card(90, 110, 440, 250), mix(WOOD.mid, WOOD.soft, 0.4), 0.8)
    for x in (150, 250):
        with canvas.placed(x, 300, 1.0):
            props.hammer(canvas)
    for y in (170, 250):
        blade = polygon([(330, y), (480, y + 14), (480, y + 36), (330, y + 46)])
        canvas.cut(blade, SLATE.soft, 0.5)
        canvas.cut(rounded(310, y - 8, 44, 64, 18), RUST.full, 0.5)


def entrance(canvas: Canvas) -> None:
    """The doorway with the younger man and his plank."""
    canvas.cut(card(1120, 130, 360, 670), WHITE, 0.8)
    canvas.fill(card(1144, 154, 312, 646, 0), "#CFE2E3")
    with canvas.clipped(card(1144, 154, 312, 646, 0)):
        streets.tree(canvas, 1420, 700, 380, GREEN.mid, 5)
        canvas.fill(card(1144, 680, 312, 130, 0), GREEN.soft)
    houses.light_on_ground(canvas, [(1144, 800), (1456, 800), (1560, 1000), (1040, 1000)])
    canvas.cut(polygon([(1456, 154), (1556, 120), (1556, 850), (1456, 800)]), GREEN.full, 0.8)
    with canvas.placed(1280, 632, 1.1, -16):
        props.plank(canvas, 470)
    staging.stand(
        canvas, KAREL, (1300, 940), 1.16,
        Pose(look=-0.7, mood=-0.1, left_hand=(-62, -280), right_hand=(44, -270), toes=(-1, 0)),
    )  # fmt: skip
    with canvas.clipped(card(1100, 500, 186, 300, 0)), canvas.placed(1280, 632, 1.1, -16):
        props.plank(canvas, 470)
    canvas.cut(ellipse(1230, 668, 18), KAREL.skin, 0.4)


def kar(canvas: Canvas) -> None:
    """A full cart on the square; five people around it look at its pole on the ground."""
    streets.sky(canvas, "#BFD9DB", "#FBEBCB", (1400, 150))
    streets.cloud(canvas, 900, 110, 0.9, WHITE, 5)
    streets.hill(canvas, [(0, 540), (500, 500), (1100, 540), (1600, 510)], GREEN.soft)
    houses.church(canvas, 60, 700, 0.9, CREAM, SLATE.full)
    for x, tone, gable in ((560, RUST.soft, "steep"), (800, OCHRE.soft, "bell"),
                           (1040, PLUM.soft, "steep"), (1290, TEAL.soft, "step")):  # fmt: skip
        houses.draw_house(canvas, houses.House(220, 250, tone, RUST.full, gable), x, 700)
    streets.paving(canvas, 690, SAND)
    teacher = replace(AMINA, top=PLUM.full, skirt=PLUM.deep, accent=OCHRE.mid)
    for who, x, y, look in (
        (GRANNY, 320, 830, 0.6), (replace(COOK, extras=("apron",)), 960, 830, 0.5),
        (teacher, 1180, 850, 0.4),
    ):  # fmt: skip
        staging.stand(canvas, who, (x, y), 0.86, Pose(look=look, nod=6, mood=-0.2, toes=(1, 1)))
    with canvas.placed(600, 940, 1.12):
        load(canvas)
        vehicles.handcart(canvas, RUST.mid)
    staging.stand(
        canvas, STAYER, (130, 960), 1.04,
        Pose(look=0.7, nod=7, mood=-0.2, left_hand=(-30, -280), right_hand=(34, -286), toes=(1, 1)),
    )  # fmt: skip
    staging.stand(
        canvas, replace(SAMUEL, extras=("blazer",)), (1440, 960), 1.04,
        Pose(look=-0.7, nod=-7, mood=-0.2, left_hand=(-46, -410), right_hand=(56, -300),
             toes=(-1, -1)),
    )  # fmt: skip


def load(canvas: Canvas) -> None:
    """What lies in the cart: plants, bird houses, a cake, books and bread."""
    for x, draw in ((-200, things.plant), (-90, None), (20, props.cake), (130, None),
                    (210, things.plant)):  # fmt: skip
        with canvas.placed(x, -214, 0.82):
            if draw:
                draw(canvas)
            else:
                props.birdhouse(canvas, TEAL.soft if x < 0 else OCHRE.soft, RUST.full)
