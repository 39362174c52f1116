"""What several processes on one PostgreSQL lose when they die: `python -m tests.bench.processes`, two minutes.

The requests of a room are spread at random over three servers, of which one is ended with `kill -9` every ten seconds
and started again; PostgreSQL is restarted once. A request that fails is sent again to another server, as the form and
a proxy do. Viewers hold the results page open, and open it anew where their server has died.
"""

import argparse
import asyncio
import random
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from typing import NamedTuple

from jtbd_core import access
from jtbd_core.store import open_store
from jtbd_core.wave import Wave
from tests import postgres
from tests.bench import people
from tests.bench.connection import Connection, Reply
from tests.bench.figures import Tally, WrongStatusError
from tests.bench.pace import after, now
from tests.bench.people import Given, Room
from tests.bench.room import SAVE, place
from tests.bench.study import STUDY
from tests.bench.websocket import visit
from tests.links import results_key
from tests.server import Headway

SERVERS = 3
SECONDS_TO_ARRIVE, SECONDS_BETWEEN_KILLS, SECONDS_UNTIL_RESTART = 60.0, 10.0, 35.0
SECONDS_BETWEEN_TRIES, SECONDS_TO_TRY = 0.3, 40.0
BACK, BACK_AIM = "viewer is back", 5.0
FAILURES = (OSError, EOFError, TimeoutError, WrongStatusError)


class World(NamedTuple):
    """The servers, their database, the wave that is rated and the key of its results."""

    servers: Sequence[Headway]
    cluster: postgres.Cluster
    wave: Wave
    key: str


class Spread:
    """The phone of one person, whose requests go to any of the servers, and to another one after a failure."""

    def __init__(self, world: World, tally: Tally) -> None:
        self._tally = tally
        self._phones = [Connection(*place(one.url)) for one in world.servers]

    async def get(self, path: str) -> Reply:
        """Fetch a page."""
        return await self._tried(lambda phone: phone.get(path))

    async def post(self, path: str, fields: dict[str, str], status: int) -> Reply:
        """Send a form; `WrongStatusError` unless the answer has the expected status."""
        return await self._tried(lambda phone: phone.post(path, fields, status))

    def close(self) -> None:
        """Close all connections."""
        for phone in self._phones:
            phone.close()

    async def _tried(self, ask) -> Reply:  # noqa: ANN001 - what one phone does
        ends, cookie = now() + SECONDS_TO_TRY, max((phone.cookie for phone in self._phones), key=len)
        while True:
            phone = random.choice(self._phones)
            phone.cookie = cookie
            try:
                return await ask(phone)
            except FAILURES:
                phone.close()
                self._tally.errors["tried again"] += 1
                if now() > ends:
                    raise
            await after(SECONDS_BETWEEN_TRIES)


def main() -> None:
    """Fill the room, and print what was lost and how soon viewers were back."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--respondents", type=int, default=1000)
    asked.add_argument("--viewers", type=int, default=10)
    asked.add_argument("--speed", type=float, default=10.0, help="how many times faster than people")
    arguments = asked.parse_args()
    with prepared() as world:
        tally, given, kills = asyncio.run(_filled(world, arguments))
        with closing(open_store(world.servers[0].db)) as store:
            columns = ["respondent", "outcome", "importance", "experience"]
            kept = set(store.ratings(world.wave.id)[columns].itertuples(index=False, name=None))
            rated = store.progress(world.wave.id).rated
    sent = {
        (access.response_id(token), rating.outcome, rating.importance, rating.experience)
        for (token, _), rating in given.ratings.items()
    }
    tally.print(("page", "start", SAVE, "continue", BACK))
    print(f"  {kills} kills of one of {SERVERS} servers, PostgreSQL restarted once; aim {BACK}: p95 ≤ {BACK_AIM:.0f} s")
    print(
        f"  answers acknowledged {len(sent):,}, lost {len(sent - kept)}; of {arguments.respondents:,} people {rated:,}"
    )


@contextmanager
def prepared() -> Iterator[World]:
    """Run the servers on one database with a study and its open round."""
    cluster = postgres.start()
    servers: list[Headway] = []
    try:
        cluster.execute("CREATE DATABASE headway")
        # The tests' cluster is quick; a commit that is acknowledged here has to outlive the server, as an operator's.
        cluster.execute("ALTER DATABASE headway SET synchronous_commit = on")
        with closing(open_store(cluster.url("headway"))) as store:
            study_id = store.add_study(STUDY).id
            wave, key = store.open_wave(study_id), results_key(store, study_id)
        for _ in range(SERVERS):
            servers.append(Headway(cluster.url("headway")))
            servers[-1].start()
        yield World(servers, cluster, wave, key)
    finally:
        for server in servers:
            server.stop()
        cluster.stop()


async def _filled(world: World, arguments: argparse.Namespace) -> tuple[Tally, Given, int]:
    tally, given, ended = Tally(), Given(), asyncio.Event()
    watching = [asyncio.create_task(_watch(world, ended, tally)) for _ in range(arguments.viewers)]
    killing = asyncio.create_task(_kill(world, ended))
    room = Room("", 0, world.wave.rate_key, arguments.respondents, SECONDS_TO_ARRIVE, arguments.speed)
    await people.fill(room, tally, given, lambda: Spread(world, tally))
    ended.set()
    await asyncio.gather(*watching)
    return tally, given, await killing


async def _kill(world: World, ended: asyncio.Event) -> int:
    """Kill one server after the other until the room is over, restart PostgreSQL once, and return how many died."""
    began, kills, is_restarted = now(), 0, False
    while not await _over(ended, SECONDS_BETWEEN_KILLS):
        server = random.choice(world.servers)
        await asyncio.to_thread(server.kill)
        await asyncio.to_thread(server.start)
        kills += 1
        if not is_restarted and now() - began > SECONDS_UNTIL_RESTART:
            await asyncio.to_thread(world.cluster.halt)
            await asyncio.to_thread(world.cluster.resume)
            is_restarted = True
    return kills


async def _watch(world: World, ended: asyncio.Event, tally: Tally) -> None:
    """Hold the results page open at any server until the end, and note how soon it is there again after a death."""
    lost_at = 0.0
    while not ended.is_set():
        with suppress(*FAILURES):
            page = await visit(*place(random.choice(world.servers).url))
            await page.load(f"key={world.key}", "results")
            if lost_at:
                tally.add(BACK, now() - lost_at)
            lost_at = 0.0
            while not ended.is_set() and not page.is_closed:
                await after(SECONDS_BETWEEN_TRIES)
        if not ended.is_set():
            lost_at = lost_at or now()
            await after(SECONDS_BETWEEN_TRIES)


async def _over(ended: asyncio.Event, seconds: float) -> bool:
    with suppress(TimeoutError):
        await asyncio.wait_for(ended.wait(), seconds)
    return ended.is_set()


if __name__ == "__main__":
    main()
