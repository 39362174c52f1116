"""Headway behind the real nginx and the real Caddy, with TLS and under a path.

Our nginx does not pass on the header `Host` that visitors sent, Caddy does.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner
from playwright.sync_api import Locator, Page, expect

from jtbd_core.commands import main
from jtbd_core.store import open_store
from pages.components.qr_code import qr_code
from tests.browser.conftest import Visitors
from tests.browser.desk import download, press
from tests.browser.respondent import PARCEL, SAVED, answer
from tests.browser.respondent import press as go
from tests.caddy import Caddy
from tests.nginx import Nginx
from tests.proxy import untrusted
from tests.server import UPGRADE, Headway, free_port

RATINGS = b"imp_time,exp_time,imp_price,exp_price\n" + b"5,2,3,4\n4,1,2,5\n" * 3
WORDS = "The price"
ADDRESSES = """() => [...document.querySelectorAll("[href], [src], [action]")]
    .map(one => one.href || one.src || one.action)
    .concat(document.body.innerText.match(/https?:[^\\s]+/g) || [])"""


class Public:
    """What visitors may see and ask for: addresses below the public one, and nothing else."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.foreign: set[str] = set()

    def follow(self, page: Page) -> Page:
        """Take note of each request of this visitor that goes elsewhere."""
        page.context.on("request", lambda request: self._note(request.url))
        return page

    def check(self, page: Page) -> None:
        """Fail if the page shows an address of elsewhere, or was sent there, or keeps a cookie for there."""
        for shown in page.evaluate(ADDRESSES):
            self._note(shown)
        assert self.foreign == set()
        cookies = page.context.cookies()
        assert cookies
        assert [one for one in cookies if not (one["secure"] and one["path"].startswith("/headway"))] == []

    def _note(self, address: str) -> None:
        if not address.startswith((f"{self.address}/", "data:", "blob:")):
            self.foreign.add(address)


@pytest.fixture(scope="module")
def headway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Headway]:
    """Run Headway with a draft, to be reached by https and under a path."""
    address = f"https://localhost:{free_port()}/headway"
    headway = Headway(tmp_path_factory.mktemp("proxied") / "headway.duckdb", HEADWAY_URL=address)
    with closing(open_store(headway.db)) as store:
        store.add_study(PARCEL)
    headway.start()
    yield headway
    headway.stop()


@pytest.fixture
def public(headway: Headway) -> Public:
    """Give the public side of the server."""
    return Public(headway.environment["HEADWAY_URL"])


@pytest.fixture
def nginx(headway: Headway, public: Public, tmp_path: Path) -> Iterator[Nginx]:
    """Run nginx in front of the server."""
    nginx = Nginx(tmp_path, public.address, headway.url)
    yield nginx
    nginx.stop()


@pytest.fixture
def through_caddy(headway: Headway, public: Public, tmp_path: Path) -> Iterator[httpx.Client]:
    """Run Caddy in front of the server, and give a client that comes through it."""
    caddy = Caddy(tmp_path, public.address, headway.url)
    with client(public) as visitor:
        yield visitor
    caddy.stop()


def client(public: Public) -> httpx.Client:
    """Return a client of the public side, which tries again until a proxy listens there."""
    transport = httpx.HTTPTransport(retries=6, verify=untrusted())
    return httpx.Client(base_url=public.address, transport=transport, timeout=60)


def says(page: Page, text: str) -> Locator:
    """Return where a page says something."""
    return page.get_by_text(re.compile(text)).first


def move_files(page: Page) -> None:
    """Import ratings, download them as answers, and back up everything, from My studies and back to them."""
    chosen = page.locator("input[type=file]")
    press(page.get_by_role("button", name="Import", exact=True), says(page, "A file of any kind"))
    chosen.set_input_files({"name": "ratings.csv", "mimeType": "text/csv", "buffer": RATINGS})
    landscape = page.get_by_label(re.compile("^Landscape of 2 .* from 6 people")).first
    press(page.get_by_role("button", name="Import as a closed round"), landscape)
    make = page.get_by_role("button", name="Answers as CSV")
    press(page.get_by_role("tab", name="Take it along"), make)
    assert Path(download(page, make).path()).read_text().count("\n") == 1 + 6 * 2
    page.get_by_role("link", name="My studies").click()
    assert Path(download(page, page.get_by_role("button", name="Back up all studies")).path()).stat().st_size


def open_room(remote: Page, display: Page) -> str:
    """Open a round from the card of the draft, lead the display to it, begin, and return the form's link."""
    remote.get_by_role("link", name="Room").last.click()
    begin = remote.get_by_role("button", name="Begin the rating")
    press(remote.get_by_role("button", name="Open round 1"), begin)
    display.goto(remote.get_by_role("link", name="Open the display").get_attribute("href"))
    expect(says(display, "/join")).to_be_visible()
    return remote.get_by_text(re.compile(r"/r/[\w-]{22}$")).first.inner_text()


def join(phone: Page, display: Page, form: str) -> None:
    """Read address and code from the display, whose QR code is that of the form, and join."""
    address, _, code = says(display, "/join").inner_text().partition(" · ")
    picture = display.get_by_alt_text("QR code with the link of the form").get_attribute("src")
    assert picture.endswith(b64encode(qr_code(form).encode()).decode())
    phone.goto(f"https://{address}")
    phone.get_by_role("textbox").fill(code)
    go(phone, "Go")
    assert phone.url == form
    expect(phone.locator(".primary")).to_have_css("font-weight", "600")


