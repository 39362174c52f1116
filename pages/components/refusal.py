"""Refusals: how an action that raises `JtbdError` shows its message."""

from collections.abc import Callable

import streamlit as st

from jtbd_core.errors import JtbdError
from pages.components.escape import escaped


def do(action: Callable[..., object], *values: object) -> bool:
    """Call an action, such as a verb of the store, and show a `JtbdError` it raises; return whether it succeeded."""
    try:
        action(*values)
    except JtbdError as error:
        show_refusal(error)
        return False
    return True


def show_refusal(error: JtbdError) -> None:
    """Show the escaped message of an error at the top of the page and, wherever that is scrolled to, as a toast."""
    st.error(escaped(str(error)), icon=":material/error:")
    st.toast(escaped(str(error)), icon=":material/error:", duration="long")
