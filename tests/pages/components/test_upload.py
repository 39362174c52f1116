"""Files that are uploaded to a page."""

import os

from streamlit.testing.v1 import AppTest

from tests.pages.words import text


def process(content: bytes) -> int:
    """Read a file: return the process in which it is read."""
    return os.getpid()


def page() -> None:
    """Draw what is read from an upload."""
    from types import SimpleNamespace

    import streamlit as st

    from pages.components.upload import read_upload
    from tests.pages.components.test_upload import process

    st.write(f"read by {read_upload(process, SimpleNamespace(file_id='1', getvalue=bytes))}")


def test_a_file_is_read_once_and_not_in_the_server() -> None:
    """What a file does to the process that reads it does nothing to the room; a page drawn again reads no file."""
    drawn = AppTest.from_function(page, default_timeout=30).run()
    first = text(drawn)
    assert first != f"read by {os.getpid()}"
    assert text(drawn.run()) == first
