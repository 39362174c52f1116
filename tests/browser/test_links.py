"""Links to results in real browsers: how much each shows, for how long, and to whom."""

import re
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from jtbd_core.access import SIGN_IN_COOKIE, passphrase_hash
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.store import open_store
from jtbd_core.study.results_link import LinkSettings
from tests.browser.conftest import Visitors
from tests.browser.respondent import check
from tests.browser.serving import serving
from tests.server import Headway

HEADLINE = "matters and falls short for"
WITHDRAWN = "This link was withdrawn"


@pytest.fixture(scope="module")
def outside() -> Iterator[str]:
    """Serve a page of another site, which shows the address after its `?` in a frame; give its origin."""

    async def framing(request: Request) -> HTMLResponse:
        return HTMLResponse(
            f'<link rel="icon" href="data:,"><iframe src="{request.url.query}" width="1000" height="700"></iframe>'
        )

    with serving(Starlette(routes=[Route("/", framing)])) as address:
        yield address.replace("localhost", "127.0.0.1")


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory, outside: str) -> Iterator[tuple[Headway, str, dict[str, str]]]:
    """Run Headway with a closed round; give the id of its study, and the addresses of links by their names."""
    headway = Headway(tmp_path_factory.mktemp("links") / "headway.duckdb")
    study = demo_study()
    with closing(open_store(headway.db)) as store:
        wave = store.import_wave(store.add_study(study).id, *demo_answers(study, 40))
        for settings in (
            LinkSettings(name="Board", depth="headlines", files=False),
            LinkSettings(name="Locked", passphrase=passphrase_hash("purple monkey")),
            LinkSettings(name="Framed", frame_origin=outside),
        ):
            store.add_results_link(wave.study_id, settings)
        keys = {link.settings.name: link.key for link in store.results_links(wave.study_id)}
    headway.start()
    yield headway, wave.study_id, {name: f"{headway.url}/results?key={key}" for name, key in keys.items()}
    headway.stop()


def opened(page: Page, address: str) -> Page:
    """Open results, and wait for their headline."""
    page.goto(address)
    expect(page.get_by_role("heading", name=HEADLINE)).to_be_visible()
    return page


def test_a_revoked_link_closes_on_an_open_page(
    links: tuple[Headway, str, dict[str, str]], visitors: Visitors, wide: Page
) -> None:
    """It shows nothing any more, also of a closed round; another link of the study goes on, at its own depth."""
    headway, study_id, addresses = links
    everything, board = (opened(visitors.phone(), addresses[name]) for name in ("First link", "Board"))
    expect(everything.get_by_role("tab", name="For whom")).to_have_count(1)
    expect(board.get_by_role("tab")).to_have_count(0)
    wide.context.add_cookies([{"name": SIGN_IN_COOKIE, "value": headway.cookie, "url": headway.url}])
    wide.goto(f"{headway.url}/room?study={study_id}")
    wide.get_by_text("Links for stakeholders").click()
    check(wide)
    wide.get_by_role("button", name="Revoke").first.click()
    wide.get_by_role("button", name="Revoke the link").click()
    expect(everything.get_by_role("heading", name=WITHDRAWN)).to_be_visible()
    expect(everything.get_by_text(HEADLINE)).to_have_count(0)
    expect(everything.get_by_role("tab")).to_have_count(0)
    expect(wide.get_by_text("Revoked: First link")).to_be_visible()
    expect(board.get_by_role("heading", name=HEADLINE)).to_be_visible()


@pytest.mark.allow_console_errors(r"403 \(Forbidden\)")
def test_a_passphrase_opens_a_link_in_one_browser(
    links: tuple[Headway, str, dict[str, str]], visitors: Visitors, phone: Page
) -> None:
    """It is asked for again in another one, and by nobody who has it; what the address chose stays."""
    address = f"{links[2]['Locked']}&kind=key"
    phone.goto(address)
    check(phone)
    for word in ("purple donkey", "purple monkey"):
        phone.get_by_label("Passphrase").fill(word)
        phone.get_by_role("button", name="Open the results").click()
        expect(phone.get_by_text("not the passphrase")).to_have_count(word.count("donkey"))
    expect(phone.get_by_role("heading", name="leads the key outcomes")).to_be_visible()
    phone.reload()
    expect(phone.get_by_role("heading", name="leads the key outcomes")).to_be_visible()
    other = visitors.wide()
    other.goto(address)
    expect(other.get_by_label("Passphrase")).to_be_visible()


@pytest.mark.allow_console_errors("frame-ancestors")
def test_one_site_may_frame_one_link(links: tuple[Headway, str, dict[str, str]], wide: Page, outside: str) -> None:
    """There the results are drawn, with their chart, over a socket of ours; the frame of another link stays empty."""
    wide.goto(f"{outside}/?{links[2]['Framed']}&embed=true")
    framed = wide.frame_locator("iframe")
    expect(framed.get_by_role("heading", name=HEADLINE)).to_be_visible()
    expect(framed.get_by_label(re.compile("^Landscape of")).first).to_be_visible()
    with wide.expect_console_message(lambda said: "frame-ancestors" in said.text):
        wide.goto(f"{outside}/?{links[2]['Board']}&embed=true")
