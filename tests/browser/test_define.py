"""The table editors of a draft, in a real browser."""

from playwright.sync_api import Page, expect

from tests.server import Headway

TABLE_WAITS = 400
"""Milliseconds that a press of a button takes: an edited table waits 150 before it sends what was typed."""


def new_study(page: Page, headway: Headway) -> None:
    """Start a study from nothing but its job."""
    page.goto(headway.signin_url)
    page.get_by_role("button", name="New study").click()
    page.get_by_role("textbox", name="The job").fill("Send a package a long distance")
    page.get_by_role("button", name="Create").click()
    expect(page.get_by_text("Add at least one outcome")).to_be_visible()


def type_into_first_cell(page: Page, text: str) -> None:
    """Type into the first cell of the table that is open, as a person does."""
    table = page.get_by_role("tabpanel").get_by_test_id("stDataFrame").first
    expect(table).to_be_visible()
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 120, box["y"] + 52)
    page.keyboard.press("Enter")
    page.locator("#portal textarea").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator("#portal textarea")).to_have_count(0)


def test_a_job_step_is_typed_into_an_empty_study(wide: Page, headway: Headway) -> None:
    """A new study's empty table of steps takes a step, and outcomes can then belong to it."""
    new_study(wide, headway)
    wide.get_by_role("tab", name="Job steps").click()
    type_into_first_cell(wide, "Hand over the package")
    wide.get_by_role("tabpanel").get_by_role("button", name="Save").click(delay=TABLE_WAITS)
    expect(wide.get_by_text("Say which job step is the core step")).to_be_visible()
    wide.get_by_role("tab", name="Outcomes").click()
    expect(wide.get_by_role("combobox", name="Belongs to")).to_have_value("Hand over the package")


def test_a_solution_is_typed_into_an_empty_study(wide: Page, headway: Headway) -> None:
    """A new study's empty table of solutions takes one, and the preview asks for it."""
    new_study(wide, headway)
    wide.get_by_role("tab", name="Solutions and circumstances").click()
    type_into_first_cell(wide, "Post office")
    wide.get_by_role("tabpanel").get_by_role("button", name="Save").click(delay=TABLE_WAITS)
    expect(wide.get_by_text("Saved", exact=True)).to_be_visible()
    wide.get_by_role("tab", name="Preview").click()
    wide.get_by_text("About you").click()
    expect(wide.frame_locator("iframe").get_by_text("Post office")).to_be_visible()
