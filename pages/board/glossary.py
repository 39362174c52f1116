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
    """Draw an expander with one sentence for each word of the results.

    Not a popover: that would be taller than a phone, and a keyboard could not scroll it.
    """
    with st.expander("What the words mean", icon=":material/help:"):
        st.markdown("\n".join(f"- **{word.capitalize()}**: {GLOSSARY[word]}" for word in WORDS))
