"""A file that can be large: made once it is asked for, with its progress, and given away once, as a stream."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from jtbd_core.live.exports import Spooling, export
from jtbd_core.web.one_time_files import one_time_files
from pages.components.address import root_path
from pages.components.permission import do
from pages.components.sign_in import current_sign_in

MADE = "large-file"
"""The session's key of the file that was made last, before the key of its button."""

READING = "Reading the answers …"


class LargeFile(NamedTuple):
    """A file by its name and type, and how it is made: read by the server, written by a job."""

    name: str
    mime: str
    spooling: Spooling
    write: Callable[[Path, Path], None]


def draw_large_file(label: str, file: LargeFile, key: str, icon: str, help: str | None = None) -> None:
    """Draw the button that has a file made and, below it, the link to the one that was."""
    if st.button(label, icon=icon, key=key, help=help):
        do(_make, file, key)
    token = st.session_state.get(f"{MADE}-{key}", "")
    if size := one_time_files.size(token):
        link = f'<a href="{root_path()}/file/{token}" download>Download {file.name}</a>'
        st.html(f"<p>{link} ({_said(size)}, once)</p>")


def _said(size: int) -> str:
    return f"{size / 1e6:,.1f} MB" if size > 1e5 else f"{max(1, round(size / 1000))} kB"


def _make(file: LargeFile, key: str) -> None:
    """Have a file made that this sign-in can download, and remember it."""
    bar = st.progress(0.0, READING)

    def make(path: Path) -> None:
        def watch() -> None:
            size = path.stat().st_size / 1e6 if path.exists() else 0.0
            bar.progress(1.0, f"Writing {file.name} … {size:,.1f} MB")

        export(
            file.spooling, file.write, path, lambda done, of: bar.progress(done / max(of, 1), READING) and None, watch
        )

    st.session_state[f"{MADE}-{key}"] = one_time_files.add(file.name, file.mime, current_sign_in(), make)
    bar.empty()
