"""Respondents at the peer of the form: a Streamlit page, on a server of its own, started as it comes."""

import asyncio
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetStates

from tests.bench.figures import Tally
from tests.bench.pace import now, until
from tests.bench.people import SECONDS_PER_CARD, Room
from tests.bench.websocket import visit
from tests.server import ROOT, SECONDS_TO_START

PAGE = Path(__file__).with_name("peer_page.py")


@contextmanager
def server(db: Path, port: int) -> Iterator[int]:
    """Run the page as `streamlit run` does by default; give its process id."""
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", PAGE, "--server.port", str(port), "--server.headless", "true"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HEADWAY_DB": str(db)},
        stdout=subprocess.DEVNULL,
    )
    try:
        with httpx.Client(transport=httpx.HTTPTransport(retries=6), timeout=SECONDS_TO_START) as client:
            client.get(f"http://localhost:{port}/_stcore/health").raise_for_status()
        yield process.pid
    finally:
        process.terminate()
        process.wait()


async def fill(room: Room, tally: Tally) -> int:
    """Let everybody arrive and rate; return how many finished."""
    start = now()
    arrivals = (start + room.seconds * number / room.people for number in range(room.people))
    return sum(await asyncio.gather(*(_answer(room, number, at, tally) for number, at in enumerate(arrivals))))


async def _answer(room: Room, number: int, arrival: float, tally: Tally) -> bool:
    radios: dict[str, list[str]] = {}

    def hear(message: ForwardMsg) -> None:
        if message.WhichOneof("type") == "delta" and message.delta.new_element.WhichOneof("type") == "radio":
            radio = message.delta.new_element.radio
            radios[radio.id] = list(radio.options)

    await until(arrival)
    page = await tally.timed("page", visit(room.host, room.port, hear))
    if page is None:
        return False
    chance = random.Random(number)
    is_drawn = await tally.timed("page", page.load())
    chosen = WidgetStates()
    names = list(radios)
    for card in zip(names[::2], names[1::2], strict=True):
        await until(now() + chance.uniform(0.6, 1.4) * SECONDS_PER_CARD / room.speed)
        for name in card:
            state = chosen.widgets.add()
            state.id, state.string_value = name, chance.choice(radios[name])
        is_drawn = is_drawn and await tally.timed("save", page.load(widgets=chosen))
    page.close()
    return bool(names and is_drawn)
