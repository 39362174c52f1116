"""The link to practice, for a facilitator to give to a team before a workshop."""

import streamlit as st

from jtbd_core.form.practice import PATH, offers_practice
from pages.components.address import public_address, warn_if_local_only
from pages.components.qr_code import qr_code

QR_WIDTH = 160


def draw_practice_link() -> None:
    """Draw a popover with the link to practice, as text to copy and as a QR code; nothing where it is switched off."""
    if not offers_practice():
        return
    link = public_address() + PATH
    with st.popover("Practice for a team", icon=":material/school:"):
        st.write(
            "Ten statements in three minutes, each explained: a quiz for a team before a workshop. Anybody with the "
            "link can take it on a phone. It shows nothing of your studies, and keeps nothing of those who take it."
        )
        st.code(link, language=None, wrap_lines=True)
        warn_if_local_only()
        with st.container(horizontal=True, vertical_alignment="center"):
            st.image(qr_code(link), width=QR_WIDTH, alt="QR code with the link to practice")
            st.link_button("Try it yourself", link, icon=":material/open_in_new:")
