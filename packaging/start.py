"""Where the bundle starts; does what `dilemmaspel` does."""

import os
import sys

# Windows gives a program without a console no output at all; who writes to it must not fall.
for name in ("stdout", "stderr"):
    if getattr(sys, name) is None:
        setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - for good

from dilemmaspel.cli import main  # noqa: E402 - needs an output

if __name__ == "__main__":
    main(prog_name="dilemmaspel")
