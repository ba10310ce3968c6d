"""The pictures of the trial round, a street that gets ready for its party."""

from dataclasses import replace

from tools.drawing import furniture, houses, props, rooms, staging, streets, things
from tools.drawing.canvas import Canvas
from tools.drawing.looks import (
    AMINA,
    BRAM,
    COOK,
    ELIAS,
    GRACE,
    HARPREET,
    JORIS,
    KARIM,
    LIEN,
    LOTTE,
    MILA,
    SEM,
    TESS,
    YUSUF,
)
from tools.drawing.palette import BLUE, CREAM, GREEN, INK, OCHRE, PLUM, RUST, SAND, TEAL, WHITE, mix
from tools.drawing.people import Pose
from tools.drawing.shapes import line, smooth

FLAGS = (RUST.mid, TEAL.mid, OCHRE.mid, PLUM.mid, GREEN.mid)
ROW = (
    houses.House(280, 330, TEAL.soft, RUST.full, "bell", RUST.full, box=True),
    houses.House(260, 350, RUST.soft, RUST.full, "steep", BLUE.full, door_at=1),
    houses.House(270, 330, OCHRE.soft, RUST.full, "step", GREEN.full, box=True),
    houses.House(250, 360, PLUM.soft, RUST.full, "steep", TEAL.full, door_at=1),
    houses.House(290, 320, GREEN.soft, RUST.full, "hip", PLUM.full, box=True),
    houses.House(270, 350, CREAM, RUST.full, "steep", OCHRE.full),
)


def street(canvas: Canvas, foot: float) -> list[houses.Pane]:
    """Draw the houses along the street and give the places of their windows."""
    x, panes = -20.0, []
    for house in ROW:
        panes += houses.draw_house(canvas, house, x, foot)
        x += house.width + 4
    return panes


def cover(canvas: Canvas) -> None:
    """Neighbours on two ladders hang up flags; a child holds the string."""
    streets.sky(canvas, "#8FCBE0", "#FFF0C9", (800, 110))
    streets.cloud(canvas, 240, 120, 1.0, WHITE, 4)
    streets.cloud(canvas, 1330, 100, 1.1, WHITE, 7)
    street(canvas, 720)
    streets.paving(canvas, 710, mix(SAND, OCHRE.pale, 0.4))
    for x in (300, 1240):
        with canvas.placed(x, 950, 1.16):
            props.ladder(canvas, 312)
    rooms.garland(canvas, (-40, 120), (392, 268), FLAGS, 60)
    rooms.garland(canvas, (392, 268), (1148, 268), FLAGS, 180)
    staging.stand(
        canvas, LIEN, (300, 586), 0.86,
        Pose(look=0.7, mood=1.0, left_hand=(-70, -330), right_hand=(106, -372),
             left_foot=(-26, 0), right_foot=(26, 0)),
    )  # fmt: skip
    staging.stand(
        canvas, HARPREET, (1240, 586), 0.86,
        Pose(look=-0.7, mood=1.0, left_hand=(-106, -372), right_hand=(90, -480),
             left_foot=(-26, 0), right_foot=(26, 0)),
    )  # fmt: skip
    rooms.garland(canvas, (1318, 172), (1640, 110), FLAGS, 60)
    below(canvas)


def below(canvas: Canvas) -> None:
    """A child with the end of the string, and neighbours who look on."""
    canvas.line(smooth([(1148, 268), (1090, 500), (1021, 634)], closed=False), INK, 4, 0.8)
    staging.stand(
        canvas, MILA, (950, 960), 0.72,
        Pose(look=0.7, nod=-6, mood=1.0, left_hand=(-90, -330), right_hand=(96, -450)),
    )  # fmt: skip
    staging.in_wheelchair(
        canvas, LOTTE, (560, 970), 0.96, PLUM.full, mood=1.0, right_hand=(150, -280)
    )
    staging.stand(
        canvas, ELIAS, (770, 930), 0.9,
        Pose(look=0.6, nod=-4, mood=1.0, left_hand=(-36, -300), right_hand=(40, -296)),
    )  # fmt: skip
    with canvas.placed(774, 676, 0.9):
        things.cup(canvas, TEAL.mid, steam=True)
    staging.stand(
        canvas, KARIM, (1460, 950), 0.96,
        Pose(look=-0.6, nod=-4, mood=1.0, left_hand=(-170, -300), right_hand=(64, -270)),
    )  # fmt: skip
    staging.stand(
        canvas, TESS, (100, 956), 0.96, Pose(look=0.7, nod=-4, mood=1.0, right_hand=(120, -330))
    )


def buurtfeest(canvas: Canvas) -> None:
    """A long table, still empty, under strings of lamps; neighbours bring a pan, bread, a cake."""
    streets.sky(canvas, "#7FA2CE", "#FFD3A0", (1300, 300), "#FFE2B0")
    panes = street(canvas, 640)
    for i, pane in enumerate(panes):
        if i % 3 == 0:
            houses.lit_pane(canvas, pane, 0.8)
    streets.paving(canvas, 630, mix(SAND, PLUM.soft, 0.2))
    for start, end in (((-20, 60), (540, 70)), ((540, 70), (1080, 60)), ((1080, 60), (1640, 70))):
        props.string_of_lights(canvas, start, end, 90)
    looker = {"look": 0.1, "nod": 7.0, "mood": -0.1}
    staging.stand(
        canvas, GRACE, (800, 760), 0.8,
        Pose(left_hand=(-72, -290), right_hand=(24, -404), **looker),  # type: ignore[arg-type]
    )  # fmt: skip
    staging.stand(canvas, SEM, (620, 770), 0.52, Pose(look=0.5, mood=1.0, right_hand=(90, -330)))
    staging.stand(canvas, YUSUF, (1010, 770), 0.8, Pose(look=-0.6, mood=0.8))
    furniture.cloth(canvas, 370, 730, 880, 116, 90, WHITE)
    for y, wide in ((752, 838), (822, 868)):
        canvas.line(line((810 - wide / 2, y), (810 + wide / 2, y)), RUST.soft, 5)
    arrivals(canvas)


def carrying(*, to_right: bool) -> Pose:
    """Give the pose of someone who walks with something held in front."""
    if to_right:
        return staging.walking(48, left_hand=(24, -312), right_hand=(132, -316), mood=1.0)
    return staging.walking(
        46, to_right=False, left_hand=(-132, -316), right_hand=(-24, -312), mood=1.0
    )


def arrivals(canvas: Canvas) -> None:
    """Those who come with food, from both sides."""
    staging.stand(canvas, COOK, (96, 960), 1.0, carrying(to_right=True))
    with canvas.placed(180, 690, 0.8):
        things.pan(canvas, TEAL.full)
    staging.stand(canvas, AMINA, (276, 920), 0.94, carrying(to_right=True))
    with canvas.placed(350, 642, 0.92):
        things.bread(canvas)
    staging.stand(
        canvas, replace(JORIS, top=GREEN.mid), (1352, 930), 0.96, carrying(to_right=False)
    )
    with canvas.placed(1274, 634, 0.92):
        props.cake(canvas)
    staging.stand(canvas, BRAM, (1524, 960), 1.0, carrying(to_right=False))
    with canvas.placed(1446, 650, 0.94):
        things.bowl(canvas, OCHRE.mid)
