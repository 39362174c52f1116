"""Pages on the narrowest phones, 320 pixels wide, with long German words: nothing scrolls sideways."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from jtbd_core.store import open_store
from jtbd_core.study import Circumstance, Option, Outcome, Solution, Step, Study
from jtbd_core.wave import Answers, Rating
from tests.browser.conftest import PHONE, Visitors
from tests.browser.desk import let_in
from tests.browser.respondent import press
from tests.links import results_key
from tests.nginx import Nginx
from tests.server import Headway, free_port

WORD = "Kraftfahrzeughaftpflichtversicherungsvertragsbedingungen"
NARROW = PHONE | {"viewport": {"width": 320, "height": 700}}
STUDY = Study(
    title=f"{WORD}swechsel",
    job=f"{WORD} wechseln",
    purpose=f"{WORD}: was fehlt?",
    note=f"{WORD}snotiz",
    language="de",
    steps=(Step(id="core", name=WORD, is_core=True),),
    outcomes=(
        *(Outcome(id=f"o{n}", statement=f"{WORD} Nummer {n} verstehen", step="core") for n in range(3)),
        Outcome(id="calm", statement=f"{WORD}sgewissheit haben", dimension="emotional"),
    ),
    solutions=(Solution(id="a", name=f"{WORD}sportal"), Solution(id="b", name="Makler")),
    circumstances=(
        Circumstance(
            id="where",
            question=f"{WORD}sort?",
            options=(Option(id="x", label=f"{WORD}sbüro"), Option(id="y", label="Zuhause")),
        ),
    ),
)
RATED = Answers(
    ratings=tuple(Rating(outcome=one.id, importance=5, experience=2) for one in STUDY.outcomes),
    profile={"solution": "a", "where": "x"},
    remark=WORD,
    is_finished=True,
)
# Streamlit scrolls its main section instead of the document. What sticks out of it is named, the innermost last.
SIDEWAYS = """() => [document.scrollingElement, ...document.querySelectorAll("main, section")]
    .filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth)
    .flatMap((one) => [...one.querySelectorAll("*")])
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    .map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 60)}`).slice(-8)"""
LAST_DRAWN = {
    "studies": "Sign out",
    "desk": "Practice for a team",
    "people": "Add question",
    "builder": "Add and go on",
    "launched": "What changed",
    "room": "Nothing has been noted yet",
    "revealed room": WORD * 2,
    "display": "/join",
    "revealed display": "6 people answered",
    "results": "6 people · everybody",
}


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Headway, dict[str, str]]]:
    """Run Headway with a draft, a round and a revealed round of such a study; give the addresses by their names."""
    headway = Headway(tmp_path_factory.mktemp("narrow") / "headway.duckdb")
    with closing(open_store(headway.db)) as store:
        draft, record, shown = store.add_study(STUDY), store.add_study(STUDY), store.add_study(STUDY)
        wave, revealed = store.open_wave(record.id), store.open_wave(shown.id)
        for person in range(6):
            store.save(revealed.id, f"{person:022}", RATED)
        store.add_note(revealed.id, "o1", "note", "Ann", WORD * 2)
        store.begin(revealed.id)
        store.reveal(revealed.id)
        key = results_key(store, shown.id)
    addresses = {
        "form": f"/r/{wave.rate_key}",
        "studies": "/",
        "desk": f"/define?study={draft.id}",
        "people": f"/define?study={draft.id}&section=People",
        "builder": f"/define?study={draft.id}&ask=functional",
        "launched": f"/define?study={record.id}",
        "room": f"/room?study={record.id}",
        "revealed room": f"/room?study={shown.id}",
        "display": f"/display?key={wave.display_key}",
        "revealed display": f"/display?key={revealed.display_key}",
        "results": f"/results?key={key}",
    }
    headway.start()
    yield headway, {name: headway.url + path for name, path in addresses.items()}
    headway.stop()


def stays(page: Page) -> None:
    """Expect that nothing of the page scrolls sideways."""
    assert page.evaluate(SIDEWAYS) == [], page.url


def test_the_form(rooms: tuple[Headway, dict[str, str]], visitors: Visitors) -> None:
    """From the introduction to the thanks and the answers of the receipt."""
    page = visitors.phone(**NARROW, locale="de-DE")
    page.goto(rooms[1]["form"])
    stays(page)
    for button in ("Los geht’s", "Weiter", "Weiter", "Weiter"):
        press(page, button)
        stays(page)
    page.get_by_role("textbox").fill(WORD * 3)
    press(page, "Senden")
    stays(page)
    press(page, "Antworten ansehen oder löschen")
    stays(page)


@pytest.mark.parametrize("name", LAST_DRAWN)
def test_a_page(rooms: tuple[Headway, dict[str, str]], visitors: Visitors, name: str) -> None:
    """Each page of the facilitator and of stakeholders."""
    page, last = visitors.phone(**NARROW), LAST_DRAWN[name]
    let_in(page, rooms[0])
    page.goto(rooms[1][name])
    expect(page.get_by_text(last).first).to_be_visible()
    stays(page)


@pytest.fixture
def blocking(rooms: tuple[Headway, dict[str, str]], tmp_path: Path) -> Iterator[str]:
    """Give the address of a proxy that lets no websocket through."""
    address = f"https://localhost:{free_port()}/headway"
    nginx = Nginx(tmp_path, address, rooms[0].url, blocks_websockets=True)
    yield address
    nginx.stop()


@pytest.mark.allow_console_errors("WebSocket")
def test_a_refused_websocket_is_said(rooms: tuple[Headway, dict[str, str]], blocking: str, visitors: Visitors) -> None:
    """Within five seconds the page says what is wrong, where a proxy refuses it as where no answer comes at all."""
    page = visitors.phone(**NARROW, ignore_https_errors=True)
    page.goto(rooms[1]["results"].replace(rooms[0].url, blocking))
    expect(page.get_by_role("alert")).to_contain_text("your network seems to block websockets", timeout=5000)
    stays(page)


def test_a_blocked_websocket_is_said(rooms: tuple[Headway, dict[str, str]], visitors: Visitors) -> None:
    """Within five seconds the page says what is wrong, instead of staying blank."""
    page = visitors.phone(**NARROW)
    page.add_init_script("window.WebSocket = class extends EventTarget { close() {} send() {} }")
    page.goto(rooms[1]["results"])
    expect(page.get_by_role("alert")).to_contain_text("your network seems to block websockets", timeout=5000)
    stays(page)
