"""Until when the answers of a round are kept, in words."""

from jtbd_core.wave import Wave
from pages.components.clock import clock

DAY = "%-d %B %Y"
ENDS = {"anonymise": "anonymised for good", "delete": "deleted for good"}


def kept_until(wave: Wave) -> str:
    """Return until when the answers of a wave are kept as they are, and their end; empty where they are for good."""
    if wave.anonymised_at:
        return f"anonymised on {clock(wave.anonymised_at, DAY)}"
    if wave.retention is None:
        return ""
    later = "" if wave.status == "closed" else ", once it is closed"
    return f"kept until {wave.retention.until:{DAY}}, then {ENDS[wave.retention.end]}{later}"
