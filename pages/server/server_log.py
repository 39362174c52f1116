"""The log of the server, kept from what strangers can have written into it: a flood of that would fill the disk."""

import time
from asyncio import CancelledError
from collections import Counter, defaultdict
from collections.abc import Callable
from logging import LogRecord, getLogger, root
from threading import Lock

from jtbd_core.live.pace import Pace

OF_STRANGERS = {
    "Invalid HTTP request received.",
    "Unsupported upgrade request.",
    "ASGI callable returned without completing handshake.",
}
GONE = ("the handler is closed", "once a close message has been sent")
"""What uvloop and Starlette say of an answer to a client that is gone; its traceback of 5 kB takes one request."""

MOST_AT_ONCE, PER_SECOND = 20, 1 / 60
"""The records of one origin; at 5 kB for a traceback, a day of them takes 7 MB."""

LONGEST = 1000
"""The characters of a message that are logged: Streamlit quotes 200 kB that a stranger sent."""

Origin = tuple[object, ...]


def quiet_log() -> None:
    """Keep out of the log what strangers send, and answers that nobody waits for; limit the repetition of all else.

    Streamlit's loggers have a handler each, and pass nothing on: the limit stands at every logger that there is.
    """
    getLogger("uvicorn.error").addFilter(is_news)
    limit = Repetition()
    for name in (None, *root.manager.loggerDict):
        getLogger(name).addFilter(limit.is_let_through)


def is_news(record: LogRecord) -> bool:
    """Whether a record tells the operator something about this server."""
    error = record.exc_info[1] if record.exc_info else None
    is_gone = isinstance(error, RuntimeError) and any(words in str(error) for words in GONE)
    return not (is_gone or isinstance(error, CancelledError)) and record.getMessage() not in OF_STRANGERS


class Repetition:
    """The records that each origin, a line of a program, has logged; safe to share between threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._paces = defaultdict[Origin, Pace](lambda: Pace(MOST_AT_ONCE, PER_SECOND))
        self._left_out = Counter[Origin]()
        self._lock = Lock()

    def is_let_through(self, record: LogRecord) -> bool:
        """Whether a record is one of few of its origin; the next one that is says how many were left out before."""
        origin = _origin(record)
        with self._lock:
            pace = self._paces[origin]
            if pace.wait(self._clock()):
                self._left_out[origin] += 1
                return False
            pace.count(self._clock())
            left_out = self._left_out.pop(origin, 0)
        said = short(record.getMessage())
        if left_out:
            said += f" ({left_out:,} more like this were left out.)"
        record.msg, record.args = said, ()
        return True


def short(message: str) -> str:
    """Return a message as one line of at most `LONGEST` characters: what it quotes must not look like another line."""
    line = "\\n".join(message[: 2 * LONGEST].strip().splitlines())
    return line if len(message) <= LONGEST else f"{line[:LONGEST]} … ({len(message):,} characters)"


def _origin(record: LogRecord) -> Origin:
    """Return the line that logged a record and, of an error, the line that raised it."""
    origin: Origin = (record.pathname, record.lineno)
    step = record.exc_info[2] if record.exc_info else None
    while step:
        origin, step = (*origin[:2], step.tb_frame.f_code.co_filename, step.tb_lineno), step.tb_next
    return origin
