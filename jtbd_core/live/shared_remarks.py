"""The remarks of waves that everybody may read who sees their results."""

from collections.abc import Iterable

from jtbd_core.contract import Store
from jtbd_core.privacy import ShownRemark, by_heading, shown_remarks
from jtbd_core.wave import Wave


def shared_remarks(store: Store, waves: Iterable[Wave]) -> list[ShownRemark]:
    """Return the released remarks of waves, by heading; none of a wave that waits for its reveal, before it."""
    return by_heading(
        one
        for wave in waves
        if not wave.waits_for_reveal or wave.revealed_at or wave.status == "closed"
        for one in shown_remarks(store.remarks(wave.id))
    )
