"""Which section of the outline is open for editing: one at a time, all others are text, however long the study is."""

import streamlit as st

from jtbd_core.study import Study
from jtbd_core.study.sections import Section, sections
from pages.components.escape import escaped
from pages.components.permission import with_permission
from pages.components.rerun import keep_in_address
from pages.desk.changes import the_desk
from pages.desk.parts import part_of, redraw

OPEN, NONE = "open", "none"
"""The query parameter: the id of the open section, `NONE` where all are closed; a reload leaves it so."""


def opened_section(study: Study) -> Section | None:
    """Return the section that is open: as the address says, else the first with outcomes or the first, from then on."""
    known = {one.id: one for one in sections(study)}
    asked = st.query_params.get(OPEN, "")
    if asked != NONE and asked not in known:
        asked = next((name for name, one in known.items() if one.outcomes(study)), next(iter(known)))
        keep_in_address(OPEN, asked)
    return known.get(asked)


def draw_opening(section: Section, name: str, is_open: bool) -> None:
    """Draw the button that opens and closes a section; it keeps its place, and so the focus."""
    st.button(
        "Done" if is_open else "Edit",
        key=f"open-{section.id}",
        icon=":material/check:" if is_open else ":material/edit:",
        type="tertiary",
        help=f"“{escaped(name)}”",
        on_click=open_section,
        args=(NONE if is_open else section.id,),
    )


@with_permission
def open_section(section_id: str) -> None:
    """Open a section, or none of them, and close the one before; for callbacks."""
    study = the_desk().study
    before = opened_section(study)
    keep_in_address(OPEN, section_id)
    after = opened_section(study)
    the_desk().tall.clear()
    redraw(*{part_of(one) for one in (before, after) if one})
