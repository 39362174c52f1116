"""The shelves of studies that are put away: the archive and the bin."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import streamlit as st

from jtbd_core.study import DAYS_IN_BIN, Shelf, StudyRecord
from pages.components.escape import escaped
from pages.components.link import STUDY
from pages.components.my_store import may, my_store
from pages.components.permission import do
from pages.components.plural import plural

UNDO = "shelves-undo"
"""Session state: the study that was put away last."""


class PutAway(NamedTuple):
    """A study that was put away, and its place among all studies, from 0."""

    record: StudyRecord
    shelf: Shelf
    place: int


def draw_shelving(record: StudyRecord, place: int) -> None:
    """Draw the buttons that move the study at a place to the archive or the bin."""
    for label, icon, shelf in (("Archive", "archive", "archive"), ("Move to the bin", "delete", "bin")):
        away = PutAway(record, shelf, place)
        key = f"{shelf}-{record.id}"
        st.button(label, icon=f":material/{icon}:", key=key, on_click=do, args=(_put_away, away))
    st.caption(f"From the bin it can be restored for {DAYS_IN_BIN} days. Until then its links say that it is there.")


def draw_undo(place: int) -> None:
    """Draw, at the place of the study that was put away last, the button that brings it back."""
    away: PutAway | None = st.session_state.get(UNDO)
    if not away or away.place != place or away.record.id not in {one.id for one in my_store().studies(away.shelf)}:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(_away(away), width="stretch")
        st.button("Undo", icon=":material/undo:", on_click=do, args=(my_store().shelve_study, away.record.id, "desk"))


def draw_shelves() -> None:
    """Draw the archive and the bin, unless they are empty."""
    archived, binned = my_store().studies("archive"), my_store().studies("bin")
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


def _put_away(away: PutAway) -> None:
    my_store().shelve_study(away.record.id, away.shelf)
    st.session_state[UNDO] = away
    st.toast(f"{_away(away)} *Undo* stands in its place.", icon=":material/undo:", duration="long")


def _away(away: PutAway) -> str:
    return f"“{escaped(away.record.study.title)}” is in the {away.shelf}."


def _draw_archived(record: StudyRecord) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(escaped(record.study.title), width="stretch")
        st.page_link("results.py", label="Results", query_params={STUDY: record.id}, width="content")
        if may("owner", record.id):
            _restore(":material/unarchive:", record)


def _draw_binned(record: StudyRecord) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch", gap=None):
            st.markdown(escaped(record.study.title))
            st.caption(f"{plural(days_left(record), 'day')} left")
        if not may("owner", record.id):
            return
        _restore(":material/restore_from_trash:", record)
        with st.popover("Delete …"):
            st.write("The study, its rounds and all answers are gone for good after this.")
            st.button(
                "Delete for good",
                type="primary",
                icon=":material/delete_forever:",
                key=f"delete-{record.id}",
                on_click=do,
                args=(my_store().delete_study, record.id),
            )


def _restore(icon: str, record: StudyRecord) -> None:
    action = (my_store().shelve_study, record.id, "desk")
    st.button("Restore", icon=icon, key=f"desk-{record.id}", on_click=do, args=action)
