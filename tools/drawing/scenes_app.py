"""The pictures for the general pages: one street at several times, roles and talk."""

from dataclasses import dataclass, replace

from tools.drawing import furniture, houses, rooms, staging, streets, things
from tools.drawing.canvas import Canvas, Fade, everything
from tools.drawing.looks import (
    AMINA,
    BRAM,
    DOCTOR,
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
    WIT,
    YUSUF,
    in_dusk,
)
from tools.drawing.palette import (
    BLUE,
    CREAM,
    GOLD,
    GREEN,
    HAIR_WHITE,
    INK,
    OCHRE,
    PAPER,
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
from tools.drawing.shapes import card, ellipse, leaf, limb, line, polygon, smooth

STREET = (
    houses.House(250, 330, RUST.soft, SLATE.full, "steep", TEAL.full, box=True),
    houses.House(220, 380, OCHRE.soft, RUST.full, "step", BLUE.full, door_at=1),
    houses.House(
        300,
        300,
        mix(TEAL.soft, WHITE, 0.2),
        RUST.full,
        "hip",
        RUST.full,
        columns=3,
        door_at=1,
        box=True,
    ),
    houses.House(220, 390, PLUM.soft, SLATE.full, "bell", GREEN.full),
    houses.House(250, 320, CREAM, RUST.full, "steep", PLUM.full, door_at=1, box=True),
    houses.House(
        240, 360, mix(RUST.mid, RUST.soft, 0.4), SLATE.full, "flat", OCHRE.full, columns=2
    ),
    houses.House(240, 340, GREEN.soft, SLATE.full, "steep", BLUE.full),
)
FOOT = 760.0


def front_row(canvas: Canvas) -> list[houses.Pane]:
    """Draw the row of houses and give the places of its windows."""
    x = -50.0
    panes: list[houses.Pane] = []
    for house in STREET:
        panes += houses.draw_house(canvas, house, x, FOOT)
        x += house.width + 4
    return panes


def welcome(canvas: Canvas) -> None:
    """A street in the morning light, with neighbours on their way."""
    streets.sky(canvas, "#B5D5DC", "#FDE9C0", (1240, 170))
    streets.cloud(canvas, 330, 120, 1.1, WHITE, 2)
    streets.cloud(canvas, 820, 90, 0.7, WHITE, 7)
    streets.hill(canvas, [(0, 480), (500, 430), (1100, 470), (1600, 430)], GREEN.soft)
    front_row(canvas)
    streets.paving(canvas, FOOT, SAND, rows=4)
    streets.road(canvas, 930, 90, SLATE.mid)
    for x, seed in ((110, 3), (1500, 6)):
        streets.tree(canvas, x, 850, 430, GREEN.mid, seed)
    streets.lamp_post(canvas, 770, 860, 400)
    with canvas.placed(1010, 884, 0.86):
        streets.bike(canvas, RUST.full)
    with canvas.placed(420, 868, 0.72):
        furniture.bench(canvas, 330)
    staging.seated_front(canvas, ELIAS, (360, 872), 0.7, None, look=0.6, right_hand=(50, -226))
    staging.seated_front(canvas, AMINA, (482, 872), 0.7, None, look=-0.6)
    with canvas.placed(396, 716, 0.66):
        things.cup(canvas, RUST.mid)
    staging.stand(
        canvas, WIT, (640, 900), 0.72,
        staging.walking(30, left_hand=(84, -214), right_hand=(104, -212), elbows=(-1, -1), lean=6),
    )  # fmt: skip
    with canvas.placed(742, 906, 0.78):
        furniture.rollator(canvas, TEAL.full)
    staging.stand(
        canvas, KARIM, (1240, 900), 0.74, staging.walking(to_right=False, right_hand=(70, -236))
    )
    staging.stand(
        canvas, SEM, (1322, 906), 0.5, staging.walking(40, to_right=False, left_hand=(-50, -300))
    )
    canvas.wash(everything(), (1600, 0), (500, 800), (("#FFF0BF", 0.34), ("#FFF0BF", 0.0)))


def closing(canvas: Canvas) -> None:
    """The same street at dusk, with light behind the windows."""
    streets.sky(canvas, "#8FA3C8", "#FFC690")
    streets.hill(canvas, [(0, 480), (500, 430), (1100, 470), (1600, 430)], GREEN.soft)
    panes = front_row(canvas)
    streets.paving(canvas, FOOT, SAND, rows=4)
    streets.road(canvas, 930, 90, SLATE.mid)
    canvas.tint("#55648F", 0.74)
    for i, pane in enumerate(panes):
        if i % 5 != 3:
            houses.lit_pane(canvas, pane)
    air = "#2B3760"
    for x, seed in ((110, 3), (1500, 6)):
        streets.tree(canvas, x, 850, 430, mix(GREEN.mid, air, 0.5), seed)
    for x in (300, 770, 1340):
        canvas.glow((x, 890), 260, "#FFD98C", 0.30)
        streets.lamp_post(canvas, x, 860, 400, lit=True)
    with canvas.placed(640, 884, 0.86):
        streets.bike(canvas, mix(RUST.full, air, 0.3))
    evening_neighbours(canvas)
    for x, y in ((90, 90), (350, 150), (620, 70), (900, 130), (1130, 60), (1450, 110), (1540, 210)):
        canvas.fill(ellipse(x, y, 4), "#FFF3D0", 0.9)


def evening_neighbours(canvas: Canvas) -> None:
    """Draw two neighbours who still talk under a lamp, and two who wave as they go home."""
    for who, x, pose in (
        (GRACE, 800, Pose(look=0.8, right_hand=(112, -330), toes=(1, 1), mood=1.0)),
        (BRAM, 1010, Pose(look=-0.8, left_hand=(-40, -300), toes=(-1, -1), mood=1.0)),
        (LIEN, 440, staging.walking(44, to_right=False, right_hand=(130, -520), look=0.5)),
    ):
        canvas.fill(ellipse(x, 922, 84, 14), INK, 0.16)
        staging.stand(canvas, in_dusk(who, share=0.2), (x, 920), 0.94, pose)
    staging.in_wheelchair(
        canvas,
        in_dusk(LOTTE, share=0.2),
        (1330, 926),
        0.9,
        PLUM.full,
        flip=True,
        right_hand=(110, -430),
    )


@dataclass(frozen=True, slots=True)
class Season:
    """How a quarter of the year looks in the street."""

    sky: tuple[str, str]
    land: str
    ground: str
    crown: str | None


SEASONS = (
    Season(("#C3DDE0", "#FBEFD0"), GREEN.soft, SAND, "#E3B7C4"),
    Season(("#9CC9DC", "#FBE9B8"), GREEN.mid, mix(SAND, OCHRE.pale, 0.4), GREEN.mid),
    Season(("#C7C3BE", "#F3D3A4"), OCHRE.soft, mix(SAND, RUST.soft, 0.3), RUST.mid),
    Season(("#AFC0D0", "#E9EDF0"), WHITE, "#EEF1F3", None),
)


def years(canvas: Canvas) -> None:
    """One street in four seasons, and one neighbour who grows older."""
    for i, season in enumerate(SEASONS):
        left = 400.0 * i
        strip = polygon(
            [(left - 30, -10), (left + 440, -10), (left + 440, 1010), (left - 60, 1010)]
        )
        if i:
            canvas.shadow(strip, 1.6, 0.3)
        with canvas.clipped(strip):
            season_strip(canvas, i, season)


def season_strip(canvas: Canvas, i: int, season: Season) -> None:
    """Draw one quarter of the picture."""
    streets.sky(canvas, *season.sky)
    streets.hill(canvas, [(0, 470), (500, 420), (1100, 470), (1600, 430)], season.land)
    front_row(canvas)
    if i == 3:
        snow_on_roofs(canvas)
    streets.paving(canvas, FOOT, season.ground, rows=4)
    x = 400.0 * i + 96
    if season.crown:
        streets.tree(canvas, x, 850, 430, season.crown, 3)
    else:
        streets.bare_tree(canvas, x, 850, 440)
    details = (spring, summer, autumn, winter)
    details[i](canvas)


def spring(canvas: Canvas) -> None:
    """Bulbs and a child."""
    streets.flowers(canvas, 10, 866, 240, (OCHRE.mid, RUST.mid, PLUM.mid), 3)
    girl = replace(MILA, top=TEAL.mid, skirt=TEAL.full)
    staging.stand(canvas, girl, (276, 930), 0.6, Pose(look=0.7, right_hand=(90, -330)))
    for x, y in ((40, 640), (190, 700), (250, 560), (90, 760)):
        canvas.fill(leaf(x, y, 16, 6, 40), "#E3B7C4")


def summer(canvas: Canvas) -> None:
    """Sun and a young woman with a bicycle."""
    canvas.glow((620, 130), 240, "#FFF1B8", 0.9)
    canvas.fill(ellipse(620, 130, 52), "#FFF6D8")
    with canvas.placed(596, 944, 0.7):
        streets.bike(canvas, RUST.full)
    young = replace(NADIA, top=TEAL.mid, style="tail", extras=(), short_sleeves=True, legs=BLUE.mid)
    staging.stand(canvas, young, (672, 930), 0.82, Pose(look=-0.6, left_hand=(-64, -226)))


def autumn(canvas: Canvas) -> None:
    """Falling leaves and a woman with a scarf."""
    streets.fallen_leaves(canvas, 800, 820, 400, 160, 34, 5)
    streets.fallen_leaves(canvas, 830, 420, 330, 360, 16, 8)
    grown = replace(NADIA, top=TEAL.full, style="bun", extras=("scarf",), accent=OCHRE.mid)
    staging.stand(canvas, grown, (1056, 930), 0.84, staging.walking(40))


def winter(canvas: Canvas) -> None:
    """Snow and an old woman with a stick."""
    old = replace(
        NADIA, top=TEAL.full, hair=HAIR_WHITE, style="bun", extras=("scarf", "glasses"),
        accent=RUST.mid, skirt=TEAL.deep, legs=SLATE.mid,
    )  # fmt: skip
    canvas.cut(limb([(1556, 930), (1550, 746)], [9, 9]), WOOD.deep, 0.4)
    staging.stand(canvas, old, (1484, 930), 0.82, Pose(look=-0.6, lean=2, right_hand=(76, -224)))
    streets.snow(canvas, 1150, 0, 460, 980, 90, 4)


def snow_on_roofs(canvas: Canvas) -> None:
    """Lay snow on the window sills and ledges of the street."""
    x = -50.0
    for house in STREET:
        eaves = FOOT - house.height
        outline = houses.gable_shape(house, x, eaves)
        canvas.line(line(*outline).translated(0, -8), WHITE, 22)
        x += house.width + 4


RING = (
    (HARPREET, 540, 574, 0.70, 0.6),
    (WIT, 670, 552, 0.66, 0.3),
    (SAMUEL, 800, 544, 0.68, 0.0),
    (AMINA, 930, 552, 0.66, -0.3),
    (RUUD, 1062, 574, 0.70, -0.6),
    (DOCTOR, 300, 680, 0.80, 0.8),
    (YUSUF, 1322, 680, 0.80, -0.8),
)


def roles(canvas: Canvas) -> None:
    """People with different roles stand in a circle."""
    streets.sky(canvas, TEAL.pale, "#FBEFD2")
    with canvas.placed(-20, -300, 0.95):
        front_row(canvas)
    square = card(-10, 420, 1620, 600, 0)
    canvas.fill(everything(), PAPER, 0.62)
    canvas.cut(square, mix(SAND, GREEN.pale, 0.5), 0.5)
    canvas.speckle(square, Fade((0, 1000), (0, 440), 0.3), WOOD.full, 0.2, 2)
    canvas.cut(ellipse(800, 690, 640, 230), mix(SAND, OCHRE.pale, 0.5), 0.6)
    canvas.fill(ellipse(800, 690, 600, 210), CREAM)
    canvas.speckle(
        ellipse(800, 690, 600, 210), Fade((800, 1000), (800, 520), 0.4), WOOD.full, 0.2, 5
    )
    road_in_the_middle(canvas)
    for who, x, y, size, look in RING:
        canvas.fill(ellipse(x, y, 78 * size, 16 * size), INK, 0.12)
        staging.stand(canvas, who, (x, y), size, Pose(look=look))
    canvas.fill(ellipse(160, 826, 120, 20), INK, 0.12)
    staging.in_wheelchair(canvas, LOTTE, (150, 830), 0.88, PLUM.full, look=0.9)
    canvas.fill(ellipse(1456, 812, 80, 18), INK, 0.12)
    staging.stand(canvas, ELIAS, (1456, 812), 0.92, Pose(look=-0.9))
    for who, x, y, size in ((NADIA, 424, 944, 1.06), (INGRID, 1190, 948, 1.06)):
        canvas.fill(ellipse(x, y, 84, 18), INK, 0.14)
        staging.stand(canvas, who, (x, y), size, Pose(back=True, toes=(0, 0)))


def road_in_the_middle(canvas: Canvas) -> None:
    """A fork in a road, drawn on the floor of the circle."""
    stem = limb([(800, 880), (800, 760), (790, 700)], [70, 54, 40])
    left = limb([(795, 740), (740, 670), (620, 630)], [46, 36, 24])
    right = limb([(805, 740), (860, 670), (980, 630)], [46, 36, 24])
    canvas.cut(stem.united(left).united(right), SLATE.full, 0.4)
    for a, b in (((800, 868), (800, 840)), ((800, 812), (800, 786))):
        canvas.line(line(a, b), CREAM, 6)


def talk(canvas: Canvas) -> None:
    """Two people talk; what they say overlaps."""
    rooms.room(canvas, mix(TEAL.pale, TEAL.soft, 0.35), WOOD.soft, 800)
    rooms.rug(canvas, 800, 930, 640, 62, (RUST.mid, RUST.soft, OCHRE.pale))
    one = ellipse(640, 270, 230, 210).united(polygon([(480, 400), (560, 440), (420, 520)]))
    other = ellipse(960, 270, 230, 210).united(polygon([(1120, 400), (1040, 440), (1180, 520)]))
    canvas.cut(one, GOLD, 1.2)
    canvas.cut(other, WHITE, 1.2)
    both = one.intersected(other)
    canvas.fill(both, mix(GOLD, WHITE, 0.5))
    canvas.line(smooth([(800, 372), (800, 300), (806, 250)], closed=False), GREEN.full, 9)
    for degrees, length in ((138, 84), (40, 92), (88, 80)):
        foot = 250 if degrees == 88 else 306
        canvas.cut(leaf(803, foot, length, 22, degrees), GREEN.mid, 0.5)
    canvas.cut(ellipse(800, 376, 40, 12), WOOD.full, 0.2)
    for x, tone in ((500, OCHRE.deep), (560, OCHRE.deep), (620, OCHRE.deep)):
        canvas.fill(ellipse(x, 270, 15), tone)
    for x in (980, 1040, 1100):
        canvas.fill(ellipse(x, 270, 15), SLATE.mid)
    furniture.round_table(canvas, 800, 740, 210, 50, WOOD.soft, 190)
    for x, tone in ((720, RUST.mid), (880, TEAL.full)):
        with canvas.placed(x, 748, 1.1):
            things.cup(canvas, tone, steam=True)
    staging.seated_side(
        canvas,
        GRACE,
        (400, 960),
        1.18,
        TEAL.full,
        left_hand=(126, -300),
        right_hand=(110, -226),
        elbows=(0, 0),
    )
    staging.seated_side(
        canvas, JORIS, (1200, 960), 1.18, TEAL.full, flip=True, left_hand=(140, -262),
        right_hand=(108, -222), elbows=(0, 0),
    )  # fmt: skip
