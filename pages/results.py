"""Results: headlines, list and landscape of a kind, the registry's parts, and their redraw while answers come in."""

import streamlit as st

from jtbd_core.live.findings import findings
from jtbd_core.live.render_queue import render_queue
from pages.board.board import Board
from pages.board.groups import choose_group
from pages.board.headlines import draw_headlines, draw_shown, draw_waiting
from pages.board.kinds import draw_kinds, shown_kind
from pages.board.parts import draw_below, draw_tabs
from pages.board.pictures import draw_kind
from pages.board.waves import choose_wave, draw_missing, shown_waves
from pages.components.header import study_header
from pages.components.link import KEY, shared_study
from pages.components.store import the_store
from pages.components.turn import is_admitted, take_turn
from pages.components.watch import watch

record = shared_study()
study_header(record)
is_shared = KEY in st.query_params
is_update = is_admitted()
if is_shared and not is_update:
    take_turn()
waves = shown_waves(record.id)
if not waves:
    st.info("Nobody has been asked yet. Results appear here as soon as a round is open.")
    st.stop()
left, right = st.columns([1, 2])
with left:
    wave = choose_wave(waves)
with right:
    group = choose_group(record.study, wave, is_shared=is_shared)
study = draw_missing(record.study, wave)
found = findings(the_store(), study, wave, group, with_unreleased=not is_shared)
board = Board(record, study, wave, found, is_shared)
with render_queue.redraw(is_update=is_update):
    if not draw_waiting(found):
        kind = shown_kind(found)
        draw_headlines(found, kind)
        draw_kinds(found, kind)
        draw_kind(found, kind)
        draw_shown(board)
        draw_tabs(board)
watch(study, wave, found)
draw_below(board)
