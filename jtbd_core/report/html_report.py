"""A report as one HTML file: it asks for nothing from anywhere, and prints on A4 or Letter; a board's on one sheet."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from jtbd_core.charts.fonts import font_faces
from jtbd_core.report.chapter import FullReport
from jtbd_core.report.full_layout import full_layout
from jtbd_core.report.layout import direction
from jtbd_core.report.pdf_report import fitted
from jtbd_core.report.report import Report

TEMPLATES = Path(__file__).parent / "templates"


def html_report(report: Report | FullReport) -> bytes:
    """Return a report as HTML; the list of one for a board is as long as that of the PDF."""
    if isinstance(report, FullReport):
        return _page("full.html", full_layout(report), 1)
    return _page("board.html", *fitted(report))


def _page(template: str, values: dict[str, Any], scale: float) -> bytes:
    pages = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["drawn"] = Markup  # drawn by us
    pages.filters["quoted"] = _quoted
    pages.filters["direction"] = direction
    texts = values | dict.fromkeys(("colours", "strip"))
    return pages.get_template(template).render(values, scale=scale, fonts=font_faces(str(texts))).encode()


def _quoted(text: str) -> Markup:
    """Return a text as a string of CSS, in which nothing ends the string or the style."""
    return Markup('"' + "".join(one if one.isalnum() or one == " " else f"\\{ord(one):x} " for one in text) + '"')  # noqa: S704
