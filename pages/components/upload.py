"""Uploads: the fields that take a file, and the permit without which Streamlit's server takes none.

Streamlit lets every session upload, also one of a page without such a field.
"""

from collections import OrderedDict
from threading import Lock
from typing import NamedTuple

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages.components.sign_in import current_sign_in
from pages.components.store import the_store

FILES = 5
"""The files of the largest size that one session may upload in all: those replaced by others stay for a while."""

MOST_SESSIONS = 1000
MEGABYTE = 1024 * 1024


class Permit(NamedTuple):
    """The sign-in of a session, and the bytes that it may still upload."""

    sign_in: str
    left: int


class UploadPermits:
    """The permits of the sessions that have shown a field for a file; safe to share between threads."""

    def __init__(self) -> None:
        self._permits = OrderedDict[str, Permit]()
        self._lock = Lock()

    def grant(self, session_id: str, sign_in: str, most: int) -> None:
        """Permit a session to upload `most` bytes in all, unless it has a permit; the oldest of too many is dropped."""
        with self._lock:
            left = self._permits[session_id].left if session_id in self._permits else most
            self._permits[session_id] = Permit(sign_in, left)
            self._permits.move_to_end(session_id)
            if len(self._permits) > MOST_SESSIONS:
                self._permits.popitem(last=False)

    def take(self, session_id: str, size: int) -> int:
        """Count an upload of a size in bytes; return 200, 403 if nobody is signed in, or 413 if it is too much."""
        with self._lock:
            permit = self._permits.get(session_id)
        if not permit or not permit.sign_in or the_store().is_signed_out(permit.sign_in):
            return 403
        with self._lock:
            left = self._permits.get(session_id, permit).left - size
            if left < 0:
                return 413
            self._permits[session_id] = Permit(permit.sign_in, left)
        return 200


permits = UploadPermits()


def ask_file(label: str, kinds: list[str], key: str | None = None) -> UploadedFile | None:
    """Draw the field for a file whose name ends in one of these kinds; return the file once there is one."""
    session = get_script_run_ctx()
    if session:
        permits.grant(session.session_id, current_sign_in(), FILES * st.get_option("server.maxUploadSize") * MEGABYTE)
    return st.file_uploader(label, type=kinds, key=key)
