"""The notes and decisions of the chosen rounds, to read."""

import streamlit as st

from jtbd_core.wave.rounds import round_name
from pages.board.board import Board
from pages.components.escape import escaped
from pages.components.my_store import my_store
from pages.components.notes import draw_notes


def has_decisions(board: Board) -> bool:
    """Whether there is anything to read for stakeholders; the facilitator is told where there is nothing."""
    return not board.is_shared or any(my_store().notes(wave.id) for wave in board.waves)


def draw_decisions(board: Board) -> None:
    """Draw the notes and decisions of each chosen round."""
    for wave in board.waves:
        if len(board.waves) > 1:
            st.caption(escaped(round_name(wave)))
        draw_notes(board.study, wave)
