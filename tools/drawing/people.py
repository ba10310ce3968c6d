"""People as paper figures: who someone is, how they stand or sit, and how they are laid down.

A figure is drawn around the point on the floor between its feet. One unit is a pixel for a grown
person of 600 units tall; up is negative. "Left" and "right" are those of the picture.
"""

import math
from dataclasses import dataclass, field

from tools.drawing.canvas import Canvas
from tools.drawing.clothes import torso_shape, wear
from tools.drawing.heads import draw_head, draw_head_behind
from tools.drawing.looks import Person
from tools.drawing.palette import darker
from tools.drawing.shapes import Point, ellipse, joined, limb, smooth

UPPER_ARM, LOWER_ARM = 112.0, 104.0
THIGH, SHIN = 146.0, 146.0
SHOULDER_HEIGHT = 158.0


@dataclass(frozen=True, slots=True)
class Pose:
    """How a figure stands or sits.

    ``hip`` is the middle of the hips; hands and feet are points from the origin, ``None`` lets an
    arm hang. ``elbows`` and ``knees`` say to which side the joints (left, right) point: 1 is to the
    right, -1 to the left, 0 as falls naturally. ``behind`` names hands drawn behind the body.
    ``lap`` is for someone who sits and faces us: the thighs point to the viewer.
    ``mood`` goes from -1, worried, to 1, glad.
    """

    hip: Point = (0.0, -308.0)
    lean: float = 0.0
    look: float = 0.0
    nod: float = 0.0
    left_hand: Point | None = None
    right_hand: Point | None = None
    left_foot: Point | None = (-34.0, 0.0)
    right_foot: Point | None = (34.0, 0.0)
    elbows: tuple[int, int] = (0, 0)
    knees: tuple[int, int] = (-1, 1)
    behind: tuple[str, ...] = ()
    back: bool = False
    lap: bool = False
    mood: float = 0.7
    toes: tuple[int, int] = (-1, 1)


@dataclass(frozen=True, slots=True)
class Frame:
    """The joints of a figure in a pose."""

    neck: Point
    head: Point
    shoulders: tuple[Point, Point]
    hips: tuple[Point, Point]
    hands: tuple[Point, Point] = field(default=((0.0, 0.0), (0.0, 0.0)))


def turned_point(point: Point, around: Point, degrees: float) -> Point:
    """Turn a point clockwise around another one."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    dx, dy = point[0] - around[0], point[1] - around[1]
    return (around[0] + cos * dx - sin * dy, around[1] + sin * dx + cos * dy)


def frame_of(person: Person, pose: Pose) -> Frame:
    """Find the joints of a person in a pose."""
    hx, hy = pose.hip
    wide = 66 * person.build

    def at(x: float, y: float) -> Point:
        return turned_point((hx + x, hy + y), pose.hip, pose.lean)

    neck = at(0, -SHOULDER_HEIGHT - 24)
    shoulders = (at(-wide, -SHOULDER_HEIGHT), at(wide, -SHOULDER_HEIGHT))
    head = turned_point(
        (neck[0], neck[1] - 20 - 46 * person.head), neck, pose.lean * 0.3 + pose.nod * 0.6
    )
    hands = tuple(
        target or (shoulder[0] + side * 14, shoulder[1] + UPPER_ARM + LOWER_ARM + 12)
        for target, shoulder, side in zip(
            (pose.left_hand, pose.right_hand), shoulders, (-1, 1), strict=True
        )
    )
    hip = 27 * person.build
    return Frame(neck, head, shoulders, ((hx - hip, hy), (hx + hip, hy)), (hands[0], hands[1]))


def joint(
    start: Point, end: Point, first: float, second: float, pull: tuple[float, float]
) -> Point:
    """Find the elbow or knee between two points (two-bone reach), on the side it is pulled to."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    reach = min(math.hypot(dx, dy), (first + second) * 0.9993)
    reach = max(reach, abs(first - second) + 1.0)
    along = (first**2 - second**2 + reach**2) / (2 * reach)
    aside = math.sqrt(max(first**2 - along**2, 0.0))
    size = math.hypot(dx, dy) or 1.0
    ux, uy = dx / size, dy / size
    one = (start[0] + ux * along - uy * aside, start[1] + uy * along + ux * aside)
    other = (start[0] + ux * along + uy * aside, start[1] + uy * along - ux * aside)
    return max(one, other, key=lambda p: p[0] * pull[0] + p[1] * pull[1])


def draw_person(canvas: Canvas, person: Person, pose: Pose | None = None) -> Frame:
    """Draw a figure at the origin of the canvas and tell where its joints are."""
    pose = pose or Pose()
    frame = frame_of(person, pose)
    tilt = pose.lean * 0.5 + pose.nod
    with canvas.placed(*frame.head, person.head, tilt):
        draw_head_behind(canvas, person, pose.look, back=pose.back)
    for side, name in enumerate(("left", "right")):
        if name in pose.behind:
            draw_arm(canvas, person, pose, frame, side)
    draw_legs(canvas, person, pose, frame)
    draw_body(canvas, person, pose, frame)
    with canvas.placed(*frame.head, person.head, tilt):
        draw_head(canvas, person, pose.look, pose.mood, back=pose.back)
    for side, name in enumerate(("left", "right")):
        if name not in pose.behind:
            draw_arm(canvas, person, pose, frame, side)
    return frame


