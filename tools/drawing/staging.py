"""Ways to set people in a picture: standing, seated, seen from behind, in a wheelchair."""

from dataclasses import replace

from tools.drawing import furniture
from tools.drawing.canvas import Canvas
from tools.drawing.looks import Person
from tools.drawing.palette import WOOD
from tools.drawing.people import Frame, Pose, draw_arm, draw_person, frame_of
from tools.drawing.shapes import Point

AT_TABLE = Pose(hip=(0.0, -150.0), left_foot=None, right_foot=None)


def stand(
    canvas: Canvas, who: Person, at: Point, scale: float = 1.0, pose: Pose | None = None
) -> Frame:
    """Draw someone who stands with the feet at a point."""
    with canvas.placed(*at, scale):
        return draw_person(canvas, who, pose)


def at_table(canvas: Canvas, who: Person, at: Point, scale: float = 1.0, **pose: object) -> None:
    """Draw someone who sits behind a table; ``at`` is the middle of the hips."""
    rest = {"left_hand": (-52.0, -132.0), "right_hand": (52.0, -132.0)}
    with canvas.placed(at[0], at[1] + 150 * scale, scale):
        draw_person(canvas, who, replace(AT_TABLE, **(rest | pose)))  # type: ignore[arg-type]


def arms_over(
    canvas: Canvas,
    who: Person,
    at: Point,
    scale: float = 1.0,
    sides: tuple[int, ...] = (0, 1),
    **pose: object,
) -> None:
    """Draw the left (0) or right (1) arm of ``at_table`` again, over what lies in front."""
    whole = replace(AT_TABLE, **pose)  # type: ignore[arg-type]
    with canvas.placed(at[0], at[1] + 150 * scale, scale):
        for side in sides:
            draw_arm(canvas, who, whole, frame_of(who, whole), side)


def from_behind(
    canvas: Canvas,
    who: Person,
    at: Point,
    scale: float = 1.0,
    chair: str | None = WOOD.mid,
    **pose: object,
) -> None:
    """Draw someone on a chair who looks into the picture; ``at`` is the middle of the seat."""
    rest = {"left_hand": (-70.0, -110.0), "right_hand": (70.0, -110.0), "behind": ("left", "right")}
    with canvas.placed(at[0], at[1] + 150 * scale, scale):
        draw_person(
            canvas,
            who,
            replace(AT_TABLE, back=True, **(rest | pose)),  # type: ignore[arg-type]
        )
        if chair:
            furniture.chair(canvas, chair, back=True)


def seated_side(
    canvas: Canvas,
    who: Person,
    at: Point,
    scale: float = 1.0,
    chair: str | None = WOOD.mid,
    *,
    flip: bool = False,
    **pose: object,
) -> None:
    """Draw someone who sits sideways, facing right unless flipped; ``at`` is on the floor."""
    base = Pose(
        hip=(-20.0, -168.0), look=0.8, left_foot=(122.0, 0.0), right_foot=(138.0, 0.0),
        knees=(1, 1), toes=(1, 1), left_hand=(84.0, -196.0), right_hand=(100.0, -190.0),
        elbows=(-1, -1),
    )  # fmt: skip
    with canvas.placed(*at, scale, flip=flip):
        if chair:
            furniture.side_chair(canvas, chair)
        draw_person(canvas, who, replace(base, **pose))  # type: ignore[arg-type]


def seated_front(
    canvas: Canvas,
    who: Person,
    at: Point,
    scale: float = 1.0,
    chair: str | None = WOOD.mid,
    **pose: object,
) -> None:
    """Draw someone on a chair who faces us; ``at`` is on the floor under the seat."""
    base = Pose(
        hip=(0.0, -166.0), left_foot=(-40.0, 0.0), right_foot=(40.0, 0.0), lap=True, toes=(0, 0),
        left_hand=(-40.0, -150.0), right_hand=(40.0, -150.0),
    )  # fmt: skip
    with canvas.placed(*at, scale):
        if chair:
            furniture.chair(canvas, chair)
        draw_person(canvas, who, replace(base, **pose))  # type: ignore[arg-type]


def walking(stride: float = 52.0, *, to_right: bool = True, **pose: object) -> Pose:
    """Give the pose of someone who walks to the right or the left."""
    side = 1 if to_right else -1
    base = Pose(
        hip=(0.0, -303.0), left_foot=(-stride, 0.0), right_foot=(stride, 0.0),
        knees=(side, side), toes=(side, side), look=0.75 * side, lean=2.0 * side,
    )  # fmt: skip
    return replace(base, **pose)  # type: ignore[arg-type]


def in_wheelchair(
    canvas: Canvas,
    who: Person,
    at: Point,
    scale: float = 1.0,
    tone: str = WOOD.full,
    *,
    flip: bool = False,
    **pose: object,
) -> None:
    """Draw someone in a wheelchair that faces right unless flipped; ``at`` is on the floor."""
    base = Pose(
        hip=(-26.0, -186.0), look=0.7, left_foot=(132.0, -30.0), right_foot=(150.0, -26.0),
        knees=(1, 1), toes=(1, 1), left_hand=(70.0, -216.0), right_hand=(88.0, -212.0),
        elbows=(-1, -1),
    )  # fmt: skip
    with canvas.placed(*at, scale, flip=flip):
        furniture.wheelchair_far(canvas, tone)
        draw_person(canvas, who, replace(base, **pose))  # type: ignore[arg-type]
        furniture.wheelchair_near(canvas, tone)
