"""The question whether a file is to be imported again, where it was imported before."""

import streamlit as st

from jtbd_core.exchange.handover import imported_before
from pages.components.escape import escaped
from pages.components.my_store import my_store


def ask_earlier_import(source: str) -> bool:
    """Draw what was imported from the file with this digest, if anything was; return whether it may be imported now."""
    before = imported_before(my_store(), source)
    if not before:
        return True
    st.warning(escaped(before), icon=":material/content_copy:")
    return st.checkbox("Import it again all the same", key=f"import-again-{source}")
