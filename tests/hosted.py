"""A room for `dilemmaspel host`: the command in a process of its own, and phones that play along.

As a program it plays one whole session and fails when anything goes wrong; with `--alone` it first
switches on the loopback of the network namespace it is in.
"""

import fcntl
import json
import os
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.a_phone import APhone
from tests.contracts.code import ROOT

VOTES = {"vote1", "vote2", "runoff", "consent_check"}
_GET_FLAGS, _SET_FLAGS, _UP = 0x8913, 0x8914, 0x1


class Hosted:
    """The command, and the lines that it told."""

    def __init__(self, *words: str, before: Sequence[str] = ()) -> None:
        command = [*before, sys.executable, "-m", "dilemmaspel", "host", *words]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "DILEMMASPEL_LANGUAGE": "en"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.lines: list[dict[str, Any]] = []
        self.phones: list[APhone] = []
        """The phones that are in, put away with the host."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, bug: BaseException | None, at: TracebackType | None
    ) -> None:
        for phone in self.phones:
            phone.hang_up()
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def hear(self) -> dict[str, Any]:
        """Wait for the next line."""
        assert self.process.stdout is not None
        written = self.process.stdout.readline()
        if not written:
            assert self.process.stderr is not None
            raise EOFError(f"the host ended: {self.process.stderr.read()}")
        line: dict[str, Any] = json.loads(written)
        self.lines.append(line)
        return line

    def until(self, event: str, **wanted: object) -> dict[str, Any]:
        """Wait for a line of this event with these values."""
        while True:
            line = self.hear()
            if line["event"] == event and wanted.items() <= line.items():
                return line

    def told(self, event: str) -> list[dict[str, Any]]:
        return [line for line in self.lines if line["event"] == event]

    def end(self) -> tuple[int, str]:
        """Wait for its end; returns the exit code and what stands on standard error."""
        out, err = self.process.communicate(timeout=60)
        self.lines += [json.loads(line) for line in out.splitlines()]
        return self.process.returncode, err

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Ask it to stop, and wait."""
        self.process.send_signal(number)
        return self.end()


def come_in(host: Hosted, people: int) -> None:
    """Let phones in, one by one."""
    door = host.until("listening")
    for _ in range(people):
        host.phones.append(APhone(door["url"]))
        host.phones[-1].join(door["code"])


def come_back(host: Hosted, phones: Sequence[APhone]) -> None:
    """Let phones speak to a host that was started anew, each with the seat it has."""
    door = host.until("listening")
    host.phones += [APhone(door["url"], phone.cookie, phone.seat) for phone in phones]


def play_on(host: Hosted) -> None:
    """Vote in every vote until the end; whoever has voted in the running one does not again."""
    line: dict[str, Any] = {}
    while line.get("event") != "ended":
        line = host.hear()
        if line.get("phase") in VOTES:
            everybody_votes(host.phones, f"{line['dilemma']}-{line['phase']}")


def everybody_votes(phones: Sequence[APhone], name: str) -> None:
    for phone in phones:
        if phone.view()["screen"] == "ballot":
            phone.vote(f"{name}-{phone.seat}".replace("_", "-"))


def switch_on_loopback() -> None:
    """Bring `lo` up in a fresh network namespace, which has nothing else."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        asked = struct.pack("16sH14x", b"lo", 0)
        _, flags = struct.unpack("16sH14x", fcntl.ioctl(any_socket, _GET_FLAGS, asked))
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sH14x", b"lo", flags | _UP))


def play_whole(db: Path, *words: str, before: Sequence[str] = ()) -> Hosted:
    """Play one whole session with three phones; fails when anything is not as it should be."""
    asked = ("f1-de-schakel", "--db", str(db), "--participants", "3", "--port", "0", *words)
    asked += ("--linger", "0")
    with Hosted(*asked, before=before) as host:
        come_in(host, 3)
        play_on(host)
        code, err = host.end()
    assert (code, err) == (0, ""), (code, err)
    return host


def main() -> None:
    db, *options = sys.argv[1:]
    if "--alone" in options:
        switch_on_loopback()
    host = play_whole(Path(db), "--bind", "127.0.0.1")
    sys.stdout.write(json.dumps(host.lines) + "\n")


if __name__ == "__main__":
    main()