def draw_body(canvas: Canvas, person: Person, pose: Pose, frame: Frame) -> None:
    """Draw neck, trunk and what is worn on it."""
    neck = limb([(frame.neck[0], frame.neck[1] - 26), frame.neck], [31, 34])
    canvas.fill(neck, darker(person.skin, 0.12))
    with canvas.placed(*pose.hip, 1.0, pose.lean):
        shape = torso_shape(person)
        canvas.cut(shape, person.top, 0.7)
        wear(canvas, person, shape, back=pose.back)
        canvas.shade(shape, -9, -4, alpha=0.10)


def draw_arm(canvas: Canvas, person: Person, pose: Pose, frame: Frame, side: int) -> None:
    """Draw one arm with its sleeve and hand."""
    start, hand = frame.shoulders[side], frame.hands[side]
    inward = 10 * person.build * (1 if side == 0 else -1)
    start = (start[0] + inward, start[1] + 15)
    bend = pose.elbows[side]
    pull = (bend, 0.0) if bend else (-0.5 if side == 0 else 0.5, 1.0)
    near = foreshortened(math.dist(start, hand))
    elbow = joint(start, hand, UPPER_ARM * near, LOWER_ARM * near, pull)
    size = 0.9 + 0.1 * person.build
    if not person.short_sleeves:
        wrist = toward(hand, elbow, 16)
        sleeve = limb([start, elbow, wrist], [44 * size, 37 * size, 28 * size])
        canvas.cut(joined(ellipse(*hand, 14.5)), person.skin, 0.4)
        canvas.cut(sleeve, person.sleeve or person.top, 0.6)
        canvas.shade(sleeve, -6, -3, alpha=0.10)
        return
    arm = limb([start, elbow, hand], [34, 28, 21])
    canvas.cut(joined(arm, ellipse(*hand, 14.5)), person.skin, 0.5)
    half = toward(start, elbow, 62)
    canvas.cut(limb([start, toward(start, elbow, 30), half], [46, 45, 42]), person.top, 0.3)


def foreshortened(reach: float) -> float:
    """Give the part of an arm that is seen: when the hand is near, the arm points at us."""
    return min(max(reach / (0.92 * (UPPER_ARM + LOWER_ARM)), 0.64), 1.0)


def toward(start: Point, end: Point, distance: float) -> Point:
    """Give the point at a distance from ``start`` in the direction of ``end``."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    size = math.hypot(dx, dy) or 1.0
    return (start[0] + dx / size * distance, start[1] + dy / size * distance)


def draw_legs(canvas: Canvas, person: Person, pose: Pose, frame: Frame) -> None:
    """Draw both legs with their shoes, then a skirt when one is worn."""
    feet = (pose.left_foot, pose.right_foot)
    for side in (0, 1):
        foot = feet[side]
        if foot is None:
            continue
        hip = frame.hips[side]
        ankle = (foot[0], foot[1] - 18)
        knee = knee_of(pose, hip, ankle, side)
        draw_shoe(canvas, person, foot, pose.toes[side])
        bare = person.skirt is not None
        widths = [50, 38, 24] if bare else [62 * person.build, 49, 36]
        leg = limb([hip, knee, ankle], widths)
        canvas.cut(leg, person.legs, 0.5)
        canvas.shade(leg, -7, -2, alpha=0.10)
    if person.skirt is not None and all(feet):
        draw_skirt(canvas, person, pose, frame)


def knee_of(pose: Pose, hip: Point, ankle: Point, side: int) -> Point:
    """Find a knee: bent to its side, or in front of the hip for someone who sits facing us."""
    if pose.lap:
        return (ankle[0] * 1.04, hip[1] + 34)
    return joint(hip, ankle, THIGH, SHIN, (pose.knees[side], -0.2))


def draw_shoe(canvas: Canvas, person: Person, foot: Point, toe: int) -> None:
    """Draw a shoe that points to the left (-1), the right (1) or the viewer (0)."""
    x, y = foot
    if toe == 0:
        canvas.cut(ellipse(x, y - 7, 19, 13), person.shoes, 0.3)
        return
    points = [
        (x - 16 * toe, y - 24),
        (x + 12 * toe, y - 24),
        (x + 32 * toe, y - 12),
        (x + 36 * toe, y - 1),
        (x, y + 1),
        (x - 17 * toe, y - 1),
    ]
    canvas.cut(smooth(points), person.shoes, 0.3)


def draw_skirt(canvas: Canvas, person: Person, pose: Pose, frame: Frame) -> None:
    """Draw a skirt from the waist to below the knees, or over the lap."""
    if person.skirt is None:
        return
    knees = []
    for side, foot in enumerate((pose.left_foot, pose.right_foot)):
        if foot is not None:
            ankle = (foot[0], foot[1] - 18)
            knees.append(knee_of(pose, frame.hips[side], ankle, side))
    (lx, ly), (rx, ry) = knees
    hx, hy = pose.hip
    wide = 58 * person.build
    hem = 34.0
    shape = smooth(
        [
            (hx - wide * 0.72, hy - 20),
            (hx + wide * 0.72, hy - 20),
            (hx + wide * 1.05, hy),
            (max(rx, hx) + hem, ry + hem + 22),
            ((lx + rx) / 2, max(ly, ry) + hem + 30),
            (min(lx, hx) - hem, ly + hem + 22),
            (hx - wide * 1.05, hy),
        ]
    )
    canvas.cut(shape, person.skirt, 0.6)
    canvas.shade(shape, -12, -4, alpha=0.10)
