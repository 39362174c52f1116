"""The import of answers that Headway exported, as a study of its own."""

from typing import Any

import streamlit as st

from jtbd_core.exchange.file_import import OwnLook, import_own_round, import_own_study
from jtbd_core.exchange.handover import keep_as_round, keep_as_study
from jtbd_core.exchange.own_import import APART
from jtbd_core.glossary import GLOSSARY
from pages.components.escape import escaped
from pages.components.my_store import editable, my_store
from pages.components.permission import do
from pages.components.plural import plural
from pages.shelf.earlier_import import ask_earlier_import
from pages.shelf.import_kept import FURTHER, NEW
from pages.shelf.running_import import running_import
from pages.shelf.start import leave_start


def ask_own_answers(upload: Any, own: OwnLook) -> None:  # noqa: ANN401 - Streamlit's
    """Draw what an export of ours holds, and import it."""
    _describe(own)
    is_new = ask_earlier_import(own.source)
    studies = editable(my_store().studies())
    if studies and st.radio("Import as", [NEW, FURTHER], horizontal=True, key="own-target") == FURTHER:
        chosen = st.selectbox("Study", studies, format_func=lambda one: one.study.title, key="own-study")
        if st.button("Import as a closed round", type="primary", disabled=not is_new):
            do(_import_round, upload, chosen.id)
        return
    with st.form("own-answers", border=False):
        title = st.text_input("Title of the study", value=upload.name.rsplit(".", 1)[0])
        job = st.text_input("The job", placeholder="The title, if left empty", help=GLOSSARY["job"])
        is_asked = st.form_submit_button("Import as a closed round", type="primary", disabled=not is_new)
    if is_asked:
        do(_import, upload, title, job)


def _describe(own: OwnLook) -> None:
    """Draw how many respondents and outcomes it has, and what comes back besides."""
    study = own.study
    st.success(
        f"Answers that Headway exported: {own.people:,} respondents × {plural(len(study.outcomes), 'outcome')} with "
        f"kinds and scales, {plural(len(study.solutions), 'solution')} and "
        f"{plural(len(study.circumstances), 'circumstance')}."
    )
    st.caption(APART)
    if own.notes:
        st.warning("\n".join(f"- {escaped(note)}" for note in own.notes), icon=":material/filter_alt:")


def _import(upload: Any, title: str, job: str) -> None:  # noqa: ANN401 - Streamlit's
    """Save the answers as a study with a closed wave, and open its results."""
    running = running_import()
    make = running.job(import_own_study, upload.getvalue(), title, job or title)
    record, _ = keep_as_study(my_store(), make, running.keeping)
    leave_start("results.py", record.id)


def _import_round(upload: Any, study: str) -> None:  # noqa: ANN401 - Streamlit's
    """Save the answers as the next round of a study, say what it lacks, and open its results."""
    running = running_import()
    make = running.job(import_own_round, upload.getvalue())
    _, _, left = keep_as_round(my_store(), study, make, running.keeping)
    if left:
        st.toast(
            f"Left out, since the study does not have it: {escaped(', '.join(left))}.", icon=":material/filter_alt:"
        )
    leave_start("results.py", study)
