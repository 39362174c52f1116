"""A job: one function of the core that reads or makes a file, in a process of its own with limits of memory and time.

Whatever a file makes the function do, the server and the worker that computes findings go on.
"""

import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import BinaryIO, NamedTuple, TypeVar, cast

from jtbd_core.errors import UnreadableFile

Result = TypeVar("Result")
Reply = tuple[Exception | None, object]

ROOT = Path(__file__).parents[2]
BEAT = 0.3
"""Seconds between two looks at whether a job is still wanted."""

NICENESS = 19
"""The lowest priority: a file that is made to keep a core busy takes next to nothing from a room."""


class Limits(NamedTuple):
    """What a job may take: bytes of memory beyond what it has once the function is imported, seconds of the processor.

    `refusal` is what is said of one that takes more; `{most}` in it names the limits.
    """

    most_bytes: int
    seconds: int
    refusal: str

    def too_much(self) -> UnreadableFile:
        """Return the error of a job that takes more."""
        most = f"{self.most_bytes // 1_000_000} MB of memory or {self.seconds} seconds"
        return UnreadableFile(self.refusal.format(most=most))


PATIENCE = 5
"""How many times longer by the clock than by the processor a job may take: beside other work it is slower."""

READING = Limits(
    1_500_000_000,
    120,
    "To read this file takes more than {most}. Leave out what is not needed, or save it as CSV UTF-8.",
)
ARCHIVES = Limits(
    500_000_000, 900, "To read this archive takes more than {most}. Restore a backup of the whole database instead."
)
EXPORTS = Limits(
    1_500_000_000,
    1800,
    "To export these answers takes more than {most}. Export them as CSV, or with `jtbd_core export`.",
)
MAKING = Limits(1_500_000_000, 60, "This server has too much to do to make this file now. Try again in a few minutes.")
"""The limits of the kinds of job; what draws charts reserves much memory that it never uses."""

SMALL = {"ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "2", "OMP_NUM_THREADS": "2", "RUST_BACKTRACE": "0"}
"""Settings of libraries that otherwise reserve memory for each processor."""

_turns = {one.refusal: Lock() for one in (READING, ARCHIVES, EXPORTS, MAKING)}
"""One job of each kind at a time: whoever has many files made keeps nobody from having one read."""


def run_job(
    function: Callable[..., Result], *arguments: object, limits: Limits = READING, watch: Callable[[], object] = int
) -> Result:
    """Return what a function returns in a process of its own, or raise what it raises there; one of a kind at a time.

    `watch` is called a few times a second meanwhile, also while others are before it: what it raises ends the process
    and is passed on.

    Raises:
        UnreadableFile: it took more memory or time than the limits allow.
    """
    command = [sys.executable, "-m", "jtbd_core.live.job"]
    too_much = limits.too_much()
    with _turn(limits, watch), tempfile.TemporaryFile() as call:  # in memory, answers would be there twice
        pickle.dump((function, arguments, limits), call)
        call.seek(0)
        with subprocess.Popen(  # noqa: S603 - this very module
            command, cwd=ROOT, env=os.environ | SMALL, stdin=call, stdout=subprocess.PIPE
        ) as process:
            try:
                reply = _reply(process, PATIENCE * limits.seconds, watch)
            except subprocess.TimeoutExpired as error:
                raise too_much from error
            finally:
                process.kill()
    if process.returncode:
        raise too_much
    raised, value = pickle.loads(reply)  # noqa: S301 - from our own process
    if isinstance(raised, MemoryError):
        raise too_much from raised
    if raised:
        raise raised
    return cast(Result, value)


@contextmanager
def _turn(limits: Limits, watch: Callable[[], object]) -> Iterator[None]:
    """Wait until no other job of the kind runs, and let none begin meanwhile."""
    turn = _turns[limits.refusal]
    while not turn.acquire(timeout=BEAT):
        watch()
    try:
        yield
    finally:
        turn.release()


def _reply(process: "subprocess.Popen[bytes]", seconds: float, watch: Callable[[], object]) -> bytes:
    """Return what a process writes until it ends; raise TimeoutExpired after these seconds."""
    ends = time.monotonic() + seconds
    while True:
        try:
            return process.communicate(timeout=min(BEAT, max(ends - time.monotonic(), 0.0)))[0]
        except subprocess.TimeoutExpired:
            if time.monotonic() >= ends:
                raise
        watch()


def work(calls: BinaryIO, replies: BinaryIO) -> None:
    """Run the one call, and write its reply: the error or None, and what the function returned."""
    function, arguments, limits = pickle.load(calls)  # noqa: S301 - from our own server
    _limit(limits)
    try:
        reply: Reply = (None, function(*arguments))
    except Exception as error:  # noqa: BLE001 - raised again by the caller
        reply = (error, None)
    pickle.dump(reply, replies)


def _limit(limits: Limits) -> None:
    if sys.platform == "linux":
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[5])
        most = pages * resource.getpagesize() + limits.most_bytes
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
        resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    sent, sys.stdout = sys.stdout.buffer, sys.stderr  # what a library prints must not come before the reply
    work(sys.stdin.buffer, sent)
