"""How many backups made under load are restored to the same digits: `python -m tests.bench.backups`.

While people fill a room, backups are made one after the other by the command; each is restored into a database of its
own, by turns a DuckDB file and a PostgreSQL database, whose own backup must hold the same rows. Whatever was
acknowledged before a backup began must be in it; nobody rates an outcome twice.
"""

import argparse
import asyncio
import os
import subprocess
import sys
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from jtbd_core import access
from jtbd_core.store import open_store, restore_backup
from jtbd_core.wave import Wave
from tests import postgres
from tests.bench import people
from tests.bench.figures import Tally
from tests.bench.pace import now, until
from tests.bench.people import Given, Room
from tests.bench.room import SAVE, SECONDS_TO_ARRIVE, place, prepared
from tests.server import ROOT, Headway

ANSWERED = 300


class Backup(NamedTuple):
    """A backup, and the ratings that had been acknowledged before it began: token, outcome, importance, experience."""

    file: Path
    acknowledged: frozenset[tuple[str, str, int, int]]


def main() -> None:
    """Make as many backups as were asked for and print how many are restored to the same digits."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--backups", type=int, default=20)
    asked.add_argument("--respondents", type=int, default=1000)
    arguments = asked.parse_args()
    with prepared(answered=ANSWERED) as (db, _, wave):
        headway = Headway(db)
        headway.start()
        try:
            tally, backups = asyncio.run(_under_load(headway, wave, arguments.respondents, arguments.backups))
        finally:
            headway.stop()
        tally.print((SAVE, "backup"))
        same = _restored(backups, wave)
    print(f"{same} of {arguments.backups} backups under load restored to the same digits")


async def _under_load(headway: Headway, wave: Wave, respondents: int, number: int) -> tuple[Tally, list[Backup]]:
    """Make backups while people arrive and answer."""
    host, port = place(headway.url)
    tally, given, backups = Tally(), Given(), []
    room = Room(host, port, wave.rate_key, respondents, SECONDS_TO_ARRIVE, 10.0)
    answering = asyncio.create_task(people.fill(room, tally, given))
    began = now()
    for count in range(number):
        await until(began + count * SECONDS_TO_ARRIVE / number)
        file, acknowledged = Path(headway.db).with_name(f"{count}.backup"), _acknowledged(given)
        started = now()
        if await asyncio.to_thread(_back_up, Path(headway.db), file):
            backups.append(Backup(file, acknowledged))
        tally.add("backup", now() - started)
    print(f"{len(backups)} backups, the last after {len(acknowledged):,} acknowledged ratings", flush=True)
    answering.cancel()
    return tally, backups


def _acknowledged(given: Given) -> frozenset[tuple[str, str, int, int]]:
    ratings = given.ratings.items()
    return frozenset((token, outcome, one.importance, one.experience) for (token, outcome), one in ratings)


def _back_up(db: Path, file: Path) -> bool:
    command = [sys.executable, "-m", "jtbd_core", "backup", str(file)]
    environment = {**os.environ, "HEADWAY_DB": str(db)}
    return not subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False).returncode


def _restored(backups: list[Backup], wave: Wave) -> int:
    """Restore each backup and return how many hold, row for row, what was backed up and what was acknowledged."""
    cluster = postgres.start()
    try:
        return sum(
            _is_same(backup, wave, _empty(cluster, backup.file, engine))
            for backup, engine in zip(backups, cycle(["duckdb", "postgres"]), strict=False)
        )
    finally:
        cluster.stop()


def _empty(cluster: postgres.Cluster, file: Path, engine: str) -> str:
    if engine == "duckdb":
        return str(file.with_suffix(".duckdb"))
    name = f"restored_{file.stem}"
    cluster.execute(f"CREATE DATABASE {name}")
    return cluster.url(name)


def _is_same(backup: Backup, wave: Wave, address: str) -> bool:
    manifest = restore_backup(backup.file, address)
    store = open_store(address)
    again = store.back_up(backup.file.with_suffix(".again"))
    kept = store.ratings(wave.id)
    store.close()
    stored = set(kept[["respondent", "outcome", "importance", "experience"]].itertuples(index=False, name=None))
    wanted = {(access.response_id(token), *rating) for token, *rating in backup.acknowledged}
    return again.tables == manifest.tables and wanted <= stored


if __name__ == "__main__":
    main()
