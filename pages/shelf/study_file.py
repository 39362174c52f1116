"""The import of a study file, or of an archive with its answers."""

from typing import Any

import streamlit as st

from jtbd_core.errors import JtbdError
from jtbd_core.exchange.archive_check import ArchiveSummary, check_archive
from jtbd_core.exchange.archive_file import SUFFIX, opened_archive
from jtbd_core.live.job import ARCHIVES
from jtbd_core.study import study_from_json
from pages.components.escape import escaped
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.components.plural import plural
from pages.components.upload import read_upload
from pages.shelf.new_study import save_study
from pages.shelf.start import leave_start

NEW_KEYS = (
    "No receipt or code opens it. Its links for stakeholders show what those of the first study show, and ask for the "
    "same passphrases, under new keys."
)
GOING_ON = """{rounds} of it had not been closed, and will be closed in the copy; a new round goes on there. Viewers of
the copy see of its rounds what the first study had shown, and never more: from both, single people could be told."""


def ask_study_file(upload: Any) -> None:  # noqa: ANN401 - Streamlit's
    """Draw what a study file or archive holds, and import it: as a new draft, or as a copy with its answers."""
    try:
        if upload.name.lower().endswith(SUFFIX):
            _ask_archive(upload)
        else:
            _ask_study(upload)
    except JtbdError as error:
        st.error(escaped(f"{upload.name}: {error}"))


def _ask_study(upload: Any) -> None:  # noqa: ANN401 - Streamlit's
    study = read_upload(study_from_json, upload)
    st.success(
        f"A study file: “{escaped(study.title)}” with {plural(len(study.outcomes), 'outcome')}. It becomes a new draft."
    )
    if st.button("Make a draft of it", type="primary"):
        do(save_study, study)


def _ask_archive(upload: Any) -> None:  # noqa: ANN401 - Streamlit's
    found = read_upload(check_archive, upload, limits=ARCHIVES)
    st.success(
        f"An archive: “{escaped(found.title)}” with {plural(found.rounds, 'round')}, "
        f"{plural(found.respondents, 'respondent')} and {plural(found.saves, 'saved rating')}. It becomes a copy."
    )
    if found.going_on:
        st.caption(GOING_ON.format(rounds=plural(found.going_on, "round")))
    if st.button("Import a copy", type="primary", help=NEW_KEYS):
        do(_import, upload.getvalue(), found)


def _import(content: bytes, found: ArchiveSummary) -> None:
    """Add the copy, and open its results, or the desk where it has no round."""
    with st.spinner("Importing …"), opened_archive(content) as archived:
        record = my_store().add_copy(archived)
    leave_start("results.py" if found.rounds else "define.py", record.id)
