"""What was released of a wave to viewers."""

from typing import Protocol

from jtbd_core.wave.ledger import Ledger


class Ledgers(Protocol):
    """The ledgers of a store: which sets of people figures were released of, wave by wave."""

    def ledger(self, wave_id: str) -> Ledger:
        """Return everything released of a wave so far."""
        ...

    def add_releases(self, wave_id: str, before: Ledger, more: Ledger) -> bool:
        """Append what is released beside a ledger that was read, in one transaction; return whether it was appended.

        It is not where somebody else has appended since the ledger was read, or somebody whom `more` names has deleted
        their answers. Others who deleted theirs are in the sets that are released, and withheld at the next look.
        """
        ...
