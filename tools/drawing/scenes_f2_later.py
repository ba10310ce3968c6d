"""The later pictures of "Wie zaait, wie oogst?": who can be helped, and a partner who leaves."""

from dataclasses import replace

from tools.drawing import furniture, houses, props, rooms, staging, streets, things
from tools.drawing.canvas import Canvas, Fade
from tools.drawing.looks import (
    AMINA,
    DALEN,
    ELIAS,
    GRACE,
    HARPREET,
    INGRID,
    JORIS,
    KARIM,
    LOTTE,
    TESS,
)
from tools.drawing.palette import (
    BLUE,
    CREAM,
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
from tools.drawing.shapes import card, ellipse, limb, polygon, rounded


def wie_is_te_helpen(canvas: Canvas) -> None:
    """Some walk in with a small bag; a man with a huge load of letters stays outside."""
    streets.sky(canvas, "#B9D2DA", "#F6E6CC")
    wall = card(760, -10, 860, 860, 0)
    canvas.cut(wall, mix(BLUE.soft, TEAL.soft, 0.5), 1.0)
    canvas.speckle(wall, Fade((1600, 850), (800, 0), 0.5), TEAL.deep, 0.2, 3)
    streets.hill(canvas, [(-40, 600), (300, 570), (700, 620)], GREEN.soft)
    canvas.cut(wall, mix(BLUE.soft, TEAL.soft, 0.5), 1.0)
    streets.paving(canvas, 830, SAND)
    houses.shop_window(canvas, 1330, 230, 230, 330)
    houses.window_bars(canvas, 1330, 230, 230, 330, 2)
    houses.open_door(canvas, 930, 840, 280, 640, TEAL.full)
    houses.light_on_ground(canvas, [(930, 842), (1210, 842), (1320, 1000), (820, 1000)])
    with canvas.clipped(card(930, 180, 280, 700, 0)):
        staging.stand(
            canvas, TESS, (1130, 850), 0.86, Pose(back=True, toes=(0, 0), right_hand=(70, -240))
        )
    staging.stand(
        canvas, AMINA, (1000, 920), 1.0, staging.walking(46, right_hand=(70, -250), mood=1.0)
    )
    with canvas.placed(1072, 668, 0.8):
        things.bag(canvas, OCHRE.mid)
    staging.stand(
        canvas, replace(JORIS, extras=("lanyard",), accent=RUST.full), (1390, 950), 1.1,
        Pose(look=-0.8, mood=0.9, left_hand=(-112, -420), right_hand=(74, -280), toes=(-1, 1)),
    )  # fmt: skip
    staging.stand(
        canvas, KARIM, (730, 940), 1.04, staging.walking(50, left_hand=(-76, -256), mood=0.9)
    )
    with canvas.placed(652, 676, 0.7):
        things.bag(canvas, PLUM.mid)
    heavy_load(canvas)


def heavy_load(canvas: Canvas) -> None:
    """A man bent under a rucksack full of letters."""
    with canvas.placed(196, 470, 1.0, 10):
        for i in range(9):
            with canvas.placed(-90 + 24 * i, -150 - 14 * (i % 3), 1.0, -30 + 8 * i):
                things.envelope(
                    canvas, WHITE if i % 2 else CREAM, 100, (BLUE.mid, RUST.mid, None)[i % 3]
                )
        pack = rounded(-150, -170, 280, 400, 70)
        canvas.cut(pack, RUST.full, 1.2)
        canvas.shade(pack, -14, -8, alpha=0.14)
        canvas.cut(rounded(-116, 30, 210, 150, 34), RUST.mid, 0.5)
        for x in (-70, 40):
            canvas.fill(card(x, -120, 22, 150, 0), WOOD.deep)
    frame = staging.stand(
        canvas, DALEN, (340, 960), 1.1,
        Pose(look=0.8, mood=-0.9, lean=13, hip=(-14, -300), left_hand=(-22, -356),
             right_hand=(84, -366), toes=(1, 1)),
    )  # fmt: skip
    for shoulder, hand in zip(frame.shoulders, frame.hands, strict=True):
        ends = [(340 + 1.1 * x, 960 + 1.1 * y) for x, y in (shoulder, hand)]
        ends[0] = (ends[0][0] * 0.8 + ends[1][0] * 0.2, ends[0][1] - 8)
        canvas.cut(limb(ends, [24, 22]), WOOD.deep, 0.4)
        canvas.cut(ellipse(*ends[1], 17), DALEN.skin, 0.4)


def partner(canvas: Canvas) -> None:
    """One leaves the table with the common jar, her coat over her arm; the others look."""
    rooms.room(canvas, mix(PLUM.pale, PLUM.soft, 0.6), mix(WOOD.soft, SLATE.soft, 0.3), 780)
    rooms.picture(canvas, 250, 130, 240, 180, (OCHRE.pale, TEAL.mid, RUST.mid))
    rooms.pendant(canvas, 640, 190, 92, OCHRE.mid)
    exit_door(canvas)
    for who, x, y, mood in (
        (ELIAS, 330, 620, -0.3), (HARPREET, 560, 596, -0.4), (GRACE, 800, 606, -0.6),
    ):  # fmt: skip
        staging.at_table(canvas, who, (x, y), 1.1, look=0.9, mood=mood)
    furniture.round_table(canvas, 590, 700, 520, 130, WOOD.soft, 240)
    with canvas.placed(600, 746, 1.3):
        things.jar(canvas, TEAL.soft, 0.5)
    for x, y, count in ((340, 690, 4), (420, 740, 2), (790, 680, 5), (850, 730, 2), (480, 670, 3)):
        with canvas.placed(x, y):
            things.coins(canvas, count)
    staging.in_wheelchair(
        canvas, LOTTE, (158, 980), 1.08, TEAL.full, mood=-0.4, left_hand=(120, -240)
    )
    with canvas.placed(1080, 980, 1.16, flip=True):
        furniture.side_chair(canvas, WOOD.full)
    leaver(canvas)


def exit_door(canvas: Canvas) -> None:
    """The open door to a light corridor."""
    canvas.cut(card(1250, 130, 300, 660), WHITE, 0.8)
    canvas.fill(card(1270, 150, 260, 640, 0), "#F7E3B0")
    canvas.wash(
        card(1270, 150, 260, 640, 0), (0, 150), (0, 790), (("#FFF8E2", 1), ("#EFC77F", 0.7))
    )
    canvas.cut(polygon([(1530, 150), (1610, 120), (1610, 840), (1530, 790)]), BLUE.mid, 0.8)
    houses.light_on_ground(canvas, [(1270, 790), (1530, 790), (1620, 1000), (1160, 1000)])


def leaver(canvas: Canvas) -> None:
    """A woman with her coat over her arm and her own bag of coins, on her way out."""
    staging.stand(
        canvas, replace(INGRID, extras=("blazer",)), (1390, 960), 1.14,
        staging.walking(56, left_hand=(-64, -300), right_hand=(96, -300), mood=0.0),
    )  # fmt: skip
    with canvas.placed(1322, 606, 1.1, 4):
        rooms.coat(canvas, GREEN.mid)
        canvas.cut(ellipse(4, 18, 17), INGRID.skin, 0.4)
    with canvas.placed(1500, 616, 1.05):
        canvas.painter.translate(0, 118)
        props.suitcase(canvas, WOOD.full, 130, 96)
