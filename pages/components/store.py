"""The one store of this process."""

import os
from functools import cache

from jtbd_core.contract import Store
from jtbd_core.store import DEFAULT, open_store

_opened = cache(open_store)


def database_address() -> str:
    """Return the path or URL that HEADWAY_DB names, a DuckDB file under `data/` by default."""
    return os.environ.get("HEADWAY_DB", str(DEFAULT))


def the_store() -> Store:
    """Return the store at the database's address."""
    return _opened(database_address())
