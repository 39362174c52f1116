"""Results: the context of what is shown, a tab for each view, and their redraw while answers come in."""

import streamlit as st

from jtbd_core.live.findings import pooled_findings
from jtbd_core.live.render_queue import render_queue
from pages.board.board import Board
from pages.board.context import draw_context
from pages.board.groups import chosen_group
from pages.board.parts import counted_group, draw_below, draw_tabs
from pages.board.waves import asked_waves, covered_study, shown_waves
from pages.components.header import study_header
from pages.components.open_pages import open_pages
from pages.components.shared_link import shared_link, shared_study
from pages.components.store import the_store
from pages.components.turn import take_turn
from pages.components.watch import watch

link = shared_link()
record = shared_study(link)
is_shared = link is not None
is_update = open_pages.current().is_update
if is_shared and not is_update:
    take_turn()
waves = shown_waves(record.id)
if not waves:
    study_header(record)
    st.info("Nobody has been asked yet. Results appear here as soon as a round is open.")
    st.stop()
chosen = asked_waves(waves)
group = chosen_group(record.study, chosen, link)
study = covered_study(record.study, chosen)
found = pooled_findings(the_store(), study, chosen, group, with_unreleased=not is_shared)
board = Board(record, study, chosen, group, found, link)
with render_queue.redraw(is_update=is_update):
    draw_context(board, counted_group(board))
    follows_answers = draw_tabs(board)
watch(study, chosen, found, follows_answers=follows_answers, is_shared=is_shared)
draw_below(board)
