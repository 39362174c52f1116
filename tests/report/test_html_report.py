"""A report as HTML."""

import re

from msgspec.structs import replace

from jtbd_core.report.html_report import html_report
from tests.report.samples import REPORT, ranking
from tests.report.words import html_text, missing

MOST_BYTES = 1_000_000


def test_every_figure_is_in_the_file() -> None:
    """Read back, the HTML holds each text of the report, as the PDF does."""
    report = replace(REPORT, ranking=ranking(9))
    assert missing(report, html_text(html_report(report))) == []


def test_the_file_asks_for_nothing() -> None:
    """It names no address but that of SVG, forbids requests, and holds its fonts; of Chinese the letters it needs."""
    content = html_report(replace(REPORT, headline="中文测试 العربية"))
    addresses = set(re.findall(r"https?://[^\"'\s<]+", content.decode()))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert "default-src 'none'" in content.decode()
    assert re.findall(r"font-family: '([\w ]+)'", content.decode()) == [
        "Roboto",
        "Roboto",
        "IBM Plex Sans Arabic",
        "IBM Plex Sans Arabic",
        "Noto Sans CJK TC",
    ]
    assert len(content) < MOST_BYTES


def test_parts_that_a_study_lacks_are_left_out() -> None:
    """The others are numbered anew in the order in which they stand, and markup in a statement stays text."""
    report = replace(REPORT, delivered=None, solutions=None, headline="<script>alert(1)</script>")
    content = html_report(report)
    assert b"<script>" not in content
    assert re.findall(r"<h2>(\d) · ", content.decode()) == ["1", "2", "3", "4", "5"]
