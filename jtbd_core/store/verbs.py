"""The base of the classes that hold the verbs of the store, a class per subject."""

from jtbd_core.store.database import Database
from jtbd_core.store.lookup import Lookup


class Verbs:
    """Verbs over a database and the cached look-ups in it; no class of verbs calls another."""

    def __init__(self, database: Database, lookup: Lookup) -> None:
        self._database = database
        self._lookup = lookup
