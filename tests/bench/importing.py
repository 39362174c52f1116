"""How long a large file takes to come in, and how long a room waits for its saves meanwhile.

`python -m tests.bench.importing [PEOPLE]` writes a long file of so many people (100,000) and 50 outcomes, reads it in a
job and imports it, while 200 people save a rating each ten seconds in the same process. CPU seconds are printed beside
those of the clock, since a machine that is shared makes these longer.
"""

import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import TypeVar

import numpy as np
import pyarrow as pa
from pyarrow import csv

from jtbd_core.contract import Store
from jtbd_core.exchange.file_import import Chosen, import_study
from jtbd_core.exchange.handover import Handover, keep_as_study
from jtbd_core.exchange.look import look_at
from jtbd_core.live.job import run_job
from jtbd_core.store import open_store
from jtbd_core.wave import Answers, Rating
from tests.store.studies import PARCEL

OUTCOMES, ROOM, PAUSE = 50, 200, 10.0
Result = TypeVar("Result")


def write_long_file(people: int, file: Path) -> None:
    """Write a CSV file of a row per respondent and outcome, as `respondent,outcome,importance,satisfaction,place`."""
    random = np.random.default_rng(0)
    rows = people * OUTCOMES
    who, what = np.divmod(np.arange(rows), OUTCOMES)
    names = pa.array([f"person-{at}" for at in range(people)])
    outcomes = pa.array([f"Outcome number {at} of many" for at in range(OUTCOMES)])
    columns = {"respondent": names.take(pa.array(who)), "outcome": outcomes.take(pa.array(what))}
    for name in ("importance", "satisfaction"):
        columns[name] = pa.array(random.integers(1, 6, rows))
    columns["place"] = pa.array(["town", "village", "farm"]).take(pa.array(who % 3))
    csv.write_csv(pa.table(columns), file)


def cpu() -> float:
    """Return the CPU seconds of this process and of its jobs."""
    own, jobs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + jobs.ru_utime + jobs.ru_stime


def memory(who: int) -> float:
    """Return the most memory that this process, or one of its jobs, had so far, in MB."""
    return resource.getrusage(who).ru_maxrss / 1024


def timed(what: str, work: Callable[[], Result]) -> Result:
    """Return the result of work; print what it took."""
    clock, used = time.perf_counter(), cpu()
    result = work()
    print(f"{what}: {time.perf_counter() - clock:.1f} s, {cpu() - used:.1f} s of CPU")
    return result


@contextmanager
def room(store: Store) -> Iterator[list[float]]:
    """Have people save while something else is done; yield how many seconds each save took."""
    record = store.add_study(PARCEL)
    wave = store.open_wave(record.id)
    record, is_over, waits, random = store.study(record.id), Event(), list[float](), Random(0)

    def save(person: int) -> None:
        while not is_over.wait(random.uniform(0, 2 * PAUSE)):
            rating = Rating(outcome=PARCEL.outcomes[0].id, importance=random.randint(1, 5))
            began = time.perf_counter()
            store.saving(record, wave, f"{person:022}", Answers(ratings=(rating,))).result()
            waits.append(time.perf_counter() - began)

    people = [Thread(target=save, args=(at,), daemon=True) for at in range(ROOM)]
    for one in people:
        one.start()
    yield waits
    is_over.set()
    for one in people:
        one.join()


def main(people: int) -> None:
    """Print what each part of an import takes, and how long saves waited before and meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.csv"
        writing = multiprocessing.get_context("spawn").Process(target=write_long_file, args=(people, file))
        writing.start()
        writing.join()
        content = file.read_bytes()
        print(f"{people:,} people × {OUTCOMES} outcomes, {len(content) / 1e6:,.0f} MB")
        store = open_store(Path(folder) / "headway.duckdb")
        with room(store) as waits:
            Event().wait(PAUSE)
            alone = list(waits)
            waits.clear()
            assignment = run_job(look_at, content).assignment
            held = memory(resource.RUSAGE_SELF)

            def read(folder: Path) -> Handover:
                asked = (content, Chosen(assignment), "Many", "Do the job", None, folder)
                return timed("Read in a job", lambda: run_job(import_study, *asked))

            timed("Read and kept", lambda: keep_as_study(store, read))
            for when, seconds in (("before", alone), ("meanwhile", waits)):
                p50, p95 = (statistics.quantiles(seconds, n=20)[at] * 1000 for at in (9, 18))
                worst = f"p95 {p95:.0f} ms, longest {max(seconds):.2f} s"
                print(f"Saves {when}: {len(seconds):,}, median {p50:.0f} ms, {worst}")
        job, own = memory(resource.RUSAGE_CHILDREN), memory(resource.RUSAGE_SELF)
        print(f"Memory: the job {job:,.0f} MB; this process {held:,.0f} MB with the file in it, then {own:,.0f} MB")
        store.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
