"""A report as PDF."""

import io

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from jtbd_core.report.pdf_report import fitted, pdf_report
from jtbd_core.report.report import Plane, Report
from tests.report.samples import REPORT, ranking
from tests.report.words import missing, pdf_text, plain

LONG = "Die Wahrscheinlichkeit einer Arbeitsunfähigkeitsbescheinigungsverlängerung wird kleiner " * 3
SCRIPTS = "Ελληνικά Кириллица 中文测试 العربية"


def pages(content: bytes) -> list[object]:
    """Return the pages of a PDF."""
    return list(PdfReader(io.BytesIO(content)).pages)


def test_every_figure_is_on_the_page() -> None:
    """Read back, the PDF holds each text of the report: one sheet, tagged, with its title."""
    report = replace(REPORT, ranking=ranking(9))
    content = pdf_report(report)
    assert missing(report, pdf_text(content)) == []
    read = PdfReader(io.BytesIO(content))
    assert (len(read.pages), read.trailer["/Root"]["/MarkInfo"]["/Marked"]) == (1, True)
    assert read.metadata.title == f"{REPORT.study} · {REPORT.context}"


@pytest.mark.parametrize(
    ("many", "statement"), [(1, "I can walk"), (150, "I can walk"), (60, LONG), (14, f"{LONG} {SCRIPTS}")]
)
def test_a_list_ends_at_what_fits(many: int, statement: str) -> None:
    """However many or long its statements are, the report is one page, and says how many more there are."""
    report = replace(REPORT, ranking=ranking(many, statement))
    layout, _ = fitted(report)
    shown = layout["ranking"]["rows"]
    content = pdf_report(report)
    assert len(pages(content)) == 1
    assert layout["ranking"]["more"].startswith(f"and {many - len(shown)} more") == (len(shown) < many)
    assert plain(shown[-1]["expected"]) in pdf_text(content)
    assert plain(layout["ranking"]["more"]) in pdf_text(content)


@pytest.mark.parametrize("script", SCRIPTS.split())
def test_statements_in_other_scripts_are_drawn(script: str) -> None:
    """Every letter has a glyph of an embedded font."""
    report = replace(REPORT, ranking=None, headline=script)
    fonts = " ".join(name for page in pages(pdf_report(report)) for name in fonts_of(page))
    assert {"Ε": "Roboto", "К": "Roboto", "中": "CJK", "ا": "Arabic"}[script[0]] in fonts


def fonts_of(page: dict) -> list[str]:
    """Return the names of the fonts that a page has embedded."""
    return [str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()]


def test_a_report_in_arabic_keeps_the_standard() -> None:
    """It says that it is PDF/UA, its picture with Arabic names included."""
    said = "تطبيق التأهيل"
    spec = {"data": {"values": [{"name": said}]}, "mark": "text", "encoding": {"text": {"field": "name"}}}
    solutions = replace(REPORT.solutions, picture=Plane(spec, said, ""))
    content = pdf_report(replace(REPORT, headline=f"“{said}”, 6 of 9", ranking=None, solutions=solutions))
    assert b"pdfuaid:part" in content
    assert sum("".join(page.extract_text()).count("ي") for page in pages(content)) == said.count("ي")


def test_what_may_not_be_shown_is_said() -> None:
    """A report on fewer people than may be shown has its reason, and no parts."""
    gone = dict.fromkeys(("ranking", "delivered", "solutions", "for_whom", "origins", "key", "goals"))
    report: Report = replace(REPORT, headline="Results appear later. So far: 3.", lines=(), footer=(), **gone)
    content = pdf_report(report)
    assert plain("So far: 3.") in pdf_text(content)
    assert "1·" not in pdf_text(content)
