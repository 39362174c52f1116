"""How many acknowledged answers a power failure costs: `python -m tests.bench.kills`.

While people save card after card, the server is ended with `kill -9` at a random moment; the database is opened and
compared with what was acknowledged, and the server started again, a hundred times over.
"""

import argparse
import asyncio
import random
from pathlib import Path
from typing import NamedTuple

from jtbd_core import access
from jtbd_core.form import tokens
from jtbd_core.store import open_store
from jtbd_core.wave import Rating, Wave
from tests.bench.connection import Connection
from tests.bench.pace import after, now
from tests.bench.room import place, prepared
from tests.bench.study import STUDY
from tests.server import Headway

PEOPLE = 8
LONGEST_LIFE = 1.5
"""Seconds after which a server has been killed that has begun to take answers."""


class Cost(NamedTuple):
    """What the kills cost; `reopening` is the longest that opening the database took, in seconds."""

    kills: int
    acknowledged: int
    lost: int
    reopening: float


class Person:
    """Somebody who rates outcomes again and again until the server is gone.

    `possible` holds by outcome what may be stored: the rating acknowledged last, and those sent since.
    """

    def __init__(self, wave: Wave, token: str, phone: Connection) -> None:
        self.token = token
        self.possible: dict[str, list[Rating | None]] = {}
        self.acknowledged = 0
        self._card = f"/r/{wave.rate_key}/p/{token}/card"
        self._phone = phone

    async def rate(self) -> None:
        """Rate until the server answers no more."""
        try:
            while True:
                await self._rate_one()
        except (OSError, EOFError):
            self._phone.close()

    async def _rate_one(self) -> None:
        rating = Rating(
            outcome=random.choice(STUDY.outcomes).id, importance=random.randint(1, 5), experience=random.randint(1, 5)
        )
        self.possible.setdefault(rating.outcome, [None]).append(rating)
        points = {f"i.{rating.outcome}": str(rating.importance), f"e.{rating.outcome}": str(rating.experience)}
        await self._phone.post(self._card, {"outcome": rating.outcome, **points}, 204)
        self.possible[rating.outcome] = [rating]
        self.acknowledged += 1


def main() -> None:
    """Kill as often as was asked for and print what it cost."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=100)
    cost = kill(asked.parse_args().kills)
    print(
        f"{cost.kills} kills, {cost.acknowledged:,} answers acknowledged, {cost.lost} lost; "
        f"opening the database afterwards took at most {1000 * cost.reopening:.0f} ms"
    )


def kill(times: int) -> Cost:
    """Kill a server that takes answers so many times."""
    with prepared() as (db, _, wave):
        headway, everybody, lost, reopening = Headway(db), [], 0, 0.0
        for _ in range(times):
            people = arrivals(db, wave, headway)
            headway.start()
            asyncio.run(_save_until_killed(headway, people))
            everybody += people
            started = now()
            open_store(db).close()
            reopening = max(reopening, now() - started)
            lost = max(lost, missing(db, wave, everybody))
    return Cost(times, sum(person.acknowledged for person in everybody), lost, reopening)


def arrivals(db: Path, wave: Wave, headway: Headway) -> list[Person]:
    """Let people arrive who have answered nothing yet."""
    store = open_store(db)
    secret = store.secret()
    store.close()
    host, port = place(headway.url)
    return [Person(wave, tokens.issue_token(secret, wave.id), Connection(host, port)) for _ in range(PEOPLE)]


async def _save_until_killed(headway: Headway, people: list[Person]) -> None:
    rating = asyncio.gather(*(person.rate() for person in people))
    while not any(person.acknowledged for person in people) and not rating.done():
        await after(0.01)
    await after(random.uniform(0, LONGEST_LIFE))
    await asyncio.to_thread(headway.kill)
    await rating


def missing(db: Path, wave: Wave, people: list[Person]) -> int:
    """Return how many outcomes are stored otherwise than as acknowledged, or as sent after that."""
    store = open_store(db)
    kept = store.ratings(wave.id).set_index(["respondent", "outcome"])[["importance", "experience"]]
    store.close()
    stored = {key: tuple(points) for key, points in zip(kept.index, kept.to_numpy(), strict=True)}
    return sum(
        stored.get((access.response_id(person.token), outcome))
        not in [one and (one.importance, one.experience) for one in possible]
        for person in people
        for outcome, possible in person.possible.items()
    )


if __name__ == "__main__":
    main()
