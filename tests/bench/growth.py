"""What live results cost as a round grows, beside the way before: `python -m tests.bench.growth [--before] [PEOPLE …]`.

For each size a DuckDB file is filled, and a process of its own opens it and looks: the first results, and then one look
after the other while 200 saves a second arrive. Of a look is printed how long it took, and how long without the
analysis of what may be shown, which does not grow: scores, posterior and charts. Memory is the most that the server and
its worker had each. With `--before` the same is done with the code of `BEFORE`, which read the whole log at each look.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import Future
from pathlib import Path
from threading import Event, Thread

import duckdb
import numpy as np

from jtbd_core.contract import Store
from jtbd_core.live.analysis import analysis
from jtbd_core.live.sharing import Request, Shared, share
from jtbd_core.live.worker import worker
from jtbd_core.store import open_store
from jtbd_core.study import Outcome, Step, Study, StudyRecord
from jtbd_core.wave import Answers, Rating, Wave

BEFORE = "f8c386a"
ROOT = Path(__file__).parents[2]
SIZES = {1_000: 100, 10_000: 100, 100_000: 100, 1_000_000: 50}
"""How many outcomes so many people rate."""

MOST_BEFORE = 100_000
SAVES_A_SECOND = 200
AIMS = {100_000: "aims: first results 5 s, a look less its analysis 0.3 s, 700 MB"}

RESPONSES = """INSERT INTO response (wave_id, id, receipt_digest, is_finished, started_at)
    SELECT $1, left(md5(CAST(p AS TEXT)), 24), md5(CAST(p AS TEXT)), true, now()::TIMESTAMP FROM range($2) AS r(p)"""
RATINGS = """INSERT INTO rating
        (wave_id, response_id, outcome_id, importance_code, experience_code, not_applicable, created_at, tapped)
    SELECT $1, left(md5(CAST(p AS TEXT)), 24), 'o' || o, 1 + hash(p, o) % 5, 1 + hash(o, p) % 5, false,
        now()::TIMESTAMP, 1700000000000 + p
    FROM (SELECT p, o FROM range($2) AS r(p), range($3) AS s(o)) ORDER BY p // 200, o, p"""


def main() -> None:
    """Print the figures of each size."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("people", nargs="*", type=int, help="sizes in place of all")
    arguments.add_argument("--before", action="store_true", help=f"look with the code of {BEFORE} too")
    arguments.add_argument("--looks", type=int, default=8, help="how many looks after the first")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        before = code_before(Path(folder)) if given.before else None
        print(f"{'people':>9} {'outcomes':>8} {'code':>7} {'first':>8} {'a look':>8} {'less its analysis':>18}", end="")
        print(f" {'server':>8} {'worker':>8}; seconds and MB")
        for people in given.people or SIZES:
            compare(people, SIZES.get(people, 100), Path(folder), before, given.looks)


def compare(people: int, outcomes: int, folder: Path, before: Path | None, looks: int) -> None:
    """Print the figures of one size, with the code before and with this one."""
    file = folder / "filled.duckdb"
    fill(file, people, outcomes)
    for tree in (before, ROOT):
        if tree and (tree == ROOT or people <= MOST_BEFORE):
            looked = folder / "looked.duckdb"
            shutil.copy(file, looked)
            # the worker imports what it runs by name, which `-m` would change
            looking = f"from tests.bench.growth import look; look({str(looked)!r}, {looks})"
            command = [sys.executable, "-c", looking]
            found = subprocess.run(command, cwd=tree, check=True, text=True, stdout=subprocess.PIPE).stdout
            code = "this" if tree == ROOT else BEFORE
            print(f"{people:>9,} {outcomes:>8} {code:>7} {found.strip()}  {AIMS.get(people, '')}", flush=True)
            looked.unlink()
    file.unlink()


def code_before(folder: Path) -> Path:
    """Return a folder with the code of the revision before, and this bench in it."""
    tree = folder / "before"
    tree.mkdir()
    archive = subprocess.run(["git", "archive", BEFORE], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    subprocess.run(["tar", "-x"], cwd=tree, input=archive, check=True)
    shutil.copy(__file__, tree / "tests" / "bench")
    return tree


def study_of(many: int) -> Study:
    """Return a study of so many outcomes, half of them key ones."""
    statements = [f"Minimize the time it takes to do part {at} of it" for at in range(many)]
    key = (Outcome(id=f"o{at}", statement=statements[at], step="do") for at in range(many // 2))
    success = (Outcome(id=f"o{at}", statement=statements[at], dimension="social") for at in range(many // 2, many))
    steps = (Step(id="do", name="Do it", is_core=True),)
    return Study(title="Growth", job="Do the job", steps=steps, outcomes=(*key, *success))


def fill(file: Path, people: int, outcomes: int) -> None:
    """Write a database with an open round in which everybody rated everything."""
    store = open_store(file)
    wave = store.open_wave(store.add_study(study_of(outcomes)).id)
    store.close()
    with duckdb.connect(str(file)) as connection:
        connection.execute("SET preserve_insertion_order = false")
        connection.execute(RESPONSES, [wave.id, people])
        connection.execute(RATINGS, [wave.id, people, outcomes])


def look(file: str, looks: int) -> None:
    """Print what the first look takes, what further ones take while answers arrive, and the memory of both."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    store = open_store(file)
    record = store.studies()[0]
    wave = store.waves(record.id)[0]
    began = time.perf_counter()
    looked(store, record, wave)
    first = time.perf_counter() - began
    with_saves = Saving(store, record, wave)
    whole, alone = [], []
    for _ in range(looks):
        began = time.perf_counter()
        analysing = looked(store, record, wave)
        whole.append(time.perf_counter() - began)
        alone.append(whole[-1] - analysing)
        Event().wait(1.0)
    with_saves.end()
    memory = peak(os.getpid()), peak(worker._process.pid)
    worker.stop()
    store.close()
    both = f"{statistics.median(whole):>8.2f} {statistics.median(alone):>18.2f}"
    print(f"{first:>8.2f} {both} {memory[0]:>8.0f} {memory[1]:>8.0f}")


def looked(store: Store, record: StudyRecord, wave: Wave) -> float:
    """Look at everybody's results, and return the seconds that their analysis took."""
    return share(store, record.study, wave, Request(), analysed)


def analysed(study: Study, shared: Shared) -> float:
    """Analyse what may be shown, and return the seconds that it took."""
    began = time.perf_counter()
    analysis(study, shared)
    return time.perf_counter() - began


class Saving:
    """Newcomers who rate an outcome each, 200 of them a second."""

    def __init__(self, store: Store, record: StudyRecord, wave: Wave) -> None:
        self._random = np.random.default_rng(0)
        self._is_over = Event()
        self._save = lambda name, rating: store.saving(record, wave, name, Answers(ratings=(rating,)))
        self._outcomes = [one.id for one in record.study.outcomes]
        self._thread = Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        saved: list[Future[None]] = []
        while not self._is_over.wait(0.1):
            for outcome in self._random.choice(self._outcomes, SAVES_A_SECOND // 10).tolist():
                importance, experience = self._random.integers(1, 6, 2).tolist()
                rating = Rating(outcome=outcome, importance=importance, experience=experience)
                saved.append(self._save(f"{len(saved):022}", rating))
        for one in saved:
            one.result()

    def end(self) -> None:
        """Let nobody else come."""
        self._is_over.set()
        self._thread.join()


def peak(process: int) -> float:
    """Return the most memory that a process had, in MB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    main()
