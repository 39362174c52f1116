"""The base of the classes that hold the verbs of the store, a class per subject."""

from jtbd_core.store.database import Database
from jtbd_core.store.lookup import Lookup


class Verbs:
    """A class of verbs, handed the database and the cached look-ups in it; none calls another class of verbs."""

    def __init__(self, database: Database, lookup: Lookup) -> None:
        self._database = database
        self._lookup = lookup
