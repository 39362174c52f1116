"""Files that are made on a page, and leave once by an address of their own."""

import re

from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.web.one_time_files import one_time_files
from pages.components.browser import browsers
from tests.pages.words import press


def given(page: AppTest, store: Store, label: str) -> bytes:
    """Have a file made with a button, and return what its link gives to the facilitator, once."""
    token = address(press(page, label))
    assert one_time_files.take(token, "somebody else's") is None
    cookie = f"{access.SIGN_IN_COOKIE}={ContextProxy.cookies[access.SIGN_IN_COOKIE]}"
    browsers.add(cookie, access.sign_in(store.secret(), ContextProxy.cookies[access.SIGN_IN_COOKIE]))
    file = one_time_files.take(token, cookie)
    assert file is not None
    content = file.path.read_bytes()
    file.delete()
    return content


def address(page: AppTest) -> str:
    """Return the token of the one file whose link stands on a page."""
    (token,) = re.findall(r'href="/file/([^"]+)" ', " ".join(one.proto.body for one in page.get("html")))
    return str(token)
