"""The opening of a round."""

from collections.abc import Callable

import streamlit as st

from jtbd_core.study import StudyRecord
from jtbd_core.wave import NO_LIMITS, Limits
from pages.components.refusal import do
from pages.components.store import the_store
from pages.remote.limits import ask_limits


def draw_opening(record: StudyRecord, number: int) -> None:
    """Offer to open the next wave."""
    missing = record.study.missing_for_launch()
    if missing:
        st.warning(" ".join(missing), icon=":material/edit_note:")
        return
    if record.status == "draft":
        st.write(
            f"Opening the first round launches the study: its {len(record.study.outcomes)} outcomes, job steps, "
            "solutions, questions and scales can then no longer be changed."
        )
    with st.expander("Close automatically", icon=":material/timer:"):
        asked = ask_limits(NO_LIMITS, "of the next round")
    st.button(
        f"Open round {number}",
        type="primary",
        icon=":material/play_arrow:",
        on_click=do,
        args=(_open, record, asked),
    )


def _open(record: StudyRecord, asked: Callable[[], Limits]) -> None:
    """Open the next wave with the limits that are asked for now."""
    the_store().open_wave(record.id, asked())
