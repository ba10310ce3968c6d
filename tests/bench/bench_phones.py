"""Phones that vote, listen and come back, next to a bare echo and a bare group commit.

Run `python -m tests.bench.bench_phones [phones] [streams] [runs]`. The load comes from another
process over loopback. In this process run the game's server, its session and log, and its windows
(offscreen); and, in turn and under the same load:

- echo: the same server library, answering with what it was sent;
- commit: rows in a queue, one thread, one transaction per batch; asked without any server;
- both: the same server library, answering once such a row is on disk. It is what echo and group
  commit together allow, and the measure of ours.

Every vote that was acknowledged is looked up in the log afterwards. Times are in milliseconds,
but CPU: microseconds of processor time that this whole process took per vote, its windows included.
Frame is the longest time that the window's thread was busy with one thing.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median
from threading import Thread
from time import monotonic, process_time, sleep
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dilemmaspel.desktop.shell import MainWindow
from dilemmaspel.desktop.style import apply_style
from dilemmaspel.desktop.sweeper import Sweeper
from dilemmaspel.evening import Evening, Kit
from dilemmaspel.game.phases import Phase
from dilemmaspel.settings import Settings
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme
from tests.bench.bench_ballots import RawRows
from tests.bench.phone_load import raise_limit
from tests.bench.phone_room import Bare, Frames, Load, Room, committing, echo

PHONES: Final = 1000
STREAMS: Final = 2000
RUNS: Final = 3
LANES: Final = 50
LOOPED: Final = 5000
SETTLE: Final = 0.5
"""Seconds in which the window shows what came of it."""
QUIET: Final = 3.0
"""Seconds before a reveal in which nothing else is told to the phones."""
BALLOT: Final = {"round": "d1", "vote": "vote1", "choice": "b"}
AIM_P99: Final = 5.0
AIM_RATE: Final = 0.5
AIM_REVEAL: Final = 0.150
AIM_FRAME: Final = 0.100
AIM_BACK: Final = 10.0


# -------------------------------------------------------------------- votes


@dataclass(frozen=True)
class Row:
    """What one load gave on one server; times in milliseconds."""

    name: str
    count: int
    logged: int | None
    rate: float
    p50: float
    p95: float
    p99: float
    cpu: float
    """Processor time of this whole process per vote, in microseconds."""
    longest: float | None = None
    """The window's longest frame."""


def as_row(name: str, told: dict[str, Any], cpu: float, logged: int | None = None) -> Row:
    for wrong in told.get("wrong", ()):
        say(f"  {name}: not acknowledged: {wrong}")
    count, p50, p95, p99 = (told[name] for name in ("count", "p50", "p95", "p99"))
    return Row(
        name,
        count,
        logged,
        rate=count / told["seconds"],
        p50=1000 * p50,
        p95=1000 * p95,
        p99=1000 * p99,
        cpu=1e6 * cpu / max(count, 1),
    )


def middle(rows: list[Row]) -> Row:
    """Take the medians of runs, and the worst of what must not happen."""
    return replace(
        rows[0],
        count=min(row.count for row in rows),
        logged=None if rows[0].logged is None else min(row.logged or 0 for row in rows),
        rate=median(row.rate for row in rows),
        p50=median(row.p50 for row in rows),
        p95=median(row.p95 for row in rows),
        p99=median(row.p99 for row in rows),
        cpu=median(row.cpu for row in rows),
        longest=None if rows[0].longest is None else max(row.longest or 0 for row in rows),
    )


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


HEAD: Final = (
    f"{'':8} {'acknowledged':>12} {'in the log':>10} {'votes/s':>9} "
    f"{'p50':>8} {'p95':>8} {'p99':>8} {'CPU':>7} {'frame':>8}"
)


def say_row(row: Row) -> None:
    logged = "" if row.logged is None else f"{row.logged:,}"
    frame = "" if row.longest is None else f"{row.longest:8.1f}"
    say(
        f"{row.name:8} {row.count:12,} {logged:>10} {row.rate:9,.0f} "
        f"{row.p50:8.2f} {row.p95:8.2f} {row.p99:8.2f} {row.cpu:7.0f} {frame}"
    )


