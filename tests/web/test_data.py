"""The figures of results by address, as a program asks for them."""

import io
import warnings
from collections.abc import Callable

import pandas as pd
import pytest
from msgspec.structs import replace
from starlette.applications import Starlette

from jtbd_core.access import passphrase_hash
from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.live.findings import findings, findings_cache, room_cache
from jtbd_core.study.results_link import LinkSettings, ResultsLink
from jtbd_core.wave import Wave
from jtbd_core.web import data
from jtbd_core.web.buckets import Rate
from jtbd_core.web.data import Data, data_routes
from tests.store.studies import PARCEL, rated

with warnings.catch_warnings(action="ignore"):  # it wants httpx2 and works with httpx as well
    from starlette.testclient import TestClient

STUDY = demo_study()
OPEN = LinkSettings(name="Sheet", data=True)


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give the demo study's closed wave."""
    return store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY, 60))


@pytest.fixture
def link(store: Store, wave: Wave) -> ResultsLink:
    """Give a link that gives data."""
    return store.add_results_link(wave.study_id, OPEN)


@pytest.fixture
def client(store: Store) -> TestClient:
    """Give a program."""
    room_cache.forget()
    findings_cache.cache_clear()
    return TestClient(Starlette(routes=data_routes(Data(store))))


def test_both_files_hold_what_the_page_shows(client: TestClient, store: Store, wave: Wave, link: ResultsLink) -> None:
    """A row per outcome in the page's order and with its decimals; the object says of whom it is."""
    told = client.get(f"/results.json?key={link.key}").json()
    shown = findings(store, STUDY, wave).results
    assert [row["outcome"] for row in told["outcomes"]] == list(shown.all["outcome"])
    assert [row["unmet_low"] for row in told["outcomes"]] == list(shown.all["unmet_low"].round(2))
    assert (told["study"], told["rounds"], told["group"]) == (STUDY.title, ["Round 1"], "everybody")
    assert told["people"] == shown.people == 60
    table = pd.read_csv(io.BytesIO(client.get(f"/results.csv?key={link.key}").content))
    assert table["value_wanted_expected_high"].tolist() == [
        row["value_wanted_expected_high"] for row in told["outcomes"]
    ]
    assert table["n"].tolist() == [row["n"] for row in told["outcomes"]]


def test_rounds_and_groups_are_chosen_as_on_the_page(client: TestClient, store: Store, link: ResultsLink) -> None:
    """Pooled rounds and a group that is shown; what is not shown is not there."""
    store.import_wave(link.study_id, *demo_answers(STUDY, 40))
    one = client.get(f"/results.json?key={link.key}&round=1").json()
    both = client.get(f"/results.json?key={link.key}&round=1+2").json()
    assert (one["people"], both["people"], both["rounds"]) == (60, 100, ["Round 1", "Round 2"])
    group = client.get(f"/results.json?key={link.key}&round=1&who=solution.vinyl")
    assert 5 <= group.json()["people"] < 60
    for query in ("round=3", "round=trial", "who=solution.none", "who=solution.vinyl.cd"):
        refused = client.get(f"/results.json?key={link.key}&{query}")
        assert (refused.status_code, refused.text.count("\n"), list(refused.json())) == (404, 1, ["error"])


def test_a_link_of_everybody_gives_no_group(client: TestClient, store: Store, link: ResultsLink) -> None:
    """Whatever the address asks for."""
    store.change_results_link(link.id, replace(OPEN, depth="everybody"))
    assert client.get(f"/results.csv?key={link.key}").status_code == 200
    assert client.get(f"/results.csv?key={link.key}&who=solution.vinyl").status_code == 404


Change = Callable[[Store, ResultsLink], object]
CLOSED: dict[str, Change] = {
    "off": lambda store, link: store.change_results_link(link.id, replace(OPEN, data=False)),
    "passphrase": lambda store, link: store.change_results_link(
        link.id, replace(OPEN, data=False, passphrase=passphrase_hash("a passphrase"))
    ),
    "headlines": lambda store, link: store.change_results_link(
        link.id, LinkSettings(name="a", depth="headlines", files=False)
    ),
    "revoked": lambda store, link: store.revoke_results_link(link.id),
    "bin": lambda store, link: store.shelve_study(link.study_id, "bin"),
}


@pytest.mark.parametrize("change", CLOSED)
def test_a_link_that_gives_no_data_refuses(client: TestClient, store: Store, link: ResultsLink, change: str) -> None:
    """Also after it gave some, to who has the tag of what it gave."""
    tag = client.get(f"/results.json?key={link.key}").headers["etag"]
    CLOSED[change](store, link)
    refused = client.get(f"/results.json?key={link.key}", headers={"If-None-Match": tag})
    assert (refused.status_code, list(refused.json()), "etag" in refused.headers) == (403, ["error"], False)


def test_other_keys_open_nothing(client: TestClient, wave: Wave) -> None:
    """Those of other roles, and made-up ones."""
    for key in (wave.rate_key, wave.display_key, wave.study_id, "", "%00"):
        assert client.get(f"/results.csv?key={key}").status_code == 404


def test_who_has_the_newest_is_sent_nothing(client: TestClient, link: ResultsLink) -> None:
    """Nobody keeps what is sent but the program that asked."""
    first = client.get(f"/results.csv?key={link.key}")
    assert first.headers["cache-control"] == "no-store"
    again = client.get(f"/results.csv?key={link.key}", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_too_few_people_have_no_figures(client: TestClient, store: Store) -> None:
    """The line says what is waited for; of an open round three more people than were shown move nothing."""
    study_id = store.add_study(PARCEL).id
    link = store.add_results_link(study_id, OPEN)
    address = f"/results.json?key={link.key}"
    assert "Nobody has been asked" in client.get(address).json()["error"]
    wave, told = store.open_wave(study_id), []
    for person in range(10):
        if person in (4, 7):
            told.append(client.get(address).json())
            room_cache.forget()
            findings_cache.cache_clear()  # which would give those of before once more
        store.save(wave.id, f"{person:022}", rated("time", 5, 2))
    told.append(client.get(address).json())
    assert "So far: 4" in told[0]["error"]
    assert [{row["n"] for row in one["outcomes"]} - {None} for one in told[1:]] == [{7}, {7}]


def test_a_link_is_asked_only_so_often(
    client: TestClient, store: Store, link: ResultsLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another link of the study is not held up."""
    monkeypatch.setattr(data, "RATE", Rate(2, 0.001))
    replies = [client.get(f"/results.csv?key={link.key}") for _ in range(3)]
    assert [reply.status_code for reply in replies] == [200, 200, 429]
    assert int(replies[2].headers["retry-after"]) > 1
    other = store.add_results_link(link.study_id, OPEN)
    assert client.get(f"/results.csv?key={other.key}").status_code == 200


def test_figures_by_address_release_nothing_more(
    client: TestClient, store: Store, wave: Wave, link: ResultsLink
) -> None:
    """Links show parts of what is released once for all: the ledger is the one that looking at the page left."""
    findings(store, STUDY, wave)
    ledger = store.ledger(wave.id)
    store.change_results_link(link.id, replace(OPEN, depth="everybody"))
    assert client.get(f"/results.json?key={link.key}").status_code == 200
    store.change_results_link(link.id, OPEN)
    for group in ("everybody", "solution.vinyl", "solution.streaming", "place.home"):
        client.get(f"/results.csv?key={link.key}&who={group}")
    assert store.ledger(wave.id) == ledger
    assert ledger.releases
