"""How many people a room bears: `python -m tests.bench.room`. Nothing else should run beside it.

Respondents arrive within a minute and rate 20 outcomes, ten times as fast as people do, while viewers hold the
results page open. Then as many as a minimal Streamlit page bears do the same there, and the ratio is printed.
`--hostile` fills the room a second time with guests beside it who try to stop it: a websocket that asks without end,
hundreds of unfinished request heads, and uploads of workbooks that would end the server. `--stakeholders 300` lets that
many open the results page within a minute instead, each with a cold browser.
"""

import argparse
import asyncio
import os
import resource
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from urllib.parse import urlsplit

from jtbd_core import access
from jtbd_core.store import open_store
from jtbd_core.wave import Wave
from tests.bench import peer, people, viewers
from tests.bench.figures import Tally, Usage, usage
from tests.bench.freshness import FRESHNESS, Seen, add_freshness
from tests.bench.hostility import HEADS, siege
from tests.bench.pace import now
from tests.bench.people import Given, Room
from tests.bench.study import STUDY
from tests.bench.viewers import Results
from tests.links import results_key
from tests.server import Headway

SECONDS_TO_ARRIVE = 60.0
SAVE_AIM, UPDATE_AIM = 0.25, 3.0
SAVE, CPU = "save", "server CPU a person"


def main() -> None:
    """Run the scenario that was asked for."""
    arguments = read_arguments()
    print(f"load average before: {os.getloadavg()[0]:.2f}")
    if arguments.stakeholders:
        storm(arguments.stakeholders)
    elif arguments.find_largest:
        find_largest(arguments)
    else:
        ours = room(arguments, arguments.respondents)
        if arguments.hostile:
            besieged = room(arguments, arguments.respondents, is_besieged=True)
            ratio = besieged.percentile(SAVE, 0.95) / ours.percentile(SAVE, 0.95)
            print(f"with hostile guests beside it p95 of a save is {ratio:.2f} times as long")
        if arguments.peer:
            print_ratio(ours, at_the_peer(arguments.peer, arguments.speed))


