"""What opens over the pages of the desk, in a real browser: axe finds nothing in it, and it fits the screen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from jtbd_core.exchange.demo import keep_demo
from jtbd_core.store import open_store
from tests.browser.conftest import Visitors
from tests.browser.desk import let_in, press, sign_in
from tests.browser.respondent import PARCEL, check_both
from tests.server import Headway

# The keys on a button: Streamlit writes them in a colour of its own.
KEYS = "kbd"
IN_BIN = "Delete …"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Headway, dict[str, tuple[str, ...]]]]:
    """Run Headway with studies of every kind; give the addresses of its pages, and what opens over them."""
    db = tmp_path_factory.mktemp("popovers") / "headway.duckdb"
    store = open_store(db)
    (record, wave), draft = keep_demo(store), store.add_study(PARCEL).id
    demo = record.id
    store.add_note(wave.id, record.study.outcomes[0].id, "note", "Ann", "Ask those who wait longest.")
    store.shelve_study(store.add_study(PARCEL).id, "bin")
    store.close()
    headway = Headway(db)
    headway.start()
    room = (
        "Close automatically",
        "Close the round",
        "Single-use codes",
        "Archive and restart",
        "Link for the projector",
        "Edit",
    )
    yield (
        headway,
        {
            "": ("Practice for a team", "More", IN_BIN),
            f"define?study={draft}&ask=functional": ("What is missing",),
            f"room?study={demo}": room,
        },
    )
    headway.stop()


def test_what_opens_over_a_page_is_accessible(
    visitors: Visitors, desk: tuple[Headway, dict[str, tuple[str, ...]]]
) -> None:
    """Each popover of the facilitator's pages is opened in turn, and looked at in light and dark."""
    headway, pages = desk
    page = visitors.wide()
    let_in(page, headway)
    for address, popovers in pages.items():
        page.goto(f"{headway.url}/{address}")
        for name in popovers:
            if name == IN_BIN:
                page.get_by_text("Bin: 1 study").click()
            button, open_now = page.get_by_role("button", name=name).first, page.get_by_role("dialog")
            press(button, open_now)
            check_both(page, KEYS)
            page.keyboard.press("Escape")
            expect(open_now).to_be_hidden()


def test_a_second_press_archives_no_fresh_wave(
    visitors: Visitors, desk: tuple[Headway, dict[str, tuple[str, ...]]]
) -> None:
    """What archives a wave shuts with it, and does not stay open for the next one."""
    headway, pages = desk
    page = visitors.wide()
    let_in(page, headway)
    page.goto(f"{headway.url}/{next(address for address in pages if address.startswith('room'))}")
    restart = page.get_by_role("button", name="Archive and open a fresh round")
    press(page.get_by_role("button", name="Archive and restart"), restart)
    press(restart, page.get_by_role("heading", name="Round 4"))
    expect(restart).to_be_hidden()


def test_a_second_press_bins_no_other_study(
    visitors: Visitors, desk: tuple[Headway, dict[str, tuple[str, ...]]]
) -> None:
    """What opened for one study shuts with it; where it stood, the next study can only be brought back."""
    headway, _ = desk
    page = visitors.wide()
    sign_in(page, headway)
    to_bin, undo = page.get_by_role("button", name="Move to the bin"), page.get_by_role("button", name="Undo")
    press(page.get_by_role("button", name="More").first, to_bin)
    place = to_bin.bounding_box()
    assert place
    press(to_bin, undo)
    expect(page.get_by_text("stands in its place")).to_be_visible()
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(to_bin).to_have_count(0)
    expect(page.get_by_text("Bin: 2 studies")).to_be_visible()
