"""The desk of a draft, in a real browser: what only a browser shows."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from jtbd_core.store import open_store
from jtbd_core.study import Outcome, Study
from tests.browser.conftest import Visitors, run
from tests.browser.desk import add_outcomes, is_kept, let_in, list_box, outcome, press
from tests.server import Headway

FUNCTIONAL = "Success: functional"
DRAFT = Study(
    title="Parcels",
    job="Send a package a long distance",
    outcomes=(
        Outcome(id="it-arrives-on-time", statement="It arrives on time", dimension="functional"),
        Outcome(id="it-arrives-whole", statement="It arrives whole", dimension="functional"),
    ),
)
DESKS = 20

MOBILE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36"
)


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Keep drafts in a database, one for each test; give its folder and their ids."""
    folder = tmp_path_factory.mktemp("desk")
    with closing(open_store(folder / "headway.duckdb")) as store:
        return folder, [store.add_study(DRAFT).id for _ in range(DESKS)]


@pytest.fixture(scope="module")
def headway(drafts: tuple[Path, list[str]]) -> Iterator[Headway]:
    """Run Headway with the drafts."""
    yield from run(drafts[0])


@pytest.fixture
def desk(wide: Page, headway: Headway, drafts: tuple[Path, list[str]]) -> Page:
    """Give the desk with a study that has two outcomes."""
    let_in(wide, headway)
    wide.goto(f"{headway.url}/define?study={drafts[1].pop()}")
    expect(outcome(wide, "it-arrives-whole")).to_be_visible()
    return wide


def test_what_is_typed_is_kept_while_typing_goes_on(desk: Page) -> None:
    """Nobody leaves the field: a pause keeps the words, the next words follow them, and a reload loses none."""
    field = outcome(desk, "it-arrives-whole")
    field.click()
    field.press("End")
    field.press_sequentially(" and dry")
    shown = desk.frame_locator("iframe")
    expect(shown.get_by_text("It arrives whole and dry").first).to_be_visible()
    expect(field).to_be_focused()
    field.press_sequentially(" again")
    expect(shown.get_by_text("It arrives whole and dry again").first).to_be_visible()
    desk.reload()
    expect(field).to_have_value("It arrives whole and dry again")


def test_the_purpose_is_kept_before_its_field_is_left(desk: Page) -> None:
    """Who types it and closes the window finds it again in the next one."""
    desk.get_by_text("Title, purpose and note").click()
    purpose = desk.get_by_role("textbox", name="Purpose")
    purpose.press_sequentially("Because parcels get lost.")
    expect(desk.frame_locator("iframe").get_by_text("Because parcels get lost.")).to_be_visible()
    expect(purpose).to_be_focused()
    other = desk.context.new_page()
    other.goto(desk.url)
    desk.close()
    other.get_by_text("Title, purpose and note").click()
    expect(other.get_by_role("textbox", name="Purpose")).to_have_value("Because parcels get lost.")


def test_a_question_that_is_being_typed_survives_a_reload(desk: Page) -> None:
    """Question and options are there again before they were added."""
    asked = {"One more question": "How far was it?", "Its options, separated by ;": "Near; Far"}
    desk.get_by_role("tab", name="People").click()
    for name, text in asked.items():
        desk.get_by_role("textbox", name=name).press_sequentially(text)
    desk.wait_for_url("**Near*Far**")
    desk.reload()
    desk.get_by_role("tab", name="People").click()
    for name, text in asked.items():
        expect(desk.get_by_role("textbox", name=name)).to_have_value(text)
    press(
        desk.get_by_role("button", name="Add question"), desk.get_by_role("textbox", name="Question “How far was it?”")
    )
    assert "Near" not in desk.url


@pytest.mark.allow_console_errors("ERR_CONNECTION_REFUSED", "disconnected", "WebSocket", "Client Error", "Streamlit")
def test_a_window_that_was_open_when_the_server_ended_shows_what_is_kept(desk: Page, headway: Headway) -> None:
    """What was typed in the last moment is not there as if it were saved, and what is typed from then on is kept."""
    field, form = outcome(desk, "it-arrives-whole"), desk.frame_locator("iframe")
    desk.reload()
    expect(field).to_have_value("It arrives whole")
    field.press_sequentially("soon")
    headway.kill()
    expect(field).to_be_disabled()
    headway.start()
    expect(field).to_be_enabled()
    expect(field).to_have_value("It arrives whole")
    field.fill("It arrives unopened")
    expect(form.get_by_text("It arrives unopened").first).to_be_visible()
    desk.reload()
    expect(field).to_have_value("It arrives unopened")


def test_a_list_that_is_being_typed_survives_a_reload(desk: Page) -> None:
    """The box, its place and its words are there again before anything was added."""
    box = list_box(desk, "Success: social")
    box.press_sequentially("My boss trusts me\nMy colleagues ask me")
    desk.wait_for_url("**colleagues+ask+me**")
    desk.reload()
    expect(box).to_have_value("My boss trusts me\nMy colleagues ask me")
    press(desk.get_by_role("button", name="Add", exact=True), outcome(desk, "o2"))


