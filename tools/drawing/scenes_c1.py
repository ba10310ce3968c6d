"""The pictures of "Het wijkteam loopt over"."""

import random
from dataclasses import replace

from tools.drawing import furniture, houses, rooms, staging, streets, things
from tools.drawing.canvas import Canvas, Fade
from tools.drawing.looks import (
    AMINA,
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
    MILA,
    NADIA,
    NOOR,
    RUUD,
    SAMUEL,
    SEM,
    TESS,
    WIT,
    YUSUF,
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
from tools.drawing.shapes import card, ellipse, line, polygon, rounded

MOTHER = replace(
    COOK, extras=("cardigan",), accent=OCHRE.soft, top=RUST.full, style="bun", short_sleeves=False
)
PASSER = replace(INGRID, extras=("scarf",), accent=RUST.mid, top=BLUE.full)


def cover(canvas: Canvas) -> None:
    """A small team behind its desks, while letters pour in and people wait at the door."""
    rooms.room(canvas, mix(BLUE.pale, BLUE.soft, 0.6), mix(WOOD.soft, SAND, 0.5), 760)
    rooms.window(canvas, 620, 110, 420, 250, ("#CFE2E3", "#FBEBCB"), bars=(3, 2))
    rooms.outside(canvas, 620, 110, 420, 250, (TEAL.soft, GREEN.soft, GREEN.mid))
    rooms.window_frame(canvas, 620, 110, 420, 250, bars=(3, 2))
    rooms.notice_board(canvas, 1180, 110, 330, 240)
    rooms.clock(canvas, 500, 190, 62, 4.9)
    waiting_at_the_door(canvas)
    for who, x, look, mood in (
        (JORIS, 610, -0.6, -0.3),
        (NADIA, 860, -0.7, -0.1),
        (KARIM, 1110, 0.3, -0.4),
        (TESS, 1370, -0.7, -0.3),
    ):
        staging.at_table(canvas, who, (x, 690), 1.06, look=look, mood=mood)
    furniture.table(canvas, 470, 650, 1040, 250, WOOD.soft, 60, panel=True)
    on_the_desks(canvas)
    letter_flood(canvas)


def waiting_at_the_door(canvas: Canvas) -> None:
    """An open door on the left with a queue of people."""
    canvas.cut(card(20, 150, 380, 620), WHITE, 0.8)
    inside = card(40, 170, 340, 600, 0)
    canvas.fill(inside, "#F1DDB0")
    canvas.wash(inside, (40, 170), (40, 770), (("#FFF8E2", 1), ("#E9C98B", 0.7)))
    with canvas.clipped(card(0, 0, 381, 1000, 0)):
        for who, x, y, size in (
            (ELIAS, 350, 740, 0.8),
            (YUSUF, 250, 752, 0.84),
            (AMINA, 140, 766, 0.9),
        ):
            staging.stand(canvas, who, (x, y), size, Pose(look=0.6, mood=-0.1))
    staging.stand(
        canvas, GRACE, (290, 850), 1.0,
        Pose(look=0.75, mood=0.0, left_hand=(-10, -330), right_hand=(64, -326), toes=(1, 1)),
    )  # fmt: skip
    with canvas.placed(320, 540, 1.0, -8):
        things.envelope(canvas, WHITE, 92, BLUE.mid)


def on_the_desks(canvas: Canvas) -> None:
    """Ringing telephones, laptops and piles of letters."""
    for x, sheets, seed in ((740, 13, 3), (980, 17, 6), (1240, 11, 9), (520, 8, 1)):
        with canvas.placed(x, 694, 1.0):
            things.heap(canvas, sheets, 100, seed)
    for x in (620, 1116):
        with canvas.placed(x, 706, 0.86):
            things.laptop(canvas)
    with canvas.placed(866, 704, 0.86):
        things.desk_phone(canvas, SLATE.full, rings=True)
    with canvas.placed(1400, 704, 0.86):
        things.desk_phone(canvas, SLATE.full, rings=True)


def letter_flood(canvas: Canvas) -> None:
    """Letters that slide from the desks over the floor towards the viewer."""
    rng = random.Random(12)
    marks = (BLUE.mid, RUST.mid, GREEN.mid, PLUM.mid, None, OCHRE.mid)
    tones = (WHITE, CREAM, WHITE, BLUE.pale, OCHRE.pale)
    for row in range(7):
        y = 790 + 36 * row
        size = 0.62 + 0.13 * row
        count = 15 - row
        for i in range(count):
            x = 430 - 70 * row + (i + rng.uniform(-0.3, 0.3)) * (1180 + 120 * row) / count
            turn = rng.uniform(-26, 26)
            with canvas.placed(x, y + rng.uniform(-12, 12), size, turn):
                things.envelope(canvas, tones[rng.randint(0, 4)], 96, marks[(i + row) % 6])


def spreekuur(canvas: Canvas) -> None:
    """One by one in an office, or together at a long table: the same letters on both sides."""
    rooms.room(canvas, mix(OCHRE.pale, RUST.pale, 0.5), WOOD.soft, 770)
    for x in (720, 1040, 1360):
        rooms.pendant(canvas, x, 150, 68, RUST.mid)
    big_letter(canvas)
    together(canvas)
    one_by_one(canvas)


def big_letter(canvas: Canvas) -> None:
    """A sheet on the wall that shows one letter large, without words."""
    canvas.cut(card(1130, 190, 330, 280), WHITE, 0.9)
    canvas.fill(rounded(1160, 216, 70, 44, 4), BLUE.mid)
    for i in range(6):
        wide = (240, 210, 250, 160, 230, 120)[i]
        canvas.line(line((1166, 294 + 26 * i), (1166 + wide, 294 + 26 * i)), SLATE.mid, 6)
    canvas.line(ellipse(1290, 346, 150, 34), RUST.full, 6)


def together(canvas: Canvas) -> None:
    """Residents who sort out letters with each other."""
    staging.stand(
        canvas, NADIA, (1500, 930), 1.08, Pose(look=-0.7, left_hand=(-96, -452), toes=(-1, 0))
    )
    for who, x, look, more in (
        (HARPREET, 720, 0.7, {"right_hand": (66.0, -216.0)}),
        (LIEN, 910, -0.7, {}),
        (ELIAS, 1110, 0.6, {}),
        (AMINA, 1300, -0.6, {"left_hand": (-56.0, -214.0)}),
    ):
        staging.at_table(canvas, who, (x, 700), 1.02, look=look, **more)
    furniture.table(canvas, 620, 666, 800, 250, WOOD.pale, 84, panel=True)
    for x, y, turn, mark in (
        (700, 728, -6, BLUE.mid),
        (900, 740, 8, RUST.mid),
        (1110, 730, -10, GREEN.mid),
        (1300, 734, 5, BLUE.mid),
    ):
        with canvas.placed(x, y, 0.9, turn):
            things.envelope(canvas, WHITE, 84, mark)
    for x, tone in ((796, TEAL.mid), (1010, RUST.mid), (1206, OCHRE.mid)):
        with canvas.placed(x, 732, 0.86):
            things.cup(canvas, tone)
    staging.from_behind(canvas, RUUD, (830, 1016), 1.16, WOOD.full)
    staging.from_behind(canvas, TESS, (1180, 1020), 1.14, WOOD.full)


def one_by_one(canvas: Canvas) -> None:
    """The small office on the left, in cool light, with a wall between."""
    office = card(-10, -10, 540, 1020, 0)
    canvas.cut(office, mix(BLUE.soft, SLATE.soft, 0.4), 1.4)
    with canvas.clipped(office):
        canvas.fill(card(-10, 770, 560, 250, 0), mix(SLATE.soft, SLATE.mid, 0.3))
        canvas.speckle(office, Fade((530, 1000), (100, 0), 0.5), INK, 0.14, 4)
        rooms.clock(canvas, 262, 170, 70, 9.0)
        staging.at_table(canvas, KARIM, (390, 720), 0.98, look=-0.7, mood=0.0)
        furniture.table(canvas, 230, 690, 400, 240, SLATE.mid, 50, panel=True)
        with canvas.placed(330, 732, 0.9, -6):
            things.envelope(canvas, WHITE, 84, BLUE.mid)
        with canvas.placed(450, 736, 0.8):
            things.heap(canvas, 8, 96, 3)
        staging.seated_side(canvas, WIT, (118, 940), 0.98, SLATE.full, mood=-0.2)
    canvas.cut(card(522, -10, 30, 1020, 0), WHITE, 1.0)


def buiten_de_groep(canvas: Canvas) -> None:
    """Inside a group sits together in the light; outside others pass by or stop."""
    streets.sky(canvas, "#3F5878", "#D9A98C")
    front = card(620, 60, 1000, 790, 0)
    canvas.cut(front, mix(PLUM.mid, SLATE.full, 0.5), 1.0)
    canvas.speckle(front, Fade((1600, 850), (700, 60), 0.5), INK, 0.2, 3)
    canvas.cut(card(590, 30, 1040, 50), mix(CREAM, PLUM.soft, 0.4), 0.9)
    streets.paving(canvas, 840, mix(SLATE.mid, PLUM.soft, 0.3))
    inside_group(canvas)
    houses.light_on_ground(canvas, [(760, 842), (1500, 842), (1600, 1010), (640, 1010)])
    streets.bare_tree(canvas, 90, 860, 560, "#33313A")
    streets.lamp_post(canvas, 500, 880, 560, lit=True)
    passers_by(canvas)


def inside_group(canvas: Canvas) -> None:
    """The large window with a circle of people around a table."""
    houses.shop_window(canvas, 760, 190, 760, 440)
    with canvas.clipped(card(760, 190, 760, 440, 0)):
        for x in (930, 1140, 1350):
            rooms.pendant(canvas, x, 270, 46, RUST.mid)
        canvas.fill(card(750, 540, 780, 100, 0), WOOD.mid, 0.5)
        for who, x, look in (
            (HARPREET, 960, 0.7),
            (GRACE, 1090, 0.5),
            (NADIA, 1210, -0.3),
            (LIEN, 1330, -0.5),
        ):
            staging.at_table(canvas, who, (x, 580), 0.8, look=look)
        furniture.table(canvas, 800, 570, 680, 200, WOOD.soft, 40)
        for x, tone in ((900, RUST.mid), (1060, TEAL.mid), (1220, WHITE), (1370, OCHRE.mid)):
            with canvas.placed(x, 600, 0.62):
                things.cup(canvas, tone)
    houses.window_bars(canvas, 760, 190, 760, 440, 3)
    canvas.cut(card(736, 640, 808, 22), CREAM, 0.7)


def passers_by(canvas: Canvas) -> None:
    """A mother with three children, a man with a letter, and a woman who turns away."""
    staging.stand(
        canvas, MOTHER, (250, 950), 1.04,
        staging.walking(46, left_hand=(60, -236), right_hand=(92, -232), mood=-0.2, look=0.8),
    )  # fmt: skip
    with canvas.placed(450, 956, 1.02):
        furniture.stroller(canvas, TEAL.mid)
    staging.stand(canvas, SEM, (110, 962), 0.64, staging.walking(38, mood=0.0))
    staging.stand(canvas, NOOR, (610, 976), 0.52, staging.walking(36, mood=0.1))
    staging.stand(
        canvas, DALEN, (770, 956), 1.0,
        Pose(
            look=0.4, mood=-0.4, nod=6, left_hand=(-10, -318), right_hand=(70, -344), toes=(0, 1)
        ),
    )  # fmt: skip
    with canvas.placed(818, 650, 1.0, 6):
        things.paper(canvas, 74, 96)
    staging.stand(canvas, PASSER, (1440, 960), 1.0, staging.walking(44, mood=-0.4, look=0.9))


def teamoverleg(canvas: Canvas) -> None:
    """A team of ten around a table; some lean in, some wait, some hold their arms crossed."""
    rooms.room(canvas, mix(PLUM.pale, PLUM.soft, 0.4), mix(WOOD.soft, SLATE.soft, 0.4), 780)
    planning(canvas)
    for x in (230, 1370):
        rooms.pendant(canvas, x, 160, 72, OCHRE.mid)
    team(canvas)
    top = ellipse(800, 720, 590, 128)
    canvas.shadow(top, 1.6, 0.3)
    canvas.fill(ellipse(800, 740, 590, 128), mix(WOOD.soft, INK, 0.2))
    canvas.fill(top, WOOD.soft)
    canvas.shade(top, 14, 12, WHITE, 0.22)
    on_the_meeting_table(canvas)
    staging.seated_side(
        canvas,
        JORIS,
        (150, 980),
        1.06,
        WOOD.full,
        lean=10,
        left_hand=(140, -250),
        right_hand=(128, -224),
    )
    staging.seated_side(
        canvas, INGRID, (1450, 980), 1.06, WOOD.full, flip=True, lean=-5, mood=-0.2,
        left_hand=(52, -262), right_hand=(-22, -256), elbows=(0, 0),
    )  # fmt: skip
    staging.from_behind(canvas, KARIM, (560, 1030), 1.14, WOOD.full, lean=5)
    staging.from_behind(canvas, LIEN, (1030, 1034), 1.14, WOOD.full)


def planning(canvas: Canvas) -> None:
    """A board with coloured blocks in two groups: single ones, and one large one."""
    canvas.cut(card(480, 90, 640, 270), WHITE, 0.9)
    canvas.line(card(480, 90, 640, 270), SLATE.mid, 8)
    for i in range(12):
        x, y = 520 + 74 * (i % 4), 130 + 72 * (i // 4)
        canvas.cut(card(x, y, 52, 50), (TEAL.mid, OCHRE.mid, RUST.mid, BLUE.mid)[(i * 3) % 4], 0.4)
    canvas.line(line((830, 120), (830, 330)), SLATE.soft, 5)
    canvas.cut(ellipse(970, 226, 100), OCHRE.pale, 0.4)
    for i in range(7):
        with canvas.placed(970, 226, 1.0, 360 / 7 * i):
            canvas.cut(ellipse(0, -66, 21), (TEAL.mid, RUST.mid, PLUM.mid, GREEN.mid)[i % 4], 0.4)


def team(canvas: Canvas) -> None:
    """The people behind the table, from eager to doubtful."""
    crossed = {"left_hand": (36.0, -232.0), "right_hand": (-36.0, -222.0)}
    staging.at_table(canvas, TESS, (330, 660), 1.0, look=0.7, lean=8, right_hand=(90, -196))
    staging.at_table(canvas, NADIA, (520, 636), 1.02, look=0.6, lean=5, right_hand=(96, -250))
    staging.at_table(canvas, GRACE, (700, 626), 1.0, look=-0.6, mood=0.3)
    staging.at_table(canvas, HARPREET, (890, 626), 1.02, look=-0.5, mood=0.0)
    staging.at_table(canvas, SAMUEL, (1080, 636), 1.02, look=-0.7, mood=-0.3, lean=3, **crossed)
    staging.at_table(canvas, RUUD, (1280, 660), 1.0, look=-0.8, mood=-0.4, lean=5, **crossed)


def on_the_meeting_table(canvas: Canvas) -> None:
    """Papers, coffee and a plan."""
    for x, y, turn, tone in (
        (470, 720, -8, OCHRE.soft),
        (560, 760, 6, TEAL.soft),
        (650, 718, 10, RUST.soft),
    ):
        with canvas.placed(x, y, 1.0, turn):
            canvas.cut(polygon([(-52, -30), (46, -30), (58, 10), (-60, 10)]), tone, 0.5)
    for x, y, tone in (
        (780, 700, WHITE),
        (900, 690, TEAL.mid),
        (1080, 706, RUST.mid),
        (1230, 730, WHITE),
    ):
        with canvas.placed(x, y, 0.86):
            things.cup(canvas, tone)
    with canvas.placed(960, 790, 0.9):
        things.teapot(canvas, TEAL.full)


def sleutel(canvas: Canvas) -> None:
    """A team member hands a key to residents in front of their house."""
    streets.sky(canvas, "#BFD9DB", "#FCEBC8", (250, 170))
    streets.cloud(canvas, 560, 110, 0.9, WHITE, 3)
    streets.hill(canvas, [(0, 560), (500, 520), (1100, 560), (1600, 530)], GREEN.soft)
    streets.tree(canvas, 150, 800, 500, GREEN.mid, 5)
    building(canvas)
    streets.paving(canvas, 800, SAND)
    houses.light_on_ground(canvas, [(806, 802), (974, 802), (1060, 960), (720, 960)])
    residents(canvas)
    staging.stand(
        canvas, NADIA, (400, 950), 1.06,
        Pose(look=0.8, right_hand=(152, -372), left_hand=(-60, -250), lean=3, toes=(1, 1)),
    )  # fmt: skip
    with canvas.placed(572, 546, 1.15, 0):
        things.key(canvas, OCHRE.mid, 1.15)


def building(canvas: Canvas) -> None:
    """The front of the house of the neighbourhood, with an open door."""
    wall = card(380, 210, 1130, 600, 1)
    canvas.cut(wall, TEAL.soft, 1.0)
    canvas.speckle(wall, Fade((1500, 800), (500, 240), 0.5), TEAL.deep, 0.2, 3)
    canvas.cut(card(350, 176, 1190, 48), CREAM, 0.9)
    for x in (460, 1080):
        houses.shop_window(canvas, x, 330, 300 if x < 1000 else 370, 230)
        wide = 300 if x < 1000 else 370
        houses.window_bars(canvas, x, 330, wide, 230, 2)
        houses.awning(canvas, x - 16, 286, wide + 32, 62, (RUST.mid, CREAM))
    streets.flowers(canvas, 1080, 800, 380, (RUST.mid, OCHRE.mid, PLUM.mid), 4)
    houses.open_door(canvas, 806, 802, 168, 400, RUST.full)


def residents(canvas: Canvas) -> None:
    """Residents with a teapot, a folder and a crate, ready to begin."""
    staging.stand(
        canvas, GRACE, (690, 950), 1.06,
        Pose(look=-0.8, left_hand=(-108, -356), right_hand=(66, -250), toes=(-1, -1)),
    )  # fmt: skip
    staging.stand(
        canvas, HARPREET, (900, 936), 1.06,
        Pose(look=-0.7, left_hand=(-34, -320), right_hand=(44, -318), toes=(-1, 1)),
    )  # fmt: skip
    with canvas.placed(906, 638, 0.94):
        things.teapot(canvas, BLUE.mid)
    staging.in_wheelchair(canvas, LOTTE, (1236, 950), 1.04, PLUM.full, flip=True)
    staging.stand(
        canvas, YUSUF, (1450, 940), 1.04,
        Pose(look=-0.7, left_hand=(-46, -300), right_hand=(34, -330), toes=(-1, 0)),
    )  # fmt: skip
    with canvas.placed(1442, 660, 1.0, -6):
        canvas.cut(card(-58, -80, 116, 150), RUST.mid, 0.6)
        canvas.fill(card(-44, -64, 88, 40, 0), CREAM)
    staging.stand(canvas, MILA, (1040, 980), 0.62, Pose(look=-0.6, right_hand=(80, -250)))