class Votes:
    """The same load on ours, on the echo and on both, in turn."""

    def __init__(self, load: Load, room: Room, frames: Frames, folder: Path, phones: int) -> None:
        self._load = load
        self._room = room
        self._frames = frames
        self._phones = phones
        self._rows = RawRows(folder / "raw.sqlite")
        self._echo = Bare(echo)
        self._both = Bare(committing(self._rows))

    def stop(self) -> None:
        self._echo.stop()
        self._both.stop()
        self._rows.stop()

    def compare(self, do: str, runs: int, **asked: object) -> dict[str, Row]:
        found: dict[str, list[Row]] = {}
        for _ in range(runs):
            for name in ("echo", "both", "ours"):
                found.setdefault(name, []).append(self._one(name, do, asked))
        return {name: middle(rows) for name, rows in found.items()}

    def _one(self, name: str, do: str, asked: dict[str, object]) -> Row:
        asked = {"phones": self._phones, "body": BALLOT, **asked}
        if name != "ours":
            url = self._echo.url if name == "echo" else self._both.url
            spent = process_time()
            told = self._load.ask(do, url=url, **asked)
            return as_row(name, told, process_time() - spent)
        room = self._room
        room.open_vote()
        before = room.logged()
        self._frames.begin()
        spent = process_time()
        told = self._load.ask(do, url=room.phones.server.url, **asked)
        row = as_row(name, told, process_time() - spent, room.logged() - before)
        voters = room.close_vote()
        if voters != min(row.count, self._phones):
            say(f"  ours: {voters} voters were counted of {row.count} acknowledged")
        return replace(row, longest=1000 * self._frames.longest)

    def commit(self, runs: int) -> Row:
        """Ask for rows without a server, as many at a time as the loop has lanes."""
        return middle([self._commit() for _ in range(runs)])

    def _commit(self) -> Row:
        spent = process_time()
        return as_row("commit", asyncio.run(self._lanes()), process_time() - spent)

    async def _lanes(self) -> dict[str, Any]:
        times: list[float] = []
        waiting = iter(range(LOOPED))

        async def lane() -> None:
            for seat in waiting:
                begun = monotonic()
                await asyncio.wrap_future(self._rows.submit(seat))
                times.append(monotonic() - begun)

        begun = monotonic()
        await asyncio.gather(*[lane() for _ in range(LANES)])
        spent = monotonic() - begun
        times.sort()
        cut = {f"p{n}": times[len(times) * n // 100] for n in (50, 95, 99)}
        return {"count": len(times), "seconds": spent, **cut}


def bursts(votes: Votes, phones: int, runs: int) -> None:
    for seconds in (1.0, 5.0):
        for fresh in (False, True):
            kind = "fresh" if fresh else "kept"
            say(f"\n{phones:,} phones vote within {seconds:.0f} s, {kind} connections (ms)\n{HEAD}")
            found = votes.compare("burst", runs, seconds=seconds, fresh=fresh)
            for row in found.values():
                say_row(row)
            ours = found["ours"]
            say(
                f"p99: {ours.p99 / found['echo'].p99:.1f} x echo (aim <= {AIM_P99:.0f}), "
                f"{ours.p99 / found['both'].p99:.1f} x both"
            )


def loops(votes: Votes, runs: int) -> None:
    say(f"\n{LOOPED:,} votes, {LANES} phones at a time, each as soon as it can (ms)\n{HEAD}")
    commit = votes.commit(runs)
    found = votes.compare("loop", runs, lanes=LANES, votes=LOOPED)
    for row in (commit, *found.values()):
        say_row(row)
    ours, both, bare = found["ours"].rate, found["both"].rate, found["echo"].rate
    added = 1 / (1 / bare + 1 / commit.rate)
    say(
        f"votes/s: {ours / both:.2f} x both (aim >= {AIM_RATE}), {ours / bare:.2f} x echo, "
        f"{ours / added:.2f} x echo and commit one after the other"
    )


# -------------------------------------------------------------------- streams


def resident() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def streams(load: Load, room: Room, frames: Frames, phones: int) -> None:
    room.open_vote()
    before = resident()
    told = load.ask("streams")
    each = (resident() - before) / phones / 1024
    say(f"\n{told['open']:,} open streams, opened in {told['seconds']:.1f} s: {each:.1f} KiB each")
    for fetch in (False, True):
        room.open_vote()
        sleep(QUIET)
        load.tell("reveal", fetch=fetch, phase=Phase.REVEAL1)
        load.hear()
        frames.begin()
        begun = monotonic()
        room.close_vote()
        saved = monotonic()
        heard = load.hear()
        sleep(SETTLE)
        say(f"  the vote is closed, and saved after {1000 * (saved - begun):.0f} ms; from then on:")
        aim = f"aim <= {1000 * AIM_REVEAL:.0f} ms"
        say(f"    last stream told {1000 * (heard['told'][-1] - saved):.0f} ms ({aim})")
        if fetch:
            say(f"    last phone has fetched its view {1000 * (heard['seen'][-1] - saved):.0f} ms")
        say(f"    {frame_of(frames)}")


def frame_of(frames: Frames) -> str:
    return f"longest frame {1000 * frames.longest:.0f} ms (aim <= {1000 * AIM_FRAME:.0f} ms)"


def reconnects(load: Load, room: Room, frames: Frames, phones: int) -> None:
    room.open_vote()
    before = room.logged()
    frames.begin()
    told = load.ask("reconnect", body=BALLOT)
    sleep(SETTLE)
    logged = room.logged() - before
    say(f"\n{phones:,} phones lose their connection and come back at once")
    say(f"  the last one has its view after {told['viewed']:.1f} s (aim <= {AIM_BACK:.0f} s)")
    say(f"  the last one has voted after {told['voted']:.1f} s")
    say(f"  acknowledged {told['count']:,}, in the log {logged:,}; {frame_of(frames)}")
    for wrong in told["wrong"]:
        say(f"  not served: {wrong}")


# -------------------------------------------------------------------- the whole


Measure = Callable[[Load, Room, Frames, Path], None]


class Bench:
    """Measures on a thread of its own, while the windows live on the main one."""

    def __init__(self, measure: Measure, phones: int) -> None:
        self._measure = measure
        self._phones = phones
        self.trouble: BaseException | None = None

    def run(self, room: Room, frames: Frames, folder: Path) -> None:
        load = Load()
        try:
            server = room.phones.server
            code = server.codes.typed
            joined = load.ask("join", url=server.url, code=code, phones=self._phones)
            say(f"\n{joined['joined']:,} phones came in within {joined['seconds']:.1f} s")
            self._measure(load, room, frames, folder)
        except BaseException as error:  # noqa: BLE001 - told on the main thread
            self.trouble = error
        finally:
            load.stop()


def in_windows(measure: Measure, phones: int) -> None:
    """Measure with the game's windows open in this process."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_style(app, load_theme("light"))
    sweeper = Sweeper()
    bench = Bench(measure, phones)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        room = Room(folder, phones)
        kit = Kit(
            Texts(), Settings(), room.log, room.session, room.clock, None, lambda: room.phones
        )
        window = MainWindow(kit.texts)
        window.show()
        evening = Evening(kit, window)
        frames = Frames()
        frames.over.connect(partial(app.exit, 0))

        def work() -> None:
            bench.run(room, frames, folder)
            frames.over.emit()

        thread = Thread(target=work)
        QTimer.singleShot(0, thread.start)
        app.exec()
        thread.join()
        evening.leave()
        window.close()
        room.log.close()
    sweeper.stop()
    if bench.trouble is not None:
        raise bench.trouble


def main() -> None:
    phones = int(sys.argv[1]) if len(sys.argv) > 1 else PHONES
    streaming = int(sys.argv[2]) if len(sys.argv) > 2 else STREAMS
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else RUNS
    raise_limit()
    say(f"medians of {runs} runs in turn; {os.cpu_count()} processors")

    def voting(load: Load, room: Room, frames: Frames, folder: Path) -> None:
        votes = Votes(load, room, frames, folder, phones)
        bursts(votes, phones, runs)
        loops(votes, runs)
        votes.stop()

    def listening(load: Load, room: Room, frames: Frames, _: Path) -> None:
        streams(load, room, frames, streaming)
        reconnects(load, room, frames, streaming)

    in_windows(voting, phones)
    in_windows(listening, streaming)


if __name__ == "__main__":
    main()
