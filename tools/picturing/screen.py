"""A screen to take pictures on: the one there is, or one that exists in memory only."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

ARGUMENTS: Final = ("-screen", "0", "1920x1080x24", "-nolisten", "tcp")


@contextmanager
def a_screen() -> Iterator[None]:
    """Give Qt a screen of 1920 by 1080 while the block runs; ends what it started."""
    if os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM"):
        yield
        return
    server = shutil.which("Xvfb")
    if server is None:
        raise SystemExit("There is no screen here. Install Xvfb, or set QT_QPA_PLATFORM=offscreen.")
    read, write = os.pipe()
    command = [server, "-displayfd", str(write), *ARGUMENTS]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as running:
        os.close(write)
        try:
            with os.fdopen(read) as said:
                number = said.readline().strip()
            if not number:
                raise SystemExit("Xvfb did not start.")
            os.environ["DISPLAY"] = f":{number}"
            os.environ["QT_QPA_PLATFORM"] = "xcb"
            yield
        finally:
            running.terminate()
