"""The command `mcp`: tools for an assistant, over standard input and output."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jtbd_core.commands.studies import the_store
from jtbd_core.errors import Refused, StoreUnavailable

if TYPE_CHECKING:
    from jtbd_core.web.tools import Ask

NOT_RUNNING = "Headway cannot be reached. Start it on this machine, with the same HEADWAY_DB, and ask again."


@click.command(name="mcp")
@click.option(
    "--study",
    "studies",
    multiple=True,
    metavar="ID",
    help="A study whose definition may be read, and to which drafts may be proposed; can be given several times.",
)
def serve_mcp_tools(studies: tuple[str, ...]) -> None:
    """Offer tools to an assistant that speaks the Model Context Protocol (MCP) and starts this command itself.

    It can read the definition of each STUDY named here, by its id as in the address of its pages, check statements,
    propose some for a draft, which wait on its desk until the facilitator has looked at them, and read results: those
    of a stakeholder's link that gives data, by the key in its address, as people with that link do. It cannot launch,
    change or delete anything. Needs `pip install mcp==2.3.0`.

    It asks the running server of a DuckDB file over a socket that only its owner may open, on the same machine; a
    PostgreSQL database is opened by the command itself. In the settings of an assistant:

    \b
    {"mcpServers": {"headway": {
      "command": "/path/to/.venv/bin/python",
      "args": ["-m", "jtbd_core", "mcp", "--study", "ID"],
      "cwd": "/path/to/headway"}}}
    """
    from jtbd_core.commands.mcp_server import serve_mcp
    from jtbd_core.web.tools import Tools

    with _asking() as ask:
        serve_mcp(Tools(ask, studies))


@contextmanager
def _asking() -> "Iterator[Ask]":
    """Yield how the tools ask: the server of a DuckDB file over its socket, a PostgreSQL database here."""
    from jtbd_core.store import DEFAULT, is_server

    address = os.environ.get("HEADWAY_DB", str(DEFAULT))
    if not is_server(address):
        yield partial(_ask_server, Path(address))
        return
    from jtbd_core.live.worker import worker
    from jtbd_core.web.data import Data
    from jtbd_core.web.tool_verbs import tool_verbs

    with the_store() as store:
        verbs = tool_verbs(store, Data(store))
        yield lambda verb, content: verbs[verb](content)
        worker.stop()


def _ask_server(database: Path, verb: str, content: str) -> str:
    from jtbd_core.contract.backups import no_progress
    from jtbd_core.web.operator_socket import ask_server

    try:
        told = ask_server(database, verb, content, no_progress)
    except StoreUnavailable as error:
        raise Refused(NOT_RUNNING) from error
    if told is None:
        raise Refused(NOT_RUNNING)
    return told
