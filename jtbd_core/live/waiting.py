"""Why there are no results of waves to show yet, and what they wait for."""

from jtbd_core.contract import Store
from jtbd_core.live.findings import Findings
from jtbd_core.privacy import THRESHOLD


def waiting(store: Store, found: Findings) -> str:
    """Return why there are no results to show and what they wait for, or an empty text if there are."""
    if found.results.people >= THRESHOLD:
        return ""
    waves = [store.wave(wave_id) for wave_id in found.stamp.view.wave_ids]
    rated = sum(store.progress(wave.id).rated for wave in waves)
    is_over = all(wave.status == "closed" for wave in waves)
    if rated < THRESHOLD and is_over:
        return (
            f"Too few people rated: {rated}. Results are shown of {THRESHOLD} people or more, so that nobody can be "
            "told from them."
        )
    if rated < THRESHOLD:
        return (
            f"Results appear when {THRESHOLD} people have rated, so that nobody can be told from them. So far: {rated}."
        )
    if all(wave.waits_for_reveal and not wave.revealed_at for wave in waves):
        return f"Results appear after the reveal. So far {rated} people have rated."
    gone = "Answers were deleted, and what is left would tell whose they were."
    if is_over:
        return gone
    return f"{gone} Results appear again when {THRESHOLD} more people have rated."
