"""How the collecting goes, for the facilitator alone: where people stop, the minutes it takes, people per outcome."""

import streamlit as st

from jtbd_core.live.response import response
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from pages.components.escape import escaped
from pages.components.response_lines import stopped, took
from pages.components.sign_in import is_facilitator
from pages.components.store import the_store


def draw_collecting(study: Study, wave: Wave) -> None:
    """Draw a folded part with counts alone: averages stay hidden until the reveal."""
    opened = st.expander("While it is collected", icon=":material/monitoring:", on_change="rerun", key="collecting")
    if opened.open:
        with opened:
            _draw_counts(study, wave)


@st.fragment(run_every="10s")
def _draw_counts(study: Study, wave: Wave) -> None:
    if not is_facilitator():
        return
    found = response(the_store(), study, wave)
    if not found.progress.rated:
        st.caption("Nobody has rated anything yet.")
        return
    for line in (*stopped([found]), *took([found])):
        st.markdown(escaped(line))
    statements = {one.id: one.statement for one in study.outcomes}
    rows = [{"Outcome": statements[one], "People": many} for one, many in found.raters.items() if one in statements]
    st.dataframe(
        rows,
        hide_index=True,
        column_config={
            "Outcome": st.column_config.TextColumn(width="large"),
            "People": st.column_config.NumberColumn(width="small", help="How many have rated this outcome so far."),
        },
        key=f"raters-{wave.id}",
    )
