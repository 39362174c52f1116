"""The rerun of a whole page by a timer on it, at the address that it was drawn for."""

from contextlib import suppress

import streamlit as st
from streamlit.errors import StreamlitAPIException

DRAWN_FOR = "address-drawn-for"


def note_address() -> None:
    """Note the query parameters that the page is drawn for; called by each run of a whole page."""
    st.session_state[DRAWN_FOR] = st.query_params.to_dict()


def note_choice(key: str) -> None:
    """Note a query parameter that a callback has just written: within a fragment, no whole page is drawn for it."""
    noted = st.session_state.get(DRAWN_FOR, {})
    noted.pop(key, None)
    st.session_state[DRAWN_FOR] = noted | ({key: st.query_params[key]} if key in st.query_params else {})


def rerun_page() -> "st.NoReturn":
    """Rerun the whole page from a fragment.

    A fragment's run has the address that the browser had when its timer fired. What was chosen since stands in the
    address of the page alone, and would be lost with it. A parameter that a widget is bound to follows its widget.
    """
    drawn_for = st.session_state.get(DRAWN_FOR, {})
    now = st.query_params.to_dict()
    for key in now.keys() | drawn_for.keys():
        with suppress(StreamlitAPIException):
            if key not in drawn_for:
                del st.query_params[key]
            elif now.get(key) != drawn_for[key]:
                st.query_params[key] = drawn_for[key]
    st.rerun(scope="app")
