"""The link to practice on the facilitator's pages."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Visit


def practice_links(page: AppTest) -> list[str]:
    """Return the links to practice that a page gives to copy."""
    return [one.value for one in page.code if one.value.endswith("/practice")]


@pytest.fixture(params=["studies", "define"])
def opened(request: pytest.FixtureRequest, facilitate: Visit, study_id: str) -> Callable[[], AppTest]:
    """Give a function that opens a page of the facilitator: all studies, or the desk of a draft."""
    return lambda: facilitate("studies.py") if request.param == "studies" else facilitate("define.py", study=study_id)


def test_it_is_there_to_copy_and_to_scan(opened: Callable[[], AppTest]) -> None:
    """My studies and the desk give the link once, and open it."""
    page = opened()
    (link,) = practice_links(page)
    assert [one.proto.url for one in page.get("link_button") if one.proto.label == "Try it yourself"] == [link]
    assert not page.exception


def test_where_no_phone_can_open_it_the_link_says_so(
    opened: Callable[[], AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that listens on this machine alone says how to let phones in, one with an address does not."""
    assert "--server.address" in opened().warning[0].value
    monkeypatch.setenv("HEADWAY_URL", "https://headway.example.com")
    page = opened()
    assert practice_links(page) == ["https://headway.example.com/practice"]
    assert not page.warning


def test_where_practice_is_switched_off_nobody_is_sent_there(
    opened: Callable[[], AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With HEADWAY_PRACTICE=off neither page names it."""
    monkeypatch.setenv("HEADWAY_PRACTICE", "off")
    page = opened()
    assert practice_links(page) == []
    assert not page.exception
