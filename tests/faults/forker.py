"""A process that forks others, which are killed while it lives on: this side of its two pipes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="needs fork and SIGKILL, which Windows does not have"
)


class Forker:
    """Starts a module that forks a child for every task, and hears what they tell."""

    def __init__(self, module: str) -> None:
        process = subprocess.Popen(
            [sys.executable, "-m", module],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        self._process, self._tasks, self._lines = process, process.stdin, process.stdout

    def ask(self, task: dict[str, Any]) -> None:
        """Let a child be forked for a task."""
        self._tasks.write(json.dumps(task) + "\n")

    def told(self) -> dict[str, Any]:
        """What is told next."""
        line = self._lines.readline()
        assert line, "the process that starts the others ended"
        told: dict[str, Any] = json.loads(line)
        return told

    def close(self) -> None:
        self._tasks.close()
        self._process.wait(20)
        self._lines.close()
