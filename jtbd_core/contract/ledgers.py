"""What was released of a wave to viewers."""

from typing import Protocol

from jtbd_core.wave.ledger import Ledger, LedgerPart, Sizes


class Ledgers(Protocol):
    """The ledgers of a store: which sets of people figures were released of, wave by wave."""

    def ledger(self, wave_id: str) -> Ledger:
        """Return everything released of a wave so far."""
        ...

    def ledger_part(self, wave_id: str, after: int, known: Sizes) -> LedgerPart:
        """Return what was released of a wave after the release of this number.

        Members are left out where all groups are as large as `known`: names only ever come with a group, or leave it.
        """
        ...

    def add_releases(self, wave_id: str, after: int, more: Ledger) -> bool:
        """Append what is released beside a ledger that was read, in one transaction; return whether it was appended.

        It is not where somebody else has appended after the last release of that ledger, or somebody whom `more` names
        has deleted their answers. Others who deleted theirs are in the sets that are released, and withheld at the next
        look.
        """
        ...
