"""Display: the projector's page of a wave, read-only."""

import streamlit as st

from pages.components.links import public_address, qr
from pages.components.store import the_store
from pages.components.visitor import shared_wave
from pages.components.words import escaped

wave = shared_wave()
study = the_store().study(wave.study_id).study
address = public_address()
st.title(escaped(study.title), anchor=False)


@st.fragment(run_every="2s")
def follow() -> None:
    """Draw the page again as soon as the round is paused, resumed or closed."""
    if the_store().wave(wave.id).status != wave.status:
        st.rerun(scope="app")


if wave.status == "closed":
    st.header("This round is closed. Thank you for your answers.", anchor=False)
    st.stop()
if wave.status == "paused":
    st.header("The facilitator has paused the round. Your answers are safe.", anchor=False)
    follow()
    st.stop()
picture, words = st.columns([2, 3], gap="large", vertical_alignment="center")
picture.image(qr(f"{address}/r/{wave.rate_key}"), width="stretch")


@st.fragment(run_every="2s")
def draw_counts() -> None:
    """Draw how many have joined and finished."""
    progress = the_store().progress(wave.id)
    joined, finished = st.columns(2)
    joined.metric("Joined", progress.joined)
    finished.metric("Finished", progress.finished)


with words:
    st.header(f"Open {address.partition('//')[2]}/join and type", anchor=False)
    st.markdown(f"# {wave.join_code[:3]} {wave.join_code[3:]}")
    draw_counts()
follow()
