"""The import of a study file."""

import streamlit as st

from jtbd_core.errors import JtbdError
from jtbd_core.study import study_from_json
from pages.components.escape import escaped
from pages.components.permission import do
from pages.components.plural import plural
from pages.components.upload import read_upload
from pages.shelf.new_study import save_study


def ask_study_file() -> None:
    """Draw the upload of a study file, and import it as a new draft."""
    upload = st.file_uploader("Study file (JSON)", type="json")
    if upload is not None:
        try:
            study = read_upload(study_from_json, upload)
        except JtbdError as error:
            st.error(escaped(f"{upload.name}: {error}"))
            return
        st.success(f"“{escaped(study.title)}” with {plural(len(study.outcomes), 'outcome')}.")
        if st.button("Import", type="primary"):
            do(save_study, study)
