"""The import of a ratings file as a study with a closed wave."""

from typing import Any

import streamlit as st

from jtbd_core.errors import JtbdError
from jtbd_core.exchange.headings import AmbiguousRespondent
from jtbd_core.exchange.imported import keep_imported
from jtbd_core.exchange.ratings_file import RatingsFile, read_ratings
from jtbd_core.glossary import GLOSSARY
from jtbd_core.scoring.study_scores import people
from jtbd_core.study.scale import ScaleName
from pages.components.escape import escaped
from pages.components.permission import do
from pages.components.plural import plural
from pages.components.store import the_store
from pages.components.upload import read_upload
from pages.shelf.start import leave_start

SCALE_NAMES: dict[ScaleName, str] = {
    "satisfaction": "Satisfaction: how satisfied are you with it?",
    "expectation": "Expectation: does it fall short of, meet or exceed what you expect?",
}


def ask_ratings_file() -> None:
    """Draw the upload of a ratings file and what it holds, and import it as a study with a closed wave."""
    st.write(
        "A CSV or Excel file as your survey tool exports it, with ratings on five points. Or your own: a row per "
        "respondent (columns `imp_…` and `sat_…` or `exp_…` for each outcome), or a row per respondent and outcome "
        "(columns `respondent`, `outcome`, `importance`, `experience`)."
    )
    upload = st.file_uploader("Ratings file (CSV or Excel)", type=["csv", "tsv", "xlsx", "xls"])
    file = _read(upload) if upload else None
    if upload is None or file is None:
        return
    _describe(file)
    with st.form("ratings-study", border=False):
        title = st.text_input("Title of the study", value=upload.name.rsplit(".", 1)[0])
        job = st.text_input("The job", placeholder="The title, if left empty", help=GLOSSARY["job"])
        scale = st.radio("What the experience columns hold", list(SCALE_NAMES), format_func=SCALE_NAMES.__getitem__)
        if st.form_submit_button("Import as a closed round", type="primary"):
            do(_import, file, title, job, scale)


def _read(upload: Any, respondent: str | None = None) -> RatingsFile | None:  # noqa: ANN401 - Streamlit's
    """Return what the file holds, or draw why it cannot be read; where two columns could name the person, ask which."""
    try:
        return read_upload(read_ratings, upload, respondent=respondent)
    except AmbiguousRespondent as error:
        chosen = st.radio("Which column names the person?", error.columns, index=None, key="ratings-respondent")
        return _read(upload, chosen) if chosen else None
    except JtbdError as error:
        st.error(escaped(f"{upload.name}: {error}"))
        return None


def _describe(file: RatingsFile) -> None:
    """Draw how many respondents and outcomes a ratings file has, and what of it is left out or read in another way."""
    raters = people(file.ratings)
    some = "" if raters == len(file.respondents) else f"; {raters:,} of them rated something"
    st.success(f"{plural(len(file.respondents), 'respondent')} × {plural(len(file.outcomes), 'outcome')}{some}")
    notes = list(file.notes)
    if file.passed_over:
        notes.append(f"{plural(len(file.passed_over), 'column')} passed over: {', '.join(file.passed_over)}.")
    if notes:
        st.warning("\n".join(f"- {escaped(note)}" for note in notes), icon=":material/filter_alt:")


def _import(file: RatingsFile, title: str, job: str, scale: ScaleName | None) -> None:
    """Save the file as a study with a closed wave, and open its results."""
    with st.spinner("Importing …"):
        record, _ = keep_imported(the_store(), file, title, job or title, scale or "satisfaction")
    leave_start("results.py", record.id)
