"""The remote of a wave that is open or paused, redrawn every two seconds, and the head of any wave."""

import streamlit as st

from jtbd_core.glossary import GLOSSARY
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from jtbd_core.wave.rounds import round_name
from pages.components.escape import escaped
from pages.components.kept import kept_until
from pages.components.my_store import my_store
from pages.components.rerun import rerun_page
from pages.components.scene import live_counts
from pages.components.sign_in import is_facilitator
from pages.remote.controls import draw_controls, draw_pace
from pages.remote.progress import draw_progress, draw_section_progress

FROZEN = " :blue-badge[:material/ac_unit: Display frozen]"
STATES = {
    "open": ":green-badge[:material/sensors: Open: takes answers]",
    "paused": ":orange-badge[:material/pause: Paused: takes none]",
    "closed": ":gray-badge[:material/lock: Closed]",
}


@st.fragment(run_every="2s")
def draw_remote(study: Study, seen: Wave) -> None:
    """Draw the controls and progress of a wave, none after a sign-out; rerun the page once it is revealed or closed."""
    if not is_facilitator():
        return
    store = my_store()
    wave, stage = store.wave(seen.id), store.stage(seen.id)
    if (wave.revealed_at, wave.status == "closed") != (seen.revealed_at, seen.status == "closed"):
        rerun_page()
    counts = live_counts(study, wave.id)
    draw_remote_head(wave, is_frozen=bool(stage.frozen))
    draw_controls(study, wave, stage)
    draw_progress(counts)
    draw_pace(study, wave, stage, counts)
    draw_section_progress(study, counts)


def draw_remote_head(wave: Wave, is_frozen: bool = False) -> None:
    """Draw the number and the state of a wave."""
    frozen = FROZEN if is_frozen else ""
    st.subheader(f"{escaped(round_name(wave))}  {STATES[wave.status]}{frozen}", anchor=False, help=GLOSSARY["round"])
    if ends := kept_until(wave):
        st.caption(f"Answers: {ends}.")
