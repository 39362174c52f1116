"""The download of a study as an archive."""

import tempfile
from pathlib import Path

import streamlit as st

from jtbd_core.exchange.archive_file import SUFFIX, write_archive
from jtbd_core.study import StudyRecord
from jtbd_core.study.value import identifier
from pages.components.permission import permitted_file
from pages.components.store import the_store


def draw_archive(record: StudyRecord) -> None:
    """Draw the button that downloads an archive of the study, made when it is pressed."""
    st.download_button(
        "The whole study as an archive",
        permitted_file(lambda: archive_content(record.id)),
        f"{identifier(record.study.title, (), 'study')}{SUFFIX}",
        "application/zip",
        icon=":material/inventory_2:",
        on_click="ignore",
        help="All rounds with answers, remarks, notes and targets, but no keys or receipts. *Import a study file* on "
        "*My studies*, here or on another Headway, makes a copy with the same scores.",
    )


def archive_content(study_id: str) -> bytes:
    """Return a fresh archive of a study."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "archive"
        write_archive(the_store(), study_id, file)
        return file.read_bytes()
