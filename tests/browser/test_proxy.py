"""Headway behind the real nginx, with TLS, under a path, and without the header `Host` that visitors sent."""

from collections.abc import Iterator
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from jtbd_core.store import open_store
from tests.browser.conftest import Visitors
from tests.browser.respondent import PARCEL
from tests.nginx import Nginx
from tests.server import Headway, free_port


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Headway, str, Nginx]]:
    """Run Headway behind nginx; give it, the public address of its form, and nginx."""
    folder, address = tmp_path_factory.mktemp("proxy"), f"https://localhost:{free_port()}/headway"
    headway = Headway(folder / "headway.duckdb", HEADWAY_URL=address)
    with closing(open_store(headway.db)) as store:
        wave = store.open_wave(store.add_study(PARCEL).id)
    headway.start()
    nginx = Nginx(folder, address, headway.url)
    yield headway, f"{address}/r/{wave.rate_key}", nginx
    nginx.stop()
    headway.stop()


def test_the_facilitator_finds_everything_below_the_path(
    proxied: tuple[Headway, str, Nginx], visitors: Visitors
) -> None:
    """The sign-in link leads to the studies by a websocket; links and codes carry the public address; one signs out."""
    headway, form, _ = proxied
    address = form.partition("/r/")[0]
    page = visitors.wide(ignore_https_errors=True)
    page.goto(headway.signin_url)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="My studies")).to_be_visible()
    assert page.url == f"{address}/"
    assert {one["path"] for one in page.context.cookies() if one["name"] == "headway-facilitator"} == {"/headway"}
    page.get_by_role("link", name="Room").click()
    expect(page.get_by_text(form)).to_be_visible()
    page.get_by_role("link", name="My studies").click()
    for name in ("Sign out", "I have a join code"):  # links that open in a window of their own
        with page.context.expect_page() as opened:
            page.get_by_role("link", name=name).click()
        page = opened.value
    expect(page.get_by_role("textbox")).to_be_visible()
    assert page.url == f"{address}/join"


def test_a_respondent_answers_below_the_path(proxied: tuple[Headway, str, Nginx], visitors: Visitors) -> None:
    """The link leads to the styled form, a tap is saved, and the personal link is the public one."""
    _, form, nginx = proxied
    phone = visitors.phone(ignore_https_errors=True)
    phone.goto(form)
    expect(phone.locator(".primary")).to_have_css("font-weight", "600")
    phone.get_by_role("button", name="Start").click()
    phone.get_by_role("button", name="Continue").click()
    card = phone.locator("li.card").first
    card.get_by_role("radio").nth(4).check()
    expect(card.locator(".state")).to_have_attribute("data-state", "saved")
    token = next(one for one in phone.context.cookies() if one["name"] == "headway")
    assert (token["path"], token["secure"]) == (urlsplit(form).path, True)
    phone.goto(f"{form}/thanks")
    expect(phone.get_by_text(f"{form}/p/{token['value']}")).to_be_visible()
    logged = nginx.log.read_text()
    assert "/headway/r/* 204" in logged
    assert not any(secret in logged for secret in (token["value"], form.rsplit("/", 1)[1], "?"))