def read_arguments() -> argparse.Namespace:
    """Return what was asked for on the command line."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--respondents", type=int, default=1000)
    asked.add_argument("--viewers", type=int, default=50)
    asked.add_argument("--speed", type=float, default=10.0, help="how many times faster than people")
    asked.add_argument("--stakeholders", type=int, default=0, help="open the results page within a minute")
    asked.add_argument("--peer", type=int, default=100, help="respondents at the minimal Streamlit page")
    asked.add_argument("--hostile", action="store_true", help="also with guests beside it who try to stop the room")
    asked.add_argument("--heads", type=int, default=HEADS, help="unfinished request heads that they hold")
    asked.add_argument("--find-largest", action="store_true", help="find how many keep p95 of a save within 250 ms")
    return asked.parse_args()


def room(arguments: argparse.Namespace, respondents: int, *, is_besieged: bool = False) -> Tally:
    """Fill a room, with hostile guests beside it or without, and print and return its figures."""
    guests = Tally() if is_besieged else None
    with prepared() as (db, key, wave):
        headway = Headway(db)
        headway.start()
        try:
            with siege(headway, arguments.heads, guests) if guests else nullcontext():
                tally, given, seen = asyncio.run(_filled(headway, arguments, respondents, key, wave))
        finally:
            headway.stop()
        add_freshness(db, wave, seen, tally)
        if guests:
            print("hostile guests:")
            guests.print(sorted(guests.taken))
            print("room:")
        tally.print(("page", "start", SAVE, "continue", "open", "update", "update with new answers", FRESHNESS))
        print(f"  aims: save p95 ≤ {SAVE_AIM * 1000:.0f} ms, update p95 ≤ {UPDATE_AIM * 1000:.0f} ms, nothing lost")
        print(f"  answers acknowledged {len(given.ratings):,}, lost {lost(db, wave, given)}", flush=True)
    return tally


async def _filled(
    headway: Headway, arguments: argparse.Namespace, respondents: int, key: str, wave: Wave
) -> tuple[Tally, Given, list[Seen]]:
    host, port = place(headway.url)
    tally, given, ended = Tally(), Given(), asyncio.Event()
    watching = asyncio.create_task(viewers.watch(Results(host, port, key), arguments.viewers, ended, tally))
    started, before = now(), usage(headway.pid)
    in_the_room = Room(host, port, wave.rate_key, respondents, SECONDS_TO_ARRIVE, arguments.speed)
    finished = await people.fill(in_the_room, tally, given)
    seconds, after = now() - started, usage(headway.pid)
    ended.set()
    seen = await watching
    print(f"{respondents:,} respondents, {arguments.viewers} viewers: {finished:,} finished in {seconds:.0f} s")
    tally.add(CPU, print_usage(before, after, seconds, respondents))
    return tally, given, seen


def find_largest(arguments: argparse.Namespace) -> None:
    """Fill larger and larger rooms, a quarter more each time, until saves are too slow; print the largest before."""
    largest, respondents = 0, arguments.respondents
    while room(arguments, respondents).percentile(SAVE, 0.95) <= SAVE_AIM:
        largest, respondents = respondents, respondents * 5 // 4
    print(f"the largest room with p95 of a save ≤ {SAVE_AIM * 1000:.0f} ms: {largest:,} respondents")


def storm(stakeholders: int) -> None:
    """Let stakeholders open the results page within a minute, and print the figures."""
    with prepared(answered=200) as (db, key, _):
        headway = Headway(db)
        headway.start()
        try:
            host, port = place(headway.url)
            tally, started, before = Tally(), now(), usage(headway.pid)
            results = Results(host, port, key)
            received = asyncio.run(viewers.storm(results, stakeholders, SECONDS_TO_ARRIVE, tally))
            seconds, after = now() - started, usage(headway.pid)
        finally:
            headway.stop()
    print(f"{stakeholders} stakeholders with cold browsers: {seconds:.0f} s, {received / 1e6:.2f} MB each")
    tally.print(("document", "static file", "all static files", "websocket", "first run", "opened, all in all"))
    print_usage(before, after, seconds, stakeholders)


def at_the_peer(respondents: int, speed: float) -> Tally:
    """Fill a room with the peer of the form, and print and return its figures."""
    with prepared() as (db, _, _):
        host, port = place(Headway(db).url)
        with peer.server(db, port) as pid:
            tally, started, before = Tally(), now(), usage(pid)
            in_the_room = Room(host, port, "", respondents, SECONDS_TO_ARRIVE, speed)
            finished = asyncio.run(peer.fill(in_the_room, tally))
            seconds, after = now() - started, usage(pid)
    print(f"peer, a minimal Streamlit page: {respondents} respondents: {finished} finished in {seconds:.0f} s")
    tally.print(("page", SAVE))
    tally.add(CPU, print_usage(before, after, seconds, respondents))
    return tally


def print_ratio(ours: Tally, theirs: Tally) -> None:
    """Print how many times as much as the form the peer takes; the form's share is that of a fuller room."""
    cpu, save = (theirs.percentile(kind, 0.95) / ours.percentile(kind, 0.95) for kind in (CPU, SAVE))
    print(f"the peer takes {cpu:.1f} times the CPU a person, and for p95 of a save {save:.1f} times as long")


@contextmanager
def prepared(answered: int = 0) -> Iterator[tuple[Path, str, Wave]]:
    """Give a database with a study and its open round, in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "headway.duckdb"
        store = open_store(db)
        study_id = store.add_study(STUDY).id
        wave = store.open_wave(study_id)
        people.prepare(store, wave, STUDY, answered)
        key = results_key(store, study_id)
        store.close()
        yield db, key, wave


def lost(db: Path, wave: Wave, given: Given) -> int:
    """Return how many acknowledged ratings the database does not hold as they were given."""
    store = open_store(db)
    columns = ["respondent", "outcome", "importance", "experience"]
    kept = set(store.ratings(wave.id)[columns].itertuples(index=False, name=None))
    store.close()
    sent = {
        (access.response_id(token), rating.outcome, rating.importance, rating.experience)
        for (token, _), rating in given.ratings.items()
    }
    return len(sent - kept)


def print_usage(before: Usage, after: Usage, seconds: float, people: int) -> float:
    """Print what the server and this driver used, and how busy the machine was; return the server's CPU a person."""
    server, own = after.cpu - before.cpu, resource.getrusage(resource.RUSAGE_SELF)
    print(
        f"  server CPU {1000 * server / people:.1f} ms a person, {server / seconds:.2f} cores; "
        f"memory {before.memory:.0f} → {after.memory:.0f} MB; "
        f"driver CPU {own.ru_utime + own.ru_stime:.0f} s so far; load average {os.getloadavg()[0]:.2f}"
    )
    return server / people


def place(url: str) -> tuple[str, int]:
    """Return host and port of an address."""
    parts = urlsplit(url)
    return str(parts.hostname), int(parts.port or 80)


if __name__ == "__main__":
    main()
