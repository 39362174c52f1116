"""The one store of this process."""

import os
from functools import cache

from jtbd_core.contract import Store
from jtbd_core.store import DEFAULT, open_store

_opened = cache(open_store)


def the_store() -> Store:
    """Return the store that HEADWAY_DB names, a DuckDB file under `data/` by default."""
    return _opened(os.environ.get("HEADWAY_DB", str(DEFAULT)))
