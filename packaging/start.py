"""Where the bundle starts; does what `dilemmaspel` does.

Without words behind it there is nothing to read from the command line, and the window comes without
what reads commands. When that goes wrong before there is a window, the command tells it in words.
"""

import os
import sys

# Windows gives a program without a console no output at all; who writes to it must not fall.
for name in ("stdout", "stderr"):
    if getattr(sys, name) is None:
        setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - for good


def open_window() -> int:
    """Open the game as it opens for everybody; returns the exit code."""
    from dilemmaspel.app import Options
    from dilemmaspel.launch import run

    return run(Options())


def run_command() -> None:
    """Do what the words behind the program ask; tells every trouble in a sentence."""
    from dilemmaspel.cli import main

    main(prog_name="dilemmaspel")


def main() -> None:
    """Open the window, or do what is asked."""
    if len(sys.argv) > 1:
        run_command()
        return
    try:
        code = open_window()
    except Exception:  # noqa: BLE001 - told by the command, which meets the same trouble
        run_command()
    else:
        sys.exit(code)


if __name__ == "__main__":
    main()
