"""The header of a study's pages."""

import streamlit as st

from jtbd_core.contract.rights import Role
from jtbd_core.study import Study, StudyRecord
from pages.components.escape import escaped
from pages.components.link import KEY, STUDY
from pages.components.my_store import may
from pages.components.phone import is_phone

PAGES: tuple[tuple[str, str, str, Role], ...] = (
    ("define.py", "Define", ":material/edit_note:", "editor"),
    ("room.py", "Room", ":material/groups:", "editor"),
    ("results.py", "Results", ":material/insights:", "viewer"),
)


def study_links(record: StudyRecord) -> None:
    """Draw the links between a study's pages; on a phone without icons, so that they take one line."""
    is_narrow = is_phone()
    with st.container(horizontal=True, gap="small"):
        st.page_link(
            "studies.py", label="My studies", icon=None if is_narrow else ":material/arrow_back:", width="content"
        )
        for page, label, icon, least in PAGES:
            if may(least, record.id):
                icon = None if is_narrow else icon
                st.page_link(page, label=label, icon=icon, width="content", query_params={STUDY: record.id})


def job_line(study: Study) -> str:
    """Return the job of a study and, if it is known, who does it."""
    who = f" · done by: {escaped(study.executor)}" if study.executor else ""
    return f"Job: {escaped(study.job)}{who}"


def study_header(record: StudyRecord) -> None:
    """Draw a study's title, job and note and, for the facilitator, the links between its pages."""
    if KEY not in st.query_params:
        study_links(record)
    st.header(escaped(record.study.title), anchor=False)
    st.caption(job_line(record.study))
    if record.study.note:
        st.info(escaped(record.study.note), icon=":material/info:")
