"""The trial of a study: a wave whose answers never count and are wiped at its end."""

import streamlit as st

from jtbd_core.study import StudyRecord
from jtbd_core.wave import Wave
from pages.components.address import public_address
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.components.plural import plural
from pages.components.qr_code import qr_code
from pages.components.sign_in import is_facilitator
from pages.remote.share import draw_display_link

QR_WIDTH = 200


def draw_trial(record: StudyRecord) -> None:
    """Draw the button that starts a trial or, while there is one, its link, count and end."""
    if record.study.missing_for_launch():
        return
    trial = my_store().trial(record.id)
    label = ":orange-badge[Trial] is open: nothing of it counts" if trial else "Try the form first"
    with st.expander(label, icon=":material/science:", key="trial"):
        if trial is None:
            st.write(
                "A trial shows the form as it is now, on real phones. Its answers never count, and it launches nothing."
            )
            st.button("Start a trial", icon=":material/science:", on_click=do, args=(my_store().open_trial, record.id))
            return
        link = f"{public_address()}/r/{trial.rate_key}"
        with st.container(horizontal=True, vertical_alignment="center", gap="large"):
            st.image(
                qr_code(link),
                width=QR_WIDTH,
                caption="Scan to try the form",
                alt="QR code with the link to try the form",
            )
            with st.container(width="stretch"):
                st.code(link, language=None, wrap_lines=True)
                draw_display_link(trial)
                draw_answered(trial)
                st.button(
                    "End the trial and wipe its answers",
                    icon=":material/cleaning_services:",
                    on_click=do,
                    args=(my_store().wipe_trial, record.id),
                )


@st.fragment(run_every="5s")
def draw_answered(trial: Wave) -> None:
    """Draw how many have answered the trial, every five seconds until the sign-out."""
    if is_facilitator():
        st.caption(f"{plural(my_store().progress(trial.id).joined, 'person has', 'people have')} answered so far.")
