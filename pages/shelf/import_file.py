"""The import of a file of any kind: what it holds decides what becomes of it."""

from typing import Any

import streamlit as st
from msgspec.structs import replace

from jtbd_core.errors import JtbdError
from jtbd_core.exchange.archive_file import SUFFIX
from jtbd_core.exchange.file_import import OwnLook, look_at_table
from jtbd_core.glossary import GLOSSARY
from jtbd_core.study import Study
from jtbd_core.study.value import LONGEST_TEXT
from pages.components.escape import escaped
from pages.components.permission import do
from pages.components.plural import plural
from pages.components.upload import read_upload
from pages.shelf.new_study import save_study
from pages.shelf.own_answers import ask_own_answers
from pages.shelf.ratings_file import ask_ratings_file
from pages.shelf.study_file import ask_study_file

TABLES = ("csv", "tsv", "xlsx", "xls")
KINDS_OF_FILE = """
| What it is | What it becomes |
|---|---|
| Study file (`.json`) | a new draft |
| Archive (`.headway`) | a copy of the study, with its rounds and answers |
| Outcomes (CSV or Excel, with `statement`) | a new draft with these outcomes |
| Answers that Headway exported | a study with a closed round, or a further round |
| Ratings of a survey tool, or your own (CSV or Excel) | the same, after a look at what its columns mean |

Your own ratings have a row per respondent (columns `imp_…` and `sat_…` or `exp_…` for each outcome), or a row per
respondent and outcome (columns `respondent`, `outcome`, `importance`, `experience`), on 5, 7, 10 or 11 points or from 0
to 100.
"""


def ask_file() -> None:
    """Draw the upload of a file, say what it is, and import it as what it is."""
    upload = st.file_uploader("A file of any kind", type=["json", SUFFIX.removeprefix("."), *TABLES])
    with st.expander("Which files can be imported?", icon=":material/help:", expanded=upload is None):
        st.markdown(KINDS_OF_FILE)
    if upload is None:
        return
    if upload.name.lower().endswith(TABLES):
        _ask_table(upload)
    else:
        ask_study_file(upload)


def _ask_table(upload: Any) -> None:  # noqa: ANN401 - Streamlit's
    """Draw what a table holds, and import it as that."""
    try:
        found = read_upload(look_at_table, upload)
    except JtbdError as error:
        st.error(escaped(f"{upload.name}: {error}"), icon=":material/error:")
        return
    if isinstance(found, OwnLook):
        ask_own_answers(upload, found)
    elif isinstance(found, Study):
        _ask_outcomes(upload, found)
    else:
        ask_ratings_file(upload, found)


def _ask_outcomes(upload: Any, found: Study) -> None:  # noqa: ANN401 - Streamlit's
    """Draw what a file of outcomes holds, and make a draft of it."""
    steps = f" in {plural(len(found.steps), 'job step')}" if found.steps else ""
    st.success(f"A list of {plural(len(found.outcomes), 'outcome')}{steps}: it becomes a new draft.")
    with st.form("outcomes-study", border=False):
        title = st.text_input("Title of the study", value=upload.name.rsplit(".", 1)[0][:LONGEST_TEXT])
        job = st.text_input("The job", placeholder="The title, if left empty", help=GLOSSARY["job"])
        is_asked = st.form_submit_button("Make a draft of it", type="primary")
    if is_asked:
        do(lambda: save_study(replace(found, title=title, job=job or title)))
    st.caption(
        f"To change the outcomes of a study that is there, open it, and import {escaped(upload.name)} at *Files*."
    )
