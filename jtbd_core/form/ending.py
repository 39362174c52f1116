"""The ending of a visit from a panel: what is noted of it, and the way back, only to where the facilitator said."""

from collections.abc import Mapping
from contextlib import suppress

from starlette.responses import Response as Reply

from jtbd_core.contract import Store
from jtbd_core.errors import WaveClosed
from jtbd_core.form.visit import Visit
from jtbd_core.wave.panel import Standing

ENDS: Mapping[str, Standing] = {"screened": "screened", "quota": "quota", "full": "quota"}
"""What is noted of somebody whom a wave turns away, by the reason."""

WAYS_BACK: Mapping[str, Standing] = {**ENDS, "closed": "quota", "completed": "completed"}
LED_ON = "?on"
"""Follows the address of the thanks when they are shown for the first time."""


def way_back(visit: Visit, reason: str) -> str:
    """Return the address to which a panel takes its people back after a visit that ended so, empty if it has none."""
    if reason not in WAYS_BACK:
        return ""
    return visit.wave.panel.way_back(WAYS_BACK[reason], visit.panelist.values if visit.panelist else {})


def led_on(visit: Visit, reply: Reply, address: str) -> Reply:
    """Lead on to an address at once where the facilitator wants so: by a header, as the policy bars forms from it."""
    if address and visit.wave.panel.leads_on:
        reply.headers["Refresh"] = f"0; url={address}"
    return reply


def note_end(store: Store, visit: Visit, error: WaveClosed) -> None:
    """Note in the list of the panel that a wave turned somebody away, durably."""
    if visit.panelist and error.status in ENDS and not visit.response:
        with suppress(WaveClosed):
            store.note_panelist(visit.wave.id, visit.panelist, ENDS[error.status]).result()
