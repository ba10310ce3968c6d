"""The pictures of "De volle wachtkamer"."""

from tools.drawing import furniture, houses, rooms, staging, streets, things
from tools.drawing.canvas import Canvas, Fade
from tools.drawing.looks import (
    AMINA,
    BRAM,
    DALEN,
    DOCTOR,
    ELIAS,
    GRACE,
    HARPREET,
    JORIS,
    KARIM,
    LIEN,
    NADIA,
    NOOR,
    TESS,
    WIT,
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
from tools.drawing.shapes import card, ellipse, leaf, line, polygon, rounded, smooth


def cover(canvas: Canvas) -> None:
    """A village where the path forks: to the doctor's practice and to a garden with people."""
    streets.sky(canvas, "#A9C9D6", "#FBE3BD", (830, 250))
    streets.cloud(canvas, 420, 120, 1.0, WHITE, 2)
    streets.cloud(canvas, 1240, 160, 1.2, WHITE, 6)
    streets.hill(canvas, [(0, 420), (420, 360), (860, 420), (1300, 370), (1600, 420)], GREEN.soft)
    for i, x in enumerate((640, 730, 830, 920)):
        tone = (RUST.soft, CREAM, OCHRE.soft, SLATE.soft)[i]
        with canvas.placed(x, 478, 0.36):
            houses.draw_house(
                canvas, houses.House(220, 180, tone, RUST.full, "steep", floors=1), 0, 0
            )
    for x, height in ((600, 120), (1020, 150), (1080, 120)):
        streets.poplar(canvas, x, 486, height, GREEN.mid)
    streets.hill(
        canvas, [(0, 520), (500, 470), (1000, 480), (1600, 500)], mix(GREEN.soft, GREEN.mid, 0.45)
    )
    fork(canvas)
    practice(canvas)
    garden(canvas)
    staging.stand(
        canvas, JORIS, (800, 968), 0.86,
        Pose(back=True, left_foot=(-30, 0), right_foot=(30, 0), toes=(0, 0)),
    )  # fmt: skip


def fork(canvas: Canvas) -> None:
    """A path from the viewer that splits to the left and the right."""
    left = smooth(
        [
            (560, 1040),
            (640, 860),
            (560, 760),
            (330, 700),
            (330, 660),
            (640, 690),
            (800, 780),
            (880, 1040),
        ]
    )
    right = smooth(
        [
            (720, 1040),
            (800, 780),
            (980, 690),
            (1290, 650),
            (1290, 690),
            (1060, 760),
            (960, 860),
            (1040, 1040),
        ]
    )
    canvas.cut(left.united(right), SAND, 0.7)
    canvas.speckle(left.united(right), Fade((800, 1000), (800, 700), 0.4), WOOD.full, 0.2, 4)


def practice(canvas: Canvas) -> None:
    """The practice with a full waiting room behind its window."""
    wall = card(40, 330, 480, 360, 1)
    canvas.cut(polygon([(0, 336), (90, 220), (470, 220), (560, 336)]), SLATE.full, 1.0)
    canvas.cut(wall, CREAM, 0.8)
    canvas.speckle(wall, Fade((520, 690), (60, 340), 0.4), INK, 0.12, 2)
    houses.shop_window(canvas, 84, 400, 250, 170)
    with canvas.clipped(card(84, 400, 250, 170, 0)):
        for i, who in enumerate((AMINA, YUSUF, ELIAS, TESS)):
            look = (0.6, -0.2, 0.5, -0.6)[i]
            staging.at_table(canvas, who, (118 + 62 * i, 580), 0.46, look=look, mood=-0.2)
    houses.window_bars(canvas, 84, 400, 250, 170, 2)
    houses.front_door(canvas, 436, 692, 92, 200, TEAL.full)
    canvas.cut(rounded(404, 356, 64, 64, 14), WHITE, 0.6)
    canvas.fill(rounded(430, 366, 12, 44, 3), GREEN.full)
    canvas.fill(rounded(414, 382, 44, 12, 3), GREEN.full)
    staging.stand(canvas, DALEN, (566, 730), 0.48, staging.walking(30, to_right=False, mood=-0.3))
    streets.bush(canvas, 60, 706, 150, GREEN.mid, 4)
    streets.flowers(canvas, 120, 700, 230, (PLUM.mid, WHITE, RUST.mid), 5)


def garden(canvas: Canvas) -> None:
    """A garden in the neighbourhood where people work and sit together."""
    streets.tree(canvas, 1480, 680, 470, GREEN.mid, 6)
    with canvas.placed(1290, 668, 0.66):
        furniture.bench(canvas, 420)
    for who, x, look in ((WIT, 1226, 0.7), (HARPREET, 1352, -0.7)):
        staging.seated_front(canvas, who, (x, 672), 0.62, None, look=look)
    for x, y, wide in ((1190, 850, 230), (1450, 890, 250)):
        streets.flowers(canvas, x - wide / 2 + 16, y - 36, wide - 20, (RUST.mid, GOLD, PLUM.mid), x)
        canvas.cut(card(x - wide / 2, y - 50, wide, 56), WOOD.mid, 0.9)
        canvas.line(line((x - wide / 2 + 8, y - 22), (x + wide / 2 - 8, y - 22)), WOOD.full, 3)
    staging.stand(
        canvas, GRACE, (1040, 892), 0.66,
        Pose(look=0.7, right_hand=(110, -280), left_hand=(66, -250), lean=12, toes=(1, 1)),
    )  # fmt: skip
    with canvas.placed(1250, 944, 0.7):
        things.crate(canvas)


def wachtkamer(canvas: Canvas) -> None:
    """A full waiting room in the evening; the doctor stands in the open door."""
    rooms.room(canvas, mix(TEAL.pale, TEAL.soft, 0.55), mix(SLATE.soft, SAND, 0.5), 770)
    canvas.cut(card(-10, 540, 1620, 216, 0), mix(TEAL.soft, TEAL.mid, 0.35), 0.4)
    canvas.cut(card(-10, 532, 1620, 14, 0), WHITE, 0.3)
    rooms.window(canvas, 620, 150, 300, 250, ("#2F4A66", "#8A7A94"))
    canvas.fill(ellipse(850, 210, 22), "#FBEBCB")
    rooms.window_frame(canvas, 620, 150, 300, 250)
    rooms.clock(canvas, 1090, 230, 72, 7.75)
    rooms.picture(canvas, 1260, 150, 220, 170, (BLUE.soft, GREEN.mid, OCHRE.mid))
    surgery(canvas)
    for x in (500, 1020, 1500):
        rooms.pendant(canvas, x, 110, 62, OCHRE.mid)
    row = ((AMINA, 0.5, -0.2), (ELIAS, -0.5, 0.0), (TESS, 0.6, -0.4), (YUSUF, -0.3, -0.2))
    for i, (who, look, mood) in enumerate(row):
        hands = {"left_hand": (-20.0, -196.0), "right_hand": (24.0, -200.0)} if i == 3 else {}
        staging.seated_front(
            canvas, who, (490 + 212 * i, 880), 0.92, WOOD.mid, look=look, mood=mood, **hands
        )
    staging.in_wheelchair(canvas, BRAM, (1350, 912), 0.94, RUST.full, flip=True, mood=-0.2)
    with canvas.placed(1130, 694, 0.9):
        things.phone(canvas)
    with canvas.placed(972, 800, 1.0):
        staging.seated_front(canvas, NOOR, (0, 12), 0.58, None, look=0.4, mood=0.1)
    with canvas.placed(1560, 900, 1.1):
        things.plant(canvas, RUST.mid)
    magazines(canvas)


def surgery(canvas: Canvas) -> None:
    """The open door with the doctor in the light."""
    canvas.cut(card(74, 190, 262, 590), WHITE, 0.8)
    inside = card(94, 210, 222, 570, 0)
    canvas.fill(inside, "#F7E3B0")
    canvas.wash(inside, (94, 210), (94, 780), (("#FFF8E2", 1), ("#EFC77F", 0.7)))
    houses.light_on_ground(canvas, [(94, 780), (316, 780), (400, 990), (40, 990)])
    canvas.cut(polygon([(94, 210), (94, 780), (14, 836), (14, 176)]), BLUE.mid, 0.8)
    canvas.fill(ellipse(30, 520, 9), GOLD)
    staging.stand(
        canvas, DOCTOR, (214, 860), 0.98,
        Pose(look=0.7, mood=0.2, left_hand=(-24, -330), right_hand=(60, -322), toes=(0, 1)),
    )  # fmt: skip
    with canvas.placed(238, 590, 1.0, -6):
        things.paper(canvas, 70, 92)


def magazines(canvas: Canvas) -> None:
    """A low table with something to read, in front."""
    furniture.table(canvas, 600, 890, 420, 130, WOOD.soft, 44)
    with canvas.placed(720, 926, 0.9):
        things.newspaper(canvas)
    for i, tone in enumerate((RUST.mid, TEAL.mid, OCHRE.mid)):
        with canvas.placed(890 + 4 * i, 922 - 16 * i, 0.9, 2 * i - 2):
            things.book(canvas, tone, 110, 17)


def samen_op_pad(canvas: Canvas) -> None:
    """Two people walk on together along a path with five stops; others wait at the gate."""
    streets.sky(canvas, "#B9D6DC", "#FCEBC8", (1180, 220))
    streets.cloud(canvas, 380, 140, 1.1, WHITE, 4)
    streets.cloud(canvas, 860, 100, 0.7, WHITE, 9)
    streets.hill(canvas, [(0, 430), (380, 380), (760, 440), (1200, 360), (1600, 420)], GREEN.soft)
    for x, height in ((980, 130), (1030, 160), (1440, 150)):
        streets.poplar(canvas, x, 420, height, GREEN.mid)
    streets.hill(
        canvas,
        [(0, 520), (400, 470), (900, 520), (1300, 450), (1600, 500)],
        mix(GREEN.soft, GREEN.mid, 0.4),
    )
    near = [(-40, 960), (420, 830), (980, 820), (1330, 740), (1270, 640), (1020, 590)]
    far = [(1060, 530), (1260, 470), (1290, 470), (1130, 535), (1110, 580)]
    path = smooth([*near, *far, (1390, 640), (1520, 760), (1240, 900), (620, 940), (-40, 1060)])
    canvas.cut(path, SAND, 0.6)
    canvas.speckle(path, Fade((200, 1000), (1200, 480), 0.5), WOOD.full, 0.2, 3)
    stops(canvas)
    gate(canvas)
    streets.tree(canvas, 1500, 700, 560, GREEN.mid, 2)
    streets.bush(canvas, 1120, 990, 260, GREEN.mid, 8)
    for x in (80, 1360, 1500):
        streets.grass(canvas, x, 968, 9, mix(GREEN.mid, GREEN.full, 0.4), x)
    staging.stand(
        canvas, DALEN, (620, 950), 1.1, staging.walking(look=0.7, mood=0.1, left_hand=(-60, -250))
    )
    staging.stand(
        canvas, NADIA, (850, 956), 1.08,
        staging.walking(look=-0.7, right_hand=(150, -330), mood=0.7),
    )  # fmt: skip


def stops(canvas: Canvas) -> None:
    """Five marks along the path, smaller with the distance."""
    for x, y, size in (
        (1240, 800, 1.0),
        (1420, 716, 0.8),
        (1180, 628, 0.62),
        (1050, 566, 0.5),
        (1270, 478, 0.4),
    ):
        with canvas.placed(x, y, size):
            canvas.cut(rounded(-8, -150, 16, 152, 6), WOOD.full, 0.6)
            canvas.cut(ellipse(0, -156, 42), RUST.mid, 0.7)
            canvas.cut(leaf(-16, -138, 52, 15, 45), OCHRE.pale, 0.2)


def gate(canvas: Canvas) -> None:
    """The people who still wait, at a gate on the left."""
    for x in range(-20, 470, 44):
        canvas.cut(rounded(x, 596, 16, 120, 5), WHITE, 0.4)
    for y in (624, 674):
        canvas.cut(card(-20, y, 470, 14), WHITE, 0.4)
    for i, who in enumerate((LIEN, HARPREET, WIT, YUSUF, AMINA, KARIM)):
        staging.stand(
            canvas, who, (44 + 82 * i, 716 + 6 * (i % 2)), 0.42, Pose(look=0.6, mood=-0.1)
        )


def wachtlijst(canvas: Canvas) -> None:
    """A woman waits by the window; nine months hang on the wall and the phone is silent."""
    rooms.room(canvas, mix(SLATE.soft, BLUE.soft, 0.4), mix(WOOD.soft, SLATE.soft, 0.4), 780)
    spot = (930.0, 110.0, 470.0, 460.0)
    rooms.window(canvas, *spot, ("#B7C7D2", "#EADFD2"))
    with canvas.clipped(card(*spot, 0)):
        streets.hill(
            canvas, [(800, 470), (1100, 440), (1400, 480)], mix(GREEN.soft, SLATE.soft, 0.4)
        )
        streets.bare_tree(canvas, 1300, 590, 360, WOOD.full)
        for i in range(3):
            streets.bird(canvas, 1010 + 60 * i, 200 + 20 * (i % 2), 0.9)
    rooms.window_frame(canvas, *spot)
    rooms.curtain(canvas, 830, 80, 90, 560, PLUM.mid)
    rooms.curtain(canvas, 1416, 80, 90, 560, PLUM.mid)
    rooms.light_patch(canvas, ((960, 780), (1330, 780), (1120, 1000), (620, 1000)), 0.3)
    months(canvas)
    rooms.rug(canvas, 700, 920, 470, 66, (TEAL.mid, TEAL.soft, TEAL.pale))
    with canvas.placed(640, 950, 1.22):
        furniture.armchair(canvas, RUST.mid)
    staging.seated_side(
        canvas, TESS, (640, 940), 1.12, None, hip=(-24, -190), mood=-0.6, nod=4, elbows=(0, 0),
        left_hand=(60, -240), right_hand=(86, -236),
    )  # fmt: skip
    with canvas.placed(640, 950, 1.22):
        furniture.armrest(canvas, RUST.mid)
    with canvas.placed(734, 690, 0.9):
        things.cup(canvas, CREAM)
    side_table(canvas)


def months(canvas: Canvas) -> None:
    """Nine calendar leaves in three rows, eight of them crossed off."""
    for i in range(9):
        x, y = 50 + 164 * (i % 3), 70 + 150 * (i // 3)
        with canvas.placed(x, y, 1.0, (-2, 1, 2, -1, 2, -2, 1, -1, 2)[i]):
            canvas.cut(card(0, 0, 140, 126, 1), WHITE, 0.7)
            canvas.fill(card(0, 0, 140, 28, 0), (TEAL.mid, RUST.mid, OCHRE.mid)[i // 3])
            for row in range(4):
                for column in range(6):
                    canvas.fill(ellipse(21 + 20 * column, 46 + 20 * row, 5), SLATE.soft)
            if i < 8:
                canvas.line(line((18, 112), (122, 40)), RUST.full, 6, 0.85)


def side_table(canvas: Canvas) -> None:
    """A small table with a silent telephone and a newspaper."""
    furniture.round_table(canvas, 1060, 740, 190, 42, WOOD.soft, 200)
    with canvas.placed(990, 748, 0.95):
        things.desk_phone(canvas, SLATE.full)
    with canvas.placed(1140, 760, 0.9):
        things.newspaper(canvas)
    with canvas.placed(1500, 930, 1.2):
        things.plant(canvas, TEAL.mid)


def voordeur(canvas: Canvas) -> None:
    """A closed front door; a coach speaks through the letter box and a neighbour looks on."""
    streets.sky(canvas, "#6F86A6", "#E8C3A0")
    wall = card(-10, -10, 1620, 850, 0)
    canvas.cut(wall, mix(RUST.soft, PLUM.mid, 0.35), 0.4)
    canvas.speckle(wall, Fade((0, 840), (1300, 0), 0.5), INK, 0.2, 2)
    for i in range(46):
        bx, by = (i * 337) % 1580, 20 + (i * 211) % 780
        for k in range(3):
            canvas.fill(rounded(bx + 46 * k, by - 18 * (k % 2), 40, 13, 3), RUST.deep, 0.16)
    streets.paving(canvas, 830, mix(SAND, PLUM.soft, 0.5))
    closed_window(canvas)
    closed_door(canvas)
    neighbour_door(canvas)
    staging.stand(
        canvas, NADIA, (950, 936), 1.06,
        Pose(
            look=-0.9, mood=0.5, left_hand=(-112, -330), lean=-3,
            left_foot=(-38, 0), right_foot=(34, 0), toes=(-1, -1), knees=(-1, -1),
        ),
    )  # fmt: skip


def closed_window(canvas: Canvas) -> None:
    """A window with its curtains drawn."""
    rooms.window(canvas, 90, 230, 300, 340, ("#5A6478", "#6B6672"), CREAM, (1, 1))
    with canvas.clipped(card(90, 230, 300, 340, 0)):
        for i in range(8):
            tone = (mix(SLATE.mid, PLUM.mid, 0.3), mix(SLATE.full, PLUM.mid, 0.3))[i % 2]
            canvas.cut(card(86 + 40 * i, 220, 42, 370, 1), tone, 0.3)
        canvas.glow((244, 560), 150, GOLD, 0.16)
    rooms.window_frame(canvas, 90, 230, 300, 340, CREAM, (2, 1))
    with canvas.placed(330, 900, 1.05):
        things.plant(canvas, mix(RUST.mid, SLATE.mid, 0.3), wilted=True)


def closed_door(canvas: Canvas) -> None:
    """The door, with the shape of a man behind its glass and a letter box that is open."""
    canvas.cut(card(456, 150, 330, 690), CREAM, 0.9)
    canvas.cut(card(480, 174, 282, 666), BLUE.deep, 0.5)
    glass = rounded(520, 214, 202, 300, 16)
    canvas.fill(glass, "#8C98AA")
    with canvas.clipped(glass):
        canvas.glow((620, 520), 240, "#F4CF8C", 0.4)
        canvas.fill(ellipse(628, 330, 52, 62), "#3A4356", 0.55)
        canvas.fill(
            smooth([(540, 540), (552, 430), (628, 396), (704, 430), (716, 540)]), "#3A4356", 0.55
        )
        for i in range(9):
            canvas.fill(card(516 + 24 * i, 200, 9, 330, 0), WHITE, 0.10)
    canvas.line(glass, mix(BLUE.deep, INK, 0.4), 7)
    canvas.cut(rounded(556, 590, 130, 40, 8), OCHRE.mid, 0.6)
    canvas.fill(rounded(568, 600, 106, 20, 5), INK)
    canvas.glow((621, 612), 70, GOLD, 0.4)
    canvas.cut(polygon([(562, 596), (680, 596), (690, 572), (552, 572)]), OCHRE.soft, 0.7)
    canvas.cut(ellipse(736, 560, 13), OCHRE.mid, 0.6)
    canvas.line(card(520, 670, 202, 130, 0), mix(BLUE.deep, INK, 0.4), 6)
    canvas.cut(card(430, 832, 384, 26), mix(SLATE.soft, SAND, 0.5), 0.7)
    for i, tone in enumerate((WHITE, OCHRE.pale, WHITE, BLUE.pale)):
        with canvas.placed(500 + 16 * i, 836 - 9 * i, 0.9, 4 * i - 6):
            canvas.cut(card(-44, -10, 88, 10), tone, 0.3)


def neighbour_door(canvas: Canvas) -> None:
    """The neighbour in her own doorway, in a warm light."""
    houses.open_door(canvas, 1200, 840, 216, 610, OCHRE.full)
    houses.light_on_ground(canvas, [(1200, 842), (1416, 842), (1500, 1000), (1110, 1000)])
    staging.stand(
        canvas, WIT, (1306, 880), 0.98,
        Pose(look=-0.8, mood=-0.5, left_hand=(-14, -330), right_hand=(22, -322), toes=(-1, 0)),
    )  # fmt: skip
    canvas.glow((1130, 330), 150, "#FFE2A0", 0.6)
    canvas.cut(rounded(1112, 300, 36, 56, 12), OCHRE.soft, 0.5)
    canvas.cut(polygon([(1100, 304), (1160, 304), (1130, 276)]), SLATE.deep, 0.4)
    with canvas.placed(1120, 884, 0.8):
        things.plant(canvas, TEAL.mid)
