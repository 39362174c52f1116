"""A report as one HTML file: it asks for nothing from anywhere, and prints on one sheet of A4 or Letter."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from jtbd_core.charts.fonts import font_faces
from jtbd_core.report.pdf_report import fitted
from jtbd_core.report.report import Report

TEMPLATES = Path(__file__).parent / "templates"


def html_report(report: Report) -> bytes:
    """Return a report as HTML; its list is as long as that of the PDF."""
    values, scale = fitted(report)
    pages = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["drawn"] = Markup  # drawn by us
    texts = values | dict.fromkeys(("colours", "strip"))
    return pages.get_template("board.html").render(values, scale=scale, fonts=font_faces(str(texts))).encode()
