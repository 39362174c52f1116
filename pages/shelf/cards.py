"""The cards of all studies: those with a round that goes on first and wide, the others two beside each other."""

from itertools import count

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from jtbd_core.study import StudyRecord
from pages.components.my_store import my_store
from pages.components.rerun import rerun_page
from pages.components.sign_in import is_facilitator
from pages.shelf.shelves import draw_undo
from pages.shelf.study_card import draw_study_card, next_page_of

RUNNING = "room.py"


def has_open_round(records: list[StudyRecord]) -> bool:
    """Whether a round of one of the studies goes on."""
    return any(next_page_of(my_store().waves(one.id)) == RUNNING for one in records)


def draw_cards(records: list[StudyRecord]) -> None:
    """Draw a card for each study, and look for its headline again while one is computed."""
    waves = {one.id: my_store().waves(one.id) for one in records}
    ordered = sorted(records, key=lambda one: next_page_of(waves[one.id]) != RUNNING)
    wide = sum(next_page_of(waves[one.id]) == RUNNING for one in ordered)
    is_known = True
    beside: list[DeltaGenerator] = []
    for place, record in enumerate(ordered):
        if place >= wide and not beside:
            beside = list(st.columns(2))
        with beside.pop(0) if place >= wide else st.container():
            draw_undo(place)
            is_known &= draw_study_card(record, waves[record.id], place, is_first=place == 0 < wide)
    draw_undo(len(ordered))
    if not is_known:
        _look_again()


def _look_again() -> None:
    """Rerun the page each second until all headlines are known."""
    looks = count()

    @st.fragment(run_every="1s")
    def look() -> None:
        if next(looks) and is_facilitator():
            rerun_page()

    look()
