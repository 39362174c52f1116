"""The opening of a wave."""

from collections.abc import Callable

import streamlit as st

from jtbd_core.privacy import THRESHOLD
from jtbd_core.study import StudyRecord
from jtbd_core.study.readiness import Readiness, readiness
from jtbd_core.wave import NO_LIMITS, Limits
from pages.components.escape import escaped
from pages.components.link import ASK, READY, STUDY
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.components.rerun import keep_in_address
from pages.remote.limits import ask_limits

ROUND = "round"
"""The query parameter of the wave that the remote is for, by its number."""

WAITS = "next-wave-waits"
SHARING = {False: "Live", True: "After the reveal"}
SHARING_NOTES = (
    f"In steps of at least {THRESHOLD} people. Up to {THRESHOLD - 1} last answers to an outcome may stay out of what "
    "is shared.",
    "Nothing before you reveal or close the round, and everything then.",
)
"""When a wave shares its results: whether it waits for the reveal, and what that means."""


def draw_opening(record: StudyRecord, number: int, *, is_beside: bool = False) -> None:
    """Draw the button that opens wave `number` of a study, or what the study lacks for it.

    With `is_beside` the wave is opened while another goes on.
    """
    missing = record.study.missing_for_launch()
    if missing:
        st.warning(" ".join(missing), icon=":material/edit_note:")
        return
    found = readiness(record.study) if record.status == "draft" else None
    if found:
        st.write(f"Opening the first round launches the study. {escaped(found.freezes)}")
        draw_errors(record, found)
    st.radio(
        "Share results",
        list(SHARING),
        format_func=lambda waits: SHARING[waits],
        captions=list(SHARING_NOTES),
        key=WAITS,
    )
    with st.expander("Close automatically", icon=":material/timer:"):
        asked = ask_limits(NO_LIMITS, "of the next round")
    label = f"Open round {number}"
    if found and not found.is_ready:
        with st.popover(label, icon=":material/play_arrow:"):
            st.write("People will rate the study with these errors in it, and only typos can be corrected later.")
            _draw_button("Open it all the same", record, asked)
    else:
        _draw_button(label, record, asked, is_beside=is_beside)


def draw_errors(record: StudyRecord, found: Readiness) -> None:
    """Draw the errors of a draft, and the way to them; nothing where there are none."""
    if found.is_ready:
        return
    st.error(escaped(found.sentence), icon=":material/edit_note:")
    st.page_link(
        "define.py",
        label="Correct this first",
        icon=":material/arrow_back:",
        query_params={STUDY: record.id, ASK: READY},
    )


def _draw_button(label: str, record: StudyRecord, asked: Callable[[], Limits], *, is_beside: bool = False) -> None:
    st.button(
        label,
        type="secondary" if is_beside else "primary",
        icon=":material/play_arrow:",
        on_click=do,
        args=(_open, record, asked, is_beside),
    )


def _open(record: StudyRecord, asked: Callable[[], Limits], is_beside: bool) -> None:
    """Open the next wave with the limits and the sharing that the fields hold; the remote is then for it."""
    wave = my_store().open_wave(record.id, asked(), st.session_state[WAITS], is_beside=is_beside)
    keep_in_address(ROUND, str(wave.number))
