"""The questions of stakeholders, answered in a real browser by whoever has nothing but the link of the results."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from jtbd_core.exchange.demo import keep_demo
from jtbd_core.store import open_store
from tests.browser.conftest import Visitors
from tests.browser.respondent import check
from tests.links import results_key
from tests.server import Headway

DRAWN = 60_000  # milliseconds until the first viewer of a view sees it, on a machine that has other work

PLANTED = {
    "For whom": (r"beyond noise.*“The music I love is mine to keep”.*“Streaming service”",),
    "Solutions": (r"More efficient: “Streaming service”",),
    "Over time": (r"changed since round 2.*“My listening habits are not passed on to others”",),
    "Where it comes from": (r"“Listen to the music”",),
    "In their words": (r"6 remarks",),
    "How sure": (r"careless answers of \d+ people do not change",),
}
"""What the demo study was made to show, by the tab that answers it: what its headline says."""


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run Headway with the demo study, whose answers were planted; give the address of its results."""
    db = tmp_path_factory.mktemp("questions") / "headway.duckdb"
    store = open_store(db)
    record, _ = keep_demo(store)
    key = results_key(store, record.id)
    store.close()
    headway = Headway(db)
    headway.start()
    yield f"{headway.url}/results?key={key}"
    headway.stop()


def first_screen(page: Page) -> str:
    """Return the text that stands on the first screen, without scrolling."""
    return str(
        page.evaluate(
            """() => [...document.querySelectorAll('h1, h2, p, summary, [role=tab]')]
                .filter(one => { const at = one.getBoundingClientRect()
                    return at.height && at.bottom <= innerHeight && at.left < innerWidth })
                .map(one => one.textContent).join('\\n')"""
        )
    )


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_link_answers_the_questions(visitors: Visitors, results: str, size: str) -> None:
    """What falls short most and the value wanted stand on the first screen; all else is one click away, files two."""
    page = visitors.wide() if size == "wide" else visitors.phone()
    page.goto(results)
    headline = page.get_by_role("heading", level=2)
    expect(headline).to_contain_text("“The music I love is mine to keep” matters and falls short for", timeout=DRAWN)
    shown = first_screen(page)
    assert re.search(r"xpect\w* .*\d+\s% \(\d+\D+\d+\s%\)", shown)
    assert re.search(r"by [\d.]+ points each on average; over everybody that is [\d.]+ points on a scale of 5", shown)
    for tab, (planted,) in PLANTED.items():
        page.get_by_role("tab", name=tab).click()
        expect(headline).to_have_text(re.compile(planted, re.DOTALL), timeout=DRAWN)
        assert f"part={tab.replace(' ', '+')}" in page.url
    page.get_by_role("tab", name="Take it along").click()
    for button, start in {"PDF": b"%PDF", "PNG": b"\x89PNG"}.items():
        with page.expect_download(timeout=DRAWN) as taken:
            page.get_by_role("button", name=button, exact=True).first.click(timeout=DRAWN)
        assert taken.value.path().read_bytes().startswith(start)
    check(page)


def test_nothing_that_can_be_tapped_is_covered(visitors: Visitors, results: str) -> None:
    """On a phone no bar of icons lies over the tabs above a table, nor over the buttons above a chart."""
    page = visitors.phone()
    page.goto(f"{results}&part=All+figures")
    expect(page.get_by_role("heading", level=2)).to_contain_text("All scores of 34 outcomes", timeout=DRAWN)
    page.get_by_role("tab", name="Findings").tap()
    page.get_by_label(re.compile("^14 success outcomes")).tap(timeout=DRAWN)
    page.get_by_role("radio", name="Value wanted").tap()
    expect(page).to_have_url(re.compile("show=wanted"))


def test_the_open_tab_stays_in_view(visitors: Visitors, results: str) -> None:
    """On a phone whose row of tabs is longer than the screen, and far down on a long page; one outcome opens there."""
    page = visitors.phone()
    page.goto(f"{results}&part=All+figures")
    expect(page.get_by_role("heading", level=2)).to_contain_text("All scores of 34 outcomes", timeout=DRAWN)
    tab = page.get_by_role("tab", name="All figures")
    last = page.get_by_text("Minimize the amount of room that my collection takes up")
    last.tap()
    expect(page.get_by_text("Value wanted (points)").last).to_be_visible()
    box, size = tab.bounding_box(), page.viewport_size
    assert box is not None
    assert size is not None
    assert 0 <= box["x"] <= size["width"] - box["width"]
    assert 0 <= box["y"] < 60


@pytest.mark.parametrize("tab", ["Findings", "For whom", "Over time", "How sure"])
def test_the_kinds_of_outcome_keep_their_place(visitors: Visitors, results: str, tab: str) -> None:
    """On a phone a longer headline does not move the switch away from the thumb."""
    page = visitors.phone()
    page.goto(f"{results}&part={tab.replace(' ', '+')}")
    switch, headline = page.get_by_role("radio", name="Key outcomes"), page.get_by_role("heading", level=2)
    expect(headline).to_be_visible(timeout=DRAWN)
    before, said = switch.bounding_box(), headline.inner_text()
    switch.tap()
    expect(headline).not_to_have_text(said, timeout=DRAWN)
    assert switch.bounding_box() == before


def test_careless_answers_stay_left_out(visitors: Visitors, results: str) -> None:
    """The switch of one view holds in the next, though the choice of a group was opened before; the context says so."""
    page = visitors.wide()
    page.goto(f"{results}&part=How+sure")
    context = page.get_by_role("button", name=re.compile(r"\d+ people · "))
    expect(context).to_contain_text("240 people", timeout=DRAWN)
    context.click()
    expect(page.get_by_role("combobox", name=re.compile("Whose answers"))).to_be_visible(timeout=DRAWN)
    page.keyboard.press("Escape")
    page.get_by_text("Without careless answers", exact=True).click()
    expect(context).to_contain_text("229 people", timeout=DRAWN)
    page.get_by_role("tab", name="Findings").click()
    expect(page.get_by_role("heading", level=2)).to_contain_text("matters and falls short for", timeout=DRAWN)
    expect(context).to_contain_text("229 people")


def test_targets_are_answered_by_the_latest_round(visitors: Visitors, results: str) -> None:
    """One is met and one is not."""
    page = visitors.wide()
    page.goto(f"{results}&part=Over+time")
    shown = page.get_by_label(re.compile("^2 value targets.* met;.* not met", re.DOTALL))
    expect(shown).to_be_visible(timeout=DRAWN)
