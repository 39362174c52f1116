"""The study or wave that a page's address opens, by the id of a study or by a key."""

from functools import partial

import streamlit as st

from jtbd_core.contract.rights import Actor, Role
from jtbd_core.errors import NotFound
from jtbd_core.study import DAYS_IN_BIN, StudyRecord
from jtbd_core.wave import Wave
from pages.components.escape import escaped
from pages.components.my_store import current_actor, may, my_role, my_store
from pages.components.open_pages import open_pages
from pages.components.rerun import KEY, STUDY
from pages.components.store import the_store

ASK, READY = "ask", "ready"
"""What the address calls the question of the builder, and its id after the last one: what is missing, the launch."""


def linked_study(least: Role = "viewer") -> StudyRecord:
    """Return the study whose id is in the address, for the facilitator's pages; stop the page if there is none.

    Who has a lower role in it than `least` is told so. The page is rerun within a second of a change of their role.
    """
    try:
        record = my_store().study(st.query_params.get(STUDY, ""))
    except NotFound:
        st.info("Choose a study first.", icon=":material/folder_open:")
        _lead_to_studies()
    actor, role = current_actor(), my_role(record.id)
    open_pages.current().has_changed = partial(_has_other_role, record.id, actor, role)
    if not may(least, record.id):
        _say_role(record)
    if record.shelf == "bin":
        st.title("This study is in the bin", anchor=False)
        st.write("Restore it among your studies to go on with it.")
        _lead_to_studies()
    return record


def shared_wave() -> Wave:
    """Return the wave whose display key is in the address; else stop the page."""
    try:
        wave = my_store().wave_by_key("display", st.query_params.get(KEY, ""))
        unless_binned(my_store().study(wave.study_id))
    except NotFound:
        refuse()
    return wave


def _has_other_role(study_id: str, actor: Actor, role: Role | None) -> bool:
    return the_store().role(study_id, actor) != role


def _say_role(record: StudyRecord) -> "st.NoReturn":
    """Draw that this page is for editors, and who can make one; stop the page."""
    owners = " or ".join(escaped(who) for who, role in my_store().shares(record.id).items() if role == "owner")
    st.header(escaped(record.study.title), anchor=False)
    st.info(
        f"You may look at this study, not change it. {owners} can make you an editor.", icon=":material/visibility:"
    )
    st.page_link("results.py", label="Results", icon=":material/insights:", query_params={STUDY: record.id})
    _lead_to_studies()


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
