"""The verbs that the server offers its operator over a socket, while it has a DuckDB file open."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from logging import getLogger
from pathlib import Path

from jtbd_core.contract import Store
from jtbd_core.contract.backups import Progress
from jtbd_core.exchange.audit_table import audit_of
from jtbd_core.form.checkup import checkup
from jtbd_core.store import is_server
from jtbd_core.web.data import Data
from jtbd_core.web.operator_socket import OperatorSocket, OperatorVerb
from jtbd_core.web.sign_in import new_sign_in_link
from jtbd_core.web.tool_verbs import ToolVerb, tool_verbs
from pages.components.address import server_address
from pages.components.store import database_address

LOG = getLogger("headway")


def without_progress(verb: ToolVerb) -> OperatorVerb:
    """Return a verb of the tools as one of the operator."""
    return lambda content, _: verb(content)


@contextmanager
def operator_socket(store: Store, data: Data) -> Iterator[None]:
    """Listen on the operator's socket meanwhile; with PostgreSQL, commands connect to the database themselves."""
    if is_server(database_address()) or not hasattr(socket, "AF_UNIX"):
        yield
        return

    def back_up(file: str, progress: Progress) -> str:
        return store.back_up(Path(file), progress).summary

    verbs = {
        "backup": back_up,
        "audit": lambda study_id, _: audit_of(store, study_id),
        "check": lambda _, __: checkup(store),
        "sign-in": lambda _, __: new_sign_in_link(store, server_address()),
        **{name: without_progress(verb) for name, verb in tool_verbs(store, data).items()},
    }
    listener = OperatorSocket(Path(database_address()), verbs)
    try:
        listener.start()
    except OSError as error:
        LOG.warning("Commands cannot ask this server for a backup, a check or a sign-in link: %s", error)
    try:
        yield
    finally:
        listener.stop()
