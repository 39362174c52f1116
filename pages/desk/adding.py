"""Adding outcomes to a section, typed or pasted as a list."""

import streamlit as st

from jtbd_core.study import editing
from jtbd_core.study.outline import outline_statements
from jtbd_core.study.sections import Section
from pages.components.escape import escaped
from pages.components.permission import with_permission
from pages.components.plural import plural
from pages.components.rerun import keep_in_address
from pages.desk.changes import change, the_desk
from pages.desk.fields import chosen, put
from pages.desk.opening import open_section
from pages.desk.parts import redraw_changed

TO, LIST = "to", "list"
"""The query parameters of the section that is added to and of the list being typed: a reload restores both."""


def draw_adding(section: Section, name: str) -> None:
    """Draw the button that opens and closes the form of a list; it keeps its place, and so the focus."""
    is_open = st.query_params.get(TO) == section.id
    st.button(
        "Close the list" if is_open else "Add outcomes",
        key=f"add-{section.id}",
        icon=":material/close:" if is_open else ":material/playlist_add:",
        type="tertiary",
        help=f"To “{escaped(name)}”",
        on_click=_turn,
        args=(section, not is_open),
    )


def draw_list_form(section: Section) -> None:
    """Draw the form of the list that is added to a section, until it is added."""
    if st.query_params.get(TO) != section.id:
        return
    with st.form("add-outcomes"):
        st.text_area(
            "Outcomes, one per line",
            key=LIST,
            bind="query-params",
            height=140,
            help="Bullets and numbers are removed, and what is worded as not happening is marked *avoid*.",
        )
        st.form_submit_button("Add", type="primary", on_click=_add, args=(section,))


@with_permission
def _turn(section: Section, is_opened: bool) -> None:
    if is_opened:
        keep_in_address(TO, section.id)
    else:
        put(LIST, "")
        keep_in_address(TO, None)
    open_section(section.id)


@with_permission
def _add(section: Section) -> None:
    text, before = chosen(LIST) or "", the_desk().study
    count = plural(len(outline_statements(text)), "outcome")
    if change(f"added {count}", lambda study: editing.with_statements(study, text, section)):
        put(LIST, "")
        keep_in_address(TO, None)
    redraw_changed(before)
