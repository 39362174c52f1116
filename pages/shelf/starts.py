"""The starts of a study: new, from an example, from an earlier one, the demo, or a file of any kind."""

import streamlit as st

from jtbd_core.exchange.demo import keep_demo
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.shelf.import_file import ask_file
from pages.shelf.new_study import ask_earlier, ask_example, ask_new_study
from pages.shelf.start import leave_start, open_start, opened_start

NEW, IMPORT = "New study", "Import"
WAYS = {
    NEW: (":material/add:", ask_new_study),
    "From an example": (":material/library_books:", ask_example),
    "From an earlier study": (":material/history:", ask_earlier),
}
"""The ways to start a study without a file, each with its form."""


def draw_starts(is_first: bool, is_next: bool) -> None:
    """Draw the buttons that start a study: filled where nothing else is to be done, with the demo for the first one."""
    if is_first and st.button("Open the demo study", icon=":material/play_circle:", type="primary"):
        do(open_demo)
    st.button(IMPORT, icon=":material/upload_file:", on_click=open_start, args=(IMPORT,))
    look = "primary" if is_next and not is_first else "secondary"
    st.button(NEW, icon=":material/add:", type=look, on_click=open_start, args=(NEW,))


def draw_start_form() -> None:
    """Draw the form of the start that is open and, beside a new study, the other ways to one."""
    way = opened_start()
    if way is None:
        return
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(way, anchor=False, width="stretch")
            st.button("Cancel", type="tertiary", icon=":material/close:", on_click=open_start, args=(None,))
        if way == IMPORT:
            ask_file()
            return
        with st.container(horizontal=True):
            for other, (icon, _) in WAYS.items():
                if other != way:
                    st.button(other, key=f"way-{other}", icon=icon, type="tertiary", on_click=open_start, args=(other,))
            if st.button("The demo study", icon=":material/play_circle:", type="tertiary"):
                do(open_demo)
        WAYS[way][1]()


def open_demo() -> None:
    """Save the demo study with an open wave of generated answers, and open its results."""
    with st.spinner("Generating the answers of three years …"):
        record, _ = keep_demo(my_store())
    leave_start("results.py", record.id)
