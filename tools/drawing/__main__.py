"""Write the pictures and icons: ``python -m tools.drawing --out . [part of a name ...]``."""

import argparse
import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tools.drawing.canvas import Canvas, save
from tools.drawing.gallery import GALLERY
from tools.drawing.icons import write_icons
from tools.drawing.logo import write_logo

LARGEST = 180_000


def main() -> None:
    """Draw everything, or the pictures with one of the given parts in their path."""
    parser = argparse.ArgumentParser(prog="python -m tools.drawing", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder of the project")
    parser.add_argument("names", nargs="*", help="draw only pictures whose path holds one of these")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    for path, scene in GALLERY.items():
        if options.names and not any(name in path for name in options.names):
            continue
        canvas = Canvas()
        scene(canvas)
        target = options.out / path
        save(canvas.finish(), target)
        size = target.stat().st_size
        print(f"{path}: {size // 1000} kB{' TOO LARGE' if size > LARGEST else ''}")
    if not options.names:
        files = (*write_icons(options.out), *write_logo(options.out))
        print(f"{len(files)} icons")
    app.shutdown()


if __name__ == "__main__":
    main()
