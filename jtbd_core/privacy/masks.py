"""Which people of a log belonged to which group on an occasion, looked up once somebody asks."""

from collections.abc import Mapping

from jtbd_core.privacy.codes import Bools
from jtbd_core.privacy.people import People
from jtbd_core.privacy.saves import Saves
from jtbd_core.wave import Group
from jtbd_core.wave.ledger import Members

Key = tuple[str, Group]
"""An occasion and a group."""


class Masks:
    """Which people, by number, belonged to each group on each occasion."""

    def __init__(self, people: People, members: Members, found: Mapping[Key, Bools] | None = None) -> None:
        self._people = people
        self._members = members
        self._found = dict(found or {})

    def get(self, key: Key) -> Bools | None:
        """Return who belonged to a group on an occasion, None where it was not frozen then."""
        if key not in self._found and key in self._members:
            self._found[key] = self._people.mask(self._members[key])
        return self._found.get(key)

    def plus(self, key: Key, mask: Bools) -> "Masks":
        """Return the masks with one more."""
        return Masks(self._people, self._members, {**self._found, key: mask})


def masks_of(saves: Mapping[str, Saves], members: Members) -> Masks:
    """Return who belonged to each group on each occasion; nobody of a log without saves."""
    people = next((one.people for one in saves.values()), People())
    return Masks(people, members if people.names else {})
