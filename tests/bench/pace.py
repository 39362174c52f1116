"""When simulated people act: at set moments, however long the server takes to answer them."""

import asyncio
import time


def now() -> float:
    """Return the moment, in seconds, on the clock that all of a bench uses."""
    return time.perf_counter()


async def until(moment: float) -> None:
    """Return at a moment of `now()`, at once if it has passed."""
    await after(moment - now())


async def after(seconds: float) -> None:
    """Return after this many seconds."""
    reached = asyncio.Event()
    asyncio.get_running_loop().call_later(max(0.0, seconds), reached.set)
    await reached.wait()
