"""A worker process for long computations, so that they do not compete with saves for the server's interpreter.

Functions of the core and their arguments are pickled into its pipe, and what they return comes back; the process ends
with the server, however that ends. (multiprocessing would run the main script there again: in Streamlit, a page.)
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import BinaryIO, TypeVar, cast

from jtbd_core.live.render_queue import idling

Result = TypeVar("Result")
Call = tuple[Callable[..., object], tuple[object, ...]]
Reply = tuple[Exception | None, object]

ROOT = Path(__file__).parents[2]
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""Keeps products of matrices to one core: threads of the worker wait for each other while the server has the others."""

NICENESS = 5
"""The worker's niceness above the server's: the scheduler puts a save before a chart."""


class Worker:
    """Runs functions, one at a time, in a process that starts when it is first needed."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, function: Callable[..., Result], *arguments: object) -> Result:
        """Return what a function returns in the process, or raise what it raises there.

        A process that was killed is replaced once; if that one dies too, OSError or EOFError is raised.
        """
        with idling(), self._lock:
            try:
                error, value = self._call(function, arguments)
            except (OSError, EOFError):
                self._end()
                error, value = self._call(function, arguments)
        if error:
            raise error
        return cast(Result, value)

    def stop(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _call(self, *call: object) -> Reply:
        if self._process is None:
            command = [sys.executable, "-m", "jtbd_core.live.worker"]
            # In a session of its own Ctrl-C does not reach it: that is the server's, and ends this process in turn.
            self._process = subprocess.Popen(  # noqa: S603 - this very module
                command,
                cwd=ROOT,
                env={**os.environ, **ONE_THREAD},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,
            )
        calls, replies = cast(BinaryIO, self._process.stdin), cast(BinaryIO, self._process.stdout)
        pickle.dump(call, calls)
        calls.flush()
        return cast(Reply, pickle.load(replies))  # noqa: S301 - from our own process

    def _end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
        self._process = None


def run_apart(function: Callable[..., Result], *arguments: object) -> Result:
    """Return what a function returns in a process of its own, so that what takes long keeps nobody else waiting."""
    own = Worker()
    try:
        return own.run(function, *arguments)
    finally:
        own.stop()


def work(calls: BinaryIO, replies: BinaryIO) -> None:
    """Run one call after the other and write its reply, until the pipe of calls is closed."""
    while call := _next(calls):
        function, arguments = call
        try:
            reply: Reply = (None, function(*arguments))
        except Exception as error:  # noqa: BLE001 - raised again by the caller
            reply = (error, None)
        pickle.dump(reply, replies)
        replies.flush()


def _next(calls: BinaryIO) -> Call | None:
    try:
        return cast(Call, pickle.load(calls))  # noqa: S301 - from our own server
    except EOFError:
        return None


worker = Worker()
"""The one worker of this server."""

if __name__ == "__main__":
    from jtbd_core.charts.spec import draw_unchecked  # slow to import, so it is there before the first call

    draw_unchecked()
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    sent, sys.stdout = sys.stdout.buffer, sys.stderr  # what a library prints must not come between replies
    work(sys.stdin.buffer, sent)
