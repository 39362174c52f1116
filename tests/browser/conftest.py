"""A real browser in front of a real Headway.

`headway` is the running program, `form` the address of a form that this process serves, `wide` and `phone` are pages
of two different visitors, and `visitors` brings more. A test fails when its browser reports an error;
`@pytest.mark.allow_console_errors("pattern", …)` lets some pass. A failing test leaves a picture of every open page,
and says where.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, expect, sync_playwright
from starlette.applications import Starlette

from jtbd_core.contract import Store
from jtbd_core.form import Form
from jtbd_core.store import open_store
from jtbd_core.wave import Wave
from tests import chromium
from tests.browser.respondent import PARCEL
from tests.browser.serving import serving
from tests.server import Headway

WIDE = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
MILLISECONDS_TO_WAIT = 20_000
# Opened on a page other than the first, Streamlit looks for its server below that page before it looks above.
STREAMLIT_LOOKING_FOR_ITS_SERVER = r"404 .*/_stcore/(health|host-config)\)$"


class Visitors:
    """People with a browser of their own each: nobody shares cookies. Their browsers' errors are gathered."""

    def __init__(self, browser: Browser) -> None:
        self.errors: list[str] = []
        self._browser = browser
        self._contexts: list[BrowserContext] = []

    def wide(self, **options: object) -> Page:
        """Return a new visitor's empty page, 1280 × 800; options are those of Playwright's `new_context`."""
        return self._arrive({**WIDE, **options})

    def phone(self, **options: object) -> Page:
        """Return a new visitor's empty page on a phone, 390 × 844, with touch."""
        return self._arrive({**PHONE, **options})

    @property
    def pages(self) -> list[Page]:
        """Return every page that is open now, in the order of arrival."""
        return [page for context in self._contexts for page in context.pages]

    def unexpected_errors(self, *allowed: str) -> list[str]:
        """Return the errors seen so far that match none of the patterns."""
        for page in self.pages:
            page.title()  # one round trip, so that errors on their way have arrived
        return [error for error in self.errors if not any(re.search(pattern, error) for pattern in allowed)]

    def leave(self) -> None:
        """Close all pages."""
        for context in self._contexts:
            context.close()

    def _arrive(self, options: dict) -> Page:
        context = self._browser.new_context(**options)
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        context.on("weberror", lambda error: self.errors.append(f"page error: {error.error}"))
        context.on("console", self._note)
        self._contexts.append(context)
        return context.new_page()

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"console: {message.text} ({message.location['url']})")


VISITORS = pytest.StashKey[Visitors]()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start one Chromium for this folder: while Playwright is on, no test in this process could call `asyncio.run`."""
    expect.set_options(timeout=MILLISECONDS_TO_WAIT)
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def visitors(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visitors]:
    """Let any number of visitors arrive, each with a browser of their own."""
    visitors = request.node.stash[VISITORS] = Visitors(browser)
    yield visitors
    visitors.leave()


@pytest.fixture
def wide(visitors: Visitors) -> Page:
    """Give the test a page on a laptop."""
    return visitors.wide()


@pytest.fixture
def phone(visitors: Visitors) -> Page:
    """Give the test a page on a phone."""
    return visitors.phone()


@pytest.fixture(scope="module")
def headway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Headway]:
    """Run Headway with a database that is empty at first; each test of a file adds a study of its own."""
    yield from run(tmp_path_factory.mktemp("headway"))


@pytest.fixture
def own_headway(tmp_path: Path) -> Iterator[Headway]:
    """Run Headway with an empty database for one test, whose sign-in link nobody has used."""
    yield from run(tmp_path)


def run(folder: Path) -> Iterator[Headway]:
    """Run Headway with a database in a folder."""
    headway = Headway(folder / "headway.duckdb")
    headway.start()
    yield headway
    headway.stop()


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory, new_database: Path) -> Iterator[tuple[Store, str]]:
    """Serve the form alone, from this process; give the store behind it, and the address of the server."""
    with (
        closing(open_store(shutil.copy(new_database, tmp_path_factory.mktemp("form")))) as store,
        serving(Form(Starlette(), store)) as address,
    ):
        yield store, address


@pytest.fixture
def wave(served: tuple[Store, str]) -> Wave:
    """Open a wave of a small study for one test."""
    store, _ = served
    return store.open_wave(store.add_study(PARCEL).id)


@pytest.fixture
def form(served: tuple[Store, str], wave: Wave) -> str:
    """Return the address of its form."""
    return f"{served[1]}/r/{wave.rate_key}"


@pytest.fixture
def a_wave(tmp_path: Path) -> Iterator[tuple[Headway, str]]:
    """Give one test a Headway and a wave of its own, to do with as it likes."""
    yield from serve(tmp_path)


def serve(folder: Path) -> Iterator[tuple[Headway, str]]:
    """Run Headway with an open wave of a small study in a folder; give it and the address of the form."""
    store = open_store(folder / "headway.duckdb")
    key = store.open_wave(store.add_study(PARCEL).id).rate_key
    store.close()
    headway = Headway(folder / "headway.duckdb")
    headway.start()
    yield headway, f"{headway.url}/r/{key}"
    headway.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Fail a test whose browser reported an error, and keep pictures of what a failing test saw."""
    visitors = item.stash.get(VISITORS, None)
    try:
        result = yield
        if visitors and (errors := visitors.unexpected_errors(*_allowed(item))):
            pytest.fail("The browser reported:\n" + "\n".join(errors), pytrace=False)
    except BaseException:
        if visitors:
            _keep_pictures(item, visitors)
        raise
    return result


def _allowed(item: pytest.Item) -> list[str]:
    asked = [pattern for mark in item.iter_markers("allow_console_errors") for pattern in mark.args]
    return [STREAMLIT_LOOKING_FOR_ITS_SERVER, *asked]


def _keep_pictures(item: pytest.Item, visitors: Visitors) -> None:
    folder = item.config._tmp_path_factory.mktemp("seen", numbered=True)
    for number, page in enumerate(visitors.pages, start=1):
        try:
            page.screenshot(path=folder / f"{number}.png")
        except Error as error:
            item.add_report_section("call", f"picture {number}", str(error))
    headway = item.funcargs.get("headway")
    if headway:
        (folder / "server.log").write_text("".join(headway.output))
    item.add_report_section("call", "what it looked like", str(folder))
