"""The card of a study among all studies."""

import streamlit as st

from jtbd_core.study import StudyRecord, study_to_json
from pages.components.escape import escaped
from pages.components.link import STUDY
from pages.components.made_files import MadeFile, draw_made_file, written
from pages.components.plural import plural
from pages.components.store import the_store
from pages.shelf.shelves import draw_shelving


def draw_study_card(record: StudyRecord, place: int) -> None:
    """Draw the title, state and job of a study, and the links to its pages; its place among all counts from 0."""
    waves = the_store().waves(record.id)
    rated = f" · {plural(the_store().progress(waves[0].id).rated, 'person', 'people')} rated" if waves else ""
    if len(waves) > 1:
        rated += f" in round {waves[0].number}"
    state = f"Round {waves[0].number} {waves[0].status}" if waves else "Draft"
    running = sum(wave.status != "closed" for wave in waves)
    if running > 1:
        state = f"{running} rounds go on"
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{escaped(record.study.title)}**", width="stretch")
            st.badge(state, color="green" if any(wave.status == "open" for wave in waves) else "gray")
        st.caption(
            f"{escaped(record.study.job)} · {plural(len(record.study.without_retired().outcomes), 'outcome')}{rated}"
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            for page, label in (("define.py", "Define"), ("room.py", "Room"), ("results.py", "Results")):
                st.page_link(page, label=label, query_params={STUDY: record.id}, width="content")
            # The key holds the study: the popover closes with its card, instead of passing to the next one.
            with st.popover("More", key=f"more-{record.id}"):
                _draw_more(record, place)


def _draw_more(record: StudyRecord, place: int) -> None:
    """Draw the download of the study file, and the buttons that put the study away."""
    file = written(lambda: study_to_json(record.study))
    draw_made_file(MadeFile("Save as a study file", "study.json", file), key=f"file-{record.id}")
    draw_shelving(record, place)
