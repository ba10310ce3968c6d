"""Hair in many styles: for each a part behind the head and a part over the face."""

from collections.abc import Callable

from PySide6.QtGui import QPainterPath

from tools.drawing.shapes import blob, ellipse, joined, limb, smooth

Hair = Callable[[float], QPainterPath]


def cap(drop: float = 4, fringe: float = -33, sweep: float = 0.0) -> Hair:
    """Give hair that lies over the top of the head down to the temples."""

    def shape(look: float) -> QPainterPath:
        shift = 11 * look
        path = QPainterPath()
        path.moveTo(-46, drop)
        path.cubicTo(-58, -86, 58, -86, 46, drop)
        path.cubicTo(45, -4, 42, -12, 38 + shift * 0.4, -15)
        path.cubicTo(34 + shift, fringe + sweep, 14 + shift, fringe - 4, shift, fringe)
        path.cubicTo(-16 + shift, fringe + 3 - sweep, -32 + shift, fringe + 6, -38, -14)
        path.cubicTo(-42, -10, -45, -4, -46, drop)
        return path

    return shape


def parted(look: float) -> QPainterPath:
    """Give hair with a parting, combed to one side."""
    shift = 11 * look
    path = QPainterPath()
    path.moveTo(-47, 8)
    path.cubicTo(-60, -60, -44, -74, -6, -72)
    path.cubicTo(44, -74, 56, -50, 47, 8)
    path.cubicTo(44, -4, 42, -10, 39 + shift * 0.3, -18)
    path.cubicTo(20 + shift, -22, -6 + shift, -30, -14 + shift, -44)
    path.cubicTo(-22 + shift, -32, -34 + shift * 0.5, -22, -40, -14)
    path.cubicTo(-43, -8, -46, 0, -47, 8)
    return path


def ring(_look: float) -> QPainterPath:
    """Give hair around a bald head: a patch over each ear."""
    side = smooth([(36, -26), (47, -18), (49, 6), (43, 16), (40, -2)])
    other = smooth([(-36, -26), (-47, -18), (-49, 6), (-43, 16), (-40, -2)])
    return joined(side, other)


def waves(look: float) -> QPainterPath:
    """Give short curly hair."""
    top = blob(look * 4, -46, 48, 22, 3, 7, 0.10)
    return joined(top, blob(-42, -20, 11, 20, 4, 4, 0.10), blob(42, -20, 11, 20, 5, 4, 0.10))


def nothing(_look: float) -> QPainterPath:
    """Give no hair at all."""
    return QPainterPath()


def bob_back(_look: float) -> QPainterPath:
    """Give hair that hangs to the chin."""
    return smooth(
        [
            (0, -66),
            (46, -50),
            (57, 0),
            (54, 46),
            (30, 52),
            (-30, 52),
            (-54, 46),
            (-57, 0),
            (-46, -50),
        ]
    )


def long_back(_look: float) -> QPainterPath:
    """Give hair that hangs over the shoulders."""
    return smooth(
        [
            (0, -66),
            (46, -52),
            (58, 0),
            (64, 70),
            (50, 104),
            (20, 96),
            (-20, 96),
            (-50, 104),
            (-64, 70),
            (-58, 0),
            (-46, -52),
        ]
    )


def bun_back(look: float) -> QPainterPath:
    """Give a knot of hair on top."""
    return ellipse(-8 * look, -70, 25, 22)


def tail_back(look: float) -> QPainterPath:
    """Give a tail of hair that swings away from where the face looks."""
    side = -1 if look >= 0 else 1
    return limb([(30 * side, -44), (66 * side, -24), (64 * side, 44)], [26, 34, 10])


def afro_back(_look: float) -> QPainterPath:
    """Give a round cloud of curls."""
    return blob(0, -22, 72, 66, 11, 12, 0.07)


def curls_back(_look: float) -> QPainterPath:
    """Give curls to the shoulders."""
    return blob(0, 2, 64, 76, 7, 10, 0.10)


def braids_back(_look: float) -> QPainterPath:
    """Give two braids."""
    left = limb([(-40, 10), (-56, 50), (-50, 100)], [22, 22, 10])
    right = limb([(40, 10), (56, 50), (50, 100)], [22, 22, 10])
    return joined(left, right)


STYLES: dict[str, tuple[Hair, Hair]] = {
    "short": (nothing, cap()),
    "crop": (nothing, cap(-6, -40)),
    "parted": (nothing, parted),
    "ring": (nothing, ring),
    "bald": (nothing, nothing),
    "waves": (nothing, waves),
    "bob": (bob_back, cap(20, -26, 4)),
    "long": (long_back, parted),
    "bun": (bun_back, cap(2, -32)),
    "tail": (tail_back, cap(2, -34)),
    "afro": (afro_back, cap(-4, -36)),
    "curls": (curls_back, waves),
    "braids": (braids_back, parted),
}
