"""Notes: small print that matters, such as what the marks of a chart mean."""

from html import escape

import streamlit as st

from pages.components.escape import unbroken

SHARE = 0.76
"""How much of the colour of the page's words a note has, over its ground."""
QUIET = f"color: color-mix(in srgb, currentcolor {SHARE:.0%}, transparent)"
NOTE = f"font-size: 13px; line-height: 19px; margin: 0; {QUIET}"
"""Small and quiet, with a contrast of 7 and more on light and dark pages: a caption of Streamlit's has 5."""


LINE = "\n"


def draw_note(text: str) -> None:
    """Draw a note of one or several lines in plain text; nothing where it is empty."""
    if text:
        said = escape(unbroken(text)).replace(LINE, "<br>")
        st.html(f'<p style="{NOTE}">{said}</p>')
