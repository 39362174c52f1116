"""Signing in with an account of an OpenID Connect provider."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import desk
from tests.browser.conftest import Visitors
from tests.provider import provider
from tests.server import Headway


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Callable[..., Headway]]:
    """Give a function that runs Headway beside a provider that signs in with these claims."""
    with ExitStack() as running:

        def serve(*facilitators: str, path: str = "", **claims: object) -> Headway:
            accounts = running.enter_context(provider(**claims))
            secrets = tmp_path / "secrets.toml"
            headway = Headway(tmp_path / "headway.duckdb", path=path, STREAMLIT_SECRETS_FILES=str(secrets))
            secrets.write_text(accounts.secrets(headway.url, list(facilitators)))
            headway.start()
            running.callback(headway.stop)
            return headway

        yield serve


@pytest.mark.parametrize(("listed", "path"), [("Ann@example.com", ""), ("@example.com", "/headway")])
def test_a_listed_account_is_the_facilitator_s(
    wide: Page, served: Callable[..., Headway], listed: str, path: str
) -> None:
    """Who is on the list, alone or with all of a domain, gets to the studies, and out again, also under a path."""
    headway = served(listed, path=path, email="ann@example.com", email_verified=True)
    assert headway.signin_url == headway.url
    wide.goto(f"{headway.signin_url}/define")
    expect(wide.get_by_text("I have a join code")).to_be_visible()
    wide.get_by_role("button", name="Sign in as facilitator").click()
    expect(wide.get_by_text("Welcome to Headway")).to_be_visible()
    assert {one["path"] for one in wide.context.cookies()} == {path or "/"}
    wide.get_by_role("button", name="Sign out").click()
    expect(wide.get_by_role("button", name="Sign in as facilitator")).to_be_visible()
    assert wide.url == f"{headway.url}/"


def test_signing_out_ends_every_window_and_copy(wide: Page, visitors: Visitors, served: Callable[..., Headway]) -> None:
    """Another open window and a kept copy of the cookie are a stranger's then; signing in again makes a facilitator."""
    headway = served("ann@example.com", email="ann@example.com")
    wide.goto(headway.url)
    wide.get_by_role("button", name="Sign in as facilitator").click()
    expect(wide.get_by_text("Welcome to Headway")).to_be_visible()
    desk.start_study(wide)
    expect(wide.get_by_role("link", name="Room")).to_be_visible()
    address, kept = wide.url, wide.context.cookies()
    other = wide.context.new_page()
    other.goto(headway.url)
    other.get_by_role("button", name="Sign out").click()
    sign_in = other.get_by_role("button", name="Sign in as facilitator")
    expect(sign_in).to_be_visible()

    wide.get_by_role("link", name="Room").click()
    expect(wide.get_by_role("button", name="Sign in as facilitator")).to_be_visible()
    copied = visitors.wide()
    copied.context.add_cookies(kept)
    copied.goto(address)
    expect(copied.get_by_role("button", name="Sign in as facilitator")).to_be_visible()

    sign_in.click()
    expect(other.get_by_role("heading", name="My studies")).to_be_visible()


def test_any_other_account_is_nobody_s(wide: Page, served: Callable[..., Headway]) -> None:
    """Whoever else has an account there is told so, and sees no study."""
    headway = served("@example.com", email="eve@example.com", email_verified="false")
    wide.goto(headway.url)
    wide.get_by_role("button", name="Sign in as facilitator").click()
    expect(wide.get_by_text("is not one of the facilitators")).to_be_visible()
    expect(wide.get_by_text("Welcome to Headway")).to_have_count(0)
    expect(wide.get_by_role("button", name="Sign out")).to_be_visible()
