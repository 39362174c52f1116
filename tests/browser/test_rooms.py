"""Remote and display in every state of a wave, as a room sees them on its screens."""

import re
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from jtbd_core.store import open_store
from jtbd_core.wave import Wave
from tests.browser.conftest import Visitors
from tests.browser.desk import let_in, press
from tests.browser.respondent import check, check_both
from tests.browser.rooms import PEOPLE, STATES, room
from tests.server import Headway

Rooms = tuple[Headway, dict[tuple[str, int], Wave]]

LAPTOP, PROJECTOR = {"width": 1280, "height": 800}, {"width": 1920, "height": 1080}
SAYS = {
    "lobby": r"/join  ·  ",
    "rating": f"{PEOPLE} of {PEOPLE} finished  ·  ",
    "frozen": f"Frozen at .* with answers of {PEOPLE} people",
    "paused": "All answers are saved",
    "closed": "Next come the results",
    "revealed": "Belief and answer$",
}
FACTS = (
    "success outcomes contend",
    "key outcomes contend",
    "^A · ",
    "Discuss first",
    "two camps of",
    "Enough yet",
    f"^{PEOPLE} people answered",
    "^Success: Very likely",
    "^Key: Very likely",
    "^Belief and answer$",
    "^Success: . of the 4 expected",
    "^Key: . of the 4 expected",
)


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rooms]:
    """Run Headway with a wave in each state, and with a reveal of a shorter study."""
    db = tmp_path_factory.mktemp("rooms") / "headway.duckdb"
    with closing(open_store(db)) as store:
        waves = {(state, 24): room(store, state, 24) for state in STATES}
        waves["revealed", 12] = room(store, "revealed", 12)
        for wave in waves.values():
            first = store.study(wave.study_id).study.outcomes[0].id
            store.add_note(wave.id, first, "note", "Ann", "Queues at noon")
    headway = Headway(db)
    headway.start()
    yield headway, waves
    headway.stop()


def show_display(page: Page, rooms: Rooms, state: str, outcomes: int = 24) -> None:
    """Open the display of a wave, and wait for what it says in this state."""
    headway, waves = rooms
    page.goto(f"{headway.url}/display?key={waves[state, outcomes].display_key}")
    expect(page.get_by_text(re.compile(SAYS[state])).first).to_be_visible()


@pytest.mark.parametrize("outcomes", [12, 24])
@pytest.mark.parametrize("screen", [LAPTOP, PROJECTOR], ids=["laptop", "projector"])
def test_all_facts_of_a_reveal_are_on_the_first_screen(
    visitors: Visitors, rooms: Rooms, screen: dict[str, int], outcomes: int
) -> None:
    """The landscape, what leads, what splits the room, how sure that is and the belief are seen without scrolling."""
    page = visitors.wide(viewport=screen)
    show_display(page, rooms, "revealed", outcomes)
    for fact in FACTS:
        expect(page.get_by_text(re.compile(fact)).first).to_be_in_viewport(ratio=1)
    expect(page.get_by_label(re.compile("^Landscape of")).first).to_be_in_viewport(ratio=1)


def test_letters_grow_with_the_screen(visitors: Visitors, rooms: Rooms) -> None:
    """What leads stands in letters of a fortieth of a projector's height, and larger than on a laptop."""
    sizes = []
    for screen in (LAPTOP, PROJECTOR):
        page = visitors.wide(viewport=screen)
        show_display(page, rooms, "revealed")
        first = page.get_by_text(re.compile("^A · ")).first
        sizes.append(float(first.evaluate("element => getComputedStyle(element).fontSize").removesuffix("px")))
    assert sizes[1] > max(sizes[0], 1080 / 40)


@pytest.mark.parametrize("state", STATES)
def test_a_display_can_be_read_by_all(visitors: Visitors, rooms: Rooms, state: str) -> None:
    """Neither colours nor structure shut anybody out, and nothing is wider than a projector or a phone."""
    page = visitors.wide(viewport=PROJECTOR)
    show_display(page, rooms, state)
    check_both(page)
    page.set_viewport_size({"width": 390, "height": 844})
    check(page)


def test_a_remote_can_be_used_by_all(visitors: Visitors, rooms: Rooms) -> None:
    """The same holds for the remote in every state."""
    headway, waves = rooms
    page = visitors.wide()
    let_in(page, headway)
    for state in STATES:
        page.goto(f"{headway.url}/room?study={waves[state, 24].study_id}")
        expect(page.get_by_text("Note: Queues at noon")).to_be_visible()
        check_both(page)


def test_a_note_is_pinned_to_the_outcome_shown(visitors: Visitors, rooms: Rooms) -> None:
    """Also if it is sent with a key right after another outcome was chosen."""
    headway, waves = rooms
    page = visitors.wide()
    let_in(page, headway)
    page.goto(f"{headway.url}/room?study={waves['paused', 24].study_id}")
    expect(page.get_by_text("Note: Queues at noon")).to_be_visible()
    text = page.get_by_role("textbox", name="What was said or decided")
    page.get_by_role("textbox", name="Your name").fill("Bert")
    chosen = page.get_by_role("option").nth(2)
    press(page.get_by_role("combobox", name="Outcome"), chosen)
    statement = chosen.inner_text()
    chosen.click()
    text.fill("Ask the night shift")
    text.press("Control+Enter")
    expect(page.get_by_text("Note: Ask the night shift")).to_be_visible()
    expect(page.locator("strong", has_text=statement)).to_be_visible()