def test_two_windows_do_not_overwrite_each_other(desk: Page) -> None:
    """The window that comes second is told, keeps its words, and puts them on top of the other's."""
    other = desk.context.new_page()
    other.goto(desk.url)
    expect(outcome(other, "it-arrives-whole")).to_be_visible()
    outcome(desk, "it-arrives-on-time").fill("It arrives in time")
    expect(desk.frame_locator("iframe").get_by_text("It arrives in time").first).to_be_visible()
    outcome(other, "it-arrives-whole").fill("It arrives undamaged")
    expect(other.get_by_text("Nothing was overwritten")).to_be_visible()
    press(other.get_by_role("button", name="Apply my changes on top"), other.get_by_text("All changes saved"))
    expect(outcome(other, "it-arrives-on-time")).to_have_value("It arrives in time")
    expect(outcome(other, "it-arrives-whole")).to_have_value("It arrives undamaged")


def test_the_outline_does_not_jump(desk: Page) -> None:
    """Undo stays in view far down in a long outline, and leaves it where it was."""
    cases = "\n".join(f"My boss sees case {n}" for n in range(18))
    add_outcomes(desk, "Success: social", cases, "o18")
    last = outcome(desk, "o18")
    last.scroll_into_view_if_needed()
    last.fill("My boss sees the last case")
    expect(desk.frame_locator("iframe").get_by_text("My boss sees the last case").first).to_be_visible()
    before = last.bounding_box()
    desk.get_by_role("button", name="Undo").click()
    expect(last).to_have_value("My boss sees case 17")
    assert last.bounding_box() == before


def test_suggestions_are_applied_by_one_click_each(desk: Page) -> None:
    """Each suggestion is applied, and undone, wherever it moves the outcome."""
    add_outcomes(desk, FUNCTIONAL, "I feel safe\nMy boss thinks that I am reliable", "o2")
    apply = desk.get_by_role("button", name="Apply")
    for left in (1, 0):
        expect(apply).to_have_count(left + 1)
        apply.first.click()
        expect(apply).to_have_count(left)
    desk.get_by_role("button", name="Undo").click()
    expect(apply).to_have_count(1)


def test_on_a_phone_a_statement_is_shown_in_full(desk: Page, visitors: Visitors, headway: Headway) -> None:
    """What a line would cut off stands in a box of several lines, is edited there, and the form stands below."""
    statement = "It arrives at the address that I wrote on it, and before the day that I need it"
    outcome(desk, "it-arrives-whole").fill(statement)
    is_kept(desk)
    expect(desk.frame_locator("iframe").get_by_text(statement).first).to_be_visible()
    phone = visitors.phone(user_agent=MOBILE)
    let_in(phone, headway)
    phone.goto(desk.url)
    field = outcome(phone, "it-arrives-whole")
    expect(field).to_have_value(statement)
    assert field.evaluate("box => box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth")
    field.fill("It arrives undamaged")
    field.blur()
    expect(phone.frame_locator("iframe").get_by_text("It arrives undamaged").first).to_be_visible()


def test_a_trial_shows_its_link_as_soon_as_it_is_started(desk: Page) -> None:
    """Who starts a trial need not look for it: the box in which it was started stays open."""
    start = desk.get_by_role("button", name="Start a trial")
    press(desk.get_by_role("button", name="Go on to the launch"), desk.get_by_text("Try the form first"))
    press(desk.get_by_text("Try the form first"), start)
    start.click()
    expect(desk.get_by_role("img", name="QR code with the link to try the form")).to_be_visible()


def test_the_focus_stays_where_somebody_works(desk: Page) -> None:
    """Opening the list, unticking and closing a section by the keyboard leave the focus on the page."""
    opener = desk.get_by_role("button", name="Add outcomes").first
    opener.focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("button", name="Close the list")).to_be_focused()
    box = desk.get_by_role("textbox", name="Outcomes, one per line")
    box.fill("It arrives dry")
    desk.keyboard.press("Control+Enter")
    expect(outcome(desk, "o1")).to_have_value("It arrives dry")
    expect(box).to_have_count(0)
    untick = desk.get_by_role("button", name="Untick")
    untick.focus()
    desk.keyboard.press("Enter")
    done = desk.get_by_role("button", name="Done")
    expect(untick).to_be_focused()
    done.focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("button", name="Edit")).to_have_count(3)
    expect(desk.get_by_role("button", name="Edit").first).to_be_focused()


def test_undo_survives_a_reload(desk: Page) -> None:
    """What it undoes is said on the button, before and after the page is loaded anew."""
    desk.locator(".st-key-tick-it-arrives-whole label").click()
    desk.get_by_role("button", name="Delete", exact=True).click()
    undo = desk.get_by_role("button", name="Undo: removed “It arrives whole”")
    expect(undo).to_be_visible()
    desk.reload()
    undo.click()
    expect(outcome(desk, "it-arrives-whole")).to_have_value("It arrives whole")
