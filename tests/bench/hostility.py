"""Guests who try to stop a room without a key, and files that would: they are beside `tests.bench.room --hostile`."""

import asyncio
import io
import multiprocessing
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Event
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect, sync_playwright

from tests import chromium
from tests.bench.figures import Tally
from tests.bench.pace import after, now
from tests.bench.websocket import visit
from tests.browser.desk import press, sign_in
from tests.exchange.test_extent import FILLED, RATINGS, with_last
from tests.server import Headway

HEADS = 300
LEAST_PRIORITY = 19
UNFINISHED = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
MESSAGES_A_SECOND = 2000
BURST = 200
ROWS, COLUMNS = 1_000_000, 5
MILLISECONDS_TO_REFUSE = 90_000


class Place(NamedTuple):
    """Where the guests are: the server's address, and the sign-in cookie with which they upload."""

    url: str
    cookie: str


@contextmanager
def siege(headway: Headway, heads: int, tally: Tally) -> Iterator[None]:
    """Flood a websocket, hold unfinished request heads and upload bombs until the block ends; tally all of it.

    The guests have a process of their own with the lowest priority: in life their work is done by other machines.
    """
    spawning = multiprocessing.get_context("spawn")
    is_over, tallies = spawning.Event(), spawning.SimpleQueue()
    place = Place(headway.url, headway.cookie)
    guests = spawning.Process(target=_guests, args=(place, heads, is_over, tallies))
    guests.start()
    try:
        yield
    finally:
        is_over.set()
        tally.taken, tally.errors = tallies.get()
        guests.join()


def _guests(place: Place, heads: int, is_over: Event, tallies: "SimpleQueue[tuple[object, object]]") -> None:
    os.nice(LEAST_PRIORITY)
    tally = Tally()
    try:
        asyncio.run(_besiege(place, heads, is_over, tally))
    finally:
        tallies.put((tally.taken, tally.errors))


async def _besiege(place: Place, heads: int, is_over: Event, tally: Tally) -> None:
    parts = urlsplit(place.url)
    server = str(parts.hostname), int(parts.port or 80)
    uploads = asyncio.create_task(asyncio.to_thread(_upload_bombs, place, is_over, tally))
    guests = [asyncio.create_task(_flood(server, tally))]
    guests += [asyncio.create_task(_hold_head(server, tally)) for _ in range(heads)]
    await asyncio.to_thread(is_over.wait)
    for guest in guests:
        guest.cancel()
    await asyncio.gather(*guests, return_exceptions=True)
    await uploads


async def _flood(server: tuple[str, int], tally: Tally) -> None:
    """Ask for the first page again and again without waiting, on a new websocket whenever one is closed."""
    while True:
        with suppress(OSError):
            socket = await visit(*server)
            await socket.load()
            started = now()
            while not socket.is_closed:
                socket.flood(BURST)
                await after(BURST / MESSAGES_A_SECOND)
            tally.add("websocket flooded", now() - started)


async def _hold_head(server: tuple[str, int], tally: Tally) -> None:
    """Hold a connection whose request head is never finished, and open another one when it is closed."""
    while True:
        with suppress(OSError):
            reader, writer = await asyncio.open_connection(*server)
            writer.write(UNFINISHED)
            started = now()
            await reader.read()
            tally.add("unfinished head held", now() - started)
            writer.close()


def _upload_bombs(place: Place, is_over: Event, tally: Tally) -> None:
    """Upload workbooks that would end the server, as the facilitator in a browser, one after the other."""
    bombs = [("corner.xlsx", with_last(FILLED)), ("packed.xlsx", packed())]
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        page = browser.new_page()
        sign_in(page, place)
        count = 0
        while not is_over.is_set():
            name, content = bombs[count % len(bombs)]
            count += 1
            started = now()
            _upload(page, f"{count}-{name}", content)
            tally.add(f"upload of {name}", now() - started)
        browser.close()


def _upload(page: Page, name: str, content: bytes) -> None:
    page.reload()
    upload = page.locator("input[type=file]")
    press(page.get_by_role("button", name="Import", exact=True), page.get_by_text("A file of any kind"))
    upload.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})
    expect(page.get_by_role("alert").first).to_be_visible(timeout=MILLISECONDS_TO_REFUSE)


def packed() -> bytes:
    """Return a small workbook whose sheet unpacks to almost as much as may be read."""
    row = b"<row>" + b"<c><v>3</v></c>" * COLUMNS + b"</row>"
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(RATINGS)) as before, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as bomb:
        for part in before.namelist():
            text = before.read(part)
            if part.endswith("sheet1.xml"):
                text = text.replace(b"</sheetData>", row * ROWS + b"</sheetData>")
            bomb.writestr(part, text)
    return written.getvalue()
