"""The way of starting a study that is open, until there is a study."""

import streamlit as st

from pages.components.link import STUDY

START = "studies-start"


def open_start(way: str | None) -> None:
    """Remember which way of starting a study is open; None closes it."""
    st.session_state[START] = way


def opened_start() -> str | None:
    """Return which way of starting a study is open."""
    return st.session_state.get(START)


def leave_start(page: str, study_id: str) -> None:
    """Close the way of starting a study, and open a page of the study that was made."""
    st.session_state.pop(START, None)
    st.switch_page(page, query_params={STUDY: study_id})
