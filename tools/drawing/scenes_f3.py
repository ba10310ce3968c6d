"""The pictures of "Tellen of vertellen"."""

from dataclasses import replace

from tools.drawing import furniture, houses, props, rooms, staging, streets, things
from tools.drawing.canvas import Canvas
from tools.drawing.looks import (
    AMINA,
    BRAM,
    COOK,
    DALEN,
    ELIAS,
    GRACE,
    INGRID,
    JORIS,
    KARIM,
    LOTTE,
    MILA,
    NADIA,
    SAMUEL,
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
from tools.drawing.shapes import card, ellipse, line, polygon, rounded

AUDITOR = replace(DALEN, extras=("glasses", "blazer"), top=SLATE.full, accent=WHITE)
TOLD = replace(TESS, hair=TESS.hair, extras=("cardigan",), top=PLUM.full, accent=CREAM)
STAFF = replace(NADIA, extras=("lanyard",), accent=OCHRE.soft)
COLLEAGUE = replace(KARIM, top=GREEN.mid, extras=("beard", "lanyard"), accent=OCHRE.soft)


def cover(canvas: Canvas) -> None:
    """A long table: on the left one counts, on the right one tells and two listen."""
    rooms.room(canvas, mix(OCHRE.soft, OCHRE.mid, 0.35), mix(WOOD.mid, RUST.mid, 0.2), 800)
    for x in (60, 1330):
        rooms.window(canvas, x, 90, 210, 430, ("#CFE2E3", "#FBEBCB"), CREAM, (1, 3))
        rooms.outside(canvas, x, 90, 210, 430, (TEAL.soft, GREEN.soft, GREEN.mid))
        rooms.window_frame(canvas, x, 90, 210, 430, CREAM, (1, 3))
    spoken(canvas)
    staging.at_table(
        canvas, replace(JORIS, extras=("collar", "glasses")), (420, 660), 1.22, look=-0.2,
        nod=5, mood=-0.1, left_hand=(-84, -176), right_hand=(86, -150),
    )  # fmt: skip
    staging.at_table(
        canvas,
        replace(NADIA, extras=()),
        (800, 650),
        1.1,
        look=0.8,
        left_hand=(-30, -140),
        right_hand=(40, -214),
    )
    staging.at_table(
        canvas, GRACE, (1090, 680), 1.14, look=0.2, mood=1.0,
        left_hand=(-128, -250), right_hand=(128, -250),
    )  # fmt: skip
    staging.at_table(canvas, ELIAS, (1390, 650), 1.1, look=-0.8, left_hand=(-36, -226))
    furniture.table(canvas, 70, 680, 1460, 260, WOOD.soft, 116, panel=True)
    with canvas.placed(350, 790, 1.18):
        props.abacus(canvas, 250, 190)
    for x, sheets, seed in ((140, 30, 3), (590, 17, 6)):
        with canvas.placed(x, 780, 1.1):
            things.heap(canvas, sheets, 120, seed)
    for x, tone in ((850, TEAL.mid), (1220, OCHRE.mid), (1400, WHITE)):
        with canvas.placed(x, 760, 1.1):
            things.cup(canvas, tone, steam=True)


def spoken(canvas: Canvas) -> None:
    """What the woman tells, as small pictures in the shape of speech."""
    shape = rounded(640, 22, 620, 250, 110)
    canvas.cut(shape.united(polygon([(990, 260), (1100, 260), (1060, 330)])), WHITE, 1.2)
    for x, tone in ((760, TEAL.pale), (950, RUST.pale), (1140, OCHRE.pale)):
        canvas.fill(ellipse(x, 146, 84), tone)
    with canvas.placed(718, 204, 0.38):
        houses.draw_house(canvas, houses.House(230, 210, TEAL.soft, RUST.full, "steep"), 0, 0)
    with canvas.placed(950, 146, 1.3):
        props.heart(canvas)
    with canvas.clipped(ellipse(1140, 146, 84)):
        staging.at_table(canvas, WIT, (1104, 228), 0.48, look=0.8)
        staging.at_table(canvas, KARIM, (1180, 228), 0.48, look=-0.8)


def opdracht(canvas: Canvas) -> None:
    """A very thick bundle next to one sheet: one points at the sheet, one holds the bundle."""
    rooms.room(canvas, mix(GREEN.pale, TEAL.soft, 0.4), mix(WOOD.soft, SAND, 0.3), 800)
    rooms.bookcase(canvas, 60, 90, 330, 620, 4)
    rooms.window(canvas, 620, 90, 360, 300, ("#CFE2E3", "#FBEBCB"))
    rooms.outside(canvas, 620, 90, 360, 300, (TEAL.soft, GREEN.soft, GREEN.mid))
    rooms.window_frame(canvas, 620, 90, 360, 300)
    rooms.clock(canvas, 1320, 200, 76, 10.2)
    holding = {
        "look": 0.7, "mood": -0.9, "left_hand": (-74.0, -200.0), "right_hand": (110.0, -196.0),
    }  # fmt: skip
    staging.at_table(canvas, AUDITOR, (500, 640), 1.26, **holding)
    clerk = replace(AMINA, top=RUST.full, skirt=None, accent=OCHRE.mid)
    pointing = {"look": -0.7, "mood": 0.8, "lean": -5.0, "left_hand": (-140.0, -112.0)}
    staging.at_table(canvas, clerk, (1210, 640), 1.26, right_hand=(70, -140), **pointing)
    furniture.table(canvas, 150, 670, 1300, 270, WOOD.mid, 130, panel=True)
    with canvas.placed(526, 790, 1.0):
        bundle(canvas)
    staging.arms_over(canvas, AUDITOR, (500, 640), 1.26, (0, 1), **holding)
    canvas.cut(polygon([(900, 700), (1060, 700), (1096, 790), (880, 790)]), WHITE, 0.8)
    for i in range(4):
        y = 722 + 17 * i
        canvas.line(line((914 - 3 * i, y), (1010 + (30, 8, 36, -20)[i], y)), SLATE.mid, 5)
    staging.arms_over(canvas, clerk, (1210, 640), 1.26, (0,), **pointing)
    with canvas.placed(1350, 760, 1.1):
        things.cup(canvas, TEAL.full)
    with canvas.placed(1500, 940, 1.2):
        things.plant(canvas, RUST.mid)


def bundle(canvas: Canvas) -> None:
    """The bundle of paper with its coloured tabs."""
    things.heap(canvas, 27, 240, 7)
    for i, tone in enumerate((RUST.mid, TEAL.mid, OCHRE.mid, PLUM.mid)):
        canvas.cut(card(112, -50 - 52 * i, 42, 20), tone, 0.3)


def filmpje(canvas: Canvas) -> None:
    """A woman in a shop turns away from two who point; her face is on a screen."""
    rooms.room(canvas, mix(TEAL.soft, BLUE.soft, 0.4), mix(SLATE.soft, SAND, 0.6), 800)
    for x, width in ((-20, 430), (1130, 500)):
        goods(canvas, x, width)
    screen(canvas)
    staging.stand(
        canvas, replace(TOLD, extras=("cardigan", "scarf"), accent=GREEN.mid), (1130, 950), 1.16,
        staging.walking(46, look=0.9, mood=-1.0, nod=8, left_hand=(-70, -270),
                        right_hand=(36, -446)),
    )  # fmt: skip
    with canvas.placed(1046, 770, 0.95):
        props.basket(canvas, OCHRE.mid, RUST.full)
    staging.stand(
        canvas, BRAM, (290, 950), 1.12,
        Pose(look=0.8, mood=0.8, right_hand=(186, -430), left_hand=(-62, -260), toes=(1, 1)),
    )  # fmt: skip
    staging.stand(
        canvas, replace(COOK, extras=("stripes",), accent=WHITE), (520, 960), 1.06,
        Pose(look=0.8, mood=0.6, left_hand=(-18, -330), right_hand=(178, -420), toes=(1, 1)),
    )  # fmt: skip
    with canvas.placed(506, 640, 1.2, -6):
        things.phone(canvas)


def goods(canvas: Canvas, x: float, width: float) -> None:
    """A rack with jars, boxes and fruit."""
    canvas.cut(card(x, 250, width, 560), mix(WOOD.soft, SAND, 0.3), 1.0)
    tones = (RUST.mid, OCHRE.mid, GREEN.mid, PLUM.mid, BLUE.mid, CREAM, TEAL.mid)
    for row in range(4):
        base = 384 + 136 * row
        canvas.fill(card(x + 12, base - 122, width - 24, 122, 0), WOOD.mid, 0.4)
        px, i = x + 22.0, row * 3
        while px < x + width - 70:
            wide, high = (46, 58, 40)[i % 3], (92, 70, 84, 60)[i % 4]
            if row == 2:
                canvas.cut(ellipse(px + 22, base - 24, 25), tones[i % 3], 0.3)
            else:
                canvas.cut(rounded(px, base - high, wide, high, 8), tones[i % 7], 0.4)
                canvas.fill(card(px, base - high * 0.66, wide, high * 0.3, 0), WHITE, 0.7)
            px, i = px + wide + 6, i + 1
        canvas.cut(card(x, base, width, 14), WOOD.full, 0.4)


def screen(canvas: Canvas) -> None:
    """A large screen that shows the same woman, with a round button to play."""
    for x in (640, 960):
        canvas.line(line((x, -10), (x, 90)), SLATE.deep, 8)
    canvas.cut(rounded(530, 80, 540, 350, 16), INK, 1.2)
    inside = card(550, 100, 500, 292, 0)
    canvas.fill(inside, OCHRE.soft)
    with canvas.clipped(inside):
        canvas.wash(inside, (550, 100), (1050, 392), (("#FFF3D0", 1), ("#E9A950", 0.7)))
        staging.at_table(canvas, replace(TOLD, accent=CREAM), (800, 560), 1.3, look=0.0, mood=0.9)
    canvas.fill(rounded(570, 402, 460, 10, 5), SLATE.full)
    canvas.fill(rounded(570, 402, 190, 10, 5), RUST.mid)
    canvas.cut(ellipse(986, 330, 40), WHITE, 0.5)
    canvas.fill(polygon([(972, 308), (972, 352), (1010, 330)]), RUST.full)


def honderd_punten(canvas: Canvas) -> None:
    """Four pots with a sign each; four people divide round chips over them."""
    rooms.room(canvas, mix(OCHRE.pale, OCHRE.soft, 0.6), WOOD.soft, 800)
    for x in (240, 800, 1360):
        rooms.pendant(canvas, x, 110, 74, TEAL.full)
    spots = (170, 705, 905, 1430)
    people = (
        (LOTTE, 0.6, (120, -236)), (SAMUEL, -0.6, (96, -256)), (WIT, 0.6, (110, -226)),
        (AMINA, -0.7, (96, -250)),
    )  # fmt: skip
    for (who, look, hand), x in zip(people, spots, strict=True):
        side = 1 if look > 0 else -1
        hands = {"right_hand": hand} if side > 0 else {"left_hand": (-hand[0], hand[1])}
        staging.at_table(canvas, who, (x, 520), 1.16, look=look, nod=4, mood=0.3, **hands)
        chip = (x + side * hand[0] * 1.16 + side * 14, 520 + (150 + hand[1]) * 1.16 + 26)
        with canvas.placed(*chip, 1.3):
            things.coin(canvas, 19, (RUST.mid, BLUE.mid)[side > 0])
    furniture.table(canvas, 20, 560, 1560, 400, WOOD.mid, 240, panel=True)
    for x, chips in ((310, (4, 4, 3)), (590, (4, 2)), (1030, (3,)), (1310, (4, 4, 1))):
        with canvas.placed(x, 790, 1.0):
            props.tall_glass(canvas, TEAL.soft, chips)
    signs(canvas)
    for x, y in ((120, 760), (156, 772), (800, 766), (840, 780), (1460, 772), (1490, 786)):
        with canvas.placed(x, y, 1.0):
            things.coins(canvas, 2, (RUST.mid, OCHRE.mid, BLUE.mid)[x % 3])


def signs(canvas: Canvas) -> None:
    """The four signs in front: a tree, a lamp, a magnifying glass and an umbrella."""
    for x, tone in ((310, GREEN.pale), (590, OCHRE.pale), (1030, BLUE.pale), (1310, PLUM.pale)):
        canvas.cut(rounded(x - 84, 770, 168, 176, 18), tone, 0.9)
    streets.tree(canvas, 310, 936, 160, GREEN.mid, 3)
    with canvas.placed(590, 852, 1.25):
        props.lightbulb(canvas)
    with canvas.placed(1014, 842, 1.15):
        props.magnifier(canvas)
    with canvas.placed(1310, 926, 0.82):
        props.umbrella(canvas, PLUM.mid, 84)


def nieuwe_ronde(canvas: Canvas) -> None:
    """Three groups before a community house: staff, residents and others with plans."""
    streets.sky(canvas, "#B9D6DC", "#FCEBC8", (1380, 150))
    streets.cloud(canvas, 260, 130, 1.0, WHITE, 4)
    streets.hill(canvas, [(0, 560), (500, 520), (1100, 560), (1600, 530)], GREEN.soft)
    streets.tree(canvas, 160, 780, 560, GREEN.mid, 3)
    streets.tree(canvas, 1470, 780, 500, GREEN.mid, 6)
    streets.paving(canvas, 770, SAND)
    houses.community_house(canvas, 460, 780, OCHRE.soft)
    houses.open_door(canvas, 736, 780, 130, 232, TEAL.full)
    staff(canvas)
    neighbours_with_aprons(canvas)
    bidders(canvas)


def staff(canvas: Canvas) -> None:
    """Two of the present staff with their keys."""
    staging.stand(
        canvas, COLLEAGUE, (116, 950), 1.02,
        Pose(look=0.7, mood=0.1, left_hand=(-58, -262), right_hand=(66, -262), toes=(0, 1)),
    )  # fmt: skip
    staging.stand(
        canvas, STAFF, (304, 960), 1.02,
        Pose(look=0.7, mood=0.1, left_hand=(-64, -250), right_hand=(92, -396), toes=(0, 1)),
    )  # fmt: skip
    with canvas.placed(398, 556, 1.0):
        things.key_ring(canvas, 5)


def neighbours_with_aprons(canvas: Canvas) -> None:
    """Two residents and a child in aprons, beside the open door."""
    cook = replace(BRAM, extras=("beard", "apron"), accent=CREAM, legs=BLUE.deep)
    staging.stand(
        canvas, cook, (640, 950), 1.0,
        Pose(look=0.5, left_hand=(-60, -330), right_hand=(62, -330), toes=(-1, 1)),
    )  # fmt: skip
    with canvas.placed(640, 650, 0.68):
        things.pan(canvas, RUST.full)
    staging.stand(
        canvas, replace(GRACE, extras=("dots", "apron"), accent=TEAL.soft), (980, 946), 1.0,
        Pose(look=-0.5, left_hand=(-70, -300), toes=(-1, 1)),
    )  # fmt: skip
    staging.stand(
        canvas, replace(MILA, extras=("apron",), accent=OCHRE.soft), (820, 970), 0.64,
        Pose(look=0.2, right_hand=(86, -330), toes=(-1, 1), mood=1.0),
    )  # fmt: skip


def bidders(canvas: Canvas) -> None:
    """Two others who come with plans under their arms."""
    staging.stand(
        canvas, SAMUEL, (1296, 960), 1.02,
        Pose(look=-0.8, left_hand=(-84, -330), right_hand=(62, -270), toes=(-1, 0)),
    )  # fmt: skip
    with canvas.placed(1256, 620, 1.1, -16):
        props.roll(canvas, WHITE, 190)
    canvas.cut(ellipse(1208, 626, 17), SAMUEL.skin, 0.3)
    staging.stand(
        canvas, INGRID, (1492, 950), 1.02,
        Pose(look=-0.8, left_hand=(-40, -330), right_hand=(66, -260), toes=(-1, 0)),
    )  # fmt: skip
    with canvas.placed(1484, 622, 1.1, -60):
        props.roll(canvas, BLUE.pale, 190)
    canvas.cut(ellipse(1452, 614, 17), INGRID.skin, 0.3)
