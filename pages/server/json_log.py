"""The log as lines of JSON, for programs that gather logs: they keep them for long, so no secret may be in one."""

import json
import os
import re
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from ipaddress import ip_address
from logging import Formatter, Logger, LogRecord, StreamHandler, captureWarnings, getLogger, root
from types import TracebackType

from streamlit import logger as streamlit_logger

from jtbd_core.errors import JtbdError

VARIABLE = "HEADWAY_LOG"
LOG = getLogger("headway")

ACCESS = "uvicorn.access"
"""The logger of requests: Streamlit leaves it without a handler, by which uvicorn knows to make no line of any."""

LEFT_OUT = "*"
KEYED = re.compile(r"(/(?:r|j|signin|unlock)/)[^\s\"']+")
QUERY = re.compile(r"\?[^\s\"']+")
RANDOM = re.compile(r"\b(?=[\w-]*[0-9A-Z])[\w-]{20,}")
"""A word that is as long as a secret or an id, and not made of small letters alone."""

CODE = re.compile(r"\b[2-9A-HJKMNP-Z]{4,6}(?:-[2-9A-HJKMNP-Z]{4,5})+\b")
ADDRESS = re.compile(r"(?<![\w.])(?:\d+(?:\.\d+){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)")


def logs_json() -> bool:
    """Whether HEADWAY_LOG asks for JSON.

    Raises:
        JtbdError: it says something else.
    """
    given = os.environ.get(VARIABLE, "")
    if given not in ("", "json"):
        raise JtbdError(f"{VARIABLE} can be json, and nothing else: {given} is not known.")
    return given == "json"


def log_json() -> None:
    """Write every record of every logger, warning and error of a thread as a line of JSON to standard error.

    Streamlit gives each of its loggers a handler of its own, also those that it makes later.
    """
    handler = StreamHandler()
    handler.setFormatter(JsonLog())

    def give_to_root(logger: Logger) -> None:
        logger.handlers, logger.propagate = [], True

    setattr(streamlit_logger, "setup_formatter", give_to_root)  # noqa: B010 - by which Streamlit makes handlers
    for name in {*root.manager.loggerDict} - {ACCESS}:
        give_to_root(getLogger(name))
    root.handlers = [handler]
    LOG.setLevel("INFO")
    getLogger("uvicorn.error").setLevel("WARNING")  # below it, a line for each websocket
    captureWarnings(True)
    sys.excepthook = lambda *error: LOG.critical("The process ended by an error.", exc_info=error)
    threading.excepthook = lambda found: LOG.critical(
        "A thread ended by an error.",
        exc_info=(found.exc_type, found.exc_value or found.exc_type(), found.exc_traceback),
    )


class JsonLog(Formatter):
    """Writes a record as JSON: time, level, logger, message and, of an error, its types and the lines it went through.

    The message of an error is left out: it may quote what somebody wrote. From that of the record everything is taken
    that looks like a key, a code, an id, the query of an address or the address of a machine.
    """

    def format(self, record: LogRecord) -> str:
        """Return the line of a record."""
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": without_secrets(record.getMessage()),
        }
        if record.exc_info and record.exc_info[1]:
            error = record.exc_info[1]
            said |= {"error": [type(one).__qualname__ for one in _causes(error)], "at": [*_lines(record.exc_info[2])]}
        return json.dumps(said, ensure_ascii=False)


def without_secrets(message: str) -> str:
    """Return a message with `*` in place of what may be a secret, or tell of a person."""
    for pattern, kept in ((QUERY, "?"), (KEYED, r"\1"), (CODE, ""), (RANDOM, "")):
        message = pattern.sub(kept + LEFT_OUT, message)
    return ADDRESS.sub(lambda found: LEFT_OUT if _is_address(found[0].rstrip(".:")) else found[0], message)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error:
        yield error
        error = error.__cause__ or error.__context__


def _lines(step: TracebackType | None) -> Iterator[str]:
    while step:
        code = step.tb_frame.f_code
        yield f"{code.co_filename}:{step.tb_lineno} {code.co_name}"
        step = step.tb_next
