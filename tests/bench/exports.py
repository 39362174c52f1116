"""How much memory and time the files of a large round take: `python -m tests.bench.exports`.

A round of a million ratings is made, in a process of its own per file, so that each has its own peak of memory: answers
as CSV and as Excel, and an archive. Each row says how long the file took, its size, the most memory beyond what the
process had before, and, beside it, the time that `backup` takes for the same database. While a file is made, somebody
saves a rating ten times a second: the 95th percentile of these saves is printed too.
"""

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, Thread

import numpy as np
import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.live.exports import Spooling, export
from jtbd_core.store import open_store
from jtbd_core.wave import Answers, Rating, Wave
from tests.bench.study import STUDY

PAUSE = 0.1
"""Seconds between two saves of the one who answers meanwhile."""


def main() -> None:
    """Make the round and each file, and print what they took."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--ratings", type=int, default=1_000_000)
    asked.add_argument("--files", nargs="+", choices=FILES, default=list(FILES))
    arguments = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "headway.duckdb"
        _fill(db, arguments.ratings // len(STUDY.outcomes))
        for name in arguments.files:
            worker = multiprocessing.get_context("spawn").Process(target=_measure, args=(name, db, Path(folder)))
            worker.start()
            worker.join()


def _fill(db: Path, people: int) -> None:
    """Store a closed round of so many people, and an open one beside it."""
    rng, outcomes = np.random.default_rng(1), [one.id for one in STUDY.outcomes]
    codes = rng.integers(1, 6, (2, people * len(outcomes))).astype(float)
    ratings = pd.DataFrame(
        {
            "respondent": np.repeat([f"{n:07}" for n in range(people)], len(outcomes)),
            "outcome": np.tile(outcomes, people),
            "importance": codes[0],
            "experience": codes[1],
            "not_applicable": False,
        }
    )
    store = open_store(db)
    study = store.add_study(STUDY).id
    profiles = {f"{n:07}": {"solution": ("post", "courier")[n % 2]} for n in range(people)}
    store.import_wave(study, ratings, profiles)
    store.open_wave(study)
    store.close()


def _csv(store: Store, wave: Wave, folder: Path) -> int:
    from jtbd_core.exchange.answers import answers_csv_file, spool_answers

    return _export(partial(spool_answers, store, STUDY, wave), answers_csv_file, folder / "answers.csv")


def _workbook(store: Store, wave: Wave, folder: Path) -> int:
    from jtbd_core.exchange.answers import answers_workbook_file, spool_answers

    return _export(partial(spool_answers, store, STUDY, wave), answers_workbook_file, folder / "answers.xlsx")


def _archive(store: Store, wave: Wave, folder: Path) -> int:
    from jtbd_core.exchange.archive_writing import spool_archive, write_spooled_archive

    return _export(partial(spool_archive, store, wave.study_id), write_spooled_archive, folder / "study.headway")


def _export(spooling: Spooling, write: Callable[[Path, Path], None], file: Path) -> int:
    export(spooling, write, file, lambda *_: None, lambda: None)
    job = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    print(f"  written by a job that took {job:,.0f} MB of memory", flush=True)
    return file.stat().st_size


def _copy(store: Store, wave: Wave, folder: Path) -> int:
    from jtbd_core.exchange.archive_check import check_archive
    from jtbd_core.exchange.archive_file import opened_archive
    from jtbd_core.live.job import ARCHIVES, run_job

    started = time.perf_counter()
    run_job(check_archive, folder / "study.headway", limits=ARCHIVES)
    print(f"  checked in {time.perf_counter() - started:.1f} s, in a job", flush=True)
    with opened_archive(folder / "study.headway") as archived:
        store.add_copy(archived)
    return 0


def _backup(store: Store, wave: Wave, folder: Path) -> int:
    store.back_up(folder / "backup")
    return (folder / "backup").stat().st_size


def _measure(name: str, db: Path, folder: Path) -> None:
    store = open_store(db)
    latest, wave = store.waves(store.studies()[0].id)[:2]
    saves, ended = list[float](), Event()
    saving = Thread(target=_save, args=(store, latest, saves, ended))
    saving.start()
    before, started = _memory(), time.perf_counter()
    size = FILES[name](store, wave, folder)
    taken, peak = time.perf_counter() - started, _memory() - before
    ended.set()
    saving.join()
    p95 = 1000 * float(np.percentile(saves, 95))
    print(
        f"{name:<16}{taken:6.1f} s{size / 1e6:9.1f} MB{peak:8.0f} MB of memory; {len(saves)} saves, p95 {p95:.0f} ms, "
        f"slowest {1000 * max(saves):.0f} ms",
        flush=True,
    )
    store.close()


def _save(store: Store, wave: Wave, saves: list[float], ended: Event) -> None:
    number = int(time.time() * 1000)
    while not ended.wait(PAUSE) or not saves:
        number += 1
        started = time.perf_counter()
        store.save(wave.id, f"{number:022}", Answers(ratings=(Rating(outcome="key-0", importance=4, experience=2),)))
        saves.append(time.perf_counter() - started)


def _memory() -> float:
    """Return the most memory that this process has had, in MB."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1000


FILES: dict[str, Callable[[Store, Wave, Path], int]] = {
    "backup": _backup,
    "archive": _archive,
    "answers as CSV": _csv,
    "as Excel": _workbook,
    "import of it": _copy,
}


if __name__ == "__main__":
    main()
