"""The refusal that a `JtbdError` is, as a page shows it."""

import streamlit as st

from jtbd_core.errors import JtbdError
from pages.components.escape import escaped


def show_refusal(error: JtbdError) -> None:
    """Show the escaped message of an error at the top of the page and, wherever that is scrolled to, as a toast."""
    st.error(escaped(str(error)), icon=":material/error:")
    st.toast(escaped(str(error)), icon=":material/error:", duration="long")
