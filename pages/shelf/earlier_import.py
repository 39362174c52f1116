"""The question whether a file is to be imported again, where it was imported before."""

import streamlit as st

from jtbd_core.wave.rounds import round_said
from pages.components.escape import escaped
from pages.components.store import the_store


def ask_earlier_import(source: str) -> bool:
    """Draw what was imported from the file with this digest, if anything was; return whether it may be imported now."""
    store = the_store()
    earlier = store.waves_from(source)
    if not earlier:
        return True
    named = ", ".join(f"{round_said(wave)} of “{store.study(wave.study_id).study.title}”" for wave in earlier)
    st.warning(f"This very file was imported before: {escaped(named)}.", icon=":material/content_copy:")
    return st.checkbox("Import it again all the same", key=f"import-again-{source}")
