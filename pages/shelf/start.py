"""The start that is open: which form of a new study the session shows, until the study is saved."""

import streamlit as st

from pages.components.link import STUDY
from pages.components.permission import with_permission

START = "studies-start"


@with_permission
def open_start(way: str | None) -> None:
    """Open the form of this start; None closes it."""
    st.session_state[START] = way


def opened_start() -> str | None:
    """Return the start that is open, None if there is none."""
    return st.session_state.get(START)


def leave_start(page: str, study_id: str) -> None:
    """Close the open start, and switch to a page of the study that it made."""
    st.session_state.pop(START, None)
    st.switch_page(page, query_params={STUDY: study_id})
