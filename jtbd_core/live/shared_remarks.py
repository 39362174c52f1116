"""The remarks of a wave that everybody may read who sees its results."""

from jtbd_core.contract import Store
from jtbd_core.privacy import ShownRemark, shown_remarks
from jtbd_core.wave import Wave


def shared_remarks(store: Store, wave: Wave) -> list[ShownRemark]:
    """Return the released remarks of a wave; none before the reveal of a wave that waits for it."""
    if wave.waits_for_reveal and not wave.revealed_at and wave.status != "closed":
        return []
    return shown_remarks(store.remarks(wave.id))
