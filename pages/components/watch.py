"""The watch over the findings of a wave: it reruns the page of results when they are stale."""

from collections.abc import Sequence
from itertools import count
from math import inf
from time import monotonic

import streamlit as st

from jtbd_core.live.findings import Findings, pooled_findings, seconds_between_looks
from jtbd_core.live.render_queue import render_queue
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from pages.components.sign_in import is_facilitator
from pages.components.store import the_store
from pages.components.turn import rerun_admitted

MOST_KEPT = 96
"""Entries in each cache of drawn elements, which all viewers share."""


def watch(
    study: Study,
    waves: Sequence[Wave],
    seen: Findings,
    *,
    follows_answers: bool = True,
    is_shared: bool = False,
) -> None:
    """Poll the findings every few seconds and rerun the page when their stamp has changed; none for closed waves.

    Where the page does not follow answers, those alone do not make it stale: only a reveal, an end or a deletion does.
    The render queue admits one rerun at a time over all viewers, that of the page stale for longest first. A
    facilitator who has signed out keeps the page.
    """
    looks, stale_since = count(), inf
    is_over = all(one.status == "closed" for one in waves)

    @st.fragment(run_every=None if is_over else seconds_between_looks(seen))
    def look() -> None:
        # The first run belongs to drawing the page: where that takes longer than a second, as on a busy machine, a
        # check at once would rerun the page without end.
        nonlocal stale_since
        if not next(looks) or not (is_shared or is_facilitator()):
            return
        if _is_stale(study, waves, seen, follows_answers=follows_answers):
            stale_since = min(stale_since, monotonic())
            if render_queue.admit(stale_since):
                rerun_admitted()

    look()


def _is_stale(study: Study, waves: Sequence[Wave], seen: Findings, *, follows_answers: bool) -> bool:
    view = seen.stamp.view
    found = pooled_findings(the_store(), study, waves, view.group, with_unreleased=view.with_unreleased)
    if follows_answers:
        return found.stamp != seen.stamp
    return [at.unmoved for at in found.stamp.pulses] != [at.unmoved for at in seen.stamp.pulses]
