"""Room: the remote with which a facilitator runs a wave."""

import streamlit as st

from jtbd_core.live.findings import findings
from jtbd_core.live.render_queue import render_queue
from jtbd_core.wave import asked_study, reported_study
from pages.components.header import study_header
from pages.components.link import linked_study
from pages.components.my_store import my_store
from pages.components.notes import draw_notes
from pages.components.open_pages import open_pages
from pages.components.results_links import draw_results_links
from pages.components.reveal import draw_reveal
from pages.components.store import the_store
from pages.components.wall import STYLE
from pages.components.watch import watch
from pages.remote.collecting import draw_collecting
from pages.remote.note_form import draw_note_form
from pages.remote.opening import draw_opening
from pages.remote.panel import draw_panel
from pages.remote.prediction import draw_prediction
from pages.remote.remote import draw_remote, draw_remote_head
from pages.remote.restart import draw_archived
from pages.remote.rounds import chosen_round, draw_beside, draw_name, draw_rounds
from pages.remote.share import draw_display_link, draw_opened, draw_remarks_link, draw_share
from pages.remote.trial import draw_trial

record = linked_study("editor")
st.html(STYLE)
study_header(record)
waves = my_store().waves(record.id)
if not waves:
    draw_opening(record, 1)
    draw_trial(record)
    st.stop()
wave = chosen_round(waves)
draw_rounds(waves, wave)
stage = my_store().stage(wave.id)
study = reported_study(record.study, wave)

if wave.status == "closed":
    draw_remote_head(wave)
    draw_opening(record, waves[0].number + 1)
else:
    draw_opened(study, wave)
    with st.expander("Share the form", icon=":material/qr_code:", expanded=stage.begun_at is None):
        draw_share(wave)
    draw_remote(study, wave)
with st.container(horizontal=True):
    draw_display_link(wave)
    draw_name(wave)
draw_panel(asked_study(record.study, wave), wave, waves)
if wave.status != "closed":
    draw_collecting(study, wave)
with st.expander("Links for stakeholders", icon=":material/share:"):
    draw_results_links(record)
if wave.status != "closed":
    draw_beside(record, waves)
draw_trial(record)
draw_archived(record)
if wave.revealed_at or wave.status == "closed":
    draw_remarks_link(record, wave)
    found = findings(the_store(), study, wave)
    with render_queue.redraw(is_update=open_pages.current().is_update):
        draw_reveal(study, wave, stage, found)
    watch(study, [wave], found)
else:
    draw_prediction(study, wave, stage)
    st.caption("Averages stay hidden here until you reveal them, so that a shared screen gives nothing away.")
st.subheader("Notes and decisions", anchor=False)
draw_note_form(study, wave)
draw_notes(study, wave, is_editable=True)
