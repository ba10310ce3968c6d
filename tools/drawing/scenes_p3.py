"""The pictures of "Achter de voordeur"."""

from dataclasses import replace

from tools.drawing import furniture, houses, props, rooms, staging, streets, things
from tools.drawing.canvas import Canvas, Fade
from tools.drawing.looks import (
    AMINA,
    BRAM,
    DOCTOR,
    GRACE,
    JORIS,
    LIEN,
    MILA,
    NADIA,
    RUUD,
    SAMUEL,
    SEM,
    TESS,
    WIT,
    in_dusk,
)
from tools.drawing.palette import (
    BLUE,
    CREAM,
    GOLD,
    GREEN,
    HAIR_BLACK,
    INK,
    OCHRE,
    PLUM,
    RUST,
    SAND,
    SLATE,
    TEAL,
    WHITE,
    WOOD,
    lighter,
    mix,
)
from tools.drawing.people import Pose
from tools.drawing.shapes import card, ellipse, limb, line, polygon, rounded, smooth

DUSK = "#26354F"
CALLER = replace(TESS, extras=("scarf",), top=OCHRE.full, accent=RUST.mid, legs=BLUE.deep)
OFFICER = replace(
    SAMUEL, style="cap", accent=GOLD, top=BLUE.deep, legs=BLUE.deep, extras=("uniform",)
)
CARETAKER = replace(RUUD, style="cap", accent=OCHRE.mid, extras=("overall", "beard"))
FATHER = replace(JORIS, top=BLUE.full, extras=("beard",))
MOTHER = replace(LIEN, top=PLUM.mid, extras=("cardigan",), accent=CREAM)


def cover(canvas: Canvas) -> None:
    """Four front doors at dusk; a woman hesitates at the bell of the third."""
    wall = card(-10, -10, 1620, 850, 0)
    canvas.cut(wall, mix(TEAL.deep, DUSK, 0.4), 0.4)
    canvas.wash(wall, (0, 0), (0, 840), (("#33507A", 0.55), ("#142033", 0.2)))
    for i in range(60):
        bx, by = (i * 337) % 1600, 20 + (i * 211) % 780
        for k in range(3):
            canvas.fill(rounded(bx + 46 * k, by - 18 * (k % 2), 40, 13, 3), "#0D1E2C", 0.24)
    streets.paving(canvas, 830, mix(SLATE.mid, DUSK, 0.35))
    for x in (250, 1050, 1456):
        dark_window(canvas, x)
    dark_window(canvas, 650, curtain=False)
    lit_window(canvas, 1050)
    for i, x in enumerate((40, 440, 840, 1246)):
        street_door(canvas, x, (RUST.full, GREEN.full, PLUM.full, BLUE.full)[i])
    canvas.cut(rounded(796, 500, 30, 58, 10), CREAM, 0.6)
    canvas.fill(ellipse(811, 528, 9), RUST.mid)
    canvas.glow((811, 528), 60, GOLD, 0.5)
    staging.stand(
        canvas, CALLER, (650, 960), 1.12,
        Pose(look=0.9, mood=-0.4, right_hand=(94, -392), left_hand=(-60, -266), toes=(1, 1)),
    )  # fmt: skip


def dark_window(canvas: Canvas, x: float, *, curtain: bool = True) -> None:
    """A window without light."""
    rooms.window(canvas, x, 250, 150, 300, ("#2A3A55", "#3C4A63"), "#9FA9B5", (1, 1))
    with canvas.clipped(card(x, 250, 150, 300, 0)):
        if curtain:
            for i in range(4):
                canvas.cut(
                    card(x - 4 + 40 * i, 244, 42, 320, 1), ("#43506A", "#4C5974")[i % 2], 0.3
                )
    rooms.window_frame(canvas, x, 250, 150, 300, "#9FA9B5", (1, 2))


