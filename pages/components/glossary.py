"""The words of a page, explained where they first appear."""

import streamlit as st

from jtbd_core.glossary import GLOSSARY


def draw_words(*words: str) -> None:
    """Draw a button that explains these words, each in one sentence."""
    with st.popover("What the words mean", icon=":material/help:"):
        st.markdown("\n".join(f"- **{word.capitalize()}**: {GLOSSARY[word]}" for word in words))
