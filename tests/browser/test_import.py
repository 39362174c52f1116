"""The import of a survey's export, in a real browser: three looks at the file, and the results of its round."""

import re

from playwright.sync_api import Page, expect

from tests.browser.desk import press, sign_in
from tests.browser.respondent import check_both
from tests.exchange.exports import EXPORTS
from tests.server import Headway

STREAMLITS = ("#import-ratings", "[data-testid=stFileUploader]")
"""A heading below a title of the first level, and the upload, as Streamlit draws them."""

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def look(page: Page, headway: Headway, name: str) -> None:
    """Upload an export and wait for what would be kept of it."""
    sign_in(page, headway)
    press(page.get_by_role("button", name="Import", exact=True), page.get_by_text("A file of any kind").first)
    page.locator("input[type=file]").first.set_input_files(
        {"name": "survey.csv", "mimeType": "text/csv", "buffer": EXPORTS[name]}
    )
    expect(page.get_by_text("3 respondents × 3 outcomes")).to_be_visible()


def test_an_export_is_looked_at_and_imported(headway: Headway, phone: Page, wide: Page) -> None:
    """Its columns and words can be seen and changed, on a phone too; nothing needs to be for it to come in."""
    look(phone, headway, "Google Forms with labels")
    press(phone.get_by_text("9 columns", exact=True), phone.get_by_text("Timestamp", exact=True))
    assert phone.evaluate(SIDEWAYS) == 0
    look(wide, headway, "Google Forms with labels")
    press(wide.get_by_text("Words for ratings"), wide.get_by_text(re.compile("^Extremely important")).first)
    check_both(wide, *STREAMLITS)
    wide.get_by_role("button", name="Import as a closed round").click()  # once: a second press would lead back here
    expect(wide.get_by_text("Too few people rated: 3.")).to_be_visible(timeout=60_000)


def test_a_running_import_is_cancelled(headway: Headway, wide: Page) -> None:
    """Nothing of it is kept: the studies are those of before, and the file is still there to be imported."""
    sign_in(wide, headway)
    press(wide.get_by_role("button", name="Import", exact=True), wide.get_by_text("A file of any kind").first)
    wide.locator("input[type=file]").first.set_input_files(
        {"name": "large.csv", "mimeType": "text/csv", "buffer": LARGE}
    )
    expect(wide.get_by_text("60,000 respondents × 20 outcomes")).to_be_visible(timeout=60_000)
    wide.get_by_role("button", name="Import as a closed round").click()
    wide.get_by_role("button", name="Cancel the import").click()
    expect(wide.get_by_text("The import was cancelled: nothing of it was kept.")).to_be_visible()
    expect(wide.get_by_role("button", name="Import as a closed round")).to_be_visible()
    wide.goto(headway.url)
    expect(wide.get_by_role("button", name="Import", exact=True)).to_be_visible()
    expect(wide.get_by_text("large", exact=True)).to_have_count(0)


LARGE = (",".join(f"imp_o{at},sat_o{at}" for at in range(20)) + "\n" + ",".join(["4,2"] * 20 + []) + "\n").encode()
LARGE += LARGE.partition(b"\n")[2] * 59_999
