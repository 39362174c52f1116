"""What a launched study was frozen as."""

import streamlit as st

from jtbd_core.exchange import outline
from jtbd_core.study import Study


def draw_launched(study: Study) -> None:
    """Draw what is frozen."""
    st.info(
        "This study has been launched, so its statements and scales are frozen: all rounds can be compared.",
        icon=":material/lock:",
    )
    rows = outline.outcome_rows(study)
    st.dataframe(rows, hide_index=True, column_order=("statement", "belongs to", "polarity"))
