"""What the address of a page keeps, and the rerun of a whole page, at an address that nothing was lost from.

A run has the address that the browser had when it asked for the run. What was chosen a moment before may stand in the
address of the page alone, and would be lost with the run's own.
"""

from contextlib import suppress
from time import monotonic

import streamlit as st
from streamlit.errors import StreamlitAPIException

KEY, STUDY = "key", "study"
"""What the address calls a key, and the id of a study."""

DRAWN_FOR, SHOWN, CHOSEN = "address-drawn-for", "address-shown", "address-chosen"
"""The session's keys: the parameters a page keeps, what it shows, and what was chosen last on it and until when."""

SECONDS_UNTIL_KNOWN = 5
"""How long a browser may take to know of a choice; what it asks for after that is meant, such as the page before."""


def note_address(page: str = "") -> None:
    """Note the query parameters that a page is drawn for, those just chosen among them; called by each whole run."""
    shown = page, st.query_params.get(STUDY), st.query_params.get(KEY)
    known = st.session_state.get(CHOSEN, {}) if st.session_state.get(SHOWN) == shown else {}
    chosen = {key: (value, until) for key, (value, until) in known.items() if until > monotonic()}
    for key, (value, _) in chosen.items():
        _put(key, value)
    st.session_state.update({SHOWN: shown, CHOSEN: chosen, DRAWN_FOR: st.query_params.to_dict()})


def keep_in_address(key: str, value: str | None) -> None:
    """Keep a value in a query parameter of the page, None for no such parameter, beside all that it keeps already."""
    _restore()
    _put(key, value)
    chosen = st.session_state.get(CHOSEN, {}) | {key: (value, monotonic() + SECONDS_UNTIL_KNOWN)}
    st.session_state.update({CHOSEN: chosen, DRAWN_FOR: st.query_params.to_dict()})


def bind(key: str, widget: str) -> None:
    """Keep the value of a widget in a query parameter of the page; for callbacks."""
    keep_in_address(key, st.session_state[widget])


def rerun_page() -> "st.NoReturn":
    """Rerun the whole page, from a fragment too."""
    _restore()
    st.rerun(scope="app")


def _restore() -> None:
    """Give the run the parameters that the page keeps."""
    now = st.query_params.to_dict()
    kept = st.session_state.get(DRAWN_FOR, now)
    for key in now.keys() | kept.keys():
        _put(key, kept.get(key))


def _put(key: str, value: str | None) -> None:
    """Change a query parameter, if it has another value; one that a widget is bound to follows its widget."""
    if st.query_params.get(key) != value:
        with suppress(StreamlitAPIException):
            if value is None:
                del st.query_params[key]
            else:
                st.query_params[key] = value
