"""What a bench counts: how long things took, what went wrong, what the server used."""

import asyncio
import os
from collections import Counter
from collections.abc import Awaitable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

from tests.bench.pace import now

Result = TypeVar("Result")

TICKS = os.sysconf("SC_CLK_TCK")
SECONDS_TO_WAIT = 60.0


class Usage(NamedTuple):
    """Seconds of CPU that a process has used so far, and its resident memory in MB."""

    cpu: float
    memory: float


class WrongStatusError(Exception):
    """The server answered with an HTTP status that was not expected."""


class Tally:
    """How long each kind of step took, in seconds, and the errors by their text."""

    def __init__(self) -> None:
        self.taken: dict[str, list[float]] = {}
        self.errors: Counter[str] = Counter()

    async def timed(self, kind: str, step: Awaitable[Result]) -> Result | None:
        """Wait for a step and note how long it took; count an error and return None when it failed."""
        started = now()
        result = None
        try:
            result = await asyncio.wait_for(step, SECONDS_TO_WAIT)
        except (OSError, EOFError, TimeoutError, WrongStatusError) as error:
            self.errors[f"{kind}: {type(error).__name__} {error}"[:90]] += 1
        else:
            self.add(kind, now() - started)
        return result

    def add(self, kind: str, seconds: float) -> None:
        """Note how long a step took."""
        self.taken.setdefault(kind, []).append(seconds)

    def percentile(self, kind: str, share: float) -> float:
        """Return the seconds within which this share of a kind of step was done; infinite if none was."""
        taken = sorted(self.taken.get(kind, ()))
        return taken[min(len(taken) - 1, int(share * len(taken)))] if taken else float("inf")

    def print(self, kinds: Iterable[str]) -> None:
        """Print a line per kind of step, and the errors."""
        for kind in kinds:
            middle, most, nearly_all = (1000 * self.percentile(kind, share) for share in (0.5, 0.95, 0.99))
            count = len(self.taken.get(kind, ()))
            print(f"  {kind:<26} {count:>7,}   p50 {middle:>7.0f}   p95 {most:>7.0f}   p99 {nearly_all:>7.0f} ms")
        print(f"  errors {self.errors.total()}" + "".join(f"\n    {n} × {text}" for text, n in self.errors.items()))


def usage(pid: int) -> Usage:
    """Return what a process has used; nothing if it has ended."""
    with suppress(OSError):
        process = Path("/proc") / str(pid)
        fields = (process / "stat").read_text().rpartition(")")[2].split()
        pages = int((process / "statm").read_text().split()[1])
        return Usage((int(fields[11]) + int(fields[12])) / TICKS, pages * os.sysconf("SC_PAGE_SIZE") / 1e6)
    return Usage(0.0, 0.0)
