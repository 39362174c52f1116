"""The port on which Prometheus asks for the metrics of this process: HEADWAY_METRICS, off unless it is given."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC
from threading import Event, Thread
from urllib.parse import urlsplit

from prometheus_client import start_http_server

from jtbd_core.contract import Store
from jtbd_core.errors import JtbdError, StoreUnavailable
from jtbd_core.metrics import LAST_BACKUP

VARIABLE = "HEADWAY_METRICS"
SECONDS_BETWEEN_LOOKS = 60.0


def open_metrics_port(store: Store) -> Callable[[], None]:
    """Serve the metrics where HEADWAY_METRICS says, from threads of their own; return what closes the port.

    Raises:
        JtbdError: it is no address with a port, or nobody can listen there.
    """
    given = os.environ.get(VARIABLE, "")
    if not given:
        return lambda: None
    try:
        place = urlsplit(f"//{given}")
        if not place.hostname or not place.port:
            raise ValueError
        server, serving = start_http_server(place.port, place.hostname)
    except ValueError as error:
        raise JtbdError(f"{VARIABLE} has to be an address such as 127.0.0.1:9105; {given} is none.") from error
    except OSError as error:
        raise JtbdError(f"{VARIABLE}: nobody can listen at {given}: {error.strerror}.") from error
    ended = Event()
    following = Thread(target=_follow_backups, args=(store, ended), name="metrics", daemon=True)
    following.start()

    def close() -> None:
        ended.set()
        server.shutdown()
        server.server_close()
        for thread in (serving, following):
            thread.join()

    return close


def _follow_backups(store: Store, ended: Event) -> None:
    """Look now and then when the newest backup was made, whichever process made it; while nobody knows, it stays."""
    while not ended.is_set():
        with suppress(StoreUnavailable):
            made_at = store.last_backup()
            LAST_BACKUP.set(made_at.replace(tzinfo=UTC).timestamp() if made_at else 0)
        ended.wait(SECONDS_BETWEEN_LOOKS)
