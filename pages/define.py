"""Define: the desk of a draft, or the amendments of a launched study."""

import streamlit as st

from pages.components.header import study_header, study_links
from pages.components.link import linked_study
from pages.components.phone import is_phone
from pages.components.practice_link import draw_practice_link
from pages.desk.asking import draw_asking
from pages.desk.builder import draw_builder, draw_reopen, is_building
from pages.desk.changes import open_desk, watch_desk
from pages.desk.files import draw_files
from pages.desk.languages import draw_languages
from pages.desk.launched import draw_launched
from pages.desk.outline import draw_outline
from pages.desk.parts import PREVIEW, READINESS, STATUS, draw_part
from pages.desk.people import draw_people
from pages.desk.preview import draw_preview
from pages.desk.readiness import draw_readiness
from pages.desk.status import draw_status

record = linked_study("editor")
if record.status == "launched":
    study_header(record)
    draw_launched(record)
    st.stop()
study_links(record)
study = open_desk(record).study
watch_desk()
is_asking = is_building(record)
draw_part(STATUS, draw_status)
reopen = None if is_asking else draw_reopen
if is_phone():
    draw_part(READINESS, draw_readiness, reopen)
SECTION = "section"
SECTIONS = {
    "Outcomes": draw_outline,
    "People": draw_people,
    "Scales": draw_asking,
    "Languages": draw_languages,
    "Files": draw_files,
}
left, right = st.columns([2, 1], gap="medium")
with left:
    if is_asking:
        draw_builder(study)
    else:
        tabs = st.tabs(list(SECTIONS), key=SECTION, on_change="rerun", bind="query-params")
        for tab, draw in zip(tabs, SECTIONS.values(), strict=True):
            if tab.open:
                with tab:
                    draw(study)
    draw_practice_link()
with right:
    if not is_phone():
        draw_part(READINESS, draw_readiness, reopen)
    draw_part(PREVIEW, draw_preview)