def answer_and_look(phone: Page, form: str, public: Public) -> str:
    """Answer the form, each tap saved, write a remark and look at it by the receipt; return the personal token."""
    go(phone, "Start")
    go(phone, "Continue")
    for _ in range(2):
        for group in phone.get_by_role("listitem").get_by_role("group").all():
            group.get_by_role("radio").nth(1).check()
        expect(phone.locator(".state").last).to_have_text(SAVED)
        public.check(phone)
        go(phone, "Continue")
    phone.get_by_label("What did we miss?").fill(WORDS)
    go(phone, "Send")
    token = next(one["value"] for one in phone.context.cookies() if one["name"] == "headway")
    expect(phone.get_by_text(f"{form}/p/{token}")).to_be_visible()
    public.check(phone)
    go(phone, "See or delete my answers")
    expect(says(phone, WORDS)).to_be_visible()
    public.check(phone)
    return token


def sign_out_elsewhere(remote: Page, public: Public) -> None:
    """Sign out in another window: this one says so, keeps what was typed, and can do nothing."""
    text = remote.get_by_role("textbox", name="What was said or decided")
    text.fill("Try lockers")
    other = remote.context.new_page()
    other.goto(f"{public.address}/")
    with remote.context.expect_page() as opened:
        other.get_by_role("link", name="Sign out").click()
    expect(says(opened.value, "I have a join code")).to_be_visible()
    assert opened.value.url == f"{public.address}/"
    expect(says(remote, "You are signed out")).to_be_visible()
    expect(text).to_have_value("Try lockers")
    press(remote.get_by_role("button", name="Pin it"), says(remote, "Nothing was done"))


def test_the_whole_story_under_a_path(headway: Headway, public: Public, nginx: Nginx, visitors: Visitors) -> None:
    """Files, a room, a phone, stakeholders and the sign-out work, and nobody is led to any other address."""
    remote, display, stakeholder = (public.follow(visitors.wide(ignore_https_errors=True)) for _ in range(3))
    phone = public.follow(visitors.phone(ignore_https_errors=True))
    remote.goto(headway.signin_url)
    remote.get_by_role("button", name="Sign in").click()
    expect(remote.get_by_role("heading", name="My studies")).to_be_visible()
    assert remote.url == f"{public.address}/"
    move_files(remote)
    public.check(remote)
    form = open_room(remote, display)
    join(phone, display, form)
    press(remote.get_by_role("button", name="Begin the rating"), says(display, "Still to join"))
    token = answer_and_look(phone, form, public)
    expect(says(remote, ": 1 of 1$")).to_be_visible()
    for person in range(4):
        answer(form.replace(public.address, headway.url), person)
    expect(says(remote, ": 5 of 5$")).to_be_visible()
    remote.keyboard.press("Alt+Shift+V")
    expect(says(display, "5 people answered")).to_be_visible()
    remote.get_by_text("Links for stakeholders").click()
    remote.get_by_role("button", name="Link", exact=True).click()
    stakeholder.goto(remote.get_by_text(re.compile(r"results\?key=[\w-]{22}$")).first.inner_text())
    expect(stakeholder.get_by_label(re.compile("^Landscape of .* from 5 people")).first).to_be_visible()
    for page in (remote, display, stakeholder):
        public.check(page)
    sign_out_elsewhere(remote, public)
    logged = nginx.log.read_text()
    assert "/headway/r/* 204" in logged
    assert not any(secret in logged for secret in (token, form.rsplit("/", 1)[1], "?"))


def test_caddy_passes_on_all_that_nginx_does(headway: Headway, public: Public, through_caddy: httpx.Client) -> None:
    """Redirects, the sign-in and its cookie, styles, scripts, and websockets of our own pages alone."""
    root = through_caddy.get(public.address)
    assert (root.status_code, through_caddy.get("/ready").text) == (308, "ready\n")
    link = CliRunner().invoke(main, ["sign-in"], env={"HEADWAY_DB": str(headway.db)}).output.strip()
    signed_in = through_caddy.post(link, headers={"Origin": public.address.removesuffix("/headway")})
    assert (signed_in.status_code, signed_in.headers["location"]) == (303, "/headway/")
    assert {"Secure", "Path=/headway"} <= set(signed_in.headers["set-cookie"].split("; "))
    for page, pattern in {"/": r'src="\./(static/js/[^"]+)"', "/join": r'href="/headway/(r/style[^"]+)"'}.items():
        linked = re.search(pattern, through_caddy.get(page).text)
        assert linked is not None
        assert through_caddy.get(f"/{linked[1]}").status_code == 200
    for origin, status in ((public.address.removesuffix("/headway"), 101), ("https://elsewhere.example", 403)):
        with through_caddy.stream("GET", "/_stcore/stream", headers=UPGRADE | {"Origin": origin}) as reply:
            assert reply.status_code == status


def test_caddy_logs_no_key_of_what_fails(public: Public, tmp_path: Path) -> None:
    """A request that reaches no server leaves a line, without its address and who sent it."""
    caddy = Caddy(tmp_path, public.address, f"http://127.0.0.1:{free_port()}")
    with client(public) as visitor:
        assert visitor.get(f"/r/{'k' * 22}").status_code == 502
    caddy.stop()
    logged = caddy.log.read_text()
    assert "connection refused" in logged
    assert not any(told in logged for told in ("k" * 22, "remote_ip"))
