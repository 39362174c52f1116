"""The study or wave that a page's address opens, by the id of a study or by a key."""

import streamlit as st

from jtbd_core.errors import NotFound
from jtbd_core.study import DAYS_IN_BIN, StudyRecord
from jtbd_core.wave import Wave
from pages.components.store import the_store

KEY = "key"
STUDY = "study"
"""What the address calls a key, and the id of a study."""
ASK, READY = "ask", "ready"
"""What it calls the question of the builder by its id, and the id after the last one: what is missing, the launch."""


def linked_study() -> StudyRecord:
    """Return the study whose id is in the address, for the facilitator's pages; stop the page if there is none."""
    try:
        record = the_store().study(st.query_params.get(STUDY, ""))
    except NotFound:
        st.info("Choose a study first.", icon=":material/folder_open:")
        _lead_to_studies()
    if record.shelf == "bin":
        st.title("This study is in the bin", anchor=False)
        st.write("Restore it among your studies to go on with it.")
        _lead_to_studies()
    return record


def shared_wave() -> Wave:
    """Return the wave whose display key is in the address; else stop the page."""
    try:
        wave = the_store().wave_by_key("display", st.query_params.get(KEY, ""))
        unless_binned(the_store().study(wave.study_id))
    except NotFound:
        refuse()
    return wave


def _lead_to_studies() -> "st.NoReturn":
    """Draw a link to the facilitator's studies, and stop the page."""
    st.page_link("studies.py", label="My studies", icon=":material/arrow_back:")
    st.stop()


def unless_binned(record: StudyRecord) -> StudyRecord:
    """Return the study; stop the page with a notice if it is in the bin."""
    if record.shelf == "bin":
        st.title("This study was withdrawn", anchor=False)
        st.write(
            "Whoever runs it has put it into the bin. The link works again if the study is restored within "
            f"{DAYS_IN_BIN} days."
        )
        st.stop()
    return record


def refuse() -> "st.NoReturn":
    """Draw that the link opens nothing, and stop the page."""
    st.title("This link opens nothing")
    st.write("It is not complete, or it was withdrawn. Ask the person who sent it for a new one.")
    st.stop()
