"""Respondents at the form: they arrive, rate card by card at a person's pace, and finish."""

import asyncio
import random
import re
from collections.abc import Callable, Sequence
from functools import partial
from html import unescape
from typing import NamedTuple, Protocol

from jtbd_core.contract import Store
from jtbd_core.study import Study
from jtbd_core.wave import Answers, Rating, Wave
from tests.bench.connection import Connection, Reply
from tests.bench.figures import Tally
from tests.bench.pace import now, until

CARD = re.compile(rb'name="i\.([^"]+)"')
QUESTION = re.compile(rb'name="(q\.[^"]+)"[^>]*value="([^"]+)"')
ACTION = re.compile(rb'<form[^>]*action="([^"]*/p/([^"/]+)/[^"]*)"')

SECONDS_PER_CARD = 10.0  # two answers of 5 s each


class Room(NamedTuple):
    """Where the form is, how many people arrive within how many seconds, and how much faster they are than people."""

    host: str
    port: int
    rate_key: str
    people: int
    seconds: float
    speed: float


class Given:
    """What was acknowledged: the latest rating of each token and outcome."""

    def __init__(self) -> None:
        self.ratings: dict[tuple[str, str], Rating] = {}

    def keep(self, token: str, rating: Rating) -> None:
        """Keep a rating that the server has acknowledged."""
        self.ratings[token, rating.outcome] = rating


class Phone(Protocol):
    """What a person holds: it asks the form, and keeps its cookie."""

    async def get(self, path: str) -> Reply:
        """Fetch a page."""
        ...

    async def post(self, path: str, fields: dict[str, str], status: int) -> Reply:
        """Send a form."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...


async def fill(room: Room, tally: Tally, given: Given, phone: Callable[[], Phone] | None = None) -> int:
    """Let everybody arrive, rate and finish, each with a phone of their own; return how many finished."""
    start, new_phone = now(), phone or partial(Connection, room.host, room.port)
    people = (Person(room, number, tally, given, new_phone()) for number in range(room.people))
    arrivals = (start + room.seconds * number / room.people for number in range(room.people))
    finished = await asyncio.gather(*(person.answer(at) for person, at in zip(people, arrivals, strict=True)))
    return sum(finished)


class Person:
    """One respondent with a phone of their own."""

    def __init__(self, room: Room, number: int, tally: Tally, given: Given, phone: Phone) -> None:
        self._room = room
        self._tally = tally
        self._given = given
        self._chance = random.Random(number)
        self._phone = phone

    async def answer(self, arrival: float) -> bool:
        """Go through the whole form; return whether the thanks were reached."""
        await until(arrival)
        form = f"/r/{self._room.rate_key}"
        if not await self._tally.timed("page", self._phone.get(form)):
            return False
        reply = await self._tally.timed("start", self._phone.post(form, {}, 303))
        while reply:
            address = reply.headers["location"]
            if address.endswith("/thanks"):
                done = await self._tally.timed("page", self._phone.get(address))
                self._phone.close()
                return done is not None
            reply = await self._page(address)
        return False

    async def _page(self, address: str) -> Reply | None:
        reply = await self._tally.timed("page", self._phone.get(address))
        if not reply:
            return None
        page = reply.page
        found = ACTION.search(page)
        assert found is not None, page
        action, token = (unescape(part.decode()) for part in found.groups())
        outcomes = list(dict.fromkeys(unescape(name.decode()) for name in CARD.findall(page)))
        fields = await self._rate(token, outcomes) if outcomes else await self._introduce(page)
        return await self._tally.timed("continue", self._phone.post(action, {**fields, "go": "continue"}, 303))

    async def _introduce(self, page: bytes) -> dict[str, str]:
        options: dict[str, list[str]] = {}
        for name, option in QUESTION.findall(page):
            options.setdefault(unescape(name.decode()), []).append(unescape(option.decode()))
        await until(now() + self._chance.uniform(0.3, 0.7) * SECONDS_PER_CARD / self._room.speed)
        return {name: self._chance.choice(choices) for name, choices in options.items()}

    async def _rate(self, token: str, outcomes: Sequence[str]) -> dict[str, str]:
        card = f"/r/{self._room.rate_key}/p/{token}/card"
        sent = {}
        for outcome in outcomes:
            await until(now() + self._chance.uniform(0.6, 1.4) * SECONDS_PER_CARD / self._room.speed)
            rating = Rating(
                outcome=outcome, importance=self._chance.randint(1, 5), experience=self._chance.randint(1, 5)
            )
            fields = {f"i.{outcome}": str(rating.importance), f"e.{outcome}": str(rating.experience)}
            sent |= fields
            if await self._tally.timed("save", self._phone.post(card, {"outcome": outcome, **fields}, 204)):
                self._given.keep(token, rating)
        return sent


def prepare(store: Store, wave: Wave, study: Study, people: int) -> None:
    """Let people have answered everything before the bench begins."""
    chance = random.Random(0)
    for number in range(people):
        ratings = tuple(
            Rating(outcome=outcome.id, importance=chance.randint(1, 5), experience=chance.randint(1, 5))
            for outcome in study.outcomes
        )
        store.save(wave.id, f"{number:022}", Answers(ratings=ratings, is_finished=True))
