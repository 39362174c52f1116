"""How the server says that it is well: red within five seconds of a fault, and green again by itself."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from threading import Event
from time import monotonic

import httpx
import psycopg
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from jtbd_core.contract import Store
from jtbd_core.store import open_store
from jtbd_core.web.health import health_routes
from tests import postgres
from tests.postgres import Cluster

SECONDS, SECONDS_TO_WAIT = 5.0, 20.0


def ask(store: Store, story: Callable[[httpx.AsyncClient], Awaitable[None]], *more: Route, root: str = "") -> None:
    """Run a story with a client of a server that has the routes below a path."""

    async def run() -> None:
        transport = httpx.ASGITransport(Starlette(routes=[*health_routes(store, root), *more]))
        async with httpx.AsyncClient(transport=transport, base_url=f"http://headway.test{root}", timeout=60) as client:
            await story(client)

    asyncio.run(run())


async def becomes(client: httpx.AsyncClient, status: int) -> float:
    """Ask until the answer has a status, and return after how many seconds it had."""
    began = monotonic()
    while (await client.get("/ready")).status_code != status:
        assert monotonic() - began < SECONDS_TO_WAIT, f"it never became {status}"
    return monotonic() - began


def test_it_answers_a_line_that_nobody_caches(store: Store) -> None:
    """Under a path too; where monitors look of their own accord they are told that there is nothing."""

    async def story(client: httpx.AsyncClient) -> None:
        said = {name: await client.get(f"/{name}") for name in ("live", "ready", "health", "healthz", "metrics")}
        assert [reply.status_code for reply in said.values()] == [200, 200, 404, 404, 404]
        assert (said["live"].text, said["ready"].text) == ("live\n", "ready\n")
        assert {reply.headers["cache-control"] for reply in said.values()} == {"no-store"}
        assert {reply.headers["content-type"] for reply in said.values()} == {"text/plain; charset=utf-8"}

    ask(store, story, root="/headway")


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """Give a PostgreSQL of this test's own, to stop and start again."""
    cluster = postgres.start()
    yield cluster
    cluster.stop()


def test_a_lost_postgres_is_red_and_green_again(cluster: Cluster, caplog: pytest.LogCaptureFixture) -> None:
    """The log says once why and that it is over; the answer names no host."""
    with closing(open_store(cluster.url("postgres"))) as store:

        async def story(client: httpx.AsyncClient) -> None:
            assert await becomes(client, 200) < SECONDS
            cluster.halt()
            assert await becomes(client, 503) < SECONDS
            assert (await client.get("/ready")).text == "not ready: the database takes no write; the log says why\n"
            assert (await client.get("/live")).status_code == 200
            cluster.resume()
            assert await becomes(client, 200) < SECONDS

        ask(store, story)
    assert [record.getMessage()[:22] for record in caplog.records if record.name == "headway"] == [
        "Not ready: PostgreSQL ",
        "Ready again.",
    ]


def test_a_write_that_hangs_is_red_for_all_at_once(postgres_url: str) -> None:
    """A hundred who ask wait for one probe together, and are answered before it is done."""
    with closing(open_store(postgres_url)) as store, psycopg.connect(postgres_url) as other:
        other.execute("LOCK TABLE setting IN EXCLUSIVE MODE")

        async def story(client: httpx.AsyncClient) -> None:
            began = monotonic()
            said = await asyncio.gather(*(client.get("/ready") for _ in range(100)))
            assert {reply.status_code for reply in said} == {503}
            assert monotonic() - began < SECONDS
            other.commit()
            assert await becomes(client, 200) < SECONDS

        ask(store, story)


def test_threads_that_are_all_taken_hold_nothing_up(store: Store) -> None:
    """As when Streamlit is stuck, or every thread of the server waits for something."""
    ended = Event()
    stuck = Route("/stuck", lambda _: PlainTextResponse(str(ended.wait(60))))

    async def story(client: httpx.AsyncClient) -> None:
        waiting = [asyncio.create_task(client.get("/stuck")) for _ in range(100)]
        waiting += [asyncio.create_task(asyncio.to_thread(ended.wait, 60)) for _ in range(100)]
        assert (await client.get("/ready")).status_code == 200
        assert not any(one.done() for one in waiting)
        ended.set()
        await asyncio.gather(*waiting)

    ask(store, story, stuck)
