"""Outcomes typed or pasted as a list under a job step or dimension."""

import streamlit as st

from jtbd_core import editing
from jtbd_core.editing import Place
from jtbd_core.exchange import outline
from jtbd_core.study import Study
from pages.components.words import plural
from pages.desk.changes import change
from pages.desk.fields import chosen, put
from pages.desk.parts import code

TO = "to"
"""Where the list that is being typed belongs, in the address: so that a reload finds both."""
LIST = "list"


def draw_adding(study: Study, place: Place) -> None:
    """Draw the way to add outcomes to a place, or the box for their list."""
    name = editing.places(study)[place]
    if st.query_params.get(TO) != code(place):
        st.button(
            "Add outcomes",
            key=f"add-{code(place)}",
            icon=":material/playlist_add:",
            type="tertiary",
            on_click=_start,
            args=(place,),
        )
        return
    with st.form("add-outcomes"):
        st.text_area(
            "Outcomes, one per line",
            key=LIST,
            bind="query-params",
            height=140,
            help="Bullets and numbers are removed, and what is worded as not happening is marked *avoid*.",
        )
        with st.container(horizontal=True):
            st.form_submit_button("Add", type="primary", on_click=_add, args=(name,))
            st.form_submit_button("Cancel", type="tertiary", on_click=_close)


def _start(place: Place) -> None:
    st.query_params[TO] = code(place)


def _add(name: str) -> None:
    text = chosen(LIST) or ""
    count = plural(len(outline.statements(text)), "outcome")
    if change(f"adding {count}", lambda study: outline.with_statements(study, text, name)):
        _close()


def _close() -> None:
    put(LIST, "")
    st.query_params.pop(TO, None)
