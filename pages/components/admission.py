"""Whom a round takes: single-use codes."""

import streamlit as st

from jtbd_core.exchange.code_list import MOST_SLIPS, code_slips, code_table
from jtbd_core.wave import MOST_CODES, Wave
from pages.components.links import public_address
from pages.components.store import the_store


def draw_codes(wave: Wave) -> None:
    """Draw the making of single-use codes; they are told in the file alone, and never again."""
    with st.popover("Single-use codes", icon=":material/key:"):
        st.write(
            "Each code lets one person begin. Once there are codes, the round takes nobody without one; who has begun "
            "goes on. Nothing tells which answers came with which code."
        )
        if wave.asks_code:
            st.caption("This round asks for a code.")
        count = int(st.number_input("How many", 1, MOST_CODES, 30))
        link, title = f"{public_address()}/r/{wave.rate_key}", the_store().study(wave.study_id).study.title

        def table() -> str:
            return code_table(the_store().add_codes(wave.id, count), link)

        def slips() -> str:
            return code_slips(the_store().add_codes(wave.id, count), link, title)

        st.download_button("Make codes as CSV", table, "codes.csv", "text/csv", icon=":material/download:")
        st.download_button(
            "Make codes to print",
            slips,
            "codes.html",
            "text/html",
            icon=":material/print:",
            disabled=count > MOST_SLIPS,
            help=f"Up to {MOST_SLIPS} slips, each with a code and a QR code that opens the form with it.",
        )
        st.caption("Each press makes new codes. They stand in that file alone: keep it.")
