"""Define: the desk of a draft; a launched study is frozen."""

import streamlit as st

from jtbd_core.wording import findings
from pages.components.desk.asking import draw_asking
from pages.components.desk.changes import open_desk
from pages.components.desk.files import draw_files
from pages.components.desk.guide import SECTION, draw_guide, is_guided
from pages.components.desk.languages import draw_languages
from pages.components.desk.outline import draw_outline
from pages.components.desk.people import draw_people
from pages.components.desk.phone import draw_phone
from pages.components.desk.readiness import draw_readiness
from pages.components.desk.status import draw_status
from pages.components.header import study_header, study_ways
from pages.components.launched import draw_launched
from pages.components.store import the_store
from pages.components.visitor import chosen_study

record = chosen_study()
if record.status == "launched":
    study_header(record)
    draw_launched(record.study)
    st.stop()
study_ways(record)
desk = open_desk(record)
has_guide = is_guided(is_first=len(the_store().studies()) == 1)
draw_status(desk, has_guide)
if has_guide:
    draw_guide(desk.study)
study = desk.study
found = findings(study)
draw_readiness(study, record.id)
SECTIONS = {
    "Job and outcomes": lambda: draw_outline(study, found),
    "People": lambda: draw_people(study),
    "Scales": lambda: draw_asking(study),
    "Languages": lambda: draw_languages(study),
    "Files": lambda: draw_files(study),
}
left, right = st.columns([3, 2], gap="medium")
with left:
    tabs = st.tabs(list(SECTIONS), key=SECTION, on_change="rerun", bind="query-params")
    for tab, draw in zip(tabs, SECTIONS.values(), strict=True):
        if tab.open:
            with tab:
                draw()
with right:
    draw_phone(study, desk.history.field)
