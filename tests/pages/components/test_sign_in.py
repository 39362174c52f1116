"""The facilitator's sign-in, and what strangers see."""

import pytest
from streamlit.runtime.context import ContextProxy

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.wave import Wave
from tests.pages.conftest import Visit
from tests.pages.words import text


def test_a_stranger_is_welcomed_and_sees_no_study(visit: Visit, wave: Wave) -> None:
    """Without a key or sign-in there is a way to the join code, and nothing of any study."""
    page = visit()
    assert "sign-in link" in text(page)
    assert "listening to music" not in text(page)
    assert page.button == []


def test_a_copied_cookie_ends_with_the_sign_out(facilitate: Visit, store: Store) -> None:
    """Who has signed out is a stranger, also to a browser that still sends the cookie."""
    assert "Welcome to Headway" in text(facilitate())
    store.sign_out(access.sign_in(store.secret(), ContextProxy.cookies[access.SIGN_IN_COOKIE]))
    assert "sign-in link" in text(facilitate())


@pytest.mark.parametrize("page", ["studies.py", "define.py", "room.py"])
def test_a_stranger_cannot_open_a_page_of_the_facilitator(visit: Visit, wave: Wave, page: str) -> None:
    """The facilitator's pages do not exist for others, even with the study's id."""
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit(page, study=wave.study_id)
