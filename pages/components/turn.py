"""The turn of a viewer: a run of a shared page waits for it, unless the server has asked for the run."""

from itertools import count

import streamlit as st

from jtbd_core.live.turns import pace_of_viewer, turns
from pages.components.rerun import rerun_page

PACE = "pace"
SECONDS_UNTIL_NEXT = "2s"


def take_turn() -> None:
    """Wait until it is this viewer's turn; where that takes long, say so, stop the page and try again by itself.

    Meanwhile the browser keeps what is drawn.
    """
    if turns.take(st.session_state.setdefault(PACE, pace_of_viewer())):
        return
    st.info(
        "Many people look at this page now. It comes by itself in a few seconds.", icon=":material/hourglass_empty:"
    )
    tries = count()

    @st.fragment(run_every=SECONDS_UNTIL_NEXT)
    def try_again() -> None:
        if next(tries):
            rerun_page()

    try_again()
    st.stop()
