"""The one store of this process."""

import os
from functools import cache
from pathlib import Path

from jtbd_core.contract import Store
from jtbd_core.store import DEFAULT, erase_deleted, is_server, open_store


def database_address() -> str:
    """Return the path or URL that HEADWAY_DB names, a DuckDB file under `data/` by default."""
    return os.environ.get("HEADWAY_DB", str(DEFAULT))


def the_store() -> Store:
    """Return the store at the database's address; a file in which something was deleted is rewritten before."""
    return _opened(database_address())


@cache
def _opened(address: str) -> Store:
    if not is_server(address):
        erase_deleted(Path(address))
    return open_store(address)
