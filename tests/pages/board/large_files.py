"""Files that are made on the page of results, and leave once by an address of their own."""

import re

from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.web.one_time_files import one_time_files
from tests.pages.words import press


def given(page: AppTest, store: Store, label: str) -> bytes:
    """Have a file made with a button, and return what its link gives to the facilitator, once."""
    press(page, label)
    (token,) = re.findall(r'<a href="/file/([^"]+)" download>', " ".join(one.proto.body for one in page.get("html")))
    assert one_time_files.take(token, "somebody else's") is None
    file = one_time_files.take(token, access.sign_in(store.secret(), ContextProxy.cookies[access.SIGN_IN_COOKIE]))
    assert file is not None
    content = file.path.read_bytes()
    file.delete()
    return content
