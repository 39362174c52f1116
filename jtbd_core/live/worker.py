"""A worker process for what takes long to compute, so that saves have the server's interpreter to themselves.

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

Result = TypeVar("Result")
Question = tuple[Callable[..., object], tuple[object, ...]]
Answer = tuple[Exception | None, object]

ROOT = Path(__file__).parents[2]
LESS_URGENT = 5
"""The worker's niceness above the server's: the scheduler puts a save before a chart."""


class Worker:
    """Runs functions, one at a time, in a process that starts when it is first needed."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, function: Callable[..., Result], *arguments: object) -> Result:
        """Return what a function returns there, or raise what it raises; a process that was killed is replaced once."""
        with self._lock:
            try:
                error, value = self._ask(function, arguments)
            except (OSError, EOFError):
                self._end()
                error, value = self._ask(function, arguments)
        if error:
            raise error
        return cast(Result, value)

    def stop(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _ask(self, *question: object) -> Answer:
        if self._process is None:
            command = [sys.executable, "-m", "jtbd_core.live.worker"]
            # In a session of its own Ctrl-C does not reach it: that is the server's, and ends this process in turn.
            self._process = subprocess.Popen(  # noqa: S603 - this very module
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
            )
        questions, answers = cast(BinaryIO, self._process.stdin), cast(BinaryIO, self._process.stdout)
        pickle.dump(question, questions)
        questions.flush()
        return cast(Answer, pickle.load(answers))  # noqa: S301 - from our own process

    def _end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
        self._process = None


def work(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer one question after the other until there are no more."""
    while question := _next(questions):
        function, arguments = question
        try:
            answer: Answer = (None, function(*arguments))
        except Exception as error:  # noqa: BLE001 - raised again by who asked
            answer = (error, None)
        pickle.dump(answer, answers)
        answers.flush()


def _next(questions: BinaryIO) -> Question | None:
    try:
        return cast(Question, pickle.load(questions))  # noqa: S301 - from our own server
    except EOFError:
        return None


worker = Worker()
"""The one worker of this server."""

if __name__ == "__main__":
    import jtbd_core.charts  # noqa: F401 - slow to import, so that the first who asks need not wait for it

    if hasattr(os, "nice"):
        os.nice(LESS_URGENT)
    sent, sys.stdout = sys.stdout.buffer, sys.stderr  # what a library prints must not come between answers
    work(sys.stdin.buffer, sent)
