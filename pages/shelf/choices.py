"""What is chosen of a file of ratings that is looked at: its sheet, and what its columns are."""

from typing import Any

import streamlit as st

from jtbd_core.errors import JtbdError
from jtbd_core.exchange.assignment import Assignment, assignment_from_json, fingerprint
from jtbd_core.exchange.look import Look, look_at, look_at_sheet
from pages.components.my_store import my_store
from pages.components.permission import with_permission
from pages.components.upload import read_upload

CHOICES = "import-choices"
"""The key of the last file that was looked at in this session, and what was chosen of it."""


def chosen_look(upload: Any, seen: Look) -> Look:  # noqa: ANN401 - Streamlit's
    """Return the look at a file by what was chosen of it, else as the last file with its headings was imported.

    `seen` is the look at it as its columns seem to be.
    """
    file, choice = st.session_state.get(CHOICES, (None, None))
    if file == upload.file_id and choice is not None:
        if isinstance(choice, str):
            return read_upload(look_at_sheet, upload, sheet=choice)
        return read_upload(look_at, upload, assignment=choice)
    if file == upload.file_id:
        return seen
    kept = my_store().columns(fingerprint(seen.assignment))
    if kept is None:
        return seen
    try:
        again = assignment_from_json(kept)
        found = read_upload(look_at, upload, assignment=again)
    except JtbdError:  # kept by another version of Headway, or of a file that only seemed alike
        return seen
    choose(upload.file_id, again)
    return found


def is_chosen(upload: Any) -> bool:  # noqa: ANN401 - Streamlit's
    """Whether something was chosen of a file, now or when the last one like it was imported."""
    file, choice = st.session_state.get(CHOICES, (None, None))
    return file == upload.file_id and isinstance(choice, Assignment)


@with_permission
def choose(file: str, choice: Assignment | str | None) -> None:
    """Choose what the columns of a file are, or its sheet; None for what they seem to be."""
    st.session_state[CHOICES] = file, choice


@with_permission
def choose_sheet(file: str, sheet_widget: str) -> None:
    """Choose the sheet of a workbook that a widget says."""
    choose(file, st.session_state[sheet_widget])
