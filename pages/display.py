"""Display: the projector's page of a wave, which follows the remote and changes nothing."""

import streamlit as st

from jtbd_core.wave import reported_study
from pages.components.link import shared_wave
from pages.components.my_store import my_store
from pages.components.reveal import draw_reveal
from pages.components.scene import scene
from pages.components.turn import take_turn
from pages.components.views import draw_view_head, follow_view
from pages.components.wall import STYLE

wave = shared_wave()
take_turn()
study = reported_study(my_store().study(wave.study_id).study, wave)
shown = scene(study, wave.id)
st.html(STYLE)
draw_view_head(study, shown)
follow_view(study, shown)
if shown.view == "reveal" and shown.found:
    draw_reveal(study, shown.wave, shown.stage, shown.found)
