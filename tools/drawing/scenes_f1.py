"""The pictures of "De Schakel"."""

from tools.drawing import furniture, houses, rooms, staging, streets, things
from tools.drawing.canvas import Canvas
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
    SAMUEL,
    WIT,
)
from tools.drawing.palette import (
    BLUE,
    GREEN,
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
from tools.drawing.shapes import card, line


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
