"""Adding outcomes to a section, typed or pasted as a list."""

import streamlit as st

from jtbd_core.study import editing
from jtbd_core.study.outline import outline_statements
from jtbd_core.study.sections import Section
from pages.components.permission import with_permission
from pages.components.plural import plural
from pages.desk.changes import change
from pages.desk.fields import chosen, put

TO, LIST = "to", "list"
"""The query parameters of the section that is added to and of the list being typed: a reload restores both."""


def draw_adding(section: Section) -> None:
    """Draw the button that adds outcomes to a section or, once pressed, the form of their list."""
    if st.query_params.get(TO) != section.id:
        st.button(
            "Add outcomes",
            key=f"add-{section.id}",
            icon=":material/playlist_add:",
            type="tertiary",
            on_click=_start,
            args=(section,),
        )
        return
    with st.form("add-outcomes"):
        st.text_area(
            "Outcomes, one per line",
            key=LIST,
            bind="query-params",
            height=140,
            help="Bullets and numbers are removed, and what is worded as not happening is marked *avoid*.",
        )
        with st.container(horizontal=True):
            st.form_submit_button("Add", type="primary", on_click=_add, args=(section,))
            st.form_submit_button("Cancel", type="tertiary", on_click=_close)


@with_permission
def _start(section: Section) -> None:
    st.query_params[TO] = section.id


@with_permission
def _add(section: Section) -> None:
    text = chosen(LIST) or ""
    count = plural(len(outline_statements(text)), "outcome")
    if change(f"adding {count}", lambda study: editing.with_statements(study, text, section)):
        _close()


@with_permission
def _close() -> None:
    put(LIST, "")
    st.query_params.pop(TO, None)
