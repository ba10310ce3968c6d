"""Write the handbook as a PDF: `make handbook`."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from dilemmaspel.desktop.handbook.paper import writing
from dilemmaspel.texts import Texts

OUT = Path(__file__).resolve().parent.parent / "dist" / "handleiding.pdf"


def main(path: Path = OUT) -> None:
    """Write the Dutch handbook, and tell where it is."""
    app = QGuiApplication(sys.argv[:1])
    pages = max(total for _, total in writing(path, Texts("nl")))
    app.quit()
    print(f"{path}: {pages} pages")


if __name__ == "__main__":
    main()
