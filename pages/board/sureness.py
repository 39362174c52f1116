"""The sureness of the results: how firmly the top of each list is known."""

import streamlit as st

from pages.board.board import Board


def draw_sureness(board: Board) -> None:
    """Draw how sure the top five of each list are, and how many more answers would settle them."""
    sure = board.found.results.sure
    for kind, one in sure.items():
        st.markdown(f"**{kind.capitalize()}**")
        for sentence in one.sentences():
            st.write(sentence)
    if not sure:
        st.write("There are too few outcomes for a top of the list.")
    st.caption(
        "Expected from the answers so far; people unlike those who answered cannot be foreseen. In simulated surveys "
        "of 12 people and more it was right to within one outcome of five."
    )
