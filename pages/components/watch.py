"""Watching the findings of a wave: what is waited for, and drawing the page again when they move."""

from itertools import count

import streamlit as st

from jtbd_core.live.findings import Findings, findings, seconds_between_looks
from jtbd_core.live.render_queue import render_queue
from jtbd_core.privacy import THRESHOLD
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from pages.components.store import the_store

MOST_KEPT = 96
"""How many elements of a kind are kept as they were drawn, for all who watch."""


def watch(study: Study, wave: Wave, seen: Findings) -> None:
    """Draw the page again within seconds whenever answers arrive, or the wave is paused or closed."""
    looks = count()

    def is_stale() -> bool:
        return findings(the_store(), study, wave, seen.stamp.group).stamp != seen.stamp

    @st.fragment(run_every=seconds_between_looks(seen) if wave.status != "closed" else None)
    def look() -> None:
        # The first look is a part of drawing the page. Where that takes longer than a second, as on a busy machine,
        # the page would be drawn again and again without end.
        if next(looks) and is_stale() and render_queue.admit():
            st.rerun(scope="app")

    look()


def waiting(found: Findings) -> str:
    """Return what is waited for if too few people have rated to show anything, else nothing."""
    if found.results.people >= THRESHOLD:
        return ""
    return (
        f"Results appear when {THRESHOLD} people have rated, so that nobody can be told from them. "
        f"So far: {the_store().progress(found.stamp.wave_id).rated}."
    )