def lit_window(canvas: Canvas, x: float) -> None:
    """The one window with light; there is someone behind it, with the head down."""
    canvas.glow((x + 75, 400), 330, GOLD, 0.6)
    view = card(x, 250, 150, 300, 0)
    canvas.fill(view, "#F8DD94")
    canvas.wash(view, (x, 250), (x, 550), (("#FFF6D2", 0.9), ("#F2A64A", 0.5)))
    with canvas.clipped(view):
        shade = "#B9803C"
        canvas.fill(ellipse(x + 92, 400, 34, 42), shade, 0.75)
        canvas.fill(smooth([(x + 20, 570), (x + 40, 470), (x + 92, 440), (x + 150, 480),
                            (x + 170, 570)]), shade, 0.75)  # fmt: skip
    rooms.window_frame(canvas, x, 250, 150, 300, CREAM, (1, 2))
    canvas.wash(
        polygon([(x, 836), (x + 150, 836), (x + 240, 1000), (x - 90, 1000)]),
        (0, 836), (0, 1000), (("#FFD978", 0.4), ("#FFD978", 0.0)),
    )  # fmt: skip


def street_door(canvas: Canvas, x: float, tone: str) -> None:
    """One of the front doors, with its step."""
    tone = mix(tone, DUSK, 0.18)
    canvas.cut(card(x - 22, 170, 204, 670), mix(CREAM, DUSK, 0.35), 0.9)
    canvas.cut(card(x, 192, 160, 644), tone, 0.5)
    canvas.fill(card(x, 192, 160, 84, 0), "#32425E")
    canvas.cut(card(x - 4, 276, 168, 14), mix(CREAM, DUSK, 0.35), 0.3)
    for y in (320, 580):
        canvas.line(card(x + 28, y, 104, 210, 0), mix(tone, INK, 0.4), 6)
    canvas.cut(rounded(x + 40, 540, 80, 22, 6), OCHRE.mid, 0.4)
    canvas.cut(ellipse(x + 142, 570, 10), OCHRE.mid, 0.5)
    canvas.cut(card(x - 36, 826, 232, 28), mix(SLATE.soft, DUSK, 0.3), 0.6)


def signalen(canvas: Canvas) -> None:
    """Three signs, each seen by someone else: unpaid rent, a tired child, noise at night."""
    for i, scene in enumerate((stairwell, classroom, night_room)):
        left = 534.0 * i
        strip = card(left - 4, -10, 546, 1020, 0)
        canvas.shadow(strip, 1.2)
        with canvas.clipped(strip):
            scene(canvas)
    for x in (534, 1068):
        canvas.cut(card(x - 13, -10, 26, 1020, 0), WHITE, 1.2)


def stairwell(canvas: Canvas) -> None:
    """A caretaker by the letter boxes with an envelope in his hand."""
    canvas.fill(card(-10, -10, 560, 1020, 0), mix(GREEN.soft, SLATE.soft, 0.45))
    canvas.fill(card(-10, 770, 560, 250, 0), mix(SLATE.soft, SLATE.mid, 0.4))
    for row in range(3):
        for column in range(2):
            x, y = 44 + 106 * column, 190 + 92 * row
            canvas.cut(card(x, y, 96, 82), SLATE.mid, 0.6)
            canvas.fill(rounded(x + 16, y + 18, 64, 10, 4), SLATE.deep)
            canvas.fill(ellipse(x + 78, y + 60, 6), GOLD)
    for i in range(3):
        with canvas.placed(196 + 8 * i, 306 - 3 * i, 0.8, -6 + 7 * i):
            things.envelope(canvas, (WHITE, CREAM, OCHRE.pale)[i], 78, BLUE.mid)
    staging.stand(
        canvas, CARETAKER, (330, 950), 1.16,
        Pose(look=-0.5, nod=4, mood=-0.5, left_hand=(-20, -330), right_hand=(70, -270),
             toes=(-1, 1)),
    )  # fmt: skip
    with canvas.placed(292, 596, 1.3, -8):
        things.envelope(canvas, WHITE, 96, RUST.mid)


