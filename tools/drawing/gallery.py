"""Which picture is drawn by which scene, and where its file goes."""

from collections.abc import Callable

from tools.drawing import scenes_f1
from tools.drawing.canvas import Canvas

Scene = Callable[[Canvas], None]

F1 = "scenarios/f1-de-schakel/pictures"

GALLERY: dict[str, Scene] = {
    f"{F1}/cover.webp": scenes_f1.cover,
    f"{F1}/buurtmaaltijd.webp": scenes_f1.buurtmaaltijd,
    f"{F1}/meebetalen.webp": scenes_f1.meebetalen,
    f"{F1}/waarde.webp": scenes_f1.waarde,
    f"{F1}/bezuiniging.webp": scenes_f1.bezuiniging,
    f"{F1}/sleutel.webp": scenes_f1.sleutel,
}
