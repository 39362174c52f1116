"""A report as HTML, opened in a browser and printed there."""

import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from jtbd_core.report.html_report import html_report
from tests.browser.respondent import check
from tests.report.full_sample import full_sample, tables
from tests.report.words import plain

WIDTHS = {"A4": 695, "Letter": 717}
TALLEST = 850
"""The pixels that paper has between the margins of a report, and how tall a chart may be to stand on one sheet."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a full report on the disk."""
    path: Path = tmp_path_factory.mktemp("report") / "full.html"
    path.write_bytes(html_report(full_sample().report))
    return path.as_uri()


def test_it_is_accessible_and_asks_for_nothing(browser: Browser, address: str) -> None:
    """Wide and on a phone axe has nothing to say, and the file requests nothing but itself."""
    for width in (1000, 390):
        page = browser.new_page(viewport={"width": width, "height": 900})
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(address)
        check(page)
        assert [url for url in asked if not url.startswith("data:")] == [address]
        page.close()


@pytest.mark.parametrize("paper", WIDTHS)
def test_it_prints_whole(browser: Browser, address: str, paper: str) -> None:
    """On A4 and on Letter each sheet says of whom it is, every row is there, and no chart is cut."""
    page = browser.new_page(viewport={"width": WIDTHS[paper], "height": 900})
    page.goto(address)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[paper]
    charts = page.locator("figure")
    assert charts.count() > 5
    for chart in charts.all():
        assert chart.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
        box = chart.bounding_box()
        assert box
        assert box["height"] <= TALLEST
    sheets = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
    page.close()
    texts = [plain(sheet.extract_text()) for sheet in sheets]
    context = plain(full_sample().report.context)
    assert [number for number, text in enumerate(texts) if context not in text] == []
    rows = [row for table in tables(full_sample().report, "slides", "pages", "paper") for row in table.rows]
    printed = "".join(texts)
    assert [row.cells for row in rows if plain(str(row.cells[-1])) not in printed] == []
