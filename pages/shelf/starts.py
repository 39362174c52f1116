"""The starts of a study: new, from an example, a copy or a file."""

import streamlit as st

from jtbd_core.exchange.demo import keep_demo
from pages.components.permission import do
from pages.components.store import the_store
from pages.shelf.new_study import ask_earlier, ask_example, ask_new_study
from pages.shelf.ratings_file import ask_ratings_file
from pages.shelf.start import leave_start, open_start, opened_start
from pages.shelf.study_file import ask_study_file

STARTS = {
    "New study": (":material/add:", ask_new_study),
    "From an example": (":material/library_books:", ask_example),
    "From an earlier study": (":material/history:", ask_earlier),
    "Import a study file": (":material/upload_file:", ask_study_file),
    "Import ratings": (":material/table_view:", ask_ratings_file),
}


def draw_starts(is_first: bool) -> None:
    """Draw a button for each start, and the form of the one that is open."""
    with st.container(horizontal=True):
        if st.button("Open the demo study", icon=":material/play_circle:", type="primary" if is_first else "secondary"):
            do(open_demo)
        for way, (icon, _) in STARTS.items():
            st.button(way, icon=icon, on_click=open_start, args=(way,))
    way = opened_start()
    if way in STARTS:
        with st.container(border=True):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.subheader(way, anchor=False, width="stretch")
                st.button("Cancel", type="tertiary", icon=":material/close:", on_click=open_start, args=(None,))
            STARTS[way][1]()


def open_demo() -> None:
    """Save the demo study with an open wave of generated answers, and open its results."""
    with st.spinner("Generating the answers of three years …"):
        record, _ = keep_demo(the_store())
    leave_start("results.py", record.id)
