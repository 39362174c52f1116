"""The words of a page, explained where they first appear."""

import streamlit as st

from jtbd_core.glossary import GLOSSARY


def draw_words(*words: str) -> None:
    """Draw what opens to explain these words, each in one sentence.

    In the page itself: over it, the words would be too long for a phone, and a keyboard could not scroll them.
    """
    with st.expander("What the words mean", icon=":material/help:"):
        st.markdown("\n".join(f"- **{word.capitalize()}**: {GLOSSARY[word]}" for word in words))
