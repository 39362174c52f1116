"""What the address of a page keeps, and the rerun of a whole page, at an address that nothing was lost from.

A run has the address that the browser had when it asked for the run. What was chosen a moment before may stand in the
address of the page alone, and would be lost with the run's own.
"""

from contextlib import suppress

import streamlit as st
from streamlit.errors import StreamlitAPIException

DRAWN_FOR = "address-drawn-for"


def note_address() -> None:
    """Note the query parameters that the page is drawn for; called by each run of a whole page."""
    st.session_state[DRAWN_FOR] = st.query_params.to_dict()


def keep_in_address(key: str, value: str | None) -> None:
    """Keep a value in a query parameter of the page, None for no such parameter, beside all that it keeps already."""
    _restore()
    if value is None:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = value
    note_address()


def bind(key: str, widget: str) -> None:
    """Keep the value of a widget in a query parameter of the page; for callbacks."""
    keep_in_address(key, st.session_state[widget])


def rerun_page() -> "st.NoReturn":
    """Rerun the whole page, from a fragment too."""
    _restore()
    st.rerun(scope="app")


def _restore() -> None:
    """Give the run the parameters that the page keeps; one that a widget is bound to follows its widget."""
    now = st.query_params.to_dict()
    kept = st.session_state.get(DRAWN_FOR, now)
    for key in now.keys() | kept.keys():
        with suppress(StreamlitAPIException):
            if key not in kept:
                del st.query_params[key]
            elif now.get(key) != kept[key]:
                st.query_params[key] = kept[key]
