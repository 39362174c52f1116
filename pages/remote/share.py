"""The links to share: the form and the display of a wave, and what people wrote in it."""

import streamlit as st

from jtbd_core.study import Study, StudyRecord
from jtbd_core.wave import Wave
from jtbd_core.wave.rounds import round_name
from pages.components.address import public_address, warn_if_local_only
from pages.components.escape import escaped
from pages.components.link import KEY, STUDY
from pages.components.my_store import my_store
from pages.components.plural import plural
from pages.components.qr_code import qr_code
from pages.components.scene import live_counts
from pages.components.wall import LARGE, Words, draw_wall


def draw_opened(study: Study, wave: Wave) -> None:
    """Draw that people can rate now, until somebody does."""
    if wave.status == "open" and not live_counts(study, wave.id).progress.joined:
        done = "The study is launched" if wave.number == 1 else f"{escaped(round_name(wave))} is open"
        st.success(
            f"{done}: people can rate now. Send them the link, or show them the code.", icon=":material/rocket_launch:"
        )


def draw_share(wave: Wave) -> None:
    """Draw the link, the join code and the QR code of the rating form."""
    address = public_address()
    link = f"{address}/r/{wave.rate_key}"
    words, picture = st.columns([3, 1], gap="large", vertical_alignment="center")
    picture.image(
        qr_code(link), width="stretch", caption="Scan to open the form", alt="QR code with the link of the form"
    )
    with words:
        st.markdown(f"On any phone, open **{address.partition('//')[2]}/join** and type")
        draw_wall(Words(f"{wave.join_code[:3]} {wave.join_code[3:]}", LARGE, "strong"))
        st.write("or send this link:")
        st.code(link, language=None, wrap_lines=True)
        warn_if_local_only()


def draw_display_link(wave: Wave) -> None:
    """Draw the button that opens the display, and a popover with its link."""
    address = f"{public_address()}/display?{KEY}={wave.display_key}"
    with st.container(horizontal=True, width="content"):
        st.link_button("Open the display", address, icon=":material/cast:")
        with st.popover("Link for the projector", icon=":material/share:"):
            st.write("Display, read-only, for the projector:")
            st.code(address, language=None, wrap_lines=True)


def draw_remarks_link(record: StudyRecord, wave: Wave) -> None:
    """Draw the link to what people wrote, once somebody has; it is read there, and released for stakeholders."""
    if count := len(my_store().remarks(wave.id)):
        st.page_link(
            "results.py",
            label=f"Read {plural(count, 'remark')}",
            icon=":material/chat:",
            query_params={STUDY: record.id, "round": str(wave.number), "part": "In their words"},
        )
