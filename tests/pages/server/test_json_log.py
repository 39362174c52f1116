"""The log as lines of JSON."""

import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator

import pytest
from streamlit import logger as streamlit_logger
from streamlit.logger import get_logger

from jtbd_core import access
from jtbd_core.errors import JtbdError
from pages.server.json_log import log_json, logs_json, without_secrets

KEY = "aB3-_xYz0123456789abcd"


@pytest.fixture
def _restored() -> Iterator[None]:
    """Restore after one test how everything is logged."""
    loggers = [logging.root, *map(logging.getLogger, logging.root.manager.loggerDict)]
    before = [([*one.handlers], one.propagate, one.level) for one in loggers]
    formatter, hook, hook_of_threads = streamlit_logger.setup_formatter, sys.excepthook, threading.excepthook
    yield
    logging.captureWarnings(False)
    streamlit_logger.setup_formatter, sys.excepthook, threading.excepthook = formatter, hook, hook_of_threads
    for one, (handlers, propagate, level) in zip(loggers, before, strict=True):
        one.handlers, one.propagate = handlers, propagate
        one.setLevel(level)


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict]:
    """Return the records that were written."""
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        (f"GET /r/{KEY}/p/{KEY}{KEY}/card 204", "GET /r/* 204"),
        (f"GET /headway/results?key={KEY} 200", "GET /headway/results?* 200"),
        ("GET /j/ABC234 303", "GET /j/* 303"),
        (f"POST '/signin/{KEY}'", "POST '/signin/*'"),
        (f"Duplicate key: {access.response_id(KEY)}", "Duplicate key: *"),
        (f"No answers for {access.receipt(KEY)}", "No answers for *"),
        ("Unknown: 5RSF5-3EKKZ.", "Unknown: *."),
        ('203.0.113.7:5431 - "GET /"', '*:5431 - "GET /"'),
        ("connection to server at 2001:db8::7, port 5432", "connection to server at *, port 5432"),
        ("It took 12:30:45 on 1.2.3 in engine.py?", "It took 12:30:45 on 1.2.3 in engine.py?"),
        ("The disk has 0.0 MB left.", "The disk has 0.0 MB left."),
    ],
)
def test_a_message_is_kept_without_its_secrets(message: str, kept: str) -> None:
    """Keys, tokens, codes, ids, queries and addresses of machines are left out; all else is there."""
    assert without_secrets(message) == kept


@pytest.mark.usefixtures("_restored")
def test_an_error_is_told_by_its_kind_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    """Not by its words, which may quote an answer."""
    log_json()
    try:
        try:
            raise KeyError("I live alone")
        except KeyError as error:
            raise ValueError("I live alone") from error
    except ValueError:
        logging.getLogger("anybody").exception("It failed")
    (record,) = lines(capsys)
    assert (record["level"], record["logger"], record["message"]) == ("error", "anybody", "It failed")
    assert record["error"] == ["ValueError", "KeyError"]
    assert record["at"][0].endswith("test_an_error_is_told_by_its_kind_and_place")
    assert "alone" not in json.dumps(record)


@pytest.mark.usefixtures("_restored")
@pytest.mark.filterwarnings("default")
def test_everything_is_logged_in_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """A logger that Streamlit makes later, a warning, and a thread that ends by an error."""
    log_json()
    get_logger("streamlit.made.later").warning("one\ntwo")
    warnings.warn("old", DeprecationWarning, stacklevel=1)
    thread = threading.Thread(target=lambda: [][1])
    thread.start()
    thread.join()
    assert [one["logger"] for one in lines(capsys)] == ["streamlit.made.later", "py.warnings", "headway"]


def test_another_form_of_log_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal names the variable and what it can be."""
    monkeypatch.setenv("HEADWAY_LOG", "xml")
    with pytest.raises(JtbdError, match="HEADWAY_LOG can be json"):
        logs_json()
