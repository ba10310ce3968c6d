"""Reports and exports of one session of 400 people, next to reading its plain tables.

Run `python -m tests.bench.bench_reports`. Every form is made in turn with the plain reading; the
times are medians, the ratio is to the reading in the same run. "Longest step" is how long a window
that makes the report would stand still at most.
"""

import statistics
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from dilemmaspel.debrief.export.steps import Steps
from dilemmaspel.desktop.reports.writing import with_fonts, writing
from dilemmaspel.reporting import ENDINGS, Form, named, read, tables
from dilemmaspel.simulate_command import Wish, run_simulate
from dilemmaspel.storage import opening
from dilemmaspel.storage.plain import plain_rows
from dilemmaspel.texts import Texts

PEOPLE: Final = 400
RUNS: Final = 5
SCENARIO: Final = "f1-de-schakel"


def main() -> None:
    """Print a table."""
    kept = with_fonts()
    with TemporaryDirectory(prefix="dilemmaspel-") as folder:
        log = Path(folder) / "log.sqlite"
        wish = Wish(SCENARIO, PEOPLE, 1, None, log, None, as_json=True)
        run_simulate(wish, StringIO(), StringIO(), Texts("en"))
        print(f"{PEOPLE} people; medians of {RUNS}; milliseconds")  # noqa: T201
        print(f"{'form':8}{'total':>9}{'ratio':>8}{'longest step':>14}{'kB':>9}")  # noqa: T201
        for form in Form:
            path = Path(folder) / f"r{ENDINGS[form]}"
            _tell(form, log, path)
    del kept


def _tell(form: Form, log: Path, path: Path) -> None:
    plain, totals, longest = [], [], []
    for _ in range(RUNS):
        plain.append(_timed(lambda: _read_plainly(log)))
        start = time.perf_counter()
        longest.append(_longest_step(_begin(form, log, path)))
        totals.append(time.perf_counter() - start)
    total, base = statistics.median(totals), statistics.median(plain)
    size = path.stat().st_size / 1000
    step = statistics.median(longest)
    print(f"{form:8}{total * 1e3:9.0f}{total / base:8.1f}{step * 1e3:14.0f}{size:9.0f}")  # noqa: T201


def _begin(form: Form, log: Path, path: Path) -> Steps:
    info = named(log, "latest")
    if form in {Form.PDF, Form.HTML}:
        return writing(form, path, read(log, info), Texts("nl"))
    return tables(form, path, log, (info,), Texts("nl"))


def _longest_step(steps: Steps) -> float:
    longest, start = 0.0, time.perf_counter()
    for _ in steps:
        longest, start = max(longest, time.perf_counter() - start), time.perf_counter()
    return max(longest, time.perf_counter() - start)


def _read_plainly(log: Path) -> None:
    with opening.reading(log) as conn:
        plain_rows(conn, named(log, "latest").id)


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
