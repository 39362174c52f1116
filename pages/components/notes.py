"""Notes and decisions pinned to outcomes, to read and to edit."""

import streamlit as st

from jtbd_core.study import Study
from jtbd_core.wave import Wave
from jtbd_core.wave.stage import LONGEST_NOTE, Note, NoteKind
from pages.components.clock import clock
from pages.components.escape import escaped
from pages.components.my_store import my_store
from pages.components.permission import do

KINDS: dict[NoteKind, str] = {"note": "Note", "decision": "Decision"}


def draw_notes(study: Study, wave: Wave, is_editable: bool = False) -> None:
    """Draw the notes of a wave, outcome by outcome; where they are editable, each with a popover to change it."""
    notes = my_store().notes(wave.id)
    if not notes:
        st.caption("Nothing has been noted yet.")
    for outcome in study.outcomes:
        mine = [note for note in notes if note.outcome == outcome.id]
        if mine:
            st.markdown(f"**{escaped(outcome.statement)}**")
        for note in mine:
            _draw_note(note, is_editable)


def _draw_note(note: Note, is_editable: bool) -> None:
    icon = ":material/gavel:" if note.kind == "decision" else ":material/sticky_note_2:"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"{icon} {KINDS[note.kind]}: {escaped(note.text)}  \n"
            f":gray[:small[{escaped(note.author)}, {clock(note.written_at)}]]",
            width="stretch",
        )
        if is_editable:
            with st.popover("Edit", icon=":material/edit:"):
                text = f"text-{note.id}"
                st.text_area("Text", note.text, max_chars=LONGEST_NOTE, key=text)
                with st.container(horizontal=True):
                    st.button("Save", key=f"save-{note.id}", type="primary", on_click=do, args=(_change, note, text))
                    st.button("Delete", key=f"delete-{note.id}", on_click=do, args=(my_store().delete_note, note.id))


def _change(note: Note, text: str) -> None:
    my_store().change_note(note.id, note.kind, note.author, st.session_state[text])
