"""The glossary of the results."""

import streamlit as st

from jtbd_core.glossary import GLOSSARY
from pages.board.board import Board

WORDS = (
    "success outcome",
    "key outcome",
    "importance",
    "experience",
    "satisfaction score",
    "falls short",
    "matters and falls short",
    "value wanted",
    "opportunity",
    "expected score",
    "too close to rank",
)


def draw_glossary(_: Board) -> None:
    """Draw one sentence for each word of the results."""
    st.markdown("\n".join(f"- **{word.capitalize()}**: {GLOSSARY[word]}" for word in WORDS))
