"""The head of a study's pages."""

import streamlit as st

from jtbd_core.study import StudyRecord
from pages.components.escape import escaped
from pages.components.link import KEY, STUDY

PAGES = (
    ("define.py", "Define", ":material/edit_note:"),
    ("room.py", "Room", ":material/groups:"),
    ("results.py", "Results", ":material/insights:"),
)


def study_ways(record: StudyRecord) -> None:
    """Draw the way between a study's pages."""
    with st.container(horizontal=True, gap="small"):
        st.page_link("studies.py", label="My studies", icon=":material/arrow_back:", width="content")
        for page, label, icon in PAGES:
            st.page_link(page, label=label, icon=icon, width="content", query_params={STUDY: record.id})


def study_header(record: StudyRecord) -> None:
    """Draw the way between a study's pages, for the facilitator only, and its title and job."""
    if KEY not in st.query_params:
        study_ways(record)
    st.header(escaped(record.study.title), anchor=False)
    st.caption(f"Job: {escaped(record.study.job)}")
    if record.study.note:
        st.info(escaped(record.study.note), icon=":material/info:")
