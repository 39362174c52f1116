"""The download of a fresh backup of everything."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from pages.components.permission import permitted_file
from pages.components.store import the_store


def draw_backup() -> None:
    """Draw the button that downloads a backup, made when it is pressed."""
    st.download_button(
        "Back up all studies",
        permitted_file(backup_content),
        file_name=f"headway-{datetime.now(UTC):%Y-%m-%d}.backup",
        mime="application/zip",
        type="tertiary",
        icon=":material/backup:",
        on_click="ignore",
        help="One file with all studies and answers, keys and receipts included: keep it as safe as the database. "
        "`python -m jtbd_core restore` takes it in.",
    )


def backup_content() -> bytes:
    """Return a fresh backup of the database."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "backup"
        the_store().back_up(file)
        return file.read_bytes()
