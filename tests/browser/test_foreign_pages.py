"""A page of somebody else, in the browser of a respondent or of the facilitator."""

import httpx
import pytest
from playwright.sync_api import Page, Route, expect

from tests.server import Headway

ELSEWHERE = "http://elsewhere.example/"
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@pytest.mark.allow_console_errors(r"403 \(Forbidden\)")
def test_a_form_on_a_foreign_page_saves_nothing(phone: Page, form: str) -> None:
    """Even who knows the personal address cannot make the respondent's browser answer."""
    phone.goto(form)
    phone.get_by_role("button", name="Start").click()
    action = phone.locator("form[action*='/p/']").first.get_attribute("action")
    address = form.partition("/r/")[0] + action
    html = f'<form method="post" action="{address}"><input name="q.haste" value="low"><button>Win</button></form>'

    def attack(route: Route) -> None:
        route.fulfill(body=html, content_type="text/html")

    phone.route(f"{ELSEWHERE}**", attack)
    phone.goto(ELSEWHERE)
    phone.get_by_role("button", name="Win").click()
    expect(phone.get_by_role("heading", name="That was not saved")).to_be_visible()
    phone.goto(address)
    expect(phone.locator("input:checked")).to_have_count(0)


@pytest.mark.parametrize(("origin", "status"), [(ELSEWHERE.rstrip("/"), 403), ("", 101)])
def test_a_foreign_page_cannot_open_a_session(headway: Headway, origin: str, status: int) -> None:
    """The Streamlit pages speak to their own pages only."""
    own = {"Origin": origin or headway.url}
    with httpx.stream("GET", f"{headway.url}/_stcore/stream", headers=UPGRADE | own, timeout=60) as reply:
        assert reply.status_code == status
