"""The shelves of studies that are put away: the archive and the bin."""

from datetime import UTC, datetime, timedelta

import streamlit as st

from jtbd_core.study import DAYS_IN_BIN, Shelf, StudyRecord
from pages.components.escape import escaped
from pages.components.link import STUDY
from pages.components.permission import do
from pages.components.plural import plural
from pages.components.store import the_store


def draw_shelving(record: StudyRecord) -> None:
    """Draw the buttons that move a study to the archive or the bin."""
    _move("Archive", ":material/archive:", record, "archive")
    _move("Move to the bin", ":material/delete:", record, "bin")
    st.caption(f"From the bin it can be restored for {DAYS_IN_BIN} days. Until then its links say that it is there.")


def draw_shelves() -> None:
    """Draw the archive and the bin, unless they are empty."""
    archived, binned = the_store().studies("archive"), the_store().studies("bin")
    if archived:
        with st.expander(f"Archive: {plural(len(archived), 'study', 'studies')}", icon=":material/archive:"):
            for record in archived:
                _draw_archived(record)
    if binned:
        with st.expander(f"Bin: {plural(len(binned), 'study', 'studies')}", icon=":material/delete:"):
            for record in binned:
                _draw_binned(record)


def days_left(record: StudyRecord) -> int:
    """Return the days, at least 0, for which a study in the bin can still be restored."""
    emptied = (record.shelved_at or datetime.max) + timedelta(days=DAYS_IN_BIN)
    return max(0, -((datetime.now(UTC).replace(tzinfo=None) - emptied) // timedelta(days=1)))


def _draw_archived(record: StudyRecord) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(escaped(record.study.title), width="stretch")
        st.page_link("results.py", label="Results", query_params={STUDY: record.id}, width="content")
        _move("Restore", ":material/unarchive:", record, "desk")


def _draw_binned(record: StudyRecord) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch", gap=None):
            st.markdown(escaped(record.study.title))
            st.caption(f"{plural(days_left(record), 'day')} left")
        _move("Restore", ":material/restore_from_trash:", record, "desk")
        with st.popover("Delete …"):
            st.write("The study, its rounds and all answers are gone for good after this.")
            st.button(
                "Delete for good",
                type="primary",
                icon=":material/delete_forever:",
                key=f"delete-{record.id}",
                on_click=do,
                args=(the_store().delete_study, record.id),
            )


def _move(label: str, icon: str, record: StudyRecord, shelf: Shelf) -> None:
    st.button(
        label,
        icon=icon,
        key=f"{shelf}-{record.id}",
        on_click=do,
        args=(the_store().shelve_study, record.id, shelf),
    )
