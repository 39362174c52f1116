"""The passphrase of a link to results, as somebody may try it who has the link alone."""

import asyncio
import warnings

import httpx
import pytest
from msgspec.structs import replace
from starlette.applications import Starlette

from jtbd_core.access import is_unlocked, passphrase_hash, unlocking_cookie
from jtbd_core.contract import Store
from jtbd_core.study.results_link import LinkSettings, ResultsLink
from jtbd_core.web import unlock
from jtbd_core.web.buckets import Rate
from jtbd_core.web.unlock import unlock_routes
from tests.store.studies import PARCEL

with warnings.catch_warnings(action="ignore"):  # it wants httpx2 and works with httpx as well
    from starlette.testclient import TestClient

RIGHT = "purple monkey 7"


@pytest.fixture
def link(store: Store) -> ResultsLink:
    """Give a link with a passphrase."""
    settings = LinkSettings(name="Board", passphrase=passphrase_hash(RIGHT))
    return store.add_results_link(store.add_study(PARCEL).id, settings)


@pytest.fixture
def client(store: Store) -> TestClient:
    """Give a browser that follows no redirect."""
    return TestClient(Starlette(routes=unlock_routes(store)), follow_redirects=False)


def test_the_passphrase_sets_a_cookie_and_leads_to_the_results(
    client: TestClient, store: Store, link: ResultsLink
) -> None:
    """Out of reach of scripts and foreign pages; what the address chose is kept, blanks around what is typed do not
    matter.
    """
    assert "Passphrase" in client.get(f"/unlock/{link.key}").text
    reply = client.post(f"/unlock/{link.key}?key=other&round=1%2B2", data={"passphrase": f" {RIGHT} "})
    assert (reply.status_code, reply.headers["location"]) == (303, f"/results?key={link.key}&round=1%2B2")
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(reply.headers["set-cookie"].split("; "))
    cookie = client.cookies[unlocking_cookie(link.id)]
    assert is_unlocked(store.secret(), link.id, link.settings.passphrase, cookie)


def test_the_cookie_is_of_one_link_and_one_passphrase(client: TestClient, store: Store, link: ResultsLink) -> None:
    """Another link with the same passphrase asks for it, and so does this one once it has another."""
    client.post(f"/unlock/{link.key}", data={"passphrase": RIGHT})
    cookie = client.cookies[unlocking_cookie(link.id)]
    other = store.add_results_link(link.study_id, replace(link.settings, name="Other"))
    assert not is_unlocked(store.secret(), other.id, other.settings.passphrase, cookie)
    assert not is_unlocked(store.secret(), link.id, passphrase_hash(RIGHT), cookie)
    assert not is_unlocked(store.secret(), link.id, link.settings.passphrase, None)


@pytest.mark.parametrize(
    "sent", [{"passphrase": "purple monkey 8"}, {"passphrase": ""}, {}, {"passphrase": "x" * 5000}]
)
def test_another_passphrase_is_refused(client: TestClient, link: ResultsLink, sent: dict[str, str]) -> None:
    """The page says so, and gives no cookie."""
    reply = client.post(f"/unlock/{link.key}", data=sent)
    assert (reply.status_code, "not the passphrase" in reply.text, dict(client.cookies)) == (403, True, {})


def test_guesses_come_to_an_end(client: TestClient, link: ResultsLink, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some wrong ones nothing is looked at any more, not even what is right, from whatever browser."""
    monkeypatch.setattr(unlock, "WRONG_TRIES_HERE", Rate(2, 0.001))
    tried = [client.post(f"/unlock/{link.key}", data={"passphrase": word}) for word in ("wrong 1", "wrong 2", RIGHT)]
    assert [reply.status_code for reply in tried] == [403, 403, 429]
    assert "Too many tries" in tried[2].text


def test_whoever_guesses_keeps_nobody_else_out(
    client: TestClient, link: ResultsLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Strangers at many addresses come to an end together; who has not guessed wrong gets in all the same."""
    monkeypatch.setattr(unlock, "OWN_WRONG_TRIES", Rate(1, 0.001))
    monkeypatch.setattr(unlock, "SHARED_WRONG_TRIES", Rate(2, 0.001))

    def typed(address: int, word: str) -> int:
        browser = TestClient(client.app, follow_redirects=False, client=(f"203.0.113.{address}", 1))
        return browser.post(f"/unlock/{link.key}", data={"passphrase": word}).status_code

    assert [typed(stranger, "wrong") for stranger in (1, 2, 3, 1, 2, 3)] == [403, 403, 403, 403, 403, 429]
    assert typed(3, RIGHT) == 429
    assert typed(4, RIGHT) == 303


def test_a_flood_of_one_client_comes_to_an_end(
    client: TestClient, link: ResultsLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also of right ones: each takes a processor for a while."""
    monkeypatch.setattr(unlock, "TRIES", Rate(1, 0.001))
    tried = [client.post(f"/unlock/{link.key}", data={"passphrase": RIGHT}) for _ in range(2)]
    assert [reply.status_code for reply in tried] == [303, 429]


def test_a_room_that_types_it_at_once_gets_in(store: Store, link: ResultsLink) -> None:
    """One after the other is looked at, and nobody is turned away."""

    async def all_at_once() -> list[int]:
        transport = httpx.ASGITransport(Starlette(routes=unlock_routes(store)))
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as room:
            typed = [room.post(f"/unlock/{link.key}", data={"passphrase": RIGHT}) for _ in range(4)]
            return [reply.status_code for reply in await asyncio.gather(*typed)]

    assert asyncio.run(all_at_once()) == [303] * 4


def test_a_foreign_page_unlocks_nothing(client: TestClient, link: ResultsLink) -> None:
    """What it sends is not looked at."""
    sent = {"data": {"passphrase": RIGHT}, "headers": {"Sec-Fetch-Site": "cross-site"}}
    assert "set-cookie" not in client.post(f"/unlock/{link.key}", **sent).headers


def test_a_link_that_opens_nothing_asks_nothing(client: TestClient, store: Store, link: ResultsLink) -> None:
    """The results page says what is the matter."""
    store.revoke_results_link(link.id)
    for key in (link.key, "invented"):
        reply = client.post(f"/unlock/{key}", data={"passphrase": RIGHT})
        assert (reply.headers["location"], "set-cookie" in reply.headers) == (f"/results?key={key}", False)
