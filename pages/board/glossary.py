"""The glossary of the results."""

import streamlit as st

from jtbd_core.glossary import GLOSSARY

WORDS = (
    "success outcome",
    "key outcome",
    "importance",
    "experience",
    "anchor",
    "falls short",
    "value wanted",
    "opportunity",
)


def draw_glossary() -> None:
    """Draw what opens to explain the words of the results, each in one sentence.

    In the page itself: over it, the words would be too long for a phone, and a keyboard could not scroll them.
    """
    with st.expander("What the words mean", icon=":material/help:"):
        st.markdown("\n".join(f"- **{word.capitalize()}**: {GLOSSARY[word]}" for word in WORDS))
