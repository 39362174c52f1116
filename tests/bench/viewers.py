"""Stakeholders at the results page: they hold its views open and see them move, or all open it with a cold browser."""

import asyncio
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import streamlit
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.board.parts import PARTS, Part
from tests.bench.connection import Connection
from tests.bench.figures import Tally
from tests.bench.freshness import Seen
from tests.bench.pace import now, until
from tests.bench.websocket import visit

PAGE = "results"
PEOPLE = re.compile(rb"Landscape of \d+ \w+ outcomes? from ([\d,]+) people")
STATIC = Path(streamlit.__file__).parent / "static"
LINKED = re.compile(r'(?:src|href)="\./(static/[^"]+|favicon\.png)"')
IMPORTED = re.compile(r'(?:from|import)\s*"\./([\w.-]+\.js)"')
# What the browser loads when the first chart, table and tab come; their names go on with a digest.
DRAWN = ("ArrowVegaLiteChart", "DataFrame", "Expander", "Selectbox", "Tabs")
CONNECTIONS = 6
SECONDS_UNTIL_LATE = 30.0


class Results(NamedTuple):
    """Where the results page is."""

    host: str
    port: int
    key: str

    @property
    def query(self) -> str:
        """The query of the results link."""
        return f"key={self.key}"


async def watch(results: Results, viewers: int, ended: asyncio.Event, tally: Tally) -> list[Seen]:
    """Let viewers hold the page open until the end, spread over all views; return what each has seen."""
    start = now()
    views = [part for part in PARTS if part.place == "tab"]
    return await asyncio.gather(
        *(_watch(results, views[n % len(views)], start + 0.1 * n, ended, tally) for n in range(viewers))
    )


async def _watch(results: Results, view: Part, arrival: float, ended: asyncio.Event, tally: Tally) -> Seen:
    seen, query = Seen([], []), f"{results.query}&{urlencode({'part': view.title})}"

    def hear(message: ForwardMsg) -> None:
        if found := PEOPLE.search(message.SerializeToString()):
            people = int(found.group(1).replace(b",", b""))
            if people > max(seen.people, default=0):
                seen.moments.append(now())
                seen.people.append(people)

    await until(arrival)
    page = await tally.timed("open", visit(results.host, results.port, hear))
    if page is None:
        return seen
    await tally.timed("open", page.load(query, PAGE))
    await ended.wait()
    for run in page.runs[1:]:
        tally.add("update", run.ended - run.began)
        if any(run.began <= moment <= run.ended for moment in seen.moments):
            tally.add("update with new answers", run.ended - run.began)
    is_late = view.follows_answers and now() - page.runs[-1].ended > SECONDS_UNTIL_LATE
    if is_late or page.is_closed:
        tally.errors["a viewer stopped being updated"] += 1
    page.close()
    return seen


async def storm(results: Results, people: int, seconds: float, tally: Tally) -> int:
    """Let people open the page within some seconds, each with a cold browser; return how many bytes one received."""
    start, paths = now(), static_paths()
    arrivals = (start + seconds * number / people for number in range(people))
    received = await asyncio.gather(*(_open_cold(results, paths, at, tally) for at in arrivals))
    return sum(received) // people


async def _open_cold(results: Results, paths: Sequence[str], arrival: float, tally: Tally) -> int:
    await until(arrival)
    started = now()
    connections = [Connection(results.host, results.port) for _ in range(CONNECTIONS)]
    await tally.timed("document", connections[0].get(f"/{PAGE}?{results.query}"))
    left = list(reversed(paths))

    async def load(connection: Connection) -> None:
        while left:
            await tally.timed("static file", connection.get(left.pop()))
        connection.close()

    await asyncio.gather(*map(load, connections))
    tally.add("all static files", now() - started)
    page = await tally.timed("websocket", visit(results.host, results.port))
    if page is None:
        return 0
    await tally.timed("first run", page.load(results.query, PAGE))
    tally.add("opened, all in all", now() - started)
    page.close()
    return sum(one.received for one in connections) + page.bytes


def static_paths() -> list[str]:
    """Return the addresses of the static files that a browser loads for the results page, with what they import."""
    found = dict.fromkeys(LINKED.findall((STATIC / "index.html").read_text()))
    scripts = STATIC / "static" / "js"
    found |= dict.fromkeys(f"static/js/{path.name}" for path in scripts.iterdir() if path.name.split(".")[0] in DRAWN)
    waiting = [path for path in found if path.endswith(".js")]
    while waiting:
        imported = IMPORTED.findall((STATIC / waiting.pop()).read_text())
        fresh = [path for name in imported if (path := f"static/js/{name}") not in found]
        found |= dict.fromkeys(fresh)
        waiting += fresh
    return [f"/{path}" for path in found]
