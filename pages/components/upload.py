"""Uploads: what functions of the core read from a file, each in a job, once for all reruns of a page."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar, cast

import streamlit as st

from jtbd_core.errors import JtbdError
from jtbd_core.live.job import READING, Limits, run_job

Result = TypeVar("Result")

READ = "read-upload"
"""The key of the last call of each function in this session, with what it returned or raised."""


def read_upload(
    read: Callable[..., Result],
    upload: Any,  # noqa: ANN401 - Streamlit's
    *arguments: object,
    limits: Limits = READING,
    **named: object,
) -> Result:
    """Return what `read` returns for these arguments and the content of an upload, or raise the JtbdError it raises."""
    call = (upload.file_id, arguments, named)
    last = st.session_state.setdefault(READ, {})
    known, outcome = last.get(read, (None, None))
    if known != call:
        with st.spinner("Reading …"):
            outcome = _outcome(limits, partial(read, **named), *arguments, upload.getvalue())
        last[read] = call, outcome
    if isinstance(outcome, JtbdError):
        raise outcome
    return cast(Result, outcome)


def _outcome(limits: Limits, read: Callable[..., object], *arguments: object) -> object:
    try:
        return run_job(read, *arguments, limits=limits)
    except JtbdError as error:
        return error