def classroom(canvas: Canvas) -> None:
    """A teacher beside a child that sleeps on its table."""
    canvas.fill(card(530, -10, 560, 1020, 0), mix(OCHRE.pale, OCHRE.soft, 0.6))
    canvas.fill(card(530, 770, 560, 250, 0), WOOD.soft)
    canvas.cut(card(580, 100, 330, 200), GREEN.deep, 0.8)
    canvas.line(card(580, 100, 330, 200), WOOD.mid, 14)
    canvas.fill(ellipse(670, 190, 34), OCHRE.soft, 0.9)
    canvas.line(
        smooth([(600, 270), (700, 236), (780, 262), (890, 226)], closed=False), GREEN.soft, 7
    )
    staging.stand(
        canvas, replace(GRACE, extras=("collar",), top=TEAL.mid, accent=CREAM), (950, 930), 1.06,
        Pose(look=-0.7, nod=-4, mood=-0.5, lean=-4, left_hand=(-150, -310), right_hand=(60, -270),
             toes=(-1, 0)),
    )  # fmt: skip
    with canvas.placed(716, 950, 0.92):
        furniture.chair(canvas, RUST.mid)
    for x in (690, 744):
        canvas.cut(limb([(x, 830), (x, 930)], [44, 34]), SLATE.full, 0.4)
        canvas.cut(ellipse(x, 944, 22, 13), INK, 0.3)
    body = smooth([(634, 850), (632, 690), (720, 640), (800, 690), (802, 850), (716, 866)])
    canvas.cut(body, BLUE.mid, 0.7)
    furniture.table(canvas, 570, 720, 330, 250, WOOD.pale, 56)
    sleeper(canvas)


def sleeper(canvas: Canvas) -> None:
    """The head and arms of a child that sleeps on the table."""
    canvas.cut(limb([(636, 700), (640, 756), (760, 764)], [50, 46, 34]), BLUE.mid, 0.7)
    with canvas.placed(716, 694, 1.25, 68):
        canvas.cut(smooth([(0, -54), (44, -14), (27, 43), (0, 55), (-27, 43), (-44, -14)]),
                   SEM.skin, 0.5)  # fmt: skip
        hair = smooth([(-46, 4), (-40, -50), (0, -68), (40, -50), (46, 4), (34, -24), (0, -36),
                       (-34, -24)])  # fmt: skip
        canvas.cut(hair, SEM.hair, 0.3)
        for x in (-16, 16):
            canvas.line(smooth([(x - 9, 0), (x, 5), (x + 9, 0)], closed=False), INK, 3.4)
        canvas.line(smooth([(-7, 30), (0, 32), (7, 30)], closed=False), "#9A5A48", 3.4)
    canvas.cut(limb([(810, 706), (816, 766), (690, 776)], [48, 44, 32]), BLUE.mid, 0.7)
    canvas.cut(ellipse(684, 776, 17), SEM.skin, 0.4)


