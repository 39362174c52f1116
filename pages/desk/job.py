"""The job, root of the outline, its executor, and the study's title, purpose and note."""

import streamlit as st
from msgspec.structs import replace

from jtbd_core.glossary import GLOSSARY
from jtbd_core.study import Study
from pages.desk.fields import prose_field, text_field


def draw_job(study: Study) -> None:
    """Draw the fields of the job and of its executor, and an expander with title, purpose and note."""
    text_field(
        "Job",
        "field-job",
        study.job,
        "changed the job",
        Study.with_job,
        help=GLOSSARY["job"],
    )
    text_field(
        "Who does the job",
        "field-executor",
        study.executor,
        "said who does the job",
        lambda old, executor: replace(old, executor=executor),
        help=GLOSSARY["executor"],
        placeholder="A parent of a newborn, a clinic …",
    )
    with st.expander("Title, purpose and note", icon=":material/title:"):
        _draw_about(study)


def _draw_about(study: Study) -> None:
    text_field(
        "Title",
        "field-title",
        study.title,
        "changed the title",
        lambda old, title: replace(old, title=title),
    )
    prose_field(
        "Purpose",
        "field-purpose",
        study.purpose,
        "changed the purpose",
        lambda old, purpose: replace(old, purpose=purpose),
        help="What respondents read on the first page: two or three short lines.",
    )
    text_field(
        "Note beside the results",
        "field-note",
        study.note,
        "changed the note",
        lambda old, note: replace(old, note=note),
    )
