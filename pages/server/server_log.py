"""The log of uvicorn, without what any stranger can have written into it: a flood of that would fill the disk."""

from logging import LogRecord, getLogger

OF_STRANGERS = {
    "Invalid HTTP request received.",
    "Unsupported upgrade request.",
    "ASGI callable returned without completing handshake.",
}
GONE = ("the handler is closed", "once a close message has been sent")
"""What uvloop and Starlette say of an answer to a client that is gone; its traceback of 5 kB takes one request."""


def quiet_log() -> None:
    """Keep out of the log what strangers send, and answers that nobody waits for; errors of ours stay in it."""
    getLogger("uvicorn.error").addFilter(is_news)


def is_news(record: LogRecord) -> bool:
    """Whether a record tells the operator something about this server."""
    error = record.exc_info[1] if record.exc_info else None
    is_gone = isinstance(error, RuntimeError) and any(words in str(error) for words in GONE)
    return not is_gone and record.getMessage() not in OF_STRANGERS