def night_room(canvas: Canvas) -> None:
    """A neighbour in her chair at night, who listens to the wall."""
    canvas.fill(card(1060, -10, 560, 1020, 0), "#33416B")
    canvas.fill(card(1060, 770, 560, 250, 0), "#2A3050")
    rooms.window(canvas, 1110, 130, 190, 230, ("#16203F", "#27345E"), "#8A92B0")
    canvas.fill(ellipse(1240, 190, 24), "#FBEBCB")
    rooms.window_frame(canvas, 1110, 130, 190, 230, "#8A92B0")
    canvas.glow((1170, 560), 330, GOLD, 0.4)
    canvas.cut(card(1540, -10, 90, 1020, 0), "#5A648F", 0.8)
    for reach in (60, 104, 148):
        arc = smooth(
            [(1540 - reach * 0.8, 500 - reach), (1534 - reach, 500), (1540 - reach * 0.8,
              500 + reach)], closed=False,
        )  # fmt: skip
        canvas.line(arc, GOLD, 8, 0.75)
    with canvas.placed(1300, 960, 1.1):
        furniture.armchair(canvas, "#6A5486")
    gown = replace(in_dusk(WIT, DUSK, 0.12), top=PLUM.soft, skirt=None, legs=PLUM.mid)
    staging.seated_side(
        canvas, gown, (1300, 950), 1.06, None, hip=(-20, -190), look=0.8, lean=6, mood=-0.8,
        elbows=(0, 1), left_hand=(70, -230), right_hand=(70, -410),
    )  # fmt: skip
    with canvas.placed(1300, 960, 1.1):
        furniture.armrest(canvas, "#6A5486")
    canvas.cut(limb([(1130, 960), (1130, 640)], [16, 10]), WOOD.deep, 0.4)
    canvas.cut(polygon([(1096, 560), (1164, 560), (1190, 650), (1070, 650)]), "#FFE7A6", 0.6)


def eerste_stap(canvas: Canvas) -> None:
    """Five people with different work before one front door look at each other."""
    streets.sky(canvas, "#B9D6DC", "#F8E6C8")
    wall = card(-10, -10, 1620, 800, 0)
    canvas.cut(wall, mix(RUST.soft, RUST.mid, 0.45), 0.6)
    canvas.speckle(wall, Fade((1600, 800), (200, 0), 0.5), RUST.deep, 0.22, 3)
    for i in range(48):
        bx, by = (i * 337) % 1580, 20 + (i * 211) % 740
        for k in range(3):
            canvas.fill(rounded(bx + 46 * k, by - 18 * (k % 2), 40, 13, 3), RUST.full, 0.3)
    for x in (110, 1160):
        rooms.window(canvas, x, 110, 330, 320, ("#8EA6AE", "#B9C7C6"), CREAM, (2, 1))
        with canvas.clipped(card(x, 110, 330, 320, 0)):
            rooms.curtain(canvas, x - 6, 100, 130, 340, OCHRE.soft)
            rooms.curtain(canvas, x + 206, 100, 130, 340, OCHRE.soft)
        rooms.window_frame(canvas, x, 110, 330, 320, CREAM, (2, 1))
    rooms.door(canvas, 690, 130, 220, 656, TEAL.full)
    canvas.cut(rounded(952, 420, 34, 62, 10), WHITE, 0.6)
    canvas.fill(ellipse(969, 450, 10), RUST.full)
    streets.paving(canvas, 780, SAND)
    canvas.cut(card(640, 772, 320, 34), mix(SLATE.soft, SAND, 0.4), 0.7)
    helpers(canvas)


def helpers(canvas: Canvas) -> None:
    """A community worker, an officer, a teacher, a doctor and a caretaker."""
    teacher = replace(AMINA, top=RUST.full, skirt=RUST.deep, accent=OCHRE.mid)
    for who, x, look, left, right in (
        (NADIA, 150, 0.8, None, (96.0, -330.0)),
        (OFFICER, 450, -0.7, (-34.0, -282.0), (34.0, -282.0)),
        (teacher, 800, 0.8, (-66.0, -262.0), (112.0, -340.0)),
        (DOCTOR, 1130, -0.8, None, (64.0, -262.0)),
        (CARETAKER, 1440, -0.8, (-70.0, -372.0), None),
    ):
        pose = Pose(look=look, mood=-0.2, toes=(-1, 1), left_hand=left, right_hand=right)
        staging.stand(canvas, who, (x, 960), 1.04, pose)
    with canvas.placed(732, 688, 1.1):
        things.bag(canvas, PLUM.mid)
    with canvas.placed(1198, 830, 1.0):
        props.suitcase(canvas, WOOD.full, 130, 96)
    with canvas.placed(1366, 568, 0.9):
        things.key_ring(canvas, 5)


