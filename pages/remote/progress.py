"""The progress of the people of a wave."""

import streamlit as st

from jtbd_core.study import Study
from jtbd_core.study.sections import sections
from jtbd_core.wave.stage import Counts
from pages.components.escape import escaped


def draw_progress(counts: Counts) -> None:
    """Draw how many have joined, rated and finished, and how many joined late."""
    progress = counts.progress
    with st.container(horizontal=True, vertical_alignment="center"):
        for label, count in (("Joined", progress.joined), ("Rated", progress.rated), ("Finished", progress.finished)):
            st.metric(label, count, border=True, width=140)
        if counts.late:
            st.markdown(f":orange-badge[:material/schedule: {counts.late} came late]")


def draw_section_progress(study: Study, counts: Counts) -> None:
    """Draw a progress bar for each job step and dimension in the order of the study: how many have finished it."""
    people, order = counts.progress.joined, [section.id for section in sections(study)]
    ordered = sorted(counts.sections, key=lambda one: order.index(one.id))
    for first in range(0, len(ordered), 3):  # a phone shows one row of columns after the other
        for column, one in zip(st.columns(3), ordered[first : first + 3], strict=False):
            share = min(one.finished / people, 1.0) if people else 0.0
            column.progress(share, f"{escaped(one.name)}: {one.finished} of {people}")
