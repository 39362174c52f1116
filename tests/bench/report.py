"""Print how long each file of a report of the demo study takes, and how large it is: `python -m tests.bench.report`.

The values are gathered twice: in a process that has analysed nothing yet, and again as a page does whose figures have
been looked at. Each file is made in a job, as on the page; its peer is one page for a board as PDF. Seconds are of the
clock, in brackets of the processor: the load of the machine is printed beside them.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeVar

from jtbd_core.commands.report import subject_of
from jtbd_core.exchange.demo import keep_demo
from jtbd_core.live.job import MAKING, run_job
from jtbd_core.live.worker import worker
from jtbd_core.report.board_report import board_report
from jtbd_core.report.files import FILES, report_file
from jtbd_core.report.full_report import full_report
from jtbd_core.store import open_store

Made = TypeVar("Made")


class Took(NamedTuple):
    """Seconds that something took, by the clock and of the processor in processes that ended."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:.1f} s ({self.processor:.1f})"


def timed(make: Callable[[], Made]) -> tuple[Made, Took]:
    """Return what is made, and the seconds it took."""
    start, before = time.perf_counter(), os.times()
    made, after = make(), os.times()
    used = sum(after[2:4]) - sum(before[2:4])
    return made, Took(time.perf_counter() - start, used)


def main() -> None:
    """Print a line for gathering the values, and one for each file."""
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "headway.duckdb")
        subject = subject_of(store, *keep_demo(store))
        _, first = timed(lambda: full_report(store, subject))
        report, again = timed(lambda: full_report(store, subject))
        board = board_report(store, subject)
        store.close()
    worker.stop()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"values: {first.clock:.1f} s at first, {again.clock:.1f} s again")
    _, peer = timed(lambda: run_job(report_file, board, "pdf", limits=MAKING))
    print(f"board as pdf: {peer}")
    for ending in FILES:
        content, took = timed(lambda ending=ending: run_job(report_file, report, ending, limits=MAKING))
        print(f"full as {ending}: {took}, {took.clock / peer.clock:.1f} × the board's, {len(content):,} bytes")


if __name__ == "__main__":
    main()