def laatste_kans(canvas: Canvas) -> None:
    """Two parents at a kitchen table with closed letters; two children in the doorway."""
    rooms.room(canvas, mix(GREEN.pale, OCHRE.pale, 0.5), mix(TEAL.soft, SLATE.soft, 0.5), 790)
    calendar(canvas)
    rooms.pendant(canvas, 620, 190, 96, RUST.full)
    furniture.counter(canvas, 20, 560, 200, 236, mix(TEAL.mid, TEAL.soft, 0.3))
    with canvas.placed(120, 562, 0.7):
        things.pan(canvas, RUST.mid)
    children(canvas)
    father = {"look": 0.3, "mood": -1.0, "nod": 9.0, "left_hand": (-58.0, -110.0)}
    staging.at_table(canvas, FATHER, (430, 650), 1.18, right_hand=(52, -352), **father)
    mother = {"look": -0.5, "mood": -1.0, "nod": 4.0, "left_hand": (-96.0, -118.0)}
    staging.at_table(canvas, MOTHER, (860, 650), 1.18, right_hand=(24, -306), **mother)
    furniture.table(canvas, 250, 680, 820, 270, WOOD.soft, 116, panel=True)
    staging.arms_over(canvas, MOTHER, (860, 650), 1.18, (0,), **mother)
    letters(canvas)


def calendar(canvas: Canvas) -> None:
    """A leaf of a calendar with two rows of days left, the last one ringed."""
    canvas.cut(card(90, 120, 240, 250), WHITE, 0.9)
    canvas.fill(card(90, 120, 240, 48, 0), RUST.mid)
    for row in range(4):
        for column in range(7):
            x, y = 116 + 31 * column, 206 + 42 * row
            canvas.fill(rounded(x - 10, y - 11, 20, 22, 4), SLATE.soft)
            if row < 2:
                canvas.line(line((x - 10, y + 10), (x + 10, y - 10)), SLATE.full, 4)
    canvas.line(ellipse(302, 332, 25), RUST.full, 7)


def children(canvas: Canvas) -> None:
    """Two children who stand in the doorway, one with a toy bear."""
    canvas.cut(card(1170, 150, 350, 650), WHITE, 0.8)
    inside = card(1192, 172, 306, 630, 0)
    canvas.fill(inside, "#EFCF94")
    canvas.wash(inside, (1192, 172), (1192, 800), (("#FFF6D8", 1), ("#D9A964", 0.6)))
    girl = replace(MILA, skin=LIEN.skin, skirt=OCHRE.mid, top=OCHRE.soft)
    staging.stand(canvas, girl, (1270, 860), 0.78, Pose(look=-0.7, mood=-0.7, toes=(-1, 0)))
    boy = replace(SEM, skin=LIEN.skin, hair=HAIR_BLACK, extras=(), top=TEAL.mid)
    staging.stand(
        canvas, boy, (1420, 870), 0.62,
        Pose(look=-0.7, mood=-0.7, left_hand=(-20, -330), right_hand=(30, -330), toes=(-1, 0)),
    )  # fmt: skip
    with canvas.placed(1424, 668, 1.0):
        props.teddy(canvas, WOOD.mid)
    for x in (1400, 1446):
        canvas.cut(ellipse(x, 672, 11), boy.skin, 0.3)


