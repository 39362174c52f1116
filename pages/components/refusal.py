"""What the store refuses, shown to whoever asked for it."""

from collections.abc import Callable

import streamlit as st

from jtbd_core.errors import JtbdError
from pages.components.escape import escaped


def do(action: Callable[..., object], *values: object) -> bool:
    """Call a verb of the store, or whatever may raise `JtbdError`, and show its refusal; return whether it worked."""
    try:
        action(*values)
    except JtbdError as error:
        show_refusal(error)
        return False
    return True


def show_refusal(error: JtbdError) -> None:
    """Show what was refused and why, wherever the page is scrolled to; the message may quote what people wrote.

    For callbacks, whose words Streamlit puts at the top of the page.
    """
    st.error(escaped(str(error)), icon=":material/error:")
    st.toast(escaped(str(error)), icon=":material/error:", duration="long")
