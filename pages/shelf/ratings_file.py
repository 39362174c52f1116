"""The import of a ratings file in three looks: what it is, what its columns mean, and what will be kept."""

from typing import Any

import streamlit as st

from jtbd_core.errors import JtbdError
from jtbd_core.exchange.assignment import Assignment, assignment_from_json, assignment_to_json
from jtbd_core.exchange.look import Look
from pages.components.escape import escaped
from pages.components.made_files import MadeFile, draw_made_file, written
from pages.components.permission import do
from pages.components.plural import plural
from pages.shelf.choices import choose, choose_sheet, chosen_look, is_chosen
from pages.shelf.import_columns import ask_scale, draw_columns, draw_labels, draw_person, draw_scales
from pages.shelf.import_kept import draw_kept, draw_target


def ask_ratings_file(upload: Any, seen: Look) -> None:  # noqa: ANN401 - Streamlit's
    """Draw the three looks at a file of ratings, `seen` as its columns seem to be."""
    try:
        look = chosen_look(upload, seen)
    except JtbdError as error:
        st.error(escaped(f"{upload.name}: {error}"), icon=":material/error:")
        if is_chosen(upload):
            st.button("Look at it afresh", on_click=choose, args=(upload.file_id, None))
        return
    _draw_file(upload, look)
    _draw_meaning(upload, look)
    if look.kept:
        st.markdown("#### 3 · What will be kept")
        draw_kept(look)
        draw_target(upload, look)


def _draw_file(upload: Any, look: Look) -> None:  # noqa: ANN401 - Streamlit's
    """Draw what the file is: its sheet, and how its rows are meant."""
    st.markdown("#### 1 · What the file is")
    shape = "a row per respondent and outcome" if look.assignment.is_long else "a row per respondent"
    rated = len(look.assignment.ratings)
    said = f"{plural(len(look.assignment.columns), 'column')}, {rated:,} of them with ratings; {shape}."
    st.markdown(f"{escaped(upload.name)}: {said}" if rated else f"{escaped(upload.name)}: no ratings recognised.")
    if len(look.sheets) > 1:
        widget = f"import-sheet-{upload.file_id}"
        place = look.sheets.index(look.assignment.sheet)
        change = {"on_change": choose_sheet, "args": (upload.file_id, widget)}
        st.selectbox("Sheet", look.sheets, place, key=widget, **change)
    if is_chosen(upload):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption("Columns are as they were chosen here, or used for an earlier file with these headings.")
            st.button("Read them anew", type="tertiary", on_click=choose, args=(upload.file_id, None))


def _draw_meaning(upload: Any, look: Look) -> None:  # noqa: ANN401 - Streamlit's
    """Draw what the columns mean; open where something is in doubt."""
    st.markdown("#### 2 · What each column means")
    if look.scales:
        ask_scale(upload.file_id, look)
    elif look.complaint:
        st.error(escaped(look.complaint), icon=":material/help:")
    if look.persons:
        draw_person(upload.file_id, look)
        return
    if look.labels:
        with st.expander("Words for ratings", icon=":material/translate:", expanded=look.kept is None):
            draw_labels(upload.file_id, look)
    if look.assignment.ratings:
        with st.expander("Scales, and from where they count", icon=":material/straighten:"):
            draw_scales(upload.file_id, look)
    is_open = look.kept is None and not look.scales and not look.labels
    with st.expander(
        f"{plural(len(look.assignment.columns), 'column')}", icon=":material/view_column:", expanded=is_open
    ):
        draw_columns(upload.file_id, look)
        _draw_saving(upload, look.assignment)


def _draw_saving(upload: Any, assignment: Assignment) -> None:  # noqa: ANN401 - Streamlit's
    """Draw the download of what the columns are, and the upload of what was saved so."""
    draw_made_file(
        MadeFile("Save what the columns are", "columns.json", written(lambda: assignment_to_json(assignment))),
        help="For `import --columns` on the command line. The next file with these headings is known by itself.",
    )
    saved = st.file_uploader("Use what was saved", type="json", key=f"import-saved-{upload.file_id}")
    if saved is not None:
        st.button("Use it", on_click=do, args=(_use, upload.file_id, saved.getvalue()))


def _use(file: str, saved: bytes) -> None:
    choose(file, assignment_from_json(saved))