def letters(canvas: Canvas) -> None:
    """A large pile of letters that nobody opened."""
    marks = (BLUE.mid, RUST.mid, None, GREEN.mid, BLUE.mid, None, PLUM.mid)
    for i in range(16):
        x = 570 + 62 * (i % 4) - 16 * (i // 4) * (i % 2)
        y = 790 - 26 * (i // 4)
        with canvas.placed(x, y, 1.15, (-16, 9, 22, -7, 14, -20, 5)[i % 7]):
            things.envelope(canvas, (WHITE, CREAM, WHITE, OCHRE.pale)[i % 4], 96, marks[i % 7])
    with canvas.placed(370, 770, 1.1):
        things.cup(canvas, TEAL.mid)


def pas(canvas: Canvas) -> None:
    """A woman in sports clothes shows a card in a greengrocer's; a man looks in from outside."""
    rooms.room(canvas, mix(GREEN.pale, GREEN.soft, 0.5), mix(WOOD.soft, SAND, 0.4), 800)
    outside_the_shop(canvas)
    for y in (220, 400):
        rooms.shelf(canvas, 1090, y, 460)
        for i in range(5):
            for k in range(3):
                tone = (RUST.mid, OCHRE.mid, GREEN.mid, PLUM.mid, RUST.full)[(i + y) % 5]
                canvas.cut(ellipse(1136 + 88 * i + 22 * k, y - 20 - 26 * (k == 1), 24), tone, 0.4)
    rooms.pendant(canvas, 900, 130, 80, GREEN.full)
    seller = replace(BRAM, extras=("beard", "apron"), accent=GREEN.full, top=CREAM)
    staging.at_table(
        canvas, seller, (1260, 690), 1.16, look=-0.8, mood=1.0,
        left_hand=(-120, -196), right_hand=(60, -150),
    )  # fmt: skip
    furniture.counter(canvas, 960, 700, 620, 260, mix(OCHRE.mid, WOOD.soft, 0.4))
    for x in (1080, 1480):
        with canvas.placed(x, 712, 0.9):
            things.crate(canvas)
    runner(canvas)


def runner(canvas: Canvas) -> None:
    """The woman in sports clothes with her card and an apple."""
    sporty = replace(
        NADIA, style="tail", extras=("stripes",), accent=WHITE, top=RUST.mid, legs=BLUE.deep,
        short_sleeves=True, shoes=RUST.full,
    )  # fmt: skip
    staging.stand(
        canvas, sporty, (790, 960), 1.14,
        Pose(look=0.8, mood=1.0, right_hand=(150, -404), left_hand=(-70, -290), toes=(1, 1)),
    )  # fmt: skip
    with canvas.placed(968, 470, 1.0, 8):
        canvas.cut(rounded(-58, -40, 116, 76, 10), TEAL.full, 0.7)
        for i in range(4):
            canvas.fill(ellipse(-36 + 24 * i, 14, 9), GOLD if i < 3 else lighter(TEAL.full, 0.4))
        with canvas.placed(-22, -14, 0.36):
            props.heart(canvas, 1.0, RUST.soft)


def outside_the_shop(canvas: Canvas) -> None:
    """A large window with the street, where a man leans and looks in."""
    spot = (70.0, 110.0, 560.0, 560.0)
    rooms.window(canvas, *spot, ("#A9C9D6", "#F6E3C4"), bars=(1, 1))
    with canvas.clipped(card(*spot, 0)):
        for i, x in enumerate((60, 250, 440)):
            tone = (PLUM.soft, OCHRE.soft, TEAL.soft)[i]
            houses.draw_house(canvas, houses.House(186, 300, tone, RUST.full, "steep"), x, 600)
        canvas.fill(card(60, 596, 600, 90, 0), SAND)
        smoker = replace(JORIS, extras=("beard",), top=SLATE.full, legs=INK)
        staging.stand(
            canvas, smoker, (300, 880), 0.96,
            Pose(look=0.8, mood=-0.5, right_hand=(104, -410), left_hand=(-56, -300)),
        )  # fmt: skip
        canvas.line(line((406, 480), (444, 468)), WHITE, 8)
        canvas.fill(ellipse(446, 467, 6), RUST.mid)
        things.vapour(canvas, 452, 452, 0.8)
    rooms.window_frame(canvas, *spot, bars=(1, 1))
