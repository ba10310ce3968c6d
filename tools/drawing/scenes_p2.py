"""The pictures of "Jong op het plein"."""

from dataclasses import replace

from tools.drawing import furniture, houses, props, rooms, staging, streets, things, vehicles
from tools.drawing.canvas import Canvas, Fade
from tools.drawing.looks import (
    BILAL,
    DALEN,
    FEM,
    GRACE,
    JAY,
    JORIS,
    KOFI,
    LEVI,
    LIEN,
    MILA,
    NOOR,
    SEM,
    SOFIA,
    TIM,
    WIT,
    YARA,
    YOUTH_WORKER,
    Person,
    in_dusk,
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
from tools.drawing.shapes import card, ellipse, limb, line, polygon, rounded, smooth

DUSK = "#39406B"


def late(who: Person, share: float = 0.16) -> Person:
    """Give the looks of someone under the lamps of a square."""
    return in_dusk(who, DUSK, share)


def cover(canvas: Canvas) -> None:
    """A square at dusk: youngsters on a wall, a woman at her window, a worker with tea."""
    streets.sky(canvas, "#5C5F98", "#F2A679", (700, 520), "#FFD9A0")
    far = (
        (60, SLATE.full),
        (250, PLUM.full),
        (440, SLATE.full),
        (640, PLUM.full),
        (830, SLATE.full),
    )
    for i, (x, tone) in enumerate(far):
        house = houses.House(
            188, 240, mix(tone, DUSK, 0.3), "#3B3558", ("steep", "bell", "flat")[i % 3]
        )
        panes = houses.draw_house(canvas, house, x, 640)
        houses.lit_pane(canvas, panes[i % 3], 0.9)
    streets.paving(canvas, 640, mix(SAND, "#8C7A9C", 0.55))
    home(canvas)
    streets.lamp_post(canvas, 860, 770, 600, lit=True)
    wall_with_youngsters(canvas)
    staging.stand(
        canvas, late(YOUTH_WORKER, 0.06), (960, 960), 1.06,
        staging.walking(
            46, to_right=False, left_hand=(-112, -330), right_hand=(54, -326), mood=1.0
        ),
    )  # fmt: skip
    for x in (842, 1018):
        with canvas.placed(x, 622, 1.2):
            things.cup(canvas, CREAM, steam=True)


def home(canvas: Canvas) -> None:
    """A house on the right with an old woman behind a lit window."""
    front = card(1150, 60, 480, 800, 0)
    canvas.cut(front, mix(RUST.full, DUSK, 0.4), 1.2)
    canvas.speckle(front, Fade((1600, 860), (1150, 60), 0.6), INK, 0.24, 3)
    canvas.cut(card(1120, 30, 520, 52), mix(CREAM, DUSK, 0.3), 0.9)
    canvas.glow((1380, 420), 460, GOLD, 0.5)
    houses.shop_window(canvas, 1230, 240, 300, 380)
    with canvas.clipped(card(1230, 240, 300, 380, 0)):
        rooms.pendant(canvas, 1460, 310, 44, RUST.mid)
        staging.at_table(canvas, WIT, (1370, 620), 1.06, look=-0.8, mood=-0.1)
        canvas.cut(card(1220, 585, 320, 60), WOOD.mid, 0.4)
        with canvas.placed(1480, 588, 0.62):
            things.plant(canvas, TEAL.mid)
    houses.window_bars(canvas, 1230, 240, 300, 380, 1)
    canvas.cut(card(1204, 626, 352, 22), CREAM, 0.7)


def wall_with_youngsters(canvas: Canvas) -> None:
    """A low wall with five youngsters on it and two bikes against it."""
    canvas.cut(card(-20, 748, 770, 150), mix(RUST.mid, DUSK, 0.35), 1.0)
    for i in range(26):
        canvas.fill(
            rounded((i * 173) % 740, 790 + 34 * (i % 3), 50, 16, 3), mix(RUST.full, DUSK, 0.5), 0.5
        )
    canvas.cut(card(-30, 734, 790, 30), mix(SAND, DUSK, 0.3), 0.7)
    for who, x, look, mood in (
        (JAY, 96, 0.6, 0.8), (FEM, 240, -0.5, 1.0), (YARA, 384, 0.5, 0.7), (TIM, 530, -0.6, 0.9),
        (KOFI, 676, 0.7, 0.5),
    ):  # fmt: skip
        staging.seated_front(canvas, late(who), (x, 888), 0.94, None, look=look, mood=mood)
    with canvas.placed(404, 700, 1.0):
        things.phone(canvas)
    with canvas.placed(150, 962, 0.9):
        streets.bike(canvas, TEAL.mid)
    with canvas.placed(600, 956, 1.1):
        props.ball(canvas, 36)


def plein(canvas: Canvas) -> None:
    """Laughing youngsters with scooters at night; a man in pyjamas leans out of his window."""
    streets.sky(canvas, "#1D2747", "#3D4673")
    facade = card(-10, 40, 1620, 640, 0)
    canvas.cut(facade, "#4A4668", 0.8)
    canvas.speckle(facade, Fade((1600, 680), (0, 40), 0.5), INK, 0.3, 4)
    canvas.cut(card(-10, 20, 1620, 40), "#6A6488", 0.6)
    for i in range(6):
        for y in (110, 400):
            dark = (60 + 264 * i, float(y), 170.0, 210.0)
            if not (i == 3 and y == 110):
                houses.pane(canvas, dark, "#2C3354", "#8A86A2")
    open_window(canvas)
    streets.paving(canvas, 670, "#5A5878")
    for x in (250, 1400):
        canvas.glow((x, 900), 420, "#FFD98C", 0.32)
        streets.lamp_post(canvas, x, 760, 560, lit=True)
    crowd(canvas)
    litter(canvas)


def open_window(canvas: Canvas) -> None:
    """The lit window, open wide, with a man who leans out."""
    canvas.glow((937, 220), 420, GOLD, 0.6)
    inside = card(840, 92, 200, 246, 0)
    canvas.cut(card(826, 78, 228, 274), CREAM, 0.5)
    canvas.fill(inside, "#F8DD94")
    for side, x in ((-1, 826), (1, 1054)):
        wing = polygon([(x, 82), (x + side * 70, 62), (x + side * 70, 372), (x, 350)])
        canvas.cut(wing, "#BFD6DA", 0.8)
        canvas.line(wing, CREAM, 10)
    sleeper = replace(DALEN, top=BLUE.soft, extras=("stripes", "collar"), accent=WHITE)
    with canvas.clipped(card(700, -10, 480, 366, 0)):
        staging.at_table(
            canvas, sleeper, (940, 386), 0.86, look=-0.3, nod=6, mood=-1.0,
            left_hand=(-94, -112), right_hand=(104, -310),
        )  # fmt: skip
    canvas.cut(card(806, 340, 268, 24), CREAM, 0.7)


def crowd(canvas: Canvas) -> None:
    """Ten youngsters and four scooters."""
    back = (
        (BILAL, 200, 0.7), (SOFIA, 420, -0.7), (KOFI, 640, 0.5), (YARA, 1010, -0.6),
        (LEVI, 1240, 0.6), (JAY, 1430, -0.7),
    )  # fmt: skip
    for i, (who, x, look) in enumerate(back):
        staging.stand(
            canvas, late(who, 0.2), (x, 880), 0.84,
            Pose(look=look, mood=1.0, right_hand=(90, -330) if i % 2 else None),
        )  # fmt: skip
    for x, y, tone in ((330, 936, RUST.full), (760, 926, TEAL.full), (1140, 936, OCHRE.full)):
        with canvas.placed(x, y, 1.1):
            vehicles.scooter(canvas, tone)
    for who, x, look, hand in (
        (TIM, 560, 0.6, (100, -430)), (FEM, 920, -0.7, (70, -300)), (JAY, 1340, -0.6, (60, -390)),
    ):  # fmt: skip
        person = replace(who, top=PLUM.mid) if who is JAY else who
        staging.stand(
            canvas, late(person, 0.12), (x, 962), 0.96, Pose(look=look, mood=1.0, right_hand=hand)
        )
    staging.seated_side(canvas, late(BILAL, 0.12), (762, 942), 0.92, None, mood=1.0)


def litter(canvas: Canvas) -> None:
    """Cans and an open box on the ground."""
    for x, y, turn, tone in (
        (110, 950, 80, RUST.mid), (250, 976, 20, TEAL.mid), (1500, 966, 70, OCHRE.mid),
        (1080, 984, 84, RUST.mid),
    ):  # fmt: skip
        with canvas.placed(x, y, 1.0, turn):
            canvas.cut(rounded(-13, -44, 26, 44, 6), tone, 0.4)
            canvas.fill(card(-13, -30, 26, 12, 0), WHITE, 0.8)
    canvas.cut(polygon([(660, 974), (790, 974), (806, 996), (644, 996)]), WOOD.soft, 0.6)
    canvas.fill(ellipse(725, 984, 52, 9), OCHRE.mid)
    for x in (696, 724, 748):
        canvas.fill(ellipse(x, 983, 7, 3), RUST.full)
    canvas.cut(polygon([(660, 974), (790, 974), (770, 946), (676, 946)]), WOOD.pale, 0.5)


def jeugdhulp(canvas: Canvas) -> None:
    """Children and parents wait before a closed door; outside a worker plays football."""
    rooms.room(canvas, mix(PLUM.pale, BLUE.soft, 0.35), mix(SLATE.soft, SAND, 0.5), 770)
    spot = (620.0, 70.0, 900.0, 400.0)
    rooms.window(canvas, *spot, ("#A9D0DC", "#FCEBC8"), bars=(3, 1))
    with canvas.clipped(card(*spot, 0)):
        field(canvas)
    rooms.window_frame(canvas, *spot, bars=(3, 1))
    rooms.door(canvas, 90, 190, 290, 580, RUST.full)
    rooms.clock(canvas, 500, 190, 62, 4.3)
    waiting(canvas)


def field(canvas: Canvas) -> None:
    """The grass behind the window with a worker and four youngsters around a ball."""
    streets.hill(canvas, [(600, 250), (1000, 220), (1600, 250)], GREEN.soft)
    streets.hill(canvas, [(600, 330), (1600, 320)], GREEN.mid)
    streets.tree(canvas, 690, 340, 260, GREEN.mid, 4)
    for who, x, y, size, to_right in (
        (YOUTH_WORKER, 1090, 452, 0.54, True), (KOFI, 880, 440, 0.48, True),
        (FEM, 1290, 446, 0.48, False), (LEVI, 1420, 426, 0.44, False), (JAY, 760, 456, 0.46, True),
    ):  # fmt: skip
        pose = staging.walking(
            70, to_right=to_right, mood=1.0, left_hand=(-110, -380), right_hand=(110, -360)
        )
        staging.stand(canvas, who, (x, y), size, pose)
    with canvas.placed(1184, 436, 0.7):
        props.ball(canvas)


def waiting(canvas: Canvas) -> None:
    """The row of chairs with children and parents."""
    for who, x, size, look, mood in (
        (LIEN, 490, 0.98, -0.6, -0.5), (NOOR, 658, 0.66, 0.4, -0.4), (SEM, 832, 0.68, -0.6, -0.6),
        (JORIS, 1000, 0.98, -0.5, -0.3), (MILA, 1168, 0.66, 0.2, -0.5),
        (GRACE, 1330, 0.98, -0.6, -0.4), (TIM, 1496, 0.86, -0.4, -0.8),
    ):  # fmt: skip
        with canvas.placed(x, 930, 0.98):
            furniture.chair(canvas, WOOD.mid)
        lift = 0 if size > 0.8 else 150 * (0.98 - size)
        staging.seated_front(
            canvas, who, (x, 930 - lift), size, None, look=look, mood=mood,
            nod=5 if mood < -0.5 else 0,
        )  # fmt: skip


def de_vijf(canvas: Canvas) -> None:
    """Many play basketball in the light; five stand apart in shadow, a worker in between."""
    streets.sky(canvas, "#A9D0DC", "#FCEBC8", (240, 140))
    streets.cloud(canvas, 620, 120, 1.0, WHITE, 3)
    streets.hill(canvas, [(0, 520), (500, 490), (1100, 530)], GREEN.soft)
    streets.tree(canvas, 70, 620, 380, GREEN.mid, 3)
    streets.tree(canvas, 930, 610, 340, GREEN.mid, 5)
    court = card(-10, 590, 1620, 420, 0)
    canvas.cut(court, mix(RUST.soft, OCHRE.soft, 0.5), 0.6)
    canvas.line(ellipse(430, 800, 330, 90), WHITE, 8, 0.9)
    canvas.line(line((-10, 640), (1000, 640)), WHITE, 8, 0.9)
    hoop(canvas)
    players(canvas)
    gallery(canvas)
    staging.stand(
        canvas, YOUTH_WORKER, (850, 966), 1.08,
        Pose(look=-0.1, mood=-0.2, left_hand=(-128, -350), right_hand=(128, -350), toes=(-1, 1)),
    )  # fmt: skip


def hoop(canvas: Canvas) -> None:
    """A basket on a post."""
    canvas.cut(limb([(90, 800), (90, 200), (150, 160)], [22, 20, 16]), SLATE.full, 0.8)
    canvas.cut(card(120, 60, 190, 150), WHITE, 0.9)
    canvas.line(card(180, 120, 76, 60, 0), RUST.full, 7)
    for x in (196, 214, 232, 250, 268, 284):
        canvas.line(line((x, 206), (228 + (x - 240) * 0.6, 280)), WHITE, 4)
    canvas.line(ellipse(240, 204, 50, 12), RUST.full, 9)


def players(canvas: Canvas) -> None:
    """The large group with a ball in the air."""
    for who, x, y, size, look, hands in (
        (YARA, 690, 730, 0.66, -0.6, ((-60, -300), (80, -320))),
        (LEVI, 180, 760, 0.68, 0.6, ((-70, -300), (90, -420))),
        (FEM, 520, 790, 0.72, -0.6, ((-100, -430), (80, -300))),
        (KOFI, 360, 800, 0.78, -0.4, ((-110, -620), (20, -640))),
        (SOFIA, 650, 900, 0.82, -0.7, ((-110, -400), (90, -350))),
        (JAY, 200, 940, 0.88, 0.6, ((-90, -380), (116, -420))),
    ):  # fmt: skip
        staging.stand(
            canvas, who, (x, y), size,
            Pose(look=look, mood=1.0, left_hand=hands[0], right_hand=hands[1],
                 left_foot=(-60, 0), right_foot=(60, 0), hip=(0, -296)),
        )  # fmt: skip
    staging.in_wheelchair(
        canvas, replace(TIM, top=PLUM.mid), (440, 968), 0.82, TEAL.full, mood=1.0,
        right_hand=(120, -330),
    )  # fmt: skip
    canvas.cut(ellipse(302, 262, 36), RUST.mid, 0.6)
    canvas.line(line((268, 262), (338, 262)), RUST.deep, 4)
    canvas.line(line((302, 227), (302, 297)), RUST.deep, 4)


def gallery(canvas: Canvas) -> None:
    """The dark space under a gallery with five boys."""
    shade = card(1010, 60, 620, 960, 0)
    canvas.cut(shade, mix(SLATE.full, DUSK, 0.4), 1.4)
    canvas.fill(card(1010, 760, 620, 260, 0), mix(SLATE.deep, DUSK, 0.3))
    canvas.speckle(shade, Fade((1600, 1000), (1090, 200), 0.6), INK, 0.3, 3)
    canvas.cut(card(970, -10, 660, 190), mix(SAND, SLATE.mid, 0.3), 1.2)
    for i in range(15):
        canvas.cut(card(984 + 44 * i, 30, 12, 120, 0), SLATE.full, 0.3)
    canvas.cut(card(970, 14, 660, 20), SLATE.deep, 0.4)
    canvas.cut(card(1010, 180, 50, 720), mix(SAND, SLATE.mid, 0.4), 1.0)
    boys = (
        (BILAL, 1140, 850, 0.86, -0.5), (replace(TIM, top=SLATE.full), 1330, 840, 0.86, 0.4),
        (replace(LEVI, top=BLUE.full, style="beanie", accent=SLATE.mid), 1520, 850, 0.86, -0.6),
        (replace(JAY, top=SLATE.soft), 1236, 966, 0.96, 0.5),
        (replace(BILAL, top=GREEN.full, skin=LEVI.skin, style="short"), 1426, 966, 0.96, -0.7),
    )  # fmt: skip
    for who, x, y, size, look in boys:
        staging.stand(
            canvas, in_dusk(who, "#232A4A", 0.28), (x, y), size,
            Pose(look=look, mood=-0.5, left_hand=(-36, -290), right_hand=(36, -290)),
        )  # fmt: skip


def in_vertrouwen(canvas: Canvas) -> None:
    """A boy with a small parcel beside a youth worker on a bench; two girls play further on."""
    streets.sky(canvas, "#7F9CBF", "#F6CFA2", (1250, 330), "#FFE2B0")
    for i, x in enumerate((-30, 180, 400, 1240, 1440)):
        tone = (RUST.soft, OCHRE.soft, PLUM.soft, TEAL.soft, RUST.soft)[i]
        house = houses.House(210, 230, mix(tone, DUSK, 0.16), RUST.full, ("steep", "bell")[i % 2])
        houses.draw_house(canvas, house, x, 560)
    streets.hill(canvas, [(0, 560), (800, 540), (1600, 560)], mix(GREEN.soft, GREEN.mid, 0.4))
    path = smooth([(-40, 820), (500, 760), (1100, 780), (1660, 740), (1660, 1060), (-40, 1060)])
    canvas.cut(path, mix(SAND, PLUM.soft, 0.15), 0.6)
    streets.tree(canvas, 1440, 760, 640, GREEN.mid, 4)
    sisters(canvas)
    with canvas.placed(1330, 880, 1.15, flip=True):
        vehicles.scooter(canvas, RUST.full)
    with canvas.placed(820, 930, 1.3):
        furniture.bench(canvas, 560)
    boy = replace(TIM, top=SLATE.mid, accent=RUST.full)
    staging.seated_front(
        canvas, boy, (700, 940), 1.2, None, look=-0.2, nod=9, mood=-0.9,
        left_hand=(-42, -206), right_hand=(42, -206),
    )  # fmt: skip
    with canvas.placed(700, 738, 1.0):
        parcel(canvas)
    staging.seated_front(
        canvas, YOUTH_WORKER, (960, 940), 1.2, None, look=-0.8, lean=-3, mood=0.1,
        left_hand=(-46, -226), right_hand=(40, -158),
    )  # fmt: skip


def parcel(canvas: Canvas) -> None:
    """A small parcel, held in the lap by two hands."""
    props.box(canvas, 104, 74, WOOD.mid)
    for x in (-50, 50):
        canvas.cut(ellipse(x, -40, 18), TIM.skin, 0.4)


def sisters(canvas: Canvas) -> None:
    """Two little girls with a ball on the grass."""
    staging.stand(
        canvas, NOOR, (170, 720), 0.46,
        Pose(look=0.7, mood=1.0, left_hand=(-90, -330), right_hand=(110, -400)),
    )  # fmt: skip
    staging.stand(
        canvas, replace(NOOR, top=OCHRE.mid, skirt=GREEN.mid, style="braids"), (430, 730), 0.5,
        Pose(look=-0.7, mood=1.0, left_hand=(-120, -420), right_hand=(100, -380)),
    )  # fmt: skip
    with canvas.placed(300, 470, 0.9):
        canvas.cut(ellipse(0, 0, 32), RUST.mid, 0.5)
        canvas.fill(rounded(-32, -8, 64, 16, 6), WHITE, 0.9)
